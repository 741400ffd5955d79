"""The pages before the merged chronology: sources, reading, checking, accepting, withdrawing."""

import pytest

from tests.areas.chronology.conftest import HEALTH_CSV, POLICE_CSV, address, fresh, row_of, upload
from tests.visit import visit, words
from threadline.chronology.models import AgencyFile, Progress

pytestmark = pytest.mark.django_db

State = AgencyFile.State


def told(page):
    return words(page.main)


def control(page, name):
    return page.find(attrs={"name": name})["value"]


def test_the_sources_show_every_agency_asked_and_who_is_silent(cast, sign_in, events):
    page = visit(sign_in(cast.asha), address("sources"))
    assert "Nothing yet from Larkspur Primary School, Northfield Trust, Westmarch Police." in told(page)
    assert page.find("input", type="file").has_attr("multiple")
    assert events() == ["chronology.sources_read"]


def test_the_sources_of_a_review_that_asked_nobody_say_what_belongs_there(cast, sign_in):
    from threadline.access.gate import open_gate

    with open_gate():
        cast.review.contributors.model._base_manager.filter(review=cast.review).delete()
    assert "The agencies' timelines belong here" in told(visit(sign_in(cast.asha), address("sources")))


def test_several_files_are_brought_at_once_and_what_cannot_be_taken_is_named(cast, sign_in, send):
    client = sign_in(cast.asha)
    token = control(visit(client, address("sources")), "token")
    sent = {
        "timelines": [upload("Westmarch Police.csv", POLICE_CSV), upload("a.docm", b"PK")],
        "agency": "find out",
        "token": token,
    }
    page = send(client, address("sources"), **sent)
    assert words(page.title).startswith("Error: ")
    assert "a.docm: The file contains macros" in told(page)
    assert "1 file was received" in told(page)
    assert AgencyFile._base_manager.get().state == State.TO_CHECK
    assert control(page, "token") == token, "sent again, it is the same form"


def test_a_good_upload_leads_to_the_reading_page(cast, sign_in, send):
    client = sign_in(cast.asha)
    token = control(visit(client, address("sources")), "token")
    sent = {"timelines": [upload("Westmarch Police.csv", POLICE_CSV)], "agency": "find out", "token": token}
    page = send(client, address("sources"), **sent)
    assert page.response.redirect_chain[-1] == address("reading")
    assert "1 file has been read. Check each before it counts." in told(page)
    assert "Check it" in told(page)


def test_nothing_chosen_is_said_at_the_field(cast, sign_in, send):
    page = send(sign_in(cast.asha), address("sources"), agency="find out", token="t")
    assert "Choose one or more files" in told(page)


def test_an_author_brings_files_of_the_own_agency_without_being_asked_which(cast, sign_in, send):
    client = sign_in(cast.police_author)
    page = visit(client, address("sources"))
    assert "Northfield" not in told(page)
    assert page.find("select") is None
    sent = {name: control(page, name) for name in ("token", "agency")}
    send(client, address("sources"), timelines=[upload("ours.csv", POLICE_CSV)], **sent)
    assert AgencyFile._base_manager.get().agency == cast.police


def test_an_author_cannot_name_another_agency_in_the_form(cast, sign_in, send):
    other = cast.review.contributors.model._base_manager.get(review=cast.review, agency=cast.health)
    sent = {"timelines": [upload("ours.csv", POLICE_CSV)], "token": "t", "agency": str(other.pk)}
    page = send(sign_in(cast.police_author), address("sources"), **sent)
    assert words(page.title).startswith("Error: ")
    assert AgencyFile._base_manager.count() == 0


def test_those_who_bring_nothing_see_the_sources_without_the_form(cast, sign_in, chronology, receive):
    receive(("Larkspur Primary School.csv", POLICE_CSV + "\n"), agency=cast.school, token="3")
    page = visit(sign_in(cast.panel), address("sources"))
    assert page.find("input", type="file") is None
    assert "A file is being checked" in told(page), "the panel may know that, and no more"
    assert "Larkspur Primary School.csv" not in told(page)


def test_what_is_being_read_is_shown_with_its_stage_and_the_page_refreshes_itself(cast, sign_in, receive):
    (one, _) = receive(("a.csv", POLICE_CSV), ("b.csv", HEALTH_CSV), read=False)
    Progress.objects.filter(file=one.file).update(stage="understanding", total=1204, interruptions=1)
    page = visit(sign_in(cast.asha), address("reading"))
    assert page.find("meta", attrs={"http-equiv": "refresh"})
    assert "Reading 2 files: 0 done." in told(page)
    assert "Understanding the columns and dates, 1,204 rows" in told(page)
    assert "Reading was interrupted; it has been started again." in told(page)
    assert "Waiting its turn" in told(page)
    sources = told(visit(sign_in(cast.asha), address("sources")))
    assert "2 files are being read." in sources


def test_a_file_that_is_being_read_shows_how_far_instead(cast, sign_in, receive, send):
    (one,) = receive(("a.csv", POLICE_CSV), read=False)
    response = sign_in(cast.asha).get(address("check", one.file.pk))
    assert response["Location"] == address("reading")


def test_nothing_being_read_says_so(cast, sign_in):
    assert "Nothing is being read" in told(visit(sign_in(cast.asha), address("reading")))


def test_the_page_of_a_file_says_what_was_read_and_what_needs_someone(cast, sign_in, police_file, events):
    page = visit(sign_in(cast.asha), address("check", police_file.pk))
    text = told(page)
    assert "4 rows: 2 read, 1 needs you, 1 left out." in text
    assert "June has 30 days" in text
    assert "31/06/2015" in text
    assert "1 row needs you" in text
    assert "1 row left out" in text
    assert "Accept this file" in text
    assert events() == ["chronology.file_looked_at"]


def test_the_page_costs_the_same_number_of_queries_for_a_long_file(cast, sign_in, receive, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken = []
    for number, rows in enumerate((5, 300)):
        text = "Date,Event\n" + "".join(
            f"{1 + n % 28}/2/2015,Visit {n} of many\n3{n % 2}/02/2015,Odd {n}\n" for n in range(rows)
        )
        (received,) = receive((f"Westmarch Police {number}.csv", text), agency=cast.police, token=str(number))
        client = sign_in(cast.asha)
        with CaptureQueriesContext(connection) as queries:
            visit(client, address("check", received.file.pk))
        taken.append(len(queries))
    assert taken[0] == taken[1]


def test_a_date_is_read_back_before_it_is_saved(cast, sign_in, send, police_file):
    client, row = sign_in(cast.asha), row_of(police_file, 3)
    url = address("settle", police_file.pk, row.pk)
    page = visit(client, url)
    sent = {"act": "type_date", "date": "30/6/15", "because": "", "seen": control(page, "seen"), "read_back": ""}
    page = send(client, url, **sent)
    assert '"30/6/15" is read as Tuesday 30 June 2015.' in told(page)
    assert control(page, "date") == "30/6/15"
    assert row_of(police_file, 3).earliest is None
    page = send(client, url, **sent | {"read_back": control(page, "read_back")})
    assert "is settled, and the file was read again" in told(page)
    assert str(row_of(police_file, 3).earliest) == "2015-06-30"


def test_a_date_changed_after_it_was_read_back_is_read_back_again(cast, sign_in, send, police_file):
    client, row = sign_in(cast.asha), row_of(police_file, 3)
    url = address("settle", police_file.pk, row.pk)
    sent = {"act": "type_date", "date": "29/6/15", "because": "", "read_back": "30/6/15"}
    page = send(client, url, **sent | {"seen": control(visit(client, url), "seen")})
    assert "Monday 29 June 2015" in told(page)
    assert row_of(police_file, 3).earliest is None


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Select what should happen to this row"),
        ({"act": "type_date"}, "Enter the date"),
        ({"act": "type_date", "date": "31/6/15"}, "June has 30 days"),
        ({"act": "leave_out"}, "Enter the reason why the row is left out"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(cast, sign_in, send, police_file, sent, said):
    client, row = sign_in(cast.asha), row_of(police_file, 3)
    page = send(client, address("settle", police_file.pk, row.pk), **{"because": "", "date": "", **sent})
    assert said in told(page)
    if "date" in sent:
        assert control(page, "date") == sent["date"]


def test_whoever_settles_a_row_second_sees_what_was_said_and_may_let_the_own_word_stand(
    cast, sign_in, send, police_file
):
    client, row = sign_in(cast.asha), row_of(police_file, 3)
    url = address("settle", police_file.pk, row.pk)
    seen = control(visit(client, url), "seen")
    send(sign_in(cast.lead), url, act="keep_undated", date="", because="", seen=seen)
    page = send(sign_in(cast.asha), url, act="same_day", date="", because="", seen=seen)
    assert "Marcus Thornhill kept it without a date" in told(page)
    assert page.find("input", attrs={"name": "act", "value": "same_day"}).has_attr("checked")
    send(client, url, act="same_day", date="", because="", seen=control(page, "seen"))
    assert str(row_of(police_file, 3).earliest) == "2015-02-03"


def test_a_row_left_out_can_be_taken_in_and_the_heading_says_what_to_do_instead(cast, sign_in, send, receive):
    (got,) = receive(
        ("Westmarch Police.csv", "3 February 2015: strategy discussion,,,\n" + POLICE_CSV), agency=cast.police
    )
    client, title, heading = sign_in(cast.asha), row_of(got.file, 1), row_of(got.file, 2)
    url = address("settle", got.file.pk, title.pk)
    send(client, url, act="take_in", date="", because="", seen=control(visit(client, url), "seen"))
    assert row_of(got.file, 1).is_entry
    page = visit(client, address("settle", got.file.pk, heading.pk))
    assert "This row holds the headings of the table." in told(page)
    assert page.find("input", attrs={"name": "act"}) is None


@pytest.mark.parametrize(("which", "count"), [("all", 4), ("entries", 3), ("asking", 1), ("left-out", 1)])
def test_the_rows_of_a_file_can_be_gone_through(cast, sign_in, police_file, which, count):
    page = visit(sign_in(cast.asha), address("rows", police_file.pk, which))
    assert len(page.select("tbody tr")) == count


def test_a_long_file_is_shown_a_hundred_rows_at_a_time(cast, sign_in, receive):
    text = "Date,Event\n" + "".join(f"{1 + n % 28}/2/2015,Visit {n}\n" for n in range(240))
    (got,) = receive(("Westmarch Police.csv", text), agency=cast.police)
    client, here, seen = sign_in(cast.asha), address("rows", got.file.pk, "all"), []
    while here:
        page = visit(client, here)
        shown = [words(each) for each in page.select("tbody th")]
        assert len(shown) <= 100
        seen += shown
        later = page.select_one('a[rel="next"]')
        here = later["href"] if later else ""
    assert len(seen) == len(set(seen)) == 241
    earlier = page.select_one('a[rel="prev"]')["href"]
    assert len(visit(client, earlier).select("tbody tr")) == 100


def test_a_kind_of_rows_that_does_not_exist_is_not_found(cast, sign_in, police_file):
    visit(sign_in(cast.asha), address("rows", police_file.pk, "odd"), expect=404)


def columns(page, **changed):
    form = page.select_one('form[action*="/columns/"]')
    chosen = {each["name"]: each.select_one("option[selected]")["value"] for each in form.select("select")}
    typed = {
        each["name"]: each.get("value", "")
        for each in form.select("input[name]")
        if each["name"] != "csrfmiddlewaretoken"
    }
    return {**chosen, **typed, **changed}


def test_a_column_is_given_another_meaning_on_the_page(cast, sign_in, send, police_file):
    client = sign_in(cast.asha)
    page = visit(client, address("check", police_file.pk))
    page = send(client, address("columns", police_file.pk, 0), **columns(page, **{"column-2": "comment"}))
    assert "remembered for the agency's next file" in told(page)
    assert fresh(police_file).summary["tables"][0]["columns"][2]["meaning"] == "comment"
    assert "A person chose this" in told(page)
    assert "Asha Fernleigh said that “Source of Information” means comment" in told(page)


def test_what_is_wrong_with_the_columns_is_said_and_the_choice_stays(cast, sign_in, send, police_file):
    client = sign_in(cast.asha)
    form = columns(visit(client, address("check", police_file.pk)), heading_row="many", **{"column-2": "comment"})
    page = send(client, address("columns", police_file.pk, 0), **form)
    assert "Row with the headings must be a number" in told(page)
    assert page.select_one('select[name="column-2"] option[selected]')["value"] == "comment"
    page = send(
        client, address("columns", police_file.pk, 0), **columns(visit(client, address("check", police_file.pk)))
    )
    assert "read already" in told(page)
    client.get(address("columns", police_file.pk, 0))
    assert client.post(address("columns", police_file.pk, 9), form).status_code == 404


def test_columns_changed_by_somebody_else_meanwhile_are_not_overwritten(cast, sign_in, send, police_file):
    client = sign_in(cast.asha)
    form = columns(visit(client, address("check", police_file.pk)), **{"column-2": "comment"})
    send(client, address("columns", police_file.pk, 0), **form)
    page = send(client, address("columns", police_file.pk, 0), **form | {"column-2": "place"})
    assert "This file was changed while you had the page open." in told(page)
    assert control(page, "version") == str(fresh(police_file).version), "saved again, it stands"


def test_a_table_is_set_aside_on_the_page(cast, sign_in, send, police_file):
    client, url = sign_in(cast.asha), address("table", police_file.pk, 0)
    page = send(client, url, take_in="no", version=str(police_file.version))
    assert "Nothing in this file reads as a chronology" in told(page) or "No entries were read" in told(page)
    page = send(client, url, take_in="yes", version=str(police_file.version))
    assert "changed while you had the page open" in told(page)
    for odd in ({"version": "x"}, {}):
        assert client.post(url, odd).status_code == 404


@pytest.fixture
def unnamed(receive):
    (received,) = receive(("timeline.csv", HEALTH_CSV))
    return fresh(received.file)


def test_a_file_whose_agency_is_not_known_asks_for_it_and_then_can_be_accepted(cast, sign_in, send, unnamed):
    client = sign_in(cast.asha)
    assert "Files whose agency is not known yet" in told(visit(client, address("sources")))
    page = visit(client, address("check", unnamed.pk))
    assert "Choose the agency" in told(page)
    option = page.find("option", string="Northfield Trust")["value"]
    page = send(client, address("agency", unnamed.pk), agency="", version=str(unnamed.version))
    assert "Select this file is from" in told(page) or words(page.title).startswith("Error: ")
    page = send(client, address("agency", unnamed.pk), agency=option, version=str(unnamed.version))
    assert "The file is from Northfield Trust." in told(page)
    assert "Nothing stands in the way." in told(page)
    page = send(client, address("agency", unnamed.pk), agency=option, version="1")
    assert "changed while you had the page open" in told(page)


def test_accepting_says_what_it_does_and_asks_for_a_word_on_open_rows(cast, sign_in, send, police_file, events):
    client, url = sign_in(cast.asha), address("accept", police_file.pk)
    page = visit(client, url)
    assert "It is accepted as the timeline of Westmarch Police" in told(page)
    version = control(page, "version")
    page = send(client, url, version=version)
    assert "Say that the open rows are taken in as they are" in told(page)
    events()
    page = send(client, url, version=version, unsettled="on")
    assert "Westmarch Police's file is accepted. Its 3 entries are in the chronology" in told(page)
    found = ["chronology.pairs_found", "chronology.questions_found"]
    assert events() == ["chronology.file_accepted", *found, "chronology.sources_read"]
    assert client.get(url)["Location"].startswith(address("check", police_file.pk))
    page = send(client, url, version=version, unsettled="on")
    assert "changed while you had the page open" in told(page)


def test_a_corrected_file_shows_what_it_changes_before_it_is_accepted(
    cast, sign_in, send, receive, police_file, accept
):
    accept(police_file)
    text = (
        POLICE_CSV.replace("14:15", "14:35").replace("04/02/2015,,PPN", "05/02/2015,,PPN") + "6/2/2015,,Log,Arrest.\n"
    )
    (got,) = receive(("Westmarch Police v2.csv", text), agency=cast.police, token="2")
    client = sign_in(cast.asha)
    page = visit(client, address("check", got.file.pk))
    assert "A corrected version of “Westmarch Police.csv”, to take its place" in told(page)
    assert "1 of its 4 entries are in that file too" in told(page) or "2 of its 4 entries are in that file too" in told(
        page
    )
    assert client.get(address("accept", got.file.pk)).status_code == 302, "not before its place is said"
    page = send(client, address("standing", got.file.pk), standing="", version=control(page, "version"))
    assert words(page.title).startswith("Error: ")
    version = str(fresh(got.file).version)
    send(client, address("standing", got.file.pk), standing=str(police_file.pk), version=version)
    page = send(client, address("standing", got.file.pk), standing=str(police_file.pk), version=version)
    assert "changed while you had the page open" in told(page)
    page = visit(client, address("accept", got.file.pk))
    for words_there in ("1 entry added, 2 altered, none gone; 1 as it was.", "2:15pm", "2:35pm", "Arrest."):
        assert words_there in told(page)
    send(client, address("accept", got.file.pk), version=control(page, "version"), unsettled="on")
    assert fresh(police_file).state == State.SUPERSEDED
    assert "Withdrawn and replaced files (1)" in told(visit(client, address("sources")))
    assert "Replaced by a later version" in told(visit(client, address("check", police_file.pk)))
    assert "2 altered" in told(visit(client, address("changes", got.file.pk)))
    assert client.get(address("changes", police_file.pk)).status_code == 302


def test_withdrawing_says_what_will_happen_asks_why_and_can_be_undone(cast, sign_in, send, police_file, accept):
    accept(police_file)
    client, url = sign_in(cast.asha), address("withdraw", police_file.pk)
    page = visit(client, url)
    assert "3 entries leave the chronology at once." in told(page)
    version = control(page, "version")
    assert "Enter the reason" in told(send(client, url, because="", version=version))
    page = send(client, url, because="Another family's file.", version="1")
    assert "changed while you had the page open" in told(page)
    assert "Another family's file." in told(page), "what was typed stays"
    page = send(client, url, because="Another family's file.", version=version)
    assert "The file is withdrawn." in told(page)
    page = visit(client, address("check", police_file.pk))
    assert "Another family's file." in told(page)
    page = send(client, address("reinstate", police_file.pk), version=control(page, "version"))
    assert "The file is back." in told(page)
    page = send(client, address("reinstate", police_file.pk), version="x")
    assert "changed while you had the page open" in told(page)


def test_a_file_that_could_not_be_read_says_why_and_can_be_tried_again(cast, sign_in, send, receive, monkeypatch):
    from threadline.chronology.actions import reading
    from threadline.domain.chronology.readers import Refused

    def refuse(file, tell):
        raise Refused("x", "It could not be read safely", "Copy the table into a new document.", "unsafe")

    with monkeypatch.context() as patched:
        patched.setattr(reading, "understand", refuse)
        (got,) = receive(("a.csv", POLICE_CSV))
    client = sign_in(cast.asha)
    page = visit(client, address("check", got.file.pk))
    assert "It could not be read safely. Copy the table into a new document." in told(page)
    send(client, address("again", got.file.pk))
    assert fresh(got.file).state == State.TO_CHECK
    assert "Only a file that could not be read" in told(send(client, address("again", got.file.pk)))


def test_an_author_checks_the_own_file_and_decides_nothing(cast, sign_in, police_file):
    page = visit(sign_in(cast.police_author), address("check", police_file.pk))
    assert "the review's coordinator accepts it" in told(page)
    assert page.select_one('form[action*="/row/"]')
    assert not page.select('form[action*="/agency/"]')
    assert "Withdraw" not in told(page)


def test_the_panel_reads_an_accepted_file_and_changes_nothing(cast, sign_in, chronology):
    police_file, _ = chronology
    page = visit(sign_in(cast.panel), address("check", police_file.pk))
    assert not page.select("main form")
    assert "Download" not in told(page)
    visit(sign_in(cast.panel), address("rows", police_file.pk, "all"))


PAGES = ("check", "accept", "changes", "withdraw")


@pytest.mark.parametrize("who", ["health_author", "panel", "chair", "second_lead", "other_manager", "outsider"])
def test_a_file_being_checked_does_not_exist_for_others(cast, sign_in, police_file, who):
    from uuid import uuid4

    client = sign_in(cast.people[who])
    missing = client.get(address("check", uuid4()))
    for name in PAGES:
        answer = client.get(address(name, police_file.pk))
        assert (answer.status_code, answer.content) == (404, missing.content)
    assert client.get(address("rows", police_file.pk, "all")).status_code == 404
    assert client.post(address("again", police_file.pk)).status_code == 404


def test_a_file_is_not_found_under_another_review(cast, sign_in, police_file):
    visit(sign_in(cast.asha), address("check", police_file.pk, review="R-2015-02"), expect=404)


@pytest.mark.parametrize("name", ["agency", "standing", "reinstate", "again"])
def test_an_act_is_not_done_by_getting_its_address(cast, sign_in, police_file, name, events):
    assert sign_in(cast.asha).get(address(name, police_file.pk)).status_code == 405
    assert events() == []


@pytest.mark.parametrize("who", ["second_lead", "other_manager", "outsider"])
def test_the_sources_of_a_review_do_not_exist_for_those_outside_it(cast, sign_in, who):
    for name in ("sources", "reading"):
        visit(sign_in(cast.people[who]), address(name), expect=404)
