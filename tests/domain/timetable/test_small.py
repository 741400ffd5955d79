"""The timetable at a glance: every dated milestone has a mark, and the words say what the marks do."""

from datetime import date
from xml.etree import ElementTree

from threadline.domain.dates.working_days import Length
from threadline.domain.timetable.milestones import Milestone
from threadline.domain.timetable.picture import Line
from threadline.domain.timetable.plan import draw_up
from threadline.domain.timetable.small import draw_small

SVG = "{http://www.w3.org/2000/svg}"
PLAN = draw_up(
    [
        Milestone("a", "Decision", lane="board"),
        Milestone("b", "Meeting <one>", lane="panel", after=("a",), gap=Length.parse("5 working days")),
        Milestone("c", "Report", lane="panel", after=("b",), gap=Length.parse("20 working days")),
        Milestone("d", "Undated", lane="panel"),
    ],
    given={"a": date(2016, 1, 4)},
    done={"a": date(2016, 1, 4)},
)  # fmt: skip


def drawn(**more):
    said = {"title": "At a glance", "today": date(2016, 1, 20), "lanes": {"board": "The Board", "panel": "Panel"}}
    return ElementTree.fromstring(draw_small(PLAN, **{**said, **more}))


def test_done_planned_and_overdue_have_marks_of_their_own():
    root = drawn(lines=[Line(date(2016, 7, 4), "Six months")])
    marks = root.findall(f"{SVG}g")
    assert len(marks) == 3
    fills = [each.find(f"{SVG}circle").get("fill") for each in marks if each.find(f"{SVG}circle") is not None]
    assert sorted(fills) == ["#00703c", "#ffffff"]
    overdue = [each for each in marks if each.find(f"{SVG}path") is not None]
    assert [each.find(f"{SVG}title").text.split(".")[0] for each in overdue] == ["Meeting <one>"]


def test_it_says_in_words_what_it_shows_and_carries_no_style():
    root = drawn(lines=[Line(date(2016, 7, 4), "Six months")])
    words = root.find(f"{SVG}desc").text
    assert "4 milestones: 1 done, 1 overdue, 1 without a date." in words
    texts = [each.text for each in root.findall(f"{SVG}text")]
    assert texts == ["The Board", "Panel", "Today: 20 January 2016", "Six months: 4 July 2016"]
    assert not any("style" in each.attrib for each in root.iter())


def test_a_lane_without_a_milestone_is_left_out():
    root = drawn(lanes={"board": "The Board", "panel": "Panel", "family": "Family"})
    assert "Family" not in [each.text for each in root.findall(f"{SVG}text")]
