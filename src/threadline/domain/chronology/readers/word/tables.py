"""Word tables into grids: merged cells, rows in content controls, deleted rows, tables inside cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from threadline.domain.chronology.grid import Cell, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.assemble import Found, Piece, assemble, text_of
from threadline.domain.chronology.readers.geometry import place
from threadline.domain.chronology.readers.refusal import too_big_inside, too_deep, too_many_columns, too_many_rows
from threadline.domain.chronology.readers.word.names import child, is_on, leading, local, number, value
from threadline.domain.chronology.readers.word.text import Words


@dataclass(frozen=True, slots=True)
class _Found:
    """A cell before its column is known: its borders on the table's grid, and its part in a merge."""

    cell: Cell
    left: int
    right: int
    continues: bool


class TableMaker:
    """Takes the rows of one table in order and gives the `Table` at the end."""

    def __init__(self, words: Words, name: int | str, before: tuple[str, ...] = (), depth: int = 0) -> None:
        if depth > limits.DEPTH:
            raise too_deep(words.file)
        self._words = words
        self._name = name
        self._before = before
        self._depth = depth
        self._rows: list[tuple[int, list[_Found], bool, tuple[Table, ...]]] = []
        self._number = 0
        self._places = 0

    def add(self, row: Any) -> None:
        """Take the next w:tr. A row whose deletion is tracked keeps its number and is not taken."""
        self._number += 1
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            self._words.counts["deleted row"] += 1
            return
        nested: list[Table] = []
        outer, self._words.inner_table = self._words.inner_table, lambda inner: self._inner(inner, nested)
        try:
            cells, hidden = self._read(row, number(child(properties, "gridBefore")))
        finally:
            self._words.inner_table = outer
        self._rows.append((self._number, cells, hidden or is_on(child(properties, "hidden")), tuple(nested)))
        self._places += cells[-1].right if cells else 0
        if self._number > limits.ROWS:
            raise too_many_rows(self._words.file)
        if self._places > limits.CELLS:
            raise too_big_inside(self._words.file)

    def finish(self) -> Table:
        """The table with its columns worked out."""
        placed = place([[(cell.left, cell.right) for cell in row[1]] for row in self._rows])
        found = [
            Found(count, tuple(_piece(*pair) for pair in zip(cells, where, strict=True)), hidden, nested)
            for (count, cells, hidden, nested), where in zip(self._rows, placed, strict=True)
        ]
        return Table(self._name, assemble(self._words.file, found), before=self._before)

    def _read(self, row: Any, start: int) -> tuple[list[_Found], bool]:
        """The cells of a row, and whether all its text is hidden: then it is read all the same, lest a row be lost."""
        before = self._words.counts["hidden text"]
        cells = self._cells(row, start)
        if self._words.counts["hidden text"] == before or any(cell.cell.text for cell in cells):
            return cells, False
        self._words.counts["hidden text"] = before
        self._words.counts["hidden row"] += 1
        self._words.show_hidden = True
        try:
            return self._cells(row, start), True
        finally:
            self._words.show_hidden = False

    def _cells(self, row: Any, start: int) -> list[_Found]:
        out: list[_Found] = []
        at = max(0, min(start, limits.COLUMNS))
        for element in _inside(row, "tc"):
            properties = {local(item): item for item in _all(leading(element, "tcPr"))}
            wide = max(1, min(number(properties.get("gridSpan"), default=1), limits.COLUMNS))
            text = "" if "cellDel" in properties else self._words.joined(element)
            if _merge(properties, "hMerge") == "continue" and out:
                last = out.pop()
                out.append(_Found(last.cell, last.left, at + wide, last.continues))
            else:
                below = _merge(properties, "vMerge") == "continue" and not text
                out.append(_Found(Cell(text, text), at, at + wide, below))
            at += wide
            if at > limits.COLUMNS:
                raise too_many_columns(self._words.file)
        return out

    def _inner(self, table: Any, nested: list[Table]) -> str:
        name = f"{self._name}.{self._number}.{len(nested)}"
        made = read_table(self._words, table, name, self._depth + 1)
        nested.append(made)
        return text_of(made)


def read_table(words: Words, element: Any, name: int | str, depth: int = 0) -> Table:
    """A whole w:tbl at once, as used for tables inside cells and text boxes."""
    maker = TableMaker(words, name, depth=depth)
    for row in _inside(element, "tr"):
        maker.add(row)
    return maker.finish()


def _inside(element: Any, wanted: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, through the content controls and mark-up that may wrap them."""
    for item in element:
        name = local(item)
        if name == wanted:
            yield item
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(item, wanted)


def _all(element: Any) -> Any:
    return () if element is None else element


def _merge(properties: dict[str, Any], kind: str) -> str | None:
    return value(properties[kind]) or "continue" if kind in properties else None


def _piece(found: _Found, where: tuple[int, int]) -> Piece:
    return Piece(found.cell, where[0], where[1], continues=found.continues)
