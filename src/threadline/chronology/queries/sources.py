"""The sources of the chronology: who was asked, what came, how far each file is."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.access.within import visible_within
from threadline.accounts.models import User
from threadline.chronology.models import AgencyFile, Progress, Row
from threadline.reviews.models import ContributingAgency, Review
from threadline.ui.words import day, plural

State = AgencyFile.State
TONES = {
    State.WAITING: "waiting", State.TO_CHECK: "due", State.ACCEPTED: "done", State.WITHDRAWN: "plain",
    State.SUPERSEDED: "plain", State.FAILED: "late",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file as one line of a list, in words."""

    file: AgencyFile
    agency: str
    agency_note: str
    received: str
    entries: str
    attention: str
    state: str
    tone: str
    accepted: str
    verb: str
    signed: str = ""


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency that was asked, and what came of it."""

    contributor: ContributingAgency
    asked: str
    silent: str
    files: tuple[FileLine, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """What the first page of the chronology shows. `earlier` are files withdrawn or replaced."""

    agencies: tuple[AgencyLine, ...]
    unnamed: tuple[FileLine, ...]
    earlier: tuple[FileLine, ...]
    under_way: int
    to_check: int
    entries: str
    period: str
    silent: tuple[str, ...]
    may_read_chronology: bool
    desks: tuple[ContributingAgency, ...]


def files(*, review: Review, viewer: User) -> QuerySet[AgencyFile]:
    """The review's files that a person may see, with what their lines need."""
    related = (
        "document",
        "agency",
        "proposed",
        "accepted_by",
        "withdrawn_by",
        "progress",
        "replaces__document",
        "sign_off__by",
    )
    found = AgencyFile.objects.filter(review=review).select_related(*related).order_by("document__received_at")
    return visible(viewer, Permission.TIMELINE_READ, found)


def upload_for(*, review: Review, viewer: User) -> tuple[list[ContributingAgency], bool]:
    """The agencies a person may upload for, and whether for the review at large, each file's agency being found."""
    asked = ContributingAgency.objects.filter(review=review).select_related("agency", "review")
    return list(visible(viewer, Permission.TIMELINE_UPLOAD, asked)), may(viewer, Permission.TIMELINE_UPLOAD, review)


def sources(*, review: Review, viewer: User) -> Sources:
    """Everything on the page of sources that this person may see."""
    everyone = ContributingAgency.objects.filter(review=review).select_related("agency")
    asked = visible(viewer, Permission.SOURCES_READ, everyone)
    lines = [line_of(file) for file in files(review=review, viewer=viewer)]
    current = [line for line in lines if line.file.state not in (State.WITHDRAWN, State.SUPERSEDED)]
    heard = _heard(review)
    agencies = tuple(_agency_line(each, current, heard) for each in asked)
    named = {line.file.pk for each in agencies for line in each.files}
    entries, period = _extent(review, viewer)
    return Sources(
        agencies=agencies,
        unnamed=tuple(line for line in current if line.file.pk not in named),
        earlier=tuple(line for line in lines if line not in current),
        under_way=sum(being_read(line.file) for line in lines),
        to_check=sum(line.file.state == State.TO_CHECK and not being_read(line.file) for line in lines),
        entries=entries,
        period=period,
        silent=tuple(each.contributor.agency.name for each in agencies if each.contributor.agency_id not in heard),
        may_read_chronology=may(viewer, Permission.CHRONOLOGY_READ, review),
        desks=tuple(visible(viewer, Permission.AGENCY_DESK, everyone)),
    )


def _heard(review: Review) -> set[Any]:
    """The agencies from which something came. Whoever may see the sources may know that, if not what it says."""
    standing = AgencyFile.objects.filter(review=review).exclude(state__in=[State.WITHDRAWN, State.SUPERSEDED])
    return {agency or proposed for agency, proposed in standing.values_list("agency_id", "proposed_id")}


def _agency_line(contributor: ContributingAgency, lines: list[FileLine], heard: set[Any]) -> AgencyLine:
    own = tuple(line for line in lines if _whose(line.file) == contributor.agency_id)
    waits = "A file is being checked" if contributor.agency_id in heard else _silence(contributor)
    return AgencyLine(contributor, day(contributor.asked_on, "not yet"), "" if own else waits, own)


def _whose(file: AgencyFile) -> Any:
    return file.agency_id or file.proposed_id


def _silence(contributor: ContributingAgency) -> str:
    """What to say of an agency from which nothing came: "Nothing yet, 8 days late"."""
    if contributor.due_on is None:
        return "Nothing yet"
    late = (timezone.localdate() - contributor.due_on).days
    return f"Nothing yet, {plural(late, 'day')} late" if late > 0 else f"Nothing yet, due {day(contributor.due_on)}"


def line_of(file: AgencyFile) -> FileLine:
    """One file in words."""
    state, tone = state_of(file)
    summary = file.summary
    checked = file.state in (State.TO_CHECK, State.ACCEPTED, State.SUPERSEDED, State.WITHDRAWN)
    agency = file.taken_as
    return FileLine(
        file=file,
        agency=agency.name if agency else "Not known yet",
        agency_note="to be confirmed" if file.agency_id is None and agency else "",
        received=day(file.document.received_at),
        entries=f"{summary['entries']:,}" if "entries" in summary else "",
        attention=_attention(file) if checked and summary else "",
        state=state,
        tone=tone,
        accepted=_accepted(file),
        verb="Check" if file.state == State.TO_CHECK else "Look at", signed=_signed(file),
    )  # fmt: skip


def _accepted(file: AgencyFile) -> str:
    return f"by {file.accepted_by}, {day(file.accepted_at)}" if file.state == State.ACCEPTED else ""


def _signed(file: AgencyFile) -> str:
    signed = getattr(file, "sign_off", None)
    return f"Signed off by {signed.by}, {day(signed.at)}" if signed else ""


def _attention(file: AgencyFile) -> str:
    asking = file.summary.get("asking", 0)
    return f"{plural(asking, 'row needs', 'rows need')} you" if asking else "None"


def being_read(file: AgencyFile) -> bool:
    """Whether a file's reading is under way or waits its turn."""
    progress = getattr(file, "progress", None)
    return bool(progress and progress.under_way) and file.state not in (State.WITHDRAWN, State.SUPERSEDED)


def state_of(file: AgencyFile) -> tuple[str, str]:
    """A file's standing as a word or two, and the tone to show it in."""
    if being_read(file):
        waiting = file.progress.stage == Progress.Stage.QUEUED
        return ("Waiting its turn" if waiting else "Being read"), "waiting"
    return file.get_state_display(), TONES[State(file.state)]


def _extent(review: Review, viewer: User) -> tuple[str, str]:
    """How many entries are in the chronology and what days they cover, in words."""
    live = visible_within(viewer, Permission.ENTRY_READ, Row.objects.filter(live=True), review)
    found = live.aggregate(entries=Count("pk"), first=Min("earliest"), last=Max("latest"))
    period = f"{day(found['first'])} to {day(found['last'])}" if found["first"] and found["last"] else ""
    return plural(found["entries"], "entry", "entries"), period


@dataclass(frozen=True, slots=True)
class Reading:
    """A file on its way, as the reading page shows it."""

    file: AgencyFile
    words: str
    done: bool
    rows: str
    interrupted: str
    step: int


@dataclass(frozen=True, slots=True)
class Readings:
    """Everything being read or lately read."""

    files: tuple[Reading, ...]
    done: int

    @property
    def under_way(self) -> bool:
        """Whether anything is still being read."""
        return self.done < len(self.files)


STAGES = list(Progress.Stage)


def readings(*, review: Review, viewer: User) -> Readings:
    """The files being read, and those read and not yet accepted, newest last."""
    open_files = files(review=review, viewer=viewer).filter(state__in=AgencyFile.OPEN)
    under_way = (
        files(review=review, viewer=viewer).filter(state=State.ACCEPTED).exclude(progress__stage=Progress.Stage.DONE)
    )
    found = [_reading(file) for file in (*open_files, *under_way)]
    return Readings(tuple(found), sum(each.done for each in found))


def _reading(file: AgencyFile) -> Reading:
    progress, done = file.progress, not being_read(file)
    rows = plural(progress.total, "row") if progress.total and not done else ""
    again = "Reading was interrupted; it has been started again." if progress.interruptions and not done else ""
    words = file.get_state_display() if done else progress.get_stage_display()
    return Reading(file, words, done, rows, again, STAGES.index(Progress.Stage(progress.stage)))
