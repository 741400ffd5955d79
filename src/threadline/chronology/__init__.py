"""Agency timelines received, read, checked and merged into one chronology (2.1.h, 2.3.b)."""
