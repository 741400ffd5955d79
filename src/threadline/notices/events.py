"""Audit events of notices."""

from threadline.audit.registry import Kind, register

register(
    Kind("notices.list_seen", "looked at their own notices"),
    Kind("notices.marked_read", "marked {count} of their own notices as read", keeps=("count",)),
    Kind("notices.wish_changed", "chose to be written to {how}", keeps=("how",)),
    Kind("notices.calendar_taken", "took a meeting for their calendar"),
    Kind("notices.letter_sent", "sent an e-mail that names nobody of a case"),
)
