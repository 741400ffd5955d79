"""An oracle that shares nothing with the reader: it starts from the meaning and writes it down in one of many ways.

Each writer takes a random source and gives a text, the context it leans on, and what the text means. The writers
follow what a date in an agency's table is agreed to mean, not the reader's own tables.
"""

import random
from collections.abc import Callable

from tests.domain.dates.oracle.days import (
    bad_letter,
    bad_month,
    bad_separator,
    future,
    impossible,
    month_first,
    no_year,
    not_a_date,
    old_year,
    plain_day,
    same_as,
    serial,
    with_weekday,
)
from tests.domain.dates.oracle.remarks import approximate, remarked
from tests.domain.dates.oracle.spans import (
    backwards,
    days_in_month,
    full_span,
    month,
    month_span,
    named_year,
    open_ended,
    overnight,
    part_month,
    part_year,
    quarter,
    season,
    shared_year,
    tight_span,
    week,
    year,
    year_span,
)
from tests.domain.dates.oracle.times import bad_time, iso_moment, over_midnight, time_span, time_words, timed, zero_time
from tests.domain.dates.oracle.writing import Said

Writer = Callable[[random.Random], Said]

WRITERS: tuple[Writer, ...] = (
    plain_day,
    old_year,
    with_weekday,
    month_first,
    impossible,
    serial,
    bad_separator,
    bad_letter,
    bad_month,
    approximate,
    days_in_month,
    full_span,
    tight_span,
    shared_year,
    backwards,
    overnight,
    week,
    month,
    part_month,
    month_span,
    season,
    quarter,
    part_year,
    named_year,
    year,
    year_span,
    open_ended,
    same_as,
    no_year,
    not_a_date,
    future,
    timed,
    time_words,
    time_span,
    over_midnight,
    bad_time,
    iso_moment,
    zero_time,
    remarked,
)
