"""The words that agencies write in a date cell, and what kind of lexeme each is.

A table, not code: a phrase is added here and nowhere else. Phrases are compared word by word, the longest first.
"""

import re
from typing import Final, NamedTuple

from threadline.domain.dates import kinds
from threadline.domain.dates.months import MONTH_NAMES, WEEKDAY_NAMES

FILLER: Final = "filler"
"""Words that say nothing about the day; they are dropped."""


class Phrase(NamedTuple):
    """What a phrase is, and the words that must follow its first one."""

    rest: tuple[str, ...]
    kind: str
    numbers: tuple[int, ...] = ()
    mark: str = ""


EARLY, MID, LATE = 0, 1, 2
MORNING, AFTERNOON, EVENING, EARLY_HOURS = 0, 1, 2, 3
SPRING, SUMMER, AUTUMN, WINTER = 0, 1, 2, 3
COMMENCING, ENDING = 1, -1

_MARKED: Final = {
    (kinds.BOUND, "before"): ("before; prior to; pre; earlier than; previous to; in advance of; preceding; <"),
    (kinds.BOUND, "after"): "after; following; post; later than; subsequent to; >",
    (kinds.BOUND, "since"): (
        "since; from; as from; as of; with effect from; wef; w.e.f; starting; starting on; starting from;"
        " on/after; on / after; effective from; effective; commencing; on or after; no earlier than; not earlier"
        " than; not before; on and after; from and including; ever since; >=; =>"
    ),
    (kinds.BOUND, "until"): (
        "until; till; til; untill; to; up to; up until; upto; by; no later than; not later than; not after;"
        " on/before; on / before; on or before; on and before; up to and including; to and including; through;"
        " thru; through to; into; <=; =<"
    ),
    (kinds.BOUND_AFTER, "since"): (
        "onwards; onward; on wards; and onwards; and onward; and on; and after; or after; or later; and later; and"
        " afterwards; to present; to the present; to present day; to the present day; to now; to date; until now;"
        " until present; until the present; up to now; up to date; up to present; up to the present; till now; till"
        " present; until date; till date; thereafter; and thereafter; and beyond; and subsequently; at the"
        " earliest; forwards; forward; and continuing; to ongoing; until ongoing"
    ),
    (kinds.BOUND_AFTER, "until"): (
        "or before; or earlier; and before; and earlier; or sooner; at the latest; at latest"
    ),
    (kinds.YEAR_KIND, "financial"): (
        "fy; f/y; f.y; financial year; financial yr; fin year; fin yr; fin. year; fin. yr; fiscal year; fiscal yr;"
        " tax year; financial; fiscal"
    ),
    (kinds.YEAR_KIND, "academic"): (
        "academic year; academic yr; acad year; acad yr; acad. year; acad. yr; school year; school yr; ay; a/y;"
        " academic session; academic"
    ),
    (kinds.DITTO, ""): (
        "ditto; dto; as above; same day; same date; as before; same as above; same day as above; same date as"
        " above; as per above; date as above; day as above; as previous; as prev; same as previous; same as before;"
        " same day as before; idem; that day; that same day; later that day; later same day; later the same day;"
        " later on the same day; same day later; as previous entry; same as previous entry; as row above; as entry"
        " above; as last entry; ' '"
    ),
    (kinds.DITTO, "bare"): "same; above; do; s/a",
    (kinds.DITTO, "quote"): '"',
    (kinds.WORD, kinds.KNOWN): "a&e; a & e; a and e; s/w; h/v; c/o; t/c; p/c; f/u; m/w; s/s; g.p; d.v",
    (kinds.RELATIVE, kinds.NAMED_TIME): (
        "easter; christmas; xmas; new year; birthday; lent; ramadan; whitsun; bank holiday; anniversary; holiday;"
        " holidays; hols; term; terms; half; termly; christmas day; christmas eve; boxing day; new year's day; new"
        " years day; new year's eve; new years eve; good friday; easter sunday; easter monday; half term;"
        " half-term; bonfire night; may day"
    ),
    (kinds.RELATIVE, "next"): (
        "next day; same time; following day; day after; day before; previous day; next morning; following morning;"
        " next afternoon; next evening; following evening; following week; next week; previous week; following"
        " month; next month; yesterday; today; tomorrow; following afternoon; following night; next night; previous"
        " night; night before"
    ),
}

_UNMARKED: Final = {
    kinds.APPROX: (
        "?; ~; approx; approximately; approximate; appx; aprox; approx date; approximate date; circa; c; ca;"
        " around; about; abt; on or about; on or around; on or abt; on/about; on/around; at or around; at or about;"
        " in or around; in or about; o/a; or thereabouts; thereabouts; somewhere around; somewhere about; give or"
        " take; or so; possibly; poss; possible; probably; prob; perhaps; maybe; roughly; est; estimated;"
        " uncertain; unsure; not sure; not certain; thought to be; believed to be; believed; ish; - ish; tbc;"
        " t.b.c; to be confirmed; unconfirmed; unclear; sometime around; some time around; sometime about; in"
        " about; likely; presumed; exact date unknown; exact date not known; exact date unclear; exact date"
        " uncertain; date approx; date approximate; date uncertain; date unclear; date not certain; date tbc; date"
        " estimated"
    ),
    kinds.BETWEEN: "between; betw; btwn; btw; b/w; in between; sometime between; some time between",
    kinds.AND: "and; &; +",
    kinds.OR: "or; and/or; and / or",
    kinds.NOW: "present; present day; now; ongoing; on going; current; currently; continuing; the present",
    kinds.OVERNIGHT: "overnight; over night; night of; nights of; o/n; night of the",
    kinds.NIGHT: "night; night time; late night; late at night; nighttime; at night",
    kinds.DASH: "-; - >",
    kinds.SLASH: "/; \\",
    kinds.COMMA: ",",
    kinds.STOP: ".",
    kinds.APOSTROPHE: "'",
    kinds.OPEN_BRACKET: "(; [; {",
    kinds.CLOSE_BRACKET: "); ]; }",
    kinds.RELATIVE: (
        "week; weeks; wk; wks; weekly; fortnight; fortnights; fortnightly; month; months; monthly; year; years;"
        " yr; yrs; yearly; day; days; daily; weekend; weekends; midweek; mid week; first; second; third; fourth;"
        " fifth; last; next; previous; previously; every; each; not; never; except; excluding; without; hour;"
        " hours; hr; hrs; min; mins; minute; minutes; later; earlier; ago; just; shortly; soon; immediately;"
        " decade; quarterly; alternate; eve; unless; other than; less than; more than; least; within; mondays;"
        " tuesdays; wednesdays; thursdays; fridays; saturdays; sundays"
    ),
    FILLER: (
        "on; at; in; the; of; during; as at; dated; date; date of; sometime; some time; at some point; day of;"
        " month of; whole of; whole of the; all of; all; throughout; over; inclusive; incl; inclusively; exact;"
        " utc; gmt; bst; z; unknown date; date unknown; any time; anytime; at any time; time; time of; all day;"
        " one day; some point; full year; calendar year"
    ),
}

_NUMBERED: Final = {
    (kinds.PART, EARLY): (
        "early; early in; early part of; beginning; beginning of; start; start of; beg; beg of; the beginning of;"
        " begin; early on in; first part of"
    ),
    (kinds.PART, MID): ("mid; middle; middle of; mid part of; mid way through; midway through; halfway through"),
    (kinds.PART, LATE): (
        "late; late in; late part of; latter; latter part of; end; end of; towards end of; towards the end of;"
        " toward the end of; later part of; later in; close of; very end of; the end of"
    ),
    (kinds.DAY_PART, MORNING): (
        "morning; mornings; a.m; a m; am; early morning; late morning; mid morning; mid-morning; midmorning; early"
        " am; in the morning; late am"
    ),
    (kinds.DAY_PART, AFTERNOON): (
        "afternoon; p.m; p m; pm; early afternoon; late afternoon; mid afternoon; mid-afternoon; midafternoon;"
        " early pm; late pm; after noon"
    ),
    (kinds.DAY_PART, EVENING): "evening; early evening; late evening; mid evening",
    (kinds.DAY_PART, EARLY_HOURS): (
        "early hours; early hrs; early hours of; early hours of the morning; early hours of morning; small hours;"
        " small hours of; early morning hours; early hours am"
    ),
    (kinds.SEASON, SPRING): "spring; springtime",
    (kinds.SEASON, SUMMER): "summer; summertime; summer time",
    (kinds.SEASON, AUTUMN): "autumn; autumn time; autumntime",
    (kinds.SEASON, WINTER): "winter; wintertime; winter time",
    (kinds.WEEK, COMMENCING): (
        "w/c; w.c; w/b; w.b; w\\c; w-c; wc; wb; w/s; wk/c; wk/b; wkc; w/comm; w/com; w/commencing; w/beg; w/k/c;"
        " w/k c; w c; w b; w/beginning; weekcommencing; weekbeginning; wkcomm; w/ c; w/ b; w / c; w / b; week from;"
        " wk from; wk c; wk b; week c; week b"
    ),
    (kinds.WEEK, ENDING): (
        "w/e; w.e; w\\e; w-e; we; wk/e; w/ending; w/k/e; w/k e; w e; weekending; w/ e; w / e; wk e; week e; week"
        " to; wk to"
    ),
    (kinds.QUARTER, 0): "q; qtr; quarter; qtr.; qu",
    (kinds.CLOCK, 12): "noon; midday; mid day; mid-day; 12 noon",
    (kinds.CLOCK, 0): "midnight; mid night; mid-night",
}

BRACKETS: Final = frozenset((kinds.OPEN_BRACKET, kinds.CLOSE_BRACKET))
WEEK_WORDS: Final = frozenset({"week", "wk"})
LOOK_ON_WORDS: Final = WEEK_WORDS | {"year", "yr", "years", "yrs"}
"""Words whose meaning depends on the beginning of the next one."""
COMMENCING_STEMS: Final = ("com", "beg", "start")
ENDING_STEM: Final = "end"

_HARMLESS_WORDS: Final = """
a accident admission admitted advice age aged agency ambulance appointment appt arrest assault assessment
attendance attended audit bruising cafcass call called camhs case check child children childs class
clinic club college conference contact core council court cp cpn crime dad day discharge discharged dob doctor
doctors domestic dr duty dv email emails entered entry event exclusion family father file follow followup
form fu gp group happened health hearing home hospital house housing hv icpc incident initial injury interview
is known la lac late legal letter log logged made mash maternity meeting meetings message midwife minutes
missing mother multiagency mum new note noted notes notification nurse nursery occurred officer officers opened
order outcome panel parent patient pc per phone place placement planning police practice pre print probation
received record recorded records ref referral referred report reported reports request result review reviewed
school screening section seen sent session sgt sibling social source statement strategy supervision support sw
taken team tel telephone text time told took tried typed unit update urgent via visit visited visits ward was
when with worker written xray yot
"""
HARMLESS: Final = frozenset(_HARMLESS_WORDS.split())
"""Words of the field that may stand before a date without changing what it says ("Letter dated 3/2/15")."""


def is_harmless(word: str, mark: str) -> bool:
    """Whether a word is one of the field's own, which may stand beside a date without changing what it says."""
    return mark == kinds.KNOWN or word in HARMLESS


_WORD: Final = re.compile(r"[a-z]+|[0-9]+|[^\sa-z0-9]")


class Entry(NamedTuple):
    """What begins with a word: the word alone, where the next word settles that it is alone, and the longer phrases."""

    alone: Phrase | None
    not_before: frozenset[str]
    """The words before which it may not be alone."""
    phrases: tuple[Phrase, ...]
    """All phrases, the longest first."""


def _phrases() -> dict[str, list[Phrase]]:
    """Every phrase by its first word."""
    found: dict[str, list[Phrase]] = {}

    def add(text: str, kind: str, numbers: tuple[int, ...] = (), mark: str = "") -> None:
        for phrase in text.split(";"):
            first, *rest = _WORD.findall(phrase)
            found.setdefault(first, []).append(Phrase(tuple(rest), kind, numbers, mark))

    for (kind, mark), text in _MARKED.items():
        add(text, kind, mark=mark)
    for kind, text in _UNMARKED.items():
        add(text, kind)
    for (kind, number), text in _NUMBERED.items():
        add(text, kind, numbers=(number, 0, -1) if kind == kinds.CLOCK else (number,))
    for name, number in MONTH_NAMES.items():
        add(name, kinds.MONTH, (number,))
    for name, number in WEEKDAY_NAMES.items():
        add(name, kinds.WEEKDAY, (number,))
    return found


def _entry(first: str, phrases: list[Phrase]) -> Entry:
    """The entry of a word; brackets and words that depend on the beginning of the next are never settled alone."""
    alone = next((phrase for phrase in phrases if not phrase.rest), None)
    if alone is not None and (first in LOOK_ON_WORDS or alone.kind in BRACKETS):
        alone = None
    longer = {phrase.rest[0] for phrase in phrases if phrase.rest}
    ordered = sorted(phrases, key=lambda phrase: -len(phrase.rest))
    return Entry(alone, frozenset(longer | {"."}), tuple(ordered))


WORDS: Final = {first: _entry(first, phrases) for first, phrases in _phrases().items()}
