"""Adding, changing, joining, taking out and putting back: each whole, each recorded, each announced."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from threadline.access.acting import Denied, Refused
from threadline.access.gate import open_gate
from threadline.access.scope import across_reviews
from threadline.audit.models import Event
from threadline.people import actions, changed
from threadline.people.models import KnownAs, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """The reviews whose registers changed."""
    told = []
    monkeypatch.setattr(changed, "_told", [])
    changed.tell(told.append)
    changed.tell(told.append)
    return told


def kinds():
    return [event.kind for event in Event.objects.all()]


def fresh(person):
    return Person._base_manager.get(pk=person.pk)


def change(by, person, **values):
    said = {
        "name": person.name,
        "kind": person.kind,
        "relation": person.relation,
        "born_on": person.born_on,
        "also": [],
    }
    return actions.change_person(by=by, person=person, **{"version": person.version, **said, **values})


def test_a_person_is_added_with_the_names_records_use(cast, names, heard):
    added = actions.add_person(
        by=cast.lead, review=cast.review, name="  Skye   Dunmore ", kind="child", relation=" sister ",
        born_on=date(2007, 11, 2), also=["Skye", " SD ", "", "skye", "Skye Dunmore"],
    )  # fmt: skip
    assert names() == {"Skye Dunmore": ["Skye", "SD"]}
    assert (added.relation, added.born_on) == ("sister", date(2007, 11, 2))
    assert heard == [cast.review]
    assert kinds() == ["people.added"]


def test_nothing_a_person_is_called_stands_in_the_trail(cast, tyler):
    event = Event.objects.get()
    assert "Tyler" not in event.objects_json + event.detail_json


def test_a_name_stands_once_in_a_register_whatever_its_case(cast, tyler):
    with pytest.raises(Refused, match="TYLER dunmore is in the register already"):
        actions.add_person(by=cast.asha, review=cast.review, name="TYLER dunmore", kind="other")
    actions.add_person(by=cast.asha, review=cast.second_review, name="Tyler Dunmore", kind="other")


def test_an_entry_is_changed_and_its_names_with_it(cast, tyler, names, heard):
    changed_ = change(cast.lead, tyler, name="Tyler D", also=["Ty", "TD"], born_on=None)
    assert names() == {"Tyler D": ["TD", "Ty"]}
    assert (changed_.version, fresh(tyler).born_on) == (2, None)
    assert heard == [cast.review]


def test_a_name_that_stays_keeps_its_record(cast, tyler):
    with across_reviews(reason="A test looks at the names kept."):
        before = KnownAs.objects.get(text="TD").pk
        change(cast.lead, tyler, also=["TD"])
        assert KnownAs.objects.get().pk == before


def test_a_name_whose_case_changed_is_changed(cast, tyler, names):
    change(cast.lead, tyler, also=["td", "Tyler"])
    assert names() == {"Tyler Dunmore": ["Tyler", "td"]}


def test_an_entry_cannot_take_another_s_name(cast, tyler, kayleigh):
    with pytest.raises(Refused, match="in the register already"):
        change(cast.lead, tyler, name="kayleigh dunmore")
    assert fresh(tyler).name == "Tyler Dunmore"


def test_an_entry_that_somebody_else_changed_meanwhile_is_not_overwritten(cast, tyler):
    change(cast.lead, tyler, relation="first")
    with pytest.raises(actions.Overtaken, match="Somebody changed the entry of Tyler Dunmore"):
        change(cast.asha, tyler, relation="second")
    assert fresh(tyler).relation == "first"


def test_two_entries_of_one_person_become_one_with_every_name(cast, tyler, names, heard):
    also = actions.add_person(
        by=cast.asha, review=cast.review, name="T. Dunmore", kind="other", relation="pupil", also=["td", "Tyler D"]
    )
    heard.clear()
    actions.merge_people(by=cast.lead, keep=tyler, gone=also, born_on=tyler.born_on, versions=(1, 1))
    assert names() == {"Tyler Dunmore": ["Tyler", "TD", "T. Dunmore", "Tyler D"]}
    gone = fresh(also)
    assert (gone.merged_into, gone.out_by) == (tyler, cast.lead)
    assert heard == [cast.review]
    assert kinds()[-1] == "people.merged"


def test_joining_takes_what_the_one_that_stays_lacks(cast, tyler):
    also = actions.add_person(by=cast.asha, review=cast.review, name="T. D.", kind="other")
    kept = actions.merge_people(by=cast.lead, keep=also, gone=tyler, born_on=tyler.born_on, versions=(1, 1))
    assert (kept.relation, kept.born_on, kept.kind) == ("the child of the review", date(2011, 6, 14), "other")


def test_people_of_two_reviews_and_a_person_with_themself_are_not_joined(cast, tyler):
    other = actions.add_person(by=cast.asha, review=cast.second_review, name="T. D.", kind="other")
    for gone in (other, tyler):
        with pytest.raises(Refused, match="two people of the same review"):
            actions.merge_people(by=cast.asha, keep=tyler, gone=gone, born_on=None, versions=(1, 1))


@pytest.mark.parametrize("versions", [(1, 2), (2, 1)])
def test_entries_changed_meanwhile_are_not_joined(cast, tyler, kayleigh, versions):
    with pytest.raises(actions.Overtaken):
        actions.merge_people(by=cast.asha, keep=tyler, gone=kayleigh, born_on=None, versions=versions)


def test_a_person_is_taken_out_with_a_reason_and_put_back(cast, tyler, names, heard):
    actions.take_out(by=cast.lead, person=tyler, version=1, because=" Named by mistake ")
    assert names() == {}
    out = fresh(tyler)
    assert (out.out_because, out.out_by) == ("Named by mistake", cast.lead)
    actions.put_back(by=cast.asha, person=out)
    assert names() == {"Tyler Dunmore": ["Tyler", "TD"]}
    assert (fresh(tyler).out_because, fresh(tyler).out_by) == ("", None)
    assert len(heard) == 2
    assert kinds()[-2:] == ["people.taken_out", "people.put_back"]


@pytest.mark.parametrize("because", ["", "  \n"])
def test_nobody_is_taken_out_without_a_reason(cast, tyler, because):
    with pytest.raises(Refused, match="Say why"):
        actions.take_out(by=cast.lead, person=tyler, version=1, because=because)


def test_the_database_itself_wants_a_reason(cast, tyler):
    with pytest.raises(IntegrityError), transaction.atomic(), open_gate():
        Person._base_manager.filter(pk=tyler.pk).update(out_at=tyler.review.opened_at, out_by=cast.asha)


def test_who_is_out_can_be_neither_changed_nor_taken_out_again(cast, tyler):
    actions.take_out(by=cast.lead, person=tyler, version=1, because="Mistake")
    with pytest.raises(actions.Overtaken, match="was taken out"):
        change(cast.lead, tyler)
    with pytest.raises(actions.Overtaken):
        actions.take_out(by=cast.lead, person=tyler, version=2, because="Again")


def test_nobody_is_put_back_who_is_there_or_whose_name_is_taken(cast, tyler):
    with pytest.raises(Refused, match="Tyler Dunmore is in the register"):
        actions.put_back(by=cast.lead, person=tyler)
    actions.take_out(by=cast.lead, person=tyler, version=1, because="Mistake")
    actions.add_person(by=cast.lead, review=cast.review, name="tyler dunmore", kind="child")
    with pytest.raises(Refused, match="in the register already"):
        actions.put_back(by=cast.lead, person=tyler)


@pytest.mark.parametrize("who", ["panel", "chair", "police_author", "second_lead", "outsider"])
def test_only_who_may_change_the_register_changes_it(cast, tyler, who):
    by = getattr(cast, who)
    for act in (
        lambda: actions.add_person(by=by, review=cast.review, name="X", kind="other"),
        lambda: change(by, tyler),
        lambda: actions.take_out(by=by, person=tyler, version=1, because="x"),
        lambda: actions.merge_people(by=by, keep=tyler, gone=tyler, born_on=None, versions=(1, 1)),
        lambda: actions.put_back(by=by, person=tyler),
    ):
        with pytest.raises(Denied):
            act()
