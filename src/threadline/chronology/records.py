"""Between the domain's values and the records: an entry or a row left out as a `Row`, and back."""

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Protocol

from threadline.chronology.models import AgencyFile, Row
from threadline.domain import dates
from threadline.domain.chronology.entries import (
    Act,
    Attention,
    Entry,
    LeftOut,
    Level,
    Meaning,
    Place,
    Reading,
    TableName,
    Why,
)
from threadline.domain.dates import DateReading, Precision, Problem, Qualifier

AGENCY_BYTES, FILE_BYTES = 22, 10
NAMED_ELSEWHERE = frozenset({Meaning.EVENT, Meaning.DATE, Meaning.DATE_TIME, Meaning.TIME, Meaning.SEQUENCE})


UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
ESCAPED = ("\\u00", "\\ud", "\\b", "\\f")


def showable(value: Any) -> Any:
    """The value with characters that no page or database can hold shown as the replacement character.

    The bytes as they were sent are kept with the document.
    """
    if isinstance(value, str):
        return UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {key: showable(each) for key, each in value.items()}
    return [showable(each) for each in value] if isinstance(value, (list, tuple)) else value


def table_text(table: TableName) -> str:
    """A table's name as it is stored: an index stays a number, a sheet's name a string."""
    return json.dumps(table)


def table_name(text: str) -> TableName:
    """The table's name that `table_text` stored."""
    name: TableName = json.loads(text)
    return name


def row_id(file: AgencyFile, table: str, number: int, again: int = 0) -> uuid.UUID:
    """The id of a row: it follows from its file and place, so it survives another reading of the file."""
    return uuid.uuid5(file.pk, f"{table}/{number}" + (f"/{again}" if again else ""))


def rows_of(reading: Reading, file: AgencyFile) -> Iterator[Row]:
    """The reading's rows as records, in the order in which they stand in the file."""
    places = {table.table: at for at, table in enumerate(reading.tables)}
    found: list[Entry | LeftOut] = [*reading.entries, *reading.left_out]
    found.sort(key=lambda row: (places.get(row.place.table, len(places)), row.place.row))
    maker = _Maker(file, places, agency_part(reading.agency), _hex(file.name, FILE_BYTES) + file.pk.hex[:8])
    return (maker.row(ordinal, each) for ordinal, each in enumerate(found))


class _Maker:
    """What the rows of one file share."""

    def __init__(self, file: AgencyFile, places: dict[TableName, int], agency: str, file_part: str) -> None:
        self.file, self.places, self.agency, self.file_part = file, places, agency, file_part
        self.tables: dict[TableName, str] = {}
        self.agencies: dict[str, str] = {}
        self.seen: set[uuid.UUID] = set()
        self.live = file.state == AgencyFile.State.ACCEPTED

    def row(self, ordinal: int, value: Entry | LeftOut) -> Row:
        table = self.tables.get(value.place.table)
        if table is None:
            table = self.tables[value.place.table] = table_text(value.place.table)
        row = Row(
            id=self._id(table, value.place.row), review_id=self.file.review_id, agency_id=self.file.agency_id,
            file_id=self.file.pk, table=table, number=value.place.row, ordinal=ordinal,
            is_entry=isinstance(value, Entry),
        )  # fmt: skip
        if isinstance(value, LeftOut):
            row.left_out = value.why.value
            row.data = _dumped({"cells": value.cells, "sentence": value.sentence})
            return row
        fill(row, value)
        row.live = self.live
        tail = f"{self.places.get(value.place.table, 0):03d}{value.place.row:06d}{ordinal:06d}"
        row.sort_key = moment_key(value.when) + self._agency(value.agency) + self.file_part + tail
        return row

    def _id(self, table: str, number: int) -> uuid.UUID:
        again, made = 0, row_id(self.file, table, number)
        while made in self.seen:
            again += 1
            made = row_id(self.file, table, number, again)
        self.seen.add(made)
        return made

    def _agency(self, name: str) -> str:
        part = self.agencies.get(name)
        if part is None:
            part = self.agencies[name] = agency_part(name)
        return part


def fill(row: Row, entry: Entry) -> None:
    """Write into `row` what the entry says; its place, agency and standing are the caller's."""
    when = entry.when
    row.asks = entry.asks
    row.when_text, row.description = showable(when.text), showable(entry.description)
    row.earliest, row.latest, row.time_from, row.time_to = when.earliest, when.latest, when.time_from, when.time_to
    row.precision = when.precision.value
    row.qualifier = when.qualifier.value if when.qualifier else ""
    row.problem = when.problem.value if when.problem else ""
    begins = when.earliest or when.latest
    row.month = begins.year * 100 + begins.month if begins else 0
    others = "\n".join(text for meaning, text in entry.fields if text and meaning not in NAMED_ELSEWHERE)
    row.others = showable(others)
    row.data = _dumped(
        {
            "agency": entry.agency,
            "date_text": entry.date_text,
            "time_text": entry.time_text,
            "cells": entry.cells,
            "fields": entry.fields,
            "attention": [(each.code, each.sentence, each.remedy, each.acts, each.level) for each in entry.attention],
            "assumed": entry.assumed,
            "rows": entry.rows,
            "hidden": entry.hidden,
            "changed": entry.changed,
            "recorded": _when_parts(entry.recorded),
        }
    )


def _dumped(data: dict[str, Any]) -> str:
    held = {key: value for key, value in data.items() if value}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    if UNSHOWABLE.search(text) or any(mark in text for mark in ESCAPED):
        return json.dumps(showable(held), ensure_ascii=False, separators=(",", ":"))
    return text


def _when_parts(when: DateReading | None) -> list[str | None] | None:
    if when is None:
        return None
    moments = (when.earliest, when.latest, when.time_from, when.time_to)
    return [
        when.text, *(each.isoformat() if each is not None else None for each in moments),
        when.precision, when.qualifier, when.problem,
    ]  # fmt: skip


def _when_of(parts: list[str | None] | None) -> DateReading | None:
    if parts is None:
        return None
    text, earliest, latest, time_from, time_to, precision, qualifier, problem = parts
    return DateReading(
        text or "",
        date.fromisoformat(earliest) if earliest else None,
        date.fromisoformat(latest) if latest else None,
        time.fromisoformat(time_from) if time_from else None,
        time.fromisoformat(time_to) if time_to else None,
        Precision(precision or "unknown"),
        Qualifier(qualifier) if qualifier else None,
        Problem(problem) if problem else None,
    )


class Dated(Protocol):
    """What holds a day and time as they were read: a row, or what a page takes of one."""

    when_text: Any
    earliest: Any
    latest: Any
    time_from: Any
    time_to: Any
    precision: Any
    qualifier: Any
    problem: Any


def when_of(row: Dated) -> DateReading:
    """The day and time as they were read."""
    return DateReading(
        row.when_text, row.earliest, row.latest, row.time_from, row.time_to, Precision(row.precision or "unknown"),
        Qualifier(row.qualifier) if row.qualifier else None, Problem(row.problem) if row.problem else None,
    )  # fmt: skip


class Stored(Protocol):
    """What holds `Row.data`: a row, or what a page takes of one."""

    @property
    def data(self) -> Any:
        """The text of it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What `Row.data` holds, parsed once."""

    data: dict[str, Any]

    @classmethod
    def of(cls, row: Stored) -> "Kept":
        """The row's own."""
        return cls(json.loads(row.data))

    @property
    def agency(self) -> str:
        """The agency as the row names it."""
        return str(self.data.get("agency", ""))

    @property
    def date_text(self) -> str:
        """The date cell as given."""
        return str(self.data.get("date_text", ""))

    @property
    def time_text(self) -> str:
        """The time cell as given."""
        return str(self.data.get("time_text", ""))

    @property
    def assumed(self) -> str:
        """What was taken from elsewhere, in a sentence."""
        return str(self.data.get("assumed", ""))

    @property
    def sentence(self) -> str:
        """Why the row was left out."""
        return str(self.data.get("sentence", ""))

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """The whole row as the agency wrote it."""
        return tuple((heading, text) for heading, text in self.data.get("cells", ()))

    @property
    def fields(self) -> tuple[tuple[Meaning, str], ...]:
        """The columns that were understood."""
        return tuple((Meaning(meaning), text) for meaning, text in self.data.get("fields", ()))

    @property
    def attention(self) -> tuple[Attention, ...]:
        """What a person should look at."""
        return tuple(
            Attention(code, sentence, remedy, tuple(map(Act, acts)), Level(level))
            for code, sentence, remedy, acts, level in self.data.get("attention", ())
        )

    @property
    def changed(self) -> tuple[str, ...]:
        """What a person corrected."""
        return tuple(self.data.get("changed", ()))

    @property
    def hidden(self) -> bool:
        """Whether the row was hidden in the file."""
        return bool(self.data.get("hidden"))


def recorded_of(kept: Kept) -> DateReading | None:
    """When the agency wrote it down, where it says so."""
    return _when_of(kept.data.get("recorded"))


def entry_of(row: Row, *, file: str) -> Entry:
    """The entry that `fill` stored; `file` is its file's name."""
    kept = Kept.of(row)
    return Entry(
        place=Place(file, table_name(row.table), row.number), agency=kept.agency, when=when_of(row),
        date_text=kept.date_text, time_text=kept.time_text, description=row.description,
        recorded=recorded_of(kept), fields=kept.fields, cells=kept.cells, attention=kept.attention,
        assumed=kept.assumed, rows=tuple(kept.data.get("rows", ())), hidden=kept.hidden, changed=kept.changed,
    )  # fmt: skip


def left_out_of(row: Row, *, file: str) -> LeftOut:
    """The row left out that was stored."""
    kept = Kept.of(row)
    return LeftOut(Place(file, table_name(row.table), row.number), Why(row.left_out), kept.sentence, kept.cells)


def moment_key(when: DateReading) -> str:
    """The first part of a sort key: the domain's order by time, in figures that every database sorts alike."""
    undated, begins, last, time_from, time_to = dates.sort_key(when)
    return f"{undated}{begins:07d}{last:07d}{time_from + 1:04d}{time_to + 1:04d}"


def agency_part(name: str) -> str:
    """The part of a sort key that orders entries of the same moment by agency."""
    return _hex(name, AGENCY_BYTES)


def _hex(text: str, length: int) -> str:
    return text.casefold().encode()[:length].hex().ljust(2 * length, "0")
