"""The register of referrals of a Board, recording one, and what every page about one shares."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import AuditedView
from threadline.agencies.models import Board
from threadline.threshold import actions
from threadline.threshold.forms.referral import ReferralForm
from threadline.threshold.method import current
from threadline.threshold.models import Referral
from threadline.threshold.queries import referral as reading
from threadline.threshold.queries import register


class ChooseRegister(AuditedView):
    """The Boards whose register somebody may read; straight on where it is one."""

    permission = None
    reads = "threshold.register_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The choice of Board."""
        found = list(register.boards(viewer=self.viewer))
        if not found:
            raise Http404
        if len(found) == 1:
            return redirect("referrals:register", found[0].pk)
        return self.page("threshold/boards.html", {"boards": found})


class OfBoard(AuditedView):
    """A page about a Board's referrals."""

    permission = Permission.REFERRAL_READ
    reads = "threshold.register_read"
    board: Board

    def target(self, *, board: UUID, **where: Any) -> Model:
        """The Board."""
        self.board = self.one(Board.objects.all(), pk=board)
        return self.board


class Register(OfBoard):
    """Every referral, where it stands, and the clock that presses most."""

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """The list, latest first."""
        entries = register.register(board=self.board, viewer=self.viewer)
        self.shows(*(entry.referral for entry in entries))
        may_refer = register.may_refer(board=self.board, viewer=self.viewer)
        return self.page("threshold/register.html", {"board": self.board, "entries": entries, "may_refer": may_refer})


class Refer(OfBoard):
    """Record a referral."""

    permission = Permission.REFERRAL_WRITE

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """The form."""
        return self._page(ReferralForm(triggers=current().threshold.triggers))

    def post(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """Record it."""
        form = ReferralForm(request.POST, triggers=current().threshold.triggers)
        if not form.is_valid():
            return self._page(form)
        try:
            made = actions.refer(by=self.viewer, board=self.board, facts=form.facts)
        except Refused as refused:
            form.add_error(blamed(refused), str(refused))
            return self._page(form)
        messages.success(
            request, f"Referral {made.reference} is in the register. Next, answer the questions of the threshold test."
        )
        return redirect("referrals:referral", self.board.pk, made.pk)

    def _page(self, form: ReferralForm) -> HttpResponse:
        return self.page("threshold/refer.html", {"board": self.board, "form": form})


def blamed(refused: Refused) -> str | None:
    """The field that a refusal of a referral is about."""
    said = str(refused)
    for words, name in (
        ("reference", "reference"), ("Ofsted", "ofsted_told_on"), ("authority cannot", "aware_on"),
        ("Board", "received_on"),
    ):  # fmt: skip
        if words in said:
            return name
    return None


class OfReferral(AuditedView):
    """A page about one referral."""

    permission = Permission.REFERRAL_READ
    reads = "threshold.referral_read"
    referral: Referral

    def target(self, *, board: UUID, referral: UUID, **where: Any) -> Model:
        """The referral; with all that hangs on it for whoever may read it."""
        plain = self.one(Referral.objects.select_related("board"), board=board, pk=referral)
        self.referral = reading.one(referral=plain, viewer=self.viewer) or plain
        return self.referral

    def draw(self, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
        """The page, with the referral on it."""
        self.shows(self.referral, page=template)
        return self.page(f"threshold/{template}.html", {"referral": self.referral, **context}, status=status)

    def back(self, said: str, place: str = "") -> HttpResponse:
        """To the referral, saying what was done."""
        messages.success(self.request, said)
        answer = redirect("referrals:referral", self.referral.board_id, self.referral.pk)
        answer["Location"] += place
        return answer
