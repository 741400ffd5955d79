"""Office packages: which kind they are, and what they carry besides words (macros, objects, pointers outside)."""

from __future__ import annotations

import re

from threadline.domain.chronology.readers.archive import Archive
from threadline.domain.chronology.readers.parts import main_part, relations
from threadline.domain.chronology.readers.refusal import Refused, damaged, macros, password
from threadline.domain.chronology.readers.safe_xml import parse
from threadline.domain.chronology.readers.wording import counted, was

_MAIN_TYPES = (
    ("wordprocessingml.document.main", "docx"),
    ("wordprocessingml.template.main", "docx"),
    ("spreadsheetml.sheet.main", "xlsx"),
    ("spreadsheetml.template.main", "xlsx"),
)
_ODF_TYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.spreadsheet-template": "ods",
}
_CODE = re.compile(
    r"(^|/)(vbaproject\.bin|vbadata\.xml)$|^xl/(macrosheets|dialogsheets)/|^scripts/.|^basic/.+\.(xba|xml)$"
)
_BASIC_LISTS = re.compile(r"^basic/.*script-l[bc]\.xml$")
_OBJECT = re.compile(
    r"/(embeddings|activex)/[^/]+\.(bin|ole|docx|xlsx|pptx|doc|xls|ppt|xml|exe|package)$|^object [^/]*/content\.xml$"
)
_FETCHING = {"attachedTemplate", "oleObject", "frame", "subDocument", "aFChunk", "externalLinkPath", "package"}
_PARTS_WITH_POINTERS = ("word/", "xl/", "_rels/")


def check_package(archive: Archive) -> tuple[str, str, tuple[str, ...]]:
    """(kind, main part, notes). Raises `Refused` for macros, passwords, remote templates, other kinds of package."""
    if any(_CODE.search(name) and not _BASIC_LISTS.match(name) for name in archive.names):
        raise macros(archive.file)
    kind, part = _open_document(archive) if "mimetype" in archive else _office(archive)
    return kind, part, (*_objects(archive), *_pointers(archive))


def _office(archive: Archive) -> tuple[str, str]:
    part = main_part(archive)
    if "[Content_Types].xml" not in archive or part is None:
        raise _other_archive(archive)
    declared = _content_type(archive, part)
    if "macroenabled" in declared:
        raise macros(archive.file)
    for mark, kind in _MAIN_TYPES:
        if mark in declared:
            return kind, part
    raise Refused(
        archive.file,
        "The file is an office file that is neither a Word document nor an Excel workbook",
        "Copy the timeline into a Word document (.docx) or Excel workbook (.xlsx) and send that.",
        "kind",
    )


def _content_type(archive: Archive, part: str) -> str:
    default = ""
    for item in parse(archive.file, archive.read("[Content_Types].xml")):
        named = item.get("PartName", "").lstrip("/").casefold()
        if named == part.casefold():
            return str(item.get("ContentType", "")).casefold()
        if item.get("Extension", "").casefold() == part.rpartition(".")[2].casefold():
            default = str(item.get("ContentType", "")).casefold()
    return default


def _open_document(archive: Archive) -> tuple[str, str]:
    declared = archive.read("mimetype").decode("ascii", "replace").strip()
    kind = _ODF_TYPES.get(declared)
    if kind is None or "content.xml" not in archive:
        raise _other_archive(archive)
    if "META-INF/manifest.xml" in archive:
        manifest = parse(archive.file, archive.read("META-INF/manifest.xml"))
        if any(str(item.tag).endswith("}encryption-data") for item in manifest.iter()):
            raise password(archive.file)
    return kind, "content.xml"


def _other_archive(archive: Archive) -> Refused:
    if any(
        name.endswith((".docx", ".xlsx", ".xls", ".doc", ".csv", ".pdf", ".rtf", ".odt", ".ods"))
        for name in archive.names
    ):
        return Refused(
            archive.file,
            "The file is a zip archive with files inside it",
            "Unpack it and send the files one by one.",
            "kind",
        )
    return damaged(archive.file, "The file is not a document or spreadsheet that can be recognised")


def _objects(archive: Archive) -> tuple[str, ...]:
    count = sum(bool(_OBJECT.search(name)) for name in archive.names)
    if not count:
        return ()
    return (f"{counted(count, 'object')} embedded in the file {was(count)} not opened.",)


def _pointers(archive: Archive) -> tuple[str, ...]:
    outside: dict[str, int] = {}
    for name in archive.names:
        if not (name.endswith(".rels") and name.startswith(_PARTS_WITH_POINTERS)):
            continue
        folder, _, file = name.rpartition("_rels/")
        for link in relations(archive, folder + file.removesuffix(".rels")):
            if link.external and link.kind != "hyperlink":
                _check_target(archive.file, link.kind, link.target)
                outside[link.kind] = outside.get(link.kind, 0) + 1
    total = sum(outside.values())
    if not total:
        return ()
    return (
        f"{counted(total, 'pointer to a file elsewhere', 'pointers to files elsewhere')} {was(total)} not followed.",
    )


def _check_target(file: str, kind: str, target: str) -> None:
    remote = re.match(r"\s*(https?|ftps?|mhtml|ms-[a-z-]+|javascript|vbscript|data)\s*:", target, re.I)
    if kind in _FETCHING and kind != "externalLinkPath" and remote:
        raise Refused(
            file,
            "The file fetches part of itself from the internet when it is opened, so it was not opened",
            "Copy the timeline into a new document and send that.",
            "remote-content",
        )
