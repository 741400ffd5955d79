"""Reads of the threshold, always through the policy."""
