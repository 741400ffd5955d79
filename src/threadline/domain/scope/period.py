"""The period under review: how far back before the incident it may go (2.1.c)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from threadline.domain.dates.working_days import add_months, count, in_words


class Verdict(StrEnum):
    """What the rule says of a period."""

    WITHIN = "within what is recommended"
    EXCEPTIONAL = "exceptional, with its reason"
    NEEDS_REASON = "needs an exceptional reason"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """The verdict on a period, whether it may be agreed, and sentences saying why and what to do."""

    verdict: Verdict
    sentences: tuple[str, ...]

    @property
    def may_be_agreed(self) -> bool:
        """Whether the scope may be agreed with this period."""
        return self.verdict in (Verdict.WITHIN, Verdict.EXCEPTIONAL)


def judge_period(
    start: date, end: date, *, incident: date, recommended_months: int, exceptional_months: int, reason: str = ""
) -> PeriodReading:
    """Judge the period from `start` to `end` (both days with it) against the pack's limits before the incident.

    Within `recommended_months` nothing more is asked. Up to `exceptional_months` a reason must be recorded. Beyond, the
    period is refused, as is one that ends before it starts or starts after the incident. Raises ValueError where the
    exceptional limit is shorter than the recommended one.
    """
    if exceptional_months < recommended_months:
        raise ValueError("The exceptional limit is shorter than the recommended one. Correct the framework pack.")
    if end < start:
        return _refused(f"The period ends on {in_words(end)}, before it starts. Check both dates.")
    if start > incident:
        return _refused(
            f"The period starts on {in_words(start)}, after the incident on {in_words(incident)}. Start it before."
        )
    recommended, furthest = add_months(incident, -recommended_months), add_months(incident, -exceptional_months)
    if start < furthest:
        return _refused(
            f"The period starts on {in_words(start)}. It cannot start more than {count(exceptional_months, 'month')} "
            f"before the incident: {in_words(furthest)} at the earliest.",
            "Summarise earlier history as key points: what was known, who knew, and how it influenced assessment and "
            "decisions.",
        )
    after = _after_the_end(end, incident)
    if start >= recommended:
        said = f"The period starts within {count(recommended_months, 'month')} of the incident, as recommended."
        return PeriodReading(Verdict.WITHIN, (said, *after))
    beyond = (
        f"The period starts on {in_words(start)}, more than the {count(recommended_months, 'month')} recommended "
        f"before the incident ({in_words(recommended)})."
    )
    if not reason.strip():
        ask = f"Record the exceptional reason, or start it on {in_words(recommended)} or later."
        return PeriodReading(Verdict.NEEDS_REASON, (beyond, ask, *after))
    return PeriodReading(Verdict.EXCEPTIONAL, (beyond, f"The reason recorded: {reason.strip()}", *after))


def _refused(*sentences: str) -> PeriodReading:
    return PeriodReading(Verdict.REFUSED, sentences)


def _after_the_end(end: date, incident: date) -> tuple[str, ...]:
    """A question, not a refusal: the method speaks only of how far back a period goes."""
    if end < incident:
        return (f"The period ends on {in_words(end)}, before the incident on {in_words(incident)}. Is that meant?",)
    return ()
