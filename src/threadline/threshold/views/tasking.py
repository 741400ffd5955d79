"""Inside a review: why it was commissioned, and the letters to its agencies."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.access.within import Standing
from threadline.reviews.models import ContributingAgency
from threadline.threshold import actions
from threadline.threshold.actions.tasking import fault
from threadline.threshold.forms.tasking import RemindForm, TaskForm
from threadline.threshold.models import Letter
from threadline.threshold.queries import commissioning, letters
from threadline.threshold.views.telling import word_answer
from threadline.threshold.writing import agency_letter, contact_of


class Commissioning(ReviewView):
    """Why the review was commissioned: the test, the decision, who was told, what they advised."""

    permission = Permission.THRESHOLD_READ
    reads = "threshold.commissioning_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        told = commissioning.of_review(review=self.review, viewer=self.viewer)
        if told is None:
            raise Http404
        self.shows(self.review, *([told.found.referral] if told.found else []))
        return self.page("threshold/commissioning.html", {"told": told, "found": told.found})


class Letters(ReviewView):
    """Which agency was asked, acknowledged, sent, or is late. An agency's people see their own."""

    permission = Permission.LETTER_READ
    reads = "threshold.letters_read"

    def _check(self, target: Model) -> None:
        if not Standing(self.viewer, self.review).may_for_own_agency(Permission.LETTER_READ):
            super()._check(target)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        rows = letters.rows(review=self.review, roles=Standing(self.viewer, self.review))
        self.shows(self.review, *(row.letter for row in rows if row.letter))
        return self.page(
            "threshold/letters.html",
            {
                "rows": rows,
                "said": letters.summary(rows),
                "may_send": letters.may_send(review=self.review, viewer=self.viewer),
                "unasked": [row for row in rows if row.letter is None],
            },
        )


class Task(ReviewView):
    """Asking agencies by letter: choose, read every letter, send."""

    permission = Permission.LETTER_SEND
    reads = "threshold.letters_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form, for the agencies that no letter has gone to."""
        return self._page(TaskForm(contributors=self._unasked()))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show the letters, or send them once they were read, or go back to the form."""
        form = TaskForm(request.POST, contributors=self._unasked())
        if form.is_valid() and (wrong := fault(form.asking, today=timezone.localdate())):
            form.add_error("due_on", wrong)
        if not form.is_valid() or request.POST.get("step") == "edit":
            return self._page(form)
        return self._send(form) if request.POST.get("step") == "send" else self._preview(form)

    def _send(self, form: TaskForm) -> HttpResponse:
        try:
            made = actions.task(by=self.viewer, review=self.review, asking=form.asking)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(form)
        messages.success(
            self.request,
            f"{len(made)} letters are sent. Each agency’s author is told that one waits, and sees it here.",
        )
        return redirect("threshold:letters", self.review.reference)

    def _preview(self, form: TaskForm) -> HttpResponse:
        asking = form.asking
        agencies = {each.pk: each.agency.name for each in form.contributors}
        written = [
            agency_letter(
                self.review, kind="tasking", agency=agencies[pk], recipient=recipient, due_on=asking.due_on,
                questions=asking.questions, contact=contact_of(self.viewer),
            )
            for pk, recipient in asking.recipients.items()
        ]  # fmt: skip
        return self.page(
            "threshold/preview.html", {"letters": written, "kept": kept(self.request), "send": "Send the letters"}
        )

    def _unasked(self) -> list[ContributingAgency]:
        rows = letters.rows(review=self.review, roles=Standing(self.viewer, self.review))
        return [row.contributor for row in rows if row.letter is None]

    def _page(self, form: TaskForm) -> HttpResponse:
        return self.page("threshold/task.html", {"form": form})


def kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be sent again once it was read."""
    return [(name, value) for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "step")]


class Remind(ReviewView):
    """Reminding one agency: read the reminder, send it."""

    permission = Permission.LETTER_SEND
    reads = "threshold.letters_read"
    contributor: ContributingAgency

    def target(self, *, contributor: UUID) -> Model:  # type: ignore[override]  # the address's own part
        """The agency of this review."""
        self.contributor = self.one(
            ContributingAgency.objects.select_related("agency", "review__board"), pk=contributor
        )
        return self.contributor

    def get(self, request: HttpRequest, contributor: UUID) -> HttpResponse:
        """Whom it addresses: as the letter did."""
        asked = letters.letters(review=self.review, viewer=self.viewer).filter(agency=self.contributor.agency).first()
        return self._page(RemindForm(initial={"recipient": asked.recipient if asked else ""}))

    def post(self, request: HttpRequest, contributor: UUID) -> HttpResponse:
        """Show the reminder, or send it."""
        form = RemindForm(request.POST)
        if not form.is_valid() or request.POST.get("step") == "edit":
            return self._page(form)
        if request.POST.get("step") != "send":
            return self._preview(form)
        try:
            actions.remind(by=self.viewer, contributor=self.contributor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(form)
        messages.success(request, f"{self.contributor.agency} is reminded.")
        return redirect("threshold:letters", self.review.reference)

    def _preview(self, form: RemindForm) -> HttpResponse:
        if self.contributor.due_on is None:
            form.add_error(None, f"{self.contributor.agency} has not been asked by letter yet. Ask it first.")
            return self._page(form)
        written = agency_letter(
            self.review, kind="reminder", agency=self.contributor.agency.name, due_on=self.contributor.due_on,
            recipient=form.cleaned_data["recipient"], contact=contact_of(self.viewer),
        )  # fmt: skip
        return self.page(
            "threshold/preview.html", {"letters": [written], "kept": kept(self.request), "send": "Send the reminder"}
        )

    def _page(self, form: RemindForm) -> HttpResponse:
        return self.page("threshold/remind.html", {"form": form, "contributor": self.contributor})


class OfLetter(ReviewView):
    """A page about one letter."""

    permission = Permission.LETTER_READ
    reads = "threshold.letter_read"
    letter: Letter

    def target(self, *, letter: UUID) -> Model:  # type: ignore[override]  # the address's own part
        """The letter."""
        found = Letter.objects.select_related("review__board", "agency", "by", "acknowledged_by")
        self.letter = self.one(found, pk=letter)
        return self.letter


class ShowLetter(OfLetter):
    """A letter as it went."""

    def get(self, request: HttpRequest, letter: UUID) -> HttpResponse:
        """The page."""
        self.shows(self.letter)
        may = letters.may_acknowledge(letter=self.letter, viewer=self.viewer)
        return self.page("threshold/letter.html", {"letter": self.letter, "may_acknowledge": may})


class LetterAsWord(OfLetter):
    """A letter as a Word document."""

    reads = "threshold.letter_taken"

    def get(self, request: HttpRequest, letter: UUID) -> HttpResponse:
        """Its bytes."""
        self.shows(self.letter)
        name = f"{self.review.reference} letter of {self.letter.dated_on.isoformat()}.docx"
        return word_answer(self.letter.subject, self.letter.text, name)


class Acknowledge(OfLetter):
    """Acknowledging a letter for one's agency."""

    permission = Permission.LETTER_ACKNOWLEDGE
    http_method_names = ("post",)

    def post(self, request: HttpRequest, letter: UUID) -> HttpResponse:
        """Acknowledge it, or say why that cannot be."""
        try:
            actions.acknowledge(by=self.viewer, letter=self.letter)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "Thank you. The Board sees that your agency has the letter.")
        return redirect("threshold:letter", self.review.reference, self.letter.pk)
