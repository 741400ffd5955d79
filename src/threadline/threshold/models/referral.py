"""An incident referred to a Board, and the answers to the threshold test, in rounds that a decision closes."""

import uuid
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from threadline.access.gate import Guarded, GuardedQuerySet
from threadline.accounts.models import User
from threadline.agencies.models import Board
from threadline.domain.threshold.answers import Said
from threadline.reviews.models import PackEdition, Review

REFERENCE = r"[A-Za-z0-9][A-Za-z0-9-]{1,29}"


class Referral(Guarded):
    """An incident that somebody has told the Board of (2.1.a). It stands at the Board; its reference names nobody.

    `review` is the one that the Chair's decision opened. `triggers` are the pack's ids that the referrer named.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(
        max_length=30,
        validators=[RegexValidator(rf"^{REFERENCE}$", "Use letters, figures and hyphens only, for example N-2015-07")],
    )
    received_on = models.DateField()
    received_from = models.CharField(max_length=200)
    incident_on = models.DateField()
    aware_on = models.DateField(help_text="When the local authority became aware of the incident")
    about = models.TextField()
    triggers = models.JSONField(default=list)
    lives_in = models.CharField(max_length=120)
    lives_here = models.BooleanField()
    led_here_because = models.TextField(blank=True)
    ofsted_told_on = models.DateField(null=True, blank=True)
    ofsted_proof = models.TextField(blank=True)
    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="+", null=True, editable=False)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every act, so that a stale page is noticed")

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # it stands before there is a review

    class Reach:
        """At its Board, before and after there is a review."""

        board = "board"

    class Meta:
        ordering: ClassVar = ["-received_on", "-recorded_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["board", "reference"], name="a_referral_has_its_own_reference"),
            models.CheckConstraint(
                condition=Q(incident_on__lte=F("received_on")), name="a_referral_follows_its_incident"
            ),
            models.CheckConstraint(condition=Q(incident_on__lte=F("aware_on")), name="awareness_follows_the_incident"),
        ]

    def __str__(self) -> str:
        return self.reference


class Assessment(Guarded):
    """One round of the threshold test. A final decision closes it; `because` says why a later one was begun."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="assessments")
    number = models.PositiveIntegerField()
    pack = models.ForeignKey(
        PackEdition, on_delete=models.PROTECT, related_name="+", help_text="Whose test is answered"
    )
    because = models.TextField(blank=True)
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # it stands before there is a review

    class Reach:
        """At the referral's Board."""

        board = "referral__board"

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["referral", "number"], name="a_round_has_its_own_number"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(because=""), name="a_later_round_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Answer(Guarded):
    """What was said to one question of the test, with what shows it: who says so, where it stands, of which day."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")
    limb = models.CharField(max_length=60)
    said = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Said])
    evidence = models.TextField(blank=True)
    given_by = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=200, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # it stands before there is a review

    class Reach:
        """At the referral's Board."""

        board = "assessment__referral__board"

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assessment", "limb"], name="a_question_has_one_answer"),
            models.CheckConstraint(
                condition=Q(said=Said.UNSURE.value) | (~Q(evidence="") & ~Q(given_by="")),
                name="yes_and_no_say_what_shows_them",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.limb}: {self.said}"
