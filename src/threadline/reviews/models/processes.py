"""What runs beside the review: criminal, coronial and other proceedings, and what was said with those who lead them."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.reviews.models.review import Review


class Process(Guarded):
    """A parallel process, or the answer that none of its kind is known (2.1.f, 2.3.e).

    `waits` are the acts that must wait for it; `settled_on` is when that was settled and with whom (2.2.f).
    """

    class Kind(models.TextChoices):
        """What sort of process it is."""

        CRIMINAL = "criminal", "Criminal investigation or trial"
        CORONIAL = "coronial", "Inquest"
        FAMILY_COURT = "family_court", "Family court proceedings"
        EMPLOYMENT = "employment", "Employment or professional conduct"
        OTHER_REVIEW = "other_review", "Another review or inquiry"

    class Standing(models.TextChoices):
        """Where it stands."""

        NONE = "none", "None known"
        EXPECTED = "expected", "Expected"
        RUNNING = "running", "Running"
        ENDED = "ended", "Ended"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="processes")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    standing = models.CharField(max_length=10, choices=Standing.choices)
    title = models.CharField(max_length=120, blank=True)
    led_by = models.CharField(max_length=200, blank=True, help_text="Who leads it and can be asked: name and office")
    next_on = models.DateField(null=True, blank=True)
    next_what = models.CharField(max_length=200, blank=True)
    opportunities = models.TextField(blank=True)
    risks = models.TextField(blank=True)
    waits = models.JSONField(default=list, help_text="Acts of domain/framework/registry.py")
    may_go_on = models.TextField(blank=True)
    settled_on = models.DateField(null=True)
    settled_with = models.CharField(max_length=200, blank=True)
    identified_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    identified_at = models.DateTimeField(auto_now_add=True)
    confirmed_on = models.DateField(null=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    confirmed_at_meeting = models.CharField(max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every act, so that a stale page is noticed")

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["identified_at"]
        verbose_name_plural = "processes"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "kind"], condition=Q(standing="none"), name="none_of_a_kind_is_said_once"
            ),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True) | ~Q(settled_with=""), name="what_waits_is_settled_with_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()


class Contact(Guarded):
    """What was said with police, prosecution, coroner or another who leads a process. Never changed: add another."""

    class Office(models.TextChoices):
        """Whose office was spoken with."""

        POLICE = "police", "Police"
        CPS = "cps", "Crown Prosecution Service"
        CORONER = "coroner", "Coroner"
        COURT = "court", "Court, or a party to it"
        EMPLOYER = "employer", "Employer or professional regulator"
        OTHER = "other", "Another"

    class How(models.TextChoices):
        """By what means."""

        TELEPHONE = "telephone", "By telephone"
        MEETING = "meeting", "At a meeting"
        WRITING = "writing", "In writing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="contacts")
    on = models.DateField()
    office = models.CharField(max_length=10, choices=Office.choices)
    with_whom = models.CharField(max_length=200)
    how = models.CharField(max_length=10, choices=How.choices)
    said = models.TextField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under the review of its process."""

        review = "process__review"

    class Meta:
        ordering: ClassVar = ["-on", "-recorded_at"]

    def __str__(self) -> str:
        return f"{self.get_office_display()}, {self.on}"
