"""Audit events of the first pages, and of those that put a whole review together."""

from threadline.audit.registry import Kind, register

register(
    Kind("desk.own_part_seen", "looked at their own part in the review"),
    Kind("desk.work_seen", "looked at their own work"),
    Kind("desk.readiness_asked", "asked whether the service is ready"),
    Kind("desk.position_read", "looked at the position statement of the review"),
    Kind("desk.position_taken", "downloaded the position statement of the review"),
    Kind("desk.requirement_read", "looked at requirement {requirement}", keeps=("requirement",)),
)
