"""Strange timelines drawn in plain text files, each with what a careful reader makes of it.

A case begins with `# its name`. Then come, where wanted, `kind: xlsx`, `file: NAME`, `agency: NAME` and `column:
HEADING = MEANING`; each `table` (with its name, and `(hidden)`) with its rows indented below it, cells parted by `|`;
`above: TEXT` before it is a paragraph above the table, `text` with indented lines the paragraphs of a file or those
after its tables; and `read` (with a table's name) with the entries, `row | day | time | words`, a span of days as
`first .. last`. `nothing is read` is a case without entries.

In a row `==` at the start makes it one cell over all columns and `~` hides it; `<<` continues the cell on the left,
`^^` the one above; `@2015-03-04`, `@14:30` and `@0.5` are a real date, time and number; `\\n` breaks a line in a cell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from threadline.domain.chronology.grid import EMPTY, Cell, Document, Row, Table

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Truth:
    """One entry as it must be read; days in ISO form, empty when there is none."""

    table: int | str
    row: int
    earliest: str
    latest: str
    time: str
    description: str


@dataclass
class Strange:
    """One awkward file and what is true of it. `meanings` are headings whose meaning matters, `agency` the sender if
    it can be known.
    """

    name: str
    kind: str = "docx"
    file: str = "timeline.docx"
    tables: list[Table] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    truth: list[Truth] = field(default_factory=list)
    meanings: dict[str, str] = field(default_factory=dict)
    agency: str = ""

    @property
    def document(self) -> Document:
        """The file as a reader would give it."""
        return Document(self.file, self.kind, tuple(self.tables), tuple(self.after), digest=self.name)


def load(name: str) -> list[Strange]:
    """Read the cases of one file beside this module."""
    _, *cases = (HERE / name).read_text(encoding="utf-8").split("\n# ")
    return [_case(text) for text in cases]


def _case(text: str) -> Strange:
    title, _, rest = text.partition("\n")
    case = Strange(title.strip())
    above: list[str] = []
    for head, body in _blocks(rest):
        word, _, value = head.partition(" ")
        if word == "table":
            shown = value.removesuffix("(hidden)").strip()
            case.tables.append(table(body, _name(shown), before=above, hidden=value.endswith("(hidden)")))
            above = []
        elif word == "above:":
            above.append(value)
        elif word == "text":
            case.after.extend(line.strip() for line in body)
        elif word == "read":
            case.truth.extend(_truth(line, _name(value)) for line in body)
        elif word == "column:":
            heading, _, meaning = value.rpartition(" = ")
            case.meanings[heading] = meaning
        elif head != "nothing is read":
            setattr(case, word.rstrip(":"), value)
    return case


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each line that stands at the margin, with the indented lines below it."""
    head, body = "", list[str]()
    for line in text.split("\n"):
        if line.startswith("    "):
            body.append(line[4:])
        elif line.strip():
            if head:
                yield head, body
            head, body = line.strip(), []
    if head:
        yield head, body


def _name(text: str) -> int | str:
    return int(text) if text.isdigit() and len(text) < 4 else text or 0


def _truth(line: str, name: int | str) -> Truth:
    row, days, clock, words = (part.strip() for part in line.split("|", 3))
    first, dots, last = (part.strip() for part in days.partition(".."))
    return Truth(name, int(row), first, last if dots else first, clock, words.replace("\\n", "\n"))


def table(lines: Sequence[str], name: int | str = 0, *, before: Sequence[str] = (), hidden: bool = False) -> Table:
    """Draw one table from its rows."""
    width = max(line.count("|") + 1 for line in lines)
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        veiled, line = line.startswith("~"), line.removeprefix("~").strip()
        if line.startswith("=="):
            text = line.removeprefix("==").strip().replace("\\n", "\n")
            covered = (Cell("", None, True, (number, 0)),) * (width - 1)
            rows.append(Row(number, (Cell(text, text), *covered), veiled, True))
            continue
        cells: list[Cell] = []
        for index, word in enumerate(line.split("|")):
            cells.append(_cell(word.strip(), number, index, cells, rows))
        rows.append(Row(number, tuple(cells), veiled))
    return Table(name, tuple(rows), hidden, tuple(before))


def _cell(word: str, number: int, index: int, left: Sequence[Cell], above: Sequence[Row]) -> Cell:
    if word == "<<":
        return Cell("", None, True, left[-1].origin or (number, index - 1))
    if word == "^^":
        return Cell("", None, True, above[-1].cells[index].origin or (number - 1, index))
    if word.startswith("@"):
        return _typed(word[1:])
    text = word.replace("\\n", "\n")
    return Cell(text, text) if text else EMPTY


def _typed(word: str) -> Cell:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        return Cell(word, date.fromisoformat(word))
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", word):
        return Cell(word, datetime.fromisoformat(word))
    if re.fullmatch(r"\d\d:\d\d", word):
        return Cell(word, time.fromisoformat(word))
    return Cell(word, float(word))


EVERYTHING = [case for name in ("templates.txt", "rows.txt", "documents.txt", "harder.txt") for case in load(name)]
