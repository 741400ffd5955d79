"""Something at every address of the Panel: a member who is to sign in, one who signs on paper, a reviewer."""

from dataclasses import dataclass, field

from django.utils import timezone

from threadline.panel import actions
from threadline.panel.actions import Appointed


@dataclass
class Seats:
    """What stands for each part of the Panel's addresses."""

    parts: dict[str, object]
    special: dict[str, dict[str, object]] = field(default_factory=dict)


def furnished(review, agency, by) -> Seats:
    """The Panel of a review."""
    today = timezone.localdate()
    paper = Appointed("panel_member", "Somebody on paper", today, agency=agency)
    member = actions.appoint(by=by, review=review, appointed=paper)
    route = "co_reviewer_commissioned"
    reviewer = actions.appoint(
        by=by, review=review, appointed=Appointed("co_reviewer", "Somebody to review", today, route=route)
    )
    parts = {"member": member.pk, "post": "panel_member"}
    return Seats(parts, {"panel:recruitment": {"member": reviewer.pk}})
