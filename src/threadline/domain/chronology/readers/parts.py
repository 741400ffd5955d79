"""How the parts of an Office Open XML file point at one another, and which pointers lead outside."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from threadline.domain.chronology.readers.archive import Archive
from threadline.domain.chronology.readers.safe_xml import parse


@dataclass(frozen=True, slots=True)
class Relation:
    """One pointer: its id, the last word of its type ("header", "image"), its target, and whether that is outside."""

    id: str
    kind: str
    target: str
    external: bool


def relations(archive: Archive, part: str = "") -> tuple[Relation, ...]:
    """The pointers of a part (of the whole package by default); targets inside are full part names."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive:
        return ()
    out = []
    for item in parse(archive.file, archive.read(path)):
        external = item.get("TargetMode", "").casefold() == "external"
        target = item.get("Target", "")
        kind = item.get("Type", "").rstrip("/").rpartition("/")[2]
        where = target if external else _full(folder, target)
        out.append(Relation(item.get("Id", ""), kind, where, external))
    return tuple(out)


def main_part(archive: Archive) -> str | None:
    """The part that holds the document or workbook itself, None where the package names none."""
    for relation in relations(archive):
        if relation.kind == "officeDocument" and not relation.external and relation.target in archive:
            return relation.target
    return next((part for part in ("word/document.xml", "xl/workbook.xml") if part in archive), None)


def _full(folder: str, target: str) -> str:
    plain = unquote(target).replace("\\", "/")
    return posixpath.normpath(plain.lstrip("/") if plain.startswith("/") else posixpath.join(folder, plain))
