"""One's own part and declaration; declarations on paper; safe recruitment; what the Independent Chair decides."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.panel import actions, method
from threadline.panel.actions.access import undecided
from threadline.panel.forms.independence import DeclarationForm, RecruitmentForm
from threadline.panel.forms.members import BecauseForm
from threadline.panel.queries import members, part
from threadline.panel.queries.part import Part
from threadline.panel.views.members import OfMember


class OwnPart(ReviewView):
    """What the viewer's posts in the review let them see, until when, and what is asked of them."""

    permission = Permission.INDEPENDENCE_DECLARE
    reads = "panel.own_part_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        parts = part.of(review=self.review, viewer=self.viewer)
        self.shows(*(each.sits.member for each in parts if each.sits))
        return self.page("panel/part.html", {"parts": parts})


class Declare(ReviewView):
    """Signing one's own declaration of independence for a post."""

    permission = Permission.INDEPENDENCE_DECLARE
    reads = "panel.own_part_read"
    part: Part

    def target(self, *, post: str) -> Model:  # type: ignore[override]  # the address's own part
        """The review, in which the viewer serves in this post."""
        own = part.of(review=self.review, viewer=self.viewer)
        serving = [each for each in own if each.post == post and (each.sits is None or each.sits.member.serving)]
        if not serving:
            raise Http404
        self.part = serving[0]
        return super().target()

    def get(self, request: HttpRequest, post: str) -> HttpResponse:
        """The questions, with what was signed last."""
        signed = self.part.sits.signed if self.part.sits else None
        return self._page(self._form(initial=DeclarationForm.initial_of(signed)))

    def post(self, request: HttpRequest, post: str) -> HttpResponse:
        """Sign it."""
        form = self._form(request.POST)
        if form.is_valid():
            name = form.cleaned_data["signed_name"]
            try:
                member = actions.declare(
                    by=self.viewer, review=self.review, post=post, answers=form.answers(), signed_name=name
                )
            except Refused as refused:
                form.add_error("signed_name", str(refused))
            else:
                left = actions.why_suspended(member)
                opened = "Nothing was found that links you to the case, so the review is open to you."
                messages.success(request, f"Your declaration is signed. {left or opened}")
                return redirect("panel:part", self.review.reference)
        return self._page(form)

    def _form(self, data: Any = None, **options: Any) -> DeclarationForm:
        questions = method.questions(self.review, self.part.post)
        return DeclarationForm(data, questions=questions, on_paper=False, **options)

    def _page(self, form: DeclarationForm) -> HttpResponse:
        if self.part.sits:
            self.shows(self.part.sits.member)
        name = self.part.sits.member.name if self.part.sits else self.viewer.name
        return self.page("panel/declare.html", {"form": form, "part": self.part, "name": name})


class OnPaper(OfMember):
    """Recording a declaration that somebody without an account signed on paper."""

    def target(self, *, member: UUID) -> Model:
        """The member, who has no account and serves."""
        found = super().target(member=member)
        if self.member.user is not None or not self.member.serving:
            raise Http404
        return found

    def get(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """The questions."""
        return self.draw("paper", form=self._form(initial={"version": self.member.version}))

    def post(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """Record it."""
        form = self._form(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            try:
                actions.record_on_paper(
                    by=self.viewer, member=self.member, version=said["version"], answers=form.answers(),
                    signed_on=said["signed_on"],
                )  # fmt: skip
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back(f"The declaration of {self.member.name} is on record.")
        return self.draw("paper", form=form)

    def _form(self, data: Any = None, **options: Any) -> DeclarationForm:
        questions = method.questions(self.review, self.member.post)
        return DeclarationForm(data, questions=questions, on_paper=True, **options)


class Recruitment(OfMember):
    """The safe-recruitment record of a reviewer."""

    def target(self, *, member: UUID) -> Model:
        """The member, in a post that is recruited safely."""
        found = super().target(member=member)
        if not method.recruitment(self.review, self.member.post):
            raise Http404
        return found

    def get(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """What is on record, and the form for what is not."""
        return self._page(None)

    def post(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """Record a check."""
        form = RecruitmentForm(request.POST, wanted=self._open())
        if form.is_valid():
            said = form.cleaned_data
            try:
                found = actions.record_recruitment(
                    by=self.viewer, member=self.member, check=said["check"], seen_on=said["seen_on"], note=said["note"]
                )
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                left = actions.why_suspended(found)
                return self.back(f"The check is on record. {left or 'Nothing is missing: the review is open to them.'}")
        return self._page(form)

    def _open(self) -> list[tuple[str, str]]:
        sits = members.one(review=self.review, viewer=self.viewer, member=self.member.pk)
        return [(each.wanted.id, each.wanted.says) for each in sits.unchecked] if sits else []

    def _page(self, form: RecruitmentForm | None) -> HttpResponse:
        wanted = self._open()
        form = form or (RecruitmentForm(wanted=wanted) if wanted and self.member.serving else None)
        sits = members.one(review=self.review, viewer=self.viewer, member=self.member.pk)
        return self.draw("recruitment", sits=sits, **({"form": form} if form else {}))


class Judge(OfMember, base=True):
    """A page on which the Independent Chair decides about a member, with reasons."""

    permission = Permission.INDEPENDENCE_DECIDE
    act: Callable[..., object]
    asks, template, done = "", "", ""

    def target(self, *, member: UUID) -> Model:
        """The member, who serves."""
        found = super().target(member=member)
        if not self.member.serving:
            raise Http404
        return found

    def get(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """What was found, and the reasons."""
        return self._page(BecauseForm(asks=self.asks, initial={"version": self.member.version}))

    def post(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """Decide."""
        form = BecauseForm(request.POST, asks=self.asks)
        if form.is_valid():
            said = form.cleaned_data
            try:
                type(self).act(by=self.viewer, member=self.member, version=said["version"], reasons=said["because"])
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back(f"{self.member.name} {self.done}")
        return self._page(form)

    def _page(self, form: BecauseForm) -> HttpResponse:
        return self.draw(self.template, form=form, found=undecided(self.member) or self.member.findings)


class Override(Judge):
    """Letting somebody serve in spite of what was found."""

    act = staticmethod(actions.override)
    asks, template, done = "Why may they serve all the same?", "override", "may serve. Your reasons are on record."


class Recuse(Judge):
    """Recusing somebody."""

    act = staticmethod(actions.recuse)
    asks, template = "Why must they not serve?", "recuse"
    done = "is recused, and can no longer open anything of the review."
