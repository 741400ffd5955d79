"""Habits inside a table: headings in time, blanks, dittos, notes, totals, continuations, dates of every kind."""

from tests.domain.chronology.strange.drawing import Strange, several, strange, table

ROWS: tuple[Strange, ...] = (
    strange(
        "year rows, one continued after a page",
        """
        Date | Event | Source
        == 2014
        3 Nov | Booked with midwife. | Notes
        12 Dec | Scan. | Notes
        == 2015
        9 Jan | Birth. | Notes
        == 2015 (continued)
        11 Jan | Discharge home. | Notes
        2/3 | Six week check. | Notes
        """,
        """
        3 | 2014-11-03 | | Booked with midwife.
        4 | 2014-12-12 | | Scan.
        6 | 2015-01-09 | | Birth.
        8 | 2015-01-11 | | Discharge home.
        9 | 2015-03-02 | | Six week check.
        """,
    ),
    strange(
        "month rows with days of the month below",
        """
        Date | Time | Details
        == January 2015
        5th | 9am | First contact.
        17th | | Second contact.
        == February
        3 | 10.30 | Third contact.
        == March 2015 (cont'd)
        Tues 10th | | Fourth contact.
        """,
        """
        3 | 2015-01-05 | 09:00 | First contact.
        4 | 2015-01-17 | | Second contact.
        6 | 2015-02-03 | 10:30 | Third contact.
        8 | 2015-03-10 | | Fourth contact.
        """,
    ),
    strange(
        "school years that are not calendar years",
        """
        Date | Concern | Action
        == Year 10
        3 Nov 2014 | Fight at break. | Detention
        == Year 11
        == 2015/16
        21 Sept | Truanting. | Call home
        14 Jan | Excluded for two days. | Meeting
        """,
        """
        3 | 2014-11-03 | | Fight at break.
        6 | 2015-09-21 | | Truanting.
        7 | 2016-01-14 | | Excluded for two days.
        """,
    ),
    strange(
        "the year in the date cell of its own row",
        """
        Date | Event | Outcome
        2014 | |
        3 Nov | Visit. | None
        2015: | |
        9 Jan | Visit. | None
        """,
        """
        3 | 2014-11-03 | | Visit.
        5 | 2015-01-09 | | Visit.
        """,
    ),
    strange(
        "a day as a row of its own with events below",
        """
        Time | Event | Officer
        == Monday 5 January 2015
        09:10 | Call from neighbour. | PC 1
        09:40 | Unit sent. | PC 2
        == Tuesday 6 January 2015
        11:00 | Statement taken. | DC 3
        """,
        """
        3 | 2015-01-05 | 09:10 | Call from neighbour.
        4 | 2015-01-05 | 09:40 | Unit sent.
        6 | 2015-01-06 | 11:00 | Statement taken.
        """,
    ),
    strange(
        "a day in the date column with blank dates below",
        """
        Date | Time | Event
        05/01/2015 | |
        | 0910 | Call from neighbour.
        | 0940 | Unit sent.
        06/01/2015 | |
        | 1100 | Statement taken.
        """,
        """
        3 | 2015-01-05 | 09:10 | Call from neighbour.
        4 | 2015-01-05 | 09:40 | Unit sent.
        6 | 2015-01-06 | 11:00 | Statement taken.
        """,
    ),
    strange(
        "one date cell merged over several rows",
        """
        Date | Time | Event
        05/01/2015 | 0910 | Call from neighbour.
        ^^ | 0940 | Unit sent.
        ^^ | 1010 | Child found.
        06/01/2015 | 1100 | Statement taken.
        """,
        """
        2 | 2015-01-05 | 09:10 | Call from neighbour.
        3 | 2015-01-05 | 09:40 | Unit sent.
        4 | 2015-01-05 | 10:10 | Child found.
        5 | 2015-01-06 | 11:00 | Statement taken.
        """,
    ),
    strange(
        "ditto in many spellings",
        """
        Date | Event
        05/01/2015 | One.
        " | Two.
        ditto | Three.
        Same date | Four.
        As above, 3pm | Five.
        do. | Six.
        same day 16:00 | Seven.
        """,
        """
        2 | 2015-01-05 | | One.
        3 | 2015-01-05 | | Two.
        4 | 2015-01-05 | | Three.
        5 | 2015-01-05 | | Four.
        6 | 2015-01-05 | 15:00 | Five.
        7 | 2015-01-05 | | Six.
        8 | 2015-01-05 | 16:00 | Seven.
        """,
    ),
    strange(
        "blank under a span keeps the span",
        """
        Date | Event
        12-14 May 2015 | Respite stay.
        | Report of the stay filed.
        """,
        """
        2 | 2015-05-12 .. 2015-05-14 | | Respite stay.
        3 | 2015-05-12 .. 2015-05-14 | | Report of the stay filed.
        """,
    ),
    strange(
        "undated, unknown and impossible days",
        """
        Date | Event
        Not known | Historic concern about neglect.
        30/02/2015 | Call logged.
        TBC | Letter to be found.
        n/a | Family known to the service before.
        05/01/2015 | Visit.
        """,
        """
        2 | | | Historic concern about neglect.
        3 | | | Call logged.
        4 | | | Letter to be found.
        5 | | | Family known to the service before.
        6 | 2015-01-05 | | Visit.
        """,
    ),
    strange(
        "first row without a date",
        """
        Date | Event | Source
        | Family moved into the area. | Letter
        05/01/2015 | Visit. | File
        """,
        """
        2 | | | Family moved into the area.
        3 | 2015-01-05 | | Visit.
        """,
    ),
    strange(
        "notes, legends and totals in and around the rows",
        """
        Chronology of Westmarch Homes | | | |
        Prepared by: Housing manager | | | |
        Date prepared: 03/03/2016 | | | |
        No. | Date | Event | Officer | Source
        Key: | T = tenant, O = officer | | |
        1 | 05/01/2015 | T reported damp. | O1 | Log
        2 | 09/01/2015 | Inspection. | O2 | Log
        Note: | Records before 2015 were destroyed. | | |
        3 | 12/01/2015 | Repair done. | O2 | Log
        | | | |
        Total | 3 | | |
        == End of chronology
        == Signed: J. Larch, Housing Manager, 3 March 2016
        """,
        """
        6 | 2015-01-05 | | T reported damp.
        7 | 2015-01-09 | | Inspection.
        9 | 2015-01-12 | | Repair done.
        """,
        agency="Westmarch Homes",
    ),
    strange(
        "an instruction row and an example row under the headings",
        """
        Date | Time | Event | Comment
        dd/mm/yyyy | 24 hour clock | What happened, in full | Your view
        e.g. 01/04/2014 | 10:00 | Home visit by health visitor. | None
        05/01/2015 | 0930 | Visit. |
        06/01/2015 | | Call. |
        """,
        """
        4 | 2015-01-05 | 09:30 | Visit.
        5 | 2015-01-06 | | Call.
        """,
    ),
    strange(
        "column numbers under the headings",
        """
        Date | Time | Event | Comment
        (1) | (2) | (3) | (4)
        05/01/2015 | 0930 | Visit. | Fine
        06/01/2015 | | Call. | Fine
        """,
        """
        3 | 2015-01-05 | 09:30 | Visit.
        4 | 2015-01-06 | | Call.
        """,
    ),
    strange(
        "section headings between rows",
        """
        Date | Event | Source
        == Period 1: pregnancy and birth
        05/01/2015 | Booking. | Notes
        == ANTENATAL CONCERNS
        06/02/2015 | Missed scan. | Notes
        Key episode two | |
        07/03/2015 | Birth. | Notes
        """,
        """
        3 | 2015-01-05 | | Booking.
        5 | 2015-02-06 | | Missed scan.
        7 | 2015-03-07 | | Birth.
        """,
    ),
    strange(
        "a merged row that tells of a silence is a note",
        """
        Date | Event | Source
        05/01/2015 | Booking. | Notes
        == There was no contact with the family between January and March 2015.
        07/03/2015 | Birth. | Notes
        """,
        """
        2 | 2015-01-05 | | Booking.
        4 | 2015-03-07 | | Birth.
        """,
    ),
    strange(
        "a line numbered in advance and never filled in",
        """
        No | Date | Event | Source
        1 | 05/01/2015 | Booking. | Notes
        2 | 07/03/2015 | Birth. | Notes
        3 | | |
        4 | | |
        """,
        """
        2 | 2015-01-05 | | Booking.
        3 | 2015-03-07 | | Birth.
        """,
    ),
    strange(
        "repeated heading in other letters and one shortened",
        """
        Date of contact | Time | Detail of contact | Professional
        05/01/2015 | 0900 | Booking. | MW
        DATE OF CONTACT | TIME | DETAIL OF CONTACT | PROFESSIONAL
        07/03/2015 | 0200 | Birth. | MW
        Date of contact | Time | Detail of contact (cont.) | Professional
        09/03/2015 | 1200 | Discharge. | MW
        """,
        """
        2 | 2015-01-05 | 09:00 | Booking.
        4 | 2015-03-07 | 02:00 | Birth.
        6 | 2015-03-09 | 12:00 | Discharge.
        """,
    ),
    strange(
        "no heading at all",
        """
        05/01/2015 | 0930 | Midwife called at the house and left a card. | Sr Bramley
        07/01/2015 | | Mother rang to apologise, new visit arranged. | Sr Bramley
        12/01/2015 | 1415 | Visit made, baby feeding well, house warm. | Sr Bramley
        """,
        """
        1 | 2015-01-05 | 09:30 | Midwife called at the house and left a card.
        2 | 2015-01-07 | | Mother rang to apologise, new visit arranged.
        3 | 2015-01-12 | 14:15 | Visit made, baby feeding well, house warm.
        """,
    ),
    strange(
        "dates of many kinds, none of them exact",
        """
        Date | Event
        w/c 12/01/2015 | A.
        mid March 2015 | B.
        Summer 2015 | C.
        2013 | D.
        c. 4 April 2015 | E.
        before June 2014 | F.
        28 Dec 2014 - 2 Jan 2015 | G.
        overnight 3/4 June 2015 | H.
        """,
        """
        2 | 2015-01-12 .. 2015-01-18 | | A.
        3 | 2015-03-11 .. 2015-03-20 | | B.
        4 | 2015-06-01 .. 2015-08-31 | | C.
        5 | 2013-01-01 .. 2013-12-31 | | D.
        6 | 2015-04-04 | | E.
        7 | .. 2014-05-31 | | F.
        8 | 2014-12-28 .. 2015-01-02 | | G.
        9 | 2015-06-03 .. 2015-06-04 | | H.
        """,
    ),
    strange(
        "date and time in one cell, in either order and over two lines",
        """
        Date/time | What happened
        05/01/2015\\n09:30 | One.
        1015hrs 06/01/2015 | Two.
        7 January 2015 at 2.15pm | Three.
        08/01/15 0045 hrs | Four.
        9.1.15, 9.30am-10.15am | Five.
        """,
        """
        2 | 2015-01-05 | 09:30 | One.
        3 | 2015-01-06 | 10:15 | Two.
        4 | 2015-01-07 | 14:15 | Three.
        5 | 2015-01-08 | 00:45 | Four.
        6 | 2015-01-09 | 09:30 | Five.
        """,
    ),
    strange(
        "only the time in the date cell of later rows",
        """
        Date & Time | Event
        05/01/2015 0930 | One.
        1015 | Two.
        11:45 | Three.
        06/01/2015 | Four.
        """,
        """
        2 | 2015-01-05 | 09:30 | One.
        3 | 2015-01-05 | 10:15 | Two.
        4 | 2015-01-05 | 11:45 | Three.
        5 | 2015-01-06 | | Four.
        """,
    ),
    strange(
        "a year is not written after the first row",
        """
        Date | Event
        3 November 2014 | One.
        12 Dec | Two.
        4 Jan | Three.
        9 Feb | Four.
        """,
        """
        2 | 2014-11-03 | | One.
        3 | 2014-12-12 | | Two.
        4 | 2015-01-04 | | Three.
        5 | 2015-02-09 | | Four.
        """,
    ),
    strange(
        "events in bullets and paragraphs",
        """
        Date | Event | Action
        05/01/2015 | Core group.\\n• Mother present\\n• Father absent\\n• Plan reviewed | None
        | Call to father.\\nNo reply. | Text
        """,
        """
        2 | 2015-01-05 | | Core group.\\n• Mother present\\n• Father absent\\n• Plan reviewed
        3 | 2015-01-05 | | Call to father.\\nNo reply.
        """,
    ),
    strange(
        "an entry merged over neighbouring columns",
        """
        Date | Event | Action | Comment
        05/01/2015 | Core group held at school. | << | Good
        06/01/2015 | Call to father. | None |
        """,
        """
        2 | 2015-01-05 | | Core group held at school.
        3 | 2015-01-06 | | Call to father.
        """,
    ),
    strange(
        "two heading rows, the upper one grouping",
        """
        When | << | What | << | Record
        Date | Time | Event | Child seen? | Recorded by
        05/01/2015 | 0900 | Booking. | Y | MW
        07/03/2015 | 0200 | Birth. | Y | MW
        """,
        """
        3 | 2015-01-05 | 09:00 | Booking.
        4 | 2015-03-07 | 02:00 | Birth.
        """,
    ),
    strange(
        "two heading rows, event and record dates under groups",
        """
        Event | << | << | Recorded | <<
        Date | Time | Details | Date | By
        05/01/2015 | 0900 | Booking. | 08/01/2015 | MW
        07/03/2015 | 0200 | Birth. | 07/03/2015 | MW
        """,
        """
        3 | 2015-01-05 | 09:00 | Booking.
        4 | 2015-03-07 | 02:00 | Birth.
        """,
    ),
    strange(
        "a heading broken over two rows",
        """
        Date of | Time of | Details of | Name of
        contact | contact | contact | professional
        05/01/2015 | 0900 | Booking. | MW Rush
        07/03/2015 | 0200 | Birth. | MW Rush
        """,
        """
        3 | 2015-01-05 | 09:00 | Booking.
        4 | 2015-03-07 | 02:00 | Birth.
        """,
    ),
    strange(
        "title rows that look a little like headings",
        """
        Agency | Westmarch Police | |
        Author | DS Sorrel | |
        Date completed | 14 March 2016 | |
        Period covered | 01/09/2014 | 30/09/2015 |
        | | |
        Date | Time | Event | Source
        05/01/2015 | 0900 | Call. | STORM
        07/03/2015 | 0200 | Arrest. | Custody
        """,
        """
        7 | 2015-01-05 | 09:00 | Call.
        8 | 2015-03-07 | 02:00 | Arrest.
        """,
        agency="Westmarch Police",
    ),
    strange(
        "newest first",
        """
        Date | Event
        09/03/2015 | Three.
        | Three again.
        07/02/2015 | Two.
        05/01/2015 | One.
        """,
        """
        2 | 2015-03-09 | | Three.
        3 | 2015-03-09 | | Three again.
        4 | 2015-02-07 | | Two.
        5 | 2015-01-05 | | One.
        """,
    ),
    strange(
        "author's template notes dated in the year 100",
        """
        Date | Source | Event
        01/01/0100 | # | Template note: add one row for each contact.
        05/01/2015 | Notes | Visit.
        07/01/2015 | Notes | Call.
        """,
        """
        3 | 2015-01-05 | | Visit.
        4 | 2015-01-07 | | Call.
        """,
    ),
    strange(
        "several days in one cell stay one entry",
        """
        Date | Event
        03/05/2015 | Seen.
        12/05/2015, 14/05/2015 | Rang, no reply either time.
        18 May 2015 | Visit.
        """,
        """
        2 | 2015-05-03 | | Seen.
        3 | 2015-05-12 .. 2015-05-14 | | Rang, no reply either time.
        4 | 2015-05-18 | | Visit.
        """,
    ),
    strange(
        "a date in the text of the event is only text",
        """
        Date | Event
        03/05/2015 | 01/05/2015 letter received and filed.
        05/05/2015 | On 2 May 2015 mother had rung twice.
        """,
        """
        2 | 2015-05-03 | | 01/05/2015 letter received and filed.
        3 | 2015-05-05 | | On 2 May 2015 mother had rung twice.
        """,
    ),
    strange(
        "short rows that only look like notes",
        """
        Date | Event | Outcome
        03/05/2015 | Note left at the door. | None
        04/05/2015 | Key worker changed. | None
        05/05/2015 | Total of nine missed appointments. | Discharged
        06/05/2015 | End of tenancy. | Keys returned
        | Example of homework sent home. | None
        07/05/2015 | Please see letter. | NFA
        """,
        """
        2 | 2015-05-03 | | Note left at the door.
        3 | 2015-05-04 | | Key worker changed.
        4 | 2015-05-05 | | Total of nine missed appointments.
        5 | 2015-05-06 | | End of tenancy.
        6 | 2015-05-06 | | Example of homework sent home.
        7 | 2015-05-07 | | Please see letter.
        """,
    ),
    several(
        "a table broken by a page, the second part without headings",
        [
            table(
                """
                Date | Time | Contact | Outcome
                03/02/2015 | 0900 | Rang mother. | None
                05/02/2015 | 1000 | Rang school. | None
                """
            ),
            table(
                """
                | 1100 | Rang school again, spoke to head. | Meeting
                09/02/2015 | 1430 | Meeting held. | Plan
                """,
                1,
            ),
        ],
        [
            (0, "2 | 2015-02-03 | 09:00 | Rang mother.\n3 | 2015-02-05 | 10:00 | Rang school."),
            (1, "1 | 2015-02-05 | 11:00 | Rang school again, spoke to head.\n2 | 2015-02-09 | 14:30 | Meeting held."),
        ],
    ),
    several(
        "two tables with different columns",
        [
            table("Date | Event | Source\n03/02/2015 | Rang mother. | File\n04/02/2015 | Rang father. | File"),
            table(
                "When | Who | What happened | Comment\n05/02/2015 | SW | Visit made. | Late\n06/02/2015 | SW | Core group. | Good",
                1,
            ),
        ],
        [
            (0, "2 | 2015-02-03 | | Rang mother.\n3 | 2015-02-04 | | Rang father."),
            (1, "2 | 2015-02-05 | | Visit made.\n3 | 2015-02-06 | | Core group."),
        ],
    ),
)
