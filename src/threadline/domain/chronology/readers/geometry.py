"""Which column a cell stands in, when a table's rows do not share their borders exactly.

Somebody drags a border by a millimetre in one row, and the file then says the table has one column more.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

Extent = tuple[int, int]
Placed = tuple[int, int]


def place(rows: Sequence[Sequence[Extent]]) -> list[list[Placed]]:
    """(column from 0, columns covered) for each cell, given each cell's left and right border in any one unit.

    Where some row uses every border as a column of its own, borders are columns. Otherwise the fullest rows decide how
    many columns there are, their cells stand in order, and cells of other rows go to the nearest of those columns.
    """
    borders = sorted({edge for row in rows for extent in row for edge in extent})
    fullest = max((len(row) for row in rows), default=0)
    if fullest and len(borders) - 1 > fullest:
        return _by_nearest(rows, fullest)
    index = {edge: at for at, edge in enumerate(borders)}
    return [[(index[left], max(1, index[right] - index[left])) for left, right in row] for row in rows]


def _by_nearest(rows: Sequence[Sequence[Extent]], fullest: int) -> list[list[Placed]]:
    guides = [row for row in rows if len(row) == fullest]
    lefts = [median(row[at][0] for row in guides) for at in range(fullest)]
    right = median(row[-1][1] for row in guides)
    return [_placed(row, lefts, right) if len(row) < fullest else [(at, 1) for at in range(fullest)] for row in rows]


def _placed(row: Sequence[Extent], lefts: Sequence[float], right: float) -> list[Placed]:
    edges = [*lefts, right]
    out: list[Placed] = []
    free = 0
    for at, (start, end) in enumerate(row):
        left_over = len(row) - at - 1
        column = max(free, min(_nearest(edges, start), len(lefts) - 1 - left_over))
        stop = max(column + 1, min(_nearest(edges, end), len(lefts) - left_over))
        out.append((column, stop - column))
        free = stop
    return out


def _nearest(edges: Sequence[float], at: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - at))
