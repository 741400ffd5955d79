"""Rich text documents (.rtf): tables and the paragraphs between them."""

from __future__ import annotations

from threadline.domain.chronology.readers.rtf.document import read_rtf

__all__ = ["read_rtf"]
