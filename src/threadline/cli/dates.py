"""`threadline dates`: say how a date is read, or read a whole column of them."""

import argparse
import sys
from datetime import date
from pathlib import Path

from threadline.domain import dates
from threadline.domain.dates import tsv

DONE, BAD_INPUT = 0, 2
_EPILOG = """A column is a tab-separated file with a header line and at least the columns text and context
(prev=YYYY-MM-DD;year=YYYY;today=YYYY-MM-DD, each optional). In a cell \\n, \\t and \\\\ stand for a new line, a tab
and a backslash."""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`dates TEXT…` explains; `dates --file IN -o OUT` reads a column."""
    parser = subparsers.add_parser("dates", help="say how a date is read, or read a column of dates", epilog=_EPILOG)
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="a date as typed; a sentence is printed for each")
    parser.add_argument("--year", type=_year, metavar="YYYY", help="the year of days written without one")
    parser.add_argument("--previous", type=_day, metavar="YYYY-MM-DD", help="the day of the row above, for ditto")
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="later days are marked as in the future")
    parser.add_argument("--file", type=Path, metavar="IN", help="read a tab-separated column instead")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="where to write it; without this, printed")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 when done, 2 when the input cannot be read, with a sentence on standard error."""
    if bool(arguments.texts) == bool(arguments.file):
        return _refuse("Give either one or more texts, or a column with --file.")
    if arguments.file is None:
        if arguments.output is not None:
            return _refuse("-o goes with --file. Without --file the sentences are printed.")
        for text in arguments.texts:
            reading = dates.read(text, previous=arguments.previous, year=arguments.year, today=arguments.today)
            print(dates.explain(reading))
        return DONE
    if arguments.year or arguments.previous or arguments.today:
        return _refuse("--year, --previous and --today go with texts. In a column they stand in each row's context.")
    return _column(arguments.file, arguments.output)


def _column(source: Path, target: Path | None) -> int:
    """Read the column whole before anything is written, so that a fault leaves no half file."""
    try:
        lines = list(tsv.read_table(source.read_bytes().decode("utf-8-sig")))
    except UnicodeDecodeError as fault:
        return _refuse(f"{source}: byte {fault.start + 1} is not UTF-8. Save the file as UTF-8 and try again.")
    except tsv.BadTable as fault:
        return _refuse(f"{source}, {fault}")
    except OSError as fault:
        return _refuse(f"{source} cannot be read: {fault.strerror}. Check the name and try again.")
    answer = "\n".join(lines) + "\n"
    if target is None:
        sys.stdout.write(answer)
        return DONE
    try:
        target.write_text(answer, encoding="utf-8", newline="\n")
    except OSError as fault:
        return _refuse(f"{target} cannot be written: {fault.strerror}. Choose another place with -o.")
    return DONE


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return BAD_INPUT


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day. Write it as YYYY-MM-DD.") from None


def _year(text: str) -> int:
    if len(text) == 4 and text.isdecimal() and text != "0000":
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a year. Write it as YYYY.")
