"""The panel of a review: its members, their independence, its meetings and decisions."""
