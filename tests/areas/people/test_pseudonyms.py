"""The name a person goes by in reports: suggested, unique, never their own; the register as pairs for anonymising."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadline.access.acting import Refused
from threadline.access.scope import review_scope
from threadline.people import actions, pseudonyms, queries
from threadline.people.models import Person

KINDS = ["child", "family", "practitioner", "other"]


@pytest.mark.parametrize(
    ("kind", "relation", "taken", "suggested"),
    [
        ("child", "the child of the review", [], "Child A"),
        ("child", "sister", ["child a", "Child B"], "Child C"),
        ("family", "mother", [], "Mother"),
        ("family", "mother's  partner", [], "Mother's partner"),
        ("family", "aunt", ["Aunt"], "Aunt 2"),
        ("family", "", [], "Family member 1"),
        ("practitioner", "health visitor", [], "Health visitor 1"),
        ("practitioner", "health visitor", ["HEALTH VISITOR 1"], "Health visitor 2"),
        ("practitioner", "", [], "Practitioner 1"),
        ("other", "", ["Person 1"], "Person 2"),
        ("other", "neighbour", [], "Neighbour 1"),
    ],
)
def test_a_pseudonym_is_suggested_from_what_the_person_is(kind, relation, taken, suggested):
    assert pseudonyms.suggest(kind, relation, taken=taken) == suggested


def test_there_are_names_for_more_children_than_letters():
    taken = []
    for _ in range(28):
        taken.append(pseudonyms.suggest("child", "", taken=taken))
    assert taken[25:] == ["Child Z", "Child 27", "Child 28"]


@given(st.sampled_from(KINDS), st.text(max_size=200), st.lists(st.text(max_size=20), max_size=5))
def test_a_suggestion_is_short_and_nobody_else_s(kind, relation, taken):
    made = pseudonyms.suggest(kind, relation, taken=taken)
    assert 0 < len(made) <= pseudonyms.LONGEST
    assert made.casefold() not in {each.casefold() for each in taken}


pytestmark = pytest.mark.django_db


def add(cast, name, kind="family", **values):
    return actions.add_person(by=cast.asha, review=cast.review, name=name, kind=kind, **values)


def test_everybody_in_the_register_has_a_pseudonym_of_their_own(cast, tyler, kayleigh):
    assert (tyler.pseudonym, kayleigh.pseudonym) == ("Child A", "Mother")
    assert add(cast, "Skye Dunmore", "child").pseudonym == "Child B"
    assert add(cast, "Rosa", relation="mother").pseudonym == "Mother 2"
    with review_scope(cast.second_review):
        other = actions.add_person(by=cast.asha, review=cast.second_review, name="Ty", kind="child")
    assert other.pseudonym == "Child A"


def test_a_pseudonym_can_be_chosen_and_is_nobody_else_s(cast, kayleigh):
    chosen = add(cast, "Dean", details=actions.Details(pseudonym="  Adult   1 "))
    assert chosen.pseudonym == "Adult 1"
    with pytest.raises(Refused, match="Somebody else goes by adult 1 in reports"):
        add(cast, "Pat", details=actions.Details(pseudonym="adult 1"))
    with pytest.raises(Refused, match="must not be the person's own name"):
        add(cast, "Pat", details=actions.Details(pseudonym="PAT"))


def test_a_pseudonym_stays_when_the_rest_changes(cast, kayleigh):
    changed = actions.change_person(
        by=cast.asha,
        person=kayleigh,
        version=1,
        name="Kayleigh D",
        kind="other",
        relation="aunt",
        born_on=None,
        also=[],
    )
    assert changed.pseudonym == "Mother"


def test_who_is_put_back_gets_another_pseudonym_where_theirs_is_taken(cast, kayleigh):
    actions.take_out(by=cast.asha, person=kayleigh, version=1, because="Not of this case")
    assert add(cast, "Rosa", relation="mother").pseudonym == "Mother"
    actions.put_back(by=cast.asha, person=kayleigh)
    assert Person._base_manager.get(pk=kayleigh.pk).pseudonym == "Mother 2"


def test_the_register_as_names_and_pseudonyms(cast, tyler, kayleigh, django_assert_max_num_queries):
    add(cast, "Tia Dunmore", "child", also=["TD"])
    with review_scope(cast.review), django_assert_max_num_queries(3):
        found = queries.pairs(review=cast.review, viewer=cast.lead)
    assert found == [
        ("Kayleigh Dunmore", "Mother"), ("Tyler Dunmore", "Child A"), ("Tia Dunmore", "Child B"), ("Tyler", "Child A"),
        ("Mum", "Mother"), ("KD", "Mother"),
    ]  # fmt: skip


def test_the_register_is_nobody_else_s(cast, tyler):
    with review_scope(cast.review):
        assert queries.pairs(review=cast.review, viewer=cast.police_author) == []
        assert queries.aliases(review=cast.review, viewer=cast.outsider) == []
        alias = queries.aliases(review=cast.review, viewer=cast.panel)[0]
    assert (alias.person, alias.pseudonym, alias.kind, alias.relation, alias.names) == (
        tyler.pk, "Child A", "child", "the child of the review", ("Tyler Dunmore", "Tyler", "TD"),
    )  # fmt: skip
