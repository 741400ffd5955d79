"""A view of 5,000 entries as a PDF: processor seconds, memory and pages (limits 20 s and 1 GB), against 500 entries.

The whole of it, the child process included. The time for each entry may grow 1.5 times at most.

Run: .venv/bin/python -m bench.pdf [ENTRIES …]
"""

import resource
import sys
from datetime import date, timedelta

from threadline.domain import dates
from threadline.domain.chronology.entries import Entry, Meaning, Place
from threadline.domain.chronology.merge import Chronology, Placed, ReviewPeriod
from threadline.domain.chronology.writers import View, write

WORDS = "Home visit. The child was seen and spoken to; home conditions discussed, a plan agreed with the agencies. " * 3
SECONDS, GIGABYTES, GROWTH = 20, 1, 1.5


def chronology(entries: int) -> Chronology:
    """That many entries of nine agencies over three years."""
    start = date(2013, 10, 1)
    placed = []
    for number in range(1, entries + 1):
        day = start + timedelta(days=number * 1095 // entries)
        entry = Entry(
            place=Place("timeline.docx", 1, number), agency=f"Agency {number % 9}",
            when=dates.read(f"{day:%d/%m/%Y}"), date_text=f"{day:%d/%m/%Y}", time_text="", description=WORDS,
            fields=((Meaning.SOURCE, f"Log {number}"), (Meaning.PROFESSIONAL, "A health visitor")),
        )  # fmt: skip
        placed.append(Placed(number, entry, True))
    period = ReviewPeriod(start, date(2016, 9, 30))
    return Chronology(entries=tuple(placed), sources=(), left_out=(), period=period)


def spent() -> float:
    """Processor seconds so far, of this process and its children."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main(sizes: list[int]) -> int:
    """Print the figures; 1 where a limit is not met."""
    each: dict[int, float] = {}
    worst = 0.0
    for size in sizes:
        made = chronology(size)
        before = spent()
        data = write(made, "pdf", View("Merged chronology", ("Showing all agencies.",)))
        worst = spent() - before
        each[size] = worst / size
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20
        print(f"{size:,} entries: {worst:.1f} s CPU, {memory:.2f} GB, {len(data) / 2**20:.1f} MB")
    growth = each[sizes[-1]] / each[sizes[0]]
    print(f"each entry: {growth:.2f} times ({GROWTH} at most); {worst:.1f} s ({SECONDS} at most)")
    return int(growth > GROWTH or worst > SECONDS or memory > GIGABYTES)


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [500, 5000]))
