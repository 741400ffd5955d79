"""What a person says about a file: which column is which, what a row's date is, which rows count.

A file and its `Corrections` give a reading; nothing else is stored. `remembered` is the part worth keeping for an
agency's next file.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from threadline.domain.chronology.entries import Meaning, TableName


@dataclass(frozen=True, slots=True)
class ColumnFix:
    """A heading (or "column 3" where there is none) means this; in one table, or with no table in every table of the
    file.
    """

    heading: str
    meaning: Meaning
    table: TableName | None = None


@dataclass(frozen=True, slots=True)
class HeadingFix:
    """The heading of a table is this row (counted from 1); 0 says that the table has no heading."""

    table: TableName
    row: int


@dataclass(frozen=True, slots=True)
class TableFix:
    """A table is a chronology after all (`take_in` true), or is not one (false)."""

    table: TableName
    take_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFix:
    """What a person says about one row. `date` is the day, and the time if wanted, in any form the date reader knows.

    At most one of `date`, `undated` and `same_day`, and of `take_in` and `leave_out`, is set.
    """

    table: TableName
    row: int
    date: str = ""
    undated: bool = False
    same_day: bool = False
    take_in: bool = False
    leave_out: bool = False

    def __post_init__(self) -> None:
        """Refuse a contradiction: `ValueError`."""
        if bool(self.date) + self.undated + self.same_day > 1 or (self.take_in and self.leave_out):
            raise ValueError(
                f"Row {self.row}: choose one of a typed date, no date and same day; and one of taken in and left out"
            )

    @property
    def sets_date(self) -> bool:
        """True when it says something about the row's date."""
        return bool(self.date) or self.undated or self.same_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """Everything a person has said about one file. The empty value says nothing."""

    agency: str = ""
    columns: tuple[ColumnFix, ...] = ()
    headings: tuple[HeadingFix, ...] = ()
    tables: tuple[TableFix, ...] = ()
    rows: tuple[RowFix, ...] = ()

    def remembered(self) -> "Corrections":
        """Return the part that holds for the same agency's next file: what its headings mean, in any table."""
        columns = dict.fromkeys(
            replace(fix, table=None) for fix in self.columns if not fix.heading.startswith("column ")
        )
        last = {fix.heading: fix for fix in columns}
        return Corrections(columns=tuple(last.values()))

    def with_row(self, fix: RowFix) -> "Corrections":
        """Return these corrections with one row's fix put in place of any earlier fix of that row."""
        others = tuple(known for known in self.rows if (known.table, known.row) != (fix.table, fix.row))
        return replace(self, rows=(*others, fix))

    def with_column(self, fix: ColumnFix) -> "Corrections":
        """Return these corrections with one column's meaning put in place of any earlier one for the same heading and
        table.
        """
        others = tuple(known for known in self.columns if (known.heading, known.table) != (fix.heading, fix.table))
        return replace(self, columns=(*others, fix))

    def over(self, earlier: "Corrections") -> "Corrections":
        """Return `earlier` (what was remembered) with these on top: where both speak, these win."""
        own = {(fix.heading, fix.table) for fix in self.columns}
        kept = tuple(fix for fix in earlier.columns if (fix.heading, fix.table) not in own)
        return replace(
            self,
            agency=self.agency or earlier.agency,
            columns=(*kept, *self.columns),
            headings=self.headings or earlier.headings,
            tables=self.tables or earlier.tables,
            rows=self.rows or earlier.rows,
        )

    def to_json(self) -> str:
        """Return the corrections as JSON text that `from_json` reads back; equal corrections give equal text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Corrections":
        """Read what `to_json` wrote. `ValueError` says what is wrong with anything else."""
        try:
            data = json.loads(text)
            return cls(
                agency=str(data.get("agency", "")),
                columns=tuple(
                    ColumnFix(**{**fix, "meaning": Meaning(fix["meaning"])}) for fix in _list(data, "columns")
                ),
                headings=tuple(HeadingFix(**fix) for fix in _list(data, "headings")),
                tables=tuple(TableFix(**fix) for fix in _list(data, "tables")),
                rows=tuple(RowFix(**fix) for fix in _list(data, "rows")),
            )
        except (AttributeError, KeyError, TypeError) as broken:
            raise ValueError(f"These are not corrections: {broken}") from broken


def _list(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    return list(data.get(key, ()))
