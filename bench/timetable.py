"""A timetable of 60 milestones: recomputed and drawn after each of many slips. Limit: 50 ms of CPU each.

Run: .venv/bin/python -m bench.timetable
"""

import sys
import time
from datetime import date, timedelta

from threadline.domain.dates.working_days import ENGLAND, Length, Unit
from threadline.domain.timetable.milestones import Milestone
from threadline.domain.timetable.picture import Line, draw
from threadline.domain.timetable.plan import draw_up
from threadline.domain.timetable.slippage import move

LIMIT_MS = 50.0
MILESTONES, ROUNDS = 60, 200
LANES = {name: name.title() for name in ("board", "panel", "agencies", "family", "event", "report")}


def milestones() -> list[Milestone]:
    """Sixty milestones on six lanes, each after two earlier ones, every tenth standing before another."""
    found = [Milestone("m0", "Chair's decision", "board")]
    for number in range(1, MILESTONES):
        lane = list(LANES)[number % len(LANES)]
        gap = Length(number % 9 + 1, (Unit.WORKING_DAYS, Unit.DAYS)[number % 2])
        if number % 10 == 0:
            found.append(Milestone(f"m{number}", f"Milestone {number}", lane, before=f"m{number - 1}", gap=gap))
        else:
            waits = tuple({f"m{number - 1}", f"m{number // 2}"})
            found.append(Milestone(f"m{number}", f"Milestone {number}", lane, waits, gap=gap, slack=number % 4))
    return found


def main() -> int:
    """Print the median and the worst round, and fail where the median is over the limit."""
    rules, decided = milestones(), date(2016, 5, 16)
    ENGLAND.is_working(decided)  # loads the bank holidays once, as a running service has done
    first = draw_up(rules, given={"m0": decided})
    spent = []
    for number in range(ROUNDS):
        started = time.process_time()
        plan = draw_up(rules, given={"m0": decided})
        effect = move(plan, f"m{number % 20}", decided + timedelta(20 + number))
        line = Line(ENGLAND.after(decided, Length(6, Unit.MONTHS)), "Six months")
        picture = draw(effect.plan, title="Timetable", today=decided, first=first, lines=[line], lanes=LANES)
        spent.append((time.process_time() - started) * 1000)
    spent.sort()
    median, worst = spent[len(spent) // 2], spent[-1]
    print(
        f"{MILESTONES} milestones planned, slipped and drawn, {ROUNDS} rounds, {len(picture.svg) / 1024:.0f} KB of SVG"
    )
    print(f"median {median:.1f} ms CPU, worst {worst:.1f} ms, limit {LIMIT_MS:.0f} ms: ratio {median / LIMIT_MS:.2f}")
    return 0 if median <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
