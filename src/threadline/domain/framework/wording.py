"""A notice or letter of the pack with its placeholders filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from threadline.domain.framework.pack.documents import Wording

_PLACE: Final = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Written:
    """A subject and a text, ready to be read before they go."""

    subject: str
    text: str


class Unfilled(ValueError):
    """A placeholder has nothing to stand in its place. Its text names each."""


def fill(wording: Wording, values: Mapping[str, str]) -> Written:
    """The wording with every {{ placeholder }} replaced once. Raises Unfilled where a value is missing or empty."""
    wanted = dict.fromkeys(_PLACE.findall(wording.subject + wording.body))
    missing = [name for name in wanted if not values.get(name, "").strip()]
    if missing:
        raise Unfilled(f"“{wording.title}” cannot be written yet: nothing is known for {', '.join(missing)}.")
    subject, text = (_PLACE.sub(lambda found: values[found[1]], each) for each in (wording.subject, wording.body))
    return Written(" ".join(subject.split()), text.strip())
