"""An act checks the policy, is whole, and leaves exactly one event; a refusal is recorded."""

import json

import pytest
from django.db import DatabaseError, IntegrityError, connection
from tests.access import acts

from threadline.access.acting import Denied, Refused, request_id
from threadline.access.scope import ScopeMissing, across_reviews
from threadline.audit import trail
from threadline.audit.models import ChainHead, Event
from threadline.audit.registry import UnknownKind
from threadline.people.models import Person

pytestmark = pytest.mark.django_db


def events():
    return [(event.kind, event.outcome) for event in Event.objects.all()]


def people():
    with across_reviews(reason="A test counts."):
        return sorted(Person.objects.values_list("name", flat=True))


def test_an_act_leaves_one_event_saying_who_did_what_to_which_record_as_whom(cast):
    token = request_id.set("the-request")
    made = acts.add(by=cast.asha, review=cast.review, name="Kay")
    request_id.reset(token)
    event = Event.objects.get()
    assert (event.kind, event.outcome, event.actor) == ("people.added", "done", str(cast.asha.pk))
    assert (event.board, event.review) == (str(cast.board.pk), str(cast.review.pk))
    assert (event.acting_as, event.request) == ("business_manager", "the-request")
    assert json.loads(event.objects_json) == [f"people.person:{made.pk}"]


def test_an_act_adds_its_own_details_and_works_in_the_scope_of_its_record(cast):
    made = acts.add(by=cast.asha, review=cast.second_review, name="Kay")
    acts.add(by=cast.asha, review=cast.review, name="Lee")
    acts.rename(by=cast.asha, person=made, name="Kay D")
    assert json.loads(Event.objects.last().detail_json) == {"people": 1}
    with pytest.raises(ScopeMissing):
        Person.objects.count()


def test_an_act_that_changed_nothing_names_what_it_was_about(cast):
    acts.nothing(by=cast.asha, review=cast.review)
    assert json.loads(Event.objects.get().objects_json) == [f"reviews.review:{cast.review.pk}"]


def test_an_act_on_many_records_names_fifty_and_counts_them_all(cast):
    acts.many(by=cast.asha, review=cast.review, count=51)
    event = Event.objects.get()
    assert len(json.loads(event.objects_json)) == 50
    assert json.loads(event.detail_json) == {"objects": 51}


@pytest.mark.parametrize("who", ["panel", "police_author", "second_lead", "other_manager", "outsider"])
def test_an_act_that_the_policy_does_not_give_is_denied_and_recorded(cast, who):
    with pytest.raises(Denied):
        acts.add(by=getattr(cast, who), review=cast.review, name="Kay")
    event = Event.objects.get()
    assert (event.kind, event.outcome, event.actor) == ("access.refused", "refused", str(getattr(cast, who).pk))
    assert (event.board, event.review) == (str(cast.board.pk), str(cast.review.pk))
    assert json.loads(event.detail_json) == {"attempted": "people.added", "permission": "person.write"}
    assert json.loads(event.objects_json) == [f"reviews.review:{cast.review.pk}"]
    assert people() == []


@pytest.mark.parametrize("error", [ZeroDivisionError(), Refused("Not today."), DatabaseError()])
def test_an_act_that_fails_leaves_neither_change_nor_event(cast, error):
    with pytest.raises(type(error)):
        acts.fail(by=cast.asha, review=cast.review, error=error)
    assert (people(), events()) == ([], [])


def test_an_act_that_the_database_refuses_leaves_neither_change_nor_event(cast):
    with pytest.raises(IntegrityError):
        acts.add_twice(by=cast.asha, review=cast.review, name="Kay")
    assert (people(), events()) == ([], [])


def test_an_act_whose_event_cannot_be_written_changes_nothing(cast):
    ChainHead.objects.all().delete()
    with pytest.raises(trail.NoHead):
        acts.add(by=cast.asha, review=cast.review, name="Kay")
    assert people() == []


def test_an_act_of_a_kind_that_no_area_declares_does_not_begin(cast):
    with pytest.raises(UnknownKind):
        acts.unheard_of(by=cast.asha, review=cast.review)


def test_an_act_at_a_board_has_no_review(cast):
    with pytest.raises(Refused):
        acts.refuse_to_open(by=cast.asha, board=cast.board)
    with pytest.raises(Denied):
        acts.refuse_to_open(by=cast.lead, board=cast.board)
    event = Event.objects.get()
    assert (event.board, event.review) == (str(cast.board.pk), "")


def test_acts_within_an_act_leave_an_event_each_and_stand_together(cast):
    acts.add_several(by=cast.asha, review=cast.review, names=["Kay", "Lee"])
    assert events() == [("people.added", "done"), ("people.added", "done"), ("reviews.changed", "done")]
    assert people() == ["Kay", "Lee"]


def test_acts_within_an_act_fall_together(cast):
    with pytest.raises(IntegrityError):
        acts.add_several(by=cast.asha, review=cast.review, names=["Kay", "Kay"])
    assert (people(), events()) == ([], [])


def test_an_act_within_that_failed_and_was_passed_over_leaves_no_event(cast):
    acts.add_for_another(by=cast.asha, helper=cast.asha, review=cast.review, names=["Kay", "Kay", "Lee"], forgive=True)
    assert people() == ["Kay", "Lee"]
    assert [kind for kind, _ in events()] == ["people.added", "people.added", "reviews.changed"]


def test_a_denial_within_an_act_is_recorded_though_the_whole_act_falls(cast):
    with pytest.raises(Denied):
        acts.add_for_another(by=cast.asha, helper=cast.panel, review=cast.review, names=["Kay"])
    assert events() == [("access.refused", "refused")]
    assert people() == []


def test_a_denial_within_an_act_is_recorded_though_it_was_passed_over(cast):
    acts.add_for_another(by=cast.asha, helper=cast.panel, review=cast.review, names=["Kay"], forgive=True)
    assert sorted(events()) == [("access.refused", "refused"), ("reviews.changed", "done")]


def test_the_chain_is_locked_only_when_the_work_is_done(cast):
    order = []

    def watch(execute, sql, params, many, context):
        order.append("head" if "audit_chainhead" in sql else "person" if "people_person" in sql else "")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        acts.add_several(by=cast.asha, review=cast.review, names=["Kay", "Lee", "Mo"])
    assert order.index("head") > max(place for place, what in enumerate(order) if what == "person")


def test_what_the_service_does_by_itself_is_recorded_as_the_service(cast):
    acts.served(cast.review)
    event = Event.objects.get()
    assert (event.actor, event.acting_as, event.kind) == ("", "service", "people.added")
    assert event.review == str(cast.review.pk)
    assert json.loads(event.detail_json) == {"count": 1}


def test_what_the_service_could_not_finish_leaves_neither_change_nor_event(cast):
    with pytest.raises(ZeroDivisionError):
        acts.served(cast.review, then=ZeroDivisionError())
    assert (people(), events()) == ([], [])


def test_every_act_says_its_permission_and_what_it_records():
    assert (str(acts.add.permission), acts.add.records) == ("person.write", "people.added")


def test_the_chain_is_whole_after_all_of_it(cast):
    acts.add_several(by=cast.asha, review=cast.review, names=["Kay", "Lee"])
    with pytest.raises(Denied):
        acts.add(by=cast.panel, review=cast.review, name="Mo")
    acts.served(cast.review)
    assert trail.verify().fault is None
