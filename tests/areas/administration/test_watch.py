"""What the service watches by itself (TRUST 34, 35, 37)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.visit import visit, words
from threadline.administration import watch
from threadline.audit import chain, trail
from threadline.audit.models import ChainHead, Event
from threadline.audit.trail import Outcome, record
from threadline.notices.models import Notice
from threadline.people.actions import add_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(django_capture_on_commit_callbacks):
    """Call something, and let letters go."""

    def call(work):
        with django_capture_on_commit_callbacks(execute=True):
            return work()

    return call


def refuse(cast, who, times):
    for _ in range(times):
        record("access.refused", actor=str(who.pk), outcome=Outcome.REFUSED, board=str(cast.board.pk))


def test_a_person_who_is_refused_too_often_is_told_to_those_who_may_look_once_an_hour(cast, later):
    refuse(cast, cast.police_author, watch.MOST + 1)
    refuse(cast, cast.lead, watch.MOST)
    assert later(watch.watch_refusals) == 1
    assert {notice.user for notice in Notice.objects.all()} == {cast.asha, cast.chair}
    assert later(watch.watch_refusals) == 0
    assert len(mail.outbox) == 2
    assert "Ian" not in mail.outbox[0].body + mail.outbox[0].subject


def test_the_notice_leads_to_the_page_that_says_who_it_was(cast, later, sign_in):
    refuse(cast, cast.police_author, watch.MOST + 1)
    later(watch.watch_refusals)
    client = sign_in(cast.asha)
    link = visit(client, "/notices/").select_one("tbody a")["href"]
    assert "Ian Sorrel" in words(visit(client, link).main)


def test_refusals_long_ago_raise_nothing(cast, later):
    refuse(cast, cast.lead, watch.MOST + 1)
    soon = timezone.now() + timedelta(hours=2)
    assert later(lambda: watch.watch_refusals(now=soon)) == 0


def test_many_failed_tries_at_one_account_are_told_to_its_board(cast, later):
    for _ in range(watch.MOST + 1):
        record("accounts.sign_in_failed", outcome=Outcome.FAILED, objects=[f"accounts.user:{cast.other_manager.pk}"])
    assert later(watch.watch_refusals) == 1
    assert {notice.user for notice in Notice.objects.all()} == {cast.other_manager}


def test_the_nightly_proof_is_on_the_trail_and_on_the_page(cast, later, sign_in):
    refuse(cast, cast.lead, 1)
    assert watch.prove_trail().fault is None
    page = words(visit(sign_in(cast.asha), f"/administration/{cast.board.pk}/trail/", queries=35).main)
    assert "The whole record was last proved on" in page
    assert "Nobody outside is sent this" in page


def test_a_trail_that_does_not_add_up_is_told_to_every_board_and_to_the_witnesses(cast, later, settings):
    settings.WITNESSES = ["witness@elsewhere.example"]
    refuse(cast, cast.lead, 2)
    ChainHead.objects.update(sequence=1)
    verdict = later(watch.prove_trail)
    assert verdict.fault
    told = {notice.user for notice in Notice.objects.filter(kind=watch.BROKEN)}
    assert told == {cast.asha, cast.chair, cast.other_manager}
    assert [sent.body for sent in mail.outbox if "witness" in sent.to[0]] == [verdict.fault]


def test_the_head_leaves_each_day_in_a_letter_by_which_a_rollback_shows(cast, later, settings):
    settings.WITNESSES = ["witness@elsewhere.example", "auditor@elsewhere.example"]
    refuse(cast, cast.lead, 3)
    head = later(watch.send_head)
    assert len(mail.outbox) == 2
    kept = next(line for line in mail.outbox[0].body.splitlines() if line.count(":") == 1 and line[0].isdigit())
    assert chain.Head.parse(kept) == head
    assert trail.verify(outside=chain.Head.parse(kept)).fault is None
    assert Event.objects.filter(kind="administration.head_sent").count() == 1


def test_a_person_can_be_told_who_has_opened_what_is_kept_of_them(cast, sign_in):
    kay = add_person(by=cast.lead, review=cast.review, name="Kay", kind="other")
    visit(sign_in(cast.panel), f"/reviews/{cast.review.reference}/people/")
    page = visit(sign_in(cast.asha), f"/reviews/{cast.review.reference}/access/people/{kay.pk}/")
    assert words(page.h1) == "Who can read the entry of Kay"
    told = words(page.main)
    assert "Grace Okonedo-Vale" in told
    assert "Who has looked, latest first" in told
