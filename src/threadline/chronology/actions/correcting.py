"""What people say about how a file was read. Every word is kept, with who said it and why; the file is read again."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.actions.reading import read_soon
from threadline.chronology.actions.saving import settle_standing
from threadline.chronology.interpreting import corrections_of
from threadline.chronology.models import AgencyFile, Correction, Row
from threadline.chronology.queries.blocking import in_doubt
from threadline.chronology.records import table_name
from threadline.domain import dates
from threadline.domain.chronology.corrections import ColumnFix, Corrections, HeadingFix, RowFix, TableFix
from threadline.domain.chronology.entries import Act, Meaning, Why
from threadline.reviews.models import ContributingAgency

CLOSED = (
    "This file can no longer be corrected: it was withdrawn or replaced. "
    "Put it back first, or correct the file that took its place."
)

HEADING = (
    "This row holds the headings of the table. If it does not, say under the columns which row does; "
    "this one is then read as an entry."
)


class Overtaken(Refused):
    """Somebody else changed the same thing in the meantime. Nothing was saved; both are shown."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a person says of one row: one of `Act`'s row acts, the date when one is typed, and why."""

    act: Act
    date: str = ""
    because: str = ""

    @property
    def sentence(self) -> str:
        """What was said, completing "NAME …"."""
        return {
            Act.TYPE_DATE: f"typed the date “{self.date}”",
            Act.KEEP_UNDATED: "kept it without a date",
            Act.SAME_DAY: "gave it the day of the row above",
            Act.TAKE_IN: "took it in as an entry",
            Act.LEAVE_OUT: "left it out",
        }[self.act]


def current(file: AgencyFile) -> AgencyFile:
    """The file as it stands now, locked until the act is done. Raises Refused when it is no longer to be corrected."""
    related = ("document", "agency", "proposed", "review")
    found = AgencyFile.objects.select_for_update(of=("self",)).select_related(*related).get(pk=file.pk)
    if found.state in (AgencyFile.State.WITHDRAWN, AgencyFile.State.SUPERSEDED):
        raise Refused(CLOSED)
    return found


def unchanged_since(file: AgencyFile, version: int) -> None:
    """Raises Overtaken when the file has moved on since the page that shows `version` was made."""
    if file.version != version:
        raise Overtaken("This file was changed while you had the page open. Look at it as it is now, then do it again.")


def seen_of(file: AgencyFile, table: str, number: int) -> str:
    """A short mark of what has been said about a row, so that a page can tell whether somebody said more since."""
    fixes = [fix for fix in corrections_of(file).rows if fix.table == table_name(table) and fix.row == number]
    return hashlib.sha256(repr(fixes).encode()).hexdigest()[:12]


@action(Permission.TIMELINE_CHECK, records="chronology.row_corrected", on="file")
def settle_row(*, by: User, file: AgencyFile, row: Row, settlement: Settlement, seen: str) -> AgencyFile:
    """Settle one row of a file and read the file again.

    `seen` is `seen_of` the row when the person looked. Raises Overtaken when somebody settled the row meanwhile, and
    Refused when a typed date cannot be read or the act does not fit.
    """
    file = current(file)
    if seen_of(file, row.table, row.number) != seen:
        raise Overtaken(_whose_word_stands(file, row))
    fix = _row_fix(file, row, settlement)
    _say(file, corrections_of(file).with_row(fix), by, settlement.sentence, row, settlement.because)
    changes().detail["act"] = settlement.act.value
    return file


def _row_fix(file: AgencyFile, row: Row, settlement: Settlement) -> RowFix:
    table = table_name(row.table)
    known = next((f for f in corrections_of(file).rows if (f.table, f.row) == (table, row.number)), None)
    fix = known or RowFix(table=table, row=row.number)
    if settlement.act is Act.TAKE_IN:
        if row.left_out == Why.HEADING:
            raise Refused(HEADING)
        return replace(fix, take_in=not row.left_out or not fix.leave_out, leave_out=False)
    if settlement.act is Act.LEAVE_OUT:
        if not settlement.because.strip():
            raise Refused("Say why the row is left out.")
        return replace(fix, take_in=False, leave_out=True)
    if settlement.act is Act.TYPE_DATE and not dates.read(settlement.date).is_dated:
        raise Refused(f"“{settlement.date}” cannot be read as a date. Write it like 3 February 2015 or 3/2/2015.")
    undated, same_day = settlement.act is Act.KEEP_UNDATED, settlement.act is Act.SAME_DAY
    typed = settlement.date if settlement.act is Act.TYPE_DATE else ""
    return replace(fix, date=typed, undated=undated, same_day=same_day)


def _whose_word_stands(file: AgencyFile, row: Row) -> str:
    last = Correction.objects.filter(file=file, table=row.table, number=row.number).select_related("by").last()
    said = f"{last.by} {last.sentence}" if last else "somebody settled it"
    return (
        f"This row was settled while you had it open: {said}. "
        "Nothing of yours was saved yet. To let yours stand, save it again."
    )


@action(Permission.TIMELINE_CHECK, records="chronology.columns_chosen", on="file")
def choose_columns(
    *, by: User, file: AgencyFile, table: str, meanings: Mapping[str, Meaning], heading_row: int | None, version: int
) -> AgencyFile:
    """Say what the columns of a table mean, by column key, and which row is its heading (0 for none).

    `table` is the table's name as JSON. The columns' meanings are remembered for the agency's next file. Raises
    Overtaken, and Refused where nothing differs from how the file is read.
    """
    file = current(file)
    unchanged_since(file, version)
    known = next((each for each in file.summary.get("tables", ()) if each["table"] == table), None)
    if known is None:
        raise Refused("The file has no such table any more.")
    name, said = table_name(table), corrections_of(file)
    told = []
    for column in known["columns"]:
        meaning = meanings.get(column["key"])
        if meaning is not None and (meaning.value != column["meaning"] or in_doubt(column)):
            said = said.with_column(ColumnFix(column["key"], meaning, name))
            told.append(f"said that “{column['key'][:60]}” means {meaning.value}")
    if heading_row is not None and [heading_row] != (known["heading_rows"] or [0])[-1:]:
        others = tuple(fix for fix in said.headings if fix.table != name)
        said = replace(said, headings=(*others, HeadingFix(name, heading_row)))
        told.append(
            f"said that row {heading_row} is the heading" if heading_row else "said that the table has no heading"
        )
    if not told:
        raise Refused("That is how the columns are read already, so nothing was changed.")
    _say(file, said, by, "; ".join(told)[:400], table=table)
    return file


@action(Permission.TIMELINE_CHECK, records="chronology.table_chosen", on="file")
def choose_table(*, by: User, file: AgencyFile, table: str, take_in: bool, version: int) -> AgencyFile:
    """Say that a table is part of the timeline, or is not, and read the file again. Raises Overtaken."""
    file = current(file)
    unchanged_since(file, version)
    name, said = table_name(table), corrections_of(file)
    others = tuple(fix for fix in said.tables if fix.table != name)
    sentence = "said that the table is part of the timeline" if take_in else "said that the table is not a timeline"
    _say(file, replace(said, tables=(*others, TableFix(name, take_in))), by, sentence, table=table)
    return file


@action(Permission.TIMELINE_ACCEPT, records="chronology.agency_named", on="file")
def name_agency(*, by: User, file: AgencyFile, contributor: ContributingAgency, version: int) -> AgencyFile:
    """Say which of the agencies asked a file is from. From then on that agency's author may read it.

    The file is read again, since what is remembered of the agency's earlier files may apply. Raises Overtaken.
    """
    file = current(file)
    unchanged_since(file, version)
    if file.state == AgencyFile.State.ACCEPTED:
        raise Refused("The file is accepted as this agency's. Withdraw it first, then name another agency.")
    file.agency, file.agency_why = contributor.agency, "A person named it."
    file.document.agency = contributor.agency
    file.document.save()
    Row.objects.filter(file=file).update(agency=contributor.agency)
    file.standing, file.replaces = AgencyFile.Standing.FIRST, None
    settle_standing(file)
    _say(file, corrections_of(file), by, f"said that the file is from {contributor.agency}")
    return file


def _say(
    file: AgencyFile, corrections: Corrections, by: User, sentence: str, row: Row | None = None, because: str = "", *,
    table: str = "",
) -> None:  # fmt: skip
    file.corrections = corrections.to_json()
    file.version += 1
    file.save()
    Correction(
        file=file, table=row.table if row else table, number=row.number if row else None, sentence=sentence,
        because=because.strip(), by=by,
    ).save()  # fmt: skip
    read_soon(file)
