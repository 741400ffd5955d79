"""The records of the Panel: who sits on it and how independent they are, its meetings and what they settled."""

from threadline.panel.models.meetings import Action, Attendance, Decision, Meeting, Minutes, Note
from threadline.panel.models.members import ChairsDecision, CoReviewerChoice, Declaration, Member, RecruitmentCheck

__all__ = [
    "Action",
    "Attendance",
    "ChairsDecision",
    "CoReviewerChoice",
    "Decision",
    "Declaration",
    "Meeting",
    "Member",
    "Minutes",
    "Note",
    "RecruitmentCheck",
]
