"""In the worked example: questions asked and answered, a disputed fact, a glossary, a timeline being typed."""

from datetime import timedelta

from django.utils import timezone

from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.chronology.actions import aids, drafting, finding, questions
from threadline.chronology.models import Question, Row
from threadline.domain.chronology.entries import Meaning
from threadline.reviews.models import ContributingAgency, Review

POLICE, HEALTH = "Westmarch Police", "Westmarch Community Health"
ANSWER = "The strategy discussion was by telephone. Who took part is not recorded; the log has only the outcome."
CALL = {
    Meaning.DATE: "early March 2015", Meaning.EVENT: "Telephone call from the nursery about Tyler's speech.",
    Meaning.SOURCE: "Message book of the clinic", Meaning.PROFESSIONAL: "Nia Bracken, health visitor",
    Meaning.ACTION: "A visit was arranged for the week after.",
}  # fmt: skip


def ask_and_answer(lead: User, review: Review) -> None:
    """Through the same acts that people use; the Lead Reviewer's, and each agency's own people's."""
    finding.look_now(review)
    with review_scope(review):
        asked = ContributingAgency.objects.select_related("review__board", "agency")
        police, health = asked.get(agency__name=POLICE), asked.get(agency__name=HEALTH)
        _to_police(lead, review, police)
        _set_aside(lead, health)
        _read(lead, review, health)
    _typed(health)


def _to_police(lead: User, review: Review, police: ContributingAgency) -> None:
    raised = list(Question.objects.filter(agency=police.agency, rule="outcome-missing").order_by("mark"))
    answered = next(each for each in raised if "strategy" in each.sentence.casefold())
    found = [answered, next(each for each in raised if each != answered)]
    questions.choose_questions(by=lead, review=review, questions=[each.pk for each in found])
    text = (
        "Thank you for your timeline. Reading it beside the others, we have two questions. None of them is a "
        "criticism: they are asked of every agency in the same way."
    )
    due = timezone.localdate() + timedelta(days=14)
    questions.ask_agency(by=lead, contributor=police, text=text, due_on=due, seen=len(found))
    first = Question.objects.select_related("review__board", "agency").get(pk=answered.pk)
    author = User.objects.get(email="ian@threadline.example")
    questions.answer(by=author, question=first, text=ANSWER, version=first.version)


def _set_aside(lead: User, health: ContributingAgency) -> None:
    because = "The agency's form has no column for it; asked once, by telephone."
    questions.set_check_aside(by=lead, contributor=health, check="columns-left-out", because=because)


def _read(lead: User, review: Review, health: ContributingAgency) -> None:
    aids.keep_abbreviation(by=lead, review=review, short="PoP", means="Person on probation")
    aids.expect_contact(by=lead, contributor=health, every=42, says="The child in need plan of December 2014")
    entry = Row.objects.filter(live=True, agency=health.agency, description__icontains="bruis").order_by("sort_key")
    row = entry.select_related("review__board", "agency").first()
    if row is not None:
        note = "The mother says that she told the health visitor of it herself, before the nursery did."
        aids.mark_fact(by=lead, row=row, state="disputed", note=note)


def _typed(health: ContributingAgency) -> None:
    """The health visitor types what her file left out; her manager has not signed it off yet."""
    author = User.objects.get(email="nia@threadline.example")
    with review_scope(health.review):
        draft = drafting.begin_draft(by=author, contributor=health)
        drafting.type_row(by=author, draft=draft, said=CALL)
        drafting.send_to_sign(by=author, draft=draft, version=draft.version)
