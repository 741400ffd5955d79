"""The timetable of a review: its milestones, and every change of a date (2.3.g, 2.7.b)."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.reviews.models.review import Review


class Timetable(Guarded):
    """The timetable. `closed` are days on which the Board does not work beyond England's bank holidays."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="timetable")
    drawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField(auto_now_add=True)
    closed = models.JSONField(default=list, help_text="Days, written 2016-12-28")
    agreed_on = models.DateField(null=True)
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    agreed_at_meeting = models.CharField(max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every act, so that a stale page is noticed")

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True, agreed_by__isnull=True)
                | Q(agreed_on__isnull=False, agreed_by__isnull=False),
                name="a_timetable_is_agreed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"Timetable of {self.review}"


class PlannedMilestone(Guarded):
    """A milestone with the rule by which it was planned, as it stood then, and its days.

    `first_on` is the day when the timetable was first agreed; `own` marks one that the review added (2.7.b).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    timetable = models.ForeignKey(Timetable, on_delete=models.CASCADE, related_name="milestones")
    key = models.SlugField(max_length=60)
    title = models.CharField(max_length=120)
    lane = models.CharField(max_length=60)
    role = models.CharField(max_length=40)
    after = models.JSONField(default=list)
    before = models.CharField(max_length=60, blank=True)
    gap = models.CharField(max_length=40, help_text="For example: 5 working days")
    slack = models.PositiveSmallIntegerField(default=0)
    order = models.PositiveSmallIntegerField()
    planned_on = models.DateField(null=True)
    first_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    fixed = models.BooleanField(default=False)
    own = models.BooleanField(default=False)

    class Reach:
        """Under the review of its timetable."""

        review = "timetable__review"

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["timetable", "key"], name="a_milestone_stands_once"),
            models.CheckConstraint(
                condition=Q(fixed=False) | Q(planned_on__isnull=False), name="what_is_fixed_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class DateMoved(Guarded):
    """A change of dates after the timetable was agreed: what moved, why, and all that moved with it.

    `effects` holds every milestone whose day changed, by its key: [day before, day after], a day "" where there was
    none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    timetable = models.ForeignKey(Timetable, on_delete=models.CASCADE, related_name="moves")
    what = models.CharField(max_length=200, help_text="The change in words")
    because = models.CharField(max_length=200, help_text="Completes “later because of …”")
    effects = models.JSONField(default=dict)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under the review of its timetable."""

        review = "timetable__review"

    class Meta:
        ordering: ClassVar = ["at"]
        verbose_name_plural = "dates moved"

    def __str__(self) -> str:
        return self.what
