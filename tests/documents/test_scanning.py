"""Nobody opens a file, and nothing reads it, before the virus scanner has passed it (TRUST 42, F14)."""

import json
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from tests.documents.clamd import MARK, scanner
from tests.documents.test_pages import address
from tests.documents.test_storage import WORDS, kept
from tests.visit import read, visit, words

from threadline.audit.models import Event
from threadline.chronology import actions, interpreting
from threadline.chronology.models import AgencyFile
from threadline.documents import jobs, scanning, storage
from threadline.documents.models import Document, Scan
from threadline.domain.chronology.readers import read_document
from threadline.jobs import queue

pytestmark = pytest.mark.django_db
NOBODY = "127.0.0.1:9"  # the discard port: nothing answers there
TIMELINE = b"Date,Event\n03/02/2015,Home visit.\n"


@pytest.fixture
def clamd(settings):
    """A scanner, set up."""
    with scanner() as stub:
        settings.CLAMD = stub.address
        yield stub


@pytest.fixture
def later(monkeypatch):
    """What is put off: the waits in minutes, and how often the scanner was away."""
    put_off = []

    def noted(task, moment, **arguments):
        assert task is jobs.scan_document
        put_off.append((round((moment - timezone.now()) / timedelta(minutes=1)), arguments["tries"]))
        return True

    monkeypatch.setattr(scanning, "enqueue_at", noted)
    return put_off


def fresh(document):
    return Document._base_manager.select_related("review__board").get(pk=document.pk)


def scanned(document, **told):
    return scanning.scan_now(str(document.pk), **told)


def test_without_a_scanner_a_file_says_that_it_was_not_scanned_and_is_served(cast, sign_in):
    document = kept(cast.review, cast.asha)
    assert document.scan == Scan.NOT_SCANNED
    assert not scanning.begin(document)
    response = sign_in(cast.asha).get(address(document))
    assert response.content == WORDS
    assert response["X-Virus-Scan"] == "Not scanned: no virus scanner is set up"


def test_a_file_waits_locked_away_until_the_scanner_has_passed_it(cast, clamd, sign_in):
    document = kept(cast.review, cast.asha)
    assert document.waits
    with pytest.raises(storage.Withheld, match="has not been checked for viruses yet"):
        storage.read(document)
    assert scanned(document) == Scan.CLEAN
    assert clamd.seen == [WORDS]
    assert storage.read(fresh(document)) == WORDS
    assert sign_in(cast.asha).get(address(document))["X-Virus-Scan"] == "Checked: no virus found"


def test_what_the_scanner_said_is_on_record_as_the_service_s_own(cast, clamd):
    document = kept(cast.review, cast.asha)
    scanned(document)
    event = Event.objects.get(kind="documents.scanned")
    assert (event.actor, event.acting_as, json.loads(event.detail_json)) == ("", "service", {"result": "clean"})
    assert json.loads(event.objects_json) == [f"documents.document:{document.pk}"]


@pytest.mark.parametrize(
    ("state", "said", "remedy"),
    [
        (Scan.WAITING, "has not been checked for viruses yet", "Come back in a few minutes."),
        (Scan.INFECTED, "holds a virus", "Tell the agency"),
        (Scan.FAILED, "could not be checked", "Try again."),
    ],
)
def test_a_file_that_is_locked_away_is_served_to_nobody_and_the_try_is_recorded(
    cast, clamd, sign_in, state, said, remedy
):
    document = kept(cast.review, cast.asha)
    _put(document, state)
    response = sign_in(cast.asha).get(address(document))
    assert response.status_code == 409
    page = read(response)
    assert WORDS not in response.content
    assert said in words(page.main)
    assert remedy in words(page.main)
    assert Event.objects.get(kind="documents.downloaded").outcome == "refused"


def _put(document, state):
    from threadline.access.gate import open_gate

    with open_gate():
        Document._base_manager.filter(pk=document.pk).update(scan=state)


def test_a_file_with_a_virus_is_never_given_out(cast, clamd):
    document = kept(cast.review, cast.asha, b"words " + MARK)
    assert scanned(document) == Scan.INFECTED
    with pytest.raises(storage.Withheld, match="holds a virus"):
        storage.read(fresh(document))
    assert scanned(document) is None
    assert len(clamd.seen) == 1


def test_a_scanner_that_is_away_leaves_it_locked_away_and_is_asked_ever_more_seldom(cast, settings, later):
    settings.CLAMD = NOBODY
    document = kept(cast.review, cast.asha)
    for tries in range(9):
        assert scanned(document, tries=tries) == Scan.WAITING
    assert later == [(1, 1), (2, 2), (4, 3), (8, 4), (16, 5), (32, 6), (60, 7), (60, 8), (60, 9)]
    assert fresh(document).waits
    assert not Event.objects.filter(kind="documents.scanned").exists()


def test_once_the_scanner_is_back_the_file_is_passed(cast, settings, later):
    settings.CLAMD = NOBODY
    document = kept(cast.review, cast.asha)
    scanned(document)
    with scanner() as stub:
        settings.CLAMD = stub.address
        jobs.scan_document.call(document_id=str(document.pk), tries=1)
    assert fresh(document).scan == Scan.CLEAN


def test_a_scanner_that_says_nothing_or_has_no_right_address_is_away(cast, clamd, settings, later):
    document = kept(cast.review, cast.asha)
    clamd.says = b""
    assert scanned(document) == Scan.WAITING
    settings.CLAMD = "a-name-without-a-port"
    assert scanned(document) == Scan.WAITING
    assert len(later) == 2


@pytest.mark.parametrize(
    "answer",
    [
        b"INSTREAM size limit exceeded. ERROR\n",
        b"stream: Can't allocate memory ERROR\n",
        b"who are you\n",
        b"\xff\xfe\n",
    ],
)
def test_a_file_the_scanner_cannot_look_at_stays_locked_away(cast, clamd, answer):
    clamd.says = answer
    document = kept(cast.review, cast.asha)
    assert scanned(document) == Scan.FAILED
    with pytest.raises(storage.Withheld, match="could not be checked"):
        storage.read(fresh(document))


def test_a_file_that_could_not_be_looked_at_can_be_tried_again(cast, clamd):
    clamd.says = b"stream: No memory ERROR\n"
    document = kept(cast.review, cast.asha)
    scanned(document)
    clamd.says = None
    assert scanned(document) == Scan.CLEAN


def test_a_file_whose_bytes_are_gone_is_not_passed(cast, clamd):
    document = kept(cast.review, cast.asha)
    storage.path_of(document.pk).unlink()
    assert scanned(document) == Scan.FAILED


def test_a_scanner_that_was_taken_away_for_good_leaves_no_file_waiting(cast, clamd, settings):
    document = kept(cast.review, cast.asha)
    settings.CLAMD = ""
    assert scanned(document) == Scan.NOT_SCANNED
    assert storage.read(fresh(document)) == WORDS


def test_a_job_for_a_file_that_is_not_there_does_nothing(db):
    assert scanning.scan_now("00000000-0000-0000-0000-000000000000") is None


def test_the_scanner_may_listen_on_a_socket_of_this_machine(settings, tmp_path):
    with scanner(tmp_path / "clamd") as stub:
        settings.CLAMD = stub.address
        assert scanning.verdict(MARK) == Scan.INFECTED
        assert scanning.verdict(b"") == Scan.CLEAN


@pytest.fixture
def send(cast, monkeypatch, django_capture_on_commit_callbacks):
    """Send a timeline as a form does, and let what follows happen."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from threadline.access.scope import review_scope

    monkeypatch.setattr(interpreting, "read_in_child", read_document)

    def sent(data, by=None, name="timeline.csv"):
        with review_scope(cast.review), django_capture_on_commit_callbacks(execute=True):
            (received,) = actions.receive_all(
                by=by or cast.asha, review=cast.review, uploads=[SimpleUploadedFile(name, data)], token=name
            )
        return received

    return sent


def timeline(received):
    return AgencyFile._base_manager.select_related("document", "review__board").get(pk=received.file.pk)


def test_a_timeline_is_read_once_it_is_found_clean(cast, clamd, send):
    file = timeline(send(TIMELINE))
    assert (file.document.scan, file.state) == (Scan.CLEAN, AgencyFile.State.TO_CHECK)
    kinds = list(Event.objects.order_by("id").values_list("kind", flat=True))
    assert kinds == ["chronology.file_received", "documents.scanned", "chronology.file_read"]


def test_a_timeline_with_a_virus_is_never_read_and_says_why(cast, clamd, send, monkeypatch, sign_in):
    def read_it(name, data):
        raise AssertionError("it was read")

    monkeypatch.setattr(interpreting, "read_in_child", read_it)
    file = timeline(send(TIMELINE + MARK))
    assert file.state == AgencyFile.State.FAILED
    assert file.fault == "timeline.csv holds a virus. It is locked away and nobody can open it."
    assert file.remedy.startswith("Tell the agency")


def test_a_timeline_waits_unread_while_the_scanner_is_away_and_the_sender_is_not_kept_waiting(
    cast, settings, send, later
):
    settings.CLAMD = NOBODY
    began = time.monotonic()
    file = timeline(send(TIMELINE))
    assert time.monotonic() - began < 5
    assert file.state == AgencyFile.State.WAITING
    assert not actions.read_now(str(file.pk))
    assert later == [(1, 1)]


def test_at_the_start_of_the_service_what_waited_for_the_scanner_is_asked_again(
    cast, settings, send, later, django_capture_on_commit_callbacks
):
    settings.CLAMD = NOBODY
    received = send(TIMELINE)
    with scanner() as stub:
        settings.CLAMD = stub.address
        with django_capture_on_commit_callbacks(execute=True):
            actions.resume_interrupted()
    assert timeline(received).state == AgencyFile.State.TO_CHECK


def test_a_file_s_page_says_that_it_is_not_scanned_and_is_as_it_was_sent(cast, send, sign_in):
    received = send(TIMELINE)
    page = visit(sign_in(cast.asha), f"/reviews/R-2015-01/chronology/files/{received.file.pk}/")
    assert "Not scanned: no virus scanner is set up" in words(page.main)
    assert "It may name who wrote it" in words(page.main)


def test_a_job_can_be_put_off_only_where_what_runs_jobs_can_wait(settings, django_capture_on_commit_callbacks):
    moment = timezone.now() + timedelta(hours=1)
    assert not queue.enqueue_at(jobs.scan_document, moment, document_id="x")
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    with django_capture_on_commit_callbacks(execute=True):
        assert queue.enqueue_at(jobs.scan_document, moment, document_id="x")
    from django_tasks_db.models import DBTaskResult

    assert DBTaskResult.objects.get().run_after == moment
    assert not queue.has_waited(timedelta(0))
    DBTaskResult.objects.update(
        run_after=timezone.now() - timedelta(minutes=5), enqueued_at=timezone.now() - timedelta(days=1)
    )
    assert not queue.has_waited(timedelta(minutes=10))
    assert queue.has_waited(timedelta(minutes=1))


def test_no_virus_stands_in_the_repository():
    assert MARK not in Path(__file__).read_bytes()


class TestQuota:
    """How much one person may send in a day (TRUST 48)."""

    @pytest.fixture(autouse=True)
    def _little(self, settings):
        settings.UPLOAD_A_DAY = 2 * 1024 * 1024

    def test_what_is_beyond_a_day_s_measure_is_refused_with_what_to_do(self, cast, send):
        kept(cast.other_review, cast.asha, b"x" * (2 * 1024 * 1024 - 10))
        refused = send(TIMELINE)
        assert not refused.taken
        assert refused.problem == ("You have sent 2 MB in the last 24 hours, which is the most that is taken in a day.")
        assert refused.remedy.endswith("to allow more.")
        assert AgencyFile._base_manager.count() == 0

    def test_another_person_and_the_next_day_are_not_touched(self, cast, send):
        from threadline.access.gate import open_gate

        large = kept(cast.review, cast.lead, b"x" * 2 * 1024 * 1024)
        assert send(TIMELINE, name="one.csv").taken
        with open_gate():
            Document._base_manager.filter(pk=large.pk).update(received_at=timezone.now() - timedelta(hours=25))
        assert send(TIMELINE + b"04/02/2015,Call.\n", by=cast.lead, name="two.csv").taken

    def test_the_last_byte_fits(self, cast):
        kept(cast.review, cast.asha, b"x" * 2 * 1024 * 1024)
