"""Stage a synthetic case: happenings, each told by several agencies in their own words, with the truth kept.

Nobody in these cases exists. A script says what can happen, who tells it and how long they take; `stage` draws one case
from it with a seed: which agencies tell each happening, the date each puts on it, what each calls people, who logs it
twice, whose account clashes, and the ordinary business of each agency, much of it on the same days.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Any


@dataclass(frozen=True)
class Telling:
    """How one agency writes a happening: several wordings, and how many days after it the record is dated."""

    agency: str
    texts: tuple[str, ...]
    lag: tuple[int, int] = (0, 0)
    chance: float = 0.8


@dataclass(frozen=True)
class Happening:
    """One kind of event. `facts` maps a slot to its possible values, `clash` a slot to the field it contradicts in."""

    kind: str
    tellings: tuple[Telling, ...]
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    clash: Mapping[str, str] = field(default_factory=dict)
    count: int = 3
    meeting: bool = False
    hours: tuple[int, int] = (9, 17)


@dataclass(frozen=True)
class Script:
    """A case to be drawn: agencies (key to name and file), what each calls people, phrases of slots, "
    "happenings, routine."""

    name: str
    first: date
    days: int
    agencies: Mapping[str, str]
    people: Mapping[str, Mapping[str, tuple[str, ...]]]
    phrases: Mapping[str, Mapping[str, tuple[str, ...]]]
    happenings: tuple[Happening, ...]
    routine: Mapping[str, tuple[str, ...]]
    routine_each: int = 14


@dataclass(frozen=True)
class Staged:
    """The entries as a merge would hand them on, with the links and contradictions that are true of them."""

    entries: tuple[dict[str, Any], ...]
    links: frozenset[frozenset[str]]
    contradictions: frozenset[tuple[frozenset[str], str]]


class _Stage:
    def __init__(self, script: Script, seed: int) -> None:
        self.script, self.rng = script, random.Random(f"{script.name}-{seed}")
        self.entries: list[dict[str, Any]] = []
        self.links: set[frozenset[str]] = set()
        self.clashes: set[tuple[frozenset[str], str]] = set()
        self.busy: list[date] = []

    def words(self, text: str, agency: str, facts: Mapping[str, str]) -> str:
        def fill(match: re.Match[str]) -> str:
            slot = match.group(1)
            if slot in facts:
                return self.rng.choice(self.script.phrases.get(slot, {}).get(facts[slot], (facts[slot],)))
            if slot in self.script.people:
                called = self.script.people[slot]
                return self.rng.choice(called.get(agency, called["any"]))
            return str(self.rng.randint(2, 60)) if slot == "n" else self.rng.choice(("Monday", "Tuesday", "Thursday"))

        said = re.sub(r"\{(\w+)\}", fill, text)
        return re.sub(r"(^|[.!?]\s+)([a-z])", lambda m: m.group(1) + m.group(2).upper(), said)

    def write(self, agency: str, day: date, at: int | None, text: str) -> str:
        number = len(self.entries)
        first, last, shown, precision = self.dated(day)
        self.entries.append(
            {
                "id": f"{agency}-{number:05d}",
                "file": f"{agency}.docx",
                "table": 0,
                "row": number + 2,
                "agency": self.script.agencies[agency],
                "date_text": shown,
                "earliest": first.isoformat(),
                "latest": last.isoformat(),
                "time": None if at is None else f"{at // 60:02d}:{at % 60:02d}",
                "precision": precision,
                "description": text,
                "fields": {},
            }
        )
        return str(self.entries[-1]["id"])

    def dated(self, day: date) -> tuple[date, date, str, str]:
        chance = self.rng.random()
        if chance < 0.02:
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6), f"w/c {monday:%d.%m.%y}", "week"
        if chance < 0.04:
            end = day + timedelta(days=self.rng.randint(1, 3))
            return day, end, f"{day:%d/%m/%Y} to {end:%d/%m/%Y}", "range"
        return day, day, f"{day:%d/%m/%Y}", "exact"

    def play(self, happening: Happening, day: date) -> None:
        facts = {slot: self.rng.choice(values) for slot, values in happening.facts.items()}
        hour = self.rng.randint(*happening.hours) * 60 + self.rng.choice((0, 5, 10, 15, 20, 30, 40, 45))
        told: list[tuple[str, dict[str, str], str]] = []
        for telling in happening.tellings:
            if self.rng.random() < telling.chance:
                for _ in range(2 if self.rng.random() < 0.07 else 1):
                    told.append(self.tell(telling, happening, day, hour, facts))
        for a, b in combinations(told, 2):
            pair = frozenset((a[0], b[0]))
            self.links.add(pair)
            for slot, meant in happening.clash.items():
                if f"{{{slot}}}" in a[2] and f"{{{slot}}}" in b[2] and a[1][slot] != b[1][slot]:
                    self.clashes.add((pair, meant))

    def tell(
        self, telling: Telling, happening: Happening, day: date, hour: int, facts: Mapping[str, str]
    ) -> tuple[str, dict[str, str], str]:
        own = dict(facts)
        for slot in happening.clash:
            if self.rng.random() < 0.3:
                own[slot] = self.rng.choice(happening.facts[slot])
        template = self.rng.choice(telling.texts)
        when = day + timedelta(days=self.rng.randint(*telling.lag))
        if when.weekday() > 4 and telling.lag[1] > 0 and self.rng.random() < 0.7:
            when += timedelta(days=7 - when.weekday())
        at = None
        if self.rng.random() < 0.45:
            at = hour + self.rng.choice((0, 0, 5, 10, 15)) if happening.meeting else self.rng.randint(8, 18) * 60
        text = self.words(template, telling.agency, own)
        return self.write(telling.agency, when, at, text), own, template

    def ordinary(self) -> None:
        for agency, texts in self.script.routine.items():
            for _ in range(self.script.routine_each):
                day = self.rng.choice(self.busy) if self.rng.random() < 0.35 else self.day()
                at = self.rng.randint(8, 17) * 60 if self.rng.random() < 0.4 else None
                self.write(agency, day, at, self.words(self.rng.choice(texts), agency, {}))

    def day(self) -> date:
        return self.script.first + timedelta(days=self.rng.randrange(self.script.days))


def stage(script: Script, seed: int = 1) -> Staged:
    """Draw one case from a script; the same script and seed always give the same case."""
    drawn = _Stage(script, seed)
    for happening in script.happenings:
        for _ in range(happening.count):
            day = drawn.day()
            drawn.busy.append(day)
            drawn.play(happening, day)
    drawn.ordinary()
    return Staged(tuple(drawn.entries), frozenset(drawn.links), frozenset(drawn.clashes))


def score(staged: Staged, links: Sequence[tuple[str, str, Sequence[str]]]) -> dict[str, float]:
    """Pairwise precision and recall of links, and of (pair, field) contradictions, as fractions of 1."""
    given = {frozenset(link[:2]) for link in links}
    fields = {(frozenset(link[:2]), name) for link in links for name in link[2]}
    hit, known = given & staged.links, fields & staged.contradictions
    return {
        "precision": len(hit) / len(given) if given else 0.0,
        "recall": len(hit) / len(staged.links),
        "contradiction_precision": len(known) / len(fields) if fields else 0.0,
        "contradiction_recall": len(known) / len(staged.contradictions) if staged.contradictions else 1.0,
    }
