"""A table's rows as plain lines of text: tidied, merged cells resolved, ready to be judged."""

from dataclasses import dataclass
from datetime import date, datetime, time

from threadline.domain.chronology.grid import Cell, Row, Table

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad\u2060"))
_SPACES = {
    ord("\u00a0"): " ",
    ord("\u2007"): " ",
    ord("\u202f"): " ",
    ord("\t"): " ",
    ord("\r"): "\n",
    ord("\v"): "\n",
    ord("\f"): "\n",
}
_TIDY = {**_INVISIBLE, **_SPACES}


def tidy(text: str) -> str:
    """Return the text without invisible characters and without space around it; line breaks stay."""
    return text.strip() if text.isprintable() else text.translate(_TIDY).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `texts[i]` is the tidied text that begins in grid column i; `shown[i]` is what a reader sees there,
    which in a merged cell is the text of the cell it continues. `filled` are the columns where a text begins. `single`
    is the row's only text: one filled cell, or the same words repeated in several; empty when there are different
    ones.
    """

    number: int
    texts: tuple[str, ...]
    shown: tuple[str, ...]
    filled: tuple[int, ...]
    hidden: bool
    span: bool
    row: Row
    single: str = ""

    def text(self, index: int | None) -> str:
        """Return the text that begins in this column; empty beyond the row's end or when there is no such column."""
        return self.texts[index] if index is not None and index < len(self.texts) else ""

    def seen(self, index: int | None) -> str:
        """Return what stands in this column to a reader's eye, merged cells included."""
        return self.shown[index] if index is not None and index < len(self.shown) else ""

    def continues_above(self, index: int) -> bool:
        """True when this column's cell is the continuation of a merged cell that begins in a row above."""
        cells = self.row.cells
        origin = cells[index].origin if index < len(cells) and cells[index].merged else None
        return origin is not None and origin[0] < self.number


def lines(table: Table) -> tuple[Line, ...]:
    """Return the rows in which any text begins, in order, merged cells resolved."""
    kept: list[Line] = []
    above: dict[int, tuple[str, ...]] = {}
    for row in table.rows:
        texts = tuple([tidy(cell.text) if cell.text else "" for cell in row.cells])
        above[row.number] = texts
        filled = tuple([index for index, text in enumerate(texts) if text])
        if filled:
            merged = any(cell.merged for cell in row.cells)
            shown = _shown(row, texts, above) if merged else texts
            first = texts[filled[0]]
            single = first if all(texts[index] == first for index in filled) else ""
            kept.append(Line(row.number, texts, shown, filled, row.hidden, row.span, row, single))
    return tuple(kept)


def _shown(row: Row, texts: tuple[str, ...], above: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(
        _origin_text(cell, above) if cell.merged and cell.origin is not None else text
        for cell, text in zip(row.cells, texts, strict=True)
    )


def _origin_text(cell: Cell, above: dict[int, tuple[str, ...]]) -> str:
    number, index = cell.origin or (0, 0)
    texts = above.get(number, ())
    return texts[index] if index < len(texts) else ""


def typed_day(line: Line, index: int | None) -> date | datetime | None:
    """Return the real date a spreadsheet cell holds in this column; None for text."""
    value = _value(line, index)
    return value if isinstance(value, date) else None


def typed_clock(line: Line, index: int | None) -> time | None:
    """Return the real time a spreadsheet cell holds: a time, a date with a time, or a fraction of a day. None for
    text.
    """
    value = _value(line, index)
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, float) and 0 <= value < 1:
        minutes = round(value * 24 * 60)
        return time(minutes // 60 % 24, minutes % 60)
    return None


def _value(line: Line, index: int | None) -> object:
    cells = line.row.cells
    return cells[index].value if index is not None and index < len(cells) else None
