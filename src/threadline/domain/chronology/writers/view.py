"""What every written chronology shows: its title, what it was filtered to, and its columns, the same in each kind of
file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from threadline.domain.chronology.beside import About, said
from threadline.domain.chronology.entries import Attention, Entry, Meaning
from threadline.domain.chronology.merge import Chronology, Placed
from threadline.domain.dates import Qualifier

FACTS: tuple[tuple[Meaning, str], ...] = (
    (Meaning.KIND, "Kind"),
    (Meaning.PLACE, "Place"),
    (Meaning.PROFESSIONAL, "Professional"),
    (Meaning.PRESENT, "Present"),
    (Meaning.CHILD_SEEN, "Child seen"),
    (Meaning.VOICE, "Voice of the child"),
    (Meaning.ACTION, "Action or outcome"),
    (Meaning.DECISION, "Decision"),
    (Meaning.AGE, "Age"),
    (Meaning.STATUS, "Status"),
    (Meaning.RATING, "Rating"),
    (Meaning.SOURCE, "Source"),
    (Meaning.SEQUENCE, "Agency's number"),
)
"""Columns of fact, in the order shown, with their headings."""

OPINIONS: tuple[tuple[Meaning, str], ...] = (
    (Meaning.EXPECTED, "Expected practice"),
    (Meaning.COMMENT, "Comment"),
    (Meaning.IMPACT, "Impact"),
    (Meaning.GAPS, "Missing information"),
)
"""Columns of opinion and analysis, always apart from the facts."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A key point of the time before the period (2.1.c): what was known, who knew, how it influenced what was done."""

    known: str
    who_knew: str
    influence: str


@dataclass(frozen=True, slots=True)
class View:
    """How a chronology is presented: the title, and sentences that say what was left out of view ("Showing Westmarch
    Police only"); the abbreviations that its entries use, with what they mean; the early history.
    """

    title: str = "Merged chronology"
    filters: tuple[str, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    early_history: tuple[KeyPoint, ...] = ()


def statement(chronology: Chronology, view: View) -> list[str]:
    """Return the sentences that stand under the title: period, filters, how many entries, notes."""
    told: list[str] = []
    if chronology.period:
        first, last = day_in_words(chronology.period.first), day_in_words(chronology.period.last)
        told.append(f"Period under review: {first} to {last}. Entries outside it are kept and marked.")
    told.extend(view.filters)
    count = len(chronology.entries)
    agencies = len({placed.entry.agency for placed in chronology.entries})
    told.append(f"{_counted(count, 'entry', 'entries')} from {_counted(agencies, 'agency', 'agencies')}.")
    told.extend(chronology.notes)
    return told


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def used(chronology: Chronology, columns: Sequence[tuple[Meaning, str]]) -> list[tuple[Meaning, str]]:
    """Return those of the columns that any entry has a text for."""
    held = {meaning for placed in chronology.entries for meaning, _ in placed.entry.fields}
    return [(meaning, heading) for meaning, heading in columns if meaning in held]


def asides(chronology: Chronology) -> list[About]:
    """Return what anything is said of beside any entry, in the order shown."""
    held = {each.about for placed in chronology.entries for each in placed.beside}
    return [about for about in About if about in held]


def beside_in_words(placed: Placed) -> str:
    """Return all that is said beside an entry, each kind under its heading."""
    words = ((about, said(placed.beside, about)) for about in About)
    return "\n".join(f"{about}: {text}" for about, text in words if text)


def day_in_words(day: date) -> str:
    """Return "3 February 2015"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when_in_words(entry: Entry) -> str:
    """Return the days as they were read, doubt included: "3 February 2015", "about 3 February 2015", "May 2015", "No
    date".
    """
    when = entry.when
    first, last = when.earliest, when.latest
    about = "about " if when.qualifier == Qualifier.APPROXIMATE else ""
    if first is None and last is None:
        return "No date"
    if first is None or last is None:
        return f"from {day_in_words(first)}" if first else f"until {day_in_words(last)}" if last else ""
    return about + _days_in_words(first, last)


def _days_in_words(first: date, last: date) -> str:
    if first == last:
        return day_in_words(first)
    next_day = last + timedelta(days=1)
    if first.day == 1 and next_day.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_in_words(last)}"
    return f"{day_in_words(first)} to {day_in_words(last)}"


def time_in_words(entry: Entry) -> str:
    """Return "14:15", "14:15 to 15:00" or nothing."""
    begins, ends = entry.when.time_from, entry.when.time_to
    if begins is None:
        return f"until {ends:%H:%M}" if ends else ""
    return f"{begins:%H:%M} to {ends:%H:%M}" if ends else f"{begins:%H:%M}"


def period_in_words(placed: Placed) -> str:
    """Return "yes", "no", "not known", or nothing when no period was given."""
    if placed.in_period is None:
        return ""
    return "yes" if placed.in_period else "no"


def attention_in_words(matters: Sequence[Attention]) -> str:
    """Return the matters as sentences."""
    return " ".join(matter.sentence for matter in matters)


def place_in_words(entry: Entry) -> str:
    """Return "police.docx, table 2, row 7"."""
    return str(entry.place).replace("“", "").replace("”", "")


def harmless(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula, and without characters that XML cannot hold."""
    clean = legal(text)
    return f"'{clean}" if clean[:1] in ("=", "+", "-", "@", "\t", "\r") else clean


def legal(text: str) -> str:
    """Return the text with characters that XML cannot hold shown as the replacement character."""
    return _NOT_XML.sub("\ufffd", text)
