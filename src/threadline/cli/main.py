"""The `threadline` command: each subcommand in a module of its own, loaded only when it is called.

Those that work on files (merge, dates, link) need neither Django nor settings; the others load them when called.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence

SUBCOMMANDS = ("merge", "dates", "link", "framework", "audit", "serve", "tick")


def parser(names: Sequence[str] = SUBCOMMANDS) -> argparse.ArgumentParser:
    """The command line with these subcommands; a call names one, so that only its own module is loaded."""
    top = argparse.ArgumentParser(
        prog="threadline", description="Serious Case Reviews: agency timelines read, merged and compared."
    )
    subparsers = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in names:
        importlib.import_module(f"threadline.cli.{name}").add_parser(subparsers)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0 for done and 2 for what could not be done, with a sentence saying why."""
    words = list(sys.argv[1:] if argv is None else argv)
    called = [word for word in words[:1] if word in SUBCOMMANDS]
    arguments = parser(called or SUBCOMMANDS).parse_args(words)
    try:
        code: int = arguments.run(arguments)
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
