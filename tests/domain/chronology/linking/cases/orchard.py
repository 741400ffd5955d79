"""For development: a boy of seven and a new baby, whole sentences as agencies send them. Rules may be "
"tried on this case."""

from datetime import date

from tests.domain.chronology.linking.cases.staging import Happening, Script, Telling

PEOPLE = {
    "c": {
        "any": ("Corey", "Corey Slade"),
        "police": ("Corey SLADE",),
        "hospital": ("Corey", "the patient"),
        "hv": ("CS",),
        "school": ("Corey",),
    },
    "s": {"any": ("Ruby", "the baby"), "police": ("Ruby SLADE",), "hv": ("RS", "Ruby"), "midwife": ("baby girl",)},
    "m": {
        "any": ("Miss Slade", "Tanya Slade", "mother"),
        "police": ("Tanya SLADE",),
        "school": ("Mum", "Miss Slade"),
        "hv": ("Mum", "Tanya"),
        "housing": ("the tenant", "Miss Slade"),
        "gp": ("Tanya Slade",),
    },
    "f": {
        "any": ("Mr Brough", "Wayne Brough", "mother's partner"),
        "police": ("Wayne BROUGH",),
        "school": ("Mum's partner",),
        "probation": ("Mr Brough", "the offender"),
        "drugs": ("Wayne", "the client"),
        "gp": ("Wayne Brough",),
    },
    "g": {"any": ("paternal grandmother", "Mrs Nesbit"), "police": ("Joan NESBIT",), "school": ("Corey's nan",)},
}

PHRASES = {
    "area": {
        "leg": ("back of the left leg", "left calf"),
        "arm": ("right upper arm", "top of the right arm"),
        "ear": ("left ear", "behind the left ear"),
    },
    "says": {
        "park": ("he fell off the climbing frame", "he came off the climbing frame at the park"),
        "stairs": ("he slipped on the stairs", "he fell down the last three stairs"),
        "baby": ("he was hit by a toy the baby threw", "the baby threw a toy at him"),
    },
    "with": {"m": ("his mother", "mother"), "f": ("mother's partner", "Mr Brough"), "g": ("grandmother", "his nan")},
    "about": {
        "yes": (
            "The children were upstairs",
            "Both children were present and upset",
            "Children witnessed part of this",
        ),
        "no": (
            "The children were staying with their grandmother",
            "No children were in the property",
            "The children were out of the house",
        ),
    },
    "who": {
        "yes": ("Mother attended with her advocate", "Miss Slade was present", "Mum was there"),
        "no": ("Mother did not attend", "Miss Slade was not present", "Mum failed to attend"),
    },
    "man": {"yes": ("Mr Brough attended", "Mr Brough present"), "no": ("Mr Brough did not attend", "Mr Brough absent")},
    "home": {
        "ok": ("The home was warm and clean", "Home conditions were satisfactory"),
        "bad": ("The house was very dirty with rubbish in the hallway", "Home conditions were poor and smelt of urine"),
    },
    "look": {
        "awake": ("Corey was seen and spoken to", "Corey was seen, playing on his tablet"),
        "sleep": ("Corey was asleep on the settee", "Corey was in bed and was not woken"),
        "no": ("Corey was not seen", "Corey was not seen as he was at his nan's"),
    },
    "cat": {"n": ("neglect",), "p": ("physical abuse", "physical harm")},
    "drug": {"c": ("cocaine",), "h": ("heroin", "opiates")},
    "long": {"one": ("one day", "1 day"), "three": ("three days", "3 days")},
}

HAPPENINGS = (
    Happening(
        "seen with an injury",
        (
            Telling(
                "school",
                (
                    "Class teacher saw a bruise to the {area} when Corey was changing for PE. Corey said "
                    "{says}. The designated lead rang children's social care.",
                    "Teaching assistant noticed bruising to {c}'s {area}. He said {says}. Recorded on a "
                    "body map and referred to MASH.",
                ),
            ),
            Telling(
                "csc",
                (
                    "School reported a bruise to {c}'s {area}. He told staff that {says}. Team manager "
                    "agreed a social worker would visit.",
                    "Contact from the designated safeguarding lead about an injury to {c}. Explanation "
                    "given was that {says}. Initial screening completed.",
                ),
            ),
            Telling(
                "police",
                (
                    "Referral from children's social care regarding a bruise to a seven-year-old boy. "
                    "Single agency enquiry agreed.",
                    "Child protection unit notified of injury to {c} seen in school. No further police action.",
                ),
                (0, 1),
            ),
            Telling(
                "hv",
                (
                    "Social worker rang to ask what was known of the family because of an injury to {c}. "
                    "Shared that {m} had missed appointments.",
                    "Received information request about {c} after school saw a bruise.",
                ),
                (0, 1),
            ),
            Telling("nurse", ("School nurse asked by school to look at a bruise on {c}. Advised to refer.",)),
        ),
        facts={"area": ("leg", "arm", "ear"), "says": ("park", "stairs", "baby")},
        clash={"says": "fact"},
        count=4,
    ),
    Happening(
        "hospital, child",
        (
            Telling(
                "hospital",
                (
                    "{c} attended the children's emergency department with {with}. Said {says}. Wrist "
                    "fracture, plaster applied. Fracture clinic in one week.",
                    "Brought to A&E by {with} with a painful wrist. History that {says}. X-ray showed a "
                    "buckle fracture.",
                ),
            ),
            Telling(
                "gp",
                (
                    "Hospital letter received. Buckle fracture of wrist, plaster.",
                    "Emergency department letter scanned: attended with fracture, no concerns noted.",
                ),
                (1, 8),
            ),
            Telling(
                "hv",
                (
                    "Notification from the paediatric liaison service that {c} had broken his wrist after {says}.",
                    "A&E notification received for {c}. Attended with {with}. Fracture.",
                ),
                (1, 3),
            ),
            Telling(
                "school",
                (
                    "{c} came back to school with his arm in plaster. Mum said {says}.",
                    "Mum telephoned to say {c} had broken his wrist and would be off.",
                ),
                (0, 3),
            ),
        ),
        facts={"with": ("m", "f", "g"), "says": ("park", "stairs")},
        clash={"with": "person", "says": "fact"},
        count=3,
    ),
    Happening(
        "domestic",
        (
            Telling(
                "police",
                (
                    "Officers called to the address by a neighbour who heard screaming. {m} had a cut to "
                    "her eyebrow and said {f} had thrown a mug at her. {about}. {f} was arrested on "
                    "suspicion of assault. A vulnerability report was shared.",
                    "{m} rang 999 to say {f} was smashing up the house. {about}. {f} had left on arrival. "
                    "Risk assessment medium. Notice sent to partner agencies.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Police notice received of violence between {m} and {f}. {about}. Letter sent offering support.",
                    "Domestic abuse notification received from the police. {about}. Discussed with "
                    "manager; no assessment.",
                ),
                (1, 3),
            ),
            Telling(
                "hv",
                (
                    "Information received from police of a domestic incident. {about}. To be discussed "
                    "with {m} when alone.",
                    "Letter from the police domestic abuse unit seen. {about}.",
                ),
                (1, 4),
            ),
            Telling(
                "school",
                (
                    "Operation Encompass message taken by the head: police had been called to Corey's home.",
                    "Told by the police that there had been an incident at home. Staff to keep an eye on {c}.",
                ),
                (0, 2),
            ),
            Telling(
                "housing",
                (
                    "Neighbour at number 12 complained about screaming and banging from the property and "
                    "said the police came.",
                ),
                (0, 2),
            ),
            Telling(
                "gp",
                (
                    "Seen with a cut above the eye. Says her partner threw a mug. Advised to contact the "
                    "police. {about}.",
                ),
                (0, 2),
            ),
            Telling(
                "probation",
                (
                    "Police report that {f} was arrested at his partner's address. Risk to be reviewed.",
                    "{f} reported that the police were called after a row with his partner. He denied hurting her.",
                ),
                (0, 4),
            ),
        ),
        facts={"about": ("yes", "no")},
        clash={"about": "person"},
        count=4,
        hours=(18, 23),
    ),
    Happening(
        "conference",
        (
            Telling(
                "csc",
                (
                    "Initial child protection conference held. The children were made subject to child "
                    "protection plans under the category of {cat}. {who}. {man}.",
                    "Initial conference. Plans made because of {cat}. {who}.",
                ),
            ),
            Telling(
                "school",
                (
                    "The head went to the initial conference at the civic centre. {who}.",
                    "Attended child protection conference and gave report. Category {cat}. {who}.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Conference attended with named nurse. Category agreed as {cat}. {who}.",
                    "Present at initial conference. Report sent to parents. {man}.",
                ),
            ),
            Telling(
                "police",
                (
                    "Detective attended the initial case conference and shared convictions of {f}.",
                    "Report sent to conference. No officer available.",
                ),
            ),
            Telling("probation", ("Attended conference about Mr Brough's stepson. Gave licence conditions.",)),
            Telling(
                "housing",
                ("Housing officer was asked to come to a meeting at the civic centre about the family.",),
                (0, 1),
            ),
        ),
        facts={"cat": ("n", "p"), "who": ("yes", "no"), "man": ("yes", "no")},
        clash={"cat": "fact", "who": "person", "man": "person"},
        meeting=True,
        count=3,
    ),
    Happening(
        "core group",
        (
            Telling(
                "csc",
                (
                    "Core group held in school. {who}. {man}. Written agreement reviewed.",
                    "Core group. {who}. Work on home conditions to continue.",
                ),
            ),
            Telling(
                "school", ("We hosted the core group. {who}.", "Core group, head of year represented school. {who}.")
            ),
            Telling(
                "hv",
                ("At core group today. Growth and development reported. {who}.", "Attended core group meeting. {man}."),
            ),
            Telling(
                "drugs", ("Worker attended a meeting about the client's family and reported that he is engaging.",)
            ),
            Telling(
                "housing",
                ("Went to a professionals' meeting at the school. Condition of the property discussed.",),
                (0, 1),
            ),
        ),
        facts={"who": ("yes", "no"), "man": ("yes", "no")},
        clash={"who": "person", "man": "person"},
        meeting=True,
        count=5,
    ),
    Happening(
        "visit together",
        (
            Telling(
                "csc",
                (
                    "Unannounced visit with the health visitor. {look}. {home}.",
                    "Home visit made jointly with the health visitor. {home}. {look}.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Joint unannounced visit with social worker. {home}. {look}.",
                    "Accompanied the social worker on a home visit. {look}. {home}.",
                ),
            ),
        ),
        facts={"look": ("awake", "sleep", "no"), "home": ("ok", "bad")},
        clash={"look": "seen", "home": "fact"},
        meeting=True,
        count=4,
    ),
    Happening(
        "seen by police and social worker",
        (
            Telling("csc", ("Visited with an officer from the child protection unit under section 47. {look}.",)),
            Telling(
                "police",
                (
                    "Joint section 47 visit with social worker. {look}. No disclosure made.",
                    "DC visited the home with children's services. {look}.",
                ),
            ),
        ),
        facts={"look": ("awake", "sleep", "no")},
        clash={"look": "seen"},
        meeting=True,
        count=2,
    ),
    Happening(
        "strategy",
        (
            Telling(
                "csc",
                (
                    "Strategy discussion with the police, school and health visitor. Threshold for section 47 met.",
                    "Strategy meeting convened and chaired by the team manager.",
                ),
            ),
            Telling(
                "police",
                (
                    "Sergeant took part in a strategy discussion with social care about the children.",
                    "Strategy meeting by telephone conference. Joint investigation.",
                ),
            ),
            Telling(
                "hv",
                (
                    "Took part in strategy discussion by telephone. Information about missed appointments given.",
                    "Invited to and attended strategy meeting.",
                ),
            ),
            Telling(
                "school",
                (
                    "The designated lead joined the strategy discussion.",
                    "Asked to join a strategy meeting by phone. Shared concerns about hygiene.",
                ),
            ),
        ),
        meeting=True,
        count=3,
    ),
    Happening(
        "exclusion",
        (
            Telling(
                "school",
                (
                    "{c} was excluded for {long} for hitting another pupil. Mum collected him.",
                    "Fixed term exclusion of {long} following an assault on a pupil.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Told by school that {c} has been excluded for {long}.",
                    "School rang to say that {c} had been excluded for {long} for fighting.",
                ),
                (0, 2),
            ),
            Telling("earlyhelp", ("Mum says {c} has been excluded for {long}.",), (0, 3)),
        ),
        facts={"long": ("one", "three")},
        clash={"long": "fact"},
        count=2,
    ),
    Happening(
        "birth",
        (
            Telling(
                "midwife",
                (
                    "Ruby delivered by emergency caesarean at 38 weeks. Social worker informed.",
                    "Baby girl born. Safeguarding plan in notes followed. Social worker rung.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Informed by the ward that {m} has given birth to a girl.",
                    "Maternity unit telephoned: baby born this morning. Pre-discharge meeting to be arranged.",
                ),
                (0, 2),
            ),
            Telling("hv", ("Birth notification received.", "Notified by midwife of the birth of Ruby."), (1, 4)),
        ),
        count=1,
    ),
    Happening(
        "drug test",
        (
            Telling(
                "drugs",
                (
                    "Urine test positive for {drug}. Social worker informed.",
                    "Client gave a positive sample for {drug}. He agreed we could tell children's services.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Substance misuse worker informed us that {f} tested positive for {drug}.",
                    "Call from drug service: positive test for {drug}.",
                ),
                (0, 1),
            ),
            Telling("probation", ("Drug service confirmed a positive test. Enforcement letter issued.",), (0, 3)),
        ),
        facts={"drug": ("c", "h")},
        clash={"drug": "fact"},
        count=3,
    ),
    Happening(
        "nan worried",
        (
            Telling(
                "csc",
                (
                    "{g} telephoned the contact centre. She said the children were hungry and that Wayne "
                    "was shouting at them.",
                    "Concerns received from {g}, who believes {f} is hitting {c}.",
                ),
            ),
            Telling(
                "school",
                (
                    "{g} came into the office and said she was worried sick about the children.",
                    "{g} told the class teacher she had rung social services.",
                ),
                (0, 2),
            ),
            Telling(
                "police",
                ("{g} reported concern for the safety of her grandchildren. Referred to children's social care.",),
                (0, 1),
            ),
        ),
        count=2,
    ),
    Happening(
        "found out alone",
        (
            Telling(
                "police",
                (
                    "{c} found by a member of the public near the canal at 9pm. Returned home; {m} had "
                    "not known he was out.",
                    "Report from a passer-by of a young boy out alone in his pyjamas. Taken home by officers.",
                ),
            ),
            Telling(
                "csc",
                (
                    "Police report that {c} was found out on his own late at night.",
                    "Police child concern notice: {c} found alone by the canal.",
                ),
                (1, 3),
            ),
            Telling(
                "school",
                (
                    "Community police officer told us {c} had been found wandering at night.",
                    "{c} told his teacher the police brought him home because he was out in the dark.",
                ),
                (0, 3),
            ),
        ),
        count=2,
        hours=(19, 22),
    ),
    Happening(
        "liaison",
        (
            Telling(
                "hv",
                ("Discussed {m}'s depression with the GP.", "Telephoned the GP, who has not seen {m} for six months."),
            ),
            Telling(
                "gp", ("Health visitor rang about {m}. Not seen since March.", "Call from HV. Informed of low mood.")
            ),
        ),
        meeting=True,
        count=4,
    ),
)

ROUTINE = {
    "police": (
        "{f} stopped in a vehicle with no insurance.",
        "Report of criminal damage to a neighbour's fence, no suspect.",
        "Intelligence that {f} is dealing from the garages.",
        "{f} signed on bail.",
    ),
    "csc": (
        "Supervision with manager. Plan to continue.",
        "Letter sent to {m} about the parenting course.",
        "Statutory visit to {c}. No concerns.",
        "Record of telephone message from solicitor.",
        "Case summary updated.",
    ),
    "school": (
        "{c} late three times this week.",
        "Harvest assembly, Mum came.",
        "{c} had no PE kit.",
        "Attendance {n}%. Letter sent.",
        "Reading age assessed.",
        "{c} given Friday award.",
    ),
    "hv": (
        "Ruby weighed at clinic.",
        "No access visit, card left.",
        "New birth visit completed.",
        "Records requested from previous area.",
        "{m} telephoned about teething.",
    ),
    "hospital": (
        "{s} seen in prolonged jaundice clinic.",
        "{c} seen in asthma clinic with mother.",
        "{m} attended A&E with toothache, did not wait.",
        "{s} brought with a cough; discharged.",
    ),
    "gp": (
        "{m} collected prescription.",
        "{s} seen, viral rash.",
        "{c} asthma review.",
        "{f} seen for back pain, fit note.",
    ),
    "housing": ("Rent reminder {n}.", "Bathroom tap repaired.", "Garden untidy, letter.", "Gas check done."),
    "probation": (
        "Attended supervision.",
        "Unpaid work missed.",
        "Licence conditions explained again.",
        "Home visit to his mother's.",
    ),
    "drugs": ("Attended key work.", "Prescription collected.", "Missed group.", "Discharge planning discussed."),
    "earlyhelp": ("Course session {n}.", "Visit cancelled by Mum."),
    "nurse": ("Height and weight measured.", "Hearing screen passed."),
    "midwife": ("Antenatal appointment kept.", "Blood pressure checked.", "Missed scan."),
}

SCRIPT = Script(
    "orchard",
    date(2013, 5, 6),
    420,
    {
        "police": "Fellshire Police",
        "csc": "Fellshire Council Children's Social Care",
        "school": "St Aidan's Primary School",
        "hv": "Fellshire Community Health Services",
        "hospital": "Fellshire Royal Infirmary",
        "gp": "Bridge Street Surgery",
        "housing": "Fell Homes",
        "probation": "Fellshire Probation Trust",
        "drugs": "Pathways Drug and Alcohol Service",
        "earlyhelp": "Early Help Service",
        "nurse": "School Nursing",
        "midwife": "Fellshire Maternity Services",
    },
    PEOPLE,
    PHRASES,
    HAPPENINGS,
    ROUTINE,
    22,
)
