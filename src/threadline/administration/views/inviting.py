"""Inviting somebody, ending a role."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.roles import Level
from threadline.accounts.recent import RecentlyProven
from threadline.administration import actions
from threadline.administration.forms import EndForm, InviteForm
from threadline.administration.queries import roles
from threadline.administration.queries.roles import Held
from threadline.administration.views.board import OfBoard
from threadline.ui.words import day


class InviteSomebody(RecentlyProven, OfBoard):
    """A person, a role, where, and for how long; then what that role sees and never sees; then the button."""

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """The form."""
        return self.draw("invite", form=self._form(initial={"review": request.GET.get("review", "")}))

    def post(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """What it would mean; with "confirmed", the invitation."""
        form = self._form(request.POST)
        if not form.is_valid() or "change" in request.POST:
            return self.draw("invite", form=form)
        invited = form.invited(self.origin)
        if "confirmed" not in request.POST:
            return self.draw("invite_check", form=form, invited=invited)
        give = actions.give_board_role if invited.role.level is Level.BOARD else actions.give_role
        try:
            holding = give(by=self.viewer, board=self.board, invited=invited)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.draw("invite", form=form)
        letter = "" if holding.user.has_usable_password() else " The invitation is on its way to their e-mail address."
        messages.success(request, f"{holding.user} is {holding.role.title}.{letter}")
        return redirect("administration:people", self.board.pk)

    def _form(self, *sent: object, **options: object) -> InviteForm:
        to_give = roles.to_give(board=self.board, viewer=self.viewer)
        if not to_give:
            raise Http404
        return InviteForm(
            *sent,
            roles=to_give,
            reviews=roles.reviews_of(board=self.board, viewer=self.viewer),
            agencies=roles.agencies_of(board=self.board),
            **options,
        )


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
