"""What a person should look at in a file as a whole: its agency, its columns, its hidden sheets, or that there is
nothing to read.
"""

from collections.abc import Iterator, Sequence

from threadline.domain.chronology.agency import SURE_ENOUGH, Whose
from threadline.domain.chronology.columns import DAYS
from threadline.domain.chronology.entries import Act, Attention, Column, Entry, Level, Meaning, TableReading
from threadline.domain.chronology.verdicts import CLEAR


def matters_of_file(whose: Whose, tables: Sequence[TableReading], entries: Sequence[Entry]) -> tuple[Attention, ...]:
    """Return the matters of a file, the gravest first."""
    found: list[Attention] = []
    if not entries:
        sentence = "Nothing in this file reads as a chronology: no table has both dates and what happened."
        remedy = "Choose the heading row and the columns, or ask the agency for a table with dates and events."
        found.append(Attention("no_chronology", sentence, remedy, (Act.CHOOSE_HEADING, Act.CHOOSE_COLUMN)))
    if whose.confidence < SURE_ENOUGH:
        sentence = f"The file does not say which agency it is from. We took “{whose.name}” from its name."
        found.append(Attention("agency", sentence, "Choose the agency.", (Act.NAME_AGENCY,)))
    for table in tables:
        found.extend(_of_table(table))
    return tuple(found)


def _of_table(table: TableReading) -> Iterator[Attention]:
    for column in table.columns:
        if column.meaning in (*DAYS, Meaning.EVENT) and column.confidence < CLEAR:
            yield _doubt(column)
    if table.hidden and table.entries:
        count = "1 row is" if table.entries == 1 else f"{table.entries} rows are"
        sentence = f"“{table.table}” is hidden in the file. Its {count} read."
        remedy = "Leave the table out if it should not count."
        yield Attention("hidden_table", sentence, remedy, (Act.LEAVE_OUT,), Level.NOTE)


def _doubt(column: Column) -> Attention:
    what = "when it happened" if column.meaning in DAYS else "what happened"
    sentence = f"We are not sure that “{column.key}” says {what}. {column.why}."
    return Attention("column", sentence, "Confirm the column or choose another.", (Act.CHOOSE_COLUMN,))
