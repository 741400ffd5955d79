"""The framework pack: the method as data, and where a review stands against it (W.a, W.b)."""
