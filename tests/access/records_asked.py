"""Questions to agencies, what agencies type and sign off, and what helps to read: for the reach tests."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.db.models import Model
from tests.access.records import FILE_STATES, Placed, _file, _row, _turn, makes

from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.reviews.models import Review

QUESTION_STATES = {
    "raised": set(), "chosen": set(), "set_aside": set(), "asked": {"asked"}, "answered": {"asked", "answered"},
    "settled": {"asked", "answered"},
}  # fmt: skip


def _message(review: Review, agency: Agency, person: User) -> Model:
    from threadline.chronology.models import QuestionMessage

    made = QuestionMessage(review=review, agency=agency, text="Dear all", due_on=date(2016, 1, 1), sent_by=person)
    made.save()
    return made


def _question(review: Review, agency: Agency, person: User, state: str) -> Model:
    from threadline.chronology.models import Question

    sent = "asked" in QUESTION_STATES[state]
    made = Question(
        review=review, agency=agency, mark=uuid.uuid4().hex, sentence="Who was there?", state=state,
        because="Known" if state == "set_aside" else "", message=_message(review, agency, person) if sent else None,
        due_on=date(2016, 1, 1) if sent else None,
    )  # fmt: skip
    made.save()
    return made


@makes("chronology.QuestionMessage")
def _messages(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_message(review, agency, person), review.board, review, agency, frozenset({"asked"}))


@makes("chronology.Question")
def _questions(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    for state, states in QUESTION_STATES.items():
        yield Placed(_question(review, agency, person, state), review.board, review, agency, frozenset(states))


@makes("chronology.QuestionRow")
def _question_rows(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import QuestionRow

    for state, states in QUESTION_STATES.items():
        question = _question(review, agency, person, state)
        made = QuestionRow(question=question, row=_row(review, agency, live=True))
        made.save()
        yield Placed(made, review.board, review, agency, frozenset(states))


DRAFT_STATES = {"writing": {"open"}, "to_sign": {"to_sign"}, "signed": set()}


@makes("chronology.Draft")
def _drafts(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_draft(review, agency, person, "signed"), review.board, review, agency)


def _draft(review: Review, agency: Agency, person: User, state: str) -> Model:
    from threadline.chronology.models import Draft

    made = Draft(review=review, agency=agency, state=state, begun_by=person)
    made.save()
    return made


@makes("chronology.DraftEntry")
def _draft_entries(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import DraftEntry

    writing = _draft(review, agency, person, "writing")
    yield Placed(writing, review.board, review, agency, frozenset({"open"}))
    for draft, states in ((writing, {"open"}), (_draft(review, agency, person, "signed"), set())):
        made = DraftEntry(draft=draft, said={"event": "A visit."}, sort_key="0", by=person)
        made.save()
        yield Placed(made, review.board, review, agency, frozenset(states))


@makes("chronology.SignOff")
def _sign_offs(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import SignOff

    for state in ("to_check", "accepted"):
        made = SignOff(file=_file(review, agency, person, state), by=person)
        made.save()
        yield Placed(made, review.board, review, agency, frozenset(FILE_STATES[state] - {"open"}))


@makes("chronology.Abbreviation")
def _abbreviations(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import Abbreviation

    made = Abbreviation(review=review, short=f"A{next(_turn)}", means="Something", by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("chronology.ExpectedContact")
def _expected(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import ExpectedContact

    made = ExpectedContact(review=review, agency=agency, every=28, says="The plan", by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("chronology.FactMark")
def _fact_marks(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import FactMark

    made = FactMark(row=_row(review, agency, live=True), state="disputed", note="The mother says no", by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("chronology.Rewording")
def _rewordings(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import Rewording

    row = _row(review, agency, live=True)
    made = Rewording(row=row, find="Tylor", instead="Tyler", because="Misspelled", by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("chronology.DayOrder")
def _day_orders(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import DayOrder

    day = date(2015, 2, 3)
    made = DayOrder(review=review, first=day, last=day, rows=[], because="As the log has it", by=person)
    made.save()
    yield Placed(made, review.board, review)
