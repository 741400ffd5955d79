"""Telling the national bodies of a decision, with proof; their advice and the Board's answer to it (2.3.a)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.documents import scanning, storage
from threadline.documents.models import Document
from threadline.domain.threshold.course import COMMISSION
from threadline.reviews.actions import planning
from threadline.reviews.models import Review
from threadline.threshold.actions.current import locked
from threadline.threshold.actions.tasking import TASKED, tasked_on
from threadline.threshold.models import Advice, Body, Decision, Referral, Telling
from threadline.threshold.writing import contact_of, decision_letter

TOLD = "bodies_told"
"""The milestone of the timetable that is reached when the national bodies have been told."""
MEGABYTE = 1024 * 1024
PROOFS = (".docx", ".eml", ".jpeg", ".jpg", ".msg", ".odt", ".pdf", ".png", ".txt")


@dataclass(frozen=True, slots=True)
class Told:
    """Which bodies were told, when and how, and what proves it: in words, or a file by its name and bytes."""

    bodies: Sequence[str]
    told_on: date
    how: str
    proof: str = ""
    file: tuple[str, bytes] | None = None
    notification_enclosed: bool = False


@action(Permission.BODIES_TELL, records="threshold.bodies_told", on="referral")
def tell(*, by: User, referral: Referral, version: int, told: Told) -> list[Telling]:
    """Record that bodies were told of the latest decision, each with the letter as it reads now and its proof.

    Raises Overtaken, and Refused without a decision, a body or a proof, or where a body was told already.
    """
    found = locked(referral, version)
    decision = latest_decision(found)
    if decision is None:
        raise Refused("The Chair has decided nothing yet that the national bodies could be told.")
    _check(told, decision)
    document = _keep(by, found.review, told.file) if told.file else None
    letter = decision_letter(found, decision, contact=contact_of(by), dated_on=told.told_on)
    made = [
        Telling(
            decision=decision, body=body, told_on=told.told_on, how=told.how.strip(), subject=letter.subject,
            text=letter.text, proof=told.proof.strip(), document=document, by=by,
            notification_enclosed=told.notification_enclosed,
        )
        for body in dict.fromkeys(told.bodies)
    ]  # fmt: skip
    for each in made:
        try:
            with transaction.atomic():
                each.save()
        except IntegrityError:
            raise Refused(f"That {each.get_body_display()} was told of this decision is recorded already.") from None
    found.save()
    if found.review is not None and (on := told_on(found)) is not None:
        with review_scope(found.review):
            planning.reach(by=by, review=found.review, key=TOLD, on=on, because="What proves it is kept.")
    changes().detail["bodies"] = ", ".join(each.body for each in made)
    return made


def told_on(referral: Referral) -> date | None:
    """When the last of the three national bodies was told of the decision that stands; None while one has not been."""
    decision = latest_decision(referral)
    told = Telling.objects.filter(decision=decision, out_at__isnull=True) if decision else Telling.objects.none()
    days = dict(told.values_list("body", "told_on"))
    return max(days.values()) if set(days) == set(Body.values) else None


def reached(review: Review) -> dict[str, date]:
    """The milestones of a timetable that the threshold's own record reaches: bodies told, agencies asked."""
    referral = Referral.objects.filter(review=review).first()
    days = {TOLD: told_on(referral) if referral else None, TASKED: tasked_on(review)}
    return {key: on for key, on in days.items() if on is not None}


def latest_decision(referral: Referral) -> Decision | None:
    """The final decision that stands: the one on the latest round decided."""
    decided = Decision.objects.filter(assessment__referral=referral, final=True).select_related("assessment")
    return decided.order_by("-assessment__number").first()


def _check(told: Told, decision: Decision) -> None:
    bodies = set(told.bodies)
    not_reviewed = decision.option != COMMISSION and Body.PANEL in bodies
    for wrong, sentence in (
        (not bodies or not bodies <= set(Body.values), "Choose which of the national bodies were told."),
        (not told.how.strip(), "Say how they were told, for example by secure e-mail."),
        (not told.proof.strip() and told.file is None,
         "Say what proves it, or add a file: a receipt, the answer, the number of the message."),
        (not decision.decided_on <= told.told_on <= timezone.localdate(),
         "They were told on or after the day of the decision, and not later than today."),
        (not_reviewed and not told.notification_enclosed,
         "The National Panel gets the incident notification with the reasons. Confirm that it was enclosed."),
    ):  # fmt: skip
        if wrong:
            raise Refused(sentence)


def _keep(by: User, review: Review | None, file: tuple[str, bytes]) -> Document:
    """The proof as a document of the review, encrypted and looked at by the virus scanner."""
    name, data = file
    if review is None:
        raise Refused(
            "Files are kept with a review, and none is open. Say in words what proves it and where it is kept."
        )
    if PurePath(name).suffix.lower() not in PROOFS:
        raise Refused(f"{name} is not of a kind that is taken as proof: send one of {', '.join(PROOFS)}.")
    if not data or len(data) > settings.UPLOAD_LIMIT:
        raise Refused(f"{name} is empty, or larger than {settings.UPLOAD_LIMIT // MEGABYTE} MB.")
    made = Document(
        review=review, agency=None, name=name[:200], size=len(data), digest=hashlib.sha256(data).hexdigest(),
        received_from=by,
    )  # fmt: skip
    with review_scope(review):
        made.save()
        storage.keep(made, data)
        scanning.begin(made)
    return made


@action(Permission.BODIES_TELL, records="threshold.telling_taken_back", on="telling")
def take_back(*, by: User, telling: Telling, because: str) -> Telling:
    """Take back that a body was told, with a reason; what was recorded is kept. Raises Refused without a reason."""
    if not because.strip():
        raise Refused("Say what was wrong with the record.")
    found = Telling.objects.select_for_update(of=("self",)).get(pk=telling.pk)
    if found.out_at is not None:
        raise Refused("This was taken back already.")
    found.out_at, found.out_by, found.out_because = timezone.now(), by, because.strip()
    found.save()
    return found


@action(Permission.BODIES_TELL, records="threshold.advice_received", on="referral")
def record_advice(*, by: User, referral: Referral, body: str, received_on: date, says: str) -> Advice:
    """Record what a national body advised. Raises Refused without its words, or for a day that cannot be."""
    if body not in Body.values:
        raise Refused("Choose which of the national bodies advised.")
    if not says.strip():
        raise Refused("Say what they advise, in their own words where you can.")
    if not referral.received_on <= received_on <= timezone.localdate():
        raise Refused("Advice follows the referral, and cannot be of a day that lies ahead.")
    made = Advice(referral=referral, body=body, received_on=received_on, says=says.strip(), by=by)
    made.save()
    return made


@action(Permission.BODIES_TELL, records="threshold.advice_answered", on="advice")
def reply_to_advice(*, by: User, advice: Advice, followed: bool, reply: str, replied_on: date) -> Advice:
    """Record the Board's answer to advice: followed or not, with the reasons. Raises Refused where it is answered."""
    found = Advice.objects.select_for_update(of=("self",)).get(pk=advice.pk)
    if found.replied_on is not None:
        raise Refused("The Board's answer to this advice is recorded already.")
    if not reply.strip():
        raise Refused("Give the Board's reasons: it has regard to the advice, and says why it follows it or not.")
    if not found.received_on <= replied_on <= timezone.localdate():
        raise Refused("The answer follows the advice, and cannot be of a day that lies ahead.")
    found.followed, found.reply, found.replied_on, found.replied_by = followed, reply.strip(), replied_on, by
    found.save()
    return found
