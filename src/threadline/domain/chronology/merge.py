"""Many agencies' readings into one chronology, in one order that depends on nothing but the entries themselves."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from threadline.domain import dates
from threadline.domain.chronology.beside import Said
from threadline.domain.chronology.entries import Attention, Entry, LeftOut, Reading, TableName
from threadline.domain.dates import DateReading

ORDER = (
    "Entries stand in order of their earliest day, then their latest day, then their time, so that an exact day "
    "comes before a month "
    "that begins on it, and what has no time comes first on its day. At the same moment they stand by agency, "
    "then file, table and "
    "row (from the bottom up in a table that is written newest first). Entries without any date come last, in the "
    "same way."
)
"""The order in words, for the pages and files that show it."""


@dataclass(frozen=True, slots=True)
class ReviewPeriod:
    """The time under review, both days included. `ValueError` when it ends before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that runs backwards."""
        if self.last < self.first:
            raise ValueError(f"The period ends ({self.last}) before it begins ({self.first})")

    def holds(self, when: DateReading) -> bool | None:
        """True when any possible day of a reading is in the period, False when none is, None when no day is known."""
        if when.earliest is None and when.latest is None:
            return None
        begins, ends = when.earliest or date.min, when.latest or date.max
        return begins <= self.last and ends >= self.first


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in its place: its number from 1, whether it is in the period (None: not known, or no period was given),
    and what people say beside it.
    """

    number: int
    entry: Entry
    in_period: bool | None = None
    beside: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One file that went in, in figures, with what concerns it as a whole."""

    file: str
    kind: str
    digest: str
    agency: str
    entries: int
    left_out: int
    notes: tuple[str, ...] = ()
    attention: tuple[Attention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """The merged chronology: entries in order, the files they came from, the rows left out, and the period if one was
    given.
    """

    entries: tuple[Placed, ...]
    sources: tuple[Source, ...]
    left_out: tuple[LeftOut, ...]
    period: ReviewPeriod | None = None
    notes: tuple[str, ...] = ()

    @property
    def per_agency(self) -> dict[str, int]:
        """How many entries each agency has, every agency that sent a file included, by name."""
        counts = Counter({source.agency: 0 for source in self.sources})
        counts.update(placed.entry.agency for placed in self.entries)
        return {agency: counts[agency] for agency in sorted(counts, key=str.casefold)}

    @property
    def per_month(self) -> dict[str, int]:
        """How many entries begin in each month ("2015-02"), months without any between the first and the last
        included.
        """
        counts = Counter(f"{when.year:04}-{when.month:02}" for when in map(_begins, self.entries) if when)
        return {month: counts[month] for month in _months(sorted(counts))}

    @property
    def undated(self) -> int:
        """How many entries have no date at all."""
        return sum(_begins(placed) is None for placed in self.entries)

    @property
    def outside(self) -> int:
        """How many entries are certainly outside the period."""
        return sum(placed.in_period is False for placed in self.entries)

    @property
    def silent(self) -> tuple[str, ...]:
        """The agencies that sent a file and have no entry in the period (or at all, when no period was given)."""
        heard = {placed.entry.agency for placed in self.entries if placed.in_period is not False}
        return tuple(agency for agency in self.per_agency if agency not in heard)

    @property
    def attention(self) -> tuple[tuple[Placed, Attention], ...]:
        """Every matter of every entry, in the order of the chronology."""
        return tuple((placed, matter) for placed in self.entries for matter in placed.entry.attention)


def merge(readings: Iterable[Reading], *, period: ReviewPeriod | None = None) -> Chronology:
    """Merge readings into one chronology.

    The result does not depend on the order of the readings, and a reading given twice counts once, as does a file sent
    twice under two names (the second is noted). Entries outside `period` are kept and marked.
    """
    kept, notes = _once(readings)
    entries = in_order(entry for reading in kept for entry in reading.entries)
    return Chronology(
        entries=tuple(
            Placed(number, entry, period.holds(entry.when) if period else None)
            for number, entry in enumerate(entries, 1)
        ),
        sources=tuple(_source(reading) for reading in kept),
        left_out=tuple(row for reading in kept for row in reading.left_out),
        period=period,
        notes=tuple(notes),
    )


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries in the order of a chronology: see `ORDER`."""
    held = list(entries)
    tables: dict[tuple[str, TableName], list[Entry]] = {}
    for entry in held:
        tables.setdefault((entry.place.file, entry.place.table), []).append(entry)
    backwards = {key for key, rows in tables.items() if _newest_first(rows)}
    return sorted(held, key=lambda entry: _key(entry, (entry.place.file, entry.place.table) in backwards))


def _newest_first(rows: list[Entry]) -> bool:
    """True when a table's exact days mostly run backwards as its rows go down."""
    ordered = sorted((entry for entry in rows if entry.when.earliest), key=lambda entry: entry.place.row)
    days = [entry.when.earliest for entry in ordered if entry.when.earliest]
    steps = [(later > earlier) - (later < earlier) for earlier, later in pairwise(days)]
    return sum(steps) < 0


def _key(entry: Entry, backwards: bool) -> tuple[object, ...]:
    place = entry.place
    table = (0, place.table, "") if isinstance(place.table, int) else (1, 0, place.table)
    row = -place.row if backwards else place.row
    return (
        *dates.sort_key(entry.when),
        entry.agency.casefold(),
        entry.agency,
        place.file.casefold(),
        place.file,
        table,
        row,
    )


def _once(readings: Iterable[Reading]) -> tuple[list[Reading], list[str]]:
    """Drop a file given twice, by name and content, and note a file sent again under another name."""
    kept: dict[tuple[str, str], Reading] = {}
    for reading in readings:
        key = (reading.file, reading.digest or repr(reading))
        held = kept.setdefault(key, reading)
        if held != reading:
            kept[key] = min(held, reading, key=repr)
    ordered = sorted(kept.values(), key=lambda reading: (reading.file.casefold(), reading.file, reading.digest))
    first: dict[str, str] = {}
    unique: list[Reading] = []
    notes: list[str] = []
    for reading in ordered:
        if reading.digest and reading.digest in first:
            notes.append(f"“{reading.file}” is the same file as “{first[reading.digest]}”. Its rows are counted once.")
            continue
        if reading.digest:
            first[reading.digest] = reading.file
        unique.append(reading)
    return unique, notes


def _source(reading: Reading) -> Source:
    return Source(
        reading.file,
        reading.kind,
        reading.digest,
        reading.agency,
        len(reading.entries),
        len(reading.left_out),
        reading.notes,
        reading.attention,
    )


def _begins(placed: Placed) -> date | None:
    return placed.entry.when.earliest or placed.entry.when.latest


def _months(held: Sequence[str]) -> list[str]:
    """Every month from the first to the last, but for gaps of more than ten years (a mistyped century)."""
    months: list[str] = []
    for month in held:
        year, number = int(month[:4]), int(month[5:])
        if months:
            last_year, last = int(months[-1][:4]), int(months[-1][5:])
            gap = (year - last_year) * 12 + number - last
            if gap <= 120:
                months.extend(
                    f"{(last_year * 12 + last - 1 + step) // 12:04}-{(last_year * 12 + last - 1 + step) % 12 + 1:02}"
                    for step in range(1, gap)
                )
        months.append(month)
    return months


def only(chronology: Chronology, entries: Sequence[Placed]) -> Chronology:
    """Return the chronology with only these entries, numbers kept: a filtered view for the writers."""
    return replace(chronology, entries=tuple(entries))
