"""Pages that a hold keeps from the Panel while the merged timeline is not to be shown to it (2.2.f)."""

from threadline.access.permissions import Permission
from threadline.access.views import ReviewView


class KeptFromPanel(ReviewView, base=True):
    """A page with what the timelines tell.

    While a hold stops `chronology.share` it is shown only to those who prepare the timeline, who oversee the review for
    the Board, and to an agency its own: see `docs/decisions/0026`.
    """

    holdable = "chronology.share"
    works_on = Permission.CHRONOLOGY_OVERSEE
