"""Case data are written inside an act and nowhere else."""

from datetime import date

import pytest
from django.db import transaction

from threadline.access.gate import Guarded, OutsideAct, changes, open_gate
from threadline.access.models import RoleHolding
from threadline.access.scope import review_scope
from threadline.people.models import KnownAs, Person
from threadline.reviews.models import Review

pytestmark = pytest.mark.django_db


@pytest.fixture
def somebody(cast):
    """A person in the register, in scope."""
    with open_gate():
        made = Person(review=cast.review, name="Kay", kind="other")
        made.save()
    with review_scope(cast.review):
        yield made


WRITES = {
    "save": lambda made: made.save(),
    "delete": lambda made: made.delete(),
    "create": lambda made: Person.objects.create(review=made.review, name="Lee", kind="other"),
    "get_or_create": lambda made: Person.objects.get_or_create(review=made.review, name="Lee", kind="other"),
    "update_or_create": lambda made: Person.objects.update_or_create(name="Kay", defaults={"relation": "aunt"}),
    "update": lambda made: Person.objects.update(relation="aunt"),
    "delete of many": lambda made: Person.objects.all().delete(),
    "bulk_create": lambda made: Person.objects.bulk_create([Person(review=made.review, name="Lee", kind="other")]),
    "bulk_update": lambda made: Person.objects.bulk_update([made], ["relation"]),
    "add by a relation": lambda made: made.also.create(text="Mum"),
    "set by a relation": lambda made: made.also.add(KnownAs(text="Mum"), bulk=False),
}


@pytest.mark.parametrize("way", WRITES)
def test_no_way_of_writing_is_open_outside_an_act(somebody, way):
    with pytest.raises(OutsideAct), transaction.atomic():
        WRITES[way](somebody)
    assert Person.objects.get().relation == ""
    assert not KnownAs.objects.exists()


@pytest.mark.parametrize("way", WRITES)
def test_every_way_of_writing_is_open_inside_an_act(somebody, way):
    with open_gate():
        WRITES[way](somebody)


def test_reviews_and_roles_are_written_inside_an_act_only(cast):
    with pytest.raises(OutsideAct):
        Review.objects.update(reference="X-1")
    with pytest.raises(OutsideAct):
        cast.review.save()
    with pytest.raises(OutsideAct):
        RoleHolding.objects.all().delete()


def test_every_model_of_a_review_is_guarded():
    from django.apps import apps

    open_ = {
        "chronology.Progress",
        "chronology.Search",
        "documents.ReviewKey",
    }  # a lease of the reader; how a search stands, in counts and times; a key, made with a review's first file
    ours = [model for model in apps.get_models() if model.__module__.startswith("threadline.")]
    reviewed = [model for model in ours if _leads_to(model, Review)]
    assert {model._meta.label for model in reviewed if not issubclass(model, Guarded)} == open_


def _leads_to(model, goal, seen=()):
    if model is goal:
        return True
    nearby = [field.related_model for field in model._meta.get_fields() if field.many_to_one or field.one_to_one]
    forward = [each for each in nearby if each is not None and each is not model and each not in seen]
    fields = {field.related_model for field in model._meta.concrete_fields if field.is_relation}
    return any(_leads_to(each, goal, (*seen, model)) for each in forward if each in fields)


def test_an_act_gathers_what_it_touched_once_and_in_order(cast):
    with open_gate() as gathered:
        first, second = (Person(review=cast.review, name=name, kind="other") for name in ("Kay", "Lee"))
        first.save()
        second.save()
        first.save()
        gone = str(second.pk)
        second.delete()
        changes().detail["reason"] = "tidied"
    assert list(gathered.objects) == [f"people.person:{first.pk}", f"people.person:{gone}"]
    assert gathered.detail == {"reason": "tidied"}


def test_what_is_deleted_is_named_even_where_nothing_else_was_written(cast, somebody):
    with open_gate() as gathered:
        somebody.delete()
    assert len(gathered.objects) == 1
    assert not next(iter(gathered.objects)).endswith(":None")


def test_an_act_within_an_act_gathers_its_own_and_closes_only_its_own_gate(cast):
    with open_gate() as outer:
        with open_gate() as inner:
            Person(review=cast.review, name="Kay", kind="other", born_on=date(2011, 6, 14)).save()
        assert changes() is outer
    assert (len(outer.objects), len(inner.objects)) == (0, 1)
    with pytest.raises(OutsideAct):
        changes()


def test_the_gate_closes_when_the_act_fails():
    with pytest.raises(ZeroDivisionError), open_gate():
        raise ZeroDivisionError
    with pytest.raises(OutsideAct):
        changes()
