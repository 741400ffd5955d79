"""Word documents (.docx): every table of the document in order, with what stands between them."""

from __future__ import annotations

from threadline.domain.chronology.readers.word.document import read_docx

__all__ = ["read_docx"]
