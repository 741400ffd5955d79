"""Reads for the administration pages, always through the policy."""
