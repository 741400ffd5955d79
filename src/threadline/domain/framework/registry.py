"""What a pack may name: areas, roles, acts, papers, placeholders, and the checks that the areas register.

A pack names these; it never grants anything by naming them. Access to records is code, not data.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from threadline.domain.framework.outcome import Outcome

Check = Callable[..., Outcome]
Function = TypeVar("Function", bound=Check)

CHECK_NAME: Final = re.compile(r"([a-z][a-z_]*)\.([a-z][a-z0-9_]*)")

AREAS: Final = frozenset(
    {"threshold", "panel", "family", "chronology", "saar", "learning_event", "analysis", "report", "response"}
    | {"oversight", "reviews", "documents", "people", "access", "desk"}
)

ROLES: Final = frozenset(
    {"business_manager", "independent_chair", "panel_chair", "lead_reviewer", "co_reviewer", "panel_member"}
    | {"saar_author", "practitioner", "family_member", "board_member"}
)

ACTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "chronology.share": "showing the merged timeline to the Panel",
        "family.contact": "speaking with the family",
        "family.share_draft": "showing family members the draft report",
        "learning_event.contact": "speaking with practitioners",
        "learning_event.invite": "inviting practitioners to the learning event",
        "learning_event.hold_session": "holding the learning event",
        "learning_event.give_feedback": "telling practitioners how their contribution was used",
        "panel.share_papers": "sending papers to the Panel",
        "report.share_draft": "showing the draft report to the Panel",
        "report.present": "presenting the report to the Board",
        "report.publish": "publishing the report",
        "response.publish": "publishing the Board's response",
        "response.share_findings": "sharing the findings",
        "saar.request": "asking agencies for their analysis reports",
        "saar.share": "showing agency analysis reports to the Panel",
    }
)

PAPERS: Final = frozenset(
    {"referral", "threshold_answers", "scope", "agency_timelines", "merged_timeline", "key_events", "family_network"}
    | {
        "engagement_record",
        "declarations",
        "attendance",
        "agency_analyses",
        "information_sources",
        "holds",
        "timetable",
    }
    | {"learning_event_plan", "learning_event_summary", "draft_report", "final_report", "challenges", "recommendations"}
    | {"action_plan", "publication_plan"}
)

NOTICE_PLACEHOLDERS: Final = frozenset(
    {"reference", "role", "due_on", "days", "link", "meeting", "meets_on"}
    | {"stage", "acts", "until", "milestone", "moved_from", "moved_to"}
)

LETTER_PLACEHOLDERS: Final = NOTICE_PLACEHOLDERS | frozenset(
    {"board", "agency", "recipient", "sender"}
    | {"child", "incident_on", "period_from", "period_to", "decided_on", "decision", "grounds", "reasons", "questions"}
    | {"panel_chair", "lead_reviewer", "contact", "address", "today", "venue", "published_on", "processes"}
)

RESULTS: Final = ("met", "not met", "cannot be said yet")

CLOCK_KINDS: Final = ("within", "before", "keep")

LIMIT_UNITS: Final = ("months", "days", "working days", "meetings", "copies", "people", "hours")


class Registry:
    """The checks there are, by name. Each area registers its own when it is loaded."""

    def __init__(self) -> None:
        self._checks: dict[str, Check] = {}

    def check(self, name: str) -> Callable[[Function], Function]:
        """Register a function as the check of that name.

        Raises ValueError for a name that is not "area.name" with an area there is, or one that another function has.
        """
        fault = check_name_fault(name)
        if fault:
            raise ValueError(fault)

        def register(function: Function) -> Function:
            held = self._checks.get(name)
            if held is not None and _whole_name(held) != _whole_name(function):
                raise ValueError(f"“{name}” is registered twice: by {_whole_name(held)} and {_whole_name(function)}.")
            self._checks[name] = function
            return function

        return register

    def checks(self) -> Mapping[str, Check]:
        """Every check registered so far."""
        return MappingProxyType(self._checks)


def _whole_name(function: Check) -> str:
    return f"{function.__module__}.{getattr(function, '__qualname__', type(function).__name__)}"


def check_name_fault(name: str) -> str:
    """What is wrong with the name of a check, and what to write; "" where nothing is."""
    found = CHECK_NAME.fullmatch(name)
    if not found:
        return f"“{name}” is not the name of a check: write area.name, for example saar.all_submitted"
    if found[1] not in AREAS:
        return f"“{name}” starts with “{found[1]}”, which is not an area: use one of {', '.join(sorted(AREAS))}"
    return ""


CHECKS: Final = Registry()
