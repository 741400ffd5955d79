"""An agency's own part of a review: what it was asked, what it sent, what it types here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.within import visible_within
from threadline.accounts.models import User
from threadline.chronology.asking import draft_line, findings_of_draft
from threadline.chronology.forming import columns_of
from threadline.chronology.glossary import glossary_of
from threadline.chronology.models import AgencyFile, Draft, DraftEntry, Question, QuestionMessage
from threadline.chronology.queries import questions
from threadline.chronology.queries.days import day_words, time_words
from threadline.chronology.queries.sources import FileLine, files, line_of
from threadline.chronology.records import moment_key
from threadline.domain import dates
from threadline.domain.chronology.checks import OF_THE_WHOLE
from threadline.domain.chronology.entries import Meaning
from threadline.reviews.models import ContributingAgency, Review
from threadline.ui.words import day, plural

State = Question.State


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A timeline that the agency sent; whether this person can sign it off."""

    line: FileLine
    may_sign: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """The page of an agency's own part. `glossary` are the abbreviations that need no explaining."""

    asked: str
    open: tuple[questions.Line, ...]
    done: tuple[questions.Line, ...]
    messages: tuple[QuestionMessage, ...]
    files: tuple[OwnFile, ...]
    draft: Draft | None
    entries: int
    may_upload: bool
    may_answer: bool
    glossary: dict[str, str]


def desk(*, contributor: ContributingAgency, viewer: User) -> Desk:
    """Everything on the page."""
    review = contributor.review
    about: dict[str, Any] = {"contributor": contributor, "viewer": viewer, "most": 200}
    mine = Question.objects.filter(agency=contributor.agency_id)
    draft = open_draft(contributor=contributor, viewer=viewer)
    return Desk(
        asked=_asked(contributor),
        open=tuple(questions.in_state(states=[State.ASKED], **about)),
        done=tuple(questions.in_state(states=[State.ANSWERED, State.SETTLED], **about)),
        messages=tuple(questions.messages(contributor=contributor, viewer=viewer)),
        files=tuple(_files(contributor, review, viewer)),
        draft=draft,
        entries=draft.entries.count() if draft else 0,
        may_upload=may(viewer, Permission.TIMELINE_UPLOAD, contributor),
        may_answer=visible_within(viewer, Permission.QUESTION_ANSWER, mine, review).exists(),
        glossary=glossary_of(review),
    )


def _asked(contributor: ContributingAgency) -> str:
    if contributor.asked_on is None:
        return "Your agency has not been asked for its timeline yet."
    late = contributor.due_on is not None and contributor.due_on < timezone.localdate()
    due = f" It {'was' if late else 'is'} due on {day(contributor.due_on)}." if contributor.due_on else ""
    return f"Your agency was asked for its timeline on {day(contributor.asked_on)}.{due}"


def _files(contributor: ContributingAgency, review: Review, viewer: User) -> Iterable[OwnFile]:
    signable = (AgencyFile.State.TO_CHECK, AgencyFile.State.ACCEPTED)
    able = may(viewer, Permission.TIMELINE_SIGN, contributor)
    for file in (
        files(review=review, viewer=viewer).filter(agency=contributor.agency_id).order_by("-document__received_at")
    ):
        unsigned = getattr(file, "sign_off", None) is None
        yield OwnFile(line_of(file), able and unsigned and file.state in signable)


def open_draft(*, contributor: ContributingAgency, viewer: User) -> Draft | None:
    """The timeline that the agency is typing."""
    own = Draft.objects.filter(agency=contributor.agency_id).exclude(state=Draft.State.SIGNED)
    found = visible_within(viewer, Permission.DRAFT_READ, own, contributor.review)
    return found.select_related("review__board", "agency", "sent_by").first()


@dataclass(frozen=True, slots=True)
class Typed:
    """A row being typed: its date as it is read, its other columns, and what the checks ask about it."""

    entry: DraftEntry
    when: str
    text: str
    others: tuple[tuple[str, str], ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typing:
    """The timeline being typed, with what the checks ask about the whole of it."""

    draft: Draft
    rows: tuple[Typed, ...]
    asks: tuple[str, ...]

    @property
    def told(self) -> str:
        """How much there is, and how much is asked about, in words."""
        asked = sum(bool(each.asks) for each in self.rows)
        about = f" The checks ask about {plural(asked, 'row')}." if asked else ""
        return f"{plural(len(self.rows), 'row')}.{about}"


def typing(*, draft: Draft, contributor: ContributingAgency) -> Typing:
    """A draft that the viewer may read, with what the checks ask."""
    entries = list(draft.entries.all())
    by_row: dict[str, list[str]] = {}
    whole: list[str] = []
    for each in findings_of_draft(contributor, entries):
        if len(each.rows) == 1:
            by_row.setdefault(each.rows[0], []).append(each.sentence)
        else:
            whole.append(each.sentence)
    headings = _headings(contributor.review)
    rows = (_typed(entry, headings, tuple(by_row.get(str(entry.pk), ()))) for entry in entries)
    return Typing(draft, tuple(rows), tuple(whole))


def _headings(review: Review) -> dict[Meaning, str]:
    return {column.meaning: column.heading for column in columns_of(review)}


def _typed(entry: DraftEntry, headings: dict[Meaning, str], asks: tuple[str, ...]) -> Typed:
    line = draft_line(0, entry)
    told = (Meaning.DATE, Meaning.TIME, Meaning.EVENT)
    others = [(heading, line.said(each)) for each, heading in headings.items() if each not in told and line.said(each)]
    clock = time_words(line.when.time_from, line.when.time_to)
    return Typed(entry, f"{day_words(line.when)}{f', {clock}' if clock else ''}", line.text, tuple(others), asks)


@dataclass(frozen=True, slots=True)
class Looked:
    """A row as it is typed, not saved: its date as it is read, and what the checks would ask about it."""

    when: str
    asks: tuple[str, ...]


def looked_at(
    *, draft: Draft, contributor: ContributingAgency, said: Mapping[Meaning, str], entry: DraftEntry | None = None
) -> Looked | None:
    """What the checks would ask about a row among the others of its timeline; `entry` is the row that it changes.

    None where nothing is typed yet.
    """
    kept = {meaning.value: text.strip() for meaning, text in said.items() if text.strip()}
    if not kept:
        return None
    row = DraftEntry(pk=entry.pk if entry else uuid4(), draft=draft, said=kept)
    line = draft_line(0, row)
    row.sort_key = moment_key(line.when)
    others = draft.entries.exclude(pk=row.pk)
    every = sorted([*others, row], key=lambda each: each.sort_key)
    found = [
        each.sentence
        for each in findings_of_draft(contributor, every)
        if str(row.pk) in each.rows and each.check not in OF_THE_WHOLE
    ]
    typed = " ".join(kept.get(each.value, "") for each in (Meaning.DATE, Meaning.TIME)).strip()
    return Looked(dates.explain(line.when) if typed else "", tuple(found))
