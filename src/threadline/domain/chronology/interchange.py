"""The documented file format between programs: a merged chronology as JSON, written and read back without loss.

The fields are described by `interchange.schema.json` beside this module. Days are ISO 8601, times HH:MM, null where
not known.
"""

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from threadline.domain import dates
from threadline.domain.chronology.beside import About, Said
from threadline.domain.chronology.entries import Act, Attention, Entry, LeftOut, Level, Meaning, Place, Reading, Why
from threadline.domain.chronology.merge import Chronology, Placed, ReviewPeriod, Source
from threadline.domain.dates import DateReading, Precision, Problem, Qualifier

FORMAT = "threadline-chronology"
VERSION = 1


def write_interchange(chronology: Chronology, view: Mapping[str, Any] | None = None) -> str:
    """Return the chronology as JSON text; equal chronologies give equal text. `view` says what part of it is shown."""
    shown = {"view": dict(view)} if view else {}
    return json.dumps({**as_data(chronology), **shown}, ensure_ascii=False, indent=1) + "\n"


def as_data(chronology: Chronology) -> dict[str, Any]:
    """Return the chronology as plain lists and dictionaries, ready for JSON."""
    period = chronology.period
    return {
        "format": FORMAT,
        "version": VERSION,
        "period": {"first": period.first.isoformat(), "last": period.last.isoformat()} if period else None,
        "agencies": chronology.per_agency,
        "files": [_source(source) for source in chronology.sources],
        "notes": list(chronology.notes),
        "entries": [_placed(placed) for placed in chronology.entries],
        "left_out": [_left_out(row) for row in chronology.left_out],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "file": source.file,
        "kind": source.kind,
        "digest": source.digest,
        "agency": source.agency,
        "entries": source.entries,
        "left_out": source.left_out,
        "notes": list(source.notes),
        "attention": [_attention(matter) for matter in source.attention],
    }


def _placed(placed: Placed) -> dict[str, Any]:
    entry = placed.entry
    return {
        "number": placed.number,
        "file": entry.place.file,
        "table": entry.place.table,
        "row": entry.place.row,
        "agency": entry.agency,
        "date_text": entry.date_text,
        "time_text": entry.time_text,
        **_when(entry.when),
        "explained": dates.explain(entry.when),
        "description": entry.description,
        "recorded": _recorded(entry.recorded),
        "fields": {str(meaning): text for meaning, text in entry.fields},
        "cells": [list(cell) for cell in entry.cells],
        "attention": [_attention(matter) for matter in entry.attention],
        "assumed": entry.assumed,
        "rows": list(entry.rows),
        "hidden": entry.hidden,
        "changed": list(entry.changed),
        "in_period": placed.in_period,
        **({"beside": [[str(each.about), each.words] for each in placed.beside]} if placed.beside else {}),
    }


def _when(when: DateReading) -> dict[str, Any]:
    return {
        "read_from": when.text,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "time": f"{when.time_from:%H:%M}" if when.time_from else None,
        "time_to": f"{when.time_to:%H:%M}" if when.time_to else None,
        "precision": str(when.precision),
        "qualifier": str(when.qualifier) if when.qualifier else None,
        "problem": str(when.problem) if when.problem else None,
    }


def _recorded(recorded: DateReading | None) -> dict[str, Any] | None:
    return None if recorded is None else _when(recorded)


def _attention(matter: Attention) -> dict[str, Any]:
    return {
        "code": matter.code,
        "sentence": matter.sentence,
        "remedy": matter.remedy,
        "acts": [str(act) for act in matter.acts],
        "level": str(matter.level),
    }


def _left_out(row: LeftOut) -> dict[str, Any]:
    return {
        "file": row.place.file,
        "table": row.place.table,
        "row": row.place.row,
        "why": str(row.why),
        "sentence": row.sentence,
        "cells": [list(cell) for cell in row.cells],
    }


def read_interchange(text: str) -> Chronology:
    """Read a chronology that `write_interchange` wrote. `ValueError` names what is wrong and where."""
    try:
        data = json.loads(text)
    except ValueError as broken:
        raise ValueError(f"This is not JSON: {broken}") from broken
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"This is not a merged chronology: its format is not “{FORMAT}”")
    if data.get("version") != VERSION:
        raise ValueError(f"This chronology is of version {data.get('version')}; only version {VERSION} can be read")
    return Chronology(
        entries=tuple(_each(data, "entries", _read_placed)),
        sources=tuple(_each(data, "files", _read_source)),
        left_out=tuple(_each(data, "left_out", _read_left_out)),
        period=_read_period(data.get("period")),
        notes=tuple(data.get("notes", ())),
    )


def _read_period(period: Mapping[str, Any] | None) -> ReviewPeriod | None:
    if period is None:
        return None
    try:
        return ReviewPeriod(date.fromisoformat(period["first"]), date.fromisoformat(period["last"]))
    except (KeyError, TypeError, ValueError) as broken:
        raise ValueError(f"Its period cannot be read: {broken}") from broken


def _each(data: Mapping[str, Any], key: str, read: Any) -> list[Any]:
    found = []
    for at, item in enumerate(data.get(key, ()), 1):
        try:
            found.append(read(item))
        except (KeyError, TypeError, ValueError, AttributeError) as broken:
            raise ValueError(f"Item {at} of “{key}” cannot be read: {broken}") from broken
    return found


def _read_placed(item: Mapping[str, Any]) -> Placed:
    recorded = item.get("recorded")
    entry = Entry(
        place=Place(item["file"], item["table"], item["row"]),
        agency=item["agency"],
        when=_read_when(item),
        date_text=item["date_text"],
        time_text=item.get("time_text", ""),
        description=item["description"],
        recorded=_read_when(recorded) if recorded else None,
        fields=tuple((Meaning(meaning), words) for meaning, words in item.get("fields", {}).items()),
        cells=_read_cells(item),
        attention=tuple(_read_attention(matter) for matter in item.get("attention", ())),
        assumed=item.get("assumed", ""),
        rows=tuple(item.get("rows", ())),
        hidden=item.get("hidden", False),
        changed=tuple(item.get("changed", ())),
    )
    beside = tuple(Said(About(about), words) for about, words in item.get("beside", ()))
    return Placed(item["number"], entry, item.get("in_period"), beside)


def _read_when(item: Mapping[str, Any]) -> DateReading:
    def day(key: str) -> date | None:
        return date.fromisoformat(item[key]) if item.get(key) else None

    def clock(key: str) -> time | None:
        return time.fromisoformat(item[key]) if item.get(key) else None

    return DateReading(
        text=item.get("read_from", item.get("date_text", "")),
        earliest=day("earliest"),
        latest=day("latest"),
        time_from=clock("time"),
        time_to=clock("time_to"),
        precision=Precision(item["precision"]),
        qualifier=Qualifier(item["qualifier"]) if item.get("qualifier") else None,
        problem=Problem(item["problem"]) if item.get("problem") else None,
    )


def _read_cells(item: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((heading, words) for heading, words in item.get("cells", ()))


def _read_attention(item: Mapping[str, Any]) -> Attention:
    acts = tuple(Act(act) for act in item.get("acts", ()))
    return Attention(item["code"], item["sentence"], item["remedy"], acts, Level(item.get("level", "ask")))


def _read_source(item: Mapping[str, Any]) -> Source:
    return Source(
        item["file"],
        item.get("kind", ""),
        item.get("digest", ""),
        item["agency"],
        item.get("entries", 0),
        item.get("left_out", 0),
        tuple(item.get("notes", ())),
        tuple(_read_attention(matter) for matter in item.get("attention", ())),
    )


def _read_left_out(item: Mapping[str, Any]) -> LeftOut:
    return LeftOut(
        Place(item["file"], item["table"], item["row"]), Why(item["why"]), item["sentence"], _read_cells(item)
    )


def readings_in(chronology: Chronology) -> tuple[Reading, ...]:
    """Return a merged chronology as the readings it was made of, to be merged again with others; how columns were read
    is not kept.
    """
    entries: dict[str, list[Entry]] = {}
    for placed in chronology.entries:
        entries.setdefault(placed.entry.place.file, []).append(placed.entry)
    rows: dict[str, list[LeftOut]] = {}
    for row in chronology.left_out:
        rows.setdefault(row.place.file, []).append(row)
    return tuple(
        Reading(
            file=source.file,
            kind=source.kind,
            digest=source.digest,
            agency=source.agency,
            agency_confidence=1.0,
            agency_why="Read from a merged chronology",
            tables=(),
            entries=tuple(entries.get(source.file, ())),
            left_out=tuple(rows.get(source.file, ())),
            notes=source.notes,
            attention=source.attention,
        )
        for source in chronology.sources
    )
