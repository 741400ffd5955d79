"""One referral: the facts on one side, the test on the other; correcting it, answering, taking it up again."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.domain.framework.pack import Limb
from threadline.threshold import actions
from threadline.threshold.forms.referral import AgainForm, AnswerForm, ReferralForm
from threadline.threshold.method import test_of
from threadline.threshold.models import Answer
from threadline.threshold.queries import referral as reading
from threadline.threshold.queries.register import rounds_of
from threadline.threshold.views.register import OfReferral, blamed


class ShowReferral(OfReferral):
    """The referral, its clocks, its test, what the answers add up to, and what comes next."""

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """The page."""
        found = reading.whole(self.referral)
        return self.draw("referral", found=found, may=reading.rights(referral=self.referral, viewer=self.viewer))


class ChangeReferral(OfReferral):
    """Correct what was recorded."""

    permission = Permission.REFERRAL_WRITE

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """The form as things stand."""
        return self.draw("change", form=ReferralForm(initial=ReferralForm.initial_of(self.referral), **self._pack()))

    def post(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """Correct it."""
        form = ReferralForm(request.POST, **self._pack())
        if form.is_valid():
            try:
                actions.change_referral(
                    by=self.viewer, referral=self.referral, version=form.cleaned_data["version"], facts=form.facts
                )
            except actions.Overtaken as overtaken:
                form.data = taken_up(request, self.referral.version)
                form.add_error(None, str(overtaken))
            except Refused as refused:
                form.add_error(blamed(refused), str(refused))
            else:
                return self.back("The referral is changed.")
        return self.draw("change", form=form)

    def _pack(self) -> dict[str, Any]:
        return {"triggers": test_of(rounds_of(self.referral)[-1]).triggers}


class AnswerQuestion(OfReferral):
    """One question of the test; then the next one that has no answer."""

    permission = Permission.REFERRAL_WRITE

    def get(self, request: HttpRequest, limb: str, **where: Any) -> HttpResponse:
        """The question, with its answer so far."""
        asked = self._asked(limb)
        return self._page(asked, AnswerForm(limb=asked, initial=AnswerForm.initial_of(self._held(limb))))

    def post(self, request: HttpRequest, limb: str, **where: Any) -> HttpResponse:
        """Answer it."""
        asked = self._asked(limb)
        form = AnswerForm(request.POST, limb=asked)
        if form.is_valid():
            said = {"limb": limb, "given": form.given, "version": form.cleaned_data["version"]}
            try:
                actions.answer(by=self.viewer, referral=self.referral, **said)
            except actions.Overtaken as overtaken:
                form.data = taken_up(request, held.version if (held := self._held(limb)) else 0)
                form.add_error(None, str(overtaken))
            except Refused as refused:
                form.add_error(_field(refused), str(refused))
            else:
                return self._onward(limb)
        return self._page(asked, form)

    def _asked(self, limb: str) -> Limb:
        asked = {each.id: each for each in test_of(rounds_of(self.referral)[-1]).limbs}
        if limb not in asked:
            raise Http404
        return asked[limb]

    def _held(self, limb: str) -> Answer | None:
        return next((each for each in rounds_of(self.referral)[-1].answers.all() if each.limb == limb), None)

    def _onward(self, limb: str) -> HttpResponse:
        """To the next question without an answer where "and the next" was pressed, else to the referral."""
        answered = {each.limb for each in rounds_of(self.referral)[-1].answers.all()} | {limb}
        after = [each.id for each in test_of(rounds_of(self.referral)[-1]).limbs if each.id not in answered]
        if "next" in self.request.POST and after:
            return redirect("referrals:answer", self.referral.board_id, self.referral.pk, after[0])
        return self.back("The answer is saved. See below what the answers add up to.", "#adds-up")

    def _page(self, asked: Limb, form: AnswerForm) -> HttpResponse:
        return self.draw("answer", form=form, limb=asked, held=self._held(asked.id))


def _field(refused: Refused) -> str | None:
    said = str(refused)
    pairs = (("who says so", "given_by"), ("what shows it", "evidence"), ("lies ahead", "dated_on"))
    return next((name for words, name in pairs if words in said), None)


class TakeUpAgain(OfReferral):
    """Taking the test up again after a decision, with a reason."""

    permission = Permission.REFERRAL_WRITE

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """What it would do."""
        return self.draw("again", form=AgainForm(initial={"version": self.referral.version}))

    def post(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """Take it up."""
        form = AgainForm(request.POST)
        if form.is_valid():
            try:
                actions.take_up_again(by=self.viewer, referral=self.referral, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back("The test is open again, with the answers as they were. The decision on them stands.")
        return self.draw("again", form=form)


def taken_up(request: HttpRequest, version: int) -> dict[str, Any]:
    """What was typed, to be sent again on top of what stands now."""
    data = request.POST.copy()
    data["version"] = str(version)
    return data  # type: ignore[return-value]  # a QueryDict
