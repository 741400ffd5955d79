"""The shapes of calendar units."""

from typing import Final

DAY_NUMBER: Final = "day number"
DAY: Final = "day"
MONTH: Final = "month"
PART_MONTH: Final = "part of month"
YEAR: Final = "year"
PART_YEAR: Final = "part of year"
SEASON: Final = "season"
QUARTER: Final = "quarter"
FINANCIAL: Final = "financial year"
ACADEMIC: Final = "academic year"
SAME: Final = "same day as above"
NONE: Final = "none"
"""A text that is clearly a date but could be several: it has no extent."""
