"""The merged chronology as a file to send on: Excel, Word, CSV or JSON.

The same chronology always gives the same bytes; nothing in them names who made the file or when.
"""

from collections.abc import Callable

from threadline.domain.chronology.interchange import write_interchange
from threadline.domain.chronology.merge import Chronology
from threadline.domain.chronology.writers.csv_file import write_csv
from threadline.domain.chronology.writers.excel import write_xlsx
from threadline.domain.chronology.writers.view import View
from threadline.domain.chronology.writers.word import write_docx

__all__ = ["KINDS", "View", "write", "write_csv", "write_docx", "write_interchange", "write_xlsx"]

KINDS: dict[str, Callable[[Chronology, View], bytes]] = {
    "xlsx": write_xlsx,
    "docx": write_docx,
    "csv": write_csv,
    "json": lambda chronology, view: write_interchange(chronology).encode("utf-8"),
}
"""What can be written, by the ending of the file's name."""

_PLAIN = View()


def write(chronology: Chronology, kind: str, view: View = _PLAIN) -> bytes:
    """Return the chronology as a file's bytes. `kind` is one of `KINDS`; `KeyError` when it is not."""
    return KINDS[kind](chronology, view)
