"""Names replaced by pseudonyms: what is replaced, what stays, and that nothing of the register is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.anonymise.replace import Named, left_over, replacer

KAY = Named("Kayleigh Dunmore", ("Mum", "Ms Dunmore", "KD"), "Mother")
TY = Named("Tyler Dunmore", ("Tyler", "TD"), "Child A")
WILL = Named("Will Grace", (), "Uncle 1")
GP = Named("Greta Pell", (), "Worker 1")
TURN = replacer([KAY, TY, WILL, GP])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Kayleigh Dunmore seen with Tyler.", "Mother seen with Child A."),
        ("KAYLEIGH DUNMORE and Tyler DUNMORE", "Mother and Child A"),
        ("mum said Mum’s sister, MUM's", "Mother said Mother’s sister, Mother's"),
        ("K. Dunmore; Dunmore, Kayleigh; Ms.  Dunmore", "Mother; Mother; Mother"),
        ("KD, K.D. and TD", "Mother, Mother and Child A"),
        ("Kayleigh\nDunmore's flat", "Mother's flat"),
        ("He will visit with grace. Will did not.", "He will visit with grace. Uncle 1 did not."),
        ("Mumbles, TDs and Dunmore Road stay", "Mumbles, TDs and Dunmore Road stay"),
        ("The GP rang.", "The GP rang."),
        ("ty, kd and kayleigh stay", "ty, kd and kayleigh stay"),
    ],
)
def test_names_are_replaced_as_whole_words_however_they_are_written(written: str, read: str) -> None:
    assert TURN(written) == read


def test_a_name_of_two_people_becomes_both_pseudonyms() -> None:
    turn = replacer([KAY, Named("Kayleigh Marsh", (), "Worker 1")])
    assert turn("Kayleigh rang.") == "Mother or Worker 1 rang."
    assert turn("Kayleigh Marsh rang.") == "Worker 1 rang."
    assert "Kayleigh" in turn.shared


def test_somebody_without_a_pseudonym_stays() -> None:
    assert replacer([Named("Kay", (), "")])("Kay") == "Kay"
    assert replacer([])("Kay") == "Kay"


@given(
    st.lists(st.sampled_from(["seen", "Kayleigh Dunmore", "TYLER", "Mum", "K. Dunmore", ",", "Will Grace's", "rang"]))
)
def test_nothing_of_the_register_is_left(parts: list[str]) -> None:
    assert left_over(TURN(" ".join(parts).replace("TYLER", "TYLER Dunmore")), [KAY, TY, WILL]) == ()


def test_what_is_left_over_is_named() -> None:
    assert left_over("kayleigh dunmore", [KAY]) == ("Kayleigh Dunmore",)


@pytest.mark.parametrize(
    "written",
    [
        "Kayl\u00adeigh Dunmore", "Kay\u200bleigh Dunmore", "Kay-\nleigh Dunmore", "Kay-\r\nleigh\nDunmore",
        "DUNMORE, Kayleigh", "DUNMORE Kayleigh", "Dunmore, Kayleigh", "DUNMORE, KAYLEIGH",
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_parted_or_turned_round(written: str) -> None:
    hide = replacer([Named("Kayleigh Dunmore", (), "Mother")])
    assert hide(f"Told {written}'s sister to sit\u00ad down.") == "Told Mother's sister to sit\u00ad down."
    assert left_over(written.replace("\n", " "), [Named("Kayleigh", (), "")]) == (
        () if "-" in written else ("Kayleigh",)
    )


def test_a_hyphen_at_the_end_of_a_line_stays_where_no_name_is() -> None:
    hide = replacer([Named("Will Marsh", (), "Brother")])
    assert hide("A well-\nknown risk. Mar-\nshalled by Will Marsh.") == "A well-\nknown risk. Mar-\nshalled by Brother."
