"""Who holds a post in the review: what they represent, what they declared, what the Independent Chair decided."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.access.models import RoleHolding
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.reviews.models import Review

ALONE = ("panel_chair", "lead_reviewer")
"""The posts that one person holds at a time."""


class Member(Guarded):
    """Someone in a post of the review: a Panel member or deputy, the Panel Chair, the Lead Reviewer or co-reviewer.

    `user` and `holding` are set for those who have an account. `findings` is what the last check found, as
    [{"weight", "sentence", "evidence"}]. Nobody is deleted: who has left or was recused stays on record.
    """

    class State(models.TextChoices):
        """Where the person's independence stands."""

        AWAITED = "awaited", "Declaration awaited"
        REFERRED = "referred", "With the Independent Chair"
        INDEPENDENT = "independent", "Independent"
        RECUSED = "recused", "Recused"
        LEFT = "left", "Left"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="panel")
    post = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    holding = models.ForeignKey(RoleHolding, on_delete=models.PROTECT, related_name="+", null=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True)
    service = models.CharField(max_length=160, blank=True)
    comes_from = models.CharField(max_length=160, blank=True)
    deputy_for = models.ForeignKey("self", on_delete=models.PROTECT, related_name="deputies", null=True)
    route = models.CharField(max_length=60, blank=True)
    skills = models.JSONField(default=list)
    experience = models.TextField(blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.AWAITED)
    findings = models.JSONField(default=list)
    checked_at = models.DateTimeField(null=True)
    left_because = models.TextField(blank=True)
    appointed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    appointed_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["appointed_at", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "post", "user"],
                condition=~Q(state__in=["recused", "left"]) & Q(user__isnull=False),
                name="a_person_holds_a_post_once",
            ),
            models.UniqueConstraint(
                fields=["review", "post"],
                condition=~Q(state__in=["recused", "left"]) & Q(post__in=ALONE),
                name="one_chair_and_one_lead_reviewer",
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=models.F("from_on")), name="a_post_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["recused", "left"]) | (Q(to_on__isnull=False) & ~Q(left_because="")),
                name="who_leaves_does_so_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def serving(self) -> bool:
        """Whether the person is in the post, be it that the declaration is still to come."""
        return self.state not in (self.State.RECUSED, self.State.LEFT)

    @property
    def of(self) -> str:
        """The agency and service spoken for, or where the person comes from."""
        return ", ".join(part for part in (self.agency.name if self.agency else self.comes_from, self.service) if part)

    @property
    def conflicts(self) -> list[dict[str, object]]:
        """The findings that bar the post until the Independent Chair overrides them."""
        return [each for each in self.findings if each["weight"] == "conflict"]


class Declaration(Guarded):
    """A signed declaration: every question as it was asked, the answer (true, false, null for not sure) and its detail.

    A new one takes the place of the last; all are kept. `recorded_by` is set where it was signed on paper.
    """

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="declarations")
    answers = models.JSONField()
    signed_name = models.CharField(max_length=120)
    signed_on = models.DateField()
    signed_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)

    class Reach:
        """Under the member's review."""

        review = "member__review"

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"declaration of {self.signed_on}"


class ChairsDecision(Guarded):
    """What the Board's Independent Chair decided on what was found of a person, and why (1.b)."""

    class Kind(models.TextChoices):
        """Let them serve in spite of it, or not."""

        OVERRIDE = "override", "May serve"
        RECUSE = "recuse", "Recused"

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    reasons = models.TextField()
    findings = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under the member's review."""

        review = "member__review"

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.get_kind_display()


class RecruitmentCheck(Guarded):
    """A safe-recruitment check seen for a reviewer: which of the pack's, on which day, by whom (2.2.e)."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="recruitment")
    check_id = models.CharField(max_length=60)
    seen_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under the member's review."""

        review = "member__review"

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["member", "check_id"], name="a_check_is_seen_once")]

    def __str__(self) -> str:
        return self.check_id


class CoReviewerChoice(Guarded):
    """Whether a co-reviewer is needed: considered on a day, decided with reasons. The latest counts (2.2.d)."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    needed = models.BooleanField()
    considered_on = models.DateField()
    reasons = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return "needed" if self.needed else "not needed"
