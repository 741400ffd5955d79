"""Days written short because a heading or the row above says the rest: "17th am" or "5-7th" under "January 2015",
"12.11" for the day and the month, "Mon 2nd" below "Sun 1st Feb 2015".
"""

import re
from calendar import month_name
from dataclasses import replace
from datetime import date, timedelta

from threadline.domain import dates
from threadline.domain.chronology.evidence import is_clock
from threadline.domain.chronology.periods import Period
from threadline.domain.dates import DateReading, Problem

_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s*)?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_SHORT = re.compile(
    rf"(?P<days>(?:\?|~|c\.|circa|approx\.?|about|around|w/[ce]|wk beg)?\s*{_WEEKDAY}(?:the\s+)?{_NUMBER}"
    rf"(?:\s*(?:-|–|—|to)\s*{_WEEKDAY}{_NUMBER})?|early|mid|late)\.?(?P<mark>\s*\?)?(?:[\s,;@(]+(?P<rest>[^()]+?)\)?)?",
    re.IGNORECASE,
)
_DAY_AND_MONTH = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])")


def spelled_out(text: str, period: Period | None) -> str:
    """Return a day, a span of days or a part of the month with the heading's month and year put after it.

    "17th am" under "October 2014" is "17th October 2014 am". Empty when the heading is not one month, or the text says
    more than a day and a time.
    """
    if period is None or not period.is_one_month:
        return ""
    return _with_month(text, period.first)


def _with_month(text: str, within: date) -> str:
    found = _SHORT.fullmatch(text.strip())
    if found is None or (found["rest"] and not is_clock(found["rest"])):
        return ""
    month = f"{month_name[within.month]} {within.year}"
    return " ".join(part for part in (found["days"], month, found["mark"], found["rest"]) if part)


def day_in_month_of(since: date, text: str, today: date | None) -> DateReading | None:
    """Read "Mon 2nd" in the month of the row above, or in the next month when only that fits; None when neither does.

    A day before the row above's, or one whose weekday is another, does not fit.
    """
    following = (since.replace(day=1) + timedelta(days=31)).replace(day=1)
    for month in (since, following):
        whole = _with_month(text, month)
        found = dates.read(whole, today=today) if whole else None
        if found and found.earliest and found.earliest >= since and found.problem != Problem.WEEKDAY_MISMATCH:
            return replace(found, text=text)
    return None


def is_day_and_month(text: str, period: Period | None, previous: DateReading | None, clock_apart: bool) -> bool:
    """True when "12.11" is 12 November and not eleven past twelve: the heading is that month, the row above wrote its
    own day so, or the time has a cell of its own (`clock_apart`).
    """
    found = _DAY_AND_MONTH.fullmatch(text)
    if found is None:
        return False
    if clock_apart:
        return True
    if period is not None and period.is_one_month:
        return int(found["month"]) == period.first.month
    above = _DAY_AND_MONTH.fullmatch(previous.text) if previous else None
    day = previous.earliest if previous else None
    return above is not None and day is not None and (int(above["day"]), int(above["month"])) == (day.day, day.month)
