"""Tables whose headings run down the first column and whose events stand side by side: turned so that they read by
rows.
"""

from collections.abc import Sequence

from threadline.domain.chronology.columns import DAYS
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.evidence import is_answer, is_day
from threadline.domain.chronology.grid import EMPTY, Cell, Row, Table
from threadline.domain.chronology.heading_match import meanings
from threadline.domain.chronology.lines import Line, typed_day

_KNOWN = 0.55
_MOST = 0.6
_SURE = 0.85
_LONGEST_LABEL = 40


def turn(table: Table, lines: Sequence[Line]) -> Table | None:
    """Return the table with rows and columns exchanged when its headings run down the side; None when they do not.

    A row of the result is numbered by the column it was, counted from 1.
    """
    labels = [line for line in lines if not (line.single and line.span)]
    size = max((line.filled[-1] + 1 for line in labels), default=0)
    if size < 3 or len(labels) < 2 or not _reads_down(labels):
        return None
    cells = [[_plain(line, index) for line in labels] for index in range(size)]
    rows = tuple(Row(index + 1, tuple(column)) for index, column in enumerate(cells))
    return Table(table.name, rows, table.hidden, table.before)


def _reads_down(labels: Sequence[Line]) -> bool:
    """True when most first cells are headings, one of them over days and one over events."""
    known, days, events = 0, False, False
    for line in labels:
        scores = meanings(line.text(0))
        best = max(scores, key=lambda meaning: scores[meaning], default=None)
        if best is None or scores[best] < _KNOWN:
            continue
        known += 1
        if best in DAYS or best in (Meaning.RECORDED, Meaning.TIME):
            held = [index for index in line.filled if index > 0]
            dated = sum(typed_day(line, index) is not None or is_day(line.texts[index]) for index in held)
            days = days or (bool(held) and dated * 2 >= len(held))
        events = events or best is Meaning.EVENT
    return days and events and known >= _MOST * len(labels) and not _more_labels(labels)


def _more_labels(labels: Sequence[Line]) -> bool:
    """True when another column holds headings too: a form whose labels stand in several columns."""
    last = max(line.filled[-1] for line in labels)
    for index in range(2, last + 1):
        texts = [line.text(index) for line in labels if line.text(index)]
        if (
            texts
            and sum(_is_label(text) for text in texts) * 2 >= len(texts)
            and not any(is_day(text) for text in texts)
        ):
            return True
    return False


def _is_label(text: str) -> bool:
    label = text.rstrip(" :")
    scores = meanings(label) if len(label) <= _LONGEST_LABEL else {}
    return max(scores.values(), default=0.0) >= _SURE and not is_answer(text) and Meaning.OTHER not in scores


def _plain(line: Line, index: int) -> Cell:
    cells = line.row.cells
    if index >= len(cells):
        return EMPTY
    cell = cells[index]
    return Cell(line.texts[index], cell.value) if line.texts[index] else EMPTY
