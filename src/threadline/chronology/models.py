"""Timelines received from agencies, the rows read from them, entries typed by hand, and views of the whole."""

import secrets
import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
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


class Row(Guarded):
    """One row of a timeline: an entry or a row left out; or an entry typed by hand, which has no file.

    Rows follow from the file and its corrections and are replaced when those change, but a row's id follows from its
    file and place, so what refers to it stays. `live` says that it is in the chronology; `data` is the rest of the
    domain's value, as JSON text. `sort_key` orders the whole chronology and is unique in a review.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True, db_index=False)
    file = models.ForeignKey(AgencyFile, on_delete=models.PROTECT, related_name="rows", null=True, db_index=False)
    table = models.TextField(help_text="The table's name as JSON: an index from 0, or a sheet's name")
    number = models.PositiveIntegerField(help_text="The row, counted from 1 as the table stands")
    ordinal = models.PositiveIntegerField(help_text="Its turn among all rows of the file, from 0")
    is_entry = models.BooleanField()
    live = models.BooleanField(default=False)
    asks = models.BooleanField(default=False, help_text="A person should decide something about it")
    left_out = models.CharField(max_length=30, blank=True)
    sort_key = models.CharField(max_length=120)
    month = models.PositiveIntegerField(default=0, help_text="201502 for February 2015; 0 when undated")
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    time_from = models.TimeField(null=True)
    time_to = models.TimeField(null=True)
    precision = models.CharField(max_length=12, blank=True)
    qualifier = models.CharField(max_length=12, blank=True)
    problem = models.CharField(max_length=20, blank=True)
    when_text = models.TextField(blank=True)
    description = models.TextField(blank=True)
    others = models.TextField(blank=True, help_text="The words of its other columns, to search in")
    data = models.TextField(default="{}")

    class Reach:
        """Under its review, for its agency."""

        review = "review"
        agency = "agency"
        accepted = Q(live=True)

    class Meta:
        ordering: ClassVar = ["sort_key"]
        indexes: ClassVar = [
            models.Index(fields=["file", "ordinal"], name="row_by_file"),
            models.Index(fields=["review", "sort_key"], name="row_in_chronology", condition=Q(live=True)),
            models.Index(fields=["review", "month"], name="row_by_month", condition=Q(live=True)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(live=False) | Q(is_entry=True, agency__isnull=False),
                name="only_an_agencys_entries_are_live",
            ),
        ]

    def __str__(self) -> str:
        return f"row {self.number}"


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


class TypedEntry(Guarded):
    """What stands behind an entry typed by hand: its source, who answers for it, and its version."""

    row = models.OneToOneField(Row, on_delete=models.CASCADE, primary_key=True, related_name="typed")
    source = models.TextField(help_text="Where the fact comes from and why it is typed")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)
    removed_because = models.TextField(blank=True)

    class Reach:
        """With its row."""

        review = "row__review"
        agency = "row__agency"
        accepted = Q(row__live=True)

    def __str__(self) -> str:
        return "typed entry"


class TypedChange(Guarded):
    """One version of a typed entry that was changed or removed: what it said, who changed it, when and why."""

    entry = models.ForeignKey(TypedEntry, on_delete=models.CASCADE, related_name="changes")
    version = models.PositiveIntegerField(help_text="The version that stood until then")
    said = models.JSONField(default=dict)
    because = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """With its entry."""

        review = "entry__row__review"
        agency = "entry__row__agency"

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["entry", "version"], name="a_version_ends_once")]

    def __str__(self) -> str:
        return f"version {self.version}"


def view_token() -> str:
    """A token for a view: random, so that an address says nothing and cannot be guessed."""
    return secrets.token_urlsafe(12)


class SavedView(Guarded):
    """A filter of the merged chronology under an address that names nobody (docs/decisions/0005)."""

    token = models.CharField(max_length=24, primary_key=True, default=view_token, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    filters: Any = models.JSONField()
    digest = models.CharField(max_length=64, help_text="Of the filter, so that the same filter has one address")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "digest"], name="a_filter_has_one_address")]

    def __str__(self) -> str:
        return self.token
