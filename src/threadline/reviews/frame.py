"""What the frame says inside a review, and what comes next: put together from what later areas register."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.http import HttpRequest

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.reviews.here import held
from threadline.reviews.models import Review
from threadline.reviews.queries.holds import held_words
from threadline.reviews.queries.timetable import in_the_bar
from threadline.ui.addresses import url
from threadline.ui.navigation import Part, ReviewBar
from threadline.ui.words import day


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of the review's process: its name, its first page, where it stands in the order, and who sees it.

    `own_agency`: those see it too whom the permission reaches for what is their own agency's alone.
    """

    text: str
    page: str
    order: int
    permission: Permission
    own_agency: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """Something to do or to wait for: a sentence, its link, a hint, its standing in words and tone.

    `others`: it is for somebody else to do, and the viewer waits. `due`: by which day, where there is one.
    """

    title: str
    href: str = ""
    hint: str = ""
    status: str = "To do"
    tone: str = "due"
    others: bool = False
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that others did: when, in a sentence, where to see it."""

    at: datetime
    sentence: str
    href: str


parts: dict[str, PartOf] = {}
nexts: list[Callable[[Review, User], list[Next]]] = []
nexts_at_boards: list[Callable[[User], list[Next]]] = []
changes: list[Callable[[Review, User, datetime], list[Changed]]] = []
sentences: list[Callable[[Review, User], list[str]]] = []
asked: list[Callable[[Review, User], list[Next]]] = []


def add_part(part: PartOf) -> None:
    """Put a part in the bar of every review; the same page again replaces it."""
    parts[part.page] = part


def add_next(tell: Callable[[Review, User], list[Next]]) -> None:
    """Let an area say what comes next in a review for a person."""
    if tell not in nexts:
        nexts.append(tell)


def add_next_at_boards(tell: Callable[[User], list[Next]]) -> None:
    """Let an area say what comes next for a person at their Boards, before there is a review."""
    if tell not in nexts_at_boards:
        nexts_at_boards.append(tell)


def next_at_boards(viewer: User) -> list[Next]:
    """What every area says comes next for a person at their Boards."""
    return [each for tell in nexts_at_boards for each in tell(viewer)]


def add_changes(tell: Callable[[Review, User, datetime], list[Changed]]) -> None:
    """Let an area say what others have done in a review since a moment, as far as a person may know it."""
    if tell not in changes:
        changes.append(tell)


def add_sentences(tell: Callable[[Review, User], list[str]]) -> None:
    """Let an area say where a review stands, in whole sentences, as far as a person may know it."""
    if tell not in sentences:
        sentences.append(tell)


def add_asked(tell: Callable[[Review, User], list[Next]]) -> None:
    """Let an area say what is asked of one person in a review, for that person's own first page.

    Called for whoever takes part, also for those who may see nothing of the case: tell only what is theirs.
    """
    if tell not in asked:
        asked.append(tell)


def what_is_asked(review: Review, viewer: User) -> list[Next]:
    """What every area asks of the person: what is late first, then what is due first."""
    told = [each for tell in asked for each in tell(review, viewer)]
    return sorted(told, key=lambda each: (each.tone != "late", each.due or date.max))


def where_it_stands(review: Review, viewer: User) -> str:
    """What every area says of where the review stands, as one paragraph; empty where there is nothing to say."""
    return " ".join(each for tell in sentences for each in tell(review, viewer))


def what_changed(review: Review, viewer: User, since: datetime) -> list[Changed]:
    """What others have done in the review since then, latest first."""
    told = [each for tell in changes for each in tell(review, viewer, since)]
    return sorted(told, key=lambda each: each.at, reverse=True)


def what_next(review: Review, viewer: User) -> list[Next]:
    """What every area says comes next: what is late first, then what is due first."""
    told = [each for tell in nexts for each in tell(review, viewer)]
    return sorted(told, key=lambda each: (each.tone != "late", each.due or date.max))


def bar(request: HttpRequest, review: Review) -> ReviewBar:
    """The identity bar: reference, period, parts in the order of the process. The nearest part is the current one.

    Dates and holds are for those who may read the review: whoever sees only their own part is shown none of them.
    """
    viewer: User = request.user  # type: ignore[assignment]  # the bar is shown to signed-in people only
    overview = url("reviews:overview", review.reference)
    ordered = sorted(parts.values(), key=lambda each: each.order)
    roles = Standing(viewer, review, held=held(request))
    seen = [
        part
        for part in ordered
        if roles.may(part.permission) or (part.own_agency and roles.may_for_own_agency(part.permission))
    ]
    shown = {url(part.page, review.reference): part.text for part in seen}
    here = max((href for href in shown if request.path.startswith(href)), key=len, default=overview)
    reads = roles.may(Permission.REVIEW_READ)
    if reads:
        shown = {overview: "Overview", **shown}
    barred = ReviewBar(
        reference=review.reference,
        href=next(iter(shown), ""),
        stage=f"Period under review: {day(review.period_from)} to {day(review.period_to)}",
        parts=tuple(Part(text, href, current=href == here) for href, text in shown.items()),
    )
    return _with_dates(barred, review) if reads else barred


def _with_dates(barred: ReviewBar, review: Review) -> ReviewBar:
    dated = in_the_bar(review=review)
    holds = held_words(review=review)
    return replace(barred, next_date=dated.next_date, days_left=dated.days_left, holds=holds)
