"""The download view is the only door to a file: always an attachment, always recorded (TRUST 31, 43)."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.test_storage import WORDS, kept
from tests.visit import read, words

from threadline.access.gate import open_gate
from threadline.audit.models import Event
from threadline.documents import storage
from threadline.documents.models import Document
from threadline.documents.views import attached_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(cast):
    made = kept(cast.review, cast.asha)
    with open_gate():
        Document._base_manager.filter(pk=made.pk).update(agency=cast.police)
    return made


def address(document):
    return f"/reviews/{document.review.reference}/files/{document.pk}/"


def test_a_file_is_offered_as_an_attachment_that_no_browser_shows_or_keeps(cast, sign_in, document):
    response = sign_in(cast.lead).get(address(document))
    assert response.content == WORDS
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == 'attachment; filename="timeline.docx"'
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"


def test_a_download_is_recorded_with_the_file(cast, sign_in, document):
    sign_in(cast.lead).get(address(document))
    event = Event.objects.get(kind="documents.downloaded")
    assert json.loads(event.objects_json) == [f"documents.document:{document.pk}"]
    assert event.acting_as == "lead_reviewer"


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("asha", 200), ("lead", 200), ("police_author", 200), ("health_author", 404), ("panel", 404), ("chair", 404),
        ("second_lead", 404), ("other_manager", 404), ("outsider", 404),
    ],
)  # fmt: skip
def test_only_those_whom_the_policy_names_get_it(cast, sign_in, document, who, status):
    assert sign_in(getattr(cast, who)).get(address(document)).status_code == status


def test_a_file_under_another_review_s_address_is_not_there(cast, sign_in, document):
    wrong = address(document).replace(cast.review.reference, cast.second_review.reference)
    assert sign_in(cast.asha).get(wrong).status_code == 404


def test_a_damaged_file_is_said_to_be_damaged_and_recorded_as_failed(cast, sign_in, document):
    storage.path_of(document.pk).unlink()
    response = sign_in(cast.lead).get(address(document))
    assert response.status_code == 410
    page = read(response)
    assert "timeline.docx is missing or damaged" in words(page.main)
    assert Event.objects.get(kind="documents.downloaded").outcome == "failed"


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("plain.csv", 'attachment; filename="plain.csv"'),
        ("élan d’enfant.docx", "attachment; filename*=utf-8''%C3%A9lan%20d%E2%80%99enfant.docx"),
        ('a "quoted" one.csv', 'attachment; filename="a \\"quoted\\" one.csv"'),
        ("two\r\nSet-Cookie: x=1.csv", 'attachment; filename="two Set-Cookie: x=1.csv"'),
        ("../../etc/passwd", 'attachment; filename=".. .. etc passwd"'),
        ("gpj\u202exslx.exe", 'attachment; filename="gpj xslx.exe"'),
        ("\x00", 'attachment; filename="file"'),
    ],
)
def test_a_file_s_name_cannot_end_the_line_or_mislead(name, header):
    assert attached_as(name) == header


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_name_makes_one_line_of_header(name):
    header = attached_as(name)
    assert header.startswith("attachment")
    assert header.isprintable()
    assert header.isascii()
