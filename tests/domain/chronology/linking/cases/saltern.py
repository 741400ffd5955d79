"""For development: a grandmother as carer, a baby, a brother of fifteen. Rules may be tried on this case."""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Mason", "Mason Doyle", "the baby"),
        "police": ("Mason DOYLE",),
        "midwife": ("baby", "Mason"),
        "hv": ("MD", "Mason"),
    },
    "s": {
        "any": ("Callum", "Callum Doyle"),
        "police": ("Callum DOYLE",),
        "school": ("Callum", "CD"),
        "yot": ("Callum",),
    },
    "m": {
        "any": ("Ms Doyle", "Shannon Doyle", "mother"),
        "police": ("Shannon DOYLE",),
        "hv": ("Mum", "Shannon"),
        "school": ("Mum",),
        "housing": ("Ms Doyle", "the tenant"),
    },
    "f": {
        "any": ("Mr Askew", "Jordan Askew", "her partner"),
        "police": ("Jordan ASKEW",),
        "probation": ("Jordan", "Mr Askew"),
        "hv": ("Jordan", "partner"),
    },
    "g": {"any": ("MGM", "maternal grandmother", "Mrs Doyle"), "police": ("Maureen DOYLE",), "school": ("Nan",)},
}

PHRASES = {
    "kids": {
        "in": ("Baby was in the room", "Mason in his mother's arms at the time", "Both children at home"),
        "out": ("Mason was with his grandmother", "Neither child was at home", "Children were not present"),
    },
    "at": {"y": ("Ms Doyle was present", "Mother attended"), "n": ("Ms Doyle did not attend", "Mother absent")},
    "gr": {"y": ("Grandmother attended", "MGM present"), "n": ("Grandmother did not attend", "MGM not present")},
    "where": {"thigh": ("right thigh",), "thigh2": ("left thigh",)},
    "expl": {
        "strap": ("the car seat strap had pinched him", "it was caused by the car seat strap"),
        "toy": ("he had been lying on a toy", "he lay on a toy car"),
    },
    "seen": {
        "y": ("Mason was seen awake", "Baby seen, alert and smiling"),
        "z": ("Mason was asleep", "Baby sleeping, not disturbed"),
        "n": ("Mason was not seen", "Baby not seen"),
    },
    "home": {
        "g": ("The flat was clean and tidy", "Good home conditions"),
        "b": ("The flat was dirty", "Poor home conditions"),
    },
    "amt": {"few": ("ten tablets", "10 tablets"), "lot": ("thirty tablets", "30 tablets")},
    "who": {"m": ("mother", "Ms Doyle"), "g": ("grandmother", "MGM")},
    "cat": {"n": ("neglect",), "p": ("physical abuse",)},
    "days": {"one": ("one day",), "five": ("five days", "5 days")},
}

HAPPENINGS = (
    Happening(
        "baby bruise",
        (
            Telling(
                "hv",
                (
                    "At the home visit a small bruise was seen on the {where}. Mother thought {expl}. "
                    "Discussed with named nurse and referred to children's social care.",
                    "Bruise on baby's {where} found during examination at clinic. Told {expl}. Immediate referral.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Health visitor made a referral about a bruise to the {where} of a baby of four "
                    "months. Mother's explanation: {expl}. Strategy discussion requested.",
                    "Referral from 0-19 team. Bruise to {where}; family say {expl}. Medical requested.",
                ),
            ),
            Telling(
                "hospital",
                (
                    "Baby seen by consultant paediatrician for child protection medical at request of "
                    "social worker. Bruise to {where}. History given: {expl}.",
                    "Medical for unexplained bruise, {where}. Bloods and skeletal survey arranged.",
                ),
                (0, 1),
            ),
            Telling(
                "police",
                (
                    "Notified by social care of a bruise to a non-mobile baby. Detective allocated.",
                    "Child abuse investigation unit informed of bruise to {c}. Joint enquiry agreed.",
                ),
                (0, 1),
            ),
            Telling(
                "gp", ("Health visitor rang to say she had found a bruise on the baby and made a referral.",), (0, 1)
            ),
        ),
        facts={"where": ("thigh", "thigh2"), "expl": ("strap", "toy")},
        clash={"where": "fact", "expl": "fact"},
        count=4,
    ),
    Happening(
        "violence",
        (
            Telling(
                "police",
                (
                    "Emergency call from {m}, distressed, saying {f} had pushed her down the stairs. "
                    "{kids}. {f} arrested. Vulnerability form submitted.",
                    "Officers responded to a domestic disturbance. {f} had damaged the television and "
                    "threatened {m}. {kids}. No complaint made.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Vulnerability form received from police about an assault on {m}. {kids}. Health visitor informed.",
                    "Police contact: domestic incident between {m} and {f}. {kids}.",
                ),
                (1, 3),
            ),
            Telling(
                "hv",
                (
                    "Social worker telephoned to tell me of a domestic incident. {kids}.",
                    "Police vulnerability form seen in the record. {kids}. To see mother on her own.",
                ),
                (1, 4),
            ),
            Telling(
                "housing",
                (
                    "Police asked us to secure the front door after a domestic incident.",
                    "{m} reported that {f} had broken the door. Police had attended.",
                ),
                (0, 2),
            ),
            Telling(
                "school",
                ("Encompass message: domestic incident last night. {s} told a teacher he had not slept.",),
                (0, 2),
            ),
            Telling(
                "ambulance",
                (
                    "Called by police to a woman who had fallen downstairs during a domestic incident. "
                    "Refused to go to hospital. {kids}.",
                ),
                (0, 0),
            ),
        ),
        facts={"kids": ("in", "out")},
        clash={"kids": "person"},
        count=4,
        hours=(18, 23),
    ),
    Happening(
        "conference",
        (
            Telling(
                "csc",
                (
                    "Initial child protection conference. Mason made subject of a plan for {cat}. {at}. {gr}.",
                    "Child protection conference. Unanimous decision to make a plan under {cat}. {at}.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Attended initial child protection conference. Agreed to plan under {cat}. {at}.",
                    "Report presented at conference. {gr}.",
                ),
            ),
            Telling(
                "police",
                (
                    "Officer attended conference and shared history.",
                    "Report sent to child protection conference; no attendance.",
                ),
            ),
            Telling("midwife", ("Community midwife attended case conference. {at}.",)),
            Telling("school", ("Conference attended by deputy head because of {s}. {gr}.",)),
            Telling(
                "housing",
                ("Attended a meeting at the civic centre about the family and explained the arrears.",),
                (0, 1),
            ),
            Telling("probation", ("Attended case conference and outlined {f}'s offending.",)),
        ),
        facts={"cat": ("n", "p"), "at": ("y", "n"), "gr": ("y", "n")},
        clash={"cat": "fact", "at": "person", "gr": "person"},
        meeting=True,
        count=3,
    ),
    Happening(
        "core group",
        (
            Telling(
                "csc",
                (
                    "Core group held at the children's centre. {at}. Written agreement signed.",
                    "Core group. {at}. {gr}. Plan not progressing.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Core group attended. Weight and immunisations discussed. {at}.",
                    "Core group at children's centre. {gr}.",
                ),
            ),
            Telling(
                "housing",
                ("Invited to a professionals' meeting about Ms Doyle. Agreed to hold action on arrears.",),
                (0, 1),
            ),
            Telling("drugs", ("Attended a multi-agency meeting to give an update about {f}.",)),
            Telling("nursery", ("Manager attended core group. {at}.",)),
        ),
        facts={"at": ("y", "n"), "gr": ("y", "n")},
        clash={"at": "person", "gr": "person"},
        meeting=True,
        count=5,
    ),
    Happening(
        "joint visit",
        (
            Telling(
                "csc",
                (
                    "Joint visit with the health visitor. {seen}. {home}.",
                    "Visited at home with health visitor, unannounced. {home}. {seen}.",
                ),
            ),
            Telling(
                "hv", ("Home visit with the social worker. {seen}. {home}.", "Unannounced joint visit. {home}. {seen}.")
            ),
        ),
        facts={"seen": ("y", "z", "n"), "home": ("g", "b")},
        clash={"seen": "seen", "home": "fact"},
        meeting=True,
        count=5,
    ),
    Happening(
        "overdose",
        (
            Telling("ambulance", ("Called to a female who had taken {amt}. Conveyed to hospital. {kids}.",)),
            Telling(
                "hospital",
                (
                    "{m} admitted after an overdose of {amt}. Seen by psychiatric liaison. {kids}.",
                    "Overdose of {amt}. Medically fit next morning.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Hospital safeguarding team rang: {m} had taken an overdose. {kids}.",
                    "Ambulance service safeguarding alert: mother took {amt}.",
                ),
                (0, 2),
            ),
            Telling(
                "gp",
                (
                    "Discharge summary: overdose of {amt}.",
                    "Hospital letter. Overdose, follow up by mental health team.",
                ),
                (1, 7),
            ),
            Telling(
                "hv",
                (
                    "Told by the GP that {m} had taken an overdose.",
                    "Message from social worker that {m} is in hospital following an overdose. {kids}.",
                ),
                (0, 4),
            ),
        ),
        facts={"amt": ("few", "lot"), "kids": ("in", "out")},
        clash={"amt": "fact", "kids": "person"},
        count=2,
        hours=(18, 23),
    ),
    Happening(
        "exclusion",
        (
            Telling(
                "school",
                (
                    "{s} was given a fixed term exclusion of {days} for bringing a knife into school. Police informed.",
                    "Excluded for {days} after assaulting another boy. Nan collected him.",
                ),
            ),
            Telling(
                "yot",
                (
                    "School informed us that {s} has been excluded for {days}.",
                    "Worker told by {s} that he had been excluded.",
                ),
                (0, 2),
            ),
            Telling("csc", ("Education welfare officer reported that {s} had been excluded for {days}.",), (0, 2)),
        ),
        facts={"days": ("one", "five")},
        clash={"days": "fact"},
        count=3,
    ),
    Happening(
        "arrest of brother",
        (
            Telling(
                "police",
                (
                    "{s} arrested on suspicion of burglary. {who} acted as appropriate adult. Bailed.",
                    "{s} in custody for criminal damage. Appropriate adult {who}.",
                ),
            ),
            Telling(
                "yot",
                (
                    "Notification from police custody that {s} had been arrested.",
                    "{s} on police bail. Supervising officer informed by custody.",
                ),
                (0, 2),
            ),
            Telling(
                "csc", ("Emergency duty team asked to find an appropriate adult for {s}; {who} attended.",), (0, 1)
            ),
        ),
        facts={"who": ("m", "g")},
        clash={"who": "person"},
        count=3,
    ),
    Happening(
        "missing",
        (
            Telling(
                "police",
                (
                    "{s} reported missing by {who} at 23:10. Returned by himself in the early hours.",
                    "Missing from home: {s}. Medium risk. Located by officers in the town centre.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Missing from home notification for {s}.",
                    "Police informed out of hours team that {s} had not come home.",
                ),
                (0, 2),
            ),
            Telling(
                "school",
                ("{s} absent; Nan said that he had been out all night and the police were looking for him.",),
                (0, 2),
            ),
            Telling("yot", ("{s} said he stayed at a friend's when he was missing.",), (1, 4)),
        ),
        facts={"who": ("m", "g")},
        clash={"who": "person"},
        count=4,
        hours=(21, 23),
    ),
    Happening(
        "grandmother",
        (
            Telling(
                "csc",
                (
                    "{g} telephoned, worried that {m} is not feeding the baby properly.",
                    "Call from {g}. She said that {f} has moved back in.",
                ),
            ),
            Telling("hv", ("{g} rang the team with concerns about the care of {c}.",), (0, 1)),
            Telling("school", ("{g} came to see the head, very worried about the baby and about {s}.",), (0, 2)),
            Telling("police", ("{g} rang 101 to ask for a welfare check on her grandson.",), (0, 1)),
        ),
        count=3,
    ),
    Happening(
        "strategy",
        (
            Telling(
                "csc",
                (
                    "Strategy meeting attended by police, paediatrician and health visitor. Section 47 enquiry.",
                    "Strategy discussion held by telephone.",
                ),
            ),
            Telling(
                "police",
                ("Took part in telephone strategy discussion.", "Strategy meeting attended by detective sergeant."),
            ),
            Telling("hospital", ("Paediatrician attended strategy meeting.",)),
            Telling("hv", ("Attended strategy meeting at social care offices.",)),
        ),
        meeting=True,
        count=3,
    ),
    Happening(
        "not brought",
        (
            Telling("hospital", ("{c} was not brought to the audiology clinic. Letter to GP and health visitor.",)),
            Telling("gp", ("Letter from hospital: did not attend audiology.",), (1, 7)),
            Telling("hv", ("Copy of hospital letter about missed audiology appointment.",), (1, 7)),
        ),
        count=2,
    ),
    Happening(
        "liaison",
        (
            Telling(
                "hv",
                ("Telephone call to GP about {m}'s mood.", "Spoke with the practice nurse about postnatal depression."),
            ),
            Telling("gp", ("Telephone call from health visitor about mood.", "Discussed with HV.")),
        ),
        meeting=True,
        count=4,
    ),
)

ROUTINE = {
    "police": (
        "{f} stopped and searched, nothing found.",
        "Intelligence that {f} is selling cannabis.",
        "Report of a stolen moped, no link.",
        "Curfew check on {f}, present.",
    ),
    "csc": (
        "Case discussed in supervision.",
        "Letter sent to {m} with dates of visits.",
        "Assessment completed.",
        "Family support worker visit, budgeting.",
        "Referral to play scheme.",
    ),
    "hv": (
        "Mason weighed at clinic, {n}th centile.",
        "No access visit.",
        "Six week review completed.",
        "Telephone advice about weaning.",
    ),
    "hospital": (
        "{m} attended with back pain, sent home.",
        "{s} seen in fracture clinic.",
        "Newborn hearing screen completed.",
    ),
    "gp": ("{m} seen, antidepressant increased.", "{c} seen with a cold.", "Baby immunisations given.", "{s} acne."),
    "housing": ("Arrears letter {n} sent.", "Repair to window completed.", "Tenancy visit, no concerns."),
    "school": ("{s} late.", "Attendance {n}%.", "Detention for {s}.", "Parents' evening not attended."),
    "yot": ("Supervision session with {s}.", "{s} missed appointment.", "Reparation completed."),
    "probation": ("Supervision appointment attended.", "Programme session {n}."),
    "drugs": ("Attended key work.", "Did not attend."),
    "midwife": ("Antenatal visit at home.", "Booking bloods taken."),
    "nursery": ("Settling in visit.", "Fees discussed."),
    "ambulance": ("Fall in street, not conveyed.",),
}

SCRIPT = Script(
    "saltern",
    date(2016, 10, 3),
    420,
    {
        "police": "Seaborne Constabulary",
        "csc": "Seaborne Council Children's Services",
        "hv": "Seaborne 0-19 Service",
        "hospital": "Seaborne General Hospital",
        "gp": "Harbour Medical Centre",
        "housing": "Seaborne Homes",
        "school": "Saltern Community College",
        "yot": "Seaborne Youth Offending Service",
        "probation": "Seaborne Probation",
        "drugs": "Horizon Drug Service",
        "midwife": "Seaborne Maternity",
        "nursery": "Cockles Nursery",
        "ambulance": "South Coast Ambulance",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
    20,
)
