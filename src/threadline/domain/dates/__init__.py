"""Dates and times as UK agencies write them: earliest, latest, how sure, and never a silent guess.

Everyone in the project may import this package. `tsv` holds the format of a column of dates and
`working_days` the calendar of statutory clocks; all else is imported from here.
"""

from threadline.domain.dates.explain import explain
from threadline.domain.dates.order import SortKey, sort_key
from threadline.domain.dates.read import from_date, read
from threadline.domain.dates.reading import DateReading, Precision, Problem, Qualifier, TimeReading
from threadline.domain.dates.times import combine, from_time, read_time

__all__ = [
    "DateReading",
    "Precision",
    "Problem",
    "Qualifier",
    "SortKey",
    "TimeReading",
    "combine",
    "explain",
    "from_date",
    "from_time",
    "read",
    "read_time",
    "sort_key",
]
