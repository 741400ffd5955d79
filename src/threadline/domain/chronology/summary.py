"""A merged chronology told in plain lines: how much from whom and when, what needs a person, what was left out and
why.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from threadline.domain.chronology.entries import Attention, LeftOut, Level, TableName, Why
from threadline.domain.chronology.merge import Chronology
from threadline.domain.chronology.writers.view import day_in_words

_BAR = 40
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def summary(chronology: Chronology) -> Iterator[str]:
    """Yield the lines of the summary, top to bottom."""
    yield _opening(chronology)
    if chronology.period:
        first, last = day_in_words(chronology.period.first), day_in_words(chronology.period.last)
        yield (
            f"Period: {first} to {last}. {_count(chronology.outside, 'entry is', 'entries are')} outside it, "
            f"kept and marked."
        )
    if chronology.undated:
        yield (
            f"{_count(chronology.undated, 'entry has', 'entries have')} no date and "
            f"{'stands' if chronology.undated == 1 else 'stand'} at the end."
        )
    yield from chronology.notes
    yield from _agencies(chronology)
    yield from _months(chronology)
    yield from _attention(chronology)
    yield from _left_out(chronology)


def _opening(chronology: Chronology) -> str:
    files = _count(len(chronology.sources), "file", "files")
    return (
        f"{files}: {_count(len(chronology.entries), 'entry', 'entries')}, "
        f"{_count(len(chronology.left_out), 'row', 'rows')} left out."
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _agencies(chronology: Chronology) -> Iterator[str]:
    yield from ("", "Entries for each agency")
    counts = chronology.per_agency
    wide = max(map(len, counts), default=0)
    for agency, count in counts.items():
        yield f"  {agency:<{wide}}  {count:>6,}"
    for agency in chronology.silent:
        yield f"  {agency} has nothing {'in the period' if chronology.period else 'that could be read'}."


def _months(chronology: Chronology) -> Iterator[str]:
    counts = chronology.per_month
    if not counts:
        return
    yield from ("", "Entries in each month")
    most = max(counts.values())
    for month, count in counts.items():
        bar = "#" * max(round(count / most * _BAR), 1 if count else 0)
        yield f"  {_MONTHS[int(month[5:]) - 1]} {month[:4]}  {count:>5,}  {bar}".rstrip()


def _attention(chronology: Chronology) -> Iterator[str]:
    of_files = [(source.file, matter) for source in chronology.sources for matter in source.attention]
    of_rows = [(str(placed.entry.place), matter) for placed, matter in chronology.attention]
    asked = [pair for pair in (*of_files, *of_rows) if pair[1].level is Level.ASK]
    noted = [pair for pair in (*of_files, *of_rows) if pair[1].level is Level.NOTE]
    if asked:
        yield from ("", f"Needs a person ({len(asked):,})")
        yield from _matters(asked)
    if noted:
        yield from ("", f"Worth a look ({len(noted):,})")
        yield from _matters(noted)
    if not asked and not noted:
        yield from ("", "Nothing needs attention.")


def _matters(found: Iterable[tuple[str, Attention]]) -> Iterator[str]:
    for where, matter in found:
        yield f"  {where}: {matter.sentence} {matter.remedy}".rstrip()


def _left_out(chronology: Chronology) -> Iterator[str]:
    if not chronology.left_out:
        return
    yield from ("", f"Rows left out ({len(chronology.left_out):,})")
    for _, rows in groupby(sorted(chronology.left_out, key=_order), key=_reason):
        group = list(rows)
        first = group[0]
        table = f"table {first.place.table + 1}" if isinstance(first.place.table, int) else f"“{first.place.table}”"
        numbers = _runs([row.place.row for row in group])
        yield f"  {first.place.file}, {table}, {'row' if len(group) == 1 else 'rows'} {numbers}: {first.sentence}"


def _order(row: LeftOut) -> tuple[str, bool, TableName, str, str, int]:
    return (row.place.file, isinstance(row.place.table, str), row.place.table, row.why, row.sentence, row.place.row)


def _reason(row: LeftOut) -> tuple[str, TableName, Why, str]:
    return (row.place.file, row.place.table, row.why, row.sentence)


def _runs(numbers: list[int]) -> str:
    """Return "1 to 3, 16, 31"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
