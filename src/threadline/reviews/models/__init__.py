"""The records of a review that every later part reads."""

from threadline.reviews.models.holds import Hold
from threadline.reviews.models.pack import BoardPack, PackEdition, Publication
from threadline.reviews.models.processes import Contact, Process
from threadline.reviews.models.review import REFERENCE, ContributingAgency, Review
from threadline.reviews.models.scope import KeyPoint, Scope, ScopeAgency, ScopeQuestion, ScopeSource
from threadline.reviews.models.standing import PackMove, Waiver
from threadline.reviews.models.timetable import DateMoved, PlannedMilestone, Timetable

__all__ = [
    "REFERENCE",
    "BoardPack",
    "Contact",
    "ContributingAgency",
    "DateMoved",
    "Hold",
    "KeyPoint",
    "PackEdition",
    "PackMove",
    "PlannedMilestone",
    "Process",
    "Publication",
    "Review",
    "Scope",
    "ScopeAgency",
    "ScopeQuestion",
    "ScopeSource",
    "Timetable",
    "Waiver",
]
