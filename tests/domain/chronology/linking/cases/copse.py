"""For development: three brothers, a father who drinks, an uncle in the house. Rules may be tried on this case."""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Theo", "Theo Finch"),
        "police": ("Theo FINCH",),
        "hospital": ("Theo", "the child"),
        "hv": ("TF", "Theo"),
    },
    "s": {"any": ("Ashton", "Ashton Finch"), "police": ("Ashton FINCH",), "hospital": ("Ashton Finch",)},
    "m": {
        "any": ("Mrs Finch", "Gemma Finch", "mother"),
        "police": ("Gemma FINCH",),
        "school": ("Mum", "Mrs Finch"),
        "hv": ("Mum",),
        "housing": ("Mrs Finch",),
        "hospital": ("mother", "Mum"),
    },
    "f": {
        "any": ("Mr Finch", "Lee Finch", "father"),
        "police": ("Lee FINCH",),
        "school": ("Dad",),
        "hv": ("Dad",),
        "alcohol": ("Lee", "the client"),
        "probation": ("Mr Finch", "LF"),
    },
    "g": {"any": ("uncle", "Uncle Ray"), "school": ("the boys' uncle",)},
}

PHRASES = {
    "side": {"l": ("left",), "r": ("right",)},
    "spot": {"eye": ("eye",), "ear": ("ear",)},
    "why": {
        "bro": ("his brother hit him with a stick", "Ashton hit him with a stick"),
        "door": ("he walked into the edge of a door", "he ran into a door"),
        "bike": ("he came off his bike", "he fell off his bike"),
    },
    "kids": {
        "in": ("The boys were watching television in the same room", "All three boys were in the house"),
        "out": ("The boys were at their uncle's", "None of the children were at home"),
    },
    "m": {"y": ("Mrs Finch was there", "Mum attended"), "n": ("Mrs Finch did not come", "Mum was not there")},
    "d": {"y": ("Mr Finch was there", "Dad attended"), "n": ("Mr Finch did not come", "Dad was not there")},
    "saw": {
        "y": ("Theo was seen and talked about his dog", "Saw Theo in his bedroom, cheerful"),
        "z": ("Theo was asleep on the sofa", "Theo sleeping"),
        "n": ("Theo was not seen", "Did not see Theo"),
    },
    "home": {
        "g": ("The house was clean and tidy", "House tidy and warm"),
        "b": ("The house was filthy", "House dirty and smelling of dog"),
        "f": ("There was no food in the cupboards", "Cupboards empty and no heating"),
    },
    "cat": {"n": ("neglect",), "e": ("emotional abuse",)},
    "who": {"m": ("his mother", "Mrs Finch"), "d": ("his father", "Mr Finch"), "u": ("his uncle",)},
    "drunk": {
        "y": ("smelling of alcohol", "who was plainly drunk"),
        "n": ("who was sober", "who had not been drinking"),
    },
    "hurt": {"cut": ("a cut lip", "a split lip"), "eye": ("a black eye", "a bruised eye")},
}

HAPPENINGS = (
    Happening(
        "injury at school",
        (
            Telling(
                "school",
                (
                    "Midday supervisor noticed that Theo had a bruise by his {side} {spot}. He said "
                    "{why}. The head telephoned children's services.",
                    "Theo arrived with bruising to the {side} {spot}. Mum told the office {why}. DSL made a referral.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Referral by telephone from the head teacher: bruise to {side} {spot}, said to be "
                    "because {why}. Assessment to be updated.",
                    "School referral. Theo has a bruise near his {side} {spot}. Account given: {why}.",
                ),
            ),
            Telling(
                "police",
                ("Social worker asked for police checks following an injury to {c} noticed at school.",),
                (0, 1),
            ),
            Telling(
                "hv",
                ("School nurse mentioned that Theo had come to school with a bruise.", "SW rang about a bruise to TF."),
                (0, 1),
            ),
        ),
        facts={"side": ("l", "r"), "spot": ("eye", "ear"), "why": ("bro", "door", "bike")},
        clash={"side": "fact", "why": "fact"},
        count=5,
    ),
    Happening(
        "father violent",
        (
            Telling(
                "police",
                (
                    "999 call from Ashton FINCH that his father was hitting his mother. {m} had {hurt}. "
                    "{kids}. {f} arrested for common assault.",
                    "Attended following report of a disturbance. {m} said {f} had headbutted her; {hurt} "
                    "seen. {kids}. PPN completed.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Police notification: assault on mother by {f}, {hurt}. {kids}.",
                    "PPN: {f} arrested for assaulting {m}. {kids}. Single assessment.",
                ),
                (1, 3),
            ),
            Telling(
                "hv", ("PPN received. {kids}.", "Read police notification of assault by Dad on Mum. {kids}."), (1, 4)
            ),
            Telling(
                "school",
                (
                    "Encompass. {kids} according to police.",
                    "Ashton told his teacher that Dad had hit Mum and the police came.",
                ),
                (0, 2),
            ),
            Telling(
                "hospital",
                ("{m} attended the emergency department with {hurt}, assaulted by her husband. {kids}.",),
                (0, 1),
            ),
            Telling("alcohol", ("The client disclosed that he was arrested for assaulting his wife.",), (0, 5)),
            Telling("probation", ("Informed by police of arrest for assault on wife.",), (0, 2)),
        ),
        facts={"kids": ("in", "out"), "hurt": ("cut", "eye")},
        clash={"kids": "person", "hurt": "fact"},
        count=5,
        hours=(18, 23),
    ),
    Happening(
        "conference",
        (
            Telling(
                "csc",
                (
                    "Review child protection conference. Plan to continue under {cat}. {m}. {d}.",
                    "RCPC. Boys remain subject to plan ({cat}). {m}.",
                ),
            ),
            Telling("hv", ("Review conference attended. {m}. {d}.", "RCPC: plan continues, {cat}.")),
            Telling("school", ("Head attended review conference. {m}.", "Review conference at the civic centre. {d}.")),
            Telling("alcohol", ("Report sent for conference.", "Keyworker attended child protection conference. {d}.")),
            Telling("police", ("Review conference, apologies and report sent.",)),
            Telling("housing", ("Meeting at civic centre about the Finch family attended by area manager.",), (0, 1)),
        ),
        facts={"cat": ("n", "e"), "m": ("y", "n"), "d": ("y", "n")},
        clash={"cat": "fact", "m": "person", "d": "person"},
        meeting=True,
        count=4,
    ),
    Happening(
        "core group",
        (
            Telling("csc", ("Core group at school. {m}. {d}.", "Core group meeting. {m}. Work to continue.")),
            Telling("school", ("Core group here. {m}. {d}.", "Hosted core group meeting. {m}.")),
            Telling("hv", ("Core group. {m}. Dental check outstanding.", "Attended core group at school. {d}.")),
            Telling("alcohol", ("Attended core group. {d}.",)),
            Telling("housing", ("Professionals meeting at the school attended. Heating repair promised.",), (0, 1)),
        ),
        facts={"m": ("y", "n"), "d": ("y", "n")},
        clash={"m": "person", "d": "person"},
        meeting=True,
        count=6,
    ),
    Happening(
        "visit",
        (
            Telling(
                "csc",
                (
                    "Joint home visit with health visitor. {saw}. {home}. {d}.",
                    "Visited with health visitor. {home}. {saw}.",
                ),
            ),
            Telling(
                "hv", ("Joint visit with social worker. {saw}. {home}.", "Home visit alongside SW. {home}. {saw}. {d}.")
            ),
        ),
        facts={"saw": ("y", "z", "n"), "home": ("g", "b", "f"), "d": ("y", "n")},
        clash={"saw": "seen", "home": "fact", "d": "person"},
        meeting=True,
        count=6,
    ),
    Happening(
        "emergency department",
        (
            Telling(
                "hospital",
                (
                    "Theo brought to the emergency department by {who}. Laceration to {side} knee; {why}. Sutured.",
                    "{c} attended with {who}. {side} knee laceration, {why}.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Emergency department attendance notified: laceration to {side} knee. Attended with {who}.",
                    "ED slip. Knee laceration. Brought by {who}.",
                ),
                (1, 3),
            ),
            Telling("gp", ("ED discharge summary: knee laceration sutured.",), (1, 6)),
            Telling(
                "school",
                (
                    "Theo has stitches in his {side} knee. Mum says {why}.",
                    "Theo off today. Dad rang, he had been to hospital for stitches.",
                ),
                (0, 3),
            ),
        ),
        facts={"who": ("m", "d", "u"), "side": ("l", "r"), "why": ("bro", "door", "bike")},
        clash={"who": "person", "side": "fact", "why": "fact"},
        count=4,
    ),
    Happening(
        "drunk at the gate",
        (
            Telling(
                "school",
                (
                    "Dad came to collect the boys {drunk}. Uncle called. Social worker informed.",
                    "Father at the gate {drunk}; staff kept the boys until Mum came.",
                ),
            ),
            Telling(
                "csc",
                (
                    "School reported that father came to collect the boys {drunk}.",
                    "Head rang: father at school {drunk}.",
                ),
                (0, 1),
            ),
            Telling("police", ("Call from school about a male {drunk} at the gate. Gone on arrival.",)),
        ),
        facts={"drunk": ("y", "n")},
        clash={"drunk": "fact"},
        count=3,
    ),
    Happening(
        "strategy",
        (
            Telling(
                "csc",
                ("Strategy discussion with police and school. Section 47.", "Strategy meeting held at short notice."),
            ),
            Telling("police", ("Strategy discussion with social care.", "DS joined strategy meeting by phone.")),
            Telling("school", ("Head asked to join a strategy meeting by phone.",)),
            Telling("hv", ("Strategy meeting attended.",)),
        ),
        meeting=True,
        count=3,
    ),
    Happening(
        "uncle",
        (
            Telling(
                "csc",
                (
                    "The boys' uncle rang. He is worried about his brother's drinking and the state of the house.",
                    "Contact from Uncle Ray, concerned about the boys.",
                ),
            ),
            Telling("school", ("The boys' uncle spoke to the head. He said nobody is helping.",), (0, 2)),
            Telling("police", ("Call from Ray FINCH, concerned for his nephews. Referred to social care.",), (0, 1)),
        ),
        count=3,
    ),
)

ROUTINE = {
    "police": (
        "{f} drunk in the park, taken home.",
        "Stop check, {f}.",
        "Intelligence about cannabis at the house.",
        "Theft of bicycle from the garden.",
    ),
    "csc": (
        "Supervision.",
        "Statutory visit by student social worker.",
        "Letter about school holidays scheme.",
        "Chronology updated.",
    ),
    "school": ("{s} late.", "{c} star of the week.", "Dinner money owed.", "{s} no homework.", "Attendance letter."),
    "hv": ("Ashton's eye test.", "Clinic: weight {n}th centile.", "Supervision with named nurse."),
    "hospital": ("{s} seen in asthma clinic.", "{m} outpatient, back pain.", "{s} attended with a cough."),
    "gp": ("{f} blood tests.", "{m} low mood, tablets continued.", "{s} asthma review.", "{c} verruca."),
    "housing": ("Rent letter.", "Gutter repaired.", "Gas safety visit, no access."),
    "alcohol": ("Attended group.", "Did not attend.", "Breathalysed, zero."),
    "probation": ("Attended.", "Missed, warning letter {n}."),
}

SCRIPT = Script(
    "copse",
    date(2013, 9, 2),
    420,
    {
        "police": "Northmoor Police",
        "csc": "Northmoor Children's Services",
        "school": "Copse Primary School",
        "hv": "Northmoor Health Visiting Service",
        "hospital": "Northmoor Infirmary",
        "gp": "Moor Lane Surgery",
        "housing": "Moorland Homes",
        "alcohol": "Clear Alcohol Service",
        "probation": "Northmoor Probation",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
    20,
)
