"""What a timeline says once it has been read: entries, the rows that are not entries, and what a person must look at.

Everything here is a frozen value. A `Reading` is made by `interpret` from a file and a person's `Corrections`; the
same two always give the same reading, so whoever keeps readings needs to store only the file and the corrections.
"""

from dataclasses import dataclass
from enum import StrEnum

from threadline.domain.dates import DateReading

TableName = int | str
"""How a table is named: Word, OpenDocument text, RTF and CSV by its index from 0, a spreadsheet by the sheet's name."""

Cells = tuple[tuple[str, str], ...]
"""A row as the agency wrote it: (heading, text) for each column, left to right; the heading is empty where there is
none.
"""


class Meaning(StrEnum):
    """What a column holds. The value is the word used in files that leave the program.

    `day`, `month` and `year` are the parts of a date that stands in columns of its own.
    """

    SEQUENCE = "sequence"
    DATE = "date"
    DATE_TIME = "date_time"
    END_DATE = "end_date"
    TIME = "time"
    END_TIME = "end_time"
    RECORDED = "recorded"
    AGENCY = "agency"
    SOURCE = "source"
    EVENT = "event"
    KIND = "kind"
    PLACE = "place"
    PROFESSIONAL = "professional"
    PRESENT = "present"
    CHILD_SEEN = "child_seen"
    VOICE = "voice"
    ACTION = "action"
    DECISION = "decision"
    EXPECTED = "expected"
    COMMENT = "comment"
    IMPACT = "impact"
    GAPS = "gaps"
    AGE = "age"
    STATUS = "status"
    RATING = "rating"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    OTHER = "other"


class Why(StrEnum):
    """Why a row is not an entry."""

    HEADING = "header"
    REPEATED_HEADING = "repeated header"
    TITLE = "title"
    PERIOD_HEADING = "year heading"
    SECTION = "section heading"
    BLANK = "blank"
    LEGEND = "legend"
    CLOSING = "closing"
    NOTE = "note"
    OTHER_TABLE = "not a chronology"
    BY_HAND = "left out by a person"


class Act(StrEnum):
    """What a person can do about a row; each is one kind of `RowFix` or of other correction."""

    TYPE_DATE = "type_date"
    KEEP_UNDATED = "keep_undated"
    SAME_DAY = "same_day"
    TAKE_IN = "take_in"
    LEAVE_OUT = "leave_out"
    CHOOSE_COLUMN = "choose_column"
    CHOOSE_HEADING = "choose_heading"
    NAME_AGENCY = "name_agency"


class Level(StrEnum):
    """How pressing a matter is: `ask` wants a decision before the file is accepted, `note` is worth a look."""

    ASK = "ask"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=False)
class Place:
    """Where a row stands: the file's name, the table, and the row counted from 1 as the table stands, headings
    included.

    Where one small table holds one entry the row is 1. Where headings run down the first column the row is the
    column's number, counted from 1. Where entries are paragraphs of running text the table is `text` and the row is
    the paragraph's number, counted from 1.
    """

    file: str
    table: TableName
    row: int

    def __str__(self) -> str:
        table = f"table {self.table + 1}" if isinstance(self.table, int) else f"“{self.table}”"
        return f"{self.file}, {table}, row {self.row}"


@dataclass(frozen=True, slots=True)
class Attention:
    """Something a person should look at.

    `sentence` says what is wrong, `remedy` what to do about it, `acts` which corrections settle it, `code` names the
    kind of matter.
    """

    code: str
    sentence: str
    remedy: str
    acts: tuple[Act, ...] = ()
    level: Level = Level.ASK


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row that tells of an event.

    `when` is the day and time as read (`when.text` is what was read, which may join two cells); `date_text` and
    `time_text` are the cells as given, empty where the cell was blank. `recorded` is when the agency wrote it down,
    where a column says so. `assumed` is a sentence saying what was taken from elsewhere (the row above, a year
    heading), empty when nothing was. `fields` are the columns that were understood, one text per meaning; `cells` is
    the whole row untouched. `rows` are all rows of the table the entry was made from, where it took more than the one
    it is named by. `changed` names what a person corrected.
    """

    place: Place
    agency: str
    when: DateReading
    date_text: str
    time_text: str = ""
    description: str
    recorded: DateReading | None = None
    fields: tuple[tuple[Meaning, str], ...] = ()
    cells: Cells = ()
    attention: tuple[Attention, ...] = ()
    assumed: str = ""
    rows: tuple[int, ...] = ()
    hidden: bool = False
    changed: tuple[str, ...] = ()

    def field(self, meaning: Meaning) -> str:
        """Return the text of the column with this meaning; empty when the row has none."""
        return next((text for known, text in self.fields if known is meaning), "")

    @property
    def asks(self) -> bool:
        """True when a person must decide something about this entry before its file is accepted."""
        return any(item.level is Level.ASK for item in self.attention)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not an entry, why, and the row itself, so that it can be taken in after all."""

    place: Place
    why: Why
    sentence: str
    cells: Cells = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading as given, what we take it to mean, how sure (0 to 1) and why.

    `index` counts from 0. `key` names the column in a correction: the heading, or "column 3" where there is none.
    """

    index: int
    heading: str
    meaning: Meaning
    confidence: float
    why: str
    samples: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """How one table (or a document's paragraphs) was read.

    `layout` is `rows` (one entry a row), `columns` (headings down the side, one entry a column), `forms` (each entry
    its own small table), `paragraphs` (a dated list without a table) or `none` (not a chronology; `why` says what it
    seems to be). `heading_rows` are row numbers, empty when the table has no heading of its own.
    """

    table: TableName
    layout: str
    why: str
    heading_rows: tuple[int, ...] = ()
    columns: tuple[Column, ...] = ()
    entries: int = 0
    left_out: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A whole file as read: every row that is not empty is in exactly one of `entries` and `left_out`.

    `digest` is the SHA-256 of the file's bytes. `agency_confidence` runs from 0 (not known) to 1 (a person said so).
    """

    file: str
    kind: str
    digest: str
    agency: str
    agency_confidence: float
    agency_why: str
    tables: tuple[TableReading, ...]
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...] = ()
    attention: tuple[Attention, ...] = ()

    @property
    def asking(self) -> tuple[Entry, ...]:
        """The entries about which a person must decide something."""
        return tuple(entry for entry in self.entries if entry.asks)

    @property
    def blocked(self) -> bool:
        """True while something must be decided before the file can be accepted."""
        return any(item.level is Level.ASK for item in self.attention) or any(entry.asks for entry in self.entries)
