"""A Board's own version of the method: copied, changed row by row, and published for its next reviews (W.a)."""

import re
from collections.abc import Mapping
from typing import Final

from django.db import IntegrityError, transaction

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.agencies.models import Board
from threadline.domain.framework.bundled import bundled_names
from threadline.domain.framework.compare import compare
from threadline.domain.framework.editing import NoSuchRow, Value, changed, faults, part_named, with_head
from threadline.domain.framework.load import examine_texts
from threadline.domain.framework.pack import Pack
from threadline.domain.framework.problems import Problem
from threadline.reviews.actions.overtaking import Overtaken
from threadline.reviews.method import keep, keep_for, pack_with, texts_with
from threadline.reviews.models import BoardPack, Publication

_VERSION: Final = re.compile(r"\d+(\.\d+){0,3}")
_FIRST: Final = "1.0"
VERSION: Final = "about version"


class Faulty(Refused):
    """What was typed would make the pack unusable: the mistakes of the row by its field, and the others in words."""

    def __init__(self, fields: Mapping[str, list[str]], others: list[str]) -> None:
        super().__init__(" ".join([*(message for told in fields.values() for message in told), *others]))
        self.fields, self.others = fields, others


@action(Permission.METHOD_WRITE, records="reviews.pack_copied", on="board")
def copy_pack(*, by: User, board: Board, origin: Pack, title: str) -> BoardPack:
    """Copy a pack that is offered to the Board, under a title of its own, so that it can be changed.

    Raises Refused for a pack that is not offered, and for a title that gives no name or one that there is.
    """
    words = " ".join(title.split())
    name = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:60].strip("-")
    if not name:
        raise Refused("Give the Board's version a title with letters or figures in it.")
    taken = f"There is already a version called {words}. Give this one another title."
    if name == origin.about.id or name in bundled_names():
        raise Refused(taken)
    about = origin.about
    head = {"id": about.id, "version": about.version, "digest": origin.digest}
    edition = keep_for(board, origin)
    texts = with_head(texts_with(edition.pk), id=name, title=words, version=_FIRST, copied_from=head)
    made = BoardPack(board=board, name=name, title=words, origin=edition, texts=texts)
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        raise Refused(taken) from None
    return made


@action(Permission.METHOD_WRITE, records="reviews.pack_changed", on="pack")
def change_pack(
    *, by: User, pack: BoardPack, version: int, part: str, row: str, values: Mapping[str, Value]
) -> BoardPack:
    """Change one row of a Board's pack as it was at `version`: wording, a question, a limit.

    Raises Faulty with every mistake at its field; the pack stays as it was. Raises Overtaken when somebody changed it
    since, and Refused for a row that it has not.
    """
    found = _current(pack, version)
    try:
        of = part_named(part)
        texts = changed(found.texts, of, row, values)
    except NoSuchRow:
        raise Refused("The pack has no such row.") from None
    problems = examine_texts(texts).problems
    if problems:
        own, others = faults(texts, of, row, problems)
        raise Faulty({field: list(map(_said, told)) for field, told in own.items()}, [_told(each) for each in others])
    found.texts = texts
    found.save()
    changes().detail.update(part=of.title.lower(), row=row)
    return found


@action(Permission.METHOD_WRITE, records="reviews.pack_published", on="pack")
def publish_pack(*, by: User, pack: BoardPack, version: int, number: str, agreed: str) -> Publication:
    """Publish a Board's pack as it stands at `version`, as edition `number`: its next reviews can be opened under it.

    Raises Refused for a number that is not higher than the last, where nothing has changed since, and without saying
    who agreed; Overtaken when somebody changed it since.
    """
    found = _current(pack, version)
    number = number.strip()
    if not _VERSION.fullmatch(number):
        raise Refused("Write the version as figures and dots, such as 1.1.")
    if not agreed.strip():
        raise Refused("Say who agreed to it, and when: a method is the Board's, not one person's.")
    last = found.publications.select_related("edition").first()
    if last and _parts(number) <= _parts(last.edition.version):
        raise Refused(f"Version {last.edition.version} is published already. Give this one a higher number.")
    texts = with_head(found.texts, version=number)
    examined = examine_texts(texts)
    if examined.pack is None:
        raise Refused(" ".join(map(_told, examined.problems)))
    if last and not [each for each in compare(pack_with(last.edition_id), examined.pack) if each.where != VERSION]:
        raise Refused(f"Nothing has changed since version {last.edition.version} was published.")
    made = Publication(pack=found, edition=keep(examined.pack, texts), agreed=agreed.strip(), published_by=by)
    made.save()
    found.texts = texts
    found.save()
    changes().detail["version"] = number
    return made


def _current(pack: BoardPack, version: int) -> BoardPack:
    found = BoardPack.objects.select_for_update(of=("self",)).select_related("board").get(pk=pack.pk)
    if found.version != version:
        raise Overtaken("Somebody changed this version while the page was open. Look at it again, then save.")
    found.version += 1
    return found


def _parts(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


def _said(message: str) -> str:
    """A mistake as a sentence of its own."""
    said = message[:1].upper() + message[1:]
    return said if said.endswith((".", "?")) else f"{said}."


def _told(problem: Problem) -> str:
    """A mistake elsewhere in the pack, with where it is."""
    return f"{problem.place}: {problem.message}" + ("" if problem.message.endswith((".", "?")) else ".")
