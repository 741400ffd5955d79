"""Writers of single days, right and wrong, and of texts that lean on something."""

import random
from dataclasses import replace
from datetime import date, timedelta

from tests.domain.dates.oracle.writing import (
    SHORT,
    Said,
    a_day,
    exact,
    month_name,
    named,
    numeric,
    ordinal,
    weekday_name,
    year_name,
)


def plain_day(r: random.Random) -> Said:
    day = a_day(r)
    return Said("plain_day", exact(r, day), day, day)


def old_year(r: random.Random) -> Said:
    day = a_day(r, 1950, 1999)
    return Said("old_year", f"{day.day:02}/{day.month:02}/{day.year % 100:02}", day, day)


def with_weekday(r: random.Random) -> Said:
    day = a_day(r)
    wrong = r.random() < 0.4
    said = day + timedelta(days=r.randrange(1, 7)) if wrong else day
    name, text = weekday_name(r, said), r.choice([numeric, named])(r, day)
    shown = r.choice(
        [
            f"{name} {text}",
            f"{name}, {text}",
            f"{text} ({name})",
            f"{text} {name}",
            f"{text}, {name}",
            f"({name}) {text}",
            f"{text} - {name}",
            f"{name} - {text}",
            f"{name}\n{text}",
            f"{text} [{name}]",
        ]
    )
    return Said("with_weekday", shown, day, day, problem="weekday_mismatch" if wrong else "")


def month_first(r: random.Random) -> Said:
    day = a_day(r)
    while day.day <= 12:
        day = a_day(r)
    mark = r.choice("/-.")
    text = mark.join((r.choice([f"{day.month}", f"{day.month:02}"]), str(day.day), year_name(r, day.year)))
    return Said("month_first", text, day, day, problem="ambiguous")


def impossible(r: random.Random) -> Said:
    day, month = r.choice(
        [(31, 4), (31, 6), (31, 9), (31, 11), (30, 2), (31, 2), (29, 2), (32, 1), (0, 5), (13, 13), (31, 13)]
    )
    year = r.choice([2011, 2013, 2014, 2015, 2017])
    mark = r.choice("/-.")
    forms = [mark.join((str(day), str(month), str(year))), mark.join((f"{day:02}", f"{month:02}", f"{year % 100:02}"))]
    if 1 <= month <= 12:
        name = month_name(r, month)
        forms += [f"{day} {name} {year}", f"{year}-{month:02}-{day:02}"] + (
            [f"{ordinal(day)} {name} {year}"] if day else []
        )
    return Said("impossible", r.choice(forms), precision="impossible", problem="impossible")


def serial(r: random.Random) -> Said:
    number = r.randrange(35000, 50001)
    day = date(1899, 12, 30) + timedelta(days=number)
    return Said("serial", str(number), day, day, qualifier="serial")


def bad_separator(r: random.Random) -> Said:
    day = a_day(r)
    d, m = r.choice([f"{day.day}", f"{day.day:02}"]), r.choice([f"{day.month}", f"{day.month:02}"])
    y = year_name(r, day.year)
    forms = [
        f"{d}.{m}/{y}",
        f"{d}/{m}.{y}",
        f"{d},{m},{y}",
        f"{d} /{m}/ {y}",
        f"{d}//{m}/{y}",
        f"{d}/{m}//{y}",
        f"{d}.{m}.{y}.",
    ]
    forms += [
        f"{d}-{m}/{y}",
        f"{d}/{m}-{y}",
        f"{d};{m};{y}",
        f"{d}\\{m}\\{y}",
        f"{d}_{m}_{y}",
        f"{d}..{m}.{y}",
        f"{d}--{m}--{y}",
    ]
    forms += [
        f"{d}/ {m}/{y}",
        f"{d} / {m} / {y}",
        f"{d}|{m}|{y}",
        f"{d}-/{m}/{y}",
        f"{d},{m}/{y}",
        f"{d}/{m},{y}",
        f"{d}. {m}. {y}",
    ]
    return Said("bad_separator", r.choice(forms), day, day, qualifier="repaired")


def bad_letter(r: random.Random) -> Said:
    day = a_day(r)
    mark = r.choice("/-.")
    text = mark.join((f"{day.day:02}", f"{day.month:02}", r.choice([f"{day.year}", f"{day.year % 100:02}"])))
    places = [place for place, letter in enumerate(text) if letter in "01"]
    if not places:
        return bad_letter(r)
    place = r.choice(places)
    letter = r.choice("Oo") if text[place] == "0" else r.choice("lI")
    return Said("bad_letter", text[:place] + letter + text[place + 1 :], day, day, qualifier="repaired")


TYPOS = (
    ("Janurary", "Januray", "Jaunary", "Janary"),
    ("Febuary", "Feburary", "Febuary", "Februrary", "Febraury", "Feberuary"),
    ("Mrach", "Marhc", "Marcch"),
    ("Apirl", "Aprill", "Arpil", "Aprl"),
    (),
    ("Juen", "Junne"),
    ("Jully", "Julyy"),
    ("Agust", "Augst", "Auguest", "Augsut"),
    ("Setember", "Septmber", "Spetember", "Septembr", "Septemeber"),
    ("Ocotber", "Octobr", "Otober", "Octobor"),
    ("Novemeber", "Novmber", "Novembr", "Novemebr"),
    ("Decmber", "Decemeber", "Dcember", "Decembr"),
)


def bad_month(r: random.Random) -> Said:
    day = a_day(r)
    while not TYPOS[day.month - 1]:
        day = a_day(r)
    typo = r.choice(TYPOS[day.month - 1])
    typo = r.choice([typo, typo.lower(), typo.upper()])
    forms = [f"{day.day} {typo} {day.year}", f"{ordinal(day.day)} {typo} {day.year}", f"{day.day}-{typo}-{day.year}"]
    forms += [f"{day.day} {typo} {day.year % 100:02}", f"{ordinal(day.day)} of {typo} {day.year}"]
    return Said("bad_month", r.choice(forms), day, day, qualifier="repaired")


def same_as(r: random.Random) -> Said:
    day = a_day(r)
    text = r.choice(
        [
            "ditto",
            "Ditto",
            "as above",
            "As above",
            "same day",
            "Same day",
            '"',
            "as before",
            "same date",
            "DITTO",
            "“",
            "''",
        ]
    )
    if r.random() < 0.3:
        return Said("same_as", text, precision="unknown", problem="needs_context")
    return Said("same_as", text, day, day, previous=day)


def no_year(r: random.Random) -> Said:
    day = a_day(r)
    while (day.month, day.day) == (2, 29):
        day = a_day(r)
    m = month_name(r, day.month)
    text = r.choice(
        [
            f"{day.day} {m}",
            f"{ordinal(day.day)} {m}",
            f"{ordinal(day.day)} of {m}",
            f"{day.day}/{day.month}",
            f"{day.day:02}/{day.month:02}",
            f"{day.day}-{SHORT[day.month - 1]}",
        ]
    )
    wrong = False
    if r.random() < 0.3:
        wrong = r.random() < 0.5
        said = day + timedelta(days=1) if wrong else day
        text = f"{weekday_name(r, said)} {text}"
    if r.random() < 0.3:
        return Said("no_year", text, precision="unknown", problem="needs_context")
    return Said("no_year", text, day, day, problem="weekday_mismatch" if wrong else "", year=day.year)


NOTHING = (
    "n/a",
    "N/A",
    "unknown",
    "Unknown",
    "not recorded",
    "ongoing",
    "tbc",
    "TBC",
    "-",
    "",
    "--",
    "see notes",
    "not known",
    "n/k",
    "various",
    "none",
    "date unknown",
    "no date",
    "see report",
    "tba",
    "awaited",
    "pending",
    "not stated",
    "Undated",
    "?",
    "...",
    "blank",
    "—",
    "throughout",
    "historic",
    "date not recorded",
)


def not_a_date(r: random.Random) -> Said:
    return Said("not_a_date", r.choice(NOTHING), precision="unknown", problem="not_a_date")


def future(r: random.Random) -> Said:
    said = plain_day(r)
    assert said.earliest
    today = said.earliest + timedelta(days=r.randrange(-400, 400))
    return replace(said, kind="future", today=today, problem="future" if said.earliest > today else "")
