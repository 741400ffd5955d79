"""Checking one file: the moment of trust. What is said on these pages is kept, and the file is read again with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.chronology import actions
from threadline.chronology.forms import AgencyForm, ColumnsForm, SettleForm, StandingForm, resend
from threadline.chronology.models import AgencyFile, Row
from threadline.chronology.queries import checking
from threadline.chronology.queries.rows import line_of
from threadline.chronology.views.files import OfFile, ShowsCheck, acts_for

PAGE = 100
SHOWING = {"all": {}, "asking": {"asks": True}, "left-out": {"is_entry": False}, "entries": {"is_entry": True}}


class Check(ShowsCheck):
    """What was read, what needs a person, which column is which, what was left out; and the way to accept it."""

    permission = Permission.TIMELINE_READ
    reads = "chronology.file_looked_at"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page, or the reading page while the file is being read."""
        return self.show()


class Rows(OfFile):
    """The rows of a file, a hundred at a time: all of them, or those that need someone, or those left out."""

    permission = Permission.TIMELINE_READ
    reads = "chronology.file_looked_at"

    def get(self, request: HttpRequest, *, which: str, **kwargs: Any) -> HttpResponse:
        """The rows from the one whose turn is asked for."""
        if which not in SHOWING:
            raise Http404
        start = request.GET.get("from", "0")
        after = int(start) if start.isdecimal() and len(start) < 8 else 0
        rows = checking.rows(file=self.file, viewer=self.viewer).filter(**SHOWING[which])
        found = list(rows.filter(ordinal__gte=after)[: PAGE + 1])
        before = list(rows.filter(ordinal__lt=after).order_by("-ordinal").values_list("ordinal", flat=True)[:PAGE])
        self.shows(self.file, page="rows")
        shown = {
            "file": self.file, "which": which, "lines": [line_of(row) for row in found[:PAGE]], "count": rows.count(),
            "may_correct": checking.may_correct(file=self.file, viewer=self.viewer),
            "earlier": before[-1] if before else None, "later": found[PAGE].ordinal if len(found) > PAGE else None,
        }  # fmt: skip
        return self.page("chronology/rows.html", shown)


class SettleRow(OfFile):
    """One row among its neighbours: what it says, what we made of it, and what a person says of it."""

    permission = Permission.TIMELINE_CHECK
    reads = "chronology.file_looked_at"

    def get(self, request: HttpRequest, *, row: UUID, **kwargs: Any) -> HttpResponse:
        """The row."""
        self._find(row)
        seen = actions.seen_of(self.file, self.row.table, self.row.number)
        return self._page(SettleForm(acts=acts_for(self.line), initial={"seen": seen}))

    def post(self, request: HttpRequest, *, row: UUID, **kwargs: Any) -> HttpResponse:
        """Read a typed date back first; then settle the row and read the file again."""
        self._find(row)
        form = SettleForm(request.POST, acts=acts_for(self.line))
        if not form.is_valid():
            return self._page(form)
        if told := form.to_read_back:
            resend(form, read_back=form.cleaned_data["date"])
            return self._page(form, told)
        try:
            actions.settle_row(
                by=self.viewer, file=self.file, row=self.row, settlement=form.settlement, seen=form.cleaned_data["seen"]
            )
        except Refused as refused:
            form.add_error(None, str(refused))
            resend(form, seen=actions.seen_of(self._now(), self.row.table, self.row.number))
            return self._page(form)
        messages.success(request, f"{self.line.place} is settled, and the file was read again with it.")
        return self.back("needs-you")

    def _find(self, row: UUID) -> None:
        self.row: Row = self.one(checking.rows(file=self.file, viewer=self.viewer), pk=row)
        self.line = line_of(self.row)

    def _now(self) -> AgencyFile:
        found: AgencyFile = self.one(AgencyFile.objects.all(), pk=self.file.pk)
        return found

    def _page(self, form: SettleForm, told: str = "") -> HttpResponse:
        near = checking.rows(file=self.file, viewer=self.viewer).filter(
            ordinal__range=(max(self.row.ordinal - 2, 0), self.row.ordinal + 2)
        )
        self.shows(self.file, self.row, page="row")
        lines = [line_of(each) for each in near]
        return self.page(
            "chronology/settle.html", {"file": self.file, "line": self.line, "near": lines, "form": form, "told": told}
        )


class ChooseColumns(ShowsCheck):
    """Saying what a table's columns mean."""

    permission = Permission.TIMELINE_CHECK
    reads = "chronology.file_looked_at"

    def post(self, request: HttpRequest, *, table: int, **kwargs: Any) -> HttpResponse:
        """Keep what was chosen and read the file again."""
        blocks = checking.check(file=self.file, viewer=self.viewer).tables
        if table >= len(blocks):
            raise Http404
        form = ColumnsForm(request.POST, block=blocks[table], auto_id=f"table-{table}-%s")
        if not form.is_valid():
            return self.show(form)
        try:
            actions.choose_columns(
                by=self.viewer, file=self.file, table=blocks[table].name, meanings=form.meanings,
                heading_row=form.cleaned_data["heading_row"], version=form.cleaned_data["version"],
            )  # fmt: skip
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.show(form)
        messages.success(
            request, "The file was read again with these columns. They are remembered for the agency's next file."
        )
        return self.back("columns")


class ChooseTable(ShowsCheck):
    """Saying whether a table is part of the timeline."""

    permission = Permission.TIMELINE_CHECK
    reads = "chronology.file_looked_at"

    def post(self, request: HttpRequest, *, table: int, **kwargs: Any) -> HttpResponse:
        """Keep what was said and read the file again."""
        blocks = self.file.summary.get("tables", [])
        version = request.POST.get("version", "")
        if table >= len(blocks) or not version.isdecimal():
            raise Http404
        take_in = request.POST.get("take_in") == "yes"
        try:
            actions.choose_table(
                by=self.viewer, file=self.file, table=blocks[table]["table"], take_in=take_in, version=int(version)
            )
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "The file was read again.")
        return self.back("columns")


class NameAgency(ShowsCheck):
    """Saying whose file it is."""

    permission = Permission.TIMELINE_ACCEPT
    reads = "chronology.file_looked_at"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Keep it; the agency's author may read the file from now on."""
        found = checking.check(file=self.file, viewer=self.viewer)
        form = AgencyForm(request.POST, contributors=found.contributors, auto_id="agency-%s")
        if not form.is_valid():
            return self.show(form)
        try:
            actions.name_agency(
                by=self.viewer, file=self.file, contributor=form.contributor, version=form.cleaned_data["version"]
            )
        except Refused as refused:
            form.add_error("agency", str(refused))
            return self.show(form)
        messages.success(request, f"The file is from {form.contributor.agency}. Its author may read it now.")
        return self.back()


class SayStanding(ShowsCheck):
    """Saying what the file is to the agency's earlier one."""

    permission = Permission.TIMELINE_ACCEPT
    reads = "chronology.file_looked_at"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Keep it."""
        found = checking.check(file=self.file, viewer=self.viewer)
        form = StandingForm(request.POST, rivals=found.rivals, auto_id="standing-%s")
        if not form.is_valid():
            return self.show(form)
        try:
            actions.say_standing(
                by=self.viewer, file=self.file, replaces=form.replaces, version=form.cleaned_data["version"]
            )
        except Refused as refused:
            form.add_error("standing", str(refused))
            return self.show(form)
        return self.back("accept")
