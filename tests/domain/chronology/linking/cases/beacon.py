"""Held out: a girl of fourteen, self-harm, missing, exploitation, school. Written before the linking "
"rules; never tuned on."""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Leila", "Leila Marsh"),
        "police": ("Leila MARSH", "MARSH", "misper"),
        "school": ("LM", "Leila"),
        "camhs": ("the young person", "Leila"),
        "hospital": ("patient", "14 yr old female"),
        "ambulance": ("pt", "14F"),
        "yot": ("YP", "Leila"),
    },
    "m": {
        "any": ("mother", "Mrs Marsh", "Donna Marsh"),
        "police": ("Donna MARSH", "mother"),
        "school": ("Mum", "parent"),
        "camhs": ("Mum", "mother"),
    },
    "f": {"any": ("stepfather", "Mr Ridley", "Paul Ridley"), "police": ("Paul RIDLEY",), "school": ("step-dad",)},
    "s": {"any": ("younger brother", "Jonah"), "police": ("Jonah MARSH",), "school": ("Jonah",)},
}

PHRASES = {
    "taken": {
        "few": ("8 paracetamol", "eight paracetamol tablets"),
        "many": ("24 paracetamol", "around twenty-four paracetamol tablets"),
    },
    "adult": {"m": ("mother", "mum"), "f": ("stepfather", "step-father"), "t": ("a teacher", "school staff")},
    "days": {"two": ("2 days", "two days"), "five": ("5 days", "five days")},
    "why": {
        "fight": ("fighting with another pupil", "assaulting a pupil"),
        "drugs": ("having cannabis in her bag", "possession of cannabis on site"),
        "swear": ("abuse towards staff", "swearing at a teacher"),
    },
    "found": {
        "flat": ("found at an adult male's flat", "located in a flat with older males"),
        "friend": ("found at a friend's house", "located at a school friend's address"),
        "home": ("returned home of her own accord", "came home by herself"),
    },
    "m_at": {
        "yes": ("Mother attended", "Mum was present", "Mrs Marsh in attendance"),
        "no": ("Mother did not attend", "Mum not present", "apologies from Mrs Marsh"),
    },
    "risk": {"h": ("high",), "m": ("medium",)},
    "alone": {
        "yes": ("Leila was seen on her own", "seen alone", "young person spoken to alone"),
        "no": ("Leila seen with mother in the room", "not seen alone", "mother stayed for the whole conversation"),
    },
}

HAPPENINGS = (
    Happening(
        "overdose by child",
        (
            Telling(
                "ambulance",
                (
                    "Crew attended 14F, taken {taken} with intent. {adult} on scene. To hospital.",
                    "Emergency call by {adult}: patient has ingested {taken}. Conveyed.",
                ),
            ),
            Telling(
                "hospital",
                (
                    "Intentional overdose, {taken}. Arrived with {adult}. Admitted to paediatric ward for "
                    "CAMHS assessment.",
                    "Presented after taking {taken}. Parvolex. Children's ward overnight.",
                ),
            ),
            Telling(
                "camhs",
                (
                    "Ward assessment following overdose of {taken}. Low intent. Discharge with 7 day follow up.",
                    "Seen on paediatric ward after self-poisoning. {alone}. Safety plan given.",
                ),
                (0, 1),
            ),
            Telling(
                "csc",
                (
                    "Contact from hospital safeguarding nurse: {c} has taken an overdose ({taken}).",
                    "Referral from paediatric ward, {c} admitted having taken tablets. {alone} by ward staff.",
                ),
                (0, 2),
            ),
            Telling("school", ("{m} rang: {c} in hospital after taking tablets. Pastoral lead informed.",), (0, 2)),
            Telling(
                "gp",
                ("Discharge letter paeds: deliberate OD.", "Hospital letter re self-poisoning. Added to problem list."),
                (3, 9),
            ),
        ),
        facts={"taken": ("few", "many"), "adult": ("m", "f", "t"), "alone": ("yes", "no")},
        clash={"taken": "fact", "adult": "person", "alone": "seen"},
        count=3,
        hours=(16, 23),
    ),
    Happening(
        "exclusion",
        (
            Telling(
                "school",
                (
                    "FTE {days} for {why}. Reintegration meeting to follow.",
                    "{c} suspended for {days} for {why}. {m} collected her.",
                ),
            ),
            Telling(
                "csc",
                (
                    "School advise {c} excluded for {days} after {why}.",
                    "Email from academy: fixed term exclusion, {days}.",
                ),
                (0, 2),
            ),
            Telling("yot", ("Told by school that {c} has been excluded ({why}).",), (0, 3)),
        ),
        facts={"days": ("two", "five"), "why": ("fight", "drugs", "swear")},
        clash={"days": "fact", "why": "fact"},
        count=4,
    ),
    Happening(
        "missing from home",
        (
            Telling(
                "police",
                (
                    "{c} reported as a high risk misper by {adult}. Last seen 4pm. {found}.",
                    "MISPER. {c} not returned from school. Enquiries made, {found}. Prevention interview by officer.",
                ),
            ),
            Telling(
                "csc",
                (
                    "EDT: {c} missing overnight. {found}.",
                    "Missing episode. {found}. RHI requested from commissioned provider.",
                ),
                (0, 2),
            ),
            Telling(
                "school",
                (
                    "{c} not in; police in school asking friends for her whereabouts.",
                    "Police contacted DSL as {c} had not come home.",
                ),
                (0, 1),
            ),
            Telling(
                "charity",
                (
                    "Return home interview referral received for {c}. {found}.",
                    "RHI allocated. Child said she ran because of rows at home.",
                ),
                (1, 4),
            ),
        ),
        facts={"found": ("flat", "friend", "home"), "adult": ("m", "f")},
        clash={"found": "fact"},
        count=5,
        hours=(18, 23),
    ),
    Happening(
        "exploitation panel",
        (
            Telling(
                "csc",
                (
                    "MACE meeting. {c} graded {risk} risk of CSE.",
                    "Multi-agency child exploitation panel considered {c}; risk {risk}.",
                ),
            ),
            Telling("police", ("MACE panel, {c} discussed, {risk} risk. Target address to be disrupted.",)),
            Telling(
                "school",
                ("DSL attended CE panel.", "Info given to exploitation panel about attendance and older boyfriend."),
            ),
            Telling("charity", ("Attended MACE. Worker allocated. Agreed level: {risk}.",)),
        ),
        facts={"risk": ("h", "m")},
        clash={"risk": "fact"},
        meeting=True,
        count=2,
    ),
    Happening(
        "strategy",
        (
            Telling(
                "csc",
                (
                    "Strat held re {c}. S47 to be undertaken jointly.",
                    "Strategy meeting (virtual) with police, education and CAMHS. Single agency S47.",
                ),
            ),
            Telling(
                "police",
                ("Strat meeting with CSC. Joint s47 agreed.", "Took part in strategy discussion regarding {c}."),
            ),
            Telling(
                "school",
                ("Joined strat meeting by phone.", "Invited by SW to strategy meeting; shared log of self-harm marks."),
            ),
            Telling("camhs", ("Strategy meeting joined by duty clinician. Risk formulation shared.",)),
        ),
        meeting=True,
        count=3,
    ),
    Happening(
        "self harm disclosed at school",
        (
            Telling(
                "school",
                (
                    "{c} showed school nurse cuts to forearm. {m} phoned, CAMHS crisis line rung.",
                    "Fresh cuts seen on {c}'s arms in PE. DSL informed mum and CAMHS.",
                ),
            ),
            Telling(
                "camhs",
                (
                    "Call from school: {c} has been cutting. Advice given, appt brought forward.",
                    "School rang duty re superficial cuts.",
                ),
                (0, 1),
            ),
            Telling("nurse", ("Saw {c} in school, superficial lacerations to arm cleaned. Parent aware.",)),
        ),
        count=3,
    ),
    Happening(
        "arrest of child",
        (
            Telling(
                "police",
                (
                    "{c} arrested for theft from shop. AA {adult}. Community resolution.",
                    "{c} detained shoplifting; interviewed with {adult} as appropriate adult.",
                ),
            ),
            Telling(
                "yot",
                (
                    "Notified by police of {c}'s arrest for shop theft. OOCD panel.",
                    "Police referral for out of court disposal, theft.",
                ),
                (1, 5),
            ),
            Telling(
                "csc",
                ("Police custody notification. {c} arrested, theft; {adult} acted as appropriate adult.",),
                (0, 2),
            ),
        ),
        facts={"adult": ("m", "f")},
        clash={"adult": "person"},
        count=2,
        hours=(12, 18),
    ),
    Happening(
        "TAF",
        (
            Telling(
                "school", ("TAF chaired by head of year. {m_at}.", "Team Around the Family review at school, {m_at}.")
            ),
            Telling("nurse", ("TAF attended. Health needs updated. {m_at}.",)),
            Telling(
                "housing",
                (
                    "Went to team around the family meeting at the academy. Overcrowding discussed.",
                    "Attended TAF. {m_at}.",
                ),
            ),
            Telling(
                "earlyhelp",
                (
                    "Early Help review (TAF). Outcome star completed. {m_at}.",
                    "TAF meeting, {m_at}. Step up to CSC agreed.",
                ),
            ),
        ),
        facts={"m_at": ("yes", "no")},
        clash={"m_at": "person"},
        meeting=True,
        count=4,
    ),
    Happening(
        "anonymous allegation",
        (
            Telling(
                "csc",
                (
                    "NSPCC referral: anonymous caller says children shouted at and left alone at night.",
                    "Anonymous information passed on by NSPCC helpline that the children are left home alone.",
                ),
            ),
            Telling(
                "police",
                (
                    "NSPCC passed details of anonymous call. Children left unattended. Welfare check, all in order.",
                    "Welfare check at the request of CSC after anonymous report of children left alone.",
                ),
                (0, 1),
            ),
            Telling(
                "housing",
                ("Neighbour has told us children are left on their own at night. Passed to social care.",),
                (0, 1),
            ),
        ),
        count=2,
    ),
    Happening(
        "home visit together",
        (
            Telling(
                "csc",
                ("Visit with CAMHS practitioner. {alone}. {m} hostile.", "Joint home visit, SW and CAMHS. {alone}."),
            ),
            Telling(
                "camhs",
                (
                    "HV with allocated social worker. {alone}.",
                    "Joint visit with SW to family home. {alone}. Engaged well.",
                ),
            ),
        ),
        facts={"alone": ("yes", "no")},
        clash={"alone": "seen"},
        meeting=True,
        count=3,
    ),
    Happening(
        "disclosure of sexual assault",
        (
            Telling(
                "school",
                (
                    "{c} disclosed to tutor that a 22 year old man had sex with her. Police and CSC called.",
                    "Disclosure by {c} of rape by older male. Referred.",
                ),
            ),
            Telling(
                "police",
                (
                    "Report from school of sexual activity with a child. SARC arranged. First account taken.",
                    "Allegation of rape of a female under 16. Victim {c}. ABE planned.",
                ),
                (0, 1),
            ),
            Telling("csc", ("School reported {c}'s disclosure of a sexual offence by an adult male.",), (0, 1)),
            Telling(
                "sarc",
                (
                    "Forensic medical examination of {c}, police in attendance.",
                    "{c} examined at SARC following alleged rape.",
                ),
                (0, 2),
            ),
        ),
        count=2,
    ),
    Happening(
        "discharged from CAMHS",
        (
            Telling(
                "camhs",
                (
                    "Closed to CAMHS due to non-engagement. GP and SW written to.",
                    "Discharged after three DNAs. Letter to GP.",
                ),
            ),
            Telling("gp", ("CAMHS have discharged {c}, non attendance.", "Letter: closed by CAMHS."), (2, 10)),
            Telling("csc", ("Notified case closed by CAMHS.",), (1, 5)),
        ),
        count=1,
    ),
    Happening(
        "house fire",
        (
            Telling(
                "fire",
                (
                    "Small fire in kitchen, chip pan. Smoke alarm missing. All persons out.",
                    "Attended dwelling fire, kitchen. {n}-minute stop. No casualties.",
                ),
            ),
            Telling("police", ("Fire at home address, kitchen damaged, FRS on scene.",), (0, 0)),
            Telling(
                "housing",
                (
                    "Kitchen fire damage reported. Temporary cooker supplied.",
                    "Informed by Fire Service of chip pan fire.",
                ),
                (0, 3),
            ),
            Telling("school", ("{c} and {s} without uniform after fire at home.",), (0, 3)),
        ),
        count=1,
        hours=(17, 21),
    ),
)

ROUTINE = {
    "police": (
        "ASB, youths in park, {c} amongst those spoken to.",
        "{f} reported for no MOT.",
        "Intel: males seen loitering near takeaway.",
        "Crime report: bicycle stolen from shed.",
    ),
    "csc": (
        "Management oversight.",
        "Text to {m} to arrange visit.",
        "CIN visit. {s} seen, chatty.",
        "Direct work session, feelings cards.",
        "Case reallocated.",
    ),
    "school": (
        "Late to registration.",
        "Detention for uniform.",
        "{s} parents' evening.",
        "Attendance {n}%.",
        "Trip permission slip missing.",
        "Isolation room for phone use.",
    ),
    "camhs": ("1:1 session. Mood chart.", "WNB to appointment.", "Cancelled by family.", "MDT review."),
    "hospital": ("Fracture clinic {s}, cast off.", "Orthodontic review.", "Dermatology outpatient."),
    "gp": ("Acne review.", "{m}: sick note.", "Contraceptive advice to {c}.", "Asthma check {s}."),
    "housing": ("Damp inspection.", "Rent account up to date.", "Bedroom tax query."),
    "yot": ("Supervision appointment kept.", "Reparation session.", "AssetPlus completed."),
    "ambulance": ("Fall, elderly neighbour.",),
    "charity": ("Outreach session at youth club.", "Text check-in."),
    "nurse": ("HPV vaccine given.", "Drop-in, headache."),
    "earlyhelp": ("Parenting course invitation.", "Home visit to complete forms."),
    "fire": ("Home fire safety leaflet drop.",),
}

SCRIPT = Script(
    "beacon",
    date(2018, 9, 3),
    400,
    {
        "police": "Saltmarsh Police",
        "csc": "Saltmarsh Children's Social Care",
        "school": "Beacon Academy",
        "camhs": "Tidewell CAMHS",
        "hospital": "Saltmarsh General Hospital",
        "ambulance": "Eastern Coast Ambulance",
        "gp": "Promenade Medical Centre",
        "yot": "Youth Offending Team",
        "housing": "Seaward Housing",
        "charity": "Lantern Project",
        "nurse": "School Nursing Service",
        "earlyhelp": "Family Support Hub",
        "fire": "Eastern Fire and Rescue",
        "sarc": "Harbour SARC",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
)
