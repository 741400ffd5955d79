"""Inviting somebody, ending a role."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.models import RoleHolding
from threadline.access.roles import SUPPORTER, Level
from threadline.accounts import one_time
from threadline.accounts.recent import RecentlyProven
from threadline.administration import actions
from threadline.administration.forms.roles import EndForm, InviteForm, InviteReaderForm, InviteSupporterForm, RoutesForm
from threadline.administration.queries import roles
from threadline.administration.queries.roles import Held
from threadline.administration.views.board import OfBoard
from threadline.ui.words import day

LEVELS = {
    Level.BOARD: "At the Board",
    Level.REVIEW: "In a review",
    Level.AGENCY: "In a review, for one agency",
}


class ChooseRole(OfBoard):
    """The roles a person may give, each with what its holder sees."""

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """The choice. Raises Http404 for whoever gives none."""
        to_give = roles.to_give(board=self.board, viewer=self.viewer)
        if not to_give:
            raise Http404
        groups = [(words, [role for role in to_give if role.level == level]) for level, words in LEVELS.items()]
        return self.draw("invite", groups=[each for each in groups if each[1]], asked=request.GET.get("review", ""))


class InviteSomebody(RecentlyProven, OfBoard):
    """A person for a role, where, and for how long; then what that role sees and never sees; then the button."""

    def get(self, request: HttpRequest, board: UUID, role: str) -> HttpResponse:
        """The form."""
        return self._page(self._form(role, initial={"review": request.GET.get("review", "")}))

    def post(self, request: HttpRequest, board: UUID, role: str) -> HttpResponse:
        """What it would mean; with "confirmed", the invitation."""
        form = self._form(role, request.POST)
        if not form.is_valid() or "change" in request.POST:
            return self._page(form)
        invited = form.invited(self.origin)
        if "confirmed" not in request.POST:
            return self.draw("invite_check", form=form, invited=invited)
        try:
            return self._invite(form, invited)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(form)

    def _invite(self, form: InviteForm, invited: actions.Invited) -> HttpResponse:
        if isinstance(form, InviteReaderForm):
            holding, made = actions.invite_reader(by=self.viewer, board=self.board, invited=invited, routes=form.routes)
            return way_in(self, holding, made, form.routes)
        give = actions.give_board_role if invited.role.level is Level.BOARD else actions.give_role
        holding = give(by=self.viewer, board=self.board, invited=invited)
        letter = "" if holding.user.has_usable_password() else " The invitation is on its way to their e-mail address."
        messages.success(self.request, f"{holding.user} is {holding.role.title}.{letter}")
        return redirect("administration:people", self.board.pk)

    def _page(self, form: InviteForm) -> HttpResponse:
        return self.draw("invite_to", form=form, role=form.role)

    def _form(self, key: str, *sent: object, **options: object) -> InviteForm:
        to_give = {role.key: role for role in roles.to_give(board=self.board, viewer=self.viewer)}
        if key not in to_give:
            raise Http404
        role = to_give[key]
        kind: type[InviteForm] = InviteReaderForm if role.comes_once else InviteForm
        if role is SUPPORTER:
            kind, options["family"] = InviteSupporterForm, roles.of_family(board=self.board, viewer=self.viewer)
        return kind(
            *sent,
            role=role,
            reviews=roles.reviews_of(board=self.board, viewer=self.viewer),
            agencies=roles.agencies_of(board=self.board),
            **options,
        )


def way_in(page: OfBoard, holding: RoleHolding, made: one_time.Made, routes: actions.Routes) -> HttpResponse:
    """The page that shows a link and its code, this once."""
    page.shows(holding)
    address = page.origin.rstrip("/") + reverse("enter_once", args=[made.token])
    until = timezone.now() + one_time.LASTS
    return page.draw("way_in_made", holding=holding, address=address, code=made.code, routes=routes, until=until)


class OfHolding(OfBoard):
    """A page about a role that somebody has and the viewer may end."""

    def held(self, holding: UUID) -> Held:
        """The role. Raises Http404 where there is none that the viewer may end."""
        found = roles.one(board=self.board, viewer=self.viewer, holding=holding)
        if found is None or not found.may_end:
            raise Http404
        self.shows(found.holding)
        return found


class EndRole(RecentlyProven, OfHolding):
    """Ending a role, with a reason."""

    def get(self, request: HttpRequest, board: UUID, holding: UUID) -> HttpResponse:
        """What it would do."""
        return self.draw("end", form=EndForm(), held=self.held(holding))

    def post(self, request: HttpRequest, board: UUID, holding: UUID) -> HttpResponse:
        """End it."""
        held, form = self.held(holding), EndForm(request.POST)
        if form.is_valid():
            of_board = held.holding.role.level is Level.BOARD
            end = actions.end_board_role if of_board else actions.end_role
            try:
                end(by=self.viewer, holding=held.holding, because=form.cleaned_data["because"], on=form.on)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                when = f"ends with {day(form.cleaned_data['last_day'])}" if form.on else "has ended"
                messages.success(request, f"{held.holding.user}'s role as {held.holding.role.title} {when}.")
                return redirect("administration:people", self.board.pk)
        return self.draw("end", form=form, held=held)


class InviteAgain(RecentlyProven, OfHolding):
    """Another invitation, for somebody who has not taken up the first."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, board: UUID, holding: UUID) -> HttpResponse:
        """Send it."""
        held = self.held(holding).holding
        again = actions.invite_again_to_board if held.role.level is Level.BOARD else actions.invite_again
        try:
            again(by=self.viewer, holding=held, origin=self.origin)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(
                request, f"Another invitation is on its way to {held.user}. The earlier one works no more."
            )
        return redirect("administration:people", self.board.pk)


class MakeWayIn(RecentlyProven, OfHolding):
    """Another one-time link and code, for somebody who comes by them."""

    def get(self, request: HttpRequest, board: UUID, holding: UUID) -> HttpResponse:
        """How the two are to be passed on."""
        return self._page(RoutesForm(), self._reader(holding))

    def post(self, request: HttpRequest, board: UUID, holding: UUID) -> HttpResponse:
        """Make them, and show them this once."""
        held, form = self._reader(holding), RoutesForm(request.POST)
        if form.is_valid():
            try:
                made = actions.make_way_in(by=self.viewer, holding=held.holding, routes=form.routes)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return way_in(self, held.holding, made, form.routes)
        return self._page(form, held)

    def _reader(self, holding: UUID) -> Held:
        held = self.held(holding)
        if not held.holding.role.comes_once:
            raise Http404
        return held

    def _page(self, form: RoutesForm, held: Held) -> HttpResponse:
        return self.draw("way_in", form=form, held=held)
