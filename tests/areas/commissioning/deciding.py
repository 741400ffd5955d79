"""The part of the machine about the referral: answers, recommendation, decision, and telling the national bodies."""

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from tests.areas.commissioning.machine import Machine
from tests.areas.threshold.conftest import NO, UNSURE, YES, ago, facts, fresh, proposal, ruling, told
from threadline.access.acting import Denied, Refused
from threadline.audit.models import Event
from threadline.domain.threshold.weighing import Result
from threadline.reviews.models import Review
from threadline.threshold import actions
from threadline.threshold.models import Assessment, Decision, Referral, Telling
from threadline.threshold.standing import weighed

LIMBS = ("abuse", "died", "seriously_harmed", "working_together", "custody", "detained", "deprived_of_liberty")
OPTIONS = ("commission", "other_review", "no_review", "ask")
ALLOWED = {"commission": {"met"}, "other_review": {"not met"}, "no_review": {"not met"},
           "ask": {"cannot be said yet", "not met"}}  # fmt: skip
limbs, options = st.sampled_from(LIMBS), st.sampled_from(OPTIONS)
people = st.sampled_from(["asha", "chair", "lead", "other_manager"])


class Deciding(Machine):
    """Anybody who tries anything about the referral, in any order."""

    def attempt(self, act, *, by, allowed, **arguments):
        """Try it; who may not is refused whatever the state, and what is refused leaves nothing behind."""
        before, came = Event.objects.exclude(kind="access.refused").count(), None
        try:
            act(by=self.person(by), **arguments)
        except (Denied, Refused) as refusal:
            came = type(refusal)
        assert (came is Denied) is (by not in allowed)
        if came:
            assert Event.objects.exclude(kind="access.refused").count() == before

    @initialize(met=st.sampled_from([True, True, False]))
    def begin(self, met):
        """Most ways begin with a review that is commissioned, so that the rest of the method is walked."""
        if met:
            self.answer_all(YES)
            self.recommend_and_decide("commission")

    @rule(by=people, limb=limbs, said=st.sampled_from([YES, NO, UNSURE]), stale=st.booleans())
    def answer(self, by, limb, said, stale):
        present = self.referral.assessments.order_by("-number").first()
        held = present.answers.filter(limb=limb).first()
        version = (held.version if held else 0) + stale
        given = actions.Given(said, "Shown", "Dr Hale")
        self.attempt(
            actions.answer, by=by, allowed={"asha"}, referral=self.referral, limb=limb, given=given, version=version
        )

    @rule(said=st.sampled_from([YES, NO]))
    def answer_all(self, said):
        for limb in LIMBS:
            self.answer("asha", limb, said, False)

    @rule(by=people, option=options, stale=st.booleans())
    def recommend(self, by, option, stale):
        version = fresh(self.referral).version - stale
        self.attempt(
            actions.recommend, by=by, allowed={"asha"}, referral=self.referral, version=version,
            proposal=proposal(option),
        )  # fmt: skip

    @rule(by=people, option=options, stale=st.booleans())
    def decide(self, by, option, stale):
        version = fresh(self.referral).version - stale
        opening = actions.Opening("R-2015-77", ago(300), ago(14))
        self.attempt(
            actions.decide, by=by, allowed={"chair"}, referral=self.referral, version=version, ruling=ruling(option),
            opening=opening,
        )  # fmt: skip

    @rule(option=options)
    def recommend_and_decide(self, option):
        self.recommend("asha", option, False)
        self.decide("chair", option, False)

    @rule(by=people)
    def take_up_again(self, by):
        version = fresh(self.referral).version
        self.attempt(
            actions.take_up_again, by=by, allowed={"asha"}, referral=self.referral, version=version, because="New"
        )

    @rule(by=people, here=st.booleans())
    def move_home(self, by, here):
        version = fresh(self.referral).version
        self.attempt(
            actions.change_referral, by=by, allowed={"asha"}, referral=self.referral, version=version,
            facts=facts(lives_here=here),
        )  # fmt: skip

    @rule(by=people, body=st.sampled_from(["ofsted", "dfe", "national_panel"]), enclosed=st.booleans())
    def tell(self, by, body, enclosed):
        version = fresh(self.referral).version
        self.attempt(
            actions.tell, by=by, allowed={"asha"}, referral=self.referral, version=version,
            told=told(body, notification_enclosed=enclosed),
        )  # fmt: skip

    @invariant()
    def a_decision_rests_on_the_answers_and_on_a_recommendation(self):
        for decision in Decision.objects.select_related("assessment"):
            assert decision.result in ALLOWED[decision.option]
            if decision.final:
                assert decision.assessment.recommendations.exists()
                assert weighed(decision.assessment).result.value == decision.result
                assert decision.reasons

    @invariant()
    def only_the_last_round_is_undecided_and_none_is_decided_twice(self):
        rounds = list(Assessment.objects.order_by("number"))
        finals = [each.decisions.filter(final=True).count() for each in rounds]
        assert all(count == 1 for count in finals[:-1])
        assert finals[-1] <= 1

    @invariant()
    def one_review_is_open_exactly_where_one_was_commissioned(self):
        commissioned = Decision.objects.filter(option="commission").exists()
        referral = Referral.objects.get()
        assert (referral.review_id is not None) is commissioned
        assert Review.objects.count() == self.reviews + commissioned
        if referral.review_id:
            last = Decision.objects.filter(final=True).order_by("-assessment__number").first()
            assert last.option == "commission"
            assert last.result == Result.MET

    @invariant()
    def nobody_is_told_of_what_is_not_decided_nor_without_what_the_panel_is_owed(self):
        for telling in Telling.objects.select_related("decision"):
            assert telling.decision.final
            owed = telling.body == "national_panel" and telling.decision.option != "commission"
            assert telling.notification_enclosed or not owed
            assert telling.told_on >= telling.decision.decided_on
