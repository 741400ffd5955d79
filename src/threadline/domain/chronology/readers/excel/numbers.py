"""A stored number and its format into the cell a person sees: a date, a time, a duration or a number."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import isfinite

from threadline.domain.chronology.grid import Cell
from threadline.domain.chronology.readers.excel.formats import general, kind, shown
from threadline.domain.chronology.readers.typed import cell_of_moment, cell_of_time

_LAST_SERIAL = 2_958_466
_BEGIN_1900 = datetime.fromisoformat("1899-12-30")
_BEGIN_1904 = datetime.fromisoformat("1904-01-01")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number_cell(number: float, code: str, epoch_1904: bool = False) -> Cell:
    """The cell for a number in this format.

    A date format gives a date (a datetime where the number has a part of a day); a time format a time. The first
    of a month in a format that shows no day gives the words "Sep 2014", because Excel made up the day; so for a year.
    """
    if not isfinite(number):
        return Cell(str(number), str(number))
    what = kind(code)
    if what in ("number", "text"):
        return _plain(number, code)
    if what in ("time", "elapsed"):
        return _clock(number, what)
    if 0 < number < 1 and what == "datetime":
        return _clock(number, what)
    moment = moment_of(number, epoch_1904)
    if moment is None:
        return _plain(number, "General")
    words = _meant(moment, what)
    return Cell(words, words) if words else cell_of_moment(moment)


def moment_of(serial: float, epoch_1904: bool = False) -> datetime | None:
    """The moment a date serial stands for, to the second; None outside the calendar of Excel.

    In the 1900 calendar Excel counts a 29 February 1900 that never was (serial 60): it is given as 28 February.
    """
    if not (0 if epoch_1904 else 1) <= serial < _LAST_SERIAL:
        return None
    begin = _BEGIN_1904 if epoch_1904 else _BEGIN_1900
    days = serial + 1 if not epoch_1904 and serial < 60 else serial
    return begin + timedelta(seconds=round(days * 86_400))


def _meant(moment: datetime, what: str) -> str:
    """The month or year somebody typed, which Excel keeps as its first day; "" where the day was given."""
    if what == "month" and moment.day == 1:
        return f"{_MONTHS[moment.month - 1]} {moment.year}"
    return str(moment.year) if what == "year" and (moment.month, moment.day) == (1, 1) else ""


def _clock(number: float, what: str) -> Cell:
    """A time of day; a time format over a full date shows only the clock, a duration of a day or more its hours."""
    if number < 0 or number >= _LAST_SERIAL:
        return _plain(number, "General")
    seconds = round(number * 86_400)
    if what == "elapsed" and seconds >= 86_400:
        hours, rest = divmod(seconds, 3_600)
        return Cell(f"{hours}:{rest // 60:02d}", number)
    return cell_of_time((_BEGIN_1904 + timedelta(seconds=seconds)).time())


def _plain(number: float, code: str) -> Cell:
    value: float | int = int(number) if number == int(number) and abs(number) < 1e15 else number
    text = general(number) if code in ("General", "@") else shown(number, code)
    return Cell(text, value)
