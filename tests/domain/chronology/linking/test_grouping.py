from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.chronology.linking.grouping import FLOOR, group

A, B, C, D, E = (("f", "0", row) for row in range(5))


def test_every_two_of_a_group_fit():
    assert group({(A, B): 0.9, (A, C): 0.8, (B, C): 0.7}, 0.5) == ((A, B, C),)


def test_a_chain_does_not_grow():
    assert group({(A, B): 0.9, (B, C): 0.8}, 0.5) == ((A, B),)
    assert group({(A, B): 0.9, (B, C): 0.8, (A, C): FLOOR - 0.01}, 0.5) == ((A, B),)


def test_a_weaker_pair_joins_through_a_group_whose_mean_is_high():
    assert group({(A, B): 0.9, (A, C): 0.8, (B, C): 0.3}, 0.5) == ((A, B, C),)
    assert group({(A, B): 0.9, (A, C): 0.6, (B, C): 0.2}, 0.5) == ((A, B),)


def test_an_entry_goes_to_the_group_it_fits_better_as_a_whole():
    scores = {(A, B): 0.95, (C, D): 0.95, (A, E): 0.86, (B, E): 0.3, (C, E): 0.8, (D, E): 0.8, (A, C): 0.2}
    assert group(scores, 0.5) == ((A, B), (C, D, E))


def test_nothing_reaches_the_threshold():
    assert group({(A, B): 0.49}, 0.5) == ()
    assert group({}, 0.5) == ()


def test_two_groups_join_where_all_their_pairs_fit():
    scores = {(A, B): 0.9, (C, D): 0.9, (A, C): 0.6, (A, D): 0.6, (B, C): 0.6, (B, D): 0.6}
    assert group(scores, 0.5) == ((A, B, C, D),)


_PAIRS = list(combinations([("f", "0", row) for row in range(6)], 2))


@given(st.dictionaries(st.sampled_from(_PAIRS), st.floats(0, 1)), st.floats(0.2, 1))
def test_groups_are_apart_complete_and_of_a_high_mean(scores, threshold):
    groups = group(scores, threshold)
    keys = [key for some in groups for key in some]
    assert len(keys) == len(set(keys))
    for some in groups:
        pairs = [scores.get(both, 0.0) for both in combinations(some, 2)]
        assert min(pairs) >= FLOOR


@given(st.permutations(_PAIRS), st.data())
def test_the_order_of_the_scores_makes_no_difference(order, data):
    scores = {both: data.draw(st.sampled_from([0.0, 0.2, 0.55, 0.7, 0.9])) for both in _PAIRS}
    assert group({both: scores[both] for both in order}, 0.5) == group(scores, 0.5)
