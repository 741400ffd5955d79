"""People from the cells in which agencies name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.chronology.actors import Said, may_be_one, people_in


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("A. Clover HV", [("A. Clover", "health visitor")]),
        ("Miss Vetch (TA)", [("Miss Vetch", "teaching assistant")]),
        ("Dr Aspen", [("Dr Aspen", "doctor")]),
        ("ENP Quince", [("Quince", "emergency nurse practitioner")]),
        ("PC 412 Sorrel", [("Sorrel", "police constable")]),
        ("Nia Bracken, health visitor", [("Nia Bracken", "health visitor")]),
        ("Mrs Campion and Mr Burdock", [("Mrs Campion", ""), ("Mr Burdock", "")]),
        ("K. Sedge; R. Heath / T. Bracken", [("K. Sedge", ""), ("R. Heath", ""), ("T. Bracken", "")]),
        ("Ann Low, Bea High", [("Bea High", ""), ("Ann Low", "")]),
        ("Jo Reed (named nurse)", [("Jo Reed", "named nurse")]),
        ("midwife", []), ("Duty team", []), ("HV", []), ("", []), ("n/a", []), ("412", []),
        ("Seen by the nurse on the ward", []),
    ],
)  # fmt: skip
def test_names_and_what_the_people_are(cell, found):
    assert people_in(cell) == [Said(*each) for each in found]


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("A. Clover", "Anna Clover", True), ("Dr Aspen", "Dr R Aspen", True), ("Mrs Campion", "campion", True),
        ("A. Clover", "B. Clover", False), ("Anna Clover", "Anne Clover", False), ("Quince", "Bramley", False),
        ("PC Sorrel", "Ian Sorrel", True), ("A. B", "C. B", False), ("", "Clover", False),
    ],
)  # fmt: skip
def test_two_names_that_may_be_one_person(one, other, may_be):
    assert may_be_one(one, other) == may_be_one(other, one) == may_be


@given(st.text(max_size=80))
def test_whatever_the_cell_says_names_are_short_and_from_it(cell):
    for each in people_in(cell):
        assert each.name
        assert all(word in cell for word in each.name.split())
