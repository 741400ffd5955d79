"""Text files with a record to a line (.csv, .tsv, .txt): encoding, delimiter and quotes worked out from the text."""

from __future__ import annotations

from threadline.domain.chronology.grid import EMPTY, Cell, Document, Row, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.delimiter import declared, sniff
from threadline.domain.chronology.readers.encoding import decode
from threadline.domain.chronology.readers.records import split, without_blanks_before_quotes
from threadline.domain.chronology.readers.refusal import Refused, too_big_inside, too_many_columns, too_many_rows

_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", "": "nothing: one column"}


def read_delimited(file: str, data: bytes, kind: str) -> Document:
    """One table named 0, one row to a record, blank records included. Raises `Refused` for what is not text."""
    text, encoding = decode(data)
    if "\x00" in text:
        text = text.replace("\x00", "")
    if _is_noise(text):
        raise Refused(
            file,
            "The file is not text, whatever its name says",
            "Save the timeline as CSV or as an Excel workbook (.xlsx) and send that.",
            "kind",
        )
    named, start = declared(text)
    delimiter = named or sniff(text)
    text = without_blanks_before_quotes(text[start:], delimiter)
    if delimiter and text.count(delimiter) > limits.CELLS:
        raise too_big_inside(file)
    records, odd = split(text, delimiter, limits.ROWS + 1)
    rows = _rows(file, [[], *records] if named else records)
    notes = [f"Read as {encoding}, columns parted by {_NAMES.get(delimiter, delimiter)}."]
    notes += [
        f"Record {n + bool(named)} has a quotation mark that is never closed; it was read as written." for n in odd
    ]
    return Document(file, kind, (Table(0, rows),), notes=tuple(notes))


def _rows(file: str, records: list[list[str]]) -> tuple[Row, ...]:
    if len(records) > limits.ROWS:
        raise too_many_rows(file)
    rows = []
    cells = 0
    for number, record in enumerate(records, 1):
        if len(record) > limits.COLUMNS:
            record = _trimmed(record)
            if len(record) > limits.COLUMNS:
                raise too_many_columns(file)
        cells += len(record)
        if cells > limits.CELLS:
            raise too_big_inside(file)
        rows.append(Row(number, tuple([Cell(text, text) if text else EMPTY for text in record])))
    return tuple(rows)


def _trimmed(record: list[str]) -> list[str]:
    last = max((at for at, text in enumerate(record) if text), default=-1)
    return record[: last + 1]


def _is_noise(text: str) -> bool:
    """Too many control characters, or characters that stand for nothing, to be words."""
    sample = text[:65_536]
    odd = sum((letter < " " and letter not in "\t\n\r\x0b\x0c\x1a\x1b") or letter == "�" for letter in sample)
    return odd > max(2, len(sample) // 50)
