"""What the Board's Independent Chair decides where something speaks against a person's independence (1.b)."""

from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.panel.actions import access
from threadline.panel.models import ChairsDecision, Member


@action(Permission.INDEPENDENCE_DECIDE, records="panel.overridden", on="member")
def override(*, by: User, member: Member, version: int, reasons: str) -> Member:
    """Let somebody serve in spite of what was declared or found. Raises Overtaken; Refused without reasons or findings.

    It covers what was found so far: anything found later comes back to the Chair.
    """
    member = _before_the_chair(by, member, version, reasons)
    if member.state != Member.State.REFERRED:
        raise Refused(f"There is nothing to decide about {member.name}.")
    decided = access.undecided(member)
    ChairsDecision(
        member=member, kind=ChairsDecision.Kind.OVERRIDE, reasons=reasons.strip(), findings=decided, by=by
    ).save()
    return access.settle(member)


@action(Permission.INDEPENDENCE_DECIDE, records="panel.recused", on="member")
def recuse(*, by: User, member: Member, version: int, reasons: str) -> Member:
    """Recuse somebody: they leave every post of the review and their access ends at once, on every surface.

    Raises Overtaken, and Refused without reasons.
    """
    member = _before_the_chair(by, member, version, reasons)
    ChairsDecision(
        member=member, kind=ChairsDecision.Kind.RECUSE, reasons=reasons.strip(), findings=member.findings, by=by
    ).save()
    for each in _posts_of(member):
        each.state, each.left_because = Member.State.RECUSED, reasons.strip()
        each.to_on = max(timezone.localdate(), each.from_on)
        each.save()
    access.end_access(member, "Recused: the Independent Chair decided that they are not independent of the case.")
    return member


def _before_the_chair(by: User, member: Member, version: int, reasons: str) -> Member:
    if not reasons.strip():
        raise Refused("Give your reasons: they stand on record with the decision.")
    member = access.current(member, version)
    access.still_serving(member)
    if member.user_id == by.pk:
        raise Refused("Nobody decides about their own independence.")
    return member


def _posts_of(member: Member) -> list[Member]:
    """Every post that the person serves in, this one first."""
    if member.user is None:
        return [member]
    others = Member.objects.filter(review=member.review, user=member.user).exclude(pk=member.pk)
    gone = [Member.State.RECUSED, Member.State.LEFT]
    return [member, *others.exclude(state__in=gone)]
