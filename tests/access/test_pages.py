"""The base of every page: deny by default, one 404 for what is not there and not yours, no page without its event."""

import json

import pytest
from django.db import DatabaseError, InterfaceError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.test import RequestFactory
from django.utils import timezone

from threadline.access import views
from threadline.access.acting import Denied, Refused, request_id
from threadline.access.gate import open_gate
from threadline.access.middleware import Acting
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.scope import ScopeMissing
from threadline.access.views import AuditedView, ReviewView
from threadline.audit.models import ChainHead, Event
from threadline.people.models import Person
from threadline.reviews.models import Review

pytestmark = pytest.mark.django_db


class Shown(ReviewView):
    """A page of a review."""

    permission = Permission.PERSON_READ

    def get(self, request):
        self.shows(*Person.objects.all(), people=Person.objects.count())
        return HttpResponse("a child's name")

    def post(self, request):
        return HttpResponseRedirect("/")


class OfOne(ReviewView):
    """A page of one record."""

    permission = Permission.PERSON_READ
    reads = "people.changed"

    def target(self, *, person):
        return self.one(Person.objects.all(), pk=person)

    def get(self, request, person):
        return HttpResponse("one")


class Drawn(ReviewView):
    """A page from a template."""

    permission = Permission.REVIEW_READ

    def get(self, request):
        return self.page("ui/404.html", {}, status=422)


class Mine(AuditedView):
    """A page of what is one's own."""

    permission = None

    def get(self, request):
        return HttpResponse("mine")


class OfBoard(AuditedView):
    """A page of a Board."""

    permission = Permission.AUDIT_READ
    board = None

    def target(self):
        return self.board

    def get(self, request):
        return self.page("ui/404.html", {})


def answer(view, user, *, method="get", **kwargs):
    request = getattr(RequestFactory(), method)("/")
    request.user, request.session = user, {}
    return view.as_view()(request, **kwargs)


def of_review(view, user, review, **kwargs):
    return answer(view, user, reference=review.reference, **kwargs)


@pytest.fixture
def somebody(cast):
    with open_gate():
        made = Person(review=cast.review, name="Kay", kind="other")
        made.save()
    return made


def test_a_page_that_declares_no_permission_cannot_be_made():
    with pytest.raises(TypeError, match="Forgotten declares no permission"):
        type("Forgotten", (AuditedView,), {})
    with pytest.raises(TypeError, match="Forgotten declares no permission"):
        type("Forgotten", (AuditedView,), {"permission": "review.read"})


def test_a_page_of_a_review_must_have_one():
    with pytest.raises(TypeError, match="Forgotten declares no permission"):
        type("Forgotten", (ReviewView,), {})
    with pytest.raises(TypeError, match="Forgotten declares no permission"):
        type("Forgotten", (ReviewView,), {"permission": None})


def test_a_page_is_shown_within_its_review_and_its_read_recorded(cast, somebody):
    token = request_id.set("the-request")
    response = of_review(Shown, cast.lead, cast.review)
    request_id.reset(token)
    assert response.content == b"a child's name"
    event = Event.objects.get()
    assert (event.kind, event.actor, event.acting_as) == ("reviews.page_read", str(cast.lead.pk), "lead_reviewer")
    assert (event.board, event.review) == (str(cast.board.pk), str(cast.review.pk))
    assert json.loads(event.objects_json) == [f"people.person:{somebody.pk}"]
    assert json.loads(event.detail_json) == {"page": "Shown", "people": 1}
    assert event.request == "the-request"
    with pytest.raises(ScopeMissing):
        Person.objects.all()


def test_a_page_that_names_no_record_is_a_read_of_the_review(cast):
    of_review(Drawn, cast.lead, cast.review)
    assert json.loads(Event.objects.get().objects_json) == [f"reviews.review:{cast.review.pk}"]


def test_a_page_drawn_from_a_template_is_recorded_whatever_its_status(cast, rf):
    response = of_review(Drawn, cast.lead, cast.review)
    assert isinstance(response, TemplateResponse)
    assert response.is_rendered
    assert response.status_code == 422
    assert response.context_data["review"] == cast.review
    assert Event.objects.count() == 1


def test_a_redirect_after_an_act_is_no_read(cast):
    assert of_review(Shown, cast.lead, cast.review, method="post").status_code == 302
    assert not Event.objects.exists()


@pytest.mark.parametrize("who", ["second_lead", "other_manager", "outsider", "police_author"])
def test_who_may_not_see_a_page_is_told_that_it_is_not_there_and_is_recorded(cast, who):
    with pytest.raises(Http404) as refused:
        of_review(Shown, getattr(cast, who), cast.review)
    with pytest.raises(Http404) as missing:
        answer(Shown, getattr(cast, who), reference="R-0000-00")
    assert refused.value.args == missing.value.args
    event = Event.objects.get()
    assert (event.kind, event.outcome, event.review) == ("access.refused", "refused", str(cast.review.pk))
    assert json.loads(event.detail_json) == {"attempted": "Shown", "permission": "person.read"}


def test_a_record_of_another_review_is_not_there(cast, somebody):
    assert of_review(OfOne, cast.asha, cast.review, person=somebody.pk).content == b"one"
    with pytest.raises(Http404):
        of_review(OfOne, cast.asha, cast.second_review, person=somebody.pk)


def test_a_role_that_ended_is_refused_at_the_next_request(cast):
    assert of_review(Shown, cast.lead, cast.review).status_code == 200
    with open_gate():
        RoleHolding.objects.filter(user=cast.lead).update(revoked_at=timezone.now(), revoked_because="Conflict")
    with pytest.raises(Http404):
        of_review(Shown, cast.lead, cast.review)


@pytest.mark.parametrize("fault", [DatabaseError("full"), InterfaceError("gone")])
def test_a_page_whose_read_cannot_be_recorded_is_not_shown(cast, monkeypatch, fault):
    def fail(*args, **kwargs):
        raise fault

    monkeypatch.setattr(views, "record", fail)
    response = of_review(Shown, cast.lead, cast.review)
    assert response.status_code == 503
    assert response["Retry-After"]
    assert b"a child's name" not in response.content


def test_a_page_is_not_shown_when_the_trail_has_no_head(cast):
    ChainHead.objects.all().delete()
    assert of_review(Shown, cast.lead, cast.review).status_code == 503


def test_a_page_of_ones_own_is_recorded_without_a_place(cast):
    assert answer(Mine, cast.outsider).content == b"mine"
    event = Event.objects.get()
    assert (event.kind, event.board, event.review, event.acting_as) == ("access.page_read", "", "", "")


def test_a_page_of_a_board_is_for_those_whom_the_policy_names(cast):
    OfBoard.board = cast.board
    assert answer(OfBoard, cast.chair).status_code == 200
    event = Event.objects.get()
    assert (event.board, event.review, event.acting_as) == (str(cast.board.pk), "", "independent_chair")
    with pytest.raises(Http404):
        answer(OfBoard, cast.lead)


def test_a_page_that_asks_about_a_record_without_a_permission_opens_to_nobody(cast):
    class Unsure(OfBoard):
        permission = None

    Unsure.board = cast.board
    with pytest.raises(Http404):
        answer(Unsure, cast.asha)
    assert json.loads(Event.objects.get().detail_json)["permission"] == ""


def test_a_review_is_found_with_its_board_in_one_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert Review.objects.select_related("board").get(reference=cast.review.reference).board == cast.board


class Middleware:
    """The middleware round a view that does what it is told."""

    def __init__(self, then):
        self.then, self.ids = then, []

    def __call__(self, request):
        self.ids.append(request_id.get())
        return self.then


def test_every_request_has_an_id_of_its_own(rf):
    inner = Middleware(HttpResponse("done"))
    acting = Acting(inner)
    acting(rf.get("/"))
    acting(rf.get("/"))
    assert len(set(inner.ids)) == 2
    assert all(inner.ids)
    assert request_id.get() == ""


def test_a_denied_act_is_answered_like_a_page_that_is_not_there(rf):
    with pytest.raises(Http404):
        Acting(Middleware(None)).process_exception(rf.get("/"), Denied("x"))


def test_an_act_that_cannot_be_done_is_answered_with_its_sentence(rf):
    response = Acting(Middleware(None)).process_exception(rf.get("/"), Refused("There is no file to accept."))
    assert (response.status_code, b"There is no file to accept." in response.content) == (403, True)


def test_any_other_fault_goes_its_way(rf):
    assert Acting(Middleware(None)).process_exception(rf.get("/"), ZeroDivisionError()) is None
