"""Checks on who is in a row: initials, workers without a role, the child seen and heard, left out (12 to 16)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from threadline.domain.chronology.checks.cells import mark_of
from threadline.domain.chronology.checks.values import Finding, Line, Named, Rules, Setting
from threadline.domain.chronology.checks.wordings import has, quotes
from threadline.domain.chronology.entries import Meaning

_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){2,3}(?![\w.])")
_TITLES = ("Mr", "Mrs", "Ms", "Miss")
_NAME = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z][\w'-]+|[A-Z][a-z]+(?:[\s-][A-Z][a-z'-]+){1,2})\b")


def initials_only(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """12: a person named by initials: dotted ones, or two or three capitals that the register has for somebody."""
    short = tuple(text for person in setting.people for text in person.names if re.fullmatch(r"[A-Z]{2,3}", text))
    capitals = re.compile(rf"\b(?:{'|'.join(map(re.escape, short))})\b") if short else None
    for line in lines:
        found = _DOTTED.search(line.text) or (capitals.search(line.text) if capitals else None)
        if found:
            said = f"Who is “{found[0].strip()}”? A name or a role can be followed from agency to agency."
            yield Finding("initials-only", (line.id,), said, mark_of(line))


def worker_without_role(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """13: a worker named without saying what that person is."""
    for line in lines:
        told = line.said(Meaning.PROFESSIONAL)
        if told and _NAME.search(told) and not has(line.everything, rules.words["roles"]):
            said = f"What is the role of “{' '.join(told.split())[:80]}”?"
            yield Finding("worker-without-role", (line.id,), said, mark_of(line))


def child_seen(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """14: a visit or appointment that does not say whether the child was seen, or seen alone."""
    for line in lines:
        if is_visit(line, rules) and not says_seen(line, rules):
            said = "Was the child seen, and was the child seen alone?"
            yield Finding("child-seen", (line.id,), said, mark_of(line))


def child_voice(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """15: the child was seen, and nothing says what the child said, wanted or showed."""
    for line in lines:
        if (
            is_visit(line, rules)
            and says_seen(line, rules)
            and not denied(line, rules)
            and not hears_child(line, rules)
        ):
            said = "The child was seen. What did the child say, want or show?"
            yield Finding("child-voice", (line.id,), said, mark_of(line))


def child_left_out(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """16: a child of the review who is not mentioned for many rows."""
    most = rules.limits["child-left-out-rows"]
    for child in setting.children:
        names = names_of(child)
        since: list[Line] = []
        for line in [*lines, None]:
            if line is not None and not has(line.everything, names):
                since.append(line)
                continue
            if len(since) >= most:
                said = (
                    f"{len(since)} rows in a row do not mention {child.name}. Was there nothing to say of that child?"
                )
                yield Finding("child-left-out", (since[0].id, since[-1].id), said, f"{child.name}|{mark_of(since[0])}")
            since = []


def is_visit(line: Line, rules: Rules) -> bool:
    """Whether the row tells of a visit, appointment or meeting with the child that took place."""
    return has(line.text, rules.words["visits"]) and not has(line.text, rules.words["not-attended"])


def says_seen(line: Line, rules: Rules) -> bool:
    """Whether the row says if the child was seen."""
    return bool(line.said(Meaning.CHILD_SEEN)) or has(line.text, rules.words["seen"])


def denied(line: Line, rules: Rules) -> bool:
    """Whether the row says that the child was not seen."""
    column = line.said(Meaning.CHILD_SEEN).strip().casefold()
    return column in ("no", "n", "not seen", "none") or has(line.text, rules.words["not-seen"])


def hears_child(line: Line, rules: Rules) -> bool:
    """Whether the child's words, wishes or demeanour are in the row."""
    return bool(line.said(Meaning.VOICE)) or quotes(line.text) or has(line.text, rules.words["voice"])


def names_of(child: Named) -> tuple[str, ...]:
    """Every way of naming a child: the whole name, the first name, and what else the register has."""
    return tuple(dict.fromkeys([child.name, child.name.split()[0], *child.names]))


def known_words(people: Iterable[Named]) -> frozenset[str]:
    """Every word of every name in the register, in small letters."""
    return frozenset(part.casefold() for each in people for name in (each.name, *each.names) for part in name.split())


def unknown_names(text: str, known: frozenset[str], rules: Rules) -> tuple[str, ...]:
    """The names in a text, with a title or of two words, of which no word is among `known_words`."""
    return tuple(dict.fromkeys(name for name in _candidates(text, rules) if not known & _own_words(name)))


def _candidates(text: str, rules: Rules) -> Iterator[str]:
    for match in _NAME.finditer(text):
        own = _own_words(match[0])
        titled = len(own) < len(match[0].split())
        if (titled or len(own) > 1) and not has(match[0], rules.words["not-names"]):
            yield match[0]


def _own_words(name: str) -> frozenset[str]:
    bare = (re.sub(r"['’]s$", "", word) for word in name.split() if word.rstrip(".") not in _TITLES)
    return frozenset(word.casefold() for word in bare)
