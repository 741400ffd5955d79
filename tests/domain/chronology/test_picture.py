"""The picture: what is drawn from afar and near, gaps, ages, the table that says the same, and nothing unsafe in it."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.chronology.picture import Child, Event, Lane, Scene, draw, periods
from threadline.domain.chronology.picture.draw import NEAR
from threadline.domain.chronology.picture.events import gaps
from threadline.domain.chronology.picture.scale import ages, ticks

BEGIN, END = date(2014, 9, 1), date(2015, 9, 30)
LANES = (
    Lane("p", "Westmarch Police", 1),
    Lane("h", "Health & visiting <b>", 2),
    Lane("f", "Family life", 3, family=True),
)
SVG = "{http://www.w3.org/2000/svg}"


def scene(*events: Event, first: date = BEGIN, last: date = END) -> Scene:
    return Scene(LANES, events, first, last, (BEGIN, END), (Child("Robin", date(2012, 2, 29)),))


def on(day: date, lane: str = "p", **more: object) -> Event:
    return Event(lane, day, day, anchor=f"#{lane}{day}", words=f"{lane} on {day}", **more)


def parsed(picture: object) -> ElementTree.Element:
    return ElementTree.fromstring(picture.svg)  # of our own making


def test_near_each_event_can_be_reached_and_is_named() -> None:
    picture = draw(scene(on(date(2015, 2, 3)), on(date(2015, 2, 3), "h")), title="Picture", caption="All entries")
    links = parsed(picture).iter(f"{SVG}a")
    assert [each.get("aria-label") for each in links] == ["p on 2015-02-03", "h on 2015-02-03"]
    assert picture.near
    assert "2 entries from 1 September 2014 to 30 September 2015" in picture.description


def test_an_uncertain_date_is_drawn_over_all_its_days() -> None:
    sure, unsure = on(date(2015, 3, 1)), Event("p", date(2015, 3, 1), date(2015, 3, 31))
    rects = [
        each for each in parsed(draw(scene(sure, unsure), title="P", caption="")).iter(f"{SVG}rect")
        if each.get("stroke-dasharray")
    ]  # fmt: skip
    assert len(rects) == 1
    assert float(rects[0].get("width", 0)) == pytest.approx(31 * (1200 - 210 - 16) / 395, abs=0.3)


def test_from_afar_a_lane_is_a_few_paths() -> None:
    many = [on(BEGIN + timedelta(days=number % 390), "ph"[number % 2]) for number in range(NEAR + 1)]
    picture = draw(scene(*many), title="P", caption="")
    assert not picture.near
    assert len(list(parsed(picture).iter())) < 120
    assert not list(parsed(picture).iter(f"{SVG}a"))


def test_ten_thousand_events_are_light() -> None:
    many = [
        Event(f"{number % 12}", day := BEGIN + timedelta(days=number * 7 % 1400), day + timedelta(days=number % 9 * 3))
        for number in range(10_000)
    ]
    lanes = tuple(Lane(str(number), f"Agency {number}", number + 1) for number in range(12))
    picture = draw(Scene(lanes, tuple(many), BEGIN, BEGIN + timedelta(1400), (BEGIN, END)), title="P", caption="")
    assert len(picture.svg.encode()) < 300_000


def test_key_events_are_stars_at_every_distance() -> None:
    many = [on(BEGIN + timedelta(days=number % 390)) for number in range(NEAR)]
    picture = draw(scene(*many, on(date(2015, 2, 3), key=2), on(date(2015, 3, 3), key=1)), title="P", caption="")
    stars = [each.get("aria-label", "") for each in parsed(picture).iter(f"{SVG}a")]
    assert stars == ["Key event: p on 2015-02-03", "Key event, proposed: p on 2015-03-03"]


def test_words_are_escaped_and_nothing_is_styled_in_place() -> None:
    svg = draw(scene(), title="<script>", caption="a & b\x00").svg
    assert "<script>" not in svg
    assert "style=" not in svg
    assert "a &amp; b" in svg
    with pytest.raises(ValueError, match="ends before"):
        draw(scene(first=END, last=BEGIN), title="P", caption="")


def test_gaps_are_four_weeks_without_any_entry() -> None:
    found = list(gaps([on(date(2014, 10, 1)), Event("p", date(2014, 10, 5), date(2015, 8, 1))], BEGIN, END))
    assert found == [(BEGIN, date(2014, 9, 30)), (date(2015, 8, 2), END)]
    assert list(gaps([], BEGIN, END)) == [(BEGIN, END)]


@given(st.lists(st.tuples(st.integers(0, 394), st.integers(0, 60)), max_size=12))
def test_gaps_equal_brute_force(spans: list[tuple[int, int]]) -> None:
    events = [Event("p", BEGIN + timedelta(first), BEGIN + timedelta(first + long)) for first, long in sorted(spans)]
    empty = {
        BEGIN + timedelta(day) for day in range(395)
        if not any(one.first <= BEGIN + timedelta(day) <= one.last for one in events)
    }  # fmt: skip
    told = [{a + timedelta(n) for n in range((b - a).days + 1)} for a, b in gaps(events, BEGIN, END)]
    assert all(each <= empty and len(each) >= 28 for each in told)
    left = empty - set().union(*told) if told else empty
    assert longest(left) < 28


def longest(days: set[date]) -> int:
    best = run = 0
    for number in range(395):
        run = run + 1 if BEGIN + timedelta(number) in days else 0
        best = max(best, run)
    return best


def test_the_ages_run_along_the_top() -> None:
    assert list(ages(date(2012, 2, 29), BEGIN, 395)) == [(date(2015, 3, 1), "3 years")]
    assert list(ages(date(2015, 1, 5), BEGIN, 395)) == [(date(2015, 1, 5), "born")]
    assert [label for _, label in ticks(date(2000, 1, 1), 365 * 20)][:2] == ["2000", "2002"]


def test_the_table_says_the_same() -> None:
    rows = periods(scene(on(date(2015, 2, 3), key=1), Event("h", date(2015, 2, 1), date(2015, 2, 28))))
    assert [row.title for row in rows] == ["February 2015"]
    police, health, family = rows[0].cells
    assert (police.entries, police.uncertain, police.key) == (1, 0, 1)
    assert (health.entries, health.uncertain, health.key) == (1, 1, 0)
    assert family.entries == 0
