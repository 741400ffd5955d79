"""Keeping a filter of the chronology under an address that names nobody."""

import hashlib
import json

from threadline.access.acting import action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.filters import Filters
from threadline.chronology.models import SavedView
from threadline.reviews.models import Review


@action(Permission.CHRONOLOGY_READ, records="chronology.filtered")
def keep_view(*, by: User, review: Review, filters: Filters) -> SavedView:
    """The address of a filter: the one it has already, or a new one."""
    data = filters.as_data()
    digest = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
    known = SavedView.objects.filter(review=review, digest=digest).first()
    if known is not None:
        return known
    view = SavedView(review=review, filters=data, digest=digest, made_by=by)
    view.save()
    return view
