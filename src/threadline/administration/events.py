"""Audit events of administration."""

from threadline.audit.registry import Kind, register

register(
    Kind("administration.people_read", "looked at who has which role"),
    Kind("administration.trail_read", "looked at who has looked"),
    Kind("administration.trail_exported", "exported who has looked: {events} events", keeps=("events",)),
    Kind("administration.readers_read", "looked at who can read and who has read"),
    Kind("administration.trail_proved", "proved the whole trail: {events} events, all as written", keeps=("events",)),
    Kind(
        "administration.head_sent",
        "sent the head of the trail, event {number}, to {witnesses} outside",
        keeps=("number", "witnesses"),
    ),
    Kind("administration.method_read", "looked at the Board's versions of the method"),
    Kind("administration.invited_again", "sent someone another invitation"),
    Kind("administration.reader_invited", "invited somebody of the family, or a supporter"),
    Kind(
        "administration.way_in_made",
        "made a one-time link, to be passed on {link_by}, and its code {code_by}",
        keeps=("link_by", "code_by"),
    ),
    Kind("administration.accounts_read", "looked at people's accounts"),
    Kind("administration.letters_read", "looked at which e-mails did not go"),
    Kind("administration.letter_sent_again", "sent an e-mail again that had not gone"),
    Kind("administration.letter_left", "left an e-mail unsent"),
    Kind("administration.password_link_sent", "sent someone a link to choose a password"),
    Kind("administration.signed_out", "signed someone out everywhere"),
    Kind("administration.second_steps_forgotten", "took the second steps off someone's account"),
    Kind("administration.account_closed", "closed someone's account"),
    Kind("administration.account_opened", "opened someone's account again"),
)
