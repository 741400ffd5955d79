"""Files received and read, as every test of the chronology starts from."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.visit import read
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.chronology import actions, interpreting
from threadline.chronology.models import AgencyFile, Row
from threadline.domain.chronology.readers import read_document

POLICE_CSV = """Date,Time,Source of Information,Significant Event
03/02/2015,14:15,STORM log 12,Officers attended the address. Child asleep upstairs.
31/06/2015,,Crime report,Report of criminal damage at the address.
04/02/2015,,PPN,Notification sent to social care about Mum.
"""
HEALTH_CSV = """Date of contact,Detail of contact,Professional
03/02/2015,Home visit with police. Child not seen.,Nia Bracken
early March 2015,Telephone call to Robin's nursery.,Nia Bracken
12/03/2012,Antenatal booking.,A Midwife
"""


@pytest.fixture(autouse=True)
def _read_here(request, monkeypatch):
    """Files are read in this process: a child for each costs a fifth of a second. One test keeps the child."""
    if "in_child" not in request.fixturenames:
        monkeypatch.setattr(interpreting, "read_in_child", read_document)


@pytest.fixture
def in_child():
    """Ask for this to have files read in a process of their own, as the service does."""


def upload(name: str, text: str | bytes) -> SimpleUploadedFile:
    """A file as a form brings it."""
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def address(name: str, *arguments: object, review: str = "R-2015-01") -> str:
    """The address of a page of the chronology."""
    return reverse(f"chronology:{name}", args=[review, *arguments])


def fresh(file: AgencyFile) -> AgencyFile:
    """The file as it stands now."""
    related = ("review__board", "document", "agency", "proposed", "progress", "replaces__document")
    return AgencyFile._base_manager.select_related(*related).get(pk=file.pk)


def row_of(file: AgencyFile, number: int) -> Row:
    """The row of that number of a file of one table."""
    return Row._base_manager.select_related("review__board", "agency").get(file=file, number=number)


def rows_of(file: AgencyFile) -> list[Row]:
    """The file's rows, in order."""
    return list(Row._base_manager.filter(file=file).order_by("ordinal"))


def sample(folder: Path, name: str) -> tuple[str, bytes]:
    """A file of the worked example."""
    return name, (folder / name).read_bytes()


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


@pytest.fixture
def health_file(cast, receive):
    """A small file of the health trust, read and waiting to be checked."""
    (received,) = receive(("Northfield Trust.csv", HEALTH_CSV), agency=cast.health)
    return fresh(received.file)


@pytest.fixture
def act(django_capture_on_commit_callbacks):
    """Do an act and what it leaves to be done after it: `act(actions.accept, by=…, file=…)`."""

    def done(what, **arguments):
        with django_capture_on_commit_callbacks(execute=True):
            return what(**arguments)

    return done


@pytest.fixture
def accept(cast, act):
    """Accept a file as it is."""

    def accepted(file, by=None):
        file = fresh(file)
        act(actions.accept, by=by or cast.asha, file=file, version=file.version, unsettled=True)
        return fresh(file)

    return accepted


@pytest.fixture
def chronology(police_file, health_file, accept):
    """Both files accepted."""
    return accept(police_file), accept(health_file)


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    """Post a form and follow to the page at the end, audited; what is left for after the act is done."""

    def sent(client, url, expect=200, **data):
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(url, data)
        chain = []
        while response.status_code == 302:
            chain.append(response["Location"])
            response = client.get(response["Location"])
        response.redirect_chain = chain
        assert response.status_code == expect, response.content.decode()[:500]
        page = read(response)
        page.response = response
        return page

    return sent


@pytest.fixture
def events(db):
    """The kinds of event recorded since the last time of asking, oldest first."""
    asked = [Event.objects.count()]

    def since():
        kinds = list(Event.objects.order_by("id").values_list("kind", flat=True)[asked[0] :])
        asked[0] += len(kinds)
        return kinds

    return since
