"""Telling the national bodies of a decision, with the letter ready to read; their advice and the Board's answer."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.documents.views import attached_as
from threadline.threshold import actions
from threadline.threshold.forms.telling import AdviceForm, BecauseForm, ReplyForm, TellForm
from threadline.threshold.models import Advice, Telling
from threadline.threshold.queries import referral as reading
from threadline.threshold.views.register import OfReferral
from threadline.threshold.word import TYPE, as_word
from threadline.threshold.writing import contact_of, decision_letter


class Tell(OfReferral):
    """The letter as it reads now, and the record that it went."""

    permission = Permission.BODIES_TELL

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """The letter and the form; not there before there is a decision."""
        return self._page(self._form(initial={"version": self.referral.version}))

    def post(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """Record it."""
        form = self._form(request.POST, request.FILES)
        if form.is_valid():
            try:
                made = actions.tell(
                    by=self.viewer, referral=self.referral, version=form.cleaned_data["version"], told=form.told
                )
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                names = " and ".join(each.get_body_display() for each in made)
                return self.back(f"It is recorded that {names} had the letter.", "#told")
        return self._page(form)

    @property
    def found(self) -> reading.Whole:
        """The referral with its decision. Raises Http404 where there is none."""
        found = reading.whole(self.referral)
        if found.told_about is None:
            raise Http404
        return found

    def _form(self, *args: Any, **options: Any) -> TellForm:
        found = self.found
        keeps = self.referral.review_id is not None
        return TellForm(*args, decision=found.told_about, not_told=list(found.not_told), keeps_files=keeps, **options)

    def _page(self, form: TellForm) -> HttpResponse:
        found = self.found
        return self.draw("tell", form=form, found=found, letter=letter_of(self, found))


def letter_of(page: OfReferral, found: reading.Whole) -> Any:
    """The letter of the latest decision as it reads today."""
    if found.told_about is None:
        raise Http404
    contact = contact_of(page.viewer)
    return decision_letter(page.referral, found.told_about, contact=contact, dated_on=timezone.localdate())


class DecisionAsWord(OfReferral):
    """The letter to the national bodies as a Word document, to be sent."""

    permission = Permission.BODIES_TELL
    reads = "threshold.letter_taken"

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """Its bytes."""
        letter = letter_of(self, reading.whole(self.referral))
        self.shows(self.referral)
        return word_answer(letter.subject, letter.text, f"{self.referral.reference} decision.docx")


def word_answer(subject: str, text: str, name: str) -> HttpResponse:
    """A letter as a Word document to keep."""
    response = HttpResponse(as_word(subject, text), content_type=TYPE)
    response.headers["Content-Disposition"] = attached_as(name)
    return response


class TakeBack(OfReferral):
    """Taking back that a body was told."""

    permission = Permission.BODIES_TELL
    telling: Telling

    def target(self, *, telling: UUID, **where: Any) -> Model:
        """The referral the record is of."""
        referral = super().target(**where)
        kept = Telling.objects.filter(out_at__isnull=True, decision__assessment__referral=referral)
        self.telling = self.one(kept.select_related("decision__assessment__referral__board"), pk=telling)
        return referral

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """What it would do."""
        return self.draw("take_back", form=BecauseForm(), telling=self.telling)

    def post(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """Take it back."""
        form = BecauseForm(request.POST)
        if form.is_valid():
            try:
                actions.take_back(by=self.viewer, telling=self.telling, because=form.cleaned_data["because"])
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back(f"The record is taken back. {self.telling.get_body_display()} is still to be told.")
        return self.draw("take_back", form=form, telling=self.telling)


class RecordAdvice(OfReferral):
    """What a national body advises."""

    permission = Permission.BODIES_TELL

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """The form."""
        return self.draw("advice", form=AdviceForm())

    def post(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """Record it."""
        form = AdviceForm(request.POST)
        if form.is_valid():
            try:
                actions.record_advice(by=self.viewer, referral=self.referral, **form.cleaned_data)
            except Refused as refused:
                form.add_error("received_on", str(refused))
            else:
                return self.back("The advice is recorded. The Board answers it with its reasons.", "#advice")
        return self.draw("advice", form=form)


class ReplyToAdvice(OfReferral):
    """The Board's answer to advice, with its reasons."""

    permission = Permission.BODIES_TELL
    advice: Advice

    def target(self, *, advice: UUID, **where: Any) -> Model:
        """The referral the advice is about."""
        referral = super().target(**where)
        self.advice = self.one(Advice.objects.filter(referral=referral).select_related("referral__board"), pk=advice)
        return referral

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """The form."""
        return self.draw("reply", form=ReplyForm(), advice=self.advice)

    def post(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """Record it."""
        form = ReplyForm(request.POST)
        if form.is_valid():
            said = {**form.cleaned_data, "followed": form.cleaned_data["followed"] == "yes"}
            try:
                actions.reply_to_advice(by=self.viewer, advice=self.advice, **said)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back("The Board's answer is recorded.", "#advice")
        return self.draw("reply", form=form, advice=self.advice)
