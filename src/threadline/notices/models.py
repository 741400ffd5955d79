"""What a person was told, the letters that carry it, and how a person wishes to be told. Nothing here is of a case."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from threadline.accounts.models import User


class Letter(models.Model):
    """An e-mail that is to go out, kept until the mail server has taken it (TRUST F14, 67).

    It goes at most once: from `SENDING` it never comes back to `WAITING` unless the mail server said that it did not
    take it. One whose fate is not known stays `UNSURE` and is not sent again; what it says stands on the person's page.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", "Waiting to be sent"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        UNSURE = "unsure", "It is not known whether it arrived"
        GIVEN_UP = "given_up", "The mail server will not take it"
        LEFT = "left", "Left unsent by somebody who looks after accounts"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    address = models.EmailField(max_length=254, blank=True, help_text="Of somebody who has no account")
    subject = models.CharField(max_length=200)
    body = models.TextField()
    calendar = models.TextField(blank=True, help_text="A calendar file to go with it")
    made_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=60, blank=True, help_text="The kind of the last failure, never its words")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "due_at"], name="letters_due")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(user__isnull=True) ^ Q(address=""), name="a_letter_goes_to_one")
        ]

    def __str__(self) -> str:
        return f"letter of {self.made_at:%d %B %Y}"

    @property
    def goes_to(self) -> str:
        """Where it goes: the person's address of today."""
        return self.user.email if self.user else self.address


class Notice(models.Model):
    """One thing a person was told: words that name nobody, and where to see it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=60)
    once = models.CharField(max_length=120, help_text="The same to the same person is told once")
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    link = models.CharField(max_length=300, blank=True)
    calendar = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    by_letter = models.BooleanField(default=True, help_text="Whether it goes out by e-mail as well")
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="notices", null=True)

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "kind", "once"], name="told_once")]
        indexes: ClassVar = [models.Index(fields=["user", "-made_at"], name="notices_of_a_person")]

    def __str__(self) -> str:
        return self.subject


class Wish(models.Model):
    """How a person wishes to be told by e-mail: of each thing as it comes, or of all once a day."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, primary_key=True, related_name="+")
    daily = models.BooleanField(default=False)

    def __str__(self) -> str:
        return "once a day" if self.daily else "as it comes"
