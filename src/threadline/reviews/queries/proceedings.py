"""Reads of what runs beside the review, and of what must wait for each."""

from dataclasses import dataclass

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.domain.framework.registry import ACTS
from threadline.reviews.models import Contact, Hold, Process, Review
from threadline.ui.words import day

Standing = Process.Standing


@dataclass(frozen=True, slots=True)
class KindShown:
    """A kind of proceedings: its processes, or who said that none is known; neither while nobody has answered."""

    kind: str
    title: str
    processes: tuple[Process, ...]
    none: Process | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A part of the review, and what keeps it waiting; it may go on where nothing does."""

    words: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """All that runs beside the review."""

    kinds: tuple[KindShown, ...]
    elements: tuple[Waiting, ...]
    may_write: bool
    may_confirm: bool
    seen: tuple[str, ...]
    confirmed: bool


def processes(*, review: Review, viewer: User) -> QuerySet[Process]:
    """The processes and the answers "none known", for whoever may read them."""
    found = Process.objects.filter(review=review).select_related("identified_by", "confirmed_by", "review__board")
    return visible(viewer, Permission.PROCESS_READ, found)


def beside(*, review: Review, viewer: User) -> Beside:
    """What runs beside the review, kind by kind, and what must wait, part by part."""
    found = list(processes(review=review, viewer=viewer))
    holds = list(Hold.objects.filter(review=review, released_on__isnull=True))
    return Beside(
        kinds=tuple(_kind(kind, found) for kind in Process.Kind),
        elements=tuple(_waiting(act, found, holds) for act in ACTS),
        may_write=may(viewer, Permission.PROCESS_WRITE, review),
        may_confirm=may(viewer, Permission.PROCESS_CONFIRM, review),
        seen=tuple(f"{each.pk}:{each.version}" for each in found),
        confirmed=bool(found) and all(each.confirmed_on for each in found),
    )


def _kind(kind: Process.Kind, found: list[Process]) -> KindShown:
    ours = [each for each in found if each.kind == kind]
    none = next((each for each in ours if each.standing == Standing.NONE), None)
    return KindShown(kind.value, str(kind.label), tuple(each for each in ours if each is not none), none)


def _waiting(act: str, found: list[Process], holds: list[Hold]) -> Waiting:
    held = [
        f"On hold since {day(hold.since)}: {hold.title}. Ask {hold.asked_by}." for hold in holds if act in hold.acts
    ]
    asked = [
        f"It must wait for “{each}”, and no hold stops it yet."
        for each in found
        if act in each.waits and each.standing != Standing.ENDED and not held
    ]
    return Waiting(ACTS[act], (*held, *asked))


def contacts(*, process: Process, viewer: User) -> QuerySet[Contact]:
    """What was said about a process, the latest first, for whoever may read that."""
    found = Contact.objects.filter(process=process).select_related("recorded_by")
    return visible(viewer, Permission.CONTACT_READ, found)


def may_write(*, review: Review, viewer: User) -> bool:
    """Whether the viewer may record proceedings and contacts."""
    return may(viewer, Permission.PROCESS_WRITE, review)


def may_read_contacts(*, review: Review, viewer: User) -> bool:
    """Whether the viewer may read what was said with police, prosecution, coroner and courts."""
    return may(viewer, Permission.CONTACT_READ, review)
