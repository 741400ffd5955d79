"""Going through the timelines with the checks: what they find becomes questions that wait to be looked at.

The looking takes seconds where there are ten thousand entries, so it is done outside the transaction that writes.
"""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from threadline.access.acting import action, service_act
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.chronology.asking import findings
from threadline.chronology.models import Question, QuestionRow, Row
from threadline.domain.chronology.checks import Finding
from threadline.jobs.queue import enqueue
from threadline.reviews.models import ContributingAgency, Review

MOST_AT_ONCE = 500
AT_ONCE = 2000
Key = tuple[str, str]


@action(Permission.QUESTION_ASK, records="chronology.questions_looked_for")
def look_for_questions(*, by: User, review: Review) -> bool:
    """Have every agency's entries gone through with the checks; True where it is done by the time this returns.

    What was chosen, asked or set aside stays as it is; what the checks no longer find, and nobody decided, goes.
    """
    if Row.objects.filter(review=review, live=True).count() > AT_ONCE:
        check_soon(review)
        return False
    transaction.on_commit(lambda: look_now(review))
    return True


def check_soon(review: Review) -> None:
    """Have it done by the next free worker, once this act is done: a timeline came into the chronology or left it."""
    from threadline.chronology.jobs import find_questions

    enqueue(find_questions, review_id=str(review.pk))


def look_now(review: Review) -> None:
    """Go through every agency's entries, and write down what waits to be looked at."""
    with review_scope(review):
        asked = ContributingAgency.objects.filter(review=review).select_related("agency")
        found = [(each.agency, findings(review, each.agency)) for each in asked]
    with service_act("chronology.questions_found", review):
        Review.objects.select_for_update().get(pk=review.pk)
        for agency, of_agency in found:
            _keep(review, agency, {(each.check, digest(each.mark)): each for each in of_agency})
        waiting = Question.objects.filter(review=review, state=Question.State.RAISED)
        changes().detail["found"] = waiting.count()


def _keep(review: Review, agency: Agency, wanted: dict[Key, Finding]) -> None:
    of_agency = Question.objects.filter(review=review, agency=agency).exclude(rule="")
    known = {(each.rule, each.mark): each for each in of_agency}
    waits = Question.State.RAISED
    gone = [each.pk for key, each in known.items() if each.state == waits and key not in wanted]
    for start in range(0, len(gone), MOST_AT_ONCE):
        Question.objects.filter(pk__in=gone[start : start + MOST_AT_ONCE]).delete()
    new = [
        Question(review=review, agency=agency, rule=key[0], mark=key[1], sentence=each.sentence)
        for key, each in wanted.items() if key not in known
    ]  # fmt: skip
    Question.objects.bulk_create(new, batch_size=MOST_AT_ONCE)
    _say_rows([*new, *(each for key, each in known.items() if key in wanted)], wanted)


def _say_rows(questions: Sequence[Question], wanted: dict[Key, Finding]) -> None:
    """Which rows each question is about, said anew: an older one's row may stand in a corrected file by now."""
    for start in range(0, len(questions), MOST_AT_ONCE):
        QuestionRow.objects.filter(question__in=questions[start : start + MOST_AT_ONCE]).delete()
    about = [
        QuestionRow(question=question, row_id=UUID(row), place=place)
        for question in questions
        for place, row in enumerate(wanted[question.rule, question.mark].rows)
    ]
    there = set(Row.objects.filter(live=True).values_list("pk", flat=True)) if about else set()
    QuestionRow.objects.bulk_create([each for each in about if each.row_id in there], batch_size=MOST_AT_ONCE)


def digest(mark: str) -> str:
    """A mark as it is kept: of one length, and saying nothing."""
    return hashlib.sha256(mark.encode()).hexdigest()
