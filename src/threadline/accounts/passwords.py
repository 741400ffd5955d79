"""What a password may not be (TRUST 3): short, common, one thing over and over. Length is what makes one strong."""

from functools import cache

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from threadline.accounts.models import User

LOOKS_LIKE = str.maketrans({"@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t"})
FEWEST_LETTERS = 5
RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiopasdfghjklzxcvbnm")
LONGEST_RUN = 6


class LongEnough:
    """At least 12 characters, and no other rule of composition."""

    least = 12

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError for a shorter one."""
        if len(password) < self.least:
            raise ValidationError(f"Use {self.least} characters or more", code="password_too_short")

    def get_help_text(self) -> str:
        """The rule as a hint."""
        return f"At least {self.least} characters. Three or four words that do not belong together make a good one."


class NotCommon:
    """Not one of the 20,000 most used passwords, nor one of them dressed up: "P@ssw0rd2016!"."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError for one of those."""
        if {password.lower(), plain(password)} & common():
            raise ValidationError(
                "Choose a password that is not among those most used, with or without figures added",
                code="password_too_common",
            )

    def get_help_text(self) -> str:
        """The rule as a hint."""
        return "Not a password that many people use."


class NotOneThing:
    """Not a few characters over and over, and not a row of the keyboard or the alphabet."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError for one of those."""
        typed = password.lower()
        rows = any(run in typed for row in RUNS for run in _runs(row))
        if len(set(typed)) < FEWEST_LETTERS or (rows and len(typed) < 2 * LongEnough.least):
            raise ValidationError(
                "Choose a password that is not a row of keys or the same few over and over", code="password_too_plain"
            )

    def get_help_text(self) -> str:
        """The rule as a hint."""
        return "Not a row of keys."


@cache
def common() -> frozenset[str]:
    """The most used passwords, as Django ships them."""
    return frozenset(CommonPasswordValidator().passwords)


def plain(password: str) -> str:
    """A password without what people put round a word to get past a rule: figures and signs at its ends and in it."""
    letters = [place for place, letter in enumerate(password) if letter.isalpha()]
    word = password[letters[0] : letters[-1] + 1] if letters else ""
    return word.lower().translate(LOOKS_LIKE)


@cache
def _runs(row: str) -> tuple[str, ...]:
    both = (row, row[::-1])
    return tuple(each[start : start + LONGEST_RUN] for each in both for start in range(len(row) - LONGEST_RUN + 1))
