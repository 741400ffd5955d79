"""What a corrected file changes: entries added, altered, gone, whatever rows were inserted above them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from threadline.domain.chronology.entries import Entry, Reading

_ALIKE = 0.6
_WORTH_COMPARING = 40


@dataclass(frozen=True, slots=True)
class Altered:
    """One entry before and after, and which parts differ: "date", "time", "description", "agency", a column's meaning,
    or "other" for columns that were not understood.
    """

    old: Entry
    new: Entry
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The differences between two readings. `unchanged` pairs may stand in other rows than before."""

    added: tuple[Entry, ...]
    altered: tuple[Altered, ...]
    gone: tuple[Entry, ...]
    unchanged: tuple[tuple[Entry, Entry], ...]


def compare(old: Reading, new: Reading) -> Changes:
    """Compare two readings of an agency's file.

    Entries are paired by what they say, not by row: first those that say the same, then same day and words, same
    words, then the same day with similar words, then the same row with similar words.
    """
    left, right = _Rest(old.entries), _Rest(new.entries)
    pairs = _pairs(left, right, _everything)
    unchanged = tuple(pairs)
    changed: list[tuple[Entry, Entry]] = []
    for key in (_day_and_words, _words):
        changed.extend(_pairs(left, right, key))
    changed.extend(_similar(left, right, _day))
    changed.extend(_similar(left, right, _row))
    altered = tuple(
        Altered(before, after, _differences(before, after))
        for before, after in sorted(changed, key=lambda pair: _where(right, pair[1]))
    )
    same = tuple((pair.old, pair.new) for pair in altered if not pair.fields)
    return Changes(
        added=tuple(right.remaining()),
        altered=tuple(pair for pair in altered if pair.fields),
        gone=tuple(left.remaining()),
        unchanged=(*unchanged, *same),
    )


class _Rest:
    """The entries of one reading that have found no partner yet, in their order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.open = dict.fromkeys(range(len(self.entries)))
        self.at = {id(entry): place for place, entry in enumerate(self.entries)}

    def remaining(self) -> list[Entry]:
        return [self.entries[place] for place in self.open]

    def take(self, place: int) -> Entry:
        del self.open[place]
        return self.entries[place]

    def by(self, key: Callable[[Entry], Hashable]) -> dict[Hashable, list[int]]:
        groups: dict[Hashable, list[int]] = defaultdict(list)
        for place in self.open:
            groups[key(self.entries[place])].append(place)
        return groups


def _where(rest: _Rest, entry: Entry) -> int:
    return rest.at[id(entry)]


def _pairs(left: _Rest, right: _Rest, key: Callable[[Entry], Hashable]) -> list[tuple[Entry, Entry]]:
    """Pair entries with equal keys in their order."""
    theirs = right.by(key)
    found = []
    for group, mine in left.by(key).items():
        for before, after in zip(mine, theirs.get(group, ()), strict=False):
            found.append((left.take(before), right.take(after)))
    return found


def _similar(left: _Rest, right: _Rest, key: Callable[[Entry], Hashable]) -> list[tuple[Entry, Entry]]:
    """Pair entries of one key whose words are alike, the most alike first."""
    theirs = right.by(key)
    found = []
    for group, mine in left.by(key).items():
        others = theirs.get(group, [])[:_WORTH_COMPARING]
        scored = sorted(
            (-_likeness(left.entries[one], right.entries[two]), one, two)
            for one in mine[:_WORTH_COMPARING]
            for two in others
        )
        for score, one, two in scored:
            if -score >= _ALIKE and one in left.open and two in right.open:
                found.append((left.take(one), right.take(two)))
    return found


def _likeness(one: Entry, two: Entry) -> float:
    matcher = SequenceMatcher(None, one.description, two.description, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _everything(entry: Entry) -> Hashable:
    return (
        entry.date_text,
        entry.time_text,
        entry.when.earliest,
        entry.when.latest,
        entry.description,
        entry.cells,
        entry.agency,
    )


def _day_and_words(entry: Entry) -> Hashable:
    return (entry.when.earliest, entry.when.latest, _plain(entry.description))


def _words(entry: Entry) -> Hashable:
    return _plain(entry.description)


def _day(entry: Entry) -> Hashable:
    return (entry.when.earliest, entry.when.latest, entry.date_text if entry.when.earliest is None else "")


def _row(entry: Entry) -> Hashable:
    return (entry.place.table, entry.place.row)


def _differences(old: Entry, new: Entry) -> tuple[str, ...]:
    """Name the parts that differ; a part that only moved to another column or row does not count."""
    parts = {
        "date": (old.when.earliest, old.when.latest, old.when.precision)
        != (new.when.earliest, new.when.latest, new.when.precision),
        "time": (old.when.time_from, old.when.time_to) != (new.when.time_from, new.when.time_to),
        "description": _plain(old.description) != _plain(new.description),
        "agency": old.agency != new.agency,
    }
    meanings = dict.fromkeys([meaning for meaning, _ in (*old.fields, *new.fields)])
    fields = {str(meaning): _plain(old.field(meaning)) != _plain(new.field(meaning)) for meaning in meanings}
    named = tuple(name for name, differs in (parts | fields).items() if differs)
    return named or (("other",) if _texts(old) != _texts(new) else ())


def _texts(entry: Entry) -> list[str]:
    return sorted(_plain(text) for _, text in entry.cells if text)
