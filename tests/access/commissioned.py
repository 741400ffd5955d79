"""Scope, timetable, proceedings and holds of a review, for the addresses of each."""

from datetime import date

from tests import scoped
from tests.people import holding, person

from threadline.access import roles
from threadline.reviews import actions
from threadline.reviews.models import Review

DECIDED = date(2016, 5, 16)
SAID = actions.ProcessSaid(kind="criminal", standing="running", title="The trial", led_by="DS Sorrel")
SCOPE = ("version", "changes", "part", "decide", "propose", "set_aside")


def commission(review: Review, by: object) -> dict[str, dict[str, object]]:
    """A scope agreed and the next one begun, a timetable, a process, a hold: what stands for their parts, by page."""
    agreeing = person(f"agrees.{review.reference}@threadline.example", "Somebody who agrees")
    holding(agreeing, roles.PANEL_CHAIR, board=review.board, review=review)
    scoped.agreed(by, agreeing, review)
    actions.begin_scope(by=by, review=review)
    actions.draw_up_timetable(by=by, review=review, decided_on=DECIDED)
    process = actions.add_process(by=by, review=review, said=SAID)
    hold = actions.place_hold(
        by=by, review=review, kind="welfare", acts=[], since=DECIDED, asked_by="The social worker", because="Not now."
    )
    of_process = ("process", "process_change", "process_contact", "process_settle")
    return {
        **{f"reviews:{page}": {"process": process.pk} for page in of_process},
        **{f"reviews:{page}": {"kind": "criminal"} for page in ("process_add", "process_none")},
        "reviews:timetable_move": {"milestone": "learning_event"},
        "reviews:hold_place": {"kind": "welfare"},
        "reviews:hold_keep": {"hold": hold.pk},
        "reviews:hold_release": {"hold": hold.pk},
        **_scopes(),
    }


def _scopes() -> dict[str, dict[str, object]]:
    return {f"reviews:scope_{page}": {"number": 2, "part": "period"} for page in SCOPE}
