"""Changing a pack's wording, questions and limits row by row, as a Board does on screen: texts in, texts out (W.a).

What a row may hold is for the loader to judge; `faults` says which field of the row each of its mistakes belongs to.
"""

import fnmatch
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from threadline.domain.framework.editable import PARTS, Field, FieldKind, Part
from threadline.domain.framework.problems import Place, Problem
from threadline.domain.framework.yaml_tree import Listing, Node, Table, Text, parse

Texts = Mapping[str, str]
Value = str | tuple[str, ...]
Plain = str | list["Plain"] | dict[str, "Plain"]
_FENCE: Final = "---"
_BODY: Final = "body"
_WIDTH: Final = 110
_DUMPER: Final = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class NoSuchRow(LookupError):
    """The pack has no row of that id in that part."""


@dataclass(frozen=True, slots=True)
class EditableRow:
    """A row of a pack: the file it stands in, its values by field, and the line of each field that is there."""

    id: str
    file: str
    values: Mapping[str, Value]
    places: Mapping[str, Place]

    def value(self, key: str) -> Value:
        """A field's value; "" where the row has none."""
        return self.values.get(key, "")


def part_named(name: str) -> Part:
    """A part that can be changed. Raises NoSuchRow."""
    found = next((part for part in PARTS if part.id == name), None)
    if found is None:
        raise NoSuchRow(name)
    return found


def rows_of(texts: Texts, part: Part) -> tuple[EditableRow, ...]:
    """The rows of a part, in the order of the pack."""
    files = [name for name in texts if fnmatch.fnmatch(name, part.files)]
    return tuple(row for file in files for row in _rows(file, texts[file], part))


def row_of(texts: Texts, part: Part, name: str) -> EditableRow:
    """One row of a part. Raises NoSuchRow."""
    found = next((row for row in rows_of(texts, part) if row.id == name), None)
    if found is None:
        raise NoSuchRow(name)
    return found


def changed(texts: Texts, part: Part, name: str, values: Mapping[str, Value]) -> dict[str, str]:
    """The texts with these values in one row; only its own fields count, and one that may be left out goes when empty.

    Raises NoSuchRow. The file it stands in is written anew, without its comments.
    """
    row = row_of(texts, part, name)
    known = {field.key: _tidy(values[field.key], field) for field in part.fields if field.key in values}
    text = texts[row.file]
    made = _wording(text, known) if part.is_wording else _table(row.file, text, part, name, known)
    return {**texts, row.file: made}


def with_head(texts: Texts, **values: str | dict[str, str]) -> dict[str, str]:
    """The texts with other values at the top of pack.yaml, such as its id, title and version."""
    plain = _plain(_tree("pack.yaml", texts["pack.yaml"]))
    head: dict[str, Plain] = plain if isinstance(plain, dict) else {}
    given: dict[str, Plain] = {key: dict(value) if isinstance(value, dict) else value for key, value in values.items()}
    return {**texts, "pack.yaml": _dump({**head, **given})}


def faults(
    texts: Texts, part: Part, name: str, problems: Iterable[Problem]
) -> tuple[dict[str, list[str]], list[Problem]]:
    """The mistakes of changed texts: those of one row by its field, and the others, each with its file and line."""
    row = row_of(texts, part, name)
    own: dict[str, list[str]] = {}
    others = []
    for problem in problems:
        field = _field_at(problem.place, row)
        if field in {each.key for each in part.fields}:
            own.setdefault(field, []).append(problem.message)
        else:
            others.append(problem)
    return own, others


def _field_at(place: Place, row: EditableRow) -> str:
    """The field of the row whose line a mistake stands on or below; "" for none."""
    if place.file != row.file:
        return ""
    if _BODY in row.places and place.line >= row.places[_BODY].line:
        return _BODY
    return next((key for key, known in row.places.items() if known.line == place.line), "")


def _tidy(value: Value, field: Field) -> Value:
    """What was typed, without what no text should hold; the lines of a letter stay."""
    if isinstance(value, tuple):
        return value
    if field.kind is FieldKind.BODY:
        lines = value.replace("\r\n", "\n").split("\n")
        return "\n".join("".join(filter(str.isprintable, line)).rstrip() for line in lines).strip()
    return " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())


def _tree(file: str, text: str) -> Table:
    found = parse(file, text, lambda place, message: None)
    return found or Table(Place(file), {})


def _rows(file: str, text: str, part: Part) -> list[EditableRow]:
    if part.is_wording:
        return [_wording_row(file, text)]
    listing = _tree(file, text).entries.get(part.rows)
    items = listing[1].items if listing and isinstance(listing[1], Listing) else ()
    found = []
    for item in items:
        if isinstance(item, Table):
            values = {key: _value(node) for key, (_, node) in item.entries.items()}
            places = {key: place for key, (place, _) in item.entries.items()}
            found.append(EditableRow(str(values.get(part.named_by, "")), file, values, places))
    return found


def _value(node: Node) -> Value:
    if isinstance(node, Listing):
        return tuple(each.value for each in node.items if isinstance(each, Text))
    return node.value.strip() if isinstance(node, Text) else ""


def _plain(node: Node) -> Plain:
    if isinstance(node, Text):
        return node.value.strip()
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    return {key: _plain(value) for key, (_, value) in node.entries.items()}


def _dump(plain: Plain) -> str:
    made: str = yaml.dump(plain, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return made


def _table(file: str, text: str, part: Part, name: str, values: Mapping[str, Value]) -> str:
    plain = _plain(_tree(file, text))
    assert isinstance(plain, dict)
    rows = plain[part.rows]
    assert isinstance(rows, list)
    row = next(each for each in rows if isinstance(each, dict) and each.get(part.named_by) == name)
    assert isinstance(row, dict)
    needed = {field.key for field in part.fields if field.needed}
    for key, value in values.items():
        if value or (key in row and key in needed):
            row[key] = list(value) if isinstance(value, tuple) else value
        else:
            row.pop(key, None)
    return _dump(plain)


def _halves(text: str) -> tuple[list[str], list[str]]:
    """The head and the body of a notice or letter, line by line, the fences left out."""
    lines = text.split("\n")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == _FENCE)
    return lines[1:end], lines[end + 1 :]


def _wording_row(file: str, text: str) -> EditableRow:
    head, body = _halves(text)
    table = parse(file, "\n".join(head), lambda place, message: None, first_line=2) or Table(Place(file), {})
    values: dict[str, Value] = {key: _value(node) for key, (_, node) in table.entries.items()}
    places = {key: place for key, (place, _) in table.entries.items()}
    places[_BODY] = Place(file, len(head) + 2)
    return EditableRow(file.split("/")[1].removesuffix(".md"), file, {**values, _BODY: "\n".join(body).strip()}, places)


def _wording(text: str, values: Mapping[str, Value]) -> str:
    head, body = _halves(text)
    plain = _plain(_tree("head", "\n".join(head)))
    assert isinstance(plain, dict)
    for key, value in values.items():
        if key != _BODY:
            plain[key] = list(value) if isinstance(value, tuple) else value
    words = values.get(_BODY, "\n".join(body).strip())
    return f"{_FENCE}\n{_dump(plain)}{_FENCE}\n\n{words}\n"
