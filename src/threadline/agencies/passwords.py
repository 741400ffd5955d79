"""A password may not hold the name of a Board or an agency, nor the word of the trade (TRUST 3)."""

import re

from django.core.exceptions import ValidationError

from threadline.accounts.models import User
from threadline.agencies.models import Agency, Board

TRADE = "safeguard"
SHORTEST = 4
GENERAL = frozenset((
    "a", "academy", "agency", "ambulance", "and", "area", "association", "at", "authority", "board", "boards",
    "borough", "by", "care", "centre", "charity", "children", "childrens", "church", "city", "clinic", "college",
    "commissioning", "community", "company", "constabulary", "council", "county", "crown", "department", "district",
    "division", "east", "education", "example", "families", "family", "fire", "for", "foundation", "general",
    "group", "health", "healthcare", "home", "homes", "hospital", "hospitals", "house", "housing", "in", "infant",
    "infirmary", "junior", "limited", "lscb", "ltd", "medical", "metropolitan", "ministry", "national", "nhs",
    "north", "nursery", "of", "office", "on", "partnership", "police", "practice", "prep", "primary", "probation",
    "recovery", "rescue", "royal", "safeguarding", "scheme", "school", "secondary", "service", "services", "social",
    "society", "south", "st", "surgery", "team", "the", "trust", "unit", "university", "west", "women", "youth",
))  # fmt: skip


class NotOurNames:
    """Holds neither "safeguard" nor the proper name of a Board or agency here, however it is written."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError for one that does."""
        typed = _letters(password)
        if TRADE in typed or any(name in typed for name in names()):
            raise ValidationError(
                "Choose a password without “safeguard” or the name of a Board or agency in it",
                code="password_names_us",
            )

    def get_help_text(self) -> str:
        """The rule as a hint."""
        return "Without “safeguard”, and without the name of a Board or agency."


def names() -> set[str]:
    """The proper names of all Boards and agencies, in small letters without spaces: "northfield", "milllane"."""
    full = [*Board.objects.values_list("name", flat=True), *Agency.objects.values_list("name", flat=True)]
    return {name for text in full if len(name := proper(text)) >= SHORTEST}


def proper(name: str) -> str:
    """What a name begins with before its general words: "Northfield Hospitals NHS Trust" gives "northfield"."""
    found: list[str] = []
    for word in re.findall(r"\w+", name.replace("'", "").replace("’", "").lower()):
        if word in GENERAL:
            if found:
                break
            continue
        found.append(word)
    return _letters("".join(found))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
