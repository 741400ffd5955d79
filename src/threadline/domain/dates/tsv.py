r"""Columns of dates as tab-separated text: the format in which the reader is measured.

UTF-8, a header line, one row a line. A row needs `text` and may have `context`; in a cell `\n`, `\t` and `\\` stand
for a new line, a tab and a backslash. `context` is `key=value;key=value` with the keys `prev` (day of the row above),
`year` and `today`, days as YYYY-MM-DD. Written are the columns of COLUMNS, then any others of the input as they were.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from threadline.domain.dates.read import read
from threadline.domain.dates.reading import DateReading

COLUMNS: Final = (
    "text",
    "context",
    "earliest",
    "latest",
    "time_from",
    "time_to",
    "precision",
    "qualifier",
    "problem",
)
_ESCAPED: Final = re.compile(r"\\([nt\\])")
_MEANT: Final = {"n": "\n", "t": "\t", "\\": "\\"}
_WRITTEN: Final = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": " "})
_YEAR: Final = re.compile(r"[0-9]{4}")


class BadTable(ValueError):
    """The text is not such a table; the message names the line and says what to do."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a row may lean on."""

    previous: date | None = None
    year: int | None = None
    today: date | None = None


def read_table(content: str) -> Iterator[str]:
    """Read every row and give the lines of the answer, header first, without line ends. Raises BadTable."""
    lines = content.removeprefix("\ufeff").split("\n")
    while lines and not lines[-1].rstrip("\r"):
        lines.pop()
    if not lines:
        raise BadTable("line 1: there is no header. The first line must name the columns, at least text and context.")
    header = lines[0].rstrip("\r").split("\t")
    if "text" not in header:
        raise BadTable("line 1: there is no column named text. The first line must name the columns, text among them.")
    others = [place for place, name in enumerate(header) if name not in COLUMNS]
    yield "\t".join((*COLUMNS, *(header[place] for place in others)))
    for number, line in enumerate(lines[1:], start=2):
        cells = line.rstrip("\r").split("\t")
        if len(cells) > len(header):
            raise BadTable(
                f"line {number}: {len(cells)} cells, but the header has {len(header)}."
                " Write a tab inside a cell as \\t, or name the missing column in the header."
            )
        cells.extend([""] * (len(header) - len(cells)))
        yield _answer(number, header, cells, others)


def _answer(number: int, header: list[str], cells: list[str], others: list[int]) -> str:
    text = cells[header.index("text")]
    given = cells[header.index("context")] if "context" in header else ""
    context = read_context(given, number)
    reading = read(unescape(text), previous=context.previous, year=context.year, today=context.today)
    return "\t".join((text, given, *values(reading), *(cells[place] for place in others)))


def values(reading: DateReading) -> tuple[str, ...]:
    """The seven cells of a reading: earliest, latest, time from, time to, precision, qualifier, problem."""
    return (
        reading.earliest.isoformat() if reading.earliest else "",
        reading.latest.isoformat() if reading.latest else "",
        _clock(reading.time_from),
        _clock(reading.time_to),
        str(reading.precision),
        str(reading.qualifier or ""),
        str(reading.problem or ""),
    )


def _clock(clock: time | None) -> str:
    return "" if clock is None else f"{clock:%H:%M}"


def unescape(cell: str) -> str:
    r"""The text of a cell, `\n`, `\t` and `\\` turned into what they stand for; any other backslash is itself."""
    return _ESCAPED.sub(lambda match: _MEANT[match[1]], cell)


def escape(text: str) -> str:
    """The cell for a text; `unescape` gives it back (a carriage return becomes a space)."""
    return text.translate(_WRITTEN)


def read_context(cell: str, line: int) -> Context:
    """The context of the row on a line. Raises BadTable for an unknown key or a value that is no day or year."""
    found: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in cell.split(";"))):
        key, _, value = part.partition("=")
        if key.strip() not in ("prev", "year", "today"):
            raise BadTable(f"line {line}: the context has {key.strip()!r}. Its keys are prev, year and today.")
        found[key.strip()] = value.strip()
    return Context(
        _day(found.get("prev"), "prev", line), _year(found.get("year"), line), _day(found.get("today"), "today", line)
    )


def _day(value: str | None, key: str, line: int) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise BadTable(f"line {line}: {key}={value} is not a day. Write it as {key}=YYYY-MM-DD.") from None


def _year(value: str | None, line: int) -> int | None:
    if value is None:
        return None
    if not _YEAR.fullmatch(value) or value == "0000":
        raise BadTable(f"line {line}: year={value} is not a year. Write it as year=YYYY.")
    return int(value)
