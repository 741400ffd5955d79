"""Which of the agencies asked a file is from, by the name it goes by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.chronology.contributors import match

ASKED = [
    "Westmarch Police", "Northfield Hospitals NHS Trust", "Westmarch Children's Social Care",
    "Westmarch Community Health", "Mill Lane Surgery", "Larkspur Primary and Nursery", "Westmarch Homes",
    "Westmarch Probation", "Turnaround Recovery Service",
]  # fmt: skip


@pytest.mark.parametrize(
    ("named", "asked"),
    [
        ("Westmarch Police", "Westmarch Police"),
        ("westmarch police", "Westmarch Police"),
        ("Northfield Trust", "Northfield Hospitals NHS Trust"),
        ("CSC", "Westmarch Children's Social Care"),
        ("HV TD SD", "Westmarch Community Health"),
        ("GP Records", "Mill Lane Surgery"),
        ("Larkspur School", "Larkspur Primary and Nursery"),
        ("Probation", "Westmarch Probation"),
        ("Turnaround", "Turnaround Recovery Service"),
        ("Westmarch Childrens Social Care", "Westmarch Children's Social Care"),
    ],
)
def test_an_agency_is_known_by_its_rarer_words_its_kind_or_its_initials(named, asked):
    found = match(named, ASKED)
    assert found is not None
    assert found.clear
    assert ASKED[found.index] == asked


@pytest.mark.parametrize("named", ["Westmarch", "TD SD", "", "Eastmarch Fire and Rescue"])
def test_what_fits_several_or_none_is_not_clear(named):
    found = match(named, ASKED)
    assert found is None or not found.clear


def test_two_agencies_of_a_kind_are_told_apart_by_their_names_only():
    asked = ["Mill Lane Surgery", "Hollin Hill Surgery"]
    assert not match("GP", asked).clear
    assert match("Hollin Hill", asked).index == 1


def test_nobody_asked_gives_no_match():
    assert match("Westmarch Police", []) is None


@given(st.sampled_from(ASKED), st.permutations(ASKED))
def test_an_agencys_own_name_finds_it_whatever_the_order(name, asked):
    found = match(name, asked)
    assert (asked[found.index], found.score, found.clear) == (name, 1.0, True)


@given(st.text(max_size=40))
def test_any_text_at_all_is_answered(named):
    found = match(named, ASKED)
    assert found is None or (0 < found.score <= 1.0 and 0 <= found.index < len(ASKED))
