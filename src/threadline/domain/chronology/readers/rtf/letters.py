"""The characters of rich text: code pages, fonts with their own, Unicode with a stand-in for old programs."""

from __future__ import annotations

import re

from threadline.domain.chronology.readers.encoding import code_page

_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
_HALVES = re.compile("[\ud800-\udfff]")
_SYMBOL = 2
_SIGNS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xFE: "☒", 0xA8: "☐", 0x6F: "○", 0xE0: "→", 0xB0: "°"}
WORDS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
    "zwj": "\u200d", "zwnj": "\u200c", "column": "\n", "page": "\n",
}  # fmt: skip
SIGNS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\n": None, "\r": None, "\t": "\t"}


class Fonts:
    """Which code page each font's bytes are in. `symbol` fonts hold signs, not letters."""

    def __init__(self) -> None:
        self.default = "cp1252"
        self.first = 0
        self._pages: dict[int, str] = {}
        self._symbol: set[int] = set()

    def charset(self, font: int, charset: int) -> None:
        """Take \\fcharset of a font in the font table."""
        if charset == _SYMBOL:
            self._symbol.add(font)
        elif charset in _CHARSETS:
            self._pages[font] = _CHARSETS[charset]

    def code_page(self, font: int, number: int) -> None:
        """Take \\cpg of a font in the font table."""
        self._pages[font] = code_page(number)

    def text(self, font: int, data: bytes) -> str:
        """Bytes in this font as text."""
        font = self.first if font < 0 else font
        if font in self._symbol:
            return "".join(_SIGNS.get(byte, "•" if byte > 0x80 else chr(byte)) for byte in data)
        name = self._pages.get(font, self.default)
        if name == "cp1252" and data.isascii():
            return data.decode("ascii")
        return data.decode(name, "replace") if name != "cp1252" else data.decode("cp1252", "replace")


def unicode_letter(number: int) -> str:
    """The character of \\uN, N being written as a signed 16-bit number; half of a pair comes as a surrogate."""
    code = number + 0x10000 if number < 0 else number
    if 0xF020 <= code <= 0xF0FF:
        return _SIGNS.get(code - 0xF000, "•")
    return chr(code) if 0 < code <= 0x10FFFF else ""


def paired(text: str) -> str:
    """Surrogates joined into the characters they stand for; a lone half becomes the replacement character."""
    if _HALVES.search(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
