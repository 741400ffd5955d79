"""Agency files into raw grids: `read_document(name, data)` gives a `Document` or raises `Refused`."""

from __future__ import annotations

from threadline.domain.chronology.readers.isolate import read_in_child
from threadline.domain.chronology.readers.read import read_document
from threadline.domain.chronology.readers.refusal import Refused

__all__ = ["Refused", "read_document", "read_in_child"]
