"""Zip packages (Word, Excel) whose bytes depend on their contents alone."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from threadline.domain.chronology.writers.view import legal

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def pack(parts: Mapping[str, str]) -> bytes:
    """Return a zip of the parts in the order given, with one fixed time and no other trace of where it was made."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name, _FIRST_MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = 0o644 << 16
            package.writestr(member, text.encode("utf-8"))
    return held.getvalue()


def xml_text(text: str) -> str:
    """Return text safe to stand between XML tags."""
    return escape(legal(text))


def xml_attribute(text: str) -> str:
    """Return text safe to stand in a double-quoted XML attribute."""
    return escape(legal(text), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def core_properties(title: str) -> str:
    """Return a package's document properties: a title, and nothing about who, where or when."""
    return (
        f"{HEADER}<cp:coreProperties "
        f'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{xml_text(title)}</dc:title></cp:coreProperties>'
    )
