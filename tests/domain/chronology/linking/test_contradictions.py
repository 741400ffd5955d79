import pytest
from tests.domain.chronology.linking.accounts import CSC, GP, HOSPITAL, HV, POLICE, SCHOOL, account, readings

from threadline.domain.chronology.linking import Account
from threadline.domain.chronology.linking.contradictions import Contradiction, find
from threadline.domain.chronology.linking.rarity import Rarity
from threadline.domain.chronology.linking.scoring import score
from threadline.domain.chronology.linking.vocabulary import KINDS


def _differences(a: Account, b: Account) -> tuple[Contradiction, ...]:
    both = readings(a, b)
    found = score(*both, Rarity(both))
    return find(*both, KINDS.get(found.kind), found.kinds)


def _fields(a: Account, b: Account) -> list[str]:
    return [one.field for one in _differences(a, b)]


def _said(a: Account, b: Account) -> list[tuple[str, str, str]]:
    return [(one.field, one.words_a, one.words_b) for one in _differences(a, b)]


def _injury(one: str, other: str) -> tuple[Account, Account]:
    return account(SCHOOL, f"Boy came in: {one}."), account(CSC, f"School rang about the boy: {other}.")


def _visit(one: str, other: str) -> tuple[Account, Account]:
    return account(CSC, f"Joint visit with health visitor. {one}."), account(HV, f"Visit with social worker. {other}.")


def _meeting(one: str, other: str) -> tuple[Account, Account]:
    return account(CSC, f"Core group. {one}."), account(HV, f"Core group attended. {other}.")


def _violence(one: str, other: str) -> tuple[Account, Account]:
    return account(POLICE, f"Partner punched mother. {one}."), account(CSC, f"PPN: partner punched mother. {other}.")


def _hospital(one: str, other: str) -> tuple[Account, Account]:
    return account(HOSPITAL, f"A&E attendance. {one}."), account(HV, f"A&E slip received. {other}.", 1)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        _injury("bruise to left cheek", "bruise to the right cheek"),
        _injury("a graze to his knee", "a burn to his knee"),
        _injury("bruise, he said he fell off the sofa", "bruise, mother says the dog knocked him"),
        _injury("two bruises on arm", "three bruises on arm"),
        _injury("bruise, account consistent", "bruise, account inconsistent"),
        _visit("Home clean and tidy", "House dirty with dog faeces"),
        _visit("Tidy and warm", "House filthy"),
        _visit("No access", "Invited in by a friend"),
        (account(CSC, "ICPC. Plan made, neglect."), account(HV, "ICPC attended. Plan, emotional abuse.")),
        (account(CSC, "ICPC. Made subject of plan."), account(HV, "ICPC attended. No plan.")),
        (
            account(CSC, "Strategy meeting. Joint section 47."),
            account(POLICE, "Strategy meeting; single agency enquiry."),
        ),
        (
            account(POLICE, "Partner punched mother. Graded high risk."),
            account(CSC, "PPN: assault on mother. Risk standard."),
        ),
        (account(SCHOOL, "Excluded for two days for fighting."), account(CSC, "School: excluded 2 days, cannabis.")),
        (account(SCHOOL, "Excluded for 1 day."), account(CSC, "School: excluded for three days.")),
        (
            account(POLICE, "Girl missing. Found at a friend's house."),
            account(CSC, "Missing girl, came home by herself."),
        ),
        (account(POLICE, "Girl missing, found the same evening."), account(CSC, "Police: girl missing overnight.")),
        (account(HOSPITAL, "Overdose, 8 paracetamol."), account(CSC, "Overdose: she took 24 paracetamol.")),
        (
            account(HOSPITAL, "Attended, fracture of wrist confirmed, fractured."),
            account(GP, "ED letter: no fracture, wrist."),
        ),
        (
            account("Fresh Steps Drug Service", "Urine screen positive for cocaine."),
            account(CSC, "Drug worker: tested positive, heroin."),
        ),
        (account(SCHOOL, "Mother drunk at home time."), account(CSC, "School: mother at pick up, sober.")),
        (account(POLICE, "Verbal argument only, partner and mother."), account(CSC, "PPN: partner assaulted mother.")),
    ],
)
def test_facts_that_cannot_both_be_right_differ(a, b):
    assert "fact" in _fields(a, b)
    assert "fact" in _fields(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        _injury("bruise to left cheek", "bruise to left cheek"),
        _injury("bruise to left and right cheek", "bruise to right cheek"),
        _injury("left cheek bruise", "right leg bruise"),
        _injury("a graze", "bruising"),
        _injury("a graze", "a mark"),
        _injury("black eye", "a bruise"),
        _injury("bruise, he said he fell off the sofa", "bruise, he said he fell over"),
        _injury("bruise, he fell off the sofa", "bruise, no reason known, dog lives at home"),
        _injury("bruise on a boy of 7 years, 2 days old", "bruise, 3 days old"),
        _injury("bruise seen within 2 days", "bruise, 3 days of absence"),
        _injury("2 bruises and then 3 bruises", "four bruises"),
        _injury("no bruise, a scratch", "a scratch"),
        _visit("House dirty", "Dog faeces on the floor"),
        _visit("Home clean", "Home tidy"),
        _visit("Weather good", "Traffic poor on the way to see an old friend of the family in town"),
        (account(CSC, "ICPC. Neglect of the plan."), account(HV, "Core group. Emotional abuse.")),
        (
            account(POLICE, "Girl missing, found at a friend's."),
            account(CSC, "Missing girl. Return home interview offered."),
        ),
        (account(POLICE, "Graded high."), account(CSC, "PPN: assault. Standard letter.")),
    ],
)
def test_facts_that_may_both_be_right_do_not(a, b):
    assert "fact" not in _fields(a, b)


def test_the_words_are_each_accounts_own_and_the_sentence_names_both():
    found = _differences(*_injury("bruise to Left cheek", "bruise to the right cheek"))
    assert found == (
        Contradiction(
            "fact", "Left", "right",
            f"{SCHOOL} and {CSC} differ on which side of the face: “Left” and “right”.",
        ),
    )  # fmt: skip


def test_two_entries_of_one_agency_or_of_none_named_are_called_so():
    one = account(HV, "Core group. Mum came.", time="10:00")
    other = account(HV, "Core group. Mum came.", time="11:30", row=1)
    assert _differences(one, other)[0].sentence == f"Two entries of {HV} differ on the time: “10:00” and “11:30”."
    nameless = Account(("log.csv", "0", 1), "", one.earliest, one.latest, "13:00", "Core group. Mum came.")
    assert "log.csv" in _differences(one, nameless)[0].sentence


@pytest.mark.parametrize(
    ("one", "other", "who"),
    [
        ("Mother attended", "Mum did not attend", "the mother"),
        ("No sign of Mr Pike, father absent", "Dad answered the door", "the man"),
        ("Apologies from mother", "Mum came late", "the mother"),
        ("Mother attended; father did not", "Parents: mother present, father present", "the man"),
        ("No parent attended", "Mother was there", "the mother"),
        ("Mother alone with the children", "Stepfather at home", "the man"),
    ],
)
def test_who_came_to_a_meeting_differs(one, other, who):
    found = [each for each in _differences(*_meeting(one, other)) if each.field == "person"]
    assert len(found) == 1
    assert who in found[0].sentence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mother attended", "Mum came"),
        ("Mother attended", "Father absent"),
        ("Mother's sister absent", "Mother came"),
        ("Officer attended about father's household", "Father absent"),
        ("Mother spoke of her week and of how tired she now is, and present plans", "Mother absent"),
        ("Mother said father absent", "Mother came"),
    ],
)
def test_who_came_agrees_or_is_not_said(one, other):
    assert "person" not in _fields(*_meeting(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Children in the living room", "Children with their grandmother"),
        ("Both children witnessed it", "No children at the address"),
        ("Child heard it all", "Child at her aunt's"),
    ],
)
def test_where_the_children_were_differs(one, other):
    assert ("person", one, other) in _said(*_violence(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Children in the living room", "Children at home"),
        ("Children in the living room", "Nothing else known"),
        ("In the living room", "Children with their grandmother"),
    ],
)
def test_where_the_children_were_agrees_or_is_not_said(one, other):
    assert "person" not in _fields(*_violence(one, other))


def test_where_children_are_at_a_meeting_is_no_contradiction():
    assert _fields(*_meeting("Children at home", "Children with their grandmother")) == []


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Boy brought in by mother", "Boy brought in by father", ("mother", "father")),
        ("Boy, bruise. With grandmother", "Boy attended with his stepfather", ("grandmother", "stepfather")),
        ("Boy accompanied by aunt", "Boy attended the ward with mother", ("aunt", "mother")),
    ],
)
def test_who_brought_the_child_differs(one, other, words):
    assert ("person", *words) in _said(*_hospital(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Boy brought in by mother", "Boy brought in by mum"),
        ("Boy brought in by mother", "Boys were with their nan"),
        ("Boy brought in by ambulance", "Boy brought in by mother"),
        ("Boy brought in by mother", "Brought in by a taxi, rang the mother"),
    ],
)
def test_who_brought_the_child_agrees_or_is_not_said(one, other):
    assert "person" not in _fields(*_hospital(one, other))


def test_a_man_known_only_by_name_may_be_father_or_partner():
    others = [account(POLICE, f"Seen: Mr Pike {word}.", row=row) for row, word in enumerate(("left", "came"), 5)]
    both = readings(*_hospital("Boy brought in by Mr Pike", "Boy brought in by father"), *others)[:2]
    found = find(*both, KINDS["hospital"], frozenset({"hospital"}))
    assert "person" not in [one.field for one in found]


def test_who_was_the_appropriate_adult_differs_whichever_side_it_stands():
    one = account(POLICE, "Girl arrested, theft. AA mother.")
    other = account(CSC, "Custody notification: arrested, theft; stepfather acted as appropriate adult.", 1)
    assert ("person", "mother", "stepfather") in _said(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Boy seen and spoken to", "Boy asleep"),
        ("Child awake", "Child not seen"),
        ("We saw the girl", "Did not see the girl"),
        ("Girl seen alone", "Girl not seen alone"),
        ("Girl seen", "Asleep in their cots"),
        ("Girl seen alone", "Mother stayed with girl throughout"),
    ],
)
def test_whether_the_child_was_seen_differs(one, other):
    assert "seen" in _fields(*_visit(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Boy seen", "Boy awake"),
        ("Boy seen", "Girl seen alone"),
        ("Boy seen", "Mr Pike not seen"),
        ("Boy seen", "Social worker to see boy, not today"),
        ("Boy not seen", "Boy saw what happened"),
        ("Boy not seen", "Nurse has seen a bruise on the boy"),
        ("Boy not seen", "Officers had seen mother; child at school"),
        ("Boy not seen", "Boy seen by the registrar"),
        ("Boy not seen", "Nothing more; father spoke to staff, seen at noon"),
        ("Boy not seen", "Mother seen, not the boy's teacher"),
    ],
)
def test_whether_the_child_was_seen_agrees_or_is_not_said(one, other):
    assert "seen" not in _fields(*_visit(one, other))


def test_a_child_seen_at_hospital_is_no_child_seen_or_not_by_a_visitor():
    assert "seen" not in _fields(*_hospital("Boy seen by triage; boy asleep", "Boy not seen"))


def test_a_visit_on_two_days_differs():
    one, other = account(CSC, "Joint visit with health visitor."), account(HV, "Visit with social worker.", 1)
    assert _said(one, other) == [("date", "2016-03-07", "2016-03-08")]


def test_a_meeting_recorded_a_day_late_does_not_differ_but_one_dated_early_does():
    held = account(CSC, "Core group.")
    assert _fields(held, account(HV, "Core group attended.", 1)) == []
    assert _fields(held, account(HV, "Core group attended.", -1)) == ["date"]
    assert _fields(account(HV, "Core group."), account(SCHOOL, "Core group.", 1)) == []


def test_one_hour_on_two_days_differs():
    one, other = account(HV, "Core group.", time="10:00"), account(SCHOOL, "Core group.", 1, time="10:15")
    assert _fields(one, other) == ["date"]
    assert _fields(one, account(SCHOOL, "Core group.", 1, time="14:00")) == []


def test_a_span_of_days_does_not_differ():
    assert _fields(account(CSC, "Joint visit with health visitor."), account(HV, "Visit with SW.", 1, to=3)) == []


@pytest.mark.parametrize(("time", "fields"), [("10:30", []), ("10:50", ["time"]), (None, [])])
def test_clock_times_of_one_meeting_differ_from_three_quarters_of_an_hour(time, fields):
    assert _fields(account(HV, "Core group.", time="10:00"), account(CSC, "Core group.", time=time)) == fields


def test_clock_times_of_news_do_not_differ():
    one, other = account(POLICE, "House fire.", time="10:00"), account(CSC, "House fire, police say.", time="16:00")
    assert _fields(one, other) == []


def test_accounts_that_share_no_kind_are_compared_on_facts_alone():
    both = readings(account(CSC, "Boy seen. 2 tablets."), account(HV, "Boy asleep. 3 tablets.", 1))
    assert {one.field for one in find(*both, None, frozenset())} == {"seen", "fact"}
