"""Timelines as agencies sent them, how far the reading has come, and what people said about the reading."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.documents.models import Document
from threadline.reviews.models import Review


class AgencyFile(Guarded):
    """A timeline as an agency sent it, and how far it has come: from received to accepted into the chronology.

    `corrections` is everything people have said about how to read it (`domain.chronology.corrections`, as JSON text);
    with the document's bytes it gives the file's rows, always the same (docs/decisions/0004).

    `agency` is whose file it is by a person's word; it decides who may read it. `proposed` is what the file itself
    suggests, which opens it to nobody until a person confirms it.
    """

    class State(models.TextChoices):
        """Where a file stands. Only the rows of an accepted file are in the chronology."""

        WAITING = "waiting", "Being read"
        TO_CHECK = "to_check", "To be checked"
        ACCEPTED = "accepted", "Accepted"
        WITHDRAWN = "withdrawn", "Withdrawn"
        SUPERSEDED = "superseded", "Replaced by a later version"
        FAILED = "failed", "Could not be read"

    class Standing(models.TextChoices):
        """What a file is to an earlier one of the same agency."""

        FIRST = "first", "The only one"
        ASK = "ask", "Not said yet"
        CORRECTED = "corrected", "A corrected version, which takes the earlier one's place"
        FURTHER = "further", "A further file, beside the earlier one"

    OPEN = (State.WAITING, State.TO_CHECK, State.FAILED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True)
    proposed = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the bytes, so that a review holds a file once")
    token = models.CharField(
        max_length=40, help_text="A mark of the form that brought it: the same form twice is one file"
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    standing = models.CharField(max_length=12, choices=Standing.choices, default=Standing.FIRST)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, related_name="later_versions", null=True)
    agency_why = models.CharField(max_length=300, blank=True, help_text="How the agency was found, in a sentence")
    corrections = models.TextField(blank=True)
    summary = models.JSONField(default=dict)
    fault = models.TextField(blank=True)
    remedy = models.TextField(blank=True)
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    accepted_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every act, so that a stale page is noticed")

    class Reach:
        """Under its review, for the agency that sent it."""

        review = "review"
        agency = "agency"
        accepted = Q(state="accepted")
        open = Q(state__in=["waiting", "to_check", "failed"])
        reads = (Permission.TIMELINE_READ, Permission.TIMELINE_CHECK, Permission.TIMELINE_ACCEPT)
        called = "timeline"

    class Meta:
        ordering: ClassVar = ["document__received_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "digest"], name="a_review_holds_a_file_once"),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(agency__isnull=False, accepted_at__isnull=False),
                name="an_accepted_file_has_an_agency",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_because=""), name="a_file_is_withdrawn_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document.name}"

    @property
    def name(self) -> str:
        """The file's name as it was received."""
        return self.document.name

    @property
    def taken_as(self) -> Agency | None:
        """The agency it is read as: the one a person named, else the one the file suggests."""
        return self.agency or self.proposed

    @property
    def is_open(self) -> bool:
        """Whether it is still being read or checked."""
        return self.state in self.OPEN


class Progress(models.Model):
    """How far the reading of a file has come. Not case data: a lease and two counts, written outside acts.

    Whoever reads a file holds it under a number; a later reader takes a higher one and the earlier finds its own stale.
    """

    class Stage(models.TextChoices):
        """What is being done, in the order in which it is done."""

        QUEUED = "queued", "Waiting its turn"
        CHECKING = "checking", "Checking that the file is safe to open"
        READING = "reading", "Reading the tables"
        UNDERSTANDING = "understanding", "Understanding the columns and dates"
        SAVING = "saving", "Saving the rows"
        DONE = "done", "Read"

    file = models.OneToOneField(AgencyFile, on_delete=models.CASCADE, primary_key=True, related_name="progress")
    stage = models.CharField(max_length=14, choices=Stage.choices, default=Stage.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempt = models.PositiveIntegerField(default=0)
    interruptions = models.PositiveIntegerField(default=0)
    beat = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.get_stage_display()}"

    @property
    def under_way(self) -> bool:
        """Whether somebody is reading, or will."""
        return self.stage != self.Stage.DONE


class Correction(Guarded):
    """What one person said about a file's reading, when and why: the history behind `AgencyFile.corrections`."""

    file = models.ForeignKey(AgencyFile, on_delete=models.CASCADE, related_name="history")
    table = models.TextField(blank=True)
    number = models.PositiveIntegerField(null=True)
    sentence = models.CharField(max_length=400)
    because = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """With its file."""

        review = "file__review"
        agency = "file__agency"
        accepted = Q(file__state="accepted")

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.sentence
