"""A meeting, who came, what was said, decided and given to somebody to do, and its minutes."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.panel.models.members import Member
from threadline.reviews.models import Review


class Meeting(Guarded):
    """A meeting of one of the kinds that the pack has an agenda for.

    `sequence` is raised with every change that people's calendars must take over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=160)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    cancelled_because = models.TextField(blank=True)
    called_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    approved_at = models.DateTimeField(null=True)
    papers_sent_at = models.DateTimeField(null=True, help_text="When its papers were last sent to the Panel")
    version = models.PositiveIntegerField(default=1)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["starts"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends__gt=models.F("starts")), name="a_meeting_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="minutes_are_approved_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Attendance(Guarded):
    """Somebody expected at a meeting and how they came; `came` is empty until it is recorded."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    name = models.CharField(max_length=120)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True)
    of = models.CharField(max_length=330, blank=True)
    came = models.CharField(max_length=20, blank=True)
    deputy_name = models.CharField(max_length=120, blank=True)
    cannot_come = models.BooleanField(default=False, help_text="Said beforehand, by the person")
    chaired = models.BooleanField(default=False)
    told_at = models.DateTimeField(null=True)

    class Reach:
        """Under the meeting's review."""

        review = "meeting__review"

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "member"], condition=Q(member__isnull=False), name="a_member_is_expected_once"
            ),
            models.UniqueConstraint(fields=["meeting"], condition=Q(chaired=True), name="one_person_chairs_a_meeting"),
            models.CheckConstraint(
                condition=Q(chaired=False) | Q(came="present"), name="who_chairs_a_meeting_is_present"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Decision(Guarded):
    """What a meeting decided: a decision of the agenda by its id (`kind`), or one in the meeting's own words.

    `agreed` is False where the meeting considered it and did not agree. `requirement` is the row it answers.
    `reference` may hold an opaque reference of a later area.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.CharField(max_length=60)
    kind = models.CharField(max_length=60, blank=True)
    words = models.CharField(max_length=500)
    requirement = models.CharField(max_length=20, blank=True)
    agreed = models.BooleanField()
    note = models.TextField(blank=True)
    reference = models.CharField(max_length=120, blank=True)
    decided_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Reach:
        """Under the meeting's review."""

        review = "meeting__review"

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "kind"], condition=~Q(kind=""), name="a_meeting_decides_a_thing_once"
            )
        ]

    def __str__(self) -> str:
        return self.words


class Note(Guarded):
    """What was said under an item of the agenda."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="notes")
    item = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Reach:
        """Under the meeting's review."""

        review = "meeting__review"

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "item"], name="one_note_an_item")]

    def __str__(self) -> str:
        return self.item


class Action(Guarded):
    """Something that a meeting gave somebody to do, by a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="actions")
    item = models.CharField(max_length=60)
    words = models.CharField(max_length=500)
    owner = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_note = models.CharField(max_length=500, blank=True)
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)

    class Reach:
        """Under the meeting's review."""

        review = "meeting__review"

    class Meta:
        ordering: ClassVar = ["due_on"]

    def __str__(self) -> str:
        return self.words


class Minutes(Guarded):
    """A version of a meeting's minutes, as [{"key", "title", "text"}]. The latest counts; earlier ones are kept."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    number = models.PositiveIntegerField()
    sections = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under the meeting's review."""

        review = "meeting__review"

    class Meta:
        ordering: ClassVar = ["-number"]
        verbose_name_plural = "minutes"
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "number"], name="minutes_have_versions")]

    def __str__(self) -> str:
        return f"version {self.number}"
