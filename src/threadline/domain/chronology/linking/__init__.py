"""One event, several accounts: which entries of a merged chronology may record the same event, why, and where they differ."""
