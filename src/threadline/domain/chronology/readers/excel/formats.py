"""Excel number formats: which numbers are dates or times, and how a plain number is shown.

Sources: ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (format codes).
"""

from __future__ import annotations

import re
from functools import lru_cache

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
BUILT_IN.update(dict.fromkeys([*range(27, 32), 36, *range(50, 55), 57, 58], "dd/mm/yyyy"))
BUILT_IN.update(dict.fromkeys([32, 33, 34, 35, 55, 56], "h:mm:ss"))

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKET = re.compile(r"\[(?!(?:h+|m+|s+)\])[^\]]*\]", re.I)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.I)
_SCIENCE = re.compile(r"E[+-]", re.I)
_TOKENS = re.compile(r"am/pm|a/p|y+|m+|d+|h+|s+|e+|g+|b+", re.I)
_PIECES = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*(.)|([0#?]+|[.,%])|(.)', re.S)
_LONGEST = 255


@lru_cache(maxsize=512)
def kind(code: str) -> str:
    """What numbers in this format are: date, datetime, time, elapsed, month, year, text or number."""
    if len(code) > _LONGEST:
        return "number"
    bare = _BRACKET.sub("", _LITERAL.sub("", code)).split(";")[0]
    if bare.strip() == "@":
        return "text"
    if _ELAPSED.search(bare):
        return "elapsed"
    if _SCIENCE.search(bare) or re.search(r"general|[0#?]", re.sub(r"s\.0+", "s", bare), re.I):
        return "number"
    return _kind_of(tuple(token.lower() for token in _TOKENS.findall(bare)))


def _kind_of(tokens: tuple[str, ...]) -> str:
    day = any(token[0] == "d" for token in tokens)
    year = any(token[0] in "ye" for token in tokens)
    clock = any(token[0] in "hsa" for token in tokens)
    month = any(token[0] == "m" and not _is_minute(tokens, at) for at, token in enumerate(tokens))
    if day or (clock and (year or month)):
        return "datetime" if clock else "date"
    if clock:
        return "time"
    if month:
        return "month" if year else "date"
    return "year" if year else "number"


def _is_minute(tokens: tuple[str, ...], at: int) -> bool:
    after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    before = tokens[at - 1][0] if at else ""
    return len(tokens[at]) <= 2 and (before == "h" or after == "s")


def shown(number: float, code: str) -> str:
    """A plain number as its format shows it: leading zeros, decimals, per cent, thousands; else as General does."""
    sections = _sections(code) if len(code) <= _LONGEST else [""]
    section = sections[0]
    if number < 0 and len(sections) > 1:
        section, number = sections[1], -number
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    pieces = _pieces(section)
    if pieces is None:
        return general(number)
    return _filled(number, pieces)


def general(number: float) -> str:
    """A number as Excel's General format gives it, without exponents for whole numbers."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}"


def _sections(code: str) -> list[str]:
    out = [""]
    for match in re.finditer(r'"[^"]*"|\\.|\[[^\]]*\]|.', code, re.S):
        if match[0] == ";":
            out.append("")
        else:
            out[-1] += match[0]
    return out


@lru_cache(maxsize=512)
def _pieces(section: str) -> tuple[tuple[str, str], ...] | None:
    """("digits" | "sign" | "words", text) in order; None where the section is not a plain number format."""
    if re.search(r"\[[<>=]", section):
        return None
    out: list[tuple[str, str]] = []
    for quoted, escaped, space, _fill, sign, other in _PIECES.findall(re.sub(r"\[[^\]]*\]", "", section)):
        if sign:
            out.append(("digits" if sign[0] in "0#?" else "sign", sign))
        elif other and (other.isalpha() or other in "/@"):
            return None
        else:
            out.append(("words", quoted or escaped or (" " if space else other)))
    return tuple(out) if section.strip() else None


def _filled(number: float, pieces: tuple[tuple[str, str], ...]) -> str:
    signs = [text for what, text in pieces if what == "sign"]
    scaled = number * 100 ** signs.count("%")
    point = pieces.index(("sign", ".")) if "." in signs else len(pieces)
    places = sum(len(text) for what, text in pieces[point:] if what == "digits")
    whole, _, part = f"{abs(scaled):.{min(places, 30)}f}".partition(".")
    before, after = pieces[:point], pieces[point:]
    out = _whole(whole, before) + _part(part, after)
    return f"-{out}" if number < 0 and out.strip("0.,%") else out


def _whole(digits: str, pieces: tuple[tuple[str, str], ...]) -> str:
    if any(piece == ("sign", ",") for piece in pieces):
        digits = f"{int(digits):,}"
    least = sum(text.count("0") for what, text in pieces if what == "digits")
    rest = digits.rjust(least, "0") if digits != "0" or least else ""
    out: list[str] = []
    first = next((at for at, piece in enumerate(pieces) if piece[0] == "digits"), -1)
    for at in range(len(pieces) - 1, -1, -1):
        what, text = pieces[at]
        if what == "digits":
            take = len(rest) if at == first else min(len(text), len(rest))
            out.append(rest[len(rest) - take :])
            rest = rest[: len(rest) - take]
        elif text != ",":
            out.append(text)
    return "".join(reversed(out))


def _part(digits: str, pieces: tuple[tuple[str, str], ...]) -> str:
    out: list[str] = []
    for what, text in pieces:
        if what == "digits":
            taken, digits = digits[: len(text)], digits[len(text) :]
            least = len(text.rstrip("#?"))
            out.append(taken[:least] + taken[least:].rstrip("0"))
        elif text != ",":
            out.append(text)
    return "".join(out)
