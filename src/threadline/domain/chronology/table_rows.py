"""A table in which each row is an entry: every row judged once, read or left out with its reason."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from threadline.domain import dates
from threadline.domain.chronology.corrections import RowFix
from threadline.domain.chronology.days import Days, Given, Moment
from threadline.domain.chronology.entries import (
    Act,
    Attention,
    Cells,
    Entry,
    LeftOut,
    Level,
    Meaning,
    Place,
    TableName,
    Why,
)
from threadline.domain.chronology.evidence import is_clock, is_day
from threadline.domain.chronology.heading_match import is_heading_word
from threadline.domain.chronology.kinds_of_row import (
    Shape,
    is_instruction,
    of_opening_words,
    of_single_text,
    only_slight,
    repeats_heading,
)
from threadline.domain.chronology.lines import Line, typed_clock, typed_day
from threadline.domain.chronology.opening import opening_day
from threadline.domain.chronology.organisations import agency_before
from threadline.domain.chronology.periods import period_in, years_named
from threadline.domain.dates import DateReading

SENTENCES: dict[Why, str] = {
    Why.HEADING: "The table's column headings.",
    Why.REPEATED_HEADING: "The column headings again.",
    Why.TITLE: "It stands above the column headings.",
    Why.PERIOD_HEADING: "A heading that gives a time to the rows below it.",
    Why.SECTION: "A heading for a group of rows.",
    Why.BLANK: "A line with a number or a mark but no date and no words.",
    Why.LEGEND: "It explains colours, codes or abbreviations.",
    Why.CLOSING: "It closes or signs the table.",
    Why.NOTE: "A note or an instruction, not an event.",
    Why.BY_HAND: "A person left this row out.",
}
_NO_EVENT = Attention(
    "no_event",
    "The row has a date but nothing in the column that says what happened.",
    "Choose another column for what happened, or leave the row out.",
    (Act.CHOOSE_COLUMN, Act.LEAVE_OUT),
)
_TEMPLATE_YEAR = re.compile(r"\d\W0?100$")
_PAGE = re.compile(r"\W*page \d", re.IGNORECASE)
_LONGEST_LIST_HEADING = 30
_SOME_WORDS = 14
_NO_FIX = RowFix(table="", row=0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table ready to be read by rows: where it is, its body, its columns by place, and what a person said about
    its rows.
    """

    file: str
    table: TableName
    body: Sequence[Line]
    shape: Shape
    fixes: Mapping[int, RowFix] = field(default_factory=dict)
    agency: str = ""
    agency_in_source: bool = False
    capitals: bool = False
    hidden: bool = False


def read_rows(sheet: Sheet, days: Days) -> Iterator[Entry | LeftOut]:
    """Yield one entry or one left-out row for each row of the body, in order; `days` carries dates from row to row."""
    aside: Why | None = None
    ends = len(sheet.body)
    last = next((at for at in reversed(range(ends)) if _tells_of_a_day(sheet.shape, sheet.body[at])), -1)
    for at, line in enumerate(sheet.body):
        fix = sheet.fixes.get(line.number, _NO_FIX)
        why = Why.BY_HAND if fix.leave_out else None
        if why is None and not fix.take_in:
            why = _judged(sheet, line, days, at)
            aside = _aside(sheet.shape, line, why, aside)
            if aside is Why.CLOSING and at < last:
                aside = None
            why = why or aside
        yield entry_of(sheet, line, days, fix) if why is None else left_out(sheet, line, why)


def _aside(shape: Shape, line: Line, why: Why | None, aside: Why | None) -> Why | None:
    """Remember that a list of abbreviations has begun, or that the table has ended: undated rows that follow belong to
    that.
    """
    if line.single and _PAGE.match(line.single):
        return aside
    if line.single and (why is Why.CLOSING or (why is Why.LEGEND and len(line.single) <= _LONGEST_LIST_HEADING)):
        return why
    if aside is None or why is Why.PERIOD_HEADING:
        return None
    date_text = _date_text(line, shape)
    return aside if not _is_dated(shape, line) and (date_text or aside is Why.CLOSING) else None


def _is_dated(shape: Shape, line: Line) -> bool:
    date_text = _date_text(line, shape)
    return typed_day(line, shape.date) is not None or is_day(date_text) or is_clock(date_text)


def _tells_of_a_day(shape: Shape, line: Line) -> bool:
    """True when a row has both a day and an event: the table has not ended before it."""
    return not line.single and bool(_event_text(line, shape)) and _is_dated(shape, line)


def left_out(sheet: Sheet, line: Line, why: Why, sentence: str = "") -> LeftOut:
    """Make a left-out row of a line, with the usual sentence for its reason."""
    return LeftOut(
        Place(sheet.file, sheet.table, line.number),
        why,
        sentence or SENTENCES[why],
        cells_of(line, sheet.shape.headings),
    )


def cells_of(line: Line, headings: Sequence[str]) -> Cells:
    """Return the row untouched: heading and text of every column."""
    texts = line.texts
    if len(texts) == len(headings):
        return tuple(zip(headings, texts, strict=True))
    size = max(len(headings), line.filled[-1] + 1 if line.filled else 0)
    return tuple((headings[index] if index < len(headings) else "", line.text(index)) for index in range(size))


def _judged(sheet: Sheet, line: Line, days: Days, at: int) -> Why | None:
    """Say why a row is not an entry; None when it is one."""
    shape = sheet.shape
    if line.single:
        return _single(sheet, line, days)
    date_text = _date_text(line, shape)
    if (not date_text or not date_text[-1].isdigit()) and repeats_heading(line, shape):
        return Why.REPEATED_HEADING
    if date_text and (is_instruction(date_text) or _TEMPLATE_YEAR.search(date_text)):
        return Why.NOTE
    event = _event_text(line, shape)
    if event and date_text and (typed_day(line, shape.date) is not None or is_day(date_text) or is_clock(date_text)):
        return None
    return _without_day(line, shape, date_text, event, at)


def _single(sheet: Sheet, line: Line, days: Days) -> Why | None:
    """Judge a row with one text: a heading in time, a section, a legend, or an entry that left the rest blank."""
    shape, text = sheet.shape, line.single
    in_event = line.filled[0] in shape.events and not line.span
    if in_event and shape.date is None and opening_day(text):
        return None
    period = period_in(text, days.period)
    if period is not None:
        days.enter(period)
        return Why.PERIOD_HEADING
    if line.filled[0] in shape.slight and not line.span and len(text) < 6:
        return Why.BLANK
    why = of_single_text(text, in_event, line.span or len(shape.headings) == 1, sheet.capitals)
    if why is Why.SECTION:
        named = years_named(text)
        if named is not None:
            days.inside(named)
    if why is Why.NOTE and line.span and shape.events and opening_day(text):
        return None
    return why


def _without_day(line: Line, shape: Shape, date_text: str, event: str, at: int) -> Why | None:
    """Judge a row whose date cell holds no day, or that has no event text."""
    first = line.texts[line.filled[0]]
    dated = bool(date_text) and (typed_day(line, shape.date) is not None or is_day(date_text))
    if not dated and line.filled[0] not in shape.events:
        why = of_opening_words(first)
        if why is not None:
            return why
        if date_text and (date_text.endswith(":") or is_heading_word(date_text)):
            return Why.NOTE
    if at == 0 and event and is_instruction(event) and not dated:
        return Why.NOTE
    if event:
        return None
    if only_slight(line, shape) and not dated:
        return Why.BLANK
    meaningful = [
        index
        for index in line.filled
        if index not in (shape.date, shape.time) and (index not in shape.slight or len(line.texts[index]) > _SOME_WORDS)
    ]
    return None if dated and meaningful else Why.NOTE


def _date_text(line: Line, shape: Shape) -> str:
    """The date cell's words; those of a merged cell that reaches down count, and so do day, month and year in columns
    of their own.
    """
    if shape.date is None:
        return " ".join(text for text in (line.text(index) for index in shape.parts) if text)
    text = line.text(shape.date)
    if not text and line.continues_above(shape.date):
        text = line.seen(shape.date)
    return text


def _whole_date(line: Line, shape: Shape, days: Days) -> str:
    """The date cell's words, with the year or month that stands in a column of its own, in this row or above it."""
    day, month, year = (line.seen(index) for index in shape.parts)
    if shape.date is None:
        return days.join(day, month, year)
    text = _date_text(line, shape)
    if shape.parts[2] is None or not text:
        return text
    year = days.join("", "", year) or days.join(" ", "", "").strip()
    return text if not year or year in text else f"{text} {year}"


def _event_text(line: Line, shape: Shape) -> str:
    """The words of the event column; of several, one below the other. A merged cell that covers the column counts."""
    if len(shape.events) == 1:
        index = shape.events[0]
        text = line.text(index)
        return text or _covering(line, shape, index)
    told = [(index, line.text(index)) for index in shape.events if line.text(index)]
    if len(told) < 2:
        return told[0][1] if told else ""
    if shape.by_agency:
        return "\n".join(f"{shape.headings[index]}: {text}" for index, text in told)
    return "\n".join(dict.fromkeys(text for _, text in told))


def _covering(line: Line, shape: Shape, index: int) -> str:
    """The text of a merged cell that reaches over the event column from another column of the same row."""
    cells = line.row.cells
    cell = cells[index] if index < len(cells) else None
    if cell is None or not cell.merged or cell.origin is None or cell.origin[0] != line.number:
        return ""
    return "" if cell.origin[1] in (shape.date, shape.time) else line.seen(index)


def entry_of(sheet: Sheet, line: Line, days: Days, fix: RowFix | None = None) -> Entry:
    """Read one row as an entry, whatever it looks like."""
    fix = fix or _NO_FIX
    shape = sheet.shape
    event = _event_text(line, shape)
    date_text = _whole_date(line, shape, days)
    given = _given(line, shape, date_text, event)
    moment = days.read(given, fix)
    description = event or (_whole_row(line, shape) if fix.take_in else "")
    return Entry(
        place=Place(sheet.file, sheet.table, line.number),
        agency=_agency(sheet, line),
        when=moment.when,
        date_text=given.text,
        time_text=given.clock_text,
        description=description,
        recorded=_recorded(line, shape, days),
        fields=_fields(line, shape),
        cells=cells_of(line, shape.headings),
        attention=_attention(line, shape, moment, description),
        assumed=moment.assumed,
        hidden=line.hidden or sheet.hidden,
        changed=_changed(fix),
    )


def _given(line: Line, shape: Shape, date_text: str, event: str) -> Given:
    if shape.date is None and not date_text and event:
        date_text = opening_day(event)
    typed = typed_day(line, shape.date)
    clock = typed_clock(line, shape.time)
    return Given(
        text=date_text,
        typed=typed,
        clock_text=line.text(shape.time),
        clock=clock,
        end_text=line.text(shape.end_date),
        end_typed=typed_day(line, shape.end_date),
        end_clock_text=line.text(shape.end_time),
        end_clock=typed_clock(line, shape.end_time),
    )


def _recorded(line: Line, shape: Shape, days: Days) -> DateReading | None:
    text = line.text(shape.recorded)
    if not text:
        return None
    reading = dates.read(text, previous=days.previous.earliest if days.previous else None, today=days.today)
    if reading.problem == "needs_context" and days.previous and days.previous.earliest:
        return dates.read(text, year=days.previous.earliest.year, today=days.today)
    return reading


def _fields(line: Line, shape: Shape) -> tuple[tuple[Meaning, str], ...]:
    held: dict[Meaning, str] = {}
    for index, meaning in shape.others:
        text = line.text(index)
        if text:
            held[meaning] = f"{held[meaning]}\n{text}" if meaning in held else text
    return tuple(held.items())


def _agency(sheet: Sheet, line: Line) -> str:
    shape = sheet.shape
    if shape.by_agency:
        named = [shape.headings[index] for index in shape.events if line.text(index)]
        return " and ".join(named) or sheet.agency
    text = line.seen(shape.agency)
    if text:
        return " ".join(text.split())
    return agency_before(line.text(shape.source)) or sheet.agency if sheet.agency_in_source else sheet.agency


def _attention(line: Line, shape: Shape, moment: Moment, description: str) -> tuple[Attention, ...]:
    found = moment.attention
    if not description:
        found = (*found, _NO_EVENT)
    if line.row.nested:
        found = (
            *found,
            Attention(
                "nested",
                "A cell holds a table of its own; its words are kept with the cell's.",
                "Check that nothing is out of order.",
                (),
                Level.NOTE,
            ),
        )
    return found


def _whole_row(line: Line, shape: Shape) -> str:
    """All the words of a row that was taken in by hand though its event column is blank."""
    kept = [line.texts[index] for index in line.filled if index not in (shape.date, shape.time)]
    return "\n".join(dict.fromkeys(kept))


def _changed(fix: RowFix) -> tuple[str, ...]:
    names = (("date", fix.sets_date), ("taken in", fix.take_in))
    return tuple(name for name, done in names if done)
