"""Receiving timelines: each file by itself, kept as it was sent, never twice."""

import pytest
from django.conf import settings

from tests.areas.chronology.conftest import POLICE_CSV, fresh, upload
from threadline.access.acting import Denied
from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.models import AgencyFile
from threadline.documents import storage
from threadline.documents.models import Document

pytestmark = pytest.mark.django_db

GOOD = ("Westmarch Police.csv", POLICE_CSV)
BAD = [
    (("empty.csv", ""), "empty"),
    (("notes.docm", b"PK\x03\x04"), "macros"),
    (("plan.csv", b"%PDF-1.7 nothing"), "PDF"),
    (("photo.docx", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)), "picture"),
    (("log.exe", b"MZ" + b"\0" * 100), "are not read"),
    ((f"{'x' * 240}.csv", POLICE_CSV), "too long"),
]


@pytest.mark.parametrize(("bad", "said"), BAD, ids=[said for _, said in BAD])
def test_a_file_that_cannot_be_taken_is_named_with_what_to_do_and_stops_no_other(cast, receive, bad, said):
    refused, taken = receive(bad, GOOD)
    assert not refused.taken
    assert refused.file is None
    assert said in refused.problem
    assert refused.remedy.endswith(".")
    assert taken.taken
    assert fresh(taken.file).state == AgencyFile.State.TO_CHECK
    assert Document._base_manager.count() == 1


class Nul:
    """An upload whose name no form can bring."""

    name, size = "police\x00.csv", 10

    def read(self):
        return b"Date,Event"


def test_a_name_with_a_character_no_file_has_is_refused(cast):
    with review_scope(cast.review):
        (refused,) = actions.receive_all(by=cast.asha, review=cast.review, uploads=[Nul()], token="t")
    assert "characters that a file name cannot have" in refused.problem


class Huge:
    """An upload of 60 MB, which must not even be read."""

    name, size = "police.csv", 60 * 1024 * 1024

    def read(self):
        raise AssertionError("the bytes were read")


def test_a_file_beyond_the_limit_is_refused_unread(cast):
    with review_scope(cast.review):
        (refused,) = actions.receive_all(by=cast.asha, review=cast.review, uploads=[Huge()], token="t")
    assert refused.problem == f"The file is 60 MB; the most that is taken is {settings.UPLOAD_LIMIT // 1024**2} MB."


def test_the_bytes_are_kept_as_they_were_sent_and_unreadable_on_disk(cast, police_file):
    assert storage.read(police_file.document) == POLICE_CSV.encode()
    assert b"Officers" not in storage.path_of(police_file.document.pk).read_bytes()


def test_the_same_bytes_are_not_taken_twice_even_under_another_name(cast, receive, police_file):
    (again,) = receive(("copy of it.csv", POLICE_CSV), token="form-2")
    assert not again.taken
    assert again.problem == "This file has been received for this review already, so it was not added again."
    assert AgencyFile._base_manager.count() == 1


def test_the_same_form_sent_twice_is_one_file_and_one_event(cast, receive, events):
    (first,) = receive(GOOD, token="one form", read=False)
    (second,) = receive(GOOD, token="one form", read=False)
    assert first.file == second.file
    assert second.taken
    assert events() == ["chronology.file_received"]


def test_two_at_the_same_moment_are_one_file(cast, receive, police_file, monkeypatch):
    from threadline.chronology.actions import receiving

    monkeypatch.setattr(receiving, "_known", lambda review, digest: None)
    (second,) = receive(("again.csv", POLICE_CSV), token="another form", read=False)
    assert second.file == police_file
    assert AgencyFile._base_manager.count() == 1


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("withdrawn", "put it back"),
        ("superseded", "later version"),
        ("failed", "another copy"),
        ("to_check", "nothing"),
    ],
)
def test_what_to_do_about_a_file_that_is_here_already_depends_on_where_it_stands(
    cast, receive, police_file, state, said
):
    AgencyFile._base_manager.filter(pk=police_file.pk).update(state=state, withdrawn_because="x")
    (again,) = receive(("copy.csv", POLICE_CSV), token="form-2")
    assert said in again.remedy


def test_the_same_file_may_be_sent_to_another_review(cast, receive, police_file):
    from tests.people import holding
    from threadline.access import roles

    holding(cast.lead, roles.LEAD_REVIEWER, board=cast.board, review=cast.second_review)
    (taken,) = receive(GOOD, by=cast.lead, review=cast.second_review)
    assert taken.taken
    assert taken.file != police_file


def test_an_author_sends_for_the_own_agency_only(cast, receive):
    (taken,) = receive(GOOD, by=cast.police_author, agency=cast.police)
    assert fresh(taken.file).agency == cast.police
    for agency in (cast.health, None):
        with pytest.raises(Denied):
            receive(("other.csv", POLICE_CSV + "\n"), by=cast.police_author, agency=agency)


@pytest.mark.parametrize("who", ["chair", "panel", "second_lead", "other_manager", "outsider"])
def test_nobody_else_sends_files(cast, receive, who, events):
    with pytest.raises(Denied):
        receive(GOOD, by=cast.people[who])
    assert events() == ["access.refused"]
    assert AgencyFile._base_manager.count() == 0


def test_receiving_leaves_one_event_that_names_no_file(cast, receive, events):
    from threadline.audit.models import Event

    receive(GOOD, read=False)
    assert events() == ["chronology.file_received"]
    event = Event.objects.last()
    assert event.actor == str(cast.asha.pk)
    assert "Police" not in event.objects_json + event.detail_json


def test_an_upload_without_a_name_is_refused(cast):
    file = upload("x.csv", POLICE_CSV)
    file.name = None
    with review_scope(cast.review):
        (refused,) = actions.receive_all(by=cast.asha, review=cast.review, uploads=[file], token="t")
    assert not refused.taken


def test_a_form_with_a_token_of_any_length_is_received(cast, receive):
    (first,) = receive(GOOD, token="x" * 5000, read=False)
    (second,) = receive(GOOD, token="x" * 5000, read=False)
    assert first.file == second.file
    assert second.taken
