"""The method a review is pinned to: one edition kept whole, read once, never changed by a newer Threadline (W.a)."""

from datetime import date

import pytest

from tests.domain.framework.packs import ORIGINAL
from tests.recorded import UNDER_WAY
from threadline.access.acting import Refused
from threadline.access.gate import OutsideAct, open_gate
from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.load import examine_texts, texts_of
from threadline.domain.framework.problems import FaultyPack
from threadline.reviews import actions, method
from threadline.reviews.actions import written
from threadline.reviews.models import PackEdition, Review

pytestmark = pytest.mark.django_db


def with_longer_periods():
    """The pack's files with other limits."""
    texts = texts_of(ORIGINAL)
    texts["limits.yaml"] = texts["limits.yaml"].replace("amount: 12", "amount: 18").replace("amount: 24", "amount: 36")
    return texts


def pinned_elsewhere(review):
    texts = with_longer_periods()
    with open_gate():
        review.pack = method.keep(examine_texts(texts).pack, texts)
        review.save()
    return review


def test_a_review_is_pinned_to_id_version_and_digest_when_it_is_opened(cast):
    dates = actions.Dates(date(2015, 9, 30), date(2014, 10, 1), date(2015, 9, 30))
    made = actions.open_review(by=cast.asha, board=cast.board, reference="R-2016-01", dates=dates, under_way=UNDER_WAY)
    pack = bundled("greater-manchester-2016")
    kept = Review.objects.select_related("pack").get(pk=made.pk).pack
    assert (kept.name, kept.version, kept.digest) == (pack.about.id, pack.about.version, pack.digest)
    assert method.pack_of(made) == pack


def test_the_pack_is_parsed_once_and_then_asks_the_database_nothing(cast, django_assert_num_queries):
    review = pinned_elsewhere(cast.review)
    method.pack_with.cache_clear()
    with django_assert_num_queries(1):
        first = method.pack_of(review)
    with django_assert_num_queries(0):
        assert method.pack_of(review) is first
    assert first.digest == review.pack_id


def test_a_review_keeps_its_pack_when_a_newer_threadline_brings_another(cast, monkeypatch):
    before = method.pack_of(cast.review)
    monkeypatch.setattr(method, "bundled_names", tuple)
    method.pack_with.cache_clear()
    assert method.pack_of(cast.review) == before
    method.pack_with.cache_clear()


def test_the_limits_of_the_pinned_pack_are_those_of_the_rule(cast):
    def write(start, reason=""):
        period = written.Period(actions.Dates(date(2015, 9, 30), start, date(2015, 9, 30), reason))
        return actions.write_scope(by=cast.asha, scope=scope, version=1, said=period)

    scope = actions.begin_scope(by=cast.asha, review=cast.review)
    with pytest.raises(Refused, match="12 months"):
        write(date(2014, 4, 1))
    pinned_elsewhere(cast.review)
    with pytest.raises(Refused, match="more than 36 months"):
        write(date(2012, 9, 1), "A reason")
    write(date(2014, 4, 1))


def test_an_edition_is_kept_once_and_only_by_an_act(cast):
    with open_gate():
        assert method.keep_bundled() == cast.review.pack
    assert PackEdition.objects.count() == 1
    texts = with_longer_periods()
    with pytest.raises(OutsideAct):
        method.keep(examine_texts(texts).pack, texts)


def test_what_can_no_longer_be_read_says_so_instead_of_being_guessed(cast):
    with open_gate():
        PackEdition(digest="sha256:0", name="old", version="1", title="Old", texts={}).save(force_insert=True)
    with pytest.raises(FaultyPack, match=r"limits.yaml: is missing"):
        method.pack_with("sha256:0")
