"""What the method says of chronologies, ready for use: the rules of the checks, their wording, the form's columns."""

from functools import cache

from threadline.domain.chronology.checks import Rules
from threadline.domain.chronology.entries import Meaning
from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.pack import Chronologies, TimelineCheck

PACK = "greater-manchester-2016"


@cache
def chronologies() -> Chronologies:
    """The method's part on chronologies, read once."""
    return bundled(PACK).chronologies


@cache
def rules() -> Rules:
    """The numbers, word lists and columns as the checks take them."""
    said = chronologies()
    return Rules(
        limits={each.id: each.amount for each in said.limits},
        words={each.id: each.phrases for each in said.words},
        columns=tuple(Meaning(each.meaning) for each in said.columns if each.must),
    )


@cache
def checks() -> dict[str, TimelineCheck]:
    """The checks by id, in the order of their numbers."""
    return {each.id: each for each in sorted(chronologies().checks, key=lambda each: each.number)}
