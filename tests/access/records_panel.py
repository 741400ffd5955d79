"""Records of the Panel for the reach tests."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.apps import apps
from django.db.models import Model
from django.utils import timezone
from tests.access.records import Placed, makes

from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.panel import models
from threadline.reviews.models import Review


@makes("panel.Member")
def _members(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_member(review), review.board, review)


def _member(review: Review) -> Model:
    made = models.Member(review=review, post="panel_member", name="Somebody", from_on=date(2016, 1, 4))
    made.save()
    return made


@makes("panel.Declaration")
def _declarations(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    made = models.Declaration(member=_member(review), answers=[], signed_name="Somebody", signed_on=date(2016, 1, 4))
    made.save()
    yield Placed(made, review.board, review)


@makes("panel.ChairsDecision")
def _chairs_decisions(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    made = models.ChairsDecision(member=_member(review), kind="override", reasons="Long ago", findings=[], by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("panel.RecruitmentCheck")
def _recruitment_checks(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    made = models.RecruitmentCheck(member=_member(review), check_id="identity", seen_on=date(2016, 1, 4), by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("panel.CoReviewerChoice")
def _co_reviewer_choices(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    made = models.CoReviewerChoice(
        review=review, needed=False, considered_on=date(2016, 1, 4), reasons="Small", by=person
    )
    made.save()
    yield Placed(made, review.board, review)


def _meeting(review: Review, person: User) -> Model:
    now = timezone.now()
    made = models.Meeting(
        review=review, kind="initial", title="Meeting", starts=now, ends=now + timedelta(1), called_by=person
    )
    made.save()
    return made


@makes("panel.Meeting")
def _meetings(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_meeting(review, person), review.board, review)


def _of_meeting(review: Review, person: User, model: str, **said: object) -> Placed:
    made = apps.get_model("panel", model)(meeting=_meeting(review, person), **said)
    made.save()
    return Placed(made, review.board, review)


@makes("panel.Attendance")
def _attendances(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield _of_meeting(review, person, "Attendance", name="Somebody")


@makes("panel.Decision")
def _decisions(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    said = {"item": "x", "words": "Yes", "agreed": True, "decided_on": date(2016, 1, 4), "by": person}
    yield _of_meeting(review, person, "Decision", **said)


@makes("panel.Note")
def _notes(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield _of_meeting(review, person, "Note", item="x")


@makes("panel.Action")
def _actions(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    owner = _of_meeting(review, person, "Attendance", name="Somebody").record
    yield _of_meeting(review, person, "Action", item="x", words="Do it", owner=owner, due_on=date(2016, 1, 4))


@makes("panel.Minutes")
def _minutes(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield _of_meeting(review, person, "Minutes", number=1, sections=[], by=person)
