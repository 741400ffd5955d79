"""From the words of one heading to what the column may mean, each with how sure we are (0 to 1)."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.headings import AMBIGUOUS, PHRASES, WORDS

Scores = dict[Meaning, float]

_EXACT = 0.97
_PART = 0.85
_FUZZY = 0.84
_FUZZY_WORD = 0.7
_SLIP = 3
_MOST_WORDS = 8
_STOP = frozenset(("of", "the", "a", "an", "this", "your", "our", "any", "please"))
_DROPPED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_WORDS = re.compile(r"[^a-z0-9#]+")
_JOINTS = re.compile(r"\s*(?:/|&|\+|,|;|\n|\band\b|\bor\b|\s-\s|–|—)\s*", re.IGNORECASE)
_GUIDANCE = re.compile(r"\n|[(:?]|\s[-–—]\s|\.\s")
_LONGEST = 90


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a heading as its bare words: lower case, no punctuation, no "of" or "the", singular."""
    low = unicodedata.normalize("NFKC", text).casefold().replace("'", "").replace("’", "").replace("&", " and ")
    words = (word for word in _NOT_WORDS.split(low) if word and word not in _STOP)
    return " ".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _phrases() -> dict[str, Scores]:
    known: dict[str, Scores] = {}
    for meaning, text in PHRASES.items():
        for phrase in text.split(";"):
            known.setdefault(plain(phrase), {}).setdefault(meaning, _EXACT)
    known.update({plain(phrase): dict(scores) for phrase, scores in AMBIGUOUS.items()})
    known.pop("", None)
    return known


_KNOWN = _phrases()
_RULES = tuple(
    (frozenset(map(plain, every.split())), frozenset(map(plain, some.split())), meaning, score)
    for every, some, meaning, score in WORDS
)
_BY_LETTER: dict[str, list[str]] = {}
for _phrase in sorted(_KNOWN):
    _BY_LETTER.setdefault(_phrase[0], []).append(_phrase)


@lru_cache(maxsize=4096)
def _scores(heading: str) -> tuple[tuple[Meaning, float], ...]:
    if len(heading) > _LONGEST * 3:
        return ()
    joined = _combined(heading)
    if len(joined) > 1:
        return tuple(joined.items())
    whole, bare = plain(heading), plain(_DROPPED.sub(" ", heading))
    first = plain(_GUIDANCE.split(heading, maxsplit=1)[0])
    inside = plain(" ".join(_DROPPED.findall(heading)))
    for words in (whole, bare, first, inside):
        if words in _KNOWN:
            return tuple(_KNOWN[words].items())
    found = joined or _nearly(bare or whole) or _by_words(bare or whole)
    return tuple(found.items())


def meanings(heading: str) -> Scores:
    """Return what a column under this heading may mean, each with a confidence; empty when the words tell nothing."""
    return dict(_scores(heading))


@lru_cache(maxsize=4096)
def is_heading_word(text: str) -> bool:
    """True when the whole text is a known heading, or joins known ones ("Date/Time"); what follows a colon does not
    count as guidance.
    """
    if len(text) > _LONGEST:
        return False
    return plain(text) in _KNOWN or plain(_DROPPED.sub(" ", text)) in _KNOWN or bool(_combined(text))


def _combined(heading: str) -> Scores:
    """Read "Action & outcome", "Contact / event", "Date/Time" as their parts; empty when a part is not known."""
    parts = [plain(_DROPPED.sub(" ", part)) for part in _JOINTS.split(heading)]
    parts = [part for part in parts if part]
    if len(parts) < 2 or any(part not in _KNOWN for part in parts):
        return {}
    best = [max(_KNOWN[part].items(), key=lambda pair: pair[1])[0] for part in parts]
    if best[0] in _WHEN and Meaning.EVENT in best:
        return {best[0]: _PART} if " " in parts[0] else {Meaning.EVENT: _PART - 0.05, best[0]: _PART - 0.1}
    return {_joined(best): _PART}


_WHEN = frozenset({Meaning.DATE, Meaning.DATE_TIME, Meaning.TIME, Meaning.RECORDED, Meaning.END_DATE, Meaning.END_TIME})
_TOGETHER: tuple[tuple[frozenset[Meaning], Meaning], ...] = (
    (frozenset({Meaning.DATE, Meaning.TIME}), Meaning.DATE_TIME),
    (frozenset({Meaning.RECORDED, Meaning.TIME}), Meaning.RECORDED),
    (frozenset({Meaning.DATE, Meaning.END_DATE}), Meaning.DATE),
    (frozenset({Meaning.TIME, Meaning.END_TIME}), Meaning.TIME),
    (frozenset({Meaning.AGENCY, Meaning.SOURCE}), Meaning.SOURCE),
    (frozenset({Meaning.KIND, Meaning.EVENT}), Meaning.EVENT),
)


def _joined(parts: Iterable[Meaning]) -> Meaning:
    """Choose one meaning for a heading that names several: the event if it is among them, else the first named."""
    named = tuple(parts)
    kinds = frozenset(named)
    if len(kinds) == 1:
        return named[0]
    for together, meaning in _TOGETHER:
        if kinds <= together:
            return meaning
    if {Meaning.DATE, Meaning.TIME} <= kinds:
        return Meaning.DATE_TIME
    return Meaning.EVENT if Meaning.EVENT in kinds else named[0]


def _nearly(words: str) -> Scores:
    """Forgive spelling: the nearest known heading of five letters or more, when it is near enough."""
    if len(words) < 5:
        return _transposed(words)
    alike = [phrase for phrase in _BY_LETTER.get(words[0], ()) if abs(len(phrase) - len(words)) <= _SLIP]
    near = difflib.get_close_matches(words, alike, n=1, cutoff=_FUZZY)
    if not near or not _word_by_word(words, near[0]):
        return {}
    ratio = difflib.SequenceMatcher(None, words, near[0], autojunk=False).ratio()
    return {meaning: round(score * ratio * 0.9, 3) for meaning, score in _KNOWN[near[0]].items()}


def _word_by_word(words: str, known: str) -> bool:
    """True when each word is near its counterpart: "contact note" is not a misspelt "contact no"."""
    pairs = list(zip(words.split(), known.split(), strict=False))
    same_count = len(words.split()) == len(known.split())
    near = all(difflib.SequenceMatcher(None, one, two, autojunk=False).ratio() >= _FUZZY_WORD for one, two in pairs)
    return same_count and near


def _transposed(words: str) -> Scores:
    """Read a short word with two neighbouring letters exchanged ("Dtae", "Tmie")."""
    for at in range(len(words) - 1):
        swapped = words[:at] + words[at + 1] + words[at] + words[at + 2 :]
        if len(words) > 3 and swapped in _KNOWN:
            return {meaning: round(score * 0.85, 3) for meaning, score in _KNOWN[swapped].items()}
    return {}


def _by_words(words: str) -> Scores:
    """Fall back on single telling words, the first rule that fits; a sentence is not a heading and tells nothing."""
    if len(words) > _LONGEST:
        return {}
    present = frozenset(words.split())
    if len(present) > _MOST_WORDS:
        return {}
    for every, some, meaning, score in _RULES:
        if every <= present and (not some or some & present):
            return {meaning: score}
    return {}
