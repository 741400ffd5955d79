"""Appointing to a post, what is asked of each, changing it, leaving; the co-reviewer; the requirements."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.areas.panel.conftest import fresh, role_of
from threadline.access.acting import Denied, Refused
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.scope import review_scope
from threadline.domain.framework.outcome import Verdict
from threadline.domain.framework.registry import CHECKS
from threadline.panel import actions, method
from threadline.panel.actions import Overtaken
from threadline.panel.models import CoReviewerChoice, Member
from threadline.panel.queries import members

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def checked(review, name):
    """What a check says of the review."""
    with review_scope(review):
        return CHECKS.checks()[f"panel.{name}"](review)


@pytest.mark.parametrize(
    "who", ["lead", "co_reviewer", "panel_chair", "panel", "inspector", "other_manager", "outsider"]
)
def test_only_the_board_appoints(cast, appoint, who):
    with pytest.raises(Denied):
        appoint(by=getattr(cast, who))


@pytest.mark.parametrize(
    ("post", "said", "sentence"),
    [
        ("panel_chair", {"route": ""}, "by which route"),
        ("panel_chair", {"route": "reviewer_board_member"}, "by which route"),
        ("clerk", {}, "one of the posts"),
        ("panel_member", {"agency": None}, "which agency"),
        ("panel_member", {"name": "  "}, "Enter the person's name"),
        ("panel_member", {"to_on": TODAY() - timedelta(days=1)}, "before the first"),
    ],
)
def test_an_appointment_that_does_not_fit_is_refused_with_a_sentence(appoint, post, said, sentence):
    with pytest.raises(Refused, match=sentence):
        appoint(post, **said)


def test_an_agency_of_another_board_is_refused(cast, appoint):
    with pytest.raises(Refused, match="of this Board"):
        appoint(agency=cast.other_agency)


def test_one_panel_chair_at_a_time(cast, appoint):
    first = appoint("panel_chair", name="Una Best")
    with pytest.raises(Refused, match="Una Best is Panel Chair"):
        appoint("panel_chair", name="Edda Lorne")
    actions.leave(by=cast.asha, member=first, version=fresh(first).version, because="Moved away")
    assert appoint("panel_chair", name="Edda Lorne").serving


def test_a_person_has_a_post_once(kit, appoint):
    with pytest.raises(Refused, match="already"):
        appoint(name="Kit Farrow", email="kit@threadline.example")


def test_a_closed_account_is_refused(cast, appoint):
    cast.outsider.is_active = False
    cast.outsider.save()
    with pytest.raises(Refused, match="closed"):
        appoint(email=cast.outsider.email)


def test_a_deputy_declares_too_and_fills_no_seat_alone(cast, kit, appoint, sign):
    deputy = appoint(name="Dee Marsh", email="dee@threadline.example", agency=None, deputy_for=kit)
    assert deputy.agency == cast.police
    assert not may(deputy.user, Permission.CHRONOLOGY_READ, cast.review)
    assert may(sign(deputy).user, Permission.CHRONOLOGY_READ, cast.review)
    with pytest.raises(Refused, match="not for another deputy"):
        appoint(name="Third", agency=None, deputy_for=deputy)
    with review_scope(cast.review):
        assert members.gaps(cast.review, [deputy]) == (
            "Larkspur Primary School",
            "Northfield Trust",
            "Westmarch Police",
        )
        assert members.gaps(cast.review, [kit]) == ("Larkspur Primary School", "Northfield Trust")


def test_a_post_with_a_last_day_ends_the_role_with_it(cast, appoint):
    last = TODAY() + timedelta(days=30)
    member = appoint(email="kit@threadline.example", to_on=last)
    assert role_of(member).last_day == last
    said = {"name": "Kit Farrow", "agency": cast.police}
    later = last + timedelta(days=5)
    _change(cast, member, to_on=later, **said)
    assert role_of(member).last_day == later
    _change(cast, member, to_on=None, **said)
    assert role_of(member).ends is None
    with pytest.raises(Refused, match="passed already"):
        appoint(
            name="Late", email="late@threadline.example", from_on=TODAY() - timedelta(days=9),
            to_on=TODAY() - timedelta(days=2),
        )  # fmt: skip


def _change(cast, member, **said):
    from tests.areas.panel.conftest import appointed

    now = fresh(member)
    new = appointed(now.post, from_on=now.from_on, **said)
    return actions.change_member(by=cast.asha, member=now, version=now.version, appointed=new)


def test_somebody_on_record_by_name_is_given_an_account_later(cast, appoint):
    member = appoint()
    assert member.user is None
    changed = _change(cast, member, name="Kit Farrow", agency=cast.police, email="kit@threadline.example")
    assert changed.user.email == "kit@threadline.example"
    assert role_of(changed).suspended_at is not None


def test_a_changed_name_is_checked_again(cast, kit, sign):
    from threadline.people import actions as people

    sign(kit)
    people.add_person(by=cast.asha, review=cast.review, name="Kit Farrow-Lane", kind="family", relation="aunt")
    _change(cast, kit, name="Kit Farrow-Lane", agency=cast.police)
    assert fresh(kit).state == Member.State.REFERRED


def test_a_stale_page_changes_nothing_and_a_post_stays_what_it_is(cast, kit):
    from tests.areas.panel.conftest import appointed

    with pytest.raises(Overtaken):
        actions.change_member(by=cast.asha, member=kit, version=99, appointed=appointed(agency=cast.police))
    with pytest.raises(Refused, match="not changed into another"):
        actions.change_member(by=cast.asha, member=kit, version=fresh(kit).version, appointed=appointed("panel_chair"))


def test_who_leaves_sees_nothing_more(cast, kit, sign):
    member = sign(kit)
    with pytest.raises(Refused, match="Say why"):
        actions.leave(by=cast.asha, member=member, version=member.version, because=" ")
    gone = actions.leave(by=cast.asha, member=member, version=member.version, because="New job")
    assert gone.state == Member.State.LEFT
    assert not may(member.user, Permission.INDEPENDENCE_DECLARE, cast.review)
    assert RoleHolding.objects.get(pk=member.holding_id).revoked_because == "New job"
    with pytest.raises(Refused, match="no longer on the Panel"):
        actions.leave(by=cast.asha, member=gone, version=gone.version, because="Again")


def test_the_co_reviewer_s_consideration_is_on_record_and_the_latest_counts(cast):
    assert "has not been considered" in checked(cast.review, "co_reviewer_considered").reasons[0]
    consider = {"by": cast.chair, "review": cast.review, "considered_on": TODAY()}
    for wrong, sentence in (
        ({"reasons": " "}, "Say why"),
        ({"reasons": "x", "considered_on": TODAY() + timedelta(days=1)}, "future"),
    ):
        with pytest.raises(Refused, match=sentence):
            actions.consider_co_reviewer(**{**consider, "needed": True, **wrong})
    actions.consider_co_reviewer(**consider, needed=True, reasons="Two children, three areas.")
    assert "none is appointed" in checked(cast.review, "co_reviewer_considered").reasons[0]
    actions.consider_co_reviewer(**consider, needed=False, reasons="One family, one area.")
    assert checked(cast.review, "co_reviewer_considered").verdict is Verdict.MET
    with review_scope(cast.review):
        assert CoReviewerChoice.objects.count() == 2


def test_a_co_reviewer_who_is_needed_is_appointed_and_independent(cast, appoint, sign):
    actions.consider_co_reviewer(
        by=cast.chair, review=cast.review, needed=True, considered_on=TODAY(), reasons="Large."
    )
    ola = {"name": "Ola Penn", "email": "ola@threadline.example", "route": "co_reviewer_commissioned"}
    member = appoint("co_reviewer", **ola)
    assert "has not signed" in checked(cast.review, "co_reviewer_considered").reasons[0]
    sign(member)
    assert checked(cast.review, "co_reviewer_considered").verdict is Verdict.MET


def test_the_requirements_of_an_empty_panel_say_what_is_missing(cast):
    for name, sentence in {
        "independent_chair_identified": "Nobody is appointed as Panel Chair.",
        "independence_declared": "Nobody is appointed as Panel Chair.",
        "members_represent_agencies": "Nobody is appointed to the Panel yet.",
        "lead_reviewer_appointed": "No Lead Reviewer is appointed.",
        "reviewers_safely_recruited": "No reviewer is appointed yet.",
    }.items():
        outcome = checked(cast.review, name)
        assert outcome.verdict is Verdict.NOT_MET
        assert outcome.reasons[0] == sentence
        assert outcome.link.startswith("/reviews/R-2015-01/panel/")


def test_roles_without_an_appointment_are_said_outright(cast):
    reasons = " ".join(checked(cast.review, "independence_declared").reasons)
    assert "Somebody has the role of Lead Reviewer without an appointment" in reasons
    assert "Somebody has the role of Panel member without an appointment" in reasons


def test_a_whole_panel_meets_its_requirements(cast, appoint, sign):
    review = cast.second_review
    chair = appoint("panel_chair", review=review, name="Una Best", email="una@threadline.example")
    lead = appoint(
        "lead_reviewer", review=review, name=cast.second_lead.name, email=cast.second_lead.email,
        skills=["Writing reports that are short and analytical"],
    )  # fmt: skip
    sits = [
        appoint(review=review, name=name, email=f"{name[:2].lower()}@threadline.example", agency=agency)
        for name, agency in (("Jo Wren", cast.police), ("Sal Pike", cast.health))
    ]
    assert "has not signed" in " ".join(checked(review, "members_represent_agencies").reasons)
    assert "has not signed" in checked(review, "independent_chair_identified").reasons[0]
    for member in (chair, lead, *sits):
        sign(member)
    assert len(checked(review, "reviewers_safely_recruited").reasons) == 5
    for each in method.recruitment(review, "lead_reviewer"):
        actions.record_recruitment(by=cast.asha, member=lead, check=each.id, seen_on=TODAY())
    for name in (
        "independent_chair_identified", "independence_declared", "members_represent_agencies",
        "lead_reviewer_appointed", "reviewers_safely_recruited",
    ):  # fmt: skip
        outcome = checked(review, name)
        assert outcome.verdict is Verdict.MET, outcome


def test_a_referred_lead_reviewer_is_not_appointed_yet(cast, appoint, sign):
    from threadline.panel.actions import Answer

    member = appoint("lead_reviewer", name=cast.lead.name, email=cast.lead.email)
    sign(member, paid=Answer(True, "A contract with the police."))
    reasons = checked(cast.review, "lead_reviewer_appointed").reasons
    assert "has not decided" in reasons[0]
    assert "Skills and experience are not on record." in reasons
