"""What helps to read the chronology: abbreviations, gaps, marks, folded routine, disputed facts, corrections, order."""

from datetime import date

import pytest

from tests.areas.chronology.conftest import address
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.chronology import actions as timelines
from threadline.chronology.actions import aids as acts
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.models import FactMark, Rewording, Row, TypedChange
from threadline.domain.chronology.entries import Act
from threadline.people import actions as people

pytestmark = pytest.mark.django_db
LOG = """Date,Time,Source,Event,Child seen
01/03/2015,,Log,Home visit to the family. Tylor seen and weighed by the HV.,Seen alone
02/03/2015,,Log,Text message sent about the clinic.,
03/03/2015,,Log,Text message sent about the clinic again.,
04/03/2015,,Log,Text message sent once more.,
05/03/2015,,,Home visit. No reply at the door.,
05/06/2015,09:00,Log,Home visit. Mr Burdock let the nurse in.,
05/06/2015,11:15,Log,Robin was not seen at the home visit.,
"""


@pytest.fixture
def log(cast, receive, accept):
    (received,) = receive(("Northfield Trust.csv", LOG), agency=cast.health)
    return accept(received.file)


@pytest.fixture
def contributor(cast):
    with review_scope(cast.review):
        return cast.review.contributors.select_related("agency", "review__board").get(agency=cast.health)


def row(text):
    rows = Row._base_manager.select_related("review__board", "agency")
    return rows.get(live=True, description__contains=text)


def page(cast, client, name="merged", *parts, **about):
    client.force_login(cast.lead)
    return visit(client, address(name, *parts), **about)


def article(found, text):
    (one,) = [each for each in found.select("article") if text in words(each)]
    return one


def test_abbreviations_are_explained_where_they_stand_and_listed(cast, client, log):
    found = page(cast, client)
    abbreviation = article(found, "Tylor").find("abbr")
    assert (abbreviation.text, abbreviation["title"]) == ("HV", "Health visitor")
    assert "Abbreviations in these entries (1)" in words(found)


def test_the_glossary_is_the_review_s_own_to_change(cast, client, log, send):
    client.force_login(cast.lead)
    send(client, address("glossary"), short="HV", means="Home visiting service")
    assert article(page(cast, client), "Tylor").find("abbr")["title"] == "Home visiting service"
    send(client, address("glossary"), out="HV")
    assert article(page(cast, client), "Tylor").find("abbr") is None
    assert "without spaces" in words(send(client, address("glossary"), short="H V", means="x"))
    with pytest.raises(Refused, match="not in the glossary"):
        acts.take_out_abbreviation(by=cast.lead, review=cast.review, short="HV")
    with pytest.raises(Denied):
        acts.keep_abbreviation(by=cast.panel, review=cast.review, short="HV", means="x")
    with pytest.raises(Refused, match="stands for"):
        acts.keep_abbreviation(by=cast.lead, review=cast.review, short="HV", means=" ")


def test_marks_say_in_words_what_an_entry_tells_of_the_child(cast, client, log):
    found = page(cast, client)
    assert "child: seen alone" in words(article(found, "Tylor"))
    assert "child not seen" in words(article(found, "Robin was not seen"))
    assert "child seen? not said" in words(article(found, "Mr Burdock"))
    missed = words(article(found, "No reply"))
    assert "missed or no access" in missed
    assert "no source given" in missed


def test_each_line_says_how_long_after_the_one_above(cast, client, log):
    found = page(cast, client)
    assert "92 days later" in words(article(found, "Mr Burdock"))
    assert "2 hours 15 minutes later" in words(article(found, "Robin was not seen"))


def test_a_run_of_like_routine_entries_is_folded_and_counted(cast, client, log):
    found = page(cast, client)
    (run,) = found.select("details.tl-run")
    summary = words(run.find("summary"))
    assert summary.startswith("3 routine entries of Northfield Trust (“text message sent”)")
    assert len(run.select("article")) == 3


def test_gaps_are_said_between_days_against_what_was_expected(cast, client, log, contributor):
    people.add_person(by=cast.lead, review=cast.review, name="Robin Marsh", kind="child", also=["Tylor"])
    assert "contact is expected" not in words(page(cast, client))
    with pytest.raises(Refused, match="where this expectation stands"):
        acts.expect_contact(by=cast.lead, contributor=contributor, every=28, says=" ")
    acts.expect_contact(by=cast.lead, contributor=contributor, every=28, says="The plan of 2014")
    said = [words(each) for each in page(cast, client).select(".tl-silence")]
    assert "91 days without an entry of Northfield Trust; contact is expected every 28 days." in said
    assert "95 days in which no entry mentions Robin Marsh." in said
    acts.expect_contact(by=cast.lead, contributor=contributor, every=None, says="")
    assert "contact is expected" not in words(page(cast, client))


def test_later_windows_know_when_an_agency_was_last_heard(cast, client, log, contributor):
    acts.expect_contact(by=cast.lead, contributor=contributor, every=28, says="The plan of 2014")
    client.force_login(cast.lead)
    found = visit(client, address("merged") + "?at=2015-06-01")
    assert "91 days without an entry of Northfield Trust" in words(found)


def test_later_windows_know_when_a_child_was_last_mentioned(cast, client, log):
    people.add_person(by=cast.lead, review=cast.review, name="Robin Marsh", kind="child", also=["Tylor"])
    client.force_login(cast.lead)
    found = visit(client, address("merged") + "?at=2015-06-01")
    assert "95 days in which no entry mentions Robin Marsh." in words(found)


def test_a_child_named_in_another_column_is_mentioned(cast, client, receive, accept):
    text = "Date,Event,Present\n01/03/2015,Visit.,Robin\n05/06/2015,Visit.,Robin\n06/06/2015,Robin came.,\n"
    (received,) = receive(("Northfield Trust.csv", text), agency=cast.health)
    accept(received.file)
    people.add_person(by=cast.lead, review=cast.review, name="Robin Marsh", kind="child")
    said = words(page(cast, client))
    assert "95 days in which no entry mentions Robin Marsh." in said
    assert "96 days in which" not in said


def test_a_name_that_nobody_in_the_register_has_is_marked_on_its_entry(cast, client, log):
    assert "not in the register" not in words(page(cast, client))
    people.add_person(by=cast.lead, review=cast.review, name="Robin Marsh", kind="child")
    found = page(cast, client)
    assert "name not in the register: Mr Burdock" in words(article(found, "Mr Burdock"))
    assert "not in the register" not in words(article(found, "Robin was not seen"))
    people.add_person(by=cast.lead, review=cast.review, name="Carl Burdock", kind="family", relation="uncle")
    assert "not in the register" not in words(page(cast, client))


def test_what_is_not_there_says_how_long_an_agency_did_not_mention_each_child(cast, client, log, contributor):
    for name, also in (("Robin Marsh", ["Tylor"]), ("Ivy Marsh", [])):
        people.add_person(by=cast.lead, review=cast.review, name=name, kind="child", also=also)
    assert "Each child, in the entries" not in words(page(cast, client, "gaps"))
    acts.expect_contact(by=cast.lead, contributor=contributor, every=28, says="The plan of 2014")
    said = words(page(cast, client, "gaps"))
    stretch = "Contact expected every 28 days Longest stretches without a mention"
    assert f"Northfield Trust, Robin Marsh {stretch} 95 days, 1 March 2015 to 5 June 2015" in said
    assert f"Northfield Trust, Ivy Marsh {stretch} No entry mentions this child" in said


def test_what_is_not_there_has_a_page(cast, client, log, contributor):
    people.add_person(by=cast.lead, review=cast.review, name="Robin Marsh", kind="child")
    acts.expect_contact(by=cast.lead, contributor=contributor, every=28, says="The plan of 2014")
    said = words(page(cast, client, "gaps", queries=40))
    assert "91 days, 5 March 2015 to 5 June 2015" in said
    assert "Mr Burdock (1 entry)" in said
    assert "March 2015 (5)" in said


def test_a_disputed_fact_is_marked_with_who_says_so(cast, client, log, send):
    one = row("Mr Burdock")
    client.force_login(cast.lead)
    send(client, address("fact", one.pk), state="disputed", note="The mother says he was not there.")
    told = words(article(page(cast, client), "Mr Burdock"))
    assert "disputed" in told
    assert "The mother says he was not there." in told
    with pytest.raises(Refused, match="already"):
        acts.mark_fact(by=cast.lead, row=one, state="disputed", note="Again.")
    acts.mark_fact(by=cast.lead, row=one, state="undisputed", note="The log of the day settles it.")
    assert [each.state for each in FactMark._base_manager.order_by("pk")] == ["disputed", "undisputed"]
    marks = article(page(cast, client), "Mr Burdock").select(".tl-mark")
    assert "disputed" not in [words(each) for each in marks]
    with pytest.raises(Refused, match="who disputes"):
        acts.mark_fact(by=cast.lead, row=one, state="disputed", note=" ")
    with pytest.raises(Denied):
        acts.mark_fact(by=cast.panel, row=one, state="disputed", note="No.")


def test_find_and_replace_is_looked_at_first_and_never_changes_an_agency_s_words(cast, client, log, contributor, send):
    told = timelines.Told("6 March 2015", "Told that Tylor was well.", "A call")
    timelines.type_entry(by=cast.lead, review=cast.review, contributor=contributor, told=told, token="t")
    client.force_login(cast.lead)
    said = {"find": "Tylor", "instead": "Tyler", "because": "Misspelled"}
    preview = send(client, address("replace"), **said)
    assert "2 entries have these words" in words(preview)
    assert Rewording._base_manager.count() == 0
    seen = preview.find("input", {"name": "seen"})["value"]
    done = send(client, address("replace"), seen=seen, **said)
    assert "1 typed entry changed, 1 correction shown" in words(done)
    assert row("Told that").description == "Told that Tyler was well."
    assert TypedChange._base_manager.get().said["description"] == "Told that Tylor was well."
    assert "Tylor seen and weighed" in row("weighed").description
    shown = words(article(page(cast, client), "weighed"))
    assert "Correction: “Tylor” should read “Tyler”. Misspelled" in shown
    assert "No entry has" in words(send(client, address("replace"), **said))
    with pytest.raises(Refused, match="None of these"):
        acts.replace_words(by=cast.lead, review=cast.review, rows=[], **said)
    with pytest.raises(Refused, match="what to find"):
        acts.replace_words(by=cast.lead, review=cast.review, rows=[], find=" ", instead="x", because="y")


def on_day():
    rows = Row._base_manager.filter(live=True, earliest=date(2015, 6, 5)).order_by("sort_key")
    return [each.description[:5] for each in rows]


def test_a_day_is_put_in_order_by_hand_with_the_reason_and_stays_so(cast, client, log, send, act):
    first, second = row("Mr Burdock"), row("Robin was not")
    assert on_day() == ["Home ", "Robin"]
    order = [second.pk, first.pk]
    with pytest.raises(Refused, match="Say why"):
        acts.order_day(by=cast.lead, row=first, rows=order, because=" ")
    with pytest.raises(Overtaken, match="came to this day"):
        acts.order_day(by=cast.lead, row=first, rows=[first.pk], because="The log")
    client.force_login(cast.lead)
    form = {"place-1": "2", "place-2": "1", "because": "The log has it so."}
    send(client, address("order", first.pk), **form)
    assert on_day() == ["Robin", "Home "]
    file = type(log)._base_manager.select_related("review__board", "document").get(pk=log.pk)
    settle = timelines.Settlement(act=Act.TYPE_DATE, date="6 March 2015", because="The log")
    missed = row("No reply")
    seen = timelines.seen_of(file, missed.table, missed.number)
    act(timelines.settle_row, by=cast.lead, file=file, row=missed, settlement=settle, seen=seen)
    assert on_day() == ["Robin", "Home "]
    assert "The log has it so." in words(page(cast, client, "order", first.pk))


def test_the_page_takes_as_many_queries_for_many_entries_as_for_few(cast, client, log, receive, accept):
    few = len(_asked(cast, client))
    rows = "".join(f"{n % 28 + 1:02}/07/2015,,,Home visit {n}. Mr Stone and the HV called.,\n" for n in range(60))
    (received,) = receive(("More.csv", LOG.splitlines()[0] + "\n" + rows), agency=cast.police, token="form-2")
    accept(received.file)
    assert len(_asked(cast, client)) == few


def _asked(cast, client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(cast.lead)
    client.get(address("merged"))
    with CaptureQueriesContext(connection) as watch:
        client.get(address("merged"))
    return watch.captured_queries
