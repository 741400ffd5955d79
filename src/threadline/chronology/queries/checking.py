"""One file as it is checked: what was read, what needs a person, which column is which, what was left out."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.access.within import visible_within
from threadline.accounts.models import User
from threadline.chronology.models import AgencyFile, Correction, Row
from threadline.chronology.queries.blocking import blockers, in_doubt
from threadline.chronology.queries.rows import RowLine, line_of
from threadline.chronology.records import table_name
from threadline.chronology.wording import LAYOUTS, sure_words, table_words
from threadline.domain.chronology.entries import Meaning
from threadline.reviews.models import ContributingAgency
from threadline.ui.words import plural, sentence

State = AgencyFile.State
SHOWN = 10


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column as it was understood. `field` names its control in the form."""

    field: str
    key: str
    heading: str
    meaning: Meaning
    sure: str
    doubtful: bool
    why: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """One table as it was understood. `index` is its place in the file."""

    index: int
    name: str
    title: str
    told: str
    taken: bool
    heading_row: int
    columns: tuple[ColumnLine, ...]

    @property
    def doubtful(self) -> bool:
        """Whether a person should confirm one of its columns."""
        return any(column.doubtful for column in self.columns)


@dataclass(frozen=True, slots=True)
class Rival:
    """An accepted file of the same agency, and how many of this file's entries it has as well."""

    file: AgencyFile
    shared: int
    of: int

    @property
    def likely(self) -> bool:
        """Whether this file is probably a corrected version of it."""
        return self.of > 0 and self.shared >= self.of / 2


@dataclass(frozen=True, slots=True)
class Check:
    """Everything on the page of one file."""

    file: AgencyFile
    sentence: str
    notes: tuple[str, ...]
    blockers: tuple[str, ...]
    asking: tuple[RowLine, ...]
    asking_count: int
    tables: tuple[TableBlock, ...]
    left_out: tuple[RowLine, ...]
    left_out_count: int
    entries: tuple[RowLine, ...]
    history: tuple[Correction, ...]
    rivals: tuple["Rival", ...]
    contributors: tuple[ContributingAgency, ...]
    may_correct: bool
    may_decide: bool
    may_withdraw: bool
    may_download: bool


def rows(*, file: AgencyFile, viewer: User) -> QuerySet[Row]:
    """A file's rows that a person may see, in the order of the file."""
    found = Row.objects.filter(file=file).order_by("ordinal")
    return visible_within(viewer, Permission.ENTRY_READ, found, file.review)


def check(*, file: AgencyFile, viewer: User) -> Check:
    """The page of one file, for someone who may see the file."""
    seen = rows(file=file, viewer=viewer)
    left_out, asking = seen.filter(is_entry=False), seen.filter(is_entry=True, asks=True)
    may_decide = may(viewer, Permission.TIMELINE_ACCEPT, file)
    return Check(
        file=file,
        sentence=summary_sentence(file),
        notes=_notes(file),
        blockers=tuple(blockers(file)) if file.state == State.TO_CHECK else (),
        asking=tuple(line_of(row) for row in asking[:SHOWN]),
        asking_count=asking.count(),
        tables=tuple(_table(index, each) for index, each in enumerate(file.summary.get("tables", ()))),
        left_out=tuple(line_of(row) for row in left_out[:SHOWN]),
        left_out_count=left_out.count(),
        entries=tuple(line_of(row) for row in seen.filter(is_entry=True)[:SHOWN]),
        history=tuple(Correction.objects.filter(file=file).select_related("by").order_by("-at", "-pk")[:20]),
        rivals=_rivals(file) if may_decide else (),
        contributors=_contributors(file, viewer) if may_decide else (),
        may_correct=may_correct(file=file, viewer=viewer),
        may_decide=may_decide,
        may_withdraw=may(viewer, Permission.TIMELINE_WITHDRAW, file),
        may_download=may(viewer, Permission.DOCUMENT_READ, file.document),
    )


def may_correct(*, file: AgencyFile, viewer: User) -> bool:
    """Whether a person may say how the file is to be read. One withdrawn or replaced stays as it is."""
    return file.state not in (State.WITHDRAWN, State.SUPERSEDED) and may(viewer, Permission.TIMELINE_CHECK, file)


def summary_sentence(file: AgencyFile) -> str:
    """ "37 rows: 34 read, 2 need you, 1 left out." """
    told = file.summary
    if "entries" not in told:
        return ""
    entries, asking, left_out = told["entries"], told["asking"], told["left_out"]
    parts = [f"{entries - asking:,} read"]
    if asking:
        parts.append(f"{asking:,} need{'s' if asking == 1 else ''} you")
    if told.get("noted"):
        parts.append(f"{told['noted']:,} of those read worth a look")
    parts.append(f"{left_out:,} left out")
    return f"{plural(entries + left_out, 'row')}: {', '.join(parts)}."


def _notes(file: AgencyFile) -> tuple[str, ...]:
    told = file.summary
    found = [*told.get("notes", ()), *(f"{each['sentence']} {each['remedy']}" for each in told.get("notices", ()))]
    if told.get("remembered_from"):
        found.insert(0, f"The columns are read as they were corrected in “{told['remembered_from']}”.")
    if told.get("interrupted"):
        found.append("The reading of this file was cut off and started again. All of its rows are here.")
    if told.get("undated"):
        found.append(
            f"{plural(told['undated'], 'entry has', 'entries have')} no date; they stand at the end of the chronology."
        )
    return tuple(found)


def _rivals(file: AgencyFile) -> tuple[Rival, ...]:
    """The accepted files of the same agency, beside which this one must be given its place."""
    agency = file.taken_as
    if agency is None or file.state != State.TO_CHECK:
        return ()
    accepted = AgencyFile.objects.filter(review=file.review_id, agency=agency, state=State.ACCEPTED).exclude(pk=file.pk)
    own = _sayings(file)
    return tuple(Rival(each, len(own & _sayings(each)), len(own)) for each in accepted.select_related("document"))


def _sayings(file: AgencyFile) -> set[tuple[Any, ...]]:
    """What a file's entries say and when, to tell a corrected version from a further file."""
    return set(Row.objects.filter(file=file, is_entry=True).values_list("earliest", "description"))


def _contributors(file: AgencyFile, viewer: User) -> tuple[ContributingAgency, ...]:
    asked = ContributingAgency.objects.filter(review=file.review_id).select_related("agency")
    return tuple(visible(viewer, Permission.SOURCES_READ, asked))


def _table(index: int, told: dict[str, Any]) -> TableBlock:
    name = table_name(told["table"])
    counted = f"{plural(told['entries'], 'entry', 'entries')}, {told['left_out']:,} left out"
    return TableBlock(
        index=index,
        name=told["table"],
        title=sentence(table_words(name)),
        told=f"{sentence(LAYOUTS.get(told['layout'], told['layout']))}: {counted}. {told['why']}.".replace("..", "."),
        taken=told["layout"] != "none",
        heading_row=(told["heading_rows"] or [0])[-1],
        columns=tuple(_column(each) for each in told["columns"]),
    )


def _column(told: dict[str, Any]) -> ColumnLine:
    return ColumnLine(
        field=f"column-{told['index']}",
        key=told["key"],
        heading=told["heading"] or told["key"],
        meaning=Meaning(told["meaning"]),
        sure=sure_words(told["confidence"]),
        doubtful=in_doubt(told),
        why=told["why"],
        samples=tuple(told["samples"]),
    )
