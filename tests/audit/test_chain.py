"""The chain shows the first event that was altered, taken out, put in or cut off (TRUST 34, T7). No database."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadline.audit import chain
from threadline.audit.chain import Head, digest, seal, verify

KEY = b"a key of the tests"
TEXT = st.text(st.characters(exclude_characters=chain.SEPARATOR, exclude_categories=["Cs"]), max_size=6)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
QUIET = settings(max_examples=150, deadline=None)


@st.composite
def chains(draw, least=1):
    """A sound chain, as rows of FIELDS and the digest."""
    rows, previous, moment = [], chain.START, 1_700_000_000_000_000
    for number in range(1, draw(st.integers(least, 12)) + 1):
        moment += draw(st.integers(0, 1000))
        values = (number, moment, *(draw(TEXT) for _ in range(9)), previous)
        previous = digest(values, key=KEY)
        rows.append((*values, previous))
    return rows


def head_of(rows):
    return Head(len(rows), rows[-1][-1] if rows else chain.START)


def checked(rows, *, head=None, sealed=None, outside=None):
    head = head or head_of(rows)
    return verify(rows, key=KEY, head=head, sealed=seal(head, key=KEY) if sealed is None else sealed, outside=outside)


@QUIET
@given(chains(least=0))
def test_a_chain_as_written_is_sound(rows):
    verdict = checked(rows, outside=head_of(rows))
    assert (verdict.fault, verdict.first_bad, verdict.events, verdict.head) == (None, None, len(rows), head_of(rows))
    assert verdict.notes == ()


@QUIET
@given(chains(), st.data())
def test_the_first_event_altered_in_any_field_is_named(rows, data):
    place = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(1, len(chain.FIELDS)))
    head = head_of(rows)
    before = rows[place][column]
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
    changed = data.draw(
        (st.integers() | anything if column == 1 else anything).filter(lambda value: str(value) != str(before))
    )
    rows[place] = (*rows[place][:column], changed, *rows[place][column + 1 :])
    verdict = checked(rows, head=head)
    assert verdict.first_bad == place + 1
    assert verdict.fault.startswith(f"Event {place + 1} was altered")
    assert verdict.events == place


@QUIET
@given(chains(least=2), st.data())
def test_an_event_altered_and_signed_again_with_another_key_is_named(rows, data):
    place = data.draw(st.integers(0, len(rows) - 1))
    values = (*rows[place][:6], "somebody.else", *rows[place][7:-1])
    head = head_of(rows)
    rows[place] = (*values, digest(values, key=b"another key"))
    assert checked(rows, head=head).first_bad == place + 1


@QUIET
@given(chains(least=2), st.data())
def test_the_first_event_missing_from_the_middle_is_named(rows, data):
    first = data.draw(st.integers(0, len(rows) - 2))
    last = data.draw(st.integers(first, len(rows) - 2))
    head = head_of(rows)
    del rows[first : last + 1]
    verdict = checked(rows, head=head)
    assert verdict.first_bad == first + 1
    assert verdict.fault == f"Event {first + 1} is missing: the next one kept is {last + 2}."


@QUIET
@given(chains(least=2), st.data())
def test_events_cut_off_the_end_are_named_by_the_first_of_them(rows, data):
    kept = data.draw(st.integers(0, len(rows) - 1))
    head = head_of(rows)
    verdict = checked(rows[:kept], head=head)
    assert (verdict.first_bad, verdict.events) == (kept + 1, kept)
    assert verdict.fault == f"Event {kept + 1} is missing: the chain should reach event {head.sequence}."


@QUIET
@given(chains(least=2), st.data())
def test_a_head_set_back_to_hide_what_was_cut_off_is_noticed_without_the_key(rows, data):
    kept = data.draw(st.integers(0, len(rows) - 1))
    sealed = seal(head_of(rows), key=KEY)
    verdict = checked(rows[:kept], head=head_of(rows[:kept]), sealed=sealed)
    assert verdict.first_bad == kept + 1
    assert "was altered" in verdict.fault


@QUIET
@given(chains(least=2), st.data())
def test_a_whole_database_rolled_back_shows_against_a_head_kept_outside(rows, data):
    kept = data.draw(st.integers(0, len(rows) - 1))
    verdict = checked(rows[:kept], outside=head_of(rows))
    assert verdict.first_bad == kept + 1
    assert verdict.fault == f"Event {kept + 1} is missing: the head kept outside is event {len(rows)}."


@QUIET
@given(chains(least=2), st.data())
def test_a_database_rolled_back_and_written_on_shows_against_a_head_kept_outside(rows, data):
    place = data.draw(st.integers(1, len(rows)))
    outside = Head(place, "f" * 64)
    verdict = checked(rows, outside=outside)
    assert (verdict.first_bad, verdict.events) == (place, place)
    assert verdict.fault == f"Event {place} differs from the head kept outside."


@QUIET
@given(chains(least=2), st.data())
def test_two_events_that_changed_places_are_noticed_at_the_first(rows, data):
    first = data.draw(st.integers(0, len(rows) - 2))
    second = data.draw(st.integers(first + 1, len(rows) - 1))
    head = head_of(rows)
    one, two = rows[first], rows[second]
    rows[first], rows[second] = (one[0], *two[1:]), (two[0], *one[1:])
    assert checked(rows, head=head).first_bad == first + 1


@QUIET
@given(chains())
def test_an_event_put_in_by_hand_at_the_end_is_noticed(rows):
    head = head_of(rows)
    values = (len(rows) + 1, rows[-1][1], *("x" for _ in range(9)), rows[-1][-1])
    forged = [*rows, (*values, digest(values, key=b"another key"))]
    assert checked(forged, head=head).first_bad == len(rows) + 1
    true = [*rows, (*values, digest(values, key=KEY))]
    verdict = checked(true, head=head)
    assert verdict.first_bad == len(rows) + 1
    assert verdict.fault == f"Event {len(true)} is not the one that was written: the chain should end at {len(rows)}."


def test_an_event_numbered_before_the_first_is_noticed():
    values = (0, 1, *("x" for _ in range(9)), chain.START)
    verdict = checked([(*values, digest(values, key=KEY))], head=Head(0, chain.START))
    assert verdict.first_bad == 1


def test_a_head_of_the_right_length_with_another_digest_is_noticed():
    values = (1, 1, *("x" for _ in range(9)), chain.START)
    verdict = checked([(*values, digest(values, key=KEY))], head=Head(1, "e" * 64))
    assert (verdict.first_bad, "not the one that was written" in verdict.fault) == (1, True)


def test_a_head_that_is_gone_is_noticed():
    verdict = verify([], key=KEY, head=None, sealed="")
    assert verdict.first_bad == 1
    assert "is gone" in verdict.fault


def test_a_clock_that_was_set_back_is_noted_and_no_fault():
    rows, previous = [], chain.START
    for number, moment in enumerate((10, 7, 7, 9, 8), 1):
        values = (number, moment, *("x" for _ in range(9)), previous)
        previous = digest(values, key=KEY)
        rows.append((*values, previous))
    verdict = checked(rows)
    assert verdict.fault is None
    assert verdict.notes == tuple(
        f"The clock stood earlier at event {number} than at the one before." for number in (2, 5)
    )


def test_a_head_reads_back_as_it_was_printed():
    head = Head(1234, "0f" * 32)
    assert Head.parse(f" {head}\n") == head


@pytest.mark.parametrize(
    "text", ["", "12", "12:", "x:" + "0" * 64, "-1:" + "0" * 64, "²:" + "0" * 64, "12:" + "0" * 63]
)
def test_what_is_no_head_is_refused(text):
    with pytest.raises(ValueError, match="A head is written NUMBER:DIGEST"):
        Head.parse(text)
