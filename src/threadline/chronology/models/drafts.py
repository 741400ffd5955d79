"""A timeline that an agency types here, row by row, and the agency's word that a timeline is its own."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.chronology.models.files import AgencyFile
from threadline.reviews.models import Review


class Draft(Guarded):
    """A timeline being typed by an agency's author. Nobody outside the agency reads it until it is signed off."""

    class State(models.TextChoices):
        """How far it has come."""

        WRITING = "writing", "Being written"
        TO_SIGN = "to_sign", "Waiting to be signed off"
        SIGNED = "signed", "Signed off and sent"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WRITING)
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    returned_because = models.TextField(blank=True, help_text="Why whoever signs off gave it back, last time")
    file = models.OneToOneField(AgencyFile, on_delete=models.PROTECT, related_name="draft", null=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every act, so that a stale page is noticed")

    class Reach:
        """Under its review, for its agency."""

        review = "review"
        agency = "agency"
        open = Q(state="writing")
        to_sign = Q(state="to_sign")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "agency"],
                condition=~Q(state="signed"),
                name="an_agency_writes_one_timeline_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"timeline of {self.agency}"


class DraftEntry(Guarded):
    """One row of it: the columns of the form by their meaning, as typed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="entries")
    said: Any = models.JSONField(default=dict, help_text="The columns by their meaning")
    sort_key = models.CharField(max_length=60, help_text="The order of its day and time")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Reach:
        """With its draft."""

        review = "draft__review"
        agency = "draft__agency"
        open = Q(draft__state="writing")
        to_sign = Q(draft__state="to_sign")

    class Meta:
        ordering: ClassVar = ["sort_key", "pk"]

    def __str__(self) -> str:
        return f"entry of {self.draft_id}"


class SignOff(Guarded):
    """An agency's word that a timeline is complete and its own: who gave it, and when."""

    file = models.OneToOneField(AgencyFile, on_delete=models.CASCADE, primary_key=True, related_name="sign_off")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)

    class Reach:
        """With its file."""

        review = "file__review"
        agency = "file__agency"
        accepted = Q(file__state="accepted")

    def __str__(self) -> str:
        return "signed off"
