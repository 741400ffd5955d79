"""Reads of the Panel and its meetings, always through the policy."""
