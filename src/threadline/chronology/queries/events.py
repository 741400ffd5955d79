"""Which entries people have tied as accounts of one event."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Count, Sum

from threadline.chronology.models import AgencyFile, Judgement, Row, TypedEntry
from threadline.reviews.models import Review

Tied = Mapping[UUID, tuple[UUID, ...]]
"""Every tied entry with all the accounts of its event, itself among them, in order of their ids."""


def tied(review: Review) -> Tied:
    """The events of a review that have several accounts. Within its scope; the ids alone, so no policy is asked."""
    pairs = Judgement.objects.filter(review=review, says=Judgement.Says.SAME).order_by().values_list("a_id", "b_id")
    return joined(pairs)


def joined(pairs: Iterable[tuple[UUID, UUID]]) -> dict[UUID, tuple[UUID, ...]]:
    """Who is tied to whom, through any others."""
    members: dict[UUID, set[UUID]] = {}
    for a, b in pairs:
        left, right = members.get(a, {a}), members.get(b, {b})
        if left is right:
            continue
        small, large = sorted((left, right), key=len)
        large |= small
        for each in small:
            members[each] = large
        members.setdefault(a, large)
        members.setdefault(b, large)
    ordered: dict[int, tuple[UUID, ...]] = {}
    return {one: ordered.setdefault(id(several), tuple(sorted(several))) for one, several in members.items()}


def fingerprint(review: Review) -> str:
    """What changes whenever the entries of the chronology do: counts and versions, no content."""
    live = Row.objects.filter(review=review, live=True).count()
    accepted = AgencyFile.objects.filter(review=review, state=AgencyFile.State.ACCEPTED)
    typed = TypedEntry.objects.filter(row__review=review)
    files = accepted.aggregate(many=Count("pk"), versions=Sum("version"))
    hand = typed.aggregate(many=Count("pk"), versions=Sum("version"))
    return "/".join(str(each or 0) for each in (live, *files.values(), *hand.values()))
