"""The picture as SVG, made of few and short elements: a page of ten thousand events stays light.

From afar a lane is one path of bars, a bar a week or a month; near, each event is a mark that can be reached. There is
no style attribute and no script in it: classes and presentation attributes carry the looks, so it stands under a strict
content security policy and by itself as a file. Nothing is told by colour alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from threadline.domain.chronology.picture.events import Event, Lane, Scene, gaps
from threadline.domain.chronology.picture.scale import Scale, ages, ticks

NEAR = 600
"""Up to so many events each is drawn by itself."""

LEFT, WIDTH, RIGHT, ROW, TOP = 210, 1200, 16, 46, 34
COLOURS = (
    *("#1d70b8", "#b10e1e", "#00703c", "#c2570c", "#4c2c92", "#0f8a80", "#a31f5c", "#5c6166"),
    *("#8a6d00", "#12436d", "#d53880", "#5a7a1e", "#3d8fc4", "#8b5a2b", "#6f72af", "#2b2b2b"),
)
INK, GREY = "#0b0c0c", "#484949"
STAR = "m0-8 2 5 6 .5-4.5 3.7 1.5 5.8-5-3.3-5 3.3 1.5-5.8-4.5-3.7 6-.5z"


@dataclass(frozen=True, slots=True)
class Picture:
    """The SVG, its title and description, and whether each event is drawn by itself."""

    svg: str
    title: str
    description: str
    near: bool


def draw(scene: Scene, *, title: str, caption: str, prefix: str = "picture") -> Picture:
    """Draw the scene. `caption` says what is shown and stands in the picture; `prefix` begins the ids.

    Raises ValueError where the stretch ends before it begins.
    """
    if scene.last < scene.first:
        raise ValueError("The stretch ends before it begins.")
    shown = scene.shown()
    near = len(shown) <= NEAR
    scale = Scale(scene.first, scene.days, LEFT, WIDTH - LEFT - RIGHT)
    top = TOP + 18 * len(scene.children)
    height = top + ROW * len(scene.lanes) + 64
    words = _description(scene, shown)
    by_lane: dict[str, list[Event]] = {}
    for one in shown:
        by_lane.setdefault(one.lane, []).append(one)
    body = "".join((
        *_backdrop(scene, scale, top), *_ages(scene, scale),
        *(part for at, lane in enumerate(scene.lanes)
          for part in _lane(scene, scale, lane, by_lane.get(lane.key, ()), top + ROW * at, near)),
        *_keys(scene, shown, scale, top), *_legend(height, caption, near),
    ))  # fmt: skip
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl-picture" role="group" viewBox="0 0 {WIDTH} {height}" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" font-family="arial,sans-serif" font-size="14" fill="{INK}" '
        f'data-first="{scene.first}" data-days="{scene.days}" data-left="{LEFT}" data-width="{WIDTH - LEFT - RIGHT}">'
        f'<title id="{prefix}-title">{_text(title)}</title><desc id="{prefix}-desc">{_text(words)}</desc>'
        f'<defs><pattern id="{prefix}-gap" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<path d="M0 6 6 0" stroke="#b1b4b6"/></pattern></defs>{body}</svg>'
    )
    return Picture(svg.replace("url(#gap)", f"url(#{prefix}-gap)"), title, words, near)


def _description(scene: Scene, shown: Sequence[Event]) -> str:
    counts = Counter(one.lane for one in shown)
    each = ", ".join(f"{lane.title} {counts[lane.key]}" for lane in scene.lanes)
    keys = sum(bool(one.key) for one in shown)
    unsure = sum(one.uncertain for one in shown)
    return (
        f"{len(shown)} entries from {_day(scene.first)} to {_day(scene.last)}: {each}. {keys} key events; {unsure} "
        "entries with an uncertain date. The table below says the same."
    )


def _backdrop(scene: Scene, scale: Scale, top: int) -> Iterator[str]:
    bottom = top + ROW * len(scene.lanes)
    first, last = max(scene.period[0], scene.first), min(scene.period[1], scene.last)
    if first <= last:
        x, width = scale.x(first), scale.x(last + timedelta(days=1)) - scale.x(first)
        yield f'<rect x="{x:g}" y="{top}" width="{width:g}" height="{bottom - top}" fill="#f3f8fc"/>'
    yield f'<g fill="{GREY}" stroke="none">'
    lines = []
    for day, label in ticks(scene.first, scene.days):
        x = scale.x(day)
        lines.append(f"M{x:g} {top - 4}V{bottom}")
        yield f'<text x="{x + 3:g}" y="{top - 6}">{label}</text>'
    yield f'</g><path d="{"".join(lines)}" stroke="#d9dbdc" fill="none"/>'


def _ages(scene: Scene, scale: Scale) -> Iterator[str]:
    for number, child in enumerate(scene.children):
        y = 14 + 18 * number
        yield f'<text x="0" y="{y}">{_text(_short(f"Age of {child.name}", 28))}</text><g fill="{GREY}">'
        for day, words in ages(child.born, scene.first, scene.days):
            yield f'<text x="{scale.x(day):g}" y="{y}">{words}</text>'
        yield "</g>"


def _lane(scene: Scene, scale: Scale, lane: Lane, events: Sequence[Event], y: int, near: bool) -> Iterator[str]:
    colour = COLOURS[(lane.colour - 1) % len(COLOURS)]
    ground = ' fill="#fdf6e3"' if lane.family else ' fill="none"'
    yield f'<g class="tl-lane" role="group" aria-label={quoteattr(f"{lane.title}: {len(events)} entries")}>'
    yield f'<rect y="{y}" width="{WIDTH - RIGHT}" height="{ROW}"{ground}/>'
    yield f'<path d="M0 {y + ROW}H{WIDTH - RIGHT}" stroke="#b1b4b6"/>'
    yield f'<rect y="{y + 8}" width="6" height="{ROW - 16}" fill="{colour}"/>'
    yield f'<text x="12" y="{y + 20}" font-weight="700">{_text(_short(lane.title, 24))}</text>'
    yield f'<text x="12" y="{y + 37}" fill="{GREY}">{len(events)} {"entry" if len(events) == 1 else "entries"}</text>'
    silent = [] if lane.family else list(gaps(list(events), scene.first, scene.last))
    if silent:
        drawn = "".join(
            f"M{scale.x(a):g} {y + 3}H{scale.x(b + timedelta(days=1)):g}V{y + ROW - 3}H{scale.x(a):g}z"
            for a, b in silent
        )
        yield f'<path class="tl-gap" d="{drawn}" fill="url(#gap)"/>'
    yield from (_marks(events, scale, y, colour) if near else _density(events, scale, y, colour))
    yield "</g>"


def _marks(events: Sequence[Event], scale: Scale, y: int, colour: str) -> Iterator[str]:
    """Each event by itself: a line for a day, a bar for a span. What falls on one place is drawn one below another."""
    for _, several in groupby(events, key=lambda one: one.first):
        together = list(several)
        step = min(8, (ROW - 14) / len(together))
        for number, one in enumerate(together):
            top, tall = y + 7 + step * number, max(step - 1.5, 1)
            first = max(one.first, scale.first)
            width = max(scale.x(one.last + timedelta(days=1)) - scale.x(first), 4) if one.uncertain else 5
            looks = f'fill="#fff" stroke="{colour}" stroke-dasharray="3 2"' if one.uncertain else f'fill="{colour}"'
            rect = f'<rect x="{scale.x(first):g}" y="{top:g}" width="{width:g}" height="{tall:g}" {looks}/>'
            if one.anchor:
                yield f"<a href={quoteattr(one.anchor)} aria-label={quoteattr(_plain(one.words))}>{rect}</a>"
            else:
                yield rect


def _density(events: Sequence[Event], scale: Scale, y: int, colour: str) -> Iterator[str]:
    """How much happened: a bar for each step of the scale, all in one path; uncertain dates lightly above."""
    step = 7 if scale.days <= 1500 else 30
    sure = Counter((one.first - scale.first).days // step for one in events if not one.uncertain)
    spans: Counter[int] = Counter()
    for one in events:
        if one.uncertain:
            first, last = max((one.first - scale.first).days, 0), min((one.last - scale.first).days, scale.days - 1)
            spans.update(range(first // step, last // step + 1))
    full = max((*sure.values(), *spans.values(), 1))
    for counts, looks in ((spans, f'fill="none" stroke="{colour}" stroke-dasharray="2 2"'), (sure, f'fill="{colour}"')):
        path = "".join(_bar(scale, at, count / full, step, y) for at, count in sorted(counts.items()))
        if path:
            yield f'<path d="{path}" {looks}/>'


def _bar(scale: Scale, at: int, part: float, step: int, y: int) -> str:
    tall = max(round(part * (ROW - 8), 1), 2)
    left = scale.at(at * step)
    width = max(round(scale.at(min((at + 1) * step, scale.days)) - left - 0.5, 1), 1)
    return f"M{left:g} {y + ROW - 2:g}v-{tall:g}h{width:g}v{tall:g}z"


def _keys(scene: Scene, shown: Sequence[Event], scale: Scale, top: int) -> Iterator[str]:
    places = {lane.key: top + ROW * number for number, lane in enumerate(scene.lanes)}
    for one in shown:
        if not one.key or one.lane not in places:
            continue
        where = f'transform="translate({scale.x(max(one.first, scale.first)) + 2:g} {places[one.lane] + 12})"'
        looks = f'fill="{INK}"' if one.key == 2 else f'fill="#fff" stroke="{INK}"'
        words = quoteattr(_plain(f"{'Key event' if one.key == 2 else 'Key event, proposed'}: {one.words}"))
        star = f'<path d="{STAR}" {where} {looks}/>'
        yield f'<a class="tl-star" href={quoteattr(one.anchor)} aria-label={words}>{star}</a>' if one.anchor else star


def _legend(height: int, caption: str, near: bool) -> Iterator[str]:
    y = height - 34
    what = "filled: an entry; dashed: date uncertain, drawn over the days it can have been" if near else (
        "bars: entries a week (or a month); dashed: entries with an uncertain date"
    )  # fmt: skip
    yield f'<g fill="{GREY}"><text y="{y}">{what}; hatched: four weeks or more without an entry; '
    yield "★ key event, ☆ proposed; pale blue: the period under review</text>"
    yield f'<text y="{y + 20}">{_text(caption)}</text></g>'


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _plain(text: str) -> str:
    return "".join(each for each in " ".join(text.split()) if each.isprintable())


def _text(text: str) -> str:
    return escape(_plain(text))
