"""A Serious Case Review and the agencies that contribute to it."""

import uuid
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from threadline.access.gate import Guarded, GuardedQuerySet
from threadline.agencies.models import Agency, Board
from threadline.reviews.models.pack import PackEdition

REFERENCE = r"[A-Za-z0-9][A-Za-z0-9-]{1,29}"


class Review(Guarded):
    """One review. Its reference names nobody: it stands in addresses, e-mails and files (TRUST 67, 69)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="reviews")
    reference = models.CharField(
        max_length=30,
        unique=True,
        validators=[RegexValidator(rf"^{REFERENCE}$", "Use letters, figures and hyphens only, for example R-2015-01")],
    )
    incident_on = models.DateField()
    period_from = models.DateField()
    period_to = models.DateField()
    period_reason = models.TextField(blank=True, help_text="Why the period is longer than recommended (2.1.c)")
    opened_at = models.DateTimeField(auto_now_add=True)
    decided_on = models.DateField(null=True, help_text="When the Independent Chair decided to commission it")
    opened_because = models.TextField(blank=True, help_text="Why it was opened without a referral (2.1.a)")
    pack = models.ForeignKey(
        PackEdition, on_delete=models.PROTECT, related_name="+", help_text="The method it is pinned to (W.a)"
    )

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # a review is not under a review

    class Reach:
        """A review stands at itself, under its Board."""

        review = "pk"
        board = "board"

    class Meta:
        ordering: ClassVar = ["-opened_at"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(period_from__lte=F("period_to")), name="period_runs_forward"),
            models.CheckConstraint(
                condition=Q(opened_because="") | Q(decided_on__isnull=False),
                name="a_review_under_way_has_its_decision",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class ContributingAgency(Guarded):
    """An agency that must send its timeline to a review: what an upload is asked of."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="contributors")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Reach:
        """Under its review, for its agency."""

        review = "review"
        agency = "agency"

    class Meta:
        ordering: ClassVar = ["agency__name"]
        verbose_name_plural = "contributing agencies"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "agency"], name="an_agency_contributes_once"),
        ]

    def __str__(self) -> str:
        return self.agency.name
