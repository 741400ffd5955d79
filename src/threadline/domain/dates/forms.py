"""The shapes of numbers, dates and clock times in a text, as a table of patterns tried in order.

Every pattern is bounded and has no nested repetition, so the cost of a text grows with its length and no faster.
"""

import re
from typing import Final

_D = "[0-9]"
_DD = "[0-9]{1,2}"
_YEAR = "(?:1[89]|2[01])[0-9]{2}"
_NEAR_YEAR = "(?:19|20)[0-9]{2}"
_LETTERS = "[0-9oilsbzg|]"
"""Digits, and the letters typed for them: O or o for 0, l, I or | for 1, S for 5, B for 8, Z for 2, g for 9."""
_MERIDIEM = r"(?:[ap]\.? ?m(?:(?=-?ish)|(?![^\W_]))\.?)"
_HOURS = r"(?:(?:hours|hrs?|h)(?![^\W_])\.?)"
_SUFFIX = f"(?: ?(?:{_MERIDIEM}|{_HOURS}))"
_NOT_CLOCK = f"(?! ?{_MERIDIEM}| ?{_HOURS})"
_ENDS = rf"(?!{_D}|[/.:]{_D}|[a-su-z|]{_D}|[oilsbzg|]{{1,3}}(?![^\W_]))"
"""What may not follow a date: another digit, or a mark and a digit, or letters that are digits mistyped (`20l6`)."""
_LOOSE = r"(?: ?[/\\|_.]{1,3} ?|[/.,;_\\|*+=~'\-]{1,3}| -(?! )|(?<! )- )"
"""Separators as mistyped: doubled, mixed, spaced out."""
_ANY_YEAR = f"(?:{_D}{{4}}|{_D}{{2}})"
_FULL = rf"{_DD}(?:/{_DD}/|\.{_DD}\.)'?{_D}{{2,4}}(?!{_D})"
_MONTH_STARTS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_NOT_MONTH = f"(?! ?{_MONTH_STARTS})"
_ORDINAL = r"(?:st|nd|rd|th)(?![^\W_])"
_BLANK = r"(?:[?x_\-]{1,2}|dd)"
_BLANK_MONTH = r"(?:[?x_\-]{1,2}|mm)"
_ISO_CLOCK = rf"{_D}{{2}}:{_D}{{2}}(?::{_D}{{2}}(?:[.,]{_D}{{1,9}})?)?"
_OFFSET = rf"(?: ?[+\-]{_D}{{2}}:?{_D}{{2}}(?![:0-9]))"

_LOOKALIKE_DATE = (
    rf"(?<![^\W_])(?=[0-9/.\-]{{0,9}}[oilsbzg|])(?:{_LETTERS}{{1,2}}[/.\-]{_LETTERS}{{1,2}}[/.\-](?:{_LETTERS}{{4}}"
    rf"|{_LETTERS}{{2}})|{_LETTERS}{{4}}[/.\-]{_LETTERS}{{1,2}}[/.\-]{_LETTERS}{{1,2}})(?![^\W_])"
)
_LOOKALIKE = r"(?<![^\W_])(?=[oil]{0,3}[0-9])(?=[0-9]{0,3}[oil])[0-9oil]{2,4}(?![^\W_]|')"

_BY_DIGIT: Final = (
    # What needs no closer look, first for speed: digits that end the text or stand before a month's name.
    ("number", rf"{_D}+(?=$|\n| {_MONTH_STARTS})"),
    ("number", rf"{_D}{{4}}(?=,? [b-gi-oq-z(])"),
    ("month_with_digits", r"0ct(?:[o0]ber)?(?![^\W_])"),
    ("day_first", rf"{_DD}(?:/{_DD}/|\.{_DD}\.|-{_DD}-)'?{_D}{{2,5}}{_ENDS}"),
    ("ordinal", r"[0-9]{1,2}(?:st|nd|rd|th)(?![^\W_])"),
    # The first of two days or day and month, where a whole date follows the dash: 12-14/05/15, 12/05-14/05/15.
    ("number", rf"{_DD}(?= ?- ?{_FULL})"),
    ("pair", rf"{_DD}[/.]{_DD}(?= ?- ?{_FULL})"),
    ("year_first", rf"{_YEAR}(?:/{_DD}/|\.{_DD}\.|-{_DD}-| ?/ ?{_DD} ?/ ?){_DD}(?![0-9:])"),
    # Not after a word: `5 Sep 2013-10.30` ends in a time.
    (
        "year_first",
        rf"(?<![^\W\d_])(?<![^\W\d_] ){_YEAR}[/.,_\-]{{1,2}}{_DD}[/.,_\-]{{1,2}}{_DD}(?![0-9:]|[/.\-][0-9])",
    ),
    ("year_first", rf"{_YEAR} {_D}{{2}} {_D}{{2}}(?![0-9:.])"),
    ("day_first", rf"{_DD} {_DD} {_ANY_YEAR}(?!{_D}|[/.:;\-]{_D}| ?{_ORDINAL}){_NOT_CLOCK}"),
    ("day_first", rf"{_DD} - {_DD} - {_ANY_YEAR}{_ENDS}{_NOT_CLOCK}"),
    ("day_first", rf"{_DD}, {_DD}, {_D}{{4}}{_ENDS}"),
    ("day_first", rf"{_DD} {_DD}[/.\-]{_YEAR}{_ENDS}"),
    ("day_first", rf"{_DD}[/.\-](?:0?[1-9]|1[0-2]) {_YEAR}(?![0-9:])"),
    ("day_first", rf"{_DD}:{_DD}:{_D}{{4}}{_ENDS}"),
    ("day_first", rf"{_DD}:{_DD}/{_ANY_YEAR}{_ENDS}"),
    ("day_first", rf"{_DD}/{_DD}:{_D}{{4}}{_ENDS}"),
    # Not 9.30-10, which is a time.
    ("day_first", rf"(?!{_DD}[.,](?:1[3-9]|[2-5]{_D})-){_DD}{_LOOSE}{_DD}{_LOOSE}'?{_ANY_YEAR}{_ENDS}{_NOT_CLOCK}"),
    ("bad_year", rf"{_DD}/{_DD}/{_D}(?![^\W_]|/)"),
    ("clock", rf"{_DD}:{_D}{{2}}:{_D}{{2}}(?:[.,]{_D}{{1,9}})?(?:{_OFFSET}|{_SUFFIX})?(?![0-9:])"),
    ("clock", rf"{_DD}(?: ?:|;){_D}{{2}}(?:[:.]{_D}{{2}})?{_SUFFIX}?(?![0-9])"),
    ("clock", rf"{_DD}[:;]{_D}{{3,4}}{_SUFFIX}?(?![0-9])"),
    ("clock", rf"{_DD}[.,]{_D}{{2}}(?:[.:]{_D}{{2}})?{_SUFFIX}"),
    ("clock", rf"{_DD}[.,]{_D}{_MERIDIEM}"),
    # Not `3 February 2015 pm`: there the digits are the year.
    ("clock", rf"(?!(?:19|20){_D}{{2}} ){_D}{{3,4}} ?{_MERIDIEM}"),
    ("clock", rf"{_D}{{4}} ?{_HOURS}"),
    ("clock", rf"{_D}{{3}}{_HOURS}"),
    ("clock", rf"{_D}{{2}} {_D}{{2}} ?(?:hours|hrs)(?![^\W_])"),
    ("clock", rf"{_DD}{_MERIDIEM}"),
    # Not `3-Feb-05 pm` nor `3 Feb 15 am`: there the digits are the year.
    ("clock", rf"(?<![a-z]-)(?:0?[0-9]|1[0-2]) {_MERIDIEM}"),
    ("clock", rf"{_DD}h{_D}{{2}}(?![^\W_])"),
    ("oclock", rf"{_DD} ?o ?'? ?clock(?: ?{_MERIDIEM})?(?![^\W_])"),
    ("twelve", r"12 ?(?:noon|midday|mid-day|midnight)(?![^\W_])"),
    ("month_year", rf"{_DD}(?: ?/ ?|[.\-_\\]){_NEAR_YEAR}(?!{_D}|[/.]{_D})"),
    ("lookalike_date", _LOOKALIKE_DATE),
    ("year_pair", rf"{_NEAR_YEAR}(?: ?/ ?|[.\-_]){_DD}(?!{_D}|[/.:]{_D}| ?{_ORDINAL}){_NOT_CLOCK}{_NOT_MONTH}"),
    ("year_pair", rf"{_NEAR_YEAR} ?/ ?{_NEAR_YEAR}{_ENDS}"),
    ("pair", rf"{_DD}(?: ?/{{1,2}} ?|-){_DD}(?!{_D}|ct|[/:.]{_D}| ?{_ORDINAL}){_NOT_CLOCK}"),
    ("pair", rf"{_DD}\.{_DD}(?!{_D}|[/:.]{_D}| ?{_ORDINAL})"),
    ("lookalike", _LOOKALIKE),
    ("ordinal", rf"{_DD} ?{_ORDINAL}"),
    ("decimal", r"[0-9]{1,6}\.[0-9]{3,20}"),
    ("number", r"[0-9]+"),
)
"""Forms that begin with a digit."""
_BY_OTHER: Final = (
    ("word", r"[a-z]{3,}(?![^\W_]|')"),
    ("month_with_digits", r"(?:oct0ber|n0v(?:ember)?|apri1|ju1y?)(?![^\W_])"),
    ("iso_clock", rf"(?<={_D})t(?:{_ISO_CLOCK}|{_D}{{6}}|{_D}{{4}})(?!{_D}){_OFFSET}?"),
    ("unknown_day", rf"(?<![^\W_]){_BLANK}[/.\-](?:{_DD}[/.\-]{_ANY_YEAR}|{_BLANK_MONTH}[/.\-]{_D}{{4}})(?![0-9/])"),
    ("lookalike_date", _LOOKALIKE_DATE),
    ("lookalike", _LOOKALIKE),
    ("word", r"[^\W\d_]+(?:'[^\W\d_]+)*"),
    ("sign", r"\S"),
)
"""Forms that begin with a letter or a mark."""

DIGIT_NAMES: Final = tuple(name for name, _ in _BY_DIGIT)
DIGIT_FORM: Final = re.compile("|".join(f"({pattern})" for _, pattern in _BY_DIGIT))
OTHER_NAMES: Final = tuple(name for name, _ in _BY_OTHER)
OTHER_FORM: Final = re.compile("|".join(f"({pattern})" for _, pattern in _BY_OTHER))
"""One group for each row of a table: `lastindex` of a match, less one, is the row."""
