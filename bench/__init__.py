"""Measured figures, each a ratio against a named peer or limit."""
