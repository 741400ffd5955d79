"""Independence: what a person declares, and what the case's own people and records say of it (1.b, 2.2.a)."""
