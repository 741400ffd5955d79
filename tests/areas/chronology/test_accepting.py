"""Taking a file into the chronology and out of it, and what a corrected file does to the one before."""

import pytest

from tests.areas.chronology.conftest import HEALTH_CSV, POLICE_CSV, fresh, rows_of
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.actions import Overtaken
from threadline.chronology.models import AgencyFile, Progress
from threadline.chronology.queries.blocking import blockers
from threadline.chronology.queries.changing import comparison

pytestmark = pytest.mark.django_db

State = AgencyFile.State
CORRECTED = """Date,Time,Source of Information,Significant Event
03/02/2015,14:35,STORM log 12,Officers attended the address. Child asleep upstairs.
31/06/2015,,Crime report,Report of criminal damage at the address.
06/02/2015,,Custody record,Arrest for breach of bail.
"""

GONE_THROUGH = ["chronology.pairs_found", "chronology.questions_found"]  # by jobs, once the act is done


def live(file):
    return [row.number for row in rows_of(file) if row.live]


def test_accepting_brings_the_entries_and_only_them_into_the_chronology(cast, police_file, act, events):
    act(actions.accept, by=cast.asha, file=police_file, version=police_file.version, unsettled=True)
    file = fresh(police_file)
    assert (file.state, file.accepted_by) == (State.ACCEPTED, cast.asha)
    assert live(file) == [2, 3, 4]
    assert events() == ["chronology.file_accepted", *GONE_THROUGH]


def test_rows_that_need_someone_are_taken_in_only_by_a_word(cast, police_file):
    with pytest.raises(Refused, match="still need you"):
        actions.accept(by=cast.asha, file=police_file, version=police_file.version)
    assert live(police_file) == []


def test_a_file_without_open_rows_needs_no_such_word(cast, health_file):
    assert actions.accept(by=cast.asha, file=health_file, version=health_file.version).state == State.ACCEPTED


def test_accepting_confirms_the_agency_that_the_file_suggested(cast, receive, accept):
    (received,) = receive(("Northfield Trust.csv", HEALTH_CSV))
    file = accept(received.file)
    assert (file.agency, file.proposed, file.document.agency) == (cast.health, None, cast.health)
    assert {row.agency for row in rows_of(file)} == {cast.health}


def test_a_file_whose_agency_is_unknown_cannot_be_accepted(cast, receive):
    (received,) = receive(("timeline.csv", HEALTH_CSV))
    file = fresh(received.file)
    with pytest.raises(Refused, match="Choose the agency"):
        actions.accept(by=cast.asha, file=file, version=file.version, unsettled=True)


def test_a_file_in_which_no_entry_was_found_cannot_be_accepted(cast, receive):
    (received,) = receive(("Westmarch Police.csv", "Colour,Meaning\nred,stop\ngreen,go\n"), agency=cast.police)
    file = fresh(received.file)
    with pytest.raises(Refused, match="No entries were read"):
        actions.accept(by=cast.asha, file=file, version=file.version, unsettled=True)


def test_a_file_that_is_being_read_cannot_be_accepted(cast, police_file):
    Progress.objects.filter(file=police_file).update(stage=Progress.Stage.READING)
    with pytest.raises(Refused, match="still being read"):
        actions.accept(by=cast.asha, file=police_file, version=police_file.version, unsettled=True)


def test_an_accepted_file_is_not_accepted_again(cast, police_file, accept):
    file = accept(police_file)
    with pytest.raises(Refused, match="not being checked: accepted"):
        actions.accept(by=cast.asha, file=file, version=file.version, unsettled=True)


def test_what_was_looked_at_is_what_is_accepted(cast, police_file):
    AgencyFile._base_manager.filter(pk=police_file.pk).update(version=99)
    with pytest.raises(Overtaken):
        actions.accept(by=cast.asha, file=police_file, version=police_file.version, unsettled=True)


@pytest.fixture
def second(cast, receive, police_file, accept):
    """A second file of an agency whose first is accepted."""
    accept(police_file)
    (received,) = receive(("Westmarch Police v2.csv", CORRECTED), agency=cast.police, token="form-2")
    return fresh(received.file)


def stand(act, by, file, replaces):
    act(actions.say_standing, by=by, file=file, replaces=replaces, version=fresh(file).version)
    return fresh(file)


def test_a_second_file_of_an_agency_waits_to_be_given_its_place(cast, second):
    assert second.standing == AgencyFile.Standing.ASK
    with review_scope(cast.review):
        assert "Say whether this one takes its place or adds to it" in blockers(second)[0]
    with pytest.raises(Refused, match="takes its place"):
        actions.accept(by=cast.asha, file=second, version=second.version, unsettled=True)


def test_a_corrected_file_takes_the_place_of_the_one_before_which_is_kept(cast, second, police_file, act, accept):
    stand(act, cast.asha, second, fresh(police_file))
    accept(second)
    earlier = fresh(police_file)
    assert earlier.state == State.SUPERSEDED
    assert live(earlier) == []
    assert len(rows_of(earlier)) == 4
    assert live(second) == [2, 3, 4]


def test_a_further_file_stands_beside_the_one_before(cast, second, police_file, act, accept):
    stand(act, cast.asha, second, None)
    accept(second)
    assert live(second) == live(police_file) == [2, 3, 4]


def test_what_a_corrected_file_changes_is_said_entry_by_entry(cast, second, police_file, act):
    file = stand(act, cast.asha, second, fresh(police_file))
    with review_scope(cast.review):
        found = comparison(file=file, viewer=cast.asha)
    assert [side.what for side in found.added] == ["Arrest for breach of bail."]
    assert [side.what for side in found.gone] == ["Notification sent to social care about Mum."]
    (altered,) = found.altered
    assert [(part.part, part.old, part.new) for part in altered.differences] == [("Time", "2:15pm", "2:35pm")]
    assert found.unchanged == 1
    assert found.sentence == "1 entry added, 1 altered, 1 gone; 1 as it was."


def test_a_file_that_replaces_none_is_compared_with_none(cast, police_file):
    with review_scope(cast.review):
        assert comparison(file=police_file, viewer=cast.asha) is None


def test_only_an_accepted_file_of_the_same_agency_can_be_replaced(cast, second, health_file):
    with pytest.raises(Refused, match="same agency"):
        actions.say_standing(by=cast.asha, file=second, replaces=health_file, version=second.version)
    AgencyFile._base_manager.filter(pk=second.pk).update(state=State.FAILED)
    with pytest.raises(Refused, match="still being checked"):
        actions.say_standing(by=cast.asha, file=second, replaces=None, version=second.version)


def test_a_file_whose_predecessor_left_meanwhile_must_be_given_its_place_again(cast, second, police_file, act):
    file = stand(act, cast.asha, second, fresh(police_file))
    earlier = fresh(police_file)
    act(actions.withdraw, by=cast.asha, file=earlier, because="Wrong child.", version=earlier.version)
    with pytest.raises(Refused, match="no longer in the chronology"):
        actions.accept(by=cast.asha, file=file, version=file.version, unsettled=True)


def test_withdrawing_takes_the_entries_out_at_once_and_keeps_file_rows_and_reason(
    cast, police_file, accept, act, events
):
    file = accept(police_file)
    events()
    act(actions.withdraw, by=cast.lead, file=file, because="Sent by mistake.", version=file.version)
    file = fresh(file)
    assert (file.state, file.withdrawn_by, file.withdrawn_because) == (State.WITHDRAWN, cast.lead, "Sent by mistake.")
    assert live(file) == []
    assert len(rows_of(file)) == 4
    assert events() == ["chronology.file_withdrawn", *GONE_THROUGH]


def test_withdrawing_needs_a_reason(cast, police_file):
    with pytest.raises(Refused, match="Say why"):
        actions.withdraw(by=cast.asha, file=police_file, because="  ", version=police_file.version)


def test_a_withdrawn_file_is_put_back_to_be_checked_and_counts_when_accepted_again(cast, police_file, accept, act):
    file = accept(police_file)
    act(actions.withdraw, by=cast.asha, file=file, because="Wrong version.", version=file.version)
    file = fresh(file)
    act(actions.reinstate, by=cast.asha, file=file, version=file.version)
    file = fresh(file)
    assert (file.state, live(file)) == (State.TO_CHECK, [])
    assert live(accept(file)) == [2, 3, 4]


def test_a_file_withdrawn_before_it_was_read_is_read_when_it_is_put_back(cast, receive, act):
    (received,) = receive(("Westmarch Police.csv", POLICE_CSV), agency=cast.police, read=False)
    file = fresh(received.file)
    act(actions.withdraw, by=cast.asha, file=file, because="Too soon.", version=file.version)
    assert actions.read_now(str(file.pk))
    assert fresh(file).state == State.WITHDRAWN
    AgencyFile._base_manager.filter(pk=file.pk).update(summary={})
    act(actions.reinstate, by=cast.asha, file=file, version=fresh(file).version)
    assert fresh(file).state == State.TO_CHECK


def test_only_what_is_out_can_be_put_back(cast, police_file):
    with pytest.raises(Refused, match="nothing to put back"):
        actions.reinstate(by=cast.asha, file=police_file, version=police_file.version)


def test_a_reading_that_ends_after_a_withdrawal_brings_nothing_back(cast, police_file, accept, act):
    from threadline.chronology.actions.reading import put_in_line

    file = accept(police_file)
    act(actions.withdraw, by=cast.asha, file=file, because="Wrong child.", version=file.version)
    put_in_line(file)
    actions.read_now(str(file.pk))
    assert live(file) == []
    assert fresh(file).state == State.WITHDRAWN


@pytest.mark.parametrize("who", ["police_author", "panel", "chair", "second_lead", "other_manager"])
def test_only_those_who_run_the_review_decide(cast, police_file, who):
    for what, more in ((actions.accept, {"unsettled": True}), (actions.withdraw, {"because": "x"})):
        with pytest.raises(Denied):
            what(by=cast.people[who], file=police_file, version=police_file.version, **more)
    assert fresh(police_file).state == State.TO_CHECK
