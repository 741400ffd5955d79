"""A person's own part in a review: the posts they hold, what each lets them see, and until when."""

from dataclasses import dataclass

from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.accounts.models import User
from threadline.panel import method
from threadline.panel.queries import members
from threadline.panel.queries.members import Sits
from threadline.reviews.models import Review
from threadline.ui.words import day


@dataclass(frozen=True, slots=True)
class Part:
    """A post as its holder sees it. `sees` is what they can see now, in a sentence; `until` in words."""

    post: str
    title: str
    sees: str
    never: str
    until: str
    status: str
    tone: str
    to_sign: bool
    signed: str
    sits: Sits | None


def of(*, review: Review, viewer: User) -> list[Part]:
    """The viewer's posts in a review: those on record, and roles held that no appointment stands behind yet."""
    sits = members.own(review=review, viewer=viewer)
    known = {each.member.post for each in sits if each.member.serving}
    posts = {post.id for post in method.posts(review)}
    held = RoleHolding.objects.active(at=timezone.now()).filter(user=viewer, review=review, role_key__in=posts)
    return [*map(_of_member, sits), *(_of_role(review, each) for each in held if each.role_key not in known)]


def _of_member(sits: Sits) -> Part:
    member, holding = sits.member, sits.member.holding
    if holding is not None:
        holding = RoleHolding.objects.get(pk=holding.pk)
    word, tone = sits.status
    return Part(
        post=member.post,
        title=sits.title,
        sees=_sees(member.serving, holding),
        never=holding.role.never_sees if holding and member.serving else "",
        until=_until(member.to_on, holding) if member.serving else f"It ended on {day(member.to_on)}.",
        status=word,
        tone=tone,
        to_sign=member.serving and member.state == member.State.AWAITED,
        signed=f"Signed on {day(sits.signed.signed_on)}." if sits.signed else "Not signed yet.",
        sits=sits,
    )


def _of_role(review: Review, holding: RoleHolding) -> Part:
    return Part(
        post=holding.role_key,
        title=method.title(review, holding.role_key),
        sees=_sees(True, holding),
        never=holding.role.never_sees,
        until=_until(None, holding),
        status="Declaration awaited",
        tone="due",
        to_sign=holding.suspended_at is not None,
        signed="Not signed yet.",
        sits=None,
    )


def _sees(serving: bool, holding: RoleHolding | None) -> str:
    if not serving or holding is None or holding.revoked_at is not None:
        return "Nothing of this review."
    if holding.suspended_at is not None:
        return "Nothing of the case for now."
    if holding.starts > timezone.now():
        return f"Nothing before {day(holding.starts)}. Then: {holding.role.sees}."
    return f"{holding.role.sees[:1].upper()}{holding.role.sees[1:]}."


def _until(to_on: object, holding: RoleHolding | None) -> str:
    last = holding.last_day if holding is not None else None
    return f"Until {day(last)}." if last else "Until the review ends or your part in it does. No last day is set."
