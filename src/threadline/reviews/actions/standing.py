"""Waiving a requirement of the method, and moving a review to another version of it."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.access.places import place_of, roles_used
from threadline.accounts.models import User
from threadline.domain.framework.pack import Pack, Requirement
from threadline.reviews.actions.opening import Dates, judge
from threadline.reviews.method import keep_for, pack_of
from threadline.reviews.models import PackMove, Review, Waiver


@action(Permission.REQUIREMENT_WAIVE, records="reviews.requirement_waived")
def waive(*, by: User, review: Review, requirement: str, reason: str, on: date | None = None) -> Waiver:
    """Set a requirement aside, with a reason (W.b).

    Raises Refused where the pack lets none of the person's roles waive it, without a reason, and when it is waived.
    """
    pack = pack_of(review)
    row = _requirement(pack, requirement)
    roles = [role for role in roles_used(by, Permission.REQUIREMENT_WAIVE, place_of(review)) if role in row.waivable_by]
    if not row.waivable_by:
        raise Refused(f"{row.id} may not be waived: the method leaves it to nobody.")
    if not roles:
        who = " or ".join(pack.role_title(role) for role in row.waivable_by)
        raise Refused(f"Only the {who} may waive {row.id}. Ask them.")
    if not reason.strip():
        raise Refused("Say why this requirement is waived. The reason is part of the record of the review.")
    waiver = Waiver(
        review=review, requirement=row.id, role_key=roles[0], reason=reason.strip(), waived_by=by,
        waived_on=on or timezone.localdate(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            waiver.save()
    except IntegrityError:
        raise Refused(f"{row.id} is waived already. Look at it again.") from None
    changes().detail["requirement"] = row.id
    return waiver


@action(Permission.REQUIREMENT_WAIVE, records="reviews.waiver_withdrawn", on="waiver")
def withdraw_waiver(*, by: User, waiver: Waiver, because: str) -> Waiver:
    """Take a waiver back, with a reason: the requirement counts again.

    Raises Refused without a reason, when it is withdrawn already, and where the pack lets none of the person's roles
    waive it.
    """
    found = Waiver.objects.select_for_update(of=("self",)).select_related("review").get(pk=waiver.pk)
    pack = pack_of(found.review)
    if found.withdrawn_at is not None:
        raise Refused("This waiver is withdrawn already.")
    roles = roles_used(by, Permission.REQUIREMENT_WAIVE, place_of(found.review))
    may = {
        found.role_key,
        *(row for each in pack.requirements if each.id == found.requirement for row in each.waivable_by),
    }
    if not may.intersection(roles):
        raise Refused(f"Only who may waive {found.requirement} may withdraw its waiver.")
    if not because.strip():
        raise Refused("Say why the waiver is withdrawn.")
    found.withdrawn_at, found.withdrawn_by, found.withdrawn_because = timezone.now(), by, because.strip()
    found.save()
    changes().detail["requirement"] = found.requirement
    return found


@action(Permission.METHOD_MOVE, records="reviews.pack_moved")
def move_pack(*, by: User, review: Review, seen: str, to: Pack, reason: str) -> PackMove:
    """Move a review to another version of the method, with a reason (W.a). `seen`: the digest it was looked at under.

    Raises Refused without a reason, when somebody has moved it since, for a version that is not open to the Board, and
    where the period under review could not be agreed under it.
    """
    found = Review.objects.select_for_update(of=("self",)).select_related("board", "pack").get(pk=review.pk)
    if found.pack_id != seen:
        raise Refused("Somebody moved the review while this page was open. Look at what differs now, then decide.")
    if to.digest == found.pack_id:
        raise Refused("The review is on this version already.")
    if not reason.strip():
        raise Refused("Say why the review is moved. The reason is part of the record of the review.")
    held = Dates(found.incident_on, found.period_from, found.period_to, found.period_reason)
    judged = judge(held, to)
    if not judged.may_be_agreed:
        raise Refused(f"The period under review would not fit this version. {' '.join(judged.sentences)}")
    edition = keep_for(found.board, to)
    move = PackMove(review=found, before=found.pack, after=edition, reason=reason.strip(), moved_by=by)
    found.pack = edition
    found.save()
    move.save()
    changes().detail["version"] = to.about.version
    return move


def _requirement(pack: Pack, name: str) -> Requirement:
    found = next((each for each in pack.requirements if each.id == name), None)
    if found is None:
        raise Refused(f"The method of this review has no requirement {name}.")
    return found
