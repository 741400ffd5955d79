"""Whom the chronology tells of what, in words that name nobody: agencies of questions, owners of answers."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.roles import AGENCY_APPROVER, SAAR_AUTHOR, Role
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.chronology.models import Question
from threadline.notices import kinds
from threadline.notices.actions import tell
from threadline.reviews.models import ContributingAgency, Review

QUESTIONS = kinds.Kind(
    "chronology.questions", "{{ reference }}: questions about your agency's timeline, by {{ due_on }}",
    "There are questions about the timeline of your agency in review {{ reference }}. Please answer them by "
    "{{ due_on }}. They are behind your sign-in: {{ link }}",
)  # fmt: skip
ANSWER = kinds.Kind(
    "chronology.answer", "{{ reference }}: an agency has answered",
    "An agency has answered a question in review {{ reference }}. You can read it here: {{ link }}",
)  # fmt: skip
TO_SIGN = kinds.Kind(
    "chronology.to_sign", "{{ reference }}: your agency's timeline is ready to be signed off",
    "The timeline of your agency in review {{ reference }} is ready for you to read and sign off: {{ link }}",
)  # fmt: skip
SIGNED = kinds.Kind(
    "chronology.signed", "{{ reference }}: your agency's timeline is signed off",
    "The timeline of your agency in review {{ reference }} is signed off and has been sent: {{ link }}",
)  # fmt: skip
RETURNED = kinds.Kind(
    "chronology.returned", "{{ reference }}: your agency's timeline needs changes before it is signed off",
    "Whoever signs off the timeline of your agency in review {{ reference }} asks for changes: {{ link }}",
)  # fmt: skip


def register() -> None:
    """Declare the kinds of notice."""
    kinds.register(QUESTIONS, ANSWER, TO_SIGN, SIGNED, RETURNED)


def people_at(review: Review, agency: Agency, role: Role) -> QuerySet[User]:
    """Who holds a role for an agency in a review now."""
    held = RoleHolding.objects.active(at=timezone.now())
    return User.objects.filter(pk__in=held.filter(review=review, agency=agency, role_key=role.key).values("user"))


def desk(review: Review, contributor: object) -> str:
    """The page where an agency works on its part."""
    return reverse("chronology:desk", args=[review.reference, contributor])


def tell_agency(contributor: ContributingAgency, due_on: date) -> int:
    """Tell an agency's authors that there are questions."""
    people = people_at(contributor.review, contributor.agency, SAAR_AUTHOR)
    link = desk(contributor.review, contributor.pk)
    return tell(people, QUESTIONS.key, review=contributor.review, link=link, due_on=due_on)


def tell_owner(question: Question, owner: User) -> int:
    """Tell whoever follows a question up that it was answered."""
    link = reverse("chronology:question", args=[question.review.reference, question.pk])
    once = f"{question.pk}-{question.version}"
    return tell([owner], ANSWER.key, review=question.review, link=link, once=once)


def tell_of_draft(kind: kinds.Kind, contributor: ContributingAgency, once: str) -> int:
    """Tell an agency's people how its typed timeline stands: who signs off that it is ready, the author the rest."""
    role = AGENCY_APPROVER if kind is TO_SIGN else SAAR_AUTHOR
    people = people_at(contributor.review, contributor.agency, role)
    link = desk(contributor.review, contributor.pk)
    return tell(people, kind.key, review=contributor.review, link=link, once=once)
