"""A Board's own versions of the method: the list, copying one, changing it row by row, publishing it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import AuditedView
from threadline.administration.forms.packs import CopyForm, PublishForm, RowForm
from threadline.administration.views.board import OfBoard
from threadline.domain.framework.compare import compare
from threadline.domain.framework.editable import PARTS
from threadline.domain.framework.editing import EditableRow, NoSuchRow, Part, part_named, row_of, rows_of
from threadline.reviews import actions
from threadline.reviews.actions import Overtaken
from threadline.reviews.method import offered_to, pack_with
from threadline.reviews.models import BoardPack
from threadline.reviews.queries import packs as queries


class ListPacks(OfBoard):
    """The versions of the method that the Board's reviews can be under, and those it is changing."""

    permission = Permission.METHOD_READ
    reads = "administration.method_read"

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """The lists."""
        own = list(queries.own_packs(board=self.board, viewer=self.viewer))
        self.shows(*own)
        return self.draw(
            "packs",
            own=own,
            published=list(queries.publications(board=self.board, viewer=self.viewer)),
            offered=offered_to(self.board),
            may_write=queries.may_write(board=self.board, viewer=self.viewer),
        )


class CopyPack(OfBoard):
    """Copying a version of the method, so that the Board can change it."""

    permission = Permission.METHOD_WRITE
    reads = "administration.method_read"

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """The form."""
        return self.draw("pack_copy", form=CopyForm(offered=offered_to(self.board)))

    def post(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """Copy it."""
        form = CopyForm(request.POST, offered=offered_to(self.board))
        if form.is_valid():
            try:
                made = actions.copy_pack(
                    by=self.viewer, board=self.board, origin=form.origin, title=form.cleaned_data["title"]
                )
            except Refused as refusal:
                form.add_error("title", str(refusal))
            else:
                messages.success(
                    request, f"{made.title} is the Board's own. No review is under it until it is published."
                )
                return redirect("administration:pack", self.board.pk, made.pk)
        return self.draw("pack_copy", form=form)


class OfPack(AuditedView, base=True):
    """A page about one of the Board's own packs."""

    permission = Permission.METHOD_READ
    reads = "administration.method_read"
    pack: BoardPack

    def target(self, *, board: UUID, pack: UUID, **where: Any) -> Model:
        """The pack. Raises Http404 for another Board's."""
        packs = BoardPack.objects.select_related("board", "origin").defer("origin__texts")
        self.pack = self.one(packs, pk=pack, board=board)
        return self.pack

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the pack and its Board on it."""
        self.shows(self.pack)
        return self.page(f"administration/{template}.html", {"pack": self.pack, "board": self.pack.board, **context})


class OnePack(OfPack):
    """A pack of the Board: its parts, what differs from what it was copied from, what was published."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        board = self.pack.board
        now = queries.as_it_stands(self.pack)
        published = list(queries.publications(board=board, viewer=self.viewer).filter(pack=self.pack))
        return self.draw(
            "pack",
            parts=[(part, len(rows_of(self.pack.texts, part))) for part in PARTS],
            changes=[each for each in compare(pack_with(self.pack.origin_id), now) if each.where != "about title"],
            published=published,
            waiting=not published or bool(compare(pack_with(published[0].edition_id), now)),
            may_write=queries.may_write(board=board, viewer=self.viewer),
        )


class OnePart(OfPack):
    """The rows of one part of a pack, for choosing which to change."""

    def get(self, request: HttpRequest, *, part: str, **kwargs: Any) -> HttpResponse:
        """The rows."""
        of = _part(part)
        may_write = queries.may_write(board=self.pack.board, viewer=self.viewer)
        return self.draw("pack_part", part=of, rows=rows_of(self.pack.texts, of), may_write=may_write)


class ChangeRow(OfPack):
    """Changing one row: wording, a question, a limit."""

    permission = Permission.METHOD_WRITE

    def get(self, request: HttpRequest, *, part: str, row: str, **kwargs: Any) -> HttpResponse:
        """The form as the row stands."""
        of = _part(part)
        found = _row(self.pack, of, row)
        return self._page(of, found, self._form(of, found))

    def post(self, request: HttpRequest, *, part: str, row: str, **kwargs: Any) -> HttpResponse:
        """Change it, or say at each field what is wrong."""
        of = _part(part)
        found = _row(self.pack, of, row)
        form = self._form(of, found, request.POST)
        if form.is_valid() and self._changed(of, row, form):
            messages.success(request, "Saved. Reviews see nothing of it until you publish.")
            return redirect("administration:pack_part", self.pack.board_id, self.pack.pk, of.id)
        return self._page(of, found, form)

    def _form(self, of: Part, row: EditableRow, typed: Any = None) -> RowForm:
        titles = {each.id: str(each.value("title")) for each in rows_of(self.pack.texts, part_named("roles"))}
        return RowForm(typed, part=of, row=row, version=self.pack.version, titles=titles)

    def _changed(self, of: Part, row: str, form: RowForm) -> bool:
        try:
            actions.change_pack(
                by=self.viewer, pack=self.pack, version=form.cleaned_data["version"], part=of.id, row=row,
                values=form.values,
            )  # fmt: skip
        except actions.Faulty as faulty:
            form.tell(faulty.fields, faulty.others)
        except Overtaken as overtaken:
            form.look_again(self.pack.version, str(overtaken))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return True
        return False

    def _page(self, of: Part, row: EditableRow, form: RowForm) -> HttpResponse:
        return self.draw("pack_row", part=of, row=row, form=form)


class PublishPack(OfPack):
    """Publishing a pack as it stands: what changed first, then the version and who agreed."""

    permission = Permission.METHOD_WRITE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What would be published."""
        return self._page(PublishForm(initial={"version": self.pack.version}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Publish it."""
        form = PublishForm(request.POST)
        if form.is_valid():
            try:
                made = actions.publish_pack(by=self.viewer, pack=self.pack, **form.cleaned_data)
            except Refused as refusal:
                form.add_error("number" if "ersion" in str(refusal) else None, str(refusal))
            else:
                said = f"Version {made.edition.version} is published. The next review can be opened under it."
                messages.success(request, f"{said} Reviews that are open keep to theirs.")
                return redirect("administration:packs", self.pack.board_id)
        return self._page(form)

    def _page(self, form: PublishForm) -> HttpResponse:
        last = queries.publications(board=self.pack.board, viewer=self.viewer).filter(pack=self.pack).first()
        before = pack_with(last.edition_id if last else self.pack.origin_id)
        changes = [each for each in compare(before, queries.as_it_stands(self.pack)) if each.where != "about title"]
        return self.draw("pack_publish", form=form, last=last, changes=changes)


def _part(name: str) -> Part:
    try:
        return part_named(name)
    except NoSuchRow:
        raise Http404 from None


def _row(pack: BoardPack, part: Part, name: str) -> EditableRow:
    try:
        return row_of(pack.texts, part, name)
    except NoSuchRow:
        raise Http404 from None
