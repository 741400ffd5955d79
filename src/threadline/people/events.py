"""Audit events of the people register."""

from threadline.audit.registry import Kind, register

register(
    Kind("people.register_read", "looked at the people register"),
    Kind("people.person_read", "looked at a person in the register"),
    Kind("people.contact_page_read", "looked at whether it is known how to reach a person"),
    Kind("people.added", "added a person to the register"),
    Kind("people.changed", "changed a person in the register"),
    Kind("people.merged", "joined two entries of the register that are one person"),
    Kind("people.taken_out", "took a person out of the register"),
    Kind("people.put_back", "put a person back into the register"),
    Kind("people.also_called", "said that a name in the records is somebody in the register"),
    Kind("people.not_suggested", "said that a name in the records is nobody for the register"),
    Kind("people.contact_changed", "wrote down how to reach a person"),
    Kind("people.unmasked", "saw a person's address, for a reason on record"),
)
