"""Audit events of the first pages."""

from threadline.audit.registry import Kind, register

register(
    Kind("desk.work_seen", "looked at their own work"),
    Kind("desk.readiness_asked", "asked whether the service is ready"),
)
