"""Reading a file into rows: the whole of it or nothing, started again when it was cut off."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.areas.chronology.conftest import HEALTH_CSV, POLICE_CSV, fresh, row_of, rows_of, sample
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.chronology import actions, interpreting
from threadline.chronology.actions import reading
from threadline.chronology.models import AgencyFile, Progress, Row
from threadline.chronology.records import Kept, table_name
from threadline.domain.chronology.corrections import Corrections, RowFix
from threadline.domain.chronology.interpret import interpret
from threadline.domain.chronology.readers import Refused, read_document
from threadline.reviews.models import ContributingAgency

pytestmark = pytest.mark.django_db

POLICE = ("Westmarch Police.csv", POLICE_CSV)


def progress_of(file):
    return Progress.objects.get(file=file)


def test_every_row_of_a_file_is_kept_in_its_order_entries_and_rows_left_out(police_file):
    assert police_file.state == AgencyFile.State.TO_CHECK
    kept = [(row.number, row.is_entry, row.live, row.asks) for row in rows_of(police_file)]
    assert kept == [(1, False, False, False), (2, True, False, False), (3, True, False, True), (4, True, False, False)]


def test_an_entry_carries_its_day_time_words_and_place(police_file):
    row = row_of(police_file, 2)
    assert (str(row.earliest), str(row.latest), str(row.time_from)) == ("2015-02-03", "2015-02-03", "14:15:00")
    assert row.description == "Officers attended the address. Child asleep upstairs."
    assert row.others == "STORM log 12"
    assert row.month == 201502


def test_a_file_is_summed_up(police_file):
    told = police_file.summary
    assert (told["entries"], told["left_out"], told["asking"], told["undated"]) == (3, 1, 1, 1)
    assert (told["first"], told["last"]) == ("2015-02-03", "2015-02-04")


def test_the_agency_is_suggested_from_the_file_and_opens_it_to_nobody_until_confirmed(cast, receive):
    (received,) = receive(("Northfield Trust timeline.csv", HEALTH_CSV))
    file = fresh(received.file)
    assert file.agency is None
    assert file.proposed == cast.health
    assert "Northfield Trust" in file.agency_why
    assert all(row.agency is None for row in rows_of(file))


def test_an_agency_that_cannot_be_told_is_left_open_with_the_reason(cast, receive):
    (received,) = receive(("timeline.csv", HEALTH_CSV))
    file = fresh(received.file)
    assert file.taken_as is None
    assert "No agency that was asked goes by that name" in file.agency_why


def test_knowing_the_agency_beforehand_or_finding_it_gives_the_same_entries(cast, rowan_house, receive, police_file):
    """The short cut that spares reading a long file twice changes nothing."""
    today = timezone.localdate()
    for path in sorted(rowan_house.iterdir()):
        grid = read_document(path.name, path.read_bytes())
        alone = interpret(grid, today=today)
        if interpreting._says_one_agency(alone):
            named = interpret(grid, agency="Westmarch Police", today=today)
            assert interpreting._renamed(alone, "Westmarch Police").entries == named.entries


def test_every_row_of_the_examples_files_is_there_once(cast, receive, rowan_house, in_child):
    names = sorted(path.name for path in rowan_house.iterdir())
    for received in receive(*(sample(rowan_house, name) for name in names)):
        file = fresh(received.file)
        assert file.state == AgencyFile.State.TO_CHECK, file.fault
        places = [(row.table, row.number, row.ordinal) for row in rows_of(file)]
        assert len(places) == len(set(places)) == file.summary["entries"] + file.summary["left_out"]


def test_a_file_that_turns_out_unreadable_says_why_and_what_to_do(cast, receive, in_child):
    (received,) = receive(("bad.xlsx", _broken_workbook()))
    file = fresh(received.file)
    assert file.state == AgencyFile.State.FAILED
    assert file.fault
    assert file.remedy.endswith(".")
    assert rows_of(file) == []


def _broken_workbook() -> bytes:
    """A workbook whose directory is right and whose sheet is cut short."""
    import io
    import zipfile

    from openpyxl import Workbook

    held, broken = io.BytesIO(), io.BytesIO()
    Workbook().save(held)
    with zipfile.ZipFile(held) as whole, zipfile.ZipFile(broken, "w") as cut:
        for name in whole.namelist():
            data = whole.read(name)
            cut.writestr(name, data[: len(data) // 2] if name.startswith("xl/worksheets") else data)
    return broken.getvalue()


def test_damaged_bytes_are_noticed_and_never_shown(cast, receive):
    from threadline.documents import storage

    (received,) = receive(POLICE, read=False)
    path = storage.path_of(received.file.document.pk)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert actions.read_now(str(received.file.pk))
    file = fresh(received.file)
    assert file.state == AgencyFile.State.FAILED
    assert "missing or damaged" in file.fault


@pytest.mark.parametrize("where", ["save_reading", "understand"])
def test_a_fault_of_ours_leaves_no_row_and_a_sentence(cast, receive, monkeypatch, where):
    def fail(*arguments, **named):
        if where == "save_reading":
            arguments[2].write(arguments[0])
            assert Row._base_manager.count() == 4
        raise ZeroDivisionError

    (received,) = receive(POLICE, read=False)
    monkeypatch.setattr(reading, where, fail)
    actions.read_now(str(received.file.pk))
    file = fresh(received.file)
    assert file.state == AgencyFile.State.FAILED
    assert "a fault of ours" in file.fault
    assert Row._base_manager.count() == 0


def test_a_failed_file_can_be_tried_again(cast, receive, monkeypatch, act, events):
    def refuse(file, tell):
        raise Refused("x", "It was too much", "Send less.", "unsafe")

    with monkeypatch.context() as patched:
        patched.setattr(reading, "understand", refuse)
        (received,) = receive(POLICE)
    assert fresh(received.file).fault == "It was too much."
    act(actions.read_again, by=cast.asha, file=fresh(received.file))
    file = fresh(received.file)
    assert (file.state, file.fault) == (AgencyFile.State.TO_CHECK, "")
    assert len(rows_of(file)) == 4


def test_reading_again_is_for_files_that_failed(cast, police_file):
    from threadline.access.acting import Refused as Not

    with pytest.raises(Not, match="could not be read"):
        actions.read_again(by=cast.asha, file=police_file)


def test_reading_leaves_one_event_of_the_services_own(cast, receive, events):
    receive(POLICE)
    assert events() == ["chronology.file_received", "chronology.file_read"]
    event = Event.objects.last()
    assert (event.actor, event.acting_as) == ("", "service")
    assert '"entries":3' in event.detail_json


def test_a_file_is_read_once_however_often_it_is_asked_for(cast, receive, events):
    (received,) = receive(POLICE)
    events()
    assert not actions.read_now(str(received.file.pk))
    assert not actions.read_now("00000000-0000-0000-0000-000000000000")
    assert events() == []


def test_a_file_that_somebody_is_reading_is_left_alone_while_they_give_signs(cast, receive):
    (received,) = receive(POLICE, read=False)
    Progress.objects.filter(file=received.file).update(stage=Progress.Stage.READING, beat=timezone.now())
    assert not actions.read_now(str(received.file.pk))
    Progress.objects.filter(file=received.file).update(beat=timezone.now() - timedelta(minutes=4))
    assert actions.read_now(str(received.file.pk))
    assert fresh(received.file).state == AgencyFile.State.TO_CHECK


def test_a_reader_that_was_overtaken_writes_nothing(cast, receive, monkeypatch):
    (received,) = receive(POLICE, read=False)
    understood = reading.understand

    def slow(file, tell):
        found = understood(file, tell=tell)
        Progress.objects.filter(file=file).update(attempt=99)
        return found

    monkeypatch.setattr(reading, "understand", slow)
    actions.read_now(str(received.file.pk))
    assert rows_of(received.file) == []
    assert progress_of(received.file).under_way


def test_a_reader_that_was_overtaken_does_not_mark_the_file_unreadable(cast, receive, monkeypatch):
    (received,) = receive(POLICE, read=False)

    def slow(file, tell):
        Progress.objects.filter(file=file).update(attempt=99)
        raise Refused("x", "No", "No.", "unsafe")

    monkeypatch.setattr(reading, "understand", slow)
    actions.read_now(str(received.file.pk))
    assert fresh(received.file).state == AgencyFile.State.WAITING


def test_what_is_said_while_a_file_is_read_is_not_lost(cast, receive, monkeypatch, django_capture_on_commit_callbacks):
    """The reading made without it is thrown away, and the file read again."""
    (received,) = receive(POLICE, read=False)
    understood, turns = reading.understand, []

    def meanwhile(file, tell):
        found = understood(file, tell=tell)
        if not turns:
            said = Corrections(rows=(RowFix(table=0, row=4, undated=True),)).to_json()
            AgencyFile._base_manager.filter(pk=file.pk).update(corrections=said)
        turns.append(1)
        return found

    monkeypatch.setattr(reading, "understand", meanwhile)
    with django_capture_on_commit_callbacks(execute=True):
        actions.read_now(str(received.file.pk))
    assert len(turns) == 2
    assert row_of(received.file, 4).earliest is None


def test_at_the_start_of_the_service_what_was_cut_off_starts_again_and_says_so(
    cast, receive, events, django_capture_on_commit_callbacks
):
    (cut, waiting, done) = receive(POLICE, ("b.csv", HEALTH_CSV), ("c.csv", POLICE_CSV + "\n"), read=False)
    Progress.objects.filter(file=cut.file).update(stage=Progress.Stage.READING)
    Progress.objects.filter(file=done.file).update(stage=Progress.Stage.DONE)
    events()
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.resume_interrupted() == 1
    assert events().count("chronology.reading_restarted") == 1
    file = fresh(cut.file)
    assert file.state == AgencyFile.State.TO_CHECK
    assert file.summary["interrupted"] is True
    assert fresh(waiting.file).summary["interrupted"] is False
    assert fresh(done.file).state == AgencyFile.State.WAITING
    assert actions.resume_interrupted() == 0


def test_a_file_that_stops_the_service_again_and_again_is_given_up_with_a_sentence(cast, receive):
    (received,) = receive(POLICE, read=False)
    for _ in range(3):
        Progress.objects.filter(file=received.file).update(stage=Progress.Stage.READING)
        actions.resume_interrupted()
    assert fresh(received.file).state == AgencyFile.State.FAILED


def test_a_row_keeps_its_id_when_the_file_is_read_again(cast, police_file, act):
    before = {row.number: row.pk for row in rows_of(police_file)}
    with review_scope(cast.review):
        reading.put_in_line(police_file)
        actions.read_now(str(police_file.pk))
    assert {row.number: row.pk for row in rows_of(police_file)} == before


def test_a_row_that_is_no_longer_there_goes(cast, police_file, monkeypatch):
    understood = reading.understand

    def shorter(file, tell):
        found = understood(file, tell=tell)
        return interpreting.Understood(
            interpreting.replace(found.reading, entries=found.reading.entries[:1], left_out=()), found.of_corrections
        )

    monkeypatch.setattr(reading, "understand", shorter)
    reading.put_in_line(police_file)
    actions.read_now(str(police_file.pk))
    assert [row.number for row in rows_of(police_file)] == [2]


def test_the_stages_are_told_as_they_come(cast, receive):
    (received,) = receive(POLICE, read=False)
    told = []
    with review_scope(cast.review):
        interpreting.understand(fresh(received.file), tell=lambda *what: told.append(what[0]))
    assert told == ["checking", "reading", "understanding"]


def test_only_agencies_that_were_asked_are_suggested(cast, receive):
    from threadline.access.gate import open_gate

    with open_gate():
        ContributingAgency._base_manager.filter(agency=cast.health).delete()
    (received,) = receive(("Northfield Trust timeline.csv", HEALTH_CSV))
    assert fresh(received.file).taken_as is None


def test_characters_that_no_page_can_hold_are_shown_as_such_and_kept_in_the_document(cast, receive):
    text = POLICE_CSV.replace("asleep", "as\x0eleep\x7f \\u0041")
    (received,) = receive(("Westmarch Police.csv", text), agency=cast.police)
    row = row_of(received.file, 2)
    assert "as\ufffdleep\ufffd \\u0041" in row.description
    assert "\x0e" not in row.data
    assert Kept.of(row).cells[3][1] == row.description


def test_a_sheet_with_a_long_name_in_any_script_keeps_its_name(cast, receive):
    import io

    from openpyxl import Workbook

    book, held, name = Workbook(), io.BytesIO(), "Хронология: сведения о семье!!!".replace(":", "")
    book.active.title = name
    for row in (("Date", "Event"), ("3/2/2015", "Seen at home with the child."), ("4/2/2015", "Seen at school.")):
        book.active.append(row)
    book.save(held)
    (received,) = receive(("Westmarch Police.xlsx", held.getvalue()), agency=cast.police)
    assert {table_name(row.table) for row in rows_of(received.file)} == {name}
