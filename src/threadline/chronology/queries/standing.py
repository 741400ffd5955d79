"""Where the gathering of timelines stands, in sentences for the top of a review's overview."""

from django.utils import timezone

from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.chronology.queries.sources import AgencyLine, Sources, sources
from threadline.reviews.models import Review
from threadline.ui.words import plural

FEW = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def sentences(review: Review, viewer: User) -> list[str]:
    """How many timelines are in, which are late, how many entries there are: as far as a person may know it.

    Nothing for somebody who sees no agency but the own one: what waits for them is said elsewhere.
    """
    with review_scope(review):
        found = sources(review=review, viewer=viewer)
    if len(found.agencies) < 2:
        return []
    return [_how_many(found), *_late(found), *_entries(found)]


def _how_many(found: Sources) -> str:
    came = sum(bool(each.files) for each in found.agencies)
    whole = len(found.agencies)
    if came == whole:
        return f"All {_figure(whole).lower()} timelines are in."
    return f"{_figure(came)} of {_figure(whole).lower()} timelines {'is' if came == 1 else 'are'} in."


def _late(found: Sources) -> list[str]:
    return [
        f"The timeline of {each.contributor.agency} is {plural(days, 'day')} late."
        for each in found.agencies
        if (days := _days_late(each)) > 0
    ]


def _days_late(line: AgencyLine) -> int:
    due = line.contributor.due_on
    return 0 if line.files or due is None else (timezone.localdate() - due).days


def _entries(found: Sources) -> list[str]:
    waiting = [f"{plural(found.to_check, 'file waits', 'files wait')} to be checked."] if found.to_check else []
    if not found.may_read_chronology or not found.period:
        return waiting
    return [f"The chronology has {found.entries}, from {found.period}.", *waiting]


def _figure(number: int) -> str:
    return FEW[number] if number < len(FEW) else str(number)
