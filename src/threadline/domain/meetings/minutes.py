"""Minutes drafted from what was recorded in the room, for a person to correct and the chair to approve (2.7.c)."""

from collections.abc import Iterable
from dataclasses import dataclass

from threadline.domain.meetings.attendance import Came


@dataclass(frozen=True, slots=True)
class Attended:
    """Someone expected at the meeting, in the words of the minutes; `deputy` is who came instead."""

    name: str
    of: str
    came: Came
    deputy: str = ""
    chaired: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision: the words of the pack or the meeting's own, whether it was agreed, and what was said about it."""

    words: str
    agreed: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ToDo:
    """An action: what, who, by when in words."""

    words: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the agenda as it was taken."""

    key: str
    title: str
    note: str = ""
    decisions: tuple[Settled, ...] = ()
    actions: tuple[ToDo, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the minutes: its heading and its text, paragraphs parted by line ends."""

    key: str
    title: str
    text: str


NOBODY = "Nobody."
NOTHING = "Nothing was recorded under this item."


def draft(attended: Iterable[Attended], items: Iterable[Item]) -> tuple[Section, ...]:
    """The minutes as the record has them: who was there, then each item with its note, decisions and actions."""
    attended = tuple(attended)
    return (
        Section("present", "Present", _present(attended)),
        Section("apologies", "Apologies and absence", _away(attended)),
        *(Section(item.key, item.title, _item(item)) for item in items),
    )


def _present(attended: tuple[Attended, ...]) -> str:
    said = []
    for each in attended:
        if each.came is Came.PRESENT:
            said.append(f"{_who(each.name, each.of)}{' (chaired the meeting)' if each.chaired else ''}")
        if each.came is Came.DEPUTY:
            said.append(f"{_who(each.deputy or 'A deputy', each.of)}, for {each.name}")
    return "\n".join(said) or NOBODY


def _away(attended: tuple[Attended, ...]) -> str:
    said = [f"{_who(each.name, each.of)}: apologies" for each in attended if each.came is Came.APOLOGIES]
    said += [f"{_who(each.name, each.of)}: absent without word" for each in attended if each.came is Came.ABSENT]
    return "\n".join(said) or NOBODY


def _who(name: str, of: str) -> str:
    return f"{name}, {of}" if of else name


def _item(item: Item) -> str:
    said = [item.note.strip()] if item.note.strip() else []
    for each in item.decisions:
        mark = "Decided" if each.agreed else "Not agreed"
        note = f" {each.note.strip()}" if each.note.strip() else ""
        said.append(f"{mark}: {each.words}.{note}")
    said += [f"Action: {each.words} ({each.owner}, by {each.due})" for each in item.actions]
    return "\n".join(said) or NOTHING
