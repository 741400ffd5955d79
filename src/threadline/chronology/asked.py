"""What questions to agencies and typed timelines bring to "My work": to answer, to read, to chase, to sign off."""

from collections.abc import Iterator

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import visible
from threadline.accounts.models import User
from threadline.chronology.models import Draft, Question
from threadline.reviews.frame import Next
from threadline.reviews.models import ContributingAgency, Review
from threadline.ui.words import day, plural

State = Question.State


def next_in(review: Review, viewer: User) -> Iterator[Next]:
    """What is to do, and what is waited for. Within the review's scope."""
    asked = ContributingAgency.objects.filter(review=review).select_related("agency")
    places = {each.agency_id: each for each in asked}
    yield from _to_answer(review, viewer, places)
    yield from _to_sign(review, viewer, places)
    yield from _to_follow(review, viewer, places)


Places = dict[object, ContributingAgency]


def _to_answer(review: Review, viewer: User, places: Places) -> Iterator[Next]:
    mine = visible(viewer, Permission.QUESTION_ANSWER, Question.objects.filter(review=review, state=State.ASKED))
    for each in mine.order_by().values("agency").annotate(count=Count("pk"), due=Min("due_on")):
        late = each["due"] < timezone.localdate()
        href = reverse("chronology:desk", args=[review.reference, places[each["agency"]].pk])
        yield Next(
            f"Answer {plural(each['count'], 'question')} about your agency's timeline", href,
            f"Due on {day(each['due'])}.", "Late" if late else f"Due {day(each['due'])}", "late" if late else "due",
            due=each["due"],
        )  # fmt: skip


def _to_sign(review: Review, viewer: User, places: Places) -> Iterator[Next]:
    waiting = Draft.objects.filter(review=review, state=Draft.State.TO_SIGN)
    for draft in visible(viewer, Permission.TIMELINE_SIGN, waiting):
        href = reverse("chronology:draft", args=[review.reference, draft.pk])
        yield Next("Read your agency's timeline and sign it off", href, "Somebody of your agency typed it here.")


def _to_follow(review: Review, viewer: User, places: Places) -> Iterator[Next]:
    """Answers to read, for whoever asks; and agencies that have not answered, which are waited for."""
    mine = visible(viewer, Permission.QUESTION_ASK, Question.objects.filter(review=review))
    counted = mine.order_by().values("agency").annotate(
        answered=Count("pk", filter=Q(state=State.ANSWERED)), asked=Count("pk", filter=Q(state=State.ASKED)),
        due=Min("due_on", filter=Q(state=State.ASKED)),
    )  # fmt: skip
    for each in counted:
        place = places[each["agency"]]
        href = reverse("chronology:agency_questions", args=[review.reference, place.pk])
        if each["answered"]:
            yield Next(f"Read {plural(each['answered'], 'answer')} of {place.agency}", href)
        if each["asked"]:
            late = each["due"] < timezone.localdate()
            yield Next(
                f"{plural(each['asked'], 'answer')} of {place.agency} to questions", href,
                f"Due on {day(each['due'])}.",
                "Late" if late else f"Due {day(each['due'])}", "late" if late else "due", others=True, due=each["due"],
            )  # fmt: skip
