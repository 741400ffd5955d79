"""From an event to a sentence a Board member can read."""

import json
import re
import string

from threadline.audit import registry
from threadline.audit.models import Event
from threadline.audit.trail import Outcome


class _Told(dict[str, object]):
    """An event's details as words; one that was scrubbed shows as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


def sentence(event: Event) -> str:
    """What happened, completing "NAME …": "accepted the file …", "looked at the page ‘review overview’"."""
    told = _Told(json.loads(event.detail_json))
    for key in ("page", "attempted"):
        if key in told:
            told[key] = _in_words(str(told[key]))
    try:
        words = registry.kind(event.kind).sentence
    except registry.UnknownKind:
        return f"did what this version of the service has no words for ({event.kind})"
    done = string.Formatter().vformat(words, (), told)
    return f"tried, without success: {done}" if event.outcome == Outcome.FAILED else done


def _in_words(name: str) -> str:
    """A kind of event by its sentence, a page by the words of its name."""
    if "." in name:
        try:
            return registry.kind(name).sentence
        except registry.UnknownKind:
            return f"‘{name}’"
    return f"‘{re.sub(r'(?<=[a-z0-9])(?=[A-Z])', ' ', name).lower()}’"
