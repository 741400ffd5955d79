"""Templates put together at random, as agencies put theirs together: other headings, other order, other habits. A
fixed seed each.
"""

from datetime import date, timedelta
from random import Random

import pytest

from threadline.domain.chronology.entries import Entry
from threadline.domain.chronology.grid import EMPTY, Cell, Document, Row, Table
from threadline.domain.chronology.interpret import interpret

HEADINGS = {
    "date": "Date; Date of contact; Event date; When; DATE; Date(s); Date of Entry; Date of incident/contact; "
    "Diary Date; Date seen",
    "time": "Time; Time of contact; Start time; Time (24hr); Approx time; Hours; At (time); Time of call",
    "event": "Event; Significant event; Details; What happened; Description; Contact; Summary of contact; "
    "Narrative; Case note; Notes;"
    "Incident / Contact; Detail of involvement; Record of contact; Details of Concern; Event / Intervention; "
    "Progress note; Text",
    "who": "Professional; Staff; Worker; Officer; Recorded by; Name and role; Clinician; Seen by; Logged by; "
    "Keyworker; Initials; Who",
    "source": "Source; Source of information; Record; File ref; Evidence; Document; Where recorded; Record ref; "
    "Log no.; Bundle page",
    "action": "Outcome; Action taken; Response; Follow up; Result; Agency response; Next steps; Decision / action;"
    " What we did",
    "comment": "Comment; Analysis; Author's comment; Reflection; IMR comments; Good practice / missed "
    "opportunities; Hindsight",
    "seen": "Child seen?; Seen; Child seen (Y/N); Was the child seen?; Seen alone; Child seen/spoken to",
    "kind": "Type; Contact type; Category; Method; Nature of contact; Event type",
    "recorded": "Date recorded; Date entered; Recorded on; Entered on system; Date logged",
    "unknown": "Weather; Ward code; Locality; NHS no; Postcode sector",
}
VALUES = {
    "who": ("J. Larch", "M. Teasel SW", "Dr Nettle", "HV Rush"),
    "source": ("File", "RiO", "EMIS", "Log 4411", "PPN 991"),
    "action": ("None", "Letter sent", "NFA", "Referral made to another agency for support with housing", ""),
    "comment": (
        "",
        "Good practice",
        "The history was not considered and the child was not seen alone.",
        "Policy followed",
    ),
    "seen": ("Yes", "No", "Asleep", "N/A", ""),
    "kind": ("Home visit", "Telephone call", "Letter", "Email", "Meeting"),
    "unknown": ("A1", "B2", "C3"),
}
EVENTS = (
    "Home visit together with the social worker; the child was seen and spoken to in the kitchen.",
    "Rang mother. No reply.",
    "Referral from the school about a mark on the arm. Mother said that he fell off the sofa.",
    "Not brought to clinic. Second appointment sent.",
    "Core group. Plan reviewed; next date set.",
    "Called to the address by a neighbour. Children in bed. Advice given, log closed.",
)
SEEDS = range(160)


def _day(day: date, style: int) -> str:
    suffix = "th" if 10 <= day.day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return (
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%y}",
        f"{day.day} {day:%B} {day.year}",
        f"{day.day}{suffix} {day:%b} {day.year}",
        f"{day.day}-{day:%b}-{day:%y}",
        f"{day:%Y-%m-%d}",
        f"{day:%a} {day.day} {day:%B} {day.year}",
    )[style]


class _Template:
    """One made-up template and the entries written in it."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        extra = [key for key in HEADINGS if key not in ("date", "time", "event") and self.chance.random() < 0.45]
        self.keys = ["date", *(["time"] if self.chance.random() < 0.7 else []), "event", *extra]
        if self.chance.random() < 0.35:
            self.chance.shuffle(self.keys)
        self.heads = {key: self.chance.choice(HEADINGS[key].split(";")).strip() for key in self.keys}
        self.style = self.chance.randrange(7)
        self.carry = self.chance.choice(("repeat", "repeat", "blank", "ditto"))
        self.years = self.chance.random() < 0.25
        self.told: list[tuple[int | str, int, str, str, str]] = []

    def cells(self, day: date, clock: str, event: str, same: bool) -> dict[str, Cell]:
        """The cells of one entry by column."""
        words = {
            "date": self.date_words(day, same),
            "time": clock,
            "event": event,
            "recorded": f"{day + timedelta(1):%d/%m/%Y}",
        }
        texts = {key: words[key] if key in words else self.chance.choice(VALUES[key]) for key in self.keys}
        return {key: Cell(text, text) if text else EMPTY for key, text in texts.items()}

    def date_words(self, day: date, same: bool) -> str:
        """The date as this template writes it."""
        if same and self.carry != "repeat":
            return "" if self.carry == "blank" else self.chance.choice(("ditto", "as above", '"', "same day"))
        return f"{day.day} {day:%b}" if self.years else _day(day, self.style)

    def events(self) -> list[tuple[date, str, str, bool]]:
        """Some entries in order: day, time, words, and whether the day is that of the entry above."""
        day, made = date(2014, 9, 1), []
        for number in range(self.chance.choice((1, 2, 5, 12))):
            step = self.chance.choice((0, 1, 5, 40)) if number else 0
            day += timedelta(step)
            clock = self.chance.choice(("", "09:30", "1415", "2.30pm")) if "time" in self.keys else ""
            made.append((day, clock, self.chance.choice(EVENTS), number > 0 and not step))
        return made

    def note(self, table: int | str, row: int, day: date, clock: str, event: str) -> None:
        """Remember what must be read."""
        read = {"": "", "09:30": "09:30", "1415": "14:15", "2.30pm": "14:30"}[clock]
        self.told.append((table, row, day.isoformat(), read, event))

    def as_rows(self) -> Document:
        """One table with titles, repeated headings, blank rows, year headings and a closing row here and there."""
        size, year = len(self.keys), ""
        rows: list[Row] = []

        def add(*texts: str, span: bool = False) -> None:
            cells = tuple(Cell(text, text) if text else EMPTY for text in texts)
            rows.append(Row(len(rows) + 1, (*cells, *(EMPTY,) * (size - len(cells))), span=span))

        for title in self.chance.choice(((), (), ("Westmarch Police", "Completed by: J. Larch", ""))):
            add(title)
        add(*self.heads.values())
        for day, clock, event, same in self.events():
            if self.years and str(day.year) != year:
                year, same = str(day.year), False
                add(self.chance.choice((year, f"{year} (continued)")), span=True)
            if rows[-1].cells and self.chance.random() < 0.05 and not same:
                add(*self.heads.values())
            made = self.cells(day, clock, event, same)
            rows.append(Row(len(rows) + 1, tuple(made[key] for key in self.keys)))
            self.note("Log", len(rows), day, clock, event)
        if self.chance.random() < 0.3:
            add(self.chance.choice(("End of chronology", "END", "Signed: J. Larch")))
        return Document("file.xlsx", "xlsx", (Table("Log", tuple(rows)),), digest="d")

    def as_forms(self) -> Document:
        """A small table for each entry, label left and words right, a title table before them."""
        self.years = False
        colon = self.chance.choice(("", ":"))
        tables = [
            Table(
                0,
                (Row(1, (Cell("Agency", ""), Cell("Police", ""))), Row(2, (Cell("Author", ""), Cell("J. Larch", "")))),
            )
        ]
        for day, clock, event, same in (*self.events(), (date(2016, 1, 5), "", EVENTS[0], False)):
            made = self.cells(day, clock, event, same)
            labels = ((Cell(f"{self.heads[key]}{colon}", ""), made[key]) for key in self.keys)
            tables.append(Table(len(tables), tuple(Row(number, pair) for number, pair in enumerate(labels, 1))))
            self.note(len(tables) - 1, 1, day, clock, event)
        return Document("file.docx", "docx", tuple(tables), digest="d")


def _told(entry: Entry) -> tuple[int | str, int, str, str, str]:
    clock = f"{entry.when.time_from:%H:%M}" if entry.when.time_from else ""
    return entry.place.table, entry.place.row, str(entry.when.earliest), clock, entry.description


@pytest.mark.parametrize("seed", SEEDS)
def test_a_table_of_any_template_is_read_whole(seed: int) -> None:
    template = _Template(seed)

    reading = interpret(template.as_rows())

    assert [_told(entry) for entry in reading.entries] == template.told


@pytest.mark.parametrize("seed", SEEDS[:80])
def test_forms_of_any_template_are_read_whole(seed: int) -> None:
    template = _Template(1000 + seed)

    reading = interpret(template.as_forms())

    assert [_told(entry) for entry in reading.entries] == template.told
