"""The first page after signing in, and the pages about the service."""

import pytest
from django.db import OperationalError

from tests.visit import visit, words
from threadline.audit import trail
from threadline.audit.models import Event


def test_my_work_says_what_is_to_do_and_who_is_waited_for(cast, sign_in):
    page = visit(sign_in(cast.asha), "/")
    assert words(page.find("h1")) == "My work"
    assert "The timeline of Northfield Trust" in words(page)
    assert "Late" in words(page)


def test_an_author_finds_their_own_task_first(cast, sign_in):
    page = visit(sign_in(cast.police_author), "/")
    assert [words(link) for link in page.select(".govuk-task-list__link")] == ["Send the timeline of Westmarch Police"]


def test_nothing_to_do_is_said_kindly(cast, sign_in):
    page = words(visit(sign_in(cast.outsider), "/"))
    assert "Nothing waits for you" in page
    assert "not part of a review at present" in page


def test_looking_at_ones_work_is_recorded(cast, sign_in):
    visit(sign_in(cast.asha), "/")
    assert Event.objects.filter(kind="desk.work_seen", actor=str(cast.asha.pk)).count() == 1


def test_the_accessibility_statement_is_open_to_everybody(client, db):
    assert "WCAG" not in words(visit(client, "/accessibility/"))
    assert "2.2, level AA" in words(visit(client, "/accessibility/"))


def test_the_service_says_whether_it_lives_and_whether_people_can_work(client, db):
    assert client.get("/healthz").json() == {"alive": True}
    assert set(client.get("/readyz").json()) == {"database", "disk", "migrations", "audit"}


def test_it_is_not_ready_when_the_trail_cannot_be_reached(client, db, monkeypatch):
    def broken():
        raise OperationalError("no")

    monkeypatch.setattr(trail, "head", broken)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["audit"] is False


@pytest.mark.parametrize("address", ["/", "/reviews/"])
def test_a_visitor_is_sent_to_sign_in(client, db, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")
