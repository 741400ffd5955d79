import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.chronology.linking.lexicon.listing import listed
from threadline.domain.chronology.linking.terms import Phrases, spelled_out
from threadline.domain.chronology.linking.words import stem, tokens


@pytest.mark.parametrize(
    "words",
    [
        ("bruise", "bruises", "bruised", "bruising", "Bruise's"),
        ("visit", "visits", "visited", "visiting"),
        ("agency", "agencies"),
        ("call", "called", "calls", "calling"),
        ("worry", "worried", "worries"),
        ("address", "addresses"),
    ],
)
def test_forms_of_one_word_share_a_stem(words):
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(("one", "other"), [("nurse", "nursery"), ("gas", "ga"), ("home", "homeless"), ("bus", "bu")])
def test_different_words_keep_different_stems(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["dna", "s/w", "47", "red", "ing", "bed"])
def test_short_words_and_figures_are_left_alone(word):
    assert stem(word) == word


def test_a_token_keeps_where_it_stands_in_the_text():
    text = "Seen in A & E at 14:30; s/w told."
    for token in tokens(text):
        assert text[token.start : token.end].lower().replace(" ", "") == token.text


def test_ampersands_and_slashes_make_one_word():
    assert [token.text for token in tokens("T/C from A&E re P. Marsh")] == ["t/c", "from", "a&e", "re", "p", "marsh"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Core group. Mum came; Dad did not.", 3),
        ("Seen by Dr. Aspen today", 1),
        ("Visit with M. Teasel, SW", 1),
        ("First line\nsecond line", 2),
        ("Why? No reason given!", 2),
        ("Weight 9.1 kg", 1),
        (". Odd start", 1),
        ("He saw a. She left", 1),
        ("He saw it a.", 1),
    ],
)
def test_sentences_end_at_stops_but_not_at_titles_initials_or_decimals(text, count):
    assert len({token.sentence for token in tokens(text)}) == count


@given(st.text(max_size=120))
def test_tokens_come_in_order_and_within_the_text(text):
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        last = token.end


def test_a_list_is_its_phrases_set_apart_by_commas():
    assert listed(" one two,\n   three ,, four\n  five ") == ("one two", "three", "four five")


def test_groups_in_a_phrase_are_spelled_out():
    assert spelled_out("joint {visit} made", {"visit": ("visit", "call")}) == ["joint visit made", "joint call made"]
    assert spelled_out("plain", {}) == ["plain"]


def _found(phrases: Phrases, text: str) -> list[str]:
    return [one.label for one in phrases.find(tokens(text))]


def test_phrases_are_found_by_stem_and_longer_and_shorter_alike():
    phrases = Phrases()
    phrases.add_all(["core group", "core groups"], "core group")
    phrases.add("group", "group")
    phrases.add("group", "group")
    phrases.add("group", "gathering")
    assert _found(phrases, "Core groups were held") == ["core group", "group", "gathering"]


def test_a_phrase_never_runs_over_the_end_of_a_sentence():
    phrases = Phrases()
    phrases.add("core group", "core group")
    assert _found(phrases, "At the core. Group of boys. Core") == []


def test_a_word_marked_exact_must_stand_as_written():
    phrases = Phrases()
    phrases.add("=missing child", "missing")
    phrases.add("miss school", "school")
    assert _found(phrases, "the missing child's coat") == ["missing"]
    assert _found(phrases, "missed child") == []
    assert _found(phrases, "missing school") == ["school"]


def test_the_stems_of_all_phrases_can_be_listed():
    phrases = Phrases()
    phrases.add_all(["core group", "core plans"], "x")
    assert phrases.stems() == {stem("core"), stem("group"), stem("plans")}
