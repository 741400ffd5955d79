"""The part of the machine about what the review covers, its timetable, and what must wait."""

from datetime import timedelta

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from tests import scoped
from tests.areas.commissioning.machine import Machine, pick, reason, who
from threadline.access.scope import review_scope
from threadline.domain.dates.working_days import add_months
from threadline.reviews import actions
from threadline.reviews.actions import written
from threadline.reviews.actions.opening import Dates
from threadline.reviews.method import pack_of
from threadline.reviews.models import Hold, Process, Review, Scope, Timetable
from threadline.reviews.queries.scope import parts_of

PAPERS = "panel.share_papers"


class Scoping(Machine):
    """Everybody at once on scope, timetable, proceedings and holds."""

    def __init__(self):
        super().__init__()
        self.kept = {}

    def scopes(self):
        return sorted(self.inside(Scope, "review__board"), key=lambda each: each.number)

    def holds(self):
        return self.inside(Hold, "review__board")

    def on_scope(self, act, by, place, **values):
        if found := self.scopes():
            scope = found[place % len(found)]
            self.tried(act, by=self.person(by), scope=scope, version=scope.version, **values)

    @rule(by=who)
    def begin_scope(self, by):
        if self.review:
            self.tried(actions.begin_scope, by=self.person(by), review=self.review)

    @rule(by=who, place=pick, months=st.integers(0, 30), why=reason)
    def write_period(self, by, place, months, why):
        dates = Dates(self.incident, add_months(self.incident, -months), self.incident, why)
        self.on_scope(actions.write_scope, by, place, said=written.Period(dates))

    @rule(by=who, place=pick)
    def write_the_rest(self, by, place):
        for said in (*scoped.PARTS[1:], written.Agencies({self.cast.police: "Called out."}, {})):
            self.on_scope(actions.write_scope, by, place, said=said)

    @rule(by=who, place=pick, because=reason)
    def propose(self, by, place, because):
        self.on_scope(actions.propose_scope, by, place, because=because)

    @rule(by=who, place=pick, later=st.integers(-1, 1))
    def agree(self, by, place, later):
        self.on_scope(actions.agree_scope, by, place, agreed_on=timezone.localdate() + timedelta(later))

    @rule(by=who, place=pick, act=st.sampled_from([actions.return_scope, actions.set_aside_scope]))
    def give_back(self, by, place, act):
        self.on_scope(act, by, place, because="Not like this.")

    @rule(by=who)
    def draw_up(self, by):
        if self.review:
            self.tried(
                actions.draw_up_timetable, by=self.person(by), review=self.review, decided_on=timezone.localdate()
            )

    @rule(by=who)
    def none_known(self, by):
        if self.review:
            for kind in Process.Kind:
                self.tried(actions.none_known, by=self.person(by), review=self.review, kind=kind)

    @rule(by=who, kind=st.sampled_from(["prosecution", "coroner", "welfare"]), papers=st.booleans())
    def place_hold(self, by, kind, papers):
        if self.review:
            told = {"since": timezone.localdate(), "asked_by": "A Coroner", "because": "So."}
            acts = [PAPERS] if papers else []
            self.tried(actions.place_hold, by=self.person(by), review=self.review, kind=kind, acts=acts, **told)

    @rule(by=who, place=pick, why=reason)
    def release(self, by, place, why):
        if found := self.holds():
            hold = found[place % len(found)]
            told = {"hold": hold, "version": hold.version, "authority": "A Coroner", "reason": why}
            self.tried(actions.release_hold, by=self.person(by), **told)

    def papers_held(self):
        return any(each.released_on is None and PAPERS in each.acts for each in self.holds())

    @invariant()
    def what_is_agreed_keeps_to_the_method(self):
        scopes = self.scopes()
        assert sum(each.state in ("draft", "proposed") for each in scopes) <= 1
        agreed = [each for each in scopes if each.state == "agreed"]
        for each in agreed:
            assert each.agreed_by_id != each.proposed_by_id
            assert each.agreed_by_id in {self.cast.chair.pk, self.cast.panel_chair.pk, *self.chairs()}
            assert each.because
            assert each.period_from >= add_months(self.incident, -24)
            assert each.period_reason or each.period_from >= add_months(self.incident, -12)
            with review_scope(self.review):
                words = parts_of(each)
            assert self.kept.setdefault(each.pk, words) == words, "what was agreed was written again"
        if agreed:
            now = Review.objects.get(pk=self.review.pk)
            assert (now.period_from, now.period_to) == (agreed[-1].period_from, agreed[-1].period_to)

    def chairs(self):
        """Whoever else may agree for the Panel: see the part about the Panel."""
        return set()

    @invariant()
    def a_timetable_is_agreed_by_who_may(self):
        for table in self.inside(Timetable, agreed_on__isnull=False):
            assert table.agreed_by_id in {self.cast.chair.pk, self.cast.panel_chair.pk, *self.chairs()}

    @invariant()
    def what_is_released_was_released_by_who_may(self):
        if not self.review:
            return
        kinds = {kind.id: kind.released_by for kind in pack_of(self.review).holds}
        keys = {self.cast.chair.pk: "independent_chair", self.cast.lead.pk: "lead_reviewer"}
        keys[self.cast.panel_chair.pk] = "panel_chair"
        for hold in self.holds():
            if hold.released_on is not None:
                assert hold.release_authority
                assert hold.release_reason
                assert keys[hold.released_by_id] in kinds[hold.kind]
