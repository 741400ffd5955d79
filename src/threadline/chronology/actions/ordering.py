"""The order of a day's entries where a person set it: written into the keys that order the whole chronology."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from threadline.chronology.models import DayOrder, Row
from threadline.reviews.models import Review

DAYS, MOMENT = 15, 23
"""How much of a sort key says the days, and how much the days and times (`records.moment_key`)."""


def day_of(row: Row) -> QuerySet[Row]:
    """The entries of the same day, or the same stretch of days, in order."""
    same = Row.objects.filter(review=row.review_id, live=True, earliest=row.earliest, latest=row.latest)
    return same.order_by("sort_key")


def apply_order(order: DayOrder) -> None:
    """Put a day's entries in the order set; those that came later stand where their times place them. Within an act."""
    here = {str(each.pk): each for each in Row.objects.filter(review=order.review_id, pk__in=order.rows)}
    moved = []
    for place, key in enumerate(order.rows, 1):
        row = here.get(key)
        if row is not None and (row.earliest, row.latest) == (order.first, order.last):
            row.sort_key = f"{row.sort_key[:DAYS]}0000{place:04d}{row.sort_key[MOMENT:]}"
            moved.append(row)
    Row.objects.bulk_update(moved, ["sort_key"])


def apply_orders(review: Review) -> None:
    """The same for every day that was put in order, after rows were read anew. Within an act."""
    latest: dict[tuple[date, date], DayOrder] = {}
    orders: Iterable[DayOrder] = DayOrder.objects.filter(review=review).order_by("pk")
    for order in orders:
        latest[order.first, order.last] = order
    for order in latest.values():
        apply_order(order)
