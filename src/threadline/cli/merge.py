"""`threadline merge`: agencies' files into one chronology, with no server and no database.

Exit codes: 0 done, also when rows need attention (they are listed); 1 done with `--keep-going` though a file was
refused; 2 nothing written: a file was refused, an argument cannot be followed, or the output cannot be written.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from threadline.domain.chronology.corrections import ColumnFix
    from threadline.domain.chronology.entries import Reading
    from threadline.domain.chronology.merge import ReviewPeriod
    from threadline.domain.chronology.readers import Refused

_PERIOD = (
    "the period under review, both ends included: 2014-09-01..2015-09-30, or 1/9/14..30/9/15, or Sept 2014..Sept 2015"
)
_MAP = "say what a column means: police.docx:Details=event, or *:Details=event for every file"
_SOON = 1.0


class Unfollowable(Exception):
    """An argument that cannot be followed; the message says which and what would do."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`merge FILES... -o merged.xlsx`."""
    merge = subparsers.add_parser(
        "merge",
        help="merge agencies' timelines into one chronology",
        description="Read agencies' timelines (Word, Excel, OpenDocument, RTF, CSV) and merge them into one "
        "chronology.",
        epilog="Exit codes: 0 done; 1 done, but a file was refused (--keep-going); 2 nothing written.",
    )
    merge.add_argument("files", nargs="+", metavar="FILE", help="agencies' files, and merged .json files to add to")
    merge.add_argument(
        "-o",
        "--output",
        action="append",
        required=True,
        metavar="OUT",
        help=".xlsx, .docx, .csv or .json; may be given more than once",
    )
    merge.add_argument("--period", metavar="FROM..TO", help=_PERIOD)
    merge.add_argument(
        "--agency", action="append", default=[], metavar="FILE=NAME", help="say which agency a file is from"
    )
    merge.add_argument("--map", action="append", default=[], metavar="FILE:HEADING=COLUMN", help=_MAP)
    merge.add_argument("--today", metavar="DATE", help="question dates after this day (default: today)")
    merge.add_argument("--title", default="Merged chronology", help="the title in Word, Excel and PDF")
    merge.add_argument("--keep-going", action="store_true", help="write what can be read even if a file is refused")
    merge.add_argument("--quiet", action="store_true", help="no summary and no progress; errors only")
    merge.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Merge and write; see the module for the exit codes."""
    try:
        return _run(arguments)
    except Unfollowable as fault:
        print(f"threadline merge: {fault}", file=sys.stderr)
        return 2


def _run(arguments: argparse.Namespace) -> int:
    from threadline.domain.chronology.merge import merge
    from threadline.domain.chronology.summary import summary
    from threadline.domain.chronology.writers import TooLong, View, write

    outputs = [(Path(name), _kind(name)) for name in arguments.output]
    period = _period(arguments.period) if arguments.period else None
    inputs = _inputs(arguments.files)
    _keep_originals(outputs, inputs)
    job = _Job(inputs, _agencies(arguments.agency, inputs), _maps(arguments.map, inputs), _today(arguments.today))
    readings, refused = job.read(_Progress(len(inputs), arguments.quiet))
    for fault in refused:
        print(f"threadline merge: {fault}", file=sys.stderr)
    if refused and not arguments.keep_going:
        print("Nothing was written. Leave the file out, or use --keep-going to merge the others.", file=sys.stderr)
        return 2
    if not readings:
        print("Nothing was written: none of the files could be read.", file=sys.stderr)
        return 2
    chronology = merge(readings, period=period)
    try:
        _save([(path, write(chronology, kind, View(title=arguments.title))) for path, kind in outputs])
    except TooLong as long:
        raise Unfollowable(str(long)) from long
    if not arguments.quiet:
        print("\n".join([*summary(chronology), "", *(f"Written: {path}" for path, _ in outputs)]))
    return 1 if refused else 0


class _Job:
    """The files to read and what was said about each."""

    def __init__(
        self,
        inputs: dict[str, Path],
        agencies: dict[str, str],
        maps: dict[str, list[ColumnFix]],
        today: date,
    ) -> None:
        self.inputs, self.agencies, self.maps, self.today = inputs, agencies, maps, today

    def read(self, progress: _Progress) -> tuple[list[Reading], list[Refused | Unreadable]]:
        """Read every file, two at a time, in the order given; what is refused is returned, not raised."""
        from threadline.domain.chronology.readers import Refused

        readings: list[Reading] = []
        refused: list[Refused | Unreadable] = []
        with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
            waiting = [(name, pool.submit(self._document, name, path)) for name, path in self.inputs.items()]
            for name, answer in waiting:
                try:
                    readings.extend(self._understood(name, answer.result()))
                except (Refused, Unreadable) as fault:
                    refused.append(fault)
                progress.done(name)
        return readings, refused

    def _document(self, name: str, path: Path) -> object:
        from threadline.domain.chronology.readers import read_in_child

        try:
            data = path.read_bytes()
        except OSError as fault:
            raise Unreadable(
                f"{name}: the file cannot be opened ({fault.strerror}). Check the name and the place."
            ) from fault
        return data.decode("utf-8", "replace") if path.suffix.casefold() == ".json" else read_in_child(path.name, data)

    def _understood(self, name: str, content: object) -> Iterator[Reading]:
        from dataclasses import replace

        from threadline.domain.chronology.corrections import Corrections
        from threadline.domain.chronology.grid import Document
        from threadline.domain.chronology.interchange import read_interchange, readings_in
        from threadline.domain.chronology.interpret import interpret

        if not isinstance(content, Document):
            try:
                yield from readings_in(read_interchange(str(content)))
            except ValueError as fault:
                raise Unreadable(f"{name}: {fault}.") from fault
            return
        corrections = Corrections(columns=tuple(self.maps.get(name, ())))
        document = replace(content, file=name)
        reading = interpret(document, agency=self.agencies.get(name), today=self.today, corrections=corrections)
        _check_headings(reading, self.maps.get(name, ()))
        yield reading


class Unreadable(Exception):
    """A file that could not be opened or is no chronology file of ours."""


class _Progress:
    """Says on standard error how far the reading is, once it takes longer than a second."""

    def __init__(self, total: int, quiet: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self.total, self.quiet, self.clock = total, quiet, clock
        self.finished, self.began = 0, clock()

    def done(self, name: str) -> None:
        self.finished += 1
        if not self.quiet and self.clock() - self.began > _SOON:
            print(f"Read {self.finished} of {self.total}: {name}", file=sys.stderr, flush=True)


def _kind(name: str) -> str:
    from threadline.domain.chronology.writers import KINDS

    kind = Path(name).suffix.casefold().lstrip(".")
    if kind not in KINDS:
        raise Unfollowable(f"cannot write “{name}”: its name must end in .{', .'.join(KINDS)}")
    return kind


def _inputs(names: Sequence[str]) -> dict[str, Path]:
    """Each file by the name it is shown under: its own, or its path where two have the same."""
    paths = list(dict.fromkeys(Path(name) for name in names))
    own = [path.name for path in paths]
    return {path.name if own.count(path.name) == 1 else path.as_posix(): path for path in paths}


def _keep_originals(outputs: Sequence[tuple[Path, str]], inputs: dict[str, Path]) -> None:
    """Refuse to write over an agency's file; a merged .json may be added to and written back."""
    for path, kind in outputs:
        for name, source in inputs.items():
            if kind != "json" and path.exists() and source.exists() and path.samefile(source):
                raise Unfollowable(
                    f"cannot write “{path}”: it is “{name}”, one of the files to read. Choose another name."
                )


def _matching(inputs: dict[str, Path], said: str) -> list[str]:
    if said == "*":
        return list(inputs)
    return [name for name, path in inputs.items() if said in (name, path.name, str(path), path.as_posix())]


def _agencies(said: Sequence[str], inputs: dict[str, Path]) -> dict[str, str]:
    agencies: dict[str, str] = {}
    for text in said:
        parts = text.split("=")
        splits = (("=".join(parts[:at]), "=".join(parts[at:]).strip()) for at in range(1, len(parts)))
        found = next(((file, name) for file, name in splits if _matching(inputs, file) and name), None)
        if found is None:
            raise Unfollowable(
                f"--agency “{text}” names none of the files; write it as FILE=NAME, for example "
                f"“{next(iter(inputs))}=Police”"
            )
        agencies.update(dict.fromkeys(_matching(inputs, found[0]), found[1]))
    return agencies


def _maps(said: Sequence[str], inputs: dict[str, Path]) -> dict[str, list[ColumnFix]]:
    from threadline.domain.chronology.corrections import ColumnFix
    from threadline.domain.chronology.entries import Meaning

    maps: dict[str, list[ColumnFix]] = {}
    for text in said:
        where, _, meaning = text.rpartition("=")
        parts = where.split(":")
        splits = ((":".join(parts[:at]), ":".join(parts[at:]).strip()) for at in range(1, len(parts)))
        found = next(((file, heading) for file, heading in splits if _matching(inputs, file) and heading), None)
        if found is None:
            raise Unfollowable(f"--map “{text}” names none of the files; write it as FILE:HEADING=COLUMN")
        if meaning.strip() not in {str(known) for known in Meaning}:
            raise Unfollowable(
                f"--map “{text}”: “{meaning}” is not a kind of column; the kinds are {', '.join(Meaning)}"
            )
        for name in _matching(inputs, found[0]):
            maps.setdefault(name, []).append(ColumnFix(found[1], Meaning(meaning.strip())))
    return maps


def _check_headings(reading: Reading, fixes: Sequence[ColumnFix]) -> None:
    """Say so when a mapped heading is in none of the file's tables, rather than letting it pass without effect."""
    keys = {column.key for table in reading.tables for column in table.columns}
    for fix in fixes:
        if keys and fix.heading not in keys:
            raise Unfollowable(
                f"--map: {reading.file} has no column “{fix.heading}”. Its columns are: {', '.join(sorted(keys))}"
            )


def _today(said: str | None) -> date:
    from datetime import date, datetime

    from threadline.domain import dates

    if said is None:
        return datetime.now().astimezone().date()
    reading = dates.read(said)
    if not isinstance(reading.earliest, date) or reading.earliest != reading.latest:
        raise Unfollowable(f"--today “{said}” is not a day; write it as 2016-06-01")
    return reading.earliest


def _period(said: str) -> ReviewPeriod:
    from threadline.domain import dates
    from threadline.domain.chronology.merge import ReviewPeriod

    begins, dots, ends = said.partition("..")
    first, last = dates.read(begins.strip()).earliest, dates.read(ends.strip()).latest
    if not dots or first is None or last is None:
        raise Unfollowable(f"--period “{said}” is not a period. It is {_PERIOD}")
    try:
        return ReviewPeriod(first, last)
    except ValueError as fault:
        raise Unfollowable(f"--period “{said}”: {fault}") from fault


def _save(outputs: Sequence[tuple[Path, bytes]]) -> None:
    """Write every file whole or none: each beside its place first, then all moved over."""
    parts = [(path.with_name(f".{path.name}.{os.getpid()}.part"), path) for path, _ in outputs]
    at = outputs[0][0]
    try:
        for (part, _), (at, data) in zip(parts, outputs, strict=True):
            _not_a_folder(at)
            part.write_bytes(data)
        for part, at in parts:
            part.replace(at)
    except OSError as fault:
        raise Unfollowable(f"cannot write “{at}” ({fault.strerror}). Choose another place.") from fault
    finally:
        for part, _ in parts:
            part.unlink(missing_ok=True)


def _not_a_folder(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
