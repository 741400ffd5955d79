"""What every page of a Board's administration shares, and its first page."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.permissions import Permission
from threadline.access.roles import ROLES
from threadline.access.views import AuditedView
from threadline.administration.queries import boards, roles
from threadline.agencies.models import Board


class ChooseBoard(AuditedView):
    """The Boards somebody looks after; straight on where it is one."""

    permission = None

    def get(self, request: HttpRequest) -> HttpResponse:
        """The choice of Board."""
        found = list(boards.for_viewer(viewer=self.viewer))
        if not found:
            raise Http404
        if len(found) == 1:
            first = boards.pages_of(board=found[0], viewer=self.viewer)[0]
            return redirect(f"administration:{first}", found[0].pk)
        listed = [(each, boards.pages_of(board=each, viewer=self.viewer)[0]) for each in found]
        return self.page("administration/boards.html", {"boards": listed})


class OfBoard(AuditedView):
    """A page about a Board."""

    permission = Permission.ROLE_READ
    reads = "administration.people_read"
    board: Board

    def target(self, *, board: UUID, **where: Any) -> Model:
        """The Board."""
        self.board = self.one(Board.objects.all(), pk=board)
        return self.board

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the Board on it."""
        sees = boards.pages_of(board=self.board, viewer=self.viewer)
        return self.page(f"administration/{template}.html", {"board": self.board, "sees": sees, **context})

    @property
    def origin(self) -> str:
        """Where the service is reached, for the link in a letter."""
        return self.request.build_absolute_uri("/")


class PeopleAndRoles(OfBoard):
    """Who has which role."""

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """In force, to come, and over."""
        held = roles.at_board(board=self.board, viewer=self.viewer)
        self.shows(*(each.holding for each in held))
        return self.draw(
            "people",
            now=[each for each in held if each.state != "over"],
            over=[each for each in held if each.state == "over"],
            may_invite=bool(roles.to_give(board=self.board, viewer=self.viewer)),
        )


class WhatRolesSee(OfBoard):
    """What each role sees, never sees and may do, as the policy says it."""

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """The table."""
        return self.draw("roles", roles=[(role, roles.rules_of(role)) for role in ROLES.values()])
