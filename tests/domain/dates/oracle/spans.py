"""Writers of spans, weeks, months, parts of years and open ends."""

import calendar
import random
from datetime import date, timedelta

from tests.domain.dates.oracle.days import plain_day
from tests.domain.dates.oracle.writing import (
    DASHES,
    FULL,
    SHORT,
    Said,
    a_day,
    exact,
    iso,
    month_name,
    named,
    numeric,
    ordinal,
)


def dash(r: random.Random) -> str:
    return r.choice(["-", " - ", "–", " – ", " to ", "—", " until ", " -"])


def two_days(r: random.Random, longest: int = 60) -> tuple[date, date]:
    first = a_day(r)
    return first, first + timedelta(days=r.randrange(1, longest))


def days_in_month(r: random.Random) -> Said:
    first, last = two_days(r, 20)
    while first.month != last.month:
        first, last = two_days(r, 20)
    join, month, year = dash(r), month_name(r, last.month), last.year
    one, two = r.choice([(str, str), (ordinal, ordinal)])
    text = f"{one(first.day)}{join}{two(last.day)} {month} {year}"
    forms = [text, text, "from " + text, text + " inclusive", f"{first.day}-{last.day}/{last.month:02}/{last.year}"]
    if join != " until ":
        forms.append(f"between {one(first.day)} and {two(last.day)} {month} {year}")
        forms.append(f"Between the {ordinal(first.day)} & {ordinal(last.day)} of {month} {year}")
    return Said("days_in_month", r.choice(forms), first, last, precision="range")


def full_span(r: random.Random) -> Said:
    first, last = two_days(r)
    write = r.choice([numeric, named, iso])
    one, two = write(r, first), write(r, last)
    join = r.choice([" - ", " – ", " to ", " until ", " till "])
    forms = [f"{one}{join}{two}", f"between {one} and {two}", f"from {one} to {two}", f"Between {one} & {two}"]
    forms.append(f"{one} to {two} (inclusive)")
    return Said("full_span", r.choice(forms), first, last, precision="range")


def tight_span(r: random.Random) -> Said:
    first, last = two_days(r)
    mark = r.choice("/.")
    one, two = (mark.join((str(d.day), str(d.month), f"{d.year % 100:02}")) for d in (first, last))
    return Said("tight_span", one + r.choice(DASHES) + two, first, last, precision="range")


def shared_year(r: random.Random) -> Said:
    first, last = two_days(r)
    while first.year != last.year or first.month == last.month:
        first, last = two_days(r)
    one, two = f"{first.day} {month_name(r, first.month)}", f"{last.day} {month_name(r, last.month)}"
    forms = [f"{one} - {two} {last.year}", f"{one} to {two} {last.year}", f"between {one} and {two} {last.year}"]
    forms += [f"{first.day}/{first.month:02} - {last.day}/{last.month:02}/{last.year}"]
    return Said("shared_year", r.choice(forms), first, last, precision="range")


def backwards(r: random.Random) -> Said:
    first, last = two_days(r)
    write = r.choice([numeric, iso])
    text = f"{write(r, last)} {r.choice(['-', 'to', '–'])} {write(r, first)}"
    return Said("backwards", text, precision="impossible", problem="impossible")


def overnight(r: random.Random) -> Said:
    first = a_day(r)
    last = first + timedelta(days=1)
    word = r.choice(["overnight ", "Overnight ", "night of ", "the night of ", "overnight on ", "OVERNIGHT "])
    if first.month == last.month:
        join = r.choice(["/", "-", " - ", "–", " to "])
        one, two = r.choice([(str(first.day), str(last.day)), (ordinal(first.day), ordinal(last.day))])
        text = f"{one}{join}{two} {month_name(r, last.month)} {last.year}"
    else:
        text = f"{numeric(r, first)} - {numeric(r, last)}"
    return Said("overnight", word + text, first, last, precision="range")


def week(r: random.Random) -> Said:
    day = a_day(r)
    text = exact(r, day)
    if r.random() < 0.5:
        word = r.choice(
            ["w/c", "W/C", "w.c.", "wc", "week commencing", "Week commencing", "week beginning", "wk beg", "w/b"]
        )
        word = r.choice([word, "wk commencing", "wk beg.", "week starting", "w/c:", "week comm"])
        return Said("week", f"{word} {text}", day, day + timedelta(days=6), precision="week")
    word = r.choice(["w/e", "W/E", "w.e.", "week ending", "Week ending", "wk ending", "w/e:", "week end"])
    return Said("week", f"{word} {text}", day - timedelta(days=6), day, precision="week")


def last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def month(r: random.Random) -> Said:
    day = a_day(r)
    name, y, m = month_name(r, day.month), day.year, day.month
    forms = [
        f"{name} {y}",
        f"{name}, {y}",
        f"in {name} {y}",
        f"{SHORT[m - 1]}-{y % 100:02}",
        f"{m:02}/{y}",
        f"{m}/{y}",
        f"{SHORT[m - 1]}-{y}",
    ]
    forms += [f"{name} '{y % 100:02}", f"During {FULL[m - 1]} {y}", f"{m:02}-{y}", f"{m:02}.{y}", f"{y} {FULL[m - 1]}"]
    if y + 1 - 2000 != m:
        forms += [f"{y}-{m:02}", f"{y}/{m:02}"]
    return Said("month", r.choice(forms), date(y, m, 1), last_of(y, m), precision="month")


def part_month(r: random.Random) -> Said:
    day = a_day(r)
    y, m = day.year, day.month
    words = r.choice(
        [
            (1, 10, ("early", "Early", "beginning of", "start of", "the beginning of", "early in")),
            (11, 20, ("mid", "Mid", "mid-", "middle of", "the middle of")),
            (21, 0, ("late", "Late", "end of", "the end of", "End of", "late in")),
        ]
    )
    word = r.choice(words[2])
    text = word + ("" if word.endswith("-") else " ") + month_name(r, m) + r.choice([f" {y}", f", {y}"])
    return Said(
        "part_month",
        text,
        date(y, m, words[0]),
        date(y, m, words[1]) if words[1] else last_of(y, m),
        precision="part_month",
    )


def month_span(r: random.Random) -> Said:
    first = a_day(r)
    last = first + timedelta(days=r.randrange(32, 200))
    one, two = month_name(r, first.month), month_name(r, last.month)
    join = r.choice(["-", " - ", "–", " to ", "—"])
    if first.year == last.year and r.random() < 0.7:
        text = r.choice([f"{one}{join}{two} {last.year}", f"between {one} and {two} {last.year}"])
    else:
        text = r.choice(
            [f"{one} {first.year}{join}{two} {last.year}", f"between {one} {first.year} and {two} {last.year}"]
        )
    if one.endswith("."):
        text = text.replace(one, one[:-1], 1)
    return Said("month_span", text, date(first.year, first.month, 1), last_of(last.year, last.month), precision="range")


def season(r: random.Random) -> Said:
    y, which = r.randrange(2005, 2024), r.randrange(4)
    name = ("spring", "summer", "autumn", "winter")[which]
    start = 3 + 3 * which
    first = date(y, start, 1)
    last = last_of(y + 1, 2) if which == 3 else last_of(y, start + 2)
    forms = [
        f"{name} {y}",
        f"{name.title()} {y}",
        f"{name.upper()} {y}",
        f"{name} of {y}",
        f"in the {name} of {y}",
        f"{name}, {y}",
    ]
    if which == 3:
        forms += [f"winter {y}/{(y + 1) % 100:02}", f"winter {y}-{(y + 1) % 100:02}", f"Winter {y}/{y + 1}"]
    return Said("season", r.choice(forms), first, last, precision="part_year")


def quarter(r: random.Random) -> Said:
    y, q = r.randrange(2005, 2024), r.randrange(1, 5)
    forms = [
        f"Q{q} {y}",
        f"q{q} {y}",
        f"{y} Q{q}",
        f"Q{q}, {y}",
        f"Q{q}/{y}",
        f"Q{q}-{y}",
        f"{y}-Q{q}",
        f"quarter {q} {y}",
        f"Q {q} {y}",
    ]
    return Said("quarter", r.choice(forms), date(y, 3 * q - 2, 1), last_of(y, 3 * q), precision="part_year")


def part_year(r: random.Random) -> Said:
    y, which = r.randrange(2005, 2024), r.randrange(3)
    word = r.choice(
        (
            ("early ", "Early ", "beginning of ", "start of "),
            ("mid ", "mid-", "Mid-", "middle of "),
            ("late ", "end of ", "Late "),
        )[which]
    )
    return Said("part_year", f"{word}{y}", date(y, 1 + 4 * which, 1), last_of(y, 4 + 4 * which), precision="part_year")


def named_year(r: random.Random) -> Said:
    y = r.randrange(2005, 2024)
    pair = r.choice(
        [f"{y}/{(y + 1) % 100:02}", f"{y}-{(y + 1) % 100:02}", f"{y}/{y + 1}", f"{y}-{y + 1}", f"{y} - {y + 1}"]
    )
    if r.random() < 0.5:
        text = r.choice(
            [
                f"FY {pair}",
                f"FY{pair}",
                f"financial year {pair}",
                f"Financial Year {pair}",
                f"{pair} financial year",
                f"fy {pair}",
            ]
        )
        return Said("named_year", text, date(y, 4, 1), date(y + 1, 3, 31), precision="year")
    text = r.choice(
        [
            f"academic year {pair}",
            f"Academic Year {pair}",
            f"school year {pair}",
            f"{pair} academic year",
            f"School year {pair}",
        ]
    )
    return Said("named_year", text, date(y, 9, 1), date(y + 1, 8, 31), precision="year")


def year(r: random.Random) -> Said:
    y = r.randrange(1990, 2025)
    return Said(
        "year",
        r.choice([f"{y}", f"in {y}", f"In {y}", f"during {y}", f"the year {y}"]),
        date(y, 1, 1),
        date(y, 12, 31),
        precision="year",
    )


def year_span(r: random.Random) -> Said:
    first = r.randrange(1995, 2015)
    last = first + r.randrange(1, 10)
    join = r.choice(["-", " - ", "–", " to ", " until "])
    forms = [
        f"{first}{join}{last}",
        f"between {first} and {last}",
        f"from {first} to {last}",
        f"Between {first} & {last}",
    ]
    return Said("year_span", r.choice(forms), date(first, 1, 1), date(last, 12, 31), precision="range")


def open_ended(r: random.Random) -> Said:
    inner = r.choice([plain_day, plain_day, month, year, season, part_month])(r)
    text, first, last = inner.text, inner.earliest, inner.latest
    assert first
    assert last
    if text.lower().startswith(("in ", "during ")):
        text = text.split(" ", 1)[1]
    one = timedelta(days=1)
    which = r.choice(["before", "after", "since", "until"])
    words = {
        "before": [f"before {text}", f"Before {text}", f"prior to {text}", f"Prior to {text}"],
        "after": [f"after {text}", f"After {text}", f"following {text}"],
        "since": [
            f"since {text}",
            f"from {text}",
            f"{text} onwards",
            f"From {text}",
            f"from {text} onwards",
            f"{text} to present",
        ],
        "until": [f"until {text}", f"up to {text}", f"to {text}", f"Until {text}", f"till {text}", f"up until {text}"],
    }
    ends = {"before": (None, first - one), "after": (last + one, None), "since": (first, None), "until": (None, last)}
    return Said("open_ended", r.choice(words[which]), *ends[which], precision="open", qualifier=which)
