"""Key events: the moments the review turns on, each with why it made sense at the time (1.h); and their groups."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.chronology.models.linking import to_row
from threadline.reviews.models import Review


class KeyEpisode(Guarded):
    """A key practice episode: a stretch of work made of several key events, looked at as one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    about = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)
    out_because = models.TextField(blank=True, help_text="Why it was taken out; its key events stay")

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.title


class KeyEvent(Guarded):
    """An entry marked as a key event, and what the review makes of it. It is the panel's once a meeting confirmed it.

    Beside the entry, never in it. One set aside stays, with the reason.
    """

    class State(models.TextChoices):
        """How far it has come."""

        PROPOSED = "proposed", "Proposed"
        CONFIRMED = "confirmed", "Confirmed by the panel"
        SET_ASIDE = "set_aside", "Set aside"

    class Practice(models.TextChoices):
        """Whether something was done or left undone."""

        ACTION = "action", "Something was done"
        INACTION = "inaction", "Something was left undone"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    row = to_row()
    episode = models.ForeignKey(KeyEpisode, on_delete=models.PROTECT, related_name="key_events", null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    title = models.CharField(max_length=160)
    practice = models.CharField(max_length=10, choices=Practice.choices, blank=True)
    did = models.TextField(blank=True, help_text="What was done or left undone")
    decision = models.TextField(blank=True)
    decided_by = models.CharField(max_length=200, blank=True, help_text="Who made the decision: a role, not a name")
    known = models.TextField(blank=True, help_text="What was known then")
    sense = models.TextField(blank=True, help_text="Why it made sense at the time")
    influences = models.TextField(blank=True, help_text="What influenced it")
    usual = models.TextField(blank=True, help_text="What was usual practice")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    met_on = models.DateField(null=True, help_text="The day of the panel meeting that confirmed it")
    minuted = models.CharField(max_length=300, blank=True, help_text="Where the decision is minuted")
    decision_ref = models.CharField(max_length=80, blank=True, help_text="The panel's decision, an opaque reference")
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    aside_because = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    ASKED = ("practice", "did", "decision", "decided_by", "known", "sense", "influences", "usual")

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "row"], condition=~Q(state="set_aside"), name="an_entry_is_one_key_event"
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(met_on__isnull=False, confirmed_by__isnull=False),
                name="a_key_event_is_confirmed_by_a_meeting",
            ),
            models.CheckConstraint(
                condition=~Q(state="set_aside") | ~Q(aside_because=""), name="a_key_event_is_set_aside_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.title
