"""What the Independent Chair may decide on a reading of the test, and why not the rest (2.1.a)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from threadline.domain.threshold.weighing import Reading, Result


class Option(Protocol):
    """A decision the framework pack offers. `allowed_when` are the results ("met") under which it may be taken."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def allowed_when(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision, whether it is open to the Chair, and where it is not, the sentence that says why."""

    id: str
    title: str
    is_open: bool
    why_not: str


def choices(reading: Reading, options: Iterable[Option]) -> tuple[Choice, ...]:
    """Every decision the pack offers, with whether the reading leaves it open."""
    return tuple(_choice(reading, option) for option in options)


def _choice(reading: Reading, option: Option) -> Choice:
    is_open = reading.result.value in option.allowed_when
    return Choice(option.id, option.title, is_open, "" if is_open else _why_not(reading, option))


def _why_not(reading: Reading, option: Option) -> str:
    if reading.result is Result.OPEN:
        return f"“{option.title}” cannot be decided until the answers settle whether the test is met."
    if reading.result is Result.MET:
        return f"“{option.title}” is not open: {reading.met_on[0].sentence}"
    return f"“{option.title}” is not open, because the test is not met."


def must_be_notified(notice: Reading, test: Reading, *, every_review_is_notifiable: bool) -> Result:
    """Whether the incident must be notified: by a trigger of its own, or because the test for a review is met.

    `every_review_is_notifiable` is the pack's rule that each case for review is a notifiable incident too.
    """
    results = {notice.result, test.result} if every_review_is_notifiable else {notice.result}
    if Result.MET in results:
        return Result.MET
    return Result.OPEN if Result.OPEN in results else Result.NOT_MET
