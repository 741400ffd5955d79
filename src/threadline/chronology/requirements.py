"""What the chronology tells of the method's requirements."""

from django.db.models import Count, Q
from django.urls import reverse

from threadline.chronology.models import Row
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
