"""Which of a file's tables are its chronology, how each is laid out, and what the others are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from threadline.domain.chronology.columns import DAYS
from threadline.domain.chronology.corrections import Corrections
from threadline.domain.chronology.entries import Column, Meaning
from threadline.domain.chronology.evidence import profile
from threadline.domain.chronology.forms import Form, in_pairs, with_labels
from threadline.domain.chronology.grid import Table
from threadline.domain.chronology.layout import find_heading, no_heading
from threadline.domain.chronology.lines import Line, lines
from threadline.domain.chronology.paragraphs import reads_as_list
from threadline.domain.chronology.periods import Period, period_in
from threadline.domain.chronology.sections import Section, inherited, sections
from threadline.domain.chronology.turned import turn
from threadline.domain.chronology.verdicts import LOOKS_LIKE, verdict, what_else

_HALF = 0.5
_NEARLY_ALL = 0.8
_CERTAIN = 0.85
_GUIDANCE_SHEET = re.compile(
    r"(?:worked |sample )?(?:example|guidance|guidelines|instructions?|how to complete|template|sample|read ?me"
    r"|look ?ups?|drop ?downs?)s?"
    r"\b.{0,25}",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?:.{0,60}\b)?(?:example|sample (?:entry|row))s?(?: (?:below|entry|entries|rows?))?\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One table, looked at: its lines, its layout if it reads as a chronology (`layout` empty if not), and why.

    `clear` when the day and the event columns are beyond doubt; a doubtful table counts only where no clear one
    stands. `titles` are the lines above the headings. `forms` are the events it would hold if it were a form of labels
    and answers.
    """

    table: Table
    lines: tuple[Line, ...]
    layout: str = ""
    why: str = ""
    titles: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = ()
    forms: tuple[Form, ...] = ()
    clear: bool = False
    whole: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of every section, those of a later section where they are not named in an earlier one."""
        found: dict[str, Column] = {}
        for section in self.sections:
            for column in section.columns:
                found.setdefault(column.key, column)
        return tuple(found.values())

    @property
    def heading_rows(self) -> tuple[int, ...]:
        """The numbers of the rows that are headings."""
        return tuple(row for section in self.sections for row in section.heading.rows)


def look(table: Table, corrections: Corrections, above: Candidate | None) -> Candidate:
    """Judge one table by itself; `above` is the chronology table before it, whose headings it may continue."""
    own = lines(table)
    if not own:
        return Candidate(table, own, why="It is empty")
    said = next((fix.take_in for fix in corrections.tables if fix.table == table.name), None)
    if said is False:
        return Candidate(table, own, why="A person said that it is not a chronology")
    if all(line.filled == (0,) for line in own) and reads_as_list([line.texts[0] for line in own]):
        return Candidate(table, own, "paragraphs", "Its lines open with dates", clear=True)
    turned = turn(table, own)
    if turned is not None:
        across = _by_rows(turned, lines(turned), corrections, None, said is True)
        if across.layout:
            return replace(across, layout="columns", clear=True)
    labelled = in_pairs(own, known=_HALF)
    if labelled and not said:
        return Candidate(table, own, why="It has labels and answers, not rows of events", forms=labelled)
    found = _by_rows(table, own, corrections, above, said is True)
    if found.layout and found.clear:
        return found
    if found.why.startswith(LOOKS_LIKE):
        return found
    return replace(found, forms=in_pairs(own) or with_labels(own))


def _is_example(one: Candidate) -> bool:
    """True for a table that stands on a sheet of examples or guidance, or right below such words."""
    if isinstance(one.table.name, str) and _GUIDANCE_SHEET.fullmatch(one.table.name):
        return True
    above = [text for text in one.table.before if text.strip()][-1:]
    titles = [line.single for line in one.titles if line.single]
    return any(_EXAMPLE.fullmatch(text.strip()) for text in (*above, *titles))


def choose(candidates: Sequence[Candidate], corrections: Corrections) -> tuple[Candidate, ...]:
    """Keep the clear chronologies, and doubtful ones only where there is no clear one; a table a person took in always
    counts.
    """
    taken_in = {fix.table for fix in corrections.tables if fix.take_in}
    real = [one for one in candidates if one.layout and one.clear and not _is_example(one)]
    return tuple(
        one if not one.layout or not real or one in real or one.table.name in taken_in else _not_after_all(one)
        for one in candidates
    )


def _not_after_all(one: Candidate) -> Candidate:
    words = one.sections[0].heading.words if one.sections else ()
    example = "It is an example or guidance" if _is_example(one) else ""
    why = example or what_else(words) or "It stands beside the chronology"
    return replace(one, layout="", sections=(), titles=(), why=why)


def standing_over(table: Table, titles: Sequence[Line]) -> Period | None:
    """The time that a table's last title, the paragraph above it or its sheet's name gives to its rows, if any does."""
    said = [line.single for line in titles if line.single]
    before = [text for text in table.before if text.strip()]
    for text in (*said[-1:], *before[-1:], table.name):
        period = period_in(text) if isinstance(text, str) else None
        if period is not None and not period.is_day:
            return period
    return None


def _in_one_month(section: Section) -> Section:
    """A section whose month stands above it: a column of bare numbers from 1 to 31 is then its column of days."""
    if any(column.meaning is Meaning.MONTH for column in section.columns):
        return section
    for column in section.columns:
        if column.meaning in (*DAYS, Meaning.DAY) and profile(section.body, column.index).day_numbers >= _NEARLY_ALL:
            why = "It holds days of the month that stands above the table"
            day = replace(column, meaning=Meaning.DATE, confidence=max(column.confidence, _CERTAIN), why=why)
            return replace(section, columns=tuple(day if each is column else each for each in section.columns))
    return section


def _by_rows(
    table: Table, own: tuple[Line, ...], corrections: Corrections, above: Candidate | None, said: bool
) -> Candidate:
    chosen = next((fix.row for fix in corrections.headings if fix.table == table.name), None)
    heading = find_heading(own, chosen)
    if (
        heading is None
        and above is not None
        and above.sections
        and above.sections[-1].heading.rows + above.sections[0].heading.rows
    ):
        section = inherited(own, above.sections[-1], table.name, corrections)
        if section is not None:
            return Candidate(table, own, "rows", "It goes on from the table above", (), (section,), clear=above.clear)
    titles, parts = sections(own, heading or no_heading(own), table.name, corrections)
    period = standing_over(table, titles)
    one_month = period is not None and period.is_one_month
    if one_month:
        parts = tuple(map(_in_one_month, parts))
    layout, clear, why = verdict(parts[0].heading, parts[0].columns, parts[0].body, one_month=one_month)
    if said and not layout:
        layout, why = "rows", "A person said that it is a chronology"
    return Candidate(table, own, layout, why, titles, parts, clear=clear or said)
