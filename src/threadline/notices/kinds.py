"""Kinds of notice. Those whose wording is the method's stand in the framework pack; the rest are registered here.

An area registers in its `AppConfig.ready`: `kinds.register(kinds.Kind("panel.deputy", "{{ reference }}: …", "…"))`.
Neither may use a placeholder that could name somebody of the case (TRUST 67).
"""

import re
from dataclasses import dataclass

from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.pack import Pack
from threadline.domain.framework.registry import NOTICE_PLACEHOLDERS
from threadline.reviews.method import DEFAULT, pack_of
from threadline.reviews.models import Review

URGENT = {"hold-placed", "clock-running-out", "access-ended"}
PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class UnknownKind(LookupError):
    """A kind that neither an area nor the pack has."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice: "area.event" or the id of a notice of the pack; its wording, with {{ placeholders }}.

    `urgent` ones go out at once, even to those who wish to be written to once a day.
    """

    key: str
    subject: str
    body: str
    urgent: bool = False

    @property
    def placeholders(self) -> set[str]:
        """What must be given when it is told."""
        return set(PLACEHOLDER.findall(f"{self.subject} {self.body}"))


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Declare kinds. Raises ValueError for a placeholder that could name somebody, or a key declared otherwise."""
    for kind in kinds:
        if strange := kind.placeholders - NOTICE_PLACEHOLDERS:
            raise ValueError(f"The notice {kind.key} may not use {', '.join(sorted(strange))}.")
        if _kinds.get(kind.key, kind) != kind:
            raise ValueError(f"The notice {kind.key} is declared twice with different words.")
        _kinds[kind.key] = kind


def kind(key: str, review: Review | None = None) -> Kind:
    """The kind of that key, registered or of the pack that the review is pinned to. Raises UnknownKind."""
    try:
        return _kinds.get(key) or of_pack(pack_of(review) if review else bundled(DEFAULT))[key]
    except KeyError:
        raise UnknownKind(f"No area and no pack has the notice {key!r}.") from None


def of_pack(pack: Pack) -> dict[str, Kind]:
    """The notices whose wording is the method's."""
    return {each.id: Kind(each.id, each.subject, each.body, urgent=each.id in URGENT) for each in pack.notices}
