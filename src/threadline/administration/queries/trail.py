"""Who has looked at what, changed what, and was refused: the audit trail as a Board reads it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.roles import ROLES
from threadline.accounts.models import User
from threadline.administration.queries.roles import people_of, reviews_of
from threadline.agencies.models import Board
from threadline.audit import chain, registry, trail
from threadline.audit.models import Event
from threadline.audit.presenters import sentence
from threadline.audit.trail import Outcome

WINDOW = 100
REFUSALS = 20
NIGHT = (time(22), time(6))
OUTCOMES = {Outcome.DONE: "done", Outcome.REFUSED: "refused", Outcome.FAILED: "did not succeed"}


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody wants to see of the trail; empty is everything. Days are local and both included."""

    person: str = ""
    review: str = ""
    kind: str = ""
    outcome: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One event in words. `marks` say what is out of the ordinary about it."""

    number: int
    at: datetime
    who: str
    acting_as: str
    told: str
    where: str
    outcome: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A window of the trail, latest first, and the latest refusals and failures among what was sought."""

    lines: tuple[Line, ...]
    refusals: tuple[Line, ...]
    earlier: int | None
    count: int


@dataclass(frozen=True, slots=True)
class Proof:
    """How far the trail reaches now, when the whole of it was last proved, and how many outside are sent its head."""

    head: chain.Head
    proved: datetime | None
    witnesses: int


def proof() -> Proof:
    """Where the proof of the trail stands. It is the installation's, and says nothing of anybody."""
    last = Event.objects.filter(kind="administration.trail_proved").order_by("-id").first()
    return Proof(trail.head(), last.at if last else None, len(settings.WITNESSES))


class Words:
    """The names of people and reviews, each asked for once; a stranger stays a stranger."""

    def __init__(self, board: Board, viewer: User) -> None:
        self.people: Mapping[str, str] = {str(user.pk): user.name for user in people_of(board=board)}
        self.reviews: Mapping[str, str] = {
            str(review.pk): review.reference for review in reviews_of(board=board, viewer=viewer)
        }
        active = RoleHolding.objects.active(at=timezone.now()).filter(board=board)
        self.present = {str(user) for user in active.values_list("user", flat=True)}

    def line(self, event: Event) -> Line:
        """An event in words."""
        return Line(
            number=event.id,
            at=event.at,
            who=self._who(event),
            acting_as=", ".join(ROLES[key].title for key in event.acting_as.split(",") if key in ROLES),
            told=sentence(event),
            where=f"review {self.reviews[event.review]}" if event.review in self.reviews else "",
            outcome=OUTCOMES.get(Outcome(event.outcome), ""),
            marks=tuple(self._marks(event)),
        )

    def _who(self, event: Event) -> str:
        if event.actor:
            return self.people.get(event.actor, "Somebody from elsewhere")
        return "The service" if event.acting_as == "service" else self._tried(event)

    def _tried(self, event: Event) -> str:
        """Whose account was tried, where nobody was signed in."""
        named = [each.partition(":")[2] for each in json.loads(event.objects_json)]
        return next((f"Somebody, as {self.people[each]}" for each in named if each in self.people), "Somebody")

    def _marks(self, event: Event) -> Iterator[str]:
        at = timezone.localtime(event.at).time()
        if at >= NIGHT[0] or at < NIGHT[1]:
            yield "at night"
        if event.actor in self.people and event.actor not in self.present:
            yield "has left since"
        if event.actor and event.actor not in self.people:
            yield "from elsewhere"


def looked(*, board: Board, viewer: User, sought: Sought, before: int | None = None) -> Looked:
    """A window of a Board's trail. The page that calls this has asked the policy for the Board."""
    words = Words(board, viewer)
    found = events(board=board, sought=sought)
    window = list((found.filter(id__lt=before) if before else found)[: WINDOW + 1])
    refused = found.exclude(outcome=Outcome.DONE)[:REFUSALS] if not (before or sought.outcome) else ()
    return Looked(
        lines=tuple(map(words.line, window[:WINDOW])),
        refusals=tuple(map(words.line, refused)),
        earlier=window[WINDOW - 1].id if len(window) > WINDOW else None,
        count=found.count(),
    )


def events(*, board: Board, sought: Sought) -> QuerySet[Event]:
    """The events of a Board that are sought, latest first: its own, and the sign-ins of its people."""
    people = [str(each) for each in people_of(board=board).values_list("pk", flat=True)]
    own, tries = Q(board=str(board.pk)), Q(kind="accounts.sign_in_failed", objects_json="[]")
    if sought.person:
        people = [each for each in people if each == sought.person]
        own, tries = own & Q(actor=sought.person), Q(pk__in=[])
    tries |= Q(objects_json__in=[f'["accounts.user:{each}"]' for each in people], actor="")
    found = Event.objects.filter(own | Q(Q(actor__in=people) | tries, board=""))
    equal = {"review": sought.review, "kind": sought.kind, "outcome": sought.outcome}
    found = found.filter(**{field: value for field, value in equal.items() if value})
    if sought.first:
        found = found.filter(moment__gte=_moment(sought.first))
    if sought.last:
        found = found.filter(moment__lt=_moment(sought.last + timedelta(days=1)))
    return found.order_by("-id")


def _moment(day: date) -> int:
    return round(datetime.combine(day, time(), tzinfo=timezone.get_current_timezone()).timestamp() * 1_000_000)


def kinds() -> list[tuple[str, str]]:
    """Every kind of event with its words, for choosing among them."""
    told = ((kind.key, kind.sentence.replace("{", "‹").replace("}", "›")) for kind in registry.kinds())
    return sorted(told, key=lambda each: each[1])


def touching(
    *, name: str, board: Board, review: str, viewer: User, pages: Iterable[str] = (), most: int = 50
) -> list[Line]:
    """The latest events that name a record ("documents.document:0a1b…"), in words.

    `pages` are kinds of event that show such records without naming each: a long list names the first fifty.
    """
    naming = Q(objects_json__contains=f'"{name}"') | Q(kind__in=pages)
    found = Event.objects.filter(naming, board=str(board.pk), review=review)
    return in_words(found.order_by("-id")[:most], board=board, viewer=viewer)


def in_words(found: Iterable[Event], *, board: Board, viewer: User) -> list[Line]:
    """Events in words."""
    words = Words(board, viewer)
    return [words.line(event) for event in found]
