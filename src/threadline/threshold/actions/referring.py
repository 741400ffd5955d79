"""Recording an incident referred to the Board, and correcting what was recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.agencies.models import Board
from threadline.reviews.method import keep_current
from threadline.threshold.actions.current import locked
from threadline.threshold.method import current
from threadline.threshold.models import Assessment, Decision, Referral


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a referral: the incident, who told the Board and when, and where the child normally lives.

    `triggers` are ids of the pack. `led_here_because` says why this Board decides for a child who lives elsewhere.
    """

    reference: str
    received_on: date
    received_from: str
    incident_on: date
    aware_on: date
    about: str
    lives_in: str
    lives_here: bool
    triggers: Sequence[str] = ()
    led_here_because: str = ""
    ofsted_told_on: date | None = None
    ofsted_proof: str = ""


@action(Permission.REFERRAL_WRITE, records="threshold.referred", on="board")
def refer(*, by: User, board: Board, facts: Facts) -> Referral:
    """Put a referral in the Board's register and open the first round of the test (2.1.a).

    Raises Refused where the reference is taken or may name somebody, or the dates cannot be.
    """
    referral = Referral(board=board, recorded_by=by)
    _settle(referral, facts)
    Assessment(referral=referral, number=1, pack=keep_current(board), begun_by=by).save()
    return referral


@action(Permission.REFERRAL_WRITE, records="threshold.referral_changed", on="referral")
def change_referral(*, by: User, referral: Referral, version: int, facts: Facts) -> Referral:
    """Correct a referral as it was at `version`. Raises Overtaken, and Refused as recording one does.

    Once a decision is recorded the day on which the Board was told stays at or before it.
    """
    found = locked(referral, version)
    first = Decision.objects.filter(assessment__referral=found).order_by("decided_on").first()
    if first and facts.received_on > first.decided_on:
        raise Refused("The Chair decided before that day. Check when the Board was told of the incident.")
    _settle(found, facts)
    return found


def _settle(referral: Referral, facts: Facts) -> None:
    if wrong := fault(facts, today=timezone.localdate()):
        raise Refused(wrong)
    for name in Facts.__slots__:
        value = getattr(facts, name)
        setattr(referral, name, value.strip() if isinstance(value, str) else value)
    referral.triggers = list(facts.triggers)
    try:
        with transaction.atomic():
            referral.save()
    except IntegrityError:
        raise Refused(f"There is already a referral with the reference {facts.reference}. Choose another.") from None


def fault(facts: Facts, *, today: date) -> str:
    """What is wrong with the facts of a referral, in a sentence; "" where nothing is."""
    known = {trigger.id for trigger in current().threshold.triggers}
    told = facts.ofsted_told_on
    for wrong, sentence in (
        (not any(map(str.isdigit, facts.reference)), "A reference has a number in it, like N-2015-07, and no name."),
        (not set(facts.triggers) <= known, "Choose the notifiable triggers from the list."),
        (facts.aware_on < facts.incident_on, "The local authority cannot have known before the incident happened."),
        (facts.received_on < facts.incident_on, "The Board cannot have been told before the incident happened."),
        (max(facts.received_on, facts.aware_on) > today, "The day on which somebody was told cannot lie ahead."),
        (told is not None and not facts.aware_on <= told <= today,
         "Ofsted was told between the day the authority knew and today. Check that date."),
        (told is not None and not facts.ofsted_proof.strip(), "Say what shows that Ofsted was told."),
    ):  # fmt: skip
        if wrong:
            return sentence
    return ""
