"""Every kind of event has a sentence and a rule for what is kept; history can always be told."""

import json
import re
import string
from datetime import UTC, datetime

import pytest

from threadline.audit import registry
from threadline.audit.models import Event
from threadline.audit.presenters import sentence
from threadline.audit.registry import Kind


def event(kind, *, outcome="done", **detail):
    return Event(id=1, moment=0, kind=kind, outcome=outcome, detail_json=json.dumps(detail))


KINDS = [pytest.param(kind, id=kind.key) for kind in registry.kinds()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_key_of_its_area_and_a_sentence_that_completes_a_name(kind):
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", kind.key)
    assert kind.sentence[:1].islower()
    assert kind.sentence.strip(" .") == kind.sentence
    assert len(kind.key) <= 80


@pytest.mark.parametrize("kind", KINDS)
def test_every_detail_that_a_sentence_tells_is_told(kind):
    named = {name for _, name, _, _ in string.Formatter().parse(kind.sentence) if name}
    told = sentence(event(kind.key, **dict.fromkeys(named, "SomeWords")))
    assert "{" not in told
    assert "…" not in told
    assert "…" in sentence(event(kind.key)) or not named


def test_a_kind_is_declared_once():
    known = next(registry.kinds())
    registry.register(known)
    with pytest.raises(ValueError, match="declared twice with different words"):
        registry.register(Kind(known.key, "did something else"))


def test_a_page_is_told_by_the_words_of_its_name():
    assert sentence(event("reviews.page_read", page="ReviewOverview")) == "looked at the page ‘review overview’"


def test_a_refused_act_is_told_by_what_was_tried():
    tried = event("access.refused", outcome="refused", attempted="reviews.opened", permission="review.open")
    assert sentence(tried) == "was refused. What was tried: opened the review"
    page = event("access.refused", outcome="refused", attempted="MergedChronology", permission="chronology.read")
    assert sentence(page) == "was refused. What was tried: ‘merged chronology’"
    gone = event("access.refused", outcome="refused", attempted="gone.away", permission="gone.away")
    assert sentence(gone) == "was refused. What was tried: ‘gone.away’"


def test_what_failed_is_told_as_tried():
    assert sentence(event("documents.downloaded", outcome="failed")) == "tried, without success: downloaded a file"


def test_a_kind_that_is_no_longer_declared_can_still_be_told():
    assert "gone.away" in sentence(event("gone.away"))


def test_a_value_is_told_as_it_is_and_never_read_as_a_template():
    told = sentence(event("access.role_given", role="{event} {0} {role.__class__}"))
    assert told == "gave someone the role {event} {0} {role.__class__}"


def test_the_moment_of_an_event_is_told_with_its_zone():
    assert Event(id=1, moment=1_500_000).at == datetime(1970, 1, 1, 0, 0, 1, 500_000, tzinfo=UTC)
