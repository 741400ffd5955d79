"""`threadline audit`: prove that the trail is whole (TRUST 34)."""

import argparse
import json
import sys

from threadline.cli.installation import start_django


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`audit verify [--head N:DIGEST]` and `audit head`."""
    audit = subparsers.add_parser("audit", help="prove that the audit trail is whole")
    acts = audit.add_subparsers(dest="act", required=True, metavar="ACT")
    verify = acts.add_parser("verify", help="recompute the chain; exit 1 and name the first event that does not fit")
    verify.add_argument("--head", metavar="NUMBER:DIGEST", help="a head kept outside the system, to show a rollback")
    verify.add_argument("--json", action="store_true", help="answer in JSON")
    verify.set_defaults(run=run_verify)
    head = acts.add_parser("head", help="print the head of the chain, to be kept outside the system")
    head.set_defaults(run=run_head)


def run_verify(arguments: argparse.Namespace) -> int:
    """0 when every event fits, 1 when one does not, 2 when the head given cannot be read."""
    start_django()
    from threadline.audit import trail
    from threadline.audit.chain import Head

    try:
        outside = Head.parse(arguments.head) if arguments.head else None
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 2
    verdict = trail.verify(outside=outside)
    if arguments.json:
        print(json.dumps({"events": verdict.events, "head": str(verdict.head), "fault": verdict.fault}))
    else:
        for note in verdict.notes:
            print(f"Note: {note}")
        print(verdict.fault or f"{verdict.events} events, all as written. Head: {verdict.head}")
    return 1 if verdict.fault else 0


def run_head(arguments: argparse.Namespace) -> int:
    """Print the head of the chain."""
    start_django()
    from threadline.audit import trail

    print(trail.head())
    return 0
