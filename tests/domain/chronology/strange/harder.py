"""Layouts thought of after the first ones passed: traps more than templates."""

from tests.domain.chronology.strange.drawing import Strange, several, strange, table

HARDER: tuple[Strange, ...] = (
    strange(
        "two parts in one sheet, each with headings of its own",
        """
        Part 1: mother | | |
        Date | Time | Event | Outcome
        03/02/2015 | 0900 | Booked at clinic. | Seen
        05/02/2015 | | Missed scan. | Letter
        | | |
        Part 2: child | | |
        Event | Date | Professional | Source
        Weighed. | 07/03/2015 | HV Rush | Red book
        Immunised. | 09/03/2015 | PN Oak | EMIS
        """,
        """
        3 | 2015-02-03 | 09:00 | Booked at clinic.
        4 | 2015-02-05 | | Missed scan.
        8 | 2015-03-07 | | Weighed.
        9 | 2015-03-09 | | Immunised.
        """,
    ),
    strange(
        "abbreviations under the last entry",
        """
        Date | Event
        03/02/2015 | HV visited.
        05/02/2015 | CSC rang.
        Abbreviations |
        HV | Health visitor
        CSC | Children's social care
        """,
        """
        2 | 2015-02-03 | | HV visited.
        3 | 2015-02-05 | | CSC rang.
        """,
    ),
    strange(
        "a signature block under the last entry",
        """
        Date | Event | Action
        03/02/2015 | HV visited. | None
        05/02/2015 | CSC rang. | None
        Completed by: | J. Larch |
        Role: | Named nurse |
        Date: | 14/03/2016 |
        """,
        """
        2 | 2015-02-03 | | HV visited.
        3 | 2015-02-05 | | CSC rang.
        """,
    ),
    strange(
        "times of every kind",
        """
        Date | Time | Event
        03/02/2015 | n/k | A.
        04/02/2015 | approx 2pm | B.
        05/02/2015 | 14.30hrs | C.
        06/02/2015 | 0900-0930 | D.
        07/02/2015 | 9.15 am | E.
        08/02/2015 | noon | F.
        09/02/2015 | 23:59 | G.
        10/02/2015 | - | H.
        """,
        """
        2 | 2015-02-03 | | A.
        3 | 2015-02-04 | 14:00 | B.
        4 | 2015-02-05 | 14:30 | C.
        5 | 2015-02-06 | 09:00 | D.
        6 | 2015-02-07 | 09:15 | E.
        7 | 2015-02-08 | 12:00 | F.
        8 | 2015-02-09 | 23:59 | G.
        9 | 2015-02-10 | | H.
        """,
    ),
    strange(
        "exact days in many spellings",
        """
        Date | Event
        Mon 5 Jan 2015 | A.
        Friday, 6th February 2015 | B.
        7-Mar-15 | C.
        2015-04-08 | D.
        20150509 | E.
        10.06.2015 | F.
        11 07 15 | G.
        August 12th, 2015 | H.
        13/09/2015 (Sunday) | I.
        """,
        """
        2 | 2015-01-05 | | A.
        3 | 2015-02-06 | | B.
        4 | 2015-03-07 | | C.
        5 | 2015-04-08 | | D.
        6 | 2015-05-09 | | E.
        7 | 2015-06-10 | | F.
        8 | 2015-07-11 | | G.
        9 | 2015-08-12 | | H.
        10 | 2015-09-13 | | I.
        """,
    ),
    strange(
        "newest year first",
        """
        Date | Event
        == 2015
        9 March | Three.
        7 Feb | Two.
        == 2014
        24 Dec | One.
        """,
        """
        3 | 2015-03-09 | | Three.
        4 | 2015-02-07 | | Two.
        6 | 2014-12-24 | | One.
        """,
    ),
    strange(
        "year headings in words",
        """
        Date | Event | Source
        == YEAR: 2013
        3 Nov | A. | File
        == Calendar Year 2014
        12 Dec | B. | File
        == Events during 2015
        9 Jan | C. | File
        == 2016 – child aged 4
        2 Feb | D. | File
        == JANUARY - MARCH 2017
        5 Feb | E. | File
        """,
        """
        3 | 2013-11-03 | | A.
        5 | 2014-12-12 | | B.
        7 | 2015-01-09 | | C.
        9 | 2016-02-02 | | D.
        11 | 2017-02-05 | | E.
        """,
    ),
    strange(
        "a school year as the heading of days without a year",
        """
        Date | Log | Staff
        == Academic year 2014/15
        3 Nov | Late. | AT
        12 Jan | Absent. | AT
        6 July | Trip. | AT
        == Academic year 2015/16
        9 Sept | New class. | BL
        """,
        """
        3 | 2014-11-03 | | Late.
        4 | 2015-01-12 | | Absent.
        5 | 2015-07-06 | | Trip.
        7 | 2015-09-09 | | New class.
        """,
    ),
    strange(
        "empty first column and numbers without a heading",
        """
        | | Date | Details of contact
        | 1 | 03/02/2015 | Rang mother.
        | 2 | 05/02/2015 | Rang school.
        """,
        """
        2 | 2015-02-03 | | Rang mother.
        3 | 2015-02-05 | | Rang school.
        """,
    ),
    strange(
        "a heading merged over date and time columns",
        """
        Date and time | << | Event | Action
        03/02/2015 | 0930 | Rang mother. | None
        05/02/2015 | 1130 | Rang school. | None
        """,
        """
        2 | 2015-02-03 | 09:30 | Rang mother.
        3 | 2015-02-05 | 11:30 | Rang school.
        """,
    ),
    strange(
        "a log all in capitals",
        """
        DATE | TIME | EVENT
        03/02/2015 | 0930 | CALL FROM NEIGHBOUR
        | 0945 | UNIT SENT
        | | CHILD SEEN WELL
        04/02/2015 | | NO FURTHER ACTION
        """,
        """
        2 | 2015-02-03 | 09:30 | CALL FROM NEIGHBOUR
        3 | 2015-02-03 | 09:45 | UNIT SENT
        4 | 2015-02-03 | | CHILD SEEN WELL
        5 | 2015-02-04 | | NO FURTHER ACTION
        """,
    ),
    strange(
        "page marks between rows",
        """
        Date | Event | Source
        03/02/2015 | Rang mother. | File
        == Page 1 of 2
        == Continued overleaf
        Date | Event | Source
        05/02/2015 | Rang school. | File
        == Page 2 of 2
        """,
        """
        2 | 2015-02-03 | | Rang mother.
        6 | 2015-02-05 | | Rang school.
        """,
    ),
    strange(
        "dates over several lines of a cell",
        """
        Date | Event
        03/02/2015\\n(Tuesday) | A.
        05/02/15\\nto\\n07/02/15 | B.
        9th\\nFebruary\\n2015 | C.
        """,
        """
        2 | 2015-02-03 | | A.
        3 | 2015-02-05 .. 2015-02-07 | | B.
        4 | 2015-02-09 | | C.
        """,
    ),
    several(
        "a second sheet that goes on without headings, and one hidden",
        [
            table(
                "Date | Time | Event\n@2015-02-03 | @09:30 | Rang mother, who was out.\n@2015-02-05 | | Rang school and left a message.",
                "Log",
            ),
            table(
                "@2015-02-09 | @10:15 | Visited the house and saw both of the children.\n@2015-02-11 | | Wrote to the surgery to ask for records.",
                "Log cont",
            ),
            table(
                "Date | Time | Event\n@2015-03-01 | | Older entry kept on a hidden sheet.\n@2015-03-02 | | And one more of them.",
                "Archive",
                hidden=True,
            ),
            table("Instructions |\nOne row for each contact |", "Guidance"),
        ],
        [
            (
                "Log",
                "2 | 2015-02-03 | 09:30 | Rang mother, who was out.\n3 | 2015-02-05 | | Rang school and left a message.",
            ),
            (
                "Log cont",
                "1 | 2015-02-09 | 10:15 | Visited the house and saw both of the children.\n2 | 2015-02-11 | | Wrote to the surgery to ask for records.",
            ),
            (
                "Archive",
                "2 | 2015-03-01 | | Older entry kept on a hidden sheet.\n3 | 2015-03-02 | | And one more of them.",
            ),
        ],
        kind="xlsx",
        file="log.xlsx",
    ),
    several(
        "a worked example on a sheet of its own",
        [
            table("Date | Event | Source\n01/01/2014 | Example: child seen at clinic. | GP record", "Example"),
            table(
                "Date | Event | Source\n03/02/2015 | Rang mother. | File\n05/02/2015 | Rang school. | File",
                "Chronology",
            ),
        ],
        [("Chronology", "2 | 2015-02-03 | | Rang mother.\n3 | 2015-02-05 | | Rang school.")],
        kind="xlsx",
        file="return.xlsx",
    ),
    several(
        "a worked example above the real table",
        [
            table(
                "Date | Event | Source\n01/01/2014 | Child seen at clinic. | GP record",
                0,
                before=("Please complete the table as in the example below.", "Example:"),
            ),
            table(
                "Date | Event | Source\n03/02/2015 | Rang mother. | File\n05/02/2015 | Rang school. | File",
                1,
                before=("Chronology",),
            ),
        ],
        [(1, "2 | 2015-02-03 | | Rang mother.\n3 | 2015-02-05 | | Rang school.")],
    ),
    several(
        "a table a year, the year in the paragraph above, headings only once",
        [
            table(
                "Date | Event | Source\n3 Nov | Rang mother. | File\n12 Dec | Rang school. | File",
                0,
                before=("2014", ""),
            ),
            table("9 Jan | Visited. | File\n2 Feb | Wrote. | File", 1, before=("2015",)),
        ],
        [
            (0, "2 | 2014-11-03 | | Rang mother.\n3 | 2014-12-12 | | Rang school."),
            (1, "1 | 2015-01-09 | | Visited.\n2 | 2015-02-02 | | Wrote."),
        ],
    ),
    several(
        "forms with labels nobody knows",
        [
            table(
                "Logged | 03/02/2015\nMember | A. Teasel\nGist | Mother attended the drop-in and asked for a food parcel."
            ),
            table(
                "Logged | 05/02/2015\nMember | A. Teasel\nGist | Mother came again, tearful, and would not say why.", 1
            ),
            table("Logged | not known\nMember | B. Larch\nGist | Father rang to ask where the mother was.", 2),
        ],
        [
            (0, "1 | 2015-02-03 | | Mother attended the drop-in and asked for a food parcel."),
            (1, "1 | 2015-02-05 | | Mother came again, tearful, and would not say why."),
            (2, "1 | | | Father rang to ask where the mother was."),
        ],
    ),
    several(
        "forms with a title row and a blank date",
        [
            table("== Contact 1\nDate | 03/02/2015\nDetails | Mother rang.\nAction | None"),
            table("== Contact 2\nDate | \nDetails | Mother rang again.\nAction | None", 1),
            table("== Contact 3\nDate | 07/02/2015\nDetails | Visit.\nAction | None", 2),
        ],
        [
            (0, "1 | 2015-02-03 | | Mother rang."),
            (1, "1 | 2015-02-03 | | Mother rang again."),
            (2, "1 | 2015-02-07 | | Visit."),
        ],
    ),
    strange(
        "several forms one under the other in one table",
        """
        Date | 03/02/2015
        Time | 0930
        What happened | Mother rang.
        Outcome | None
        Date | 05/02/2015
        Time |
        What happened | Visit: no reply.
        Outcome | Card left
        """,
        """
        1 | 2015-02-03 | 09:30 | Mother rang.
        5 | 2015-02-05 | | Visit: no reply.
        """,
    ),
    strange(
        "long combined headings",
        """
        Date & Time of Contact/Incident | Nature of Contact / Significant Event | Professional(s) Involved / Role | Response and Outcome | Child/ren seen? Y/N
        03/02/2015 10:15 | Strategy meeting by telephone. | M. Teasel, SW | Joint enquiry | N
        05/02/2015 09:00 | Medical at hospital. | Dr Aspen | Report | Y
        """,
        """
        2 | 2015-02-03 | 10:15 | Strategy meeting by telephone.
        3 | 2015-02-05 | 09:00 | Medical at hospital.
        """,
        meanings={
            "Child/ren seen? Y/N": "child_seen",
            "Response and Outcome": "action",
            "Professional(s) Involved / Role": "professional",
        },
    ),
    strange(
        "start and finish that are times",
        """
        Date | Start | Finish | Session notes | Worker
        03/02/2015 | 10:00 | 11:00 | Mother attended, talked about money. | KS
        10/02/2015 | 10:00 | 10:30 | Left early. | KS
        """,
        """
        2 | 2015-02-03 | 10:00 | Mother attended, talked about money.
        3 | 2015-02-10 | 10:00 | Left early.
        """,
    ),
    strange(
        "from and to that are dates",
        """
        From | To | Placement / event | Reason
        03/02/2015 | 09/02/2015 | Placed with Mr and Mrs Oak. | Emergency
        09/02/2015 | ongoing | Placed with grandmother. | Family
        """,
        """
        2 | 2015-02-03 .. 2015-02-09 | | Placed with Mr and Mrs Oak.
        3 | 2015-02-09 .. | | Placed with grandmother.
        """,
    ),
    strange(
        "the date of the referral received beside the date of the event",
        """
        Ref | Date received | Incident date | Summary | Grade
        PPN1 | 04/02/2015 | 03/02/2015 | Shouting heard by neighbour. | High
        PPN2 | 06/02/2015 | 05/02/2015 | Assault reported. | High
        """,
        """
        2 | 2015-02-03 | | Shouting heard by neighbour.
        3 | 2015-02-05 | | Assault reported.
        """,
        meanings={"Date received": "recorded", "Grade": "rating"},
    ),
    strange(
        "a second date column with the same heading words",
        """
        Date | Event | Date of next review | Worker
        03/02/2015 | Core group held. | 03/03/2015 | MT
        03/03/2015 | Core group held again. | 03/04/2015 | MT
        """,
        """
        2 | 2015-02-03 | | Core group held.
        3 | 2015-03-03 | | Core group held again.
        """,
    ),
    strange(
        "rows not applicable that are still rows",
        """
        Date | Event | Comment
        N/A | No contact with the service in this period. | Quiet
        March 2015 | | Staffing gap
        05/04/2015 | Referral received. | Late
        """,
        """
        2 | | | No contact with the service in this period.
        3 | 2015-03-01 .. 2015-03-31 | |
        4 | 2015-04-05 | | Referral received.
        """,
    ),
    strange(
        "a list of drafts, a list of meetings and a list of people that are no chronology",
        """
        Issue | Date | Description
        1 | 01/03/2016 | First draft
        2 | 08/03/2016 | Comments of panel included
        """,
        "",
    ),
    strange(
        "prose with a date in it is no chronology",
        """
        == The agency considers that practice on 4 March 2015 was in line with procedure.
        == A full account is in the single agency report of 14 May 2016.
        """,
        "",
    ),
    strange(
        "blank rows, a total and a filter line of a system export",
        """
        Filter: all contacts 01/01/2015 to 31/12/2015 | | | |
        | | | |
        Contact ID | Contact Date/Time | Contact Type | Contact Notes | Entered By
        90011 | 03/02/2015 09:30 | Telephone | Mother rang to cancel. | JL
        | | | |
        90012 | 05/02/2015 14:05 | Face to face | Seen at clinic. | JL
        | | | |
        Count: 2 | | | |
        """,
        """
        4 | 2015-02-03 | 09:30 | Mother rang to cancel.
        6 | 2015-02-05 | 14:05 | Seen at clinic.
        """,
        meanings={
            "Contact ID": "sequence",
            "Contact Date/Time": "date_time",
            "Contact Type": "kind",
            "Entered By": "professional",
        },
    ),
)
