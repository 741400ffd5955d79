"""Statements of which only one can be right: for each subject its possible values, with the words that say each."""

from dataclasses import dataclass

_INCIDENTS = frozenset({"domestic", "overdose", "mental_crisis", "fire", "drunk_in_charge", "home_alone", "death", "self_harm", "warrant", "arrest", "public_concern", "weapon"})
_MEETINGS = frozenset({"strategy", "conference", "core_group", "cin", "taf", "lac_review", "exploitation_panel", "professionals", "discharge_planning", "marac", "legal_planning"})
_VISITS = frozenset({"joint_visit", "welfare_check", "dirty_home", "home_alone"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing accounts can differ on. `values` are phrases by value; `near` words of which one must stand in the sentence;
    `kinds` the events it is asked of (of any, where empty); `agreeing` pairs of values that can both be right."""

    name: str
    label: str
    values: dict[str, tuple[str, ...]]
    near: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    agreeing: frozenset[frozenset[str]] = frozenset()


def _agree(*pairs: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("~")) for pair in pairs)


SUBJECTS: tuple[Subject, ...] = (
    Subject(
        "category", "the category of the plan",
        {"neglect": ("neglect",), "emotional": ("emotional abuse", "emotional harm", "emotional"), "physical": ("physical abuse", "physical harm"),
         "sexual": ("sexual abuse", "sexual harm")},
        near=("plan", "plans", "category", "categories", "conference", "cpp", "registered", "unanimous", "under"),
        kinds=frozenset({"conference"}),
    ),
    Subject(
        "conditions", "the state of the home",
        {
            "good": ("clean", "tidy", "clean and tidy", "nicely kept", "well kept", "immaculate", "good", "acceptable", "satisfactory", "well organised", "spotless", "warm", "homely",
                     "good enough", "adequate", "no concerns"),
            "mild": ("untidy", "cluttered", "messy", "a bit untidy", "clutter", "needs a tidy", "lived in"),
            "bad": ("dirty", "filthy", "squalid", "poor", "very poor", "unacceptable", "unsanitary", "unhygienic", "disgusting", "appalling", "unclean", "grubby", "deteriorated",
                    "below standard", "chaotic", "not acceptable", "not clean"),
            "dog": ("dog mess", "dog faeces", "animal faeces", "dog dirt", "cat faeces", "faeces", "excrement"),
            "bare": ("cold", "little food", "no food", "empty cupboards", "no heating", "bare", "no bedding", "no electric", "fridge empty", "empty fridge"),
            "rubbish": ("rubbish", "overflowing bins", "used nappies", "smell of urine", "bin bags", "flies", "mould", "smelt of urine", "stained"),
        },
        near=("house", "home", "flat", "kitchen", "living room", "environment", "property", "conditions", "home conditions", "bedroom", "lounge", "accommodation", "floor", "caravan", "room",
              "throughout", "premises", "cupboards", "address"),
        kinds=_VISITS,
        agreeing=_agree("bad~dog", "bad~bare", "bad~rubbish", "dog~rubbish", "dog~bare", "bare~rubbish"),
    ),
    Subject(
        "risk", "the grade of risk",
        {"high": ("high", "high risk"), "medium": ("medium", "medium risk"), "standard": ("standard", "low", "standard risk", "low risk")},
        near=("risk", "graded", "grading", "dash", "rated", "rating", "assessed", "misper", "level", "grade"),
        kinds=frozenset({"domestic", "missing", "exploitation_panel", "marac", "exploitation"}),
    ),
    Subject(
        "enquiry", "who makes the enquiries",
        {"joint": ("joint", "jointly"), "single": ("single agency", "lead alone", "single", "alone", "sw only", "social care only")},
        near=("enquiries", "enquiry", "section 47", "s47", "investigation", "lead alone", "s.47", "agency", "joint s47", "lead"),
        kinds=frozenset({"strategy", "child_injury"}),
    ),
    Subject(
        "threshold", "the decision",
        {"conference": ("proceed to conference", "going to conference", "progress to conference", "to icpc", "conference to be held", "move to conference", "convene conference"),
         "nothing": ("no further action", "nfa", "threshold not met", "not met", "take no action", "no action", "case to close", "no role")},
        kinds=frozenset({"strategy", "legal_planning"}),
    ),
    Subject(
        "plan decision", "whether there is a plan",
        {"made": ("made subject", "plan made", "subject of plans", "subject to a plan", "unanimous decision for", "voted for plan", "decision: plan", "remain on plan", "plan continues",
                  "to remain subject", "continue on plan", "plan to continue"),
         "ended": ("no plan", "not made subject", "removed from plan", "plan ended", "stepped down", "threshold not met", "deregistered", "not subject", "cin plan instead")},
        kinds=frozenset({"conference"}),
    ),
    Subject(
        "sobriety", "whether the adult was drunk",
        {"sober": ("sober", "not under the influence", "no signs of intoxication", "not been drinking", "not intoxicated", "no smell of alcohol", "not drunk", "appeared sober", "not appear intoxicated"),
         "drunk": ("drunk", "intoxicated", "smelling of alcohol", "smelt of alcohol", "under the influence", "had been drinking", "slurring", "smelt strongly of alcohol", "inebriated",
                   "unsteady", "strong smell of alcohol", "smelled of alcohol", "been drinking", "slurred")},
        kinds=_INCIDENTS | _VISITS | frozenset({"contact_session", "collection", "school_concern"}),
    ),
    Subject(
        "mood", "how the person presented",
        {"low": ("low", "tearful", "depressed", "flat", "withdrawn", "low in mood"), "high": ("elated", "disinhibited", "high in mood", "pressured speech", "manic", "agitated"),
         "well": ("bright", "well in herself", "cheerful", "happy", "settled", "good spirits", "stable")},
        near=("mood", "presented", "presenting", "tearful", "elated", "appeared", "seemed"),
        kinds=frozenset({"mental_crisis", "joint_visit", "liaison", "core_group"}),
    ),
    Subject(
        "found", "where the child was found",
        {"friend": ("friend's house", "friend's address", "school friend's", "friend's", "at a friend's"), "adult": ("adult male's flat", "older males", "older male", "hotel", "flat with", "male's address"),
         "home": ("returned home", "came home", "home of her own accord", "home of his own accord", "own accord", "by herself", "by himself", "came back"),
         "street": ("in the street", "in the park", "town centre", "bus station", "railway station", "train station", "wandering", "at a bus stop"),
         "relative": ("at her nan's", "at his nan's", "grandmother's", "at an aunt's", "grandparents", "at her aunt's", "with her father", "with his father", "at his dad's", "at her dad's")},
        near=("found", "located", "returned", "traced", "came", "came home", "whereabouts", "safe", "gone to", "had been", "was at", "walked", "stayed", "been at", "went to"),
        kinds=frozenset({"missing"}),
    ),
    Subject(
        "length", "how long the child was gone",
        {"hours": ("within two hours", "same evening", "within an hour", "within hours", "within three hours", "later that evening", "same day", "an hour later", "two hours later", "short time later", "same night"),
         "overnight": ("overnight", "next morning", "next day", "following day", "following morning", "all night", "two days", "two nights", "out all night", "the night before", "for three days")},
        kinds=frozenset({"missing"}),
    ),
    Subject(
        "reason", "what for",
        {"fight": ("fighting", "assaulting a pupil", "assault on a pupil", "fight", "hitting", "violence", "assaulting", "hitting another pupil", "pushing a teacher"),
         "drugs": ("cannabis", "drugs", "possession of cannabis", "vape", "substances"), "abuse": ("swearing", "abuse towards", "verbal abuse", "abusive", "rudeness", "defiance", "racist"),
         "weapon": ("knife", "blade", "weapon"), "damage": ("damage", "vandalism", "setting off the fire alarm"), "theft": ("stealing", "theft")},
        kinds=frozenset({"exclusion"}),
    ),
    Subject(
        "arrest", "whether anyone was arrested",
        {"yes": ("arrested", "in custody", "detained"), "no": ("no arrest", "not arrested", "no arrests", "nobody arrested", "no one arrested")},
        kinds=frozenset({"domestic"}),
    ),
    Subject(
        "offence", "whether there was an assault",
        {"assault": ("assault", "assaulted", "pushed", "punched", "grabbed", "hit her", "kicked", "slapped", "strangled"),
         "verbal": ("verbal argument only", "verbal only", "no offences", "no assault", "nothing physical", "no violence", "words only", "not assaulted", "did not assault")},
        kinds=frozenset({"domestic"}),
    ),
    Subject(
        "substance", "the drug",
        {"cocaine": ("cocaine", "crack"), "opiates": ("heroin", "opiates", "opiate", "morphine"), "cannabis": ("cannabis",), "amphetamine": ("amphetamine", "amphetamines"),
         "none": ("negative", "clear", "all clear")},
        near=("positive", "negative", "test", "tested", "screen", "swab", "urine"),
        kinds=frozenset({"drug_test"}),
    ),
    Subject(
        "access", "whether anyone was in",
        {"none": ("no access", "no reply", "no answer", "nobody in", "no one in", "not at home", "no one home"), "in": ("let in", "allowed in", "welcomed", "invited in", "access gained", "came to the door")},
        kinds=_VISITS,
    ),
    Subject(
        "fracture", "whether a bone was broken",
        {"yes": ("fractured", "broken", "fracture confirmed", "buckle fracture", "spiral fracture", "broken arm", "broken leg"), "no": ("no fracture", "no bony injury", "nothing broken", "not broken", "x-ray normal", "no break")},
        kinds=frozenset({"hospital", "child_injury", "fracture", "domestic", "fall"}),
    ),
    Subject(
        "consistency", "whether the explanation fits",
        {"fits": ("consistent", "plausible", "account thought consistent", "in keeping", "accepted as plausible", "compatible"),
         "not": ("inconsistent", "not consistent", "implausible", "not plausible", "non-accidental", "does not fit", "not in keeping", "not compatible")},
        kinds=frozenset({"hospital", "child_injury", "medical"}),
    ),
)
"""Subjects compared wherever both accounts of one event speak to them."""

PRESENT: tuple[str, ...] = (
    "attended", "present", "came", "there", "in attendance", "at home", "answered the door", "joined", "turned up", "in the house", "arrived", "was in", "took part",
    "engaged", "participated", "came along", "attended late", "let us in", "opened the door", "home", "at the property", "with the toddler", "in", "came down", "left early",
)
"""After somebody's name: that they were there."""

ABSENT: tuple[str, ...] = (
    "did not attend", "didn't attend", "absent", "not present", "did not come", "didn't come", "didn't turn up", "did not turn up", "failed to attend", "not there", "not seen", "sent apologies",
    "did not", "didn't", "not at home", "apologies", "failed to show", "not in", "no show", "was out", "out", "did not show", "unable to attend", "not invited", "away", "not in attendance",
    "no longer", "wasn't there", "was not in", "did not arrive", "not living",
)
"""After somebody's name: that they were not there."""

ABSENT_BEFORE: tuple[str, ...] = ("no sign of", "apologies from", "without", "absence of", "apologies received from", "no sign", "not with", "no")
"""Before somebody's name: that they were not there."""

THERE: tuple[str, ...] = (
    "in the living room", "in the house", "in the lounge", "present", "witnessed", "saw it", "seen it", "upstairs", "downstairs", "at home", "at the property", "at the address", "throughout",
    "heard", "in the next room", "in the room", "in the flat", "in the cot", "in the property", "in the home", "were there", "witnessed the incident", "in the kitchen", "in the car",
    "in the bedroom", "were in", "was in", "at the scene", "in her arms", "in bed", "at the premises", "overheard", "exposed to", "in the vicinity",
)
"""Of children: that they were there when it happened."""

ELSEWHERE: tuple[str, ...] = (
    "grandmother's", "nan's", "with their nan", "with nan", "with their grandmother", "away", "not at home", "not at the address", "not present", "not in the house", "staying with", "at their grandfather's",
    "with his aunt", "with her aunt", "not there", "not at the property", "no children", "away with grandmother", "with grandparents", "at school", "at nursery", "elsewhere", "at a friend's",
    "staying at", "grandfather's", "grandparents'", "with maternal grandmother", "with paternal grandmother", "in the care of", "out of the house", "at his nan's", "at her nan's", "with a friend",
    "with their father", "at their father's", "not with her", "no child", "not in the property", "no kids",
)
"""Of children: that they were somewhere else."""

ASLEEP: tuple[str, ...] = ("asleep", "sleeping", "napping", "having a nap", "in bed asleep", "not woken", "not disturbed", "in bed", "nap", "in his cot", "in her cot", "fast asleep", "not awake", "settled for the night")
NOT_SEEN: tuple[str, ...] = ("not seen", "did not see", "didn't see", "not sighted", "unable to see", "wasn't seen", "weren't seen", "no sight of", "not been seen", "could not see", "refused sight", "not observed")
SEEN: tuple[str, ...] = (
    "seen", "saw", "spoke to", "spoken to", "spoken with", "spoke with", "awake", "sighted", "chatting", "playing", "observed", "appeared well", "alert", "interacting", "handled", "seen and spoken to",
    "chatted", "awake and alert", "happy", "undressed", "engaged", "seen awake", "presented well",
)
ALONE: tuple[str, ...] = ("seen alone", "spoken to alone", "on her own", "on his own", "seen on her own", "seen on his own", "spoke to her alone", "spoke to him alone", "seen by herself", "seen by himself", "spoken with alone", "spoke alone")
NOT_ALONE: tuple[str, ...] = ("not seen alone", "with mother in the room", "with mum in the room", "mother stayed", "not alone", "mother present throughout conversation", "in the presence of", "with mother present", "mum stayed", "not spoken to alone",
                              "unable to see alone", "in front of", "with parent in the room", "with father in the room", "refused to leave")
"""Whether the child was seen, and how."""

BRINGING: tuple[str, ...] = ("brought by", "brought in by", "accompanied by", "attended with", "arrived with", "came with", "presented with", "brought in with", "with", "taken by", "brought to hospital by",
                             "in the company of", "attended by", "escorted by", "brought in to a&e by", "by ambulance with", "bib")
REPORTING: tuple[str, ...] = ("reported missing by", "missing by", "misper by", "reported by", "call by", "called by", "999 by", "informant", "call from", "alerted by", "emergency call by", "report from", "raised by")
VOUCHING: tuple[str, ...] = ("appropriate adult", "aa", "acted as appropriate adult", "with appropriate adult", "as appropriate adult")
GIVING: tuple[str, ...] = ("given by", "administered by", "supervised by", "cared for by", "in the care of", "left with", "looked after by", "collected by", "placed with", "minded by")
"""Who did what, by the words before (or, for an appropriate adult, beside) the person."""
