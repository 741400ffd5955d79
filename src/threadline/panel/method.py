"""What the review's method says of posts, declarations and meetings."""

from threadline.domain.framework.pack import Agenda, Post, Question, RecruitmentCheck
from threadline.reviews.method import pack_of
from threadline.reviews.models import Review

EVENT_STAGE = "learning_event"
QUORUM = "meeting_quorum"
"""The limit by which a Board's own pack may ask that a meeting decides with so many people or more."""


def posts(review: Review) -> tuple[Post, ...]:
    """The posts whose holders declare their independence, in the order of the method."""
    return pack_of(review).independence.posts


def post(review: Review, name: str) -> Post:
    """A post by its id, which is also the key of its role. Raises KeyError."""
    return {each.id: each for each in pack_of(review).independence.posts}[name]


def questions(review: Review, post_name: str) -> tuple[Question, ...]:
    """The questions that the declaration for a post asks."""
    return tuple(each for each in pack_of(review).independence.questions if post_name in each.posts)


def recruitment(review: Review, post_name: str) -> tuple[RecruitmentCheck, ...]:
    """The safe-recruitment checks that must be on record before the holder of a post sees anything (2.2.e)."""
    return tuple(each for each in pack_of(review).independence.recruitment if post_name in each.posts)


def title(review: Review, post_name: str) -> str:
    """A post as people say it: "Panel Chair"; the key itself for one that the pack does not have."""
    return pack_of(review).role_title(post_name)


def agendas(review: Review) -> tuple[Agenda, ...]:
    """The kinds of meeting, in the order of the method; the learning event is not one of the Panel's."""
    pack = pack_of(review)
    order = [stage.id for stage in pack.stages]
    meetings = (each for each in pack.agendas if each.stage != EVENT_STAGE)
    return tuple(sorted(meetings, key=lambda each: (order.index(each.stage), pack.agendas.index(each))))


def agenda(review: Review, kind: str) -> Agenda:
    """The agenda of a kind of meeting. Raises KeyError."""
    return {each.id: each for each in agendas(review)}[kind]


def quorum(review: Review) -> int:
    """The fewest people with whom a meeting decides; 0 where the method asks for none."""
    return next((limit.amount for limit in pack_of(review).limits if limit.id == QUORUM), 0)
