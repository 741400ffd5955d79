"""Questions to agencies: chosen, set aside with a reason, asked in one message, answered, settled."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.actions.finding import digest
from threadline.chronology.models import Question, QuestionMessage, QuestionRow, Row
from threadline.chronology.telling import tell_agency, tell_owner
from threadline.reviews.models import ContributingAgency, Review

State = Question.State
NOT_DECIDED = (State.RAISED, State.CHOSEN)
MOST_AT_ONCE = 500


@action(Permission.QUESTION_ASK, records="chronology.questions_chosen")
def choose_questions(*, by: User, review: Review, questions: Iterable[UUID], chosen: bool = True) -> int:
    """Put questions in the next message to their agency, or take them out of it again; how many were moved."""
    start, end = (State.RAISED, State.CHOSEN) if chosen else (State.CHOSEN, State.RAISED)
    return _move(review, questions, (start,), state=end, owner=by if chosen else None)


@action(Permission.QUESTION_ASK, records="chronology.questions_set_aside")
def set_aside(*, by: User, review: Review, questions: Iterable[UUID], because: str) -> int:
    """Set questions aside, with a reason; they are not raised again. How many were. Raises Refused without a reason."""
    return _move(review, questions, NOT_DECIDED, state=State.SET_ASIDE, **_decided(by, because))


@action(Permission.QUESTION_ASK, records="chronology.questions_set_aside", on="contributor")
def set_check_aside(*, by: User, contributor: ContributingAgency, check: str, because: str) -> int:
    """Set aside all that one check raises about an agency and nobody has chosen. Raises Refused without a reason."""
    waiting = Question.objects.filter(
        review=contributor.review_id, agency=contributor.agency_id, rule=check, state=State.RAISED
    )
    count: int = waiting.update(state=State.SET_ASIDE, version=F("version") + 1, **_decided(by, because))
    changes().detail["count"] = count
    return count


def _decided(by: User, because: str) -> dict[str, object]:
    if not because.strip():
        raise Refused("Say why. The reason is kept, and the question is not raised again.")
    return {"because": because.strip(), "decided_by": by, "decided_at": timezone.now()}


def _move(review: Review, questions: Iterable[UUID], states: Sequence[str], **values: object) -> int:
    keys = list(questions)[:MOST_AT_ONCE]
    if not keys:
        raise Refused("Choose one or more questions.")
    movable = Question.objects.filter(review=review, pk__in=keys, state__in=states)
    count: int = movable.update(version=F("version") + 1, **values)
    if not count:
        raise Overtaken("Somebody decided these questions while this page was open. Look at the list again.")
    changes().detail["count"] = count
    return count


@action(Permission.QUESTION_ASK, records="chronology.question_added", on="row")
def add_question(*, by: User, row: Row, text: str) -> Question:
    """Put a reviewer's own question about an entry in the next message to its agency. Raises Refused."""
    if not text.strip():
        raise Refused("Write the question.")
    agency = row.agency
    if agency is None or not row.live:
        raise Refused("Only an entry of the chronology can be asked about.")
    mark = digest(f"{row.pk}|{text.strip()}")
    if Question.objects.filter(review=row.review, agency=agency, rule="", mark=mark).exists():
        raise Refused("This question about this entry is there already.")
    question = Question(
        review=row.review, agency=agency, mark=mark, sentence=text.strip(), state=State.CHOSEN, owner=by
    )
    question.save()
    QuestionRow(question=question, row=row).save()
    return question


@action(Permission.QUESTION_ASK, records="chronology.questions_asked", on="contributor")
def ask_agency(*, by: User, contributor: ContributingAgency, text: str, due_on: date, seen: int) -> QuestionMessage:
    """Send an agency the questions chosen for it, as one message whose text the sender has read and may have changed.

    `seen` is how many questions stood in it when it was read. The agency's people are told in words that name nobody;
    the text is for them to read behind their sign-in. Raises Refused, and Overtaken where questions came or went.
    """
    chosen = Question.objects.filter(review=contributor.review, agency=contributor.agency, state=State.CHOSEN)
    count = chosen.count()
    if not count:
        raise Refused("No question is chosen for this agency.")
    if count != seen:
        raise Overtaken("Questions were added or taken out while you read the message. Read it again, then send it.")
    if due_on < timezone.localdate():
        raise Refused("Choose a day from today on by which the agency should answer.")
    if not text.strip():
        raise Refused("Write the message.")
    message = QuestionMessage(
        review=contributor.review, agency=contributor.agency, text=text.strip(), due_on=due_on, sent_by=by
    )
    message.save()
    chosen.update(state=State.ASKED, message=message, due_on=due_on, version=F("version") + 1)
    changes().detail["count"] = count
    tell_agency(contributor, due_on)
    return message


@action(Permission.QUESTION_ANSWER, records="chronology.question_answered", on="question")
def answer(*, by: User, question: Question, text: str, version: int) -> Question:
    """Answer a question to one's agency. It can be changed until it is settled. Raises Overtaken, Refused."""
    question = _current(question, version)
    if question.state not in (State.ASKED, State.ANSWERED):
        raise Refused("This question is settled, so its answer stands as it is.")
    if not text.strip():
        raise Refused("Write the answer. If it is not recorded anywhere, that is an answer: say so.")
    question.answer, question.answered_by, question.answered_at = text.strip(), by, timezone.now()
    question.state = State.ANSWERED
    question.save()
    if question.owner is not None:
        tell_owner(question, question.owner)
    return question


@action(Permission.QUESTION_ASK, records="chronology.question_settled", on="question")
def settle(*, by: User, question: Question, note: str, version: int) -> Question:
    """Say that a question needs nothing more: answered, or settled another way, as the note says. Raises Refused."""
    question = _current(question, version)
    if question.state not in (State.ASKED, State.ANSWERED):
        raise Refused("Only a question that was asked can be settled.")
    if question.state == State.ASKED and not note.strip():
        raise Refused("The agency has not answered. Say how the question was settled.")
    question.state, question.because = State.SETTLED, note.strip()
    question.decided_by, question.decided_at = by, timezone.now()
    question.save()
    return question


@action(Permission.QUESTION_ASK, records="chronology.question_brought_back", on="question")
def take_up_again(*, by: User, question: Question, version: int) -> Question:
    """Take up a question again: one set aside is to be looked at, one answered or settled goes in the next message."""
    question = _current(question, version)
    if question.state not in (State.SET_ASIDE, State.ANSWERED, State.SETTLED):
        raise Refused("This question is open already.")
    question.state = State.RAISED if question.state == State.SET_ASIDE else State.CHOSEN
    question.owner = question.owner or by
    question.because, question.decided_by, question.decided_at = "", None, None
    question.save()
    return question


def _current(question: Question, version: int) -> Question:
    related = ("review", "agency", "owner")
    found = Question.objects.select_for_update(of=("self",)).select_related(*related).get(pk=question.pk)
    if found.version != version:
        raise Overtaken("Somebody changed this question while you had it open. Look at it again; your text is kept.")
    found.version += 1
    return found
