"""How much of a file is read, in one place. A file beyond a limit is refused in words, never cut short in silence.

The first four are the service's own rules for uploads; the others bound memory and time on a hostile file.
"""

from __future__ import annotations

FILE_BYTES = 25 * 1024 * 1024
INFLATED_BYTES = 200 * 1024 * 1024
MEMBERS = 1_000
RATIO = 100
RATIO_APPLIES_ABOVE = 5 * 1024 * 1024
SMALL_PART_BYTES = 16 * 1024 * 1024
UNIT_BYTES = 16 * 1024 * 1024
UNIT_MARKS = 350_000
COLUMNS = 400
ROWS = 100_000
CELLS = 1_000_000
MERGED_PLACES = 500_000
TABLES = 5_000
BLANK_RUN = 1_000
DEPTH = 60
