"""Holds truly stop what they name, and only those who may release them (2.2.f)."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.holding import (
    ActiveHold,
    CannotHold,
    acts_stopped,
    check_release,
    refusal,
    review_due,
)
from threadline.domain.framework.registry import ACTS, ROLES

KINDS = {hold.id: hold for hold in bundled("greater-manchester-2016").holds}
POLICE = KINDS["police_investigation"]
SINCE = date(2016, 3, 3)


def test_a_hold_stops_its_own_acts_and_those_chosen_from_the_ones_it_may():
    assert acts_stopped(POLICE) == set(POLICE.blocks)
    assert acts_stopped(POLICE, ["report.publish"]) == {*POLICE.blocks, "report.publish"}


def test_a_hold_cannot_stop_what_its_kind_cannot():
    with pytest.raises(CannotHold, match="“Criminal investigation” cannot stop presenting the report to the Board"):
        acts_stopped(POLICE, ["report.present"])


def test_an_act_is_refused_with_the_sentence_of_every_hold_that_stops_it():
    coroner = ActiveHold(frozenset({"report.publish"}), date(2016, 4, 1), "The coroner asks to wait: ask the officer.")
    police = ActiveHold(
        frozenset({"report.publish", "family.contact"}), SINCE, "The police ask to wait: ask DS Sorrel."
    )
    assert refusal("report.publish", [coroner, police]) == (
        "Publishing the report is on hold since 3 March 2016. The police ask to wait: ask DS Sorrel. "
        "Publishing the report is on hold since 1 April 2016. The coroner asks to wait: ask the officer."
    )
    assert refusal("report.present", [coroner, police]) == ""


@settings(deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.data())
def test_whatever_a_hold_stops_is_refused_and_nothing_else_is(name, data):
    kind = KINDS[name]
    chosen = data.draw(st.lists(st.sampled_from(kind.may_block)))
    hold = ActiveHold(acts_stopped(kind, chosen), SINCE, "Ask.")
    for act in ACTS:
        assert bool(refusal(act, [hold])) == (act in kind.blocks or act in chosen)


@pytest.mark.parametrize(
    ("role", "authority", "reason", "message"),
    [
        ("panel_member", "DCI Marsh", "The trial is over", "is not released by this role"),
        ("panel_chair", " ", "The trial is over", "Say who allowed “Criminal investigation” to be released"),
        ("panel_chair", "DCI Marsh", "", "Say why “Criminal investigation” is released"),
    ],
)
def test_a_hold_is_released_only_by_those_who_may_with_authority_and_reason(role, authority, reason, message):
    with pytest.raises(CannotHold, match=message):
        check_release(POLICE, role=role, authority=authority, reason=reason)


def test_a_release_in_order_is_let_pass():
    for kind in KINDS.values():
        for role in ROLES & set(kind.released_by):
            check_release(kind, role=role, authority="DCI Marsh", reason="The trial is over")


def test_a_hold_is_looked_at_again_on_a_working_day_in_time():
    assert review_due(POLICE, SINCE) == date(2016, 4, 1)  # a month ends on Sunday 3 April
