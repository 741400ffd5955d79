"""For development: twins, a father on bail, a failing placement. Rules may be tried on this case."""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Ellis", "Ellis Gray"),
        "police": ("Ellis GRAY",),
        "hospital": ("Ellis", "twin 1"),
        "hv": ("EG", "Ellis"),
        "gp": ("Ellis Gray",),
    },
    "s": {"any": ("Imogen", "his twin"), "police": ("Imogen GRAY",), "hospital": ("Imogen Gray",)},
    "m": {
        "any": ("Mrs Gray", "Leanne Gray", "mother"),
        "police": ("Leanne GRAY",),
        "preschool": ("Mum",),
        "hv": ("Mum", "Leanne"),
        "hospital": ("mother",),
        "housing": ("Mrs Gray",),
        "mental": ("Leanne", "the patient"),
    },
    "f": {
        "any": ("Mr Gray", "Scott Gray", "father"),
        "police": ("Scott GRAY",),
        "preschool": ("Dad",),
        "hv": ("Dad", "Scott"),
        "probation": ("Mr Gray", "SG"),
        "drugs": ("Scott", "SG"),
    },
    "g": {"any": ("maternal aunt", "Kerry"), "preschool": ("auntie Kerry",)},
}

PHRASES = {
    "where": {"h": ("forehead",), "c": ("cheek",), "e": ("ear",)},
    "side": {"l": ("left",), "r": ("right",)},
    "how": {
        "t": ("he banged it on the coffee table", "he ran into the coffee table"),
        "w": ("he fell off the wall", "he slipped off a wall outside"),
        "i": ("Imogen hit him with a brick", "Imogen threw a wooden brick"),
    },
    "kids": {
        "y": ("Twins at home", "the twins were in the room", "twins heard it all"),
        "n": ("Twins with their aunt", "twins were at their aunt's", "no children at home"),
    },
    "mum": {
        "y": ("Mum present", "Mrs Gray came", "mother there"),
        "n": ("Mum not present", "Mrs Gray did not come", "mother absent"),
    },
    "dad": {
        "y": ("Dad present", "Mr Gray came", "father attended"),
        "n": ("Dad not present", "Mr Gray did not come", "father did not attend"),
    },
    "seen": {
        "y": ("both twins seen", "Ellis and Imogen seen, well"),
        "n": ("twins not seen", "did not see the twins"),
        "a": ("twins asleep", "both in their cots asleep"),
    },
    "home": {"g": ("house clean", "tidy and warm"), "b": ("house smelly and dirty", "dirty nappies and rubbish about")},
    "cat": {"n": ("neglect",), "e": ("emotional abuse",)},
    "who": {"m": ("mum", "mother"), "d": ("dad", "father"), "g": ("aunt", "an aunt")},
}

HAPPENINGS = (
    Happening(
        "injury",
        (
            Telling(
                "preschool",
                (
                    "Ellis had a lump on his {side} {where} on arrival. Mum explained that {how}. "
                    "Existing injury form signed. Rang the duty desk.",
                    "Existing injury: bump and graze, {side} {where}. Dad dropped off and said {how}. "
                    "Leader contacted social worker.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Pre-school leader rang duty. Ellis has a bump on the {side} {where}; parents say "
                    "{how}. To be followed up on next visit.",
                    "Info from pre-school re lump to head. Explanation: {how}. Discussed with TM, NFA.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Pre-school leader let me know about a bump on EG's head.",
                    "Message from SW about a mark on Ellis. Will see at next contact.",
                ),
                (0, 1),
            ),
            Telling(
                "police", ("Enquiry from social worker about injury to a three year old. Told accidental.",), (0, 1)
            ),
        ),
        facts={"side": ("l", "r"), "where": ("h", "c", "e"), "how": ("t", "w", "i")},
        clash={"side": "fact", "how": "fact"},
        count=4,
    ),
    Happening(
        "violence",
        (
            Telling(
                "police",
                (
                    "Third party call that a man was attacking a woman in the garden. {m} had reddening "
                    "to the neck. {kids}. {f} detained. Notification to MASH.",
                    "{m} attended the front counter to report that {f} had kicked her. {kids}. Statement "
                    "taken. Risk medium.",
                ),
            ),
            Telling(
                "csc",
                (
                    "MASH: police notification that father assaulted mother. {kids}. Existing plan continues.",
                    "Police log via MASH. {kids}. Mother reports being kicked by father.",
                ),
                (0, 3),
            ),
            Telling(
                "hv",
                (
                    "MASH notification domestic abuse. {kids}. Discussed safety planning.",
                    "Saw {m} following the assault by {f}. Bruised neck. {kids}.",
                ),
                (1, 4),
            ),
            Telling(
                "preschool",
                ("Encompass call. Ellis unsettled.", "Auntie Kerry says {f} has been arrested for hurting {m}."),
                (0, 2),
            ),
            Telling(
                "housing", ("{m} asked about moving because of violence from her husband. Police involved.",), (0, 4)
            ),
            Telling(
                "mental",
                ("{m} tearful at appointment, reported that {f} assaulted her. Police aware. {kids}.",),
                (1, 4),
            ),
        ),
        facts={"kids": ("y", "n")},
        clash={"kids": "person"},
        count=4,
        hours=(18, 23),
    ),
    Happening(
        "core group",
        (
            Telling(
                "csc",
                ("CP core group: {mum}, {dad}. Plan updated.", "Core group held at children's centre. {mum}. {dad}."),
            ),
            Telling(
                "hv",
                ("Attended CG. {mum}. Twins' 3 year review booked.", "Core group at children's centre; {mum}, {dad}."),
            ),
            Telling("preschool", ("Core group. {mum}. {dad}.", "Leader attended the core group meeting.")),
            Telling("mental", ("CPN attended core group and gave an update on mood.",)),
            Telling("drugs", ("Review meeting about SG's children. Update on treatment given.",), (0, 1)),
        ),
        facts={"mum": ("y", "n"), "dad": ("y", "n")},
        clash={"mum": "person", "dad": "person"},
        meeting=True,
        count=5,
    ),
    Happening(
        "conference",
        (
            Telling(
                "csc",
                (
                    "ICPC: twins to be subject to CP plan. Category {cat}. {mum}. {dad}.",
                    "Review CPC. Plan to continue, {cat}.",
                ),
            ),
            Telling("hv", ("CPC attended; report shared. {mum}. {cat}.", "Initial conference - {mum}; {dad}.")),
            Telling(
                "preschool",
                ("Leader attended conference for the first time. {mum}.", "Child protection conference. {dad}."),
            ),
            Telling("probation", ("CPC attended by OM.", "Apologies to conference; written report.")),
            Telling("mental", ("Psychiatrist's report sent to conference. CPN present. {mum}.",)),
        ),
        facts={"cat": ("n", "e"), "mum": ("y", "n"), "dad": ("y", "n")},
        clash={"cat": "fact", "mum": "person", "dad": "person"},
        meeting=True,
        count=3,
    ),
    Happening(
        "hospital",
        (
            Telling(
                "hospital",
                (
                    "ED attendance. {c} with {who}. Pulled a kettle; superficial scald to {side} hand. Burns advice.",
                    "Twin 1 brought by {who}, scald {side} hand from a kettle. Photographs taken.",
                ),
            ),
            Telling(
                "hv",
                (
                    "ED attendance sheet: scald to hand. Attended with {who}.",
                    "Ward sister phoned regarding Ellis, kettle scald.",
                ),
                (1, 3),
            ),
            Telling("gp", ("Minor scald, seen in ED.", "ED summary, scald to hand."), (1, 6)),
            Telling("preschool", ("{c} has bandage on {side} hand. Scalded at home at the weekend.",), (0, 4)),
            Telling(
                "csc",
                ("Paediatric liaison sister called: Ellis scalded with kettle, {who} in charge at the time.",),
                (0, 2),
            ),
        ),
        facts={"side": ("l", "r"), "who": ("m", "d", "g")},
        clash={"side": "fact", "who": "person"},
        count=3,
    ),
    Happening(
        "visits",
        (
            Telling(
                "csc",
                ("Home visit - SW and HV. {seen}. {home}. {dad}.", "Visited the family alongside HV. {home}; {seen}."),
            ),
            Telling(
                "hv", ("Visit to home with SW. {seen}. {home}.", "Joint visit (social worker). {home}. {seen}. {dad}.")
            ),
        ),
        facts={"seen": ("y", "n", "a"), "home": ("g", "b"), "dad": ("y", "n")},
        clash={"seen": "seen", "home": "fact", "dad": "person"},
        meeting=True,
        count=5,
    ),
    Happening(
        "crisis",
        (
            Telling(
                "mental",
                (
                    "Crisis assessment at home. {m} voicing thoughts of ending her life. {kids}. Intensive support.",
                    "Urgent assessment after {m} rang in distress. {kids}.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Crisis team phoned: mother suicidal. {kids}.",
                    "Mental health practitioner reports mother unwell and suicidal. {kids}.",
                ),
                (0, 1),
            ),
            Telling(
                "hv",
                ("Crisis team letter. Mum under home treatment.", "Told by CPN that {m} is in crisis. {kids}."),
                (0, 4),
            ),
            Telling("gp", ("Fax from crisis team. Suicidal ideation, started olanzapine.",), (0, 5)),
        ),
        facts={"kids": ("y", "n")},
        clash={"kids": "person"},
        count=2,
    ),
    Happening(
        "bail",
        (
            Telling(
                "police",
                (
                    "{f} arrested for breach of bail, found at the family home.",
                    "Bail breach: {f} located in loft at the address.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Police advise {f} found at the home in breach of bail.",
                    "{f} was hiding in the house when police called. Breach of bail.",
                ),
                (0, 2),
            ),
            Telling(
                "probation",
                ("Notified of arrest for breach of bail.", "SG in custody for breaching bail conditions."),
                (0, 2),
            ),
            Telling("preschool", ("{m} says Dad has been locked up for coming home.",), (0, 3)),
        ),
        count=2,
    ),
    Happening(
        "aunt",
        (
            Telling(
                "csc",
                (
                    "Aunt, Kerry, called. Says twins are left in cots all day.",
                    "{g} left a message for the social worker about the state of the house.",
                ),
            ),
            Telling("hv", ("{g} rang, worried about the twins. Told her to speak to the social worker.",), (0, 1)),
            Telling("preschool", ("{g} told the leader that she is frightened for the twins.",), (0, 2)),
        ),
        count=3,
    ),
    Happening(
        "liaison",
        (
            Telling("hv", ("Spoke with CPN; {m} has missed depot.", "Call to CPN for update on Mum.")),
            Telling("mental", ("HV rang for update. Depot overdue.", "Telephone contact from health visitor.")),
        ),
        meeting=True,
        count=4,
    ),
    Happening(
        "strategy",
        (
            Telling(
                "csc",
                (
                    "Strategy meeting with police, mental health and HV. Outcome S47.",
                    "Strat discussion (phone). Joint s47.",
                ),
            ),
            Telling(
                "police", ("Strategy with CSC and health. Police to interview father.", "DS attended strategy meeting.")
            ),
            Telling("hv", ("Strategy meeting attended by named nurse.", "Phone strategy. Gave history.")),
            Telling("mental", ("Invited to strategy meeting re twins; attended by phone.",)),
        ),
        meeting=True,
        count=3,
    ),
    Happening(
        "drugs found",
        (
            Telling(
                "police",
                (
                    "Drugs warrant executed. Cannabis and scales in kitchen. {kids}.",
                    "Search of home: cannabis plants in loft. {kids}.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Police told us drugs were found at the house. {kids}.",
                    "Notified of warrant at the family home. {kids}.",
                ),
                (0, 2),
            ),
            Telling("housing", ("Police letter: cannabis found at tenancy. Breach letter.",), (1, 5)),
            Telling("probation", ("Police info: warrant at home address, drugs seized.",), (0, 3)),
        ),
        facts={"kids": ("y", "n")},
        clash={"kids": "person"},
        count=2,
    ),
)

ROUTINE = {
    "police": ("{f} signed on at station.", "Speeding, {f}.", "Intel {f} dealing.", "Lost dog."),
    "csc": (
        "CIN file audit.",
        "SW text to {m}.",
        "Supervision.",
        "Visit by family aide; craft session.",
        "Referral to playgroup funding.",
    ),
    "preschool": (
        "{c} collected late.",
        "{s} upset at drop off.",
        "No coat.",
        "Snack money owed.",
        "Speech assessment done.",
    ),
    "hv": ("Weights done at clinic.", "Card left, no answer.", "Vaccination reminder.", "Team allocation meeting."),
    "gp": ("{s}, chest infection.", "{m} fit note.", "{c} eczema.", "Missed nurse appointment."),
    "hospital": ("{s} ENT clinic.", "{c} eye clinic, not brought.", "{m} knee X-ray."),
    "housing": ("Boiler fault.", "Arrears agreement.", "Estate walkabout."),
    "probation": ("Reported.", "Absent, letter.", "Drug rehabilitation requirement review."),
    "drugs": ("Script collected.", "1:1.", "Sample clear."),
    "mental": ("Depot given.", "Outpatient review.", "DNA."),
}

SCRIPT = Script(
    "tannery",
    date(2014, 6, 2),
    420,
    {
        "police": "Weir Valley Police",
        "csc": "Weir Valley Social Care",
        "preschool": "Busy Bees Pre-school",
        "hv": "Weir Valley NHS Community Services",
        "gp": "Tannery Lane Surgery",
        "hospital": "Weir Hospital",
        "housing": "Valley Homes",
        "probation": "Weir Valley Probation",
        "drugs": "Bridge Recovery",
        "mental": "Weir Valley Partnership Mental Health",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
    20,
)
