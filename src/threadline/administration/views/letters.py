"""E-mails that did not go out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.administration import actions
from threadline.administration.queries import letters
from threadline.administration.views.board import OfBoard
from threadline.notices.models import Letter


class Letters(OfBoard):
    """To whom no e-mail got through, and why."""

    permission = Permission.ACCOUNT_HELP
    reads = "administration.letters_read"

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """The list."""
        found = letters.listed(board=self.board, viewer=self.viewer)
        self.shows(*(each.letter for each in found))
        return self.draw("letters", found=found, most=letters.MOST)


class OneLetter(OfBoard):
    """What is done with one of them."""

    permission = Permission.ACCOUNT_HELP
    reads = "administration.letters_read"
    http_method_names = ("post",)
    again = False

    def post(self, request: HttpRequest, board: UUID, mail: UUID) -> HttpResponse:
        """Send it again, or leave it."""
        letter: Letter = self.one(letters.undelivered(board=self.board, viewer=self.viewer), pk=mail)
        act = actions.send_letter_again if self.again else actions.leave_letter
        try:
            act(by=self.viewer, board=self.board, letter=letter)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            told = "The e-mail goes out again with the next round." if self.again else "The e-mail is left unsent."
            messages.success(request, told)
        return redirect("administration:letters", self.board.pk)
