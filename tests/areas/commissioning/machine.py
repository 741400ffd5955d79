"""What every part of the machine starts from: one referral, everybody at once, and acts that may be refused."""

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from tests.areas.threshold.conftest import ago, facts, fresh
from tests.people import holding
from threadline.access import roles
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.reviews.models import Review
from threadline.threshold import actions as threshold

PEOPLE = ("asha", "chair", "lead", "panel_chair", "panel", "police_author", "other_manager")
who = st.sampled_from(PEOPLE)
pick = st.integers(0, 5)
reason = st.sampled_from(["", "So it is."])


class Machine(RuleBasedStateMachine):
    """One referral at the Board of `cast`, and the review that a decision may open. What it does is undone."""

    cast = None

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.reviews = Review.objects.count()
        self.referral = threshold.refer(by=self.cast.asha, board=self.cast.board, facts=facts())
        self.incident = ago(14)
        self.led = False

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def person(self, name):
        return getattr(self.cast, name)

    @property
    def review(self):
        """The review, once it is commissioned; its Lead Reviewer and Panel Chair hold their roles from then on."""
        found = fresh(self.referral).review
        if found is not None and not self.led:
            for name, role in (("lead", roles.LEAD_REVIEWER), ("panel_chair", roles.PANEL_CHAIR)):
                holding(self.person(name), role, board=self.cast.board, review=found)
            self.led = True
        return found

    def inside(self, model, *related, **lookup):
        """The records of that kind in the review; none while there is no review."""
        review = self.review
        if review is None:
            return []
        with review_scope(review):
            return list(model.objects.filter(**lookup).select_related(*related))

    def tried(self, act, **said):
        """Do it as far as it may be done, None where it may not; what is refused leaves nothing behind."""
        before = Event.objects.exclude(outcome="refused").count()
        try:
            with transaction.atomic():
                return act(**said)
        except (Refused, Denied) as fault:
            self.last = type(fault)
            assert Event.objects.exclude(outcome="refused").count() == before
            return None
