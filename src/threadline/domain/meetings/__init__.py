"""Meetings: who came, what a record lacks, minutes drafted from it. Pure rules (2.2.b, 2.3.b, 2.7)."""
