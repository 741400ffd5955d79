"""The register of referrals of a Board, and where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.agencies.models import Board
from threadline.threshold import standing
from threadline.threshold.method import option, pack_of
from threadline.threshold.models import Assessment, Decision, Referral, Telling
from threadline.threshold.queries.duties import Duty, duties

WATCHED = ("notifiable_incident", "decision", "decision_told", "not_initiated_told")


@dataclass(frozen=True, slots=True)
class Entry:
    """One referral in the register: where it stands in words, and the clock that presses most."""

    referral: Referral
    stands: str
    tone: str
    pressing: Duty | None


def boards(*, viewer: User) -> QuerySet[Board]:
    """The Boards whose register a person may read."""
    return visible(viewer, Permission.REFERRAL_READ, Board.objects.order_by("name"))


def may_refer(*, board: Board, viewer: User) -> bool:
    """Whether a person may record a referral at a Board."""
    return may(viewer, Permission.REFERRAL_WRITE, board)


def referrals(*, viewer: User) -> QuerySet[Referral]:
    """The referrals that a person may read, with everything that says where each stands."""
    return visible(viewer, Permission.REFERRAL_READ, all_referrals())


def all_referrals() -> QuerySet[Referral]:
    """Every referral with everything that says where each stands: not for a page before the policy has filtered it."""
    live = Telling.objects.filter(out_at__isnull=True)
    decisions = Prefetch("decisions", Decision.objects.order_by("pk").prefetch_related(Prefetch("tellings", live)))
    rounds = Assessment.objects.order_by("number").prefetch_related("answers", "recommendations", decisions)
    return Referral.objects.select_related("board", "review").prefetch_related(Prefetch("assessments", rounds))


def register(*, board: Board, viewer: User) -> list[Entry]:
    """Every referral of a Board, the latest first."""
    return [entry_of(referral) for referral in referrals(viewer=viewer).filter(board=board)]


def entry_of(referral: Referral) -> Entry:
    """A referral of `referrals`, with where it stands."""
    present = rounds_of(referral)[-1]
    running = [
        duty for duty in duties_of(referral) if duty.clock.id in WATCHED and duty.reading.due and not duty.reading.met
    ]
    pressing = min(running, key=lambda duty: duty.reading.due, default=None)  # type: ignore[arg-type,return-value]  # due is set
    words, tone = _stands(referral, present)
    return Entry(referral, words, tone, pressing)


def rounds_of(referral: Referral) -> list[Assessment]:
    """The rounds of the test, first to last."""
    return sorted(referral.assessments.all(), key=lambda each: each.number)


def final_decisions(referral: Referral) -> list[Decision]:
    """The Chair's final decisions, first to last."""
    found = [(each, standing.decided(each)) for each in rounds_of(referral)]
    return [decision for _, decision in found if decision is not None]


def told_of(decision: Decision | None) -> Sequence[Telling]:
    """Who was told of a decision, those taken back left out."""
    return [each for each in decision.tellings.all() if each.out_at is None] if decision else []


def duties_of(referral: Referral, *, signed_off: date | None = None) -> list[Duty]:
    """The clocks of a referral of `referrals`; `signed_off` is when its review's report was."""
    decisions = final_decisions(referral)
    clocks = pack_of(rounds_of(referral)[-1]).clocks
    told = told_of(decisions[-1] if decisions else None)
    return duties(referral, clocks, decisions=decisions, told=told, signed_off=signed_off)


def _stands(referral: Referral, present: Assessment) -> tuple[str, str]:
    case = standing.case_of(referral, present)
    if case.decided:
        title = option(present, case.decided).title
        return (f"Decided: {title}. Review {referral.review}" if referral.review else f"Decided: {title}"), "done"
    if case.recommended:
        return "With the Chair", "waiting"
    if case.reading.complete:
        return "Ready for a recommendation", "due"
    return "Test to be answered", "due"
