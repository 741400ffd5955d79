"""What the threshold meeting recommends, and what the Independent Chair decides."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded, GuardedQuerySet
from threadline.accounts.models import User
from threadline.threshold.models.referral import Assessment


class Recommendation(Guarded):
    """What the threshold meeting recommends on one round of answers, and who took part; the latest one counts.

    The proposed reference and period are what the review would be opened with.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="recommendations")
    option = models.CharField(max_length=60)
    reasons = models.TextField()
    met_on = models.DateField()
    took_part = models.JSONField(default=list)
    stood_aside = models.TextField(blank=True)
    reference = models.CharField(max_length=30, blank=True)
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    period_reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # it stands before there is a review

    class Reach:
        """At the referral's Board."""

        board = "assessment__referral__board"

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.option


class Decision(Guarded):
    """What the Chair decided on one round of answers. A final one closes the round; a request for more does not.

    `result` and `sentences` are what the answers added up to, kept as the Chair read them.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="decisions")
    option = models.CharField(max_length=60)
    final = models.BooleanField()
    result = models.CharField(max_length=20)
    sentences = models.JSONField(default=list)
    reasons = models.TextField()
    instead = models.TextField(blank=True, help_text="The other kind of review, or what is still to be found out")
    by_whom = models.CharField(max_length=200, blank=True)
    by_when = models.DateField(null=True, blank=True)
    told = models.JSONField(default=list)
    decided_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # it stands before there is a review

    class Reach:
        """At the referral's Board."""

        board = "assessment__referral__board"

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assessment"], condition=Q(final=True), name="one_final_decision_a_round"),
            models.CheckConstraint(condition=~Q(reasons=""), name="a_decision_has_reasons"),
        ]

    def __str__(self) -> str:
        return self.option
