"""Rows and cells of rich text tables, gathered until the table ends."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from threadline.domain.chronology.grid import Cell, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.assemble import Found, Piece, assemble
from threadline.domain.chronology.readers.geometry import place
from threadline.domain.chronology.readers.refusal import too_many_columns, too_many_rows

_UNKNOWN_WIDTH = 1_000
Drawn = tuple[str, int, int, bool]
"""A cell: its text, its left and right border, whether it continues the cell above."""


@dataclass(frozen=True, slots=True)
class Edge:
    """The definition of one cell: where its right border stands, and its part in a merge."""

    right: int = 0
    joins_left: bool = False
    joins_above: bool = False


@dataclass(slots=True)
class RowShape:
    """What \\trowd and the words after it say about a row."""

    edges: list[Edge] = field(default_factory=list)
    left: int = 0
    index: int | None = None
    _next: Edge = field(default_factory=Edge)

    def take(self, word: str, number: int | None) -> None:
        """Take a control word about the row; others are passed over."""
        if word == "cellx":
            if len(self.edges) <= limits.COLUMNS:
                self.edges.append(replace(self._next, right=number or 0))
            self._next = Edge()
        elif word == "clmrg":
            self._next = replace(self._next, joins_left=True)
        elif word == "clvmrg":
            self._next = replace(self._next, joins_above=True)
        elif word == "trleft":
            self.left = number or 0
        elif word == "irow":
            self.index = number


@dataclass(slots=True)
class OpenTable:
    """A table whose rows are still coming, and the row being filled."""

    file: str
    name: int | str
    before: tuple[str, ...] = ()
    shape: RowShape = field(default_factory=RowShape)
    cells: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    nested: list[Table] = field(default_factory=list)
    last_index: int | None = None
    _rows: list[tuple[list[Drawn], tuple[Table, ...]]] = field(default_factory=list)

    @property
    def row_number(self) -> int:
        """The number the row now being filled will have."""
        return len(self._rows) + 1

    @property
    def under_way(self) -> bool:
        """Whether a row has been begun and not ended."""
        return bool(self.cells or any(text.strip() for text in self.paragraphs))

    def begins_again(self) -> bool:
        """Whether the shape of the coming row says that it is the first row of another table."""
        return self.shape.index == 0 and bool(self.last_index) and not self.under_way

    def end_cell(self, text: str) -> None:
        """The cell is complete; `text` is its last paragraph."""
        self.cells.append("\n".join([*self.paragraphs, text]).strip(" \t\n"))
        self.paragraphs = []
        if len(self.cells) > limits.COLUMNS:
            raise too_many_columns(self.file)

    def end_row(self) -> None:
        """The row is complete; a row without any cell is none."""
        if self.paragraphs and any(text.strip() for text in self.paragraphs):
            self.end_cell("")
        if self.cells:
            drawn = _drawn(self.cells, self.shape.left, self.shape.edges)
            self._rows.append((drawn, tuple(self.nested)))
        self.last_index = self.shape.index
        self.cells, self.paragraphs, self.nested = [], [], []
        if len(self._rows) > limits.ROWS:
            raise too_many_rows(self.file)

    def finish(self) -> Table | None:
        """The table, or None where no row was ever completed."""
        if not self._rows:
            return None
        placed = place([[(left, right) for _, left, right, _ in row] for row, _ in self._rows])
        found = []
        for number, ((row, nested), where) in enumerate(zip(self._rows, placed, strict=True), 1):
            pieces = tuple(
                Piece(Cell(text, text), column, across, continues=below and not text)
                for (text, _, _, below), (column, across) in zip(row, where, strict=True)
            )
            found.append(Found(number, pieces, nested=nested))
        return Table(self.name, assemble(self.file, found), before=self.before)


def _drawn(cells: list[str], left: int, edges: list[Edge]) -> list[Drawn]:
    """Each cell with its borders from the row's left edge on, horizontal merges joined."""
    out: list[Drawn] = []
    for at, text in enumerate(cells):
        edge = edges[at] if at < len(edges) else Edge(left + _UNKNOWN_WIDTH)
        right = max(edge.right, left + 1)
        if edge.joins_left and out:
            before = out.pop()
            out.append(("\n".join(words for words in (before[0], text) if words), before[1], right, before[3]))
        else:
            out.append((text, left, right, edge.joins_above))
        left = right
    return out
