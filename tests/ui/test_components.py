"""The components, each once: what a reader and a screen reader get from them."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.visit import visit, words

import threadline.ui
from threadline.ui import catalogue
from threadline.ui.timeline import Agency, Month, Year, busiest

STATIC = Path(threadline.ui.__file__).parent / "static" / "threadline"
TEMPLATES = Path(threadline.ui.__file__).parent / "templates" / "ui"


@pytest.fixture
def shown(visitor, db):
    """The catalogue's page."""
    return visit(visitor, "/components/")


@pytest.fixture
def component(jinja):
    """Call a macro: `component("status.html", "status", "Late", "late")`."""

    def called(file, macro, *arguments, inside=None, **named):
        module = jinja.get_template(f"ui/components/{file}").module
        if inside is not None:
            named["caller"] = lambda: inside
        return BeautifulSoup(str(getattr(module, macro)(*arguments, **named)), "html5lib")

    return called


def test_every_component_stands_in_the_catalogue():
    page = "".join(path.read_text() for path in TEMPLATES.glob("*.html"))
    for path in (TEMPLATES / "components").glob("*.html"):
        assert f"ui/components/{path.name}" in page, f"{path.name} is used by no page of the frame"


def test_the_catalogue_shows_a_form_in_error_too(visitor, db):
    page = visit(visitor, "/components/?errors=1")
    assert words(page.title).startswith("Error: Components")


def test_the_catalogue_is_listed_only_where_it_is_wanted():
    from threadline.ui.urls import urlpatterns

    assert [pattern.name for pattern in urlpatterns] == ["kept"]


def test_a_table_says_its_headings_again_when_it_is_stacked(shown):
    table = shown.select_one("table.tl-table")
    assert words(table.caption) == "Sources"
    assert [cell["scope"] for cell in table.select("thead th")] == ["col"] * 4
    assert table.select_one("tbody th")["scope"] == "row"
    labels = [words(label) for label in table.select("tbody tr:first-child .tl-table__label")]
    assert labels == ["Asked on", "Entries", "State"]
    assert all(label["aria-hidden"] == "true" for label in table.select(".tl-table__label"))
    assert "govuk-table__cell--numeric" in table.select("tbody td")[1]["class"]


def test_a_table_can_be_without_row_headings_and_links_say_more_to_the_ear(component):
    rows = [[{"text": "Check", "href": "/c/", "hidden": "the file"}]]
    page = component("table.html", "table", "T", ["What"], rows, row_header=False, hide_caption=True)
    assert page.select_one("tbody td a").text == "Check the file"
    assert "govuk-visually-hidden" in page.caption["class"]


def test_words_in_a_cell_are_escaped(component):
    assert component("table.html", "table", "T", ["A"], [["<b>x</b>"]]).find("b") is None


@pytest.mark.parametrize(
    ("tone", "colour"), [("done", "green"), ("late", "red"), ("plain", "grey"), ("held", "orange")]
)
def test_a_status_is_a_word_with_a_colour_that_repeats_it(component, tone, colour):
    tag = component("status.html", "status", "Some words", tone).select_one("strong")
    assert words(tag) == "Some words"
    assert f"govuk-tag--{colour}" in tag["class"]


def test_a_task_that_cannot_start_has_no_link_and_says_why(shown):
    last = shown.select(".govuk-task-list__item")[-1]
    assert last.find("a") is None
    assert "Opens when every file is accepted" in words(last)


def test_a_summary_says_when_nothing_is_given_and_what_a_link_changes(shown):
    card = shown.select_one(".govuk-summary-card")
    assert "Not given" in words(card)
    assert words(card.select_one(".govuk-summary-list__actions a")) == "Change received (The file)"


def test_an_act_on_a_card_says_which_document_it_is_about(shown):
    link = shown.select_one(".tl-card__acts a")
    assert words(link).startswith("Check the file")
    assert "HV chronology TD SD.docx" in words(link)


def test_a_posted_button_carries_its_code_and_says_whom_it_is_about(shown):
    form = shown.find("form", action="#remind")
    assert form["method"] == "post"
    assert words(form.button) == "Send a reminder to Housing"


def test_long_work_says_how_far_it_is_without_scripts(component):
    page = component("words.html", "progress", "Reading 4 files: 2 done.", 2, 4)
    assert page.progress["value"] == "2"
    assert page.progress["max"] == "4"
    assert words(page.find("p")) == "Reading 4 files: 2 done. You can close this page; we will tell you."
    assert page.select_one(".tl-progress")["hx-trigger"] == "every 5s"
    assert (
        component("words.html", "progress", "Done.", 4, 4, live=False).select_one(".tl-progress").get("hx-get") is None
    )


def test_a_page_of_long_work_reloads_itself_only_where_scripts_do_not_run(jinja):
    made = str(jinja.get_template("ui/components/words.html").module.refresh("/reading/", 5))
    assert made == '<noscript><meta http-equiv="refresh" content="5; url=/reading/"></noscript>'


def test_an_empty_place_says_what_belongs_there_who_brings_it_and_the_first_act(shown):
    place = shown.select_one(".tl-empty")
    assert words(place.find("h3")) == "Timelines the agencies send belong here"
    assert [words(link) for link in place.find_all("a")] == ["Ask the agencies", "Read about this in the guide"]


def test_the_filter_reads_as_a_sentence_and_each_part_opens(shown):
    line = shown.select_one(".tl-filter__line")
    read = [words(part) for part in line.select("summary, strong")]
    assert read == ["Agencies: all agencies", "Period: 1 Sep 2014 to 30 Sep 2015", "265 entries"]
    assert shown.select_one("form.tl-filter")["method"] == "get"
    assert words(shown.select_one("p.tl-print-only")) == (
        "Showing all agencies, 1 Sep 2014 to 30 Sep 2015, 265 entries."
    )


def test_earlier_and_later_say_which_stretch_they_lead_to(shown):
    links = shown.select(".govuk-pagination a")
    assert [words(link) for link in links] == ["Earlier : 1 to 200", "Later : 401 to 600"]


def test_nothing_earlier_or_later_shows_nothing(component):
    assert component("filters.html", "earlier_later").find("nav") is None


def test_days_are_headed_once_and_silence_is_said(shown):
    assert [words(day) for day in shown.select(".tl-day__heading")] == [
        "Tuesday 3 February 2015",
        "About 26 February 2015",
    ]
    assert words(shown.select_one(".tl-silence")) == "23 days: no agency recorded any contact."
    assert words(shown.select_one(".tl-day__ages")) == "Child A 2 years 4 months · Child B 6 years 1 month"


def test_an_event_told_twice_is_one_block_with_its_accounts_and_their_difference(shown):
    entry = shown.find(id="entry-1")
    assert entry["aria-label"] == "2:15pm, Police and Health visiting"
    assert [words(word) for word in entry.select(".tl-account__agency")] == ["Police", "Health visiting, 2:30pm"]
    assert [words(mark) for mark in entry.find_all("mark")] == ["asleep upstairs", "not seen"]
    assert words(entry.select_one(".tl-entry__differs")).startswith("Police: child asleep upstairs.")
    assert entry.select_one("div.tl-entry__beside")
    assert entry.select_one("form[data-key-event] button")


def test_an_event_can_be_reached_and_its_source_opened_by_keys(shown):
    assert all(entry["tabindex"] == "-1" for entry in shown.select("[data-entry]"))
    assert len(shown.select("[data-source]")) == 3
    help_ = shown.select_one("[data-key-help]")
    assert [words(key) for key in help_.select("kbd")] == ["j", "k", "o", "e", "?"]
    assert help_.select_one("button[data-key-switch]").has_attr("hidden")


def test_the_rail_shows_every_month_with_a_bar_and_its_count(shown):
    months = shown.select(".tl-rail__month")
    assert len(months) == 18
    june = months[5]
    assert june.find("rect")["width"] == "100.0"
    assert words(june.select_one(".tl-rail__count")) == "31 entries; key events: first visit"
    assert months[2].find("rect")["width"] == "0.0"
    assert months[1].find("a")["aria-current"] == "true"


def test_the_fullest_month_is_what_a_whole_bar_stands_for():
    assert busiest(catalogue.rail()) == 31
    assert busiest((Year("2015", (Month("Jan", 0, "#"),)),)) == 1
    assert busiest(()) == 1


def test_the_side_panel_is_named_and_can_be_closed_without_scripts(shown):
    panel = shown.select_one("aside.tl-panel")
    assert words(shown.find(id=panel["aria-labelledby"])) == "Source: Police"
    assert panel.select_one("a[data-close]")["href"] == "#closed"
    assert words(panel.select_one(".tl-source--chosen .tl-source__where")).endswith("(this entry)")


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_agency_colours_are_all_different_and_seen_against_white():
    colours = dict(re.findall(r"\.(agency-\d+) \{ border-color: (#\w{6}); \}", (STATIC / "chronology.css").read_text()))
    assert list(colours) == [f"agency-{number}" for number in range(1, 17)]
    assert len(set(colours.values())) == 16
    assert all(1.05 / (luminance(colour) + 0.05) >= 3 for colour in colours.values())


@pytest.mark.parametrize(("number", "style"), [(1, "agency-1"), (16, "agency-16"), (17, "agency-1"), (33, "agency-1")])
def test_a_seventeenth_agency_begins_the_colours_again(number, style):
    assert Agency("A", number).style == style


def test_our_own_styles_and_scripts_fetch_nothing_and_use_no_inline_style():
    for path in STATIC.iterdir():
        text = path.read_text()
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|url\(|@import|\beval\(|innerHTML|\.style\b", text), (
            path
        )


def test_a_source_opens_beside_the_page_where_there_is_a_panel(component):
    items = catalogue.timeline()
    with_panel = component("chronology.html", "timeline", items, panel="panel").select_one("[data-source]")
    assert with_panel["href"] == with_panel["hx-get"] == "#source"
    assert with_panel["hx-target"] == with_panel["hx-select"] == "#panel"
    assert component("chronology.html", "timeline", items).select_one("[data-source]").get("hx-get") is None
    assert component("panel.html", "no_panel").find(id="panel")
