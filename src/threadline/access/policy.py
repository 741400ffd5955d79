"""THE policy: role — permission — reach — while. Every page, query, file, search and export goes through this table.

Owned by the Board's information governance lead: a change here is a change of who sees a child's life.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from threadline.access.permissions import Permission as P
from threadline.access.roles import (
    ADMINISTRATOR,
    AGENCY_APPROVER,
    BOARD_MEMBER,
    BUSINESS_MANAGER,
    CO_REVIEWER,
    FAMILY_MEMBER,
    INDEPENDENT_CHAIR,
    INSPECTOR,
    LEAD_REVIEWER,
    PANEL_CHAIR,
    PANEL_MEMBER,
    PRACTITIONER,
    SAAR_AUTHOR,
    SUPPORTER,
    Role,
)


class Reach(StrEnum):
    """How far a grant carries."""

    OWN_BOARD = "the holder's Board"
    OWN_REVIEW = "the whole review"
    OWN_AGENCY = "the holder's agency in the review"


@dataclass(frozen=True, slots=True)
class Grant:
    """One row. `only` names a state that the record's model declares in its `Reach`; without it, any state."""

    role: Role
    permission: P
    reach: Reach
    only: str = ""


def to(role: Role, reach: Reach, *permissions: P, only: str = "") -> tuple[Grant, ...]:
    """Rows of the table, readable aloud: to this role, this far, these permissions, while in this state."""
    return tuple(Grant(role, permission, reach, only) for permission in permissions)


def reviewer(role: Role) -> tuple[Grant, ...]:
    """What whoever leads the review's work may do; the Lead Reviewer and the co-reviewer alike (2.2.d)."""
    return to(
        role, Reach.OWN_REVIEW,
        P.REVIEW_READ, P.PERSON_READ, P.PERSON_WRITE, P.PERSON_ADDRESS, P.SOURCES_READ, P.DOCUMENT_READ,
        P.TIMELINE_READ, P.TIMELINE_UPLOAD, P.TIMELINE_CHECK, P.TIMELINE_ACCEPT, P.TIMELINE_WITHDRAW, P.ENTRY_READ,
        P.ENTRY_WRITE,
        P.CHRONOLOGY_READ, P.CHRONOLOGY_EXPORT, P.ROLE_READ, P.OWN_PART_READ, P.INDEPENDENCE_DECLARE,
        P.QUESTION_READ, P.QUESTION_ASK, P.AID_WRITE,
    )  # fmt: skip


def understanding(role: Role, reach: Reach) -> tuple[Grant, ...]:
    """What whoever works the chronology up may do: tie accounts, record sharing, mark key events, write notes."""
    return (
        *to(role, reach, P.EVENT_LINK, P.SHARING_WRITE, P.KEY_EVENT_WRITE, P.KEY_EVENT_CONFIRM),
        *noting(role, reach),
    )


def noting(role: Role, reach: Reach) -> tuple[Grant, ...]:
    """Notes and named views: everybody's own, and those meant for the panel. What is private no grant reaches."""
    return (*to(role, reach, P.NOTE_WRITE), *to(role, reach, P.NOTE_READ, only="panel"))


GIVEN: tuple[Grant, ...] = (
    *to(
        BUSINESS_MANAGER, Reach.OWN_BOARD,
        P.REVIEW_READ, P.REVIEW_OPEN, P.REVIEW_WRITE, P.PERSON_READ, P.PERSON_WRITE, P.PERSON_ADDRESS, P.SOURCES_READ,
        P.DOCUMENT_READ,
        P.TIMELINE_READ, P.TIMELINE_UPLOAD, P.TIMELINE_CHECK, P.TIMELINE_ACCEPT, P.TIMELINE_WITHDRAW, P.ENTRY_READ,
        P.ENTRY_WRITE, P.CHRONOLOGY_READ, P.CHRONOLOGY_EXPORT, P.AUDIT_READ, P.ROLE_READ, P.ROLE_GIVE, P.ACCOUNT_HELP,
        P.QUESTION_READ, P.QUESTION_ASK, P.AID_WRITE,
    ),
    *to(
        INDEPENDENT_CHAIR, Reach.OWN_BOARD,
        P.REVIEW_READ, P.PERSON_READ, P.SOURCES_READ, P.CHRONOLOGY_READ, P.AUDIT_READ, P.ROLE_READ, P.BOARD_ROLE_GIVE,
        P.ACCOUNT_HELP, P.INDEPENDENCE_DECLARE,
    ),
    *to(INDEPENDENT_CHAIR, Reach.OWN_BOARD, P.TIMELINE_READ, P.ENTRY_READ, only="accepted"),
    *to(INDEPENDENT_CHAIR, Reach.OWN_BOARD, P.QUESTION_READ, only="answered"),
    *to(BOARD_MEMBER, Reach.OWN_BOARD, P.REVIEW_READ),
    *to(ADMINISTRATOR, Reach.OWN_BOARD, P.ACCOUNT_HELP),
    *reviewer(LEAD_REVIEWER),
    *reviewer(CO_REVIEWER),
    *to(
        PANEL_CHAIR, Reach.OWN_REVIEW,
        P.REVIEW_READ, P.PERSON_READ, P.SOURCES_READ, P.CHRONOLOGY_READ, P.ROLE_READ, P.OWN_PART_READ,
        P.INDEPENDENCE_DECLARE,
    ),
    *to(PANEL_CHAIR, Reach.OWN_REVIEW, P.TIMELINE_READ, P.ENTRY_READ, only="accepted"),
    *to(PANEL_CHAIR, Reach.OWN_REVIEW, P.QUESTION_READ, only="answered"),
    *to(
        PANEL_MEMBER, Reach.OWN_REVIEW,
        P.REVIEW_READ, P.PERSON_READ, P.SOURCES_READ, P.CHRONOLOGY_READ, P.OWN_PART_READ, P.INDEPENDENCE_DECLARE,
    ),
    *to(PANEL_MEMBER, Reach.OWN_REVIEW, P.TIMELINE_READ, P.ENTRY_READ, only="accepted"),
    *to(PANEL_MEMBER, Reach.OWN_REVIEW, P.QUESTION_READ, only="answered"),
    *to(
        INSPECTOR, Reach.OWN_REVIEW,
        P.REVIEW_READ, P.PERSON_READ, P.SOURCES_READ, P.CHRONOLOGY_READ, P.OWN_PART_READ,
    ),
    *to(INSPECTOR, Reach.OWN_REVIEW, P.TIMELINE_READ, P.ENTRY_READ, only="accepted"),
    *to(INSPECTOR, Reach.OWN_REVIEW, P.QUESTION_READ, only="answered"),
    *to(SAAR_AUTHOR, Reach.OWN_REVIEW, P.REVIEW_READ, P.OWN_PART_READ),
    *to(
        SAAR_AUTHOR, Reach.OWN_AGENCY,
        P.SOURCES_READ, P.DOCUMENT_READ, P.TIMELINE_READ, P.TIMELINE_UPLOAD, P.ENTRY_READ, P.AGENCY_DESK, P.DRAFT_READ,
    ),
    *to(SAAR_AUTHOR, Reach.OWN_AGENCY, P.TIMELINE_CHECK, P.DRAFT_WRITE, only="open"),
    *to(SAAR_AUTHOR, Reach.OWN_AGENCY, P.QUESTION_READ, P.QUESTION_ANSWER, only="asked"),
    *to(AGENCY_APPROVER, Reach.OWN_REVIEW, P.REVIEW_READ, P.OWN_PART_READ),
    *understanding(BUSINESS_MANAGER, Reach.OWN_BOARD),
    *understanding(LEAD_REVIEWER, Reach.OWN_REVIEW),
    *understanding(CO_REVIEWER, Reach.OWN_REVIEW),
    *to(PANEL_CHAIR, Reach.OWN_REVIEW, P.KEY_EVENT_CONFIRM),
    *noting(PANEL_CHAIR, Reach.OWN_REVIEW),
    *noting(PANEL_MEMBER, Reach.OWN_REVIEW),
    *noting(INDEPENDENT_CHAIR, Reach.OWN_BOARD),
    *to(
        AGENCY_APPROVER, Reach.OWN_AGENCY,
        P.SOURCES_READ, P.DOCUMENT_READ, P.TIMELINE_READ, P.ENTRY_READ, P.AGENCY_DESK, P.DRAFT_READ, P.TIMELINE_SIGN,
    ),
    *to(AGENCY_APPROVER, Reach.OWN_AGENCY, P.QUESTION_READ, only="asked"),
    # While a hold keeps the chronology from the Panel: who prepares it, who oversees the review, an agency its own
    *to(BUSINESS_MANAGER, Reach.OWN_BOARD, P.CHRONOLOGY_OVERSEE),
    *to(INDEPENDENT_CHAIR, Reach.OWN_BOARD, P.CHRONOLOGY_OVERSEE),
    *to(LEAD_REVIEWER, Reach.OWN_REVIEW, P.CHRONOLOGY_OVERSEE),
    *to(CO_REVIEWER, Reach.OWN_REVIEW, P.CHRONOLOGY_OVERSEE),
    *to(INSPECTOR, Reach.OWN_REVIEW, P.CHRONOLOGY_OVERSEE),
    *to(SAAR_AUTHOR, Reach.OWN_AGENCY, P.CHRONOLOGY_OVERSEE),
    *to(AGENCY_APPROVER, Reach.OWN_AGENCY, P.CHRONOLOGY_OVERSEE),
    *to(PRACTITIONER, Reach.OWN_REVIEW, P.OWN_PART_READ),
    *to(FAMILY_MEMBER, Reach.OWN_REVIEW, P.OWN_PART_READ),
    # Scope, timetable, proceedings and holds
    *to(
        BUSINESS_MANAGER, Reach.OWN_BOARD,
        P.SCOPE_READ, P.SCOPE_WRITE, P.TIMETABLE_WRITE, P.PROCESS_READ, P.PROCESS_WRITE, P.CONTACT_READ, P.HOLD_PLACE,
    ),
    *to(
        INDEPENDENT_CHAIR, Reach.OWN_BOARD,
        P.SCOPE_READ, P.SCOPE_AGREE, P.TIMETABLE_AGREE, P.PROCESS_READ, P.PROCESS_CONFIRM, P.CONTACT_READ,
        P.HOLD_PLACE, P.HOLD_RELEASE,
    ),
    *to(
        PANEL_CHAIR, Reach.OWN_REVIEW,
        P.SCOPE_READ, P.SCOPE_WRITE, P.SCOPE_AGREE, P.TIMETABLE_WRITE, P.TIMETABLE_AGREE, P.PROCESS_READ,
        P.PROCESS_WRITE, P.PROCESS_CONFIRM, P.CONTACT_READ, P.HOLD_PLACE, P.HOLD_RELEASE,
    ),
    *to(
        LEAD_REVIEWER, Reach.OWN_REVIEW,
        P.SCOPE_READ, P.SCOPE_WRITE, P.TIMETABLE_WRITE, P.PROCESS_READ, P.PROCESS_WRITE, P.CONTACT_READ,
        P.HOLD_PLACE, P.HOLD_RELEASE,
    ),
    *to(
        CO_REVIEWER, Reach.OWN_REVIEW,
        P.SCOPE_READ, P.SCOPE_WRITE, P.TIMETABLE_WRITE, P.PROCESS_READ, P.PROCESS_WRITE, P.CONTACT_READ, P.HOLD_PLACE,
    ),
    *to(PANEL_MEMBER, Reach.OWN_REVIEW, P.SCOPE_READ, P.PROCESS_READ),
    *to(INSPECTOR, Reach.OWN_REVIEW, P.SCOPE_READ, P.PROCESS_READ),
    # Where a review stands, and the method it is held to
    *to(
        BUSINESS_MANAGER, Reach.OWN_BOARD,
        P.POSITION_READ, P.REQUIREMENT_WAIVE, P.METHOD_MOVE, P.METHOD_READ, P.METHOD_WRITE,
    ),
    *to(INDEPENDENT_CHAIR, Reach.OWN_BOARD, P.POSITION_READ, P.REQUIREMENT_WAIVE, P.METHOD_READ),
    *to(BOARD_MEMBER, Reach.OWN_BOARD, P.POSITION_READ),
    *to(LEAD_REVIEWER, Reach.OWN_REVIEW, P.POSITION_READ, P.REQUIREMENT_WAIVE),
    *to(CO_REVIEWER, Reach.OWN_REVIEW, P.POSITION_READ),
    *to(PANEL_CHAIR, Reach.OWN_REVIEW, P.POSITION_READ, P.REQUIREMENT_WAIVE),
    *to(PANEL_MEMBER, Reach.OWN_REVIEW, P.POSITION_READ),
    *to(INSPECTOR, Reach.OWN_REVIEW, P.POSITION_READ),
    *to(
        BUSINESS_MANAGER, Reach.OWN_BOARD,
        P.REFERRAL_READ, P.REFERRAL_WRITE, P.THRESHOLD_RECOMMEND, P.THRESHOLD_READ, P.BODIES_TELL, P.LETTER_READ,
        P.LETTER_SEND,
    ),
    *to(
        INDEPENDENT_CHAIR, Reach.OWN_BOARD,
        P.REFERRAL_READ, P.THRESHOLD_DECIDE, P.REVIEW_OPEN, P.THRESHOLD_READ, P.LETTER_READ,
    ),
    *to(LEAD_REVIEWER, Reach.OWN_REVIEW, P.THRESHOLD_READ, P.LETTER_READ),
    *to(CO_REVIEWER, Reach.OWN_REVIEW, P.THRESHOLD_READ, P.LETTER_READ),
    *to(PANEL_CHAIR, Reach.OWN_REVIEW, P.THRESHOLD_READ, P.LETTER_READ),
    *to(PANEL_MEMBER, Reach.OWN_REVIEW, P.THRESHOLD_READ),
    *to(INSPECTOR, Reach.OWN_REVIEW, P.THRESHOLD_READ, P.LETTER_READ),
    *to(SAAR_AUTHOR, Reach.OWN_AGENCY, P.LETTER_READ, P.LETTER_ACKNOWLEDGE),
    *to(AGENCY_APPROVER, Reach.OWN_AGENCY, P.LETTER_READ, P.LETTER_ACKNOWLEDGE),
    # The Panel and its meetings
    *to(
        BUSINESS_MANAGER, Reach.OWN_BOARD,
        P.PANEL_READ, P.PANEL_WRITE, P.INDEPENDENCE_READ, P.MEETING_WRITE,
    ),
    *to(
        INDEPENDENT_CHAIR, Reach.OWN_BOARD,
        P.PANEL_READ, P.PANEL_WRITE, P.INDEPENDENCE_READ, P.INDEPENDENCE_DECIDE, P.MINUTES_APPROVE,
    ),
    *to(LEAD_REVIEWER, Reach.OWN_REVIEW, P.PANEL_READ, P.MEETING_WRITE, P.MINUTES_APPROVE),
    *to(CO_REVIEWER, Reach.OWN_REVIEW, P.PANEL_READ, P.MEETING_WRITE, P.MINUTES_APPROVE),
    *to(PANEL_CHAIR, Reach.OWN_REVIEW, P.PANEL_READ, P.INDEPENDENCE_READ, P.MEETING_WRITE, P.MINUTES_APPROVE),
    *to(PANEL_MEMBER, Reach.OWN_REVIEW, P.PANEL_READ),
    *to(INSPECTOR, Reach.OWN_REVIEW, P.PANEL_READ),
)  # fmt: skip

POLICY = (*GIVEN, *(replace(row, role=SUPPORTER) for row in GIVEN if row.role is FAMILY_MEMBER))
"""The whole table: whoever supports a family member sees what that family member sees, and so has the same rows."""

WHILE_SUSPENDED = frozenset({P.OWN_PART_READ, P.INDEPENDENCE_DECLARE})
"""All that a suspended holding still carries: its holder can see what is asked of them, and answer it (TRUST 25)."""

_by_permission: tuple[tuple[Grant, ...], dict[P, tuple[Grant, ...]]] = ((), {})


def granting(permission: P) -> tuple[Grant, ...]:
    """The rows of the policy that grant a permission, in their order."""
    global _by_permission  # sorted once for the policy in force, which tests exchange
    if _by_permission[0] is not POLICY:
        found: dict[P, list[Grant]] = {}
        for row in POLICY:
            found.setdefault(row.permission, []).append(row)
        _by_permission = POLICY, {key: tuple(rows) for key, rows in found.items()}
    return _by_permission[1].get(permission, ())
