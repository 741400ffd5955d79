"""The merged chronology as a file to send on: Excel, Word, PDF, CSV or JSON.

The same chronology always gives the same bytes; nothing in them names who made the file or when.
"""

from collections.abc import Callable

from threadline.domain.chronology.interchange import write_interchange
from threadline.domain.chronology.merge import Chronology
from threadline.domain.chronology.writers.csv_file import write_csv
from threadline.domain.chronology.writers.excel import write_xlsx
from threadline.domain.chronology.writers.pdf import TooLong, picture_png, write_pdf
from threadline.domain.chronology.writers.view import KeyPoint, View
from threadline.domain.chronology.writers.word import write_docx

__all__ = [
    "KINDS", "KeyPoint", "TooLong", "View", "picture_png", "write", "write_csv", "write_docx", "write_interchange",
    "write_pdf", "write_xlsx",
]  # fmt: skip


def _json(chronology: Chronology, view: View) -> bytes:
    told = {
        "title": view.title, "filters": list(view.filters), "abbreviations": dict(view.abbreviations),
        "early_history": [
            {"known": each.known, "who_knew": each.who_knew, "influence": each.influence}
            for each in view.early_history
        ],
    }  # fmt: skip
    return write_interchange(chronology, told if view.filters else None).encode("utf-8")


KINDS: dict[str, Callable[[Chronology, View], bytes]] = {
    "xlsx": write_xlsx,
    "docx": write_docx,
    "pdf": write_pdf,
    "csv": write_csv,
    "json": _json,
}
"""What can be written, by the ending of the file's name."""
_PLAIN = View()


def write(chronology: Chronology, kind: str, view: View = _PLAIN) -> bytes:
    """Return the chronology as a file's bytes. `kind` is one of `KINDS`; `KeyError` when it is not.

    Raises TooLong where there is too much of it for that kind.
    """
    return KINDS[kind](chronology, view)
