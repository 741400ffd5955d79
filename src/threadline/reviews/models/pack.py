"""The versions of the method that reviews are pinned to, each kept whole and for ever."""

from typing import ClassVar

from django.db import models

from threadline.access.gate import Guarded, GuardedQuerySet


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
