"""THE policy: role — permission — reach — while. Every page, query, file, search and export goes through this table.

Owned by the Board's information governance lead: a change here is a change of who sees a child's life.
"""

from dataclasses import dataclass
from enum import StrEnum

from threadline.access.permissions import Permission as P
from threadline.access.roles import (
    BUSINESS_MANAGER,
    INDEPENDENT_CHAIR,
    LEAD_REVIEWER,
    PANEL_MEMBER,
    SAAR_AUTHOR,
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


def grant(role: Role, permission: P, reach: Reach, *, only: str = "") -> Grant:
    """A row of the table, readable aloud."""
    return Grant(role, permission, reach, only)


POLICY: tuple[Grant, ...] = (
    grant(BUSINESS_MANAGER, P.REVIEW_READ, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.REVIEW_OPEN, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.REVIEW_WRITE, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.PERSON_READ, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.PERSON_WRITE, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.SOURCES_READ, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.DOCUMENT_READ, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.TIMELINE_READ, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.TIMELINE_UPLOAD, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.TIMELINE_CHECK, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.TIMELINE_ACCEPT, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.TIMELINE_WITHDRAW, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.ENTRY_READ, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.ENTRY_WRITE, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.CHRONOLOGY_READ, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.CHRONOLOGY_EXPORT, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.AUDIT_READ, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.ROLE_READ, Reach.OWN_BOARD),
    grant(BUSINESS_MANAGER, P.ROLE_GIVE, Reach.OWN_BOARD),
    grant(INDEPENDENT_CHAIR, P.REVIEW_READ, Reach.OWN_BOARD),
    grant(INDEPENDENT_CHAIR, P.PERSON_READ, Reach.OWN_BOARD),
    grant(INDEPENDENT_CHAIR, P.SOURCES_READ, Reach.OWN_BOARD),
    grant(INDEPENDENT_CHAIR, P.TIMELINE_READ, Reach.OWN_BOARD, only="accepted"),
    grant(INDEPENDENT_CHAIR, P.ENTRY_READ, Reach.OWN_BOARD, only="accepted"),
    grant(INDEPENDENT_CHAIR, P.CHRONOLOGY_READ, Reach.OWN_BOARD),
    grant(INDEPENDENT_CHAIR, P.AUDIT_READ, Reach.OWN_BOARD),
    grant(INDEPENDENT_CHAIR, P.ROLE_READ, Reach.OWN_BOARD),
    grant(INDEPENDENT_CHAIR, P.BOARD_ROLE_GIVE, Reach.OWN_BOARD),
    grant(LEAD_REVIEWER, P.REVIEW_READ, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.PERSON_READ, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.PERSON_WRITE, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.SOURCES_READ, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.DOCUMENT_READ, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.TIMELINE_READ, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.TIMELINE_UPLOAD, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.TIMELINE_CHECK, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.TIMELINE_ACCEPT, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.TIMELINE_WITHDRAW, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.ENTRY_READ, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.ENTRY_WRITE, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.CHRONOLOGY_READ, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.CHRONOLOGY_EXPORT, Reach.OWN_REVIEW),
    grant(LEAD_REVIEWER, P.ROLE_READ, Reach.OWN_REVIEW),
    grant(PANEL_MEMBER, P.REVIEW_READ, Reach.OWN_REVIEW),
    grant(PANEL_MEMBER, P.PERSON_READ, Reach.OWN_REVIEW),
    grant(PANEL_MEMBER, P.SOURCES_READ, Reach.OWN_REVIEW),
    grant(PANEL_MEMBER, P.TIMELINE_READ, Reach.OWN_REVIEW, only="accepted"),
    grant(PANEL_MEMBER, P.ENTRY_READ, Reach.OWN_REVIEW, only="accepted"),
    grant(PANEL_MEMBER, P.CHRONOLOGY_READ, Reach.OWN_REVIEW),
    grant(SAAR_AUTHOR, P.REVIEW_READ, Reach.OWN_REVIEW),
    grant(SAAR_AUTHOR, P.SOURCES_READ, Reach.OWN_AGENCY),
    grant(SAAR_AUTHOR, P.DOCUMENT_READ, Reach.OWN_AGENCY),
    grant(SAAR_AUTHOR, P.TIMELINE_READ, Reach.OWN_AGENCY),
    grant(SAAR_AUTHOR, P.TIMELINE_UPLOAD, Reach.OWN_AGENCY),
    grant(SAAR_AUTHOR, P.TIMELINE_CHECK, Reach.OWN_AGENCY, only="open"),
    grant(SAAR_AUTHOR, P.ENTRY_READ, Reach.OWN_AGENCY),
)
