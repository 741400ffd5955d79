"""Receiving timelines: each file is checked, kept as evidence and put in line to be read; a bad one stops no other."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.conf import settings
from django.db import IntegrityError

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.chronology.actions.reading import put_in_line
from threadline.chronology.models import AgencyFile
from threadline.documents import storage
from threadline.documents.models import Document
from threadline.documents.quota import OverQuota
from threadline.domain.chronology.readers import Refused as Unreadable
from threadline.domain.chronology.readers.guard import check
from threadline.reviews.models import ContributingAgency, Review

MEGABYTE = 1024 * 1024


class Upload(Protocol):
    """A file as a form brings it."""

    name: str | None
    size: int | None

    def read(self) -> bytes:
        """Its bytes."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one file of an upload: `file` when it is here, else `problem` and `remedy` in sentences."""

    name: str
    file: AgencyFile | None = None
    problem: str = ""
    remedy: str = ""

    @property
    def taken(self) -> bool:
        """Whether it was received."""
        return self.file is not None and not self.problem


class AlreadyHere(Refused):
    """The same bytes were received for this review before."""

    def __init__(self, file: AgencyFile) -> None:
        super().__init__("This file has been received for this review already, so it was not added again.")
        self.file = file


def receive_all(
    *, by: User, review: Review, uploads: Iterable[Upload], token: str, contributor: ContributingAgency | None = None
) -> list[Received]:
    """Receive each of `uploads`; what became of each, in order.

    `token` is the form's: the same form sent twice gives the same files, not two. With `contributor` the files are
    that agency's; without, each file's agency is found by reading it. Raises Denied.
    """
    return [_receive_one(by, review, upload, token, contributor) for upload in uploads]


def _mark(token: str) -> str:
    """A token as it is kept: of one length, whatever was sent."""
    return hashlib.sha256(token.encode()).hexdigest()[:40]


def _receive_one(
    by: User, review: Review, upload: Upload, token: str, contributor: ContributingAgency | None
) -> Received:
    name = (upload.name or "").strip()
    try:
        data = _checked(name, upload)
    except Unreadable as unreadable:
        return Received(unreadable.file, problem=f"{unreadable.reason}.", remedy=unreadable.remedy)
    arguments: dict[str, Any] = {"by": by, "name": name, "data": data, "token": token}
    try:
        if contributor is not None:
            return Received(name, receive_from(contributor=contributor, **arguments))
        return Received(name, receive(review=review, **arguments))
    except AlreadyHere as already:
        if already.file.token == _mark(token):
            return Received(name, already.file)
        return Received(name, already.file, problem=str(already), remedy=_about(already.file))
    except OverQuota as over:
        return Received(name, problem=str(over), remedy=over.remedy)
    except IntegrityError:
        file = AgencyFile.objects.get(review=review, digest=hashlib.sha256(data).hexdigest())
        return Received(name, file)


def _checked(name: str, upload: Upload) -> bytes:
    """The upload's bytes once its name, size and kind are fit to be read. Raises Unreadable."""
    size, most = upload.size or 0, settings.UPLOAD_LIMIT
    if size > most:
        said = f"The file is {size / MEGABYTE:,.0f} MB; the most that is taken is {most // MEGABYTE} MB"
        raise Unreadable(
            name, said, "Take out pictures and attachments, or send the timeline in several files.", "too-large"
        )
    if len(name) > Document._meta.get_field("name").max_length:  # type: ignore[operator]  # a CharField has one
        raise Unreadable(
            name[:60] + "…", "The file's name is too long", "Give it a shorter name and send it again.", "name"
        )
    data = upload.read()
    check(name, data)
    return data


def _known(review: Review, digest: str) -> AgencyFile | None:
    return AgencyFile.objects.select_related("document").filter(review=review, digest=digest).first()


def _about(file: AgencyFile) -> str:
    return {
        AgencyFile.State.WITHDRAWN: "It was withdrawn. To use it after all, put it back from the list of sources.",
        AgencyFile.State.SUPERSEDED: "A later version has taken its place.",
        AgencyFile.State.FAILED: "It could not be read. Ask the agency for another copy.",
    }.get(AgencyFile.State(file.state), "There is nothing to do.")


@action(Permission.TIMELINE_UPLOAD, records="chronology.file_received")
def receive(*, by: User, review: Review, name: str, data: bytes, token: str) -> AgencyFile:
    """Receive one timeline for a review; its agency is found by reading it. Raises AlreadyHere."""
    return keep_file(by, review, None, name, data, token)


@action(Permission.TIMELINE_UPLOAD, records="chronology.file_received", on="contributor")
def receive_from(*, by: User, contributor: ContributingAgency, name: str, data: bytes, token: str) -> AgencyFile:
    """Receive one timeline from an agency that was asked for it. Raises AlreadyHere."""
    return keep_file(by, contributor.review, contributor.agency, name, data, token)


def keep_file(by: User, review: Review, agency: Agency | None, name: str, data: bytes, token: str) -> AgencyFile:
    """Keep a timeline as evidence and put it in line to be read. Within an act only. Raises AlreadyHere."""
    digest = hashlib.sha256(data).hexdigest()
    known = _known(review, digest)
    if known is not None:
        raise AlreadyHere(known)
    document = Document(review=review, agency=agency, name=name, size=len(data), digest=digest, received_from=by)
    document.save()
    storage.keep(document, data)
    file = AgencyFile(review=review, agency=agency, document=document, digest=digest, token=_mark(token))
    if agency is not None:
        file.agency_why = "Sent for this agency."
    file.save()
    put_in_line(file)
    return file
