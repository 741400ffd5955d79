"""Who can read any one thing, and why: from the policy's own table, for every kind that says how it is read."""

import pytest
from django.apps import apps

from tests.visit import visit, words
from threadline.access.permissions import Permission
from threadline.access.reach import who_may
from threadline.access.scope import review_scope
from threadline.administration.queries import readers
from threadline.people.actions import add_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def kay(cast):
    return add_person(by=cast.lead, review=cast.review, name="Kay", kind="other")


def at(kay, model="people.person"):
    return f"/reviews/R-2015-01/access/{model}/{kay.pk}/"


def test_a_person_s_readers_stand_with_their_role_and_what_they_may_do(cast, sign_in, kay):
    page = visit(sign_in(cast.lead), at(kay))
    said = words(page.main)
    assert words(page.h1) == "Who can read this person"
    assert "Kay" not in said
    for name in ("Asha Fernleigh", "Ruth Ellerby", "Marcus Thornhill", "Grace Okonedo-Vale"):
        assert name in said
    assert "Ian Sorrel" not in said
    assert Permission.PERSON_ADDRESS.says in said


def test_the_answer_is_the_policy_s_own(cast, kay):
    with review_scope(cast.review):
        told = {(each.who, word) for each in readers.of_record(kay) for word in each.may}
        asked = {
            (holding.user.name, permission.says)
            for permission in type(kay).Reach.reads
            for holding in who_may(permission, kay)
        }
    assert told == asked


def test_the_pages_of_things_lead_there_for_those_who_may_ask(cast, sign_in, kay):
    page = visit(sign_in(cast.lead), f"/reviews/R-2015-01/people/{kay.pk}/")
    assert page.main.find("a", string="Who can read this, and why")["href"] == at(kay)
    assert sign_in(cast.panel).get(at(kay)).status_code == 404


@pytest.mark.parametrize("model", ["people.knownas", "accounts.user", "nothing.here", "nothing", "a.b.c"])
def test_what_is_not_read_by_itself_is_not_there(cast, sign_in, kay, model):
    assert sign_in(cast.lead).get(at(kay, model)).status_code == 404


def test_a_thing_of_another_review_is_not_there(cast, sign_in, kay):
    for person, reference in ((cast.asha, "R-2015-02"), (cast.other_manager, "E-2015-07")):
        assert sign_in(person).get(at(kay).replace("R-2015-01", reference)).status_code == 404


def test_every_kind_that_says_how_it_is_read_names_permissions_and_has_a_word():
    kinds = [model for model in apps.get_models() if getattr(getattr(model, "Reach", None), "reads", ())]
    assert {model._meta.label for model in kinds} >= {
        "people.Person", "documents.Document", "chronology.AgencyFile", "chronology.Row",
    }  # fmt: skip
    for model in kinds:
        assert readers.kind_of(model._meta.label_lower) is model
        assert all(isinstance(each, Permission) for each in model.Reach.reads)
        assert readers.called(model).islower()
