"""What helps to read a page of the chronology: marks in words, corrections, abbreviations, silences, folded routine.

A fixed number of queries, however many entries the page has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from re import Pattern
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet
from markupsafe import Markup, escape

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.asking import named, row_line
from threadline.chronology.glossary import glossary_of
from threadline.chronology.method import rules
from threadline.chronology.models import DayOrder, ExpectedContact, FactMark, Question, QuestionRow, Rewording, Row
from threadline.chronology.queries.merged import Slim
from threadline.chronology.queries.names import Names, as_written, signed
from threadline.chronology.queries.naming import naming
from threadline.domain.chronology.checks import Line, Rules, persons
from threadline.domain.chronology.checks.wordings import found, has, pattern
from threadline.domain.chronology.entries import Meaning
from threadline.people.models import Person
from threadline.reviews.models import Review
from threadline.ui.words import plural

A_WEEK, MOST_NAMES, LOOK_BACK = 7, 2, 20
UNKNOWN_NAME = "name not in the register: "
DISPUTED, ASKED, ANSWERED, NO_SOURCE = "disputed", "agency asked", "agency answered", "no source given"


@dataclass(frozen=True, slots=True)
class Aids:
    """What stands in and beside the entries of a page, by the entry's id; what its silences are measured by."""

    marks: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)
    orders: Mapping[tuple[date | None, date | None], str] = field(default_factory=dict)
    notes: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)
    routine: Mapping[UUID, str] = field(default_factory=dict)
    glossary: Mapping[str, str] = field(default_factory=dict)
    short: Pattern[str] | None = None
    quiet: "Quiet | None" = None

    def glossed(self, text: str, used: dict[str, str]) -> str | Markup:
        """The text with the first of each abbreviation explained; those explained are noted in `used`."""
        if self.short is None or self.short.search(text) is None:
            return text
        done: set[str] = set()

        def explain(match: re.Match[str]) -> str:
            short = match[0]
            if short in done:
                return short
            done.add(short)
            used[short] = self.glossary[short]
            return f'<abbr title="{escape(self.glossary[short])}">{short}</abbr>'

        return Markup(self.short.sub(explain, str(escape(text))))  # noqa: S704 (the text is escaped first)


def aids(
    *, standing: Standing, shown: Sequence[Slim], people: Sequence[Person], first: Slim | None, all_: bool,
    names: Names = as_written,
) -> Aids:  # fmt: skip
    """The aids for the entries `shown`; `first` is the entry just before them, `all_` whether nothing is filtered."""
    review = standing.review
    assert isinstance(review, Review)
    said, ids = rules(review), [each.id for each in shown]
    registered = [named(each) for each in people]
    lines = {each.id: row_line(each) for each in shown}
    facts = _facts(standing, ids, names)
    asked = _asked(standing, ids, names)
    known = persons.known_words(registered)
    marks = {
        each.id: (*_seen(lines[each.id], said), *_bare(each, lines[each.id]), *facts.get(each.id, ("",))[:1],
                  *asked.marks.get(each.id, ()), *_strangers(lines[each.id], known, said))
        for each in shown
    }  # fmt: skip
    glossary = glossary_of(review)
    return Aids(
        marks={key: tuple(filter(None, each)) for key, each in marks.items()},
        notes=_joined(_notes(standing, ids, facts, names), asked.answers),
        orders=_orders(standing, names),
        routine={key: phrase for key, line in lines.items() if (phrase := _routine(line, said))},
        glossary=glossary,
        short=_short(glossary),
        quiet=_quiet(standing, review, people, first, shown, said) if all_ else None,
    )


def _short(glossary: Mapping[str, str]) -> Pattern[str] | None:
    words = "|".join(re.escape(str(escape(each))) for each in sorted(glossary, key=len, reverse=True))
    return re.compile(rf"(?<![\w&/-])(?:{words})(?![\w&/-])") if words else None


def _seen(line: Line, said: Rules) -> Iterator[str]:
    """Whether the child was seen and heard, and whether somebody did not come, in words."""
    column = line.said(Meaning.CHILD_SEEN).strip()
    if column:
        yield f"child: {column[:40].lower()}"
    elif persons.is_visit(line, said):
        phrase = found(line.text, said.words["not-seen"]).casefold()
        if "not" in phrase or "unable" in phrase:
            yield "child not seen"
        elif not persons.says_seen(line, said):
            yield "child seen? not said"
    if line.said(Meaning.VOICE):
        yield "child's voice"
    if has(line.text, said.words["not-attended"]):
        yield "missed or no access"


def _bare(entry: Slim, line: Line) -> Iterator[str]:
    if entry.file_id is not None and not line.said(Meaning.SOURCE):
        yield NO_SOURCE


def _strangers(line: Line, known: frozenset[str], said: Rules) -> Iterator[str]:
    """The names that nobody in the register goes by; none as long as nobody is in it."""
    if known:
        for name in persons.unknown_names(line.text, known, said)[:MOST_NAMES]:
            yield f"{UNKNOWN_NAME}{name}"


def _routine(line: Line, said: Rules) -> str:
    return found(line.text, said.words["routine"]).casefold()


def _facts(standing: Standing, ids: Sequence[UUID], names: Names = as_written) -> dict[UUID, tuple[str, str]]:
    """The latest mark of each fact: a word, and the note with who wrote it."""
    kept = FactMark.objects.filter(row__in=ids).select_related("by").order_by("pk")
    return {
        each.row_id: (
            DISPUTED if each.state == FactMark.State.DISPUTED else "",
            f"{each}{signed(each.by, names)}: {each.note}",
        )
        for each in standing.visible(Permission.CHRONOLOGY_READ, kept)
    }


def _joined(one: Mapping[UUID, Sequence[str]], other: Mapping[UUID, Sequence[str]]) -> dict[UUID, tuple[str, ...]]:
    return {key: (*one.get(key, ()), *other.get(key, ())) for key in {*one, *other}}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the agency about entries: the marks of each, and the answers beside the first row."""

    marks: Mapping[UUID, tuple[str, ...]]
    answers: Mapping[UUID, Sequence[str]]


def _asked(standing: Standing, ids: Sequence[UUID], names: Names) -> Asked:
    sent = QuestionRow.objects.filter(row__in=ids, question__state__in=Question.SENT)
    marks: dict[UUID, set[str]] = {}
    answers: dict[UUID, list[str]] = {}
    for each in standing.visible(Permission.QUESTION_READ, sent.select_related("question__answered_by")):
        question = each.question
        marks.setdefault(each.row_id, set()).add(ANSWERED if question.answer else ASKED)
        if question.answer and each.place == 0:
            by = signed(question.answered_by, names) if question.answered_by else ""
            told = f"The agency was asked: {question.sentence} Its answer{by}: "
            answers.setdefault(each.row_id, []).append(told + question.answer)
    return Asked({key: tuple(sorted(each)) for key, each in marks.items()}, answers)


def _notes(
    standing: Standing, ids: Sequence[UUID], facts: Mapping[UUID, tuple[str, str]], names: Names = as_written
) -> dict[UUID, tuple[str, ...]]:
    """What is said beside an entry: corrections of its words, and what is disputed."""
    told = {key: [note] for key, (_, note) in facts.items()}
    kept = Rewording.objects.filter(row__in=ids).select_related("by")
    for each in standing.visible(Permission.CHRONOLOGY_READ, kept):
        told.setdefault(each.row_id, []).append(
            f"Correction: {each}. {each.because} (corrected{signed(each.by, names)})"
        )
    return {key: tuple(each) for key, each in told.items()}


def _orders(standing: Standing, names: Names) -> dict[tuple[date | None, date | None], str]:
    """The days that a person put in order, with the reason; the latest order of a day stands."""
    kept = standing.visible(Permission.CHRONOLOGY_READ, DayOrder.objects.select_related("by").order_by("pk"))
    return {
        (each.first, each.last): f"The order of this day was set by hand{signed(each.by, names)}: {each.because}"
        for each in kept
    }


@dataclass
class Quiet:
    """Since when each agency, and each child, has not been heard of, as the entries go by in order."""

    expected: Mapping[Any, tuple[str, int]]
    children: Sequence[tuple[str, Pattern[str]]]
    longest: int
    last: dict[Any, date] = field(default_factory=dict)

    def hears(self, entries: Iterable[Slim]) -> Iterator[str]:
        """The silences that a day's entries end, in words. What is dated no closer than a week ends none."""
        for entry in entries:
            first, last = entry.earliest, entry.latest
            if first is None or last is None or (last - first).days >= A_WEEK:
                continue
            if entry.agency_id in self.expected:
                name, every = self.expected[entry.agency_id]
                about = f"without an entry of {name}; contact is expected every {plural(every, 'day')}."
                yield from self._ended(entry.agency_id, first, last, every, about)
            words = row_line(entry).everything if self.children else ""
            for name, names in self.children:
                if names.search(words):
                    about = f"in which no entry mentions {name}."
                    yield from self._ended(name, first, last, self.longest, about)

    def _ended(self, key: Any, first: date, last: date, every: int, about: str) -> Iterator[str]:
        days = (first - self.last[key]).days - 1 if key in self.last else 0
        self.last[key] = max(last, self.last.get(key, last))
        if days > every:
            yield f"{plural(days, 'day')} {about}"


def _quiet(
    standing: Standing, review: Review, people: Sequence[Person], first: Slim | None, shown: Sequence[Slim], said: Rules
) -> Quiet:
    kept = ExpectedContact.objects.select_related("agency")
    expected = {
        each.agency_id: (each.agency.name, each.every) for each in standing.visible(Permission.CHRONOLOGY_READ, kept)
    }
    children = [each for each in people if each.kind == Person.Kind.CHILD]
    patterns = [(each.name, pattern(persons.names_of(named(each)))) for each in children]
    last: dict[Any, date] = {}
    if first is not None and shown:
        rows = Row.objects.filter(live=True, sort_key__lt=shown[0].sort_key)
        before = standing.visible(Permission.ENTRY_READ, rows)
        if expected:
            heard = before.filter(agency__in=expected).order_by().values_list("agency").annotate(Max("latest"))
            last = {key: at for key, at in heard if at is not None}
        last |= {each.name: at for each in children if (at := _last_mention(before, each)) is not None}
    return Quiet(expected, patterns, said.limits["silence-weeks"] * 7, last)


def _last_mention(before: QuerySet[Row], child: Person) -> date | None:
    """The last day, before those shown, on which an entry dated to within a week mentions a child."""
    mentions = naming(before, [child]).order_by("-sort_key").values_list("earliest", "latest")[:LOOK_BACK]
    close = (last for first, last in mentions if first and last and (last - first).days < A_WEEK)
    return max(close, default=None)


def beside_of(row: Row, viewer: User) -> tuple[str, ...]:
    """What is said beside one entry: whether the fact is disputed, and corrections of its words."""
    standing = Standing(viewer, row.review)
    return _notes(standing, [row.pk], _facts(standing, [row.pk])).get(row.pk, ())
