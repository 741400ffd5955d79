"""A baby born early, a young mother in supported housing, a dog, a fire. Written after the linking rules,
with other agencies, other people and other wording; what it showed to be missing was then put in.
"""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "b": {
        "any": ("baby", "Rowan", "Rowan Pike"),
        "neonatal": ("twin 1", "infant", "Baby Pike"),
        "hv": ("RP", "baby"),
        "fire": ("an infant",),
        "police": ("Rowan PIKE", "PIKE (8 mths)"),
    },
    "m": {
        "any": ("mother", "Chantelle", "Ms Pike"),
        "midwife": ("client", "Chantelle"),
        "police": ("Chantelle PIKE",),
        "hostel": ("resident", "Chantelle"),
        "college": ("student", "CP"),
        "perinatal": ("pt", "Ms Pike"),
    },
    "p": {
        "any": ("Kyle Denby", "her partner", "Kyle"),
        "police": ("Kyle DENBY", "DENBY"),
        "hostel": ("visitor", "boyfriend", "KD"),
    },
    "g": {"any": ("grandfather", "Mr Pike senior"), "hv": ("MGF",), "police": ("Alan PIKE",)},
}

PHRASES = {
    "weight": {"low": ("1.9 kg", "1.9kg, 2nd centile"), "fair": ("2.4 kg", "2.4kg")},
    "came": {
        "yes": ("Ms Pike came", "mother took part", "Chantelle attended with her advocate"),
        "no": ("Ms Pike did not come", "mother absent", "apologies given for Chantelle"),
    },
    "limb": {"left": ("left forearm", "L forearm"), "right": ("right forearm", "R forearm")},
    "who": {"p": ("Kyle Denby", "the boyfriend"), "g": ("her father", "the grandfather"), "m": ("Chantelle herself",)},
    "saw": {
        "yes": ("baby seen awake and alert", "infant seen, smiling"),
        "no": ("baby not seen, said to be asleep", "infant asleep in another room, not seen"),
    },
    "out": {
        "plan": ("child protection plan agreed", "made subject of a CP plan"),
        "cin": ("child in need plan", "to be CIN"),
    },
}

HAPPENINGS = (
    Happening(
        "premature birth",
        (
            Telling("midwife", ("Spontaneous labour at 33 weeks, transferred to delivery suite. SCBU informed.",)),
            Telling(
                "neonatal",
                (
                    "Admission to SCBU: {b}, 33/40, birth weight {weight}. {who} visiting.",
                    "{b} born by SVD at 33+2, {weight}, to unit for feeding support.",
                ),
            ),
            Telling("hv", ("Birth notification received, preterm, {weight}. New birth visit when home.",), (1, 4)),
            Telling("csc", ("Hospital told us {m} has delivered early; {b} in special care.",), (0, 2)),
            Telling("hostel", ("Key worker told that {m} has had the baby early.",), (0, 2)),
        ),
        facts={"weight": ("low", "fair"), "who": ("p", "g")},
        clash={"weight": "fact"},
        count=1,
    ),
    Happening(
        "discharge planning",
        (
            Telling("neonatal", ("Discharge planning meeting on the unit. {came}. Home Thursday.",)),
            Telling("csc", ("Attended discharge meeting at SCBU, {came}. Placement at hostel confirmed.",)),
            Telling("hv", ("Pre-discharge meeting at the hospital; {came}.",)),
            Telling("hostel", ("At the hospital for the discharge planning meeting. {came}.",)),
        ),
        facts={"came": ("yes", "no")},
        clash={"came": "person"},
        count=2,
        meeting=True,
    ),
    Happening(
        "dog bite",
        (
            Telling("ambulance", ("999: infant bitten by dog, wound to {limb}. Conveyed with {who}.",)),
            Telling("emergency", ("8 month old, dog bite to {limb}, cleaned and dressed, tetanus. Brought by {who}.",)),
            Telling(
                "police",
                (
                    "Dangerous dog incident at hostel, {b} bitten on {limb}. Dog seized.",
                    "Dog bit child. Owner spoken to.",
                ),
            ),
            Telling("hostel", ("Dog got into the lounge and bit the baby. Ambulance called. {p} had brought it in.",)),
            Telling("csc", ("ED safeguarding form: {b} seen with dog bite, {limb}.",), (0, 2)),
        ),
        facts={"limb": ("left", "right"), "who": ("p", "m", "g")},
        clash={"limb": "fact", "who": "person"},
        count=2,
        hours=(15, 21),
    ),
    Happening(
        "fire at hostel",
        (
            Telling("fire", ("Bedroom fire, hostel, candle. {m} and {b} led to safety by crew.",)),
            Telling("hostel", ("Fire in {m}'s room, alarm sounded, building cleared. Rehoused in flat 4.",)),
            Telling("police", ("Assisted FRS at fire in supported accommodation. No injuries.",)),
            Telling("hv", ("Hostel rang: fire in the bedroom, both unharmed.",), (0, 2)),
        ),
        count=1,
        hours=(19, 23),
    ),
    Happening(
        "assault on mother",
        (
            Telling("police", ("{m} assaulted by {p} in the street, bruising to eye. Arrested, DVPN served.",)),
            Telling("hostel", ("{m} came back with a black eye; says {p} punched her. Police called by staff.",)),
            Telling("csc", ("Police notification: {m} struck by {p}. {saw}.",), (0, 2)),
            Telling("idva", ("Referral from police following assault by ex partner. Safety plan begun.",), (0, 3)),
            Telling("college", ("{m} absent; support worker says she was hit by {p} at the weekend.",), (1, 3)),
        ),
        facts={"saw": ("yes", "no")},
        count=3,
        hours=(18, 23),
    ),
    Happening(
        "conference",
        (
            Telling("csc", ("Initial child protection conference. {came}. Outcome: {out}.",)),
            Telling("police", ("ICPC attended, {out}.", "Case conference re {b}. {out}. {came}.")),
            Telling("hv", ("Conference at civic offices; {came}; {out}.",)),
            Telling("hostel", ("Went to the case conference with resident. {out}.",)),
            Telling("gp", ("Minutes of child protection conference scanned. {out}.",), (8, 20), 0.4),
        ),
        facts={"came": ("yes", "no"), "out": ("plan", "cin")},
        clash={"came": "person", "out": "fact"},
        count=2,
        meeting=True,
    ),
    Happening(
        "joint visit",
        (
            Telling("csc", ("Unannounced visit to hostel with health visitor. {saw}.",)),
            Telling(
                "hv",
                ("Visit with social worker, unannounced. {saw}. Weight {weight}.", "Joint contact with SW. {saw}."),
            ),
            Telling("hostel", ("Social worker and HV called unannounced to see {m}.",), chance=0.6),
        ),
        facts={"saw": ("yes", "no"), "weight": ("fair",)},
        clash={"saw": "seen"},
        count=3,
        meeting=True,
    ),
    Happening(
        "overdose by mother",
        (
            Telling("ambulance", ("Female 19, mixed overdose of sertraline and alcohol. {who} present with baby.",)),
            Telling(
                "emergency", ("Intentional overdose of antidepressants. Psychiatric liaison to see. Baby with {who}.",)
            ),
            Telling("perinatal", ("Liaison assessment after overdose. Low mood since birth. Crisis plan.",), (0, 1)),
            Telling("csc", ("EDT: {m} in A&E having taken an overdose; {b} with {who}.",), (0, 1)),
            Telling("gp", ("ED discharge summary: deliberate overdose, sertraline.",), (2, 7)),
        ),
        facts={"who": ("p", "g")},
        clash={"who": "person"},
        count=2,
        hours=(20, 23),
    ),
    Happening(
        "warning of eviction",
        (
            Telling("hostel", ("Final warning letter to {m}: unauthorised overnight guest ({p}).",)),
            Telling("csc", ("Hostel manager rang: {m} has had a final warning because {p} stayed overnight.",), (0, 2)),
            Telling("college", ("{m} upset, may lose her place at the hostel over a warning.",), (0, 3), 0.5),
        ),
        count=2,
    ),
)

ROUTINE = {
    "midwife": ("Antenatal appointment, BP fine.", "Scan booked.", "Whooping cough vaccine given.", "Text reminder."),
    "neonatal": ("Tube feeds reduced.", "{g} telephoned for an update.", "Hearing screen passed."),
    "hv": ("Drop-in clinic, weighed, {weight}.", "Message left for {m}.", "Weaning talk.", "Red book updated."),
    "csc": ("Case note: supervision.", "E-mail to hostel manager.", "Visit. {saw}.", "Genogram begun with {m}."),
    "hostel": ("Room check, tidy.", "Key work session: budgeting.", "{m} back after curfew.", "House meeting."),
    "police": ("Stop and search of {p}, nothing found.", "Noise complaint near hostel.", "{p} fails to answer bail."),
    "gp": ("{m}: sertraline 50mg started.", "8 week check, {b}.", "Repeat prescription.", "Not brought for imms."),
    "emergency": ("{m}: sprained ankle.", "Left without being seen."),
    "ambulance": ("Hoax call, hostel address.",),
    "college": ("Attendance {n}%.", "Bursary form.", "Tutorial, coursework late."),
    "perinatal": ("Telephone review, mood 4/10.", "Did not attend group."),
    "idva": ("Call, no reply.", "Safety plan reviewed."),
    "fire": ("Alarm test at hostel.",),
}

SCRIPT = Script(
    "harbour",
    date(2016, 2, 1),
    420,
    {
        "midwife": "Quayside Community Midwives",
        "neonatal": "St Brannock Special Care Unit",
        "hv": "Quayside Health Visiting",
        "csc": "Brannock Children's Services",
        "hostel": "Anchor House Hostel",
        "police": "Westcliff Constabulary",
        "gp": "Ropewalk Practice",
        "emergency": "St Brannock Emergency Department",
        "ambulance": "South Coast Ambulance",
        "college": "Westcliff College",
        "perinatal": "Perinatal Mental Health Team",
        "idva": "Safe Harbour IDVA",
        "fire": "Westcliff Fire and Rescue",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
)
