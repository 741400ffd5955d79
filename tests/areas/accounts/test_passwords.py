"""What a password may not be (TRUST 3, 4)."""

import pytest
from django.contrib.auth.password_validation import get_default_password_validators, validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from threadline.accounts.passwords import plain
from threadline.agencies.models import Agency
from threadline.agencies.passwords import proper


@pytest.fixture
def named(cast):
    Agency.objects.create(board=cast.board, name="Mill Lane Surgery")
    return cast


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short-one-11", ""),
        ("elevenchars", "Use 12 characters or more"),
        ("administrator", "among those most used"),
        ("P@ssw0rd2016!!", "among those most used"),
        ("123password123", "among those most used"),
        ("aaaaaaaaaaaaaaa", "the same few over and over"),
        ("abababababab", "the same few over and over"),
        ("qwertyuiop-12", "a row of keys"),
        ("9876543210-x-9", "a row of keys"),
        ("we SafeGuard them 7", "without “safeguard”"),
        ("s-a-f-e-g-u-a-r-d boats", "without “safeguard”"),
        ("three westmarch boats", "name of a Board or agency"),
        ("NORTHFIELD_2016_x", "name of a Board or agency"),
        ("mill-lane-in-spring", "name of a Board or agency"),
        ("Fernleigh-Asha", "too similar"),
        ("police and boats at noon", ""),
        ("correct horse battery staple", ""),
        ("quiet-lantern-over-moss-41", ""),
        ("qwertyuiop is where my left hand rests", ""),
        ("x" * 30 + "abcd", ""),
        ("the long trust of a small surgery", ""),
    ],
)
def test_a_password_is_refused_with_the_reason_or_taken(named, password, sentence):
    if sentence:
        with pytest.raises(ValidationError, match=sentence):
            validate_password(password, named.asha)
    else:
        validate_password(password, named.asha)


def test_every_rule_can_be_said_beforehand():
    assert all(rule.get_help_text() for rule in get_default_password_validators())


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Westmarch Safeguarding Children Board (example)", "westmarch"),
        ("Northfield Hospitals NHS Trust", "northfield"),
        ("Mill Lane Surgery", "milllane"),
        ("The Royal Larkspur Primary and Nursery", "larkspur"),
        ("St Anne's C of E Primary School", "annesc"),
        ("Turnaround Recovery Service", "turnaround"),
        ("Health Service", ""),
        ("", ""),
    ],
)
def test_a_name_s_own_words_are_told_from_its_general_ones(name, found):
    assert proper(name) == found


@given(st.text(max_size=20), st.sampled_from(["dragon", "monkey", "sunshine"]))
def test_figures_and_signs_round_a_word_hide_nothing(padding, word):
    around = "".join(letter for letter in padding if not letter.isalpha())
    assert plain(around + word + around) == word


@pytest.mark.django_db
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_password_is_judged_without_a_fault(password):
    for rule in get_default_password_validators():
        refused = _refusal(rule, password)
        assert refused is None or all(refused.messages)


def _refusal(rule, password):
    try:
        rule.validate(password)
    except ValidationError as refused:
        return refused
    return None
