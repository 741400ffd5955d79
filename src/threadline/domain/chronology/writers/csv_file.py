"""The merged chronology as CSV: one row an entry, for any spreadsheet or program."""

import csv
import io

from threadline.domain.chronology.merge import Chronology
from threadline.domain.chronology.writers.columns_shown import headings, row
from threadline.domain.chronology.writers.view import View, harmless

_BYTE_ORDER_MARK = "\ufeff"


def write_csv(chronology: Chronology, view: View) -> bytes:
    """Return CSV bytes: UTF-8 with a byte order mark (so that Excel reads it as such), commas, CRLF line ends.

    Days stand in ISO form. Texts that a spreadsheet would take for formulas are disarmed with an apostrophe. The title
    and filters of `view` are not written: every line after the first is an entry.
    """
    held = io.StringIO()
    held.write(_BYTE_ORDER_MARK)
    writer = csv.writer(held, lineterminator="\r\n")
    shown = headings(chronology)
    writer.writerow([heading.text for heading in shown])
    for placed in chronology.entries:
        writer.writerow(
            [harmless(str(value)) if isinstance(value, str) else _plain(value) for value in row(placed, shown)]
        )
    return held.getvalue().encode("utf-8", "replace")


def _plain(value: object) -> str:
    return "" if value is None else str(value)
