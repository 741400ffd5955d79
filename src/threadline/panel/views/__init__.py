"""The pages of the Panel and its meetings, in the order of the journey."""
