"""The rows of a file that stand outside its chronology: titles, headings, and whole tables that are something else."""

from collections.abc import Iterable, Iterator, Mapping

from threadline.domain.chronology.corrections import RowFix
from threadline.domain.chronology.days import Days
from threadline.domain.chronology.entries import Entry, LeftOut, Place, TableName, Why
from threadline.domain.chronology.form_entries import by_hand
from threadline.domain.chronology.lines import Line
from threadline.domain.chronology.table_rows import SENTENCES
from threadline.domain.chronology.tables import Candidate

_NO_FIXES: Mapping[int, RowFix] = {}


def rows_aside(
    file: str,
    one: Candidate,
    lines: Iterable[Line],
    why: Why,
    days: Days,
    agency: str,
    fixes: Mapping[int, RowFix] = _NO_FIXES,
) -> Iterator[Entry | LeftOut]:
    """Yield each line as left out for this reason; a row that a person took in is read all the same."""
    for line in lines:
        fix = fixes.get(line.number)
        if fix is not None and fix.take_in:
            yield by_hand(file, one.table.name, line, days, agency, fix)
        elif fix is not None and fix.leave_out:
            yield set_aside(file, one.table.name, line, Why.BY_HAND)
        else:
            sentence = f"Its table is not a chronology. {one.why}." if why is Why.OTHER_TABLE else ""
            yield set_aside(file, one.table.name, line, why, sentence)


def set_aside(file: str, table: TableName, line: Line, why: Why, sentence: str = "") -> LeftOut:
    """Make a left-out row of a line that stands under no headings."""
    cells = tuple(("", text) for text in line.texts if text)
    return LeftOut(Place(file, table, line.number), why, sentence or SENTENCES[why], cells)
