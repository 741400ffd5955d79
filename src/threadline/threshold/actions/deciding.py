"""The threshold meeting's recommendation and the Independent Chair's decision, which may open a review (2.1.a)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.domain.threshold import course
from threadline.reviews import actions as reviews
from threadline.reviews.method import offered_to
from threadline.reviews.models import Review
from threadline.threshold.actions.current import locked, refuse, standing
from threadline.threshold.method import test_of
from threadline.threshold.models import Decision, Recommendation, Referral

OTHER_REVIEW = "other_review"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a review would be opened with: its reference and the period it looks at."""

    reference: str
    period_from: date
    period_to: date
    period_reason: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the threshold meeting recommends, when it met, who took part (name and office each), who stood aside."""

    option: str
    reasons: str
    met_on: date
    took_part: Sequence[str]
    stood_aside: str = ""
    opening: Opening | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the Chair decides. `instead` is the other kind of review, or what is to be found out; by whom, when."""

    option: str
    reasons: str
    decided_on: date
    instead: str = ""
    by_whom: str = ""
    by_when: date | None = None
    told: Sequence[str] = ()


@action(Permission.THRESHOLD_RECOMMEND, records="threshold.recommended", on="referral")
def recommend(*, by: User, referral: Referral, version: int, proposal: Proposal) -> Recommendation:
    """Record what the threshold meeting recommends on the present answers; a later one takes its place.

    Raises Overtaken, and Refused without reasons or names, or for what the answers do not leave open.
    """
    found = locked(referral, version)
    present, case = standing(found)
    refuse(course.no_recommendation(case, proposal.option, test_of(present).options))
    if not proposal.reasons.strip():
        raise Refused("Say why the meeting recommends this.")
    took_part = [each.strip() for each in proposal.took_part if each.strip()]
    if not took_part:
        raise Refused("Name who took part in the threshold meeting, each with their office.")
    if not found.received_on <= proposal.met_on <= timezone.localdate():
        raise Refused("The threshold meeting met after the Board was told of the incident, and not later than today.")
    made = Recommendation(
        assessment=present, option=proposal.option, reasons=proposal.reasons.strip(), met_on=proposal.met_on,
        took_part=took_part, stood_aside=proposal.stood_aside.strip(), by=by,
    )  # fmt: skip
    if proposal.option == course.COMMISSION and proposal.opening:
        for name in Opening.__slots__:
            setattr(made, name, getattr(proposal.opening, name))
    made.save()
    found.save()
    changes().detail["option"] = made.option
    return made


@action(Permission.THRESHOLD_DECIDE, records="threshold.decided", on="referral")
def decide(*, by: User, referral: Referral, version: int, ruling: Ruling, opening: Opening | None = None) -> Decision:
    """Record the Independent Chair's decision on the answers as they stood at `version`.

    A decision to commission opens the review with `opening`, in the same act; where one is open already it stands.
    Raises Overtaken, and Refused for what the answers do not leave open, without reasons, or where the review cannot
    be opened.
    """
    found = locked(referral, version)
    present, case = standing(found)
    refuse(course.no_decision(case, ruling.option, test_of(present).options))
    refuse(course.not_then(ruling.decided_on, received_on=found.received_on, today=timezone.localdate()))
    _complete(ruling)
    made = Decision(
        assessment=present, option=ruling.option, final=ruling.option != course.ASK, by=by,
        result=case.reading.result.value, sentences=list(case.reading.sentences), reasons=ruling.reasons.strip(),
        instead=ruling.instead.strip(), by_whom=ruling.by_whom.strip(), by_when=ruling.by_when,
        told=[each.strip() for each in ruling.told if each.strip()], decided_on=ruling.decided_on,
    )  # fmt: skip
    made.save()
    if ruling.option == course.COMMISSION and found.review is None:
        found.review = _open(by, found, opening, ruling.decided_on)
    found.save()
    changes().detail.update(option=made.option, result=made.result)
    return made


def _complete(ruling: Ruling) -> None:
    """Refuse a ruling that leaves out what its kind needs."""
    if not ruling.reasons.strip():
        raise Refused("Give the reasons for the decision. They are what the national bodies and the family are told.")
    if ruling.option not in (OTHER_REVIEW, course.ASK):
        return
    what, who = (
        ("Say which other kind of review is held.", "Say who leads the other review and by when it reports.")
        if ruling.option == OTHER_REVIEW
        else ("Say what is still to be found out.", "Say who is asked and by when.")
    )
    if not ruling.instead.strip():
        raise Refused(what)
    if not ruling.by_whom.strip() or ruling.by_when is None:
        raise Refused(who)
    if ruling.by_when < ruling.decided_on:
        raise Refused("The day by which it is wanted cannot be earlier than the decision.")


def _open(by: User, referral: Referral, opening: Opening | None, decided_on: date) -> Review:
    """The review that the decision opens; one of the same reference and incident that stands here already is taken."""
    if opening is None:
        raise Refused("Give the review its reference and its period, so that it can be opened.")
    reference = opening.reference.strip()
    known = Review.objects.filter(board=referral.board, reference=reference, incident_on=referral.incident_on).first()
    if known is not None and not Referral.objects.filter(review=known).exists():
        return known
    dates = reviews.Dates(referral.incident_on, opening.period_from, opening.period_to, opening.period_reason.strip())
    opened: Review = reviews.commission(
        by=by, board=referral.board, reference=reference, dates=dates, decided_on=decided_on,
        pack=offered_to(referral.board)[0],
    )  # fmt: skip
    return opened
