"""The people, agencies and family of the worked example. Nobody here exists."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from threadline.access import roles

PASSWORD = "rowan-house-is-only-an-example"  # noqa: S105  # of invented people, printed on purpose
BOARD = "Westmarch Safeguarding Children Board (example)"
OTHER_BOARD = "Eastmarch Safeguarding Children Board (example)"
REFERENCE = "R-2015-03"
OTHER_REFERENCE = "E-2015-01"
INCIDENT = date(2015, 9, 30)
PERIOD = (date(2014, 9, 1), date(2015, 9, 30))
PERIOD_REASON = "The family moved into the area in September 2014, and every agency's work began there."
ASKED_DAYS_AGO, DUE_DAYS_AGO = 30, 2


@dataclass(frozen=True, slots=True)
class Player:
    """Someone to sign in as."""

    name: str
    email: str
    role: roles.Role
    agency: str = ""
    board: str = BOARD

    @property
    def line(self) -> str:
        """How the person is printed at the start."""
        place = self.agency or (self.board if self.board != BOARD else "")
        return f"  {self.email:<34} {self.name}, {self.role.title}{', ' + place if place else ''}"


PLAYERS = (
    Player("Asha Fernleigh", "asha@threadline.example", roles.BUSINESS_MANAGER),
    Player("Ruth Ellerby", "ruth@threadline.example", roles.INDEPENDENT_CHAIR),
    Player("Marcus Thornhill", "marcus@threadline.example", roles.LEAD_REVIEWER),
    Player("Edwin Marl", "edwin@threadline.example", roles.PANEL_CHAIR),
    Player("Grace Okonedo-Vale", "grace@threadline.example", roles.PANEL_MEMBER),
    Player("Ian Sorrel", "ian@threadline.example", roles.SAAR_AUTHOR, "Westmarch Police"),
    Player("Vera Stile", "vera@threadline.example", roles.AGENCY_APPROVER, "Westmarch Community Health"),
    Player("Nia Bracken", "nia@threadline.example", roles.SAAR_AUTHOR, "Westmarch Community Health"),
    Player("Ben Tarn", "ben@threadline.example", roles.PRACTITIONER, "Westmarch Community Health"),
    Player("Iris Cobb", "iris@threadline.example", roles.BOARD_MEMBER),
    Player("Noor Fallow", "noor@threadline.example", roles.INSPECTOR),
    Player("Tom Wick", "tom@threadline.example", roles.ADMINISTRATOR),
    Player("Petra Quill", "petra@threadline.example", roles.BUSINESS_MANAGER, board=OTHER_BOARD),
    Player("Hana Rill", "hana@threadline.example", roles.CO_REVIEWER, board=OTHER_BOARD),
    Player("Oswin Haddock", "oswin@threadline.example", roles.INDEPENDENT_CHAIR, board=OTHER_BOARD),
    Player("Lorna Petrie", "lorna@threadline.example", roles.LEAD_REVIEWER, board=OTHER_BOARD),
    Player("Cyril Banbury", "cyril@threadline.example", roles.PANEL_CHAIR, board=OTHER_BOARD),
    Player("Hetty Oakes", "hetty@threadline.example", roles.PANEL_MEMBER, board=OTHER_BOARD),
    Player("Walt Farthing", "walt@threadline.example", roles.SAAR_AUTHOR, "Eastmarch Police", OTHER_BOARD),
    Player("Joan Liddell", "joan@threadline.example", roles.AGENCY_APPROVER, "Eastmarch Police", OTHER_BOARD),
    Player("Basil Crane", "basil@threadline.example", roles.BOARD_MEMBER, board=OTHER_BOARD),
)
OTHER_AGENCIES = ("Eastmarch Police",)

FILES = {
    "01 Westmarch Police chronology v3 FINAL.docx": "Westmarch Police",
    "Northfield Trust timeline.xlsx": "Northfield Hospitals NHS Trust",
    "CSC IMR chronology.docx": "Westmarch Children's Social Care",
    "HV chronology TD SD.docx": "Westmarch Community Health",
    "gp_records_export.csv": "Mill Lane Surgery",
    "Larkspur school log.xlsx": "Larkspur Primary and Nursery",
    "WestmarchHomes_tenancy.ods": "Westmarch Homes",
    "Probation timeline.rtf": "Westmarch Probation",
    "Turnaround.odt": "Turnaround Recovery Service",
}
CORRECTED_FILE, CORRECTED_NAME = "Larkspur school log.xlsx", "Larkspur school log - corrected.xlsx"
SILENT_AGENCY = "Westmarch Ambulance Service"


@dataclass(frozen=True, slots=True)
class Named:
    """Someone the records name."""

    name: str
    kind: str
    relation: str
    also: tuple[str, ...]
    born_on: date | None = None


FAMILY = (
    Named("Tyler Dunmore", "child", "the child of the review", ("Tyler", "TD", "Tyler DUNMORE"), date(2011, 6, 14)),
    Named("Skye Dunmore", "child", "sister", ("Skye", "SD", "Skye DUNMORE"), date(2007, 11, 2)),
    Named("Kayleigh Dunmore", "family", "mother", ("Kayleigh", "Ms Dunmore", "Mum", "mother", "KD")),
    Named("Dean Hollis", "family", "mother's partner", ("Dean", "Mr Hollis", "DH", "boyfriend")),
    Named("Patricia Dunmore", "family", "maternal grandmother", ("Mrs Dunmore", "MGM", "Nan", "grandmother")),
)


def corrected(original: bytes) -> bytes:
    """The school's log as it was sent again: the missing date given, one response added."""
    book = load_workbook(BytesIO(original))
    for row in book["Chronology"].iter_rows():
        for cell in row:
            if cell.value == "date not recorded":
                cell.value = "12 May 2015"
    last = book["Chronology"].max_row
    book["Chronology"].cell(last, 5).value = "Head teacher told. Attendance letter sent the next day."
    out = BytesIO()
    book.save(out)
    return out.getvalue()
