"""The words boards and agencies put above their columns, and what each usually means.

Collected from published chronology templates (tabular timelines, court chronologies, significant-event forms, school
concern logs, integrated chronologies) and from the everyday variants of them. `PHRASES` are headings that mean one
thing; `AMBIGUOUS` are headings that may mean several, settled by what stands below them; `WORDS` are single words that
tell when the whole heading is new to us.
"""

from threadline.domain.chronology.entries import Meaning as M

PHRASES: dict[M, str] = {
    M.SEQUENCE: """
        event ref; event reference; seq; seq no; sequence; sequence number; serial; serial no; serial number;
        s/no; no; nos; number; num; item; item no; item number; entry no; entry number; row; row no; line; line
        no; #; id; event id; event no; event number; record no; contact no; ref no; index; order; key event no;
        ser""",
    M.DATE: """
        date; dates; start date; date start; start; date or period; date or period of event; period; date range;
        date of incident; incident date; date of concern; date of incident or concern; date of event; event
        date; event dates; date of contact; contact date; contact dates; when; when did it happen; when did this
        happen; when was this; date from; from date; from; date of visit; visit date; date of significant event;
        date of occurrence; occurrence date; date occurred; date it happened; date happened; occurred on;
        occurred; date of activity; activity date; date of attendance; attendance date; date of appointment;
        appointment date; date of consultation; consultation date; encounter date; date seen; date of offence;
        offence date; date of referral; referral date; date of meeting; date of call; call date; date of
        session; session date; service date; date of service; date of episode; date of intervention; date of
        action; date dd mm yy; date dd mm yyyy; dd mm yy; dd mm yyyy; date uk; day and date; day date; calendar
        date; timeframe; date period; date of key event; date of admission; date commenced; on; date of
        observation; date this happened; exact date; date if known; approx date; approximate date; date approx;
        date of conviction; journal date; date of arrest; diary date; case note date; note date; log entry date;
        date of call or visit; date of practice episode""",
    M.DATE_TIME: """
        date and time; date time; time and date; datetime; date and time of event; date time of event; date and
        time of incident; date and time of contact; time stamp; timestamp; day and time; when date and time;
        date with time; start date and time; start date time; event date and time; event date time; date and
        start time; date plus time; event timestamp; date and approx time; date and time of visit; date and time
        of call""",
    M.END_DATE: """
        end date; date end; date ended; to date; date to; to; until; end; finish date; date finished; date
        until; ended; end date if applicable; date ceased; date closed""",
    M.TIME: """
        time; times; start time; time start; time of event; event time; time of contact; contact time; approx
        time; approximate time; time approx; hrs; hours; time 24hr; time 24 hr; time 24 hour; time 24 hour
        clock; 24 hour time; 24hr; time of day; time of incident; incident time; time of call; call time; at
        what time; time from; from time; time hh mm; hh mm; clock time; time of visit; time seen; time if known;
        time on; arrival time; time of attendance; time occurred; what time""",
    M.END_TIME: "end time; time end; time to; to time; finish time; time finished; time ended; time left; time "
    "until; departure time; time off",
    M.RECORDED: """
        date recorded; recorded; recorded on; recorded date; recorded at; date of recording; date and time
        recorded; date and time of writing; date of writing; date written; written; date form completed;
        documentation timestamp; date entered; entered; entered on; date of data entry; date entry made; entry
        made; date logged; logged; logged on; date created; created; created on; creation date; date reported;
        reported on; reported; date notified; notified; date received; received; received on; date of receipt;
        record date; date of record; date input; input date; date of input; date inputted; date added; added;
        when recorded; when written; date noted; date documented; time of writing; time recorded; log date;
        report date; date of report; date informed; date agency informed; date of notification; notification
        date; date known; when known; date typed; date made; date information received; date entered on system;
        date on system; system date; date and time entered; date and time of recording; date of log; date stamp;
        date uploaded; date reported to agency; date entry recorded; date event recorded""",
    M.AGENCY: """
        agency; agencies; organisation; organization; service; agency name; name of agency; agency involved;
        department; dept; directorate; which agency; agency providing information; contributing agency;
        reporting agency; submitting agency; source agency; agency source of entry; agency professional; agency
        organisation; organisation agency; agency or professional; agency service; responsible agency; single
        agency; agency code; agency supplying information; lead agency; team agency; provider agency""",
    M.SOURCE: """
        source; sources; source of information; information source; source of info; source reference; source
        ref; witness or document reference; document or witness reference; source how you know; evidence
        available; source of evidence; evidence; file ref; file reference; document; documents; document
        reference; document ref; doc ref; system; page no; page number; page; pages; where recorded; cpoms ref;
        systmone ref; rio ref; emis ref; niche ref; record source; source record; source document; source
        documents; source document reference; recorded in; record system; log no; log number; log ref; incident
        number; incident no; crime no; crime number; crime ref; crime reference; exhibit; where is this
        recorded; where is it recorded; how do we know; how do you know; how you know; how known; information
        from; obtained from; where obtained; record location; bundle ref; bundle page; bundle reference; bundle;
        case note ref; occurrence no; occurrence number; urn; source of record; record reference; record ref;
        where found; where recorded and by whom; records reviewed; source file; source file reference; source
        material; information system; it system; data source; origin; evidence source; evidence reference;
        evidence ref; supporting evidence; supporting document; document page; page ref; page reference;
        location of record; record type; where information held; volume and page; link to document; case file
        ref""",
    M.EVENT: """
        event; events; significant event; significant events; significant incident; event detail; event details;
        details of event; detail of event; detail; details; full details; description; description of event;
        event description; what happened; what actually happened; event what actually happened; fact text;
        facts; fact; facts of event; details of concerns or contact; details of concern; information or details
        of concerns or contact; details of contact; detail of contact; contact details and content; incident;
        incidents; incident or concern; offence; offences; summary of contact; summary of event; summary of
        incident; summary of involvement; narrative; key event; key events; occurrence; log entry; content;
        contents; content of contact; case notes; case recording; case record; record of contact; consultation;
        consultation details; observation; observations; nature of involvement; agency involvement; involvement;
        agency contact; significant contact; nature of event; nature of incident; what; chronology of events;
        chronology; activity; activities; description of contact; details of involvement; details of incident;
        incident details; description of incident; description of involvement; brief details; brief description;
        event summary; contact summary; attendance details; facts who what where when witnesses; factual
        information; factual account; episode; message; synopsis; account; text; entry text; note text;
        narrative text; progress notes; clinical notes; clinical narrative; event narrative; free text; details
        of significant event; description of significant event; title and description; event or contact; contact
        event; event contact; what was the event; details of visit; details of intervention; contact with
        family; contact or event; significant event or contact; visit details; details of attendance;
        presentation; presenting problem; presenting complaint; case event; practice episode; key practice
        event; information known; information held; event and details; main event; what took place; what
        occurred; facts known; event in full; what do records show; record of event; notes of contact; details
        of information; details of offence; description of concern; nature of concern; concern details; what did
        you see or hear; details facts; entry details; journal entry; record entry; log details; what we knew;
        log; diary; diary entry; journal; contact notes; session notes; visit notes; call notes; report;
        allegation; intelligence; circumstances; work undertaken; work done; case activity; encounter; progress;
        update; information shared; information received; relevant information; key information; reason for
        contact; purpose of contact; referral details; occurrence summary; what was recorded; gist; particulars""",
    M.KIND: """
        category; categories; entry type; type; type of contact; contact type; contact method; nature of
        contact; event type; type of event; type of incident; incident type; method; method of contact; mode of
        contact; mode; how; code; category code; event category; form of contact; kind of contact; kind; type of
        entry; nature; contact mode; contact category; event code; type of concern; concern type; category of
        concern; category of event; type of activity; activity type; type of record; means of contact; method
        visit call email; type of visit; type of intervention; contact medium; channel""",
    M.PLACE: """
        platform or location; platform location; location; venue; where; place; place of contact; setting; site;
        ward; location of incident; location of event; location of contact; where did it happen; where did this
        happen; where seen; place seen; place of event; address of incident; clinic""",
    M.PROFESSIONAL: """
        print name and signature; signature; signature role; signature role date; professional; professionals;
        professionals involved; professional involved; staff; staff member; member of staff; staff name; staff
        involved; worker; social worker; officer; officers; practitioner; practitioners; practitioner name;
        completed by; recorded by; entered by; written by; author; name and designation; name and role; name
        role; role; designation; job title; initials; seen by; clinician; clinicians; keyworker; key worker;
        nurse; health visitor; gp; teacher; by whom; by; who recorded; signed; signed by; lead professional;
        professional role; role of professional; name of professional; name and role of professional; worker
        name; name of worker; name of staff; staff initials; professional seen; user; caseworker; case worker;
        offender manager; reported by; informant; consultant; doctor; operator; midwife; pc; author and role;
        practitioner role; professional name; staff role; name of practitioner; attending officer; officer in
        case; lead worker; allocated worker; added by; created by; author name; logged by; contact made by;
        professional and agency; name and job title; responsible officer; who wrote it; professional s involved;
        staff member and role""",
    M.PRESENT: """
        witnesses; witness; who was seen; person seen; persons seen; who seen; persons present; people present;
        present; family members present; family member present; subject; subjects; name of person; family
        member; family members; person; persons; persons involved; people involved; person involved; who was
        present; who was there; who was involved; attendees; attended by; child; child name; childs name; name
        of child; children; client; patient; service user; pupil; pupil name; name of pupil; student; who
        attended; in attendance; those present; seen with; regarding; re; others present; contact with; who
        with; concerning; subject of entry; persons mentioned; subject name; which child; adults present;
        household members present; characters; individual; individuals involved; family member involved; about
        whom; parties""",
    M.CHILD_SEEN: """
        child seen; child seen y n; was the child seen; was child seen; was the child seen alone; was child seen
        alone; child seen alone; seen alone; child seen or spoken to; child seen and spoken to; children seen;
        seen y n; child ren seen; child present; subject child seen; were the children seen; children seen
        alone; child seen yes no; seen yes no; was the child present; child seen alone y n; child seen by
        professional; was child seen or spoken to; seen spoken to; child spoken to""",
    M.VOICE: """
        childs account or perspective; childs account; childs perspective; voice of the child; voice of child;
        wishes and feelings; wishes feelings; childs wishes and feelings; childs views; views of the child;
        child views; lived experience; childs lived experience; what did the child say; childs words; childs
        voice; child voice; voice; what the child said; daily life of the child; views of child; child
        experience; day in the life; voice of the child and lived experience; childs presentation and voice""",
    M.ACTION: """
        action taken; actions taken; action; actions; action taken including reasons and outcomes; action taken
        incl reasons and outcomes; action taken to mitigate; action taken to mitigate adverse impact;
        escalation; sentence; response; agency response; response to event; outcome; outcomes; response outcome;
        action and outcome; actions and outcomes; action outcome; follow up; follow up action; plan; actions and
        whom told; result; results; what was done; what did we do; what was done about it; what action was
        taken; disposal; actions by staff; next steps; outcome of contact; outcome of event; action agreed;
        immediate action; agency action; services offered; service offered; management plan; treatment; advice
        given; action plan; response and outcome; response or outcome; action or decision; action decision;
        communication with partners; what happened next; what was the outcome; action taken by agency; action
        taken and outcome; actions arising; result of contact; services provided; referral made; response taken;
        intervention and outcome; professional response; agency response and outcome; action taken or outcome;
        management action; sanction; disposal outcome; actions and by whom; practitioner response""",
    M.DECISION: """
        decision point; rationale; decision; decisions; reason for decision; reasons for decision; decision and
        rationale; decision rationale; decision and reason; management oversight; managers decision; management
        decision; reason; reasons; decision making; decisions made; decision taken; basis of decision; decision
        maker; reasoning; manager oversight; supervision decision""",
    M.EXPECTED: """
        policy or acceptable practice; policy acceptable practice; policy; acceptable practice; what should have
        happened; expected practice; expected standard; standard; standards; procedure; procedures; expected;
        expected action; expected response; practice standard; best practice; relevant policy; what was
        expected; policy and procedure; policy or procedure""",
    M.COMMENT: """
        analysis; professional opinion; professional judgement; professional judgment; care delivery problems;
        service delivery problems; care delivery problems service delivery problems; cdp; sdp; cdp sdp;
        contributory factors; contributory factor; root causes; root cause; notable practice; additional
        information; other information; comment; comments; authors comment; authors comments; author comment;
        author comments; imr author comment; imr comment; imr comments; analysis of practice; analysis of
        significance; significance; reflection; reflections; hindsight; learning; learning points; good
        practice; missed opportunity; missed opportunities; remarks; critical analysis; authors analysis; author
        analysis; issues; issue; issues identified; linked issues; key practice episode; kpe; reviewer comment;
        reviewers comments; commentary; opinion; why; why did it happen; so what; lessons; lessons learned;
        panel comment; panel comments; query for panel; relevance; additional comments; further comments;
        general comments; analysis of event; analysis of involvement; agency analysis; agency comment; practice
        analysis; evaluation; tags; learning identified; appraisal of practice; quality of practice; author
        observation; comment on practice; significance of event; comment or analysis; authors views;
        significance for the child; themes; theme; assessment of practice; analysis and comment; comments and
        analysis; what this tells us; other information fact or opinion; additional info; supplementary
        information""",
    M.IMPACT: """
        impact; impact on child; impact on the child; effect; effect on child; risk or protective factor; risk
        protective factor; risk factors; protective factors; impact either positive or negative; impact positive
        or negative; risks; harm; harm caused; impact on children; effect on family; consequence; strengths or
        concerns""",
    M.GAPS: """
        missing information; data gaps; missing information data gaps; gaps; further information needed; query;
        queries; information gaps; gaps in information; missing; information missing; further enquiries; further
        information required; information needed; outstanding questions; gaps in record""",
    M.AGE: "age; ages; age of child; childs age; age at event; age of children; age at time; age of subject; "
    "childrens ages; age of child at time",
    M.STATUS: "status; disputed; disputed or undisputed; disputed undisputed; verified; checked; agreed; material;"
    " confirmed; validated",
    M.RATING: "rag; rag rating; rating; grade; grading; level; level of need; severity; risk level; risk rating; "
    "risk grade; priority; rag status; threshold; score; colour",
    M.DAY: "day of month",
    M.MONTH: "month",
    M.YEAR: "year; yr",
    M.OTHER: """
        date of birth; dob; d o b; birth date; telephone; phone; email; address; postcode; duration; length;
        length of contact; length of visit; weekday; day of week; nhs number; gender; ethnicity; relationship;
        review date; target date; due date; date due; by when; timescale; deadline; completion date; version;
        key event y n; photo; attachment; attachments; hyperlink""",
}

AMBIGUOUS: dict[str, dict[M, float]] = {
    "note": {M.EVENT: 0.7, M.COMMENT: 0.55},
    "case note": {M.EVENT: 0.9, M.SOURCE: 0.4},
    "record": {M.SOURCE: 0.7, M.EVENT: 0.6},
    "ref": {M.SEQUENCE: 0.7, M.SOURCE: 0.65},
    "reference": {M.SEQUENCE: 0.65, M.SOURCE: 0.7},
    "name": {M.PROFESSIONAL: 0.6, M.PRESENT: 0.6},
    "who": {M.PRESENT: 0.6, M.PROFESSIONAL: 0.6},
    "contact": {M.EVENT: 0.8, M.KIND: 0.55, M.PROFESSIONAL: 0.4},
    "intervention": {M.ACTION: 0.6, M.EVENT: 0.6},
    "provider": {M.PROFESSIONAL: 0.65, M.AGENCY: 0.6},
    "team": {M.AGENCY: 0.65, M.PROFESSIONAL: 0.5},
    "information": {M.EVENT: 0.85, M.COMMENT: 0.4},
    "info": {M.EVENT: 0.8, M.COMMENT: 0.4},
    "entry": {M.EVENT: 0.8, M.SEQUENCE: 0.6},
    "summary": {M.EVENT: 0.85, M.COMMENT: 0.4},
    "concern": {M.EVENT: 0.85, M.COMMENT: 0.5},
    "review": {M.STATUS: 0.6, M.COMMENT: 0.5},
    "seen": {M.CHILD_SEEN: 0.85, M.PRESENT: 0.5},
    "risk": {M.IMPACT: 0.7, M.RATING: 0.6},
    "day": {M.DATE: 0.6, M.OTHER: 0.55, M.DAY: 0.5},
    "entry date": {M.DATE: 0.75, M.RECORDED: 0.75},
    "date entry": {M.DATE: 0.75, M.RECORDED: 0.75},
    "learning": {M.COMMENT: 0.9},
    "family": {M.PRESENT: 0.6},
    "visit": {M.EVENT: 0.7, M.KIND: 0.55},
    "meeting": {M.EVENT: 0.7, M.KIND: 0.5},
    "attendance": {M.EVENT: 0.7, M.PRESENT: 0.5},
    "explanation": {M.COMMENT: 0.55, M.EVENT: 0.5},
    "title": {M.EVENT: 0.6, M.KIND: 0.5},
    "subject": {M.PRESENT: 0.6, M.KIND: 0.55, M.EVENT: 0.5},
    "involvement": {M.EVENT: 0.85, M.PRESENT: 0.4},
    "practice": {M.COMMENT: 0.55, M.AGENCY: 0.4},
    "finish": {M.END_TIME: 0.7, M.END_DATE: 0.7},
    "finished": {M.END_TIME: 0.7, M.END_DATE: 0.7},
    "evidence": {M.SOURCE: 0.9, M.COMMENT: 0.4},
    "document": {M.SOURCE: 0.9},
}
"""Normalised headings (lower case, no "of" or "the", singular) that may mean several things."""

WORDS: tuple[tuple[str, str, M, float], ...] = (
    # every word of the first, any of the second (may be empty), meaning, confidence
    ("id", "", M.SEQUENCE, 0.75),
    ("number", "contact event entry record log call incident item", M.SEQUENCE, 0.7),
    ("note", "author reviewer panel imr analyst", M.COMMENT, 0.75),
    ("", "birth dob deadline timescale target due", M.OTHER, 0.8),
    (
        "",
        "comment analysis reflection learning hindsight lesson opinion contributory significance remark "
        "commentary evaluation analytical",
        M.COMMENT,
        0.75,
    ),
    ("", "voice wish feeling perspective lived", M.VOICE, 0.75),
    ("child", "seen spoken alone", M.CHILD_SEEN, 0.75),
    ("seen by", "", M.PROFESSIONAL, 0.7),
    ("seen", "alone spoken y n yes", M.CHILD_SEEN, 0.75),
    ("", "should expected policy standard procedure", M.EXPECTED, 0.65),
    ("by", "recorded entered written completed logged created reported added", M.PROFESSIONAL, 0.75),
    (
        "date",
        "recorded entered logged written writing created reported received inputted input documented noted typed "
        "notified known",
        M.RECORDED,
        0.8,
    ),
    ("on", "entered recorded logged created inputted added", M.RECORDED, 0.75),
    ("when", "recorded entered logged written reported known", M.RECORDED, 0.75),
    ("date", "end ended finish finished until ceased", M.END_DATE, 0.75),
    ("date", "next review due target planned future expiry birth followup", M.OTHER, 0.75),
    ("date action", "", M.DATE, 0.65),
    ("time action", "", M.TIME, 0.65),
    ("time", "end ended finish finished until", M.END_TIME, 0.75),
    ("date time", "", M.DATE_TIME, 0.8),
    ("", "decision rationale oversight", M.DECISION, 0.65),
    ("", "impact effect harm protective", M.IMPACT, 0.65),
    ("", "gap missing", M.GAPS, 0.65),
    ("", "action outcome response escalation treatment disposal followup", M.ACTION, 0.65),
    ("", "type category method mode kind", M.KIND, 0.65),
    ("", "date when dated", M.DATE, 0.7),
    ("", "time hour", M.TIME, 0.65),
    ("", "source evidence reference bundle exhibit ref", M.SOURCE, 0.65),
    ("", "agency organisation organization", M.AGENCY, 0.65),
    ("", "event incident happened narrative occurrence fact detail description occurred concern", M.EVENT, 0.65),
    ("", "professional worker staff practitioner officer clinician author signature designation", M.PROFESSIONAL, 0.65),
    ("", "present attendee attended witness person people", M.PRESENT, 0.6),
    ("", "location venue place where", M.PLACE, 0.6),
    ("", "summary content information contact observation consultation involvement", M.EVENT, 0.6),
    ("", "rag rating severity", M.RATING, 0.6),
    ("", "note log diary journal report allegation intelligence circumstance history work encounter", M.EVENT, 0.6),
    ("", "gp nurse doctor teacher", M.PROFESSIONAL, 0.5),
)

NOT_A_CHRONOLOGY: tuple[tuple[str, str], ...] = (
    # a heading word that no chronology has, what the table then is
    ("abbreviation", "a list of abbreviations"),
    ("acronym", "a list of abbreviations"),
    ("term", "a list of terms"),
    ("glossary", "a list of terms"),
    ("definition", "a list of terms"),
    ("meaning", "a list of terms"),
    ("stand", "a list of abbreviations"),
    ("full name", "a list of people"),
    ("version", "the document's own history"),
    ("revision", "the document's own history"),
    ("amendment", "the document's own history"),
    ("issue no", "the document's own history"),
    ("recommendation", "an action plan"),
    ("timescale", "an action plan"),
    ("deadline", "an action plan"),
    ("by when", "an action plan"),
    ("target date", "an action plan"),
    ("due date", "an action plan"),
    ("milestone", "a timetable"),
    ("dob", "a list of people"),
    ("date birth", "a list of people"),
    ("relationship", "a list of people"),
    ("relationship child", "a list of people"),
    ("relationship to child", "a list of people"),
    ("distribution", "a distribution list"),
    ("circulation", "a distribution list"),
    ("copy", "a distribution list"),
    ("email", "a list of contacts"),
    ("telephone", "a list of contacts"),
    ("interviewee", "a list of interviews"),
    ("interviewed", "a list of interviews"),
    ("question", "a list of questions"),
    ("pseudonym", "a list of people"),
)
