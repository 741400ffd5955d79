"""Writers of doubt and of words beside a date."""

import random
from dataclasses import replace

from tests.domain.dates.oracle.days import bad_separator, plain_day, with_weekday
from tests.domain.dates.oracle.spans import days_in_month, month, part_month, season, week, year
from tests.domain.dates.oracle.times import timed
from tests.domain.dates.oracle.writing import Said

DOUBT = (
    "?",
    "? ",
    "approx ",
    "approx. ",
    "Approximately ",
    "circa ",
    "c. ",
    "c.",
    "c ",
    "around ",
    "Around the ",
    "about ",
)
DOUBT += ("on or about ", "On or around ", "possibly ", "~", "~ ", "Possibly ", "about the ", "probably ")
DOUBT_AFTER = ("?", " ?", " (?)", " approx", " (approx)", " (approx.)", " - approx")


def doubted(r: random.Random, said: Said) -> Said:
    text = r.choice(DOUBT) + said.text if r.random() < 0.7 else said.text + r.choice(DOUBT_AFTER)
    precision = "approximate" if said.precision == "exact" else said.precision
    return replace(said, kind="doubted", text=text, precision=precision, qualifier="approximate")


def approximate(r: random.Random) -> Said:
    return doubted(r, r.choice([plain_day, bad_separator, month, year, part_month, days_in_month, season])(r))


REMARKS = (
    "(DV incident)",
    "(aged 14)",
    "(late entry)",
    "- phone call",
    "GP appointment",
    "(school meeting)",
    "- home visit",
    "(police report)",
    "– strategy meeting",
    "(see log)",
    "A&E attendance",
    "S47 enquiry",
    "(duty call)",
    "- letter to GP",
    "(Monday club)",
    "seen by HV",
    "(from file)",
    "(first contact)",
    "case conference",
    "(2 officers)",
    ": review",
    "(handwritten)",
    "(end of term)",
    "- email from school",
    "(crime ref 1234)",
    "Core group",
    "; missed appt",
    "(after school)",
    "DNA",
    "[amended]",
    "- no reply",
    "(was 3 weeks old)",
    "and mother seen",
)


def remarked(r: random.Random) -> Said:
    inner = r.choice([plain_day, plain_day, with_weekday, timed, days_in_month, month, week])(r)
    if inner.kind == "with_weekday" and not inner.text.endswith((")", "]")):
        return Said("remarked", f"{inner.text} (late entry)", *(inner.earliest, inner.latest), problem=inner.problem)
    return replace(inner, kind="remarked", text=f"{inner.text} {r.choice(REMARKS)}")
