"""Audit events of access itself."""

from threadline.audit.registry import Kind, register

register(
    Kind("access.page_read", "looked at the page {page}", keeps=("page",)),
    Kind("access.refused", "was refused. What was tried: {attempted}", keeps=("permission", "attempted")),
    Kind(
        "access.held", "was stopped by a hold. What was tried: {attempted}", keeps=("permission", "attempted", "held")
    ),
    Kind("access.role_given", "gave someone the role {role}", keeps=("role",)),
    Kind("access.role_ended", "ended someone's role {role}", keeps=("role",)),
)
