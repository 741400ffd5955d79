"""The records of a review that every later part reads."""

from threadline.reviews.models.holds import Hold
from threadline.reviews.models.pack import PackEdition
from threadline.reviews.models.processes import Contact, Process
from threadline.reviews.models.review import REFERENCE, ContributingAgency, Review
from threadline.reviews.models.scope import KeyPoint, Scope, ScopeAgency, ScopeQuestion, ScopeSource
from threadline.reviews.models.timetable import DateMoved, PlannedMilestone, Timetable

__all__ = [
    "REFERENCE",
    "Contact",
    "ContributingAgency",
    "DateMoved",
    "Hold",
    "KeyPoint",
    "PackEdition",
    "PlannedMilestone",
    "Process",
    "Review",
    "Scope",
    "ScopeAgency",
    "ScopeQuestion",
    "ScopeSource",
    "Timetable",
]
