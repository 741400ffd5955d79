"""What importing 10,000 entries costs, against the floor: reading the same cells and one bulk insert (limit: 3 times).

The floor reads the workbook with openpyxl, read-only, and inserts one plain row for each with `bulk_create`. The import
is the whole of it: decrypting, the child process, columns, dates, rows with all they carry, one transaction, the event.
CPU seconds of the process and its children, the least of several turns taken in alternation.

Run: .venv/bin/python -m bench.import_rows [ROWS [TURNS]]
"""

import io
import resource
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from bench.installation import scratch

HEADINGS = ("Date", "Time", "Source", "Event", "Professional")
WORDS = "Home visit by health visitor: mother and child seen, home conditions discussed, a plan agreed and shared. "


def workbook(rows: int, edition: int = 0) -> bytes:
    """A timeline of `rows` entries: five columns, about 50 words an event; each edition has bytes of its own."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Timeline")
    sheet.append(HEADINGS)
    for number in range(rows):
        day = date(2013, 1, 1) + timedelta(days=number // 10)
        event = f"{WORDS * 3}Contact {number}."
        sheet.append(
            (f"{day:%d/%m/%Y}", f"{8 + number % 10:02}:15", f"Record {edition}/{number}", event, "Ms N. Bracken")
        )
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def plain_model() -> Any:
    """A model of five texts, with its table."""
    from django.db import connection, models

    class Plain(models.Model):
        a, b, c, d, e = (models.TextField() for _ in range(5))

        class Meta:
            app_label = "jobs"

        def __str__(self) -> str:
            return "plain"

    with connection.schema_editor() as editor:
        editor.create_model(Plain)
    return Plain


def floor(data: bytes, model: Any) -> Callable[[], None]:
    """Read the cells, insert a plain row for each."""
    from django.db import transaction
    from openpyxl import load_workbook

    def run() -> None:
        sheet = load_workbook(io.BytesIO(data), read_only=True).active
        cells = [[str(value or "") for value in row] for row in sheet.iter_rows(values_only=True)]
        with transaction.atomic():
            model.objects.bulk_create([model(a=a, b=b, c=c, d=d, e=e) for a, b, c, d, e in cells[1:]])

    return run


def whole(editions: list[bytes]) -> Callable[[], str]:
    """Receive the next edition of the file and have it read."""
    from django.utils import timezone

    from threadline.access import roles
    from threadline.access.gate import open_gate
    from threadline.access.models import RoleHolding
    from threadline.access.scope import review_scope
    from threadline.accounts.models import User
    from threadline.agencies.models import Agency, Board
    from threadline.chronology import actions
    from threadline.chronology.models import AgencyFile
    from threadline.reviews.actions import Dates, UnderWay, open_review

    board = Board.objects.create(name="Bench Board")
    agency = Agency.objects.create(board=board, name="Northfield Trust")
    user = User.objects.create_user("bench@threadline.example", "Bench", "x" * 20)
    with open_gate():
        RoleHolding.objects.create(user=user, role_key=roles.BUSINESS_MANAGER.key, board=board, starts=timezone.now())
    dates = Dates(date(2015, 9, 30), date(2014, 10, 1), date(2015, 9, 30))
    begun = UnderWay(date(2015, 10, 22), "A measurement.")
    review = open_review(by=user, board=board, reference="B-1", dates=dates, under_way=begun, agencies=[agency])
    waiting = iter(editions)

    def run() -> str:
        with review_scope(review):
            file = actions.receive(by=user, review=review, name="Northfield.xlsx", data=next(waiting), token="bench")
            found = AgencyFile.objects.get(pk=file.pk)
            return f"{found.state} {found.summary.get('entries')} {found.fault}"

    return run


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """CPU seconds, children included, and wall seconds of one call."""

    def cpu() -> float:
        both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(each.ru_utime + each.ru_stime for each in both)

    began, wall = cpu(), time.perf_counter()
    work()
    return cpu() - began, time.perf_counter() - wall


def main(rows: int, turns: int) -> None:
    """Measure and print."""
    scratch()
    editions = [workbook(rows, edition) for edition in range(turns + 1)]
    least, importing = floor(editions[0], plain_model()), whole(editions)
    print(f"{rows:,} rows, a workbook of {len(editions[0]) / 1024:,.0f} KB; the import says: {importing()}")
    least()
    figures: dict[str, list[tuple[float, float]]] = {"floor": [], "import": []}
    for _ in range(turns):
        figures["floor"].append(spent(least))
        figures["import"].append(spent(importing))
    best = {name: min(several) for name, several in figures.items()}
    for name, (cpu, wall) in best.items():
        print(f"{name:<7} {cpu:.2f} s CPU, {wall:.2f} s wall")
    print(f"ratio   {best['import'][0] / best['floor'][0]:.2f} of CPU, limit 3")


if __name__ == "__main__":
    asked = [int(text) for text in sys.argv[1:]]
    main(asked[0] if asked else 10_000, asked[1] if len(asked) > 1 else 5)
