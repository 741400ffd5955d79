"""The number format of each cell style of a workbook."""

from __future__ import annotations

from typing import Any

from threadline.domain.chronology.readers.archive import Archive
from threadline.domain.chronology.readers.excel.formats import BUILT_IN
from threadline.domain.chronology.readers.excel.words import bare
from threadline.domain.chronology.readers.safe_xml import parse


def formats(archive: Archive, part: str | None) -> list[str]:
    """Format codes in the order cells refer to them; empty where the workbook has no styles."""
    if part is None or part not in archive:
        return []
    root = parse(archive.file, archive.read(part))
    codes: dict[str, str] = {str(number): code for number, code in BUILT_IN.items()}
    styles: list[str] = []
    for block in root:
        if bare(block) == "numFmts":
            codes.update({item.get("numFmtId", ""): item.get("formatCode", "") for item in block})
        elif bare(block) == "cellXfs":
            styles = [item.get("numFmtId", "0") for item in block if _is_style(item)]
    return [codes.get(number, "General") for number in styles]


def _is_style(item: Any) -> bool:
    return bare(item) == "xf"
