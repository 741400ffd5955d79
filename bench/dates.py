"""What reading a date costs, against dateparser and python-dateutil on the same texts (goal: 20 times less).

The texts are those of the tests' sample. The readers take turns at all of them; CPU time of the process, the least of
several turns; what ours remembers of misspelt words is forgotten before each turn. Also counted: answers that give a
single day that is not the day meant, without a word (for ours, without a problem).

Run: PYTHON_WITH_THE_BENCH_EXTRA -m bench.dates [TURNS]
"""

import sys
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from threadline.domain.dates import months, read, tsv

SAMPLE = Path(__file__).parents[1] / "tests" / "domain" / "dates" / "data" / "dates.tsv"
BASE = datetime(2015, 1, 1)
Reader = Callable[[str], date | None]


def rivals() -> dict[str, Reader]:
    """The two readers compared with, set to English and day first."""
    try:
        import dateparser
        from dateutil import parser
    except ImportError as missing:
        sys.exit(f"{missing.name} is not installed. Install the packages of requirements-bench.lock and run again.")

    warnings.simplefilter("ignore")
    settings: Any = {"DATE_ORDER": "DMY", "RELATIVE_BASE": BASE}

    def by_dateparser(text: str) -> date | None:
        found = dateparser.parse(text, languages=["en"], settings=settings)
        return found.date() if found else None

    def by_dateutil(text: str) -> date | None:
        try:
            return parser.parse(text, dayfirst=True, default=BASE).date()
        except (ValueError, OverflowError, TypeError):
            return None

    return {"dateparser": by_dateparser, "dateutil": by_dateutil}


def ours(text: str) -> date | None:
    """Our reader, reduced to a single day given without a problem."""
    reading = read(text)
    return reading.earliest if reading.problem is None and reading.earliest == reading.latest else None


def microseconds(reader: Callable[[str], object], texts: list[str]) -> float:
    """CPU microseconds for each text of one turn."""
    for remembered in (months.misspelt_month, months.misspelt_weekday, months.is_nearly_a_key_word):
        remembered.cache_clear()
    began = time.process_time()
    for text in texts:
        reader(text)
    return (time.process_time() - began) / len(texts) * 1e6


def main(turns: int) -> None:
    """Take turns and print the least cost of each, the ratios, and the silent wrong days."""
    lines = [line.split("\t") for line in SAMPLE.read_text(encoding="utf-8").splitlines()[1:]]
    texts = [tsv.unescape(cells[0]) for cells in lines if not cells[1]]
    truth = [(cells[2], cells[3]) for cells in lines if not cells[1]]
    judged = rivals() | {"threadline": ours}
    timed: dict[str, Callable[[str], object]] = judged | {"threadline": read}
    for reader in timed.values():
        microseconds(reader, texts)
    least = dict.fromkeys(timed, float("inf"))
    for _ in range(turns):
        for name, reader in timed.items():
            least[name] = min(least[name], microseconds(reader, texts))
    print(f"{len(texts)} texts, least of {turns} turns, CPU time")
    for name, cost in least.items():
        answers = [judged[name](text) for text in texts]
        wrong = sum(
            day is not None and (day.isoformat(),) * 2 != meant for day, meant in zip(answers, truth, strict=True)
        )
        ratio = least["dateparser"] / cost
        print(f"{name:<11}{cost:8.1f} us a text   {ratio:6.1f} x less than dateparser   {wrong:3} silent wrong days")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
