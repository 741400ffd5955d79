"""Held out: a baby, parents who use drugs, a pregnancy booked late. Written before the linking rules; "
"never tuned on."""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Baby P", "Alfie", "Alfie Prentice"),
        "police": ("Alfie PRENTICE", "the baby"),
        "midwife": ("baby", "the infant"),
        "csc": ("Alfie", "Alfie Prentice"),
        "hv": ("AP", "Alfie", "baby Alfie"),
        "gp": ("Alfie Prentice",),
    },
    "m": {
        "any": ("Ms Prentice", "Jodie Prentice", "mother"),
        "police": ("Jodie PRENTICE", "PRENTICE"),
        "midwife": ("Jodie", "the woman", "Mum"),
        "hv": ("Mum", "Jodie"),
        "drugs": ("JP", "service user", "Jodie"),
        "housing": ("the tenant", "Ms Prentice"),
    },
    "f": {
        "any": ("Mr Cade", "Lewis Cade", "father"),
        "police": ("Lewis CADE", "CADE"),
        "midwife": ("FOB", "Lewis"),
        "hv": ("Dad", "Lewis"),
        "probation": ("Mr Cade", "LC"),
        "drugs": ("Jodie's partner", "Lewis"),
    },
    "g": {
        "any": ("paternal grandmother", "Mrs Cade"),
        "police": ("Brenda CADE",),
        "hv": ("PGM", "paternal grandmother"),
    },
}

PHRASES = {
    "sober": {
        "yes": ("appeared sober", "no signs of intoxication", "presented well and was not under the influence"),
        "no": ("smelt strongly of alcohol", "was clearly under the influence", "was slurring her words"),
    },
    "where": {
        "home": ("baby asleep in the cot upstairs", "baby at the property throughout", "baby was in the next room"),
        "away": ("baby staying with paternal grandmother", "baby not at the address", "baby had been at his nan's"),
    },
    "m_at": {
        "yes": ("Mother attended", "Ms Prentice was there", "Mum came"),
        "no": ("Mother did not attend", "Ms Prentice absent", "Mum failed to show"),
    },
    "f_at": {
        "yes": ("Father present", "Mr Cade at home", "Dad in, holding the baby"),
        "no": ("Father was not present", "no sign of Mr Cade", "Dad out"),
    },
    "category": {"n": ("neglect",), "p": ("physical abuse", "physical harm")},
    "state": {
        "good": ("home clean and well organised", "home conditions good", "clean and tidy throughout"),
        "bad": ("home dirty, overflowing bins", "squalid, used nappies on the floor", "home conditions very poor"),
    },
    "saw": {
        "seen": ("Baby seen awake and alert", "Alfie seen, handled well", "infant seen undressed"),
        "asleep": ("Baby asleep, not disturbed", "Alfie sleeping in Moses basket", "infant asleep so not examined"),
        "not": ("Baby not seen", "Alfie was not seen", "infant not sighted"),
    },
    "side": {"left": ("left",), "right": ("right",)},
    "story": {
        "cot": ("he caught it in the bars of the cot", "his leg got stuck in the cot bars"),
        "roll": ("he rolled off the changing mat", "he rolled from the changing table"),
        "sib": ("a cousin fell on him", "an older cousin fell on top of him"),
    },
}

HAPPENINGS = (
    Happening(
        "pre-birth conference",
        (
            Telling(
                "csc",
                (
                    "Pre-birth CPC. Unborn to be made subject to a plan, category {category}. {m_at}.",
                    "Unborn baby considered at pre-birth case conference; CP plan from birth under {category}.",
                ),
            ),
            Telling(
                "midwife",
                (
                    "Attended pre-birth conference. Late booking and missed scans shared. {m_at}.",
                    "Safeguarding midwife present at pre-birth CPC, plan for unborn under {category}.",
                ),
            ),
            Telling(
                "drugs",
                (
                    "Written report sent for pre-birth conference; unable to send a worker.",
                    "Attended meeting about {m}'s unborn baby. Gave prescribing update. {m_at}.",
                ),
            ),
            Telling("probation", ("Pre-birth child protection conference attended. Risk to children discussed.",)),
        ),
        facts={"category": ("n", "p"), "m_at": ("yes", "no")},
        clash={"category": "fact", "m_at": "person"},
        meeting=True,
        count=2,
    ),
    Happening(
        "discharge planning",
        (
            Telling("csc", ("Discharge planning meeting on the ward. Agreed {c} home with daily visits. {m_at}.",)),
            Telling(
                "midwife",
                (
                    "Discharge planning mtg held, s/w and HV in attendance. {m_at}.",
                    "D/C planning meeting prior to baby going home. Safety plan signed.",
                ),
            ),
            Telling("hv", ("Went to discharge planning meeting at maternity unit. Handover from midwife. {m_at}.",)),
        ),
        facts={"m_at": ("yes", "no")},
        clash={"m_at": "person"},
        meeting=True,
        count=1,
    ),
    Happening(
        "overdose",
        (
            Telling(
                "ambulance",
                (
                    "Called to female, ?overdose, found slumped in bathroom. Naloxone given. Conveyed to A&E. {where}.",
                    "999 - unresponsive adult female, opiate OD suspected. Taken to hospital. {where}.",
                ),
            ),
            Telling(
                "hospital",
                (
                    "{m} brought in by ambulance having taken heroin and pregabalin. GCS 9 on arrival. "
                    "Self discharged.",
                    "BIBA following accidental overdose. Treated with naloxone. {where} according to patient.",
                ),
            ),
            Telling(
                "drugs",
                (
                    "Informed by hospital liaison team that {m} was treated for an overdose. Appointment offered.",
                    "Hospital notified us of {m}'s OD. Keyworker to review script.",
                ),
                (1, 3),
            ),
            Telling(
                "csc",
                (
                    "Information from hospital: {m} admitted after drug overdose. {where}. Strategy "
                    "discussion to be considered.",
                    "Ambulance safeguarding referral received re {m}, collapse at home through drugs. {where}.",
                ),
                (0, 2),
            ),
            Telling("gp", ("A&E discharge summary: opiate overdose. Coded.",), (2, 8)),
        ),
        facts={"where": ("home", "away")},
        clash={"where": "person"},
        count=3,
        hours=(18, 23),
    ),
    Happening(
        "infant bruise",
        (
            Telling(
                "hv",
                (
                    "At weigh-in bruise noted on {side} shin. {m} said {story}. Bruising in non-mobile "
                    "infant protocol followed.",
                    "Bruising seen to baby's {side} lower leg; account given that {story}. Referred same day to CSC.",
                ),
            ),
            Telling(
                "csc",
                (
                    "HV referral: bruising to non-mobile baby ({side} leg). Parents say {story}. CP medical requested.",
                    "Referral received from health visitor re bruise to infant's {side} shin. For joint s47.",
                ),
            ),
            Telling(
                "hospital",
                (
                    "Child protection medical. Single bruise, {side} shin. History that {story}. Skeletal "
                    "survey normal.",
                    "CP medical undertaken by community paediatrician at request of social care - leg bruise {side}.",
                ),
                (0, 1),
            ),
            Telling(
                "police",
                (
                    "Referral from CSC: bruise on a baby of {n} weeks. Joint investigation agreed.",
                    "CAIT informed by social care of bruising to non-mobile infant. DC allocated.",
                ),
                (0, 1),
            ),
        ),
        facts={"side": ("left", "right"), "story": ("cot", "roll", "sib")},
        clash={"side": "fact", "story": "fact"},
        count=3,
    ),
    Happening(
        "positive test",
        (
            Telling(
                "drugs",
                (
                    "Urine screen positive for cocaine and opiates; social worker told.",
                    "Oral swab came back positive (crack). S/W informed by phone.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Drug worker rang to report positive test. Written agreement breached.",
                    "T/C from drugs service: {m} tested positive for class A.",
                ),
                (0, 1),
            ),
        ),
        count=3,
    ),
    Happening(
        "violence at home",
        (
            Telling(
                "police",
                (
                    "Attended {day} night disturbance between {m} and {f}. Damage to door. {where}. DASH "
                    "medium. VPRF shared.",
                    "{m} called 999 stating {f} had punched her. Arrested for ABH. {where}. Vulnerable "
                    "person report submitted.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Vulnerable person report from police: DV between parents, {where}. NFA as open case.",
                    "DV notification - {f} arrested for assault on {m}. {where}.",
                ),
                (1, 3),
            ),
            Telling(
                "midwife",
                (
                    "Police notification of domestic abuse in pregnancy filed in notes.",
                    "Informed of DV incident by police; routine enquiry to be repeated.",
                ),
                (1, 4),
            ),
            Telling(
                "hv",
                (
                    "DV1 received from police. {where}.",
                    "Domestic abuse notification from the constabulary. Will follow up when {f} not there.",
                ),
                (1, 4),
            ),
            Telling(
                "probation", ("{f} arrested for assault on partner - info from police. Recall considered.",), (0, 2)
            ),
        ),
        facts={"where": ("home", "away")},
        clash={"where": "person"},
        count=4,
        hours=(18, 23),
    ),
    Happening(
        "core group",
        (
            Telling(
                "csc",
                (
                    "2nd core group. {m_at}. Plan drifting.",
                    "Core Group Meeting held at family centre; {m_at}; updates given.",
                ),
            ),
            Telling("hv", ("CG meeting. {m_at}. Immunisations due.", "Core group - gave growth update. {m_at}.")),
            Telling(
                "drugs", ("Core group attended by keyworker. Script stable.", "Professionals' meeting re baby. {m_at}.")
            ),
            Telling("housing", ("Attended multi agency meeting. Reported on rent and visitors to property.",)),
        ),
        facts={"m_at": ("yes", "no")},
        clash={"m_at": "person"},
        meeting=True,
        count=5,
    ),
    Happening(
        "section 47 visit",
        (
            Telling(
                "csc",
                (
                    "S47 visit with police officer. {saw}. {f_at}. {state}.",
                    "Social worker and police visited together. {state}. {saw}.",
                ),
            ),
            Telling(
                "police",
                (
                    "Joint visit with social services. {saw}. {f_at}. No offences.",
                    "Accompanied social worker to address. {saw}; {state}.",
                ),
            ),
        ),
        facts={"saw": ("seen", "asleep", "not"), "f_at": ("yes", "no"), "state": ("good", "bad")},
        clash={"saw": "seen", "f_at": "person", "state": "fact"},
        count=3,
    ),
    Happening(
        "intoxicated in charge",
        (
            Telling(
                "housing",
                (
                    "Caretaker found {m} drunk on stairwell with the pram. Police called.",
                    "Concierge reports {m} in charge of baby while drunk; 999 called.",
                ),
            ),
            Telling(
                "police",
                (
                    "Call from housing staff: female drunk in charge of a child under 7. {sober}. Words of advice.",
                    "Officers attended communal stairs, {m} with pram, {sober}. Safe and well check complete.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Police referral: {m} drunk in charge of {c}. {sober}.",
                    "Report that mother was intoxicated while caring for baby. Police say she {sober}.",
                ),
                (0, 2),
            ),
        ),
        facts={"sober": ("yes", "no")},
        clash={"sober": "fact"},
        count=2,
        hours=(14, 20),
    ),
    Happening(
        "legal planning",
        (
            Telling(
                "csc",
                (
                    "Legal gateway meeting: threshold met for PLO.",
                    "Legal planning meeting chaired by service manager. Letter before proceedings to be sent.",
                ),
            ),
            Telling("csc", ("LPM - PLO pre-proceedings to start.",), chance=0.2),
        ),
        meeting=True,
        count=1,
    ),
    Happening(
        "grandmother worried",
        (
            Telling(
                "csc",
                (
                    "{g} contacted the emergency duty team saying parents are using and baby is hungry.",
                    "Call to EDT by {g}; concerned about parents' drug use.",
                ),
            ),
            Telling(
                "hv",
                (
                    "{g} attended clinic, worried that parents are injecting again. Advised to contact "
                    "children's services.",
                    "Tel call from {g} re drug use by parents.",
                ),
                (0, 1),
            ),
            Telling("police", ("Report from {g} concerned for welfare of {c}; says drug dealing at flat.",), (0, 1)),
        ),
        count=2,
    ),
    Happening(
        "not brought to hip scan",
        (
            Telling(
                "hospital",
                ("DNA hip ultrasound. Letter to GP and HV.", "Was not brought for hip scan; GP and HV informed."),
            ),
            Telling("gp", ("Letter from hospital: WNB hip ultrasound.", "Notified DNA - hip scan."), (2, 9)),
            Telling("hv", ("Letter from hospital - hip scan appointment missed. Will remind Mum.",), (2, 7)),
        ),
        count=2,
    ),
    Happening(
        "released from custody",
        (
            Telling("probation", ("{f} released from HMP on licence today. Non-contact condition discussed.",)),
            Telling("police", ("{f} released on licence; markers updated.",), (0, 1)),
            Telling("csc", ("Offender manager advised {f} is out of prison, on licence to mother's address.",), (0, 2)),
        ),
        count=1,
    ),
)

ROUTINE = {
    "police": (
        "Stop check of {f} in vehicle, no insurance.",
        "Intelligence: {f} associating with known dealers.",
        "Warrant not executed, no reply.",
        "Shoplifting by {m}, fixed penalty.",
    ),
    "csc": (
        "Case supervision. Actions reviewed.",
        "Statutory visit. No concerns.",
        "Letter sent to parents about contact times.",
        "Case file audit completed.",
        "Assessment extended by ten days.",
    ),
    "hv": (
        "New birth visit done.",
        "Clinic: weight {n}th centile.",
        "Text to {m} re appointment.",
        "6-8 week review.",
        "Caseload handover.",
    ),
    "midwife": (
        "Antenatal clinic attended. BP normal.",
        "Failed antenatal appointment.",
        "Community midwife day 5 visit; weight loss {n}g.",
        "Anomaly scan normal.",
    ),
    "hospital": ("Outpatient physiotherapy, {m}.", "Cancelled dental list appointment.", "Hearing screen passed."),
    "gp": (
        "{m} requests repeat prescription.",
        "Baby 8 week check satisfactory.",
        "Imms given.",
        "Telephone consultation: {m}, cough.",
    ),
    "drugs": (
        "Attended for script pick up.",
        "Missed keywork.",
        "Pharmacy reports three missed doses.",
        "Needle exchange used.",
    ),
    "housing": ("Arrears {n}0 pounds, reminder sent.", "Lift out of order.", "Boiler service done."),
    "probation": ("{f} reported on time.", "Unpaid work: absent.", "Alcohol module session completed."),
    "ambulance": ("Chest pain, {f}, discharged at scene.",),
}

SCRIPT = Script(
    "millrace",
    date(2017, 2, 1),
    420,
    {
        "police": "Ardenshire Constabulary",
        "csc": "Ardenshire Council Children's Services",
        "hv": "0-19 Healthy Child Service",
        "midwife": "Ardenshire Maternity",
        "hospital": "Queen's Park Infirmary",
        "gp": "Dr Sallow and Partners",
        "drugs": "Fresh Steps",
        "housing": "Canal Homes Association",
        "probation": "Community Rehabilitation Company",
        "ambulance": "Ardenshire Ambulance Service",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
)
