"""Every file is looked at by the virus scanner before anybody, or any reader of ours, can open it (TRUST 42).

A scanner that is away leaves the file locked away, and it is asked again, after a minute at first and then ever more
seldom, until it answers (TRUST F14). Nothing here is done while somebody waits for a page.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

from clamav_client.clamd import (
    BufferTooLongError,
    ClamdError,
    ClamdNetworkSocket,
    ClamdUnixSocket,
    CommunicationError,
)
from clamav_client.scanner import ClamdScanner
from django.conf import settings
from django.utils import timezone

from threadline.access.acting import service_act
from threadline.access.scope import across_reviews
from threadline.documents import storage
from threadline.documents.models import Document, Scan
from threadline.jobs.queue import enqueue, enqueue_at

log = logging.getLogger("threadline.documents")
ANSWERS_WITHIN = 60.0
SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=1)
TO_SCAN = (Scan.WAITING, Scan.FAILED)

settled: list[Callable[[Document], None]] = []
"""What later areas do, within the same act, once the scanner has said of a file what it is."""


class Away(Exception):
    """The scanner cannot be reached, or does not answer."""


def begin(document: Document) -> bool:
    """Have the file looked at, after the present act, where that is still to be done; whether it is."""
    from threadline.documents.jobs import scan_document

    if document.scan not in TO_SCAN:
        return False
    enqueue(scan_document, document_id=str(document.pk))
    return True


def scan_now(document_id: str, *, tries: int = 0) -> Scan | None:
    """Have the scanner look at a file that waits for it; what it said, None where there was nothing to ask.

    `tries` counts how often it was away already.
    """
    with across_reviews(reason="A job knows a file by its id alone; the act that follows is in its review's scope."):
        document = Document.objects.select_related("review__board").filter(pk=document_id).first()
    if document is None or document.scan not in TO_SCAN:
        return None
    try:
        found = _asked(document)
    except Away:
        _ask_again(document, tries)
        return Scan(document.scan)
    with service_act("documents.scanned", document) as gathered:
        document.scan = found
        document.save()
        gathered.detail["result"] = str(found.value)
        for then in settled:
            then(document)
    return found


def _asked(document: Document) -> Scan:
    """What the scanner says; that it could not look, where the bytes are gone or damaged. Raises Away."""
    if not settings.CLAMD:
        return Scan.NOT_SCANNED
    try:
        return verdict(storage.read_for_scanner(document))
    except storage.Damaged:
        return Scan.FAILED


def verdict(data: bytes) -> Scan:
    """What the scanner says of these bytes: clean, infected, or failed where it will not look at them. Raises Away."""
    try:
        found = _client().instream(BytesIO(data))
    except BufferTooLongError:
        log.warning("The virus scanner takes no file of %s bytes: raise its StreamMaxLength", len(data))
        return Scan.FAILED
    except (CommunicationError, TimeoutError) as away:
        raise Away from away
    except (ClamdError, OSError, ValueError):
        log.warning("The virus scanner could not check a file of %s bytes", len(data))
        return Scan.FAILED
    if not found:
        raise Away
    return {"OK": Scan.CLEAN, "FOUND": Scan.INFECTED}.get(found["stream"][0], Scan.FAILED)


def _client() -> ClamdNetworkSocket | ClamdUnixSocket:
    """The scanner's end. Raises Away for an address that is none: no file is passed because of a slip in a setting."""
    try:
        return ClamdScanner({"backend": "clamd", "address": settings.CLAMD, "timeout": ANSWERS_WITHIN}).client
    except ValueError as wrong:
        log.error("THREADLINE_CLAMD must be host:port or the path of a socket")
        raise Away from wrong


def _ask_again(document: Document, tries: int) -> None:
    from threadline.documents.jobs import scan_document

    log.warning("The virus scanner is away; asked again later")
    wait = min(SOONEST * 2 ** min(tries, 10), LATEST)
    enqueue_at(scan_document, timezone.now() + wait, document_id=str(document.pk), tries=tries + 1)
