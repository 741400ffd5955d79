"""One door for every kind of file."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from threadline.domain.chronology.grid import Document
from threadline.domain.chronology.readers.delimited import read_delimited
from threadline.domain.chronology.readers.excel import read_xls, read_xlsx
from threadline.domain.chronology.readers.guard import Checked, check
from threadline.domain.chronology.readers.odf import read_ods, read_odt
from threadline.domain.chronology.readers.refusal import too_deep
from threadline.domain.chronology.readers.rtf import read_rtf
from threadline.domain.chronology.readers.webpage import read_webpage
from threadline.domain.chronology.readers.word import read_docx


def read_document(name: str, data: bytes) -> Document:
    """The file as raw grids, nothing lost and nothing interpreted.

    `name` is the file's own name without folders. Raises `Refused` for anything that is not a timeline file of a known
    kind, is damaged, protected, dangerous, or beyond the limits; nothing of it is kept then.
    """
    checked = check(name, data)
    try:
        document = _read(checked, data)
    except RecursionError as error:
        raise too_deep(checked.file) from error
    digest = hashlib.sha256(data).hexdigest()
    return replace(document, notes=(*checked.notes, *document.notes), digest=digest)


def _read(checked: Checked, data: bytes) -> Document:
    if checked.archive is not None:
        return _PACKAGES[checked.kind](checked.archive, checked.part)
    if checked.kind in FILES:
        return FILES[checked.kind](checked.file, data)
    return read_delimited(checked.file, data, checked.kind)


_PACKAGES = {"docx": read_docx, "xlsx": read_xlsx, "odt": read_odt, "ods": read_ods}
FILES = {"xls": read_xls, "rtf": read_rtf, "html": read_webpage}
