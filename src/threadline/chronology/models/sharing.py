"""Who was told of what at the time: the sharing of information between agencies, as the records show it (1.m)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.chronology.models.linking import to_row
from threadline.people.models import Person
from threadline.reviews.models import Review


class Sharing(Guarded):
    """That an agency, a person, or a person at an agency was told of an entry: when, how, and which record shows it.

    The day may be uncertain (`earliest`, `latest`). One recorded by mistake stays, with why it was taken back.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    row = to_row()
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", null=True, help_text="Which agency was told"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", null=True, help_text="Who was told, of the register"
    )
    whom = models.CharField(max_length=200, blank=True, help_text="Who there, in words: a role")
    how = models.CharField(max_length=200, help_text="By telephone, by letter, at a meeting")
    when_text = models.CharField(max_length=120)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    shown_by = models.TextField(help_text="Which record shows it")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    back_because = models.TextField(blank=True)
    back_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    back_at = models.DateTimeField(null=True)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["latest", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(back_at__isnull=True) | (~Q(back_because="") & Q(back_by__isnull=False)),
                name="sharing_is_taken_back_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(agency__isnull=False) | Q(person__isnull=False), name="somebody_was_told"
            ),
        ]

    @property
    def to(self) -> str:
        """Who was told, in words: "Nia Bracken, Northfield Trust"."""
        return ", ".join(str(each) for each in (self.person, self.agency) if each is not None)

    def __str__(self) -> str:
        return f"told {self.agency_id or self.person_id}"
