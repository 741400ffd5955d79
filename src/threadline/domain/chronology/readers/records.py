"""Delimited text into records, with quotes as spreadsheets write them and patience for quotes that are not."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

_LONGEST_FIELD_LINES = 400
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def split(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    """(records, numbers of the records whose quotation mark is never closed). With no delimiter each line is a record.

    A quotation mark opens a field only at its beginning and is closed only before a delimiter or the end of the line.
    Where one is never closed it is taken as an ordinary character, so that it cannot swallow the rest of the file.
    """
    csv.field_size_limit(1 << 30)
    if not delimiter:
        return [[line] if line else [] for line in _plain_lines(text)], []
    if '"' not in text:
        return [line.split(delimiter) if line else [] for line in _plain_lines(text)], []
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        records = [[_ends(field) for field in record] for record in reader]
    except csv.Error:
        return _patient(text, delimiter)
    if any(field.count("\n") > _LONGEST_FIELD_LINES for record in records for field in record):
        return _patient(text, delimiter)
    return records, []


def _patient(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    records: list[list[str]] = []
    odd: list[int] = []
    lines = list(_lines(text))
    at = 0
    while at < len(lines):
        taken = _closing(lines, at, delimiter)
        if taken:
            joined = "".join(lines[at : at + taken])
            record = next(csv.reader(StringIO(joined, newline=""), delimiter=delimiter), [])
        else:
            taken = 1
            line = lines[at].rstrip("\r\n")
            record = line.split(delimiter) if line else []
            odd.append(len(records) + 1)
        records.append([_ends(field) for field in record])
        at += taken
    return records, odd


def _closing(lines: list[str], start: int, delimiter: str) -> int:
    """How many lines from `start` make one record; 0 where a quotation mark stays open too long."""
    inside = False
    for taken in range(1, min(_LONGEST_FIELD_LINES, len(lines) - start) + 1):
        inside = _still_open(lines[start + taken - 1], delimiter, inside)
        if not inside:
            return taken
    return 0


def _still_open(line: str, delimiter: str, inside: bool) -> bool:
    """Whether a quoted field is open at the end of the line."""
    at = 0
    body = line.rstrip("\r\n")
    while True:
        if not inside:
            at = _opening(body, delimiter, at)
            if at < 0:
                return False
            inside = True
        end = body.find('"', at)
        if end < 0:
            return True
        if body[end + 1 : end + 2] == '"':
            at = end + 2
        else:
            inside = False
            at = end + 1


def _opening(body: str, delimiter: str, at: int) -> int:
    """Just after the next quotation mark that begins a field, from `at`; -1 where there is none."""
    if at == 0 and body.startswith('"'):
        return 1
    found = body.find(delimiter + '"', at)
    return found + 2 if found >= 0 else -1


def _lines(text: str) -> Iterator[str]:
    for match in _LINE.finditer(text):
        if match[0]:
            yield match[0]


def _plain_lines(text: str) -> Iterator[str]:
    for line in _lines(text):
        yield line.rstrip("\r\n")


def _ends(field: str) -> str:
    return field.replace("\r\n", "\n").replace("\r", "\n") if "\r" in field else field
