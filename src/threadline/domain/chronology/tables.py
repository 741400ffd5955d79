"""Which of a file's tables are its chronology, how each is laid out, and what the others are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from threadline.domain.chronology.columns import DAYS, recognise
from threadline.domain.chronology.corrections import Corrections
from threadline.domain.chronology.entries import Column, Meaning, TableName
from threadline.domain.chronology.forms import Form, forms_in
from threadline.domain.chronology.grid import Table
from threadline.domain.chronology.heading_match import plain
from threadline.domain.chronology.headings import NOT_A_CHRONOLOGY
from threadline.domain.chronology.layout import Heading, find_heading, no_heading
from threadline.domain.chronology.lines import Line, lines
from threadline.domain.chronology.opening import opening_day
from threadline.domain.chronology.periods import period_in
from threadline.domain.chronology.turned import turn

_CLEAR = 0.6
_EXACT = 0.85
_SOME = 0.3


@dataclass(frozen=True, slots=True)
class Candidate:
    """One table, looked at: its lines, its layout if it reads as a chronology (`layout` empty if not), and why.

    `clear` when both the day and the event columns are beyond doubt; a doubtful table counts only where no clear one stands.
    """

    table: Table
    lines: tuple[Line, ...]
    layout: str = ""
    why: str = ""
    heading: Heading | None = None
    columns: tuple[Column, ...] = ()
    forms: tuple[Form, ...] = ()
    clear: bool = False

    @property
    def body(self) -> Sequence[Line]:
        """The lines below the headings."""
        return self.lines[self.heading.begins :] if self.heading else self.lines


def look(table: Table, corrections: Corrections, above: "Candidate | None") -> Candidate:
    """Judge one table by itself; `above` is the chronology table before it, whose headings it may continue."""
    own = lines(table)
    if not own:
        return Candidate(table, own, why="It is empty")
    said = next((fix.take_in for fix in corrections.tables if fix.table == table.name), None)
    if said is False:
        return Candidate(table, own, why="A person said that it is not a chronology")
    found = _by_rows(table, own, corrections, above, said is True)
    if found.layout and found.clear:
        return found
    turned = turn(table, own)
    if turned is not None:
        across = _by_rows(turned, lines(turned), corrections, None, said is True)
        if across.layout:
            return Candidate(
                across.table, across.lines, "columns", across.why, across.heading, across.columns, clear=True
            )
    forms = forms_in(own)
    if forms:
        return Candidate(table, own, "forms", "Each entry is a form of its own", forms=forms, clear=True)
    return found


def choose(candidates: Sequence[Candidate], corrections: Corrections) -> tuple[Candidate, ...]:
    """Keep the clear chronologies; doubtful ones only where there is no clear one. A single form beside a table is its title block."""
    taken_in = {fix.table for fix in corrections.tables if fix.take_in}
    any_rows = any(one.layout in ("rows", "columns") and one.clear for one in candidates)
    forms = sum(len(one.forms) for one in candidates)
    return tuple(
        one if one.table.name in taken_in or not one.layout or _counts(one, any_rows, forms) else _not_after_all(one)
        for one in candidates
    )


def _counts(one: Candidate, any_rows: bool, forms: int) -> bool:
    if one.layout == "forms":
        return not any_rows or forms > 1
    return one.clear or (not any_rows and forms == 0)


def _not_after_all(one: Candidate) -> Candidate:
    return Candidate(
        one.table,
        one.lines,
        why=_what_else(one.heading.words if one.heading else ()) or "It stands beside the chronology",
    )


def _by_rows(
    table: Table, own: tuple[Line, ...], corrections: Corrections, above: Candidate | None, said: bool
) -> Candidate:
    chosen = next((fix.row for fix in corrections.headings if fix.table == table.name), None)
    heading = find_heading(own, chosen)
    continues = _continued(own, above, corrections, table) if heading is None else None
    if continues is not None:
        return continues
    heading = heading or no_heading(own)
    columns = recognise(heading.words, own[heading.begins :], fixed_columns(table.name, corrections))
    body = own[heading.begins :]
    layout, clear, why = _verdict(heading, columns, body)
    if said and not layout:
        layout, why = "rows", "A person said that it is a chronology"
    return Candidate(table, own, layout, why, heading, columns, clear=clear or said)


def _continued(
    own: tuple[Line, ...], above: Candidate | None, corrections: Corrections, table: Table
) -> Candidate | None:
    """Take over the headings of the table above when this one has none and its columns hold the same kinds of things."""
    if above is None or above.heading is None or not above.heading.rows or above.layout != "rows":
        return None
    size = max((line.filled[-1] + 1 for line in own), default=0)
    words = above.heading.words
    if size > len(words) or (size < len(words) - 1 and not any(len(line.row.cells) == len(words) for line in own)):
        return None
    days = next((column.index for column in above.columns if column.meaning in DAYS), None)
    mine = recognise(("",) * len(words), own)
    if days is not None and mine[days].meaning not in DAYS and any(column.meaning in DAYS for column in mine):
        return None
    if days is not None and mine[days].meaning not in DAYS and any(line.text(days) for line in own):
        return None
    heading = Heading((), words, 0)
    columns = recognise(
        words, own, {column.key: column.meaning for column in above.columns} | fixed_columns(table.name, corrections)
    )
    kept = tuple(
        Column(
            new.index,
            new.heading,
            new.meaning,
            old.confidence,
            "The table above has this column here",
            new.samples,
            new.key,
        )
        for new, old in zip(columns, above.columns, strict=True)
    )
    return Candidate(table, own, "rows", "It goes on from the table above", heading, kept, clear=above.clear)


def fixed_columns(name: TableName, corrections: Corrections) -> dict[str, Meaning]:
    """Return what a person said about the columns of this table: column key to meaning."""
    return {fix.heading: fix.meaning for fix in corrections.columns if fix.table is None} | {
        fix.heading: fix.meaning for fix in corrections.columns if fix.table == name
    }


def _verdict(heading: Heading, columns: Sequence[Column], body: Sequence[Line]) -> tuple[str, bool, str]:
    """Return (layout, clear, why) for a table read by rows."""
    other = _what_else(heading.words)
    day = _surest(columns, (Meaning.DATE, Meaning.DATE_TIME))
    parts = all(any(column.meaning is part for column in columns) for part in (Meaning.DAY, Meaning.MONTH))
    event = _surest(columns, (Meaning.EVENT,))
    if event is None:
        return "", False, other or ("It has dates but no column that says what happened" if day else "It has no dates")
    if day is None and not parts:
        return _dated_words(event, body, other)
    if other and (event.confidence < _EXACT or _opens_with_it(heading.words)):
        return "", False, other
    if day is not None and not _holds_days(day, event, body):
        return "", False, other or "Its date column holds no dates"
    clear = event.confidence >= _CLEAR and (day is None or day.confidence >= _CLEAR)
    return "rows", clear, "It has a column of dates and a column that says what happened"


def _dated_words(event: Column, body: Sequence[Line], other: str) -> tuple[str, bool, str]:
    """A table without a date column is still a chronology when its event texts open with dates."""
    texts = [line.text(event.index) for line in body if line.text(event.index)]
    dated = sum(bool(opening_day(text)) for text in texts[:60])
    headings = sum(period_in(line.single) is not None for line in body[:200] if line.single)
    if headings and event.confidence >= _EXACT and not other:
        return "rows", True, "Days stand as headings between its rows"
    if texts and dated * 2 >= len(texts[:60]) and not other:
        return "rows", dated > 1, "Its texts open with dates"
    return "", False, other or "It has no column of dates"


def _holds_days(day: Column, event: Column, body: Sequence[Line]) -> bool:
    """True when the date column has days in it, or both headings are beyond doubt and there is something below them."""
    from threadline.domain.chronology.evidence import profile

    found = profile(body, day.index)
    if found.days >= _SOME or (found.filled == 0 and day.confidence >= _EXACT):
        return bool(body)
    return day.confidence >= _EXACT and event.confidence >= _EXACT and bool(body)


def _surest(columns: Sequence[Column], meanings: tuple[Meaning, ...]) -> Column | None:
    able = [column for column in columns if column.meaning in meanings]
    return max(able, key=lambda column: column.confidence, default=None)


_OTHER_WORDS: Mapping[str, str] = {plain(words): what for words, what in NOT_A_CHRONOLOGY}


def _what_else(headings: Sequence[str]) -> str:
    """Say what a table is when its headings are those of something else; empty when they are not."""
    for heading in headings:
        words = plain(heading)
        for known, what in _OTHER_WORDS.items():
            if words == known or f" {known} " in f" {words} ":
                return f"It looks like {what}"
    return ""


def _opens_with_it(headings: Sequence[str]) -> bool:
    return bool(headings) and bool(_what_else(headings[:1]))
