"""What people type on the pages of a Board's administration. Shape only."""
