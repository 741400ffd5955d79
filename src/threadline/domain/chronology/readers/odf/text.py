"""The words of OpenDocument paragraphs, lists and cells as a person sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from threadline.domain.chronology.readers.odf.lists import Lists
from threadline.domain.chronology.readers.odf.names import count, local, value

_SKIPPED = {
    "office:annotation-end", "text:tracked-changes", "text:sequence-decls", "office:forms", "text:ruby-text",
    "office:event-listeners", "table:table-columns", "table:table-column", "text:variable-decls", "desc", "title",
    "text:page-number", "text:page-count",
}  # fmt: skip
_COUNTED = {
    "office:annotation": "comment", "text:change-start": "insertion", "text:change": "deletion",
    "text:hidden-text": "hidden text", "text:hidden-paragraph": "hidden text",
}  # fmt: skip
_MOST_SPACES = 500


class Words:
    """Turns OpenDocument elements into text. `inner_table` gives the text of a table inside a cell or text box."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.lists = Lists()
        self.inner_table: Callable[[Any], str] = lambda _table: ""

    def block(self, element: Any) -> list[str]:
        """The paragraphs of a block: a text:p or text:h is one, a list or section several."""
        name = local(element)
        if name in ("text:p", "text:h"):
            return [self.paragraph(element)]
        if name == "text:list":
            return self._list(element, value(element, "text:style-name") or "", 1)
        if name == "table:table":
            return self.inner_table(element).split("\n")
        return [] if name in _SKIPPED or name == "office:annotation" else self.blocks(element)

    def blocks(self, element: Any) -> list[str]:
        """The paragraphs of everything inside an element."""
        out: list[str] = []
        for item in element:
            if local(item) == "office:annotation":
                self.counts["comment"] += 1
            out += self.block(item)
        return out

    def cell(self, element: Any) -> str:
        """The text of a cell, paragraphs on their own lines."""
        return "\n".join(self.blocks(element)).strip(" \t\r\n")

    def paragraph(self, element: Any) -> str:
        """The text of one paragraph; notes stand in [brackets]."""
        out: list[str] = []
        self._inside(element, out)
        return "".join(out)

    def _inside(self, element: Any, out: list[str]) -> None:
        if element.text:
            out.append(_collapsed(element.text))
        for item in element:
            self._inline(item, out)
            if item.tail:
                out.append(_collapsed(item.tail))

    def _inline(self, item: Any, out: list[str]) -> None:
        name = local(item)
        if name == "text:s":
            out.append(" " * count(item, "text:c", _MOST_SPACES))
        elif name == "text:tab":
            out.append("\t")
        elif name == "text:line-break":
            out.append("\n")
        elif name == "text:note":
            out.append(self._note(item))
        elif name == "draw:text-box":
            text = "\n".join(line for line in self.blocks(item) if line)
            out.append(f"\n{text}\n" if text else "")
        elif name in _COUNTED:
            self.counts[_COUNTED[name]] += 1
        elif name not in _SKIPPED:
            self._inside(item, out)

    def _note(self, item: Any) -> str:
        body = [" ".join(self.blocks(part)) for part in item if local(part) == "text:note-body"]
        return f" [{' '.join(' '.join(body).split())}]"

    def _list(self, element: Any, style: str, depth: int) -> list[str]:
        goes_on = value(element, "text:continue-numbering") == "true" or bool(value(element, "text:continue-list"))
        self.lists.begin(style, depth, goes_on or depth > 1)
        out: list[str] = []
        for item in element:
            mark = self.lists.mark(style, depth) if local(item) == "text:list-item" else ""
            for inner in item:
                if local(inner) == "text:list":
                    out += self._list(inner, value(inner, "text:style-name") or style, depth + 1)
                    continue
                for line in self.block(inner):
                    out.append(mark + line if line.strip() or mark != "• " else line)
                    mark = ""
        return out


def _collapsed(text: str) -> str:
    """White space as OpenDocument has it: any run of blanks and line ends in the file is one space."""
    if "\n" in text or "\t" in text or "\r" in text or "  " in text:
        for blank in "\n\t\r":
            text = text.replace(blank, " ")
        while "  " in text:
            text = text.replace("  ", " ")
    return text
