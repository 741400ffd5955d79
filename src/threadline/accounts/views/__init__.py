"""Pages of signing in and of one's own account: allauth's where it has them, with what it does not know."""
