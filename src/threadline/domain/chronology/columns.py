"""Which column is which: a heading's words and what stands below it, weighed together, each with a reason a person can
check.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from threadline.domain.chronology.entries import Column, Meaning
from threadline.domain.chronology.evidence import Profile, profile
from threadline.domain.chronology.heading_match import Scores, meanings, plain
from threadline.domain.chronology.lines import Line
from threadline.domain.chronology.organisations import sounds_like_an_agency

DAYS = frozenset({Meaning.DATE, Meaning.DATE_TIME})
_SURE_DAYS = 0.6
_SOME_DAYS = 0.3
_NEARLY_ALL = 0.8
_LONGEST_DAY = 40.0
_RUNNING_TEXT = 25.0
_SHORT_TEXT = 28.0
_SHORTEST_EVENT = 5.0
_SAME_WORDS_AGAIN = 0.3
_ONLY_ONE = (
    Meaning.DATE,
    Meaning.END_DATE,
    Meaning.TIME,
    Meaning.END_TIME,
    Meaning.RECORDED,
    Meaning.AGENCY,
    Meaning.SEQUENCE,
)
_CLOCK_INSTEAD = {Meaning.DATE: Meaning.TIME, Meaning.DATE_TIME: Meaning.TIME, Meaning.END_DATE: Meaning.END_TIME}
_OF_TIME = frozenset((*_ONLY_ONE[:5], Meaning.DATE_TIME))
_MAY_BE_EVENT = (
    Meaning.OTHER,
    Meaning.COMMENT,
    Meaning.ACTION,
    Meaning.SOURCE,
    Meaning.KIND,
    Meaning.PRESENT,
    Meaning.STATUS,
)


@dataclass(frozen=True, slots=True)
class _Guess:
    index: int
    heading: str
    scores: Scores
    found: Profile
    samples: tuple[str, ...]
    meaning: Meaning = Meaning.OTHER
    confidence: float = 0.0
    why: str = ""

    @property
    def named(self) -> str:
        """How the column is called in a sentence."""
        return f"“{' '.join(self.heading.split())}”" if self.heading else f"Column {self.index + 1}"

    def as_(self, meaning: Meaning, confidence: float, why: str) -> "_Guess":
        return replace(self, meaning=meaning, confidence=round(confidence, 2), why=why)


def recognise(
    headings: Sequence[str], lines: Sequence[Line], fixed: dict[str, Meaning] | None = None
) -> tuple[Column, ...]:
    """Return one `Column` for each heading; `lines` are the rows below, `fixed` what a person has said (column key to
    meaning).
    """
    guesses = []
    for index, heading in enumerate(headings):
        found = profile(lines, index)
        guesses.append(_first_guess(_Guess(index, heading, meanings(heading), found, _samples(lines, index))))
    keys = column_keys(headings)
    said = {guess.index: fixed[key] for guess, key in zip(guesses, keys, strict=True) if fixed and key in fixed}
    guesses = [
        guess.as_(said[guess.index], 1.0, "A person chose this") if guess.index in said else guess for guess in guesses
    ]
    free = frozenset(guess.index for guess in guesses) - said.keys()
    for settle in (_settle_days, _settle_parts_of_a_date, _settle_events, _settle_single):
        guesses = settle(guesses, free)
    return tuple(
        Column(guess.index, guess.heading, guess.meaning, guess.confidence, guess.why, guess.samples, key)
        for guess, key in zip(guesses, keys, strict=True)
    )


def column_keys(headings: Sequence[str]) -> tuple[str, ...]:
    """Return the name of each column for corrections: its heading, "column 3" where blank, "Date (2)" for a second of
    the same words.
    """
    keys: list[str] = []
    for index, heading in enumerate(headings):
        words = " ".join(heading.split()) or f"column {index + 1}"
        same = sum(1 for key in keys if key == words or key.startswith(words + " ("))
        keys.append(f"{words} ({same + 1})" if same else words)
    return tuple(keys)


def _samples(lines: Sequence[Line], index: int) -> tuple[str, ...]:
    samples: list[str] = []
    for line in [line for line in lines if not line.single] or lines:
        text = line.text(index)
        if text and text not in samples:
            samples.append(text if len(text) <= 120 else text[:117] + "...")
            if len(samples) == 3:
                break
    return tuple(samples)


def _first_guess(guess: _Guess) -> _Guess:
    """Weigh one heading against its own column, before columns are compared with each other."""
    scores, found = guess.scores, guess.found
    if not scores:
        return _by_values(guess)
    scores = _weighed(scores, found)
    meaning, score = max(scores.items(), key=lambda pair: pair[1])
    if "time" in plain(guess.heading).split() and found.clocks >= _NEARLY_ALL and meaning not in _OF_TIME:
        return guess.as_(Meaning.TIME, 0.7, f"{guess.named} holds times of day")
    if meaning is Meaning.DATE and found.dotted_days >= _SURE_DAYS and found.dotted_days >= found.clocks:
        return guess.as_(meaning, score, f"The heading says “{guess.heading}”")
    if meaning in _CLOCK_INSTEAD and found.clocks >= _SURE_DAYS and found.days < _SOME_DAYS:
        return guess.as_(_CLOCK_INSTEAD[meaning], 0.85, f"{guess.named} holds times of day")
    if meaning is Meaning.EVENT and found.days >= _NEARLY_ALL and found.length < _LONGEST_DAY:
        return guess.as_(Meaning.DATE, 0.6, f"{guess.named} holds days")
    if meaning is Meaning.TIME and found.days_with_clock >= _SURE_DAYS:
        return guess.as_(Meaning.DATE_TIME, 0.85, f"{guess.named} holds days with times")
    if meaning is Meaning.TIME and found.days >= _SURE_DAYS and found.clocks < _SOME_DAYS:
        return guess.as_(Meaning.DATE, 0.7, f"{guess.named} holds days")
    return guess.as_(meaning, score, f"The heading says “{guess.heading}”")


def _weighed(scores: Scores, found: Profile) -> Scores:
    """Move the scores of an ambiguous heading by what stands below it."""
    moved = dict(scores)
    if Meaning.DATE in moved and found.filled and found.days + found.dotted_days < 0.15:
        moved[Meaning.DATE] *= 0.6
    if len(scores) > 1 and found.filled:
        for meaning in moved:
            moved[meaning] = min(0.95, moved[meaning] + _fit(meaning, found))
    return moved


def _fit(meaning: Meaning, found: Profile) -> float:
    """How well a column's values fit a meaning, as an amount to add to or take from its score."""
    if meaning is Meaning.SEQUENCE:
        return 0.25 if found.numbers > 0.8 and found.length < 7 else -0.25
    if meaning is Meaning.EVENT:
        return 0.2 if found.length > _RUNNING_TEXT else -0.2
    if meaning in (Meaning.KIND, Meaning.RATING, Meaning.STATUS):
        return 0.15 if found.length < _SHORT_TEXT and found.different < 0.6 else -0.1
    if meaning is Meaning.END_TIME:
        return 0.2 if found.clocks >= _SURE_DAYS else 0.0
    if meaning in DAYS or meaning is Meaning.END_DATE:
        return 0.2 if found.days >= _SURE_DAYS else -0.2
    if meaning is Meaning.CHILD_SEEN:
        return 0.1 if found.answers > 0.4 or found.length < 20 else -0.4
    if meaning is Meaning.DAY:
        return 0.4 if found.day_numbers > 0.8 else -0.4
    if meaning is Meaning.OTHER:
        return 0.4 if found.weekdays > 0.7 else -0.2
    return 0.0


def _by_values(guess: _Guess) -> _Guess:
    """Tell an unknown or empty heading by what stands below it."""
    found, said = guess.found, guess.named
    if not found.filled:
        return guess.as_(Meaning.OTHER, 0.2, f"{said} is empty")
    if found.days_with_clock >= _SURE_DAYS:
        return guess.as_(Meaning.DATE_TIME, 0.65, f"{said} holds days with times")
    if found.days >= _SURE_DAYS and found.years < 0.9 and found.numbers < 0.7:
        return guess.as_(Meaning.DATE, 0.65, f"{said} holds days")
    if found.clocks >= _SURE_DAYS and (found.filled > 1 or found.typed):
        return guess.as_(Meaning.TIME, 0.6, f"{said} holds times of day")
    if found.numbers > 0.9 and guess.index == 0 and found.different > 0.9:
        return guess.as_(Meaning.SEQUENCE, 0.5, f"{said} counts the rows")
    if sounds_like_an_agency(guess.heading) and found.length > 5:
        return guess.as_(Meaning.EVENT, 0.45, f"{said} is an agency: what it recorded")
    return guess.as_(Meaning.OTHER, 0.3, f"{said} is not a heading we know")


def _settle_days(guesses: list[_Guess], free: frozenset[int]) -> list[_Guess]:
    """Choose the one column that says when the event was; others that hold days are when it was recorded, or extra."""
    days = [guess for guess in guesses if guess.meaning in DAYS]
    if not days:
        return _promote_day(guesses, free)
    held = {guess.index: guess for guess in guesses}
    best = max(days, key=_claim_to_be_the_day)
    for guess in days:
        if guess.index != best.index and guess.index in free:
            held[guess.index] = _other_day(guess, best, guesses)
    return [held[guess.index] for guess in guesses]


def _claim_to_be_the_day(guess: _Guess) -> tuple[float, float, float, int]:
    said_by_person = 1.0 if guess.confidence == 1.0 else 0.0
    words = plain(guess.heading)
    about_the_event = (
        0.2
        if any(word in words.split() for word in ("event", "incident", "contact", "visit", "occurred", "start"))
        else 0.0
    )
    about_the_entry = -0.3 if "entry" in words.split() else 0.0
    return (
        said_by_person,
        round(guess.confidence + about_the_event + about_the_entry + guess.found.days, 3),
        guess.found.filled,
        -guess.index,
    )


def _other_day(guess: _Guess, best: _Guess, guesses: Sequence[_Guess]) -> _Guess:
    named = f"{best.named} is the day of the event"
    if any(known.meaning is Meaning.RECORDED for known in guesses) or "action" in plain(guess.heading).split():
        return guess.as_(Meaning.OTHER, 0.4, f"{named}; this is another date")
    if plain(guess.heading) == plain(best.heading) and guess.index > best.index:
        return guess.as_(Meaning.END_DATE, 0.4, f"{named}; a second {guess.named} may be its end")
    return guess.as_(Meaning.RECORDED, 0.5, f"{named}; this may be when it was written down")


def _promote_day(guesses: list[_Guess], free: frozenset[int]) -> list[_Guess]:
    """With no column for the day, take the date of recording, or whatever column holds days, and say so."""
    able = [
        guess
        for guess in guesses
        if guess.index in free
        and guess.found.days >= (_SOME_DAYS if guess.heading else _SURE_DAYS)
        and (guess.meaning is Meaning.RECORDED or guess.confidence < 0.9)
        and guess.found.length < _LONGEST_DAY
    ]
    if not able:
        return guesses
    best = max(able, key=lambda guess: (guess.meaning is Meaning.RECORDED, guess.found.days, -guess.index))
    meaning = Meaning.DATE_TIME if best.found.days_with_clock >= _SURE_DAYS else Meaning.DATE
    changed = best.as_(meaning, 0.6, f"{best.named} is the only column that holds days")
    return [changed if guess.index == best.index else guess for guess in guesses]


def _settle_parts_of_a_date(guesses: list[_Guess], free: frozenset[int]) -> list[_Guess]:
    """Take day, month and year columns as parts of a date only when their values are such parts."""
    shares = {Meaning.DAY: "day_numbers", Meaning.MONTH: "month_names", Meaning.YEAR: "years"}
    month = any(guess.meaning is Meaning.MONTH for guess in guesses)
    settled = []
    for guess in guesses:
        if month and guess.meaning in DAYS and guess.index in free and guess.found.day_numbers > _NEARLY_ALL:
            guess = guess.as_(Meaning.DAY, 0.8, f"{guess.named} holds the day of the month")
        share = shares.get(guess.meaning)
        if (
            share
            and guess.index in free
            and max(getattr(guess.found, share), guess.found.day_numbers if share == "month_names" else 0) < 0.6
        ):
            guess = (
                guess.as_(Meaning.DATE, 0.6, f"{guess.named} holds days")
                if guess.found.days > _SURE_DAYS
                else guess.as_(Meaning.OTHER, 0.3, f"{guess.named} is not part of a date here")
            )
        settled.append(guess)
    return settled


def _settle_events(guesses: list[_Guess], free: frozenset[int]) -> list[_Guess]:
    """Keep the columns that tell what happened; with none, take the one with the most running text."""
    events = [guess for guess in guesses if guess.meaning is Meaning.EVENT]
    if not events:
        return _promote_event(guesses, free)
    strongest = max(guess.confidence for guess in events)
    longest = max(guess.found.length for guess in events)
    settled = []
    for guess in guesses:
        if guess.meaning is Meaning.EVENT and guess.index in free and len(events) > 1:
            guess = _lesser_event(guess, strongest, longest)
        settled.append(guess)
    return settled


def _lesser_event(guess: _Guess, strongest: float, longest: float) -> _Guess:
    """Beside a clear event column, a doubtful one is a comment, a short repeated one is the kind of event."""
    words = plain(guess.heading)
    if (
        guess.confidence <= strongest - 0.05
        and Meaning.COMMENT in guess.scores
        and words in ("note", "information", "info", "summary", "concern", "explanation")
    ):
        return guess.as_(Meaning.COMMENT, 0.55, f"{guess.named} stands beside the column that says what happened")
    if guess.found.length < _SHORT_TEXT and longest > 2 * guess.found.length and guess.found.different < 0.6:
        return guess.as_(Meaning.KIND, 0.6, f"{guess.named} holds a few short words again and again")
    return guess


def _promote_event(guesses: list[_Guess], free: frozenset[int]) -> list[_Guess]:
    able = [
        guess
        for guess in guesses
        if guess.index in free
        and guess.meaning in _MAY_BE_EVENT
        and guess.found.length >= _SHORTEST_EVENT
        and guess.found.numbers < _SOME_DAYS
        and guess.found.answers < _SURE_DAYS
        and guess.found.days < _SOME_DAYS
    ]
    if not able:
        return guesses
    order = {meaning: -place for place, meaning in enumerate(_MAY_BE_EVENT)}
    named = [guess for guess in able if Meaning.EVENT in guess.scores]
    running = named or [guess for guess in able if guess.found.length >= _RUNNING_TEXT] or able
    best = max(
        running,
        key=lambda guess: (
            order[guess.meaning] if guess.meaning is not Meaning.OTHER else 1,
            guess.found.length * (_SAME_WORDS_AGAIN + guess.found.different) * guess.found.filled,
        ),
    )
    changed = best.as_(
        Meaning.EVENT,
        0.5,
        f"{best.named} holds the running text, and no other column says what happened",
    )
    return [changed if guess.index == best.index else guess for guess in guesses]


def _settle_single(guesses: list[_Guess], free: frozenset[int]) -> list[_Guess]:
    """Where two columns claim what only one can be, the surer keeps it and the other is kept as an extra."""
    best: dict[Meaning, _Guess] = {}
    for guess in guesses:
        held = best.get(guess.meaning)
        if held is None or guess.confidence > held.confidence:
            best[guess.meaning] = guess
    return [
        guess.as_(Meaning.OTHER, 0.4, f"{best[guess.meaning].named} is taken for this")
        if guess.meaning in _ONLY_ONE and guess.index in free and best[guess.meaning].index != guess.index
        else guess
        for guess in guesses
    ]
