"""A person named in a case, and the names, initials and titles by which records speak of that person."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from threadline.access.gate import Guarded
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.people.identifiers import KINDS
from threadline.reviews.models import Review


class Person(Guarded):
    """Someone in the family, a practitioner, or another person whom the records name.

    Nobody is deleted: who is taken out of the register stays on record with who did it, when and why, and may be put
    back. `merged_into` is set where the entry turned out to be of somebody who was there already.
    """

    class Kind(models.TextChoices):
        """What the person is to the case."""

        CHILD = "child", "Child of the review"
        FAMILY = "family", "Family member"
        PRACTITIONER = "practitioner", "Practitioner"
        OTHER = "other", "Other person"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="people")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=120, blank=True, help_text="For example: mother, health visitor")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    pseudonym = models.CharField(
        max_length=60, blank=True, help_text="The name in reports and letters: never the person's own"
    )
    born_on = models.DateField(null=True, blank=True)
    account = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        help_text="By which the person comes in, where they take part as family",
    )  # fmt: skip
    out_at = models.DateTimeField(null=True, editable=False)
    out_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, editable=False)
    out_because = models.TextField(blank=True, editable=False)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, editable=False)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every act, so that a stale page is noticed")

    class Reach:
        """Under its review."""

        review = "review"
        reads = (Permission.PERSON_READ, Permission.PERSON_WRITE, Permission.PERSON_ADDRESS)

    class Meta:
        ordering: ClassVar = ["kind", "name"]
        verbose_name_plural = "people"
        constraints: ClassVar = [
            models.UniqueConstraint(
                "review", Lower("name"), condition=Q(out_at__isnull=True), name="a_name_is_one_person"
            ),
            models.UniqueConstraint(
                "review",
                Lower("pseudonym"),
                condition=Q(out_at__isnull=True) & ~Q(pseudonym=""),
                name="a_pseudonym_is_one_person",
            ),
            models.UniqueConstraint(
                "review",
                "account",
                condition=Q(out_at__isnull=True, account__isnull=False),
                name="an_account_is_one_person",
            ),
            models.CheckConstraint(
                condition=Q(out_at__isnull=True, merged_into__isnull=True)
                | (Q(out_at__isnull=False, out_by__isnull=False) & (~Q(out_because="") | Q(merged_into__isnull=False))),
                name="who_is_taken_out_is_so_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class KnownAs(Guarded):
    """Another way in which records name a person: "Mum", "KD", "Ms Dunmore"."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="also")
    text = models.CharField(max_length=120)

    class Reach:
        """Under the person's review."""

        review = "person__review"

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "text"], name="known_as_once")]

    def __str__(self) -> str:
        return self.text


class Identifier(Guarded):
    """A number by which a service knows the person. Read by those who may change the register."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identifiers")
    kind = models.CharField(max_length=20, choices=list(KINDS.items()))
    value = models.CharField(max_length=60)

    class Reach:
        """Under the person's review."""

        review = "person__review"

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "kind"], name="one_number_of_a_kind")]

    def __str__(self) -> str:
        return self.get_kind_display()


class NotSuggested(Guarded):
    """A name that the records use and that somebody said is nobody for the register: it is not offered again."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=120)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["text"]
        constraints: ClassVar = [models.UniqueConstraint("review", Lower("text"), name="not_suggested_once")]

    def __str__(self) -> str:
        return self.text


class SafeContact(Guarded):
    """Where a person lives and how it is safe to reach them.

    Kept apart from the person, so that no list or page brings it along: it is read through `actions.unmask` alone.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="contact")
    address = models.TextField(blank=True)
    note = models.TextField(blank=True, help_text="How it is safe to reach the person, and who must not learn of it")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Reach:
        """Under the person's review."""

        review = "person__review"

    def __str__(self) -> str:
        return f"safe contact of {self.changed_at:%d %B %Y}"


class KeptFrom(Guarded):
    """Somebody in the register who must not learn where a person lives or how to reach them (TRUST 70)."""

    contact = models.ForeignKey(SafeContact, on_delete=models.CASCADE, related_name="kept_from")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Reach:
        """Under the person's review."""

        review = "contact__person__review"

    class Meta:
        ordering: ClassVar = ["person__name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["contact", "person"], name="kept_from_once")]

    def __str__(self) -> str:
        return f"{self.person} must not learn of it"


class Unmasking(Guarded):
    """That somebody looked at a person's address, when and why (TRUST 70)."""

    contact = models.ForeignKey(SafeContact, on_delete=models.CASCADE, related_name="unmaskings")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    because = models.TextField()

    class Reach:
        """Under the person's review."""

        review = "contact__person__review"

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(because=""), name="unmasked_for_a_reason")]

    def __str__(self) -> str:
        return f"looked at on {self.at:%d %B %Y}"
