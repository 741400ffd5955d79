"""The referral of an incident, the threshold test, the Independent Chair's decision and the tasking of agencies."""
