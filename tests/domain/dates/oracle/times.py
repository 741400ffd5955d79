"""Writers of days with clock times."""

import random
from datetime import timedelta

from tests.domain.dates.oracle.writing import Said, a_day, named, numeric


def clock_texts(r: random.Random, hour: int, minute: int) -> str:
    forms = [
        f"{hour:02}{minute:02}hrs",
        f"{hour:02}.{minute:02}",
        f"{hour:02}:{minute:02}",
        f"{hour:02}{minute:02} hrs",
        f"{hour:02}:{minute:02}hrs",
        f"{hour:02}.{minute:02}hrs",
        f"{hour:02}{minute:02}",
        f"{hour:02}{minute:02}h",
    ]
    twelve, half = hour % 12 or 12, "am" if hour < 12 else "pm"
    half = r.choice([half, half, f" {half}", half.upper(), f"{half[0]}.m.", f" {half[0]}.m."])
    forms += [f"{twelve}.{minute:02}{half}", f"{twelve}:{minute:02}{half}"] + (
        [f"{twelve}{half}"] * 2 if not minute else []
    )
    if not minute and hour in (0, 12):
        forms += ["midnight", "midnight"] if hour == 0 else ["noon", "midday", "12 noon"]
    return r.choice(forms)


def a_clock(r: random.Random) -> tuple[int, int]:
    return r.randrange(24), r.choice([0, 0, 15, 30, 45, r.randrange(60)])


def joined(r: random.Random, day: str, clock: str) -> str:
    return r.choice(
        [
            f"{day} {clock}",
            f"{day}, {clock}",
            f"{day} at {clock}",
            f"{day}\n{clock}",
            f"{day} - {clock}",
            f"{day} ({clock})",
            f"{clock} {day}",
            f"{clock}, {day}",
            f"{clock} on {day}",
            f"{clock}\n{day}",
            f"{day}\t{clock}",
        ]
    )


def timed(r: random.Random) -> Said:
    day, (hour, minute) = a_day(r), a_clock(r)
    text = r.choice([numeric, named])(r, day)
    if " " in text and not any(letter.isalpha() for letter in text):
        text = text.replace(" ", "/")
    return Said("timed", joined(r, text, clock_texts(r, hour, minute)), day, day, f"{hour:02}:{minute:02}")


def time_words(r: random.Random) -> Said:
    day = a_day(r)
    words, first, last = r.choice(
        [
            (("morning", "Morning", "am", "a.m.", "AM"), "06:00", "12:00"),
            (("afternoon", "pm", "p.m.", "PM"), "12:00", "18:00"),
            (("evening", "Evening"), "18:00", "23:59"),
            (("early hours", "Early hours"), "00:00", "06:00"),
        ]
    )
    word, text = r.choice(words), r.choice([numeric, named])(r, day)
    if " " in text and not any(letter.isalpha() for letter in text):
        text = text.replace(" ", "-")
    if not text.endswith(str(day.year)):
        # `3 Oct 09 a.m.` may be nine in the morning of a day without a year.
        text = f"{day:%d/%m/%y}"
    forms = [
        f"{text} {word}",
        f"{text}, {word}",
        f"{text} ({word})",
        f"{word} of {text}",
        f"{text} - {word}",
        f"{word} {text}",
        f"{text}\n{word}",
    ]
    return Said("time_words", r.choice(forms), day, day, first, last)


def time_span(r: random.Random) -> Said:
    day = a_day(r)
    begin = r.randrange(0, 23 * 60, 5)
    end = begin + r.randrange(5, min(1435 - begin, 180), 5)
    one, two = divmod(begin, 60), divmod(end, 60)
    text = r.choice([numeric, named])(r, day)
    if " " in text and not any(letter.isalpha() for letter in text):
        text = text.replace(" ", ".")
    join = r.choice(["-", " - ", "–", " to ", " until "])
    half = "am" if one[0] < 12 else "pm"
    forms = [
        f"{one[0]:02}{one[1]:02}{join}{two[0]:02}{two[1]:02}hrs",
        f"{one[0]:02}:{one[1]:02}{join}{two[0]:02}:{two[1]:02}",
        f"{one[0]:02}{one[1]:02}hrs{join}{two[0]:02}{two[1]:02}hrs",
    ]
    if (one[0] < 12) == (two[0] < 12):
        forms += [
            f"{one[0] % 12 or 12}.{one[1]:02}{join}{two[0] % 12 or 12}.{two[1]:02}{half}",
            f"{one[0] % 12 or 12}.{one[1]:02}{half}{join}{two[0] % 12 or 12}.{two[1]:02}{half}",
            f"between {one[0] % 12 or 12}.{one[1]:02} and {two[0] % 12 or 12}.{two[1]:02}{half}",
        ]
    clock = r.choice(forms)
    shown = r.choice(
        [f"{text} {clock}", f"{text}, {clock}", f"{text}\n{clock}", f"{clock} on {text}", f"{text} ({clock})"]
    )
    return Said("time_span", shown, day, day, f"{one[0]:02}:{one[1]:02}", f"{two[0]:02}:{two[1]:02}")


def over_midnight(r: random.Random) -> Said:
    day = a_day(r)
    one, two = (r.randrange(18, 24), r.choice([0, 15, 30, 45])), (r.randrange(0, 6), r.choice([5, 15, 30, 45]))
    text = r.choice([numeric, named])(r, day)
    if " " in text and not any(letter.isalpha() for letter in text):
        text = text.replace(" ", "/")
    join = r.choice(["-", " - ", "–", " to "])
    forms = [
        f"{one[0]:02}{one[1]:02}{join}{two[0]:02}{two[1]:02}hrs",
        f"{one[0]:02}:{one[1]:02}{join}{two[0]:02}:{two[1]:02}",
        f"{one[0]:02}.{one[1]:02}{join}{two[0]:02}.{two[1]:02}",
        f"{one[0] - 12}.{one[1]:02}pm{join}{two[0] or 12}.{two[1]:02}am",
    ]
    shown = r.choice([f"{text} {r.choice(forms)}", f"{text}, {r.choice(forms)}"])
    return Said(
        "over_midnight",
        shown,
        day,
        day + timedelta(days=1),
        f"{one[0]:02}:{one[1]:02}",
        f"{two[0]:02}:{two[1]:02}",
        "range",
    )


def bad_time(r: random.Random) -> Said:
    day = a_day(r)
    clock = r.choice(
        [
            "25:00",
            "26:30",
            "14:75",
            "2575hrs",
            "24:30",
            "99:99",
            "9:60",
            "13:99",
            "31:15",
            "14.75",
            "2460hrs",
            "14:61pm",
            "25.30hrs",
        ]
    )
    text = r.choice([numeric, named])(r, day)
    if " " in text and not any(letter.isalpha() for letter in text):
        text = text.replace(" ", "/")
    return Said("bad_time", f"{text} {clock}", day, day, problem="impossible")


def iso_moment(r: random.Random) -> Said:
    day, (hour, minute) = a_day(r), a_clock(r)
    second, zone = r.choice(["", ":07", ":59.123"]), r.choice(["", "Z", "+01:00", "+0000"])
    join = r.choice(["T", "T", " "]) if not zone or second else "T"
    return Said(
        "iso_moment", f"{day.isoformat()}{join}{hour:02}:{minute:02}{second}{zone}", day, day, f"{hour:02}:{minute:02}"
    )


def zero_time(r: random.Random) -> Said:
    day = a_day(r)
    text = r.choice([f"{day:%d/%m/%Y}", day.isoformat(), f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}"])
    return Said("zero_time", f"{text} 00:00:00", day, day)
