"""The names of months and weekdays: as normally written, and as mistyped."""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NAMES: Final = (
    {name: number for number, name in enumerate(MONTHS, start=1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
    | {"sept": 9, "febr": 2}
)
WEEKDAY_NAMES: Final = (
    {name: number for number, name in enumerate(WEEKDAYS)}
    | {name[:3]: number for number, name in enumerate(WEEKDAYS)}
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "wednes": 2, "satur": 5, "mond": 0}
)
_KEY_WORDS: Final = ("onwards", "ongoing", "until", "overnight", "approximately", "inclusive", "between", "commencing")
_SHORTEST_MISSPELLING: Final = 3
_LONGEST_MISSPELLING: Final = 12


def _slips_allowed(typed: str, name: str) -> int:
    """Letters left out, added, changed or swapped that a word may be away from a name: two in a long word, else one."""
    return 2 if len(name) >= 7 and len(typed) >= 6 else 1


@lru_cache(maxsize=1024)
def misspelt_month(word: str) -> tuple[int, ...]:
    """The months that a word can be a misspelling of: one where it is clear, several where it is not, none otherwise.

    Only the closest names count, so that a single slip from one month is not confused with two from another.
    """
    if not _SHORTEST_MISSPELLING <= len(word) <= _LONGEST_MISSPELLING:
        return ()
    found: dict[int, int] = {}
    for name, number in MONTH_NAMES.items():
        allowed = _slips_allowed(word, name)
        slips = OSA.distance(word, name, score_cutoff=allowed)
        if slips <= allowed:
            found[number] = min(slips, found.get(number, slips))
    closest = min(found.values(), default=0)
    return tuple(sorted(number for number, slips in found.items() if slips == closest))


@lru_cache(maxsize=1024)
def misspelt_weekday(word: str) -> int | None:
    """The weekday that a word is a misspelling of, where there is exactly one."""
    if not 5 <= len(word) <= _LONGEST_MISSPELLING or not word.endswith(("y", "a", "d")):
        return None
    found = [number for number, name in enumerate(WEEKDAYS) if _is_near(word, name)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1024)
def is_nearly_a_key_word(word: str) -> bool:
    """Whether a word is a slip away from one that changes what a date says (`onwrads`, `untl`)."""
    if not 4 <= len(word) <= _LONGEST_MISSPELLING + 2:
        return False
    return any(_is_near(word, name) for name in _KEY_WORDS)


def is_nearly_present(word: str) -> bool:
    """Whether a word after `to` is meant for `present`."""
    return len(word) <= _LONGEST_MISSPELLING and _is_near(word, "present")


def _is_near(word: str, name: str) -> bool:
    allowed = _slips_allowed(word, name)
    return OSA.distance(word, name, score_cutoff=allowed) <= allowed
