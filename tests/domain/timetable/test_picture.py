"""The timetable's picture: safe, complete, told in words too, and equal to its table (2.3.g)."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.timetable.plans import DAYS, DECIDED, REVIEW, plans, review

from threadline.domain.timetable.milestones import Milestone
from threadline.domain.timetable.picture import Line, draw
from threadline.domain.timetable.plan import draw_up
from threadline.domain.timetable.rows import table_rows
from threadline.domain.timetable.slippage import complete, move

LANES = {"board": "The Board", "agencies": "Agencies", "panel": "Review Panel"}
TODAY = date(2016, 7, 1)
SIX = Line(date(2016, 11, 16), "Six months")
SVG = "{http://www.w3.org/2000/svg}"


def picture(plan=None, **more):
    arguments = {"title": "Timetable of R-2016-03", "today": TODAY, "lanes": LANES, "lines": [SIX], **more}
    return draw(plan or review(), **arguments)


def texts(found):
    return ["".join(element.itertext()) for element in ElementTree.fromstring(found.svg).iter(f"{SVG}text")]


def kinds(found):
    return [element.get("class") for element in ElementTree.fromstring(found.svg).iter() if element.get("class")]


def test_it_has_a_title_and_a_description_that_assistive_technology_reads():
    root = ElementTree.fromstring(picture(prefix="review-3").svg)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "review-3-title review-3-desc"
    assert root.find(f"{SVG}title").text == "Timetable of R-2016-03"
    assert root.find(f"{SVG}desc").text == (
        "9 milestones: 0 done, 4 overdue, 0 without a date. Next: Initial panel meeting, 11 July 2016. "
        "Six months: 16 November 2016."
    ).replace("4 overdue", "3 overdue")


def test_today_and_the_six_month_line_are_drawn_and_named():
    found = picture()
    assert {"timetable__today", "timetable__line"} <= set(kinds(found))
    assert {"Today: 1 July 2016", "Six months: 16 November 2016"} <= set(texts(found))


def test_lanes_come_in_their_order_and_others_after():
    shown = [text for text in texts(picture()) if text in {*LANES.values(), "event"}]
    assert shown == ["The Board", "Agencies", "Review Panel", "event"]


def test_shapes_tell_what_is_done_fixed_planned_and_first_agreed():
    plan = complete(review(), "tasking", date(2016, 5, 25)).plan
    plan = move(plan, "panel", date(2016, 9, 1)).plan
    fixed = draw_up(
        REVIEW,
        given={"decision": DECIDED, "panel": date(2016, 7, 11), "report": date(2016, 9, 1)},
        fixed=frozenset({"panel", "report"}),
    )
    assert {"timetable__done", "timetable__planned", "timetable__first", "timetable__slack"} <= set(
        kinds(picture(plan, first=review()))
    )
    found = picture(fixed)
    assert kinds(found).count("timetable__fixed") == 2
    assert "1 Sep (clash)" in texts(found)
    assert "11 Jul" in texts(found)


def test_a_clash_of_a_milestone_that_is_not_fixed_is_told_too():
    assert "1 Aug (clash)" in texts(picture(move(review(), "event", date(2016, 8, 1)).plan))


def test_a_milestone_without_a_date_says_so():
    found = picture(draw_up(REVIEW, given={}))
    assert texts(found).count("No date yet") == 9
    assert "9 without a date." in found.description
    assert "Next" not in found.description


def test_a_title_that_is_too_long_is_cut_and_kept_whole_for_the_pointer():
    long = "A meeting with a title so long that no lane could ever hold the whole of it"
    found = picture(draw_up([Milestone("a", long)], given={"a": DECIDED}))
    assert any(text.endswith("…") and long.startswith(text[:-1]) for text in texts(found))
    assert long in found.svg


def test_words_are_never_read_as_markup():
    evil = "</text><script>alert(1)</script>&\"' \x00\x0b\ud800"
    plan = draw_up([Milestone("a", evil, evil)], given={"a": DECIDED})
    found = draw(plan, title=evil, today=TODAY, lines=[Line(DECIDED, evil)])
    root = ElementTree.fromstring(found.svg)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "defs", "pattern", "path", "g", "line", "text", "rect", "circle",
    }  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(plans(), DAYS, st.text(max_size=60))
def test_any_plan_is_drawn_as_xml_that_a_strict_policy_allows(plan, today, words):
    named = replace(plan, entries=tuple(replace(e, rule=replace(e.rule, title=words)) for e in plan.entries))
    found = draw(named, title=words, today=today, first=plan, lines=[Line(today, words)])
    root = ElementTree.fromstring(found.svg)
    for element in root.iter():
        assert not {name for name in element.attrib if name == "style" or name.startswith("on") or "href" in name}
    ids = re.findall(r' id="([^"]*)"', found.svg)
    assert len(ids) == len(set(ids)) == 3
    xs = [float(element.get("x")) for element in root.iter(f"{SVG}rect")]
    assert all(300 <= x <= 1000 for x in xs)


@settings(deadline=None, max_examples=40)
@given(plans(), DAYS)
def test_the_table_has_every_milestone_once_with_its_day(plan, today):
    found = draw(plan, title="Timetable", today=today)
    assert sorted(row.id for row in found.rows) == sorted(entry.id for entry in plan.entries)
    for row in found.rows:
        assert row.on == plan.on(row.id)
        assert row.slack == plan.slack(row.id)
        assert row.sentence.endswith(".")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("decision", "Planned for 16 May 2016, 46 days overdue."),
        ("tasking", "Done on 25 May 2016, 2 days later than first agreed."),
        ("timelines", "Fixed for 27 June 2016, 4 days overdue, 4 working days of slippage allowed for."),
        ("event", "Planned for 6 September 2016, 10 working days of slippage allowed for."),
        ("report", "Planned for 3 October 2016, 15 days earlier than first agreed. Draft report is planned for "
                   "3 October 2016, but cannot come before 18 October 2016."),
    ],
)  # fmt: skip
def test_each_row_says_how_a_milestone_stands(name, sentence):
    plan = draw_up(
        REVIEW,
        given={"decision": DECIDED, "timelines": date(2016, 6, 27), "report": date(2016, 10, 3)},
        done={"tasking": date(2016, 5, 25)},
        fixed=frozenset({"timelines"}),
    )
    rows = table_rows(plan, today=TODAY, first=review(), lanes=LANES)
    slack = plan.slack("timelines")
    found = next(row for row in rows if row.id == name).sentence
    assert found == sentence.replace("4 working days of", f"{slack} working days of")


def test_a_row_without_a_date_names_what_it_waits_for():
    rows = {row.id: row.sentence for row in table_rows(draw_up(REVIEW, given={}), today=TODAY, first=None, lanes={})}
    assert rows["decision"] == "No date yet."
    assert rows["tasking"] == "No date yet: it waits for Chair's decision."
    assert rows["board"] == "No date yet: it waits for Draft report and Initial panel meeting."


def test_a_milestone_added_later_has_no_drift():
    first = draw_up(REVIEW[:1], given={"decision": DECIDED})
    rows = {row.id: row for row in table_rows(review(), today=TODAY, first=first, lanes={})}
    assert (rows["decision"].drift, rows["board"].drift, rows["board"].first) == (0, None, None)


@pytest.mark.parametrize("years", [0, 1, 3, 8, 40, 400, 4000])
def test_any_length_of_time_gets_a_few_legible_dates_along_the_top(years):
    plan = draw_up(
        [Milestone("a", "A"), Milestone("b", "B")], given={"a": DECIDED, "b": DECIDED.replace(year=2016 + years)}
    )
    found = draw(plan, title="T", today=DECIDED)
    assert 1 <= kinds(found).count("timetable__month") <= 16


def test_a_prefix_that_is_no_id_is_refused():
    with pytest.raises(ValueError, match="cannot be an id"):
        draw(review(), title="T", today=TODAY, prefix='x" onload="alert(1)')
