"""Questions to agencies as their pages show them: by agency, by check, one with its rows and answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from threadline.access.permissions import Permission
from threadline.access.within import visible_within
from threadline.accounts.models import User
from threadline.chronology.method import checks, chronologies
from threadline.chronology.models import Question, QuestionMessage, QuestionRow
from threadline.chronology.queries.days import day_words
from threadline.chronology.records import when_of
from threadline.domain.framework.pack import CheckKind, TimelineCheck
from threadline.reviews.models import ContributingAgency, Review
from threadline.ui.words import plural

State = Question.State
PAGE = 50
EXCERPT = 160
KINDS = {CheckKind.DECIDES: "found", CheckKind.POINTS: "worth asking"}


@dataclass(frozen=True, slots=True)
class About:
    """A row that a question is about: its date in words and the beginning of what it says."""

    row: UUID
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A question ready to be shown. `title` is its check's, `asks` what the agency is asked to do."""

    question: Question
    title: str
    asks: str
    about: tuple[About, ...]

    @property
    def hint(self) -> str:
        """Its rows in one line."""
        return "; ".join(f"{each.when}: {each.text}" for each in self.about[:3])


@dataclass(frozen=True, slots=True)
class OfCheck:
    """What one check raises about an agency: how much waits to be looked at, and how much was set aside."""

    check: TimelineCheck
    waiting: int
    aside: int

    @property
    def kind(self) -> str:
        """Whether the machine decided it or only points."""
        return KINDS[self.check.kind]


@dataclass(frozen=True, slots=True)
class OfAgency:
    """An agency on the page of questions."""

    contributor: ContributingAgency
    waiting: int
    chosen: int
    asked: int
    late: bool
    answered: int

    @property
    def words(self) -> str:
        """Where it stands, in words."""
        told = [
            f"{plural(self.answered, 'answer')} to read" if self.answered else "",
            f"{plural(self.asked, 'question')} asked" if self.asked else "",
            f"{self.chosen} in the next message" if self.chosen else "",
            f"{self.waiting} to look at" if self.waiting else "",
        ]
        return ", ".join(filter(None, told)) or "Nothing to ask"


def contributors(*, review: Review, viewer: User) -> list[ContributingAgency]:
    """The agencies of the review that a person may ask."""
    asked = ContributingAgency.objects.filter(review=review).select_related("agency", "review")
    return list(visible_within(viewer, Permission.QUESTION_ASK, asked, review))


def agencies(*, review: Review, viewer: User, today: object) -> list[OfAgency]:
    """Every agency with how its questions stand."""
    late = Q(state=State.ASKED, due_on__lt=today)
    questions = visible_within(viewer, Permission.QUESTION_READ, Question.objects.all(), review)
    counted: dict[Any, Any] = {
        each["agency"]: each
        for each in questions.order_by().values("agency").annotate(
            waiting=Count("pk", filter=Q(state=State.RAISED)), chosen=Count("pk", filter=Q(state=State.CHOSEN)),
            asked=Count("pk", filter=Q(state=State.ASKED)), answered=Count("pk", filter=Q(state=State.ANSWERED)),
            late=Count("pk", filter=late),
        )
    }  # fmt: skip
    asked = contributors(review=review, viewer=viewer)
    return [_of_agency(each, counted.get(each.agency_id, {})) for each in asked]


def _of_agency(contributor: ContributingAgency, own: Mapping[str, int]) -> OfAgency:
    waiting, chosen, asked, answered = (own.get(name, 0) for name in ("waiting", "chosen", "asked", "answered"))
    return OfAgency(contributor, waiting, chosen, asked, bool(own.get("late")), answered)


def of_checks(*, contributor: ContributingAgency, viewer: User) -> list[OfCheck]:
    """The checks that raise something about an agency, in the order of their numbers."""
    found = _of(contributor, viewer).exclude(rule="").order_by().values("rule").annotate(
        waiting=Count("pk", filter=Q(state=State.RAISED)), aside=Count("pk", filter=Q(state=State.SET_ASIDE)),
    )  # fmt: skip
    counted = {each["rule"]: each for each in found}
    return [
        OfCheck(check, own["waiting"], own["aside"])
        for key, check in checks(contributor.review).items()
        if (own := counted.get(key)) and own["waiting"] + own["aside"]
    ]


def in_state(
    *, contributor: ContributingAgency, viewer: User, states: Sequence[str], rule: str | None = None, first: int = 0,
    most: int = PAGE,
) -> list[Line]:  # fmt: skip
    """The questions to an agency in these states, with their rows; `most` of them from the place `first` on."""
    found = _of(contributor, viewer).filter(state__in=states)
    if rule is not None:
        found = found.filter(rule=rule)
    return lines(found[first : first + most], contributor.review, viewer)


def messages(*, contributor: ContributingAgency, viewer: User) -> list[QuestionMessage]:
    """The messages that went to an agency, latest first."""
    sent = QuestionMessage.objects.filter(agency=contributor.agency_id).select_related("sent_by")
    return list(visible_within(viewer, Permission.QUESTION_READ, sent, contributor.review))


def of_row(*, row: UUID, review: Review, viewer: User) -> list[Line]:
    """The questions about one entry, with their answers, as far as a person may know of them."""
    found = Question.objects.filter(about__row=row).exclude(state__in=[State.RAISED, State.SET_ASIDE])
    return lines(visible_within(viewer, Permission.QUESTION_READ, found, review), review, viewer)


def line_of(*, question: Question, viewer: User) -> Line:
    """One question with its rows."""
    return lines(Question.objects.filter(pk=question.pk), question.review, viewer)[0]


def _of(contributor: ContributingAgency, viewer: User) -> QuerySet[Question]:
    own = Question.objects.filter(agency=contributor.agency_id)
    return visible_within(viewer, Permission.QUESTION_READ, own, contributor.review)


def lines(questions: QuerySet[Question], review: Review, viewer: User) -> list[Line]:
    """Questions ready to be shown, in the order given: two queries, however many they are."""
    about = visible_within(viewer, Permission.QUESTION_READ, QuestionRow.objects.select_related("row"), review)
    related = questions.select_related("owner", "answered_by", "decided_by", "agency")
    known = checks(review)
    return [_line(each, known) for each in related.prefetch_related(Prefetch("about", queryset=about))]


def _line(question: Question, known: dict[str, TimelineCheck]) -> Line:
    check = known.get(question.rule)
    title = check.title if check else "A question of the reviewers"
    return Line(question, title, check.asks if check else "", tuple(_about(question.about.all())))


def _about(rows: Iterable[QuestionRow]) -> Iterable[About]:
    for each in rows:
        text = " ".join(each.row.description.split())
        short = text if len(text) <= EXCERPT else f"{text[:EXCERPT].rsplit(' ', 1)[0]} …"
        yield About(each.row_id, day_words(when_of(each.row)), short)


def draft_message(*, contributor: ContributingAgency, chosen: Sequence[Line], due: str) -> str:
    """The ready message: the method's words around the questions, grouped by check, numbered."""
    review = contributor.review
    said = chronologies(review).message
    values = {
        "agency": contributor.agency.name, "reference": review.reference, "count": plural(len(chosen), "question"),
        "due_on": due,
    }  # fmt: skip
    groups: dict[str, list[Line]] = {}
    for each in chosen:
        groups.setdefault(each.question.rule, []).append(each)
    parts = [_filled(said.opening, values)]
    for number, group in enumerate(groups.values(), 1):
        asks = f"\n{group[0].asks}" if group[0].asks else ""
        rows = "\n".join(f"- {_where(each)}{each.question.sentence}" for each in group)
        parts.append(f"{number}. {group[0].title}{asks}\n{rows}")
    return "\n\n".join([*parts, _filled(said.closing, values)])


def _where(line: Line) -> str:
    days = [each.when for each in line.about[:2]]
    return f"{' and '.join(dict.fromkeys(days))}: " if days else ""


def _filled(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{{ {name} }}}}", value)
    return text
