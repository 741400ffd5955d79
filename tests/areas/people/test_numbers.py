"""The numbers by which services know a person, and the agency of a practitioner."""

import pytest

from tests.visit import visit, words
from threadline.access.acting import Refused
from threadline.access.scope import review_scope
from threadline.people import actions, identifiers
from threadline.people.models import Identifier

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("nhs", " 9434765919 ", "943 476 5919"), ("nhs", "943-476-5919", "943 476 5919"),
        ("nhs", "4010232137", "401 023 2137"),
        ("upn", "a123 4567 8901 2", "A123456789012"), ("upn", "H80120000101A", "H80120000101A"),
        ("police", "URN  12/34", "URN 12/34"), ("other", "", ""), ("nhs", "  ", ""),
    ],
)  # fmt: skip
def test_a_number_is_kept_in_one_form(kind, typed, kept):
    assert identifiers.tidy(kind, typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("nhs", "943476591", "10 figures"), ("nhs", "94347659190", "10 figures"), ("nhs", "94347659ab", "10 figures"),
        ("nhs", "9434765918", "does not fit"), ("nhs", "٩٤٣٤٧٦٥٩١٩", "10 figures"),
        ("nhs", "1000000000", "does not fit"),
        ("upn", "I123456789012", "a letter and 12 figures"), ("upn", "A12345678901", "a letter and 12 figures"),
    ],
)  # fmt: skip
def test_what_cannot_be_such_a_number_is_refused(kind, typed, sentence):
    with pytest.raises(ValueError, match=sentence):
        identifiers.tidy(kind, typed)


def kept(person):
    with review_scope(person.review):
        return {each.kind: each.value for each in Identifier.objects.filter(person=person)}


def change(cast, person, details, version=1):
    return actions.change_person(
        by=cast.asha, person=person, version=version, name=person.name, kind=person.kind, relation=person.relation,
        born_on=person.born_on, also=[], details=details,
    )  # fmt: skip


def test_numbers_are_added_changed_and_taken_away(cast, tyler):
    change(cast, tyler, actions.Details(numbers={"nhs": "9434765919", "police": "URN 1"}))
    assert kept(tyler) == {"nhs": "943 476 5919", "police": "URN 1"}
    change(cast, tyler, actions.Details(numbers={"police": "URN 2"}), version=2)
    assert kept(tyler) == {"police": "URN 2"}
    with pytest.raises(Refused, match=r"10 figures, for example 943 476 5919\.$"):
        change(cast, tyler, actions.Details(numbers={"nhs": "1"}), version=3)
    assert kept(tyler) == {"police": "URN 2"}


def test_joining_two_entries_keeps_what_either_is_known_by(cast, tyler):
    change(cast, tyler, actions.Details(numbers={"police": "URN 1"}))
    other = actions.add_person(
        by=cast.asha, review=cast.review, name="Ty D", kind="child",
        details=actions.Details(agency=cast.school, numbers={"police": "URN 2", "upn": "A123456789012"}),
    )  # fmt: skip
    actions.keep_contact(by=cast.asha, person=other, version=0, address="1 Example Street", note="")
    joined = actions.merge_people(by=cast.asha, keep=tyler, gone=other, born_on=tyler.born_on, versions=(2, 1))
    assert kept(tyler) == {"police": "URN 1", "upn": "A123456789012"}
    assert joined.agency == cast.school
    assert actions.unmask(by=cast.asha, person=tyler, because="To write").address == "1 Example Street"


def test_the_page_keeps_agency_pseudonym_and_numbers(cast, sign_in):
    at = "/reviews/R-2015-01/people/"
    sent = {
        "name": "Kit Farrow", "kind": "practitioner", "relation": "constable", "agency": str(cast.police.pk),
        "pseudonym": "", "police": "Collar 12", "nhs": "943 476 5918", "version": "0", "also": "",
    }  # fmt: skip
    page = visit(sign_in(cast.lead), f"{at}add/", method="post", data=sent)
    assert "its last figure does not fit" in words(page.select_one(".govuk-error-summary"))
    page = visit(sign_in(cast.lead), f"{at}add/", method="post", data={**sent, "nhs": ""}, follow=True)
    assert "Constable 1" in words(page.main)
    assert "Westmarch Police" in words(page.main)
    assert "Collar 12" not in words(page.main)
    link = page.main.find("a", string="Kit Farrow")["href"]
    page = visit(sign_in(cast.lead), link)
    assert page.find(id="id_police")["value"] == "Collar 12"
    assert page.find(id="id_pseudonym")["value"] == "Constable 1"
    assert words(page.find(id="id_agency").find("option", selected=True)) == "Westmarch Police"
    assert "Collar 12" not in words(visit(sign_in(cast.panel), at).main)
