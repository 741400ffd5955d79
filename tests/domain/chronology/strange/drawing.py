"""Drawing a table in plain text: one line a row, cells parted by `|`, and the truth below it in the same manner."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from textwrap import dedent

from threadline.domain.chronology.grid import EMPTY, Cell, Document, Row, Table


@dataclass(frozen=True)
class Truth:
    """One entry as it must be read; days in ISO form, empty when there is none."""

    table: int | str
    row: int
    earliest: str
    latest: str
    time: str
    description: str


@dataclass(frozen=True)
class Strange:
    """One awkward file and what is true of it. `meanings` are headings whose meaning matters, `agency` the sender if it can be known."""

    name: str
    document: Document
    truth: tuple[Truth, ...]
    meanings: dict[str, str] = field(default_factory=dict)
    agency: str = ""


def table(drawing: str, name: int | str = 0, *, before: Sequence[str] = (), hidden: bool = False) -> Table:
    """Draw a table. `==` before a row makes it one cell over all columns, `<<` continues the cell on the left, `^^` the cell above,
    `@2015-03-04`, `@14:30` and `@0.5` are real dates, times and numbers, `~` before a row hides it, `\\n` breaks a line in a cell.
    """
    lines = dedent(drawing).strip("\n").rstrip().split("\n")
    width = max(line.count("|") + 1 for line in lines)
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        hidden_row, line = line.lstrip().startswith("~"), line.lstrip().lstrip("~")
        if line.lstrip().startswith("=="):
            text = line.strip().removeprefix("==").strip().replace("\\n", "\n")
            covered = tuple(Cell("", None, True, (number, 0)) for _ in range(width - 1))
            rows.append(Row(number, (Cell(text, text), *covered), hidden_row, True))
            continue
        cells: list[Cell] = []
        for index, word in enumerate(line.split("|")):
            cells.append(_cell(word.strip(), number, index, cells, rows))
        rows.append(Row(number, tuple(cells), hidden_row))
    return Table(name, tuple(rows), hidden, tuple(before))


def _cell(word: str, number: int, index: int, left: Sequence[Cell], above: Sequence[Row]) -> Cell:
    if word == "<<":
        return Cell("", None, True, left[-1].origin or (number, index - 1))
    if word == "^^":
        over = above[-1].cells[index]
        return Cell("", None, True, over.origin or (number - 1, index))
    if word.startswith("@"):
        return _typed(word[1:])
    return Cell(word.replace("\\n", "\n"), word.replace("\\n", "\n")) if word else EMPTY


def _typed(word: str) -> Cell:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        return Cell(word, date.fromisoformat(word))
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", word):
        return Cell(word, datetime.fromisoformat(word))
    if re.fullmatch(r"\d\d:\d\d", word):
        return Cell(word, time.fromisoformat(word))
    return Cell(word, float(word))


def truths(drawing: str, name: int | str = 0) -> tuple[Truth, ...]:
    """Read `row | day | time | words`, or `row | first day .. last day | time | words`."""
    found = []
    for line in filter(str.strip, drawing.split("\n")):
        row, days, clock, words = (part.strip() for part in line.split("|", 3))
        first, dots, last = (part.strip() for part in days.partition(".."))
        found.append(Truth(name, int(row), first, last if dots else first, clock, words.replace("\\n", "\n")))
    return tuple(found)


def strange(
    name: str,
    drawing: str,
    truth: str,
    *,
    kind: str = "docx",
    file: str = "timeline.docx",
    table_name: int | str = 0,
    before: Sequence[str] = (),
    after: Sequence[str] = (),
    meanings: dict[str, str] | None = None,
    agency: str = "",
) -> Strange:
    """A file with one table."""
    document = Document(file, kind, (table(drawing, table_name, before=before),), tuple(after), digest=name)
    return Strange(name, document, truths(truth, table_name), meanings or {}, agency)


def several(
    name: str,
    tables: Sequence[Table],
    truth: Sequence[tuple[int | str, str]],
    *,
    kind: str = "docx",
    file: str = "timeline.docx",
    after: Sequence[str] = (),
    meanings: dict[str, str] | None = None,
    agency: str = "",
) -> Strange:
    """A file with several tables; the truth is given table by table."""
    told = tuple(one for table_name, drawing in truth for one in truths(drawing, table_name))
    return Strange(name, Document(file, kind, tuple(tables), tuple(after), digest=name), told, meanings or {}, agency)


def text(name: str, paragraphs: Sequence[str], truth: str, *, agency: str = "") -> Strange:
    """A file without any table."""
    document = Document("timeline.docx", "docx", (), tuple(paragraphs), digest=name)
    return Strange(name, document, truths(truth, "text"), {}, agency)
