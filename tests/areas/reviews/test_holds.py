"""A hold really stops what it names, for everybody; it ends with a named authority and a reason (2.2.f)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.access import acts
from tests.people import everybody
from tests.people import holding as give
from tests.visit import visit, words
from threadline.access import roles
from threadline.access.acting import Denied, Held, Refused, action
from threadline.access.permissions import Permission
from threadline.audit.models import Event
from threadline.domain.framework.holding import ActiveHold
from threadline.people.models import Person
from threadline.reviews import actions, queries

pytestmark = pytest.mark.django_db


@action(Permission.PERSON_WRITE, records="people.added", holdable="panel.share_papers")
def send_papers(*, by, review):
    """An act that a hold can stop."""
    Person(review=review, name="The papers went out", kind="other").save()


def place(cast, *, review=None, kind="police_investigation", acts=("panel.share_papers",), by=None, **values):
    given = {"since": timezone.localdate(), "asked_by": "DS Sorrel, Westmarch Police", "because": "Witnesses first."}
    return actions.place_hold(
        by=by or cast.asha, review=review or cast.review, kind=kind, acts=acts, **{**given, **values}
    )


def test_a_held_act_is_refused_with_the_hold_s_sentence_and_the_refusal_is_on_record(cast):
    place(cast)
    with pytest.raises(Held, match=r"Sending papers to the Panel is on hold since .*Ask DS Sorrel, Westmarch Police\."):
        send_papers(by=cast.asha, review=cast.review)
    event = Event.objects.last()
    assert (event.kind, event.outcome) == ("access.held", "refused")
    assert "panel.share_papers" in event.detail_json
    send_papers(by=cast.asha, review=cast.second_review)


def test_what_a_hold_does_not_name_goes_on(cast):
    place(cast, acts=[])
    send_papers(by=cast.asha, review=cast.review)
    acts.add(by=cast.asha, review=cast.review, name="Kay")


def test_an_act_that_no_hold_can_name_is_noticed_when_it_is_written():
    with pytest.raises(ValueError, match="not an act that a hold can stop"):
        action(Permission.PERSON_WRITE, records="people.added", holdable="panel.dance")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"acts": ["report.present"]}, "cannot stop presenting the report to the Board"),
        ({"asked_by": " "}, "Say who asked for the hold"),
        ({"since": timezone.localdate() + timedelta(1)}, "starts today or earlier"),
        ({"kind": "whim"}, "does not name that kind of hold"),
    ],
)
def test_a_hold_that_cannot_be_placed_says_why(cast, values, sentence):
    with pytest.raises(Refused, match=sentence):
        place(cast, **values)


def release(cast, hold, *, by, authority="DCI Marl, Westmarch Police", reason="Charges were dropped."):
    return actions.release_hold(by=by, hold=hold, version=hold.version, authority=authority, reason=reason)


def test_a_hold_ends_with_a_named_authority_and_a_reason_and_the_act_is_free_again(cast):
    hold = place(cast)
    for values, sentence in (({"authority": " "}, "who allowed"), ({"reason": " "}, "Say why")):
        with pytest.raises(Refused, match=sentence):
            release(cast, hold, by=cast.chair, **values)
    release(cast, hold, by=cast.chair)
    send_papers(by=cast.asha, review=cast.review)
    with pytest.raises(actions.Overtaken, match="was released"):
        release(cast, hold, by=cast.chair)


def test_of_two_holds_on_one_act_the_other_still_stops_it(cast):
    first, _second = place(cast), place(cast, kind="legal_advice")
    release(cast, first, by=cast.chair)
    with pytest.raises(Held, match="legal advice"):
        send_papers(by=cast.asha, review=cast.review)


def test_only_the_roles_the_method_names_release_a_kind_of_hold(cast):
    trial = place(cast, kind="prosecution")
    welfare = place(cast, kind="welfare", acts=[])
    for who in ("asha", "panel", "police_author", "other_manager"):
        with pytest.raises(Denied):
            release(cast, trial, by=getattr(cast, who))
    with pytest.raises(Refused, match="not released by this role"):
        release(cast, trial, by=cast.lead)
    release(cast, welfare, by=cast.lead)
    give(cast.lead, roles.INDEPENDENT_CHAIR, board=cast.board)
    release(cast, trial, by=cast.lead)


def test_a_hold_is_looked_at_again_on_a_day_that_can_be(cast):
    hold = place(cast, since=timezone.localdate() - timedelta(40))
    with pytest.raises(Refused, match="between"):
        actions.keep_hold(by=cast.asha, hold=hold, version=1, asked=timezone.localdate() + timedelta(1))
    kept = actions.keep_hold(by=cast.asha, hold=hold, version=1, asked=timezone.localdate())
    with pytest.raises(actions.Overtaken, match="Somebody changed this hold"):
        actions.keep_hold(by=cast.asha, hold=hold, version=1, asked=timezone.localdate())
    assert kept.looked_at == timezone.localdate()


def test_the_task_list_is_told_of_the_holds_that_stand(cast):
    hold = place(cast, acts=["chronology.share"])
    (told,) = queries.active_holds(review=cast.review)
    assert isinstance(told, ActiveHold)
    assert told.acts >= {"chronology.share", "family.contact"}
    release(cast, hold, by=cast.chair)
    assert queries.active_holds(review=cast.review) == ()


def test_the_merged_timeline_is_not_shown_to_the_panel_while_that_is_on_hold(cast, sign_in):
    address = f"/reviews/{cast.review.reference}/chronology/merged/"
    visit(sign_in(cast.panel), address)
    place(cast, acts=["chronology.share"])
    page = visit(sign_in(cast.panel), address, expect=403)
    assert "This part of the review is on hold" in words(page.h1)
    assert "Showing the merged timeline to the Panel is on hold since" in words(page.main)
    assert Event.objects.last().kind == "access.held"
    visit(sign_in(cast.lead), address)
    assert sign_in(cast.lead).get(f"/reviews/{cast.review.reference}/chronology/export/csv/").status_code == 403
    bar = words(visit(sign_in(cast.lead), address).select_one(".tl-identity"))
    assert "On hold: Criminal investigation, since" in bar
    assert "Ask DS Sorrel, Westmarch Police." in bar


FROM_THE_TIMELINES = (
    "merged", "key_events", "gaps", "known", "matrix", "picture", "views",
)  # fmt: skip


@pytest.mark.parametrize(("who", "expected"), [
    ("panel", 403), ("panel_chair", 403), ("chair", 200), ("inspector", 200), ("lead", 200), ("co_reviewer", 200),
])  # fmt: skip
def test_what_is_kept_from_the_panel_is_kept_on_every_page_and_from_nobody_else(cast, sign_in, who, expected):
    everybody(cast)
    place(cast, acts=["chronology.share"])
    client = sign_in(getattr(cast, who))
    for page in FROM_THE_TIMELINES:
        address = reverse(f"chronology:{page}", args=[cast.review.reference])
        assert client.get(address).status_code == expected, page
