"""Helping people to sign in: for whoever looks after accounts, who need not see anything of a case."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.accounts.recent import RecentlyProven
from threadline.administration import actions
from threadline.administration.queries import accounts
from threadline.administration.queries.accounts import Account
from threadline.administration.views.board import OfBoard
from threadline.ui.words import plural


class Accounts(OfBoard):
    """Everybody's account: who can sign in, and who waits for help."""

    permission = Permission.ACCOUNT_HELP
    reads = "administration.accounts_read"

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """The list."""
        found = accounts.at_board(board=self.board, viewer=self.viewer)
        self.shows(*(each.user for each in found))
        return self.draw("accounts", found=found)


class OneAccount(OfBoard):
    """One account, and what can be done to help its owner."""

    permission = Permission.ACCOUNT_HELP
    reads = "administration.accounts_read"

    def get(self, request: HttpRequest, board: UUID, account: UUID) -> HttpResponse:
        """The page."""
        return self.draw("account", each=self.account(account), own=account == self.viewer.pk)

    def account(self, account: UUID) -> Account:
        """The account. Raises Http404 where there is none that the viewer may know of."""
        found = accounts.one(board=self.board, viewer=self.viewer, account=account)
        if found is None:
            raise Http404
        self.shows(found.user)
        return found


class HelpAccount(RecentlyProven, OneAccount):
    """One of the ways to help, each on a page that says what it does."""

    def get(self, request: HttpRequest, board: UUID, account: UUID, what: str) -> HttpResponse:  # type: ignore[override]  # one way
        """What it would do."""
        self._way(what)
        return self.draw("help_account", each=self.account(account), what=what)

    def post(self, request: HttpRequest, board: UUID, account: UUID, what: str) -> HttpResponse:
        """Do it."""
        act, told = self._way(what)
        found = self.account(account).user
        try:
            done = act(by=self.viewer, board=self.board, account=found, **self._more(what))
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, told(found.name, done))
        return redirect("administration:account", self.board.pk, found.pk)

    def _way(self, what: str) -> tuple[Callable[..., Any], Callable[[str, Any], str]]:
        if what not in WAYS:
            raise Http404
        return WAYS[what]

    def _more(self, what: str) -> dict[str, str]:
        return {"origin": self.origin} if what == "link" else {}


WAYS: dict[str, tuple[Callable[..., Any], Callable[[str, Any], str]]] = {
    "link": (actions.send_password_link, lambda name, _: f"A letter is on its way to {name}. Only they see the link."),
    "sign-out": (actions.sign_out, lambda name, many: f"{name} was signed out in {plural(many, 'place')}."),
    "second-steps": (
        actions.forget_second_steps,
        lambda name, _: f"{name} sets up another second step when they sign in next, and has been told by e-mail.",
    ),
    "close": (actions.close_account, lambda name, _: f"The account of {name} is closed."),
    "open": (actions.open_account, lambda name, _: f"The account of {name} is open again."),
}
