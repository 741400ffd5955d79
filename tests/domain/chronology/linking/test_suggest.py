import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.chronology.linking.accounts import CSC, GP, HOSPITAL, HV, POLICE, SCHOOL, account, scored
from tests.domain.chronology.linking.cases import (
    beacon,
    copse,
    fernbank,
    larchfield,
    millrace,
    orchard,
    quarry,
    saltern,
    tannery,
)
from tests.domain.chronology.linking.cases.staging import score, stage

from threadline.domain.chronology.linking import Account, from_interchange, groups, pair, suggest
from threadline.domain.chronology.linking.explain import why

WEEK = (
    account(POLICE, "Partner punched mother at home. Children in the lounge. PPN submitted."),
    account(CSC, "PPN from police: assault on mother. Children with their grandmother.", 1),
    account(SCHOOL, "Encompass message from police.", 1),
    account(HOSPITAL, "Mother attended ED, assaulted by her partner.", 0),
    account(CSC, "Core group. Mum came.", 3),
    account(HV, "Core group attended. Mum absent.", 3),
    account("Holm Homes", "Attended a meeting at the school about the family.", 3),
    account("Holm Homes", "Gas check done.", 3, row=1),
    account(GP, "Ear infection.", 3),
)
TEXTS = sorted({one.text for one in WEEK} | {"Bruise on boy, CSC rung.", "School rang: bruise on boy.", "Supervision."})
AGENCIES = [POLICE, CSC, HV, SCHOOL, HOSPITAL, GP, "Holm Homes"]

cases = st.lists(
    st.tuples(st.sampled_from(AGENCIES), st.sampled_from(TEXTS), st.integers(0, 6), st.sampled_from([None, 0, 2])),
    min_size=2,
    max_size=9,
).map(
    lambda rows: [
        account(agency, text, day, to=None if span is None else day + span, row=row)
        for row, (agency, text, day, span) in enumerate(rows)
    ]
)


def test_one_event_told_by_several_is_one_group_with_all_its_pairs():
    found = suggest(WEEK)
    assert [len(some) for some in groups(found)] == [4, 3]
    assert len(found) == 6 + 3
    assert found == tuple(sorted(found, key=lambda one: (one.a, one.b)))
    assert all(one.a < one.b and 0.5 <= one.score <= 1 for one in found)


def test_a_suggestion_says_why_and_where_the_accounts_differ():
    found = {(one.a[0], one.b[0]): one for one in suggest(WEEK)}
    notice = found[f"{CSC}.docx", f"{POLICE}.docx"]
    assert notice.why.startswith("Both may record a domestic incident, a day apart.")
    assert f"{CSC} had it from {POLICE}." in notice.why
    assert [one.field for one in notice.contradictions] == ["person"]
    assert notice.reasons[0].points == max(reason.points for reason in notice.reasons)


@settings(deadline=None, max_examples=40)
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_the_entries_makes_no_difference(entries, chance: random.Random):
    shuffled = entries[:]
    chance.shuffle(shuffled)
    assert suggest(shuffled) == suggest(entries)


@settings(deadline=None, max_examples=40)
@given(cases, st.data())
def test_a_refused_pair_is_never_offered_nor_its_two_put_in_one_group(entries, data):
    pairs = [(one.key, other.key) for one, other in combinations(entries, 2)]
    refused = frozenset(data.draw(st.lists(st.sampled_from(pairs))))
    found = suggest(entries, refused=frozenset((b, a) for a, b in refused))
    assert not {(one.a, one.b) for one in found} & {pair(*both) for both in refused}
    for some in groups(found):
        assert not {pair(*both) for both in combinations(some, 2)} & {pair(*both) for both in refused}


@settings(deadline=None, max_examples=40)
@given(cases, st.sampled_from(TEXTS), st.sampled_from(AGENCIES))
def test_an_unrelated_entry_years_away_changes_nothing(entries, text, agency):
    far = replace(account(agency, text, row=90), earliest=date(2031, 5, 5), latest=date(2031, 5, 6))
    assert suggest([*entries, far]) == suggest(entries)


@settings(deadline=None, max_examples=40)
@given(cases, st.floats(0, 1))
def test_every_group_is_given_whole_and_reaches_the_threshold(entries, threshold):
    found = suggest(entries, threshold=threshold)
    assert {(one.a, one.b) for one in found} == {both for some in groups(found) for both in combinations(some, 2)}
    assert all(one.score >= round(threshold, 3) - 0.001 for one in found)


def test_a_lower_threshold_offers_no_fewer_pairs_here():
    assert len(suggest(WEEK, threshold=0.3)) >= len(suggest(WEEK)) > len(suggest(WEEK, threshold=0.99))


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan")])
def test_a_threshold_that_is_no_likelihood_is_refused(threshold):
    with pytest.raises(ValueError, match="give a number from 0 to 1"):
        suggest(WEEK, threshold=threshold)


def test_an_entry_given_twice_is_refused():
    with pytest.raises(ValueError, match=r"Holm Homes\.docx, table 0, row 5300 is given twice"):
        suggest([*WEEK, WEEK[6]])


def test_nothing_is_suggested_of_nothing_or_of_entries_without_dates():
    assert suggest([]) == ()
    undated = [Account(one.key, one.agency, None, None, None, one.text) for one in WEEK]
    assert suggest(undated) == ()


def test_an_entry_dated_within_more_than_a_month_is_compared_with_nothing():
    assert suggest([account(CSC, "Core group."), account(HV, "Core group.", to=40)]) == ()
    assert len(suggest([account(CSC, "Core group."), account(HV, "Core group.", to=20)])) == 1


def test_crowded_words_are_compared_only_through_what_they_tell_of():
    crowd = [account(HV, "Quilt and zebra.", row=row) for row in range(30)]
    assert suggest([*crowd, account(GP, "Quilt and zebra.")]) == ()


def test_a_pair_offered_through_its_group_says_so():
    one = scored(account(CSC, "Core group."), account(HV, "Core group."))
    assert why(one, True).endswith("Both fit the other accounts of the same event.")
    assert not why(one, False).endswith("event.")


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            account(HOSPITAL, "Sibling brought in."),
            account(GP, "Hospital letter. Mother seen."),
            "But each may be about another person.",
        ),
        (account(HV, "Core group. Zebra."), account(HV, "Core group. Zebra.", 1), "But they are on different days."),
        (
            account(HV, "Core group.", time="10:00"),
            account(CSC, "Core group.", time="10:10"),
            "and within half an hour.",
        ),
        (
            account(HV, "Core group.", time="09:00"),
            account(CSC, "Core group.", time="18:00"),
            "But the times are hours apart.",
        ),
        (account(HV, "Nan rang, worried."), account(CSC, "Gran rang, worried."), "Both name gran."),
        (account(HV, "Bruise on boy."), account(SCHOOL, "Bruise on boy."), "Both speak of bruise."),
        (account(HV, "Core group. Mum."), account(HV, "Core group. Mum.", row=1), "The wording is alike."),
        (account(HV, "Quilt."), account(GP, "Zebra."), "Both may record one event, on the same day."),
        (account(HV, "Quilt."), account(GP, "Zebra.", 3), "Both may record one event, 3 days apart."),
    ],
)
def test_why_says_what_speaks_for_and_against(a, b, words):
    assert words in why(scored(a, b), False)


TRIED = (larchfield, fernbank, orchard, quarry, tannery, saltern, copse)
HELD_OUT = (millrace, beacon)


def _figures(module, draw: int) -> dict[str, float]:
    staged = stage(module.SCRIPT, draw)
    ids = {from_interchange(entry).key: entry["id"] for entry in staged.entries}
    found = suggest(from_interchange(entry) for entry in staged.entries)
    return score(staged, [(ids[one.a], ids[one.b], [differs.field for differs in one.contradictions]) for one in found])


@pytest.mark.parametrize(
    ("modules", "precision", "recall"), [(TRIED, 0.95, 0.8), (HELD_OUT, 0.92, 0.8)], ids=["tried", "held out"]
)
def test_staged_cases_are_linked_well(modules, precision, recall):
    found = [_figures(module, 1) for module in modules]
    mean = {name: sum(figures[name] for figures in found) / len(found) for name in found[0]}
    assert mean["precision"] >= precision
    assert mean["recall"] >= recall
    assert mean["contradiction_precision"] >= 0.6
    assert mean["contradiction_recall"] >= 0.6


def test_a_case_is_drawn_the_same_each_time():
    assert stage(millrace.SCRIPT, 3) == stage(millrace.SCRIPT, 3) != stage(millrace.SCRIPT, 4)


def test_a_year_moved_changes_no_link():
    staged = stage(larchfield.SCRIPT, 1)
    entries = [from_interchange(entry) for entry in staged.entries]
    moved = [replace(one, earliest=one.earliest + timedelta(7), latest=one.latest + timedelta(7)) for one in entries]
    links = {(one.a, one.b) for one in suggest(entries)}
    assert len(links ^ {(one.a, one.b) for one in suggest(moved)}) < len(links) / 10
