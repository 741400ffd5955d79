"""Headings that give a time to the rows below them: "2014", "2015 (continued)", "January", "Autumn term 2014", "Monday
5 January 2015".
"""

import re
from dataclasses import dataclass
from datetime import date

from threadline.domain import dates
from threadline.domain.chronology.evidence import other_words
from threadline.domain.dates import DateReading

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?", re.IGNORECASE)
_CONTINUED = re.compile(
    r"[\s(\[,:–—-]*\b(?:continued|cont(?:in)?\.?|cont['’]?d\.?|contd\.?|\(?ctd\.?)[)\]\s.…]*$", re.IGNORECASE
)
_DRESSING = re.compile(
    r"^(?:chronology|timeline|events|entries|records|contacts?|involvement|history|calendar year|year|period|month"
    r"|date|the year|reporting period|"
    r"quarter starting)\b(?:\s+(?:for|of|in|during|from|covering|ending))*\s*[:\-–—]?\s*|"
    r"\s*[:\-–—]?\s*(?:chronology|timeline|events|entries|records|contacts?|involvement)$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^[\s\-–—*_=#.:|]+|[\s\-–—*_=#:|]+$")
_SCHOOL_YEAR = re.compile(
    r"(?:(?P<kind>school|academic|financial|fiscal)\s+year|fy|ay)?[\s:]*(?P<first>(?:19"
    r"|20)\d\d)\s*[/\-–—]\s*(?P<second>(?:(?:19|20)\d\d|\d\d))",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ONE_YEAR = re.compile(r"(?:19|20)\d\d")
_WIDE = frozenset({"month", "year", "part_year", "part_month", "week", "range"})
_LONGEST = 60
_SEASON = 120
_YEAR_IN_SCHOOL = re.compile(r"\b(?:school\s+)?(?:year|yr)\s*(?:group\s*)?\d{1,2}\b(?!\s*[/-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """The time a heading stands for, both days included, and the words it was read from. `is_day` when it is one
    single day.
    """

    first: date
    last: date
    words: str
    reading: DateReading | None = None

    @property
    def is_day(self) -> bool:
        """True when the heading names one day, which then holds for every undated row below it."""
        return self.first == self.last

    @property
    def is_one_month(self) -> bool:
        """True when it lies within one month, so that a bare number below it is a day."""
        return (self.first.year, self.first.month) == (self.last.year, self.last.month)

    @property
    def years(self) -> range:
        """The calendar years it touches."""
        return range(self.first.year, self.last.year + 1)


def period_in(text: str, within: Period | None = None) -> Period | None:
    """Read a heading that is nothing but a time; `within` gives the year to a month named alone. None when it is
    anything else.
    """
    bare = _bare(text)
    if not bare or len(bare) > _LONGEST or _YEAR_IN_SCHOOL.fullmatch(bare):
        return None
    if _ONE_YEAR.fullmatch(bare):
        return Period(date(int(bare), 1, 1), date(int(bare), 12, 31), text)
    school = _SCHOOL_YEAR.fullmatch(bare)
    if school:
        return _two_years(school, text)
    if _MONTH.fullmatch(bare):
        return _month_alone(bare, text, within)
    return _by_reader(bare, text, within)


def _bare(text: str) -> str:
    bare = " ".join(text.split())
    while True:
        shorter = _RULE.sub("", _CONTINUED.sub("", bare)).strip("()[] ")
        dressed = _DRESSING.sub("", shorter).strip() or shorter
        if dressed == bare:
            return bare
        bare = dressed


def _two_years(found: re.Match[str], text: str) -> Period | None:
    first, second = int(found["first"]), found["second"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    last += 100 if last < first and len(second) == 2 else 0
    if last != first + 1:
        return _by_reader(found.group(), text, None)
    if (found["kind"] or "").casefold() in ("financial", "fiscal"):
        return Period(date(first, 4, 1), date(last, 3, 31), text)
    if found["kind"]:
        return Period(date(first, 9, 1), date(last, 8, 31), text)
    return Period(date(first, 1, 1), date(last, 12, 31), text)


def _month_alone(bare: str, text: str, within: Period | None) -> Period | None:
    word = bare.rstrip(".").casefold()
    month = next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)
    if not month or within is None:
        return None
    return _by_reader(f"{_MONTHS[month - 1]} {_year_of(month, within)}", text, None)


def _year_of(month: int, within: Period) -> int:
    """The year of a month named alone under a heading: within it, or after it when the heading was itself no longer
    than a season.
    """
    year = within.first.year + (date(within.first.year, month, 28) < within.first)
    beyond = date(year, month, 1) > within.last
    return within.first.year if beyond and (within.last - within.first).days >= _SEASON else year


def _by_reader(bare: str, text: str, within: Period | None) -> Period | None:
    if not re.search(r"\d", bare) or other_words(bare):
        return None
    reading = dates.read(bare)
    if reading.problem == "needs_context" and within is not None and len(within.years) == 1:
        reading = dates.read(bare, year=within.first.year)
    if reading.earliest is None or reading.latest is None or reading.problem == "not_a_date":
        return None
    whole_day = reading.earliest == reading.latest and reading.time_from is None
    return Period(reading.earliest, reading.latest, text, reading) if whole_day or reading.precision in _WIDE else None


def years_named(text: str) -> Period | None:
    """Return the year, or the two neighbouring years, that a longer heading names ("Period 2: nursery (2014-2015)");
    None otherwise.
    """
    years = sorted({int(year) for year in _YEARS.findall(text)})
    if not years or years[-1] - years[0] > 1:
        return None
    return Period(date(years[0], 1, 1), date(years[-1], 12, 31), text)
