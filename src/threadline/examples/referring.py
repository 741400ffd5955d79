"""The referral that led to the example's review, one that is still to be decided, and the letters to the agencies."""

from datetime import date, timedelta

from django.utils import timezone

from threadline.access.acting import service_act
from threadline.access.models import RoleHolding
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.agencies.models import Board
from threadline.domain.dates.working_days import ENGLAND
from threadline.domain.threshold.answers import Said
from threadline.examples import cast
from threadline.reviews.models import ContributingAgency, Review
from threadline.threshold import actions
from threadline.threshold.models import Letter, Referral
from threadline.threshold.writing import agency_letter, contact_of

DECIDED_ON, TOLD_ON = date(2015, 10, 22), date(2015, 10, 26)
FACTS = actions.Facts(
    reference="N-2015-07", received_on=date(2015, 10, 2), received_from="Head of safeguarding, Northfield Hospitals",
    incident_on=cast.INCIDENT, aware_on=date(2015, 10, 1), lives_in="Westmarch", lives_here=True,
    about="A child of four was brought to hospital with serious injuries. The account given did not explain them.",
    triggers=("child_harmed",), ofsted_told_on=date(2015, 10, 5), ofsted_proof="Ofsted's receipt 4471, in folder 7.",
)  # fmt: skip
ANSWERS = {
    "abuse": (Said.YES, "The injuries are not explained by what was said of them.", "Dr Hale, consultant paediatrician",
              "Child protection medical", date(2015, 10, 1)),
    "died": (Said.NO, "The child is recovering.", "Dr Hale, consultant paediatrician", "A call", date(2015, 10, 6)),
    "seriously_harmed": (Said.YES, "The injuries could have threatened life.", "Dr Hale, consultant paediatrician",
                         "Child protection medical", date(2015, 10, 1)),
    "working_together": (Said.UNSURE, "The agencies' first accounts differ on who knew of earlier injuries.",
                         "Threshold meeting", "Minutes", date(2015, 10, 15)),
}  # fmt: skip
MEETING = (
    "Asha Fernleigh, business manager of the Board", "Detective Inspector Moor, Westmarch Police",
    "Service manager, Westmarch Children's Social Care", "Designated nurse, Westmarch Community Health",
)  # fmt: skip


def load_referrals(by: User, board: Board, review: Review) -> None:
    """The referral, its test, the Chair's decision that the review belongs to; and one without an answer to all."""
    chair = RoleHolding.objects.filter(board=board, role_key="independent_chair").select_related("user")[0].user
    referral = actions.refer(by=by, board=board, facts=FACTS)
    for limb, said in ANSWERS.items():
        actions.answer(by=by, referral=referral, limb=limb, given=actions.Given(*said), version=0)
    opening = actions.Opening(review.reference, review.period_from, review.period_to, review.period_reason)
    actions.recommend(
        by=by, referral=referral, version=_version(referral),
        proposal=actions.Proposal(
            "commission", "The test is met on the second ground: whether agencies worked together well is not known.",
            date(2015, 10, 15), MEETING, "The head teacher of the child's school, who knew the family.", opening,
        ),
    )  # fmt: skip
    actions.decide(
        by=chair, referral=referral, version=_version(referral), opening=opening,
        ruling=actions.Ruling(
            "commission", "A child was seriously harmed, abuse is suspected, and it is not known whether agencies "
            "worked together as they should have. The law asks for a review.", DECIDED_ON,
            told=("The child's mother, by the service manager in person", "Each agency, by its letter"),
        ),
    )  # fmt: skip
    told = actions.Told(
        ("ofsted", "dfe", "national_panel"), TOLD_ON, "Secure e-mail", "Receipts of all three, in the Board's folder 7."
    )
    actions.tell(by=by, referral=referral, version=_version(referral), told=told)
    _undecided(by, board)


def _version(referral: Referral) -> int:
    return Referral.objects.get(pk=referral.pk).version


def _undecided(by: User, board: Board) -> None:
    """A referral of eleven days ago with half of its answers: its month runs."""
    today = timezone.localdate()
    came = today - timedelta(days=11)
    facts = actions.Facts(
        reference=f"N-{came.year}-02", received_on=came, received_from="Duty manager, Westmarch Children's Social Care",
        incident_on=came - timedelta(days=3), aware_on=came - timedelta(days=2), lives_in="Westmarch", lives_here=True,
        about="A young person was found badly hurt at home. How it happened is being looked into.",
        triggers=("child_harmed",),
    )  # fmt: skip
    referral = actions.refer(by=by, board=board, facts=facts)
    for limb, said, evidence in (
        ("died", Said.NO, "The young person is in hospital and stable."),
        ("seriously_harmed", Said.YES, "Lasting harm to sight is likely."),
        ("abuse", Said.UNSURE, "The police are still speaking with those who were there."),
    ):
        given = actions.Given(said, evidence, "Ward manager, Northfield Hospitals NHS Trust", "Telephone call", came)
        actions.answer(by=by, referral=referral, limb=limb, given=given, version=0)


def ask_by_letter(by: User, review: Review) -> None:
    """Each agency's letter, dated when the example says it was asked; the authors have acknowledged theirs."""
    today = timezone.localdate()
    asked, due = today - timedelta(days=cast.ASKED_DAYS_AGO), today - timedelta(days=cast.DUE_DAYS_AGO)
    with review_scope(review):
        recipients = {each.pk: "Head of safeguarding" for each in ContributingAgency.objects.all()}
    asking = actions.Asking(ENGLAND.on_or_after(today + timedelta(days=7)), "Who saw the child, and when?", recipients)
    sent = actions.task(by=by, review=review, asking=asking)
    with service_act("threshold.tasked", review) as gathered:
        gathered.detail["letters"] = len(sent)
        for letter in sent:
            written = agency_letter(
                review, kind="tasking", agency=letter.agency.name, recipient=letter.recipient, due_on=due,
                questions=asking.questions, contact=contact_of(by), dated_on=asked,
            )  # fmt: skip
            letter.text, letter.dated_on, letter.due_on = written.text, asked, due
            letter.save()
    authors = RoleHolding.objects.filter(review=review, role_key="saar_author").select_related("user")
    for holding in authors:
        with review_scope(review):
            own = Letter.objects.select_related("review__board").get(agency=holding.agency_id)
        actions.acknowledge(by=holding.user, letter=own)
