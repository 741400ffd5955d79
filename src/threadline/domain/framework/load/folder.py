"""The folder of a pack: which files it must have, which it may, and the pack they make together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from threadline.domain.framework.digest import digest_of
from threadline.domain.framework.fields import ROLE_NAME, Book, Row
from threadline.domain.framework.load import chronology, documents, method, people, times
from threadline.domain.framework.load.crosscheck import crosscheck
from threadline.domain.framework.load.method import SECTION, SOURCE
from threadline.domain.framework.pack import Pack, Wording
from threadline.domain.framework.problems import FaultyPack, Place, Problem, did_you_mean
from threadline.domain.framework.yaml_tree import LARGEST, Table, decode, parse

FILES: Final = (
    "pack.yaml",
    "stages.yaml",
    "requirements.yaml",
    "independence.yaml",
    "saar-template.yaml",
    "report-template.yaml",
    "timetable.yaml",
    "clocks.yaml",
    "limits.yaml",
    "threshold.yaml",
    "holds.yaml",
    "glossary.yaml",
    "chronology.yaml",
    "coverage.yaml",
)
FOLDERS: Final = {"agendas": ".yaml", "notices": ".md", "letters": ".md"}
READ_ME: Final = "README.md"
#: What cannot be looked up while a file is unreadable; its absence would only repeat that file's own problem.
DEFINES: Final = {
    "pack.yaml": {SOURCE, SECTION},
    "stages.yaml": {"stage"},
    "requirements.yaml": {"requirement"},
    "independence.yaml": {"post"},
    "timetable.yaml": {"lane", "milestone"},
    "clocks.yaml": {"clock"},
    "threshold.yaml": {"limb"},
    "glossary.yaml": {ROLE_NAME},
}


@dataclass(frozen=True, slots=True)
class Examined:
    """What examining a folder gave: the pack where it is whole, else None; and every problem, by file and line."""

    pack: Pack | None
    problems: tuple[Problem, ...]


def load(folder: Path) -> Pack:
    """The pack of a folder. Raises FaultyPack with every mistake there is."""
    examined = examine(folder)
    if examined.pack is None:
        raise FaultyPack(examined.problems)
    return examined.pack


def examine(folder: Path) -> Examined:
    """Read a folder and find everything that is wrong with it."""
    book = Book()
    if not folder.is_dir():
        return Examined(None, (Problem(Place("."), "is not a folder: give the folder of a pack"),))
    return _examined(_read_folder(folder, book), book)


def examine_texts(texts: Mapping[str, str]) -> Examined:
    """The same for a pack that is kept elsewhere: the text of every file by its name, as `texts_of` gives them."""
    book = Book()
    for name in FILES:
        if name not in texts:
            book.report(Place(name), "is missing: every pack has this file")
    return _examined(dict(texts), book)


def texts_of(folder: Path) -> dict[str, str]:
    """The text of every file of a whole pack's folder, by its name, to be kept elsewhere."""
    return {name: text for name, text in _read_folder(folder, Book()).items() if name != READ_ME}


def _examined(texts: dict[str, str], book: Book) -> Examined:
    pack = _build(dict(sorted(texts.items())), book)
    book.settle_references()
    crosscheck(pack, book)
    problems = tuple(sorted(set(book.problems)))
    return Examined(None if problems else replace(pack, digest=digest_of(pack)), problems)


def _read_folder(folder: Path, book: Book) -> dict[str, str]:
    """The text of every file a pack has, by its name; what does not belong is reported."""
    found = _files(folder, book)
    texts = {name: text for name, path in found.items() if (text := _read(name, path, book)) is not None}
    for name in FILES:
        if name not in found:
            book.report(Place(name), "is missing: every pack has this file")
    for part, ending in FOLDERS.items():
        if not any(name.startswith(f"{part}/") for name in found):
            book.report(Place(part), f"holds no file: a pack has at least one {part}/…{ending}")
    return texts


def _read(name: str, path: Path, book: Book) -> str | None:
    try:
        if path.stat().st_size > LARGEST:
            book.report(Place(name), f"is larger than {LARGEST // 1_000_000} MB: a pack holds only short texts")
            return None
        return decode(name, path.read_bytes(), book.report)
    except OSError as fault:
        book.report(Place(name), f"cannot be opened: {fault.strerror}. Check who may read it")
        return None


def _files(folder: Path, book: Book) -> dict[str, Path]:
    """The files that belong to a pack, by name. Hidden ones are passed over; links and anything else are reported."""
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.name in FOLDERS and path.is_dir() and not path.is_symlink():
            inside = [child for child in sorted(path.iterdir()) if not child.name.startswith(".")]
            wanted = FOLDERS[path.name]
            found |= {f"{path.name}/{p.name}": p for p in inside if _belongs(p, p.suffix == wanted, folder, book)}
        elif not path.name.startswith(".") and _belongs(path, path.name in (*FILES, READ_ME), folder, book):
            found[path.name] = path
    return found


def _belongs(path: Path, expected: bool, folder: Path, book: Book) -> bool:
    name = path.relative_to(folder).as_posix()
    if path.is_symlink():
        book.report(Place(name), "is a link: put the file itself in the folder")
        return False
    if not expected or not path.is_file():
        hint = did_you_mean(path.name, FILES)
        book.report(Place(name), f"is not part of a pack: delete it, or correct its name.{hint}")
        return False
    return True


def _build(texts: dict[str, str], book: Book) -> Pack:
    """The pack as far as it can be read; a file that cannot be read counts as an empty one, its problem noted."""

    def root(name: str) -> Row:
        table = parse(name, texts[name], book.report) if name in texts else None
        if table is not None:
            return Row(table, name, book)
        book.unread |= DEFINES.get(name, set())
        return Row(Table(Place(name), {}), name, Book())

    row = root("pack.yaml")
    about = method.about(row)
    row.close()
    return Pack(
        about=about,
        stages=method.stages(root("stages.yaml")),
        requirements=method.requirements(root("requirements.yaml")),
        independence=people.independence(root("independence.yaml")),
        saar_template=documents.template(root("saar-template.yaml"), "saar"),
        report_template=documents.template(root("report-template.yaml"), "report"),
        agendas=tuple(documents.agenda(root(name), name) for name in _named(texts, "agendas")),
        timetable=times.timetable(root("timetable.yaml")),
        clocks=times.clocks(root("clocks.yaml")),
        limits=method.limits(root("limits.yaml")),
        threshold=people.threshold(root("threshold.yaml")),
        holds=people.holds(root("holds.yaml")),
        notices=_wordings(texts, "notices", book),
        letters=_wordings(texts, "letters", book),
        glossary=method.glossary(root("glossary.yaml")),
        chronologies=chronology.chronologies(root("chronology.yaml")),
        coverage=method.coverage(root("coverage.yaml")),
    )


def _named(texts: dict[str, str], part: str) -> list[str]:
    return [name for name in texts if name.startswith(f"{part}/")]


def _wordings(texts: dict[str, str], part: str, book: Book) -> tuple[Wording, ...]:
    found = [documents.wording(name, texts[name], part, book) for name in _named(texts, part)]
    if None in found:
        book.unread.add(part.removesuffix("s"))
    return tuple(wording for wording in found if wording)
