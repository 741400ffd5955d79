"""A referral at each step of its way, made by the acts that people use."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from threadline.domain.threshold.answers import Said
from threadline.threshold import actions
from threadline.threshold.models import Referral

YES, NO, UNSURE = Said.YES, Said.NO, Said.UNSURE
MET = {"abuse": YES, "died": NO, "seriously_harmed": YES, "working_together": UNSURE}
NOT_MET = {**dict.fromkeys(MET, NO), **dict.fromkeys(("custody", "detained", "deprived_of_liberty"), NO)}


def ago(days: int) -> date:
    """That many days before today."""
    return timezone.localdate() - timedelta(days=days)


def facts(**changed) -> actions.Facts:
    """What is known of a referral that came ten days ago."""
    known = {
        "reference": "N-2015-07", "received_on": ago(10), "received_from": "Head of safeguarding, Northfield Trust",
        "incident_on": ago(14), "aware_on": ago(12), "about": "A child was brought to hospital with injuries.",
        "lives_in": "Westmarch", "lives_here": True, "triggers": ("child_harmed",), "ofsted_told_on": ago(9),
        "ofsted_proof": "Ofsted's receipt 4471",
    }  # fmt: skip
    return actions.Facts(**{**known, **changed})


def fresh(referral: Referral) -> Referral:
    """The referral as it is kept now."""
    return Referral.objects.select_related("board", "review").get(pk=referral.pk)


def answer_all(by, referral: Referral, said: dict[str, Said]) -> Referral:
    """Answer questions that nobody has answered yet, each with what shows it."""
    for limb, word in said.items():
        given = actions.Given(word, f"Shown for {limb}", "Dr Hale, paediatrician", "Medical report", ago(9))
        actions.answer(by=by, referral=referral, limb=limb, given=given, version=0)
    return fresh(referral)


def proposal(option: str = "commission", **changed) -> actions.Proposal:
    """A recommendation of yesterday's meeting."""
    opening = actions.Opening("R-2015-77", ago(300), ago(14))
    known = {
        "option": option, "reasons": "The grounds are met.", "met_on": ago(1), "opening": opening,
        "took_part": ("Asha Fernleigh, business manager", "DI Moor, police"),
    }  # fmt: skip
    return actions.Proposal(**{**known, **changed})


def ruling(option: str = "commission", **changed) -> actions.Ruling:
    """A decision of today."""
    known = {"option": option, "reasons": "The test is met on the second ground.", "decided_on": ago(0)}
    if option in ("other_review", "ask"):
        known |= {"instead": "A multi-agency audit", "by_whom": "The learning group", "by_when": ago(-60)}
    return actions.Ruling(**{**known, **changed})


def told(*bodies: str, **changed) -> actions.Told:
    """That bodies were told today."""
    known = {
        "bodies": bodies or ("ofsted", "dfe", "national_panel"), "told_on": ago(0), "how": "Secure e-mail",
        "proof": "Receipts kept in the Board's folder 12",
    }  # fmt: skip
    return actions.Told(**{**known, **changed})


@pytest.fixture
def referral(cast):
    """A referral that nobody has looked into yet."""
    return actions.refer(by=cast.asha, board=cast.board, facts=facts())


@pytest.fixture
def answered(cast, referral):
    """A referral whose test is met."""
    return answer_all(cast.asha, referral, MET)


@pytest.fixture
def recommended(cast, answered):
    """A referral with the recommendation to commission a review."""
    actions.recommend(by=cast.asha, referral=answered, version=answered.version, proposal=proposal())
    return fresh(answered)


@pytest.fixture
def commissioned(cast, recommended):
    """A referral whose decision opened a review."""
    opening = actions.Opening("R-2015-77", ago(300), ago(14))
    actions.decide(by=cast.chair, referral=recommended, version=recommended.version, ruling=ruling(), opening=opening)
    return fresh(recommended)


@pytest.fixture
def not_reviewed(cast, referral):
    """A referral whose test is not met, decided so."""
    found = answer_all(cast.asha, referral, NOT_MET)
    actions.recommend(by=cast.asha, referral=found, version=found.version, proposal=proposal("no_review"))
    found = fresh(found)
    actions.decide(by=cast.chair, referral=found, version=found.version, ruling=ruling("no_review"))
    return fresh(found)
