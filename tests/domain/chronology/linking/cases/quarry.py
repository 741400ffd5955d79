"""For development: two sisters, a lodger, a mother who drinks; other wordings of the commonest contacts. "
"Rules may be tried on this case."""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Poppy", "Poppy Lacey"),
        "police": ("Poppy LACEY", "the child"),
        "hospital": ("Poppy", "child"),
        "hv": ("PL", "Poppy"),
        "gp": ("Poppy Lacey",),
    },
    "s": {
        "any": ("Freya", "older sister"),
        "police": ("Freya LACEY",),
        "hospital": ("Freya Lacey", "sister"),
        "csc": ("Freya", "Freya Lacey"),
    },
    "m": {
        "any": ("Ms Lacey", "Karen Lacey", "mother"),
        "police": ("Karen LACEY", "Ms LACEY"),
        "nursery": ("mum", "Karen"),
        "hv": ("Mother", "Karen"),
        "hospital": ("Karen Lacey", "the patient"),
        "housing": ("tenant", "Ms Lacey"),
        "alcohol": ("service user", "Karen"),
        "gp": ("Karen Lacey", "patient"),
    },
    "f": {
        "any": ("Mr Pike", "Darren Pike", "the lodger"),
        "police": ("Darren PIKE", "PIKE"),
        "nursery": ("the lodger", "Darren"),
        "hv": ("the lodger", "Darren"),
        "probation": ("Mr Pike", "DP"),
        "hospital": ("her boyfriend", "her partner"),
    },
    "g": {
        "any": ("maternal grandfather", "Mr Lacey senior"),
        "police": ("Frank LACEY",),
        "nursery": ("grandad",),
        "hv": ("MGF",),
    },
}

PHRASES = {
    "mark": {
        "b": ("a yellowing bruise", "two round bruises"),
        "s": ("a long scratch", "three scratches"),
        "r": ("a red hand-shaped mark", "what looked like a slap mark"),
    },
    "spot": {"l": ("left cheek",), "r": ("right cheek",)},
    "tale": {
        "cat": ("the cat jumped on her", "the cat did it"),
        "bed": ("she rolled out of bed", "she fell out of bed"),
        "sis": ("her sister pushed her over", "her sister shoved her"),
    },
    "kids": {
        "in": ("Both girls were asleep upstairs", "The girls were in the house", "Poppy and Freya saw what happened"),
        "out": (
            "The girls were at their grandfather's",
            "The girls were not there",
            "No children in the property at the time",
        ),
    },
    "seen": {
        "ok": ("Poppy was seen and was chatty", "Saw Poppy, who was happy and clean"),
        "zz": ("Poppy was having a nap", "Poppy fast asleep on the sofa"),
        "no": ("Poppy was not seen", "We did not see Poppy"),
    },
    "house": {
        "g": ("Home was clean and tidy", "House in good order"),
        "b": ("Home was filthy", "House dirty with bin bags in the hall"),
        "f": ("Very little food and no heating on", "House cold with empty cupboards"),
    },
    "mum": {
        "y": ("Ms Lacey attended", "Mother present", "Karen was there"),
        "n": ("Ms Lacey did not attend", "Mother absent", "Karen did not show up"),
    },
    "man": {
        "y": ("Mr Pike opened the door", "Darren was at the house"),
        "n": ("No sign of Mr Pike", "Darren was not present"),
    },
    "cat": {"n": ("neglect",), "e": ("emotional harm", "emotional abuse")},
    "by": {"m": ("mother", "Ms Lacey"), "f": ("Mr Pike", "the lodger"), "g": ("grandfather", "maternal grandfather")},
    "risk": {"h": ("high",), "s": ("standard",)},
}

HAPPENINGS = (
    Happening(
        "mark",
        (
            Telling(
                "nursery",
                (
                    "When Poppy was dropped off staff saw {mark} on her {spot}. {m} told them {tale}. "
                    "Concern form completed and the duty social worker was telephoned.",
                    "Room leader saw {mark} to Poppy's {spot} at lunch. {m} was asked at home time and "
                    "said {tale}. Advice taken from MASH.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Nursery telephoned about {mark} to the {spot} of Poppy. According to mother {tale}. "
                    "Section 47 not considered necessary.",
                    "Duty officer took a call from Little Stars: {mark} seen on {c}'s face. Mother's "
                    "account is that {tale}. {seen}. Visit planned for the next day.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Nursery manager phoned: mark seen on Poppy's face. Asked to share what I knew.",
                    "Contacted by children's services as nursery have reported an injury to PL. {seen}.",
                ),
                (0, 1),
            ),
            Telling(
                "police",
                (
                    "Consultation with social care about a facial injury to a child of four. Not for "
                    "police at this time.",
                    "Children's services asked for checks after nursery reported a mark on Poppy LACEY. "
                    "Checks completed.",
                ),
                (0, 1),
            ),
        ),
        facts={"mark": ("b", "s", "r"), "spot": ("l", "r"), "tale": ("cat", "bed", "sis"), "seen": ("ok", "zz", "no")},
        clash={"mark": "fact", "spot": "fact", "tale": "fact", "seen": "seen"},
        count=5,
    ),
    Happening(
        "dv",
        (
            Telling(
                "police",
                (
                    "Patrol sent to a report of a couple fighting at the home address. {m} had a swollen "
                    "cheek and said {f} had slapped her. {kids}. Graded {risk} risk. {f} arrested and later bailed.",
                    "Neighbour rang to report shouting and glass breaking. {m} told officers that {f} "
                    "pulled her hair and pushed her over. {kids}. DASH {risk}. Referral made to children's services.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Report from the police following a fight between mother and {f}. {kids}. No further "
                    "action as allocated.",
                    "Police vulnerability notice. {m} had been hit by {f}. {kids}. Social worker to speak to mother.",
                ),
                (1, 3),
            ),
            Telling(
                "hv",
                (
                    "Police report about an incident at the weekend read on return to work. {kids}.",
                    "Told by the social worker that there had been violence in the home. {kids}.",
                ),
                (1, 4),
            ),
            Telling(
                "nursery",
                (
                    "Manager had a call from the police about trouble at home at the weekend. Poppy was quiet.",
                    "Grandad said the police had been to the house because of fighting.",
                ),
                (0, 3),
            ),
            Telling(
                "hospital",
                ("{m} came to the walk-in centre with facial swelling, saying she had been hit by {f}. {kids}.",),
                (0, 1),
            ),
            Telling(
                "probation", ("Told by police of an arrest for assaulting his landlady. Warned about licence.",), (0, 3)
            ),
        ),
        facts={"kids": ("in", "out"), "risk": ("h", "s")},
        clash={"kids": "person"},
        count=4,
        hours=(18, 23),
    ),
    Happening(
        "child at hospital",
        (
            Telling(
                "hospital",
                (
                    "Poppy seen in children's A&E having been brought by {by}. Told that {tale}. Small "
                    "cut above the {spot} closed with glue. Home with advice sheet.",
                    "Child attended with {by} at teatime. Cut lip and a loose tooth. Reported that "
                    "{tale}. No safeguarding concerns noted. GP and HV informed.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Note from the hospital: {c} treated for a cut to the face, came with {by}. Phoned mother.",
                    "Child attendance form from A&E received. {c} hurt her face when {tale}.",
                ),
                (1, 4),
            ),
            Telling(
                "gp",
                (
                    "A&E attendance letter - laceration to face, glued.",
                    "Correspondence from hospital: facial laceration.",
                ),
                (2, 8),
            ),
            Telling(
                "nursery",
                (
                    "Poppy back after two days off with glue on her face. {m} said {tale}.",
                    "Poppy not in. {m} phoned: they spent the evening at the hospital because {tale}.",
                ),
                (0, 4),
            ),
        ),
        facts={"by": ("m", "f", "g"), "tale": ("cat", "bed", "sis"), "spot": ("l", "r")},
        clash={"by": "person", "tale": "fact"},
        count=4,
    ),
    Happening(
        "conference",
        (
            Telling(
                "csc",
                (
                    "Review conference. Both girls to stay on plans for {cat}. {mum}.",
                    "Child protection conference reconvened; plan made, category {cat}. {mum}.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Report given at the child protection conference. {mum}. Category: {cat}.",
                    "Attended the review case conference at the town hall. {mum}.",
                ),
            ),
            Telling(
                "nursery",
                ("Deputy manager attended conference about the girls. {mum}.", "Nursery report sent to conference."),
            ),
            Telling(
                "police",
                (
                    "Conference invitation; previous convictions check supplied. Not attended.",
                    "Police representative at case conference. Category {cat}.",
                ),
            ),
            Telling(
                "alcohol",
                (
                    "Keyworker went to a child protection meeting about the service user's children. "
                    "Abstinent for six weeks.",
                ),
                (0, 1),
            ),
            Telling(
                "housing",
                ("Area officer took part in a large meeting about the household. Arrears explained.",),
                (0, 1),
            ),
            Telling("probation", ("Conference attended. Category of risk shared.",)),
        ),
        facts={"cat": ("n", "e"), "mum": ("y", "n")},
        clash={"cat": "fact", "mum": "person"},
        meeting=True,
        count=3,
    ),
    Happening(
        "core group",
        (
            Telling(
                "csc",
                (
                    "Core group took place at the family centre. {mum}. Some progress.",
                    "First core group. {mum}. Parenting work agreed.",
                ),
            ),
            Telling(
                "hv",
                ("Core group at family centre attended. {mum}. Hearing test to be chased.", "Attended the core group."),
            ),
            Telling(
                "nursery", ("Core group attended by key person. {mum}.", "Went to core group. Daily book started.")
            ),
            Telling(
                "alcohol",
                ("Meeting with social worker and other agencies about the children. Reported attendance.",),
                (0, 1),
            ),
        ),
        facts={"mum": ("y", "n")},
        clash={"mum": "person"},
        meeting=True,
        count=5,
    ),
    Happening(
        "strategy",
        (
            Telling(
                "csc",
                (
                    "Strategy discussion by telephone with DS in the referral unit, health and nursery. "
                    "Decision: joint enquiries.",
                    "Strategy meeting held at short notice. Four agencies. Single agency section 47.",
                ),
            ),
            Telling(
                "police",
                (
                    "Telephone strategy discussion with team manager. Joint enquiries.",
                    "Strategy meeting, social care offices. Agreed social care to lead alone.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Dialled into strategy meeting. Health information given.",
                    "Contributed by phone to a strategy discussion. No medical needed.",
                ),
            ),
            Telling("nursery", ("Asked for information for a strategy discussion; manager rang in.",)),
            Telling(
                "hospital",
                (
                    "Named doctor joined strategy meeting by phone.",
                    "Paediatric registrar consulted as part of strategy discussion.",
                ),
            ),
        ),
        meeting=True,
        count=3,
    ),
    Happening(
        "visit",
        (
            Telling(
                "csc",
                (
                    "Home visit with the health visitor, arranged. {seen}. {house}. {man}.",
                    "Went to the home with health visitor. {house}. {seen}. {man}.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Joint visit with the girls' social worker. {house}. {seen}. {man}.",
                    "Visited with SW. {seen}. {man}. {house}.",
                ),
            ),
        ),
        facts={"seen": ("ok", "zz", "no"), "house": ("g", "b", "f"), "man": ("y", "n")},
        clash={"seen": "seen", "house": "fact", "man": "person"},
        meeting=True,
        count=6,
    ),
    Happening(
        "missing",
        (
            Telling(
                "police",
                (
                    "Freya LACEY reported missing by her mother at 21:30. Medium risk. Traced to a "
                    "friend's address at midnight.",
                    "Call from {m}: Freya had not come back from the park. Found two hours later at a friend's.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Notification from the police that Freya was missing for some hours. Return interview requested.",
                    "Freya reported missing by mother and found the same night. Return interview within "
                    "72 hours not completed.",
                ),
                (1, 3),
            ),
            Telling(
                "school",
                (
                    "Freya tired; said the police took her home last night.",
                    "Freya told her form tutor she ran off because mum was drunk.",
                ),
                (0, 3),
            ),
        ),
        count=3,
        hours=(20, 23),
    ),
    Happening(
        "grandfather",
        (
            Telling(
                "csc",
                (
                    "{g} rang the office in tears. He says {m} is drinking again and the lodger shouts at the girls.",
                    "Contact from {g}, worried about the girls' weight.",
                ),
            ),
            Telling(
                "nursery",
                ("{g} collected Poppy and told staff he has been on to social services about the lodger.",),
                (0, 2),
            ),
            Telling(
                "police", ("{g} phoned 101 as he feels nobody is protecting the girls. Passed to social care.",), (0, 1)
            ),
        ),
        count=3,
    ),
    Happening(
        "liaison",
        (
            Telling(
                "hv",
                (
                    "Rang the surgery about {m}'s blood tests. Not attended since spring.",
                    "Discussion with practice nurse: {m} has missed two reviews.",
                ),
            ),
            Telling(
                "gp",
                (
                    "HV telephoned: any recent contact with {m}? None since May.",
                    "Conversation with health visitor. Two missed reviews.",
                ),
            ),
        ),
        meeting=True,
        count=4,
    ),
    Happening(
        "drunk at nursery",
        (
            Telling(
                "nursery",
                (
                    "{m} smelt of drink when she came for Poppy. Grandad was called instead.",
                    "Mum arrived to pick up and seemed drunk. Social worker told.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Nursery rang, {m} had come to collect Poppy smelling of alcohol.",
                    "Call from nursery manager: mother drunk at collection.",
                ),
                (0, 1),
            ),
            Telling("alcohol", ("Social worker informed us that {m} was drunk when collecting her daughter.",), (0, 3)),
        ),
        count=2,
    ),
    Happening(
        "admission",
        (
            Telling(
                "hospital",
                (
                    "{m} admitted with alcohol withdrawal and jaundice. Daughters with their grandfather.",
                    "Admission, medical ward: alcoholic hepatitis.",
                ),
            ),
            Telling(
                "alcohol",
                ("Ward rang: {m} is an inpatient for detoxification.", "Service user in hospital with liver problems."),
                (0, 2),
            ),
            Telling(
                "csc",
                (
                    "{g} rang to say {m} is in hospital and he has the girls.",
                    "Informed by the hospital alcohol nurse that mother has been admitted.",
                ),
                (0, 2),
            ),
            Telling("gp", ("Discharge summary: alcoholic hepatitis.",), (4, 9)),
        ),
        count=1,
    ),
)

ROUTINE = {
    "police": (
        "Intelligence: {f} seen with stolen cycles.",
        "Bail check on {f}, present.",
        "Report of noisy party at the address, advice given.",
        "{f} stopped on foot, nothing found.",
        "Shed break-in at the address.",
    ),
    "csc": (
        "Supervision session. Case remains open.",
        "Message from {m} cancelling tomorrow's visit.",
        "Assessment completed.",
        "Freya's bus pass arranged.",
        "Parenting group, week {n}.",
        "Letter from benefits agency filed.",
    ),
    "nursery": (
        "Poppy absent, no reason given.",
        "Fees outstanding.",
        "Poppy hungry, given toast.",
        "Sports day, grandad came.",
        "Two year check with parents.",
    ),
    "school": ("Freya late.", "Homework not done.", "Attendance {n}%.", "Parents' evening not attended."),
    "hv": (
        "Poppy's weight {n}th centile.",
        "No reply at door.",
        "Text sent about clinic.",
        "Speech therapy letter.",
        "Supervision.",
    ),
    "gp": (
        "{m} prescribed thiamine.",
        "Poppy, ear infection.",
        "Freya, eczema cream.",
        "Failed appointment.",
        "Letter from audiology.",
    ),
    "hospital": (
        "Freya seen in fracture clinic after trampoline.",
        "{m} attended A&E with chest pain and left before being seen.",
        "Audiology: not brought.",
        "Poppy, outpatient hearing test.",
    ),
    "housing": ("Rent letter {n}.", "Window replaced.", "Tenancy visit; children not seen.", "Complaint about bins."),
    "probation": ("DP reported.", "Missed appointment, warning.", "Unpaid work completed."),
    "alcohol": ("Attended group.", "Breath test negative.", "Did not attend.", "Letter to GP."),
}

SCRIPT = Script(
    "quarry",
    date(2012, 2, 6),
    420,
    {
        "police": "Stonebridge Police",
        "csc": "Stonebridge Children and Young People's Services",
        "nursery": "Little Stars Nursery",
        "school": "Quarry Bank High School",
        "hv": "Stonebridge Health Visitors",
        "gp": "The Priory Medical Practice",
        "hospital": "Stonebridge District Hospital",
        "housing": "Stonebridge Council Housing",
        "probation": "Stonebridge Probation",
        "alcohol": "Clearwater Alcohol Service",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
    20,
)
