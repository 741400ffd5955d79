"""Cells, with the rows and columns they cover, into rows of the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from threadline.domain.chronology.grid import EMPTY, Cell, Row, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.refusal import too_big_inside


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell as found: its first column, how many columns and rows it covers, and what it says.

    `continues` marks a cell that carries on the one above it (Word and RTF say so from below; others give `down`).
    """

    cell: Cell
    column: int
    across: int = 1
    down: int = 1
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A row as found, before merged cells are spread out."""

    number: int
    pieces: Sequence[Piece]
    hidden: bool = False
    nested: tuple[Table, ...] = ()


def assemble(file: str, found: Sequence[Found]) -> tuple[Row, ...]:
    """Rows with every covered place filled by a `merged` cell. Raises `Refused` where that would be too many."""
    widths = [max((piece.column + piece.across for piece in row.pieces), default=0) for row in found]
    if sum(widths) > limits.CELLS:
        raise too_big_inside(file)
    width = max(widths, default=0)
    above: dict[int, tuple[Cell, int]] = {}
    return tuple(_row(row, width, above) for row in found)


def text_of(table: Table) -> str:
    """An inner table as lines of text, its cells parted by tabs: how it stands in the text of the outer cell."""
    lines = ("\t".join(cell.text for cell in row.cells if cell.text) for row in table.rows)
    return "\n".join(line for line in lines if line)


def _row(row: Found, width: int, above: dict[int, tuple[Cell, int]]) -> Row:
    places: dict[int, Cell] = {}
    for column in sorted(above):
        if above[column][1] > 0:
            places[column] = above[column][0]
            above[column] = (above[column][0], above[column][1] - 1)
    for piece in row.pieces:
        _put(piece, row.number, places, above)
    cells = tuple(places.get(column, EMPTY) for column in range(max(places, default=-1) + 1))
    return Row(row.number, cells, row.hidden, _spans(cells, row.number, width), row.nested)


def _put(piece: Piece, number: int, places: dict[int, Cell], above: dict[int, tuple[Cell, int]]) -> None:
    before = above.get(piece.column)
    if piece.continues and before is not None:
        for column in range(piece.column, piece.column + piece.across):
            places[column] = before[0]
        return
    over = Cell("", None, True, (number, piece.column))
    places[piece.column] = piece.cell
    for column in range(piece.column, piece.column + piece.across):
        if column > piece.column:
            places[column] = over
        above[column] = (over, piece.down - 1)


def _spans(cells: Sequence[Cell], number: int, width: int) -> bool:
    """One cell with words in it over the whole width of a table that has more than one column."""
    if width < 2 or len(cells) < width or not cells[0].text:
        return False
    return all(cell.origin == (number, 0) for cell in cells[1:])
