"""Append-only, hash-chained events: who read or changed what, when, as whom. Ids and short values, never content."""
