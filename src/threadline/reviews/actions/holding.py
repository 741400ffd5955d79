"""Placing a hold, saying that it must go on, releasing it (2.2.f)."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.access.places import place_of, roles_used
from threadline.accounts.models import User
from threadline.domain.framework import holding as rule
from threadline.domain.framework.pack import Hold as Kind
from threadline.reviews import telling
from threadline.reviews.actions.overtaking import Overtaken
from threadline.reviews.method import pack_of
from threadline.reviews.models import Hold, Process, Review


def kind_of(review: Review, kind: str) -> Kind:
    """A kind of hold that the review's pack names. Raises Refused for another."""
    found = next((each for each in pack_of(review).holds if each.id == kind), None)
    if found is None:
        raise Refused("This review's method does not name that kind of hold. Choose one of those it names.")
    return found


@action(Permission.HOLD_PLACE, records="reviews.hold_placed")
def place_hold(
    *, by: User, review: Review, kind: str, acts: Sequence[str], since: date, asked_by: str, because: str,
    process: Process | None = None,
) -> Hold:  # fmt: skip
    """Place a hold: from now on nobody can do what it stops: the kind's own acts, and `acts` of those it may stop.

    Raises Refused where the kind cannot stop one of them, nobody is named as asking, the day is yet to come, or the
    same hold stands already.
    """
    named = kind_of(review, kind)
    _alone(review)
    if not asked_by.strip():
        raise Refused("Say who asked for the hold: name and office.")
    if since > timezone.localdate():
        raise Refused("A hold starts today or earlier. Place it on the day it begins.")
    if process is not None and process.review_id != review.pk:
        raise Refused("Choose one of this review's proceedings.")
    try:
        stopped = rule.acts_stopped(named, acts)
    except rule.CannotHold as fault:
        raise Refused(str(fault)) from None
    same = Hold.objects.filter(review=review, kind=named.id, since=since, asked_by=asked_by.strip())
    if same.filter(released_on__isnull=True, acts=sorted(stopped)).exists():
        raise Refused("This hold stands already: the same acts, since the same day, asked for by the same person.")
    hold = Hold(
        review=review, process=process, kind=named.id, title=named.title, says=named.says, acts=sorted(stopped),
        since=since, asked_by=asked_by.strip(), because=because.strip(), placed_by=by, looked_at=since,
    )  # fmt: skip
    hold.save()
    changes().detail["kind"] = named.id
    _tell(hold, "hold-placed", by, until=rule.review_due(named, since))
    return hold


@action(Permission.HOLD_PLACE, records="reviews.hold_looked_at", on="hold")
def keep_hold(*, by: User, hold: Hold, version: int, asked: date) -> Hold:
    """Record that whoever asked was asked again on that day, and it must go on. Raises Overtaken, Refused."""
    hold = _current(hold, version)
    if not hold.looked_at <= asked <= timezone.localdate():
        raise Refused("Give a day between when this hold was last looked at and today.")
    hold.looked_at = asked
    hold.save()
    return hold


@action(Permission.HOLD_RELEASE, records="reviews.hold_released", on="hold")
def release_hold(*, by: User, hold: Hold, version: int, authority: str, reason: str) -> Hold:
    """End a hold: what it stopped may be done again, unless another hold stops it.

    Raises Overtaken; Refused without a named authority and a reason, or where nobody in this person's roles may release
    a hold of this kind.
    """
    hold = _current(hold, version)
    named = kind_of(hold.review, hold.kind)
    held = roles_used(by, Permission.HOLD_RELEASE, place_of(hold))
    role = next((each for each in held if each in named.released_by), "")
    try:
        rule.check_release(named, role=role, authority=authority, reason=reason)
    except rule.CannotHold as fault:
        raise Refused(str(fault)) from None
    hold.released_on, hold.released_by = timezone.localdate(), by
    hold.release_authority, hold.release_reason = authority.strip(), reason.strip()
    hold.save()
    changes().detail["kind"] = hold.kind
    _tell(hold, "hold-released", by)
    return hold


def _tell(hold: Hold, kind: str, by: User, **values: date) -> None:
    link = reverse("reviews:holds", args=[hold.review.reference])
    telling.tell(hold.review, kind, by=by, link=link, acts=telling.acts_in_few_words(hold.acts), **values)


def _alone(review: Review) -> None:
    """Wait for acts under way that the hold could stop; until this act ends, the next of them waits for it."""
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)


def _current(hold: Hold, version: int) -> Hold:
    _alone(hold.review)
    found = Hold.objects.select_for_update(of=("self",)).select_related("review__board").get(pk=hold.pk)
    if found.released_on is not None:
        raise Overtaken("This hold was released while this page was open.")
    if found.version != version:
        raise Overtaken("Somebody changed this hold while this page was open. Look at it again, then save.")
    found.version += 1
    return found
