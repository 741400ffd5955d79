"""Running text that opens with a date: "12/05/15 - health visitor called", "3rd February 2015 at 10.30am: strategy
meeting".
"""

import re

from threadline.domain import dates

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{0,7})\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WHOLE = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}\s?[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?(?:\d{{4}}|\d\d)(?!\d)"
    rf"|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?:\d{{4}}|['’]?\d\d(?!\d|:|\.\d))|"
    rf"{_DAY}[-.]{_MONTH}[-.]\d{{2,4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}})"
)
_PART = (
    rf"(?:(?:early|mid|late|end of|beginning of)?[\s-]*{_MONTH}\s+\d{{4}}|\d{{1,2}}/\d{{4}}(?!/)|(?:spring"
    rf"|summer|autumn|winter)\s+(?:term\s+)?\d{{4}}|(?:19|20)\d\d(?=\s*[:–—-]))"
)
_NO_YEAR = rf"(?:{_DAY}\s+{_MONTH}|{_DAY}[/.]\d{{1,2}})(?=\s*(?:[:–—\t]|-\s|\s-))"
_SPAN = rf"(?:{_DAY}\s*(?:-|–|—|/|to|and|&)\s*)?{_WHOLE}(?:\s*(?:-|–|—|to|until)\s*{_WHOLE})?"
_CLOCK = (
    r"(?:\s*,?\s*[(\[]?(?:at|@|time:?)?\s*(?:(?:[01]?\d|2[0-3])[:.][0-5]\d\s*(?:hrs?|hours|[ap]\.?m\.?)?|(?:[01]\d"
    r"|2[0-3])[0-5]\d\s*(?:hrs?|hours)|(?<=at )(?:[01]\d|2[0-3])[0-5]\d|\d{1,2}\s*[ap]\.?m\.?)"
    r"(?=[\s,:;)\]–—-]|$)[)\]]?)?"
)
_OPENING = re.compile(
    rf"\s*[•*\-–(\[]?\s*(?P<day>(?:(?:on|w/c|w/e|week commencing|week ending|overnight|approx\.?|circa|c\.?|about"
    rf"|around|\?|~)\s*)*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
    rf"(?:{_SPAN}|{_PART}|{_NO_YEAR}){_CLOCK})\s*[)\]]?(?=$|[\s:;,.–—-])",
    re.IGNORECASE,
)


def opening_day(text: str) -> str:
    """Return the date, with its time if one follows, that a text opens with; empty when it opens with none."""
    found = _OPENING.match(text)
    if not found:
        return ""
    day = found["day"].strip()
    reading = dates.read(day)
    return day if reading.is_dated or reading.precision == "impossible" or reading.problem == "needs_context" else ""


def after_opening(text: str) -> str:
    """Return what follows the date and its dash or colon; the whole text when it does not open with a date."""
    found = _OPENING.match(text)
    return re.sub(r"^[\s:;,.–—\-)\]]+", "", text[found.end() :]) if found else text
