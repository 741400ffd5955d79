"""What is checked before a file is opened: its name, its size, what it claims to be, what it is, what it carries."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.archive import Archive, open_archive
from threadline.domain.chronology.readers.compound import check_compound
from threadline.domain.chronology.readers.package import check_package
from threadline.domain.chronology.readers.refusal import Refused, macros
from threadline.domain.chronology.readers.signature import signature

_ACCEPTED = (
    "Send the timeline as a Word, Excel, OpenDocument, RTF or CSV file (.docx, .xlsx, .xls, .ods, .odt, .rtf, .csv)."
)
_FAMILIES = {
    "docx": {"docx"},
    "xlsx": {"xlsx"},
    "odt": {"odt"},
    "ods": {"ods"},
    "xls": {"xls", "html", "text"},
    "doc": {"doc", "rtf", "html"},
    "rtf": {"rtf"},
    "csv": {"text"},
    "tsv": {"text"},
    "tab": {"text"},
    "txt": {"text"},
    "htm": {"html"},
    "html": {"html"},
}
_BLANK, _LOOK = b"\x00 \t\r\n", 65_536
_MACRO_ENDINGS = {"docm", "xlsm", "dotm", "xltm", "xlsb", "xlam"}
_SPOKEN = {
    "docx": "a Word document (.docx)",
    "xlsx": "an Excel workbook (.xlsx)",
    "xls": "an older Excel workbook (.xls)",
    "doc": "an older Word document (.doc)",
    "odt": "an OpenDocument text (.odt)",
    "ods": "an OpenDocument spreadsheet (.ods)",
    "rtf": "a rich text document (.rtf)",
    "html": "a web page (.html)",
    "text": "plain text",
    "pdf": "a PDF",
    "picture": "a picture",
    "recording": "a recording or a photograph",
    "packed": "a packed archive",
    "program": "a program",
    "database": "a database",
    "mail": "an e-mail",
    "xml": "an XML file",
    "spreadsheet-xml": "an Excel XML spreadsheet",
    "unknown": "nothing that can be recognised",
}
_REMEDIES = {
    "pdf": "Ask the agency for the Word or Excel file it was made from.",
    "picture": "Ask the agency for the Word or Excel file; words in a picture cannot be read.",
    "packed": "Unpack it and send the files inside it one by one.",
    "mail": "Save the timeline attached to it and send that.",
    "doc": "Open it in Word, save it as a Word document (.docx) and send that.",
    "spreadsheet-xml": "Open it in Excel, save it as an Excel workbook (.xlsx) and send that.",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A file found fit to be read: its kind, and for office files the archive and main part."""

    file: str
    kind: str
    archive: Archive | None = None
    part: str = ""
    notes: tuple[str, ...] = ()


def check(name: str, data: bytes) -> Checked:
    """Decide how the file is to be read. Raises `Refused` with the reason and what to do instead.

    Nothing is inflated beyond small directory parts, and nothing the file points to is fetched or run.
    """
    file = check_name(name)
    _check_size(file, data)
    ending = file.rpartition(".")[2].casefold() if "." in file else ""
    if ending in _MACRO_ENDINGS:
        raise macros(file)
    found = signature(data)
    if ending not in _FAMILIES:
        raise _unknown_ending(file, ending, found)
    archive = open_archive(file, data) if found == "zip" else None
    part = ""
    notes: tuple[str, ...] = ()
    if archive is not None:
        found, part, notes = check_package(archive)
    elif found == "ole":
        found = check_compound(file, data)
    if found not in _FAMILIES[ending] or found == "doc":
        raise _mismatch(file, ending, found)
    if _differs(ending, found):
        notes = (*notes, f"The file is named .{ending} but is {_SPOKEN[found]}; it was read as that.")
    return Checked(file, _kind(ending, found), archive, part, notes)


def check_name(name: str) -> str:
    """The name without surrounding blanks. Raises `Refused` for control characters, NUL, folders, or no name at all."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in name).strip()[:120] or "(no name)"
    odd = any(unicodedata.category(letter) in ("Cc", "Cs") or letter in "‪‫‬‭‮⁦⁧⁨⁩" for letter in name)
    if odd or "/" in name or "\\" in name or name.strip(" .") == "" or len(name) > 255:
        raise Refused(
            shown,
            "The name of the file is empty, too long, or has characters that a file name cannot have",
            "Rename the file with letters, figures and spaces, and send it again.",
            "name",
        )
    return name.strip()


def _check_size(file: str, data: bytes) -> None:
    if len(data) > limits.FILE_BYTES:
        size, most = len(data) / 1024 / 1024, limits.FILE_BYTES // 1024 // 1024
        raise Refused(
            file,
            f"The file is {size:,.0f} MB; the most that is taken is {most} MB",
            "Take out pictures and attachments, or send the timeline in several files.",
            "too-large",
        )
    if not data[:_LOOK].strip(_BLANK) and not data.strip(_BLANK):
        raise Refused(file, "The file is empty", "Check that the right file was saved, and send it again.", "empty")


def _differs(ending: str, found: str) -> bool:
    return ending in ("xls", "doc") and found != ending


def _kind(ending: str, found: str) -> str:
    if found != "text":
        return found
    return "txt" if ending == "txt" else "csv"


def _unknown_ending(file: str, ending: str, found: str) -> Refused:
    what = f"Files ending in .{ending} are not read" if ending else "The name of the file has no ending such as .docx"
    return Refused(file, what, _REMEDIES.get(found, _ACCEPTED), "kind")


def _mismatch(file: str, ending: str, found: str) -> Refused:
    spoken = _SPOKEN.get(found, f"{found}")
    if found == "doc" and ending == "doc":
        return Refused(
            file, "The file is in the format of Word before 2007, which is not read", _REMEDIES["doc"], "old-word"
        )
    remedy = _REMEDIES.get(found, _ACCEPTED)
    if found in _FAMILIES and found != "doc":
        remedy = f"If that is what it should be, rename it to end in .{found} and send it again."
    return Refused(file, f"The file is named .{ending}, but what is in it is {spoken}", remedy, "kind")
