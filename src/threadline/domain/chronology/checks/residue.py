"""Checks on what identifies people: what is left in an anonymised file (26), and dates of birth that disagree (27)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from threadline.domain import dates
from threadline.domain.chronology.checks.cells import mark_of
from threadline.domain.chronology.checks.values import Finding, Line, Named, Rules, Setting
from threadline.domain.chronology.checks.wordings import found, pattern
from threadline.domain.dates.working_days import in_words

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b")
PHONE = re.compile(r"(?<!\d)(?:\+44\s?\(?0?\)?\s?|0)(?:\d[\s-]?){9,10}(?!\d)")
NHS_NUMBER = re.compile(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)")
_CODE = re.compile(r"\b(?:Child|Sibling|Subject|Adult|Mother|Father|Worker|Person|Professional)\s?(?:[A-H]|\d{1,2})\b")
_BORN = re.compile(
    r"(?:d\.?\s?o\.?\s?b\.?|born|date of birth)[\s:(]*(?:on\s)?([0-3]?\d[\s./-]\w{1,9}[\s./-]\d{2,4})", re.I
)


def identity_left(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """26: a file that uses codes for people, with a name, postcode, telephone or NHS number left in a row."""
    coded = sum(_CODE.search(line.text) is not None for line in lines)
    if coded < rules.limits["anonymised-rows"]:
        return
    names = tuple(text for person in setting.people for text in (person.name, *person.names) if _identifies(text))
    for line in lines:
        left = identifiers(line.everything) or found(line.everything, names)
        if left:
            said = f"The file uses codes for people, and this row still has “{left}”."
            yield Finding("identity-left", (line.id,), said, mark_of(line))


def _identifies(name: str) -> bool:
    return name[:1].isupper() and (len(name.split()) > 1 or len(name) > 4)


def identifiers(text: str) -> str:
    """The first postcode, telephone number or valid NHS number in a text; empty where there is none."""
    for each in (POSTCODE, PHONE):
        if match := each.search(text):
            return match[0].strip()
    return next((match[0] for match in NHS_NUMBER.finditer(text) if is_nhs_number(match[0])), "")


def is_nhs_number(text: str) -> bool:
    """Whether ten figures are an NHS number: the tenth is the check figure of the others."""
    figures = [int(each) for each in text if each.isdigit()]
    rest = 11 - sum(weight * figure for weight, figure in zip(range(10, 1, -1), figures, strict=False)) % 11
    return len(figures) == 10 and rest % 11 == figures[9]


def births_disagree(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """27: a child's date of birth given here is not the one in the register or in another agency's file."""
    for child in setting.children:
        given = dict(_births(child, setting))
        own = given.pop(setting.agency, None)
        rows = tuple(line.id for line in lines if _born(child, line.text))
        own = own or next((born for line in lines if (born := _born(child, line.text))), None)
        if own is None:
            continue
        others = [("The register", child.born)] if child.born else sorted(given.items())
        for who, born in others:
            if born != own and born is not None:
                said = (
                    f"{child.name}'s date of birth is given as {in_words(own)}. "
                    f"{who} has {in_words(born)}. Which is right?"
                )
                yield Finding("births-disagree", rows[:1], said, f"{child.name}|{own}|{born}")


def _births(child: Named, setting: Setting) -> Iterator[tuple[str, date]]:
    for header in setting.headers:
        born = _born(child, header.text)
        if born:
            yield header.agency, born


def _born(child: Named, text: str) -> date | None:
    """The date of birth that a text gives for a child: the first one shortly after the child's name."""
    names = (child.name, child.name.split()[0], *(name for name in child.names if name[:1].isupper()))
    for match in pattern(names).finditer(text):
        born = _BORN.search(text, match.end(), match.end() + 60)
        reading = dates.read(born[1]) if born else None
        if reading and reading.earliest and reading.earliest == reading.latest:
            return reading.earliest
    return None
