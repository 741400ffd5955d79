"""The policy as the Board's information governance lead agreed to it: who may do what, and how far it carries.

`agreed.txt` is the agreement, `access/policy.py` is what is enforced, and a test holds the two together: a change of
the policy is a change of two files. B: every review of the holder's Board. R: the whole of the holder's review. A: what
is the holder's agency's in the review. After a colon, the state a thing must be in.
"""

from pathlib import Path

from threadline.access.roles import ROLES

REACHES = {"B": "board", "R": "review", "A": "agency"}
_LINES = [
    line.split()
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _reach(written: str) -> str:
    how_far, colon, state = written.partition(":")
    return REACHES[how_far] + colon + state


AGREED = {
    (role, permission): _reach(written)
    for permission, *reaches in _LINES
    for role, written in zip(ROLES, reaches, strict=True)
    if written != "-"
}
