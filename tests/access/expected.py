"""Who gets what at every address, by what they are to the review or the Board in it. A new page is a new row.

`expected.txt` is the table. Its columns are the roles at the Board of the review and in the review itself; `author` and
`approver` are of the agency whose thing it is, `other author` of another agency; a stranger is signed in and nothing
else (everybody is one in a review or Board that is not theirs), and the last is nobody signed in. The figure is the
answer to a GET: 405 is an address that is only sent to, "in" a way to the sign-in page.
"""

from pathlib import Path

LOGIN = "in"
COLUMNS = (
    "manager", "chair", "board member", "administrator", "lead", "co-reviewer", "panel chair", "panel", "inspector",
    "author", "other author", "approver", "practitioner", "family", "supporter", "stranger", "nobody",
)  # fmt: skip
_LINES = [
    line.split()
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
TABLE = {name: dict(zip(COLUMNS, gets, strict=True)) for name, *gets in _LINES}
assert len(TABLE) == len(_LINES), "a row stands twice"
