"""What the first window of the merged chronology costs at 5,000 and 50,000 entries, against 500 (limits 1.3 and 1.5).

The whole answer to a signed-in Lead Reviewer: session, policy, filter, months, 200 entries, template, audit event. CPU
milliseconds, the least of several turns taken in alternation; also a window in the middle, a filter by words and one by
person, and the number of queries.

Run: .venv/bin/python -m bench.merged_page [ENTRIES …]
"""

import sys
from datetime import date, timedelta
from typing import Any

from bench.installation import interleaved, scratch

AGENCIES = 9
TEXT = (
    "Home visit. {who} seen with the child, home conditions discussed, a plan agreed and shared with partner agencies. "
    * 3
)


def review_of(entries: int, user: Any) -> str:
    """A review with that many entries from nine agencies over three years; its reference."""
    from django.utils import timezone

    from threadline.access import roles
    from threadline.access.gate import open_gate
    from threadline.access.models import RoleHolding
    from threadline.agencies.models import Agency, Board
    from threadline.people.models import KnownAs, Person
    from threadline.reviews.method import keep_bundled
    from threadline.reviews.models import ContributingAgency, Review

    board = Board.objects.create(name=f"Board of {entries}")
    agencies = [Agency.objects.create(board=board, name=f"Agency {number}") for number in range(AGENCIES)]
    with open_gate():
        pack = keep_bundled()
    review = Review(
        pack=pack, board=board, reference=f"B-{entries}", incident_on=date(2015, 9, 30), period_from=date(2013, 10, 1),
        period_to=date(2015, 9, 30),
    )  # fmt: skip
    with open_gate():
        review.save()
        for agency in agencies:
            ContributingAgency(review=review, agency=agency).save()
        person = Person(review=review, kind="child", name="Robin Marsh", born_on=date(2011, 6, 14))
        person.save()
        KnownAs(person=person, text="Robin").save()
        RoleHolding(
            user=user, role_key=roles.LEAD_REVIEWER.key, board=board, review=review, starts=timezone.now()
        ).save()
        _rows(review, agencies, entries)
    return review.reference


def _rows(review: Any, agencies: list[Any], count: int) -> None:
    import uuid

    from threadline.access.scope import review_scope
    from threadline.chronology.models import Row
    from threadline.chronology.records import agency_part, fill, moment_key
    from threadline.domain import dates
    from threadline.domain.chronology.entries import Entry, Place

    rows = []
    for number in range(count):
        day = date(2013, 1, 1) + timedelta(days=number * 1000 // count)
        agency = agencies[number % AGENCIES]
        when = dates.read(f"{day:%d/%m/%Y} {8 + number % 10:02}:15")
        text = TEXT.format(who="Robin" if number % 7 == 0 else "Mother") + f"Contact {number}."
        row = Row(
            id=uuid.uuid4(), review=review, agency=agency, table='""', number=1, ordinal=0, is_entry=True, live=True
        )
        fill(row, Entry(place=Place("", "", 1), agency=agency.name, when=when, date_text=when.text, description=text))
        row.sort_key = moment_key(when) + agency_part(agency.name) + row.pk.hex
        rows.append(row)
    with review_scope(review):
        Row.objects.bulk_create(rows, batch_size=1000)


def main(sizes: list[int]) -> None:
    """Measure and print."""
    scratch()
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from threadline.access.gate import open_gate
    from threadline.accounts.models import User
    from threadline.chronology.filters import Filters
    from threadline.chronology.models import SavedView
    from threadline.people.models import Person

    user = User.objects.create_user("bench@threadline.example", "Bench", "x" * 20)
    TOTP.activate(user, generate_totp_secret())
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    pages: dict[str, str] = {}
    for size in sizes:
        page = f"/reviews/{review_of(size, user)}/chronology/merged/"
        person = Person._base_manager.get(review__reference=f"B-{size}")
        pages[f"{size:,} first"], pages[f"{size:,} middle"] = page, f"{page}?at=2014-06-01"
        looked_for = {"words": Filters(words=("plan", "shared")), "person": Filters(people=(str(person.pk),))}
        for name, filters in looked_for.items():
            view = SavedView(review=person.review, filters=filters.as_data(), digest=name, made_by=user)
            with open_gate():
                view.save()
            pages[f"{size:,} {name}"] = f"{page}?view={view.token}"
    for name, page in pages.items():
        with CaptureQueriesContext(connection) as taken:
            response = client.get(page)
        if response.status_code != 200:
            sys.exit(f"{page} answered {response.status_code}, so there is nothing to measure")
        shown, size = response.content.count(b"data-entry"), f"{len(response.content) // 1024} KB"
        print(f"{name:<16} {response.status_code}, {shown} entries, {len(taken)} queries, {size}")
    figures = interleaved({name: lambda page=page: client.get(page) for name, page in pages.items()}, times=5)
    for name, figure in figures.items():
        base = figures[f"{sizes[0]:,} {name.split()[1]}"]
        print(f"{name:<16} {figure:7.1f} ms CPU, {figure / base:.2f} times {sizes[0]:,}")


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [500, 5_000, 50_000])
