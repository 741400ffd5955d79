"""Where a table's headings stand: in the first row or lower down, in one row or two, or nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from threadline.domain.chronology.columns import DAYS
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.evidence import is_clock, is_day
from threadline.domain.chronology.heading_match import is_heading_word, meanings
from threadline.domain.chronology.lines import Line, typed_clock, typed_day

_HOW_FAR_DOWN = 40
_LOOK_BELOW = 8
_LONGEST_HEADING = 270
_LONGEST_SECOND_LINE = 40
_LONGEST_SHAPED = 45
_WORDS_OF_A_HEADING = 3
_KNOWN = 0.55
_ENOUGH = 1.2


@dataclass(frozen=True, slots=True)
class Heading:
    """A table's headings: the rows they stand in, the words for each grid column, and the place in the lines where the
    body begins.
    """

    rows: tuple[int, ...]
    words: tuple[str, ...]
    begins: int

    @property
    def first_line(self) -> int:
        """The place in the lines of the first heading row."""
        return self.begins - len(self.rows)


def width(lines: Sequence[Line]) -> int:
    """Return how many columns have any text."""
    return max((line.filled[-1] + 1 for line in lines), default=0)


def no_heading(lines: Sequence[Line]) -> Heading:
    """Return the heading of a table that has none."""
    return Heading((), ("",) * width(lines), 0)


def find_heading(lines: Sequence[Line], chosen: int | None = None) -> Heading | None:
    """Find the heading row, or take the row number a person chose (0: no heading). None when no row reads so."""
    if chosen == 0:
        return no_heading(lines)
    if chosen is not None:
        at = next((place for place, line in enumerate(lines) if line.number == chosen), None)
        return None if at is None else heading_at(lines, at)
    best, best_score = None, _ENOUGH
    for place in range(min(len(lines), _HOW_FAR_DOWN)):
        score = _score(lines, place)
        if score > best_score:
            best, best_score = place, score
    if best is None:
        best = _by_shape(lines)
    return None if best is None else heading_at(lines, best)


def _by_shape(lines: Sequence[Line]) -> int | None:
    """Find a heading whose words are all new to us: a row of short texts just above a column that holds days from
    there on.
    """
    top = lines[:_HOW_FAR_DOWN]
    for index in range(min(width(top), 12)):
        days = [typed_day(line, index) is not None or is_day(line.text(index)) for line in top]
        first = days.index(True) if True in days else 0
        filled = [
            day for day, line in zip(days[first:], top[first:], strict=True) if line.text(index) and not line.single
        ]
        if not first or sum(filled) < max(2, 0.7 * len(filled)):
            continue
        line = lines[first - 1]
        texts = [line.texts[place] for place in line.filled]
        values = any(_is_value(line, place) for place in line.filled)
        short = all(len(text) <= _LONGEST_SHAPED and not text.endswith((".", ",", ";")) for text in texts)
        if len(texts) >= 2 and not line.single and not values and short and 2 * len(texts) >= len(lines[first].filled):
            return first - 1
    return None


def _score(lines: Sequence[Line], place: int) -> float:
    """How much one row reads as headings: known words count for it, unknown ones against, a day below its date column
    counts a lot.
    """
    line = lines[place]
    if len(line.filled) < 2 or line.single or any(_is_value(line, index) for index in line.filled):
        return 0.0
    total, matched, day_columns = 0.0, 0, []
    for index in line.filled:
        scores = meanings(line.texts[index])
        surest = 0.0 if _is_sentence(line.texts[index]) else max(scores.values(), default=0.0)
        if surest < _KNOWN:
            total -= 0.3
            continue
        matched += 1
        total += surest
        if any(meaning in DAYS or meaning in (Meaning.RECORDED, Meaning.TIME, Meaning.YEAR) for meaning in scores):
            day_columns.append(index)
    if matched * 2 < len(line.filled):
        return 0.0
    below = lines[place + 1 : place + 1 + _LOOK_BELOW]
    dated = any(
        typed_day(later, index) is not None or is_day(later.text(index)) for later in below for index in day_columns
    )
    return total + 1.5 if dated else total


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and text.count(" ") > _WORDS_OF_A_HEADING


def _is_value(line: Line, index: int) -> bool:
    text = line.texts[index]
    if len(text) > _LONGEST_HEADING or typed_day(line, index) is not None or typed_clock(line, index) is not None:
        return True
    return (is_clock(text) or is_day(text)) and not is_heading_word(text)


def heading_at(lines: Sequence[Line], place: int) -> Heading:
    """Return the heading at this place in the lines, joined with a group heading above it or the rest of its words
    below it.
    """
    line = lines[place]
    size = max(width(lines), len(line.texts))
    words = [line.seen(index) if line.text(index) or line.continues_above(index) else "" for index in range(size)]
    rows, begins = [line.number], place + 1
    if place and lines[place - 1].number == line.number - 1:
        above = _group(lines[place - 1], line, words)
        if above is not None:
            words, rows = above, [lines[place - 1].number, *rows]
    if begins < len(lines) and lines[begins].number == line.number + 1:
        below = _second_line(lines[begins], words)
        if below is not None:
            words, begins = below, begins + 1
            rows.append(lines[begins - 1].number)
    return Heading(tuple(rows), tuple(" ".join(text.split()) if "\n" not in text else text for text in words), begins)


def _group(upper: Line, line: Line, words: Sequence[str]) -> list[str] | None:
    """Words joined with a group heading above them, where that says more ("Recorded" over "Date"); None when the row
    above is a title.
    """
    if upper.single and not any(line.continues_above(index) for index in range(len(words))):
        return None
    if any(_is_value(upper, index) for index in upper.filled):
        return None
    joined, used = list(words), False
    for index, word in enumerate(words):
        over = upper.seen(index)
        if over and over == word:
            used = True
        elif over and word and is_heading_word(f"{over} {word}"):
            joined[index], used = f"{over} {word}", True
        elif over and not word and is_heading_word(over):
            joined[index], used = over, True
    return joined if used else None


def _second_line(lower: Line, words: Sequence[str]) -> list[str] | None:
    """Words joined with the row below, when that row is the rest of the headings and not the first entry."""
    if any(_is_value(lower, index) or len(lower.texts[index]) > _LONGEST_SECOND_LINE for index in lower.filled):
        return None
    joined, fits = list(words), 0
    for index in lower.filled:
        both = f"{words[index]} {lower.texts[index]}".strip()
        if not is_heading_word(both):
            continue
        joined[index] = both
        fits += 1
    return joined if fits >= 2 and fits >= len(lower.filled) - 1 else None
