"""The cells of a worksheet's rows, from their elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from threadline.domain.chronology.grid import Cell
from threadline.domain.chronology.readers.excel.numbers import number_cell
from threadline.domain.chronology.readers.excel.words import bare, rich, unescaped
from threadline.domain.chronology.readers.refusal import damaged
from threadline.domain.chronology.readers.typed import cell_of_bool, cell_of_moment

_REFERENCE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})$")
_REMEMBERED = 50_000
_WORDS_REMEMBERED = 200


class Cells:
    """Makes cells from elements, knowing the workbook's strings, formats and calendar.

    `unfinished` counts formulas that were never worked out by the program that saved the file.
    """

    def __init__(self, file: str, strings: list[str], formats: list[str], epoch_1904: bool) -> None:
        self.unfinished = 0
        self._file = file
        self._strings = strings
        self._formats = formats
        self._epoch_1904 = epoch_1904
        self._columns: dict[str, int] = {}
        self._made: dict[tuple[str, str, str], Cell] = {}

    def row(self, element: Any) -> Iterator[tuple[int, Cell]]:
        """(column from 0, cell) for each cell of a row element that has something in it."""
        at = -1
        for item in element:
            if bare(item) != "c":
                continue
            at = self._column(item.get("r"), at + 1)
            if len(item):
                cell = self._cell(item)
                if cell is not None:
                    yield at, cell

    def place(self, reference: str) -> tuple[int, int] | None:
        """(row from 1, column from 0) of a reference such as B12; None where it is not one."""
        match = _REFERENCE.match(reference)
        return (int(match[2]), self._column(reference, 0)) if match else None

    def _column(self, reference: str | None, default: int) -> int:
        if reference is None:
            return default
        name = reference.rstrip("0123456789")
        column = self._columns.get(name)
        if column is None:
            if not _REFERENCE.match(reference):
                raise damaged(self._file)
            column = 0
            for letter in name.upper():
                column = column * 26 + ord(letter) - 64
            column -= 1
            self._columns[name] = column
        return column

    def _cell(self, item: Any) -> Cell | None:
        kind = item.get("t", "n")
        stored = formula = ""
        for part in item:
            name = bare(part)
            if name == "v":
                stored = part.text or ""
            elif name == "is":
                stored = rich(part)
            elif name == "f":
                formula = part.text or "(shared formula)"
        if not stored and formula and kind != "str":
            self.unfinished += 1
            return Cell(f"={formula}", f"={formula}")
        if not stored:
            return None
        return self._remembered(kind, stored, item.get("s", ""))

    def _remembered(self, kind: str, stored: str, style: str) -> Cell | None:
        key = (kind, stored, style)
        cell = self._made.get(key)
        if cell is None:
            made = self._make(kind, stored, style)
            if made is None or len(stored) > _WORDS_REMEMBERED or len(self._made) >= _REMEMBERED:
                return made
            cell = self._made[key] = made
        return cell

    def _make(self, kind: str, stored: str, style: str) -> Cell | None:
        if kind == "s":
            return self._words(self._string(stored))
        if kind == "inlineStr":
            return self._words(stored)
        if kind == "b":
            return cell_of_bool(stored.strip() in ("1", "true"))
        if kind == "n":
            return self._number(stored, style)
        return self._moment(stored) if kind == "d" else self._words(unescaped(stored))

    def _words(self, text: str) -> Cell | None:
        return Cell(text, text) if text else None

    def _string(self, stored: str) -> str:
        try:
            return self._strings[int(stored)]
        except (ValueError, IndexError):
            raise damaged(self._file) from None

    def _number(self, stored: str, style: str) -> Cell | None:
        try:
            number = float(stored)
        except ValueError:
            return self._words(stored)
        at = int(style) if style.isdecimal() else 0
        code = self._formats[at] if at < len(self._formats) else "General"
        return number_cell(number, code, self._epoch_1904)

    def _moment(self, stored: str) -> Cell | None:
        try:
            return cell_of_moment(datetime.fromisoformat(stored.strip().removesuffix("Z")))
        except ValueError:
            return self._words(stored)
