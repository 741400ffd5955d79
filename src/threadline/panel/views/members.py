"""The Panel: who sits on it, appointing, a member's page, changing and ending an appointment, the co-reviewer."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.domain.framework.pack import Post
from threadline.panel import actions, method
from threadline.panel.actions.access import why_suspended
from threadline.panel.forms.members import AppointForm, BecauseForm, CoReviewerForm
from threadline.panel.models import Member
from threadline.panel.queries import attending, members


class PanelPage(ReviewView):
    """The Panel: posts, members, gaps, what is still missing of each."""

    permission = Permission.PANEL_READ
    reads = "panel.members_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The Panel."""
        panel = members.of_review(review=self.review, viewer=self.viewer)
        self.shows(*(each.member for each in (*panel.members, *panel.gone)))
        return self.page(
            "panel/members.html",
            {
                "panel": panel,
                "may": members.what_may(review=self.review, viewer=self.viewer),
                "attended": attending.by_member(review=self.review, viewer=self.viewer),
            },
        )


class Appoint(ReviewView):
    """Appointing to one post."""

    permission = Permission.PANEL_WRITE
    reads = "panel.members_read"
    post_of: Post

    def target(self, *, post: str) -> Model:  # type: ignore[override]  # the address's own part
        """The review; the post is one of its method's."""
        try:
            self.post_of = method.post(self.review, post)
        except KeyError:
            raise Http404 from None
        return super().target()

    def get(self, request: HttpRequest, post: str) -> HttpResponse:
        """The form."""
        return self._page(self._form())

    def post(self, request: HttpRequest, post: str) -> HttpResponse:
        """Appoint."""
        form = self._form(request.POST)
        if form.is_valid():
            origin = request.build_absolute_uri("/")
            try:
                made = actions.appoint(by=self.viewer, review=self.review, appointed=form.appointed(origin))
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                signs = "They are asked to sign their declaration, and see nothing of the case before."
                paper = "Record the declaration they sign on paper."
                messages.success(request, f"{made.name} is appointed. {signs if made.user else paper}")
                return redirect("panel:member", self.review.reference, made.pk)
        return self._page(form)

    def _form(self, data: Any = None) -> AppointForm:
        return AppointForm(
            data,
            post=self.post_of,
            agencies=members.agencies_of(self.review),
            seats=members.seats(self.review),
        )

    def _page(self, form: AppointForm) -> HttpResponse:
        title = method.title(self.review, self.post_of.id)
        return self.page("panel/appoint.html", {"form": form, "post": self.post_of, "title": title})


class OfMember(ReviewView, base=True):
    """A page about one member of the Panel."""

    permission = Permission.PANEL_WRITE
    reads = "panel.member_read"
    member: Member

    def target(self, *, member: UUID) -> Model:  # type: ignore[override]  # the address's own part
        """The member."""
        found = Member.objects.select_related("review__board", "agency", "user", "holding", "deputy_for")
        self.member = self.one(found, pk=member)
        return self.member

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the member on it."""
        self.shows(self.member)
        title = method.title(self.review, self.member.post)
        return self.page(f"panel/{template}.html", {"member": self.member, "post_title": title, **context})

    def back(self, said: str) -> HttpResponse:
        """To the member's page, saying what was done."""
        messages.success(self.request, said)
        return redirect("panel:member", self.review.reference, self.member.pk)


class MemberPage(OfMember):
    """One member: what they represent, what they declared and was found, what is still missing, the acts open."""

    permission = Permission.PANEL_READ

    def get(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """The page."""
        sits = members.one(review=self.review, viewer=self.viewer, member=member)
        may = members.what_may(review=self.review, viewer=self.viewer)
        return self.draw(
            "member",
            sits=sits,
            may=may,
            post=method.post(self.review, self.member.post),
            shut_out=why_suspended(self.member) if self.member.serving else "",
            own=self.member.user_id == self.viewer.pk,
        )


class ChangeMember(OfMember):
    """Changing what is on record of a member."""

    def get(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """The form as things stand."""
        return self._page(self._form(initial=AppointForm.initial_of(self.member)))

    def post(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """Change it."""
        form = self._form(request.POST)
        if form.is_valid():
            said, version = form.appointed(request.build_absolute_uri("/")), form.cleaned_data["version"]
            try:
                actions.change_member(by=self.viewer, member=self.member, version=version, appointed=said)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back(f"The entry of {self.member.name} is changed.")
        return self._page(form)

    def _form(self, data: Any = None, **options: Any) -> AppointForm:
        seats = [each for each in members.seats(self.review) if each.pk != self.member.pk]
        post = method.post(self.review, self.member.post)
        form = AppointForm(data, post=post, agencies=members.agencies_of(self.review), seats=seats, **options)
        if self.member.user is not None:
            del form.fields["email"]
        return form

    def _page(self, form: AppointForm) -> HttpResponse:
        return self.draw("change", form=form)


class EndMember(OfMember):
    """Ending somebody's part in the Panel."""

    def get(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """What it would do."""
        return self._page(BecauseForm(asks="Why do they leave?", initial={"version": self.member.version}))

    def post(self, request: HttpRequest, member: UUID) -> HttpResponse:
        """End it."""
        form = BecauseForm(request.POST, asks="Why do they leave?")
        if form.is_valid():
            said = form.cleaned_data
            try:
                actions.leave(by=self.viewer, member=self.member, version=said["version"], because=said["because"])
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back(f"{self.member.name} has left the Panel, and can no longer open the review.")
        return self._page(form)

    def _page(self, form: BecauseForm) -> HttpResponse:
        return self.draw("end", form=form)


class ConsiderCoReviewer(ReviewView):
    """Whether a co-reviewer is needed."""

    permission = Permission.PANEL_WRITE
    reads = "panel.members_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._page(CoReviewerForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Record it."""
        form = CoReviewerForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            needed = said["needed"] == "yes"
            try:
                actions.consider_co_reviewer(
                    by=self.viewer, review=self.review, needed=needed, considered_on=said["considered_on"],
                    reasons=said["reasons"],
                )  # fmt: skip
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                what = "A co-reviewer is needed. Appoint one." if needed else "No co-reviewer is needed."
                messages.success(request, f"It is recorded. {what}")
                return redirect("panel:members", self.review.reference)
        return self._page(form)

    def _page(self, form: CoReviewerForm) -> HttpResponse:
        return self.page("panel/co_reviewer.html", {"form": form, "last": members.co_reviewer_choice(self.review)})
