"""Column headings of published templates and of forms seen in the field, in many orders and wordings."""

from tests.domain.chronology.strange.drawing import Strange, strange

TEMPLATES: tuple[Strange, ...] = (
    strange(
        "start and end columns with a sequence",
        """
        Event Ref | Start Date | Start Time | End Date | End Time | Source of Information | Significant Event | Analysis
        1 | 22.05.16 | 14:30 | | 15:10 | Niche 4411 | Officers attended the address. | Prompt
        2 | 23.05.16 | | 25.05.16 | | PNC | Suspect wanted. | None
        3 | ?27 May 2016 | 0900 | | | Custody | Interviewed at station. |
        """,
        """
        2 | 2016-05-22 | 14:30 | Officers attended the address.
        3 | 2016-05-23 .. 2016-05-25 | | Suspect wanted.
        4 | 2016-05-27 | 09:00 | Interviewed at station.
        """,
        meanings={
            "Event Ref": "sequence",
            "End Date": "end_date",
            "End Time": "end_time",
            "Source of Information": "source",
            "Analysis": "comment",
        },
    ),
    strange(
        "tabular timeline of a health trust turned on its side",
        """
        Event date and time | 03/02/2015 10:20 | 04/02/2015 | 06/02/2015 2pm
        Policy or acceptable practice (what should have happened) | Triage in 15 minutes | Handover | Review in clinic
        Event (what actually happened) | Child triaged after two hours. | Child moved to ward. | Child not brought to clinic.
        Additional information | Department busy | | Letter sent to old address
        Missing information, data gaps | Triage form | |
        Notable practice | | Play specialist involved |
        Care delivery problems | Delay | |
        Contributory factors | Staffing | |
        """,
        """
        2 | 2015-02-03 | 10:20 | Child triaged after two hours.
        3 | 2015-02-04 | | Child moved to ward.
        4 | 2015-02-06 | 14:00 | Child not brought to clinic.
        """,
        meanings={
            "Policy or acceptable practice (what should have happened)": "expected",
            "Missing information, data gaps": "gaps",
            "Notable practice": "comment",
            "Additional information": "comment",
        },
    ),
    strange(
        "court chronology",
        """
        Serial number | Date | Event/Detail | Witness or document reference
        1. | 14.06.2011 | Birth of the child. | C12
        2. | June 2012 | Family moved to Hollin Street. | C14
        3. | 2013 | Mother in hospital. | Stmt of SW, para 9
        """,
        """
        2 | 2011-06-14 | | Birth of the child.
        3 | 2012-06-01 .. 2012-06-30 | | Family moved to Hollin Street.
        4 | 2013-01-01 .. 2013-12-31 | | Mother in hospital.
        """,
        meanings={"Serial number": "sequence", "Event/Detail": "event", "Witness or document reference": "source"},
    ),
    strange(
        "significant events with impact and mitigation",
        """
        == Chronology of Significant Events
        Child's name: J.M. | | | | |
        Date or Period of Event | Review | Significant Event | Source | Impact (either positive or negative) | Action taken to mitigate adverse impact
        1/3/14 - 5/3/14 | | Stayed with aunt. | Social work file | Positive | None needed
        9 March 2014 | Yes | Returned home to mother. | Social work file | Negative: distressed | Visit brought forward
        """,
        """
        4 | 2014-03-01 .. 2014-03-05 | | Stayed with aunt.
        5 | 2014-03-09 | | Returned home to mother.
        """,
        meanings={
            "Impact (either positive or negative)": "impact",
            "Action taken to mitigate adverse impact": "action",
            "Review": "status",
        },
    ),
    strange(
        "school record with signature column",
        """
        Date | Information/Details of concerns or contact | Print Name and Signature
        4/9/14 | Late to school. No PE kit. | A. Teasel
        11/9/14 | Mum telephoned: child unwell. | A. Teasel
        12-9-14 | Attended. Tired, asked for food. | B. Larch
        """,
        """
        2 | 2014-09-04 | | Late to school. No PE kit.
        3 | 2014-09-11 | | Mum telephoned: child unwell.
        4 | 2014-09-12 | | Attended. Tired, asked for food.
        """,
        meanings={"Print Name and Signature": "professional", "Information/Details of concerns or contact": "event"},
    ),
    strange(
        "incident date and writing date",
        """
        Date and time of incident | Date and time of writing | Facts (who, what, where, when, witnesses) | Child's account or perspective | Professional opinion | Other information | Actions and whom told
        5/1/15 8.50am | 5/1/15 4pm | Bruise seen on forearm in PE. | "I fell off my bike" | Consistent | Sibling absent | DSL told
        7/1/15 12.15pm | 9/1/15 9am | Child crying in corridor. | Would not say | Worried | | Rang home
        """,
        """
        2 | 2015-01-05 | 08:50 | Bruise seen on forearm in PE.
        3 | 2015-01-07 | 12:15 | Child crying in corridor.
        """,
        meanings={
            "Date and time of incident": "date_time",
            "Date and time of writing": "recorded",
            "Child's account or perspective": "voice",
            "Professional opinion": "comment",
            "Actions and whom told": "action",
        },
    ),
    strange(
        "safeguarding lead's log",
        """
        Date of incident (DD MM YY) | Incident or concern | Other information (witnesses, immediate action) | Signature, role, date completed | DSL: action taken incl. reasons and outcomes
        05 11 14 | Came to school in slippers. | TA saw | P. Ash TA 05 11 14 | Shoes lent
        06 11 14 | Said there was no food in the house. | Head told | P. Ash TA 06 11 14 | Referral made
        """,
        """
        2 | 2014-11-05 | | Came to school in slippers.
        3 | 2014-11-06 | | Said there was no food in the house.
        """,
    ),
    strange(
        "surgery list with a category code",
        """
        Child: T.D.  DOB 03/02/2011 | | |
        Agency: Hollin Hill Surgery | | |
        Date of contact | Code (0-12) | Details of contact | Seen by
        12/05/2014 | 0 | Chest infection, antibiotics. | Dr Nettle
        30/05/2014 | 7 | Not brought for review. | Dr Fennel
        """,
        """
        4 | 2014-05-12 | | Chest infection, antibiotics.
        5 | 2014-05-30 | | Not brought for review.
        """,
        meanings={"Code (0-12)": "kind", "Seen by": "professional"},
        agency="Hollin Hill Surgery",
    ),
    strange(
        "youth offending: offence, sentence and details",
        """
        Date | Offence | Sentence | Details
        14/02/2013 | Theft from shop | Referral order 6 months | Stole food with an older boy. Victim letter written.
        02/08/2013 | Common assault | Youth rehabilitation order | Pushed a member of staff at the children's home during an argument.
        """,
        """
        2 | 2013-02-14 | | Stole food with an older boy. Victim letter written.
        3 | 2013-08-02 | | Pushed a member of staff at the children's home during an argument.
        """,
        meanings={"Sentence": "action", "Details": "event"},
    ),
    strange(
        "parent's own list",
        """
        Date (dd/mm/yyyy) | Event | Source (how you know)
        06/2012 | We moved in together. | I was there
        25/12/2012 | He broke the door. | Photo on phone
        """,
        """
        2 | 2012-06-01 .. 2012-06-30 | | We moved in together.
        3 | 2012-12-25 | | He broke the door.
        """,
        meanings={"Source (how you know)": "source"},
    ),
    strange(
        "online harm log",
        """
        Date | Time | Platform or location | What happened | Evidence available
        3 May 2016 | 19:40 | Chat app | Messages asking for pictures. | Screenshots
        4 May 2016 | c. 8pm | Bus station | Met by an adult man. | CCTV
        """,
        """
        2 | 2016-05-03 | 19:40 | Messages asking for pictures.
        3 | 2016-05-04 | 20:00 | Met by an adult man.
        """,
        meanings={"Platform or location": "place", "Evidence available": "source"},
    ),
    strange(
        "lawyer's fact sheet",
        """
        Date & Time | Fact Text | Source(s) | Status | Linked Issues
        03/02/2015 09:15 | Duty worker takes the call. | Case note 41 | Undisputed | Threshold
        03/02/2015 | Manager signs off. | Case note 42 | Disputed | Supervision
        """,
        """
        2 | 2015-02-03 | 09:15 | Duty worker takes the call.
        3 | 2015-02-03 | | Manager signs off.
        """,
        meanings={"Fact Text": "event", "Status": "status", "Source(s)": "source"},
    ),
    strange(
        "defensible chronology of adult care",
        """
        Time stamp | Source reference | Decision point | Rationale | Action | Escalation | Narrative
        12/01/2016 10:05 | CM-1 | Accept referral | Meets criteria | Allocated | No | Referral received from ward about self-neglect.
        14/01/2016 15:30 | CM-2 | Visit | Risk of fire | Fire service told | Yes | Home visit: hoarding, one exit blocked.
        """,
        """
        2 | 2016-01-12 | 10:05 | Referral received from ward about self-neglect.
        3 | 2016-01-14 | 15:30 | Home visit: hoarding, one exit blocked.
        """,
        meanings={
            "Time stamp": "date_time",
            "Decision point": "decision",
            "Rationale": "decision",
            "Escalation": "action",
        },
    ),
    strange(
        "description, actions by staff, decisions",
        """
        Date and time | Description | Actions by staff | Decisions | Communication with partners
        1 June 2015, 11.00 | Bruising reported by carer. | Body map | Refer | Rang district nurse
        1 June 2015, 14.20 | GP visit. | None | Monitor | None
        """,
        """
        2 | 2015-06-01 | 11:00 | Bruising reported by carer.
        3 | 2015-06-01 | 14:20 | GP visit.
        """,
    ),
    strange(
        "nurse reviewer: documentation and event time",
        """
        Documentation timestamp | Event time | Provider | Event
        04/05/2015 18:10 | 04/05/2015 16:45 | Sr Bramley | Child fell from bed.
        05/05/2015 07:30 | 05/05/2015 02:15 | Dr Aspen | Reviewed, well.
        """,
        """
        2 | 2015-05-04 | 16:45 | Child fell from bed.
        3 | 2015-05-05 | 02:15 | Reviewed, well.
        """,
        meanings={"Documentation timestamp": "recorded", "Event time": "date_time", "Provider": "professional"},
    ),
    strange(
        "date made and who recorded it",
        """
        Date of event | Date entry made | Recorded by | Event
        01/02/2011 | 03/02/2011 | P. Quill | Core group held.
        15/02/2011 | 15/02/2011 | P. Quill | Visit: no reply.
        """,
        """
        2 | 2011-02-01 | | Core group held.
        3 | 2011-02-15 | | Visit: no reply.
        """,
        meanings={"Date entry made": "recorded", "Recorded by": "professional"},
    ),
    strange(
        "questions as headings",
        """
        When? | Who was there? | What happened? | Where? | How do we know? | So what?
        3 Mar 2015 | Mother, worker | Planned visit, house clean. | Home | Case notes | Improving
        9 Mar 2015 | Worker | No reply to the door. | Home | Case notes | Avoidance?
        """,
        """
        2 | 2015-03-03 | | Planned visit, house clean.
        3 | 2015-03-09 | | No reply to the door.
        """,
        meanings={
            "When?": "date",
            "Who was there?": "present",
            "Where?": "place",
            "How do we know?": "source",
            "So what?": "comment",
        },
    ),
    strange(
        "merged chronology with the agency in front of the source",
        """
        Date | Time | Source | Event
        03/02/2015 | 1015 | Westmarch Police: STORM 12 | Called to the address.
        03/02/2015 | 1130 | Larkspur School: log | Child absent.
        04/02/2015 | | Westmarch Police: PPN 9 | Form shared.
        """,
        """
        2 | 2015-02-03 | 10:15 | Called to the address.
        3 | 2015-02-03 | 11:30 | Child absent.
        4 | 2015-02-04 | | Form shared.
        """,
    ),
    strange(
        "agency and source in one column, action and outcome in another",
        """
        Date/Time | Agency/Source | Event | Action & Outcome | RAG | Author's analysis
        3/2/15 14.10 | Health visiting / RiO | Clinic attended. | Advice given | G | Routine
        4/2/15 | Health visiting / RiO | Call to GP. | None | A | Delay
        """,
        """
        2 | 2015-02-03 | 14:10 | Clinic attended.
        3 | 2015-02-04 | | Call to GP.
        """,
        meanings={"Date/Time": "date_time", "Agency/Source": "source", "Action & Outcome": "action", "RAG": "rating"},
    ),
    strange(
        "misspelt headings",
        """
        Dtae | Tmie | Soruce of information | Signficant Event | Comemnts
        03/02/2015 | 10:15 | File | Visit made. | Fine
        05/02/2015 | 11:15 | File | Call made. | Fine
        """,
        """
        2 | 2015-02-03 | 10:15 | Visit made.
        3 | 2015-02-05 | 11:15 | Call made.
        """,
        meanings={"Comemnts": "comment", "Soruce of information": "source"},
    ),
    strange(
        "headings with guidance in them",
        """
        DATE\\n(dd/mm/yy) | TIME\\n24hr clock | SIGNIFICANT EVENT\\nPlease give facts only: who was present, what was said, what was seen. Do not give opinion here. | WAS THE CHILD SEEN? (Y/N) | AUTHOR'S COMMENT\\nWas practice as expected?
        03/02/15 | 0930 | Seen at clinic. | Y | Yes
        04/02/15 | 1600 | Not in. | N | No
        """,
        """
        2 | 2015-02-03 | 09:30 | Seen at clinic.
        3 | 2015-02-04 | 16:00 | Not in.
        """,
    ),
    strange(
        "columns in an unusual order, event first and date last",
        """
        What happened | Practitioner | Outcome | Seen alone? | Date of contact
        Home visit, all well. | M. Teasel | Continue | Yes | 3 February 2015
        Telephone call to school. | M. Teasel | None | n/a | 5 February 2015
        """,
        """
        2 | 2015-02-03 | | Home visit, all well.
        3 | 2015-02-05 | | Telephone call to school.
        """,
        meanings={"Seen alone?": "child_seen", "Practitioner": "professional"},
    ),
    strange(
        "a short kind of contact beside the details",
        """
        Date | Contact | Details | Outcome
        03/02/2015 | Home visit | Mother at home with both children, house warm and tidy. | Next visit 17/02
        05/02/2015 | Phone call | School rang to say that the child had not arrived. | Text sent
        09/02/2015 | Home visit | No reply at the door although voices were heard inside. | Card left
        12/02/2015 | Phone call | Mother said that they had been at the hospital. | None
        13/02/2015 | Home visit | Child seen with healing burn on the left hand. | Referred
        """,
        """
        2 | 2015-02-03 | | Mother at home with both children, house warm and tidy.
        3 | 2015-02-05 | | School rang to say that the child had not arrived.
        4 | 2015-02-09 | | No reply at the door although voices were heard inside.
        5 | 2015-02-12 | | Mother said that they had been at the hospital.
        6 | 2015-02-13 | | Child seen with healing burn on the left hand.
        """,
        meanings={"Contact": "kind", "Details": "event"},
    ),
    strange(
        "an event title beside its description",
        """
        Date | Event | Description | Source
        03/02/2015 | Strategy meeting | Police, health and social care agreed a joint enquiry. | Minutes
        05/02/2015 | Medical | Two bruises recorded on a body map. | Letter
        """,
        """
        2 | 2015-02-03 | | Police, health and social care agreed a joint enquiry.
        3 | 2015-02-05 | | Two bruises recorded on a body map.
        """,
    ),
    strange(
        "notes beside the event are comment",
        """
        Date | Event | Notes
        03/02/2015 | Strategy meeting held by telephone. | Should have been face to face
        05/02/2015 | Child seen by paediatrician. | Good and prompt
        """,
        """
        2 | 2015-02-03 | | Strategy meeting held by telephone.
        3 | 2015-02-05 | | Child seen by paediatrician.
        """,
        meanings={"Notes": "comment"},
    ),
    strange(
        "day, month and year in columns of their own",
        """
        Year | Month | Day | Details
        2014 | March | 3 | First visit.
        | | 17 | Second visit.
        | April | 2 | Third visit.
        2015 | Jan | 5 | Case closed.
        """,
        """
        2 | 2014-03-03 | | First visit.
        3 | 2014-03-17 | | Second visit.
        4 | 2014-04-02 | | Third visit.
        5 | 2015-01-05 | | Case closed.
        """,
    ),
    strange(
        "year in a column beside the date",
        """
        Year | Date | Event
        2014 | 3 March | First visit.
        2014 | 17 March | Second visit.
        2015 | 5 Jan | Case closed.
        """,
        """
        2 | 2014-03-03 | | First visit.
        3 | 2014-03-17 | | Second visit.
        4 | 2015-01-05 | | Case closed.
        """,
    ),
    strange(
        "weekday in a column beside the date",
        """
        Day | Date | Time | Incident
        Tue | 03/02/2015 | 10:00 | Shouting heard.
        Wed | 04/02/2015 | 22:30 | Door slammed, child crying.
        """,
        """
        2 | 2015-02-03 | 10:00 | Shouting heard.
        3 | 2015-02-04 | 22:30 | Door slammed, child crying.
        """,
    ),
    strange(
        "a column for each agency",
        """
        Date | Westmarch Police | Hollin Hill Surgery | Larkspur School | Comment
        03/02/2015 | Called to the address by a neighbour. | | | Linked
        04/02/2015 | | | Child tired and withdrawn. |
        06/02/2015 | | Mother seen with low mood. | | Not shared
        """,
        """
        2 | 2015-02-03 | | Called to the address by a neighbour.
        3 | 2015-02-04 | | Child tired and withdrawn.
        4 | 2015-02-06 | | Mother seen with low mood.
        """,
    ),
    strange(
        "the agency in a column",
        """
        No | Agency | Date | Time | Event | Child seen
        1 | Police | 03/02/2015 | 1000 | Called to the address. | N
        2 | School | 03/02/2015 | 1100 | Absent. | N
        3 | GP | 05/02/2015 | | Seen with cough. | Y
        """,
        """
        2 | 2015-02-03 | 10:00 | Called to the address.
        3 | 2015-02-03 | 11:00 | Absent.
        4 | 2015-02-05 | | Seen with cough.
        """,
        meanings={"Agency": "agency"},
    ),
    strange(
        "unknown words above the columns",
        """
        Occasion | Particulars | Remitted to
        03/02/2015 | Mother attended the drop-in and asked about benefits. | Advice desk
        17/02/2015 | Mother attended again with a black eye, said she fell. | Manager
        """,
        """
        2 | 2015-02-03 | | Mother attended the drop-in and asked about benefits.
        3 | 2015-02-17 | | Mother attended again with a black eye, said she fell.
        """,
    ),
    strange(
        "ambulance log with call times",
        """
        Incident No | Date | Time of call | Time arrived | Presenting complaint | Disposal
        88121 | 03/02/2015 | 23:50 | 00:04 | Fall from chair, head injury. | ED
        88233 | 09/03/2015 | 07:12 | 07:20 | Febrile child. | Left at home
        """,
        """
        2 | 2015-02-03 | 23:50 | Fall from chair, head injury.
        3 | 2015-03-09 | 07:12 | Febrile child.
        """,
    ),
    strange(
        "housing diary with free wording",
        """
        Diary date | Officer initials | Diary entry | Ref
        3.2.15 | TB | Arrears letter two sent. | HB/1
        10.2.15 | TB | Neighbour reports banging at night. | HB/2
        """,
        """
        2 | 2015-02-03 | | Arrears letter two sent.
        3 | 2015-02-10 | | Neighbour reports banging at night.
        """,
    ),
)
