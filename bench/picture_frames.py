"""Frames a second in Chromium while the picture of 10,000 events is brushed and scrolled (aim: 50).

The picture stands alone in a page with its own script and style: the whole stretch, where a lane is a few paths, and a
near stretch with every event drawn by itself. A band is dragged across for two seconds, then the page is scrolled for
two seconds; the figures are the median and the worst tenth of the times between frames. The machine's load average is
printed, since a browser without a graphics card draws on the processor.

Run: .venv/bin/python -m bench.picture_frames [CHROMIUM]
"""

import os
import platform
import statistics
import sys
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.picture import BEGIN, DAYS, scene
from threadline.domain.chronology.picture import draw

AIM = 50
STATIC = Path(__file__).parents[1] / "src/threadline/chronology/static/chronology"
FRAMES = """() => { window.frames = []; let last = 0;
  const tick = (now) => { if (last) window.frames.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick); }"""


def page_of(near: bool) -> str:
    """A page with the picture, its style and its script."""
    last = BEGIN + timedelta(days=80 if near else DAYS - 1)
    svg = draw(scene(10_000, BEGIN, last), title="Picture", caption="All entries").svg
    style, script = (STATIC / "picture.css").read_text(), (STATIC / "picture.js").read_text()
    return (
        f"<!doctype html><style>{style}</style><main id='main-content'><div class='tl-picture-box' tabindex='0' "
        f"data-picture='?'>{svg}</div><div style='height:4000px'></div></main><script type='module'>{script}</script>"
    )


def brush(page: Page) -> None:
    """Drag a band to and fro for about two seconds, and let go where it began, so that nothing is fetched."""
    box = page.locator("svg.tl-picture").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 300, y)
    page.mouse.down()
    for number in range(120):
        page.mouse.move(box["x"] + 300 + abs(60 - number) * 10, y)
        page.wait_for_timeout(12)
    page.mouse.move(box["x"] + 301, y)
    page.mouse.up()


def scroll(page: Page) -> None:
    """Scroll down and up for about two seconds."""
    for number in range(120):
        page.mouse.wheel(0, 40 if number < 60 else -40)
        page.wait_for_timeout(12)


def main(chromium: str) -> None:
    """Measure and print."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print(
            f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Chromium {browser.version}"
        )
        for name, near in (("whole", False), ("near", True)):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.set_content(page_of(near))
            for doing, act in (("brush", brush), ("scroll", scroll)):
                page.evaluate(FRAMES)
                act(page)
                times = sorted(page.evaluate("window.frames"))
                middle, worst = statistics.median(times), times[len(times) * 9 // 10]
                print(f"{name:<6} {doing:<7} {1000 / middle:5.0f} frames a second, worst tenth {1000 / worst:5.0f}")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
