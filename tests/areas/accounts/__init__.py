"""Accounts: signing in, passwords, invitations, sessions."""
