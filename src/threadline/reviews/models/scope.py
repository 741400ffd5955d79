"""The scope of a review, version by version: what it covers, why in this form, from whom it hears (2.1.c-i, 2.3.f)."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.reviews.models.review import Review


class Scope(Guarded):
    """One version. It is prepared, proposed and agreed; once agreed or set aside it is never written again."""

    class State(models.TextChoices):
        """Where a version stands."""

        DRAFT = "draft", "Being prepared"
        PROPOSED = "proposed", "Proposed"
        AGREED = "agreed", "Agreed"
        SET_ASIDE = "set_aside", "Set aside"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="scopes")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    incident_on = models.DateField()
    period_from = models.DateField()
    period_to = models.DateField()
    period_reason = models.TextField(blank=True)
    scale = models.TextField(blank=True)
    complexity = models.TextField(blank=True)
    why_this_form = models.TextField(blank=True)
    no_history = models.BooleanField(default=False)
    no_other_boards = models.BooleanField(default=False)
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    because = models.TextField(blank=True, help_text="Why this version")
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    proposed_at = models.DateTimeField(null=True)
    returned_because = models.TextField(blank=True)
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    agreed_on = models.DateField(null=True)
    agreed_at_meeting = models.CharField(max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every act, so that a stale page is noticed")

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="a_scope_version_has_its_number"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(state__in=["draft", "proposed"]), name="one_scope_is_open_at_a_time"
            ),
            models.CheckConstraint(condition=Q(period_from__lte=F("period_to")), name="a_scope_period_runs_forward"),
            models.CheckConstraint(
                condition=~Q(state__in=["proposed", "agreed"])
                | (Q(proposed_by__isnull=False, proposed_at__isnull=False) & ~Q(because="")),
                name="a_scope_is_proposed_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed")
                | (Q(agreed_by__isnull=False, agreed_on__isnull=False) & ~Q(agreed_by=F("proposed_by"))),
                name="a_scope_is_agreed_by_another_person",
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"


class ScopeAgency(Guarded):
    """An agency that must contribute, and why."""

    scope = models.ForeignKey(Scope, on_delete=models.CASCADE, related_name="agencies")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)

    class Reach:
        """Under the review of its scope."""

        review = "scope__review"

    class Meta:
        ordering: ClassVar = ["agency__name"]
        verbose_name_plural = "scope agencies"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scope", "agency"], name="an_agency_stands_in_a_scope_once")
        ]

    def __str__(self) -> str:
        return self.agency.name


class KeyPoint(Guarded):
    """A key point of history before the period: what was known, who knew, how it bore on what was done (2.1.c)."""

    scope = models.ForeignKey(Scope, on_delete=models.CASCADE, related_name="key_points")
    order = models.PositiveSmallIntegerField()
    known = models.TextField()
    who_knew = models.TextField()
    influence = models.TextField()

    class Reach:
        """Under the review of its scope."""

        review = "scope__review"

    class Meta:
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return self.known


class ScopeSource(Guarded):
    """A source of information besides the agencies' timelines, or another area's Board, and how it contributes."""

    scope = models.ForeignKey(Scope, on_delete=models.CASCADE, related_name="sources")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    contributes = models.TextField()
    is_board = models.BooleanField(default=False)

    class Reach:
        """Under the review of its scope."""

        review = "scope__review"

    class Meta:
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return self.name


class ScopeQuestion(Guarded):
    """A question that the review sets out to answer."""

    scope = models.ForeignKey(Scope, on_delete=models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Reach:
        """Under the review of its scope."""

        review = "scope__review"

    class Meta:
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return self.text
