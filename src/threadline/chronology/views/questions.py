"""Questions to agencies: what the checks raise, the next message, one question with its answer."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.chronology.actions import finding
from threadline.chronology.actions import questions as acts
from threadline.chronology.forms import resend
from threadline.chronology.forms.questions import (
    AsideForm,
    MessageForm,
    OwnQuestionForm,
    PickForm,
    SettleForm,
    first_due,
)
from threadline.chronology.method import checks
from threadline.chronology.models import Question, Row
from threadline.chronology.queries import questions as listing
from threadline.chronology.views.merged import as_uuid
from threadline.reviews.models import ContributingAgency
from threadline.ui.words import day, plural

State = Question.State


class Questions(ReviewView):
    """Every agency with how its questions stand; and the button that goes through the timelines again."""

    permission = Permission.QUESTION_ASK
    reads = "chronology.questions_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The list."""
        found = listing.agencies(review=self.review, viewer=self.viewer, today=timezone.localdate())
        return self.page("chronology/questions.html", {"found": found, "checks": list(checks(self.review).values())})

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Go through the timelines."""
        done = finding.look_for_questions(by=self.viewer, review=self.review)
        said = "The timelines were gone through." if done else "The timelines are being gone through. Look again soon."
        messages.success(request, said)
        return redirect("chronology:questions", self.review.reference)


class OfContributor(ReviewView, base=True):
    """A page about one agency of the review."""

    contributor: ContributingAgency

    def target(self, **where: Any) -> Model:
        """The agency's part, or 404."""
        related = ContributingAgency.objects.select_related("review__board", "agency")
        self.contributor = self.one(related, pk=where["contributor"])
        return self.contributor

    def draw(self, template: str, context: dict[str, Any]) -> HttpResponse:
        """The page, with the agency on it."""
        self.shows(self.contributor)
        return self.page(f"chronology/{template}.html", {"contributor": self.contributor, **context})


class AgencyQuestions(OfContributor):
    """One agency: the next message, what was asked and answered, and what the checks raise."""

    permission = Permission.QUESTION_ASK
    reads = "chronology.questions_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        about: dict[str, Any] = {"contributor": self.contributor, "viewer": self.viewer}
        shown = {
            "chosen": listing.in_state(states=[State.CHOSEN], **about),
            "answered": listing.in_state(states=[State.ANSWERED], **about),
            "asked": listing.in_state(states=[State.ASKED], **about),
            "settled": listing.in_state(states=[State.SETTLED], **about),
            "checks": listing.of_checks(**about), "sent": listing.messages(**about),
        }  # fmt: skip
        return self.draw("agency_questions", shown)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take one question out of the next message."""
        try:
            one = as_uuid(request.POST.get("question", ""))
            acts.choose_questions(by=self.viewer, review=self.review, questions=[one] if one else [], chosen=False)
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("chronology:agency_questions", self.review.reference, self.contributor.pk)


class CheckQuestions(OfContributor):
    """What one check raises about an agency: choose what to ask, or set it aside with a reason."""

    permission = Permission.QUESTION_ASK
    reads = "chronology.questions_read"

    def get(self, request: HttpRequest, *, rule: str, **kwargs: Any) -> HttpResponse:
        """The list, fifty at a time."""
        return self._page(rule, None)

    def post(self, request: HttpRequest, *, rule: str, **kwargs: Any) -> HttpResponse:
        """Choose, or set aside."""
        form = PickForm(request.POST, lines=self._lines(rule))
        if not form.is_valid():
            return self._page(rule, form)
        try:
            if request.POST.get("act") == "aside":
                because = form.cleaned_data["because"]
                count = acts.set_aside(by=self.viewer, review=self.review, questions=form.picked, because=because)
                said = f"{plural(count, 'question is', 'questions are')} set aside."
            else:
                count = acts.choose_questions(by=self.viewer, review=self.review, questions=form.picked)
                said = f"{plural(count, 'question is', 'questions are')} in the next message to {self.contributor}."
        except Refused as refused:
            form.add_error("because" if "why" in str(refused) else None, str(refused))
            return self._page(rule, form)
        messages.success(request, said)
        return redirect("chronology:agency_questions", self.review.reference, self.contributor.pk)

    def _lines(self, rule: str) -> list[listing.Line]:
        return listing.in_state(contributor=self.contributor, viewer=self.viewer, states=[State.RAISED], rule=rule)

    def _page(self, rule: str, form: PickForm | None) -> HttpResponse:
        check = checks(self.review).get(rule)
        if check is None:
            raise Http404
        lines = self._lines(rule)
        aside = listing.in_state(contributor=self.contributor, viewer=self.viewer, states=[State.SET_ASIDE], rule=rule)
        shown = {"check": check, "form": form or PickForm(lines=lines), "lines": lines, "aside": aside}
        return self.draw("check_questions", shown)


class CheckAside(OfContributor):
    """All that a check raises about an agency set aside at once."""

    permission = Permission.QUESTION_ASK
    reads = "chronology.questions_read"

    def get(self, request: HttpRequest, *, rule: str, **kwargs: Any) -> HttpResponse:
        """What it would do."""
        return self._page(rule, AsideForm())

    def post(self, request: HttpRequest, *, rule: str, **kwargs: Any) -> HttpResponse:
        """Do it."""
        form = AsideForm(request.POST)
        if not form.is_valid():
            return self._page(rule, form)
        because = form.cleaned_data["because"]
        count = acts.set_check_aside(by=self.viewer, contributor=self.contributor, check=rule, because=because)
        messages.success(request, f"{plural(count, 'question is', 'questions are')} set aside, and not raised again.")
        return redirect("chronology:agency_questions", self.review.reference, self.contributor.pk)

    def _page(self, rule: str, form: AsideForm) -> HttpResponse:
        check = checks(self.review).get(rule)
        if check is None:
            raise Http404
        return self.draw("check_aside", {"check": check, "form": form})


class Message(OfContributor):
    """The message to an agency, read and changed before it is sent."""

    permission = Permission.QUESTION_ASK
    reads = "chronology.questions_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The message as it would be sent; back to the agency where nothing is chosen."""
        chosen = self._chosen()
        if not chosen:
            return redirect("chronology:agency_questions", self.review.reference, self.contributor.pk)
        text = listing.draft_message(contributor=self.contributor, chosen=chosen, due=day(first_due()))
        return self._page(MessageForm(initial={"text": text, "due_on": first_due(), "seen": len(chosen)}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Send it."""
        form = MessageForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        said = form.cleaned_data
        try:
            acts.ask_agency(by=self.viewer, contributor=self.contributor, **said)
        except Refused as refused:
            form.add_error("due_on" if "day from today" in str(refused) else None, str(refused))
            resend(form, seen=len(self._chosen()))
            return self._page(form)
        messages.success(request, f"{self.contributor} was told that there are questions, in words that name nobody.")
        return redirect("chronology:agency_questions", self.review.reference, self.contributor.pk)

    def _chosen(self) -> list[listing.Line]:
        return listing.in_state(contributor=self.contributor, viewer=self.viewer, states=[State.CHOSEN], most=500)

    def _page(self, form: MessageForm) -> HttpResponse:
        return self.draw("question_message", {"form": form})


class OneQuestion(ReviewView):
    """One question: its rows, its answer, and what settles it."""

    permission = Permission.QUESTION_ASK
    reads = "chronology.questions_read"
    question: Question

    def target(self, **where: Any) -> Model:
        """The question, or 404."""
        related = Question.objects.select_related("review__board", "agency", "message")
        self.question = self.one(related, pk=where["question"])
        return self.question

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        return self._page(SettleForm(initial={"version": self.question.version}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Settle it, or take it up again."""
        form = SettleForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        said = form.cleaned_data
        try:
            if request.POST.get("act") == "again":
                acts.take_up_again(by=self.viewer, question=self.question, version=said["version"])
                messages.success(request, "The question is taken up again.")
            else:
                acts.settle(by=self.viewer, question=self.question, **said)
                messages.success(request, "The question is settled.")
        except Refused as refused:
            form.add_error("note", str(refused))
            return self._page(form)
        return redirect("chronology:question", self.review.reference, self.question.pk)

    def _page(self, form: SettleForm) -> HttpResponse:
        self.shows(self.question)
        contributor = ContributingAgency.objects.filter(review=self.review, agency=self.question.agency_id).first()
        line = listing.line_of(question=self.question, viewer=self.viewer)
        return self.page("chronology/question.html", {"line": line, "form": form, "contributor": contributor})


class AskAboutEntry(ReviewView):
    """A reviewer's own question about one entry."""

    permission = Permission.QUESTION_ASK
    reads = "chronology.source_read"
    row: Row

    def target(self, **where: Any) -> Model:
        """The entry, or 404."""
        rows = Row.objects.filter(live=True, is_entry=True).select_related("review__board", "agency")
        self.row = self.one(rows, pk=where["row"])
        return self.row

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form."""
        return self._page(OwnQuestionForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Put it in the next message."""
        form = OwnQuestionForm(request.POST)
        if form.is_valid():
            try:
                acts.add_question(by=self.viewer, row=self.row, text=form.cleaned_data["text"])
            except Refused as refused:
                form.add_error("text", str(refused))
        if not form.is_valid():
            return self._page(form)
        messages.success(request, f"The question is in the next message to {self.row.agency}.")
        return redirect("chronology:source", self.review.reference, self.row.pk)

    def _page(self, form: OwnQuestionForm) -> HttpResponse:
        self.shows(self.row)
        return self.page("chronology/ask_about.html", {"form": form, "row": self.row})
