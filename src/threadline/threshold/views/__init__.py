"""The pages of the threshold."""
