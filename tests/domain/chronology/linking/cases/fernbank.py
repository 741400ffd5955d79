"""For development: a disabled boy, his mother's illness, school, contact and courts. Rules may be tried "
"on this case."""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Idris", "Idris Holt"),
        "police": ("Idris HOLT", "the boy"),
        "hospital": ("Idris", "the child"),
        "school": ("IH", "Idris"),
    },
    "m": {
        "any": ("Ms Holt", "Bethan Holt", "mother"),
        "police": ("Bethan HOLT",),
        "school": ("Mum",),
        "mental": ("patient", "Bethan"),
        "hospital": ("mother", "Mum"),
    },
    "f": {
        "any": ("Mr Asher", "Glyn Asher", "father"),
        "police": ("Glyn ASHER",),
        "school": ("Dad",),
        "contact": ("Dad", "Mr Asher"),
    },
    "g": {"any": ("maternal aunt", "Carys"), "school": ("auntie",)},
}

PHRASES = {
    "m_at": {
        "yes": ("Mother present", "Ms Holt was present", "Mum came along"),
        "no": ("Mother not present", "Ms Holt sent apologies", "Mum did not turn up"),
    },
    "who": {"m": ("mother", "Mum"), "f": ("father", "Dad"), "g": ("aunt", "maternal aunt")},
    "mark": {
        "a": ("grab marks", "finger-shaped marks"),
        "b": ("a black eye", "bruising around the eye"),
        "c": ("a cut lip", "split lip"),
    },
    "tale": {
        "fall": ("he fell out of his wheelchair", "he had fallen from the wheelchair"),
        "hoist": ("the hoist caught him", "he was knocked by the hoist"),
    },
    "saw": {
        "yes": ("Idris was seen", "Idris seen and communicated using symbols"),
        "no": ("Idris not seen", "Idris was not seen at this visit"),
    },
    "mood": {
        "low": ("presented as low and tearful", "tearful, low"),
        "high": ("was elated and disinhibited", "was high in mood, pressured speech"),
    },
    "drink": {"yes": ("smelling of alcohol", "who had been drinking"), "no": ("sober", "who had not been drinking")},
    "kit": {
        "c": ("Child present during assessment", "Idris was in the flat"),
        "n": ("Child with his aunt", "Idris was staying with his aunt"),
    },
}

HAPPENINGS = (
    Happening(
        "mental health crisis",
        (
            Telling(
                "police",
                (
                    "S136 used on {m} at bridge. {kit}. Conveyed to place of safety.",
                    "{m} detained under section 136 MHA, threatening to jump. {kit}.",
                ),
            ),
            Telling(
                "mental",
                (
                    "136 assessment. {m} {mood}. {kit}. Informal admission.",
                    "MHA assessment following s136. {mood}. Home treatment team.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Police vulnerable child report: mother sectioned. {kit}.",
                    "AMHP rang: {m} detained under MHA. {kit}.",
                ),
                (0, 2),
            ),
            Telling("school", ("Told by social worker that {m} is in hospital.",), (0, 2)),
            Telling("gp", ("Letter from mental health trust: admission under 136.",), (3, 9)),
        ),
        facts={"mood": ("low", "high"), "kit": ("c", "n")},
        clash={"mood": "fact", "kit": "person"},
        count=3,
        hours=(14, 22),
    ),
    Happening(
        "injury seen at school",
        (
            Telling(
                "school",
                (
                    "Escort pointed out {mark} on {c}. Home/school book says {tale}. CSC rung.",
                    "{c} came in with {mark}. {m} explained {tale}. Logged on CPOMS, DSL to children's services.",
                ),
            ),
            Telling(
                "csc",
                (
                    "School DSL reports {mark}. {m} states {tale}.",
                    "Referral by special school, {c} has {mark}. Explanation: {tale}. Team manager "
                    "decision - visit today.",
                ),
            ),
            Telling("police", ("CSC inform of injury to disabled child ({mark}). Strategy to follow.",), (0, 1)),
            Telling("paeds", ("Safeguarding medical at request of SW. {mark}. {tale} - plausible.",), (0, 1)),
        ),
        facts={"mark": ("a", "b", "c"), "tale": ("fall", "hoist")},
        clash={"mark": "fact", "tale": "fact"},
        count=4,
    ),
    Happening(
        "CIN meeting",
        (
            Telling("csc", ("CIN review. {m_at}. Short breaks agreed.", "Child in need meeting at school. {m_at}.")),
            Telling("school", ("CIN meeting hosted. {m_at}.", "Child in Need review, {m_at}. EHCP discussed.")),
            Telling("paeds", ("Community nurse attended CIN meeting.", "Attended multi-agency meeting for {c}.")),
            Telling("housing", ("Meeting at school about adaptations to family's flat; all agencies there.",)),
        ),
        facts={"m_at": ("yes", "no")},
        clash={"m_at": "person"},
        meeting=True,
        count=5,
    ),
    Happening(
        "contact went wrong",
        (
            Telling(
                "contact",
                (
                    "Contact ended early: {f} arrived {drink}. Police called.",
                    "Supervised contact stopped as {f} became aggressive, {drink}.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Contact centre report: {f} {drink}, session terminated.",
                    "Contact supervisor rang, contact with father terminated.",
                ),
                (0, 1),
            ),
            Telling("police", ("Disturbance at contact centre, male {drink} removed.",)),
            Telling("cafcass", ("Informed by LA that contact broke down.",), (1, 4)),
        ),
        facts={"drink": ("yes", "no")},
        clash={"drink": "fact"},
        count=3,
    ),
    Happening(
        "hearing",
        (
            Telling("csc", ("CMH at family court. ICO granted.", "Court hearing - interim care order made.")),
            Telling("cafcass", ("Case management hearing. Interim care order.", "Attended court. ICO.")),
            Telling("school", ("SW informs that court has made an interim care order.",), (0, 2)),
        ),
        meeting=True,
        count=2,
    ),
    Happening(
        "LAC review",
        (
            Telling("csc", ("LAC review chaired by IRO. {m_at}.", "Looked after child review; {m_at}.")),
            Telling("school", ("LAC review and PEP. {m_at}.",)),
            Telling("foster", ("CLA review at placement. {m_at}.", "LAC review held here.")),
            Telling("paeds", ("Health assessment shared at LAC review.",)),
        ),
        facts={"m_at": ("yes", "no")},
        clash={"m_at": "person"},
        meeting=True,
        count=3,
    ),
    Happening(
        "seizure",
        (
            Telling(
                "ambulance",
                (
                    "Child fitting 20 mins. Buccal midazolam given by {who}. To hospital.",
                    "999, prolonged seizure. {who} travelled with child.",
                ),
            ),
            Telling(
                "hospital",
                (
                    "Status epilepticus, brought by ambulance with {who}. Missed doses of medication. Admitted.",
                    "Emergency admission, seizure. {who} said medication had run out.",
                ),
            ),
            Telling(
                "school",
                (
                    "{c} off, in hospital after a fit.",
                    "{who} phoned, {c} had been taken in by ambulance after a seizure.",
                ),
                (0, 2),
            ),
            Telling("paeds", ("Notified of admission with seizures; nurse to check medication.",), (0, 3)),
            Telling("csc", ("Ward rang. {c} admitted with a seizure, {who} had not given medication.",), (0, 2)),
        ),
        facts={"who": ("m", "f", "g")},
        clash={"who": "person"},
        count=3,
        hours=(6, 22),
    ),
    Happening(
        "missed appointment",
        (
            Telling(
                "paeds",
                (
                    "WNB neurology clinic - third. Was Not Brought letter to GP, SW.",
                    "Not brought to epilepsy clinic. Discussed with SW.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Paediatrics notify {c} was not brought to neurology.",
                    "Community nurse e-mailed: missed clinic appointment again.",
                ),
                (0, 4),
            ),
            Telling("gp", ("Neurology DNA letter.", "Clinic letter: WNB."), (2, 9)),
        ),
        count=3,
    ),
    Happening(
        "joint visit",
        (
            Telling(
                "csc",
                (
                    "Visited at home with community nurse. {saw}.",
                    "Joint home visit with children's community nurse, {saw}.",
                ),
            ),
            Telling(
                "paeds",
                (
                    "Joint visit with SW. Feeding regime checked. {saw}.",
                    "Home visit together with social worker; {saw}.",
                ),
            ),
        ),
        facts={"saw": ("yes", "no")},
        clash={"saw": "seen"},
        meeting=True,
        count=4,
    ),
    Happening(
        "mother intoxicated at school",
        (
            Telling(
                "school",
                (
                    "{m} came to collect {drink}. {g} called to take {c}.",
                    "At home time {m} arrived {drink}, staff refused to release {c}.",
                ),
            ),
            Telling(
                "csc",
                (
                    "School report that {m} arrived to collect {c} {drink}.",
                    "Duty call from school, mother {drink} at pick up.",
                ),
                (0, 1),
            ),
            Telling("police", ("Welfare call from school staff re adult female {drink}. Child left with aunt.",)),
        ),
        facts={"drink": ("yes", "no")},
        clash={"drink": "fact"},
        count=2,
        hours=(15, 15),
    ),
    Happening(
        "aunt",
        (
            Telling(
                "csc",
                (
                    "{g} rang. Very worried about {m}'s state of mind.",
                    "Tel call from {g}: thinks {m} not taking tablets.",
                ),
            ),
            Telling(
                "mental",
                ("Call from patient's sister, concerned about relapse.", "Relative rang crisis line with concerns."),
                (0, 1),
            ),
            Telling("school", ("{g} popped in, worried about {m}.",), (0, 1)),
        ),
        count=2,
    ),
    Happening(
        "placement move",
        (
            Telling("csc", ("{c} moved to foster placement.", "Placed with foster carers today under section 20.")),
            Telling("foster", ("{c} arrived with social worker and one bag.", "Placement began.")),
            Telling("school", ("{c} now living with foster carers.",), (0, 3)),
        ),
        count=1,
    ),
)

ROUTINE = {
    "police": ("Lost property.", "Parking dispute involving {f}.", "Intelligence log on {f}.", "Neighbour dispute."),
    "csc": (
        "Supervision.",
        "Visit to {m}, discussed budget.",
        "Direct payments review.",
        "Funding panel request.",
        "Care plan updated.",
    ),
    "school": ("New splints.", "Swimming trip.", "Transport late.", "{c} tired.", "Annual review paperwork sent."),
    "hospital": ("Physio outpatient.", "Gastrostomy button changed.", "Hearing test."),
    "gp": ("Repeat prescription.", "Flu jab.", "{m} bloods.", "Carer's assessment form."),
    "housing": ("Lift repair.", "OT assessment of bathroom.", "Rent account letter."),
    "mental": ("CPN visit. Mood stable.", "Depot given.", "Cancelled appointment.", "Medication review."),
    "paeds": ("Weight {n}kg.", "Feed pump training.", "Equipment delivered."),
    "contact": ("Contact went well.", "Contact cancelled by {f}."),
    "foster": ("Settling in.", "Dentist."),
    "cafcass": ("Visit to father.",),
    "ambulance": ("Transfer home, stretcher.",),
}

SCRIPT = Script(
    "fernbank",
    date(2015, 3, 2),
    420,
    {
        "police": "Glanmor Police",
        "csc": "Glanmor Council Disabled Children's Team",
        "school": "Ty Coed Special School",
        "hospital": "Glanmor University Hospital",
        "gp": "Heol Fach Surgery",
        "housing": "Cartref Housing",
        "mental": "Glanmor Mental Health Trust",
        "paeds": "Community Paediatrics",
        "contact": "Rainbow Contact Centre",
        "foster": "Fostering Agency",
        "cafcass": "Cafcass",
        "ambulance": "Ambulance Trust",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
)
