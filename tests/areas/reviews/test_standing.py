"""Waiving a requirement, and moving a review to another version of the method: with a reason, by who may (W.a, W.b)."""

from datetime import date

import pytest

from tests.areas.reviews.test_method import pinned_elsewhere, with_longer_periods
from tests.people import holding
from tests.visit import visit, words
from threadline.access import roles
from threadline.access.acting import Denied, Refused
from threadline.access.gate import open_gate
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.audit.presenters import sentence
from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.load import examine_texts
from threadline.domain.framework.outcome import Verdict
from threadline.domain.framework.registry import CHECKS
from threadline.reviews import actions, method
from threadline.reviews.actions import written
from threadline.reviews.models import BoardPack, PackMove, Publication, Review, Waiver

pytestmark = pytest.mark.django_db
OURS = "greater-manchester-2016"


def waive(cast, who="chair", requirement="2.1.e", reason="They are all known."):
    return actions.waive(by=getattr(cast, who), review=cast.review, requirement=requirement, reason=reason)


def published(board, by):
    """A version that a Board has published of its own: longer periods."""
    texts = with_longer_periods()
    with open_gate():
        edition = method.keep(examine_texts(texts).pack, texts)
        pack = BoardPack(board=board, name="ours", title="Ours", origin=method.keep_bundled(), texts=texts)
        pack.save()
        Publication(pack=pack, edition=edition, agreed="The Board", published_by=by).save()
    return method.pack_with(edition.pk)


def test_a_waiver_keeps_who_in_which_role_when_and_why(cast):
    made = waive(cast)
    assert (made.role_key, made.reason, made.waived_by) == ("independent_chair", "They are all known.", cast.chair)
    event = Event.objects.get()
    assert sentence(event) == "waived requirement 2.1.e"
    assert (event.review, event.acting_as) == (str(cast.review.pk), "independent_chair")


@pytest.mark.parametrize(
    ("who", "requirement", "reason", "says"),
    [
        ("asha", "2.1.e", "Because.", "Only the Independent Chair of the Board may waive 2.1.e"),
        ("chair", "2.1.a", "Because.", "may not be waived: the method leaves it to nobody"),
        ("chair", "2.1.e", "  ", "Say why this requirement is waived"),
        ("chair", "9.9", "Because.", "has no requirement 9.9"),
    ],
)
def test_a_waiver_that_does_not_count_is_refused(cast, who, requirement, reason, says):
    with pytest.raises(Refused, match=says):
        waive(cast, who, requirement, reason)
    with review_scope(cast.review):
        assert not Waiver.objects.exists()


@pytest.mark.parametrize("who", ["panel", "police_author", "other_manager", "outsider"])
def test_who_may_waive_nothing_is_denied(cast, who):
    with pytest.raises(Denied):
        waive(cast, who)


def test_the_lead_reviewer_waives_what_the_pack_leaves_to_the_lead_reviewer(cast):
    assert waive(cast, "lead", "1.o").role_key == "lead_reviewer"


def test_a_requirement_is_waived_once_and_again_after_it_was_withdrawn(cast):
    first = waive(cast)
    with pytest.raises(Refused, match="waived already"):
        waive(cast)
    actions.withdraw_waiver(by=cast.chair, waiver=first, because="One was missed.")
    with pytest.raises(Refused, match="withdrawn already"):
        actions.withdraw_waiver(by=cast.chair, waiver=first, because="Again.")
    assert waive(cast).pk != first.pk


def test_a_waiver_is_withdrawn_by_who_may_waive_it_and_with_a_reason(cast):
    made = waive(cast)
    with pytest.raises(Refused, match="Say why"):
        actions.withdraw_waiver(by=cast.chair, waiver=made, because=" ")
    with pytest.raises(Refused, match="Only who may waive"):
        actions.withdraw_waiver(by=cast.asha, waiver=made, because="Because.")
    with pytest.raises(Denied):
        actions.withdraw_waiver(by=cast.panel, waiver=made, because="Because.")


def test_a_review_is_moved_with_a_reason_and_the_move_is_kept(cast):
    to = published(cast.board, cast.asha)
    before = cast.review.pack_id
    with pytest.raises(Refused, match="Say why the review is moved"):
        actions.move_pack(by=cast.asha, review=cast.review, seen=before, to=to, reason=" ")
    actions.move_pack(by=cast.asha, review=cast.review, seen=before, to=to, reason="The Board agreed to it.")
    moved = Review.objects.get(pk=cast.review.pk)
    assert moved.pack_id == to.digest
    with review_scope(moved):
        move = PackMove.objects.get()
        assert (move.before_id, move.after_id, move.moved_by) == (before, to.digest, cast.asha)
        outcome = CHECKS.checks()["reviews.pack_pinned"](moved)
    assert outcome.verdict is Verdict.MET
    assert "It was moved to it on" in outcome.reasons[1]
    assert sentence(Event.objects.get(kind="reviews.pack_moved")) == "moved the review to version 1.0 of the method"
    with pytest.raises(Refused, match="Somebody moved the review"):
        actions.move_pack(by=cast.asha, review=moved, seen=before, to=bundled(OURS), reason="Back.")
    with pytest.raises(Refused, match="on this version already"):
        actions.move_pack(by=cast.asha, review=moved, seen=to.digest, to=to, reason="Again.")


def test_a_review_is_moved_to_a_version_of_its_own_board_only(cast):
    theirs = published(cast.other_board, cast.other_manager)
    with pytest.raises(Refused, match="not one of this Board's"):
        actions.move_pack(
            by=cast.asha, review=cast.review, seen=cast.review.pack_id, to=theirs, reason="It is shorter."
        )


def test_a_review_is_not_moved_where_its_period_could_not_be_agreed(cast):
    published(cast.board, cast.asha)
    review = pinned_elsewhere(cast.review)
    longer = actions.Dates(date(2015, 9, 30), date(2013, 1, 1), date(2015, 9, 30), "They moved here then.")
    scope = actions.begin_scope(by=cast.asha, review=review)
    actions.write_scope(by=cast.asha, scope=scope, version=1, said=written.Period(longer))
    review.refresh_from_db()
    with pytest.raises(Refused, match="would not fit this version"):
        actions.move_pack(by=cast.asha, review=review, seen=review.pack_id, to=bundled(OURS), reason="Back.")


@pytest.mark.parametrize("who", ["chair", "lead", "panel", "other_manager"])
def test_only_the_business_manager_moves_a_review(cast, who):
    to = published(cast.board, cast.asha)
    with pytest.raises(Denied):
        actions.move_pack(by=getattr(cast, who), review=cast.review, seen=cast.review.pack_id, to=to, reason="Because.")


def test_the_page_shows_the_version_what_differs_and_moves_the_review(cast, sign_in):
    to = published(cast.board, cast.asha)
    published(cast.other_board, cast.other_manager)
    client = sign_in(cast.asha)
    page = visit(client, "/reviews/R-2015-01/method/")
    assert "version 1.0" in words(page.main)
    href = page.main.select_one("main li a")["href"]
    assert to.digest in href
    page = visit(client, href)
    assert "2 differences" in words(page.main)
    assert "Limits period recommended amount" in words(page.main)
    page = visit(client, href, method="post", data={"reason": "", "seen": cast.review.pack_id})
    assert page.select_one(".govuk-error-summary")
    page = visit(client, href, method="post", data={"reason": "Agreed.", "seen": "sha256:0"})
    assert "Somebody moved the review" in words(page.select_one(".govuk-error-summary"))
    assert page.find(attrs={"name": "seen"})["value"] == cast.review.pack_id
    page = visit(client, href, method="post", data={"reason": "Agreed.", "seen": cast.review.pack_id}, follow=True)
    assert "from now on" in words(page.main)
    assert "Agreed." in words(page.main)
    assert client.get(href).status_code == 404
    assert client.get("/reviews/R-2015-01/method/sha256:0/").status_code == 404


def test_who_may_not_move_it_sees_the_version_and_no_other(cast, sign_in):
    published(cast.board, cast.asha)
    assert "Other versions" not in words(visit(sign_in(cast.panel), "/reviews/R-2015-01/method/").main)
    assert sign_in(cast.police_author).get("/reviews/R-2015-01/method/").status_code == 404


def test_the_checks_of_what_stands_are_honest(cast, monkeypatch):
    from threadline.chronology.models import Row

    known = dict(CHECKS.checks())
    with review_scope(cast.review):
        assert known["reviews.pack_pinned"](cast.review).verdict is Verdict.MET
        assert known["chronology.actors_recorded"](cast.review).reasons == ("The chronology has no entry yet.",)
        apart = known["access.boards_kept_apart"](cast.review)
        assert "held at its own Board" in apart.reasons[0]
        assert "not part of Threadline yet" in apart.reasons[1]
        shown = known["desk.standing_shown"](cast.review)
        assert (shown.verdict is Verdict.MET) == all(
            each.check in known for each in method.pack_of(cast.review).requirements
        )
        monkeypatch.setattr(CHECKS, "_checks", dict.fromkeys(r.check for r in method.pack_of(cast.review).requirements))
        assert known["desk.standing_shown"](cast.review).verdict is Verdict.MET
        assert not Row.objects.exists()
    holding(cast.outsider, roles.PANEL_MEMBER, board=cast.other_board, review=cast.review)
    with review_scope(cast.review):
        assert "held at another Board" in known["access.boards_kept_apart"](cast.review).reasons[0]
