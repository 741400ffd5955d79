"""The merged chronology as a PDF: tagged for screen readers (PDF/UA-1), pages numbered, headings repeated on each."""

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from threading import Lock
from typing import Any

from threadline.domain.chronology.merge import ORDER, Chronology, Placed
from threadline.domain.chronology.readers.isolate import environment
from threadline.domain.chronology.writers.tables import Table, entries_table, further
from threadline.domain.chronology.writers.view import MONTHS, View, statement

MOST_ENTRIES = 6_000
"""More than this is refused: the file would have some six hundred pages, and typesetting takes memory."""
MOST_LETTERS = 3_000_000
"""The same for all the words in it: a typesetter needs some 400 bytes for each letter."""
LONGEST_SECONDS = 90
_ONE_AT_A_TIME = Lock()
"""Typesetting takes memory, so that one process makes one file at a time; others wait for it."""
_INSTEAD = "Choose a shorter stretch or fewer agencies, or take the view as Word or Excel."
_MODULE = "threadline.domain.chronology.writers.typeset"


class TooLong(ValueError):
    """The chronology is too long for a PDF; the message says what to do instead."""


def write_pdf(chronology: Chronology, view: View) -> bytes:
    """Return a PDF: title, what is shown, the entries by month, then what `further` gives.

    Typesetting runs in a process of its own, whose memory is given back. Raises TooLong over `MOST_ENTRIES` entries or
    `MOST_LETTERS` letters, and where typesetting fails or takes longer than `LONGEST_SECONDS`.
    """
    count = len(chronology.entries)
    if count > MOST_ENTRIES:
        raise TooLong(f"{count:,} entries are too many for a PDF, which takes at most {MOST_ENTRIES:,}. {_INSTEAD}")
    document = _document(chronology, view)
    if _letters(document) > MOST_LETTERS:
        raise TooLong(f"There are too many words in these entries for a PDF. {_INSTEAD}")
    try:
        return in_child(document)
    except subprocess.SubprocessError as failed:
        raise TooLong(f"The PDF could not be made in the time and memory there is. {_INSTEAD}") from failed


def _letters(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(map(_letters, value.values()))
    return sum(map(_letters, value)) if isinstance(value, list) else 0


def picture_png(svg: str) -> bytes:
    """Return a picture of ours, as SVG, as PNG: for a report written where SVG cannot be put in."""
    return in_child({"svg": svg})


def in_child(sent: dict[str, Any]) -> bytes:
    """What the process that typesets makes of this. Raises `subprocess.SubprocessError`."""
    with _ONE_AT_A_TIME:
        made = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell
            [sys.executable, "-m", _MODULE],
            input=json.dumps(sent).encode(),
            capture_output=True,
            env=environment(),
            timeout=LONGEST_SECONDS,
            check=True,
        )
    return made.stdout


def _document(chronology: Chronology, view: View) -> dict[str, Any]:
    entries = [_data(each, title) for title, each in _by_month(chronology)]
    return {
        "title": view.title,
        "said": statement(chronology, view),
        "order": ORDER,
        "parts": [
            *([{"title": "Entries", "tables": entries}] if entries else []),
            *({"title": each.title, "tables": [_data(each)]} for each in further(chronology, view)),
        ],
    }


def _by_month(chronology: Chronology) -> Iterator[tuple[str, Table]]:
    """The entries' table cut by month, so that a reader can go from heading to heading."""
    whole = entries_table(chronology)
    rows = iter(whole.rows)
    for month, placed in groupby(chronology.entries, key=_month):
        yield month, Table(month, whole.headings, whole.widths, [next(rows) for _ in placed])


def _month(placed: Placed) -> str:
    begins = placed.entry.when.earliest or placed.entry.when.latest
    return f"{MONTHS[begins.month - 1]} {begins.year}" if begins else "Date not known"


def _data(made: Table, title: str = "") -> dict[str, Any]:
    return {
        "title": title, "headings": list(made.headings), "widths": list(made.widths),
        "rows": [list(row) for row in made.rows],
    }  # fmt: skip
