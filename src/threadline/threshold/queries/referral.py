"""One referral with its test, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from threadline.access.permissions import Permission as P
from threadline.access.reach import may
from threadline.accounts.models import User
from threadline.domain.framework.pack import Ground, Limb
from threadline.domain.threshold.course import Case
from threadline.domain.threshold.decisions import Choice, choices
from threadline.domain.threshold.weighing import Reading, Result
from threadline.reviews.queries.timetable import finished_on
from threadline.threshold import standing
from threadline.threshold.method import test_of
from threadline.threshold.models import Advice, Answer, Assessment, Body, Decision, Recommendation, Referral, Telling
from threadline.threshold.queries.duties import Duty
from threadline.threshold.queries.register import duties_of, final_decisions, referrals, rounds_of, told_of

NOTIFIED = {
    Result.MET: "The incident must be notified to Ofsted.",
    Result.NOT_MET: "On these answers the incident need not be notified.",
    Result.OPEN: "Whether the incident must be notified cannot be said yet.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the test with its answer, if there is one."""

    limb: Limb
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Round:
    """An earlier round of the test, with its decision."""

    assessment: Assessment
    decision: Decision
    title: str


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything a referral's page shows."""

    referral: Referral
    present: Assessment
    asked: tuple[Asked, ...]
    reading: Reading
    case: Case
    notice: Reading
    notified: str
    triggers: tuple[Ground, ...]
    choices: tuple[Choice, ...]
    titles: dict[str, str]
    recommendation: Recommendation | None
    decisions: Sequence[Decision]
    told_about: Decision | None
    told: Sequence[Telling]
    not_told: Sequence[Body]
    advice: Sequence[Advice]
    earlier: tuple[Round, ...]
    duties: Sequence[Duty]

    @property
    def next_question(self) -> str:
        """The question to answer next: one that nobody has answered, else one that the result still hangs on."""
        open_ = [each.limb.id for each in self.asked if each.answer is None]
        return next(iter([*open_, *self.reading.needed, *self.reading.without_evidence]), "")


def one(*, referral: Referral, viewer: User) -> Referral | None:
    """The referral with all that hangs on it; None for who may not read it."""
    return referrals(viewer=viewer).prefetch_related("advice").filter(pk=referral.pk).first()


def whole(referral: Referral) -> Whole:
    """A referral of `one`, with its test weighed and its clocks read."""
    rounds = rounds_of(referral)
    present, test = rounds[-1], test_of(rounds[-1])
    case = standing.case_of(referral, present)
    notice, must = standing.notifiable(present)
    answers = {each.limb: each for each in present.answers.all()}
    finals = final_decisions(referral)
    last = finals[-1] if finals else None
    told = told_of(last)
    titles = {each.id: each.title for each in test.options}
    return Whole(
        referral=referral,
        present=present,
        asked=tuple(Asked(limb, answers.get(limb.id)) for limb in test.limbs),
        reading=case.reading,
        case=case,
        notice=notice,
        notified=NOTIFIED[must],
        triggers=tuple(each for each in test.triggers if each.id in referral.triggers),
        choices=choices(case.reading, test.options),
        titles=titles,
        recommendation=standing.recommended(present),
        decisions=list(present.decisions.all()),
        told_about=last,
        told=told,
        not_told=[body for body in Body if body not in {each.body for each in told}] if last else [],
        advice=list(referral.advice.all()),
        earlier=tuple(
            Round(each.assessment, each, titles.get(each.option, each.option))
            for each in reversed(finals)
            if each.assessment_id != present.pk
        ),
        duties=duties_of(referral, signed_off=finished_on(referral.review) if referral.review else None),
    )


@dataclass(frozen=True, slots=True)
class Rights:
    """What a person may do about a referral."""

    write: bool
    recommend: bool
    decide: bool
    tell: bool


def rights(*, referral: Referral, viewer: User) -> Rights:
    """What the viewer may do."""
    asked = (P.REFERRAL_WRITE, P.THRESHOLD_RECOMMEND, P.THRESHOLD_DECIDE, P.BODIES_TELL)
    return Rights(*(may(viewer, each, referral) for each in asked))
