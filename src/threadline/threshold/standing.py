"""Where a referral stands: its present answers weighed, what was recommended and decided on them.

What hangs on the round is read with `.all()`, so that a list of referrals can have it fetched beforehand.
"""

from collections.abc import Mapping

from threadline.domain.threshold.answers import Answer as Given
from threadline.domain.threshold.answers import Said
from threadline.domain.threshold.course import Case
from threadline.domain.threshold.decisions import must_be_notified
from threadline.domain.threshold.weighing import Reading, Result, weigh
from threadline.threshold.method import test_of
from threadline.threshold.models import Assessment, Decision, Recommendation, Referral


def given(present: Assessment) -> Mapping[str, Given]:
    """The answers of a round as the test takes them."""
    return {each.limb: Given(Said(each.said), each.evidence, each.given_by) for each in present.answers.all()}


def weighed(present: Assessment) -> Reading:
    """What the answers add up to for a review."""
    test = test_of(present)
    return weigh(test.limbs, test.grounds, given(present), test=test.test)


def notifiable(present: Assessment) -> tuple[Reading, Result]:
    """What the answers add up to for notification: the triggers' reading, and whether it must be notified at all."""
    test = test_of(present)
    limbs = {name for trigger in test.triggers for name in trigger.limbs}
    held = {name: answer for name, answer in given(present).items() if name in limbs}
    read = weigh([each for each in test.limbs if each.id in limbs], test.triggers, held, test=test.notice)
    return read, must_be_notified(read, weighed(present), every_review_is_notifiable=test.every_review_is_notifiable)


def recommended(present: Assessment) -> Recommendation | None:
    """The latest recommendation on a round."""
    return max(present.recommendations.all(), key=lambda each: each.pk, default=None)


def decided(present: Assessment) -> Decision | None:
    """The final decision on a round."""
    return next((each for each in present.decisions.all() if each.final), None)


def case_of(referral: Referral, present: Assessment) -> Case:
    """Where the referral stands by its present round."""
    recommendation, decision = recommended(present), decided(present)
    return Case(
        reading=weighed(present),
        recommended=recommendation.option if recommendation else "",
        decided=decision.option if decision else "",
        review_is_open=referral.review_id is not None,
        decides_here=referral.lives_here or bool(referral.led_here_because),
    )
