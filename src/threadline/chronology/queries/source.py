"""The source of one entry: the agency's own row and its neighbours, how its date was read, who changed what."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.scope import review_scope
from threadline.access.within import Standing, visible_within
from threadline.accounts.models import User
from threadline.chronology.models import (
    Correction,
    FactMark,
    Note,
    QuestionRow,
    Rewording,
    Row,
    Sharing,
    TypedChange,
)
from threadline.chronology.queries.aids import beside_of
from threadline.chronology.queries.beside import notes
from threadline.chronology.queries.known import sharings
from threadline.chronology.queries.questions import Line, of_row
from threadline.chronology.queries.rows import RowLine, explained, line_of
from threadline.database.compiled import compiled
from threadline.reviews.models import Review
from threadline.ui.words import moment

NEAR = 2
MORE = ("corrections", "aids", "notes", "sharings", "questions")


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry comes from, ready to be shown."""

    row: Row
    line: RowLine
    where: str
    near: tuple[RowLine, ...]
    explained: str
    said: tuple[str, ...]
    typed: str
    earlier: tuple[TypedChange, ...]
    may_open_file: bool
    may_correct: bool
    may_change: bool
    viewer: User
    notes: tuple[Note, ...]
    told: tuple[Sharing, ...]
    may_note: bool
    may_share: bool
    may_link: bool
    may_mark: bool
    questions: tuple[Line, ...]
    may_ask: bool
    may_aid: bool


def entry(*, review: UUID, row: UUID) -> Row | None:
    """An entry of the review with all that its own page tells of it; `has_…` say what more there is to ask for."""
    return next(iter(_entry(review=review, row=row)), None)


@compiled(review=UUID, row=UUID)
def _entry(review: UUID, row: UUID) -> QuerySet[Row]:
    here: dict[str, Any] = {"row": OuterRef("pk")}
    corrected: dict[str, Any] = {name: OuterRef(name) for name in ("file", "table", "number")}
    with review_scope(Review(pk=review)):
        return (
            Row.objects.select_related("review__board", "agency", "file__document", "file__review", "typed__by")
            .annotate(
                has_corrections=Exists(Correction.objects.filter(**corrected)),
                has_aids=Exists(FactMark.objects.filter(**here)) | Exists(Rewording.objects.filter(**here)),
                has_notes=Exists(Note.objects.filter(**here)),
                has_sharings=Exists(Sharing.objects.filter(**here)),
                has_questions=Exists(QuestionRow.objects.filter(**here)),
            )
            .filter(is_entry=True, pk=row)
        )


def source(*, row: Row, viewer: User) -> Source:
    """The source of an entry that the viewer may see. `row` comes from `entry`."""
    line, standing = line_of(row), Standing(viewer, row.review)
    more = {name for name in MORE if getattr(row, f"has_{name}")}
    file = row.file
    reads_all = standing.may(Permission.CHRONOLOGY_READ)
    typed = getattr(row, "typed", None)
    where = f"{file.name}, {line.place[:1].lower()}{line.place[1:]}" if file else "Typed by hand"
    return Source(
        row=row,
        line=line,
        where=where,
        near=_near(row, viewer),
        explained=explained(row),
        said=(*(_said(row) if "corrections" in more else ()), *(beside_of(row, viewer) if "aids" in more else ())),
        typed=f"Typed by {typed.by} on {moment(typed.at)}." if typed else "",
        earlier=tuple(TypedChange.objects.filter(entry=typed).select_related("by")) if typed else (),
        may_open_file=bool(file and may(viewer, Permission.TIMELINE_READ, file)),
        may_correct=bool(file and may(viewer, Permission.TIMELINE_CHECK, file)),
        may_change=bool(typed and row.live and may(viewer, Permission.ENTRY_WRITE, row)),
        viewer=viewer,
        notes=tuple(notes(standing, viewer).filter(row=row.pk)) if "notes" in more else (),
        told=tuple(each for each in sharings(row) if each.back_at is None) if reads_all and "sharings" in more else (),
        may_note=standing.may(Permission.NOTE_WRITE),
        may_share=standing.may(Permission.SHARING_WRITE),
        may_link=standing.may(Permission.EVENT_LINK),
        may_mark=standing.may(Permission.KEY_EVENT_WRITE),
        questions=tuple(of_row(row=row.pk, review=row.review, viewer=viewer)) if "questions" in more else (),
        may_ask=row.live and may(viewer, Permission.QUESTION_ASK, row),
        may_aid=row.live and may(viewer, Permission.AID_WRITE, row),
    )


def _near(row: Row, viewer: User) -> tuple[RowLine, ...]:
    """The row's neighbours in the file, those of them that the viewer may see."""
    if row.file_id is None:
        return ()
    around = (max(row.ordinal - NEAR, 0), row.ordinal + NEAR)
    found = Row.objects.filter(file=row.file_id, ordinal__range=around).exclude(pk=row.pk)
    found = found.order_by("ordinal")
    return tuple(map(line_of, visible_within(viewer, Permission.ENTRY_READ, found, row.review)))


def _said(row: Row) -> tuple[str, ...]:
    """What people said about the row, oldest first."""
    if row.file_id is None:
        return ()
    kept = Correction.objects.filter(file=row.file_id, table=row.table, number=row.number).select_related("by")
    return tuple(
        f"{each.by} {each.sentence} on {moment(each.at)}." + (f" Reason: {each.because}" if each.because else "")
        for each in kept
    )
