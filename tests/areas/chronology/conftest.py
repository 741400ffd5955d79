"""Files received and read, as every test of the chronology starts from."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.models import AgencyFile

POLICE_CSV = """Date,Time,Source of Information,Significant Event
03/02/2015,14:15,STORM log 12,Officers attended the address. Child asleep upstairs.
31/06/2015,,Crime report,Report of criminal damage at the address.
04/02/2015,,PPN,Notification sent to social care about Mum.
"""


def upload(name: str, text: str | bytes) -> SimpleUploadedFile:
    """A file as a form brings it."""
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


@pytest.fixture
def receive(cast, django_capture_on_commit_callbacks):
    """Receive files for the cast's review, and have them read: `receive(("police.csv", text), agency=cast.police)`."""

    def received(*files, by=None, review=None, agency=None, token="form-1", read=True):
        review = review or cast.review
        with review_scope(review):
            contributor = review.contributors.get(agency=agency) if agency else None
            with django_capture_on_commit_callbacks(execute=read):
                return actions.receive_all(
                    by=by or cast.asha, review=review, uploads=[upload(*file) for file in files], token=token,
                    contributor=contributor,
                )  # fmt: skip

    return received


@pytest.fixture
def police_file(cast, receive):
    """A small file of the police, read and waiting to be checked."""
    (received,) = receive(("Westmarch Police.csv", POLICE_CSV), agency=cast.police)
    return fresh(received.file)


def fresh(file: AgencyFile) -> AgencyFile:
    """The file as it stands now."""
    return AgencyFile._base_manager.select_related("review__board", "document", "agency", "proposed").get(pk=file.pk)


@pytest.fixture
def accept(cast, django_capture_on_commit_callbacks):
    """Accept a file as it is."""

    def accepted(file, by=None):
        file = fresh(file)
        with django_capture_on_commit_callbacks(execute=True):
            return actions.accept(by=by or cast.asha, file=file, version=file.version, unsettled=True)

    return accepted


@pytest.fixture
def events(db):
    """The kinds of event recorded since the fixture was asked for, oldest first."""
    from threadline.audit.models import Event

    start = Event.objects.count()
    return lambda: list(Event.objects.order_by("id").values_list("kind", flat=True)[start:])


def sample(folder: Path, name: str) -> tuple[str, bytes]:
    """A file of the worked example."""
    return name, (folder / name).read_bytes()
