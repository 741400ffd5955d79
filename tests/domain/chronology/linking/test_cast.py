from threadline.domain.chronology.linking.cast import read_cast
from threadline.domain.chronology.linking.words import tokens

NOBODY = frozenset()
SCHOOL = frozenset({"school"})


def _roles(*texts: str, own: frozenset[str] = NOBODY, agencies: tuple[str, ...] = ()) -> dict[str, str]:
    return read_cast([(own, text) for text in texts], agencies).roles


def test_a_child_is_known_by_a_childs_doings_and_the_less_named_child_is_the_sibling():
    roles = _roles(
        "Weight of Rosa on the 9th centile. Rosa asleep.",
        "Seen at home: Rosa asleep in the cot.",
        "At nursery Rosa settled well.",
        "Mother said Ivy late for school. Ivy excluded.",
        "Then Ivy late again, Ivy settled.",
    )
    assert roles["rosa"] == "child"
    assert roles["ivy"] == "sibling"


def test_a_role_said_beside_a_name_is_its_part():
    roles = _roles(
        "Nan (Patricia Marsh) rang, upset.",
        "PATRICIA MARSH telephoned 101.",
        "His sister Ivy late for nursery.",
        "Sister Ivy settled.",
    )
    assert roles["patricia"] == "gran"
    assert roles["ivy"] == "sibling"


def test_titles_and_surnames_tell_men_from_women():
    roles = _roles(
        "Mr Holt attended. Karen Marsh arrested.",
        "Officers saw Mr Holt and Ms Marsh.",
        "Then Dean Holt was arrested with Karen Marsh.",
        "Later Dean Holt and Ms Marsh denied it.",
    )
    assert roles["mr holt"] == roles["dean"] == "man"
    assert roles["ms marsh"] == roles["karen"] == "mother"


def test_a_mrs_of_the_mothers_name_is_the_grandmother_where_one_bears_it():
    roles = _roles(
        "Grandmother Patricia Marsh rang.",
        "Said Patricia Marsh was upset.",
        "Ms Marsh attended.",
        "Then Ms Marsh left.",
        "Duty: Mrs Marsh rang.",
        "Duty: Mrs Marsh rang again.",
    )
    assert roles["mrs marsh"] == "gran"
    assert roles["ms marsh"] == "mother"


def test_a_woman_of_another_surname_is_not_the_mother():
    roles = _roles(
        "Seen: Ms Marsh came.", "Saw Ms Marsh.", "And Ms Marsh rang.", "Then Mrs Nesbit rang.", "Saw Mrs Nesbit."
    )
    assert roles["ms marsh"] == "mother"
    assert roles["mrs nesbit"] == "someone"


def test_staff_agencies_and_places_are_nobody_in_the_family():
    roles = _roles(
        "Seen by Dr Aspen. Letter from Larkfield.",
        "Dr Aspen rang. Spoke to Larkfield staff.",
        "SW Jo Teasel visited.",
        "SW Jo Teasel rang.",
        agencies=("Larkfield Surgery",),
    )
    assert roles == {}


def test_a_name_seen_once_or_only_at_the_head_of_sentences_is_no_name():
    assert _roles("Supper given. Marrow eaten.", "Marrow given again.", "Saw Tamsin once.") == {}


def test_pronouns_and_kin_give_a_name_its_sex_and_generation():
    roles = _roles(
        "Saw Robin, he was angry.",
        "Found Robin, he left.",
        "Met Lindsay, she was low.",
        "Rang Lindsay, she cried.",
        "At Kim's mother's house.",
        "Saw Kim's mother.",
    )
    assert roles["robin"] == "man"
    assert roles["lindsay"] == "mother"
    assert roles["kim"] == "child"


def test_a_name_that_shows_no_part_is_someone():
    assert _roles("Kept by Ashby today.", "Given to Ashby once more.") == {"ashby": "someone"}


def test_in_a_schools_entries_a_name_is_a_childs_unless_it_speaks():
    roles = _roles(
        "Gave Rowena a book.",
        "Told Rowena off.",
        "Met Karen at noon. Karen said no.",
        "Then Karen rang. Karen asked why.",
        own=SCHOOL,
    )
    assert roles["rowena"] == "child"
    assert roles["karen"] != "child"


def test_initials_stand_for_the_person_known_by_both_names():
    texts = ("Clinic: Rosa Marsh asleep, weight 9th centile.", "Saw Rosa Marsh asleep.", "Given RM a toy.")
    assert _roles(*texts)["rm"] == "child"
    shared = (*texts, "Then Rob Mills arrested.", "So Rob Mills arrested, released.")
    assert "rm" not in _roles(*shared)


def test_names_are_found_in_an_entry_with_their_part():
    cast = read_cast(
        [(NOBODY, "Saw Rosa asleep in the cot."), (NOBODY, "Found Rosa asleep, then settled; found well.")], []
    )
    assert [one.label for one in cast.names.find(tokens("Visit to Rosa's home"))] == ["@child"]


def test_a_capital_that_opens_a_name_across_a_stop_joins_nothing():
    roles = _roles("Seen Rosa. Marsh road. Rosa asleep; Rosa settled.", "With Rosa asleep.")
    assert roles["rosa"] == "child"
