"""The acts of the Panel: appointing, declaring, deciding on conflicts; meetings, what they settle, their minutes."""

from threadline.panel.actions.access import Overtaken, appointed_with, recheck, why_suspended
from threadline.panel.actions.appointing import Appointed, appoint, change_member, consider_co_reviewer, leave
from threadline.panel.actions.declaring import Answer, declare, record_on_paper, record_recruitment
from threadline.panel.actions.judging import override, recuse

__all__ = [
    "Answer",
    "Appointed",
    "Overtaken",
    "appoint",
    "appointed_with",
    "change_member",
    "consider_co_reviewer",
    "declare",
    "leave",
    "override",
    "recheck",
    "record_on_paper",
    "record_recruitment",
    "recuse",
    "why_suspended",
]
