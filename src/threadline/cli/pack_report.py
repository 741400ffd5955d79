"""What `threadline framework check` says of one pack: its mistakes, or its figures and what it changes."""

import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from threadline.domain.framework.bundled import bundled, bundled_names
from threadline.domain.framework.compare import Change, compare
from threadline.domain.framework.coverage import Coverage, coverage_of
from threadline.domain.framework.load import examine
from threadline.domain.framework.pack import Pack
from threadline.domain.framework.problems import Problem


@dataclass(frozen=True)
class PackReport:
    """One folder's report. `pack` and `coverage` are None where there are problems; `origin` is "" for no copy."""

    folder: Path
    problems: tuple[Problem, ...]
    pack: Pack | None
    coverage: Coverage | None
    origin: str
    changes: tuple[Change, ...]

    def as_json(self) -> dict[str, object]:
        """Everything, as plain values."""
        found: dict[str, object] = {"folder": str(self.folder), "problems": [_problem(p) for p in self.problems]}
        if self.pack and self.coverage:
            figures = {**asdict(self.coverage), "not_yet_supported": self.coverage.not_yet_supported}
            found |= {"pack": about(self.pack), "coverage": figures}
        if self.origin:
            found |= {"origin": self.origin, "changes": [_change(change) for change in self.changes]}
        return found

    def print(self) -> None:
        """The mistakes to the error stream, one a line with file and line; else the figures."""
        for problem in self.problems:
            line = f":{problem.place.line}" if problem.place.line else ""
            print(f"{self.folder / problem.place.file}{line}: {problem.message}", file=sys.stderr)
        if self.problems:
            told = (
                "1 mistake. Correct it" if len(self.problems) == 1 else f"{len(self.problems)} mistakes. Correct them"
            )
            print(f"{self.folder}: {told} and check again.", file=sys.stderr)
        if self.pack and self.coverage:
            _print_figures(self.pack, self.coverage)
        if self.origin:
            _print_changes(self.origin, self.changes)


def report_on(folder: Path, checks: frozenset[str]) -> PackReport:
    """Examine a folder, against the names of the checks there are."""
    examined = examine(folder)
    pack = examined.pack
    origin, changes = _against_origin(pack) if pack else ("", ())
    coverage = coverage_of(pack, checks) if pack else None
    return PackReport(folder, examined.problems, pack, coverage, origin, changes)


def about(pack: Pack) -> dict[str, object]:
    """The pack in a few plain values."""
    return {
        "id": pack.about.id,
        "version": pack.about.version,
        "title": pack.about.title,
        "digest": pack.digest,
        "requirements": len(pack.requirements),
    }


def _against_origin(pack: Pack) -> tuple[str, tuple[Change, ...]]:
    """What a copied pack was copied from, and what it changes where that comes with Threadline."""
    origin = pack.about.copied_from
    if origin is None:
        return "", ()
    words = f"Copied from {origin.id} {origin.version}"
    if origin.id not in bundled_names():
        return f"{words}, which is not here to compare with.", ()
    original = bundled(origin.id)
    if original.digest != origin.digest:
        words += f"; the one here, {original.about.version}, has another digest: one of the two has changed since"
    return f"{words}.", compare(original, pack)


def _problem(problem: Problem) -> dict[str, object]:
    return {"file": problem.place.file, "line": problem.place.line, "message": problem.message}


def _change(change: Change) -> dict[str, object]:
    return {"kind": change.kind.value, "loosens": change.loosens, "sentence": change.sentence}


def _print_figures(pack: Pack, coverage: Coverage) -> None:
    print(f"{pack.about.id} {pack.about.version}: {pack.about.title}")
    print(f"  {pack.digest}")
    print(f"  Source: {coverage.sections} sections, {coverage.sentences} sentences")
    print(f"    covered by a requirement: {coverage.covered}")
    print(f"    not enforceable, with a reason: {coverage.not_enforceable}")
    print(f"  Requirements, each naming its check: {coverage.requirements}")
    print(f"    supported: {coverage.supported}")
    print(f"    not yet supported: {coverage.not_yet_supported}")
    for name in coverage.unsupported:
        print(f"      {name}")
    if coverage.spare:
        print(f"  Checks that no requirement names: {', '.join(coverage.spare)}")


def _print_changes(origin: str, changes: tuple[Change, ...]) -> None:
    print(f"  {origin}")
    print(f"  Changed: {len(changes)}, asking for less: {sum(change.loosens for change in changes)}")
    for change in changes:
        print(f"    {change.kind.value}{' (asks for less)' if change.loosens else ''}: {change.sentence}")
