"""The method's roles, each readable aloud. What a role may do is in `policy.py`."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What a holding of the role is tied to."""

    BOARD = "board"
    REVIEW = "review"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its key in the database, its name on screen, what its holder sees and never sees, who gives it."""

    key: str
    title: str
    level: Level
    sees: str
    never_sees: str
    given_by: str


BUSINESS_MANAGER = Role(
    "business_manager", "Board business manager", Level.BOARD,
    sees="every review of the Board: its files, its chronology and who has looked at them",
    never_sees="other Boards' reviews",
    given_by="the Board's Independent Chair",
)  # fmt: skip
INDEPENDENT_CHAIR = Role(
    "independent_chair", "Board Independent Chair", Level.BOARD,
    sees="every review of the Board",
    never_sees="other Boards' reviews",
    given_by="the Board",
)  # fmt: skip
LEAD_REVIEWER = Role(
    "lead_reviewer", "Lead Reviewer", Level.REVIEW,
    sees="everything in the review: every agency's file and the merged chronology",
    never_sees="other reviews",
    given_by="the Board business manager",
)  # fmt: skip
PANEL_MEMBER = Role(
    "panel_member", "Panel member", Level.REVIEW,
    sees="the register of people and the merged chronology of the review, from the files that have been accepted",
    never_sees="files still being checked, or other reviews",
    given_by="the Board business manager",
)  # fmt: skip
SAAR_AUTHOR = Role(
    "saar_author", "SAAR author", Level.AGENCY,
    sees="the files of the author's own agency in the review",
    never_sees="another agency's files, or the merged chronology",
    given_by="the Board business manager",
)  # fmt: skip

ROLES = {role.key: role for role in (BUSINESS_MANAGER, INDEPENDENT_CHAIR, LEAD_REVIEWER, PANEL_MEMBER, SAAR_AUTHOR)}
