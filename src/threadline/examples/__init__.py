"""The worked example: a synthetic case, and how it is loaded."""
