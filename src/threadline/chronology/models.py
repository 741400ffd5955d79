"""Timelines received from agencies and the entries read from them."""
