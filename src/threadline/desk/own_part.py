"""A person's own first page in a review: what the review is, what is asked of them, who to turn to, what they see."""

from dataclasses import dataclass

from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.access.roles import BUSINESS_MANAGER, PRACTITIONER
from threadline.accounts.models import User
from threadline.reviews import frame
from threadline.reviews.models import Review


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What one person's page says. `opens` is whether the case opens to them; `waits`, that it is to be decided."""

    held: tuple[RoleHolding, ...]
    asked: tuple[frame.Next, ...]
    turn_to: tuple[User, ...]
    opens: bool
    waits: bool
    of_family: bool
    practitioner: bool


def own_part(*, review: Review, viewer: User) -> OwnPart:
    """A person's part in a review, by the roles they hold in it now."""
    active = RoleHolding.objects.active(at=timezone.now())
    mine = active.filter(user=viewer, review=review).order_by("starts")
    held = tuple(mine.select_related("agency", "user", "supports__user"))
    managers = active.filter(board=review.board, role_key=BUSINESS_MANAGER.key).select_related("user")
    return OwnPart(
        held=held,
        asked=tuple(frame.what_is_asked(review, viewer)),
        turn_to=tuple(each.user for each in managers.order_by("user__name")),
        opens=may(viewer, Permission.REVIEW_READ, review),
        waits=any(each.suspended_at for each in held),
        of_family=any(each.role.comes_once for each in held),
        practitioner=any(each.role == PRACTITIONER for each in held),
    )


def reviews_with_a_part(*, viewer: User, only: str = "") -> list[Review]:
    """The reviews in which a person has a part and which do not open to them otherwise; `only` is a review's id."""
    mine = visible(viewer, Permission.OWN_PART_READ, Review.objects.select_related("board"))
    opened = visible(viewer, Permission.REVIEW_READ, Review.objects.all()).values("pk")
    found = mine.exclude(pk__in=opened)
    return list(found.filter(pk=only) if only else found)
