"""Which small tables of a document are forms of one event each, and what their labels mean."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from threadline.domain.chronology.columns import DAYS, recognise
from threadline.domain.chronology.corrections import Corrections
from threadline.domain.chronology.entries import Column, Meaning
from threadline.domain.chronology.evidence import is_day
from threadline.domain.chronology.forms import Form
from threadline.domain.chronology.grid import EMPTY, Cell, Row, Table
from threadline.domain.chronology.layout import Heading
from threadline.domain.chronology.lines import Line, lines, typed_day
from threadline.domain.chronology.sections import Section, fixed_columns
from threadline.domain.chronology.tables import Candidate
from threadline.domain.chronology.verdicts import CLEAR

_WHY = "Each entry is a form of its own"
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Held:
    """One form, the candidate it stands in, and its answers as a line under the labels of all forms."""

    at: int
    form: Form
    line: Line


def take_forms(candidates: Sequence[Candidate], corrections: Corrections) -> tuple[Candidate, ...]:
    """Return the candidates, with those that are forms of events made into chronologies of one section for each table.

    Forms count when their labels include a day and an event and at least half of them have a day; a single form only
    where the document has no other chronology, and labels that are new to us only where several forms share them.
    """
    possible = [at for at, one in enumerate(candidates) if one.forms and not (one.layout and one.clear)]
    groups = Counter(form.labels for at in possible for form in candidates[at].forms)
    headings = _labels(candidates, possible)
    if not headings:
        return tuple(candidates)
    held = _held(candidates, possible, headings)
    columns = recognise(headings, [one.line for one in held], fixed_columns("", corrections))
    told = {one.at for one in held if _tells(one, columns, groups)}
    forms = [one for one in held if one.at in told and _tells(one, columns, groups)]
    dated = sum(_has_day(one.line, columns) for one in forms)
    alone = not any(one.layout and one.clear for one in candidates)
    if not forms or dated < _HALF * len(forms) or (len(forms) == 1 and not alone):
        return tuple(candidates)
    return tuple(_taken(one, at, forms, headings, columns) for at, one in enumerate(candidates))


def _labels(candidates: Sequence[Candidate], possible: Sequence[int]) -> list[str]:
    """The labels of all forms in the order they are met, each once, as first written."""
    written: dict[str, str] = {}
    for at in possible:
        for form in candidates[at].forms:
            for answer in form.answers:
                written.setdefault(answer.label.casefold(), answer.label)
    return list(written.values())


def _held(candidates: Sequence[Candidate], possible: Sequence[int], headings: Sequence[str]) -> list[_Held]:
    """Each form as one line whose cells stand under the labels of all forms, typed values kept."""
    found: list[_Held] = []
    for at in possible:
        one = candidates[at]
        for form in one.forms:
            cells = {
                answer.label.casefold(): _cell(one, answer.place, answer.index, answer.text) for answer in form.answers
            }
            number = 1 if len(one.forms) == 1 else form.first
            hidden = any(line.hidden for line in one.lines if line.number in form.rows)
            row = Row(number, tuple(cells.get(heading.casefold(), EMPTY) for heading in headings), hidden)
            found.extend(_Held(at, form, line) for line in lines(Table(one.table.name, (row,))))
    return found


def _cell(one: Candidate, place: int, index: int | None, text: str) -> Cell:
    cells = one.lines[place].row.cells
    value = cells[index].value if index is not None and index < len(cells) else text
    return Cell(text, value)


def _tells(one: _Held, columns: Sequence[Column], groups: Counter[tuple[str, ...]]) -> bool:
    """True when a form has a label for the day and the words of an event, and its labels are known or shared by
    others.
    """
    labelled = {column.meaning for column in columns if column.heading.casefold() in one.form.labels}
    words = any(one.line.text(column.index) for column in columns if column.meaning is Meaning.EVENT)
    known = any(column.meaning is Meaning.EVENT and column.confidence >= CLEAR for column in columns)
    return bool(labelled & {*DAYS, Meaning.RECORDED}) and words and (known or groups[one.form.labels] > 1)


def _has_day(line: Line, columns: Sequence[Column]) -> bool:
    days = [column.index for column in columns if column.meaning in DAYS]
    return any(typed_day(line, index) is not None or is_day(line.text(index)) for index in days)


def _taken(
    one: Candidate, at: int, forms: Sequence[_Held], headings: Sequence[str], columns: tuple[Column, ...]
) -> Candidate:
    mine = [held for held in forms if held.at == at]
    if not mine:
        return replace(one, forms=())
    labels = {label for held in mine for label in held.form.labels}
    used = tuple(column for column in columns if column.heading.casefold() in labels)
    section = Section(Heading((), tuple(headings), 0), used, tuple(held.line for held in mine))
    return replace(
        one,
        layout="forms",
        why=_WHY,
        sections=(section,),
        titles=(),
        forms=tuple(held.form for held in mine),
        clear=True,
    )
