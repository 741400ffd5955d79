"""Audit events of signing in and out."""

from threadline.audit.registry import Kind, register

register(
    Kind("accounts.signed_in", "signed in"),
    Kind("accounts.signed_out", "signed out"),
    Kind("accounts.sign_in_failed", "signed in"),
    Kind("accounts.password_changed", "chose another password"),
    Kind("accounts.password_reset", "chose a password by a link that was sent to them"),
    Kind("accounts.invitation_taken_up", "took up an invitation and chose a password"),
)
