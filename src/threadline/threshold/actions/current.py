"""A referral as it stands, locked for an act, and refused where somebody else was quicker."""

from threadline.access.acting import Refused
from threadline.domain.threshold.course import Case
from threadline.threshold.models import Assessment, Referral
from threadline.threshold.standing import case_of


class Overtaken(Refused):
    """Somebody else changed the referral since it was looked at."""


def locked(referral: Referral, version: int | None = None) -> Referral:
    """The referral, locked until the act ends and one version on. Raises Overtaken where it is past `version`."""
    found = Referral.objects.select_for_update(of=("self",)).select_related("board", "review").get(pk=referral.pk)
    if version is not None and found.version != version:
        raise Overtaken(
            "Somebody changed this referral while this page was open. Look at what it says now, then send yours again."
        )
    found.version += 1
    return found


def round_of(referral: Referral) -> Assessment:
    """The round of answers that is open, or the last one decided."""
    found: Assessment = referral.assessments.order_by("-number").first()  # type: ignore[assignment]  # one from the start
    return found


def standing(referral: Referral) -> tuple[Assessment, Case]:
    """The present round and where the referral stands by it."""
    present = round_of(referral)
    return present, case_of(referral, present)


def refuse(sentence: str) -> None:
    """Raise Refused with the sentence, where there is one."""
    if sentence:
        raise Refused(sentence)
