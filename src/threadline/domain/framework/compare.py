"""What a board's own pack changes against its origin: wording, questions, limits, and what it loosens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any, Final

from threadline.domain.framework.pack import Pack


class Kind(StrEnum):
    """What a change touches."""

    REQUIREMENT = "requirement"
    LIMIT = "limit"
    QUESTION = "question"
    THRESHOLD = "threshold"
    HOLD = "hold"
    STAGE = "stage"
    TEMPLATE = "template"
    AGENDA = "agenda"
    WORDING = "wording"
    COVERAGE = "coverage"
    ABOUT = "about the pack"


_KINDS: Final[Mapping[str, Kind]] = {
    "about": Kind.ABOUT,
    "stages": Kind.STAGE,
    "requirements": Kind.REQUIREMENT,
    "independence": Kind.QUESTION,
    "saar_template": Kind.TEMPLATE,
    "report_template": Kind.TEMPLATE,
    "agendas": Kind.AGENDA,
    "timetable": Kind.LIMIT,
    "clocks": Kind.LIMIT,
    "limits": Kind.LIMIT,
    "threshold": Kind.THRESHOLD,
    "holds": Kind.HOLD,
    "notices": Kind.WORDING,
    "letters": Kind.WORDING,
    "glossary": Kind.WORDING,
    "chronologies": Kind.WORDING,
    "coverage": Kind.COVERAGE,
}
_NAMED_BY: Final = ("id", "section", "number", "word", "short", "meaning")
_WORDS: Final = frozenset({"says", "title", "asks", "body", "subject", "means", "words", "help", "prompt", "duty"})


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `where` is its path ("requirements 2.1.c says"); `before` or `after` is None where it is not.

    `loosens` is True where the copy asks for less: a must become a should, a row gone, a waiver added, a bar lifted.
    """

    kind: Kind
    where: str
    before: str | None
    after: str | None
    loosens: bool

    @property
    def sentence(self) -> str:
        """The change in words."""
        if self.before is None:
            return f"{self.where} is new: “{self.after}”."
        if self.after is None:
            return f"{self.where} is gone; it was “{self.before}”."
        return f"{self.where} was “{self.before}” and is now “{self.after}”."


def compare(origin: Pack, copy: Pack) -> tuple[Change, ...]:
    """Every difference of the copy from its origin, in the order of the pack's parts; none for the same method."""
    before, after = dict(_flat(origin)), dict(_flat(copy))
    keys = [*before, *(key for key in after if key not in before)]
    changed = [key for key in keys if before.get(key) != after.get(key)]
    order = list(_KINDS)
    changed.sort(key=lambda key: order.index(key[0]))
    return tuple(_change(key, before.get(key), after.get(key)) for key in changed)


Path = tuple[str, ...]


def _flat(value: Any, path: Path = ()) -> Iterable[tuple[Path, str]]:
    """Every value of a pack with its path, members of lists by their ids rather than their places."""
    if is_dataclass(value):
        for part in fields(value):
            if part.compare and part.name != "copied_from" and not (path and part.name in _NAMED_BY):
                yield from _flat(getattr(value, part.name), (*path, part.name))
    elif isinstance(value, tuple) and value and is_dataclass(value[0]):
        for item in value:
            yield from _flat(item, (*path, _name(item)))
    elif isinstance(value, tuple):
        yield path, ", ".join(map(str, value))
    else:
        yield path, ("no", "yes")[value] if isinstance(value, bool) else str(value)


def _name(item: Any) -> str:
    return next(str(getattr(item, key)) for key in _NAMED_BY if hasattr(item, key))


def _change(path: Path, before: str | None, after: str | None) -> Change:
    kind = _KINDS[path[0]]
    if path[-1] in _WORDS and kind not in (Kind.REQUIREMENT, Kind.QUESTION, Kind.THRESHOLD):
        kind = Kind.WORDING
    where = " ".join(part.replace("_", " ") for part in path)
    return Change(kind, where, before, after, _loosens(path, before, after))


def _loosens(path: Path, before: str | None, after: str | None) -> bool:
    part, field = path[0], path[-1]
    if after is None:
        return part in ("requirements", "clocks", "independence", "holds") and field in ("says", "duty", "asks")
    if field == "weight":
        return (before, after) == ("must", "should")
    if field in ("must", "bars", "bars_involved_agency", "unsure_counts_as_yes", "every_review_is_notifiable"):
        return (before, after) == ("yes", "no")
    if field == "pausable":
        return (before, after) == ("no", "yes")
    if field in ("waivable_by", "released_by"):
        return bool(_listed(after) - _listed(before))
    if field in ("blocks", "closes_on", "posts"):
        return bool(_listed(before) - _listed(after))
    return False


def _listed(words: str | None) -> frozenset[str]:
    return frozenset(filter(None, (words or "").split(", ")))
