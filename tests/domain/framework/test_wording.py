"""Wording with its placeholders filled in."""

import pytest

from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.registry import LETTER_PLACEHOLDERS
from threadline.domain.framework.wording import Unfilled, fill

LETTERS = bundled("greater-manchester-2016").letters


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.id)
def test_every_letter_of_the_pack_can_be_written_and_nothing_of_a_placeholder_is_left(letter):
    written = fill(letter, {name: f"[{name}]" for name in LETTER_PLACEHOLDERS})
    assert "{{" not in written.subject + written.text
    for name in letter.placeholders:
        assert f"[{name}]" in written.subject + written.text


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.id)
def test_what_is_not_known_is_named_and_no_letter_with_a_hole_is_written(letter):
    for name in letter.placeholders:
        with pytest.raises(Unfilled, match=name):
            fill(letter, {each: " " if each == name else "x" for each in LETTER_PLACEHOLDERS})


def test_a_value_that_looks_like_a_placeholder_stays_as_it_is():
    letter = LETTERS[0]
    values = {**dict.fromkeys(LETTER_PLACEHOLDERS, "x"), letter.placeholders[0]: "{{ contact }}"}
    written = fill(letter, values)
    assert "{{ contact }}" in written.subject + written.text
