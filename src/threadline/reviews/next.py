"""What scope, timetable and holds tell "My work" and a review's overview: what is to do, what others have done."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.reviews.frame import Changed, Next
from threadline.reviews.models import DateMoved, Hold, Review, Scope
from threadline.reviews.queries.holds import listed
from threadline.reviews.queries.scope import opened
from threadline.ui.words import day


def next_in(review: Review, viewer: User) -> list[Next]:
    """A scope to agree or to go on with, and holds to be looked at again."""
    with review_scope(review):
        return [*_scope(review, viewer), *_holds(review, viewer)]


def _scope(review: Review, viewer: User) -> Iterator[Next]:
    scope = opened(review)
    if scope is None:
        return
    href = reverse("reviews:scope_version", args=[review.reference, scope.number])
    if scope.state == Scope.State.PROPOSED and may(viewer, Permission.SCOPE_AGREE, review):
        own = scope.proposed_by_id == viewer.pk
        title = "The scope you proposed waits to be agreed" if own else "Agree the scope, or send it back"
        yield Next(title, href, f"{scope}: {scope.because}"[:200], others=own)
    elif scope.state == Scope.State.DRAFT and may(viewer, Permission.SCOPE_WRITE, review):
        back = f"Sent back: {scope.returned_because}"[:200] if scope.returned_because else "It is being prepared."
        yield Next(f"Go on with {str(scope).lower()} of the scope", href, back)


def _holds(review: Review, viewer: User) -> Iterator[Next]:
    if not may(viewer, Permission.HOLD_PLACE, review):
        return
    for shown in listed(review=review, viewer=viewer):
        if shown.look_again and shown.overdue:
            href = reverse("reviews:hold_keep", args=[review.reference, shown.hold.pk])
            hint = f"Ask {shown.hold.asked_by}. It was to be looked at by {day(shown.look_again)}."
            yield Next(
                f"Ask whether the hold must go on: {shown.hold}", href, hint, "Late", "late", due=shown.look_again
            )


def changed_in(review: Review, viewer: User, since: datetime) -> list[Changed]:
    """Scopes agreed, dates moved, holds placed and released by others since then."""
    with review_scope(review):
        return [told for who, told in _happenings(review, viewer) if told.at > since and who != viewer]


def _happenings(review: Review, viewer: User) -> Iterator[tuple[User | None, Changed]]:
    moves = DateMoved.objects.filter(timetable__review=review).select_related("by")
    for move in visible(viewer, Permission.REVIEW_READ, moves):
        href = reverse("reviews:timetable", args=[review.reference])
        yield move.by, Changed(move.at, f"{move.by} changed the timetable. {move.what}", href)
    holds = Hold.objects.filter(review=review).select_related("placed_by")
    for hold in visible(viewer, Permission.REVIEW_READ, holds):
        href = reverse("reviews:holds", args=[review.reference])
        yield hold.placed_by, Changed(hold.placed_at, f"{hold.placed_by} placed a hold: {hold}", href)
    scopes = Scope.objects.filter(review=review, proposed_at__isnull=False).select_related("proposed_by")
    for scope in visible(viewer, Permission.SCOPE_READ, scopes):
        href = reverse("reviews:scope_version", args=[review.reference, scope.number])
        at = scope.proposed_at or timezone.now()
        yield scope.proposed_by, Changed(at, f"{scope.proposed_by} proposed {str(scope).lower()} of the scope", href)
