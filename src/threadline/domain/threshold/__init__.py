"""The threshold test: what the answers to its limbs add up to, in law's words (2.1.a)."""
