"""Everyone named in a case, and the names they go by."""
