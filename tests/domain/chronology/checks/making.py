"""Rows and settings for the tests of the checks. Nobody in them exists."""

from datetime import date

from threadline.domain import dates
from threadline.domain.chronology.checks import Line, Named, Rules, Setting
from threadline.domain.chronology.entries import Meaning
from threadline.domain.framework.bundled import bundled

SAID = bundled("greater-manchester-2016").chronologies
RULES = Rules(
    limits={each.id: each.amount for each in SAID.limits},
    words={each.id: each.phrases for each in SAID.words},
    columns=tuple(Meaning(each.meaning) for each in SAID.columns if each.must),
)
CHILD = Named("Robin Marsh", ("Robin", "RM"), child=True, born=date(2011, 6, 14))
MOTHER = Named("Kay Marsh", ("Ms Marsh", "Mum"))


def line(text="", when="3 February 2015", *, number=1, written="", file="timeline.docx", **fields):
    """One row. `fields` are columns by their meaning, `written` when it was written down."""
    source = fields.pop("source", "Log 12")
    known = {Meaning(name): value for name, value in fields.items()} | ({Meaning.SOURCE: source} if source else {})
    return Line(
        id=f"row {number}", when=dates.read(when), text=text, date_text=when, fields=known, file=file, ordinal=number,
        recorded=dates.read(written) if written else None,
    )  # fmt: skip


def setting(**changed):
    """A review of the year before 30 September 2015, with one child and the mother in its register."""
    said = {
        "agency": "Northfield Trust", "first": date(2014, 9, 1), "last": date(2015, 9, 30), "people": (CHILD, MOTHER),
        "glossary": frozenset({"GP", "HV"}),
    }  # fmt: skip
    return Setting(**(said | changed))
