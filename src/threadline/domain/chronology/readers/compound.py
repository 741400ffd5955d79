"""Files of the older Office programs, which are small file systems of their own: what kind, and is it safe to read."""

from __future__ import annotations

from io import BytesIO

import olefile

from threadline.domain.chronology.readers.refusal import damaged, macros, password


def check_compound(file: str, data: bytes) -> str:
    """The kind: xls, doc, mail or unknown. Raises `Refused` for a password or macros."""
    names = {"/".join(path).casefold() for path in _listing(file, data)}
    if "encryptedpackage" in names:
        raise password(file)
    if any(name.split("/")[0] in ("macros", "_vba_project_cur") for name in names):
        raise macros(file)
    if "workbook" in names or "book" in names:
        return "xls"
    if "worddocument" in names:
        return "doc"
    return "mail" if any(name.startswith("__properties_version") for name in names) else "unknown"


def read_stream(file: str, data: bytes, *names: str) -> bytes:
    """The first of the named streams. Raises `Refused` where none is there or it cannot be read."""
    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            for name in names:
                if compound.exists(name):
                    return bytes(compound.openstream(name).read())
    except Exception as error:
        raise damaged(file) from error
    raise damaged(file)


def _listing(file: str, data: bytes) -> list[list[str]]:
    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            return list(compound.listdir())
    except Exception as error:
        raise damaged(file) from error
