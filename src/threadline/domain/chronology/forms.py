"""Small tables that each hold one event, the label beside or above what was written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from threadline.domain.chronology.columns import DAYS
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.evidence import is_day
from threadline.domain.chronology.heading_match import is_heading_word, meanings
from threadline.domain.chronology.lines import Line

_LONGEST_LABEL = 60
_LONGEST_FORM = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """One label of a form, what was written for it, and the row it stands in."""

    label: str
    text: str
    row: int


@dataclass(frozen=True, slots=True)
class Form:
    """One event as a form tells it: its answers in order, the row it begins with, and every row it takes."""

    answers: tuple[Answer, ...]
    first: int
    rows: tuple[int, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in order."""
        return tuple(answer.label for answer in self.answers)


def forms_in(lines: Sequence[Line]) -> tuple[Form, ...]:
    """Return the events of a table of labels and answers, several where the labels repeat; empty when it is no such table."""
    if not lines or (len(lines) > _LONGEST_FORM and len(lines[0].filled) > 4):
        return ()
    blocks = _blocks(_answers(lines))
    found = [_form(block) for block in blocks if _is_event(block)]
    return tuple(found) if found and len(found) == len(blocks) else ()


def _form(block: Sequence[Answer]) -> Form:
    rows = tuple(dict.fromkeys(answer.row for answer in block))
    return Form(tuple(block), min(rows), tuple(sorted(rows)))


def _blocks(answers: Sequence[Answer]) -> list[list[Answer]]:
    """Split the answers where the first label comes again."""
    blocks: list[list[Answer]] = []
    for answer in answers:
        if not blocks or answer.label.casefold() in {known.label.casefold() for known in blocks[-1]}:
            blocks.append([])
        blocks[-1].append(answer)
    return blocks


def _is_event(block: Iterable[Answer]) -> bool:
    """True when the answers include a day and the words of an event."""
    held = {}
    for answer in block:
        scores = meanings(answer.label)
        if scores:
            held.setdefault(max(scores, key=lambda meaning: scores[meaning]), answer.text)
    dated = any(is_day(held.get(meaning, "")) for meaning in (*DAYS, Meaning.RECORDED))
    return dated and bool(held.get(Meaning.EVENT))


def _answers(lines: Sequence[Line]) -> list[Answer]:
    """Pair every label with the text beside it, within it after a colon, or below it."""
    found: list[Answer] = []
    taken: set[tuple[int, int]] = set()
    for place, line in enumerate(lines):
        for order, index in enumerate(line.filled):
            if (place, index) in taken:
                continue
            answer, used = _answer(lines, place, order, taken)
            if answer is not None:
                found.append(answer)
                taken.update(used)
    return found


def _answer(
    lines: Sequence[Line], place: int, order: int, taken: set[tuple[int, int]]
) -> tuple[Answer | None, list[tuple[int, int]]]:
    line = lines[place]
    index = line.filled[order]
    text = line.texts[index]
    head, colon, rest = text.partition(":")
    if colon and rest.strip() and _is_label(head) and len(head) <= _LONGEST_LABEL:
        return Answer(head.strip(), rest.strip(), line.number), []
    if not _is_label(text):
        return None, []
    label = text.rstrip(" :")
    beside = line.filled[order + 1] if order + 1 < len(line.filled) else None
    if beside is not None and not _is_label(line.texts[beside]):
        return Answer(label, line.texts[beside], line.number), [(place, beside)]
    if beside is None and order and not _is_label(line.texts[line.filled[order - 1]]):
        return Answer(label, "", line.number), []
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is not None and below.text(index) and (place + 1, index) not in taken and not _is_label(below.text(index)):
        if beside is not None or (index == 0 and len(line.filled) == 1 and below.filled == (index,)) or order:
            return Answer(label, below.text(index), line.number), [(place + 1, index)]
    return Answer(label, "", line.number), []


def _is_label(text: str) -> bool:
    bare = text.rstrip(" :")
    return (
        bool(bare)
        and len(bare) <= _LONGEST_LABEL
        and "\n" not in bare
        and (is_heading_word(bare) or text.rstrip().endswith(":"))
    )
