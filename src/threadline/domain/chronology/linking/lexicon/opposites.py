"""Statements of which only one can be right: for each subject its possible values, with the words that say each."""

from threadline.domain.chronology.linking.lexicon.findings import FINDINGS
from threadline.domain.chronology.linking.lexicon.listing import listed
from threadline.domain.chronology.linking.lexicon.subject import Subject, agree

_INCIDENTS = frozenset(
    {
        "domestic",
        "overdose",
        "mental_crisis",
        "fire",
        "drunk_in_charge",
        "home_alone",
        "death",
        "self_harm",
        "warrant",
        "arrest",
        "public_concern",
        "weapon",
    }
)
_MEETINGS = frozenset(
    {
        "strategy",
        "conference",
        "core_group",
        "cin",
        "taf",
        "lac_review",
        "exploitation_panel",
        "professionals",
        "discharge_planning",
        "marac",
        "legal_planning",
    }
)
_VISITS = frozenset({"joint_visit", "welfare_check", "dirty_home", "home_alone"})


SUBJECTS: tuple[Subject, ...] = (
    Subject(
        "category",
        "the category of the plan",
        {
            "neglect": ("neglect",),
            "emotional": ("emotional abuse", "emotional harm", "emotional"),
            "physical": ("physical abuse", "physical harm"),
            "sexual": ("sexual abuse", "sexual harm"),
        },
        near=listed(
            """
            plan, plans, category, categories, conference, cpp, registered, unanimous, under
            """
        ),
        kinds=frozenset({"conference"}),
    ),
    Subject(
        "conditions",
        "the state of the home",
        {
            "good": listed(
                """
                clean, tidy, clean and tidy, nicely kept, well kept, immaculate, good, acceptable, satisfactory, well
                organised, spotless, warm, homely, good enough, adequate, no concerns
                """
            ),
            "mild": listed(
                """
                untidy, cluttered, messy, a bit untidy, clutter, needs a tidy, lived in
                """
            ),
            "bad": listed(
                """
                dirty, filthy, squalid, poor, very poor, unacceptable, unsanitary, unhygienic, disgusting, appalling,
                unclean, grubby, deteriorated, below standard, chaotic, not acceptable, not clean
                """
            ),
            "dog": listed(
                """
                dog mess, dog faeces, animal faeces, dog dirt, cat faeces, faeces, excrement
                """
            ),
            "bare": listed(
                """
                cold, little food, no food, empty cupboards, no heating, bare, no bedding, no electric, fridge empty,
                empty fridge
                """
            ),
            "rubbish": listed(
                """
                rubbish, overflowing bins, used nappies, smell of urine, bin bags, flies, mould, smelt of urine,
                stained
                """
            ),
        },
        near=listed(
            """
            house, home, flat, kitchen, living room, environment, property, conditions, home conditions, bedroom,
            lounge, accommodation, floor, caravan, room, throughout, premises, cupboards, address
            """
        ),
        kinds=_VISITS,
        agreeing=agree("bad~dog", "bad~bare", "bad~rubbish", "dog~rubbish", "dog~bare", "bare~rubbish"),
    ),
    Subject(
        "risk",
        "the grade of risk",
        {
            "high": ("high", "high risk"),
            "medium": ("medium", "medium risk"),
            "standard": ("standard", "low", "standard risk", "low risk"),
        },
        near=listed(
            """
            risk, graded, grading, dash, rated, rating, assessed, misper, level, grade
            """
        ),
        kinds=frozenset({"domestic", "missing", "exploitation_panel", "marac", "exploitation"}),
    ),
    Subject(
        "enquiry",
        "who makes the enquiries",
        {
            "joint": ("joint", "jointly"),
            "single": listed(
                """
                single agency, lead alone, single, alone, sw only, social care only
                """
            ),
        },
        near=listed(
            """
            enquiries, enquiry, section 47, s47, investigation, lead alone, s.47, agency, joint s47, lead
            """
        ),
        kinds=frozenset({"strategy", "child_injury"}),
    ),
    Subject(
        "threshold",
        "the decision",
        {
            "conference": listed(
                """
                proceed to conference, going to conference, progress to conference, to icpc, conference to be held,
                move to conference, convene conference
                """
            ),
            "nothing": listed(
                """
                no further action, nfa, threshold not met, not met, take no action, no action, case to close, no role
                """
            ),
        },
        kinds=frozenset({"strategy", "legal_planning"}),
    ),
    Subject(
        "plan decision",
        "whether there is a plan",
        {
            "made": listed(
                """
                made subject, plan made, subject of plans, subject to a plan, unanimous decision for, voted for plan,
                decision: plan, remain on plan, plan continues, to remain subject, continue on plan, plan to continue
                """
            ),
            "ended": listed(
                """
                no plan, not made subject, removed from plan, plan ended, stepped down, threshold not met,
                deregistered, not subject, cin plan instead
                """
            ),
        },
        kinds=frozenset({"conference"}),
    ),
    Subject(
        "sobriety",
        "whether the adult was drunk",
        {
            "sober": listed(
                """
                sober, not under the influence, no signs of intoxication, not been drinking, not intoxicated, no smell
                of alcohol, not drunk, appeared sober, not appear intoxicated
                """
            ),
            "drunk": listed(
                """
                drunk, intoxicated, smelling of alcohol, smelt of alcohol, under the influence, had been drinking,
                slurring, smelt strongly of alcohol, inebriated, unsteady, strong smell of alcohol, smelled of
                alcohol, been drinking, slurred
                """
            ),
        },
        kinds=_INCIDENTS | _VISITS | frozenset({"contact_session", "collection", "school_concern"}),
    ),
    Subject(
        "mood",
        "how the person presented",
        {
            "low": ("low", "tearful", "depressed", "flat", "withdrawn", "low in mood"),
            "high": listed(
                """
                elated, disinhibited, high in mood, pressured speech, manic, agitated
                """
            ),
            "well": listed(
                """
                bright, well in herself, cheerful, happy, settled, good spirits, stable
                """
            ),
        },
        near=("mood", "presented", "presenting", "tearful", "elated", "appeared", "seemed"),
        kinds=frozenset({"mental_crisis", "joint_visit", "liaison", "core_group"}),
    ),
    Subject(
        "found",
        "where the child was found",
        {
            "friend": listed(
                """
                friend's house, friend's address, school friend's, friend's, at a friend's
                """
            ),
            "adult": listed(
                """
                adult male's flat, older males, older male, hotel, flat with, male's address
                """
            ),
            "home": listed(
                """
                returned home, came home, home of her own accord, home of his own accord, own accord, by herself, by
                himself, came back
                """
            ),
            "street": listed(
                """
                in the street, in the park, town centre, bus station, railway station, train station, wandering, at a
                bus stop
                """
            ),
            "relative": listed(
                """
                at her nan's, at his nan's, grandmother's, at an aunt's, grandparents, at her aunt's, with her father,
                with his father, at his dad's, at her dad's
                """
            ),
        },
        near=("found", "located", "returned", "traced", "came", "returned home", "whereabouts"),
        kinds=frozenset({"missing"}),
    ),
    Subject(
        "length",
        "how long the child was gone",
        {
            "hours": listed(
                """
                within two hours, same evening, within an hour, within hours, within three hours, later that evening,
                same day, an hour later, two hours later, short time later, same night
                """
            ),
            "overnight": listed(
                """
                overnight, next morning, next day, following day, following morning, all night, two days, two nights,
                out all night, the night before, for three days
                """
            ),
        },
        kinds=frozenset({"missing"}),
    ),
    Subject(
        "reason",
        "what for",
        {
            "fight": listed(
                """
                fighting, assaulting a pupil, assault on a pupil, fight, hitting, violence, assaulting, hitting
                another pupil, pushing a teacher
                """
            ),
            "drugs": ("cannabis", "drugs", "possession of cannabis", "vape", "substances"),
            "abuse": listed(
                """
                swearing, abuse towards, verbal abuse, abusive, rudeness, defiance, racist
                """
            ),
            "weapon": ("knife", "blade", "weapon"),
            "damage": ("damage", "vandalism", "setting off the fire alarm"),
            "theft": ("stealing", "theft"),
        },
        kinds=frozenset({"exclusion"}),
    ),
    *FINDINGS,
)
"""Subjects compared wherever both accounts of one event speak to them."""
