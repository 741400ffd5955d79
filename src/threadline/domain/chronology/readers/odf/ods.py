"""OpenDocument spreadsheets (.ods): every sheet, typed cells, repeated and hidden rows, merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from threadline.domain.chronology.grid import Cell, Document, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.archive import Archive
from threadline.domain.chronology.readers.excel.formats import general
from threadline.domain.chronology.readers.odf.names import count, full, local, value
from threadline.domain.chronology.readers.odf.odt import change_notes
from threadline.domain.chronology.readers.odf.text import Words
from threadline.domain.chronology.readers.refusal import too_many_columns, too_many_rows
from threadline.domain.chronology.readers.safe_xml import Stream
from threadline.domain.chronology.readers.sheet import Budget, SheetMaker
from threadline.domain.chronology.readers.typed import cell_of_bool, cell_of_moment, cell_of_time

_TAGS = tuple(full(name) for name in ("table:table", "table:table-row", "style:style"))
_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$")
_MONTH_ONLY = re.compile(r"([A-Za-z]{3,9})[ \-/.,'’]{1,2}\d{2}(\d{2})?$")
_NUMBERS = {"float", "percentage", "currency"}


def read_ods(archive: Archive, part: str = "content.xml") -> Document:
    """Every sheet in order. Raises `Refused` for a damaged file or one beyond the limits."""
    book = _Book(Budget(archive.file))
    stream = Stream(archive.file, archive.open(part), _TAGS, ("start", "end"))
    for event, element in stream:
        book.take(stream, event, element)
    return Document(archive.file, "ods", tuple(book.tables), notes=(*book.notes, *change_notes(book.words)))


@dataclass(slots=True)
class _Book:
    """Where we are in the spreadsheet while its events go by."""

    budget: Budget
    words: Words = field(default_factory=Words)
    tables: list[Table] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unseen: set[str] = field(default_factory=set)
    depth: int = 0
    number: int = 0
    maker: SheetMaker | None = None

    def take(self, stream: Stream, event: str, element: Any) -> None:
        name = local(element)
        if name == "table:table":
            self._sheet(stream, event, element)
        elif event == "end" and name == "table:table-row" and self.depth == 1 and self.maker is not None:
            self._row(self.maker, element)
            stream.forget(element)
        elif event == "end" and name == "style:style":
            self._style(element)

    def _style(self, element: Any) -> None:
        if any(value(item, "table:display") == "false" for item in element):
            self.unseen.add(value(element, "style:name") or "")

    def _sheet(self, stream: Stream, event: str, element: Any) -> None:
        if event == "start":
            self.depth += 1
            if self.depth == 1:
                self.number = 0
                hidden = value(element, "table:style-name") in self.unseen or value(element, "table:display") == "false"
                self.maker = SheetMaker(self.budget, value(element, "table:name") or "", hidden)
            return
        self.depth -= 1
        if self.depth == 0 and self.maker is not None:
            table, said = self.maker.finish()
            self.tables.append(table)
            self.notes += said
            stream.forget(element)

    def _row(self, maker: SheetMaker, row: Any) -> None:
        times = count(row, "table:number-rows-repeated", 1_048_576)
        cells = dict(self._cells(maker, row))
        if cells and times > limits.ROWS:
            raise too_many_rows(self.budget.file)
        if value(row, "table:visibility") in ("collapse", "filter"):
            for number in range(self.number + 1, self.number + 1 + min(times, limits.ROWS)):
                maker.hide(number)
        for _ in range(times if cells else 0):
            self.number += 1
            maker.add(self.number, cells.items())
        self.number += 0 if cells else times

    def _cells(self, maker: SheetMaker, row: Any) -> Iterator[tuple[int, Cell]]:
        at = 0
        for item in row:
            if local(item) not in ("table:table-cell", "table:covered-table-cell"):
                continue
            times = count(item, "table:number-columns-repeated", 1_048_576)
            cell = self._cell(item)
            if cell.text and times > limits.COLUMNS:
                raise too_many_columns(self.budget.file)
            self._merge(maker, item, at)
            for more in range(times if cell.text else 0):
                yield at + more, cell
            at += times

    def _merge(self, maker: SheetMaker, item: Any, at: int) -> None:
        across = count(item, "table:number-columns-spanned", 16_384)
        down = count(item, "table:number-rows-spanned", 1_048_576)
        if across > 1 or down > 1:
            maker.merge(self.number + 1, at, self.number + down, at + across - 1)

    def _cell(self, item: Any) -> Cell:
        kind = value(item, "office:value-type") or ""
        shown = self.words.cell(item)
        if kind in _NUMBERS:
            return _number(value(item, "office:value") or "", shown)
        if kind == "date":
            return _date(value(item, "office:date-value") or "", shown)
        if kind == "time":
            return _time(value(item, "office:time-value") or "", shown)
        if kind == "boolean":
            return cell_of_bool(value(item, "office:boolean-value") == "true")
        text = shown or value(item, "office:string-value") or ""
        return Cell(text, text)


def _number(stored: str, shown: str) -> Cell:
    try:
        number = float(stored)
    except ValueError:
        return Cell(shown, shown)
    if number - number != 0:
        return Cell(shown, shown)
    whole = number == int(number) and abs(number) < 1e15
    return Cell(shown or general(number), int(number) if whole else number)


def _date(stored: str, shown: str) -> Cell:
    """A real date; the first of a month shown without its day is the month, the day being made up."""
    try:
        moment = datetime.fromisoformat(stored[:19])
    except ValueError:
        return Cell(shown or stored, shown or stored)
    month = _MONTH_ONLY.match(shown)
    if month and moment.day == 1:
        words = f"{month[1]} {moment.year}"
        return Cell(words, words)
    return cell_of_moment(moment)


def _time(stored: str, shown: str) -> Cell:
    match = _DURATION.match(stored)
    if match is None:
        return Cell(shown or stored, shown or stored)
    hours, minutes, seconds = (int(part) for part in match.groups())
    if hours >= 24 or minutes >= 60 or seconds >= 60:
        return Cell(shown or f"{hours}:{minutes:02d}", shown or f"{hours}:{minutes:02d}")
    return cell_of_time(time(hours, minutes, seconds))
