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
    Kind("administration.invited_again", "sent someone another invitation"),
)
