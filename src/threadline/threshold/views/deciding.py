"""The threshold meeting's recommendation and the Independent Chair's decision."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.threshold import actions
from threadline.threshold.forms.deciding import DecideForm, OptionForm, RecommendForm, opening_of
from threadline.threshold.method import test_of
from threadline.threshold.queries import referral as reading
from threadline.threshold.views.register import OfReferral


class Choosing(OfReferral):
    """What a page that chooses among the pack's decisions shares: the test in sight, and the answers it rests on."""

    permission = Permission.REFERRAL_READ
    template = ""
    form_class: type[OptionForm]

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """The form, as proposed so far."""
        found = reading.whole(self.referral)
        initial = {"version": self.referral.version, **opening_of(self.referral, found.recommendation)}
        initial["decided_on"] = timezone.localdate()
        return self._page(found, self._form(found, initial=initial))

    def post(self, request: HttpRequest, **where: Any) -> HttpResponse:
        """Record it."""
        found = reading.whole(self.referral)
        form = self._form(found, request.POST)
        if form.is_valid():
            try:
                return self.back(self.act(form, form.cleaned_data["version"]))
            except Refused as refused:
                form.add_error(_field(refused, form), str(refused))
        return self._page(found, form)

    def act(self, form: Any, version: int) -> str:
        """Do it; what was done, in a sentence."""
        raise NotImplementedError

    def _form(self, found: reading.Whole, *args: Any, **options: Any) -> OptionForm:
        return self.form_class(*args, choices=found.choices, review_is_open=found.case.review_is_open, **options)

    def _page(self, found: reading.Whole, form: OptionForm) -> HttpResponse:
        hints = {each.id: each.says for each in test_of(found.present).options}
        return self.draw(self.template, form=form, found=found, hints=hints)


class Recommend(Choosing):
    """What the threshold meeting recommends, and who took part."""

    permission = Permission.THRESHOLD_RECOMMEND
    template = "recommend"
    form_class = RecommendForm

    def act(self, form: Any, version: int) -> str:
        """Record the recommendation."""
        actions.recommend(by=self.viewer, referral=self.referral, version=version, proposal=form.proposal)
        return "The recommendation is recorded. The Independent Chair decides next."


class Decide(Choosing):
    """The Chair's decision."""

    permission = Permission.THRESHOLD_DECIDE
    template = "decide"
    form_class = DecideForm

    def act(self, form: Any, version: int) -> str:
        """Record the decision; one to commission opens the review."""
        made = actions.decide(
            by=self.viewer, referral=self.referral, version=version, ruling=form.ruling, opening=form.opening
        )
        if not made.final:
            return "Your request is recorded. The month to decide goes on running."
        if form.opening:
            return f"Review {form.opening.reference} is open. Next, the national bodies are told of your decision."
        return "The decision is recorded. Next, the national bodies are told."


def _field(refused: Refused, form: OptionForm) -> str | None:
    """The field that a refusal is about, where the form has it."""
    said = str(refused)
    pairs = (
        ("reference", "reference"), ("period", "period_from"), ("which other kind", "other_what"),
        ("leads the other", "other_whom"), ("found out", "ask_what"), ("who is asked", "ask_whom"),
        ("took part", "took_part"), ("meeting met", "met_on"), ("day of the decision", "decided_on"),
        ("decision cannot be earlier", "decided_on"),
    )  # fmt: skip
    return next((name for words, name in pairs if words in said and name in form.fields), None)
