"""Audit events of signing in and out."""

from threadline.audit.registry import Kind, register

register(
    Kind("accounts.signed_in", "signed in"),
    Kind("accounts.signed_out", "signed out"),
    Kind("accounts.sign_in_failed", "did not get in: the e-mail address or password was wrong"),
)
