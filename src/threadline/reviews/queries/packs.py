"""Reads of a Board's own versions of the method."""

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.agencies.models import Board
from threadline.domain.framework.load import examine_texts
from threadline.domain.framework.pack import Pack
from threadline.domain.framework.problems import FaultyPack
from threadline.reviews.models import BoardPack, Publication


def own_packs(*, board: Board, viewer: User) -> QuerySet[BoardPack]:
    """The packs that a Board has made its own, by title, each with what was published from it."""
    found = BoardPack.objects.filter(board=board).select_related("origin").defer("texts", "origin__texts")
    return visible(viewer, Permission.METHOD_READ, found)


def publications(*, board: Board, viewer: User) -> QuerySet[Publication]:
    """What a Board has published, the latest first."""
    found = Publication.objects.filter(pack__board=board).select_related("edition", "published_by", "pack")
    return visible(viewer, Permission.METHOD_READ, found.defer("edition__texts", "pack__texts"))


def may_write(*, board: Board, viewer: User) -> bool:
    """Whether the viewer may copy, change and publish the Board's versions of the method."""
    return may(viewer, Permission.METHOD_WRITE, board)


def as_it_stands(pack: BoardPack) -> Pack:
    """A Board's pack as it stands now. Raises FaultyPack where this version of Threadline cannot read it."""
    examined = examine_texts(pack.texts)
    if examined.pack is None:
        raise FaultyPack(examined.problems)
    return examined.pack
