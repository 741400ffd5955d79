"""Bytes into text: the encodings that British agencies' systems write."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_PAGES = {
    0: "cp1252", 1: "cp1252", 42: "cp1252", 708: "cp1256", 709: "cp1256", 1200: "utf-16-le", 10000: "mac_roman",
    32768: "mac_roman", 32769: "cp1252", 65001: "utf-8",
}  # fmt: skip
_GROUP = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was read as, in a person's words. Never fails: an unknown byte becomes a letter.

    Marked encodings are believed; then UTF-16 by its zero bytes, UTF-8 where it holds together, Windows otherwise. A
    file that is UTF-8 but for some Windows bytes (two exports pasted together) is read as both.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), name
    wide = _wide(data[:4096])
    if wide:
        return data.decode(wide, "replace"), "UTF-16"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    groups = len(_GROUP.findall(data))
    strange = sum(byte >= 0x80 for byte in _GROUP.sub(b"", data))
    if groups > strange:
        return _mixed(data), "UTF-8 with some Windows characters"
    return windows(data), "Windows (CP1252)"


def code_page(number: int) -> str:
    """Python's name for a Windows code page, as RTF and old workbooks number them; Windows-1252 where it has none."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def windows(data: bytes) -> str:
    """Windows-1252, its five unused bytes as the control characters of Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _wide(start: bytes) -> str | None:
    if len(start) < 4:
        return None
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > len(start) * 0.3 and even < len(start) * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > len(start) * 0.3 and odd < len(start) * 0.05 else None


def _mixed(data: bytes) -> str:
    out = []
    at = 0
    for match in _GROUP.finditer(data):
        out.append(windows(data[at : match.start()]))
        out.append(match[0].decode("utf-8", "replace"))
        at = match.end()
    out.append(windows(data[at:]))
    return "".join(out)
