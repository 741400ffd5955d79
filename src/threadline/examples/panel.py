"""The Panel of the worked example: appointed, declared, one recused; its initial meeting held, a further one called."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.examples import cast
from threadline.panel import actions, method, settling
from threadline.panel.actions import Answer, Appointed, Tap, When
from threadline.panel.models import Attendance, Meeting, Member
from threadline.reviews.models import Review

APPOINTED_DAYS_AGO, HELD_DAYS_AGO, NEXT_IN_DAYS, ACTION_IN_DAYS = 21, 6, 15, 10
FRIDAY = 4
ON_PAPER = (
    ("Colette Ashdown", "Westmarch Children's Social Care", "Quality assurance"),
    ("Bryony Tate", "Westmarch Community Health", "Safeguarding"),
    ("Dev Harland", "Westmarch Police", "Public protection"),
)
VISITED = Answer(True, "I attended the address as a constable in November 2014.")
NOT_AGREED = {
    "membership_confirmed": "The police have nobody on the Panel since a recusal.",
    "processes_confirmed": "Nobody has asked yet whether another review looks at the case.",
}
NOT_READY = "It comes back at the next meeting, once what it rests on is on record."
NOTES = {
    "initial_timeline": "The timeline was read from September 2014. The ambulance service has sent nothing yet.",
    "initial_family": "The grandmother will be written to first, by the Lead Reviewer.",
}


def form_panel(*, manager: User, chair: User, review: Review) -> None:
    """Everything through the acts that people use."""
    first = timezone.localdate() - timedelta(days=APPOINTED_DAYS_AGO)
    with review_scope(review):
        agencies = {each.name: each for each in Agency.objects.filter(board=review.board)}
    for player, said in _leading(agencies).items():
        _sign(_appoint(manager, review, Appointed(**said, from_on=first, email=player.email)))
    for name, agency, service in ON_PAPER:
        said = Appointed("panel_member", name, first, agency=agencies[agency], service=service)
        member = actions.appoint(by=manager, review=review, appointed=said)
        answers = _answers(member, **({"worked_with": VISITED} if name == ON_PAPER[-1][0] else {}))
        version = _fresh(member).version
        member = actions.record_on_paper(by=manager, member=member, version=version, answers=answers, signed_on=first)
        if member.state == Member.State.REFERRED:
            reasons = "He went to the family's home in the period under review. The police will send somebody else."
            actions.recuse(by=chair, member=member, version=_fresh(member).version, reasons=reasons)
    actions.consider_co_reviewer(
        by=chair, review=review, needed=False, considered_on=first,
        reasons="One family and one area. The Lead Reviewer knows health and social care.",
    )  # fmt: skip
    _meet(manager, review)
    actions.call_meeting(by=manager, review=review, kind="further-outcomes", when=_when(NEXT_IN_DAYS))


def _leading(agencies: dict[str, Agency]) -> dict[cast.Player, dict[str, object]]:
    """Those of the example's people who sign in, with what is said of them."""
    known = {each.role.key: each for each in cast.PLAYERS if each.board == cast.BOARD}
    chair, lead, member = known["panel_chair"], known["lead_reviewer"], known["panel_member"]
    hospital = agencies["Northfield Hospitals NHS Trust"]
    return {
        chair: {"post": "panel_chair", "name": chair.name, "route": "chair_commissioned", "comes_from": "Own practice"},
        lead: {
            "post": "lead_reviewer", "name": lead.name, "route": "reviewer_other_board",
            "comes_from": "Harbourside Safeguarding Children Board",
            "skills": ("Knowledge and experience of working across agencies",),
            "experience": "Led four reviews by a systems approach since 2011.",
        },
        member: {"post": "panel_member", "name": member.name, "agency": hospital, "service": "Safeguarding"},
    }  # fmt: skip


def _appoint(manager: User, review: Review, said: Appointed) -> Member:
    member = actions.appoint(by=manager, review=review, appointed=said)
    for check in method.recruitment(review, member.post):
        actions.record_recruitment(
            by=manager, member=member, check=check.id, seen_on=said.from_on, note="In the personnel file"
        )
    return member


def _sign(member: Member) -> None:
    user = User.objects.get(pk=member.user_id)
    actions.declare(by=user, review=member.review, post=member.post, answers=_answers(member), signed_name=member.name)


def _answers(member: Member, **other: Answer) -> dict[str, Answer]:
    return {each.id: Answer(False) for each in method.questions(member.review, member.post)} | other


def _meet(manager: User, review: Review) -> None:
    """The initial meeting: attended, decided, minuted, approved, the absent told."""
    meeting = actions.call_meeting(by=manager, review=review, kind="initial", when=_when(-HELD_DAYS_AGO))
    with review_scope(review):
        seats = {each.name: each for each in Attendance.objects.filter(meeting=meeting)}
        version = Meeting.objects.get(pk=meeting.pk).version
    away = {"Colette Ashdown": Tap("deputy", "Jonah Pell"), "Bryony Tate": Tap("apologies")}
    taps = {seat.pk: away.get(name, Tap("present")) for name, seat in seats.items()}
    chair = next(each for each in cast.PLAYERS if each.role.key == "panel_chair")
    actions.record_attendance(by=manager, meeting=meeting, version=version, taps=taps, chaired=seats[chair.name].pk)
    for item in method.agenda(review, "initial").items:
        if item.id in NOTES:
            actions.note(by=manager, meeting=meeting, item=item.id, version=0, text=NOTES[item.id])
        for decision in item.decisions:
            with review_scope(review):
                barred = settling.follows(decision.id, decision.requirement, review).barred
            agreed = not barred and decision.id not in NOT_AGREED
            said = "" if agreed else NOT_AGREED.get(decision.id, NOT_READY)
            actions.decide(by=manager, meeting=meeting, kind=decision.id, agreed=agreed, decided_note=said)
    lead = next(each for each in cast.PLAYERS if each.role.key == "lead_reviewer")
    due = timezone.localdate() + timedelta(days=ACTION_IN_DAYS)
    actions.give_action(
        by=manager, meeting=meeting, item="initial_timeline", words="Ask the ambulance service for its timeline",
        owner=seats[lead.name], due_on=due,
    )  # fmt: skip
    drafted = actions.draft_minutes(by=manager, meeting=meeting, number=0)
    approver = User.objects.get(email=chair.email)
    actions.approve_minutes(by=approver, meeting=meeting, number=drafted.number)
    actions.tell_absent(by=manager, meeting=meeting)


def _when(days: int) -> When:
    on = timezone.localdate() + timedelta(days=days)
    while on.weekday() > FRIDAY:
        on += timedelta(days=1 if days > 0 else -1)
    begins = datetime.combine(on, time(10), tzinfo=timezone.get_current_timezone())
    return When(begins, begins + timedelta(hours=2), "Committee room 2, the Civic Centre")


def _fresh(member: Member) -> Member:
    with review_scope(member.review):
        found: Member = Member.objects.select_related("review").get(pk=member.pk)
        return found
