"""What a check says of a requirement."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """The answer of a check."""

    MET = "met"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer with its reasons, each a sentence; `on` is the day it was met; `link` where it is done."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()
    on: date | None = None
    link: str = ""

    @classmethod
    def met(cls, *reasons: str, on: date | None = None, link: str = "") -> "Outcome":
        """The requirement is met."""
        return cls(Verdict.MET, reasons, on, link)

    @classmethod
    def not_met(cls, *reasons: str, link: str = "") -> "Outcome":
        """The requirement is not met, and why. Raises ValueError without a reason."""
        return cls._with_reasons(Verdict.NOT_MET, reasons, link)

    @classmethod
    def not_applicable(cls, *reasons: str, link: str = "") -> "Outcome":
        """The requirement does not apply to this review, and why. Raises ValueError without a reason."""
        return cls._with_reasons(Verdict.NOT_APPLICABLE, reasons, link)

    @classmethod
    def _with_reasons(cls, verdict: Verdict, reasons: tuple[str, ...], link: str) -> "Outcome":
        if not any(reason.strip() for reason in reasons):
            raise ValueError(f"A check that answers “{verdict}” says why, in a sentence.")
        return cls(verdict, reasons, None, link)
