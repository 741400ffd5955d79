"""A Lead Reviewer works the chronology up: ties accounts by keyboard, looks at the picture, asks what was known."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import assert_accessible, assert_fits, sign_in

pytestmark = pytest.mark.browser
HOME = "/reviews/R-2015-03/chronology/merged/"


def checked(page: Page) -> None:
    """What every page of a journey is held to."""
    assert_accessible(page)
    assert_fits(page)


def left(page: Page) -> int:
    """How many questions are still to be answered."""
    found = re.search(r"(\d+) to go", page.get_by_role("status").first.inner_text())
    assert found
    return int(found[1])


def test_pairs_are_answered_by_key_and_undone(page: Page) -> None:
    sign_in(page, "marcus@threadline.example")
    page.goto(f"{HOME}same-event/")
    checked(page)
    page.get_by_role("button", name="Answer the next question").click()
    checked(page)
    waiting, first = left(page), page.url
    page.keyboard.press("s")
    page.wait_for_url(lambda url: url != first)
    assert left(page) < waiting
    page.keyboard.press("u")
    page.wait_for_url(first)
    assert left(page) == waiting
    expect(page.get_by_role("button", name="Same event")).to_be_visible()


def test_the_picture_is_brushed_and_driven_by_keys(page: Page) -> None:
    sign_in(page, "marcus@threadline.example")
    page.goto(f"{HOME}picture/")
    checked(page)
    box = page.locator("[data-picture]")
    whole = box.locator("svg").get_attribute("data-days")
    box.evaluate("picture => picture.scrollIntoView()")
    at = box.locator("svg").bounding_box()
    assert at
    page.mouse.move(at["x"] + at["width"] * 0.4, at["y"] + 60)
    page.mouse.down()
    page.mouse.move(at["x"] + at["width"] * 0.5, at["y"] + 70, steps=8)
    expect(page.locator(".tl-picture-brush")).to_be_visible()
    page.mouse.up()
    page.wait_for_url(re.compile("from=.*to="))
    nearer = box.locator("svg").get_attribute("data-days")
    assert whole
    assert nearer
    assert int(nearer) < int(whole) / 4
    first = box.locator("svg").get_attribute("data-first")
    box.focus()
    page.keyboard.press("ArrowRight")
    expect(box.locator("svg")).not_to_have_attribute("data-first", str(first))
    checked(page)


def test_what_an_agency_knew_moves_with_the_slider(page: Page) -> None:
    sign_in(page, "grace@threadline.example")
    page.goto(f"{HOME}known/")
    checked(page)
    page.get_by_label("On this day").fill("24 January 2015")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("24 January 2015")
    checked(page)
    slider = page.get_by_label("Move through time")
    slider.focus()
    slider.press("ArrowRight")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("25 January 2015")
    page.goto(f"{HOME}key-events/")
    checked(page)
    page.get_by_role("link", name="A child’s words at nursery").click()
    checked(page)
