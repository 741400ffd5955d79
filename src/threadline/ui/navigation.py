"""What later areas put in the frame of every page, without the frame knowing any of them.

An area registers in its `AppConfig.ready`: `navigation.add(Item("Reviews", "reviews:list", visible=…, order=20))`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch

from threadline.ui.addresses import url


def signed_in(request: HttpRequest) -> bool:
    """Whether somebody is signed in."""
    user = getattr(request, "user", None)
    return bool(user and user.is_authenticated)


def anyone(_request: HttpRequest) -> bool:
    """Always: for what people may read without signing in."""
    return True


@dataclass(frozen=True)
class Item:
    """A link in the frame: its words, the name of its page, who sees it, and where it stands among the others."""

    text: str
    page: str
    visible: Callable[[HttpRequest], bool] = signed_in
    order: int = 50


@dataclass(frozen=True)
class Link:
    """An item as one page shows it. `current`: this very page; `active`: a page below it."""

    text: str
    href: str
    current: bool = False
    active: bool = False


@dataclass(frozen=True)
class Person:
    """Who the header says is here, and in which role ("Lead Reviewer, review R-2016-03")."""

    name: str
    role: str = ""


def by_account(request: HttpRequest) -> Person | None:
    """The person by the account's name; None when nobody is signed in."""
    return Person(request.user.get_full_name()) if signed_in(request) else None  # type: ignore[union-attr]  # signed in


@dataclass(frozen=True)
class Staying:
    """How long the session lasts without a sign of life, in seconds, and the address that renews it by POST."""

    seconds: int
    renew: str


@dataclass(frozen=True)
class Part:
    """A part of a review, in the order of the process. `opens` says what opens it, while it is not open yet."""

    text: str
    href: str = ""
    current: bool = False
    opens: str = ""


@dataclass(frozen=True)
class ReviewBar:
    """What stays in sight inside a review: plain sentences, never a child's name.

    `stage` "Timelines", `next_date` "Panel meeting on 14 May 2016", `days_left` "41 days to the six-month line",
    `holds` one sentence each ("Learning event held by the police since 3 March: ask DS Sorrel").
    """

    reference: str
    href: str = ""
    stage: str = ""
    next_date: str = ""
    days_left: str = ""
    holds: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def by_reference(_request: HttpRequest, review: Any) -> ReviewBar:
    """The bar when no area says more: the reference alone."""
    return ReviewBar(reference=str(review.reference))


@dataclass
class Registry:
    """Everything registered. One per process; tests make their own."""

    main: dict[str, Item] = field(default_factory=dict)
    footer: dict[str, Item] = field(default_factory=dict)
    person: Callable[[HttpRequest], Person | None] = by_account
    board: Callable[[HttpRequest], str] = lambda _request: ""
    review: Callable[[HttpRequest, Any], ReviewBar] = by_reference
    staying: Callable[[HttpRequest], Staying | None] = lambda _request: None
    readers: Callable[[HttpRequest, str, Any], str] = lambda _request, _model, _pk: ""

    def links(self, items: dict[str, Item], request: HttpRequest) -> tuple[Link, ...]:
        """The links `request` shows, in order; a page that is not installed is left out."""
        ordered = sorted(items.values(), key=lambda item: (item.order, item.text))
        made = ((item, _address(item.page)) for item in ordered if item.visible(request))
        return tuple(_link(item, href, request.path) for item, href in made if href)


registry = Registry()


def add(item: Item) -> None:
    """Put `item` in the main navigation; the same page again replaces it."""
    registry.main[item.page] = item


def add_to_footer(item: Item) -> None:
    """Put `item` in the footer; the same page again replaces it."""
    registry.footer[item.page] = item


def describe_person_with(describe: Callable[[HttpRequest], Person | None]) -> None:
    """Let a later area say who is here and in which role."""
    registry.person = describe


def name_board_with(name: Callable[[HttpRequest], str]) -> None:
    """Let a later area say which Board this is."""
    registry.board = name


def describe_review_with(describe: Callable[[HttpRequest, Any], ReviewBar]) -> None:
    """Let a later area say what the bar of a review shows, from the request and the review record."""
    registry.review = describe


def warn_before_session_end_with(tell: Callable[[HttpRequest], Staying | None]) -> None:
    """Let a later area say how long a session lasts; people are then warned three minutes before and can stay."""
    registry.staying = tell


def lead_to_readers_with(address: Callable[[HttpRequest, str, Any], str]) -> None:
    """Let a later area say where it stands who can read a record, from its kind ("people.person") and its id."""
    registry.readers = address


def who_can_read(request: HttpRequest, model: str, pk: Any) -> str:
    """The address of "Who can read this, and why", empty for whoever may not ask; a template global."""
    return registry.readers(request, model, pk)


def review_bar(request: HttpRequest, review: Any) -> ReviewBar:
    """The bar for a page about `review`; a template global."""
    return registry.review(request, review)


def _address(page: str) -> str | None:
    try:
        return url(page)
    except NoReverseMatch:
        return None


def _link(item: Item, href: str, path: str) -> Link:
    below = href != "/" and path.startswith(href)
    return Link(item.text, href, current=path == href, active=below)
