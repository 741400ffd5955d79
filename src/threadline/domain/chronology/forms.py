"""Small tables that each hold one event, the label beside, above or within what was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from threadline.domain.chronology.evidence import is_answer, is_clock, is_day
from threadline.domain.chronology.heading_match import is_heading_word, meanings
from threadline.domain.chronology.lines import Line

_LONGEST_LABEL = 60
_LONGEST_FORM = 60
_FEWEST_LABELS = 2
_FEWEST_HEADINGS = 3
_TELLING = 0.6


@dataclass(frozen=True, slots=True)
class Answer:
    """One label of a form, what was written for it, and where: the place of its row among the table's lines, and the
    column.
    """

    label: str
    text: str
    place: int
    index: int | None


@dataclass(frozen=True, slots=True)
class Form:
    """One event as a form tells it: its answers in order, the row it begins with, and every row it takes."""

    answers: tuple[Answer, ...]
    first: int
    rows: tuple[int, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in order, in small letters."""
        return tuple(answer.label.casefold() for answer in self.answers)


def with_labels(lines: Sequence[Line]) -> tuple[Form, ...]:
    """Read a table of known labels and their answers, several forms where the labels come again; empty when it is no
    such table.
    """
    if len(lines) > _LONGEST_FORM:
        return ()
    return _forms(lines, _answers(lines))


def in_pairs(lines: Sequence[Line], known: float | None = None) -> tuple[Form, ...]:
    """Read a table of two or four columns as labels and answers side by side, whatever the labels are; with `known`,
    only when at least that share of them are known headings.
    """
    if len(lines) > _LONGEST_FORM or not all(set(line.filled) <= {0, 1, 2, 3} for line in lines):
        return ()
    answers = [answer for place, line in enumerate(lines) for answer in _pairs(line, place)]
    if len(answers) < _FEWEST_LABELS or not all(_could_be_label(answer.label) for answer in answers):
        return ()
    if any(line.filled in ((1,), (3,)) for line in lines) or _has_heading(lines):
        return ()
    if sum(bool(answer.text) for answer in answers) * 3 < len(answers):
        return ()
    if known is not None and sum(_is_known(answer.label) for answer in answers) < known * len(answers):
        return ()
    return _forms(lines, answers)


def _is_known(label: str) -> bool:
    return max(meanings(label).values(), default=0.0) >= _TELLING


def _has_heading(lines: Sequence[Line]) -> bool:
    """True when the table reads downwards: the first row is headings but for one at most, and what stands below its
    first is not; or headings stand above days further down.
    """
    if any(_heads_days(line, below) for line, below in pairwise(lines)):
        return True
    line, rest = lines[0], lines[1:]
    if sum(is_heading_word(other.text(0).rstrip(" :")) for other in rest) * 2 > len(rest):
        return False
    known = sum(is_heading_word(line.texts[index].rstrip(" :")) for index in line.filled)
    return known > 1 and known >= len(line.filled) - (1 if len(line.filled) > 3 else 0)


def _heads_days(line: Line, below: Line) -> bool:
    """True when a row of three headings or more stands above a row with a day and few headings, as below a preamble."""
    if len(line.filled) < _FEWEST_HEADINGS or not any(is_day(below.texts[index]) for index in below.filled):
        return False
    again = sum(is_heading_word(below.texts[index].rstrip(" :")) for index in below.filled)
    return again * 2 < len(below.filled) and all(
        is_heading_word(line.texts[index].rstrip(" :")) for index in line.filled
    )


def _pairs(line: Line, place: int) -> list[Answer]:
    if line.span:
        return []
    return [
        Answer(line.texts[index].rstrip(" :"), line.text(index + 1), place, index + 1)
        for index in (0, 2)
        if line.text(index)
    ]


def _could_be_label(text: str) -> bool:
    told = is_day(text) or is_clock(text) or is_answer(text) or (text.endswith((".", ";")) and text.count(" ") > 1)
    return len(text) <= _LONGEST_LABEL and "\n" not in text and not told


def _forms(lines: Sequence[Line], answers: Sequence[Answer]) -> tuple[Form, ...]:
    """Split the answers where the first label comes again."""
    blocks: list[list[Answer]] = []
    for answer in answers:
        if not blocks or answer.label.casefold() in {known.label.casefold() for known in blocks[-1]}:
            blocks.append([])
        blocks[-1].append(answer)
    return tuple(_form(lines, block) for block in blocks if len(block) >= _FEWEST_LABELS)


def _form(lines: Sequence[Line], block: Sequence[Answer]) -> Form:
    rows = sorted({lines[answer.place].number for answer in block})
    return Form(tuple(block), rows[0], tuple(rows))


def _answers(lines: Sequence[Line]) -> list[Answer]:
    """Pair every label with the text beside it, within it after a colon, or below it."""
    found: list[Answer] = []
    taken: set[tuple[int, int]] = set()
    for place, line in enumerate(lines):
        for order, index in enumerate(line.filled):
            if (place, index) in taken:
                continue
            answer = _answer(lines, place, order, taken)
            if answer is not None:
                found.append(answer)
                if answer.index is not None:
                    taken.add((answer.place, answer.index))
    return found


def _answer(lines: Sequence[Line], place: int, order: int, taken: set[tuple[int, int]]) -> Answer | None:
    line = lines[place]
    index = line.filled[order]
    text = line.texts[index]
    head, colon, rest = text.partition(":")
    if colon and rest.strip() and is_label(head):
        return Answer(head.strip(), rest.strip(), place, None)
    if not is_label(text):
        return None
    label = text.rstrip(" :")
    beside = line.filled[order + 1] if order + 1 < len(line.filled) else None
    if beside is not None and not is_label(line.texts[beside]):
        return Answer(label, line.texts[beside], place, beside)
    if _answer_is_below(lines, place, order, taken):
        return Answer(label, lines[place + 1].text(index), place + 1, index)
    return Answer(label, "", place, None)


def _answer_is_below(lines: Sequence[Line], place: int, order: int, taken: set[tuple[int, int]]) -> bool:
    """True when the cell below is the answer: the labels of this row stand side by side, or this label stands alone
    above one text.
    """
    line = lines[place]
    index = line.filled[order]
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or not below.text(index) or (place + 1, index) in taken or is_label(below.text(index)):
        return False
    all_labels = len(line.filled) > 1 and all(is_label(line.texts[other]) for other in line.filled)
    after = lines[place + 2] if place + 2 < len(lines) else None
    if all_labels and after is not None and not (after.single or is_label(after.texts[after.filled[0]])):
        return False
    alone = line.filled == (index,) and below.filled == (index,)
    return all_labels or alone


def is_label(text: str) -> bool:
    """True for a cell that is a known heading, or short words that end in a colon."""
    bare = text.rstrip(" :")
    return (
        bool(bare)
        and not bare.endswith((".", ",", ";"))
        and not is_answer(text)
        and len(bare) <= _LONGEST_LABEL
        and "\n" not in bare
        and (is_heading_word(bare) or text.rstrip().endswith(":"))
    )
