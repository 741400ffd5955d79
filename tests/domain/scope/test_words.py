"""What differs between two versions of a scope, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.scope.words import Item, Mark, Part, compare, marked

TEXT = st.lists(st.sampled_from(["was", "the", "child", "seen", "alone?", "by", "whom?"]), max_size=9).map(" ".join)
ITEM = st.builds(Item, label=st.just("Question"), text=TEXT.filter(bool), key=st.sampled_from(["", "a", "b"]))


def part(*items):
    return [Part("questions", "Questions", tuple(items))]


def said(found):
    return [(each.label, each.what, "".join(piece.words for piece in each.pieces)) for each in found[0].differences]


@given(TEXT, TEXT)
def test_leaving_out_what_is_new_gives_the_old_text_and_leaving_out_what_has_gone_the_new(old, new):
    pieces = marked(old, new)
    assert "".join(p.words for p in pieces if p.mark is not Mark.NEW).split() == old.split()
    assert "".join(p.words for p in pieces if p.mark is not Mark.GONE).split() == new.split()


@given(st.lists(ITEM, max_size=5, unique_by=lambda each: each.key or each.text))
def test_a_version_does_not_differ_from_itself(items):
    assert compare(part(*items), part(*items)) == ()


@given(st.lists(ITEM, max_size=4), st.lists(ITEM, max_size=4))
def test_no_item_is_told_of_twice_and_none_is_lost(old, new):
    found = compare(part(*old), part(*new))
    told = list(found[0].differences) if found else []
    added = sum(each.what == "Added" for each in told)
    gone = sum(each.what == "Taken out" for each in told)
    assert len(new) - added == len(old) - gone


def test_an_agency_is_known_by_its_key_and_a_question_by_its_words():
    old = [Item("Police", "Called out.", "1"), Item("Question 1", "Was the child seen?"), Item("Question 2", "Why?")]
    new = [
        Item("Police", "Taught her.", "1"),
        Item("Question 1", "Why?"),
        Item("Question 2", "Was the child seen then?"),
    ]
    assert said(compare(part(*old), part(*new))) == [
        ("Police", "Changed", "Called out.Taught her."),
        ("Question 2", "Changed", "Was the child seen?seen then?"),
    ]


def test_what_is_only_in_one_version_is_added_or_taken_out():
    found = compare(part(Item("Source", "The general practitioner")), part(Item("Source", "A letter of 2012")))
    assert said(found) == [
        ("Source", "Added", "A letter of 2012"),
        ("Source", "Taken out", "The general practitioner"),
    ]
