"""The review: its reference, its period, the agencies that contribute. Everyone else reads it."""
