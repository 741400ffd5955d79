"""The papers that a meeting needs, by the ids that agendas use, and where each stands in the service (2.7.c).

A later area registers in its `AppConfig.ready`: `papers.add("merged_timeline", "chronology:merged", Permission.…)`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.reviews.models import Review

TITLES = {
    "referral": "The referral",
    "threshold_answers": "The answers to the threshold test",
    "scope": "The scope of the review",
    "agency_timelines": "The agencies' timelines",
    "merged_timeline": "The merged timeline",
    "key_events": "Key events",
    "family_network": "The family association network",
    "engagement_record": "The record of engagement with the family",
    "declarations": "Declarations of independence",
    "attendance": "Attendance so far",
    "agency_analyses": "Agency analysis reports",
    "information_sources": "Other sources of information",
    "holds": "Other proceedings, and what must wait",
    "timetable": "The timetable",
    "learning_event_plan": "The plan of the learning event",
    "learning_event_summary": "The summary of the learning event",
    "draft_report": "The draft report",
    "final_report": "The final report",
    "challenges": "Challenges to findings, and their answers",
    "recommendations": "Practice challenges or recommendations",
    "action_plan": "The action plan",
    "publication_plan": "The plan of publication",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of an item: its title, and its address where the service has it and the reader may see it."""

    title: str
    href: str


_places: dict[str, tuple[str, Permission]] = {}


def add(paper: str, page: str, permission: Permission) -> None:
    """Say on which page of a review a paper stands, and who may open it. Raises KeyError for no paper of an agenda."""
    if paper not in TITLES:
        raise KeyError(paper)
    _places[paper] = page, permission


def of(names: Iterable[str], *, review: Review, standing: Standing) -> list[Paper]:
    """The papers of an item for a reader; without an address where the service does not have it, or not for them."""
    return [Paper(TITLES.get(name, name), _href(name, review, standing)) for name in names]


def standing_of(review: Review, viewer: User) -> Standing:
    """What a reader may see in the review, asked once for a whole agenda."""
    return Standing(viewer, review)


def _href(name: str, review: Review, standing: Standing) -> str:
    page, permission = _places.get(name, ("", None))
    if permission is None or not standing.may(permission):
        return ""
    return reverse(page, args=[review.reference])
