"""The words of Word paragraphs as a person sees them once every tracked change is accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from threadline.domain.chronology.readers.refusal import Refused
from threadline.domain.chronology.readers.word.names import child, children, is_on, leading, local, number, value
from threadline.domain.chronology.readers.word.numbering import Numbering

_THROUGH = {
    "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo",
    "sdtContent", "rubyBase", "ruby", "mc:Choice", "m:oMath", "m:oMathPara",
}  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "m:t": None, "t": None}
_CHECKED = {True: "☒", False: "☐"}
_SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0FC: "✓", 0xF0FE: "☒", 0xF0A8: "☐", 0xF06F: "☐", 0xF0D8: "➢",
    0xF0E0: "→", 0xF0E8: "→", 0xF04A: "☺", 0xF0B0: "°", 0xF0B1: "±", 0xF0A3: "☐", 0xF052: "☑", 0xF054: "☒",
}  # fmt: skip


class Words:
    """Turns paragraphs into text, and counts what was passed over on the way.

    `footnotes` gives the text of a note by its kind ("footnote", "endnote") and id. `inner_table` is asked for the
    text of each table met inside a cell or text box, and may keep the table itself.
    """

    def __init__(self, file: str, numbering: Numbering, footnotes: dict[tuple[str, str], str]) -> None:
        self.file = file
        self.counts: Counter[str] = Counter()
        self.show_hidden = False
        self.inner_table: Callable[[Any], str] = lambda _table: ""
        self.comments: list[str] = []
        self._numbering = numbering
        self._footnotes = footnotes
        self._fields: list[bool] = []

    def paragraph(self, element: Any) -> str:
        """The text of one w:p with its bullet or number. Fields show their results, notes stand in [brackets]."""
        self._fields = []
        out: list[str] = []
        self._take(element, out)
        text = "".join(out)
        mark = self._numbering.mark(element)
        return mark + text if text.strip() or mark != "• " else text

    def blocks(self, element: Any) -> Iterator[Any]:
        """The paragraphs and tables directly inside a cell, text box or note, through content controls."""
        for item in element:
            name = local(item)
            if name in ("p", "tbl"):
                yield item
            elif name == "sdt":
                yield from self.blocks(child(item, "sdtContent") if not _placeholder(item) else ())
            elif name in ("customXml", "ins", "moveTo", "smartTag"):
                yield from self.blocks(item)
            elif name in ("altChunk", "subDoc"):
                raise embedded(self.file)

    def joined(self, element: Any) -> str:
        """The text of a cell or box: paragraphs on their own lines, inner tables where they stand."""
        out: list[str] = []
        for block in self.blocks(element):
            if local(block) == "tbl":
                out.append(self.inner_table(block) + "\n")
                continue
            end = "" if _mark_deleted(block) else "\n"
            out.append(self.paragraph(block) + end)
        return "".join(out).strip(" \t\r\n")

    def _take(self, element: Any, out: list[str]) -> None:
        for item in element:
            name = local(item)
            if name == "r":
                self._run(item, out)
            elif name in _THROUGH:
                if name in ("ins", "moveTo"):
                    self.counts["insertion"] += 1
                self._take(item, out)
            elif name in ("del", "moveFrom"):
                self.counts["deletion"] += 1
            elif name == "sdt":
                if not _placeholder(item):
                    self._take(child(item, "sdtContent"), out)
            elif name == "subDoc":
                raise embedded(self.file)
            elif name.startswith("m:"):
                self._formula(item, name, out)

    def _formula(self, item: Any, name: str, out: list[str]) -> None:
        if name == "m:r":
            out.extend(part.text or "" for part in children(item, "m:t"))
        else:
            self._take(item, out)

    def _run(self, run: Any, out: list[str]) -> None:
        properties = leading(run, "rPr")
        if properties is not None and not self.show_hidden and self._is_hidden(run, properties):
            self.counts["hidden text"] += any(True for _ in children(run, "t"))
            return
        for item in run:
            name = local(item)
            if name == "fldChar":
                self._field(item, out)
            elif any(self._fields):
                self._code(item, name)
            else:
                self._piece(item, name, out)

    def _is_hidden(self, run: Any, properties: Any) -> bool:
        return is_on(child(properties, "vanish")) and child(run, "fldChar") is None

    def _piece(self, item: Any, name: str, out: list[str]) -> None:
        if name == "t":
            out.append(item.text or "")
        elif name in _SIGNS:
            out.append(_SIGNS[name] or "")
        elif name == "br":
            out.append("" if value(item, "type") in ("page", "column") else "\n")
        elif name == "sym":
            out.append(_symbol(item))
        elif name in ("footnoteReference", "endnoteReference"):
            note = self._footnotes.get((name.removesuffix("Reference"), value(item, "id") or ""))
            out.append(f" [{note}]" if note else "")
        elif name == "commentReference":
            self.comments.append(value(item, "id") or "")
        elif name in ("drawing", "pict", "object", "mc:AlternateContent"):
            self._picture(item, name, out)
        elif name in _THROUGH:
            self._take(item, out)

    def _picture(self, item: Any, name: str, out: list[str]) -> None:
        self.counts["object"] += name == "object"
        for box in _boxes(item):
            text = self.joined(box)
            if text:
                out.append(f"\n{text}\n" if out else f"{text}\n")
                self.counts["text box"] += 1

    def _field(self, item: Any, out: list[str]) -> None:
        kind = value(item, "fldCharType")
        if kind == "begin":
            out.append(_form_field(child(item, "ffData")))
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _code(self, item: Any, name: str) -> None:
        if name == "instrText" and (item.text or "").strip().upper().startswith("DDE"):
            self.counts["automatic link"] += 1


def embedded(file: str) -> Refused:
    """Part of the document is another document, which only Word can put together."""
    return Refused(
        file,
        "Part of the document is another file kept inside it, which is not read",
        "Open it in Word, save it as a new Word document and send that copy.",
        "document-in-document",
    )


def _boxes(item: Any) -> Iterator[Any]:
    """Text boxes under a drawing: of two alternatives for the same picture only the first."""
    for inner in item:
        name = local(inner)
        if name == "txbxContent":
            yield inner
        elif name != "mc:Fallback" or not children(item, "mc:Choice"):
            yield from _boxes(inner)


def _placeholder(control: Any) -> bool:
    """A content control nobody has filled in: Word shows "Click here to enter text" there."""
    return is_on(child(child(control, "sdtPr"), "showingPlcHdr")) or child(control, "sdtContent") is None


def _mark_deleted(paragraph: Any) -> bool:
    return child(child(leading(paragraph, "pPr"), "rPr"), "del") is not None


def _symbol(item: Any) -> str:
    try:
        code = int(value(item, "char") or "", 16)
    except ValueError:
        return ""
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if 0xF020 <= code <= 0xF0FF:
        return chr(code - 0xF000) if (value(item, "font") or "").startswith("Symbol") and code < 0xF080 else "•"
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""


def _form_field(data: Any) -> str:
    box = child(data, "checkBox")
    if box is not None:
        state = child(box, "checked")
        return _CHECKED[is_on(state if state is not None else child(box, "default"))]
    choices = child(data, "ddList")
    if choices is None:
        return ""
    entries = [value(entry) or "" for entry in children(choices, "listEntry")]
    chosen = number(child(choices, "result"), default=number(child(choices, "default")))
    return entries[chosen] if 0 <= chosen < len(entries) else ""
