"""People who come by a one-time link and a code, with no account of their own making: family members and supporters."""

from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.roles import ROLES
from threadline.accounts.models import User

IDLE_SECONDS = 15 * 60
ROLES_OF_READERS = frozenset(role.key for role in ROLES.values() if role.comes_once)


def comes_once(user: User) -> bool:
    """Whether `user` comes by one-time links alone, so that no second factor is asked of them (TRUST 10).

    Whoever has a password, or another role besides, signs in as staff do.
    """
    if user.has_usable_password():
        return False
    held = set(RoleHolding.objects.active(at=timezone.now()).filter(user=user).values_list("role_key", flat=True))
    return bool(held) and held <= ROLES_OF_READERS


def idle_seconds(user: User) -> int | None:
    """How long a family member or supporter may be idle (TRUST 13); None for everybody else."""
    held = RoleHolding.objects.active(at=timezone.now()).filter(user=user, role_key__in=ROLES_OF_READERS)
    return IDLE_SECONDS if held.exists() else None
