"""The scope: read, prepared part by part, proposed, agreed; its versions, and what differs between them."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.reviews import actions
from threadline.reviews.forms.scoping import PARTS, BecauseForm, DecideForm
from threadline.reviews.models import Scope
from threadline.reviews.queries import scope as queries


class ReadScope(ReviewView):
    """The scope that the review goes by, as a document; the version being prepared, and all versions."""

    permission = Permission.REVIEW_READ
    reads = "reviews.scope_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        found = queries.to_show(review=self.review, viewer=self.viewer)
        every = list(queries.versions(review=self.review, viewer=self.viewer))
        self.shows(*([found.scope] if found else []), *every)
        return self.page(
            "reviews/scope.html",
            {
                "found": found,
                "versions": every,
                "opened": next((each for each in every if each.state in ("draft", "proposed")), None),
                "may_begin": queries.may_begin(review=self.review, viewer=self.viewer),
            },
        )


class BeginScope(ReviewView):
    """Begin the next version."""

    permission = Permission.SCOPE_WRITE
    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Begin it, and go to it."""
        try:
            made = actions.begin_scope(by=self.viewer, review=self.review)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("reviews:scope", self.review.reference)
        messages.success(request, f"{made} is begun. Change what is to be changed, then propose it.")
        return redirect("reviews:scope_version", self.review.reference, made.number)


class OfVersion(ReviewView):
    """A page about one version."""

    permission = Permission.SCOPE_READ
    reads = "reviews.scope_read"
    scope: Scope

    def target(self, *, number: int, **where: Any) -> Model:  # type: ignore[override]  # the address's own part
        """The version."""
        related = Scope.objects.select_related(*queries.PEOPLE).prefetch_related(*queries.RELATED)
        self.scope = self.one(related, number=number)
        return self.scope

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the version on it."""
        self.shows(self.scope)
        return self.page(f"reviews/{template}.html", {"scope": self.scope, **context})

    def back(self, said: str) -> HttpResponse:
        """To the version, saying what was done."""
        messages.success(self.request, said)
        return redirect("reviews:scope_version", self.review.reference, self.scope.number)

    def refused(self, form: Any, refused: Refused) -> None:
        """Say in the form why it could not be done; what was typed stays, and can be saved over what stands now."""
        if isinstance(refused, actions.Overtaken):
            now = Scope.objects.get(pk=self.scope.pk)
            form.data = {**{key: form.data.getlist(key) if key == "agencies" else form.data[key] for key in form.data},
                         "version": str(now.version)}  # fmt: skip
        form.add_error(None, str(refused))


class ReadVersion(OfVersion):
    """One version, with what may be done with it."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        return self.draw("scope_version", found=queries.shown(self.scope, viewer=self.viewer, whole=True))


class CompareVersions(OfVersion):
    """What differs between a version and an earlier one."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The differences, marked. Compared with the version agreed before, unless `with` names another."""
        wanted = request.GET.get("with", "")
        number = int(wanted) if wanted.isdecimal() and len(wanted) < 6 else None
        found = queries.changes(later=self.scope, viewer=self.viewer, with_number=number)
        if found is None:
            raise Http404
        earlier, parts = found
        self.shows(earlier)
        every = list(queries.versions(review=self.review, viewer=self.viewer))
        return self.draw("scope_changes", earlier=earlier, parts=parts, versions=every)


class WritePart(OfVersion):
    """Write a part of a version that is being prepared."""

    permission = Permission.SCOPE_WRITE

    def get(self, request: HttpRequest, *, part: str, **kwargs: Any) -> HttpResponse:
        """The part as it stands."""
        return self._page(part, self._form(part, initial={"version": self.scope.version}))

    def post(self, request: HttpRequest, *, part: str, **kwargs: Any) -> HttpResponse:
        """Save it; or, with `more`, show the form again with room for one more."""
        if "more" in request.POST:
            typed = request.POST.dict()
            room = {"count": str(int(typed.get("count", "0") or 0) + 1)} if typed.get("count", "").isdecimal() else {}
            return self._page(part, self._form(part, initial={**typed, **room}, more=True))
        form = self._form(part, request.POST)
        if form.is_valid():
            try:
                version = form.cleaned_data["version"]
                actions.write_scope(by=self.viewer, scope=self.scope, version=version, said=form.value())
            except Refused as refused:
                self.refused(form, refused)
            else:
                return self.back(f"“{form.title}” is saved.")
        return self._page(part, form)

    def _form(self, part: str, *args: Any, **options: Any) -> Any:
        if part not in PARTS:
            raise Http404
        return PARTS[part](*args, scope=self.scope, **options)

    def _page(self, part: str, form: Any) -> HttpResponse:
        return self.draw("scope_part", form=form, part=part)


class ProposeScope(OfVersion):
    """Put a version up for agreement."""

    permission = Permission.SCOPE_WRITE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What will happen, and why it is asked."""
        return self._page(BecauseForm(initial={"version": self.scope.version, "because": self.scope.because}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Propose it."""
        form = BecauseForm(request.POST)
        if form.is_valid():
            try:
                actions.propose_scope(by=self.viewer, scope=self.scope, **form.cleaned_data)
            except Refused as refused:
                self.refused(form, refused)
            else:
                return self.back(
                    f"{self.scope} is proposed. The Independent Chair or the Panel Chair can agree it now."
                )
        return self._page(form)

    def _page(self, form: BecauseForm) -> HttpResponse:
        return self.draw("scope_propose", form=form, found=queries.shown(self.scope, viewer=self.viewer, whole=True))


class DecideScope(OfVersion):
    """Agree a version, or send it back."""

    permission = Permission.SCOPE_AGREE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The choice."""
        return self._page(DecideForm(initial={"version": self.scope.version, "agreed_on": timezone.localdate()}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Decide."""
        form = DecideForm(request.POST)
        if form.is_valid():
            try:
                return self.back(self._decide(**form.cleaned_data))
            except Refused as refused:
                self.refused(form, refused)
        return self._page(form)

    def _decide(self, *, version: int, decision: str, agreed_on: Any, meeting: str, because: str) -> str:
        known = {"by": self.viewer, "scope": self.scope, "version": version}
        if decision == DecideForm.RETURN:
            actions.return_scope(because=because, **known)
            return f"{self.scope} went back to be changed."
        actions.agree_scope(agreed_on=agreed_on, meeting=meeting, **known)
        return f"{self.scope} is the scope of the review now. Its period and its agencies are in force."

    def _page(self, form: DecideForm) -> HttpResponse:
        return self.draw("scope_decide", form=form, found=queries.shown(self.scope, viewer=self.viewer, whole=True))


class SetAsideScope(OfVersion):
    """Give up a version that is being prepared."""

    permission = Permission.SCOPE_WRITE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What it would do."""
        return self.draw("scope_set_aside", form=BecauseForm(initial={"version": self.scope.version}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Set it aside."""
        form = BecauseForm(request.POST)
        if form.is_valid():
            try:
                actions.set_aside_scope(by=self.viewer, scope=self.scope, **form.cleaned_data)
            except Refused as refused:
                self.refused(form, refused)
            else:
                return self.back(f"{self.scope} is set aside. What was agreed before stands.")
        return self.draw("scope_set_aside", form=form)
