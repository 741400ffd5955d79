"""One spelling for what keyboards, word processors and spreadsheets spell in many ways."""

import unicodedata
from typing import Final

LONGEST: Final = 400
"""Characters that are read. A longer cell is prose, not a date, and is not searched for one."""

_DASHES: Final = "‐‑‒–—―−﹘﹣－➔→"
_SINGLE_QUOTES: Final = "‘’‚‛′´`"
_DOUBLE_QUOTES: Final = "“”„‟″〃"
_UNSEEN: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
_PLAIN: Final = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_UNSEEN, "")
    | {"≈": "~", "∼": "~", "≤": "<=", "≥": ">=", "⁄": "/", "∕": "/", "：": ":"}
)


def normalise(text: str) -> str | None:
    """Lower case, plain dashes and quotes, one space for each run of white space; None where the text is too long.

    A new line or tab stays a new line: no date or time runs over it, so `26 Feb 09` above `pm` is not nine at night.
    """
    if len(text) > LONGEST:
        return None
    if not text.isascii():
        # The marks are made plain first: the compatibility form would turn some of them into two characters.
        text = unicodedata.normalize("NFKC", text.translate(_PLAIN)).translate(_PLAIN)
    if text.isprintable():
        plain = " ".join(text.lower().split())
        return plain if len(plain) <= LONGEST else None
    lines = text.lower().replace("\t", "\n").splitlines()
    plain = "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
    return plain if len(plain) <= LONGEST else None
