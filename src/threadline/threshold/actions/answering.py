"""Answering the questions of the threshold test, and taking the test up again after a decision."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.domain.threshold import course
from threadline.domain.threshold.answers import Said
from threadline.reviews.method import keep_current
from threadline.threshold.actions.current import Overtaken, locked, refuse, standing
from threadline.threshold.method import test_of
from threadline.threshold.models import Answer, Assessment, Referral


@dataclass(frozen=True, slots=True)
class Given:
    """An answer with what shows it: who says so, where it stands, of which day."""

    said: Said
    evidence: str = ""
    given_by: str = ""
    source: str = ""
    dated_on: date | None = None


@action(Permission.REFERRAL_WRITE, records="threshold.answered", on="referral")
def answer(*, by: User, referral: Referral, limb: str, given: Given, version: int) -> Answer:
    """Answer one question of the present round; `version` is that of the answer looked at, 0 where there was none.

    Raises Overtaken where somebody answered it meanwhile, and Refused without evidence for a yes or no, for a question
    that the pack does not ask, or once the Chair has decided.
    """
    _check(given)
    found = locked(referral)
    present, case = standing(found)
    if limb not in {each.id for each in test_of(present).limbs}:
        raise Refused("The framework asks no such question.")
    refuse(course.no_answer(case))
    held = present.answers.filter(limb=limb).first() or Answer(assessment=present, limb=limb, version=0)
    if held.version != version:
        raise Overtaken(
            "Somebody answered this question while this page was open. Look at their answer, then send yours again."
        )
    for name in Given.__slots__:
        value = getattr(given, name)
        setattr(held, name, value.strip() if isinstance(value, str) else value)
    held.said, held.by, held.version = given.said.value, by, held.version + 1
    held.save()
    found.save()
    changes().detail["limb"] = limb
    return held


def _check(given: Given) -> None:
    if given.dated_on and given.dated_on > timezone.localdate():
        raise Refused("What shows the answer cannot be of a day that lies ahead.")
    if given.said is Said.UNSURE:
        return
    if not given.evidence.strip():
        raise Refused("Say what shows it. Where nothing shows it yet, “not known yet” is an honest answer.")
    if not given.given_by.strip():
        raise Refused("Say who says so: name and office.")


@action(Permission.REFERRAL_WRITE, records="threshold.taken_up_again", on="referral")
def take_up_again(*, by: User, referral: Referral, version: int, because: str) -> Assessment:
    """Begin a new round with the answers of the last one, so that they can be changed; the decision on them stands.

    Raises Overtaken, and Refused without a reason or while the Chair has not decided on the present answers.
    """
    if not because.strip():
        raise Refused("Say why the test is taken up again: what is known now that was not known before.")
    found = locked(referral, version)
    last, case = standing(found)
    refuse(course.no_new_round(case))
    begun = Assessment(
        referral=found, number=last.number + 1, pack=keep_current(found.board), because=because.strip(), begun_by=by
    )
    begun.save()
    for each in last.answers.all():
        each.pk, each.assessment, each.version, each._state.adding = None, begun, 1, True
        each.save()
    found.save()
    return begun
