"""What is asked of an agency about its timeline: questions with their rows and answers, and messages that went."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.chronology.models.rows import Row
from threadline.reviews.models import Review


class QuestionMessage(Guarded):
    """A message to an agency as it was sent: its text is kept, whatever becomes of the questions in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    due_on = models.DateField()
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under its review, for the agency it went to; nobody else reads it."""

        review = "review"
        agency = "agency"
        asked = Q(sent_at__isnull=False)
        answered = Q(sent_at__isnull=True)

    class Meta:
        ordering: ClassVar = ["-sent_at"]

    def __str__(self) -> str:
        return f"message of {self.sent_at:%d %B %Y}"


class Question(Guarded):
    """One thing to ask an agency: found by a check of the method (`rule`), or a reviewer's own (`rule` is empty).

    `mark` tells it from the rule's other findings, so that what was set aside is not raised again.
    """

    class State(models.TextChoices):
        """How far it has come."""

        RAISED = "raised", "To look at"
        CHOSEN = "chosen", "In the next message"
        ASKED = "asked", "Asked"
        ANSWERED = "answered", "Answered"
        SETTLED = "settled", "Settled"
        SET_ASIDE = "set_aside", "Set aside"

    SENT = (State.ASKED, State.ANSWERED, State.SETTLED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=60, blank=True)
    mark = models.CharField(max_length=64)
    sentence = models.TextField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.RAISED)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    due_on = models.DateField(null=True)
    message = models.ForeignKey(QuestionMessage, on_delete=models.PROTECT, related_name="questions", null=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)
    because = models.TextField(blank=True, help_text="Why it was set aside, or what settled it")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every act, so that a stale page is noticed")

    class Reach:
        """Under its review, for the agency it is about."""

        review = "review"
        agency = "agency"
        asked = Q(state__in=["asked", "answered", "settled"])
        answered = Q(state__in=["answered", "settled"])

    class Meta:
        ordering: ClassVar = ["rule", "pk"]
        indexes: ClassVar = [models.Index(fields=["review", "agency", "state"], name="questions_of_an_agency")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "agency", "rule", "mark"], name="a_question_is_raised_once"),
            models.CheckConstraint(
                condition=~Q(state="set_aside") | ~Q(because=""), name="a_question_is_set_aside_with_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["asked", "answered"]) | Q(message__isnull=False, due_on__isnull=False),
                name="a_question_is_asked_by_a_message",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence


class QuestionRow(Guarded):
    """A row that a question is about."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="about")
    row = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField(default=0)

    class Reach:
        """With its question."""

        review = "question__review"
        agency = "question__agency"
        asked = Q(question__state__in=["asked", "answered", "settled"])
        answered = Q(question__state__in=["answered", "settled"])

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "row"], name="a_question_names_a_row_once")
        ]

    def __str__(self) -> str:
        return f"row of {self.question_id}"
