"""`threadline framework`: check a framework pack, and list those that come with Threadline (W.a).

Works on files alone. Where areas of this installation register checks, they are loaded to tell what is supported.
"""

import argparse
import importlib
import importlib.util
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from threadline.domain.framework.registry import AREAS, CHECKS

AREA_PACKAGES: Final = tuple(f"threadline.{area}" for area in sorted(AREAS))


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`framework check [PACK_DIR] [--json]` and `framework list`."""
    framework = subparsers.add_parser("framework", help="check framework packs: the method as data")
    acts = framework.add_subparsers(dest="act", required=True, metavar="ACT")
    check = acts.add_parser("check", help="say what is wrong with a pack, with file and line; exit 1 where anything is")
    check.add_argument(
        "folder", nargs="?", type=Path, metavar="PACK_DIR", help="a pack's folder (default: our own packs)"
    )
    check.add_argument("--json", action="store_true", help="answer in JSON")
    check.set_defaults(run=run_check)
    listing = acts.add_parser("list", help="list the packs that come with Threadline, with version and digest")
    listing.add_argument("--json", action="store_true", help="answer in JSON")
    listing.set_defaults(run=run_list)


def run_check(arguments: argparse.Namespace) -> int:
    """0 when every pack is whole, 1 when one is not."""
    from threadline.cli import pack_report
    from threadline.domain.framework.bundled import FRAMEWORKS, bundled_names

    folders = [arguments.folder] if arguments.folder else [FRAMEWORKS / name for name in bundled_names()]
    supported = supported_checks()
    reports = [pack_report.report_on(folder, supported) for folder in folders]
    if arguments.json:
        print(json.dumps({"packs": [report.as_json() for report in reports]}, indent=2, ensure_ascii=False))
    else:
        for report in reports:
            report.print()
    return 1 if any(report.problems for report in reports) else 0


def run_list(arguments: argparse.Namespace) -> int:
    """Print the packs that come with Threadline."""
    from threadline.cli import pack_report
    from threadline.domain.framework.bundled import bundled, bundled_names

    packs = [bundled(name) for name in bundled_names()]
    if arguments.json:
        print(json.dumps({"packs": [pack_report.about(pack) for pack in packs]}, indent=2, ensure_ascii=False))
        return 0
    for pack in packs:
        print(f"{pack.about.id} {pack.about.version}: {pack.about.title}")
        print(f"  {len(pack.requirements)} requirements, {len(pack.stages)} stages")
        print(f"  {pack.digest}")
    return 0


def supported_checks(areas: Iterable[str] = AREA_PACKAGES) -> frozenset[str]:
    """The names of the checks that the areas' packages register, loading Django only where one has any."""
    modules = [f"{area}.requirements" for area in areas if _has_requirements(area)]
    if modules:
        from threadline.cli.installation import start_django

        start_django()
        for module in modules:
            importlib.import_module(module)
    return frozenset(CHECKS.checks())


def _has_requirements(area: str) -> bool:
    spec = importlib.util.find_spec(area)
    places = spec.submodule_search_locations if spec else None
    return any((Path(place) / "requirements.py").is_file() for place in places or ())
