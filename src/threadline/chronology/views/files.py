"""What the pages of one file share: finding it, and showing the page on which it is checked."""

from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from threadline.chronology.forms import FURTHER, AgencyForm, ColumnsForm, SettleForm, StandingForm, resend
from threadline.chronology.models import AgencyFile
from threadline.chronology.queries import checking, sources
from threadline.chronology.queries.rows import RowLine
from threadline.chronology.views.kept import KeptFromPanel
from threadline.domain.chronology.entries import Act

RELATED = (
    "review__board",
    "document__received_from",
    "agency",
    "proposed",
    "progress",
    "replaces__document",
    "accepted_by",
    "withdrawn_by",
)
ENTRY_ACTS = (Act.TYPE_DATE, Act.KEEP_UNDATED, Act.SAME_DAY, Act.LEAVE_OUT)
LEFT_OUT_ACTS = (Act.TAKE_IN,)
Bound = ColumnsForm | AgencyForm | StandingForm


class OfFile(KeptFromPanel, base=True):
    """A page about one file of the review."""

    file: AgencyFile

    def target(self, **where: Any) -> Model:
        """The file, or 404."""
        self.file = self.one(AgencyFile.objects.select_related(*RELATED), pk=where["file"])
        return self.file

    def back(self, part: str = "") -> HttpResponse:
        """To the page of the file, at one of its parts."""
        address = reverse("chronology:check", args=[self.review.reference, self.file.pk])
        return redirect(f"{address}#{part}" if part else address)


def acts_for(line: RowLine) -> tuple[Act, ...]:
    """What can be said of a row: what settles it comes first."""
    able = ENTRY_ACTS if line.row.is_entry else LEFT_OUT_ACTS
    return tuple(sorted(able, key=lambda act: act not in line.acts))


def settle_form(file: AgencyFile, line: RowLine, number: int) -> SettleForm:
    """An empty form for one row of several on a page."""
    from threadline.chronology.actions import seen_of

    seen = seen_of(file, line.row.table, line.row.number)
    return SettleForm(acts=acts_for(line), auto_id=f"row-{number}-%s", initial={"seen": seen})


class ShowsCheck(OfFile, base=True):
    """A page that shows the file as it is checked, or shows it again with what was typed and is not right yet."""

    def show(self, bound: Bound | None = None) -> HttpResponse:
        """The page; `bound` is the form that was sent."""
        if self.file.state == AgencyFile.State.WAITING or (sources.being_read(self.file) and self.file.is_open):
            return redirect("chronology:reading", self.review.reference)
        found = checking.check(file=self.file, viewer=self.viewer)
        initial = {"version": self.file.version}
        if bound is not None:
            resend(bound, **initial)
        tables = [_own(bound, ColumnsForm, block) or _columns(block, initial) for block in found.tables]
        agency = bound if isinstance(bound, AgencyForm) else AgencyForm(
            contributors=found.contributors, auto_id="agency-%s", initial=initial | _named(self.file, found)
        )  # fmt: skip
        standing = bound if isinstance(bound, StandingForm) else StandingForm(
            rivals=found.rivals, auto_id="standing-%s", initial=initial | _said(self.file, found.rivals)
        )  # fmt: skip
        asking = [(line, settle_form(self.file, line, place)) for place, line in enumerate(found.asking, 1)]
        self.shows(self.file, page="check")
        context = {
            "found": found, "file": self.file, "tables": tables, "agency_form": agency, "standing_form": standing,
            "asking": asking, "line": sources.line_of(self.file), "forms": [bound] if bound else [],
        }  # fmt: skip
        return self.page("chronology/check.html", context)


def _own(bound: Bound | None, kind: type[ColumnsForm], block: checking.TableBlock) -> ColumnsForm | None:
    return bound if isinstance(bound, kind) and bound.block.index == block.index else None


def _columns(block: checking.TableBlock, initial: dict[str, Any]) -> ColumnsForm:
    return ColumnsForm(block=block, auto_id=f"table-{block.index}-%s", initial=initial)


def _named(file: AgencyFile, found: checking.Check) -> dict[str, Any]:
    agency = file.taken_as
    return {"agency": next((str(each.pk) for each in found.contributors if agency and each.agency_id == agency.pk), "")}


def _said(file: AgencyFile, rivals: tuple[checking.Rival, ...]) -> dict[str, Any]:
    """What was said of the file's place, or what seems likely."""
    if file.standing == AgencyFile.Standing.CORRECTED:
        return {"standing": str(file.replaces_id)}
    if file.standing == AgencyFile.Standing.FURTHER:
        return {"standing": FURTHER}
    likely = max(rivals, key=lambda each: each.shared, default=None)
    return {"standing": str(likely.file.pk)} if likely and likely.likely else {}
