"""One row of a file in words: as the agency wrote it, what we made of it, and what is open about it."""

from dataclasses import dataclass

from threadline.chronology.models import Row
from threadline.chronology.queries.days import day_words, time_words
from threadline.chronology.records import Kept, table_name, when_of
from threadline.chronology.wording import MEANINGS, table_words
from threadline.domain import dates
from threadline.domain.chronology.entries import Act, Level
from threadline.ui.words import sentence


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to look at, and what to do about it."""

    sentence: str
    remedy: str
    ask: bool


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row ready to be shown."""

    row: Row
    place: str
    cells: tuple[tuple[str, str], ...]
    when: str
    time: str
    what: str
    others: tuple[tuple[str, str], ...]
    matters: tuple[Matter, ...]
    acts: tuple[Act, ...]
    why: str
    assumed: str
    changed: bool
    hidden: bool

    @property
    def short(self) -> str:
        """Where it stands in a file of one table: "Row 7"."""
        return f"Row {self.row.number}"

    @property
    def verbatim(self) -> str:
        """The whole row as one line."""
        return " · ".join(text for _, text in self.cells if text)


def line_of(row: Row) -> RowLine:
    """The row in words."""
    kept, when = Kept.of(row), when_of(row)
    matters = kept.attention
    return RowLine(
        row=row,
        place=place_words(row),
        cells=kept.cells,
        when=day_words(when) if row.is_entry else "",
        time=time_words(when.time_from, when.time_to),
        what=row.description,
        others=tuple((MEANINGS[meaning], text) for meaning, text in kept.fields if text and text != row.description),
        matters=tuple(Matter(each.sentence, each.remedy, each.level is Level.ASK) for each in matters),
        acts=tuple(dict.fromkeys(act for each in matters for act in each.acts)),
        why=kept.sentence,
        assumed=kept.assumed,
        changed=bool(kept.changed),
        hidden=kept.hidden,
    )


def place_words(row: Row) -> str:
    """ "Table 2, row 7"."""
    return sentence(f"{table_words(table_name(row.table))}, row {row.number}")


def explained(row: Row) -> str:
    """How the row's date was read, in a sentence or two, with what was taken from elsewhere."""
    kept = Kept.of(row)
    told = dates.explain(when_of(row)) if row.when_text.strip() else "The row gives no date."
    return f"{told} {kept.assumed}".strip()
