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
    """A role: its key in the database, its name on screen, what its holder sees and never sees, who gives it.

    `asked` is what the method asks of its holder. Who has a role that `comes_once` signs in with no password of their
    own: they come by a one-time link and a code.
    """

    key: str
    title: str
    level: Level
    sees: str
    never_sees: str
    given_by: str
    asked: str = ""
    comes_once: bool = False


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
BOARD_MEMBER = Role(
    "board_member", "Board member", Level.BOARD,
    sees="where each review of the Board stands, and what is put before the Board",
    never_sees="agencies' files, the chronology or the register of people",
    given_by="the Board's Independent Chair",
)  # fmt: skip
ADMINISTRATOR = Role(
    "administrator", "Administrator", Level.BOARD,
    sees="who has an account and which role at the Board, to help people sign in",
    never_sees="anything of a case: no file, no entry, no name",
    given_by="the Board's Independent Chair",
)  # fmt: skip
LEAD_REVIEWER = Role(
    "lead_reviewer", "Lead Reviewer", Level.REVIEW,
    sees="everything in the review: every agency's file and the merged chronology",
    never_sees="other reviews",
    given_by="the Board business manager",
    asked="to lead the review, to declare what links you to the case, and to write its report",
)  # fmt: skip
CO_REVIEWER = Role(
    "co_reviewer", "Co-reviewer", Level.REVIEW,
    sees="everything in the review that the Lead Reviewer sees",
    never_sees="other reviews",
    given_by="the Board business manager",
    asked="to share the review's work with the Lead Reviewer, and to declare what links you to the case",
)  # fmt: skip
PANEL_CHAIR = Role(
    "panel_chair", "Panel Chair", Level.REVIEW,
    sees="what the panel sees, and who has which role in the review",
    never_sees="files still being checked, or other reviews",
    given_by="the Board business manager",
    asked="to chair the Review Panel, and to declare what links you to the case",
)  # fmt: skip
PANEL_MEMBER = Role(
    "panel_member", "Panel member", Level.REVIEW,
    sees="the register of people and the merged chronology of the review, from the files that have been accepted",
    never_sees="files still being checked, or other reviews",
    given_by="the Board business manager",
    asked="to speak for your agency at every meeting of the Panel, and to declare what links you to the case",
)  # fmt: skip
INSPECTOR = Role(
    "inspector", "Read-only inspector", Level.REVIEW,
    sees="how the review was run and its merged chronology, to read and never to change or take away",
    never_sees="files still being checked, or other reviews",
    given_by="the Board business manager",
    asked="nothing: you are here to read how the review was run",
)  # fmt: skip
SAAR_AUTHOR = Role(
    "saar_author", "SAAR author", Level.AGENCY,
    sees="the files of the author's own agency in the review",
    never_sees="another agency's files, or the merged chronology",
    given_by="the Board business manager",
    asked="to send your agency's timeline, and to write its analysis report",
)  # fmt: skip
AGENCY_APPROVER = Role(
    "agency_approver", "Agency approver", Level.AGENCY,
    sees="what the approver's own agency has sent to the review",
    never_sees="another agency's files, the merged chronology, or what practitioners say in confidence",
    given_by="the Board business manager",
    asked="to approve what your agency sends to the review",
)  # fmt: skip
PRACTITIONER = Role(
    "practitioner", "Practitioner", Level.AGENCY,
    sees="what the review is, what the practitioner is asked for and who to turn to",
    never_sees="any agency's files, the merged chronology, or what other practitioners say",
    given_by="the Board business manager",
    asked="to tell how the work looked to you at the time, so that others learn why what was done made sense",
)  # fmt: skip
FAMILY_MEMBER = Role(
    "family_member", "Family member", Level.REVIEW,
    sees="what the review is, how the family can take part and who to turn to",
    never_sees="any agency's files, the merged chronology, or anything of another family member",
    given_by="the Board business manager",
    asked="nothing you do not wish to give. If you want to, say what you saw, what helped and what did not",
    comes_once=True,
)  # fmt: skip
SUPPORTER = Role(
    "supporter", "Supporter of a family member", Level.REVIEW,
    sees="what the person they support sees, as long as that person takes part",
    never_sees="any agency's files, the merged chronology, or anything of another family member",
    given_by="the Board business manager",
    asked="to be at the side of the person you support, at their pace",
    comes_once=True,
)  # fmt: skip

ROLES = {
    role.key: role
    for role in (
        BUSINESS_MANAGER, INDEPENDENT_CHAIR, BOARD_MEMBER, ADMINISTRATOR, LEAD_REVIEWER, CO_REVIEWER, PANEL_CHAIR,
        PANEL_MEMBER, INSPECTOR, SAAR_AUTHOR, AGENCY_APPROVER, PRACTITIONER, FAMILY_MEMBER, SUPPORTER,
    )
}  # fmt: skip
