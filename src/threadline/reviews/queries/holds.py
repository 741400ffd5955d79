"""What must wait, in a review: for the frame, for the task list, and for every act that a hold can stop (2.2.f)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils import timezone

from threadline.access.memory import once
from threadline.access.permissions import Permission
from threadline.access.places import place_of, roles_used
from threadline.access.reach import may, visible
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.database.compiled import compiled
from threadline.domain.framework import holding as rule
from threadline.domain.framework.holding import ActiveHold
from threadline.domain.framework.pack import Hold as Kind
from threadline.domain.framework.registry import ACTS
from threadline.reviews.method import pack_of
from threadline.reviews.models import Hold, Review
from threadline.ui.words import day, sentence


def standing(review: Model) -> list[Hold]:
    """The holds that stand in a review, the oldest first. Asks no permission: for what the service itself goes by."""
    return once(lambda: _standing(review=review.pk), "holds", review.pk)


@compiled(review=UUID)
def _standing(review: UUID) -> QuerySet[Hold]:
    with review_scope(Review(pk=review)):
        return Hold.objects.filter(released_on__isnull=True)


def active_holds(*, review: Review) -> tuple[ActiveHold, ...]:
    """The holds that stand, as `domain.framework` takes them: `Circumstances.holds` of the task list.

    For what the service works out by itself; what a person is shown goes through `held_words` and `listed`.
    """
    return tuple(active(hold) for hold in standing(review))


def active(hold: Hold) -> ActiveHold:
    """A hold as the domain knows it."""
    return ActiveHold(frozenset(hold.acts), hold.since, f"{hold.says} Ask {hold.asked_by}.")


def stops(act: str, review: Model, within_act: bool) -> str:
    """The sentences of the holds that stop an act; "" where none does. What `access.holding` asks before every act.

    Within an act it first locks the review's row, as placing a hold does: the two come one after the other.
    """
    if within_act:
        Review.objects.select_for_update(of=("self",)).filter(pk=review.pk).first()
    return rule.refusal(act, [active(hold) for hold in standing(review)])


def held_words(*, review: Review) -> tuple[str, ...]:
    """A sentence for each hold that stands, for the bar at the top of every page of the review."""
    return tuple(
        f"{hold.title}, since {day(hold.since)}. {sentence(acts_in_words(hold.acts))} must wait. Ask {hold.asked_by}."
        for hold in standing(review)
    )


def acts_in_words(acts: list[str]) -> str:
    """ "speaking with the family and publishing the report"."""
    words = [ACTS.get(act, act) for act in acts]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


@dataclass(frozen=True, slots=True)
class HoldShown:
    """A hold as its page shows it: what waits, what may go on, by when it is looked at again, who may end it."""

    hold: Hold
    kind: Kind | None
    waits: tuple[str, ...]
    look_again: date | None
    overdue: bool
    may_keep: bool
    may_release: bool
    released_by: str


def listed(*, review: Review, viewer: User) -> list[HoldShown]:
    """Every hold of the review, those that stand first, for whoever may read the review."""
    holds = Hold.objects.filter(review=review).select_related("placed_by", "released_by", "process", "review")
    seen = visible(viewer, Permission.REVIEW_READ, holds)
    may_keep = may(viewer, Permission.HOLD_PLACE, review)
    roles = roles_used(viewer, Permission.HOLD_RELEASE, place_of(review))
    shown = [_shown(hold, may_keep, roles) for hold in seen]
    return sorted(shown, key=lambda each: (each.hold.released_on is not None, each.hold.since))


def _shown(hold: Hold, may_keep: bool, roles: list[str]) -> HoldShown:
    pack = pack_of(hold.review)
    kind = next((each for each in pack.holds if each.id == hold.kind), None)
    stands = hold.released_on is None
    look_again = rule.review_due(kind, hold.looked_at) if kind and stands else None
    releasing = kind.released_by if kind else ()
    return HoldShown(
        hold=hold,
        kind=kind,
        waits=tuple(ACTS.get(act, act) for act in hold.acts),
        look_again=look_again,
        overdue=look_again is not None and look_again < timezone.localdate(),
        may_keep=may_keep and stands,
        may_release=stands and any(role in releasing for role in roles),
        released_by=" or ".join(pack.role_title(role) for role in releasing),
    )


def may_place(*, review: Review, viewer: User) -> bool:
    """Whether the viewer may place a hold."""
    return may(viewer, Permission.HOLD_PLACE, review)


def kinds(*, review: Review) -> tuple[Kind, ...]:
    """The kinds of hold that the review's method names."""
    return pack_of(review).holds
