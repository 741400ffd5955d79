"""Who holds which role, where, from when to when."""

import uuid
from datetime import date, datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from threadline.access.gate import Guarded, GuardedQuerySet
from threadline.access.memory import once
from threadline.access.permissions import Permission
from threadline.access.policy import WHILE_SUSPENDED
from threadline.access.roles import ROLES, SUPPORTER, Role
from threadline.accounts.models import User
from threadline.agencies.models import Agency, Board
from threadline.database.compiled import compiled


class HoldingQuerySet(GuardedQuerySet["RoleHolding"]):
    """Holdings by time."""

    def active(self, *, at: datetime) -> "HoldingQuerySet":
        """Those in force both by the server's clock, `at`, and by the database's own (TRUST 26)."""
        begun = Q(starts__lte=at) & Q(starts__lte=Now())
        open_end = Q(ends__isnull=True) | (Q(ends__gt=at) & Q(ends__gt=Now()))
        return self.filter(begun, open_end, revoked_at__isnull=True, user__is_active=True)

    def carrying(self, permission: Permission) -> "HoldingQuerySet":
        """Those through which `permission` can be had at present: a suspended one carries hardly any (TRUST 25)."""
        return self if permission in WHILE_SUSPENDED else self.filter(suspended_at__isnull=True)


class RoleHolding(Guarded):
    """One person's role at a Board, in a review, or for an agency in a review, with a start and an end.

    A suspended one is in force, and carries only what `policy.WHILE_SUSPENDED` names: see `holdings.py`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="holdings")
    role_key = models.CharField(max_length=40)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    supports = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="supporters", null=True, blank=True,
        help_text="The family member's role that a supporter's stands beside, and ends with",
    )  # fmt: skip
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_because = models.TextField(blank=True)
    suspended_at = models.DateTimeField(null=True, blank=True)
    suspended_because = models.TextField(blank=True)

    objects = HoldingQuerySet.as_manager()  # type: ignore[assignment,misc]  # asked for every page, in scope or not

    class Reach:
        """At its Board, and in its review where it is for one."""

        board = "board"
        review = "review"
        agency = "agency"

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user", "role_key"], name="holding_by_user")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=models.F("starts")), name="holding_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(agency__isnull=True) | Q(review__isnull=False),
                name="holding_for_an_agency_names_its_review",
            ),
            models.CheckConstraint(
                condition=Q(supports__isnull=True) | Q(role_key=SUPPORTER.key),
                name="holding_of_a_supporter_alone_supports",
            ),
            models.CheckConstraint(
                condition=Q(suspended_at__isnull=True, suspended_because="")
                | (Q(suspended_at__isnull=False) & ~Q(suspended_because="")),
                name="holding_is_suspended_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role.title}"

    @property
    def last_day(self) -> date | None:
        """The last day, here, on which the role is held; None without an end. The end itself is a moment past it."""
        return timezone.localtime(self.ends - timedelta(microseconds=1)).date() if self.ends else None

    @property
    def role(self) -> Role:
        """The role held. Raises KeyError for a role that no longer exists."""
        return ROLES[self.role_key]

    def carries(self, permission: Permission) -> bool:
        """Whether `permission` can be had through this holding at present, as `HoldingQuerySet.carrying` says."""
        return self.suspended_at is None or permission in WHILE_SUSPENDED


def roles_in_force(user: User) -> list[RoleHolding]:
    """Every role of a person that is in force, with its Board, review and agency; read once for a page."""
    return once(lambda: _in_force(user=user.pk, at=timezone.now()), "roles", user.pk)


@compiled(user=uuid.UUID, at=datetime)
def _in_force(user: uuid.UUID, at: datetime) -> models.QuerySet[RoleHolding]:
    found = RoleHolding.objects.active(at=at).filter(user=user)
    return found.select_related("board", "review", "agency").order_by("starts")
