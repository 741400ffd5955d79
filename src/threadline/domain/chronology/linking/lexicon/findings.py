"""What was found or done, of which only one can be right: an arrest, an assault, a test, a broken bone."""

from threadline.domain.chronology.linking.lexicon.listing import listed
from threadline.domain.chronology.linking.lexicon.subject import Subject

_VISITS = frozenset({"joint_visit", "welfare_check", "dirty_home", "home_alone"})

FINDINGS: tuple[Subject, ...] = (
    Subject(
        "arrest",
        "whether anyone was arrested",
        {
            "yes": ("arrested", "in custody", "detained"),
            "no": listed(
                """
                no arrest, not arrested, no arrests, nobody arrested, no one arrested
                """
            ),
        },
        kinds=frozenset({"domestic"}),
    ),
    Subject(
        "offence",
        "whether there was an assault",
        {
            "assault": listed(
                """
                assault, assaulted, pushed, punched, grabbed, hit her, kicked, slapped, strangled
                """
            ),
            "verbal": listed(
                """
                verbal argument only, verbal only, no offences, no assault, nothing physical, no violence, words only,
                not assaulted, did not assault
                """
            ),
        },
        kinds=frozenset({"domestic"}),
    ),
    Subject(
        "substance",
        "the drug",
        {
            "cocaine": ("cocaine", "crack"),
            "opiates": ("heroin", "opiates", "opiate", "morphine"),
            "cannabis": ("cannabis",),
            "amphetamine": ("amphetamine", "amphetamines"),
            "none": ("negative", "clear", "all clear"),
        },
        near=("positive", "negative", "test", "tested", "screen", "swab", "urine"),
        kinds=frozenset({"drug_test"}),
    ),
    Subject(
        "access",
        "whether anyone was in",
        {
            "none": listed(
                """
                no access, no reply, no answer, nobody in, no one in, not at home, no one home
                """
            ),
            "in": listed(
                """
                let in, allowed in, welcomed, invited in, access gained, came to the door
                """
            ),
        },
        kinds=_VISITS,
    ),
    Subject(
        "fracture",
        "whether a bone was broken",
        {
            "yes": listed(
                """
                fractured, broken, fracture confirmed, buckle fracture, spiral fracture, broken arm, broken leg
                """
            ),
            "no": listed(
                """
                no fracture, no bony injury, nothing broken, not broken, x-ray normal, no break
                """
            ),
        },
        kinds=frozenset({"hospital", "child_injury", "fracture", "domestic", "fall"}),
    ),
    Subject(
        "consistency",
        "whether the explanation fits",
        {
            "fits": listed(
                """
                consistent, plausible, account thought consistent, in keeping, accepted as plausible, compatible
                """
            ),
            "not": listed(
                """
                inconsistent, not consistent, implausible, not plausible, non-accidental, does not fit, not in
                keeping, not compatible
                """
            ),
        },
        kinds=frozenset({"hospital", "child_injury", "medical"}),
    ),
)
"""The rest of `opposites.SUBJECTS`."""
