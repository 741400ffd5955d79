"""Who came, over all meetings."""

from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.meetings.attendance import Came, Consistency, Seat, consistency


def seat(agency, person, came="present"):
    return Seat(agency, person, Came(came))


def test_an_agency_is_as_consistent_as_its_most_frequent_member():
    first = [seat("Police", "Ana"), seat("Health", "Bo")]
    second = [seat("Police", "Ana", "deputy"), seat("Health", "Bo", "absent")]
    third = [seat("Police", "Ana"), seat("Health", "Cy")]
    assert consistency([first, second, third]) == (
        Consistency("Health", 3, 2, 1),
        Consistency("Police", 3, 3, 2),
    )


def test_it_is_said_in_a_sentence():
    said = "Police was represented at 3 of 3 meetings, by the same member at 2 (66%)."
    assert Consistency("Police", 3, 3, 2).sentence == said
    assert "1 of 1 meeting," in Consistency("Police", 1, 1, 1).sentence


def test_two_members_of_one_agency_are_one_voice():
    assert consistency([[seat("Police", "Ana", "absent"), seat("Police", "Di")]]) == (Consistency("Police", 1, 1, 1),)


def test_nobody_is_expected_nowhere():
    assert consistency([]) == ()


seats = st.builds(Seat, st.sampled_from(["Police", "Health", "School"]), st.sampled_from("abc"), st.sampled_from(Came))


@given(st.lists(st.lists(seats, max_size=6), max_size=6))
def test_figures_stay_within_what_was_held(meetings):
    for each in consistency(meetings):
        assert 0 <= each.represented <= each.meetings <= len(meetings)
        assert each.figure >= 0


@given(st.lists(st.sampled_from(Came), min_size=1, max_size=9))
def test_one_hundred_is_said_only_of_one_person_at_every_meeting(came):
    (each,) = consistency([[seat("Police", "Ana", how)] for how in came])
    assert (each.figure == 100) == all(how is Came.PRESENT for how in came)
    assert each.represented == sum(how.in_the_room for how in came)
