"""What a review covers: the rule on its period (2.1.c)."""
