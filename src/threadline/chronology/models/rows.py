"""The rows of timelines: entries, and rows left out."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.access.permissions import Permission
from threadline.agencies.models import Agency
from threadline.chronology.models.files import AgencyFile
from threadline.reviews.models import Review


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
        reads, called = (Permission.ENTRY_READ, Permission.ENTRY_WRITE), "entry"

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
