"""Reads of timelines and of the chronology, always through the policy, as values ready to show."""
