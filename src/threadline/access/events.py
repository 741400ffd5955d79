"""Audit events of access itself."""

from threadline.audit.registry import Kind, register

register(
    Kind("access.refused", "{attempted}", keeps=("permission", "attempted")),
    Kind("access.role_given", "gave someone the role {role}", keeps=("role",)),
    Kind("access.role_ended", "ended someone's role {role}", keeps=("role",)),
)
