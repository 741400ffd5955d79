"""Independence, the threshold test, and holds."""

from dataclasses import dataclass

from threadline.domain.dates.working_days import Length


@dataclass(frozen=True, slots=True)
class Route:
    """A way to a post: "a member of another area's Board"."""

    id: str
    says: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post that needs independence (its id is a role): its rule, the routes to it and the skills looked for."""

    id: str
    title: str
    says: str
    bars_involved_agency: bool
    routes: tuple[Route, ...]
    skills: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the independence declaration, for the holders of the roles in `posts`."""

    id: str
    asks: str
    bars: bool
    posts: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class RecruitmentCheck:
    """A safe-recruitment check that is on record before the holders of `posts` see anything (2.2.e)."""

    id: str
    says: str
    posts: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class IndependenceRules:
    """Posts, questions, and the safe-recruitment checks."""

    posts: tuple[Post, ...]
    questions: tuple[Question, ...]
    recruitment: tuple[RecruitmentCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class Limb:
    """A question of the threshold test, with its clauses for yes and no."""

    id: str
    asks: str
    holds: str
    fails: str
    help: str
    unsure_counts_as_yes: bool
    source: str
    cites: str
    doubt: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground on which a test is met, or a trigger on which an incident is notifiable: all its limbs together."""

    id: str
    title: str
    limbs: tuple[str, ...]
    source: str
    cites: str
    doubt: str


@dataclass(frozen=True, slots=True)
class ChairsOption:
    """A decision open to the Independent Chair under the results named."""

    id: str
    title: str
    says: str
    allowed_when: tuple[str, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """The test for a review and the triggers of notification, over one set of limbs."""

    test: str
    notice: str
    every_review_is_notifiable: bool
    limbs: tuple[Limb, ...]
    grounds: tuple[Ground, ...]
    triggers: tuple[Ground, ...]
    options: tuple[ChairsOption, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """A kind of hold: who may ask for it, the acts it stops at once, those it can stop too, and who releases it."""

    id: str
    title: str
    says: str
    asked_by: str
    blocks: tuple[str, ...]
    may_block: tuple[str, ...]
    may_go_on: str
    released_by: tuple[str, ...]
    reviewed_every: Length
    source: str
