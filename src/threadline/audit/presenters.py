"""From an event to a sentence a Board member can read."""

import json
import string

from threadline.audit import registry
from threadline.audit.models import Event


class _Blank(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence(event: Event) -> str:
    """What happened, completing "NAME …": "accepted the file …". A detail that was scrubbed shows as an ellipsis."""
    words = registry.kind(event.kind).sentence
    told = string.Formatter().vformat(words, (), _Blank(json.loads(event.detail_json)))
    return f"was refused: {told}" if event.outcome == "refused" else told
