"""One person's names are found; two people's are not (2.2.a)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadline.domain.independence.names import Likeness, Name, likeness, read_name
from threadline.domain.independence.short_names import stand_for_each_other


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr Jane Carter", Name(("jane",), "carter")),
        ("CARTER, Jane Anne", Name(("jane", "anne"), "carter")),
        ("Det. Sgt. J. O'Brien-Carter", Name(("j",), "obrien-carter")),
        ("Zoë Brontë OBE", Name(("zoe",), "bronte")),
        ("PC 4417 Carter (Westmarch)", Name((), "carter")),
        ("Jane Nurse", Name(("jane",), "nurse")),
        ("Nurse", Name((), "nurse")),
        ("Dr", Name((), "dr")),
        ("", Name((), "")),
        (" - 12 ", Name((), "")),
    ],
)
def test_a_name_is_read_without_titles_accents_numbers_and_order(text, name):
    assert read_name(text) == name


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jane Carter", "Dr Jane Carter", Likeness.SAME),
        ("Jane Carter", "CARTER, Jane", Likeness.SAME),
        ("Jane Carter", "Jane Anne Carter", Likeness.SAME),
        ("Jane Anne Carter", "Jane Anne Carter", Likeness.SAME),
        ("Siân O’Neill", "Sian O'Neill", Likeness.SAME),
        ("Jane Anne Carter", "Jane A Carter", Likeness.CLOSE),
        ("Jane Carter", "Carter Jane", Likeness.CLOSE),
        ("Jane Carter", "J. Carter", Likeness.CLOSE),
        ("J Carter", "J Carter", Likeness.CLOSE),
        ("Liz Whitcombe", "Elizabeth Whitcombe", Likeness.CLOSE),
        ("Mohammed Rafiq", "Muhammad Rafiq", Likeness.CLOSE),
        ("Stephanie Whitcombe", "Stefanie Whitcombe", Likeness.CLOSE),
        ("Jane Whitcombe", "Jane Witcombe", Likeness.CLOSE),
        ("Jane Carter-Holt", "Jane Holt", Likeness.CLOSE),
        ("Dr Carter", "Jane Carter", Likeness.SURNAME),
        ("Carter", "PC Carter", Likeness.SURNAME),
        ("Jane Anne Carter", "Jane Mary Carter", Likeness.NONE),
        ("Jane Carter", "Joan Carter", Likeness.NONE),
        ("Jane Carter", "June Carter", Likeness.NONE),
        ("Jane Smith", "John Smith", Likeness.NONE),
        ("Michael Carter", "Michelle Carter", Likeness.NONE),
        ("Sharon Carter", "Shannon Carter", Likeness.NONE),
        ("Jane Holt", "Jane Hole", Likeness.NONE),
        ("J Whitcombe", "J Witcombe", Likeness.NONE),
        ("Jane", "Jane Carter", Likeness.NONE),
        ("Dr Carter", "Jane Holt", Likeness.NONE),
        ("Sarah Whitcombe", "Emma Hollins", Likeness.NONE),
        ("", "Jane Carter", Likeness.NONE),
    ],
)
def test_likeness_of_two_names(one, other, expected):
    assert likeness(one, other) is expected
    assert likeness(other, one) is expected


def test_short_forms_stand_for_the_name_and_for_each_other():
    assert stand_for_each_other("liz", "beth")
    assert not stand_for_each_other("liz", "kate")


@settings(deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_does_not_depend_on_the_order(one, other):
    assert likeness(one, other) == likeness(other, one)


@settings(deadline=None)
@given(
    st.sampled_from(["Jane", "Mohammed", "Siân", "Anne-Marie"]), st.sampled_from(["Carter", "O'Neill", "Rafiq-Holt"])
)
def test_a_name_with_both_parts_is_always_itself(forename, surname):
    assert likeness(f"Ms {forename} {surname}", f"{surname.upper()}, {forename}") is Likeness.SAME
