"""Entries from forms, and from single rows that a person took in from tables that are no chronology."""

from collections.abc import Iterator, Sequence

from threadline.domain import dates
from threadline.domain.chronology.columns import DAYS
from threadline.domain.chronology.corrections import RowFix
from threadline.domain.chronology.days import Days, Given
from threadline.domain.chronology.entries import Entry, LeftOut, Meaning, Place, TableName, Why
from threadline.domain.chronology.evidence import is_day
from threadline.domain.chronology.forms import Form
from threadline.domain.chronology.heading_match import meanings
from threadline.domain.chronology.lines import Line, typed_day
from threadline.domain.chronology.table_rows import SENTENCES
from threadline.domain.chronology.tables import Candidate

_NOT_FIELDS = frozenset(
    {Meaning.DATE, Meaning.DATE_TIME, Meaning.TIME, Meaning.END_DATE, Meaning.END_TIME, Meaning.EVENT, Meaning.OTHER}
)


def read_forms(
    file: str, one: Candidate, days: Days, agency: str, fixes: dict[int, RowFix]
) -> Iterator[Entry | LeftOut]:
    """Yield the forms of one table as entries, and the rows of the table that belong to none (titles, notes) as left out."""
    single = len(one.forms) == 1
    covered = {row for form in one.forms for row in form.rows}
    by_number = {line.number: line for line in one.lines}
    for form in one.forms:
        row = 1 if single else form.first
        fix = fixes.get(row)
        if fix is not None and fix.leave_out:
            cells = tuple((answer.label, answer.text) for answer in form.answers)
            yield LeftOut(Place(file, one.table.name, row), Why.BY_HAND, SENTENCES[Why.BY_HAND], cells)
            continue
        yield _entry(file, one, form, row, days, agency, fix, by_number)
    for line in one.lines:
        if line.number not in covered:
            cells = tuple(("", text) for text in line.texts if text)
            yield LeftOut(Place(file, one.table.name, line.number), Why.TITLE, "It stands outside the form.", cells)


def _entry(
    file: str,
    one: Candidate,
    form: Form,
    row: int,
    days: Days,
    agency: str,
    fix: RowFix | None,
    by_number: dict[int, Line],
) -> Entry:
    held = _held(form)
    recorded = held.get(Meaning.RECORDED, "")
    day = held.get(Meaning.DATE) or held.get(Meaning.DATE_TIME) or recorded
    given = Given(
        text=day,
        clock_text=held.get(Meaning.TIME, ""),
        end_text=held.get(Meaning.END_DATE, ""),
        end_clock_text=held.get(Meaning.END_TIME, ""),
    )
    moment = days.read(given, fix)
    return Entry(
        place=Place(file, one.table.name, row),
        agency=held.get(Meaning.AGENCY, "") or agency,
        when=moment.when,
        date_text=day,
        time_text=given.clock_text,
        description=held[Meaning.EVENT],
        recorded=dates.read(recorded, today=days.today) if recorded and recorded != day else None,
        fields=tuple((meaning, text) for meaning, text in held.items() if meaning not in _NOT_FIELDS),
        cells=tuple((answer.label, answer.text) for answer in form.answers),
        attention=moment.attention,
        assumed=moment.assumed,
        rows=form.rows,
        hidden=one.table.hidden or any(by_number[number].hidden for number in form.rows),
        changed=("date",) if fix and (fix.date or fix.undated or fix.same_day) else (),
    )


def _held(form: Form) -> dict[Meaning, str]:
    held: dict[Meaning, str] = {}
    for answer in form.answers:
        scores = meanings(answer.label)
        meaning = max(scores, key=lambda known: scores[known]) if scores else Meaning.OTHER
        if (meaning in DAYS and meaning in held) or not answer.text:
            continue
        held[meaning] = f"{held[meaning]}\n{answer.text}" if meaning in held else answer.text
    return held


def by_hand(file: str, table: TableName, line: Line, days: Days, agency: str, fix: RowFix) -> Entry:
    """Read one row that a person took in from a table that is no chronology: its first day, and the rest of its words."""
    index = next(
        (index for index in line.filled if typed_day(line, index) is not None or is_day(line.texts[index])), None
    )
    moment = days.read(Given(text=line.text(index), typed=typed_day(line, index)), fix)
    words: Sequence[str] = [line.texts[place] for place in line.filled if place != index]
    return Entry(
        place=Place(file, table, line.number),
        agency=agency,
        when=moment.when,
        date_text=line.text(index),
        description="\n".join(words),
        cells=tuple(("", text) for text in line.texts if text),
        attention=moment.attention,
        assumed=moment.assumed,
        hidden=line.hidden,
        changed=("taken in", *(("date",) if fix.date or fix.undated or fix.same_day else ())),
    )
