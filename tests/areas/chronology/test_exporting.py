"""What the screen shows beside an entry is in the files too; what a person notes for themselves is not."""

import io
import json
import zipfile

import pytest
from pypdf import PdfReader

from tests.areas.chronology.conftest import address
from tests.areas.chronology.test_merged_pages import exported
from tests.visit import visit, words
from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.actions import aids
from threadline.chronology.filters import Filters
from threadline.chronology.models import Row
from threadline.chronology.queries import exporting
from threadline.chronology.queries.page import choose
from threadline.domain.chronology.writers import TooLong

pytestmark = pytest.mark.django_db


@pytest.fixture
def annotated(cast, chronology):
    """Two entries of one event: a key event, disputed, corrected, put in order, noted."""
    with review_scope(cast.review):
        rows = list(Row.objects.filter(live=True, earliest="2015-02-03").select_related("review__board", "agency"))
        police = next(row for row in rows if row.agency == cast.police)
        health = next(row for row in rows if row.agency == cast.health)
        actions.judge(by=cast.lead, review=cast.review, one=police, other=health, says="same")
        actions.mark_key_event(by=cast.lead, row=police, title="Child not seen awake", told={})
        aids.mark_fact(by=cast.lead, row=police, state="disputed", note="The mother says the child was out.")
        aids.order_day(by=cast.lead, row=police, rows=[police.pk, health.pk], because="The visit came first.")
        aids.keep_abbreviation(by=cast.asha, review=cast.review, short="Officers", means="constables on duty")
        for audience, text in (("panel", "Ask who opened the door."), ("mine", "I doubt this.")):
            actions.write_note(by=cast.lead, row=police, text=text, audience=audience)
        yield police, health


def text_of(data: bytes, kind: str) -> str:
    """All the text of a file, whatever its kind."""
    if kind == "pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())
    if kind in ("csv", "json"):
        return data.decode()
    package = zipfile.ZipFile(io.BytesIO(data))
    return "".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())


@pytest.mark.parametrize("kind", exporting.TYPES)
def test_a_file_holds_what_the_screen_shows(cast, sign_in, annotated, kind):
    client = sign_in(cast.lead)
    text = text_of(exported(client, kind), kind)
    for said in (
        "Child not seen awake (proposed)", "disputed", "The mother says the child was out.", "The visit came first.",
        "Ask who opened the door.", "Northfield Trust, 3 February 2015 (No. ",
    ):  # fmt: skip
        assert said in text, said
    assert "I doubt this." not in text
    if kind != "csv":
        assert "constables on duty" in text
        assert "Showing all agencies, everyone, all dates" in text


def test_a_day_that_was_put_in_order_says_so_on_the_screen(cast, sign_in, annotated):
    page = words(visit(sign_in(cast.panel), address("merged")).main)
    assert "The order of this day was set by hand by Marcus Thornhill: The visit came first." in page


def test_an_account_that_the_view_leaves_out_is_named_as_such(cast, sign_in, annotated):
    view = actions.keep_view(by=cast.lead, review=cast.review, filters=Filters(agencies=(str(cast.police.pk),)))
    found = json.loads(exported(sign_in(cast.lead), "json", f"?view={view.token}"))
    said = [words for entry in found["entries"] for about, words in entry.get("beside", ()) if "account" in about]
    assert "Northfield Trust, 3 February 2015 (not in this view)" in said
    assert found["view"]["filters"] == [
        "Showing Westmarch Police, everyone, all dates, any words, in and outside the period, key events and others, "
        "names as written."
    ]


def test_a_view_of_pseudonyms_names_nobody_who_wrote_beside_it(cast, sign_in, annotated):
    view = actions.keep_view(by=cast.lead, review=cast.review, filters=Filters(anonymised=True))
    text = exported(sign_in(cast.lead), "csv", f"?view={view.token}").decode()
    assert "Ask who opened the door." in text
    assert "Thornhill" not in text
    assert "by Marcus Thornhill" in exported(sign_in(cast.lead), "csv").decode()


def test_the_glossary_of_a_file_is_what_its_entries_use(cast, sign_in, annotated):
    found = json.loads(exported(sign_in(cast.lead), "json"))
    assert found["view"]["abbreviations"] == {"Officers": "constables on duty"}


def test_the_file_costs_the_same_number_of_queries_for_a_long_chronology(
    cast, receive, accept, django_assert_max_num_queries
):
    rows = "".join(f"{1 + n % 28}/{1 + n // 28}/2015,Visit {n} made. Child seen.\n" for n in range(300))
    (got,) = receive(("more.csv", f"Date,Event\n{rows}"), agency=cast.police)
    accept(got.file)
    with review_scope(cast.review):
        chosen = choose(review=cast.review, viewer=cast.lead, token="")
        with django_assert_max_num_queries(40):
            found = exporting.exported(chosen)
    assert len(found.chronology.entries) == 300


def test_too_much_for_a_pdf_is_said_and_other_files_are_offered(cast, sign_in, chronology, monkeypatch):
    def refuse(*_):
        raise TooLong("9,000 entries are too many for a PDF. Take the view as Word or Excel.")

    monkeypatch.setattr(exporting, "write", refuse)
    client = sign_in(cast.lead)
    response = client.get(address("export", "pdf"))
    assert response.status_code == 302
    assert "too many for a PDF" in words(visit(client, response["Location"]).main.parent)
