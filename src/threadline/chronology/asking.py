"""What the checks have to ask of an agency: its entries, laid before the pure checks with what they need to know."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from threadline.agencies.models import Agency
from threadline.chronology.glossary import glossary_of
from threadline.chronology.method import rules
from threadline.chronology.models import AgencyFile, DraftEntry, ExpectedContact, Row
from threadline.chronology.queries.beside import differences
from threadline.chronology.queries.events import tied
from threadline.chronology.queries.merged import Slim
from threadline.chronology.records import Kept, recorded_of, when_of
from threadline.domain import dates
from threadline.domain.chronology.checks import Differing, Finding, Header, Line, Named, Setting, ask
from threadline.domain.chronology.entries import Meaning
from threadline.people.models import Person
from threadline.reviews.models import ContributingAgency, Review

MOST_HEADERS = 40
Entered = Row | Slim
DIFFERS = "Another agency's account of this event and this one cannot both be right. What does your record hold?"


def findings(review: Review, agency: Agency) -> list[Finding]:
    """What the checks find in all of an agency's entries of the chronology: for acts, which no policy filters."""
    rows = Row.objects.filter(review=review, agency=agency, live=True).order_by("sort_key")
    return ask(list(lines_of(rows)), setting_of(review, agency), rules(review))


def findings_of_draft(contributor: ContributingAgency, entries: Iterable[DraftEntry]) -> list[Finding]:
    """What the checks find in rows that an agency is typing."""
    review = contributor.review
    setting = replace(setting_of(review, contributor.agency), differing=(), columns={})
    return ask([draft_line(number, each) for number, each in enumerate(entries)], setting, rules(review))


def draft_line(number: int, entry: DraftEntry) -> Line:
    """A row being typed as the checks see it."""
    said = {Meaning(key): text for key, text in entry.said.items()}
    typed, time = said.get(Meaning.DATE, ""), said.get(Meaning.TIME, "")
    recorded = said.get(Meaning.RECORDED, "")
    return Line(
        id=str(entry.pk), when=dates.read(f"{typed} {time}".strip()), text=said.get(Meaning.EVENT, ""), date_text=typed,
        recorded=dates.read(recorded) if recorded else None, fields=said, ordinal=number,
    )  # fmt: skip


def lines_of(rows: Iterable[Row]) -> Iterator[Line]:
    """Rows as the checks see them, in the same order."""
    for row in rows:
        yield row_line(row, ordinal=row.ordinal)


def row_line(row: Entered, ordinal: int = 0) -> Line:
    """A row as the checks see it."""
    kept = Kept(json.loads(row.data))
    return Line(
        id=str(row.id), when=when_of(row), text=row.description, date_text=kept.date_text or row.when_text,
        recorded=recorded_of(kept), fields=dict(kept.fields), file=str(row.file_id or ""), ordinal=ordinal,
    )  # fmt: skip


def setting_of(review: Review, agency: Agency) -> Setting:
    """What an agency's rows are checked against."""
    every = ExpectedContact.objects.filter(review=review, agency=agency).values_list("every", flat=True).first()
    return Setting(
        agency=agency.name, first=review.period_from, last=review.period_to,
        glossary=frozenset(glossary_of(review)), people=tuple(people_of(review)), every=every,
        headers=tuple(_headers(review)), columns=_columns(review, agency),
        differing=tuple(_differing(review)),
    )  # fmt: skip


def people_of(review: Review) -> Iterator[Named]:
    """The register as the checks take it."""
    yield from map(named, Person.objects.filter(review=review, out_at__isnull=True).prefetch_related("also"))


def named(person: Person) -> Named:
    """Somebody in the register as the checks take it. `also` is to be fetched already."""
    names = tuple(known.text for known in person.also.all())
    return Named(person.name, names, person.kind == Person.Kind.CHILD, person.born_on)


def _accepted(review: Review) -> Any:
    return AgencyFile.objects.filter(review=review, state=AgencyFile.State.ACCEPTED)


def _headers(review: Review) -> Iterator[Header]:
    """The first rows of each accepted file that are no entries: headings, titles, notes."""
    said = Row.objects.filter(
        review=review, file__in=_accepted(review), is_entry=False, ordinal__lt=MOST_HEADERS
    ).select_related("agency")
    for row in said.order_by("file", "ordinal"):
        text = " ".join(text for _, text in Kept.of(row).cells)
        if row.agency and text.strip():
            yield Header(row.agency.name, text)


def _differing(review: Review) -> Iterator[Differing]:
    """Entries that people said are one event, whose accounts differ. What the other account says is not told."""
    together = tied(review)
    for pair in differences(review, together):
        one, other = pair
        if together.get(one) == together.get(other):
            yield Differing((str(one), str(other)), DIFFERS)


def _columns(review: Review, agency: Agency) -> Mapping[str, frozenset[Meaning]]:
    files = _accepted(review).filter(agency=agency)
    return {str(file.pk): _meanings(file.summary.get("tables", ())) for file in files if file.summary.get("tables")}


def _meanings(tables: Sequence[Mapping[str, Any]]) -> frozenset[Meaning]:
    found = {Meaning(column["meaning"]) for table in tables for column in table.get("columns", ())}
    if Meaning.DATE_TIME in found or {Meaning.DAY, Meaning.MONTH} <= found:
        found.add(Meaning.DATE)
    return frozenset(found)
