"""PostgreSQL with rows that deny themselves: Django's own backend, which tells the database whose rows may be seen."""
