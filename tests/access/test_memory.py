"""What a page asks several times is read once while it is looked at, with the same answers, and never in an act."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.people import everybody

from threadline.access.gate import open_gate
from threadline.access.memory import once, one_look, remembering
from threadline.access.permissions import Permission
from threadline.access.policy import POLICY
from threadline.access.reach import may
from threadline.people.models import Person

pytestmark = pytest.mark.django_db


def test_a_page_reads_once_for_each_key_and_afresh_on_the_next_page():
    read = iter(range(9))
    with one_look():
        assert [once(lambda: next(read), "a"), once(lambda: next(read), "a"), once(lambda: next(read), "b")] == [
            0,
            0,
            1,
        ]
    with one_look():
        assert once(lambda: next(read), "a") == 2


def test_nothing_is_kept_where_no_page_is_looked_at():
    read = iter(range(9))
    assert [once(lambda: next(read), "a"), once(lambda: next(read), "a")] == [0, 1]
    assert not remembering()


def test_a_review_is_open_to_the_same_people_whether_or_not_a_page_is_looked_at(cast):
    everybody(cast)
    reviews = [cast.review, cast.second_review, cast.other_review]
    asked = set(Permission) - {row.permission for row in POLICY if row.only}
    different = []
    for name, person in cast.people.items():
        for review in reviews:
            with one_look():
                looked = {each for each in asked if may(person, each, review)}
            if looked != {each for each in asked if may(person, each, review)}:
                different.append((name, review.reference))
    assert different == []


def test_a_page_answers_about_a_record_by_the_roles_it_has_read(cast):
    with open_gate():
        named = Person._base_manager.create(review=cast.review, kind="family", name="Rowan Ashby", pseudonym="Child A")
    alone = Person._base_manager.get(pk=named.pk)
    answers = {cast.lead: True, cast.chair: True, cast.police_author: False, cast.outsider: False}
    for person, expected in answers.items():
        with one_look(), CaptureQueriesContext(connection) as asked:
            assert may(person, Permission.PERSON_READ, named) is expected
            assert may(person, Permission.REVIEW_READ, cast.review) is (person is not cast.outsider)
            assert may(person, Permission.PERSON_READ, named) is expected
        assert len(asked) == 1, "the roles, and nothing besides"
        with one_look(), CaptureQueriesContext(connection) as asked:
            assert may(person, Permission.PERSON_READ, alone) is expected
        assert len(asked) == 1, "without its review, the database"


@pytest.mark.parametrize(("method", "kept"), [("get", True), ("head", True), ("post", False), ("put", False)])
def test_only_a_request_that_looks_keeps_what_it_read(method, kept, monkeypatch):
    seen = []
    monkeypatch.setattr("threadline.desk.readiness.now", lambda: seen.append(remembering()) or {"alive": True})
    monkeypatch.setattr(
        "threadline.desk.views.first.Ready.post", lambda view, request: view.get(request), raising=False
    )
    monkeypatch.setattr("threadline.desk.views.first.Ready.put", lambda view, request: view.get(request), raising=False)
    getattr(Client(), method)("/readyz")
    assert seen == [kept]
