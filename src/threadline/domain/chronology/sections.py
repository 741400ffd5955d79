"""The parts of a table read by rows: its headings and body, and further headings lower down that change its columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from threadline.domain.chronology.columns import DAYS, recognise
from threadline.domain.chronology.corrections import Corrections
from threadline.domain.chronology.entries import Column, Meaning, TableName
from threadline.domain.chronology.evidence import is_day
from threadline.domain.chronology.heading_match import is_heading_word, meanings, plain
from threadline.domain.chronology.layout import Heading, heading_at
from threadline.domain.chronology.lines import Line, typed_day

_LONGEST_HEADING = 60
_MOST = 0.8
_SAME = 0.6


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the columns it gives, and the rows it holds for."""

    heading: Heading
    columns: tuple[Column, ...]
    body: tuple[Line, ...]


def sections(
    own: Sequence[Line], heading: Heading, table: TableName, corrections: Corrections
) -> tuple[tuple[Line, ...], tuple[Section, ...]]:
    """Split a table below its first heading wherever other headings stand; return the rows above the heading that are
    titles, and the sections. A dated row above the heading belongs to the first section.
    """
    fixed = fixed_columns(table, corrections)
    cut = list(_cuts(own, heading)) if heading.rows else []
    starts = [heading, *cut]
    ends = [other.first_line for other in cut] + [len(own)]
    found = []
    for at, (one, end) in enumerate(zip(starts, ends, strict=True)):
        body = tuple(own[one.begins : end])
        columns = recognise(one.words, body, fixed)
        if at == 0:
            early = _dated_rows(own[: heading.first_line], columns)
            body = (*early, *body)
        found.append(Section(one, columns, body))
    kept = {line.number for line in found[0].body}
    titles = tuple(line for line in own[: heading.first_line] if line.number not in kept)
    return titles, tuple(found)


def fixed_columns(name: TableName, corrections: Corrections) -> dict[str, Meaning]:
    """Return what a person said about the columns of this table: column key to meaning."""
    return {fix.heading: fix.meaning for fix in corrections.columns if fix.table is None} | {
        fix.heading: fix.meaning for fix in corrections.columns if fix.table == name
    }


def inherited(own: Sequence[Line], above: Section, table: TableName, corrections: Corrections) -> Section | None:
    """Take over the headings of the table above when the columns hold the same kinds of things, else None."""
    size = max((line.filled[-1] + 1 for line in own), default=0)
    words = above.heading.words
    if size > len(words) or (size < len(words) - 1 and not any(len(line.row.cells) == len(words) for line in own)):
        return None
    mine = recognise(("",) * len(words), own)
    day = next((column.index for column in above.columns if column.meaning in DAYS), None)
    elsewhere = any(column.meaning in DAYS for column in mine) or (
        day is not None and any(line.text(day) for line in own)
    )
    if day is not None and mine[day].meaning not in DAYS and elsewhere:
        return None
    said = {column.key: column.meaning for column in above.columns} | fixed_columns(table, corrections)
    columns = tuple(
        replace(new, confidence=old.confidence, why="The table above has this column here")
        for new, old in zip(recognise(words, own, said), above.columns, strict=True)
    )
    return Section(Heading((), words, 0), columns, tuple(own))


def _cuts(own: Sequence[Line], heading: Heading) -> Iterator[Heading]:
    """Yield the headings lower down that differ from the one in force."""
    words = {plain(word) for word in heading.words if word}
    place = heading.begins
    while place < len(own):
        if _is_other_heading(own[place], words):
            other = heading_at(own, place)
            words = {plain(word) for word in other.words if word}
            yield other
            place = other.begins
        else:
            place += 1


def _is_other_heading(line: Line, words: set[str]) -> bool:
    """True for a row of known headings, one of them of days, that does not merely repeat those in force."""
    first = line.texts[line.filled[0]]
    if len(line.filled) < 2 or any(character.isdigit() for character in first) or line.single:
        return False
    texts = [line.texts[index] for index in line.filled]
    if any(len(text) > _LONGEST_HEADING for text in texts):
        return False
    known = sum(is_heading_word(text) for text in texts)
    if known < _MOST * len(texts) or sum(plain(text) in words for text in texts) > _SAME * len(texts):
        return False
    found = [meaning for text in texts for meaning in meanings(text)]
    return any(meaning in DAYS for meaning in found) and (Meaning.EVENT in found or len(texts) > 2)


def _dated_rows(above: Sequence[Line], columns: Sequence[Column]) -> tuple[Line, ...]:
    """Rows above the heading that are plainly entries: a day in the date column and words in the event column."""
    day = next((column.index for column in columns if column.meaning in DAYS), None)
    events = [column.index for column in columns if column.meaning is Meaning.EVENT]
    if day is None:
        return ()
    return tuple(
        line
        for line in above
        if (typed_day(line, day) is not None or is_day(line.text(day)))
        and any(len(line.text(index)) > 5 for index in events)
    )
