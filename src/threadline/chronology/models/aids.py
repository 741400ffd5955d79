"""What helps to read the chronology: abbreviations, expected contact, disputed facts, corrections, a day's order."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.chronology.models.rows import Row
from threadline.reviews.models import Review


class Abbreviation(Guarded):
    """What an abbreviation means in this review. One without a meaning hides the method's own."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    short = models.CharField(max_length=12)
    means = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["short"]
        constraints: ClassVar = [
            models.UniqueConstraint("review", Upper("short"), name="an_abbreviation_means_one_thing")
        ]

    def __str__(self) -> str:
        return self.short


class ExpectedContact(Guarded):
    """How often an agency is expected to be in contact, in days, and what says so."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    every = models.PositiveSmallIntegerField(help_text="Days")
    says = models.CharField(max_length=300, help_text="Where this expectation stands: a plan, a procedure")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "agency"], name="one_expectation_an_agency"),
            models.CheckConstraint(condition=Q(every__gte=1), name="contact_is_expected_some_day"),
        ]

    def __str__(self) -> str:
        return f"every {self.every} days"


class FactMark(Guarded):
    """That a fact is disputed, or no longer is, with a note. The latest of a row stands; the earlier ones are kept."""

    class State(models.TextChoices):
        """Whether the fact is in dispute."""

        DISPUTED = "disputed", "Disputed"
        UNDISPUTED = "undisputed", "Not disputed"

    row = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="fact_marks")
    state = models.CharField(max_length=10, choices=State.choices)
    note = models.TextField(help_text="Who disputes what, and on what ground")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """With its row's review; agencies do not read it."""

        review = "row__review"

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.get_state_display()


class Rewording(Guarded):
    """A correction shown beside an agency's own words, which stay as they are: “find” should read “instead”."""

    row = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="rewordings")
    find = models.CharField(max_length=200)
    instead = models.CharField(max_length=200)
    because = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """With its row's review; agencies do not read it."""

        review = "row__review"

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["row", "find"], name="words_are_corrected_once_a_row")]

    def __str__(self) -> str:
        return f"“{self.find}” should read “{self.instead}”"


class DayOrder(Guarded):
    """The order of a day's entries as a person set it, with the reason. The latest of a day stands."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    first = models.DateField()
    last = models.DateField()
    rows: Any = models.JSONField(help_text="The entries' ids, in order")
    because = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["review", "first"], name="orders_of_a_day")]

    def __str__(self) -> str:
        return f"order of {self.first}"
