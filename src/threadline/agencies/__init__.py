"""Boards, and the agencies that serve in their area. Records only."""
