"""What a file is by its first bytes, whatever it is called."""

from __future__ import annotations

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PK\x07\x08", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"RIFF", "recording"),
    (b"ID3", "recording"),
    (b"7z\xbc\xaf\x27\x1c", "packed"),
    (b"Rar!\x1a\x07", "packed"),
    (b"\x1f\x8b", "packed"),
    (b"BZh", "packed"),
    (b"\xfd7zXZ", "packed"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"SQLite format 3", "database"),
    (b"\x00\x01\x00\x00Standard", "database"),
    (b"WordPerfect", "unknown"),
    (b"\xffWPC", "unknown"),
)
_NEVER_WORDS = {"picture", "recording", "packed", "program"}
_MAIL = re.compile(
    rb"^(Received|Return-Path|From|To|Subject|Date|MIME-Version|Delivered-To|Message-ID|Content-Type|X-[A-Za-z-]+): \S",
    re.I | re.M,
)
_MAIL_LINES = 3
_HTML = re.compile(rb"<(!doctype\s+html|html|table|head|body|meta)[\s>]", re.I)
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1a\x1b\x00\x85")


def signature(data: bytes) -> str:
    """One of zip, ole, rtf, pdf, picture, recording, packed, program, database, mail, html, xml, text, unknown."""
    start = data[:4096]
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    words = _is_text(start)
    for magic, kind in _MAGIC:
        if bare.startswith(magic) and not (words and kind in _NEVER_WORDS):
            return kind
    if bare[:4] and start[4:8] == b"ftyp":
        return "recording"
    if _MAIL.match(bare) and len(_MAIL.findall(bare[:2048])) >= _MAIL_LINES:
        return "mail"
    plain = _narrow(start)
    if plain.lstrip().startswith(b"<") and _HTML.search(plain):
        return "html"
    if plain.lstrip().startswith(b"<?xml"):
        return "spreadsheet-xml" if _SPREADSHEET_XML in plain else "xml"
    return "text" if words else "unknown"


def _narrow(start: bytes) -> bytes:
    """The beginning with the zero bytes of UTF-16 dropped, enough to recognise plain words in it."""
    return start[2:].replace(b"\x00", b"") if start[:2] in (b"\xff\xfe", b"\xfe\xff") else start.lstrip(b"\xef\xbb\xbf")


def _is_text(start: bytes) -> bool:
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if max(even, odd) > len(start) * 0.3 and min(even, odd) < len(start) * 0.05:
        return True
    strange = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in start)
    return strange <= len(start) * 0.005 and even + odd <= len(start) * 0.05
