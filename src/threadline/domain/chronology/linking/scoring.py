"""How much speaks for two entries being one event: points for each reason, added up and turned into a score from 0 to
1.
"""

import math
from dataclasses import dataclass

from rapidfuzz import fuzz

from threadline.domain.chronology.linking.closeness import WITHOUT_A_KIND, Gap, gap
from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.rarity import Rarity
from threadline.domain.chronology.linking.reading import Reading
from threadline.domain.chronology.linking.reasons import Reason, against, in_common
from threadline.domain.chronology.linking.telling import any_matches
from threadline.domain.chronology.linking.vocabulary import KINDS

NEEDED = 2.7
"""Points at which a pair of two agencies is as likely one event as not."""

NEEDED_WITHIN = 4.3
"""The same for two entries of one agency, which seldom logs a thing twice."""

_FURTHER_KIND = 0.3  # a second shared kind counts for this much of its weight


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair with its score and the reasons for it, strongest first."""

    score: float
    reasons: tuple[Reason, ...]
    kind: str
    kinds: frozenset[str]
    gap: Gap


def score(a: Reading, b: Reading, rarity: Rarity) -> Scored:
    """Score a pair; the order of the two makes no difference. `rarity` is of all words of the case."""
    a, b = (a, b) if a.account.key <= b.account.key else (b, a)
    within = a.account.agency == b.account.agency
    kinds = _shared_kinds(a, b, within)
    kind = KINDS[kinds[0][0]] if kinds else None
    apart = gap(a, b, kind, max((KINDS[name].lag for name, _ in kinds), default=WITHOUT_A_KIND))
    reasons = [*_kind_reasons(kinds), Reason("date", apart.points, _date_words(apart))]
    if not within:
        reasons += _telling_reasons(a, b, kind)
    reasons += against(a, b, kind)
    reasons += in_common(a, b, rarity)
    reasons += _time_reasons(a, b, kind, apart, within)
    if within:
        reasons += _repeat_reasons(a, b, apart, kind)
    total = sum(reason.points for reason in reasons) - (NEEDED_WITHIN if within else NEEDED)
    if within and not kinds:
        total = -9.0
    kept = tuple(sorted((one for one in reasons if one.points), key=lambda one: (-one.points, one.code, one.words)))
    return Scored(
        1 / (1 + math.exp(-max(-9.0, min(9.0, total)))),
        kept,
        kind.name if kind else "",
        frozenset(name for name, _ in kinds),
        apart,
    )


def _shared_kinds(a: Reading, b: Reading, within: bool) -> list[tuple[str, float]]:
    """Kinds both may be of, with points, strongest first; a loose word for a meeting fits any meeting."""
    shared: dict[str, float] = {}
    for name in a.kinds.keys() & b.kinds.keys():
        shared[name] = KINDS[name].weight * min(a.kinds[name], b.kinds[name])
    for one, other in ((a, b), (b, a)):
        for name in one.kinds.keys() - other.kinds.keys():
            if name == "hospital" and not KINDS[name].owners.isdisjoint(one.own):
                continue  # a hospital's own entry says what the patient came with
            for fit in KINDS[name].fits:
                if fit in other.kinds and fit not in one.kinds:
                    loose = KINDS[name].weight * min(one.kinds[name], other.kinds[fit])
                    shared[fit] = max(shared.get(fit, 0.0), loose)
    kept = [(name, points) for name, points in shared.items() if within or _holds(name, a, b)]
    return sorted(kept, key=lambda one: (KINDS[one[0]].routine, -one[1], one[0]))


def _holds(name: str, a: Reading, b: Reading) -> bool:
    """Whether a kind that takes two is of these two: each names the other, or one does and the other names nobody
    else.
    """
    if name == "liaison":
        return _names(a, b) and _names(b, a)
    if name == "joint_visit":
        forth, back = _beside(a, b), _beside(b, a)
        return forth is not False and back is not False and bool(forth or back)
    if name == "referral":
        return any_matches(a.telling.told_by, b.own) or any_matches(b.telling.told_by, a.own)
    if name in _ONE_OF_MANY:
        return _names(a, b) or _names(b, a) or bool(a.telling.told_by & b.telling.told_by)
    return True


_ONE_OF_MANY = frozenset(
    {"missed_appointment", "closure"}
)  # so common that a date says little unless one names the other


def _names(a: Reading, b: Reading) -> bool:
    return any_matches(a.telling.named, b.own)


def _beside(a: Reading, b: Reading) -> bool | None:
    """Whether the first says it was with the second: yes, no (it was with somebody else), or not said."""
    if any_matches(a.telling.together, b.own):
        return True
    return False if a.telling.together - {"any", "health"} else None


def _kind_reasons(kinds: list[tuple[str, float]]) -> list[Reason]:
    reasons = []
    for place, (name, points) in enumerate(kinds[:3]):
        kind = KINDS[name]
        share = (1.0 if place == 0 else _FURTHER_KIND) * (0.5 if kind.routine else 1.0)
        reasons.append(Reason("kind", points * share, kind.label))
    return reasons


def _telling_reasons(a: Reading, b: Reading, kind: Kind | None) -> list[Reason]:
    reasons = []
    for one, other in ((a, b), (b, a)):
        said = one.telling
        if any_matches(said.told_by, other.own):
            points = 1.8 if other.telling.sent else 1.4
            reasons.append(Reason("told_by", points, f"{one.account.agency} had it from {other.account.agency}"))
        elif any_matches(said.told, other.own):
            reasons.append(Reason("told", 0.8, f"{one.account.agency} told {other.account.agency}"))
        elif any_matches(said.together, other.own):
            reasons.append(Reason("together", 0.8, f"{one.account.agency} says {other.account.agency} took part"))
        elif any_matches(said.named, other.own):
            reasons.append(Reason("named", 0.4, f"{one.account.agency} speaks of {other.account.agency}"))
    if a.telling.told_by & b.telling.told_by:
        reasons.append(Reason("same_source", 0.6, "both had it from the same agency"))
    elif kind and (a.telling.named | a.telling.told_by) & (b.telling.named | b.telling.told_by) & kind.owners:
        reasons.append(Reason("same_source", 0.4, "both speak of the same agency"))
    return reasons


def _time_reasons(a: Reading, b: Reading, kind: Kind | None, apart: Gap, within: bool) -> list[Reason]:
    if a.account.minutes is None or b.account.minutes is None or apart.days or not ((kind and kind.together) or within):
        return []
    minutes = abs(a.account.minutes - b.account.minutes)
    if minutes <= 30:
        return [Reason("time", 0.5, "within half an hour")]
    if minutes <= 120:
        return []
    return [Reason("time", -0.4 if minutes <= 180 else -1.3, "hours apart")]


def _repeat_reasons(a: Reading, b: Reading, apart: Gap, kind: Kind | None) -> list[Reason]:
    alike = fuzz.token_set_ratio(a.account.text, b.account.text)
    reasons = [Reason("alike", 2.0 * max(0.0, alike - 50) / 50, "the wording is alike")]
    if kind and (kind.routine or kind.name in _ONE_OF_MANY):
        reasons.append(Reason("routine", -2.0, "ordinary business, logged each time"))
    if apart.days:
        reasons.append(Reason("days_apart", -4.5, "not the same day"))
    if kind and kind.name == "professionals" and alike < 80:
        reasons.append(Reason("loose", -1.2, "two loosely described meetings"))
    if not (a.exact and b.exact) and alike < 95:
        reasons.append(Reason("date_unsure", -1.0, "the date is not sure"))
    return reasons


def _date_words(apart: Gap) -> str:
    if apart.days == 0:
        return "on the same day"
    return "a day apart" if apart.days == 1 else f"{apart.days} days apart"
