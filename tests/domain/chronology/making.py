"""Entries and readings made up for tests, in one line each."""

from hypothesis import strategies as st

from threadline.domain import dates
from threadline.domain.chronology.entries import (
    Act,
    Attention,
    Entry,
    LeftOut,
    Level,
    Meaning,
    Place,
    Reading,
    Why,
)


def entry(row: int = 2, day: str = "03/02/2015", words: str = "Visit.", **more: object) -> Entry:
    """An entry read from a day as typed."""
    place = more.pop("place", None) or Place(str(more.pop("file", "police.docx")), more.pop("table", 0), row)  # type: ignore[arg-type]
    told: dict[str, object] = {"agency": "Police", "date_text": day, "description": words, "when": dates.read(day)}
    return Entry(place=place, **(told | more))  # type: ignore[arg-type]


def reading(*entries: Entry, file: str = "police.docx", **more: object) -> Reading:
    """A reading of one file that holds these entries."""
    told: dict[str, object] = {
        "kind": "docx",
        "digest": f"digest of {file}",
        "agency": "Police",
        "agency_confidence": 1.0,
        "agency_why": "Given with the file",
        "tables": (),
        "left_out": (),
    }
    return Reading(file=file, entries=entries, **(told | more))  # type: ignore[arg-type]


_WORDS = st.sampled_from(
    ("", "", "Visit.", "No reply.", "=1+1", "a\nb", "“quoted”, and more", "\u2603", "-2", "\x0b", "\ud7ff")
)
WHEN = st.sampled_from(
    (
        *(
            "",
            "03/02/2015",
            "03/02/2015 09:30",
            "3 Feb 2015 2pm",
            "04/02/2015",
            "w/c 2/2/15",
            "May 2015",
            "mid May 2015",
            "2015",
        ),
        *(
            "?5/5/15",
            "before June 2015",
            "since 2014",
            "12-14 May 2015",
            "31/06/2015",
            "not known",
            "22.05/15",
            "3 Feb",
            "42042",
        ),
        *("03/02/2015 09:30-10:15", "Tues 4 Feb 2015", "30/09/2015", "31/08/2014", "autumn 2014", "2015", "42042"),
    )
).map(dates.read)
ATTENTION = st.builds(
    Attention,
    st.sampled_from(("a", "b")),
    _WORDS,
    _WORDS,
    st.lists(st.sampled_from(Act), max_size=2).map(tuple),
    st.sampled_from(Level),
)
_CELLS = st.lists(st.tuples(_WORDS, _WORDS), max_size=3).map(tuple)
_FIELDS = st.dictionaries(st.sampled_from(Meaning), _WORDS.filter(bool), max_size=3).map(
    lambda held: tuple(held.items())
)


def entries(file: str) -> st.SearchStrategy[Entry]:
    """Any entry of a file."""
    return st.builds(
        Entry,
        place=st.builds(Place, st.just(file), st.sampled_from((0, 1, "Log")), st.integers(1, 10_000)),
        agency=st.sampled_from(("Police", "School", "school", "GP")),
        when=WHEN,
        date_text=_WORDS,
        time_text=_WORDS,
        description=_WORDS,
        recorded=st.none() | WHEN,
        fields=_FIELDS,
        cells=_CELLS,
        attention=st.lists(ATTENTION, max_size=2).map(tuple),
        assumed=_WORDS,
        rows=st.lists(st.integers(1, 9), max_size=3).map(tuple),
        hidden=st.booleans(),
        changed=st.lists(st.sampled_from(("date", "taken in")), max_size=2).map(tuple),
    )


def readings(file: str) -> st.SearchStrategy[Reading]:
    """Any reading of a file, no two rows in the same place."""
    return st.builds(
        lambda held, left, notes, matters: reading(
            *held, file=file, agency="Police", left_out=tuple(left), notes=tuple(notes), attention=tuple(matters)
        ),
        st.lists(entries(file), max_size=8, unique_by=lambda one: one.place),
        st.lists(
            st.builds(
                LeftOut,
                st.builds(Place, st.just(file), st.just(2), st.integers(1, 99)),
                st.sampled_from(Why),
                _WORDS,
                _CELLS,
            ),
            max_size=3,
        ),
        st.lists(_WORDS, max_size=2),
        st.lists(ATTENTION, max_size=2),
    )


FILES = ("gp.csv", "police.docx", "school.xlsx")
SEVERAL = st.tuples(*(readings(file) for file in FILES)).map(list)
