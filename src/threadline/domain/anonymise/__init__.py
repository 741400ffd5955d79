"""Names replaced by pseudonyms, as the register of people gives them."""
