"""The present view of the chronology as a file to send on, its filter stated."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from threadline.accounts.models import User
from threadline.chronology.models import AgencyFile, Row
from threadline.chronology.queries.names import Names
from threadline.chronology.queries.sources import files
from threadline.chronology.records import entry_of, left_out_of
from threadline.domain.chronology.entries import Entry, LeftOut
from threadline.domain.chronology.merge import Chronology, Placed, ReviewPeriod, Source
from threadline.domain.chronology.writers import View, write
from threadline.reviews.models import Review

BY_HAND = "typed by hand"
TYPES = {
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": ("CSV", "text/csv; charset=utf-8"),
    "json": ("JSON", "application/json"),
}


def chronology(*, rows: QuerySet[Row], review: Review, viewer: User, whole: bool) -> Chronology:
    """The entries of `rows`, already filtered by policy and view, as the domain's value.

    `whole` says that nothing is filtered: then the rows left out of the files go with it.
    """
    accepted = list(files(review=review, viewer=viewer).filter(state=AgencyFile.State.ACCEPTED))
    names = {file.pk: file.name for file in accepted}
    period = ReviewPeriod(review.period_from, review.period_to)
    placed = []
    for number, row in enumerate(rows.iterator(chunk_size=2000), 1):
        entry = entry_of(row, file=names.get(row.file_id, BY_HAND) if row.file_id else BY_HAND)
        placed.append(Placed(number, entry, period.holds(entry.when)))
    return Chronology(
        entries=tuple(placed),
        sources=tuple(map(_source, accepted)),
        left_out=tuple(_left_out(accepted, names)) if whole else (),
        period=period,
    )


def anonymised(found: Chronology, names: Names) -> Chronology:
    """The chronology with pseudonyms in place of the register's names, in every text that is written.

    The agencies' rows as they were written are not in it, nor the rows left out.
    """
    return replace(
        found,
        entries=tuple(replace(placed, entry=_renamed(placed.entry, names)) for placed in found.entries),
        sources=tuple(replace(each, file=names(each.file), digest="", notes=()) for each in found.sources),
        left_out=(),
    )


def _renamed(entry: Entry, names: Names) -> Entry:
    when = replace(entry.when, text=names(entry.when.text))
    recorded = replace(entry.recorded, text=names(entry.recorded.text)) if entry.recorded else None
    return replace(
        entry, place=replace(entry.place, file=names(entry.place.file)), when=when, recorded=recorded, cells=(),
        date_text=names(entry.date_text), time_text=names(entry.time_text), description=names(entry.description),
        fields=tuple((meaning, names(text)) for meaning, text in entry.fields), attention=(), assumed="",
    )  # fmt: skip


def _left_out(accepted: Sequence[AgencyFile], names: dict[UUID, str]) -> list[LeftOut]:
    kept = Row.objects.filter(file__in=accepted, is_entry=False).order_by("file__document__name", "ordinal")
    return [left_out_of(row, file=names[row.file_id]) for row in kept if row.file_id]


def _source(file: AgencyFile) -> Source:
    told = file.summary
    return Source(
        file=file.name, kind=told.get("kind", ""), digest=file.digest, agency=str(file.agency or ""),
        entries=told.get("entries", 0), left_out=told.get("left_out", 0), notes=tuple(told.get("notes", ())),
    )  # fmt: skip


def written(found: Chronology, kind: str, *, review: Review, filters: Sequence[str]) -> bytes:
    """The chronology as bytes of one of `TYPES`, headed by the review's reference and what the view was filtered to."""
    return write(found, kind, View(f"Merged chronology, review {review.reference}", tuple(filters)))
