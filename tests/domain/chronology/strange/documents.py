"""Whole documents: forms, sheets, running text, tables that are something else."""

from tests.domain.chronology.strange.drawing import Strange, several, strange, table, text
from threadline.domain.chronology.grid import Table

_FORM = """
Date of contact | {day}
Time | {clock}
Professional | {who}
What happened | {words}
Outcome | {outcome}
"""


def _form(name: int, day: str, clock: str, words: str) -> Table:
    return table(_FORM.format(day=day, clock=clock, who="HV Rush", words=words, outcome="None"), name)


DOCUMENTS: tuple[Strange, ...] = (
    several(
        "each entry a small form, label left and value right",
        [
            table("Agency | Westmarch Community Health\nAuthor | Named nurse"),
            _form(1, "03/02/2015", "10:30", "Clinic: weight steady."),
            _form(2, "05/02/2015", "", "No access visit."),
            _form(3, "?9 Feb 2015", "2pm", "Telephone call to mother."),
        ],
        [
            (1, "1 | 2015-02-03 | 10:30 | Clinic: weight steady."),
            (2, "1 | 2015-02-05 | | No access visit."),
            (3, "1 | 2015-02-09 | 14:00 | Telephone call to mother."),
        ],
        agency="Westmarch Community Health",
    ),
    several(
        "forms of four columns, two labels in a row",
        [
            table(
                "Date: | 03/02/2015 | Time: | 1030\nStaff: | PC Sorrel | Ref: | 12\nDetails: | Called to a disturbance. | << | <<"
            ),
            table(
                "Date: | 04/02/2015 | Time: | 2215\nStaff: | PC Sorrel | Ref: | 13\nDetails: | Arrest for assault. | << | <<",
                1,
            ),
        ],
        [(0, "1 | 2015-02-03 | 10:30 | Called to a disturbance."), (1, "1 | 2015-02-04 | 22:15 | Arrest for assault.")],
    ),
    several(
        "forms with the label in the same cell",
        [
            table("== Date: 3 February 2015\n== Source: GP record\n== Event: Seen with cough."),
            table("== Date: 9 February 2015\n== Source: GP record\n== Event: Not brought to review.", 1),
        ],
        [(0, "1 | 2015-02-03 | | Seen with cough."), (1, "1 | 2015-02-09 | | Not brought to review.")],
    ),
    several(
        "forms with labels above their values",
        [
            table(
                "Date | Time | Worker\n03/02/2015 | 0930 | M. Teasel\n== Details\n== Planned visit. Child playing.\n== Action taken\n== None"
            ),
            table(
                "Date | Time | Worker\n07/02/2015 | 1130 | M. Teasel\n== Details\n== Unannounced visit, no reply.\n== Action taken\n== Card left",
                1,
            ),
        ],
        [
            (0, "1 | 2015-02-03 | 09:30 | Planned visit. Child playing."),
            (1, "1 | 2015-02-07 | 11:30 | Unannounced visit, no reply."),
        ],
    ),
    several(
        "small tables, each a heading and one row",
        [
            table("Date | Time | Event\n03/02/2015 | 0930 | Planned visit."),
            table("Date | Time | Event\n07/02/2015 | 1130 | Unannounced visit.", 1),
            table("Date | Time | Event\n09/02/2015 | | Core group.", 2),
        ],
        [
            (0, "1 | 2015-02-03 | 09:30 | Planned visit."),
            (1, "1 | 2015-02-07 | 11:30 | Unannounced visit."),
            (2, "1 | 2015-02-09 | | Core group."),
        ],
    ),
    several(
        "everything else a report holds around its chronology",
        [
            table(
                "Version | Date | Author | Description of change\n0.1 | 01/03/2016 | J. Larch | First draft for comment\n1.0 | 14/03/2016 | J. Larch | Final version after checking"
            ),
            table(
                "Name | Relationship to child | Date of birth\nT.D. | Subject | 03/02/2011\nK.D. | Mother | 12/05/1990",
                1,
            ),
            table("Name | Role | Organisation | Email\nA. Bramley | Chair | Board | chair@example.org", 2),
            table(
                "Date | Time | Event | Source\n03/02/2015 | 0930 | Planned visit. | File\n05/02/2015 | | Call to school. | File",
                3,
            ),
            table("Abbreviation | Meaning\nHV | Health visitor\nCSC | Children's social care", 4),
            table(
                "Recommendation | Action | Lead | Target date\n1. Train staff | Course in spring | J. Larch | 01/06/2016",
                5,
            ),
            table(
                "Document | Date | Author\nSingle assessment | 04/01/2015 | M. Teasel\nCore group minutes | 09/02/2015 | M. Teasel",
                6,
            ),
            table("Signed | J. Larch\nDate | 14 March 2016\nDesignation | Named professional", 7),
        ],
        [(3, "2 | 2015-02-03 | 09:30 | Planned visit.\n3 | 2015-02-05 | | Call to school.")],
    ),
    several(
        "workbook with a sheet a year and dates without one",
        [
            table("Date | Event\n3 Nov | Visit.\n12 Dec | Call.", "2014"),
            table("Date | Event\n9 Jan | Visit.\n2 Feb | Call.", "2015"),
            table("Code | Meaning\nV | Visit\nC | Call", "Codes"),
        ],
        [
            ("2014", "2 | 2014-11-03 | | Visit.\n3 | 2014-12-12 | | Call."),
            ("2015", "2 | 2015-01-09 | | Visit.\n3 | 2015-02-02 | | Call."),
        ],
        kind="xlsx",
        file="timeline.xlsx",
    ),
    several(
        "workbook with a sheet an agency",
        [
            table("Date | Event\n03/02/2015 | Arrest.", "Police"),
            table("Date | Event\n04/02/2015 | Absent.\n05/02/2015 | Absent.", "School"),
        ],
        [
            ("Police", "2 | 2015-02-03 | | Arrest."),
            ("School", "2 | 2015-02-04 | | Absent.\n3 | 2015-02-05 | | Absent."),
        ],
        kind="xlsx",
        file="combined.xlsx",
    ),
    strange(
        "spreadsheet with real dates, times as fractions and dates with times",
        """
        Westmarch Ambulance Service | | | |
        | | | |
        Date | Time | Incident | Crew | Outcome
        @2015-02-03 | @0.40625 | Fall downstairs. | A1 | ED
        @2015-02-04 | @14:30 | Fit at home. | A2 | ED
        05/02/15 | 1445 | Called back. | A2 | Left at home
        @2015-02-06 16:45 | | Collapse. | A1 | ED
        42042 | | Transfer. | A1 | Ward
        """,
        """
        4 | 2015-02-03 | 09:45 | Fall downstairs.
        5 | 2015-02-04 | 14:30 | Fit at home.
        6 | 2015-02-05 | 14:45 | Called back.
        7 | 2015-02-06 | 16:45 | Collapse.
        8 | 2015-02-07 | | Transfer.
        """,
        kind="xlsx",
        file="WAS extract.xlsx",
        table_name="Sheet1",
        agency="Westmarch Ambulance Service",
    ),
    strange(
        "hidden rows count",
        """
        Date | Event
        @2015-02-03 | Visit.
        ~ @2015-02-04 | Call.
        @2015-02-05 | Letter.
        """,
        """
        2 | 2015-02-03 | | Visit.
        3 | 2015-02-04 | | Call.
        4 | 2015-02-05 | | Letter.
        """,
        kind="xlsx",
        table_name="Log",
    ),
    text(
        "a list without a table",
        (
            "Chronology: Hollin Hill Surgery",
            "Prepared for the review panel.",
            "2014",
            "3 November 2014 – Seen by Dr Nettle with low mood.",
            "12/12/2014: Telephone consultation.",
            "She said that she was sleeping badly.",
            "2015",
            "9 Jan - Not brought for immunisation.",
            "10 January 2015 at 10.30am: Seen with rash.",
            "Analysis",
            "The surgery had no policy on children who are not brought.",
        ),
        """
        4 | 2014-11-03 | | 3 November 2014 – Seen by Dr Nettle with low mood.
        5 | 2014-12-12 | | 12/12/2014: Telephone consultation. She said that she was sleeping badly.
        8 | 2015-01-09 | | 9 Jan - Not brought for immunisation.
        9 | 2015-01-10 | 10:30 | 10 January 2015 at 10.30am: Seen with rash.
        """,
        agency="Hollin Hill Surgery",
    ),
    text(
        "dates on lines of their own, told below them",
        (
            "12 May 2015",
            "Health visitor called. Mother was out.",
            "14 May 2015",
            "Clinic attended.",
            "Weight on the ninth centile.",
        ),
        """
        1 | 2015-05-12 | | 12 May 2015 Health visitor called. Mother was out.
        3 | 2015-05-14 | | 14 May 2015 Clinic attended. Weight on the ninth centile.
        """,
    ),
    strange(
        "one column, each cell opening with its date",
        """
        == Involvement of the drug service
        12/05/15 – Client attended, reports cutting down.
        19/05/15 – Did not attend.
        w/c 1/6/15 – Three calls, no reply.
        June 2015: letter sent.
        """,
        """
        2 | 2015-05-12 | | 12/05/15 – Client attended, reports cutting down.
        3 | 2015-05-19 | | 19/05/15 – Did not attend.
        4 | 2015-06-01 .. 2015-06-07 | | w/c 1/6/15 – Three calls, no reply.
        5 | 2015-06-01 .. 2015-06-30 | | June 2015: letter sent.
        """,
    ),
    strange(
        "no date column, dates open the event",
        """
        Event | Source
        12/05/15 - Client attended. | File
        19/05/15 at 1030 - Did not attend. | File
        """,
        """
        2 | 2015-05-12 | | 12/05/15 - Client attended.
        3 | 2015-05-19 | 10:30 | 19/05/15 at 1030 - Did not attend.
        """,
    ),
    strange(
        "a turned table with a title above and times of their own",
        """
        == Timeline of the admission
        Date | 03/02/2015 | 03/02/2015 | 04/02/2015
        Time | 10:20 | 12:45 | 08:00
        Event | Arrived by ambulance. | Seen by registrar. | Discharged.
        Who was present | Mother | Mother | Father
        """,
        """
        2 | 2015-02-03 | 10:20 | Arrived by ambulance.
        3 | 2015-02-03 | 12:45 | Seen by registrar.
        4 | 2015-02-04 | 08:00 | Discharged.
        """,
    ),
    strange(
        "export from a system with a preamble and record columns",
        """
        Report generated: 14/03/2016 09:12 | | | | |
        Patient: XXX | | | | |
        | | | | |
        Created on | Created by | Event date | Event type | Narrative | Org
        04/02/2015 08:00 | jlarch | 03/02/2015 | Consultation | Seen with cough, chest clear. | H81
        09/02/2015 17:30 | jlarch | 09/02/2015 | Letter | Letter received from hospital about appointment. | H81
        10/02/2015 09:00 | jlarch | 09/02/2015 | Consultation | Telephone call to mother, no reply. | H81
        Report run by jlarch on 14/03/2016 | | | | |
        """,
        """
        5 | 2015-02-03 | | Seen with cough, chest clear.
        6 | 2015-02-09 | | Letter received from hospital about appointment.
        7 | 2015-02-09 | | Telephone call to mother, no reply.
        """,
        kind="csv",
        file="export.csv",
        meanings={"Created on": "recorded", "Event type": "kind", "Created by": "professional"},
    ),
)
