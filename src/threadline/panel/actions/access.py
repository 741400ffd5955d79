"""What a member's standing means for what they can open: nothing of the case before it is settled (TRUST 25)."""

from django.urls import reverse
from django.utils import timezone

from threadline.access import holdings
from threadline.access.acting import Refused
from threadline.access.models import RoleHolding
from threadline.notices import actions as notices
from threadline.panel import checking, method
from threadline.panel.models import ChairsDecision, Member, RecruitmentCheck
from threadline.reviews.models import Review

UNSIGNED = "The declaration of independence is not signed yet."
REFERRED = "The Board's Independent Chair has to decide about what was declared or found."
UNCHECKED = "Safe-recruitment checks are not all on record yet."


class Overtaken(Refused):
    """Somebody else changed the record since it was looked at."""


def current(member: Member, version: int | None = None) -> Member:
    """The member as they are now, locked. Raises Overtaken where another act came since `version`."""
    found: Member = (
        Member.objects.select_for_update(of=("self",))
        .select_related("review__board", "agency", "user", "holding", "deputy_for")
        .get(pk=member.pk)
    )
    if version is not None and found.version != version:
        raise Overtaken(f"Somebody changed the entry of {found.name} while this page was open. Look at it again.")
    found.version += 1
    return found


def still_serving(member: Member) -> None:
    """Raises Refused for somebody who has left or was recused."""
    if not member.serving:
        raise Refused(f"{member.name} is no longer on the Panel of this review.")


def unchecked(member: Member) -> list[str]:
    """The safe-recruitment checks that are still to be recorded for a reviewer, in words (2.2.e)."""
    wanted = method.recruitment(member.review, member.post)
    if not wanted:
        return []
    seen = set(RecruitmentCheck.objects.filter(member=member).values_list("check_id", flat=True))
    return [each.says for each in wanted if each.id not in seen]


def settle(member: Member) -> Member:
    """Check the member anew, put them where they stand, and let their access follow. Saves the member.

    Nothing found: independent. Something found that the Independent Chair has not let pass: with the Chair.
    """
    member.findings, member.checked_at = checking.findings(member), timezone.now()
    if member.state != Member.State.RECUSED:
        member.state = _state(member)
    member.save()
    let_access_follow(member)
    return member


def _state(member: Member) -> Member.State:
    if any(each["weight"] == "missing" for each in member.findings):
        return Member.State.AWAITED
    return Member.State.REFERRED if undecided(member) else Member.State.INDEPENDENT


def undecided(member: Member) -> list[dict[str, object]]:
    """What was found of the member that the Independent Chair has not let pass yet."""
    passed = ChairsDecision.objects.filter(member=member, kind=ChairsDecision.Kind.OVERRIDE)
    settled = [each for decision in passed for each in decision.findings]
    return [each for each in member.findings if each not in settled]


def let_access_follow(member: Member) -> None:
    """Suspend the member's role, or lift it, by how they stand. Nothing where there is none or it ended."""
    holding = member.holding
    if holding is None or _over(holding):
        return
    why = why_suspended(member)
    if why:
        holdings.suspend(holding, why)
    elif holding.suspended_at is not None:
        holdings.lift(holding)


def why_suspended(member: Member) -> str:
    """Why somebody who serves cannot open the case, as a sentence; "" where they can."""
    if member.state == Member.State.AWAITED:
        return UNSIGNED
    if member.state == Member.State.REFERRED:
        return REFERRED
    return UNCHECKED if unchecked(member) else ""


def ask_to_declare(member: Member) -> None:
    """Tell somebody with an account that their declaration is wanted, where it is."""
    if member.user is not None and member.state == Member.State.AWAITED:
        link = reverse("panel:part", args=[member.review.reference])
        title = method.title(member.review, member.post)
        notices.tell([member.user], "declaration-wanted", review=member.review, link=link, role=title)


def _tell_ended(member: Member) -> None:
    if member.user is not None:
        title = method.title(member.review, member.post)
        notices.tell([member.user], "access-ended", review=member.review, role=title)


def end_holding(member: Member, because: str) -> None:
    """End the role that goes with this post, at once. Nothing where there is none or it ended before."""
    if member.holding is not None and not _over(member.holding):
        holdings.revoke(member.holding, because)
        _tell_ended(member)


def end_access(member: Member, because: str) -> None:
    """End every post that the member's account holds in the review, at once."""
    if member.user is None:
        return
    posts = [each.id for each in method.posts(member.review)]
    held = RoleHolding.objects.filter(user=member.user, review=member.review, role_key__in=posts)
    for holding in held:
        if not _over(holding):
            holdings.revoke(holding, because)
    _tell_ended(member)


def _over(holding: RoleHolding) -> bool:
    fresh = RoleHolding.objects.get(pk=holding.pk)
    return fresh.revoked_at is not None or (fresh.ends is not None and fresh.ends <= timezone.now())


def appointed_with(holding: RoleHolding) -> str:
    """Why a new holding begins suspended: it is of a post whose holder declares first. For `holdings.add_condition`."""
    if holding.review is None:
        return ""
    posts = {each.id for each in method.posts(holding.review)}
    return UNSIGNED if holding.role_key in posts else ""


def recheck(review: Review) -> None:
    """Check everyone who serves against the register as it is now; called within the act that changed it.

    Only a conflict that the Chair has not weighed takes somebody's access away; a question is put to the Chair.
    """
    known = checking.register(review)
    serving = Member.objects.filter(review=review, state__in=[Member.State.INDEPENDENT, Member.State.REFERRED])
    for member in serving.select_related("review__board", "agency", "user", "holding"):
        found = checking.findings(member, known=known)
        if found != member.findings:
            _found_anew(member, found)


def _found_anew(member: Member, found: list[dict[str, object]]) -> None:
    member.findings, member.checked_at = found, timezone.now()
    member.version += 1
    opened = undecided(member)
    if any(each["weight"] == "conflict" for each in opened):
        member.state = Member.State.REFERRED
    elif not opened:
        member.state = Member.State.INDEPENDENT
    member.save()
    let_access_follow(member)
