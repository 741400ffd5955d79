"""Same event? The questions that wait for a person, one pair at a time, and the answers given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from markupsafe import Markup, escape

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.models import Judgement, Row, Search, Suggestion
from threadline.chronology.queries.days import day_words, time_words
from threadline.chronology.queries.events import fingerprint, tied
from threadline.chronology.queries.merged import entries
from threadline.chronology.records import when_of
from threadline.reviews.models import ContributingAgency, Review
from threadline.ui.timeline import Agency

NEAR = timedelta(days=14)
NOBODY = Agency("Agency", 8)


@dataclass(frozen=True, slots=True)
class Told:
    """One account as a pair's page shows it. Words in which it differs from the other are marked in `text`."""

    row: Row
    agency: Agency
    when: str
    text: Markup
    where: str


@dataclass(frozen=True, slots=True)
class Question:
    """A pair: the two accounts, why they may be of one event, where they differ, and the accounts tied to them."""

    told: tuple[Told, Told]
    why: str
    differs: tuple[str, ...]
    within: bool
    others: tuple[Told, ...]
    known: Judgement | None


@dataclass(frozen=True, slots=True)
class Questions:
    """How far the questions have come."""

    asked: int
    answered: int
    within_asked: int
    search: Search | None
    changed: bool

    @property
    def waiting(self) -> int:
        """How many are still to be answered."""
        return self.asked - self.answered


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer given, with the two accounts in short."""

    judgement: Judgement
    first: str
    second: str


def _judged() -> Exists:
    return Exists(Judgement.objects.filter(review=OuterRef("review"), a=OuterRef("a"), b=OuterRef("b")))


def _asked(review: Review, *, within: bool | None = None) -> QuerySet[Suggestion]:
    """The pairs that are or were a question, in order; those of one agency apart."""
    found = Suggestion.objects.filter(review=review, offered=True, a__live=True, b__live=True)
    return found if within is None else found.filter(within=within)


def waiting(review: Review, *, within: bool, viewer: User) -> QuerySet[Suggestion]:
    """The questions without an answer, in order; nothing for who may not read the entries."""
    seen = entries(Standing(viewer, review)).order_by().values("pk")
    return _open(review, within=within).filter(a__in=seen, b__in=seen)


def _open(review: Review, *, within: bool) -> QuerySet[Suggestion]:
    """The questions without an answer, given or implied: two entries tied through a third are not asked about."""
    found = _asked(review, within=within).exclude(_judged())
    together = tied(review)
    pairs = found.filter(a__in=together).values_list("pk", "a_id", "b_id") if together else ()
    return found.exclude(pk__in=[pk for pk, a, b in pairs if b in together[a]])


def next_pair(review: Review, *, within: bool, viewer: User, after: int | None = None) -> tuple[UUID, UUID] | None:
    """The pair to ask about next: the first after a place, or else the first of all; None when all are answered."""
    left = waiting(review, within=within, viewer=viewer)
    pairs = left.values_list("a_id", "b_id")
    return (pairs.filter(place__gt=after).first() if after is not None else None) or pairs.first()


def standing(review: Review) -> Questions:
    """How many are asked, how many answered, whether they are of the chronology as it is."""
    search = Search.objects.filter(review=review).first()
    waiting = _open(review, within=False).count()
    given = Judgement.objects.filter(review=review).exclude(a__agency=F("b__agency")).count()
    return Questions(
        asked=waiting + given,
        answered=given,
        within_asked=_open(review, within=True).count(),
        search=search,
        changed=search is not None and not search.under_way and search.of != fingerprint(review),
    )


def place_of(review: Review, a: UUID, b: UUID) -> Suggestion | None:
    """The suggestion of a pair, whichever is named first."""
    a, b = sorted((a, b))
    return Suggestion.objects.filter(review=review, a=a, b=b).first()


def question(*, review: Review, viewer: User, one: Row, other: Row) -> Question:
    """Everything on a pair's page. The viewer may see both entries."""
    a, b = sorted((one, other), key=lambda row: row.pk)
    found = place_of(review, a.pk, b.pk)
    colours = agencies_of(review)
    differences: Sequence[Sequence[str]] = found.differences if found else ()
    told = (
        _told(a, colours, [each[1] for each in differences]),
        _told(b, colours, [each[2] for each in differences]),
    )
    ids = {*tied(review).get(a.pk, ()), *tied(review).get(b.pk, ())} - {a.pk, b.pk}
    beside = entries(Standing(viewer, review)).filter(pk__in=ids).select_related("agency", "file__document")
    return Question(
        told=told if a.sort_key <= b.sort_key else (told[1], told[0]),
        why=found.why if found else "",
        differs=tuple(each[3] for each in differences),
        within=a.agency_id == b.agency_id,
        others=tuple(_told(row, colours, ()) for row in beside),
        known=Judgement.objects.filter(review=review, a=a, b=b).select_related("by").first(),
    )


def agencies_of(review: Review) -> dict[Any, Agency]:
    """The agencies of a review with their colours, as on the page of the chronology."""
    asked = ContributingAgency.objects.filter(review=review).select_related("agency").order_by("agency__name")
    return {each.agency_id: Agency(each.agency.name, number) for number, each in enumerate(asked, 1)}


def _told(row: Row, colours: dict[Any, Agency], words: Iterable[str]) -> Told:
    time = time_words(row.time_from, row.time_to)
    when = day_words(when_of(row))
    where = f"{row.file.name}, row {row.number}" if row.file else "Typed by hand"
    agency = colours.get(row.agency_id, NOBODY)
    return Told(row, agency, f"{when}, {time}" if time else when, marked(row.description, words), where)


def marked(text: str, words: Iterable[str]) -> Markup:
    """The text with the first place of each of the words marked; nothing else of it is read as markup."""
    places = sorted((text.find(each), len(each)) for each in dict.fromkeys(words) if each and each in text)
    made, at = [], 0
    for start, length in places:
        if start >= at:
            made += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start : start + length])]
            at = start + length
    return Markup("").join([*made, escape(text[at:])])


def answers(review: Review, viewer: User, *, limit: int = 200) -> tuple[Answer, ...]:
    """The answers given, latest first, of pairs that the viewer may see."""
    seen = {row.pk: row for row in entries(Standing(viewer, review)).select_related("agency").filter(
        Q(pk__in=Judgement.objects.filter(review=review).values("a"))
        | Q(pk__in=Judgement.objects.filter(review=review).values("b"))
    )}  # fmt: skip
    given = Judgement.objects.filter(review=review).select_related("by").order_by("-at", "-pk")
    return tuple(
        Answer(each, in_short(seen[each.a_id]), in_short(seen[each.b_id]))
        for each in given[: 2 * limit]
        if each.a_id in seen and each.b_id in seen
    )[:limit]


def last_answer(review: Review, viewer: User) -> Judgement | None:
    """What the viewer answered last, for taking it back."""
    return Judgement.objects.filter(review=review, by=viewer).order_by("-at", "-pk").first()


def in_short(row: Row, length: int = 90) -> str:
    """ "Westmarch Police, 3 February 2015: Officers attended…"."""
    text = " ".join(row.description.split())
    return f"{row.agency}, {day_words(when_of(row))}: {text if len(text) <= length else text[: length - 1] + '…'}"


def nearby(*, row: Row, viewer: User) -> tuple[Told, ...]:
    """Entries within a fortnight of one that may be its other accounts, nearest day first; those tied left out."""
    first, last = row.earliest or row.latest, row.latest or row.earliest
    found = entries(Standing(viewer, row.review)).exclude(pk__in=tied(row.review).get(row.pk, (row.pk,)))
    if first is None or last is None:
        return ()
    found = found.filter(earliest__lte=last + NEAR, latest__gte=first - NEAR).select_related("agency", "file__document")
    colours = agencies_of(row.review)
    near = sorted(found[:400], key=lambda each: (abs(((each.earliest or first) - first).days), each.sort_key))
    return tuple(_told(each, colours, ()) for each in near[:60])


def may_link(review: Review, viewer: User) -> bool:
    """Whether a person may say which entries record one event."""
    return Standing(viewer, review).may(Permission.EVENT_LINK)
