"""Workbooks of Excel 95 to 2003 (.xls): cells with their formats, hidden rows and sheets, merged cells."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from threadline.domain.chronology.grid import Cell, Document, Table
from threadline.domain.chronology.readers.compound import read_stream
from threadline.domain.chronology.readers.encoding import code_page
from threadline.domain.chronology.readers.excel.biff import BOF, Broken, Record, Text, packed, records
from threadline.domain.chronology.readers.excel.formats import BUILT_IN
from threadline.domain.chronology.readers.excel.numbers import number_cell
from threadline.domain.chronology.readers.refusal import damaged, macros, password
from threadline.domain.chronology.readers.sheet import Budget, SheetMaker
from threadline.domain.chronology.readers.typed import cell_of_bool

_WORKSHEET = 0
_MACRO_SHEET = 1
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


@dataclass(slots=True)
class _Workbook:
    """What holds for the whole workbook, gathered from its first records."""

    file: str
    old: bool = False
    codec: str = "cp1252"
    epoch_1904: bool = False
    strings: list[str] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    styles: list[int] = field(default_factory=list)
    sheets: list[tuple[str, bool, int]] = field(default_factory=list)

    def format(self, style: int) -> str:
        return self.codes.get(self.styles[style], "General") if style < len(self.styles) else "General"


def read_xls(file: str, data: bytes) -> Document:
    """Every worksheet in order. Raises `Refused` for a password, macro sheets, damage, or more than the limits."""
    stream = read_stream(file, data, "Workbook", "Book")
    try:
        book = _globals(file, stream)
        budget = Budget(file)
        tables: list[Table] = []
        notes: list[str] = []
        for name, hidden, offset in book.sheets:
            table, said = _Sheet(book, SheetMaker(budget, name, hidden)).read(stream, offset)
            tables.append(table)
            notes += said
    except (Broken, struct.error, IndexError) as error:
        raise damaged(file) from error
    return Document(file, "xls", tuple(tables), notes=tuple(notes))


def _globals(file: str, stream: bytes) -> _Workbook:
    book = _Workbook(file)
    for record in records(stream):
        take = _GLOBALS.get(record.code)
        if take is not None:
            take(book, record)
    if not book.sheets:
        raise Broken
    return book


def _take_begin(book: _Workbook, record: Record) -> None:
    version = struct.unpack_from("<H", record.data)[0]
    if version not in (0x0500, 0x0600):
        raise Broken
    book.old = version == 0x0500


def _take_password(book: _Workbook, _record: Record) -> None:
    raise password(book.file)


def _take_page(book: _Workbook, record: Record) -> None:
    book.codec = code_page(struct.unpack_from("<H", record.data)[0])


def _take_calendar(book: _Workbook, record: Record) -> None:
    book.epoch_1904 = record.data[:1] == b"\x01"


def _take_sheet(book: _Workbook, record: Record) -> None:
    offset, state, kind = struct.unpack_from("<IBB", record.data)
    if kind == _MACRO_SHEET or kind == 6:
        raise macros(book.file)
    if kind == _WORKSHEET:
        name = _short(book, Record(record.code, record.data[6:], record.more))
        book.sheets.append((name, bool(state & 0x03), offset))


def _take_strings(book: _Workbook, record: Record) -> None:
    text = Text(record)
    text.skip(4)
    for _ in range(text.number(4)):
        book.strings.append(text.rich())


def _take_format(book: _Workbook, record: Record) -> None:
    number = struct.unpack_from("<H", record.data)[0]
    rest = Record(record.code, record.data[2:], record.more)
    book.codes[number] = _short(book, rest) if book.old else Text(rest).rich()


def _take_style(book: _Workbook, record: Record) -> None:
    book.styles.append(struct.unpack_from("<H", record.data, 2)[0])


_GLOBALS = {
    BOF: _take_begin,
    0x002F: _take_password,
    0x0042: _take_page,
    0x0022: _take_calendar,
    0x0085: _take_sheet,
    0x00FC: _take_strings,
    0x041E: _take_format,
    0x00E0: _take_style,
}


def _short(book: _Workbook, record: Record) -> str:
    """A string with its length in one byte."""
    length = record.data[0]
    if book.old:
        return record.data[1 : 1 + length].decode(book.codec, "replace")
    text = Text(record)
    text.skip(1)
    return text.letters(length)


class _Sheet:
    """One worksheet's records into its maker."""

    def __init__(self, book: _Workbook, maker: SheetMaker) -> None:
        self._book = book
        self._maker = maker
        self._formula: tuple[int, int] | None = None
        self._take = {
            0x0208: self._row,
            0x0203: self._number,
            0x027E: self._packed,
            0x00BD: self._many_packed,
            0x00FD: self._shared,
            0x0204: self._label,
            0x00D6: self._label,
            0x0006: self._result,
            0x0406: self._result,
            0x0207: self._words_of_formula,
            0x0205: self._flag,
            0x00E5: self._merged,
        }

    def read(self, stream: bytes, offset: int) -> tuple[Table, tuple[str, ...]]:
        """The sheet that begins at the offset. A chart inside the sheet has records of its own, passed over."""
        depth = 0
        for record in records(stream, offset):
            depth += (record.code == BOF) - (record.code == 0x000A)
            take = self._take.get(record.code)
            if take is not None and depth == 1:
                take(record)
        return self._maker.finish()

    def _put(self, row: int, column: int, cell: Cell) -> None:
        if cell.text:
            self._maker.add(row + 1, ((column, cell),))

    def _put_number(self, row: int, column: int, number: float, style: int) -> None:
        self._put(row, column, number_cell(number, self._book.format(style), self._book.epoch_1904))

    def _put_words(self, row: int, column: int, text: str) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._put(row, column, Cell(text, text))

    def _row(self, record: Record) -> None:
        row = struct.unpack_from("<H", record.data)[0]
        if len(record.data) >= 16 and struct.unpack_from("<I", record.data, 12)[0] & 0x20:
            self._maker.hide(row + 1)

    def _number(self, record: Record) -> None:
        row, column, style, number = struct.unpack_from("<HHHd", record.data)
        self._put_number(row, column, number, style)

    def _packed(self, record: Record) -> None:
        row, column, style, raw = struct.unpack_from("<HHHI", record.data)
        self._put_number(row, column, packed(raw), style)

    def _many_packed(self, record: Record) -> None:
        row, first = struct.unpack_from("<HH", record.data)
        for at in range((len(record.data) - 6) // 6):
            style, raw = struct.unpack_from("<HI", record.data, 4 + at * 6)
            self._put_number(row, first + at, packed(raw), style)

    def _shared(self, record: Record) -> None:
        row, column, _, index = struct.unpack_from("<HHHI", record.data)
        self._put_words(row, column, self._book.strings[index])

    def _label(self, record: Record) -> None:
        row, column = struct.unpack_from("<HH", record.data)
        self._put_words(row, column, self._long(Record(record.code, record.data[6:], record.more)))

    def _result(self, record: Record) -> None:
        row, column, style = struct.unpack_from("<HHH", record.data)
        result = record.data[6:14]
        self._formula = None
        if len(result) < 8:
            raise Broken
        if result[6:] != b"\xff\xff":
            self._put_number(row, column, struct.unpack("<d", result)[0], style)
        elif result[0] == 0:
            self._formula = (row, column)
        elif result[0] == 1:
            self._put(row, column, cell_of_bool(bool(result[2])))
        elif result[0] == 2:
            self._put_words(row, column, _ERRORS.get(result[2], "#N/A"))

    def _words_of_formula(self, record: Record) -> None:
        if self._formula is not None:
            self._put_words(*self._formula, self._long(record))
            self._formula = None

    def _flag(self, record: Record) -> None:
        row, column, _, value, error = struct.unpack_from("<HHHBB", record.data)
        if error:
            self._put_words(row, column, _ERRORS.get(value, "#N/A"))
        else:
            self._put(row, column, cell_of_bool(bool(value)))

    def _merged(self, record: Record) -> None:
        count = struct.unpack_from("<H", record.data)[0]
        for at in range(count):
            top, bottom, left, right = struct.unpack_from("<HHHH", record.data, 2 + at * 8)
            self._maker.merge(top + 1, left, bottom + 1, right)

    def _long(self, record: Record) -> str:
        """A string with its length in two bytes."""
        if not self._book.old:
            return Text(record).rich()
        length = struct.unpack_from("<H", record.data)[0]
        return record.data[2 : 2 + length].decode(self._book.codec, "replace")
