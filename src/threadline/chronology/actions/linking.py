"""Which entries record one event: looking for pairs that may, and what people say of them. Nothing is ever merged."""

import logging
import re
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from threadline.access.acting import Refused, action, service_act
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.access.scope import across_reviews, review_scope
from threadline.accounts.models import User
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.models import Judgement, Row, Search, Suggestion
from threadline.chronology.queries import events
from threadline.chronology.records import Kept
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.linking import Account, Key, pair, suggest
from threadline.domain.chronology.linking import Suggestion as Found
from threadline.jobs.queue import enqueue
from threadline.reviews.models import Review
from threadline.ui.words import day

ISO = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
PATIENCE = timedelta(minutes=10)
log = logging.getLogger("threadline.chronology")
SAYS = Judgement.Says


@action(Permission.EVENT_LINK, records="chronology.pairs_asked_for")
def look_for_pairs(*, by: User, review: Review) -> None:
    """Have the chronology looked through for entries that may record one event, by the next free worker."""
    look_soon(review)


def look_soon(review: Review) -> None:
    """Have the chronology looked through once this act is done; called by the acts that change what is in it.

    Where a worker is to begin anyway nothing more is asked: it will see what is there then.
    """
    from threadline.chronology.jobs import find_pairs

    now = timezone.now()
    search = Search.objects.filter(review=review).first()
    if search is not None and search.waits and search.asked_at and search.asked_at > now - PATIENCE:
        return
    Search.objects.update_or_create(review=review, defaults={"asked_at": now, "failed": False})
    enqueue(find_pairs, review_id=str(review.pk))


def find_now(review_id: str) -> int:
    """Look through the chronology of a review and keep what is found in place of what was; how many pairs are asked.

    The looking writes nothing, so nobody waits for it; the keeping is one transaction.
    """
    with across_reviews(reason="A job knows a review by its id alone; it is put in scope next."):
        review = Review.objects.select_related("board").get(pk=review_id)
    begun = timezone.now()
    Search.objects.update_or_create(review=review, defaults={"begun_at": begun})
    try:
        with review_scope(review):
            return _find(review)
    except Exception:
        log.exception("A chronology could not be looked through")
        Search.objects.filter(review=review).update(failed=True, done_at=timezone.now())
        raise


def _find(review: Review) -> int:
    of = events.fingerprint(review)
    rows = list(Row.objects.filter(review=review, live=True).select_related("agency", "file__document"))
    accounts = [account_of(row) for row in rows]
    keys = {row.pk: account.key for row, account in zip(rows, accounts, strict=True)}
    judged = Judgement.objects.filter(review=review, says=SAYS.DIFFERENT).values_list("a_id", "b_id")
    refused = frozenset(pair(keys[a], keys[b]) for a, b in judged if a in keys and b in keys)
    tied = ((a, b) for several in events.tied(review).values() for a in several for b in several if a < b)
    held = frozenset(pair(keys[a], keys[b]) for a, b in tied if a in keys and b in keys)
    found = suggest(accounts, refused=refused, held=held)
    with service_act("chronology.pairs_found", review) as gathered:
        offered = _keep(review, rows, accounts, found)
        gathered.detail["pairs"] = offered
        Search.objects.filter(review=review).update(
            done_at=timezone.now(), of=of, entries=len(rows), failed=False
        )  # fmt: skip
    return offered


def account_of(row: Row) -> Account:
    """An entry as linking reads it. `row` has its agency, file and document."""
    reference = dict(Kept.of(row).fields).get(Meaning.SOURCE, "")
    file = row.file.name if row.file else ""
    time = f"{row.time_from:%H:%M}" if row.time_from else None
    agency = str(row.agency or "")
    return Account((file, str(row.pk), row.number), agency, row.earliest, row.latest, time, row.description, reference)


def _keep(review: Review, rows: list[Row], accounts: list[Account], found: Iterable[Found]) -> int:
    by_key: dict[Key, Row] = {account.key: row for row, account in zip(rows, accounts, strict=True)}
    tied = events.tied(review)
    made = []
    for one in found:
        a, b = sorted((by_key[one.a], by_key[one.b]), key=lambda row: row.pk)
        made.append((min(a.sort_key, b.sort_key), max(a.sort_key, b.sort_key), one, a, b))
    made.sort(key=lambda each: each[:2])
    Suggestion.objects.filter(review=review).delete()
    kept = [
        Suggestion(
            review=review, a=a, b=b, score=one.score, within=a.agency_id == b.agency_id, place=place, why=one.why,
            offered=b.pk not in tied.get(a.pk, ()),
            differences=_differences(one, first=by_key[one.a] is a),
        )
        for place, (_, _, one, a, b) in enumerate(made)
    ]  # fmt: skip
    Suggestion.objects.bulk_create(kept, batch_size=500)
    return sum(each.offered for each in kept)


def _differences(one: Found, *, first: bool) -> list[list[str]]:
    """Field, words of `a`, words of `b`, sentence: `first` says whether the suggestion's own first entry is `a`."""
    return [
        [
            each.field,
            *((each.words_a, each.words_b) if first else (each.words_b, each.words_a)),
            in_words(each.sentence),
        ]
        for each in one.contradictions
    ]


def in_words(text: str) -> str:
    """The text with days in figures ("2015-02-03") as days are said."""
    return ISO.sub(lambda found: day(date.fromisoformat(found[0])), text)


@action(Permission.EVENT_LINK, records="chronology.pair_judged")
def judge(*, by: User, review: Review, one: Row, other: Row, says: str) -> Judgement:
    """Say whether two entries record one event. "Not sure" may be made up later; another answer is first taken back.

    Raises Overtaken when somebody answered otherwise meanwhile, and Refused where the answer cannot stand beside an
    earlier one: all accounts of an event are of one event.
    """
    a, b = sorted((one, other), key=lambda row: row.pk)
    if says not in SAYS.values or a.pk == b.pk:
        raise Refused("Choose two entries, and one of the three answers.")
    if not (a.live and b.live):
        raise Refused("One of these entries is no longer in the chronology, so there is nothing to say of the two.")
    known = Judgement.objects.select_for_update(of=("self",)).select_related("by").filter(a=a, b=b).first()
    if known is not None and known.says != SAYS.UNSURE:
        if known.says == says:
            return known
        raise Overtaken(
            f"{known.by} said “{known.get_says_display()}” of these two entries already. "
            "Take that back first if it is wrong."
        )
    _stands_with_the_rest(review, a, b, says)
    if known is not None:
        known.delete()
    made = Judgement(review=review, a=a, b=b, says=says, by=by)
    made.save()
    changes().detail["says"] = says
    return made


def _stands_with_the_rest(review: Review, a: Row, b: Row, says: str) -> None:
    tied = events.tied(review)
    left, right = tied.get(a.pk, (a.pk,)), tied.get(b.pk, (b.pk,))
    if says == SAYS.DIFFERENT and b.pk in left:
        raise Refused("These two are tied through a third account. Take back the answer that ties one of them first.")
    if says != SAYS.SAME:
        return
    apart = Judgement.objects.filter(review=review, says=SAYS.DIFFERENT)
    if apart.filter(Q(a__in=left, b__in=right) | Q(a__in=right, b__in=left)).exists():
        raise Refused(
            "One of these is tied to an account that was said to be of a different event. "
            "Look at the answers given, and take back the one that is wrong."
        )


@action(Permission.EVENT_LINK, records="chronology.pair_taken_back")
def take_back(*, by: User, review: Review, judgement: Judgement) -> None:
    """Take an answer back: the two are asked about again. Raises Overtaken when it was taken back already."""
    found = Judgement.objects.filter(pk=judgement.pk).first()
    if found is None:
        raise Overtaken("This answer was taken back already.")
    changes().detail["says"] = found.says
    found.delete()
