"""A chronology written as running text: each paragraph that opens with a date begins an entry, what follows belongs to
it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from threadline.domain.chronology.corrections import RowFix
from threadline.domain.chronology.days import Days, Given
from threadline.domain.chronology.entries import Entry, LeftOut, Place, TableName, Why
from threadline.domain.chronology.kinds_of_row import is_instruction, of_single_text
from threadline.domain.chronology.opening import after_opening, opening_day
from threadline.domain.chronology.periods import period_in
from threadline.domain.chronology.table_rows import SENTENCES

_FEWEST = 3
_NO_FIX = RowFix(table="", row=0)
_LONGEST_HEADING = 70
_SENTENCE_ENDS = (".", "!", "?", ";", ",", "”", '"')


@dataclass(slots=True)
class _Open:
    """An entry whose paragraphs are still coming in."""

    number: int
    day: str
    texts: list[str]
    numbers: list[int]

    def go_on(self, number: int, text: str) -> None:
        """Add a paragraph that tells more of it."""
        self.texts.append(text)
        self.numbers.append(number)


def reads_as_list(texts: Sequence[str]) -> bool:
    """True when enough paragraphs open with a date for the text to be a chronology."""
    filled = [text for text in texts if text.strip()]
    dated = sum(bool(opening_day(text)) for text in filled)
    return dated >= _FEWEST or (dated > 0 and dated * 3 >= len(filled))


def read_paragraphs(
    file: str, table: TableName, texts: Sequence[tuple[int, str]], days: Days, agency: str, fixes: Mapping[int, RowFix]
) -> Iterator[Entry | LeftOut]:
    """Yield entries and left-out paragraphs in order; `texts` are (paragraph number, words), blank ones passed over."""
    opened: _Open | None = None
    for number, text in texts:
        fix = fixes.get(number, _NO_FIX)
        day = "" if fix.leave_out else opening_day(text)
        why = _why_apart(text, day, fix, days, opened)
        if why is None and opened is not None and not day and not fix.take_in:
            opened.go_on(number, text)
            continue
        if opened is not None:
            yield _entry(file, table, opened, days, agency, fixes.get(opened.number))
        opened = _Open(number, day, [text], [number]) if why is None else None
        if why is not None:
            _enter(text, days, why)
            yield LeftOut(Place(file, table, number), why, SENTENCES[why], (("", text),))
    if opened is not None:
        yield _entry(file, table, opened, days, agency, fixes.get(opened.number))


def _why_apart(text: str, day: str, fix: RowFix, days: Days, opened: _Open | None) -> Why | None:
    """Say why a paragraph is no part of an entry; None when it opens one or goes on with the one above."""
    if fix.leave_out:
        return Why.BY_HAND
    if fix.take_in:
        return None
    return _time_heading(text, days) if day else _judged(text, days, opened)


def _enter(text: str, days: Days, why: Why) -> None:
    period = period_in(text, days.period) if why is Why.PERIOD_HEADING else None
    if period is not None:
        days.enter(period)


def _time_heading(text: str, days: Days) -> Why | None:
    """A paragraph that is only a month or a year heads what follows; a whole day alone opens an entry told below it."""
    period = period_in(text, days.period)
    return Why.PERIOD_HEADING if period is not None and not period.is_day else None


def _judged(text: str, days: Days, opened: _Open | None) -> Why | None:
    """Say why an undated paragraph stands apart; None when it goes on telling the entry above."""
    if period_in(text, days.period) is not None:
        return Why.PERIOD_HEADING
    why = of_single_text(text, in_event=True, spans=False)
    if why is not None:
        return why
    if opened is None:
        return Why.NOTE if is_instruction(text) or len(text) > _LONGEST_HEADING else Why.TITLE
    heading = (
        len(text) <= _LONGEST_HEADING
        and not text.endswith(_SENTENCE_ENDS)
        and not text.startswith(("•", "-", "–", "*"))
    )
    told = len(opened.texts) > 1 or bool(after_opening(opened.texts[0]))
    return Why.SECTION if heading and told and len(text.split()) <= 8 else None


def _entry(file: str, table: TableName, opened: _Open, days: Days, agency: str, fix: RowFix | None) -> Entry:
    moment = days.read(Given(text=opened.day), fix)
    words = "\n".join(opened.texts)
    return Entry(
        place=Place(file, table, opened.number),
        agency=agency,
        when=moment.when,
        date_text=opened.day,
        description=words,
        cells=(("", words),),
        attention=moment.attention,
        assumed=moment.assumed,
        rows=tuple(opened.numbers),
        fields=(),
        changed=("date",) if fix is not None and fix.sets_date else (),
    )
