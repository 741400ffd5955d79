"""A date as it was read, in the words of a screen: doubt is said, never hidden in a false day."""

from datetime import date, time

from threadline.domain.dates import DateReading, Precision, Qualifier
from threadline.ui.words import clock, day

PART_OF_MONTH = {1: "early", 11: "mid", 21: "late"}


def day_words(when: DateReading) -> str:
    """ "3 February 2015", "about 3 February 2015", "early March 2015", "May 2015", "No date"."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        if first is None and last is None:
            return "No date"
        return f"{day(last)} or earlier" if first is None else f"{day(first)} or later"
    words = _words(when.precision, first, last)
    doubtful = when.qualifier is Qualifier.APPROXIMATE or when.precision is Precision.APPROXIMATE
    return f"about {words}" if doubtful else words


def _words(precision: Precision, first: date, last: date) -> str:
    if first == last:
        return day(first)
    if precision is Precision.MONTH:
        return f"{first:%B} {first.year}"
    if precision is Precision.PART_MONTH and first.day in PART_OF_MONTH:
        return f"{PART_OF_MONTH[first.day]} {first:%B} {first.year}"
    if precision is Precision.YEAR and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    return span_words(first, last)


def span_words(first: date, last: date) -> str:
    """ "3 to 5 February 2015", "28 December 2014 to 2 January 2015"."""
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%B} to {day(last)}"
    return f"{first.day} to {day(last)}"


def time_words(time_from: time | None, time_to: time | None) -> str:
    """ "2:15pm", "2:15pm to 3pm", or nothing."""
    if time_from is None:
        return f"until {clock(time_to)}" if time_to else ""
    return f"{clock(time_from)} to {clock(time_to)}" if time_to else clock(time_from)
