"""Files kept as evidence: encrypted with a key per review, with their digest, served through one view only."""
