"""`threadline tick`: begin the scheduled work that is due; for installations that `threadline serve` does not run."""

import argparse

from threadline.cli.installation import start_django


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`tick`."""
    tick = subparsers.add_parser(
        "tick", help="begin scheduled work that is due; call it every minute where serve does not run"
    )
    tick.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Begin what is due and name it; exit code 0 whether or not there was anything."""
    start_django()
    from threadline.jobs import schedule

    for name in schedule.tick():
        print(name)
    return 0
