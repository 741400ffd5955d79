"""A chronology written as running text: each paragraph that opens with a date begins an entry, what follows belongs to it."""

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
_LONGEST_HEADING = 70
_SENTENCE_ENDS = (".", "!", "?", ";", ",", "”", '"')


@dataclass(slots=True)
class _Open:
    """An entry whose paragraphs are still coming in."""

    number: int
    day: str
    texts: list[str]
    numbers: list[int]


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
        fix = fixes.get(number)
        day = opening_day(text)
        if fix is not None and fix.leave_out:
            day, why = "", Why.BY_HAND
        elif day or (fix is not None and fix.take_in):
            why = _time_heading(text, days, opened) if day and not (fix and fix.take_in) else None
        else:
            why = _judged(text, days, opened)
        if why is None and not day and not (fix and fix.take_in) and opened is not None:
            opened.texts.append(text)
            opened.numbers.append(number)
            continue
        if opened is not None:
            yield _entry(file, table, opened, days, agency, fixes.get(opened.number))
            opened = None
        if why is not None:
            if why is Why.PERIOD_HEADING:
                _enter(text, days)
            yield LeftOut(Place(file, table, number), why, SENTENCES[why], (("", text),))
        else:
            opened = _Open(number, day, [text], [number])
    if opened is not None:
        yield _entry(file, table, opened, days, agency, fixes.get(opened.number))


def _enter(text: str, days: Days) -> None:
    period = period_in(text, days.period)
    if period is not None:
        days.enter(period)


def _time_heading(text: str, days: Days, opened: _Open | None) -> Why | None:
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
