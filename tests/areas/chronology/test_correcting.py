"""What people say about how a file was read: kept with who and why, in force at once, overwriting nobody's word."""

import pytest

from tests.areas.chronology.conftest import HEALTH_CSV, POLICE_CSV, fresh, row_of, rows_of
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.actions import Overtaken, Settlement
from threadline.chronology.models import AgencyFile, Correction, Progress
from threadline.chronology.queries.blocking import blockers
from threadline.domain.chronology.entries import Act, Meaning

pytestmark = pytest.mark.django_db


@pytest.fixture
def settle(cast, act):
    """Say something of one row of a file."""

    def settled(file, number, what, *, date="", because="", by=None, seen=None):
        file, row = fresh(file), row_of(file, number)
        act(
            actions.settle_row, by=by or cast.asha, file=file, row=row, settlement=Settlement(what, date, because),
            seen=actions.seen_of(file, row.table, row.number) if seen is None else seen,
        )  # fmt: skip
        return row_of(file, number)

    return settled


def said(file):
    with review_scope(file.review):
        return [str(each) for each in Correction.objects.filter(file=file)]


def test_a_typed_date_takes_the_place_of_one_that_is_none(police_file, settle, events):
    row = settle(police_file, 3, Act.TYPE_DATE, date="30/06/2015", because="The officer's notebook.")
    assert str(row.earliest) == "2015-06-30"
    assert not row.asks
    assert events() == ["chronology.row_corrected", "chronology.file_read"]
    assert said(police_file) == ["typed the date “30/06/2015”"]
    assert fresh(police_file).summary["asking"] == 0


def test_a_row_can_be_kept_without_a_date(police_file, settle):
    row = settle(police_file, 3, Act.KEEP_UNDATED)
    assert row.earliest is None
    assert not row.asks


def test_a_row_can_be_given_the_day_of_the_row_above(police_file, settle):
    assert str(settle(police_file, 3, Act.SAME_DAY).earliest) == "2015-02-03"


def test_a_row_is_left_out_with_a_reason_and_taken_in_again(police_file, settle):
    with pytest.raises(Refused, match="Say why"):
        settle(police_file, 4, Act.LEAVE_OUT)
    row = settle(police_file, 4, Act.LEAVE_OUT, because="It is of another family.")
    assert not row.is_entry
    assert settle(police_file, 4, Act.TAKE_IN).is_entry


def test_a_row_above_the_headings_can_be_taken_in_as_an_entry(cast, receive, settle):
    title = "3 February 2015: Strategy discussion held by telephone,,,\n"
    (received,) = receive(("Westmarch Police.csv", title + POLICE_CSV), agency=cast.police)
    assert not row_of(received.file, 1).is_entry
    assert settle(received.file, 1, Act.TAKE_IN).is_entry


def test_the_heading_itself_cannot_and_the_answer_says_what_to_do(police_file, settle):
    with pytest.raises(Refused, match="say under the columns which row does"):
        settle(police_file, 1, Act.TAKE_IN)


def test_a_date_that_cannot_be_read_is_refused_and_nothing_is_changed(police_file, settle):
    with pytest.raises(Refused, match="cannot be read as a date"):
        settle(police_file, 3, Act.TYPE_DATE, date="sometime")
    assert said(police_file) == []


def test_a_later_word_on_a_row_takes_the_place_of_the_earlier(police_file, settle):
    settle(police_file, 3, Act.TYPE_DATE, date="30/06/2015")
    row = settle(police_file, 3, Act.KEEP_UNDATED)
    assert row.earliest is None
    assert len(said(police_file)) == 2


def test_two_people_may_settle_different_rows_at_the_same_time(cast, police_file, act):
    """The second does not have to know of the first: both words stand."""
    file, third, fourth = fresh(police_file), row_of(police_file, 3), row_of(police_file, 4)
    for who, row, date in ((cast.asha, third, "30/06/2015"), (cast.lead, fourth, "5/2/2015")):
        seen = actions.seen_of(file, row.table, row.number)
        act(actions.settle_row, by=who, file=file, row=row, settlement=Settlement(Act.TYPE_DATE, date), seen=seen)
    assert [str(row_of(police_file, number).earliest) for number in (3, 4)] == ["2015-06-30", "2015-02-05"]


def test_whoever_comes_second_to_the_same_row_is_told_what_the_first_said(cast, police_file, settle):
    settle(police_file, 3, Act.TYPE_DATE, date="30/06/2015")
    with pytest.raises(Overtaken, match="Asha Fernleigh typed the date “30/06/2015”"):
        settle(police_file, 3, Act.KEEP_UNDATED, by=cast.lead, seen="what stood before")
    assert str(row_of(police_file, 3).earliest) == "2015-06-30"


@pytest.fixture
def choose(cast, act):
    """Say what the columns of a file's only table mean."""

    def chosen(file, meanings, heading_row=None, by=None, version=None):
        file = fresh(file)
        act(
            actions.choose_columns, by=by or cast.asha, file=file, table="0", meanings=meanings,
            heading_row=heading_row, version=version or file.version,
        )  # fmt: skip
        return fresh(file)

    return chosen


def meanings_of(file):
    return {column["key"]: column["meaning"] for column in file.summary["tables"][0]["columns"]}


def test_a_column_chosen_by_a_person_is_read_so_and_is_sure(police_file, choose, events):
    file = choose(police_file, {"Source of Information": Meaning.COMMENT})
    assert meanings_of(file)["Source of Information"] == "comment"
    assert file.summary["tables"][0]["columns"][2]["confidence"] == 1.0
    assert events() == ["chronology.columns_chosen", "chronology.file_read"]


def test_a_heading_row_can_be_chosen(police_file, choose):
    file = choose(police_file, {}, heading_row=2)
    assert file.summary["tables"][0]["heading_rows"] == [2]


def test_saying_what_is_read_already_is_answered_with_a_sentence(police_file, choose):
    with pytest.raises(Refused, match="read already"):
        choose(police_file, {"Date": Meaning.DATE}, heading_row=1)


def test_confirming_a_doubtful_column_settles_it(cast, receive, choose, monkeypatch):
    for where in ("threadline.domain.chronology.file_matters", "threadline.chronology.queries.blocking"):
        monkeypatch.setattr(f"{where}.CLEAR", 0.99)
    (received,) = receive(("Westmarch Police.csv", POLICE_CSV), agency=cast.police)
    file = fresh(received.file)
    assert [matter["code"] for matter in file.summary["asks"]] == ["column", "column"]
    with review_scope(cast.review):
        assert "Confirm the column" in blockers(file)[0]
    file = choose(file, {"Date": Meaning.DATE, "Significant Event": Meaning.EVENT})
    assert file.summary["asks"] == []
    with review_scope(cast.review):
        assert blockers(file) == []


def test_columns_are_remembered_for_the_agencys_next_file(cast, receive, choose, accept, police_file):
    choose(police_file, {"Source of Information": Meaning.COMMENT})
    accept(police_file)
    text = "Date,Time,Source of Information,Significant Event\n5/5/2015,,Log,Seen at home with the child.\n"
    (received,) = receive(("Westmarch Police part 2.csv", text), token="form-2")
    file = fresh(received.file)
    assert meanings_of(file)["Source of Information"] == "comment"
    assert file.summary["remembered_from"] == "Westmarch Police.csv"


def test_a_table_can_be_set_aside_and_taken_back(cast, police_file, act, events):
    for take_in, state in ((False, "none"), (True, "rows")):
        file = fresh(police_file)
        act(actions.choose_table, by=cast.asha, file=file, table="0", take_in=take_in, version=file.version)
        assert fresh(police_file).summary["tables"][0]["layout"] == state
    assert events().count("chronology.table_chosen") == 2


def test_what_was_changed_meanwhile_is_not_overwritten(cast, police_file, choose):
    stale = police_file.version
    choose(police_file, {"Source of Information": Meaning.COMMENT})
    with pytest.raises(Overtaken, match="changed while you had the page open"):
        choose(police_file, {"Source of Information": Meaning.PLACE}, version=stale)
    with pytest.raises(Overtaken):
        actions.choose_table(by=cast.asha, file=police_file, table="0", take_in=False, version=stale)


def test_a_table_the_file_does_not_have_is_refused(cast, police_file):
    with pytest.raises(Refused, match="no such table"):
        actions.choose_columns(
            by=cast.asha, file=police_file, table="7", meanings={}, heading_row=None, version=police_file.version
        )


@pytest.fixture
def unnamed(cast, receive):
    """A file that does not say whose it is."""
    (received,) = receive(("timeline.csv", HEALTH_CSV))
    return fresh(received.file)


def contributor(review, agency):
    with review_scope(review):
        return review.contributors.select_related("agency").get(agency=agency)


def test_naming_the_agency_opens_the_file_to_its_author_and_no_other(cast, unnamed, act):
    from threadline.access.permissions import Permission
    from threadline.access.reach import may

    assert not may(cast.health_author, Permission.TIMELINE_READ, unnamed)
    act(
        actions.name_agency, by=cast.asha, file=unnamed, contributor=contributor(cast.review, cast.health),
        version=unnamed.version,
    )  # fmt: skip
    file = fresh(unnamed)
    assert file.agency == cast.health
    assert may(cast.health_author, Permission.TIMELINE_READ, file)
    assert not may(cast.police_author, Permission.TIMELINE_READ, file)
    assert may(cast.health_author, Permission.DOCUMENT_READ, file.document)
    assert {row.agency for row in rows_of(file)} == {cast.health}


def test_an_accepted_file_is_not_given_to_another_agency(cast, police_file, accept):
    accept(police_file)
    file = fresh(police_file)
    with pytest.raises(Refused, match="Withdraw it first"):
        actions.name_agency(
            by=cast.asha, file=file, contributor=contributor(cast.review, cast.health), version=file.version
        )


def test_a_correction_of_an_accepted_file_is_in_the_chronology_at_once(police_file, accept, settle):
    accept(police_file)
    row = settle(police_file, 3, Act.TYPE_DATE, date="30/06/2015")
    assert row.live
    assert fresh(police_file).state == AgencyFile.State.ACCEPTED


@pytest.mark.parametrize("state", ["withdrawn", "superseded"])
def test_a_file_that_is_out_cannot_be_corrected(police_file, settle, state):
    AgencyFile._base_manager.filter(pk=police_file.pk).update(state=state, withdrawn_because="x")
    with pytest.raises(Refused, match="can no longer be corrected"):
        settle(police_file, 3, Act.KEEP_UNDATED)


def test_a_large_file_is_read_again_by_a_worker_and_not_while_the_person_waits(cast, police_file, settle, monkeypatch):
    from threadline.chronology.actions import reading

    waiting = []
    monkeypatch.setattr(reading, "AT_ONCE", 2)
    monkeypatch.setattr(reading, "enqueue", lambda task, **arguments: waiting.append(arguments))
    settle(police_file, 3, Act.KEEP_UNDATED)
    assert waiting == [{"file_id": str(police_file.pk)}]
    assert Progress.objects.get(file=police_file).stage == Progress.Stage.QUEUED


def test_an_author_corrects_the_own_agencys_file_while_it_is_open(cast, police_file, settle, accept):
    settle(police_file, 3, Act.KEEP_UNDATED, by=cast.police_author)
    accept(police_file)
    with pytest.raises(Denied):
        settle(police_file, 3, Act.SAME_DAY, by=cast.police_author)


@pytest.mark.parametrize("who", ["health_author", "panel", "chair", "second_lead", "other_manager", "outsider"])
def test_nobody_else_corrects_it(cast, police_file, settle, who):
    with pytest.raises(Denied):
        settle(police_file, 3, Act.KEEP_UNDATED, by=cast.people[who])
    assert said(police_file) == []
