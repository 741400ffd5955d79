"""The acts of the Panel: appointing, declaring, deciding on conflicts; meetings, what they settle, their minutes."""

from threadline.panel.actions.access import Overtaken, appointed_with, recheck, why_suspended
from threadline.panel.actions.appointing import Appointed, appoint, change_member, consider_co_reviewer, leave
from threadline.panel.actions.declaring import Answer, declare, record_on_paper, record_recruitment
from threadline.panel.actions.judging import override, recuse
from threadline.panel.actions.keeping import (
    Said,
    Tap,
    add_attendee,
    decide,
    decide_more,
    finish_action,
    give_action,
    keep_item,
    note,
    record_attendance,
    reply,
)
from threadline.panel.actions.meeting import When, call_meeting, cancel_meeting, in_calendars, move_meeting, send_papers
from threadline.panel.actions.minuting import approve_minutes, correct_minutes, draft_minutes, tell_absent

__all__ = [
    "Answer",
    "Appointed",
    "Overtaken",
    "Said",
    "Tap",
    "When",
    "add_attendee",
    "appoint",
    "appointed_with",
    "approve_minutes",
    "call_meeting",
    "cancel_meeting",
    "change_member",
    "consider_co_reviewer",
    "correct_minutes",
    "decide",
    "decide_more",
    "declare",
    "draft_minutes",
    "finish_action",
    "give_action",
    "in_calendars",
    "keep_item",
    "leave",
    "move_meeting",
    "note",
    "override",
    "recheck",
    "record_attendance",
    "record_on_paper",
    "record_recruitment",
    "recuse",
    "reply",
    "send_papers",
    "tell_absent",
    "why_suspended",
]
