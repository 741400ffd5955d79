"""From a stored file and what people have said about it to a reading: bytes, child process, rules, agency, memory."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from threadline.agencies.models import Agency
from threadline.chronology.models import AgencyFile, Progress
from threadline.documents import storage
from threadline.domain.chronology.contributors import Match, match
from threadline.domain.chronology.corrections import Corrections
from threadline.domain.chronology.entries import Meaning, Reading
from threadline.domain.chronology.grid import Document as Grid
from threadline.domain.chronology.interpret import interpret
from threadline.domain.chronology.readers import read_in_child
from threadline.reviews.models import ContributingAgency

Tell = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Understood:
    """A file as understood: the reading, the agency it seems to be from, and the corrections it was read with.

    `of_corrections` is the file's own text at the time, so that a later correction is noticed.
    """

    reading: Reading
    of_corrections: str
    proposed: Agency | None = None
    agency_why: str = ""
    remembered_from: str = ""

    @property
    def rows(self) -> int:
        """How many rows were read, entries and rows left out."""
        return len(self.reading.entries) + len(self.reading.left_out)


def corrections_of(file: AgencyFile) -> Corrections:
    """What people have said about the file."""
    return Corrections.from_json(file.corrections) if file.corrections else Corrections()


def understand(file: AgencyFile, *, tell: Tell, today: date | None = None) -> Understood:
    """Read and interpret a file. Raises Unreadable (`readers.Refused`) and Damaged.

    The bytes are read in a child process without our keys or database. What a person said of the agency's last
    accepted file holds for this one too, under what was said of this one. Needs the review in scope.
    """
    tell(Progress.Stage.CHECKING)
    data = storage.read(file.document)
    tell(Progress.Stage.READING)
    grid = read_in_child(file.name, data)
    rows = sum(len(table.rows) for table in grid.tables)
    tell(Progress.Stage.UNDERSTANDING, 0, rows)
    return interpreted(file, grid, today=today or timezone.localdate())


def interpreted(file: AgencyFile, grid: Grid, *, today: date) -> Understood:
    """The reading of a grid with everything known about the file."""
    said = corrections_of(file)
    if file.agency is not None:
        return _read_as(file, grid, file.agency, said, today, file.agency_why)
    alone = interpret(grid, today=today, corrections=said)
    agency, why = _suggested(file, alone)
    if agency is None:
        return Understood(alone, file.corrections, None, why[:300])
    if _says_one_agency(alone) and not remembered_for(file, agency)[1]:
        return Understood(_renamed(alone, agency.name), file.corrections, agency, why[:300])
    return _read_as(file, grid, agency, said, today, why)


def _read_as(file: AgencyFile, grid: Grid, agency: Agency, said: Corrections, today: date, why: str) -> Understood:
    """The reading of a file as this agency's, with what is remembered of its last file."""
    remembered, remembered_from = remembered_for(file, agency)
    reading = interpret(grid, agency=agency.name, today=today, corrections=said.over(remembered))
    proposed = agency if file.agency_id is None else None
    return Understood(reading, file.corrections, proposed, why[:300], remembered_from)


def _says_one_agency(reading: Reading) -> bool:
    """Whether the name of the agency is the same for every entry and stands in no column."""
    named = any(column.meaning is Meaning.AGENCY for table in reading.tables for column in table.columns)
    return not named and all(entry.agency == reading.agency for entry in reading.entries)


def _renamed(reading: Reading, agency: str) -> Reading:
    """The reading as it would be had the agency been known: spares reading a long file twice."""
    entries = tuple(replace(entry, agency=agency) for entry in reading.entries)
    return replace(reading, agency=agency, agency_confidence=1.0, entries=entries)


def _suggested(file: AgencyFile, reading: Reading) -> tuple[Agency | None, str]:
    """The agency a file seems to be from, and why in a sentence."""
    asked = [each.agency for each in ContributingAgency.objects.filter(review=file.review_id).select_related("agency")]
    names = [agency.name for agency in asked]
    found = match(reading.agency, names)
    if found is None or not found.clear:
        which = "No agency that was asked goes by that name" if found is None else "Several agencies could be meant"
        return None, f"{reading.agency_why}. {which}."
    return asked[found.index], _why(reading, found, names)


def _why(reading: Reading, found: Match, names: list[str]) -> str:
    if found.score == 1.0:
        return f"{reading.agency_why}."
    return f"{reading.agency_why}. We take “{reading.agency}” to be {names[found.index]}."


def remembered_for(file: AgencyFile, agency: Agency | None) -> tuple[Corrections, str]:
    """What was said of the columns of this agency's last accepted file, and that file's name; else nothing."""
    if agency is None:
        return Corrections(), ""
    last = (
        AgencyFile.objects.filter(review=file.review_id, agency=agency, accepted_at__isnull=False)
        .exclude(pk=file.pk).exclude(corrections="").select_related("document").order_by("-accepted_at").first()
    )  # fmt: skip
    remembered = corrections_of(last).remembered() if last else Corrections()
    return remembered, last.name if last and remembered.columns else ""
