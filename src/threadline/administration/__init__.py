"""Who has which role, who has looked at what, who can look: the Board's own pages over its reviews."""
