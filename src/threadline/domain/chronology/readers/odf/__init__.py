"""OpenDocument files: texts (.odt) and spreadsheets (.ods)."""

from __future__ import annotations

from threadline.domain.chronology.readers.odf.ods import read_ods
from threadline.domain.chronology.readers.odf.odt import read_odt

__all__ = ["read_ods", "read_odt"]
