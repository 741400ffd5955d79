"""The timetable as a picture: an SVG of milestones on lanes, with today, the six-month line and the slack (2.3.g).

Every text is escaped by the XML serialiser. There is no style attribute, style element or script in it, so it stands
under a content security policy that allows neither; classes and presentation attributes carry the looks. Nothing is
told by colour alone: shapes and words say it too, and `rows` holds the same facts as a table.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from threadline.domain.dates.working_days import add_months, count, in_words
from threadline.domain.timetable.milestones import waits_for
from threadline.domain.timetable.plan import Plan, Planned
from threadline.domain.timetable.rows import TimetableRow, table_rows

_LEFT: Final = 300
_WIDTH: Final = 1000
_RIGHT: Final = 24
_TOP: Final = 56
_ROW: Final = 26
_LETTERS: Final = 40
_INK, _GREY, _BLUE, _GREEN, _RED, _PURPLE = "#0b0c0c", "#505a5f", "#1d70b8", "#00703c", "#d4351c", "#4c2c92"
_NOT_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line across the picture: a day and its words, for example "Six months"."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The SVG, its title and description in words, and the table that says the same."""

    svg: str
    title: str
    description: str
    rows: tuple[TimetableRow, ...]


@dataclass(slots=True)
class _Canvas:
    """The drawing under way: where days fall, and the height used so far."""

    start: date
    span: int
    prefix: str
    root: Element
    y: int = _TOP

    def x(self, day: date) -> float:
        return round(_LEFT + (day - self.start).days * (_WIDTH - _LEFT - _RIGHT) / self.span, 1)

    def text(self, parent: Element, words: str, x: float, y: float, **attributes: str) -> Element:
        at = {"x": f"{x:g}", "y": f"{y:g}", "fill": _INK, "font-size": "14", **_dashed(attributes)}
        element = SubElement(parent, "text", at)
        element.text = clean(words)
        return element


def draw(
    plan: Plan,
    *,
    title: str,
    today: date,
    first: Plan | None = None,
    lines: Sequence[Line] = (),
    lanes: Mapping[str, str] | None = None,
    prefix: str = "timetable",
) -> Picture:
    """Draw the plan.

    `first` is the plan first agreed: where a milestone has drifted, its first day is shown hollow. `lanes` gives the
    lanes' order and titles. `prefix` keeps the ids apart where a page holds several pictures; ValueError where it is no
    plain id.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"“{prefix}” cannot be an id. Use letters, figures and hyphens, a letter first.")
    rows = table_rows(plan, today=today, first=first, lanes=lanes or {})
    words = describe(rows, today, lines)
    canvas = _canvas(plan, rows, today, lines, prefix)
    _heading(canvas.root, title, words, prefix)
    grid = SubElement(canvas.root, "g", {"class": "timetable__grid"})
    _lanes(canvas, plan, rows)
    _months(canvas, grid)
    _vertical(canvas, Line(today, "Today"), _RED, 16, "timetable__today")
    for line in lines:
        _vertical(canvas, line, _PURPLE, 32, "timetable__line")
    _legend(canvas)
    canvas.root.set("viewBox", f"0 0 {_WIDTH} {canvas.y}")
    return Picture(tostring(canvas.root, encoding="unicode"), title, words, rows)


def _canvas(plan: Plan, rows: Sequence[TimetableRow], today: date, lines: Sequence[Line], prefix: str) -> _Canvas:
    days = [today, *plan.dates().values(), *(row.first for row in rows if row.first), *(line.on for line in lines)]
    spread = (max(days) - min(days)).days
    start, end = min(days) - timedelta(max(7, spread // 40)), max(days) + timedelta(max(35, spread // 10))
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "timetable",
        "role": "img",
        "aria-labelledby": f"{prefix}-title {prefix}-desc",
        "font-family": "arial, sans-serif",
    }
    return _Canvas(start, (end - start).days, prefix, Element("svg", attributes))


def _heading(root: Element, title: str, words: str, prefix: str) -> None:
    SubElement(root, "title", {"id": f"{prefix}-title"}).text = clean(title)
    SubElement(root, "desc", {"id": f"{prefix}-desc"}).text = clean(words)
    hatch = {"id": f"{prefix}-slack", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}
    pattern = SubElement(SubElement(root, "defs"), "pattern", hatch)
    SubElement(pattern, "path", {"d": "M0 6L6 0", "stroke": _GREY, "stroke-width": "1.5"})


def _lanes(canvas: _Canvas, plan: Plan, rows: Sequence[TimetableRow]) -> None:
    lane = None
    for row in rows:
        if row.lane != lane:
            lane = row.lane
            canvas.y += _ROW
            canvas.text(canvas.root, _short(lane), 8, canvas.y - 8, font_weight="bold", class_="timetable__lane")
        _milestone(canvas, plan, row)


def _milestone(canvas: _Canvas, plan: Plan, row: TimetableRow) -> None:
    entry = plan.by_id[row.id]
    group = SubElement(canvas.root, "g", {"class": "timetable__row"})
    SubElement(group, "title").text = clean(f"{row.title}. {row.sentence}")
    middle = canvas.y + _ROW // 2
    canvas.text(group, _short(row.title), 16, middle + 5)
    if row.on is None:
        canvas.text(group, "No date yet", _LEFT + 8, middle + 5, fill=_GREY, font_style="italic")
    else:
        _bar(canvas, group, plan, entry, middle)
        _first_day(canvas, group, row, middle)
        _mark(canvas, group, entry, row.on, middle)
    canvas.y += _ROW


def _bar(canvas: _Canvas, group: Element, plan: Plan, entry: Planned, middle: int) -> None:
    """The time from what it waits for to its limit, and hatched, from there to its day: the allowance for slippage."""
    on = entry.on
    if on is None or entry.limit is None:
        return
    begins = max(day for name in waits_for(entry.rule) if (day := plan.on(name)))
    solid = (begins, min(entry.limit, on)) if not entry.rule.before else (on, on)
    _stretch(canvas, group, solid, middle, _BLUE, "timetable__bar")
    if plan.slack(entry.id):
        ends = (min(entry.limit, on), max(entry.limit, on))
        _stretch(canvas, group, ends, middle, f"url(#{canvas.prefix}-slack)", "timetable__slack")


def _stretch(canvas: _Canvas, group: Element, ends: tuple[date, date], middle: int, fill: str, kind: str) -> None:
    left, right = canvas.x(ends[0]), canvas.x(ends[1])
    if right > left:
        box = {"x": f"{left:g}", "y": f"{middle - 4}", "width": f"{right - left:.1f}", "height": "8"}
        SubElement(group, "rect", {**box, "fill": fill, "class": kind})


def _first_day(canvas: _Canvas, group: Element, row: TimetableRow, middle: int) -> None:
    if row.first and row.drift:
        shape = _diamond(canvas.x(row.first), middle, 5)
        SubElement(group, "path", {"d": shape, "fill": "#ffffff", "stroke": _GREY, "class": "timetable__first"})


def _mark(canvas: _Canvas, group: Element, entry: Planned, on: date, middle: int) -> None:
    x = canvas.x(on)
    if entry.done:
        at = {"cx": f"{x:g}", "cy": f"{middle}", "r": "6", "fill": _GREEN, "class": "timetable__done"}
        SubElement(group, "circle", at)
        tick = {"d": f"M{x - 3:g} {middle}l2 3l4 -6", "fill": "none", "stroke": "#ffffff", "stroke-width": "1.5"}
        SubElement(group, "path", tick)
    elif entry.fixed:
        at = {"x": f"{x - 5:g}", "y": f"{middle - 5}", "width": "10", "height": "10", "class": "timetable__fixed"}
        SubElement(group, "rect", {**at, "fill": _RED if entry.clashes else _INK})
    else:
        fill = _RED if entry.clashes else _INK
        SubElement(group, "path", {"d": _diamond(x, middle, 6), "fill": fill, "class": "timetable__planned"})
    words = f"{on.day} {on:%b}{' (clash)' if entry.clashes else ''}"
    canvas.text(group, words, x + 10, middle + 5, font_size="12")


def _diamond(x: float, y: float, size: int) -> str:
    return f"M{x:g} {y - size:g}l{size} {size}l-{size} {size}l-{size} -{size}z"


def _months(canvas: _Canvas, grid: Element) -> None:
    months = max(1, canvas.span // 30)
    step = next((step for step in (1, 2, 3, 6, 12, 60) if months / step <= 14), months // 14)
    month = add_months(canvas.start.replace(day=1), 1)
    while (month - canvas.start).days < canvas.span:
        x = canvas.x(month)
        ends = {"x1": f"{x:g}", "x2": f"{x:g}", "y1": f"{_TOP - 4}", "y2": f"{canvas.y}"}
        SubElement(grid, "line", {**ends, "stroke": "#b1b4b6", "class": "timetable__month"})
        if x < _WIDTH - 50:
            words = f"{month:%b %Y}" if step < 12 else f"{month:%Y}"
            canvas.text(grid, words, x + 2, _TOP - 8, font_size="11", fill=_GREY)
        month = add_months(month, step)


def _vertical(canvas: _Canvas, line: Line, colour: str, y: int, kind: str) -> None:
    x = canvas.x(line.on)
    ends = {"x1": f"{x:g}", "x2": f"{x:g}", "y1": f"{y + 4}", "y2": f"{canvas.y}"}
    dashes = {"stroke": colour, "stroke-width": "2", "stroke-dasharray": "6 3" if kind.endswith("today") else "2 3"}
    SubElement(canvas.root, "line", {**ends, **dashes, "class": kind})
    anchor = "end" if x > _WIDTH * 3 / 4 else "start"
    words = f"{line.words}: {in_words(line.on)}"
    canvas.text(canvas.root, words, x, y, fill=colour, font_weight="bold", text_anchor=anchor, font_size="13")


def _legend(canvas: _Canvas) -> None:
    canvas.y += _ROW
    words = "● done · ◆ planned · ■ fixed · ◇ first agreed · hatched: slippage allowed for · red: clash"
    canvas.text(canvas.root, words, 16, canvas.y - 6, font_size="12", class_="timetable__legend")
    canvas.y += 8


def describe(rows: Sequence[TimetableRow], today: date, lines: Sequence[Line]) -> str:
    """The picture in words: how many milestones are done, overdue and undated, the next one, and the lines."""
    done = sum(row.done for row in rows)
    undated = sum(row.on is None for row in rows)
    ahead = sorted((row.on, row.title) for row in rows if row.on and not row.done and row.on >= today)
    late = sum(row.on is not None and not row.done and row.on < today for row in rows)
    said = [f"{count(len(rows), 'milestone')}: {done} done, {late} overdue, {undated} without a date."]
    if ahead:
        said.append(f"Next: {ahead[0][1]}, {in_words(ahead[0][0])}.")
    said.extend(f"{line.words}: {in_words(line.on)}." for line in lines)
    return " ".join(said)


def _short(words: str) -> str:
    return words if len(words) <= _LETTERS else f"{words[: _LETTERS - 1].rstrip()}…"


def clean(words: str) -> str:
    """Leave out characters that no XML document may hold."""
    return _NOT_XML.sub("", words)


def _dashed(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
