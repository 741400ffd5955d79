import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.chronology.linking.accounts import (
    CSC,
    GP,
    HOSPITAL,
    HV,
    POLICE,
    SCHOOL,
    account,
    codes,
    readings,
    scored,
)

from threadline.domain.chronology.linking.account import Account
from threadline.domain.chronology.linking.closeness import days_between, gap, working_days
from threadline.domain.chronology.linking.rarity import Rarity
from threadline.domain.chronology.linking.scoring import score
from threadline.domain.chronology.linking.vocabulary import KINDS

LIKELY = 0.5
TEXTS = (
    "Core group. Mum came.",
    "PPN from police: alleged assault on mother. Children at home.",
    "Partner punched mother. Arrested. PPN submitted.",
    "Class teacher saw a bruise on the boy's left arm. CSC rung.",
    "Brought in by mother, bruise to left arm.",
    "Joint visit with social worker. Child asleep.",
    "Gas check done.",
    "Rang the GP about medication.",
)


@given(
    st.sampled_from([POLICE, CSC, HV, SCHOOL]),
    st.sampled_from([GP, HOSPITAL, CSC, HV]),
    st.sampled_from(TEXTS),
    st.sampled_from(TEXTS),
    st.integers(-6, 6),
    st.sampled_from([None, "09:00", "15:30"]),
)
def test_a_pair_scores_the_same_either_way_round(agency, other, text, words, apart, time):
    both = readings(account(agency, text, time="09:10", row=1), account(other, words, apart, time=time, row=2))
    rarity = Rarity(both)
    one = score(both[0], both[1], rarity)
    assert one == score(both[1], both[0], rarity)
    assert 0 < one.score < 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (account(CSC, "Strategy discussion with police."), account(POLICE, "Strat meeting, social care to lead.")),
        (account(CSC, "Core group held."), account("Holm Homes", "Attended a meeting at the school about the family.")),
        (
            account(POLICE, "Partner punched mother. PPN submitted."),
            account(CSC, "PPN from police: assault on mother.", 2),
        ),
        (account(HOSPITAL, "Boy brought in by mother, dog bite."), account(GP, "A&E letter: dog bite.", 7)),
        (account(HV, "Rang the GP about Mum's prescription."), account(GP, "Health visitor telephoned for an update.")),
        (account(HV, "Visit to home with SW. Untidy."), account(CSC, "Joint visit. House a mess.")),
    ],
    ids=["strategy", "loosely told", "notice", "letter", "telephone", "visit"],
)
def test_accounts_of_one_event_are_likely(a, b):
    assert scored(a, b).score >= LIKELY


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (account(CSC, "Core group held."), account(HV, "Core group attended.", 3)),
        (account(CSC, "Gas check arranged for family."), account("Holm Homes", "Gas check done.")),
        (account(HOSPITAL, "Sibling brought in, wrist sprain."), account(HV, "A&E slip: mother seen with chest pain.")),
        (account(HV, "Visit with SW."), account(POLICE, "Joint visit with probation officer.")),
        (account(HV, "Rang the school about lunch."), account(GP, "Spoke to the hospital about bloods.")),
        (account(GP, "Failed to attend review."), account("Holm Dental Hospital", "DNA dental clinic.")),
        (account(CSC, "PPN from police: assault on mother."), account(POLICE, "Partner punched mother.", 2)),
    ],
    ids=[
        "days apart",
        "routine",
        "another person",
        "with others",
        "other talks",
        "two missed",
        "news before the event",
    ],
)
def test_accounts_of_different_events_are_not(a, b):
    assert scored(a, b).score < LIKELY


def test_who_told_whom_speaks_for_a_pair():
    found = scored(
        account(POLICE, "Partner punched mother. PPN submitted."), account(CSC, "PPN from police: assault.", 1)
    )
    told = next(reason for reason in found.reasons if reason.code == "told_by")
    assert told.words == f"{CSC} had it from {POLICE}"
    assert told.points > next(
        reason.points
        for reason in scored(
            account(POLICE, "Partner punched mother."), account(CSC, "PPN from police: assault.", 1)
        ).reasons
        if reason.code == "told_by"
    )


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        (account(SCHOOL, "Bruise on boy. CSC rung."), account(CSC, "Bruise on boy."), "told"),
        (account(CSC, "Strategy meeting with police."), account(POLICE, "Strategy meeting."), "together"),
        (account(CSC, "Police aware. Fire at home."), account(POLICE, "Fire at address."), "told"),
        (account(HV, "Hospital: bruise on the boy."), account(HOSPITAL, "Bruise on the boy, brought in."), "named"),
        (account(HV, "PPN: assault on mother."), account(SCHOOL, "Encompass: assault on mother."), "same_source"),
        (
            account(SCHOOL, "Boy in hospital with a bite."),
            account(CSC, "Boy bitten, hospital involved."),
            "same_source",
        ),
        (account(HV, "Nan rang, worried about weight."), account(CSC, "Grandmother telephoned, anxious."), "person"),
        (account(HV, "Core group; 88% attendance."), account(CSC, "Core group; 88% attendance."), "figures"),
        (account(HV, "Bruise to left arm of boy."), account(SCHOOL, "Left arm bruise, boy."), "details"),
        (account(HV, "Core group.", time="10:00"), account(CSC, "Core group.", time="10:20"), "time"),
    ],
)
def test_each_thing_in_common_is_a_reason(a, b, code):
    assert code in codes(scored(a, b))


def test_rare_words_in_common_are_a_reason():
    others = [account(CSC, "Visit made.", row=row) for row in range(9)]
    both = readings(account(HV, "Core group, zebra quilt."), account(CSC, "Core group: zebra.", row=20), *others)
    words = next(one for one in score(both[0], both[1], Rarity(both)).reasons if one.code == "words")
    assert "zebra" in words.words
    assert "quilt" not in words.words


def test_one_reference_number_says_a_great_deal():
    one, other = (
        Account(("a", "0", 1), CSC, day, day, None, "Contact.", "PPN 43291") for day in [account(CSC, "x").earliest] * 2
    )
    other = Account(("b", "0", 1), POLICE, one.earliest, one.latest, None, "Attended.", "PPN 43291")
    assert "reference" in codes(scored(one, other))
    word = Account(("b", "0", 2), POLICE, one.earliest, one.latest, None, "Attended.", "Niche")
    assert "reference" not in codes(
        scored(Account(("a", "0", 2), CSC, one.earliest, one.latest, None, "x", "Niche"), word)
    )


@pytest.mark.parametrize(
    ("text", "points"),
    [("Partner shouting at mother in the street. No offences.", -1.2), ("Partner punched mother. Arrested.", None)],
)
def test_a_lesser_quarrel_is_not_the_assault_told_of(text, points):
    found = scored(account(POLICE, text), account(HOSPITAL, "Assaulted by partner, laceration."))
    assert [reason.points for reason in found.reasons if reason.code == "graver"] == ([points] if points else [])


def test_of_a_lesser_quarrel_a_notice_is_seldom_sent():
    found = scored(
        account(POLICE, "Verbal argument, partner and mother. No offences."), account(SCHOOL, "Encompass message.")
    )
    assert [reason.points for reason in found.reasons if reason.code == "graver"] == [-0.7]


def test_two_complaints_are_two_attendances():
    found = scored(account(HOSPITAL, "Boy brought in with a cough."), account(GP, "Hospital letter: boy, fracture."))
    assert "other_complaint" in codes(found)


def test_a_childs_injury_is_the_childs_whoever_is_named_first():
    assert "other_person" not in codes(
        scored(account(SCHOOL, "Dad came in. Bruise on arm."), account(CSC, "Bruise on boy."))
    )
    assert "other_person" in codes(
        scored(account(HOSPITAL, "Sibling brought in."), account(GP, "Hospital letter. Mother seen."))
    )


@pytest.mark.parametrize(("time", "points"), [("10:20", 0.5), ("11:30", None), ("12:40", -0.4), ("16:00", -1.3)])
def test_hours_apart_speak_against_one_meeting(time, points):
    found = scored(account(HV, "Core group.", time="10:00"), account(CSC, "Core group.", time=time))
    assert [reason.points for reason in found.reasons if reason.code == "time"] == ([points] if points else [])


def test_hours_say_nothing_of_news():
    assert "time" not in codes(
        scored(account(POLICE, "Fire.", time="10:00"), account(CSC, "Fire at home.", time="16:00"))
    )


def test_an_agency_repeats_itself_only_in_like_words_on_one_day():
    text = "ED liaison slip received: boy, dog bite, brought in by mother."
    assert scored(account(HV, text), account(HV, text, row=1)).score >= LIKELY
    assert scored(account(HV, text), account(HV, text, 1)).score < LIKELY
    assert scored(account(HV, "Weighed in clinic."), account(HV, "Weighed in clinic.", row=1)).score < LIKELY
    assert scored(account(HV, "Quilt."), account(HV, "Quilt.", row=1)).score < 0.01


def test_an_agencys_loose_or_undated_repeats_are_doubted():
    loose = scored(
        account(HV, "Meeting with professionals. Rent."), account(HV, "Attended a meeting about the family.", row=1)
    )
    assert "loose" in codes(loose)
    unsure = scored(account(HV, "Core group today."), account(HV, "Attended group, core business.", row=1, to=4))
    assert "date_unsure" not in codes(unsure) or unsure.score < LIKELY
    assert "date_unsure" in codes(
        scored(account(HV, "Core group. Mum."), account(HV, "Core group, weights.", row=1, to=4))
    )


@pytest.mark.parametrize(("first", "last", "days"), [(5, 5, 0), (1, 2, 1), (4, 7, 1), (5, 8, 1), (5, 6, 1), (1, 8, 5)])
def test_working_days_pass_over_the_weekend(first, last, days):
    monday = account(CSC, "x").earliest.toordinal()
    assert working_days(monday + first - 1, monday + last - 1) == days


def _gap(kind: str, a: Account, b: Account) -> float:
    return gap(*readings(a, b), KINDS[kind], KINDS[kind].lag).points


def test_a_meeting_is_of_one_day_and_a_record_of_it_may_be_of_the_next():
    held = account(CSC, "Core group.")
    points = [_gap("core_group", held, account(HV, "Core group.", day)) for day in (0, 1, 2, 3)]
    assert points == sorted(points, reverse=True)
    assert _gap("core_group", account(CSC, "Core group.", 4), account(HV, "Core group.", 7)) > points[2]
    assert _gap("core_group", held, account(HV, "Core group.", 5)) == -9.0


def test_news_comes_after_what_it_tells_of():
    event = account(POLICE, "Partner punched mother.")
    after = _gap("domestic", event, account(CSC, "PPN received: assault.", 2))
    before = _gap("domestic", event, account(CSC, "PPN received: assault.", -2))
    assert after > 0 > before
    assert _gap("domestic", event, account(CSC, "PPN received: assault.", 5)) < after


def test_two_who_heard_or_two_who_saw_are_near_in_time():
    assert _gap("domestic", account(HV, "PPN: assault."), account(CSC, "PPN: assault.", 1)) > 0
    seen = [_gap("fire", account(POLICE, "Fire."), account("Fire Service", "Fire.", day)) for day in (0, 1, 2)]
    assert seen == sorted(seen, reverse=True)
    assert _gap("domestic", account(CSC, "PPN received: assault."), account(POLICE, "Punched.", 0)) > 0


def test_without_a_kind_what_an_entry_says_of_itself_decides():
    both = readings(account(CSC, "Quilt."), account(HV, "Notification received.", 1))
    assert gap(*both, None, 3).points > 0
    assert gap(*readings(account(CSC, "Quilt."), account(HV, "Quilt.", 4)), None, 3).points == -9.0


def test_a_date_given_loosely_counts_for_less():
    sure = _gap("core_group", account(CSC, "Core group."), account(HV, "Core group."))
    week = _gap("core_group", account(CSC, "Core group."), account(HV, "Core group.", to=6))
    month = _gap("core_group", account(CSC, "Core group."), account(HV, "Core group.", to=28))
    assert sure > week > month


def test_days_between_spans_that_meet_are_none():
    one, other = readings(account(CSC, "x", to=3), account(HV, "x", 2))
    assert days_between(one, other) == days_between(other, one) == 0


def test_a_word_is_as_rare_as_the_year_it_is_written_in():
    many = readings(
        *(account(CSC, "quilt" if row else "zebra", row=row) for row in range(6)), account(HV, "quilt", 800)
    )
    rarity = Rarity(many)
    assert rarity.of("zebra", many[0], many[0]) == 1.0
    assert rarity.of("quilt", many[1], many[1]) < 0.2
    assert rarity.of("quilt", many[6], many[6]) == 1.0
    assert rarity.of("quilt", many[1], many[6]) == rarity.of("quilt", many[6], many[1]) < 0.2
