"""The present view of the chronology as a file to send on: its filter stated, and with it all that the screen shows.

What a person notes for themselves is never in a file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from uuid import UUID

from threadline.chronology.models import AgencyFile, KeyEvent, Row
from threadline.chronology.queries.beside import Event, is_private
from threadline.chronology.queries.days import day_words
from threadline.chronology.queries.merged import SLIM, Slim
from threadline.chronology.queries.names import Names, signed
from threadline.chronology.queries.page import Chosen, early_history, setting_of
from threadline.chronology.queries.sources import files
from threadline.chronology.queries.timeline import Setting, shown
from threadline.chronology.records import entry_of, left_out_of
from threadline.domain.chronology.beside import About, Said
from threadline.domain.chronology.entries import Entry, LeftOut
from threadline.domain.chronology.merge import Chronology, Placed, ReviewPeriod, Source
from threadline.domain.chronology.writers import KeyPoint, View, write

BY_HAND, AT_ONCE = "typed by hand", 1000
TYPES = {
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "pdf": ("PDF", "application/pdf"),
    "csv": ("CSV", "text/csv; charset=utf-8"),
    "json": ("JSON", "application/json"),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A view as the domain's value, and the abbreviations that its entries use, with what they mean."""

    chronology: Chronology
    abbreviations: Mapping[str, str]


def exported(chosen: Chosen) -> Exported:
    """Everything that a view lets through. With nothing filtered, the rows left out of the files go with it."""
    review = chosen.review
    accepted = list(files(review=review, viewer=chosen.viewer).filter(state=AgencyFile.State.ACCEPTED))
    names = {file.pk: file.name for file in accepted}
    period = ReviewPeriod(review.period_from, review.period_to)
    placed: list[Placed] = []
    events: dict[UUID, tuple[int, Event]] = {}
    abbreviations: dict[str, str] = {}
    rows = chosen.rows.iterator(chunk_size=AT_ONCE)
    while several := list(islice(rows, AT_ONCE)):
        slim = [_slim(row) for row in several]
        setting = setting_of(chosen, slim, first=None, whole=True)
        for row, each in zip(several, slim, strict=True):
            number = len(placed) + 1
            entry = entry_of(row, file=names.get(row.file_id, BY_HAND) if row.file_id else BY_HAND)
            placed.append(Placed(number, entry, period.holds(entry.when), tuple(_beside(each, setting))))
            if event := setting.beside.events.get(row.pk):
                events[row.pk] = (number, event)
        abbreviations |= setting.explained
    found = Chronology(
        entries=tuple(_together(placed, events, chosen)),
        sources=tuple(map(_source, accepted)),
        left_out=tuple(_left_out(accepted, names)) if chosen.filters.none else (),
        period=period,
    )
    return Exported(
        anonymised(found, chosen.names) if chosen.filters.anonymised else found, dict(sorted(abbreviations.items()))
    )


def _slim(row: Row) -> Slim:
    return Slim(*(getattr(row, name) for name in SLIM))


def _beside(entry: Slim, setting: Setting) -> Iterator[Said]:
    """What the screen shows beside an entry, but for the reader's own notes and the other accounts of its event."""
    told, names = shown(entry, setting), setting.names
    for mark in told.marks:
        yield Said(About.MARK, mark)
    if told.key is not None:
        standing = "confirmed" if told.key.state == KeyEvent.State.CONFIRMED else "proposed"
        yield Said(About.KEY_EVENT, f"{told.key_title} ({standing})")
    for words in told.said:
        yield Said(About.FACT, words)
    if order := setting.aids.orders.get((entry.earliest, entry.latest)):
        yield Said(About.ORDER, names(order))
    for note in setting.beside.notes.get(entry.id, ()):
        if not is_private(note):
            yield Said(About.NOTE, f"Note for the panel{signed(note.by, names)}: {names(note.text)}")


def _together(
    placed: Sequence[Placed], events: Mapping[UUID, tuple[int, Event]], chosen: Chosen
) -> Iterator[Placed]:  # fmt: skip
    """The entries with the other accounts of their events, each by its number where the view lets it through."""
    agencies = {each.agency_id: each.agency.name for each in chosen.contributors}
    numbers = {row: number for row, (number, _) in events.items()}
    of_event = {number: (row, event) for row, (number, event) in events.items()}
    for each in placed:
        if each.number not in of_event:
            yield each
            continue
        own, event = of_event[each.number]
        others = [
            Said(About.SAME_EVENT, _account(one, agencies.get(one.agency_id, ""), numbers.get(one.id)))
            for one in event.accounts if one.id != own
        ]  # fmt: skip
        differs = [Said(About.DIFFERENCE, chosen.names(words)) for words in event.differs]
        yield replace(each, beside=(*each.beside, *others, *differs))


def _account(other: Slim, agency: str, number: int | None) -> str:
    where = f"No. {number}" if number else "not in this view"
    return f"{agency}, {day_words(other.when)} ({where})"


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


def written(found: Exported, kind: str, chosen: Chosen) -> bytes:
    """The view as bytes of one of `TYPES`, headed by the review's reference and what the view was filtered to.

    Raises TooLong where that kind cannot hold so much.
    """
    told = "Showing " + ", ".join(part.words for part in chosen.parts) + "."
    names = chosen.names
    view = View(
        f"Merged chronology, review {chosen.review.reference}",
        (told,),
        tuple((short, names(means)) for short, means in found.abbreviations.items()),
        tuple(KeyPoint(each.known, each.who_knew, each.influence) for each in early_history(chosen)),
    )
    return write(found.chronology, kind, view)
