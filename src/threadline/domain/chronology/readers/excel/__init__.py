"""Excel workbooks, today's (.xlsx) and those of Excel 95 to 2003 (.xls)."""

from __future__ import annotations

from threadline.domain.chronology.readers.excel.xls import read_xls
from threadline.domain.chronology.readers.excel.xlsx import read_xlsx

__all__ = ["read_xls", "read_xlsx"]
