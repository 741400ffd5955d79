"""Who acted, from the cells in which agencies name people: each name, and what the person is, as they wrote it (1.l).

people_in("A. Clover HV")                 -> [Said("A. Clover", "health visitor")]
people_in("Mrs Campion and Miss Vetch (TA)") -> [Said("Mrs Campion", ""), Said("Miss Vetch", "teaching assistant")]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ROLES = {
    "hv": "health visitor", "sw": "social worker", "sw1": "social worker", "ta": "teaching assistant",
    "gp": "general practitioner", "pc": "police constable", "wpc": "police constable", "dc": "detective constable",
    "ds": "detective sergeant", "di": "detective inspector", "ps": "police sergeant",
    "pcso": "community support officer", "sgt": "police sergeant",
    "insp": "police inspector", "enp": "emergency nurse practitioner", "rn": "nurse",
    "sn": "school nurse", "mw": "midwife", "cpn": "community psychiatric nurse", "po": "probation officer",
    "fsw": "family support worker", "dsl": "designated safeguarding lead", "ht": "head teacher",
    "iro": "independent reviewing officer", "sr": "ward sister", "dr": "doctor", "cp": "child protection officer",
}  # fmt: skip
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sr", "prof", "rev", "sister", "nurse"})
KEPT_IN_NAME = frozenset({"dr", "sr"})
NAMES_AT_MOST = 6
_APART = re.compile(r"\s*(?:[;\n/&]|\band\b)\s*")
_BRACKETS = re.compile(r"\s*\(([^()]{1,60})\)\s*")
_WORD = re.compile(r"[A-Z][A-Za-z'’-]+$")


@dataclass(frozen=True, slots=True)
class Said:
    """A name as it is written, and what the person is: in full words where the abbreviation is known."""

    name: str
    role: str


def people_in(cell: str) -> list[Said]:
    """The people whom a cell names, in its order; a cell that names nobody ("midwife", "staff") gives none."""
    return list(_people(cell))[:NAMES_AT_MOST]


def _people(cell: str) -> Iterator[Said]:
    for part in _APART.split(" ".join(cell.split())):
        bracketed = _BRACKETS.search(part)
        plain = _BRACKETS.sub(" ", part).strip(" .,-")
        first, _, rest = (piece.strip() for piece in plain.partition(","))
        role = _role(bracketed[1]) if bracketed else ""
        if rest and (rest[:1].islower() or rest.casefold() in ROLES):
            plain, role = first, role or _role(rest)
        elif rest:
            yield from _people(rest)
            plain = first
        found = _named(plain, role)
        if found:
            yield found


def _named(plain: str, role: str) -> Said | None:
    kept: list[str] = []
    for word in plain.split():
        key = word.rstrip(".").casefold()
        if key in ROLES and (word.rstrip(".").isupper() or key in KEPT_IN_NAME or word.istitle()):
            role = role or ROLES[key]
            if key not in KEPT_IN_NAME:
                continue
        elif word.isdigit():
            continue
        kept.append(word)
    own = [word for word in kept if word.rstrip(".").casefold() not in TITLES]
    if not any(_WORD.match(word) for word in own) or len(kept) > 5 or any(word[:1].islower() for word in own):
        return None
    return Said(" ".join(kept), role)


def _role(text: str) -> str:
    tidy = " ".join(text.split())
    return ROLES.get(tidy.casefold(), tidy)


def may_be_one(one: str, other: str) -> bool:
    """Whether two names may be one person's: one surname, and first names or initials that do not speak against it."""
    mine, theirs = _parts(one), _parts(other)
    if not mine or not theirs or mine[-1].casefold() != theirs[-1].casefold() or len(mine[-1]) < 3:
        return False
    return all(_fits(a, b) for a, b in zip(mine[:-1], theirs[:-1], strict=False))


def _fits(one: str, other: str) -> bool:
    short = min(len(one), len(other))
    return one[:short].casefold() == other[:short].casefold()


def _parts(name: str) -> list[str]:
    words = [word.rstrip(".") for word in name.split()]
    return [word for word in words if word and word.casefold() not in TITLES | ROLES.keys() and not word.isdigit()]
