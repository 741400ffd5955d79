"""Timetables for the tests: a small one of the method's shape, and any that can be drawn up at all."""

from datetime import date

from hypothesis import strategies as st

from threadline.domain.dates.working_days import Length, Unit, WorkingCalendar
from threadline.domain.timetable.milestones import Milestone
from threadline.domain.timetable.plan import draw_up

DECIDED = date(2016, 5, 16)


def weeks(number):
    return Length(number * 7, Unit.DAYS)


REVIEW = (
    Milestone("decision", "Chair's decision", "board"),
    Milestone("tasking", "Agencies tasked", "agencies", ("decision",), gap=Length(5, Unit.WORKING_DAYS)),
    Milestone("timelines", "Timelines in", "agencies", ("tasking",), gap=weeks(4), slack=5),
    Milestone("panel", "Initial panel meeting", "panel", ("timelines",), gap=weeks(2)),
    Milestone("event", "Learning event", "event", ("panel",), gap=weeks(6), slack=10),
    Milestone("report", "Draft report", "panel", ("event",), gap=weeks(6)),
    Milestone("board", "Board presentation", "board", ("report", "panel"), gap=weeks(3)),
    Milestone("publication", "Publication", "board", ("board",), gap=weeks(4), slack=5),
    Milestone("send", "Report sent to national bodies", "board", before="publication", gap=weeks(1)),
)


def review(**more):
    return draw_up(REVIEW, given={"decision": DECIDED}, **more)


def _gaps():
    return st.one_of(
        st.builds(Length, st.integers(0, 30), st.sampled_from([Unit.WORKING_DAYS, Unit.DAYS])),
        st.builds(Length, st.integers(0, 3), st.just(Unit.MONTHS)),
    )


@st.composite
def milestones(draw, at_most=8):
    """Any timetable without a circle: each milestone waits only for some of those before it."""
    found = []
    for number in range(draw(st.integers(1, at_most))):
        earlier = [f"m{n}" for n in range(number)]
        kind = draw(st.sampled_from(["anchor", "after", "after", "after", "before"])) if earlier else "anchor"
        found.append(
            Milestone(
                f"m{number}",
                f"Milestone {number}",
                draw(st.sampled_from(["board", "panel", "agencies"])),
                tuple(draw(st.lists(st.sampled_from(earlier), min_size=1, max_size=3, unique=True)))
                if kind == "after"
                else (),
                draw(st.sampled_from(earlier)) if kind == "before" else "",
                draw(_gaps()),
                draw(st.integers(0, 15)),
            )
        )
    return tuple(found)


DAYS = st.dates(date(2014, 1, 1), date(2018, 12, 31))


@st.composite
def plans(draw):
    """Any plan: anchors mostly dated, some days agreed by people, some done, some fixed."""
    rules = draw(milestones())
    names = [rule.id for rule in rules]
    anchors = [rule.id for rule in rules if not rule.after and not rule.before]
    dated = draw(st.sets(st.sampled_from(anchors), min_size=len(anchors) - 1)) | {"m0"}
    given = {name: draw(DAYS) for name in sorted(dated | draw(st.sets(st.sampled_from(names), max_size=2)))}
    done = {name: draw(DAYS) for name in sorted(draw(st.sets(st.sampled_from(names), max_size=2)))}
    fixed = frozenset(draw(st.sets(st.sampled_from(sorted(given)), max_size=2)))
    calendar = WorkingCalendar(draw(st.frozensets(DAYS, max_size=3)))
    return draw_up(rules, given=given, done=done, fixed=fixed, calendar=calendar)
