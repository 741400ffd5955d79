"""A rich text document from its first group to its last: text gathered, tables built, the rest passed over."""

from __future__ import annotations

import re
from collections import Counter

from threadline.domain.chronology.grid import Document, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.assemble import text_of
from threadline.domain.chronology.readers.encoding import code_page
from threadline.domain.chronology.readers.refusal import damaged, too_deep, too_many_rows
from threadline.domain.chronology.readers.rtf.letters import SIGNS, WORDS, Fonts, paired, unicode_letter
from threadline.domain.chronology.readers.rtf.state import CHANGES, Capture, State, changed
from threadline.domain.chronology.readers.rtf.tables import OpenTable, RowShape
from threadline.domain.chronology.readers.rtf.tokens import Token, tokens
from threadline.domain.chronology.readers.wording import counted, was

_DEEPEST = 500
_SKIPPED = {
    "colortbl", "stylesheet", "info", "pict", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator",
    "themedata", "colorschememapping", "datastore", "latentstyles", "xmlnstbl", "fldinst", "objdata", "objclass",
    "nonesttables", "shprslt", "sp", "filetbl", "pgdsctbl", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "bkmkstart",
    "bkmkend", "template", "pn", "nonshppict", "ftncn", "aftncn", "tc", "xe", "atnid", "atnauthor", "atntime",
    "atrfstart", "atrfend", "formfield", "private", "upr",
}  # fmt: skip
_STARRED = {"nesttableprops", "shpinst", "ud", "shppict", "annotation", "ftnsep"}
_CAPTURED = {
    "footnote": "note", "annotation": "comment", "listtext": "mark", "pntext": "mark", "shptxt": "box",
    "header": "margin", "headerl": "margin", "headerr": "margin", "headerf": "margin",
    "footer": "margin", "footerl": "margin", "footerr": "margin", "footerf": "margin",
}  # fmt: skip
_COUNTED = {"revised", "deleted", "v"}
_ROW_WORDS = {"cellx", "clmrg", "clvmrg", "trleft", "irow"}
_MARK = re.compile(r"[ \t]*([•·▪◦○●➢✓*§–-]|\(?[0-9A-Za-z]{1,4}[.)])\t[ \t]*")
_BULLETS = "•·▪◦○●➢→✓o-–*§"


def read_rtf(file: str, data: bytes) -> Document:
    """Every table in order with the paragraphs between them. Raises `Refused` for a file that was cut short."""
    reader = _Reader(file)
    for token in tokens(data[data.index(b"{\\rtf") :]):
        reader.take(token)
        if reader.done:
            break
    return reader.finish()


class _Reader:
    """Takes the tokens one by one."""

    def __init__(self, file: str) -> None:
        self.done = False
        self._file = file
        self._fonts = Fonts()
        self._stack: list[State] = []
        self._state = State()
        self._star = False
        self._first = False
        self._pending = bytearray()
        self._to_skip = 0
        self._flow: list[str] = []
        self._captures: list[Capture] = []
        self._tables: list[Table] = []
        self._open: list[OpenTable] = []
        self._shapes: dict[int, RowShape] = {}
        self._narrative: list[str] = []
        self._margins: dict[str, None] = {}
        self._comments: list[str] = []
        self._counts: Counter[str] = Counter()

    def take(self, token: Token) -> None:
        """Deal with one token."""
        if token.kind in ("text", "bytes"):
            self._text(token.data)
        elif token.kind == "open":
            self._begin()
        elif token.kind == "close":
            self._end()
        elif token.kind == "sign":
            self._sign(token.name)
        else:
            self._word(token.name, token.number)
            self._first = self._star = False

    def finish(self) -> Document:
        """The document. A file whose groups are not all closed was cut short."""
        self._flush()
        if self._stack or not self.done:
            raise damaged(self._file)
        self._paragraph_end()
        self._close_tables(0)
        return Document(
            self._file, "rtf", tuple(self._tables), tuple(self._narrative), tuple(self._margins), self._notes()
        )

    def _notes(self) -> tuple[str, ...]:
        out = []
        for key, what, done in (
            ("revised", "tracked insertion", "read as accepted"),
            ("deleted", "tracked deletion", "left out, as if accepted"),
            ("v", "piece of hidden text", "left out"),
            ("object", "embedded object", "not opened"),
        ):
            if self._counts[key]:
                many = "pieces of hidden text" if key == "v" else ""
                out.append(f"{counted(self._counts[key], what, many)} {was(self._counts[key])} {done}.")
        out += [f"A margin comment was kept apart from the text: “{text}”" for text in self._comments[:50]]
        return tuple(out)

    def _begin(self) -> None:
        self._flush()
        self._to_skip = 0
        self._stack.append(self._state)
        if len(self._stack) > _DEEPEST:
            raise too_deep(self._file)
        self._first = True
        self._star = False

    def _end(self) -> None:
        self._flush()
        self._to_skip = 0
        self._first = False
        if self._captures and self._captures[-1].level == len(self._stack):
            self._captured(self._captures.pop())
        self._state = self._stack.pop()
        self.done = not self._stack

    def _text(self, data: bytes) -> None:
        self._first = False
        if self._to_skip:
            step = min(self._to_skip, len(data))
            data = data[step:]
            self._to_skip -= step
        if not self._state.skipped and data:
            self._pending += data

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._star = True
            return
        self._flush()
        text = SIGNS.get(sign)
        if sign in "\r\n":
            self._word("par", None)
        elif self._to_skip:
            self._to_skip -= 1
        elif text:
            self._put(text)

    def _flush(self) -> None:
        if self._pending:
            text = self._fonts.text(self._state.font, bytes(self._pending))
            self._pending.clear()
            self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.skipped or state.fonts:
            return
        if state.hidden or state.deleted:
            return
        (self._captures[-1].text if self._captures else self._flow).append(text)

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        if word == "u":
            self._unicode(number or 0)
            return
        stands_in, self._to_skip = self._to_skip and word in WORDS, 0
        if stands_in or (self._state.skipped and word != "ud"):
            return
        if (self._first or self._star) and self._destination(word):
            return
        if self._state.fonts:
            self._font_table(word, number or 0)
        elif word in WORDS:
            self._put(WORDS[word])
        else:
            self._command(word, number)

    def _unicode(self, number: int) -> None:
        if not self._state.skipped:
            self._put(unicode_letter(number))
        self._to_skip = self._state.stand_ins

    def _destination(self, word: str) -> bool:
        """Whether the word opens a group that is not part of the running text."""
        if word in _CAPTURED:
            kind = _CAPTURED[word]
            self._captures.append(Capture(kind, len(self._stack)))
            self._state = self._state._replace(hidden=False, deleted=False)
            return True
        if word == "fonttbl":
            self._state = self._state._replace(fonts=True)
            return True
        if word == "nesttableprops":
            self._state = self._state._replace(inner_row=True)
            return True
        if word == "ud":
            self._state = self._state._replace(skipped=False)
            return True
        if word in _SKIPPED or (self._star and word not in _STARRED):
            self._state = self._state._replace(skipped=True)
            return True
        return False

    def _font_table(self, word: str, number: int) -> None:
        if word == "f":
            self._state = self._state._replace(font=number)
        elif word == "fcharset":
            self._fonts.charset(self._state.font, number)
        elif word == "cpg":
            self._fonts.code_page(self._state.font, number)

    def _command(self, word: str, number: int | None) -> None:
        if word in CHANGES:
            self._state = changed(self._state, word, number)
            if word in _COUNTED:
                self._counts[word] += number != 0
            return
        if word in ("ansicpg", "mac", "pc", "pca"):
            self._fonts.default = code_page({"mac": 10000, "pc": 437, "pca": 850}.get(word, number or 0))
        elif word == "deff":
            self._fonts.first = number or 0
        elif word in _ROW_WORDS or word == "trowd":
            self._shape(word, number)
        elif word in ("par", "sect"):
            self._paragraph_end()
        elif word in ("cell", "nestcell"):
            self._cell_end(1 if word == "cell" else max(2, self._state.depth))
        elif word in ("row", "nestrow"):
            self._row_end(1 if word == "row" else max(2, self._state.depth))
        elif word == "object":
            self._counts["object"] += 1

    def _shape(self, word: str, number: int | None) -> None:
        level = max(2, self._state.depth) if self._state.inner_row else 1
        if word == "trowd":
            self._shapes[level] = RowShape()
        else:
            self._shapes.setdefault(level, RowShape()).take(word, number)

    def _taken(self) -> str:
        """The paragraph gathered so far, its typed bullet or number parted from the words by a blank."""
        text = paired("".join(self._flow))
        self._flow.clear()
        mark = _MARK.match(text)
        if mark is None:
            return text
        return ("• " if mark[1] in _BULLETS else f"{mark[1]} ") + text[mark.end() :]

    def _paragraph_end(self) -> None:
        if self._captures:
            self._captures[-1].text.append("\n")
            return
        level = max(1, self._state.depth) if self._state.in_table else 0
        text = self._taken()
        self._close_tables(level)
        if level == 0:
            if text.strip():
                self._narrative.append(text.strip())
            return
        self._table(level).paragraphs.append(text)

    def _cell_end(self, level: int) -> None:
        if self._captures:
            self._captures[-1].text.append("\t")
            return
        text = self._taken()
        self._close_tables(level)
        self._table(level).end_cell(text)

    def _row_end(self, level: int) -> None:
        if self._captures:
            self._captures[-1].text.append("\n")
            return
        text = self._taken()
        self._close_tables(level)
        table = self._table(level)
        if text.strip():
            table.paragraphs.append(text)
        table.shape = self._shapes.get(level, RowShape())
        table.end_row()

    def _table(self, level: int) -> OpenTable:
        """The open table at this level, opening it and those around it where they are not yet."""
        if level > limits.DEPTH:
            raise too_deep(self._file)
        if level == 1 and self._open:
            self._open[0].shape = self._shapes.get(1, RowShape())
            if self._open[0].begins_again():
                self._close_tables(0)
        while len(self._open) < level:
            if not self._open:
                self._open.append(OpenTable(self._file, len(self._tables), tuple(self._narrative)))
                self._narrative = []
            else:
                outer = self._open[-1]
                name = f"{outer.name}.{outer.row_number}.{len(outer.nested)}"
                self._open.append(OpenTable(self._file, name))
        return self._open[level - 1]

    def _close_tables(self, level: int) -> None:
        """Close tables deeper than this level; an inner one's words go to the cell it stands in."""
        while len(self._open) > level:
            table = self._open.pop()
            if table.under_way:
                table.end_row()
            made = table.finish()
            if made is not None and self._open:
                self._open[-1].nested.append(made)
                self._open[-1].paragraphs.append(text_of(made))
            elif made is not None:
                self._tables.append(made)
            else:
                self._narrative = [*table.before, *self._narrative]
        if len(self._tables) > limits.TABLES:
            raise too_many_rows(self._file)

    def _captured(self, capture: Capture) -> None:
        text = paired("".join(capture.text))
        plain = " ".join(text.split())
        if capture.kind == "mark":
            self._mark(plain)
        elif capture.kind == "margin":
            self._margins.update(dict.fromkeys(line.strip() for line in text.split("\n") if line.strip()))
        elif plain and capture.kind == "note":
            self._put(f" [{plain}]")
        elif plain and capture.kind == "comment":
            self._comments.append(plain)
        elif plain:
            self._put(f"\n{text.strip()}\n")

    def _mark(self, mark: str) -> None:
        """A list mark as the program that saved the file drew it."""
        if mark:
            self._put("• " if len(mark) == 1 and mark in _BULLETS else f"{mark} ")
