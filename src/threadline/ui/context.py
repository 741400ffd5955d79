"""What the frame of every page shows, as plain values."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from threadline.ui.navigation import Link, Person, Staying, registry, signed_in

SERVICE = "Threadline"


@dataclass(frozen=True)
class Frame:
    """Header, navigation and footer of a page. Made without arguments: the frame of a page that may ask nothing."""

    service: str = SERVICE
    board: str = ""
    person: Person | None = None
    navigation: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    signed_in: bool = False
    staying: Staying | None = None


def frame(request: HttpRequest) -> dict[str, Any]:
    """The template variable `frame` for `request`."""
    return {
        "frame": Frame(
            board=registry.board(request),
            person=registry.person(request),
            navigation=registry.links(registry.main, request),
            footer=registry.links(registry.footer, request),
            signed_in=signed_in(request),
            staying=registry.staying(request),
        )
    }
