"""timetable.yaml and clocks.yaml."""

from threadline.domain.framework.fields import Row, each
from threadline.domain.framework.load.method import SOURCE
from threadline.domain.framework.pack import Clock, Lane, Milestone, Timetable
from threadline.domain.framework.registry import CLOCK_KINDS


def timetable(row: Row) -> Timetable:
    """timetable.yaml: lanes and milestones."""
    found = Timetable(
        says=row.text("says"),
        lanes=each(row.rows("lanes", "lane"), _lane),
        milestones=each(row.rows("milestones", "milestone"), _milestone),
        finish=row.refer("finish", "milestone"),
        line=row.refer("line", "clock"),
    )
    row.close()
    return found


def _lane(row: Row) -> Lane:
    return Lane(row.identifier("lane"), row.text("title"))


def _milestone(row: Row) -> Milestone:
    name = row.identifier("milestone")
    row.what = f"milestone {name}" if name else row.what
    found = Milestone(
        id=name,
        title=row.text("title"),
        lane=row.refer("lane", "lane"),
        role=row.role("role"),
        after=row.refers("after", "milestone", required=False),
        before=row.refer("before", "milestone", required=False),
        gap=row.length("gap", required=row.has("after") or row.has("before")),
        slack=row.number("slack", 0, 60, default=0),
        source=row.refer("source", SOURCE),
        doubt=row.text("doubt", required=False),
        meeting=row.refer("meeting", "agenda", required=False),
        decision=row.refer("decision", "decision", required=False),
    )
    if found.after and found.before:
        message = f"{row.what} stands both after and before others: keep “after” or “before”"
        row.book.report(row.place_at("before"), message)
    return found


def clocks(row: Row) -> tuple[Clock, ...]:
    """clocks.yaml."""
    found = each(row.rows("clocks", "clock"), _clock)
    row.close()
    return found


def _clock(row: Row) -> Clock:
    name = row.identifier("clock")
    row.what = f"clock {name}" if name else row.what
    return Clock(
        id=name,
        title=row.text("title"),
        duty=row.text("duty"),
        kind=row.known("kind", CLOCK_KINDS, "a kind of clock"),
        starts=row.text("starts"),
        met_by=row.text("met_by"),
        length=row.length("length"),
        must=row.yes_no("must"),
        pausable=row.yes_no("pausable"),
        role=row.role("role"),
        source=row.refer("source", SOURCE),
        cites=row.text("cites", required=False),
        doubt=row.text("doubt", required=False),
    )
