"""Telling a row that is an entry from one that is a heading, a legend, a note or the end of the table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from threadline.domain.chronology.entries import Column, Meaning, Why
from threadline.domain.chronology.heading_match import meanings, plain
from threadline.domain.chronology.lines import Line
from threadline.domain.chronology.organisations import sounds_like_an_agency

_LEGEND = re.compile(
    r"(?:colour |rag |rating )?(?:key|legend|codes?|symbols?|abbreviations?|glossary|acronyms?)\s*(?:[:=–—-]|$"
    r"|to\b|\(|used\b)|"
    r"(?:\W*\w{1,12}\s*=\s*[\w ]+[,;.]?\s*){2,}$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"[\W_]*(?:end|ends|the end|fin|end of (?:the )?(?:\w+ ){0,3}(?:chronology|time ?line|table|records?|entries"
    r"|document|log|report|extract|period|list|file|sheet|events?|contacts?|review period)|"
    r"(?:chronology|timeline|log|report|record|table) (?:ends|end|finishes|closed|complete)(?: here)?|(?:grand "
    r")?totals?(?: (?:number )?(?:of )?(?:entries|contacts|events|rows|records))?\s*[:=–-]?\s*\d*(?: (?:entries"
    r"|contacts|events|rows|records))?|"
    r"(?:number|count) of (?:entries|contacts|events|rows|records)\s*[:=–-]?\s*\d*|\d+ (?:entries|rows|records"
    r"|events)(?: in (?:total|all))?|"
    r"no (?:further|more|other) (?:entries|records|contacts?|information|involvement|events)(?: (?:recorded|found"
    r"|held|after this date))?|nothing (?:further|more)(?: recorded| to report)?|"
    r"page \d+(?: of \d+)?|report (?:run|generated|printed|produced)\b.*|printed (?:on|by)\b.*|(?:signed|signature"
    r"|date signed)\s*[:_.…-].*|(?:completed|prepared|compiled|authored|signed|produced|checked|approved|submitted"
    r"|quality assured) by\b.{0,80}|"
    r"(?:author|date (?:completed|of completion|prepared|compiled)|job title|designation|signature"
    r"|signed)\s*:.{0,80})[\W_]*",
    re.IGNORECASE,
)
_STRICT_CLOSING = re.compile(
    r"(?:signed|signature|(?:completed|prepared|compiled) by)\s*[:_].{0,60}|"
    r"[\W_]*(?:end|ends|the end|end of (?:the )?(?:\w+ ){0,3}(?:chronology|time ?line|table|entries|document|log"
    r"|extract|list|sheet)|(?:grand )?totals?(?: (?:number )?(?:of )?(?:entries|contacts|events|rows"
    r"|records))?\s*[:=–-]?\s*\d+.{0,12}|"
    r"no (?:further|more) (?:entries|records)|chronology ends(?: here)?)[\W_]*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\(?\[?(?:(?:please |author'?s? |general |foot)?notes?\s*(?:\d+\s*)?[:=–—-]|n\.?\s?b\.?\b|please\b|guidance\b"
    r"|instructions?\b|examples?\b|e\.?g\.?(?=[\s:,])|for example\b|sample (?:entry|row)\b|add (?:more )?rows?\b"
    r"|insert\b|"
    r"complete (?:one|a) row|one row (?:for|per)|delete (?:this|as)|continue on|this (?:column|table|row|section"
    r"|chronology|timeline) (?:should|must|is|was|has|covers|contains)|\*)",
    re.IGNORECASE,
)
_FORMAT_HINT = re.compile(
    r"[(\[<]?(?:dd?\W*mm?\W*(?:yy){1,2}|d/m/y|day\W*month\W*year|hh\W*mm|24 ?hr?s?(?: clock)?|24 hour(?: clock)?"
    r"|date of event|text)[)\]>]?",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:period|phase|section|part|chapter|stage|episode|theme|key episode|appendix|year|yr|week|reception|key "
    r"stage|school year)\s*(?:\d{1,2}|[ivx]{1,4}|[a-h])\b(?!\s*\w*\s*(?:visit|attended))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s*$|[.!?]\s+[A-Z]")
_LONGEST_SECTION = 90
_SLIGHT = frozenset(
    {Meaning.SEQUENCE, Meaning.AGE, Meaning.RATING, Meaning.STATUS, Meaning.AGENCY, Meaning.OTHER, Meaning.YEAR}
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table's columns mean, by place: single columns by their index (None when absent), several as tuples."""

    headings: tuple[str, ...]
    date: int | None
    time: int | None
    end_date: int | None
    end_time: int | None
    recorded: int | None
    agency: int | None
    source: int | None
    events: tuple[int, ...]
    parts: tuple[int | None, int | None, int | None]
    others: tuple[tuple[int, Meaning], ...]
    slight: frozenset[int]
    by_agency: bool
    repeated: frozenset[str]


def shape_of(columns: Sequence[Column], headings: Sequence[str]) -> Shape:
    """Arrange recognised columns for reading rows."""
    at: dict[Meaning, int] = {}
    for column in columns:
        at.setdefault(column.meaning, column.index)
    named_agencies = [
        column
        for column in columns
        if column.meaning is Meaning.EVENT and not meanings(column.heading) and sounds_like_an_agency(column.heading)
    ]
    plain_time = (
        Meaning.DATE,
        Meaning.DATE_TIME,
        Meaning.TIME,
        Meaning.END_DATE,
        Meaning.END_TIME,
        Meaning.EVENT,
        Meaning.OTHER,
    )
    return Shape(
        headings=tuple(headings),
        date=at.get(Meaning.DATE, at.get(Meaning.DATE_TIME)),
        time=at.get(Meaning.TIME),
        end_date=at.get(Meaning.END_DATE),
        end_time=at.get(Meaning.END_TIME),
        recorded=at.get(Meaning.RECORDED),
        agency=at.get(Meaning.AGENCY),
        source=at.get(Meaning.SOURCE),
        events=tuple(column.index for column in columns if column.meaning is Meaning.EVENT),
        parts=(at.get(Meaning.DAY), at.get(Meaning.MONTH), at.get(Meaning.YEAR)),
        others=tuple((column.index, column.meaning) for column in columns if column.meaning not in plain_time),
        slight=frozenset(column.index for column in columns if column.meaning in _SLIGHT),
        by_agency=len(named_agencies) > 1,
        repeated=frozenset(plain(heading) for heading in headings if heading),
    )


def repeats_heading(line: Line, shape: Shape) -> bool:
    """True when a row says the column headings again, wholly or nearly."""
    texts = [line.texts[index] for index in line.filled]
    if len(texts) < 2 or any(len(text) > 120 for text in texts):
        return False
    same = sum(plain(text) in shape.repeated for text in texts)
    return same >= 2 and same >= 0.6 * len(texts)


def is_instruction(text: str) -> bool:
    """True for "dd/mm/yyyy", "e.g. ...", "Note: ..." and the like."""
    return _FORMAT_HINT.fullmatch(text) is not None or _NOTE.match(text) is not None


def of_single_text(text: str, in_event: bool, spans: bool, capitals: bool = False) -> Why | None:
    """Judge a row with only one text. `in_event`: it stands in the event column; `spans`: it covers the table;
    `capitals`: the table's events are written in capitals. None: it may be an entry.
    """
    if _LEGEND.match(text):
        return Why.LEGEND
    if (_STRICT_CLOSING if in_event and not spans else _CLOSING).fullmatch(text):
        return Why.CLOSING
    if _NOTE.match(text):
        return Why.NOTE
    if _SECTION.match(text) and len(text) <= _LONGEST_SECTION:
        return Why.SECTION
    if in_event and not spans:
        return Why.SECTION if _is_banner(text) and not capitals else None
    return Why.SECTION if len(text) <= _LONGEST_SECTION and not _SENTENCE.search(text) else Why.NOTE


def _is_banner(text: str) -> bool:
    """True for a few words in capitals without a full stop: a section heading typed into the event column."""
    return text.isupper() and len(text.split()) <= 6 and not _SENTENCE.search(text) and len(text) > 3


def of_opening_words(text: str) -> Why | None:
    """Judge a row without a date by the words of its first cell: legend, note, closing, or None."""
    if _LEGEND.match(text):
        return Why.LEGEND
    if _CLOSING.fullmatch(text):
        return Why.CLOSING
    return Why.NOTE if is_instruction(text) else None


def only_slight(line: Line, shape: Shape) -> bool:
    """True when a row holds nothing but a number, an age, a rating and the like: a line never filled in."""
    return all(index in shape.slight for index in line.filled)
