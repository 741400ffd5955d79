"""An agency's own part: its timeline, the form to fill in, and the questions it was asked."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.chronology.actions import questions as acts
from threadline.chronology.forms import resend
from threadline.chronology.forms.questions import AnswerForm
from threadline.chronology.models import Question
from threadline.chronology.queries import desk
from threadline.chronology.queries import questions as listing
from threadline.chronology.views.questions import OfContributor
from threadline.reviews.models import ContributingAgency


class Desk(OfContributor):
    """What is asked of the agency, what it has sent, and what it types here."""

    permission = Permission.AGENCY_DESK
    reads = "chronology.desk_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        return self.draw("desk", {"found": desk.desk(contributor=self.contributor, viewer=self.viewer)})


class Answer(ReviewView):
    """One question to the agency, answered beside its row."""

    permission = Permission.QUESTION_ANSWER
    reads = "chronology.questions_read"
    question: Question

    def target(self, **where: Any) -> Model:
        """The question, or 404."""
        related = Question.objects.select_related("review__board", "agency", "message")
        self.question = self.one(related, pk=where["question"])
        return self.question

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The question with its rows, and the answer so far."""
        said = {"text": self.question.answer, "version": self.question.version}
        return self._page(AnswerForm(initial=said))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Answer it."""
        form = AnswerForm(request.POST)
        if form.is_valid():
            try:
                acts.answer(by=self.viewer, question=self.question, **form.cleaned_data)
            except Refused as refused:
                form.add_error("text", str(refused))
                resend(form, version=Question.objects.values_list("version", flat=True).get(pk=self.question.pk))
        if not form.is_valid():
            return self._page(form)
        messages.success(request, "Thank you. The answer stands beside the row, and whoever asked is told.")
        return redirect("chronology:desk", self.review.reference, self._contributor().pk)

    def _contributor(self) -> ContributingAgency:
        found: ContributingAgency = ContributingAgency.objects.get(review=self.review, agency=self.question.agency_id)
        return found

    def _page(self, form: AnswerForm) -> HttpResponse:
        self.shows(self.question)
        line = listing.line_of(question=self.question, viewer=self.viewer)
        return self.page("chronology/answer.html", {"line": line, "form": form, "contributor": self._contributor()})
