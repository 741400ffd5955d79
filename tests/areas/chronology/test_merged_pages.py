"""The pages of the merged chronology: reading, filtering, sources, typed entries, exports."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from tests.areas.chronology.conftest import POLICE_CSV, address, row_of
from tests.visit import visit, words
from threadline.audit.models import Event
from threadline.chronology.models import Row, SavedView
from threadline.people import actions as people

pytestmark = pytest.mark.django_db


def told(page):
    return words(page.main)


def control(page, name):
    return page.find(attrs={"name": name})["value"]


def entries(page):
    return [words(each.select_one(".tl-account__text")) for each in page.select("[data-entry]")]


@pytest.fixture
def robin(cast):
    return people.add_person(
        by=cast.lead, review=cast.review, name="Robin Marsh", kind="child", born_on=date(2011, 6, 14), also=["Robin"]
    )


def test_before_a_file_is_accepted_the_page_says_what_will_stand_there(cast, sign_in):
    assert "Entries stand here once a file is accepted" in told(visit(sign_in(cast.lead), address("merged")))


def test_the_chronology_reads_by_day_with_ages_marks_and_silences(cast, sign_in, chronology, robin):
    page = visit(sign_in(cast.panel), address("merged"))
    text = told(page)
    assert entries(page)[0] == "Antenatal booking."
    for said in (
        "Monday 12 March 2012", "outside the period", "Tuesday 3 February 2015", "Robin Marsh 3 years 7 months",
        "Early March 2015", "date uncertain", "written “early March 2015”", "Date not known", "6 entries",
        "1,057 days: no agency recorded any contact.",
    ):  # fmt: skip
        assert said in text, said
    event = Event.objects.last()
    assert event.kind == "chronology.read"
    assert json.loads(event.detail_json)["entries"] == 6


def test_one_page_one_event(cast, sign_in, chronology, events):
    visit(sign_in(cast.panel), address("merged"))
    assert events() == ["chronology.read"]


def test_the_number_of_queries_does_not_grow_with_the_entries(cast, sign_in, receive, accept):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken = []
    for number, rows in enumerate((5, 495)):
        text = "Date,Event\n" + "".join(f"{1 + n % 28}/{1 + n % 12}/2015,Visit {n}\n" for n in range(rows))
        (got,) = receive((f"Northfield Trust {number}.csv", text), agency=cast.health, token=str(number))
        if number:
            from threadline.chronology import actions

            actions.say_standing(by=cast.asha, file=got.file, replaces=None, version=2)
        accept(got.file)
        client = sign_in(cast.lead)
        visit(client, address("merged"))
        with CaptureQueriesContext(connection) as queries:
            page = visit(client, address("merged"))
        taken.append(len(queries))
    assert taken[0] == taken[1]
    assert len(entries(page)) == 200


def test_earlier_and_later_lead_through_all_of_it(cast, sign_in, receive, accept):
    text = "Date,Event\n" + "".join(f"{1 + n % 28}/{1 + n % 12}/2015,Visit {n}\n" for n in range(450))
    (got,) = receive(("Northfield Trust.csv", text), agency=cast.health)
    accept(got.file)
    client, here, seen = sign_in(cast.lead), address("merged"), []
    while here:
        page = visit(client, here)
        assert len(entries(page)) <= 200
        seen += entries(page)
        later = page.select_one('a[rel="next"]')
        last, here = page, address("merged") + later["href"].removeprefix(address("merged")) if later else ""
    assert len(seen) == len(set(seen)) == 450
    back = visit(client, last.select_one('a[rel="prev"]')["href"])
    assert entries(back) == seen[200:400]


def test_a_day_or_month_is_jumped_to(cast, sign_in, chronology):
    client = sign_in(cast.lead)
    for typed in ("4/2/2015", "2015-02-04", "4 February 2015"):
        page = visit(client, f"{address('merged')}?at={typed}")
        assert entries(page)[0] == "Notification sent to social care about Mum."
    page = visit(client, f"{address('merged')}?at=sometime")
    assert "“sometime” cannot be read as a date." in told(page)
    assert len(entries(page)) == 6
    month = visit(client, address("merged")).find("a", class_="tl-rail__link", href="?at=2015-03-01")
    assert "Mar" in words(month)
    assert entries(visit(client, address("merged") + month["href"]))[0] == "Telephone call to Robin's nursery."


@pytest.mark.parametrize(
    "odd",
    [
        "after=x",
        "after=11111111-1111-4111-8111-111111111111",
        "before=x",
        "before=22222222-2222-4222-8222-222222222222",
        "at=%00",
    ],
)
def test_an_address_that_leads_nowhere_begins_at_the_beginning(cast, sign_in, chronology, odd):
    assert len(entries(visit(sign_in(cast.lead), f"{address('merged')}?{odd}"))) == 6


def choose(client, send, **chosen):
    return send(client, address("merged"), **{"view": "", "words": "", "first": "", "last": "", **chosen})


def test_a_filter_is_kept_under_an_address_that_names_nobody(cast, sign_in, send, chronology, robin, events):
    client = sign_in(cast.lead)
    page = choose(client, send, words="police asleep", people=[str(robin.pk)], agencies=[str(cast.health.pk)])
    (there,) = page.response.redirect_chain
    token = SavedView._base_manager.get().token
    assert there == f"{address('merged')}?view={token}"
    assert "naming Robin Marsh" in told(page)
    assert "with “police” and “asleep”" in told(page)
    assert "No entry fits" in told(page)
    assert "Robin" not in token
    page = choose(client, send, words="nursery", people=[str(robin.pk)])
    assert entries(page) == ["Telephone call to Robin's nursery."]
    assert "nothing in this view" not in told(page)


def test_a_filtered_view_can_be_shared_and_goes_on_through_its_months(cast, sign_in, send, chronology):
    page = choose(sign_in(cast.lead), send, agencies=[str(cast.police.pk)])
    there = page.response.redirect_chain[0]
    shared = visit(sign_in(cast.panel), there)
    assert len(entries(shared)) == 3
    assert all("view=" in link["href"] for link in shared.select(".tl-rail__link"))
    assert "Show everything" in told(shared)
    assert visit(sign_in(cast.second_lead), there, expect=404)


def test_the_filter_in_force_stands_in_its_controls(cast, sign_in, send, chronology):
    page = choose(sign_in(cast.lead), send, first="1/2/2015", last="28 February 2015", within="on", words='"not seen"')
    assert control(page, "first") == "1 February 2015"
    assert control(page, "words") == '"not seen"'
    assert page.find("input", attrs={"name": "within"}).has_attr("checked")
    assert "1 February 2015 to 28 February 2015" in told(page)
    assert entries(page) == ["Home visit with police. Child not seen."]


def test_an_empty_filter_is_everything_at_the_plain_address(cast, sign_in, send, chronology):
    assert choose(sign_in(cast.lead), send).response.redirect_chain == [address("merged")]
    assert SavedView._base_manager.count() == 0


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"first": "whenever"}, "From must be a real date"),
        ({"first": "2/2/2015", "last": "1/2/2015"}, "The last day must not be before the first"),
        ({"agencies": ["nobody"]}, "Agencies must be one of those listed"),
    ],
)
def test_what_is_wrong_with_a_filter_is_said_and_what_was_typed_stays(cast, sign_in, send, chronology, sent, said):
    page = choose(sign_in(cast.lead), send, **sent)
    assert said in told(page)
    assert words(page.title).startswith("Error: ")
    assert control(page, "first") == sent.get("first", "")
    assert page.select_one("details.tl-filter__part[open]")


def test_a_view_that_does_not_exist_is_not_found(cast, sign_in, chronology):
    visit(sign_in(cast.lead), f"{address('merged')}?view=nothing", expect=404)


def test_no_name_or_word_stands_in_any_address_of_the_page(cast, sign_in, send, chronology, robin):
    page = choose(sign_in(cast.lead), send, words="asleep", people=[str(robin.pk)], agencies=[str(cast.police.pk)])
    for tag in page.find_all(["a", "form"]):
        where = str(tag.get("href") or tag.get("action"))
        assert not any(word in where for word in ("asleep", "Robin", str(robin.pk), str(cast.police.pk))), where


def test_the_source_of_an_entry_is_one_click_away(cast, sign_in, chronology, events):
    client = sign_in(cast.panel)
    page = visit(client, address("merged"))
    link = next(each for each in page.select("[data-source]") if "Police" in words(each.find_parent("article")))
    assert link["hx-get"] == link["href"]
    events()
    source = visit(client, link["href"])
    text = told(source)
    for said in (
        "Westmarch Police.csv, table 1, row 2", "is read as Tuesday 3 February 2015, at 14:15.", "STORM log 12",
        "The row as the agency wrote it", "The rows around it",
    ):  # fmt: skip
        assert said in text, said
    assert source.select_one("#panel[data-panel]"), "the same page is the panel"
    assert events() == ["chronology.source_read"]


def test_what_people_said_of_a_row_stands_with_its_source(cast, sign_in, act, chronology):
    from threadline.chronology import actions
    from threadline.chronology.actions import Settlement
    from threadline.domain.chronology.entries import Act

    row = row_of(chronology[0], 3)
    settlement = Settlement(Act.TYPE_DATE, "30/6/2015", "The officer's notebook.")
    seen = actions.seen_of(chronology[0], row.table, row.number)
    act(actions.settle_row, by=cast.asha, file=chronology[0], row=row, settlement=settlement, seen=seen)
    text = told(visit(sign_in(cast.panel), address("source", row.pk)))
    assert "Asha Fernleigh typed the date “30/6/2015”" in text
    assert "Reason: The officer's notebook." in text


def test_the_way_back_from_a_source_keeps_the_view_and_nothing_odd(cast, sign_in, chronology):
    row = row_of(chronology[0], 2)
    client = sign_in(cast.lead)
    page = visit(client, f"{address('source', row.pk)}?view=abc_-1")
    assert page.select_one(".govuk-back-link")["href"] == f"{address('merged')}?view=abc_-1&at=2015-02-03"
    page = visit(client, f"{address('source', row.pk)}?view=//evil.example")
    assert page.select_one(".govuk-back-link")["href"] == f"{address('merged')}?at=2015-02-03"


def test_an_author_sees_the_source_of_the_own_agencys_entries_and_no_others(cast, sign_in, chronology):
    own, other = row_of(chronology[0], 2), row_of(chronology[1], 2)
    client = sign_in(cast.police_author)
    page = visit(client, address("source", own.pk))
    assert page.select_one(".govuk-back-link")["href"] == address("sources")
    visit(client, address("source", other.pk), expect=404)
    visit(client, address("merged"), expect=404)


def test_an_entry_being_checked_is_no_source_for_the_panel(cast, sign_in, police_file):
    row = row_of(police_file, 2)
    visit(sign_in(cast.panel), address("source", row.pk), expect=404)
    visit(sign_in(cast.asha), address("source", row.pk))
    visit(sign_in(cast.asha), address("source", row_of(police_file, 1).pk), expect=404)


def exported(client, kind, query=""):
    response = client.get(address("export", kind) + query)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert "default-src 'none'" in response["Content-Security-Policy"]
    return response.content


def test_the_view_is_exported_to_csv_with_every_entry(cast, sign_in, chronology, events):
    rows = list(csv.reader(io.StringIO(exported(sign_in(cast.lead), "csv").decode("utf-8-sig"))))
    assert len(rows) == 7
    assert events() == ["chronology.exported"]
    assert json.loads(Event.objects.last().detail_json)["form"] == "CSV"


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_filter_is_stated_in_the_file_and_nobody_is_named_as_its_author(cast, sign_in, send, chronology, kind):
    client = sign_in(cast.lead)
    token = choose(client, send, agencies=[str(cast.police.pk)]).response.redirect_chain[0].split("=")[1]
    package = zipfile.ZipFile(io.BytesIO(exported(client, kind, f"?view={token}")))
    text = "".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())
    assert "Showing Westmarch Police, everyone" in text
    assert "Officers attended the address" in text
    assert "Home visit with police" not in text
    assert "Marcus" not in text


def test_the_json_holds_what_was_left_out_when_everything_is_shown(cast, sign_in, send, chronology):
    client = sign_in(cast.lead)
    whole = json.loads(exported(client, "json"))
    assert (len(whole["entries"]), len(whole["left_out"]), len(whole["files"])) == (6, 2, 2)
    token = choose(client, send, words="asleep").response.redirect_chain[0].split("=")[1]
    part = json.loads(exported(client, "json", f"?view={token}"))
    assert (len(part["entries"]), part["left_out"]) == (1, [])


def test_what_would_be_a_formula_is_none_in_a_spreadsheet(cast, sign_in, receive, accept):
    (got,) = receive(("Westmarch Police.csv", 'Date,Event\n3/2/2015,"=HYPERLINK(""http://x"")"\n'), agency=cast.police)
    accept(got.file)
    text = exported(sign_in(cast.lead), "csv").decode("utf-8-sig")
    assert "'=HYPERLINK" in text


@pytest.mark.parametrize("who", ["panel", "chair", "police_author", "second_lead", "other_manager", "outsider"])
def test_nobody_else_exports(cast, sign_in, chronology, who):
    client = sign_in(cast.people[who])
    assert client.get(address("export", "csv")).status_code == 404
    if who == "panel":
        assert "Export" not in told(visit(client, address("merged")))


def test_an_export_of_an_unknown_kind_or_view_is_not_found(cast, sign_in, chronology):
    client = sign_in(cast.lead)
    assert client.get(address("export", "png")).status_code == 404
    assert client.get(address("export", "csv") + "?view=nothing").status_code == 404


TYPED = {
    "when": "5/2/2015 3pm", "description": "Telephone call: child asleep.", "source": "Sgt Sorrel by telephone.",
}  # fmt: skip


@pytest.fixture
def police(cast):
    return str(cast.review.contributors.model._base_manager.get(review=cast.review, agency=cast.police).pk)


def test_an_entry_is_typed_its_date_read_back_and_then_it_stands_in_the_chronology(cast, sign_in, send, police, events):
    client, url = sign_in(cast.lead), address("type")
    token = control(visit(client, url), "token")
    page = send(client, url, **TYPED, agency=police, token=token)
    assert '"5/2/2015 3pm" is read as Thursday 5 February 2015, at 15:00.' in told(page)
    assert Row._base_manager.count() == 0
    assert TYPED["description"] in told(page) or control(page, "when") == TYPED["when"]
    sent = {**TYPED, "agency": police, "token": token, "read_back": control(page, "read_back")}
    page = send(client, url, **sent)
    assert "The entry is in the chronology, marked as typed by hand." in told(page)
    assert "typed by hand" in told(page)
    send(client, url, **sent)
    assert Row._base_manager.count() == 1, "the same form twice is one entry"
    row = Row._base_manager.get()
    source = told(visit(sign_in(cast.panel), address("source", row.pk)))
    assert "Typed by Marcus Thornhill" in source
    assert "Sgt Sorrel by telephone." in source


def test_an_entry_without_a_date_is_confirmed_as_such(cast, sign_in, send, police):
    client, url = sign_in(cast.lead), address("type")
    sent = {**TYPED, "when": "", "agency": police, "token": "t"}
    page = send(client, url, **sent)
    assert "It will stand at the end of the chronology." in told(page)
    send(client, url, **sent, read_back=control(page, "read_back"))
    assert Row._base_manager.get().month == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"agency": ""}, "Select the agency the entry is from"),
        ({"when": "31/6/2015"}, "June has 30 days"),
        ({"description": ""}, "Enter what happened"),
        ({"source": ""}, "Enter where this comes from"),
    ],
)
def test_what_an_entry_lacks_is_said_and_the_rest_stays(cast, sign_in, send, police, changed, said):
    page = send(sign_in(cast.lead), address("type"), **{**TYPED, "agency": police, "token": "t", **changed})
    assert said in told(page)
    if "source" not in changed:
        assert TYPED["source"] in told(page)


@pytest.fixture
def typed(cast, sign_in, send, police):
    sent = {**TYPED, "agency": police, "token": "t", "read_back": TYPED["when"]}
    send(sign_in(cast.lead), address("type"), **sent)
    return Row._base_manager.get()


def changing(page, **changed):
    form = page.select_one("form[data-typed]")
    sent = {each["name"]: each.get("value", "") for each in form.select("input[name]")}
    sent |= {each["name"]: each.string or "" for each in form.select("textarea")}
    sent["agency"] = form.select_one("option[selected]")["value"]
    return {**sent, "because": "Misheard.", **changed}


def test_a_typed_entry_is_changed_with_a_reason_and_what_it_said_is_kept(cast, sign_in, send, typed):
    client, url = sign_in(cast.asha), address("change", typed.pk)
    page = visit(client, url)
    page = send(client, url, **changing(page, when="6/2/2015"))
    assert "Friday 6 February 2015" in told(page)
    page = send(client, url, **changing(page))
    assert "The entry is changed." in told(page)
    assert str(Row._base_manager.get().earliest) == "2015-02-06"
    source = told(visit(client, address("source", typed.pk)))
    assert "What it said before" in source
    assert "Changed by Asha Fernleigh" in source


def test_the_second_to_change_an_entry_sees_both_texts_and_decides(cast, sign_in, send, typed):
    url = address("change", typed.pk)
    mine = changing(visit(sign_in(cast.asha), url), description="Child awake.")
    send(sign_in(cast.lead), url, **changing(visit(sign_in(cast.lead), url), description="Child not seen."))
    client = sign_in(cast.asha)
    page = send(client, url, **mine)
    text = told(page)
    assert "Child not seen." in text
    assert "Child awake." in text
    assert Row._base_manager.get().description == "Child not seen."
    send(client, url, **changing(page))
    assert Row._base_manager.get().description.strip() == "Child awake."


def test_an_entry_removed_meanwhile_is_said_and_the_text_stays(cast, sign_in, send, typed):
    url = address("change", typed.pk)
    mine = changing(visit(sign_in(cast.asha), url), description="Child awake.")
    remove = address("remove", typed.pk)
    client = sign_in(cast.lead)
    page = visit(client, remove)
    assert "Enter the reason" in told(send(client, remove, because="", version=control(page, "version")))
    page = send(client, remove, because="Another family.", version=control(page, "version"))
    assert "The entry is out of the chronology." in told(page)
    page = send(client, remove, because="Again.", version="2")
    assert "removed while you had it open" in told(page)
    page = send(sign_in(cast.asha), url, **mine)
    assert "removed while you had it open" in told(page)
    assert "Child awake." in told(page)


@pytest.mark.parametrize("who", ["panel", "chair", "police_author", "second_lead", "other_manager", "outsider"])
def test_nobody_else_types_changes_or_removes(cast, sign_in, typed, who):
    client = sign_in(cast.people[who])
    for url in (address("type"), address("change", typed.pk), address("remove", typed.pk)):
        assert client.get(url).status_code == 404
        assert client.post(url, TYPED).status_code == 404


def test_a_row_of_a_file_has_no_page_to_change_it(cast, sign_in, chronology):
    visit(sign_in(cast.lead), address("change", row_of(chronology[0], 2).pk), expect=404)


def test_a_name_in_a_cell_that_is_markup_stays_words(cast, sign_in, receive, accept):
    text = POLICE_CSV.replace("Child asleep", "<script>alert(1)</script><b>Child</b> asleep")
    (got,) = receive(("Westmarch Police.csv", text), agency=cast.police)
    page = visit(sign_in(cast.asha), address("check", got.file.pk))
    assert "<script>alert(1)</script>" in told(page)
    accept(got.file)
    page = visit(sign_in(cast.panel), address("merged"))
    assert "<script>alert(1)</script>" in told(page)


def test_what_an_act_refuses_is_said_on_the_page_and_the_text_stays(cast, sign_in, send, police, monkeypatch):
    """What the form lets through and the act does not: nothing that was typed is lost."""
    from threadline.access.acting import Refused
    from threadline.chronology import actions

    def refuse(**arguments):
        raise Refused("The review is closed.")

    monkeypatch.setattr(actions, "type_entry", refuse)
    page = send(sign_in(cast.lead), address("type"), **TYPED, agency=police, token="t", read_back=TYPED["when"])
    assert "The review is closed." in told(page)
    assert control(page, "when") == TYPED["when"]


def test_a_change_without_a_reason_is_asked_for_it(cast, sign_in, send, typed):
    client, url = sign_in(cast.asha), address("change", typed.pk)
    page = send(client, url, **changing(visit(client, url), because=""))
    assert "Enter why it is changed" in told(page)


def test_many_agencies_are_named_by_the_first_and_counted(cast, sign_in, send, chronology):
    from threadline.access.gate import open_gate
    from threadline.agencies.models import Agency

    more = [Agency.objects.create(board=cast.board, name=f"Agency {number}") for number in range(4)]
    contributing = cast.review.contributors.model
    with open_gate():
        for agency in more:
            contributing(review=cast.review, agency=agency).save()
    page = choose(sign_in(cast.lead), send, agencies=[str(each.pk) for each in more], first="1/2/2015")
    assert "Agency 0, Agency 1 and 2 more" in told(page)
    assert "from 1 February 2015" in told(page)
    page = choose(sign_in(cast.lead), send, last="1/2/2015")
    assert "up to 1 February 2015" in told(page)
