"""Checks on words: opinion, hearsay, hindsight, words that blame (17, 18, 19, 28). Quoted words are not questioned."""

from collections.abc import Callable, Iterator, Sequence

from threadline.domain.chronology.checks.cells import mark_of
from threadline.domain.chronology.checks.values import Finding, Line, Rules, Setting
from threadline.domain.chronology.checks.wordings import found, own_words

Check = Callable[[Sequence[Line], Setting, Rules], Iterator[Finding]]


def _looking_for(check: str, words: str, asks: str) -> Check:
    def look(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
        for line in lines:
            phrase = found(own_words(line.text), rules.words[words])
            if phrase:
                yield Finding(check, (line.id,), asks.format(phrase=phrase), mark_of(line))

    look.__doc__ = f"Rows with a phrase of the list “{words}”."
    return look


opinion = _looking_for(
    "opinion",
    "opinion",
    "“{phrase}” is a view, not what was seen or heard. What was it based on, and whose view was it?",
)
"""17: opinion in the column of facts."""

hearsay = _looking_for("hearsay", "hearsay", "“{phrase}”: who said it, to whom, and did they see it themselves?")
"""18: second-hand information whose teller is not named."""

hindsight = _looking_for(
    "hindsight",
    "hindsight",
    "“{phrase}” looks back from what is known now. What was known on the day, and what was done?",
)
"""19: hindsight in the account of an event."""

loaded = _looking_for(
    "loaded-words", "loaded", "“{phrase}” can blame or label. Could the row say what happened in plain words?"
)
"""28: loaded or victim-blaming words."""
