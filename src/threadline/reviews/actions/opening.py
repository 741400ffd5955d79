"""Opening a review, and what its dates and agencies must be."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.agencies.models import Agency, Board
from threadline.domain.framework.pack import Pack
from threadline.domain.scope import period as rule
from threadline.reviews.method import keep_bundled, keep_for, pack_of
from threadline.reviews.models import ContributingAgency, Review
from threadline.reviews.queries import reference_is_taken

has_sent: list[Callable[[Review, Agency], bool]] = []
"""What later areas know of an agency's contribution: one that says yes keeps the agency in the review."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The incident and the period under review, with the reason where it is longer than recommended."""

    incident_on: date
    period_from: date
    period_to: date
    period_reason: str = ""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A review that was under way before it came here: when the Chair decided, and why no referral is on record."""

    decided_on: date
    because: str


def judge(dates: Dates, pack: Pack) -> rule.PeriodReading:
    """What the rule on the period says of these dates (2.1.c), under the limits of the pack of the review."""
    return rule.judge_period(
        dates.period_from, dates.period_to, incident=dates.incident_on, reason=dates.period_reason,
        recommended_months=pack.limit("period_recommended").amount,
        exceptional_months=pack.limit("period_exceptional").amount,
    )  # fmt: skip


@action(Permission.REVIEW_OPEN, records="reviews.opened", on="board")
def open_review(
    *, by: User, board: Board, reference: str, dates: Dates, under_way: UnderWay, agencies: Sequence[Agency] = (),
    new: Iterable[str] = (), pack: Pack | None = None,
) -> Review:  # fmt: skip
    """Open a review that is under way already; `new` names agencies that the Board has not had before.

    A review begins with the Chair's decision on a referral (2.1.a), which opens it. This is for one of which that was
    made elsewhere: it stays open in the method until referral and decision are on record here. It is pinned to `pack`,
    one that is offered to the Board, or else to the method that comes with Threadline.
    Raises Refused when the reference is taken, the period may not be agreed, or the decision is not as it must be.
    """
    if not dates.incident_on <= under_way.decided_on <= timezone.localdate():
        raise Refused("The Chair decided after the incident, and not later than today. Check the day of the decision.")
    if not under_way.because.strip():
        raise Refused("Say why there is no referral on record here, for example that the review began on paper.")
    review = opened(board=board, reference=reference, dates=dates, agencies=agencies, new=new, pack=pack)
    review.decided_on, review.opened_because = under_way.decided_on, under_way.because.strip()
    review.save()
    changes().stands_at = review
    return review


@action(Permission.REVIEW_OPEN, records="reviews.opened", on="board")
def commission(*, by: User, board: Board, reference: str, dates: Dates, decided_on: date, pack: Pack) -> Review:
    """Open the review that the Independent Chair's decision commissions, within that act. Raises Refused."""
    review = opened(board=board, reference=reference, dates=dates, pack=pack)
    review.decided_on = decided_on
    review.save()
    changes().stands_at = review
    return review


def opened(
    *, board: Board, reference: str, dates: Dates, agencies: Sequence[Agency] = (), new: Iterable[str] = (),
    pack: Pack | None = None,
) -> Review:  # fmt: skip
    """Open it, within an act that has asked the policy. Raises Refused."""
    if not any(letter.isdigit() for letter in reference):
        raise Refused("A reference has a number in it, for example R-2015-03, and names nobody.")
    taken = f"There is already a review with the reference {reference}. Choose another."
    if reference_is_taken(reference):
        raise Refused(taken)
    review = Review(board=board, reference=reference, pack=keep_for(board, pack) if pack else keep_bundled())
    try:
        refuse_unless_agreeable(dates, review)
        with transaction.atomic():
            settle(review, dates, agencies, new)
    except IntegrityError:
        raise Refused(taken) from None
    return review


def refuse_unless_agreeable(dates: Dates, review: Review) -> None:
    """Raise Refused, with the rule's sentences, for a period that may not be agreed (2.1.c)."""
    judged = judge(dates, pack_of(review))
    if not judged.may_be_agreed:
        raise Refused(" ".join(judged.sentences))


def settle(review: Review, dates: Dates, agencies: Sequence[Agency], new: Iterable[str] = ()) -> None:
    """Let the review go by these dates and agencies, within an act. Raises Refused.

    An agency left out no longer contributes; one that has sent a file stays, since its file is evidence.
    """
    review.incident_on, review.period_reason = dates.incident_on, dates.period_reason
    review.period_from, review.period_to = dates.period_from, dates.period_to
    review.save()
    wanted = [*agencies, *(agency_named(review.board, name) for name in new)]
    if strange := [agency for agency in wanted if agency.board_id != review.board_id]:
        raise Refused(f"{strange[0].name} is not an agency of this Board.")
    with review_scope(review):
        known = set(ContributingAgency.objects.values_list("agency", flat=True))
        for agency in {each.pk: each for each in wanted}.values():
            if agency.pk not in known:
                ContributingAgency(review=review, agency=agency).save()
        stays(review, wanted)
        ContributingAgency.objects.exclude(agency__in=wanted).delete()


def agency_named(board: Board, name: str) -> Agency:
    """The Board's agency of that name, made where there is none."""
    known = Agency.objects.filter(board=board, name__iexact=name).first()
    return known or Agency.objects.create(board=board, name=name)


def stays(review: Review, wanted: Iterable[Agency]) -> None:
    """Raise Refused where an agency that is not wanted any more has sent something: that is evidence."""
    leaving = ContributingAgency.objects.filter(review=review).exclude(agency__in=list(wanted))
    for contributor in leaving.select_related("agency"):
        if any(sent(review, contributor.agency) for sent in has_sent):
            raise Refused(f"{contributor.agency.name} has sent a file, so it stays an agency of this review.")
