"""The method that a review is pinned to: every area reads its questions, limits, agendas and letters through here."""

from dataclasses import replace
from functools import lru_cache

from threadline.access.acting import Refused
from threadline.agencies.models import Board
from threadline.domain.framework.bundled import bundled, bundled_names, bundled_texts
from threadline.domain.framework.load import examine_texts
from threadline.domain.framework.pack import Pack
from threadline.domain.framework.problems import FaultyPack
from threadline.reviews.models import PackEdition, Publication, Review

DEFAULT = "greater-manchester-2016"


def pack_of(review: Review) -> Pack:
    """The pack that a review is pinned to, whole: `threadline.domain.framework.pack.Pack`.

    Read what you need from it: `.limit("period_recommended").amount`, `.threshold.limbs`, `.independence.questions`,
    `.agendas`, `.letters`, `.notices`, `.clocks`, `.holds`, `.timetable.milestones`, `.stages`, `.requirements`,
    `.role_title("lead_reviewer")`, `.decisions_for("2.3.b")`. Its `digest` is the review's own `pack_id`.
    Parsed once a process and kept: after that it asks the database nothing, so call it wherever you need it.
    """
    return pack_with(review.pack_id)


@lru_cache(maxsize=64)
def pack_with(digest: str) -> Pack:
    """The pack of an edition that is kept, or of one that comes with Threadline. Raises PackEdition.DoesNotExist.

    Raises FaultyPack where this version of Threadline can no longer read what an earlier one kept.
    """
    for name in bundled_names():
        if bundled(name).digest == digest:
            return bundled(name)
    examined = examine_texts(PackEdition.objects.get(pk=digest).texts)
    if examined.pack is None:
        raise FaultyPack(examined.problems)
    return replace(examined.pack, digest=digest)


def texts_with(digest: str) -> dict[str, str]:
    """The files of an edition that is kept, by name. Raises PackEdition.DoesNotExist."""
    texts: dict[str, str] = PackEdition.objects.get(pk=digest).texts
    return texts


def keep(pack: Pack, texts: dict[str, str]) -> PackEdition:
    """Keep a pack's files, so that reviews can be pinned to it; the edition there is where it was kept before.

    For acts alone. `texts` are the files that `pack` was read from.
    """
    found = PackEdition.objects.filter(pk=pack.digest).defer("texts").first()
    if found is None:
        about = pack.about
        found = PackEdition(digest=pack.digest, name=about.id, version=about.version, title=about.title, texts=texts)
        found.save(force_insert=True)
    return found


def keep_bundled(name: str = DEFAULT) -> PackEdition:
    """Keep a pack that comes with Threadline, as it is in this version of Threadline. For acts alone."""
    return keep(bundled(name), bundled_texts(name))


def offered_to(board: Board) -> list[Pack]:
    """The packs that a Board's reviews can be under: its own, the latest published first, then Threadline's."""
    published = Publication.objects.filter(pack__board=board).values_list("edition", flat=True)
    return [*map(pack_with, published), *map(bundled, bundled_names())]


def keep_current(board: Board) -> PackEdition:
    """What a Board's next review is under where nobody chooses: its own latest, or Threadline's. For acts alone."""
    return keep_for(board, offered_to(board)[0])


def keep_for(board: Board, pack: Pack) -> PackEdition:
    """The edition of a pack that is offered to a Board. For acts alone. Raises Refused for any other pack."""
    if pack.digest not in {each.digest for each in offered_to(board)}:
        raise Refused("This version of the method is not one of this Board's. Choose another.")
    if pack.about.id in bundled_names() and bundled(pack.about.id).digest == pack.digest:
        return keep_bundled(pack.about.id)
    return PackEdition.objects.defer("texts").get(pk=pack.digest)
