"""Where a review stands against every requirement of its method: the areas' checks put together on one page (W.b)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.urls import Resolver404, resolve
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.scope import review_scope
from threadline.access.within import Standing as Roles
from threadline.accounts.models import User
from threadline.domain.framework.evaluate import evaluate
from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.pack import Concerns, Pack
from threadline.domain.framework.position import Position, Standing, Status
from threadline.domain.framework.registry import CHECKS
from threadline.domain.framework.stages import StageReading, StageState, open_stages, read_stages
from threadline.reviews.circumstances import circumstances_of
from threadline.reviews.method import pack_of
from threadline.reviews.models import Review
from threadline.ui.words import day

TONES = {
    Status.DONE: "done", Status.DUE: "due", Status.LATE: "late", Status.HELD: "held", Status.WAIVED: "waiting",
    Status.NOT_APPLICABLE: "plain", Status.NOT_SUPPORTED: "plain",
}  # fmt: skip
UNSETTLED = frozenset({Status.DUE, Status.LATE, Status.HELD})
ALL, MINE, LATE = "all", "mine", "late"
SERVICE = "The service itself"


@dataclass(frozen=True, slots=True)
class Line:
    """A requirement as a line of the task list; `href` is where it is done, for whoever may go there."""

    standing: Standing
    href: str
    status: str
    tone: str
    role: str

    @property
    def why(self) -> str:
        """The reasons as one text."""
        return " ".join(self.standing.why)


@dataclass(frozen=True, slots=True)
class Group:
    """A stage with its lines. `said` is where the stage stands; `counted` how its lines stand; `open` shows them."""

    id: str
    title: str
    state: str
    said: str
    lines: tuple[Line, ...]
    open: bool

    @property
    def counted(self) -> str:
        """How many of its lines have which status: "3 done, 1 late"."""
        return counted(line.standing.status for line in self.lines)


@dataclass(frozen=True, slots=True)
class WhereItStands:
    """The whole page: the method, every standing, and the lines that `show` lets through, by stage."""

    pack: Pack
    position: Position
    groups: tuple[Group, ...]
    show: str
    how_many: Mapping[str, int]

    @property
    def now(self) -> str:
        """The stages that are under way, in a sentence; "" where none is."""
        under_way = [group.title for group in self.groups if group.state == StageState.OPEN]
        return f"Under way: {'; '.join(under_way)}." if under_way else ""

    def line(self, requirement: str) -> Line | None:
        """One requirement's line; None where the method has no such requirement."""
        lines = (line for group in self.groups for line in group.lines)
        return next((line for line in lines if line.standing.requirement.id == requirement), None)


def where_it_stands(*, review: Review, viewer: User, show: str = ALL) -> WhereItStands | None:
    """Where a review stands, for whoever may see it; None for others.

    `show`: "all", "mine" (what is still to be done by a role the viewer has here) or "late".
    """
    roles = Roles(viewer, review)
    if not roles.may(Permission.POSITION_READ):
        return None
    pack = pack_of(review)
    with review_scope(review):
        position, stages = _evaluated(review, pack)
    own = {each.role_key for each in roles.held if each.review_id in (None, review.pk)}
    mine = position.only(roles=own, status=UNSETTLED)
    ours = tuple(each for each in mine.standings if each.requirement.concerns is not Concerns.SERVICE)
    late = position.only(status=[Status.LATE])
    shown = {MINE: ours, LATE: late.standings}.get(show, position.standings)
    lines = [_line(each, pack, roles) for each in shown]
    groups = [_group(stage, lines, every=show in (MINE, LATE)) for stage in stages]
    groups.append(Group("service", SERVICE, "", "", tuple(_of(lines, "", Concerns.SERVICE)), open=show in (MINE, LATE)))
    return WhereItStands(
        pack=pack,
        position=position,
        groups=tuple(group for group in groups if group.lines),
        show=show if show in (MINE, LATE) else ALL,
        how_many={ALL: len(position.standings), MINE: len(ours), LATE: len(late.standings)},
    )


def counted(statuses: Iterable[Status]) -> str:
    """How many of each status: "3 done, 1 late", in the order of the statuses."""
    found = list(statuses)
    return ", ".join(f"{number} {status.value}" for status in Status if (number := found.count(status)))


def outcomes_of(review: Review, pack: Pack) -> dict[str, Outcome]:
    """What every check that the pack names and an area has registered says of a review. Within the review's scope.

    The reasons are read by everyone who sees where the review stands, Board members among them: a check says what is
    done or wanting, and never anything of the case itself.
    """
    known = CHECKS.checks()
    named = dict.fromkeys(requirement.check for requirement in pack.requirements)
    return {name: known[name](review) for name in named if name in known}


def _evaluated(review: Review, pack: Pack) -> tuple[Position, tuple[StageReading, ...]]:
    """The position, once to know which stages are open and again with them."""
    outcomes = outcomes_of(review, pack)
    circumstances = circumstances_of(review, timezone.localdate())
    stages = read_stages(pack, evaluate(pack, outcomes, circumstances))
    opened = open_stages(stages)
    return evaluate(pack, outcomes, replace(circumstances, open_stages=opened)), stages


def _line(standing: Standing, pack: Pack, roles: Roles) -> Line:
    status = standing.status
    words = f"Due {day(standing.due)}" if status is Status.DUE and standing.due else status.value.capitalize()
    href = reachable(standing.link, roles)
    return Line(standing, href, words, TONES[status], pack.role_title(standing.requirement.role))


def _of(lines: list[Line], stage: str, concerns: Concerns | None = None) -> list[Line]:
    """The lines of the service itself, or those of a stage without them."""
    if concerns:
        return [line for line in lines if line.standing.requirement.concerns is concerns]
    rows = (line for line in lines if line.standing.requirement.concerns is not Concerns.SERVICE)
    return [line for line in rows if line.standing.requirement.stage == stage]


def _group(stage: StageReading, lines: list[Line], *, every: bool) -> Group:
    own = tuple(_of(lines, stage.id))
    needs_a_look = any(line.standing.status in (Status.LATE, Status.HELD) for line in own)
    under_way = stage.state is StageState.OPEN or needs_a_look
    return Group(stage.id, stage.title, stage.state.value, stage.sentence, own, open=every or under_way)


def reachable(href: str, roles: Roles) -> str:
    """The address where the person may open it; "" where they may not, so that no link leads to nothing."""
    path = href.partition("#")[0].partition("?")[0]
    try:
        view = getattr(resolve(path).func, "view_class", None) if path else None
    except Resolver404:
        return ""
    permission = getattr(view, "permission", None)
    return href if permission is not None and roles.may(permission) else ""
