"""What the picture of 10,000 events costs to draw on the server: CPU milliseconds and bytes (limits 300 ms, 300 KB).

Twelve agencies over four years, a ninth of the dates uncertain, two hundred key events; the whole stretch (density),
one year of it, and a near stretch in which every event is drawn by itself. The least of seven turns.

Run: .venv/bin/python -m bench.picture [EVENTS]
"""

import sys
import time
from datetime import date, timedelta

from threadline.domain.chronology.picture import Child, Event, Lane, Scene, draw, periods

BEGIN, DAYS, AGENCIES = date(2012, 1, 1), 1461, 12
MILLISECONDS, BYTES = 300.0, 300_000


def scene(count: int, first: date, last: date) -> Scene:
    """So many events spread over the stretch, seen from `first` to `last`."""
    events = []
    for number in range(count):
        day = BEGIN + timedelta(days=number * 7919 % DAYS)
        until = day + timedelta(days=30) if number % 9 == 0 else day
        key = 2 if number % 50 == 0 else 0
        events.append(Event(str(number % AGENCIES), day, until, key, f"#e-{number:032}", f"Agency {number}, {day}"))
    lanes = tuple(Lane(str(number), f"Agency number {number}", number + 1) for number in range(AGENCIES))
    end = BEGIN + timedelta(days=DAYS - 1)
    return Scene(lanes, tuple(events), first, last, (BEGIN, end), (Child("Robin", BEGIN), Child("Wren", BEGIN)))


def main(count: int) -> None:
    """Measure and print; ends with an error where a limit is passed."""
    whole = BEGIN + timedelta(days=DAYS - 1)
    stretches = {"whole": whole, "year": BEGIN + timedelta(days=364), "near": BEGIN + timedelta(days=80)}
    passed = False
    for name, last in stretches.items():
        seen = scene(count, BEGIN, last)
        least = min(_once(seen) for _ in range(7))
        picture = draw(seen, title="Picture", caption="All entries")
        size = len(picture.svg.encode())
        print(f"{name:<6} {'each event' if picture.near else 'density':<10} {least:6.1f} ms CPU, {size / 1000:6.1f} KB")
        passed = passed or least > MILLISECONDS or size > BYTES
    if passed:
        sys.exit("over the limit")


def _once(seen: Scene) -> float:
    begun = time.process_time()
    draw(seen, title="Picture", caption="All entries")
    periods(seen)
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
