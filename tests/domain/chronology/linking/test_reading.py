import re
from datetime import date

import pytest
from tests.domain.chronology.linking.accounts import CSC, GP, HOSPITAL, HV, POLICE, SCHOOL, account, reading, readings

from threadline.domain.chronology.linking import Account
from threadline.domain.chronology.linking.lexicon import agencies, details, persons
from threadline.domain.chronology.linking.lexicon.agencies import MENTIONS, NAMES, WIDER
from threadline.domain.chronology.linking.lexicon.kind import GROUPS, Kind
from threadline.domain.chronology.linking.reading import what_it_is
from threadline.domain.chronology.linking.suggest import read_all
from threadline.domain.chronology.linking.vocabulary import CUES, KINDS


@pytest.mark.parametrize(
    ("agency", "kind"),
    [
        ("Ardenshire Constabulary", "police"),
        ("Holm Council Children's Services", "csc"),
        ("0-19 Healthy Child Service", "hv"),
        ("Wharf Road Surgery", "gp"),
        ("Queen's Park Infirmary", "hospital"),
        ("St Aidan's Academy", "school"),
        ("Little Acorns Day Nursery", "nursery"),
        ("Canal Homes Association", "housing"),
        ("Fresh Steps Drug and Alcohol Service", "drugs"),
        ("Tidewell CAMHS", "camhs"),
        ("Eastern Fire and Rescue", "fire"),
        ("Haven Women's Aid", "refuge"),
    ],
)
def test_what_an_agency_is_shows_in_its_name(agency, kind):
    assert kind in what_it_is(agency, "x.docx")


def test_the_files_name_speaks_where_the_agencys_does_not():
    assert what_it_is("Clearwater", "Clearwater_drug_service.docx") == {"drugs"}
    assert what_it_is("Clearwater", "timeline.docx") == frozenset()


def test_a_trust_of_another_kind_is_no_hospital():
    assert what_it_is("Eastern Ambulance NHS Trust", "x") == {"ambulance"}


@pytest.mark.parametrize(
    ("agency", "text", "kind"),
    [
        (CSC, "Strat disc with police.", "strategy"),
        (HV, "RCPC attended.", "conference"),
        (CSC, "Core Group Meeting held.", "core_group"),
        (SCHOOL, "TAF chaired by head of year.", "taf"),
        (POLICE, "Partner punched her in the face.", "domestic"),
        (SCHOOL, "Class teacher saw a bruise on the boy's arm.", "child_injury"),
        (HOSPITAL, "Brought in by mother. Wheeze.", "hospital"),
        (POLICE, "Girl reported missing by her aunt.", "missing"),
        (CSC, "Grandmother rang, worried.", "relative_concern"),
        (CSC, "Anonymous caller says children cry at night.", "public_concern"),
        (SCHOOL, "Excluded for two days.", "exclusion"),
        ("Fire Service", "Chip pan fire, kitchen.", "fire"),
        (GP, "A&E discharge summary: opiate overdose.", "overdose"),
        (CSC, "Mother sectioned under the Mental Health Act.", "mental_crisis"),
        (POLICE, "Warrant executed, cannabis plants.", "warrant"),
        (CSC, "Family evicted today.", "eviction"),
        (HV, "Visit to the home with social worker.", "joint_visit"),
        (HV, "Rang the GP about medication.", "liaison"),
    ],
)
def test_the_kind_of_contact_is_read(agency, text, kind):
    assert kind in reading(agency, text).kinds


@pytest.mark.parametrize(
    "text",
    [
        "No strategy discussion at this time.",
        "Decision: proceed to conference.",
        "Plan: core group next month.",
        "Strategy discussion to be arranged.",
        "Core group cancelled.",
    ],
)
def test_a_meeting_planned_or_not_held_is_no_meeting(text):
    assert not {"strategy", "conference", "core_group"} & reading(CSC, text).kinds.keys()


def test_not_attending_a_conference_is_still_of_it():
    assert "conference" in reading(POLICE, "No attendance at RCPC, report submitted.").kinds


def test_missed_appointments_are_no_missing_child():
    assert "missing" not in reading(HV, "Child missed immunisations.").kinds


def test_what_only_owners_write_is_no_sign_elsewhere():
    assert "hospital" in reading(HOSPITAL, "Attended with a cough.").kinds
    assert "hospital" not in reading(SCHOOL, "Attended with a cough.").kinds


def test_a_kind_named_late_in_an_entry_counts_for_less():
    first = reading(CSC, "Core group held.").kinds["core_group"]
    late = reading(CSC, "Rain. Snow. Hail. Core group held.").kinds["core_group"]
    assert late < first


def test_of_two_signs_of_a_kind_the_surer_counts():
    assert reading(HOSPITAL, "Treated, sutured. Admitted to ward.").kinds["hospital"] == 1.0


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("The child brought in by mother.", "kid"),
        ("Sibling brought in.", "sibling"),
        ("Mother attended with chest pain.", "adult"),
        ("Brought in by mother.", ""),
        ("Mum said it was an accident.", ""),
        ("Both children seen.", ""),
        ("Wet day. Mother attended.", "adult"),
        ("Nothing known.", ""),
    ],
)
def test_whose_event_it_is(text, focus):
    assert reading(HOSPITAL, text).focus == focus


def test_a_child_by_name_is_told_from_any_child():
    entries = [
        account(HV, "Saw Rosa asleep in her cot.", row=1),
        account(HV, "Given Rosa a toy, asleep; given well.", row=2),
    ]
    assert readings(*entries)[0].focus == "child"


def test_a_child_protection_team_is_no_child():
    assert reading(POLICE, "Child protection team consulted.").focus == ""


def test_details_company_figures_and_words_are_gathered():
    one = reading(SCHOOL, "Nan saw a bruise on his left arm; 24 paracetamol gone, zebra coat.")
    assert {"#injury:bruise", "#side:left", "#body:arm", "#substance:paracetamol"} <= one.details
    assert one.company == {"gran"}
    assert one.figures == {"24 paracetamol"}
    assert "zebra" in one.stems
    assert one.complaints == {"#complaint:injury", "#complaint:overdose"}


def test_the_cases_own_agencies_are_known_by_name():
    entries = [account("Holm Primary", "Quiet day."), account(HV, "Holm Primary rang about a bruise.")]
    assert "school" in readings(*entries)[1].telling.told_by


def test_an_entry_without_a_date_is_left_out():
    assert read_all([Account(("a", "0", 1), CSC, None, None, None, "Core group.")]) == []
    assert read_all([Account(("a", "0", 1), CSC, date(2016, 1, 1), None, None, "Core group.")]) == []


def test_an_entry_of_one_day_is_exact():
    exact, span = readings(account(CSC, "Core group."), account(HV, "Core group.", to=3))
    assert exact.exact
    assert not span.exact


def test_every_kind_is_named_once_and_shown_by_something():
    shown = {cue.kind for cues in CUES.values() for cue in cues}
    assert set(KINDS) - shown == {"liaison"}
    assert all(name == kind.name for name, kind in KINDS.items())


def test_kinds_and_agencies_refer_only_to_what_there_is():
    known = NAMES.keys() | MENTIONS.keys()
    assert all(fit in KINDS for kind in KINDS.values() for fit in kind.fits)
    assert all(owner in known for kind in KINDS.values() for owner in kind.owners)
    assert all(one in known for wider in WIDER.values() for one in wider)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_cues_name_only_classes_and_groups_that_exist(kind: Kind):
    classes = (
        {f"<{name}>" for name in agencies.MENTIONS}
        | {f"@{role}" for role in persons.ROLES}
        | {"<other>", "@man", "@someone"}
    )
    classes |= {"#injury", "#treated"} | {f"#{part}" for part in details.BODY}
    for cue in (*kind.cues, *kind.hints, *kind.own_cues):
        assert set(re.findall(r"[<@#]\S+", cue)) <= classes, cue
        assert set(re.findall(r"\{(\w+)\}", cue)) <= GROUPS.keys(), cue
