"""The templates, the agendas, the notices and the letters."""

import re
from pathlib import PurePosixPath
from typing import Final

from threadline.domain.framework.fields import Book, Row, each
from threadline.domain.framework.load.method import SOURCE
from threadline.domain.framework.pack import (
    Agenda,
    AgendaItem,
    Decision,
    Factor,
    Prompt,
    PromptKind,
    Template,
    TemplateSection,
    Wording,
)
from threadline.domain.framework.problems import Place, did_you_mean
from threadline.domain.framework.registry import LETTER_PLACEHOLDERS, NOTICE_PLACEHOLDERS, PAPERS
from threadline.domain.framework.yaml_tree import Report, parse

_BRACES: Final = re.compile(r"\{\{(.*?)\}\}|\{\{|\}\}")
_FENCE: Final = "---"


def template(row: Row, name: str) -> Template:
    """saar-template.yaml or report-template.yaml; `name` keeps their ids apart."""
    row.book.define("template", name, row.place)
    found = Template(
        id=name,
        title=row.text("title"),
        sections=each(row.rows("sections", "section"), lambda section: _template_section(section, name)),
        factors=each(row.rows("factors", "factor", required=False), _factor),
    )
    row.close()
    return found


def _template_section(row: Row, name: str) -> TemplateSection:
    return TemplateSection(
        id=row.identifier(f"section of the {name} template"),
        title=row.text("title"),
        says=row.text("says"),
        source=row.refer("source", SOURCE),
        serves=row.refers("serves", "requirement"),
        prompts=each(row.rows("prompts", "prompt"), lambda prompt: _prompt(prompt, name)),
    )


def _prompt(row: Row, name: str) -> Prompt:
    return Prompt(
        id=row.identifier(f"prompt of the {name} template"),
        asks=row.text("asks"),
        kind=row.choice("kind", PromptKind, default=PromptKind.TEXT),
        linked_to_events=row.yes_no("linked_to_events", default=False),
    )


def _factor(row: Row) -> Factor:
    return Factor(row.identifier("factor"), row.text("title"), row.text("prompt"), row.yes_no("systemic"))


def agenda(row: Row, file: str) -> Agenda:
    """One file of agendas/; its id is the file's name."""
    name = PurePosixPath(file).stem
    row.book.define("agenda", name, Place(file))
    found = Agenda(
        id=name,
        title=row.text("title"),
        stage=row.refer("stage", "stage"),
        chaired_by=row.role("chaired_by"),
        source=row.refer("source", SOURCE),
        items=each(row.rows("items", "item"), _item),
    )
    row.close()
    return found


def _item(row: Row) -> AgendaItem:
    return AgendaItem(
        id=row.identifier("item of an agenda"),
        title=row.text("title"),
        says=row.text("says"),
        papers=row.all_known("papers", PAPERS, "a paper the service can bring", required=False),
        decisions=each(row.rows("decisions", "decision", required=False), _decision),
    )


def _decision(row: Row) -> Decision:
    return Decision(row.identifier("decision"), row.text("words"), row.refer("requirement", "requirement"))


def wording(file: str, text: str, part: str, book: Book) -> Wording | None:
    """One file of notices/ or letters/: its head between two lines of ---, then its text. None where it has no head.

    A notice goes by e-mail, so only placeholders that name nobody in the case may stand in it.
    """
    lines, report = text.split("\n"), book.report
    if lines[0].strip() != _FENCE or _FENCE not in (line.strip() for line in lines[1:]):
        report(Place(file, 1), "has no head: start with a line of ---, title, subject and to, and another line of ---")
        return None
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == _FENCE)
    head = parse(file, "\n".join(lines[1:end]), report, first_line=2)
    if head is None:
        return None
    row = Row(head, file, book)
    name = PurePosixPath(file).stem
    book.define("notice" if part == "notices" else "letter", name, Place(file))
    body = "\n".join(lines[end + 1 :]).strip()
    if not body:
        report(Place(file, end + 1), "has no text below its head: write it")
    known = NOTICE_PLACEHOLDERS if part == "notices" else LETTER_PLACEHOLDERS
    subject = row.text("subject")
    used = [
        *_placeholders(file, [(row.place_at("subject").line, subject)], known, report),
        *_placeholders(file, list(enumerate(lines[end + 1 :], end + 2)), known, report),
    ]
    found = Wording(name, row.text("title"), subject, row.roles("to"), body, tuple(dict.fromkeys(used)))
    row.close()
    return found


def _placeholders(file: str, lines: list[tuple[int, str]], known: frozenset[str], report: Report) -> list[str]:
    found = []
    for number, line in lines:
        for match in _BRACES.finditer(line):
            name = (match[1] or "").strip()
            if match[1] is None:
                report(Place(file, number), "has a bracket without its pair: write {{ name }} on one line")
            elif name not in known:
                hint = did_you_mean(name, known)
                report(Place(file, number), f"“{name}” cannot stand here: use one of {', '.join(sorted(known))}.{hint}")
            else:
                found.append(name)
    return found
