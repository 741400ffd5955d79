"""Checks on a row's cells: what is missing, and what its dates say of one another (5.2, 1 to 8)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from threadline.domain.chronology.checks.values import Finding, Line, Rules, Setting
from threadline.domain.chronology.checks.wordings import has
from threadline.domain.chronology.entries import Meaning
from threadline.domain.dates import Precision, Problem
from threadline.domain.dates.working_days import in_words

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)


def missing_parts(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """1: a row without its date, its event or its source.

    In a file that has no column for the source the file is asked about it once, by 29, and not row by row.
    """
    bare = {file for file, known in setting.columns.items() if Meaning.SOURCE not in known}
    for line in lines:
        parts = (
            ("date", line.when.text.strip() or line.date_text.strip()),
            ("account of what happened", line.text.strip()),
            ("source", line.said(Meaning.SOURCE) or line.file in bare),
        )
        empty = [name for name, said in parts if not said]
        if empty:
            yield Finding("missing-parts", (line.id,), f"This row has no {' and no '.join(empty)}.", mark_of(line))


def vague_source(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """2: a source that says "records" and names no document."""
    vague = frozenset(rules.words["vague-sources"])
    for line in lines:
        source = line.said(Meaning.SOURCE)
        if source and " ".join(re.findall(r"[a-z]+|\d+", source.casefold())) in vague:
            yield Finding(
                "vague-source", (line.id,), f"The source says “{source}”. Which record or document is it in?",
                mark_of(line),
            )  # fmt: skip


def outside_period(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """3: a date that is no date, or lies outside the period under review."""
    for line in lines:
        given = line.date_text or line.when.text
        if given and line.when.problem in (Problem.IMPOSSIBLE, Problem.NOT_A_DATE, Problem.FUTURE):
            said = f"“{given}” cannot be the date of this event."
        elif line.last is not None and line.last < setting.first:
            said = f"This is before the period under review, which begins on {in_words(setting.first)}."
        elif line.first is not None and line.first > setting.last:
            said = f"This is after the period under review, which ends on {in_words(setting.last)}."
        else:
            continue
        yield Finding("outside-period", (line.id,), said, mark_of(line))


def doubt_hidden(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """4: the row says its date is not certain, and the date cell does not."""
    for line in lines:
        plain = line.when.precision is Precision.EXACT and line.when.qualifier is None
        if plain and line.first and has(line.everything, rules.words["date-doubts"]):
            yield Finding(
                "doubt-hidden", (line.id,),
                "The row says that the date is uncertain, and gives an exact one. Between which days was it?",
                mark_of(line),
            )  # fmt: skip


def out_of_order(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """5: a row dated earlier than the row above it, in a file that otherwise runs one way."""
    for file in sorted({line.file for line in lines if line.file}):
        rows = sorted((line for line in lines if line.file == file), key=lambda line: line.ordinal)
        exact = [line for line in rows if line.when.precision is Precision.EXACT and line.first]
        pairs = list(pairwise(exact))
        back = [(above, line) for above, line in pairs if _day(line) < _day(above)]
        if len(back) * 2 > len(pairs):
            back = [(above, line) for above, line in pairs if _day(line) > _day(above)]
        for above, line in back:
            said = f"The row above is dated {in_words(_day(above))}. Is one of the two dates wrong?"
            yield Finding("out-of-order", (above.id, line.id), said, mark_of(line))


def _day(line: Line) -> date:
    return line.first or date.min


def weekday_wrong(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """6: the weekday written beside a date is not that date's."""
    for line in lines:
        written = _WEEKDAY.search(line.date_text or line.when.text)
        if not written or line.first is None or line.first != line.last:
            continue
        actual = DAYS[line.first.weekday()]
        if not actual.startswith(written[1].casefold()[:3]):
            said = f"{in_words(line.first)} was a {actual.capitalize()}; the row says {written[0]}. Which is right?"
            yield Finding("weekday-wrong", (line.id,), said, mark_of(line))


def late_entry(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """7: an event written down more than so many days after it happened."""
    for line in lines:
        written = line.recorded.earliest if line.recorded else None
        if written is None or line.last is None or line.first != line.last:
            continue
        after = (written - line.last).days
        if after > rules.limits["late-entry-days"]:
            said = f"It was written down {after} days after it happened. Was it from notes made at the time?"
            yield Finding("late-entry", (line.id,), said, mark_of(line))


def recorded_before(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """8: an event dated after the day on which it was written down."""
    for line in lines:
        written = line.recorded.latest if line.recorded else None
        if written is not None and line.first is not None and line.first > written:
            said = f"It was written down on {in_words(written)}, before the day it is dated. Which day is right?"
            yield Finding("recorded-before", (line.id,), said, mark_of(line))


def mark_of(line: Line) -> str:
    """What tells a row from others whatever file it stands in: its date and words."""
    return f"{line.when.text}|{' '.join(line.text.split())}"
