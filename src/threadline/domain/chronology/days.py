"""When a row happened: its own date and time cells, and what the rows and headings above lend it, always said aloud."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from threadline.domain import dates
from threadline.domain.chronology.corrections import RowFix
from threadline.domain.chronology.entries import Act, Attention, Level
from threadline.domain.chronology.evidence import is_clock
from threadline.domain.chronology.periods import Period
from threadline.domain.chronology.short_days import day_in_month_of, is_day_and_month, spelled_out
from threadline.domain.dates import DateReading, Precision, Problem, TimeReading

_DITTO = re.compile(
    r"(?:[\"”“〃]+|''|do\.?|ditto|as above|same (?:day|date)(?: as above)?|as before|idem|same)(?=$|[\s,;"
    r":\-–(@])[\s,;:\-–]*",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s*)?(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\b\.?", re.IGNORECASE
)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_STILL = re.compile(r"(?:on-?going|present|current(?:ly)?|to date|now|continu\w+|open|date)\W*", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}\D{0,5}?(?:\s*[,;&\n]\s*"
    r"|\s+(?:and|or)\s+)\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s*,\s*(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:,|and|&)?\s*)+\s*[a-z]{3,}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s*(?:and|&|or)\s*\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;&\n]|\b(?:and|or)\b)\s*", re.IGNORECASE)
_LATE = timedelta(days=120)
_SETTLE = (Act.TYPE_DATE, Act.KEEP_UNDATED, Act.SAME_DAY)
_REMEDY = "Type the date, keep the entry without a date, or say that it is the same day as the row above."


@dataclass(frozen=True, slots=True)
class Given:
    """What one row offers about when: texts as they stand, and the real dates and times a spreadsheet holds."""

    text: str = ""
    typed: date | datetime | None = None
    clock_text: str = ""
    clock: time | None = None
    end_text: str = ""
    end_typed: date | datetime | None = None
    end_clock_text: str = ""
    end_clock: time | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """The reading of one row's time, what was assumed for it (a sentence or nothing), and what needs a look."""

    when: DateReading
    assumed: str = ""
    attention: tuple[Attention, ...] = ()


@dataclass(slots=True)
class Days:
    """Reads the rows of one file in order. `period` is the heading in force, `previous` the row above; both lend what
    a row lacks.
    """

    today: date | None = None
    period: Period | None = None
    previous: DateReading | None = None
    scope: Period | None = None
    _dated: date | None = field(default=None)
    _fresh: bool = field(default=False)
    _month: str = field(default="")
    _year: str = field(default="")

    def forget(self) -> None:
        """Begin another sheet: nothing carries over."""
        self.previous = self.period = self._dated = None
        self._fresh, self._month, self._year = False, "", ""

    def enter(self, period: Period) -> None:
        """Take note of a heading that gives a time to the rows below it."""
        self.period = period
        self._fresh = True

    def inside(self, period: Period) -> None:
        """Take note of the years a longer heading names, without making its rows undated ones of that time."""
        self.period = period

    def join(self, day: str, month: str, year: str) -> str:
        """Join a date that stands in columns of its own; a blank month or year is that of the row above."""
        if year:
            self._month = ""
        self._year, self._month = year or self._year, month or self._month
        if not day and not month and not year:
            return ""
        if self._month.isdigit() and day.isdigit():
            return "/".join(part for part in (day, self._month, self._year) if part)
        return " ".join(part for part in (day, self._month, self._year) if part)

    def read(self, given: Given, fix: RowFix | None = None) -> Moment:
        """Read one row and remember it for the next."""
        moment = self._fixed(given, fix) if fix is not None and fix.sets_date else self._read(given)
        self.previous = moment.when
        self._dated = moment.when.earliest or self._dated
        self._fresh = False
        return moment

    def _read(self, given: Given) -> Moment:
        moment = self._day(given)
        if given.end_text or given.end_typed:
            moment = self._until(moment, given)
        if given.clock_text or given.clock is not None:
            moment = _with_clock(moment, given)
        return moment

    def _fixed(self, given: Given, fix: RowFix) -> Moment:
        """What a person said wins, and is not asked about again; a typed date that is none says so."""
        if fix.undated:
            return Moment(_unknown(given.text, None))
        if fix.same_day:
            when = (
                replace(self.previous, text=given.text)
                if self.previous
                else _unknown(given.text, Problem.NEEDS_CONTEXT)
            )
            moment = Moment(
                when, "A person said: same day as the row above.", () if self.previous else _asked(when, given.text)
            )
        else:
            moment = self._written(fix.date)
        clock = given.clock_text or given.clock is not None
        return _with_clock(moment, given) if clock and moment.when.time_from is None else moment

    def _day(self, given: Given) -> Moment:
        if given.typed is not None:
            return self._typed(given)
        text = given.text
        if not text:
            return self._blank()
        if self._is_time_alone(text, bool(given.clock_text)):
            return self._same_day(text, text)
        ditto = _DITTO.match(text)
        if ditto:
            return self._same_day(text, text[ditto.end() :])
        return self._written(text)

    def _is_time_alone(self, text: str, clock_apart: bool) -> bool:
        if not is_clock(text) or _BARE_YEAR.fullmatch(text) or self.previous is None or not self.previous.is_dated:
            return False
        return not is_day_and_month(text, self.period, self.previous, clock_apart)

    def _typed(self, given: Given) -> Moment:
        value = given.typed
        if isinstance(value, datetime) and value.time() != time(0):
            reading = dates.read(given.text, today=self.today)
        else:
            day = value.date() if isinstance(value, datetime) else value
            future = Problem.FUTURE if self.today and day and day > self.today else None
            reading = DateReading(given.text, day, day, None, None, Precision.EXACT, None, future)
        return Moment(reading, "", _asked(reading, given.text))

    def _blank(self) -> Moment:
        """A blank date is the day of the heading just above, else of the row above, else unknown."""
        if self._fresh and self.period is not None:
            return Moment(_of_period(self.period), f"No date in the row: taken from the heading “{self.period.words}”.")
        if self.previous is not None and self.previous.is_dated:
            return self._same_day("", "")
        if self.period is not None and self.period.reading is not None and self.previous is None:
            return Moment(_of_period(self.period), f"No date in the row: taken from the heading “{self.period.words}”.")
        reading = _unknown("", None)
        sentence = (
            "The date is blank, and the row above has no date to take."
            if self.previous
            else "The date is blank, and no row above gives one."
        )
        return Moment(reading, "", (Attention("no_date", sentence, _REMEDY, _SETTLE),))

    def _same_day(self, text: str, rest: str) -> Moment:
        if self.previous is None or not self.previous.is_dated:
            reading = _unknown(text, Problem.NEEDS_CONTEXT)
            return Moment(
                reading,
                "",
                (Attention("no_row_above", f"“{text}” points to the row above, which has no date.", _REMEDY, _SETTLE),),
            )
        when = replace(self.previous, text=text, time_from=None, time_to=None, problem=None)
        said = (
            f"“{text}” is read as the same day as the row above."
            if text
            else "The date is blank: taken as the same day as the row above."
        )
        moment = Moment(
            when,
            said,
            ()
            if text
            else (Attention("same_day", said, "Type the date if it was another day.", _SETTLE[:2], Level.NOTE),),
        )
        return _with_clock(moment, Given(clock_text=rest)) if rest and is_clock(rest) else moment

    def _written(self, text: str) -> Moment:
        reading = dates.read(text, previous=self._previous_day(), today=self.today)
        assumed = ""
        if reading.problem == Problem.AMBIGUOUS and not reading.is_dated and _SEVERAL.search(text):
            reading = self._from_first_to_last(text, reading)
        if reading.problem == Problem.NEEDS_CONTEXT or (not reading.is_dated and spelled_out(text, self.period)):
            reading, assumed = self._with_year(text, reading)
        return Moment(reading, assumed, _asked(reading, text) or _worth_a_look(reading, text, assumed))

    def _from_first_to_last(self, text: str, reading: DateReading) -> DateReading:
        """Read "3, 5 and 9 May 2015" or "12/05/15, 14/05/15" as the span of its days, still to be asked about."""
        parts = [part for part in _BETWEEN.split(text) if part.strip()]
        last = dates.read(parts[-1], today=self.today)
        first = dates.read(parts[0], today=self.today)
        alone = _DAY_ALONE.fullmatch(parts[0].strip())
        if alone and last.earliest:
            first = dates.read(f"{alone['day']}/{last.earliest.month}/{last.earliest.year}")
        if first.earliest is None or last.latest is None or first.earliest > last.latest:
            return reading
        return replace(reading, earliest=first.earliest, latest=last.latest, precision=Precision.RANGE)

    def _previous_day(self) -> date | None:
        return self.previous.earliest if self.previous else None

    def _with_year(self, text: str, reading: DateReading) -> tuple[DateReading, str]:
        """Give a year to a day without one: from the heading in force, else from the row above, else from the file's
        period.
        """
        whole = spelled_out(text, self.period)
        if whole and self.period:
            said = f"Month and year are taken from the heading “{self.period.words}”."
            return replace(dates.read(whole, today=self.today), text=text), said
        since = self._previous_day() or self._dated
        for period, said in ((self.period, "the heading"), (self.scope, "the period stated in the file")):
            found = self._in(period, text) if period and (said == "the heading" or len(period.years) == 1) else None
            if found is not None and period is not None:
                return found, f"The year is taken from {said} “{period.words}”."
            if since is not None and said == "the heading":
                after = self._after(since, text)
                if after is not None:
                    return after, "The year is not written: taken from the rows above."
                after = day_in_month_of(since, text, self.today)
                if after is not None:
                    return after, "The month and year are not written: taken from the rows above."
        return reading, ""

    def _in(self, period: Period, text: str) -> DateReading | None:
        """The reading within the period; of several, the first that is not before the row above."""
        found = [dates.read(text, year=year, today=self.today) for year in period.years]
        dated = [one for one in found if one.earliest is not None or one.precision == Precision.IMPOSSIBLE]
        within = [
            one
            for one in dated
            if one.earliest and one.latest and one.latest >= period.first and one.earliest <= period.last
        ] or dated
        since = self.previous.earliest if self.previous and len(within) > 1 else None
        return next(
            (one for one in within if since is None or one.earliest is None or one.earliest >= since),
            within[0] if within else None,
        )

    def _after(self, since: date, text: str) -> DateReading | None:
        """The reading in the year of the row above, or in the next when that would jump back by more than a season."""
        same = dates.read(text, year=since.year, today=self.today)
        if same.earliest is None:
            return same if same.precision == Precision.IMPOSSIBLE else None
        if same.earliest < since - _LATE:
            later = dates.read(text, year=since.year + 1, today=self.today)
            return later if later.earliest is not None else same
        return same

    def _until(self, moment: Moment, given: Given) -> Moment:
        """Stretch the day to the end-date column: a range; "ongoing" leaves the end open; an end before the start is
        asked about.
        """
        start = moment.when
        if start.earliest is None:
            return moment
        if not given.end_typed and _STILL.fullmatch(given.end_text):
            return replace(
                moment, when=replace(start, latest=None, precision=Precision.OPEN, qualifier=dates.Qualifier.SINCE)
            )
        end = Days(self.today, self.period, start)._day(Given(given.end_text, given.end_typed)).when
        if end.latest is None or end.latest == start.latest:
            return moment
        if end.latest < start.earliest:
            sentence = f"The end date “{given.end_text}” is before the start date “{given.text}”."
            return replace(
                moment,
                attention=(
                    *moment.attention,
                    Attention("end_before_start", sentence, "Type the date or dates.", _SETTLE[:2]),
                ),
            )
        return replace(moment, when=replace(start, latest=end.latest, precision=Precision.RANGE))


def _unknown(text: str, problem: Problem | None) -> DateReading:
    return DateReading(text, None, None, None, None, Precision.UNKNOWN, None, problem)


def _of_period(period: Period) -> DateReading:
    if period.reading is not None:
        return replace(period.reading, text="")
    return DateReading("", period.first, period.last, None, None, Precision.YEAR, None, None)


def _with_clock(moment: Moment, given: Given) -> Moment:
    clock = _clock(given)
    if clock.time_from is None and clock.time_to is None:
        if clock.problem is None or moment.attention:
            return moment
        sentence = f"“{clock.text}” is not a time that can be read."
        return replace(
            moment,
            attention=(Attention("no_time", sentence, "Type the date and the time.", (Act.TYPE_DATE,), Level.NOTE),),
        )
    if not moment.when.is_dated:
        return replace(moment, when=replace(moment.when, time_from=clock.time_from, time_to=clock.time_to))
    return Moment(dates.combine(moment.when, clock), moment.assumed, moment.attention)


_read_time = lru_cache(maxsize=2048)(dates.read_time)


def _clock(given: Given) -> TimeReading:
    start = dates.from_time(given.clock) if given.clock is not None else _read_time(given.clock_text)
    end = given.end_clock or (_read_time(given.end_clock_text).time_from if given.end_clock_text else None)
    if end is None or start.time_from is None or end == start.time_from:
        return start
    return replace(start, time_to=end, over_midnight=end < start.time_from)


def _asked(reading: DateReading, text: str) -> tuple[Attention, ...]:
    """The matters of a date that a person must settle."""
    match reading.problem:
        case Problem.IMPOSSIBLE:
            return (Attention("impossible", dates.explain(reading), _REMEDY, _SETTLE),)
        case Problem.AMBIGUOUS if reading.precision == Precision.RANGE and _SEVERAL.search(text):
            sentence = f"“{text}” names several days. They are kept as one entry, from the first day to the last."
            remedy = "Ask the agency for one row for each day, or type the day that is meant."
            return (Attention("several_days", sentence, remedy, _SETTLE[:2]),)
        case Problem.AMBIGUOUS:
            return (Attention("ambiguous", dates.explain(reading), "Type the date that is meant.", _SETTLE[:2]),)
        case Problem.NEEDS_CONTEXT:
            return (Attention("no_year", f"“{text}” needs a year, and nothing above gives one.", _REMEDY, _SETTLE),)
        case Problem.NOT_A_DATE:
            return (Attention("not_a_date", f"“{text}” gives no date.", _REMEDY, _SETTLE),)
        case Problem.FUTURE:
            return (
                Attention(
                    "future", dates.explain(reading), "Check the year, and type the date if it is wrong.", _SETTLE[:2]
                ),
            )
        case _:
            return ()


def _worth_a_look(reading: DateReading, text: str, assumed: str) -> tuple[Attention, ...]:
    """The matters of a date that are read, but that a careful reader would check."""
    matters: list[Attention] = []
    check = "Check it, and type the date if it is wrong."
    if reading.problem == Problem.WEEKDAY_MISMATCH:
        matters.append(Attention("weekday", dates.explain(reading), check, _SETTLE[:1], Level.NOTE))
    if reading.qualifier == dates.Qualifier.REPAIRED:
        matters.append(Attention("mistyped", dates.explain(reading), check, _SETTLE[:1], Level.NOTE))
    if assumed.endswith("not written: taken from the rows above."):
        matters.append(Attention("year_assumed", assumed, check, _SETTLE[:1], Level.NOTE))
    return tuple(matters)
