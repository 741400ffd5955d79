"""What no single file shows: circles, gaps in the coverage, limits the wrong way round, what leads nowhere."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Final

from threadline.domain.framework.fields import Book
from threadline.domain.framework.load.method import SECTION
from threadline.domain.framework.pack import Pack
from threadline.domain.framework.problems import Place
from threadline.domain.framework.registry import RESULTS

NEEDED_LIMITS: Final = {
    "period_recommended": "months", "period_exceptional": "months", "further_panel_meetings": "meetings",
}  # fmt: skip


def crosscheck(pack: Pack, book: Book) -> None:
    """Report what is wrong with the pack as a whole."""
    _circle(book, "stage", {stage.id: stage.after for stage in pack.stages})
    waits = {m.id: (*m.after, m.before) if m.before else m.after for m in pack.timetable.milestones}
    _circle(book, "milestone", waits)
    _closing(pack, book)
    _limits(pack, book)
    _threshold(pack, book)
    _posts(pack, book)
    _coverage(pack, book)


def _circle(book: Book, kind: str, waits: Mapping[str, Iterable[str]]) -> None:
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as fault:
        names: list[str] = fault.args[1]
        chain = " → ".join(reversed(names))
        book.report(book.place_of(kind, names[0]), f"these {kind}s wait for each other: {chain}. Break the circle")


def _closing(pack: Pack, book: Book) -> None:
    stage_of = {requirement.id: requirement.stage for requirement in pack.requirements}
    for stage in pack.stages:
        for name in stage.closes_on:
            if stage_of.get(name, stage.id) != stage.id:
                message = (
                    f"stage “{stage.id}” closes on {name}, which belongs to “{stage_of[name]}”: name one of its own"
                )
                book.report(book.place_of("stage", stage.id), message)


def _limits(pack: Pack, book: Book) -> None:
    amounts = {limit.id: limit.amount for limit in pack.limits}
    units = {limit.id: limit.unit for limit in pack.limits}
    for name, unit in NEEDED_LIMITS.items():
        if pack.limits and name not in amounts:
            book.report(Place("limits.yaml"), f"has no limit “{name}”, which the service needs: add it")
        elif units.get(name, unit) not in ("", unit):
            book.report(book.place_of("limit", name), f"“{name}” is counted in {unit}: write {unit}")
    if amounts.get("period_exceptional", 0) < amounts.get("period_recommended", 0):
        message = "the exceptional period is shorter than the recommended one: correct one of them"
        book.report(book.place_of("limit", "period_exceptional"), message)


def _threshold(pack: Pack, book: Book) -> None:
    used = {limb for ground in (*pack.threshold.grounds, *pack.threshold.triggers) for limb in ground.limbs}
    for limb in pack.threshold.limbs:
        if limb.id not in used:
            book.report(
                book.place_of("limb", limb.id), f"no ground or trigger rests on “{limb.id}”: use it or delete it"
            )
    open_when = {result for option in pack.threshold.options for result in option.allowed_when}
    for result in RESULTS:
        if pack.threshold.options and result not in open_when:
            message = f"leaves the Chair nothing to decide when the test is “{result}”: allow an option then"
            book.report(Place("threshold.yaml"), message)


def _posts(pack: Pack, book: Book) -> None:
    asked = {post for question in pack.independence.questions for post in question.posts}
    for post in pack.independence.posts:
        if post.id not in asked:
            message = f"the post “{post.id}” is asked no question: name it in the posts of at least one"
            book.report(book.place_of("post", post.id), message)


def _coverage(pack: Pack, book: Book) -> None:
    covered = {section.section for section in pack.coverage}
    for section in pack.about.sections:
        if pack.coverage and section.id not in covered:
            message = f"section {section.id} of the source is in no row of coverage.yaml: cover it, or say why not"
            book.report(book.place_of(SECTION, section.id), message)
    rested = {name for section in pack.coverage for sentence in section.sentences for name in sentence.covered_by}
    sections = {section.id for section in pack.about.sections}
    for requirement in pack.requirements:
        if pack.coverage and requirement.source in sections and requirement.id not in rested:
            message = f"requirement {requirement.id} rests on no sentence of the source: name it in coverage.yaml"
            book.report(book.place_of("requirement", requirement.id), message)
