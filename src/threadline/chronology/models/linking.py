"""Which entries record one event: what is suggested, and what people said of it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.chronology.models.rows import Row
from threadline.reviews.models import Review


def to_row(**options: object) -> "models.ForeignKey[Row, Row]":
    """A reference to an entry that outlasts another reading of its file: the row is made anew under the same id."""
    return models.ForeignKey(
        Row, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+", **options  # type: ignore[arg-type]
    )  # fmt: skip


class Suggestion(Guarded):
    """Two entries that may record one event, as last looked for: a question for a person, never a link by itself.

    `differences` are where the accounts cannot both be right: field, words of each, sentence.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+", db_index=False)
    a = to_row(db_index=False)
    b = to_row(db_index=False)
    score = models.FloatField()
    within = models.BooleanField(help_text="Both are one agency's: perhaps written down twice")
    offered = models.BooleanField(help_text="Likely enough to be asked about; else kept for its differences alone")
    place = models.PositiveIntegerField(help_text="Its turn among the questions: by day, an event's pairs together")
    why = models.TextField()
    differences = models.JSONField(default=list)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "a", "b"], name="a_pair_is_suggested_once")]
        indexes: ClassVar = [models.Index(fields=["review", "place"], name="suggestion_by_place")]

    def __str__(self) -> str:
        return f"{self.a_id} and {self.b_id}"


class Judgement(Guarded):
    """What a person said of two entries: one event, different events, or not sure. Undone by being taken back."""

    class Says(models.TextChoices):
        """The three answers."""

        SAME = "same", "Same event"
        DIFFERENT = "different", "Different events"
        UNSURE = "unsure", "Not sure"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+", db_index=False)
    a = to_row(db_index=False)
    b = to_row(db_index=False)
    says = models.CharField(max_length=10, choices=Says.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "a", "b"], name="a_pair_is_judged_once"),
            models.CheckConstraint(condition=~Q(a=F("b")), name="a_pair_is_of_two_entries"),
        ]

    def __str__(self) -> str:
        return self.get_says_display()


class Search(models.Model):
    """How the looking for suggestions stands. Not case data: counts and times, written outside acts.

    `of` is a fingerprint of the chronology that was looked through; another one means that it has changed since.
    """

    review = models.OneToOneField(Review, on_delete=models.CASCADE, primary_key=True, related_name="+")
    asked_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    of = models.CharField(max_length=120, blank=True)
    entries = models.PositiveIntegerField(default=0)
    failed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return "under way" if self.under_way else "done"

    @property
    def waits(self) -> bool:
        """Whether it was asked for and nobody has begun."""
        return self.asked_at is not None and (self.begun_at is None or self.begun_at < self.asked_at)

    @property
    def under_way(self) -> bool:
        """Whether somebody asked for it and it is not done."""
        return self.asked_at is not None and (self.done_at is None or self.done_at < self.asked_at)
