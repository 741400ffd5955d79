"""A disabled boy of nine cared for by his grandmother, respite, school transport. Written after the rules, in other
words than theirs, to see how far they carry: at first they found 46 of 100 pairs and none that was wrong. Some of the
words that it showed to be missing were then put in.
"""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Idris", "Idris Vaughan"),
        "school": ("pupil", "IV"),
        "ward": ("patient", "9 yr old male"),
        "ambulance": ("pt", "9M"),
        "respite": ("guest", "Idris"),
        "police": ("Idris VAUGHAN", "VAUGHAN"),
    },
    "g": {
        "any": ("grandmother", "Mrs Vaughan", "Bronwen Vaughan"),
        "school": ("Gran", "carer"),
        "police": ("Bronwen VAUGHAN",),
        "respite": ("Nan", "carer"),
    },
    "u": {"any": ("uncle", "Mr Vaughan", "Rhys Vaughan"), "police": ("Rhys VAUGHAN",), "school": ("Uncle Rhys",)},
    "e": {"any": ("the escort", "Miss Tarr"), "transport": ("escort Tarr", "PA on route 12")},
}

PHRASES = {
    "burn": {"arm": ("burn to forearm", "scald on the forearm"), "leg": ("burn to thigh", "scald on the thigh")},
    "how": {"tea": ("hot tea spilt", "knocked a mug of tea"), "bath": ("bath too hot", "hot bath water")},
    "long": {"short": ("5 minutes", "five minute"), "full": ("20 minutes", "twenty minute")},
    "by": {"g": ("grandmother", "Mrs Vaughan"), "u": ("uncle", "Rhys Vaughan")},
    "there": {
        "yes": ("Mrs Vaughan attended", "grandmother present", "Bronwen Vaughan was there"),
        "no": ("Mrs Vaughan did not attend", "grandmother not present", "apologies from Mrs Vaughan"),
    },
    "seen": {
        "yes": ("Idris seen and communicated with symbols", "child seen at home"),
        "no": ("Idris not seen, at respite", "child was not seen"),
    },
    "next": {"s47": ("section 47 enquiry", "s47 to begin"), "none": ("no further action", "NFA")},
}

HAPPENINGS = (
    Happening(
        "scald",
        (
            Telling("ambulance", ("Called to 9M with {burn}, {how}. {by} on scene. Cooled, conveyed.",)),
            Telling("ward", ("Presented to children's emergency with {burn}; history of {how}. Brought by {by}.",)),
            Telling("social", ("Hospital rang: {c} seen with a {burn}. Explanation: {how}.",), (0, 2)),
            Telling("school", ("{g} rang, {c} off with a burn, seen at hospital.",), (0, 2)),
            Telling("gp", ("A&E letter: {burn}, dressing clinic.",), (2, 8)),
        ),
        facts={"burn": ("arm", "leg"), "how": ("tea", "bath"), "by": ("g", "u")},
        clash={"burn": "fact", "how": "fact", "by": "person"},
        count=2,
    ),
    Happening(
        "seizure at school",
        (
            Telling("school", ("{c} had a {long} seizure in the hall. Buccal midazolam given, 999.",)),
            Telling("ambulance", ("Tonic clonic seizure at school, {long}, self-limiting on arrival. To hospital.",)),
            Telling("ward", ("Admitted after prolonged seizure at school ({long}). Levels checked.",)),
            Telling(
                "epilepsy",
                ("Told of seizure at school needing rescue medication.", "Ward: {c} in following a fit."),
                (0, 3),
            ),
        ),
        facts={"long": ("short", "full")},
        count=3,
    ),
    Happening(
        "incident on transport",
        (
            Telling("transport", ("{c} unbuckled and hit {e}; driver stopped. Form completed.",)),
            Telling("school", ("Arrived upset: taxi escort says he hit out at her on the way in.",)),
            Telling("social", ("Transport team report {c} struck his escort in the taxi.",), (0, 2)),
        ),
        count=3,
    ),
    Happening(
        "bruise found at respite",
        (
            Telling("respite", ("On changing, bruise seen on {c}'s back. Body map. Duty informed.",)),
            Telling("social", ("Respite unit report bruising to back of {c}. {next}.",), (0, 1)),
            Telling("police", ("Referral from social care: bruising seen at short break unit. {next}.",), (0, 2)),
            Telling("ward", ("Child protection medical: bruise to back, {c}. Non-specific.",), (0, 2)),
        ),
        facts={"next": ("s47", "none")},
        clash={"next": "fact"},
        count=2,
    ),
    Happening(
        "EHC review",
        (
            Telling("school", ("Annual review of EHC plan. {there}.",)),
            Telling("social", ("EHCP annual review at school. {there}.",)),
            Telling("epilepsy", ("Nurse at annual review in school; {there}.",)),
            Telling("transport", ("Report sent to the annual review.",), chance=0.4),
        ),
        facts={"there": ("yes", "no")},
        clash={"there": "person"},
        meeting=True,
        count=2,
    ),
    Happening(
        "clinic missed",
        (
            Telling("ward", ("Neurology outpatients: was not brought. No call from family.",)),
            Telling("epilepsy", ("Neurology clinic missed again. {g} says no transport.",), (0, 3)),
            Telling("gp", ("Letter: not brought to neurology. Re-refer.",), (3, 10)),
            Telling("social", ("Epilepsy nurse concerned: {c} not taken to neurology appointment.",), (0, 4)),
        ),
        count=3,
    ),
    Happening(
        "visit together",
        (
            Telling("social", ("Visit with epilepsy nurse. {seen}.",)),
            Telling("epilepsy", ("Home visit with social worker, medication counted. {seen}.",)),
        ),
        facts={"seen": ("yes", "no")},
        clash={"seen": "seen"},
        meeting=True,
        count=3,
    ),
    Happening(
        "uncle arrested",
        (
            Telling("police", ("{u} arrested at home for possession with intent. House searched, {c} asleep.",)),
            Telling("social", ("Police notification: drugs warrant at the home, {u} arrested.",), (0, 2)),
            Telling("housing", ("Police told us of a drugs warrant at the property.",), (0, 4)),
            Telling("school", ("{g} said the police came and took Rhys.",), (0, 2), 0.6),
        ),
        count=1,
        hours=(5, 8),
    ),
)

ROUTINE = {
    "school": ("Sensory room, calm.", "Speech therapy session.", "Swimming cancelled.", "Gran sent in new pads."),
    "social": ("Supervision note.", "Direct payment form.", "Carer's assessment offered.", "Left a message for {g}."),
    "respite": ("Overnight stay, slept well.", "Ate all meals.", "Stay cancelled by family.", "Hoist serviced."),
    "transport": ("Driver change.", "Late by {n} minutes.", "Route 12 risk assessment."),
    "ward": ("Gastrostomy change.", "Orthotics fitted.", "Dietitian review."),
    "epilepsy": ("Call to {g}: fewer absences.", "Care plan updated.", "Training for escorts."),
    "gp": ("Flu vaccine.", "{g}: knee pain.", "Prescription of melatonin."),
    "police": ("Neighbour dispute about parking.", "{u} stopped, no insurance."),
    "housing": ("Stairlift inspected.", "Boiler service."),
    "ambulance": ("{g}: fall, not conveyed.",),
}

SCRIPT = Script(
    "moorland",
    date(2017, 1, 9),
    420,
    {
        "school": "Moorland Special School",
        "social": "Carreg Children with Disabilities Team",
        "respite": "Heather House Short Breaks",
        "transport": "Carreg Passenger Transport",
        "ward": "Carreg Royal Infirmary",
        "epilepsy": "Community Epilepsy Nursing",
        "gp": "Hillside Surgery",
        "police": "Carreg Police",
        "housing": "Moor Homes",
        "ambulance": "Northern Ambulance",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
)
