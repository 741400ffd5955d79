"""The timetable at a glance: a lane a line, a mark a milestone, today and the six-month line; its words say the rest.

As the large picture, it carries no style and no script, and tells nothing by colour alone.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from threadline.domain.dates.working_days import in_words
from threadline.domain.timetable.picture import Line, clean, describe
from threadline.domain.timetable.plan import Plan, Planned
from threadline.domain.timetable.rows import TimetableRow, table_rows

_WIDTH: Final = 560
_LEFT: Final = 132
_RIGHT: Final = 16
_TOP: Final = 44
_ROW: Final = 24
_INK, _GREY, _GREEN, _RED, _PURPLE = "#0b0c0c", "#b1b4b6", "#00703c", "#d4351c", "#4c2c92"


def draw_small(
    plan: Plan, *, title: str, today: date, lines: Sequence[Line] = (), lanes: Mapping[str, str], prefix: str = "small"
) -> str:
    """The picture as SVG. A filled mark is done, a hollow one planned, one with a cross is overdue."""
    rows = table_rows(plan, today=today, first=None, lanes=lanes)
    days = [today, *(line.on for line in lines), *(row.on for row in rows if row.on)]
    start, span = min(days) - timedelta(14), max((max(days) - min(days)).days + 28, 1)
    root = Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "class": "timetable", "role": "img", "font-family": "arial, sans-serif",
        "aria-labelledby": f"{prefix}-title {prefix}-desc",
    })  # fmt: skip
    SubElement(root, "title", {"id": f"{prefix}-title"}).text = clean(title)
    SubElement(root, "desc", {"id": f"{prefix}-desc"}).text = clean(describe(rows, today, lines))

    def x(day: date) -> float:
        return round(_LEFT + (day - start).days * (_WIDTH - _LEFT - _RIGHT) / span, 1)

    there = [lane for lane in lanes.values() if any(row.lane == lane for row in rows)]
    bottom = _TOP + _ROW * len(there)
    for number, lane in enumerate(there):
        middle = _TOP + _ROW * number + _ROW // 2
        _words(root, lane, 0, middle + 5)
        SubElement(root, "path", {"d": f"M{_LEFT} {middle}H{_WIDTH - _RIGHT}", "stroke": _GREY})
        for row in rows:
            if row.lane == lane and row.on:
                _mark(root, row, plan.by_id[row.id], x(row.on), middle, today)
    for line, colour, y in [(Line(today, "Today"), _RED, 14), *((each, _PURPLE, 32) for each in lines)]:
        _across(root, line, x(line.on), colour, y, bottom)
    root.set("viewBox", f"0 0 {_WIDTH} {bottom + 6}")
    return tostring(root, encoding="unicode")


def _words(root: Element, words: str, x: float, y: float, *, anchor: str = "start", fill: str = _INK) -> None:
    at = {"x": f"{x:g}", "y": f"{y:g}", "fill": fill, "font-size": "14", "text-anchor": anchor}
    SubElement(root, "text", at).text = clean(words)


def _mark(root: Element, row: TimetableRow, entry: Planned, x: float, y: int, today: date) -> None:
    group = SubElement(root, "g", {"class": "timetable__row"})
    SubElement(group, "title").text = clean(f"{row.title}. {row.sentence}")
    if not entry.done and row.on and row.on < today:
        cross = f"M{x - 5:g} {y - 5}l10 10M{x - 5:g} {y + 5}l10 -10"
        SubElement(group, "path", {"d": cross, "stroke": _RED, "stroke-width": "3"})
        return
    fill = _GREEN if entry.done else "#ffffff"
    at = {"cx": f"{x:g}", "cy": f"{y}", "r": "5", "fill": fill, "stroke": fill if entry.done else _INK}
    SubElement(group, "circle", {**at, "stroke-width": "2"})


def _across(root: Element, line: Line, x: float, colour: str, y: int, bottom: int) -> None:
    dashes = "6 3" if line.words == "Today" else "2 3"
    at = {"d": f"M{x:g} {y + 4}V{bottom}", "stroke": colour, "stroke-width": "2", "stroke-dasharray": dashes}
    SubElement(root, "path", at)
    anchor = "end" if x > _WIDTH * 2 / 3 else "start"
    _words(root, f"{line.words}: {in_words(line.on)}", x, y, anchor=anchor, fill=colour)
