"""Entries from forms, and from single rows that a person took in from tables that are no chronology."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from threadline.domain.chronology.corrections import RowFix
from threadline.domain.chronology.days import Days, Given
from threadline.domain.chronology.entries import Entry, LeftOut, Place, TableName, Why
from threadline.domain.chronology.evidence import is_day
from threadline.domain.chronology.kinds_of_row import shape_of
from threadline.domain.chronology.lines import Line, typed_day
from threadline.domain.chronology.table_rows import SENTENCES, Sheet, entry_of
from threadline.domain.chronology.tables import Candidate


def read_forms(
    file: str, one: Candidate, days: Days, agency: str, fixes: Mapping[int, RowFix]
) -> Iterator[Entry | LeftOut]:
    """Yield the forms of one table as entries, and the rows of the table that belong to none (titles, notes) as left
    out.
    """
    section = one.sections[0]
    shape = shape_of(section.columns, section.heading.words)
    sheet = Sheet(file, one.table.name, section.body, shape, fixes, agency, hidden=one.table.hidden)
    covered = {row for form in one.forms for row in form.rows}
    outside = [line for line in one.lines if line.number not in covered]
    alone = len(one.forms) == 1
    for form, line in zip(one.forms, section.body, strict=True):
        fix = fixes.get(line.number)
        cells = tuple((answer.label, answer.text) for answer in form.answers)
        rows = form.rows
        if alone:
            cells += tuple(("", text) for other in outside for text in other.texts if text)
            rows = tuple(sorted((*rows, *(other.number for other in outside))))
        if fix is not None and fix.leave_out:
            yield LeftOut(Place(file, one.table.name, line.number), Why.BY_HAND, SENTENCES[Why.BY_HAND], cells)
        else:
            yield replace(entry_of(sheet, line, days, fix), cells=cells, rows=rows)
    for line in outside if not alone else ():
        cells = tuple(("", text) for text in line.texts if text)
        yield LeftOut(Place(file, one.table.name, line.number), Why.TITLE, "It stands outside the forms.", cells)


def by_hand(file: str, table: TableName, line: Line, days: Days, agency: str, fix: RowFix) -> Entry:
    """Read a row that a person took in from a table that is no chronology: its first day, and its other words."""
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
        changed=("taken in", *(("date",) if fix.sets_date else ())),
    )
