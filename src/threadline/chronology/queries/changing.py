"""What a corrected file changes of the one it replaces: added, altered field by field, gone."""

from dataclasses import dataclass

from threadline.accounts.models import User
from threadline.chronology.models import AgencyFile
from threadline.chronology.queries.checking import rows
from threadline.chronology.queries.days import day_words, time_words
from threadline.chronology.records import entry_of
from threadline.chronology.wording import MEANINGS, table_words
from threadline.domain.chronology.changes import Altered, compare
from threadline.domain.chronology.entries import Entry, Meaning, Reading
from threadline.ui.words import plural, sentence


@dataclass(frozen=True, slots=True)
class Side:
    """An entry of one version: where it stands, when, and what it says."""

    place: str
    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an entry that is not as it was."""

    part: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Alteration:
    """An entry of which something is not as it was."""

    new: Side
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of an agency's file, compared."""

    earlier: AgencyFile
    added: tuple[Side, ...]
    altered: tuple[Alteration, ...]
    gone: tuple[Side, ...]
    unchanged: int

    @property
    def sentence(self) -> str:
        """ "3 entries added, 1 altered, none gone; 33 as they were."."""
        parts = [
            f"{plural(len(self.added), 'entry', 'entries') if self.added else 'No entry'} added",
            f"{len(self.altered) or 'none'} altered",
            f"{len(self.gone) or 'none'} gone",
        ]
        return f"{', '.join(parts)}; {self.unchanged:,} as {'it was' if self.unchanged == 1 else 'they were'}."


def comparison(*, file: AgencyFile, viewer: User) -> Comparison | None:
    """What `file` changes of the file it takes the place of; None where it takes none's."""
    earlier = file.replaces
    if earlier is None:
        return None
    found = compare(_reading(earlier, viewer), _reading(file, viewer))
    return Comparison(
        earlier=earlier,
        added=tuple(map(_side, found.added)),
        altered=tuple(_alteration(each) for each in found.altered),
        gone=tuple(map(_side, found.gone)),
        unchanged=len(found.unchanged),
    )


def _reading(file: AgencyFile, viewer: User) -> Reading:
    """The file's entries as they are stored, for comparing."""
    kept = rows(file=file, viewer=viewer).filter(is_entry=True)
    return Reading(
        file=file.name, kind="", digest=file.digest, agency=str(file.taken_as or ""), agency_confidence=1.0,
        agency_why="", tables=(), entries=tuple(entry_of(row, file=file.name) for row in kept), left_out=(),
    )  # fmt: skip


def _side(entry: Entry) -> Side:
    place = sentence(f"{table_words(entry.place.table)}, row {entry.place.row}")
    when = ", ".join(filter(None, (day_words(entry.when), time_words(entry.when.time_from, entry.when.time_to))))
    return Side(place, when, entry.description)


def _alteration(altered: Altered) -> Alteration:
    return Alteration(_side(altered.new), tuple(_difference(part, altered) for part in altered.fields))


def _difference(part: str, altered: Altered) -> Difference:
    old, new = _text(part, altered.old), _text(part, altered.new)
    words = {"date": "Date", "time": "Time", "description": "What happened", "agency": "Agency"}
    return Difference(words.get(part) or MEANINGS[Meaning(part)], old or "(nothing)", new or "(nothing)")


def _text(part: str, entry: Entry) -> str:
    if part == "date":
        return f"{day_words(entry.when)} (written “{entry.date_text}”)" if entry.date_text else day_words(entry.when)
    if part == "time":
        return time_words(entry.when.time_from, entry.when.time_to)
    if part == "description":
        return entry.description
    return entry.agency if part == "agency" else entry.field(Meaning(part))
