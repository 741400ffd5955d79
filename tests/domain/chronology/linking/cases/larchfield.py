"""For development: two small children, neglect, a violent partner, dogs and a fire. Rules may be tried on this case."""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Maisie", "Maisie Cope"),
        "police": ("Maisie COPE", "the girl"),
        "hospital": ("patient", "Maisie"),
        "hv": ("MC", "Maisie"),
    },
    "s": {"any": ("Reece", "older brother"), "police": ("Reece COPE",), "hospital": ("Reece Cope",)},
    "m": {
        "any": ("Ms Cope", "Stacey Cope", "mother"),
        "police": ("Stacey COPE",),
        "hv": ("Mum", "Stacey"),
        "nursery": ("Mum", "mummy"),
        "housing": ("tenant", "Ms Cope"),
    },
    "f": {
        "any": ("Mr Varley", "Craig Varley", "stepfather"),
        "police": ("Craig VARLEY",),
        "hv": ("mother's partner", "Craig"),
        "nursery": ("step dad",),
        "probation": ("CV", "Mr Varley"),
    },
    "g": {"any": ("maternal grandfather", "Mr Cope senior"), "police": ("Alan COPE",), "nursery": ("Grandad",)},
}

PHRASES = {
    "place": {
        "in": ("both children were in the lounge", "children present in the property", "children witnessed it"),
        "out": ("children at their grandfather's", "no children present", "children were not in the house at the time"),
    },
    "side": {"left": ("left",), "right": ("right",)},
    "mech": {
        "swing": ("she fell off the swing", "she had fallen from a swing in the park"),
        "door": ("a door was slammed on it", "it got shut in the door"),
        "bro": ("her brother pushed her", "she was pushed by her brother"),
    },
    "m_at": {
        "yes": ("Ms Cope attended", "mother present", "Mum was there"),
        "no": ("Ms Cope did not attend", "mother absent", "Mum didn't come"),
    },
    "seen": {
        "seen": ("Maisie seen and spoken with", "child seen, playing", "saw Maisie who was happy and chatting"),
        "asleep": ("Maisie was asleep", "child having a nap", "Maisie in bed and not woken"),
        "not": ("Maisie not seen", "did not see the child", "child not seen as at her grandfather's"),
    },
    "state": {
        "good": ("house tidy", "home conditions acceptable, clean", "clean and warm, food in the cupboards"),
        "bad": ("house filthy", "home conditions unacceptable", "rubbish on floor and strong smell of urine"),
    },
    "cat": {"n": ("neglect",), "e": ("emotional abuse", "emotional harm")},
    "by": {"m": ("mother", "Ms Cope"), "f": ("stepfather", "Mr Varley"), "g": ("grandfather", "maternal grandfather")},
    "burn": {"tea": ("hot tea", "a cup of tea"), "iron": ("an iron", "the hot iron")},
}

HAPPENINGS = (
    Happening(
        "dog bite",
        (
            Telling(
                "hospital",
                (
                    "{c} attended with {by}, bite wound to {side} hand from family dog. Cleaned, antibiotics.",
                    "Dog bite {side} hand. Brought by {by}. Plastics opinion. Liaison form sent.",
                ),
            ),
            Telling(
                "hv",
                (
                    "A&E liaison form: dog bite to {side} hand, brought in by {by}.",
                    "Hospital attendance notified - {c} bitten by dog.",
                ),
                (1, 3),
            ),
            Telling(
                "csc",
                (
                    "Hospital referral: bite to {c}'s {side} hand from a dog in the home, said to be a banned type.",
                    "Contact from ED nurse, {c} bitten by dog.",
                ),
                (0, 2),
            ),
            Telling("police", ("Report of a dangerous dog at address; child bitten. Dog seized.",), (0, 2)),
            Telling("housing", ("Police informed us dog at property bit child. Tenancy breach letter.",), (1, 4)),
        ),
        facts={"side": ("left", "right"), "by": ("m", "f", "g")},
        clash={"side": "fact", "by": "person"},
        count=2,
    ),
    Happening(
        "burn",
        (
            Telling(
                "hospital",
                (
                    "Scald/burn to {side} forearm from {burn}. With {by}. Burns unit review. ",
                    "Presented to children's A&E, burn, {side} forearm. Contact with {burn}. Accompanied by {by}.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Notification of A&E attendance, burn caused by {burn}. Safety advice.",
                    "Hospital discharge form; burn to {side} arm, attended with {by}.",
                ),
                (1, 3),
            ),
            Telling(
                "gp", ("ED letter: burn arm.", "Discharge summary received, partial thickness burn to forearm."), (2, 8)
            ),
            Telling(
                "nursery", ("{c} returned with dressing on {side} arm. {m} said she was burnt by {burn}.",), (1, 4)
            ),
        ),
        facts={"side": ("left", "right"), "by": ("m", "f", "g"), "burn": ("tea", "iron")},
        clash={"side": "fact", "by": "person", "burn": "fact"},
        count=3,
    ),
    Happening(
        "bruise at nursery",
        (
            Telling(
                "nursery",
                (
                    "Bruise seen on {c}'s {side} arm when changing. {m} said {mech}. Phoned social services.",
                    "Practitioner saw bruising to {side} upper arm. Asked how, {m} told us {mech}. MASH contacted.",
                ),
            ),
            Telling(
                "csc",
                (
                    "MASH contact from nursery: bruise {side} arm, explanation that {mech}.",
                    "Nursery manager rang re bruise to {c}. Mother says {mech}. Enquiries to be made.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Nursery rang about a bruise on {c}. Advised contact MASH.",
                    "MASH information request, bruise to arm.",
                ),
                (0, 1),
            ),
            Telling("police", ("MASH enquiry regarding bruise on child at nursery. No role for police.",), (0, 1)),
        ),
        facts={"side": ("left", "right"), "mech": ("swing", "door", "bro")},
        clash={"side": "fact", "mech": "fact"},
        count=4,
    ),
    Happening(
        "domestic",
        (
            Telling(
                "police",
                (
                    "Call from neighbour, shouting. {m} had bleeding lip, says {f} hit her. {place}. {f} "
                    "arrested. Form 78 submitted.",
                    "Report of domestic assault by {f} on {m}. {place}. DASH risk high. Merlin created.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Merlin received - {m} assaulted by {f}. {place}.",
                    "Form 78 from police regarding domestic violence. {place}. Duty SW to contact mother.",
                ),
                (1, 3),
            ),
            Telling("hv", ("Police DV form received. {place}.", "Copy of domestic incident form from MASH."), (1, 5)),
            Telling(
                "nursery",
                ("Police info shared under Encompass: DV at weekend.", "Operation Encompass e-mail. {c} clingy."),
                (0, 2),
            ),
            Telling("idva", ("IDVA referral from police after assault by {f}. {m} called, no answer.",), (1, 3)),
            Telling("hospital", ("{m} seen in UTC with split lip, states partner hit her. {place}.",), (0, 1)),
            Telling("probation", ("Police call-out: {f} arrested for assault of partner.",), (0, 2)),
        ),
        facts={"place": ("in", "out")},
        clash={"place": "person"},
        count=4,
        hours=(18, 23),
    ),
    Happening(
        "MARAC",
        (
            Telling("police", ("MARAC: case of {m} discussed. Flag on address.",)),
            Telling("idva", ("Presented {m} at MARAC. Actions: target hardening.", "MARAC held.")),
            Telling("housing", ("Attended MARAC. Locks to be changed.",)),
            Telling("csc", ("MARAC minutes: {m} and {f}. Actions for CSC.", "MARAC attended by team manager.")),
            Telling("hv", ("MARAC research completed; attended by named nurse.",)),
        ),
        meeting=True,
        count=2,
    ),
    Happening(
        "conference",
        (
            Telling(
                "csc",
                (
                    "RCPC. Children to remain on plan, {cat}. {m_at}.",
                    "Review child protection conference: plan continues under {cat}. {m_at}.",
                ),
            ),
            Telling("hv", ("Review conference. Recommended plan continues. {m_at}.", "RCPC attended. Category {cat}.")),
            Telling("nursery", ("Manager went to the child protection review. {m_at}.", "Case conference (review).")),
            Telling("police", ("Apologies sent to review conference.", "No attendance at RCPC, report submitted.")),
            Telling("probation", ("Review case conference - OM attended.",)),
        ),
        facts={"cat": ("n", "e"), "m_at": ("yes", "no")},
        clash={"cat": "fact", "m_at": "person"},
        meeting=True,
        count=3,
    ),
    Happening(
        "joint visit",
        (
            Telling("csc", ("Visit with HV. {seen}. {state}.", "Joint HV and SW visit, unannounced. {state}. {seen}.")),
            Telling(
                "hv",
                (
                    "Joint visit with SW to home. {state}. {seen}.",
                    "H/V alongside allocated social worker. {seen}. {state}.",
                ),
            ),
        ),
        facts={"seen": ("seen", "asleep", "not"), "state": ("good", "bad")},
        clash={"seen": "seen", "state": "fact"},
        meeting=True,
        count=5,
    ),
    Happening(
        "left alone",
        (
            Telling(
                "police",
                (
                    "Children found alone at home by officers. Taken into police protection. {m} arrested for neglect.",
                    "Passer-by found {c} in the street alone. PPP used.",
                ),
            ),
            Telling(
                "csc",
                (
                    "EDT called by police: children found unattended, placed with {g} under police protection.",
                    "Police powers of protection used - children left alone.",
                ),
                (0, 1),
            ),
            Telling("hospital", ("Children brought by police for medical, found home alone.",), (0, 1)),
        ),
        count=2,
        hours=(15, 22),
    ),
    Happening(
        "neighbour",
        (
            Telling(
                "housing",
                (
                    "Neighbour reports screaming and children crying through the night.",
                    "ASB complaint from next door about arguments and dogs.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Housing officer rang to pass on neighbour's report of children crying.",
                    "Info from housing: neighbours complain of rows and children screaming.",
                ),
                (0, 2),
            ),
            Telling(
                "police",
                ("Third party report from neighbour of children crying and shouting. Unit attended, all quiet.",),
                (0, 1),
            ),
        ),
        count=3,
    ),
    Happening(
        "grandfather",
        (
            Telling(
                "csc",
                (
                    "{g} rang the front door team to say children are dirty and hungry.",
                    "Call from {g}, worried about {f} hitting the children.",
                ),
            ),
            Telling(
                "nursery",
                (
                    "{g} told manager he has reported his worries to social services.",
                    "{g} at drop off, upset about the children's care.",
                ),
                (0, 2),
            ),
            Telling("police", ("{g} called 101 with concerns for grandchildren.",), (0, 2)),
        ),
        count=2,
    ),
    Happening(
        "fire",
        (
            Telling(
                "fire",
                (
                    "House fire, bedroom, cause lighter. 2 children and 1 adult led out.",
                    "Bedroom fire, extinguished on arrival. Safeguarding form sent.",
                ),
            ),
            Telling("police", ("Fire at address, officers assisted FRS. Child had been playing with a lighter.",)),
            Telling(
                "csc",
                ("Fire service safeguarding form: bedroom fire.", "Police report house fire; family staying with {g}."),
                (0, 3),
            ),
            Telling("housing", ("Fire damage to bedroom; family decanted.",), (0, 3)),
        ),
        count=1,
        hours=(15, 20),
    ),
    Happening(
        "strategy",
        (
            Telling(
                "csc",
                (
                    "Strategy meeting: police, health, nursery. Section 47 agreed.",
                    "SD with DS from CAIU. Joint enquiry.",
                ),
            ),
            Telling(
                "police", ("Strategy discussion with children's services, joint s47.", "Strat disc held with SW TM.")
            ),
            Telling(
                "hv", ("Contributed to strategy discussion.", "Strategy meeting. Immunisation and growth data given.")
            ),
            Telling("nursery", ("Manager rang in to strategy meeting.",)),
        ),
        meeting=True,
        count=3,
    ),
    Happening(
        "liaison",
        (
            Telling(
                "hv",
                (
                    "T/C to GP practice re {c}'s missed immunisations.",
                    "Liaison with GP: {m} not collected prescription.",
                ),
            ),
            Telling("gp", ("HV rang about {c}'s imms.", "Discussed with health visitor.")),
        ),
        meeting=True,
        count=4,
    ),
    Happening(
        "eviction",
        (
            Telling("housing", ("Eviction carried out with bailiffs.",)),
            Telling(
                "csc",
                ("Family evicted today, presented as homeless.", "Housing confirm eviction has gone ahead."),
                (0, 1),
            ),
            Telling("nursery", ("{m} says they have been evicted and are in a B&B.",), (0, 3)),
        ),
        count=1,
    ),
)

ROUTINE = {
    "police": (
        "Intel: cannabis smell at address.",
        "{f} cautioned for criminal damage.",
        "Vehicle stop, {f}.",
        "Bail conditions varied.",
    ),
    "csc": (
        "Stat visit. Children well.",
        "Supervision with manager.",
        "Letter to {m}.",
        "Contact from benefits office.",
        "Family Group Conference referral made.",
    ),
    "hv": ("Weighed in clinic.", "2 year check.", "No reply at house, card left.", "Caseload supervision."),
    "nursery": ("{c} late.", "{c} in wet clothes.", "Settled well today.", "Fees unpaid.", "Sick, sent home."),
    "gp": ("{m} depression review.", "Chest infection {s}.", "Prescription issued.", "Nit treatment."),
    "hospital": ("{s}, tonsils outpatient.", "Grommets pre-op.", "DNA eye clinic."),
    "housing": ("Arrears letter.", "Void inspection.", "Leak repaired.", "Noise warning letter."),
    "probation": ("Supervision kept.", "Unacceptable absence.", "Groupwork session {n}."),
    "idva": ("Voicemail left.", "Support call to {m}."),
    "fire": ("Smoke alarm fitted.",),
}

SCRIPT = Script(
    "larchfield",
    date(2016, 1, 4),
    420,
    {
        "police": "Metro Police Service",
        "csc": "Hallam Borough Children and Families",
        "hv": "Hallam Health Visiting",
        "nursery": "Little Acorns Day Nursery",
        "gp": "Station Road Practice",
        "hospital": "St Brannock's Hospital",
        "housing": "Hallam Borough Housing",
        "probation": "National Probation Service",
        "idva": "Haven Domestic Abuse Service",
        "fire": "Metro Fire Brigade",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
)
