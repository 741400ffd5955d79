"""Files lie encrypted under a key of their review; what is altered, gone or another's is not given out (TRUST 43)."""

import hashlib
import os
import uuid

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from threadline.access.gate import open_gate
from threadline.documents import storage
from threadline.documents.models import Document, ReviewKey

pytestmark = pytest.mark.django_db
WORDS = b"The health visitor saw Kayleigh on 3 February."


def kept(review, by, data=WORDS, name="timeline.docx"):
    """A document of `data`, in store."""
    digest = hashlib.sha256(data).hexdigest()
    made = Document(review=review, name=name, size=len(data) or 1, digest=digest, received_from=by)
    with open_gate():
        storage.keep(made, data)
        made.save()
    return made


@pytest.fixture
def document(cast):
    return kept(cast.review, cast.asha)


def test_a_file_is_given_back_as_it_was_received(document):
    assert storage.read(document) == WORDS


@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=4000))
def test_any_bytes_are_given_back_as_they_were_received(cast, data):
    assert storage.read(kept(cast.review, cast.asha, data)) == data


def test_nothing_of_it_can_be_read_in_the_store(document):
    lying = storage.path_of(document.pk).read_bytes()
    assert b"Kayleigh" not in lying
    assert b"timeline" not in bytes(str(storage.path_of(document.pk)), "utf-8")


def test_the_same_file_twice_lies_there_differently(cast, document):
    again = kept(cast.review, cast.asha)
    assert storage.path_of(again.pk).read_bytes() != storage.path_of(document.pk).read_bytes()


def test_only_the_service_s_own_user_can_open_what_lies_there(document):
    path = storage.path_of(document.pk)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_any_byte_that_was_altered_is_noticed(document):
    path = storage.path_of(document.pk)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(storage.Damaged, match=r"timeline\.docx is missing or damaged\. Ask for the file again"):
            storage.read(document)


@pytest.mark.parametrize("length", [0, 5, 12, 20])
def test_a_file_cut_short_is_noticed(document, length):
    path = storage.path_of(document.pk)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(storage.Damaged):
        storage.read(document)


def test_a_file_that_is_gone_is_noticed(document):
    storage.path_of(document.pk).unlink()
    with pytest.raises(storage.Damaged):
        storage.read(document)


def test_a_file_put_in_another_s_place_is_noticed(cast, document):
    other = kept(cast.review, cast.asha, b"something else")
    storage.path_of(document.pk).write_bytes(storage.path_of(other.pk).read_bytes())
    with pytest.raises(storage.Damaged):
        storage.read(document)


def test_a_digest_that_was_altered_is_noticed(document):
    document.digest = "0" * 64
    with pytest.raises(storage.Damaged, match="not what was received"):
        storage.read(document)


def test_another_review_s_key_does_not_open_it(cast, document):
    kept(cast.second_review, cast.asha)
    own, other = ReviewKey.objects.order_by("review__reference")
    assert bytes(own.wrapped) != bytes(other.wrapped)
    ReviewKey.objects.filter(pk=own.pk).update(wrapped=other.wrapped)
    with pytest.raises(storage.Damaged):
        storage.read(document)


def test_the_key_lies_wrapped_by_a_key_that_is_not_in_the_database(document, settings):
    settings.DOCUMENT_KEY = "another installation's"
    with pytest.raises(storage.Damaged):
        storage.read(document)


def test_a_review_whose_key_was_destroyed_has_no_readable_file_and_gets_no_new_key(document):
    ReviewKey.objects.all().delete()
    with pytest.raises(storage.Damaged, match="disposed of with its review"):
        storage.read(document)
    assert not ReviewKey.objects.exists()


def test_what_no_record_names_is_swept_away_and_the_rest_stays(document):
    folder = storage.path_of(document.pk).parent
    (folder / str(uuid.uuid4())).write_bytes(b"cut off")
    (folder / f"{document.pk}.part").write_bytes(b"cut off")
    assert storage.sweep() == 2
    assert os.listdir(folder) == [str(document.pk)]
    assert storage.read(document) == WORDS


def test_a_store_that_is_not_there_yet_is_clean(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "nothing"
    assert storage.sweep() == 0


def test_a_write_that_is_cut_off_leaves_no_file_under_the_document_s_name(cast, monkeypatch):
    def full(*args):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        kept(cast.review, cast.asha)
    assert not [path for path in settings.MEDIA_ROOT.glob("*/*") if path.suffix != ".part"]
    monkeypatch.undo()
    assert storage.sweep() == 1
