"""What the national bodies were told of a decision, with proof, and what they advised."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded, GuardedQuerySet
from threadline.accounts.models import User
from threadline.documents.models import Document
from threadline.threshold.models.deciding import Decision
from threadline.threshold.models.referral import Referral


class Body(models.TextChoices):
    """The national bodies that hear of every decision (2.3.a)."""

    OFSTED = "ofsted", "Ofsted"
    DFE = "dfe", "the Department for Education"
    PANEL = "national_panel", "the National Panel"


class Telling(Guarded):
    """That one body was told of a decision: when, how, by which letter, and what proves it.

    One recorded by mistake is taken back with a reason and kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="tellings")
    body = models.CharField(max_length=20, choices=Body.choices)
    told_on = models.DateField()
    how = models.CharField(max_length=120)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    proof = models.TextField(blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", null=True)
    notification_enclosed = models.BooleanField(default=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    out_at = models.DateTimeField(null=True, editable=False)
    out_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, editable=False)
    out_because = models.TextField(blank=True, editable=False)

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # a decision may lead to no review

    class Reach:
        """At the referral's Board."""

        board = "decision__assessment__referral__board"

    class Meta:
        ordering: ClassVar = ["told_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "body"], condition=Q(out_at__isnull=True), name="a_body_is_told_once"
            ),
            models.CheckConstraint(condition=~Q(proof="") | Q(document__isnull=False), name="telling_has_its_proof"),
            models.CheckConstraint(
                condition=Q(out_at__isnull=True) | (~Q(out_because="") & Q(out_by__isnull=False)),
                name="a_telling_is_taken_back_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.get_body_display()


class Advice(Guarded):
    """What a national body advised about a referral, and the Board's answer with its reasons."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="advice")
    body = models.CharField(max_length=20, choices=Body.choices)
    received_on = models.DateField()
    says = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    followed = models.BooleanField(null=True)
    reply = models.TextField(blank=True)
    replied_on = models.DateField(null=True)
    replied_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # it stands before there is a review

    class Reach:
        """At the referral's Board."""

        board = "referral__board"

    class Meta:
        ordering: ClassVar = ["received_on", "at"]
        verbose_name_plural = "advice"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(replied_on__isnull=True, reply="", followed__isnull=True, replied_by__isnull=True)
                | (Q(replied_on__isnull=False, followed__isnull=False, replied_by__isnull=False) & ~Q(reply="")),
                name="advice_is_answered_with_reasons_or_open",
            ),
        ]

    def __str__(self) -> str:
        return self.get_body_display()
