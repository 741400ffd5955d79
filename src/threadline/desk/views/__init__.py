"""Pages of the desk: the first ones, and those that put a whole review together."""
