"""The versions of the method that reviews are pinned to, each kept whole and for ever."""

import uuid
from typing import ClassVar

from django.db import models

from threadline.access.gate import Guarded, GuardedQuerySet
from threadline.accounts.models import User
from threadline.agencies.models import Board


class PackEdition(Guarded):
    """One version of a framework pack: the text of its files, under the digest of the method they make (W.a).

    An edition never changes, so that a review goes on under the words it was opened under, whatever a newer Threadline
    or the Board brings. It is nobody's case data: what a Board may choose from is for `queries.packs` to say.
    """

    digest = models.CharField(max_length=71, primary_key=True)
    name = models.CharField(max_length=60, help_text="The pack's own id")
    version = models.CharField(max_length=20)
    title = models.TextField()
    texts = models.JSONField(help_text="The text of each file, by its name")
    kept_at = models.DateTimeField(auto_now_add=True)

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # a method stands under no review

    class Meta:
        ordering: ClassVar = ["name", "version"]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"


class BoardPack(Guarded):
    """A Board's own copy of a pack, being changed: the text of its files as they stand now.

    Reviews never rest on it: they rest on what has been published from it. `version` counts its changes, so that two
    people never overwrite each other.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="packs")
    name = models.CharField(max_length=60, help_text="The pack's own id")
    title = models.TextField()
    origin = models.ForeignKey(PackEdition, on_delete=models.PROTECT, related_name="+")
    texts = models.JSONField(help_text="The text of each file, by its name")
    version = models.PositiveIntegerField(default=1)
    copied_at = models.DateTimeField(auto_now_add=True)

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # a Board's method stands under no review

    class Reach:
        """At its Board."""

        board = "board"

    class Meta:
        ordering: ClassVar = ["title"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["board", "name"], name="a_boards_packs_differ_by_name"),
        ]

    def __str__(self) -> str:
        return self.title


class Publication(Guarded):
    """A version of a Board's own pack that was published: from then on reviews can be opened under it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pack = models.ForeignKey(BoardPack, on_delete=models.PROTECT, related_name="publications")
    edition = models.ForeignKey(PackEdition, on_delete=models.PROTECT, related_name="+")
    agreed = models.TextField(help_text="Who agreed to it, and when")
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = GuardedQuerySet.as_manager()  # type: ignore[assignment,misc]  # a Board's method stands under no review

    class Reach:
        """At its Board."""

        board = "pack__board"

    class Meta:
        ordering: ClassVar = ["-published_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pack", "edition"], name="an_edition_is_published_once"),
        ]

    def __str__(self) -> str:
        return str(self.edition)
