"""The records of an older Excel workbook (BIFF5 and BIFF8): cutting the stream up, strings, packed numbers.

Source: [MS-XLS] 2.1.4 (records), 2.5.293 (XLUnicodeRichExtendedString), 2.5.122 (FormulaValue), 2.5.217 (RkNumber).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number, its content, and the content of the CONTINUE records after it."""

    code: int
    data: bytes
    more: tuple[bytes, ...] = ()


class Broken(Exception):
    """The bytes are not what the format says they must be."""


def records(stream: bytes, at: int = 0) -> Iterator[Record]:
    """Records from an offset to the end of that substream (its EOF, or the end of the bytes)."""
    depth = 0
    while at + 4 <= len(stream):
        code, size = struct.unpack_from("<HH", stream, at)
        data = stream[at + 4 : at + 4 + size]
        if len(data) < size:
            raise Broken
        at += 4 + size
        more: list[bytes] = []
        while stream[at : at + 2] == b"\x3c\x00" and at + 4 <= len(stream):
            size = struct.unpack_from("<H", stream, at + 2)[0]
            more.append(stream[at + 4 : at + 4 + size])
            at += 4 + size
        depth += (code == BOF) - (code == EOF)
        yield Record(code, data, tuple(more))
        if code == EOF and depth <= 0:
            return


class Text:
    """Reads strings out of a record that may carry on in CONTINUE records, where a string changes width half-way."""

    def __init__(self, record: Record) -> None:
        self._blocks = (record.data, *record.more)
        self._block = 0
        self._at = 0

    def number(self, size: int) -> int:
        """A little-endian whole number of so many bytes."""
        return int.from_bytes(self._plain(size), "little")

    def skip(self, size: int) -> None:
        """Pass over bytes."""
        while size > 0:
            self._turn()
            step = min(size, len(self._blocks[self._block]) - self._at)
            self._at += step
            size -= step

    def rich(self) -> str:
        """A string with its length in two bytes, passing over its formatting."""
        length = self.number(2)
        return self.letters(length)

    def letters(self, length: int) -> str:
        """A string of so many characters: its flags, the characters, then formatting passed over."""
        flags = self.number(1)
        runs = self.number(2) if flags & 0x08 else 0
        extra = self.number(4) if flags & 0x04 else 0
        text = self._characters(length, bool(flags & 0x01))
        self.skip(runs * 4 + extra)
        return text

    def _characters(self, length: int, wide: bool) -> str:
        out: list[str] = []
        while length > 0:
            if self._at >= len(self._blocks[self._block]):
                self._turn()
                wide = bool(self.number(1) & 0x01)
            block = self._blocks[self._block]
            width = 2 if wide else 1
            take = min(length, (len(block) - self._at) // width)
            if take == 0:
                raise Broken
            piece = block[self._at : self._at + take * width]
            out.append(piece.decode("utf-16-le" if wide else "latin-1", "replace"))
            self._at += take * width
            length -= take
        return "".join(out)

    def _plain(self, size: int) -> bytes:
        self._turn()
        piece = self._blocks[self._block][self._at : self._at + size]
        if len(piece) < size:
            raise Broken
        self._at += size
        return piece

    def _turn(self) -> None:
        while self._at >= len(self._blocks[self._block]):
            self._block += 1
            self._at = 0
            if self._block >= len(self._blocks):
                self._block -= 1
                self._at = len(self._blocks[self._block])
                raise Broken


def packed(raw: int) -> float:
    """A number in Excel's four-byte form (RK)."""
    if raw & 0x02:
        whole = raw >> 2
        number = float(whole - (1 << 30) if whole & (1 << 29) else whole)
    else:
        number = struct.unpack("<d", struct.pack("<Q", (raw & 0xFFFFFFFC) << 32))[0]
    return number / 100 if raw & 0x01 else number
