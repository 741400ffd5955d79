"""The digest of a pack: the same for the same method, whatever its files' spacing, order of keys or comments."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from typing import Any

from threadline.domain.framework.pack import Pack


def digest_of(pack: Pack) -> str:
    """ "sha256:" and 64 figures, over every value that the pack was read into. Folded lines count as one line."""
    return f"sha256:{hashlib.sha256(json.dumps(_plain(pack), sort_keys=True).encode()).hexdigest()}"


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value) if part.compare}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
