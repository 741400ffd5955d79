"""Stopping what a role carries: for a while, until it is decided (`suspend`, `lift`), or for good (`revoke`).

For the acts of areas: each is called inside an `@action`, which asks the policy and leaves the audit event; outside of
one the holding refuses to be written. What changed counts from the holder's next click, on every surface.

    @action(Permission.PANEL_DECIDE, records="panel.conflict_found", on="holding")
    def suspend_member(*, by, holding, because):
        holdings.suspend(holding, because)

A suspended holder reaches no case content. They keep `policy.WHILE_SUSPENDED`: their own first page (OWN_PART_READ) and
the page on which they declare what links them to the case (INDEPENDENCE_DECLARE). A page or an act that must be
open to them asks for one of these two, of the review.
"""

from collections.abc import Callable

from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.models import RoleHolding
from threadline.accounts.models import User

conditions: list[Callable[[RoleHolding], str]] = []


def suspend(holding: RoleHolding, because: str) -> RoleHolding:
    """Suspend a holding until `lift`. One that is suspended already keeps its first day and takes the new reason.

    Raises Refused without a reason, and where the role has ended.
    """
    if not because.strip():
        raise Refused("Say why this person may not look until it is decided.")
    found = _in_hand(holding)
    found.suspended_at = found.suspended_at or timezone.now()
    found.suspended_because = because.strip()
    return _kept(found)


def lift(holding: RoleHolding) -> RoleHolding:
    """End a suspension. Nothing happens where there is none. Raises Refused where the role has ended."""
    found = _in_hand(holding)
    if found.suspended_at is None:
        return found
    found.suspended_at, found.suspended_because = None, ""
    return _kept(found)


def revoke(holding: RoleHolding, because: str) -> RoleHolding:
    """End a role at once and for good, as on grounds of independence (TRUST 25).

    Raises Refused without a reason, and where the role has ended.
    """
    if not because.strip():
        raise Refused("Say why the role ends.")
    found = _in_hand(holding)
    found.revoked_at, found.revoked_because = timezone.now(), because.strip()
    return _kept(found)


def pass_on(holding: RoleHolding) -> None:
    """Let those who support a family member share what has become of that person's role: its end, its suspension."""
    for each in RoleHolding.objects.filter(supports=holding, revoked_at__isnull=True).select_for_update(of=("self",)):
        until = holding.revoked_at or holding.ends
        if until is not None and (holding.revoked_at is not None or until <= each.starts):
            each.revoked_at, each.revoked_because = until, f"The part of {holding.user} in the review ended."
        elif until is not None and (each.ends is None or each.ends > until):
            each.ends = until
        each.suspended_at, each.suspended_because = holding.suspended_at, holding.suspended_because
        each.save()


def end_support(of: User, because: str) -> None:
    """End the roles of all who support a person, as when that person's account is closed."""
    beside = RoleHolding.objects.active(at=timezone.now()).filter(supports__user=of)
    for each in beside.select_for_update(of=("self",)):
        revoke(each, because)


def add_condition(tell: Callable[[RoleHolding], str]) -> None:
    """Let an area say, from its `AppConfig.ready`, that a new holding begins suspended: `tell` gives why, or ""."""
    if tell not in conditions:
        conditions.append(tell)


def begin(holding: RoleHolding) -> RoleHolding:
    """Save a new holding, suspended where some area's condition says so. Inside an act, as `suspend`."""
    told = (tell(holding) for tell in conditions)
    because = next((why for why in told if why), "")
    if because:
        holding.suspended_at, holding.suspended_because = timezone.now(), because
    return _kept(holding)


def _in_hand(holding: RoleHolding) -> RoleHolding:
    """The holding as it is now, locked. Raises Refused where it has ended."""
    found = RoleHolding.objects.select_for_update(of=("self",)).select_related("user", "agency").get(pk=holding.pk)
    if found.revoked_at is not None or (found.ends is not None and found.ends <= timezone.now()):
        raise Refused(f"{found.user}'s role has ended already.")
    return found


def _kept(holding: RoleHolding) -> RoleHolding:
    holding.save()
    pass_on(holding)
    return holding
