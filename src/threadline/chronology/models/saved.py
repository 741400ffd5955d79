"""Views of the merged chronology that are kept."""

import secrets
from typing import Any, ClassVar

from django.db import models

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.reviews.models import Review


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
