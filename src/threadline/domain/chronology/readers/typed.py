"""Dates, times and numbers of spreadsheets as cells: the typed value with the words for it."""

from __future__ import annotations

from datetime import date, datetime, time

from threadline.domain.chronology.grid import Cell

_MIDNIGHT = time()


def cell_of_moment(moment: datetime) -> Cell:
    """A date, with its time unless that is midnight, which is how spreadsheets keep a date alone."""
    if moment.time() == _MIDNIGHT:
        return cell_of_date(moment.date())
    clock = moment.time()
    return Cell(f"{moment.date().isoformat()} {_clock(clock)}", moment)


def cell_of_date(day: date) -> Cell:
    """A date alone."""
    return Cell(day.isoformat(), day)


def cell_of_time(clock: time) -> Cell:
    """A time of day."""
    return Cell(_clock(clock), clock)


def cell_of_bool(value: bool) -> Cell:
    """A yes-or-no cell, as spreadsheets write it."""
    return Cell("TRUE" if value else "FALSE", value)


def _clock(clock: time) -> str:
    whole = clock.replace(microsecond=0)
    return whole.isoformat("minutes" if whole.second == 0 else "seconds")
