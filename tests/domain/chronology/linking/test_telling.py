import pytest
from tests.domain.chronology.linking.accounts import CSC, GP, HV, POLICE, SCHOOL, reading

from threadline.domain.chronology.linking.telling import any_matches, matches


@pytest.mark.parametrize(
    ("agency", "text", "source"),
    [
        (CSC, "PPN from police: alleged assault.", "police"),
        (HV, "Informed by nursery manager of a bruise.", "nursery"),
        (CSC, "Police referral: child found alone.", "police"),
        (CSC, "School rang to report a bruise.", "school"),
        (GP, "Discharge summary received.", "hospital"),
        (HV, "Call from social worker asking for information.", "csc"),
        (CSC, "Yesterday the school telephoned about Mum.", "school"),
    ],
)
def test_who_told_us_is_read(agency, text, source):
    assert source in reading(agency, text).telling.told_by


@pytest.mark.parametrize(
    ("agency", "text", "named"),
    [
        (SCHOOL, "Bruise seen. CSC rung.", "csc"),
        (SCHOOL, "Bruise seen. Police called by phone.", "police"),
        ("Ardenshire Royal Infirmary", "Sutured. Letter to GP.", "gp"),
        (HV, "Telephoned the social worker about the bruise.", "csc"),
    ],
)
def test_whom_we_told_is_read(agency, text, named):
    telling = reading(agency, text).telling
    assert named in telling.told
    assert named not in telling.told_by


def test_who_took_part_is_read():
    assert "csc" in reading(HV, "Joint visit with social worker.").telling.together
    assert "police" in reading(CSC, "Discharge meeting, police in attendance.").telling.together


def test_ones_own_agency_is_no_other():
    assert reading(CSC, "Social worker rang duty.").telling.named == frozenset()


def test_a_bare_from_is_no_telling():
    assert reading(CSC, "Removed from the hospital bed.").telling.told_by == frozenset()
    assert "hospital" in reading(CSC, "News came by letter, sent from the hospital.").telling.told_by


def test_news_opens_or_stands_within_an_entry():
    assert reading(HV, "Notification received.").telling.heard
    late = reading(HV, "Visit made after the morning clinic; copy of report received.").telling
    assert late.news
    assert not late.heard


def test_a_notice_of_ones_own_went_out():
    assert reading(POLICE, "Assault on mother. PPN submitted.").telling.sent
    assert reading(CSC, "PPN from police.").telling.sent is False


def test_a_letter_sent_is_no_letter_received():
    assert reading("Turnaround Drug Service", "Discharge letter sent to GP.").telling.told_by == frozenset()


@pytest.mark.parametrize(
    "text",
    ["Rang the GP about Mum.", "Discussed Mum's low mood and medication with the GP.", "GP telephoned for an update."],
)
def test_a_talk_between_professionals_is_liaison(text):
    assert reading(HV, text).telling.liaison


def test_naming_an_agency_is_no_talk_with_it():
    assert not reading(HV, "Mum has not seen a GP this year.").telling.liaison


def test_a_word_for_an_agency_may_be_meant_of_its_neighbours():
    assert matches("health", frozenset({"gp"}))
    assert matches("police", frozenset({"police"}))
    assert not matches("police", frozenset({"gp"}))
    assert any_matches({"police", "nursery"}, frozenset({"school"}))
    assert not any_matches((), frozenset({"school"}))
