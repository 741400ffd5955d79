"""Signing the declaration of independence, on screen or on paper, and the safe-recruitment record (1.b, 2.2.e)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from threadline.access.acting import Denied, Refused, action
from threadline.access.gate import changes
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.domain.independence.names import Likeness, likeness
from threadline.panel import method
from threadline.panel.actions import access
from threadline.panel.models import Declaration, Member, RecruitmentCheck
from threadline.reviews.models import Review


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: True for yes, False for no, None for not sure; with what was said about it."""

    answer: bool | None
    detail: str = ""


@action(Permission.INDEPENDENCE_DECLARE, records="panel.declared")
def declare(*, by: User, review: Review, post: str, answers: Mapping[str, Answer], signed_name: str) -> Member:
    """Sign the declaration for one's own post, which opens the review where nothing was declared or found.

    A new one takes the place of the last. Raises Denied to who does not hold the post, and Refused where a question is
    not answered, a yes is not explained, or the name signed is not the person's own.
    """
    member = _own(review, post, by)
    if likeness(signed_name, member.name) < Likeness.CLOSE:
        raise Refused(f"Sign with your own name, as it stands here: {member.name}.")
    _sign(member, answers, signed_name, timezone.localdate())
    return _settled(member)


@action(Permission.PANEL_WRITE, records="panel.declared_on_paper", on="member")
def record_on_paper(
    *, by: User, member: Member, version: int, answers: Mapping[str, Answer], signed_on: date
) -> Member:
    """Record a declaration that somebody without an account signed on paper. Raises Overtaken and Refused.

    Who has an account signs in person.
    """
    member = access.current(member, version)
    access.still_serving(member)
    if member.user is not None:
        raise Refused(f"{member.name} has an account and signs in person.")
    if signed_on > timezone.localdate():
        raise Refused("The day of signing cannot be in the future.")
    _sign(member, answers, member.name, signed_on, recorded_by=by)
    return _settled(member)


@action(Permission.PANEL_WRITE, records="panel.recruitment_recorded", on="member")
def record_recruitment(*, by: User, member: Member, check: str, seen_on: date, note: str = "") -> Member:
    """Record that a safe-recruitment check was seen. Raises Refused for one that is not asked for or is on record."""
    member = access.current(member)
    access.still_serving(member)
    if check not in {each.id for each in method.recruitment(member.review, member.post)}:
        raise Refused("This check is not asked for here.")
    if RecruitmentCheck.objects.filter(member=member, check_id=check).exists():
        raise Refused("This check is on record already.")
    if seen_on > timezone.localdate():
        raise Refused("The day on which it was seen cannot be in the future.")
    RecruitmentCheck(member=member, check_id=check, seen_on=seen_on, note=note.strip(), by=by).save()
    member.save()
    access.let_access_follow(member)
    return member


def _own(review: Review, post: str, by: User) -> Member:
    """The post that `by` holds in the review, locked; put on record where only the role was given so far."""
    serving = Member.objects.filter(review=review, user=by, post=post).exclude(
        state__in=[Member.State.RECUSED, Member.State.LEFT]
    )
    found = serving.first()
    if found is not None:
        return access.current(found)
    now = timezone.now()
    held = RoleHolding.objects.active(at=now).filter(user=by, review=review, role_key=post).first()
    if held is None or post not in {each.id for each in method.posts(review)}:
        raise Denied("This post is not theirs.")
    made = Member(
        review=review, post=post, name=by.name, user=by, holding=held, from_on=timezone.localdate(held.starts)
    )
    made.save()
    return made


def _sign(
    member: Member, answers: Mapping[str, Answer], name: str, on: date, *, recorded_by: User | None = None
) -> None:
    kept = []
    for question in method.questions(member.review, member.post):
        said = answers.get(question.id)
        if said is None:
            raise Refused(f"Answer every question. Not answered: {question.asks}")
        if said.answer is not False and not said.detail.strip():
            raise Refused(f"Say more about your answer to: {question.asks}")
        kept.append(
            {
                "id": question.id,
                "asks": question.asks,
                "bars": question.bars,
                "answer": said.answer,
                "detail": said.detail.strip(),
            }
        )
    signed = " ".join(name.split())
    Declaration(member=member, answers=kept, signed_name=signed, signed_on=on, recorded_by=recorded_by).save()


def _settled(member: Member) -> Member:
    access.settle(member)
    changes().detail["state"] = member.get_state_display()
    return member
