"""Rich text cut into its tokens: braces, control words, characters.

Source: Microsoft, Rich Text Format (RTF) Specification 1.9.1, "RTF syntax" and "Unicode RTF".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})"
    rb"|\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?[0-9]{1,10})?[ ]?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2}(?:\\'[0-9a-fA-F]{2}){0,99})"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<text>[^\\{}\r\n]+)",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Token:
    """kind: open, close, word (with `name` and `number`), bytes (characters by their codes), sign, or text."""

    kind: str
    name: str = ""
    number: int | None = None
    data: bytes = b""


OPEN, CLOSE = Token("open"), Token("close")


def tokens(data: bytes) -> Iterator[Token]:
    """Every token in order; binary pictures are passed over, and line ends of the file mean nothing."""
    at = 0
    known: dict[tuple[bytes, bytes | None], Token] = {}
    while match := _TOKEN.search(data, at):
        at = match.end()
        kind = match.lastgroup
        if kind == "text":
            yield Token("text", data=match["text"])
        elif kind == "open":
            yield OPEN
        elif kind == "close":
            yield CLOSE
        elif kind == "hex":
            yield Token("bytes", data=bytes.fromhex(match["hex"].replace(b"\\'", b"").decode("ascii")))
        elif kind == "sign":
            yield Token("sign", match["sign"].decode("latin-1"))
        else:
            key = (match["word"], match["number"])
            token = known.get(key)
            if token is None:
                number = None if key[1] is None else int(key[1])
                token = Token("word", key[0].decode("ascii"), number)
                if len(known) < 2_000:
                    known[key] = token
            if token.name == "bin":
                at += max(0, token.number or 0)
                continue
            yield token
