"""What the threshold tells "My work" and a review's overview: referrals, national bodies, letters."""

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import may_anywhere
from threadline.access.scope import review_scope
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.domain.dates.working_days import count
from threadline.reviews.frame import Changed, Next
from threadline.reviews.models import Review
from threadline.threshold import standing
from threadline.threshold.models import Body, Letter, Referral
from threadline.threshold.queries import letters
from threadline.threshold.queries.register import duties_of, final_decisions, referrals, rounds_of, told_of
from threadline.ui.words import day


def at_boards(viewer: User) -> list[Next]:
    """The referrals that wait for the viewer, and those of which the viewer waits for others."""
    if not may_anywhere(viewer, Permission.REFERRAL_READ).exists():
        return []
    writes = set(may_anywhere(viewer, Permission.REFERRAL_WRITE).values_list("board_id", flat=True))
    told = []
    for referral in referrals(viewer=viewer).prefetch_related("advice"):
        told += _of_referral(referral, writes=referral.board_id in writes)
    return told


def _of_referral(referral: Referral, *, writes: bool) -> list[Next]:
    present = rounds_of(referral)[-1]
    case, due = standing.case_of(referral, present), _due(referral, "decision")
    name, here = referral.reference, [referral.board_id, referral.pk]
    if not case.decided:
        if case.recommended:
            page = "referrals:referral" if writes else "referrals:decide"
            return [_next(f"Decide on referral {name}", reverse(page, args=here), due, others=writes)]
        if case.reading.complete:
            href = reverse("referrals:recommend" if writes else "referrals:referral", args=here)
            return [_next(f"Record the threshold meeting’s recommendation on {name}", href, due, others=not writes)]
        href = reverse("referrals:referral", args=here)
        return [_next(f"Answer the threshold test for referral {name}", href, due, others=not writes)]
    return _after(referral, writes=writes)


def _after(referral: Referral, *, writes: bool) -> list[Next]:
    """What a decision leaves to be done: telling the national bodies, answering what they advise."""
    here, found = [referral.board_id, referral.pk], []
    told = {each.body for each in told_of(final_decisions(referral)[-1])}
    if silent := [body for body in Body if body not in told]:
        title = f"Tell {_and([body.label for body in silent])} of the decision on {referral.reference}"
        due = _due(referral, "decision_told")
        page = "referrals:tell" if writes else "referrals:referral"
        found.append(_next(title, reverse(page, args=here), due, others=not writes))
    if any(each.replied_on is None for each in referral.advice.all()):
        title = f"Answer the advice on referral {referral.reference}"
        found.append(_next(title, reverse("referrals:referral", args=here), None, others=not writes))
    return found


def _next(title: str, href: str, due: date | None, *, others: bool) -> Next:
    if due is None:
        return Next(title, href, others=others)
    late = due < timezone.localdate()
    status, tone = ("Late", "late") if late else (f"Due {day(due)}", "due")
    return Next(title, href, f"By {day(due)}.", status, tone, others=others, due=due)


def _due(referral: Referral, clock: str) -> date | None:
    return next((duty.reading.due for duty in duties_of(referral) if duty.clock.id == clock), None)


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def in_review(review: Review, viewer: User) -> list[Next]:
    """The letters to send, to remind of and to acknowledge."""
    roles = Standing(viewer, review)
    with review_scope(review):
        if roles.may(Permission.LETTER_SEND):
            return _to_send(review, roles)
        if roles.may_for_own_agency(Permission.LETTER_ACKNOWLEDGE):
            return _to_acknowledge(review, roles)
    return []


def asked_of(review: Review, viewer: User) -> list[Next]:
    """The letters that wait for the viewer's acknowledgement, for their own first page."""
    roles = Standing(viewer, review)
    if not roles.may_for_own_agency(Permission.LETTER_ACKNOWLEDGE):
        return []
    with review_scope(review):
        return _to_acknowledge(review, roles)


def _to_send(review: Review, roles: Standing) -> list[Next]:
    found = letters.rows(review=review, roles=roles)
    told = []
    page = reverse("threshold:letters", args=[review.reference])
    if unasked := [row for row in found if row.letter is None and row.sent_on is None]:
        hint = ", ".join(row.contributor.agency.name for row in unasked)
        task = reverse("threshold:task", args=[review.reference])
        told.append(Next(f"Ask {count(len(unasked), 'agency', 'agencies')} for a timeline by letter", task, hint))
    silent = [row for row in found if row.letter and not row.letter.acknowledged_at and row.sent_on is None]
    for row in silent:
        since = f"Sent on {day(row.letter.dated_on)}." if row.letter else ""
        title = f"{row.contributor.agency.name} to acknowledge its letter"
        told.append(Next(title, page, since, "Waiting", "waiting", others=True))
    return told


def _to_acknowledge(review: Review, roles: Standing) -> list[Next]:
    waiting = Letter.objects.filter(review=review, acknowledged_at__isnull=True).select_related("agency")
    mine = roles.visible(Permission.LETTER_ACKNOWLEDGE, waiting)
    return [
        Next(
            f"Read the letter to {letter.agency} and acknowledge it",
            reverse("threshold:letter", args=[review.reference, letter.pk]),
            f"{letter.get_kind_display()}, dated {day(letter.dated_on)}.",
        )
        for letter in mine
    ]


def changed_in(review: Review, viewer: User, since: datetime) -> list[Changed]:
    """Letters that others sent or acknowledged since then."""
    with review_scope(review):
        found = list(letters.letters(review=review, viewer=viewer))
    told = []
    for letter in found:
        href = reverse("threshold:letter", args=[review.reference, letter.pk])
        if letter.at > since and letter.by != viewer:
            told.append(Changed(letter.at, f"{letter.by} wrote to {letter.agency}", href))
        acknowledged = letter.acknowledged_at
        if acknowledged and acknowledged > since and letter.acknowledged_by != viewer:
            told.append(
                Changed(acknowledged, f"{letter.acknowledged_by} acknowledged the letter to {letter.agency}", href)
            )
    return told
