"""What the chronology tells of the method's requirements: the checks that a framework pack names."""

from collections import Counter

from django.db.models import Count, Q
from django.urls import reverse

from threadline.chronology.models import KeyEvent, Row
from threadline.chronology.queries.key_events import MUST, lacking
from threadline.domain.chronology.entries import Meaning
from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.registry import CHECKS
from threadline.reviews.models import Review
from threadline.ui.words import plural

PERSON = Q(data__contains=f'["{Meaning.PROFESSIONAL}","') | Q(data__contains=f'["{Meaning.PRESENT}","')


@CHECKS.check("chronology.actors_recorded")
def actors_recorded(review: Review) -> Outcome:
    """Whether the entries say who did what: the person, the agency and the source, each in a field of its own (1.l).

    Agency and source are on every entry; the person is there where the agency's timeline has a column for it.
    """
    link = reverse("chronology:merged", args=[review.reference])
    live = Row.objects.filter(review=review, live=True)
    found = live.aggregate(entries=Count("pk"), named=Count("pk", filter=PERSON))
    entries, without = found["entries"], found["entries"] - found["named"]
    if not entries:
        return Outcome.not_met("The chronology has no entry yet.", link=link)
    if not without:
        return Outcome.met(f"All {plural(entries, 'entry', 'entries')} name person, agency and source.", link=link)
    who = "does not say in a field of its own" if without == 1 else "do not say in a field of their own"
    of = f"{without:,} of {plural(entries, 'entry', 'entries')} {who} which person acted."
    return Outcome.not_met("Agency and source are on every entry.", of, link=link)


@CHECKS.check("analysis.key_events_explained")
def key_events_explained(review: Review) -> Outcome:
    """1.h: each key event has what was done or left undone, the decision, who made it, and why it made sense then.

    Within the review's scope. Who reads where a review stands need not be a reader of its chronology, so the reasons
    count key events and never quote them.
    """
    link = reverse("chronology:key_events", args=[review.reference])
    events = list(KeyEvent.objects.filter(review=review).exclude(state=KeyEvent.State.SET_ASIDE))
    if not events:
        return Outcome.not_met("No key event is marked yet.", link=link)
    live = set(Row.objects.filter(pk__in=[each.row_id for each in events], live=True).values_list("pk", flat=True))
    lacks = Counter(_listed(missing) for each in events if (missing := lacking(each, MUST)))
    reasons = [
        f"{plural(count, 'key event')} {'does' if count == 1 else 'do'} not say {what} yet."
        for what, count in lacks.items()
    ]
    if gone := sum(each.row_id not in live for each in events):
        reasons.append(f"The {'entry' if gone == 1 else 'entries'} of {plural(gone, 'key event')} left the chronology.")
    if reasons:
        return Outcome.not_met(*reasons, link=link)
    return Outcome.met(f"{plural(len(events), 'key event')} explained.", link=link)


def _listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
