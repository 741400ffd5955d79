"""Entries typed by hand: marked, sourced, changed with a reason, never overwritten unseen."""

import pytest

from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.actions import AlreadyTyped, Overtaken, Told
from threadline.chronology.models import Row, TypedChange, TypedEntry

pytestmark = pytest.mark.django_db

CALL = Told("3/2/2015 2.15pm", "Telephone call: child seen asleep.", "Sgt Sorrel by telephone on 4 March.")


@pytest.fixture
def contributor(cast):
    with review_scope(cast.review):
        return cast.review.contributors.select_related("agency").get(agency=cast.police)


@pytest.fixture
def typed(cast, contributor):
    return actions.type_entry(by=cast.lead, review=cast.review, contributor=contributor, told=CALL, token="t")


def now(row):
    with review_scope(row.review):
        return TypedEntry.objects.select_related("row").get(row=row)


def test_a_typed_entry_is_in_the_chronology_with_its_source_and_who_typed_it(cast, typed, events):
    row = Row._base_manager.get(pk=typed.pk)
    assert row.live
    assert row.file is None
    assert (str(row.earliest), str(row.time_from), row.agency) == ("2015-02-03", "14:15:00", cast.police)
    assert (now(row).by, now(row).source) == (cast.lead, CALL.source)


def test_typing_leaves_one_event(cast, contributor, events):
    actions.type_entry(by=cast.lead, review=cast.review, contributor=contributor, told=CALL, token="t")
    assert events() == ["chronology.entry_typed"]


def test_the_same_form_twice_is_one_entry(cast, contributor, typed, events):
    with pytest.raises(AlreadyTyped) as already:
        actions.type_entry(by=cast.lead, review=cast.review, contributor=contributor, told=CALL, token="t")
    assert already.value.row == typed
    assert events() == []


def test_an_entry_without_a_date_stands_at_the_end(cast, contributor, typed):
    undated = actions.type_entry(
        by=cast.lead, review=cast.review, contributor=contributor, told=Told("", "Said to have moved.", "A neighbour."),
        token="u",
    )  # fmt: skip
    assert undated.sort_key > typed.sort_key
    assert undated.month == 0


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Told("whenever", "It happened.", "Somebody."), "cannot be read as a date"),
        (Told("3/2/2015", " ", "Somebody."), "what happened"),
        (Told("3/2/2015", "It happened.", " "), "where this comes from"),
    ],
)
def test_an_entry_that_lacks_something_is_refused(cast, contributor, told, said):
    with pytest.raises(Refused, match=said):
        actions.type_entry(by=cast.lead, review=cast.review, contributor=contributor, told=told, token="t")
    assert Row._base_manager.count() == 0


def change(cast, row, contributor, **changed):
    told = Told(changed.get("when", CALL.when), changed.get("description", CALL.description), CALL.source)
    return actions.change_entry(
        by=changed.get("by", cast.asha), row=row, contributor=contributor, told=told,
        because=changed.get("because", "The time was wrong."), version=changed.get("version", 1),
    )  # fmt: skip


def test_a_change_keeps_what_the_entry_said_before_and_why(cast, typed, contributor, events):
    change(cast, typed, contributor, when="3/2/2015 3pm")
    row = Row._base_manager.get(pk=typed.pk)
    assert str(row.time_from) == "15:00:00"
    with review_scope(cast.review):
        (kept,) = TypedChange.objects.all()
    assert (kept.said["when"], kept.because, kept.by, kept.version) == (CALL.when, "The time was wrong.", cast.asha, 1)
    assert events() == ["chronology.entry_changed"]


def test_a_change_needs_a_reason(cast, typed, contributor):
    with pytest.raises(Refused, match="Say why"):
        change(cast, typed, contributor, because="")


def test_the_second_of_two_who_change_it_overwrites_nothing(cast, typed, contributor):
    change(cast, typed, contributor, description="Child seen awake.")
    with pytest.raises(Overtaken, match="Both texts are on the page"):
        change(cast, typed, contributor, description="Child not seen.", by=cast.lead)
    assert Row._base_manager.get(pk=typed.pk).description == "Child seen awake."
    change(cast, typed, contributor, description="Child not seen.", by=cast.lead, version=2)
    assert now(typed).version == 3
    with review_scope(cast.review):
        assert [each.version for each in TypedChange.objects.all()] == [1, 2]


def test_a_removed_entry_leaves_the_chronology_and_what_it_said_is_kept(cast, typed, contributor, events):
    actions.remove_entry(by=cast.asha, row=typed, because="Told of another family.", version=1)
    assert not Row._base_manager.get(pk=typed.pk).live
    assert now(typed).removed_because == "Told of another family."
    assert events() == ["chronology.entry_removed"]
    with pytest.raises(Overtaken, match="removed while you had it open"):
        change(cast, typed, contributor, version=2)


def test_a_row_of_a_file_is_not_changed_here(cast, police_file, contributor):
    from tests.areas.chronology.conftest import row_of

    with pytest.raises(Refused, match="Only an entry typed by hand"):
        change(cast, row_of(police_file, 2), contributor)


@pytest.mark.parametrize("who", ["police_author", "panel", "chair", "second_lead", "other_manager"])
def test_only_those_who_run_the_review_type_and_change_entries(cast, typed, contributor, who):
    with pytest.raises(Denied):
        actions.type_entry(by=cast.people[who], review=cast.review, contributor=contributor, told=CALL, token="another")
    with pytest.raises(Denied):
        change(cast, typed, contributor, by=cast.people[who])
