"""No sequence of acts on scope and holds reaches a state that the method forbids."""

import itertools
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests import scoped
from tests.areas.reviews.test_holds import send_papers
from tests.people import everybody, holding, review
from threadline.access import roles
from threadline.access.acting import Denied, Held, Refused
from threadline.access.scope import review_scope
from threadline.domain.dates.working_days import add_months
from threadline.reviews import actions
from threadline.reviews.actions import written
from threadline.reviews.actions.opening import Dates
from threadline.reviews.method import pack_of
from threadline.reviews.models import Hold, Review, Scope
from threadline.reviews.queries.scope import parts_of

pytestmark = pytest.mark.django_db
INCIDENT = date(2015, 9, 30)
PEOPLE = ("asha", "chair", "lead", "panel_chair", "panel", "police_author", "other_manager")
WHO = st.sampled_from(PEOPLE)
numbers = itertools.count(100)


class Commissioning(RuleBasedStateMachine):
    """One review, and everybody at once."""

    cast = None

    def __init__(self):
        super().__init__()
        cast = self.cast
        self.review = review(cast.board, f"M-2016-{next(numbers)}", cast.police, cast.health)
        for who, role in (("lead", roles.LEAD_REVIEWER), ("panel_chair", roles.PANEL_CHAIR)):
            holding(getattr(cast, who), role, board=cast.board, review=self.review)
        self.kept = {}

    def tried(self, act, **values):
        """Do it, as far as it may be done; None where it may not."""
        try:
            with transaction.atomic():
                return act(**values)
        except (Refused, Denied):
            return None

    def scopes(self):
        with review_scope(self.review):
            return list(Scope.objects.select_related("review__board").order_by("number"))

    def holds(self):
        with review_scope(self.review):
            return list(Hold.objects.select_related("review__board"))

    def scope(self, place):
        found = self.scopes()
        return found[place % len(found)] if found else None

    def on_scope(self, act, who, place, **values):
        if (scope := self.scope(place)) is not None:
            self.tried(act, by=getattr(self.cast, who), scope=scope, version=scope.version, **values)

    @rule(who=WHO)
    def begin(self, who):
        self.tried(actions.begin_scope, by=getattr(self.cast, who), review=self.review)

    @rule(who=WHO, place=st.integers(0, 5), months=st.integers(0, 30), reason=st.sampled_from(["", "They moved here."]))
    def write_period(self, who, place, months, reason):
        dates = Dates(INCIDENT, add_months(INCIDENT, -months), INCIDENT, reason)
        self.on_scope(actions.write_scope, who, place, said=written.Period(dates))

    @rule(who=WHO, place=st.integers(0, 5))
    def write_the_rest(self, who, place):
        for said in (*scoped.PARTS[1:], written.Agencies({self.cast.police: "Called out."}, {})):
            self.on_scope(actions.write_scope, who, place, said=said)

    @rule(who=WHO, place=st.integers(0, 5), because=st.sampled_from(["", "So."]))
    def propose(self, who, place, because):
        self.on_scope(actions.propose_scope, who, place, because=because)

    @rule(who=WHO, place=st.integers(0, 5), later=st.integers(-1, 1))
    def agree(self, who, place, later):
        self.on_scope(actions.agree_scope, who, place, agreed_on=timezone.localdate() + timedelta(later))

    @rule(who=WHO, place=st.integers(0, 5), act=st.sampled_from([actions.return_scope, actions.set_aside_scope]))
    def give_back(self, who, place, act):
        self.on_scope(act, who, place, because="Not like this.")

    @rule(who=WHO, kind=st.sampled_from(["prosecution", "coroner", "welfare"]), papers=st.booleans())
    def place_hold(self, who, kind, papers):
        acts = ["panel.share_papers"] if papers else []
        told = {"since": timezone.localdate(), "asked_by": "A Coroner", "because": "So."}
        self.tried(actions.place_hold, by=getattr(self.cast, who), review=self.review, kind=kind, acts=acts, **told)

    @rule(who=WHO, place=st.integers(0, 5), reason=st.sampled_from(["", "It is over."]))
    def release(self, who, place, reason):
        if found := self.holds():
            hold = found[place % len(found)]
            told = {"hold": hold, "version": hold.version, "authority": "A Coroner", "reason": reason}
            self.tried(actions.release_hold, by=getattr(self.cast, who), **told)

    @rule()
    def send(self):
        stopped = any(h.released_on is None and "panel.share_papers" in h.acts for h in self.holds())
        try:
            with transaction.atomic():
                send_papers(by=self.cast.asha, review=self.review)
                transaction.set_rollback(True)
            assert not stopped
        except Held:
            assert stopped

    @invariant()
    def what_is_agreed_keeps_to_the_method(self):
        scopes = self.scopes()
        assert sum(each.state in ("draft", "proposed") for each in scopes) <= 1
        agreed = [each for each in scopes if each.state == "agreed"]
        for each in agreed:
            assert each.agreed_by_id != each.proposed_by_id
            assert each.because
            assert each.period_from >= add_months(INCIDENT, -24)
            assert each.period_reason or each.period_from >= add_months(INCIDENT, -12)
            with review_scope(self.review):
                words = parts_of(each)
            assert self.kept.setdefault(each.pk, words) == words, "what was agreed was written again"
        if agreed:
            now = Review.objects.get(pk=self.review.pk)
            assert (now.period_from, now.period_to) == (agreed[-1].period_from, agreed[-1].period_to)

    @invariant()
    def what_is_released_was_released_by_who_may(self):
        kinds = {kind.id: kind.released_by for kind in pack_of(self.review).holds}
        keys = {self.cast.chair.pk: "independent_chair", self.cast.lead.pk: "lead_reviewer"}
        keys[self.cast.panel_chair.pk] = "panel_chair"
        for hold in self.holds():
            if hold.released_on is not None:
                assert hold.release_authority
                assert hold.release_reason
                assert keys[hold.released_by_id] in kinds[hold.kind]


def test_no_sequence_of_acts_reaches_what_the_method_forbids(cast):
    Commissioning.cast = everybody(cast)
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        Commissioning,
        settings=settings(max_examples=4, stateful_step_count=25, deadline=None, suppress_health_check=quiet),
    )
