"""A worksheet into a table: sparse cells in, rows out, numbered as in the sheet; hidden rows and merges kept."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from threadline.domain.chronology.grid import EMPTY, Cell, Row, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.refusal import too_big_inside, too_many_columns, too_many_rows
from threadline.domain.chronology.readers.wording import counted, was


class Budget:
    """How many cells with something in them one workbook may hold."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._left = limits.CELLS

    def spend(self, cells: int) -> None:
        """Raises `Refused` when the workbook holds more cells than the service takes."""
        self._left -= cells
        if self._left < 0:
            raise too_big_inside(self.file)


class SheetMaker:
    """Collects the cells of one sheet. Rows count from 1, columns from 0; empty cells need not be given."""

    def __init__(self, budget: Budget, name: str, hidden: bool = False) -> None:
        self.name = name
        self._budget = budget
        self._hidden = hidden
        self._rows: dict[int, dict[int, Cell]] = {}
        self._hidden_rows: set[int] = set()
        self._merges: list[tuple[int, int, int, int]] = []
        self._last_column = -1
        self._notes: list[str] = []

    def add(self, row: int, cells: Iterable[tuple[int, Cell]]) -> None:
        """Take cells of a row."""
        given = dict(cells)
        if not given:
            return
        self._budget.spend(len(given))
        self._last_column = max(self._last_column, max(given))
        kept = self._rows.get(row)
        if kept is None:
            self._rows[row] = given
            if len(self._rows) > limits.ROWS:
                raise too_many_rows(self._budget.file)
        else:
            kept.update(given)

    def hide(self, row: int) -> None:
        """Say that a row is not visible to a person."""
        if len(self._hidden_rows) < limits.ROWS * 20:
            self._hidden_rows.add(row)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Say that a block of cells is merged into one."""
        if len(self._merges) < limits.ROWS:
            self._merges.append((top, left, bottom, right))

    def finish(self) -> tuple[Table, tuple[str, ...]]:
        """The table, and sentences about what was hidden or far away."""
        self._draw_near()
        self._spread()
        rows = tuple(self._in_order())
        hidden = sum(row.hidden and any(cell.text for cell in row.cells) for row in rows)
        if hidden:
            self._notes.append(f"Sheet “{self.name}”: {counted(hidden, 'hidden row')} {was(hidden)} included.")
        if self._hidden and rows:
            self._notes.append(f"Sheet “{self.name}” is hidden; it was read all the same.")
        return Table(self.name, rows, self._hidden), tuple(self._notes)

    def _in_order(self) -> Iterator[Row]:
        before = 0
        width = self._last_column + 1
        for number in sorted(self._rows):
            gap = range(before + 1, number)
            if len(gap) > limits.BLANK_RUN:
                self._notes.append(f"Sheet “{self.name}”: rows {gap[0]:,} to {gap[-1]:,} are blank and are not listed.")
                gap = range(0)
            yield from (Row(blank, (), blank in self._hidden_rows) for blank in gap)
            yield self._row(number, width)
            before = number

    def _row(self, number: int, width: int) -> Row:
        places = self._rows[number]
        cells = tuple([places.get(column, EMPTY) for column in range(max(places) + 1)])
        spans = width > 1 and len(cells) == width and all(cell.origin == (number, 0) for cell in cells[1:])
        return Row(number, cells, number in self._hidden_rows, spans and bool(cells[0].text))

    def _spread(self) -> None:
        """Mark the places covered by merged cells, in rows that have something in them."""
        marks = 0
        numbers = sorted(self._rows)
        for top, left, bottom, right in self._merges:
            right = min(right, self._last_column)
            over = Cell("", None, True, (top, left))
            for number in _between(numbers, top, bottom):
                columns = [at for at in range(left, right + 1) if (number, at) != (top, left)]
                marks += max(1, len(columns))
                if marks > limits.MERGED_PLACES:
                    raise too_big_inside(self._budget.file)
                places = self._rows[number]
                for column in columns:
                    if not places.get(column, EMPTY).text:
                        places[column] = over

    def _draw_near(self) -> None:
        """Bring a stray column far to the right next to the others, so that one cell cannot make a row of thousands."""
        if self._last_column < limits.COLUMNS:
            return
        used = sorted({column for places in self._rows.values() for column in places})
        if len(used) > limits.COLUMNS:
            raise too_many_columns(self._budget.file)
        near = [column for column in used if column < limits.COLUMNS // 2]
        start = near[-1] + 1 if near else 0
        moved = {column: start + at for at, column in enumerate(used[len(near) :])}
        for places in self._rows.values():
            for column in [column for column in places if column in moved]:
                places[moved[column]] = places.pop(column)
        self._merges = [(top, left, bottom, min(right, start - 1)) for top, left, bottom, right in self._merges]
        self._last_column = start + len(moved) - 1
        far = ", ".join(f"{letters(column)} as column {letters(to)}" for column, to in [*moved.items()][:5])
        self._notes.append(f"Sheet “{self.name}”: columns far to the right were brought next to the others ({far}).")


def letters(column: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(ord("A") + rest) + out
    return out


def _between(numbers: list[int], first: int, last: int) -> list[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]
