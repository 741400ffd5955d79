"""The pages of the chronology, in the order in which people come to them."""
