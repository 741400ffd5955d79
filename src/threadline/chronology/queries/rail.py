"""The months of the chronology with how much happened in each: a way to jump, and a picture of the gaps."""

from collections.abc import Iterator, Mapping
from datetime import date

from threadline.reviews.models import Review
from threadline.ui.timeline import Month, Year

LONGEST_GAP = 12
UNDATED = 0


def years(
    counts: Mapping[int, int], *, review: Review, address: str, shown: tuple[date | None, date | None]
) -> tuple[Year, ...]:
    """The rail. `counts` are entries by month (201502); `address` leads to a month when its day is added.

    Every month of the period under review is there, those without entries too. Outside it, long stretches with
    nothing in them are left out.
    """
    dated = {month: count for month, count in counts.items() if month != UNDATED}
    found: dict[int, list[Month]] = {}
    for month in _months(dated, review):
        year, number = divmod(month, 100)
        begins = date(year, number, 1)
        current = shown[0] is not None and shown[1] is not None and _number(shown[0]) <= month <= _number(shown[1])
        found.setdefault(year, []).append(
            Month(f"{begins:%b}", dated.get(month, 0), f"{address}at={begins.isoformat()}", current)
        )
    return tuple(Year(str(year), tuple(months)) for year, months in found.items())


def _number(day: date) -> int:
    return day.year * 100 + day.month


def _months(dated: Mapping[int, int], review: Review) -> Iterator[int]:
    """The months to show, in order: those with entries, those of the period, and short gaps between."""
    wanted = sorted({*dated, *_between(_number(review.period_from), _number(review.period_to))})
    before = None
    for month in wanted:
        if before is not None and _apart(before, month) <= LONGEST_GAP:
            yield from _between(before, month, ends=False)
        yield month
        before = month


def _apart(first: int, last: int) -> int:
    return (last // 100 - first // 100) * 12 + last % 100 - first % 100


def _between(first: int, last: int, *, ends: bool = True) -> Iterator[int]:
    index, stop = first // 100 * 12 + first % 100 - 1, last // 100 * 12 + last % 100 - 1
    if not ends:
        index, stop = index + 1, stop - 1
    for each in range(index, stop + 1):
        yield each // 12 * 100 + each % 12 + 1
