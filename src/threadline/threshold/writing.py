"""The letters of the pack, written for one referral or one agency, to be read before they go."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.accounts.models import User
from threadline.domain.dates.working_days import in_words
from threadline.domain.framework.wording import Written, fill
from threadline.reviews.method import pack_of
from threadline.reviews.models import Review
from threadline.threshold import method
from threadline.threshold.models import Decision, Referral

NOT_YET = "to be appointed"
LETTERS = {"tasking": "agency-tasking", "reminder": "agency-reminder"}


def decision_letter(referral: Referral, decision: Decision, *, contact: str, dated_on: date) -> Written:
    """The letter that tells the national bodies of a decision, as it reads now."""
    option = method.option(decision.assessment, decision.option)
    review = referral.review
    done = " ".join(
        part
        for part in (f"{option.title}.", decision.instead, decision.by_whom and f"Led by {decision.by_whom}.")
        if part
    )
    values = {
        "reference": review.reference if review else referral.reference,
        "board": referral.board.name,
        "today": in_words(dated_on),
        "incident_on": in_words(referral.incident_on),
        "decided_on": in_words(decision.decided_on),
        "grounds": " ".join(decision.sentences),
        "reasons": decision.reasons,
        "decision": done,
        "contact": contact,
        **(posts(review) if review else {}),
    }
    return fill(method.letter(method.pack_of(decision.assessment), option.letters[0]), values)


def posts(review: Review) -> Mapping[str, str]:
    """Who leads the review and who chairs its Panel, by name; "to be appointed" for a post that nobody holds."""
    held = RoleHolding.objects.active(at=timezone.now()).filter(
        review=review, role_key__in=("lead_reviewer", "panel_chair")
    )
    names: dict[str, list[str]] = {"lead_reviewer": [], "panel_chair": []}
    for holding in held.select_related("user").order_by("starts"):
        names[holding.role_key].append(str(holding.user))
    return {post: " and ".join(found) or NOT_YET for post, found in names.items()}


def agency_letter(
    review: Review, *, kind: str, agency: str, recipient: str, due_on: date, questions: str = "", contact: str,
    dated_on: date | None = None,
) -> Written:  # fmt: skip
    """The letter of that kind ("tasking", "reminder") to one agency, dated today unless another day is given."""
    values = {
        "reference": review.reference,
        "board": review.board.name,
        "today": in_words(dated_on or timezone.localdate()),
        "agency": agency,
        "recipient": recipient,
        "due_on": in_words(due_on),
        "period_from": in_words(review.period_from),
        "period_to": in_words(review.period_to),
        "questions": questions.strip() or "none beyond these.",
        "link": f"sign in to Threadline and open {reverse('chronology:sources', args=[review.reference])}",
        "contact": contact,
    }
    return fill(method.letter(pack_of(review), LETTERS[kind]), values)


def contact_of(user: User) -> str:
    """Whom the reader of a letter can ask: its sender, by name and address."""
    return f"{user.name}, {user.email}"
