"""The multi-agency chronology: read what agencies send, understand it, merge it."""
