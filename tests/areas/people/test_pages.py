"""The pages of the register."""

import json

import pytest

from tests.visit import visit, words
from threadline.audit.models import Event
from threadline.people import actions
from threadline.people.models import Person

pytestmark = pytest.mark.django_db
START = "/reviews/R-2015-01/people/"


def typed(**values):
    return {"name": "Skye Dunmore", "kind": "child", "also": "Skye\r\nSD\r\n", "version": "0", **values}


def test_an_empty_register_says_what_belongs_there_and_who_may_begin(cast, sign_in):
    page = visit(sign_in(cast.lead), START)
    assert "The people of the case belong here" in words(page.main)
    assert page.find("a", string=lambda text: text and "Add the first person" in text)
    page = visit(sign_in(cast.panel), START)
    assert "Add the first person" not in words(page.main)


def test_the_register_lists_people_by_what_they_are_with_the_names_they_go_by(cast, sign_in, tyler, kayleigh):
    page = visit(sign_in(cast.lead), START, queries=25)
    assert [words(caption) for caption in page.find_all("caption")] == ["Child of the review", "Family member"]
    row = words(page.find("tbody").find("tr"))
    assert "Tyler Dunmore" in row
    assert "Tyler, TD" in row
    assert "14 June 2011" in row


def test_a_word_for_two_people_is_pointed_out(cast, sign_in, tyler, kayleigh):
    actions.add_person(by=cast.lead, review=cast.review, name="Donna", kind="other", also=["mum"])
    assert "“Mum”: Kayleigh Dunmore, Donna" in words(visit(sign_in(cast.panel), START).main)


def test_who_may_only_read_finds_no_way_to_change(cast, sign_in, tyler):
    page = visit(sign_in(cast.panel), START)
    assert not page.main.find("a")


def test_reading_the_register_is_recorded_with_everyone_on_it(cast, sign_in, tyler, kayleigh):
    visit(sign_in(cast.lead), START)
    event = Event.objects.get(kind="people.register_read")
    assert set(json.loads(event.objects_json)) == {f"people.person:{each.pk}" for each in (tyler, kayleigh)}


def test_a_person_is_added_from_the_form(cast, sign_in, names):
    sent = typed(**{"born_on-day": "2", "born_on-month": "November", "born_on-year": "2007"})
    page = visit(sign_in(cast.lead), START + "add/", method="post", data=sent, follow=True)
    assert "Skye Dunmore is in the register" in words(page.main)
    assert names() == {"Skye Dunmore": ["Skye", "SD"]}


def test_add_then_another_comes_back_to_an_empty_form(cast, sign_in):
    page = visit(sign_in(cast.lead), START + "add/", method="post", data=typed(another="yes"), follow=True)
    assert words(page.h1) == "Add a person"
    assert page.find(id="id_name").get("value", "") == ""


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Enter the name"),
        ({"kind": ""}, "Select who this person is"),
        ({"born_on-day": "31", "born_on-month": "6", "born_on-year": "2007"}, "Date of birth must be a real date"),
        ({"born_on-day": "1", "born_on-month": "6", "born_on-year": "2999"}, "Date of birth must be"),
        ({"also": "x" * 121}, "is too long"),
        ({"name": "tyler dunmore"}, "tyler dunmore is in the register already"),
    ],
)
def test_a_form_that_cannot_be_taken_says_why_and_keeps_what_was_typed(cast, sign_in, tyler, change, sentence):
    page = visit(sign_in(cast.lead), START + "add/", method="post", data=typed(relation="aunt", **change))
    assert sentence in words(page.select_one(".govuk-error-summary"))
    assert page.find(id="id_relation")["value"] == "aunt"
    assert Person._base_manager.count() == 1


def test_a_person_is_changed_from_the_form(cast, sign_in, tyler, names):
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/")
    assert page.find(id="id_name")["value"] == "Tyler Dunmore"
    assert words(page.find(id="id_also")) == "Tyler TD"
    sent = typed(name="Tyler D", version="1")
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/", method="post", data=sent, follow=True)
    assert "The entry of Tyler D is changed" in words(page.main)
    assert names() == {"Tyler D": ["Skye", "SD"]}


def test_a_stale_form_shows_both_and_can_then_be_saved(cast, sign_in, tyler, names):
    visit(
        sign_in(cast.asha), f"{START}{tyler.pk}/", method="post", data=typed(name="By Asha", version="1"), follow=True
    )
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/", method="post", data=typed(name="By Marcus", version="1"))
    assert "Somebody changed the entry of By Asha" in words(page.main)
    assert "What the register says now Name By Asha" in words(page.main)
    assert page.find(id="id_name")["value"] == "By Marcus"
    again = {**typed(name="By Marcus"), "version": page.find(id="id_version")["value"]}
    visit(sign_in(cast.lead), f"{START}{tyler.pk}/", method="post", data=again, follow=True)
    assert list(names()) == ["By Marcus"]


def test_a_form_with_another_s_name_is_kept(cast, sign_in, tyler, kayleigh):
    sent = typed(name="Kayleigh Dunmore", version="1")
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/", method="post", data=sent)
    assert "in the register already" in words(page.select_one(".govuk-error-summary"))


def test_joining_shows_the_two_side_by_side_before_anything_changes(cast, sign_in, tyler, kayleigh, names):
    before = names()
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/join/")
    assert "Kayleigh Dunmore" in words(page.main)
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/join/?other={kayleigh.pk}")
    assert words(page.h1) == "Join Tyler Dunmore and Kayleigh Dunmore"
    assert "They become one entry" in words(page.main)
    assert names() == before
    event = Event.objects.filter(kind="people.person_read").last()
    assert len(json.loads(event.objects_json)) == 2


@pytest.mark.parametrize("which", [0, 1])
def test_joining_keeps_the_name_that_was_chosen(cast, sign_in, tyler, kayleigh, names, which):
    keep, gone = [(tyler, kayleigh), (kayleigh, tyler)][which]
    address = f"{START}{tyler.pk}/join/?other={kayleigh.pk}"
    sent = {"keep": str(keep.pk), "versions": "1-1"}
    page = visit(sign_in(cast.lead), address, method="post", data=sent, follow=True)
    assert f"{gone.name} and {keep.name} are one entry now, under the name {keep.name}" in words(page.main)
    assert list(names()) == [keep.name]
    assert Person._base_manager.get(pk=keep.pk).born_on == tyler.born_on
    assert f"The same person as {keep.name}" in words(page.main)


def test_joining_asks_which_date_of_birth_is_right_where_they_differ(cast, sign_in, tyler, kayleigh):
    Person._base_manager.filter(pk=kayleigh.pk)
    actions.change_person(
        by=cast.lead, person=kayleigh, version=1, name=kayleigh.name, kind="family", relation="mother",
        born_on=tyler.born_on.replace(year=1988), also=["Mum"],
    )  # fmt: skip
    address = f"{START}{tyler.pk}/join/?other={kayleigh.pk}"
    page = visit(sign_in(cast.lead), address, method="post", data={"keep": str(tyler.pk), "versions": "1-2"})
    assert "Which date of birth is right?" in words(page.main)
    sent = {"keep": str(tyler.pk), "versions": "1-2", "born_on": "14 June 1988"}
    visit(sign_in(cast.lead), address, method="post", data=sent, follow=True)
    assert Person._base_manager.get(pk=tyler.pk).born_on.year == 1988


def test_joining_what_has_changed_meanwhile_is_refused_with_a_sentence(cast, sign_in, tyler, kayleigh):
    address = f"{START}{tyler.pk}/join/?other={kayleigh.pk}"
    page = visit(sign_in(cast.lead), address, method="post", data={"keep": str(tyler.pk), "versions": "1-7"})
    assert "Somebody changed the entry of Kayleigh Dunmore" in words(page.select_one(".govuk-error-summary"))


def test_joining_with_nobody_or_a_stranger_asks_again(cast, sign_in, tyler):
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/join/")
    assert "Nobody else is in the register" in words(page.main)
    actions.add_person(by=cast.lead, review=cast.review, name="X", kind="other")
    for method in ("get", "post"):
        page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/join/?other={tyler.pk}", method=method)
        assert "must be one of those listed" in words(page.select_one(".govuk-error-summary"))


def test_taking_out_says_what_happens_asks_why_and_can_be_taken_back(cast, sign_in, tyler, names):
    address = f"{START}{tyler.pk}/take-out/"
    page = visit(sign_in(cast.lead), address)
    assert "can be put back" in words(page.main)
    page = visit(sign_in(cast.lead), address, method="post", data={"because": "", "version": "1"})
    assert "Say why this person is taken out" in words(page.select_one(".govuk-error-summary"))
    sent = {"because": "Named by mistake", "version": "1"}
    page = visit(sign_in(cast.lead), address, method="post", data=sent, follow=True)
    assert "Named by mistake" in words(page.main)
    assert names() == {}
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/put-back/", method="post", follow=True)
    assert "Tyler Dunmore is in the register again" in words(page.main)
    assert list(names()) == ["Tyler Dunmore"]


def test_taking_out_what_has_changed_meanwhile_is_refused_with_a_sentence(cast, sign_in, tyler):
    sent = {"because": "Named by mistake", "version": "9"}
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/take-out/", method="post", data=sent)
    assert "Somebody changed" in words(page.select_one(".govuk-error-summary"))


def test_putting_back_a_name_that_is_taken_says_why_not(cast, sign_in, tyler):
    actions.take_out(by=cast.lead, person=tyler, version=1, because="Mistake")
    actions.add_person(by=cast.lead, review=cast.review, name="Tyler Dunmore", kind="other")
    page = visit(sign_in(cast.lead), f"{START}{tyler.pk}/put-back/", method="post", follow=True)
    assert "Tyler Dunmore is in the register already" in words(page.main)


def test_who_was_taken_out_has_no_page_any_more(cast, sign_in, tyler):
    actions.take_out(by=cast.lead, person=tyler, version=1, because="Mistake")
    assert sign_in(cast.lead).get(f"{START}{tyler.pk}/").status_code == 404
    assert sign_in(cast.lead).get(f"{START}{tyler.pk}/put-back/").status_code == 405
