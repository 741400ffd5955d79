"""Delimited text into records, with quotes as spreadsheets write them and patience for quotes that are not."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

_LONGEST_FIELD_LINES = 400
_MOST_ODD = 1_000
_OTHER_FIELD = -2
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def split(text: str, delimiter: str, most: int = 1 << 30) -> tuple[list[list[str]], list[int]]:
    """(the first `most` records, numbers of those whose quotation mark is never closed).

    With no delimiter each line is a record.

    A quotation mark opens a field only at its beginning and is closed only before a delimiter or the end of the line.
    Where one is never closed it is taken as an ordinary character, so that it cannot swallow the rest of the file.
    """
    csv.field_size_limit(1 << 30)
    if not delimiter:
        return [[line] if line else [] for line in islice(_plain_lines(text), most)], []
    if '"' not in text:
        return [line.split(delimiter) if line else [] for line in islice(_plain_lines(text), most)], []
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        records = [[_ends(field) for field in record] for record in islice(reader, most)]
    except csv.Error:
        return _patient(text, delimiter, most)
    if any(field.count("\n") > _LONGEST_FIELD_LINES for record in records for field in record):
        return _patient(text, delimiter, most)
    return records, []


def without_blanks_before_quotes(text: str, delimiter: str) -> str:
    """The text with `, "` made `,"`, where the file writes its quoted fields so throughout."""
    if not delimiter or delimiter + '"' in text or f'{delimiter} "' not in text:
        return text
    quoted = re.compile(re.escape(delimiter) + ' +"(?=[^"]*"(?:' + re.escape(delimiter) + "|[\r\n]|$))")
    return quoted.sub(delimiter.replace("\\", r"\\") + '"', text)


def _patient(text: str, delimiter: str, most: int) -> tuple[list[list[str]], list[int]]:
    records: list[list[str]] = []
    odd: list[int] = []
    coming = _plain_lines(text)
    ahead: list[str] = []
    while len(records) < most:
        ahead += islice(coming, _LONGEST_FIELD_LINES - len(ahead))
        if not ahead:
            break
        taken = _record_lines(ahead, delimiter) if len(odd) < _MOST_ODD else 0
        if taken:
            records.append(_fields("\n".join(ahead[:taken]), delimiter))
        else:
            taken = 1
            records.append(ahead[0].split(delimiter) if ahead[0] else [])
            odd.append(len(records))
        del ahead[:taken]
    return records, odd


def _record_lines(lines: list[str], delimiter: str) -> int:
    """How many of these lines make the first record; 0 where a quotation mark in it is never closed."""
    for taken, line in enumerate(lines, 1):
        inside = taken > 1
        at = 0
        while True:
            if not inside:
                at = _opening(line, delimiter, at)
                if at < 0:
                    return taken
            at = _closing(line, delimiter, at, inside)
            if at == _OTHER_FIELD:
                return 0
            if at < 0:
                break
            inside = False
            at += 1
    return 0


def _opening(line: str, delimiter: str, at: int) -> int:
    """Just after the next quotation mark that begins a field, from `at`; -1 where there is none."""
    if at == 0 and line.startswith('"'):
        return 1
    found = line.find(delimiter + '"', at)
    return found + 2 if found >= 0 else -1


def _closing(line: str, delimiter: str, at: int, carried: bool) -> int:
    """Where the mark stands that closes an open field, from `at`; -1 where the line has none.

    In a line the field was `carried` into, a mark that plainly begins a field shows that it was never open.
    """
    while (at := line.find('"', at)) >= 0:
        after = line[at + 1 : at + 2]
        if after in ("", delimiter):
            return at
        if after == '"':
            at += 2
            continue
        if carried and (at == 0 or line[at - 1] == delimiter):
            return _OTHER_FIELD
        at += 1
    return -1


def _fields(text: str, delimiter: str) -> list[str]:
    """The fields of one record whose quotes are known to close; a mark inside a quoted field is an ordinary one."""
    out: list[str] = []
    at = 0
    while at <= len(text):
        if text.startswith('"', at):
            end = _end_of_quoted(text, delimiter, at + 1)
            out.append(text[at + 1 : end].replace('""', '"'))
            at = end + 2
        else:
            end = text.find(delimiter, at)
            end = len(text) if end < 0 else end
            out.append(text[at:end])
            at = end + 1
    return out if text else []


def _end_of_quoted(text: str, delimiter: str, at: int) -> int:
    while (at := text.find('"', at)) >= 0:
        after = text[at + 1 : at + 2]
        if after in ("", delimiter):
            return at
        at += 2 if after == '"' else 1
    return len(text)


def _lines(text: str) -> Iterator[str]:
    for match in _LINE.finditer(text):
        if match[0]:
            yield match[0]


def _plain_lines(text: str) -> Iterator[str]:
    for line in _lines(text):
        yield line.rstrip("\r\n")


def _ends(field: str) -> str:
    return field.replace("\r\n", "\n").replace("\r", "\n") if "\r" in field else field
