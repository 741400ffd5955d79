"""The process that typesets one file and is gone: `python -m …writers.typeset`, JSON in, a PDF or a PNG out."""

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

from threadline.domain.chronology.writers.view import legal

TEMPLATE = Path(__file__).with_name("chronology.typ")
_PICTURE = """
#set page(width: auto, height: auto, margin: 8pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 1100pt)
"""
_PLAIN = re.compile("[^\t\n\r\u0020-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2027\u20ac\ufffd]")
"""What is not certain to have a letter in the font that the file carries."""


_LONG, _JOINT, _BLOCK = re.compile(r"\S{15,}"), re.compile(r"(?<=[_./\\@-])(?=\w)"), re.compile(r"\w{12}(?=\w)")
_MAY_BREAK = "\u200b"


def typeset(document: Any) -> bytes:
    """Return the PDF of a document as `pdf.py` describes it. The same document gives the same bytes.

    A character that the font has no letter for, which an accessible file may not hold, is given by its name: "[grinning
    face]".
    """
    import typst

    try:
        return _compiled(document, _breaking)
    except typst.TypstError:
        return _compiled(document, _named)


def painted(svg: str) -> bytes:
    """Return an SVG picture as PNG, some 2,200 points wide, on white."""
    import typst

    made = typst.compile(
        _PICTURE.encode(), format="png", ppi=144, ignore_system_fonts=True, sys_inputs={"svg": svg}
    )  # fmt: skip
    assert isinstance(made, bytes)
    return made


def _compiled(document: Any, written: Any) -> bytes:
    import typst

    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(_texts(document, written))},
    )
    assert isinstance(made, bytes)
    return made


def _texts(value: Any, written: Any) -> Any:
    """The same value with each text as it can be written."""
    if isinstance(value, str):
        return written(value)
    if isinstance(value, list):
        return [_texts(each, written) for each in value]
    return {key: _texts(each, written) for key, each in value.items()} if isinstance(value, dict) else value


def _breaking(text: str) -> str:
    """The text, its longest words (names of files, addresses) with places where a narrow column may break them."""
    return _LONG.sub(lambda word: _BLOCK.sub(rf"\g<0>{_MAY_BREAK}", _JOINT.sub(_MAY_BREAK, word[0])), legal(text))


def _named(text: str) -> str:
    named = _PLAIN.sub(lambda found: f"[{unicodedata.name(found[0], 'unknown character').lower()}]", legal(text))
    return _breaking(named)


def main() -> int:
    """Read standard input, write the PDF of a document, or the PNG of a picture, to standard output."""
    sent = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(painted(sent["svg"]) if "svg" in sent else typeset(sent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
