"""Audit events of the people register."""

from threadline.audit.registry import Kind, register

register(
    Kind("people.added", "added a person to the register"),
    Kind("people.changed", "changed a person in the register"),
)
