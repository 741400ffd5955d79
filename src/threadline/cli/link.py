"""`threadline link`: which entries of a merged chronology may record one event, why, and where they differ.

Exit codes: 0 done; 2 nothing written: the chronology cannot be read, an argument cannot be followed, or the output
cannot be written.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from threadline.domain.chronology.linking import Account, Key, Pair, Suggestion

_THRESHOLD = "the least likelihood, from 0 to 1, at which a pair is offered (default 0.5: as likely as not)"
_REFUSED = 'pairs a person has refused, as JSON: {"refused": [{"a": {"file", "table", "row"}, "b": {…}}]}'


class Unfollowable(Exception):
    """What was asked cannot be done; the message says why and what would do."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`link merged.json -o links.json`."""
    link = subparsers.add_parser(
        "link",
        help="suggest which entries of a merged chronology record one event",
        description="Suggest which entries of a merged chronology (the .json of `threadline merge`) may record "
        "one event, why, and where their accounts differ; each is a question for a person.",
        epilog="Exit codes: 0 done; 2 nothing written.",
    )
    link.add_argument("merged", metavar="MERGED.json", help="a chronology written by `threadline merge`")
    link.add_argument("-o", "--output", required=True, metavar="LINKS.json", help="where to write the suggestions")
    link.add_argument("--threshold", type=float, default=None, metavar="NUMBER", help=_THRESHOLD)
    link.add_argument("--refused", metavar="REFUSED.json", help=_REFUSED)
    link.add_argument("--quiet", action="store_true", help="no summary; errors only")
    link.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Suggest and write; see the module for the exit codes."""
    try:
        return _run(arguments)
    except Unfollowable as fault:
        print(f"threadline link: {fault}", file=sys.stderr)
        print("Nothing was written.", file=sys.stderr)
        return 2


def _run(arguments: argparse.Namespace) -> int:
    from threadline.domain.chronology.linking import DEFAULT, suggest

    entries = _entries(_read(arguments.merged), arguments.merged)
    accounts = _accounts(entries, arguments.merged)
    refused = _refused(_read(arguments.refused), arguments.refused) if arguments.refused else frozenset()
    threshold = DEFAULT if arguments.threshold is None else arguments.threshold
    try:
        found = suggest(accounts, threshold=threshold, refused=refused)
    except ValueError as fault:
        raise Unfollowable(str(fault)) from fault
    places = {account.key: _place(entry) for account, entry in zip(accounts, entries, strict=True)}
    written = {"format": "threadline links", "version": 1, "threshold": threshold, "links": _links(found, places)}
    _save(Path(arguments.output), json.dumps(written, ensure_ascii=False, indent=1) + "\n")
    if not arguments.quiet:
        print("\n".join([*_summary(accounts, found), "", f"Written: {arguments.output}"]))
    return 0


def _read(name: str) -> Any:
    try:
        return json.loads(Path(name).read_text(encoding="utf-8"))
    except OSError as fault:
        raise Unfollowable(f"“{name}” cannot be opened ({fault.strerror}). Check the name and the place.") from fault
    except ValueError as fault:
        raise Unfollowable(f"“{name}” is not a JSON file. Give the .json that `threadline merge` writes.") from fault


def _entries(content: Any, name: str) -> Sequence[Mapping[str, Any]]:
    entries = content.get("entries") if isinstance(content, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise Unfollowable(f"“{name}” holds no list of entries. Give the .json that `threadline merge` writes.")
    return entries


def _accounts(entries: Sequence[Mapping[str, Any]], name: str) -> list[Account]:
    from threadline.domain.chronology.linking import from_interchange

    accounts = []
    for number, entry in enumerate(entries, 1):
        try:
            accounts.append(from_interchange(entry))
        except KeyError as fault:
            raise Unfollowable(f"“{name}”, entry {number}: {fault} is missing. Merge the files again.") from fault
        except (TypeError, ValueError) as fault:
            raise Unfollowable(f"“{name}”, entry {number}: {fault}. Merge the files again.") from fault
    return accounts


def _refused(content: Any, name: str) -> frozenset[Pair]:
    try:
        return frozenset((_key(pair["a"]), _key(pair["b"])) for pair in content["refused"])
    except (KeyError, TypeError, ValueError) as fault:
        raise Unfollowable(f"“{name}” is not a list of refused pairs. It should be {_REFUSED}") from fault


def _key(end: Mapping[str, Any]) -> Key:
    return str(end["file"]), str(end["table"]), int(end["row"])


def _place(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"file": entry["file"], "table": entry["table"], "row": entry["row"]}


def _links(found: Iterable[Suggestion], places: Mapping[Key, dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "a": places[one.a],
            "b": places[one.b],
            "score": one.score,
            "contradictions": sorted({differs.field for differs in one.contradictions}),
            "why": one.why,
            "differences": [
                {"field": differs.field, "a": differs.words_a, "b": differs.words_b, "says": differs.sentence}
                for differs in one.contradictions
            ],
        }
        for one in found
    ]


def _summary(accounts: Sequence[Account], found: Sequence[Suggestion]) -> list[str]:
    from threadline.domain.chronology.linking import groups

    undated = sum(1 for account in accounts if account.earliest is None)
    together = groups(found)
    several = sum(len(some) for some in together)
    lines = [
        f"{len(accounts)} entries; {several} of them may record {len(together)} events told more than once "
        f"({len(found)} pairs).",
        f"{sum(1 for one in found if one.contradictions)} pairs differ on something that cannot both be right.",
    ]
    if undated:
        lines.append(f"{undated} entries have no date and were compared with nothing.")
    return lines


def _save(path: Path, text: str) -> None:
    """Write the whole file or nothing: beside its place first, then moved over it."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as fault:
        part.unlink(missing_ok=True)
        raise Unfollowable(f"cannot write “{path}” ({fault.strerror}). Choose another place.") from fault
