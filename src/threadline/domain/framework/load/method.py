"""pack.yaml, stages.yaml, requirements.yaml, limits.yaml, glossary.yaml and coverage.yaml."""

import re
from typing import Final

from threadline.domain.framework.fields import ROLE_NAME, Book, Row, each
from threadline.domain.framework.pack import (
    About,
    Concerns,
    Glossary,
    Limit,
    Origin,
    OtherSource,
    Requirement,
    RoleName,
    Section,
    SectionCoverage,
    Sentence,
    Stage,
    Term,
    Weight,
)
from threadline.domain.framework.registry import ACTS, LIMIT_UNITS, ROLES, check_name_fault

SOURCE: Final = "section or source"
SECTION: Final = "section of the source"
_VERSION: Final = re.compile(r"\d+(\.\d+){0,3}")
_DIGEST: Final = re.compile(r"sha256:[0-9a-f]{64}")


def about(row: Row) -> About:
    """pack.yaml: the pack and its source document."""
    origin = row.row("copied_from", "copied_from", required=False)
    found = About(
        id=row.identifier("pack"),
        title=row.text("title"),
        issuing_body=row.text("issuing_body"),
        version=_patterned(row, "version", _VERSION, "figures and dots, such as 1.0"),
        document=row.text("document"),
        attribution=row.text("attribution"),
        sections=each(row.rows("sections", "section"), _section),
        sources=each(row.rows("sources", "source", required=False), _source),
        copied_from=_origin(origin) if origin else None,
    )
    if found.copied_from and found.copied_from.id == found.id:
        row.book.report(row.place_at("id"), "a copied pack needs an id of its own: change it, and keep copied_from")
    return found


def _patterned(row: Row, key: str, pattern: re.Pattern[str], form: str) -> str:
    words = row.text(key)
    if words and not pattern.fullmatch(words):
        row.book.report(row.place_at(key), f"“{key}” of {row.what} is “{words}”: write {form}")
    return words


def _origin(row: Row) -> Origin:
    form = "sha256: and 64 figures, as “framework list” prints it"
    found = Origin(row.text("id"), row.text("version"), _patterned(row, "digest", _DIGEST, form))
    row.close()
    return found


def _section(row: Row) -> Section:
    name = row.identifier(SECTION)
    row.book.define(SOURCE, name, row.place_at("id"))
    return Section(name, row.text("title"))


def _source(row: Row) -> OtherSource:
    return OtherSource(row.identifier(SOURCE), row.text("title"))


def stages(row: Row) -> tuple[Stage, ...]:
    """stages.yaml."""
    found = each(row.rows("stages", "stage"), _stage)
    row.close()
    return found


def _stage(row: Row) -> Stage:
    return Stage(
        id=row.identifier("stage"),
        title=row.text("title"),
        after=row.refers("after", "stage", required=False),
        opens=row.text("opens"),
        closes=row.text("closes"),
        closes_on=row.refers("closes_on", "requirement"),
    )


def requirements(row: Row) -> tuple[Requirement, ...]:
    """requirements.yaml."""
    found = each(row.rows("requirements", "requirement"), _requirement)
    row.close()
    return found


def _requirement(row: Row) -> Requirement:
    name = row.identifier("requirement")
    row.what = f"requirement {name}" if name else row.what
    check = row.text("check")
    fault = check_name_fault(check) if check else ""
    if fault:
        row.book.report(row.place_at("check"), fault)
    return Requirement(
        id=name,
        says=row.text("says"),
        source=row.refer("source", SOURCE),
        weight=row.choice("weight", Weight),
        concerns=row.choice("concerns", Concerns, default=Concerns.REVIEW),
        stage=row.refer("stage", "stage"),
        role=row.role("role"),
        check=check,
        by=row.refer("by", "milestone", required=False),
        acts=row.all_known("acts", ACTS, "an act that a hold can stop", required=False),
        waivable_by=row.roles("waivable_by", required=False),
    )


def limits(row: Row) -> tuple[Limit, ...]:
    """limits.yaml."""
    found = each(row.rows("limits", "limit"), _limit)
    row.close()
    return found


def _limit(row: Row) -> Limit:
    return Limit(
        id=row.identifier("limit"),
        says=row.text("says"),
        amount=row.number("amount", 0, 1000),
        unit=row.known("unit", LIMIT_UNITS, "a unit of a limit"),
        weight=row.choice("weight", Weight),
        source=row.refer("source", SOURCE),
        doubt=row.text("doubt", required=False),
    )


def glossary(row: Row) -> Glossary:
    """glossary.yaml."""
    found = Glossary(each(row.rows("roles", "role"), _role_name), each(row.rows("terms", "term"), _term))
    row.close()
    return found


def _role_name(row: Row) -> RoleName:
    name = row.known("id", ROLES, "a role")
    if name in ROLES:
        row.book.define(ROLE_NAME, name, row.place_at("id"))
    return RoleName(name, row.text("title"))


def _term(row: Row) -> Term:
    word = row.text("word")
    row.book.define("word of the glossary", word, row.place_at("word"))
    return Term(word, row.text("means"))


def coverage(row: Row) -> tuple[SectionCoverage, ...]:
    """coverage.yaml."""
    found = each(row.rows("coverage", "section"), _covered_section)
    row.close()
    return found


def _covered_section(row: Row) -> SectionCoverage:
    name = row.refer("section", SECTION)
    row.book.define("section of coverage.yaml", name, row.place_at("section"))
    rows = row.rows("sentences", "sentence", required=not row.has("not_enforceable"))
    reason = row.text("not_enforceable", required=False)
    if rows and reason:
        row.book.report(
            row.place_at("not_enforceable"), f"section {name} has sentences and a reason for none: keep one"
        )
    return SectionCoverage(name, _sentences(rows, row.book), reason)


def _sentences(rows: list[Row], book: Book) -> tuple[Sentence, ...]:
    found = each(rows, _sentence)
    for place, (row, sentence) in enumerate(zip(rows, found, strict=True), 1):
        if sentence.number != place:
            book.report(row.place_at("number"), f"this is sentence {place} of its section: number them 1, 2, 3 …")
    return found


def _sentence(row: Row) -> Sentence:
    found = Sentence(
        number=row.number("number", 1, 999),
        gist=row.text("gist"),
        covered_by=row.refers("covered_by", "requirement", required=False),
        not_enforceable=row.text("not_enforceable", required=False),
    )
    if bool(found.covered_by) == bool(found.not_enforceable):
        message = f"sentence {found.number} needs either covered_by or not_enforceable, and not both"
        row.book.report(row.place, message)
    return found
