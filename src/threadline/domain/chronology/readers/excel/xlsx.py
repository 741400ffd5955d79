"""Workbooks of today (.xlsx): every sheet, its cells with their formats, hidden rows and merged cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from threadline.domain.chronology.grid import Document, Table
from threadline.domain.chronology.readers.archive import Archive
from threadline.domain.chronology.readers.excel.cells import Cells
from threadline.domain.chronology.readers.excel.styles import formats
from threadline.domain.chronology.readers.excel.words import bare, comments, drawn, margins, shared_strings
from threadline.domain.chronology.readers.parts import relations
from threadline.domain.chronology.readers.refusal import damaged
from threadline.domain.chronology.readers.safe_xml import Stream, parse
from threadline.domain.chronology.readers.sheet import Budget, SheetMaker
from threadline.domain.chronology.readers.wording import counted

_SPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_TAGS = tuple(
    f"{{{space}}}{name}" for space in _SPACES for name in ("row", "mergeCell", "sheetFormatPr", "headerFooter")
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    hidden: bool
    part: str


def read_xlsx(archive: Archive, part: str) -> Document:
    """Every worksheet in order. Raises `Refused` for a damaged workbook or one beyond the limits."""
    workbook = parse(archive.file, archive.read(part))
    links = relations(archive, part)
    where = {link.kind: link.target for link in links if not link.external}
    sheets = _sheets(workbook, {link.id: (link.kind, link.target) for link in links if not link.external})
    cells = Cells(
        archive.file,
        shared_strings(archive, where.get("sharedStrings")),
        formats(archive, where.get("styles")),
        _flag(workbook, "workbookPr", "date1904"),
    )
    budget = Budget(archive.file)
    tables: list[Table] = []
    notes: list[str] = []
    after: list[str] = []
    seen: dict[str, None] = {}
    for sheet in sheets:
        table, said, lines = _read_sheet(archive, sheet, cells, budget)
        tables.append(table)
        notes += [*said, *comments(archive, sheet.part, sheet.name)]
        after += drawn(archive, sheet.part)
        seen.update(dict.fromkeys(lines))
    return Document(archive.file, "xlsx", tuple(tables), tuple(after), tuple(seen), (*notes, *_about(cells)))


def _sheets(workbook: Any, targets: dict[str, tuple[str, str]]) -> list[_Sheet]:
    out = []
    for element in workbook.iter():
        if bare(element) != "sheet":
            continue
        link = next((value for key, value in element.items() if key.endswith("}id")), "")
        kind, part = targets.get(link, ("", ""))
        if kind == "worksheet":
            hidden = element.get("state", "visible") in ("hidden", "veryHidden")
            out.append(_Sheet(element.get("name", ""), hidden, part))
    return out


def _flag(root: Any, element: str, attribute: str) -> bool:
    return any(bare(item) == element and item.get(attribute) in ("1", "true", "on") for item in root.iter())


def _read_sheet(
    archive: Archive, sheet: _Sheet, cells: Cells, budget: Budget
) -> tuple[Table, tuple[str, ...], tuple[str, ...]]:
    maker = SheetMaker(budget, sheet.name, sheet.hidden)
    stream = Stream(archive.file, archive.open(sheet.part), _TAGS)
    number = 0
    all_hidden = False
    lines: tuple[str, ...] = ()
    for _, element in stream:
        name = bare(element)
        if name == "row":
            number = _number(element.get("r"), number + 1, archive.file)
            maker.add(number, cells.row(element))
            if element.get("hidden", "1" if all_hidden else "0") in ("1", "true"):
                maker.hide(number)
        elif name == "mergeCell":
            _merge(maker, cells, element.get("ref", ""))
        elif name == "sheetFormatPr":
            all_hidden = element.get("zeroHeight") in ("1", "true")
        else:
            lines = margins(element)
        stream.forget(element)
    table, notes = maker.finish()
    return table, notes, lines


def _number(given: str | None, default: int, file: str) -> int:
    if given is None:
        return default
    if not given.isdecimal() or not 0 < int(given[:9]) <= 1_048_576:
        raise damaged(file)
    return int(given)


def _merge(maker: SheetMaker, cells: Cells, reference: str) -> None:
    first, _, last = reference.replace("$", "").partition(":")
    start, end = cells.place(first), cells.place(last or first)
    if start and end:
        maker.merge(start[0], start[1], max(start[0], end[0]), max(start[1], end[1]))


def _about(cells: Cells) -> list[str]:
    if not cells.unfinished:
        return []
    what = counted(cells.unfinished, "formula has no stored result", "formulas have no stored result")
    return [f"{what}; the formula itself is shown. Open the file in Excel and save it to have the results."]
