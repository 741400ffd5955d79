"""What a person sees first: my work, the list of reviews. Composes every area, owns no records."""
