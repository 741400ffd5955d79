"""What people write in the parts of a scope that is being prepared. Values only; an act puts them in place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch

from threadline.access.acting import Refused
from threadline.agencies.models import Agency
from threadline.reviews.actions.opening import Dates, agency_named, refuse_unless_agreeable, stays
from threadline.reviews.models import KeyPoint, Scope, ScopeAgency, ScopeQuestion, ScopeSource


@dataclass(frozen=True, slots=True)
class Period:
    """The incident and the period under review (2.1.c)."""

    dates: Dates


@dataclass(frozen=True, slots=True)
class Proportion:
    """How large and complex the case is, and why this form of review fits it (1.a)."""

    scale: str
    complexity: str
    why_this_form: str


@dataclass(frozen=True, slots=True)
class Agencies:
    """Who must contribute, and why each (2.1.e); `new` are agencies the Board has not had before, with why."""

    why: Mapping[Agency, str]
    new: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Point:
    """A key point of earlier history: what was known, who knew, how it influenced assessment and decisions."""

    known: str
    who_knew: str
    influence: str


@dataclass(frozen=True, slots=True)
class History:
    """The key points of history before the period; `none`: nothing earlier bears on the case (2.1.c)."""

    points: Sequence[Point]
    none: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Another source of information, or another area's Board, and how it contributes."""

    name: str
    contributes: str
    is_board: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """Further sources (2.3.f); `no_other_boards`: it was considered, and no other area's Board is concerned."""

    sources: Sequence[Source]
    no_other_boards: bool = False


@dataclass(frozen=True, slots=True)
class Questions:
    """What the review sets out to answer."""

    texts: Sequence[str]


Said = Period | Proportion | Agencies | History | Sources | Questions


@singledispatch
def write(said: object, scope: Scope) -> None:
    """Put what was said into the scope; its own fields are saved by whoever calls. Raises Refused."""
    raise TypeError(f"A scope has no part like {type(said).__name__}.")


@write.register
def _period(said: Period, scope: Scope) -> None:
    refuse_unless_agreeable(said.dates, scope.review)
    scope.incident_on, scope.period_reason = said.dates.incident_on, said.dates.period_reason.strip()
    scope.period_from, scope.period_to = said.dates.period_from, said.dates.period_to


@write.register
def _proportion(said: Proportion, scope: Scope) -> None:
    scope.scale, scope.complexity = said.scale.strip(), said.complexity.strip()
    scope.why_this_form = said.why_this_form.strip()


@write.register
def _agencies(said: Agencies, scope: Scope) -> None:
    board = scope.review.board
    if strange := [agency for agency in said.why if agency.board_id != board.pk]:
        raise Refused(f"{strange[0].name} is not an agency of this Board.")
    wanted = dict(said.why)
    wanted.update({agency_named(board, name): why for name, why in said.new.items()})
    stays(scope.review, wanted)
    scope.agencies.all().delete()
    for agency, why in wanted.items():
        ScopeAgency(scope=scope, agency=agency, why=why.strip()).save()


@write.register
def _history(said: History, scope: Scope) -> None:
    if said.none and said.points:
        raise Refused("Either write the key points of earlier history, or say that there are none.")
    whole = all(each.known.strip() and each.who_knew.strip() and each.influence.strip() for each in said.points)
    if not whole:
        raise Refused("A key point says what was known, who knew, and how it influenced assessment and decisions.")
    scope.no_history = said.none
    scope.key_points.all().delete()
    for order, point in enumerate(said.points, 1):
        KeyPoint(
            scope=scope, order=order, known=point.known.strip(), who_knew=point.who_knew.strip(),
            influence=point.influence.strip(),
        ).save()  # fmt: skip


@write.register
def _sources(said: Sources, scope: Scope) -> None:
    if said.no_other_boards and any(each.is_board for each in said.sources):
        raise Refused("Either name other areas' Boards, or say that none is concerned.")
    if not all(each.name.strip() and each.contributes.strip() for each in said.sources):
        raise Refused("Say of each source what it is, and how it will contribute.")
    scope.no_other_boards = said.no_other_boards
    scope.sources.all().delete()
    for order, each in enumerate(said.sources, 1):
        ScopeSource(
            scope=scope, order=order, name=each.name.strip(), contributes=each.contributes.strip(),
            is_board=each.is_board,
        ).save()  # fmt: skip


@write.register
def _questions(said: Questions, scope: Scope) -> None:
    scope.questions.all().delete()
    for order, text in enumerate(_kept(said.texts), 1):
        ScopeQuestion(scope=scope, order=order, text=text).save()


def _kept(texts: Iterable[str]) -> list[str]:
    return [text.strip() for text in texts if text.strip()]
