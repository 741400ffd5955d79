"""What the method wants on record before a meeting can agree it, for tests that are about something else."""

from datetime import date

from tests import scoped
from threadline.access.scope import review_scope
from threadline.chronology import actions as timelines
from threadline.chronology.models import KeyEvent, Row
from threadline.domain.threshold.answers import Said
from threadline.panel import actions as panel
from threadline.reviews import actions
from threadline.reviews.models import ContributingAgency, Process
from threadline.threshold import actions as threshold
from threadline.threshold.models import Referral

CALL = timelines.Told("3 February 2015", "The school telephones the health visitor.", "A letter of the head teacher")
UNDER_WAY = actions.UnderWay(date(2015, 10, 22), "It began on paper.")


def entry(cast, *, token="t"):
    """An entry of the merged timeline, typed by the Lead Reviewer."""
    with review_scope(cast.review):
        school = ContributingAgency.objects.select_related("review", "agency").get(agency=cast.school)
    return timelines.type_entry(by=cast.lead, review=cast.review, contributor=school, told=CALL, token=token)


def key_event(cast, row: Row | None = None) -> KeyEvent:
    """A key event that waits for the Panel to confirm it."""
    return timelines.mark_key_event(by=cast.lead, row=row or entry(cast), title="A call", told={})


def timetable(cast):
    """The timetable, drawn up and not agreed."""
    return actions.draw_up_timetable(by=cast.asha, review=cast.review, decided_on=date(2016, 1, 4))


def processes(cast):
    """It was asked of every kind of proceedings, and none is known."""
    for kind in Process.Kind:
        actions.none_known(by=cast.asha, review=cast.review, kind=kind)


def told(cast, *, bodies=("ofsted", "dfe", "national_panel")):
    """The referral, the Chair's decision on it, and the national bodies told."""
    facts = threshold.Facts(
        reference="N-2015-07", received_on=date(2015, 10, 2), received_from="A hospital", incident_on=date(2015, 9, 30),
        aware_on=date(2015, 10, 1), lives_in="Westmarch", lives_here=True, about="A child was hurt.",
        triggers=("child_harmed",),
    )  # fmt: skip
    referral = threshold.refer(by=cast.asha, board=cast.board, facts=facts)
    for limb, said in (("abuse", Said.YES), ("seriously_harmed", Said.YES), ("working_together", Said.UNSURE),
                       ("died", Said.NO)):  # fmt: skip
        given = threshold.Given(said, "The report says so.", "Dr Hale, paediatrician")
        threshold.answer(by=cast.asha, referral=referral, limb=limb, given=given, version=0)
    opening = threshold.Opening(cast.review.reference, date(2014, 10, 1), date(2015, 9, 30))
    proposal = threshold.Proposal("commission", "It is met.", date(2015, 10, 15), ("Asha Fernleigh",), "", opening)
    threshold.recommend(by=cast.asha, referral=referral, version=_version(referral), proposal=proposal)
    ruling = threshold.Ruling("commission", "The law asks for it.", date(2015, 10, 22))
    threshold.decide(by=cast.chair, referral=referral, version=_version(referral), ruling=ruling, opening=opening)
    sent = threshold.Told(bodies, date(2015, 10, 26), "Secure e-mail", "Receipts, in folder 7.")
    threshold.tell(by=cast.asha, referral=referral, version=_version(referral), told=sent)


def _version(referral: Referral) -> int:
    return Referral.objects.get(pk=referral.pk).version


def everything(cast):
    """All that the initial meeting decides on stands ready to be agreed."""
    key_event(cast)
    timetable(cast)
    processes(cast)
    told(cast)
    scoped.agreed(cast.asha, cast.chair, cast.review)
    panel.consider_co_reviewer(
        by=cast.asha, review=cast.review, needed=False, considered_on=date(2016, 1, 5), reasons="One is enough."
    )
