"""Bytes at rest: AES-256-GCM under a key per review, which is itself wrapped by the installation's key (TRUST 43)."""

import hashlib
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from threadline.access.scope import across_reviews
from threadline.documents import quota
from threadline.documents.models import Document, ReviewKey, Scan
from threadline.reviews.models import Review

NONCE = 12


class Damaged(Exception):
    """The stored bytes are missing or are not what was received (TRUST F17). Its text says which document."""

    remedy = "Ask the agency for the file again."


class Withheld(Damaged):
    """The bytes are there and are given to nobody: the virus scanner has not passed them (TRUST 42)."""

    def __init__(self, document: Document) -> None:
        told, self.remedy = WITHHELD[Scan(document.scan)]
        super().__init__(f"{document.name} {told}.")


WITHHELD = {
    Scan.WAITING: ("has not been checked for viruses yet, so it cannot be opened", "Come back in a few minutes."),
    Scan.INFECTED: (
        "holds a virus. It is locked away and nobody can open it",
        "Tell the agency, and ask for a copy from a computer that has been checked.",
    ),
    Scan.FAILED: (
        "could not be checked by the virus scanner, so it cannot be opened",
        "Try again. If it happens again, tell whoever looks after this installation; the file is kept as it was sent.",
    ),
}


def _master() -> AESGCM:
    return AESGCM(hashlib.sha256(settings.DOCUMENT_KEY.encode()).digest())


def _seal(cipher: AESGCM, data: bytes, bound_to: str) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + cipher.encrypt(nonce, data, bound_to.encode())


def _unseal(cipher: AESGCM, sealed: bytes, bound_to: str) -> bytes:
    return cipher.decrypt(sealed[:NONCE], sealed[NONCE:], bound_to.encode())


def _key_made(review: Review) -> ReviewKey:
    """The review's key, made with its first file."""
    key, _ = ReviewKey.objects.get_or_create(
        review=review, defaults={"wrapped": _seal(_master(), AESGCM.generate_key(256), str(review.pk))}
    )
    return key


def _cipher(key: ReviewKey) -> AESGCM:
    return AESGCM(_unseal(_master(), bytes(key.wrapped), str(key.review_id)))


def path_of(document_id: object) -> Path:
    """Where a document's bytes lie."""
    name = str(document_id)
    return Path(settings.MEDIA_ROOT) / name[:2] / name


def keep(document: Document, data: bytes) -> None:
    """Write a document's bytes, whole or not at all, before the record that names them is committed.

    Raises OverQuota when its sender has sent as much as is taken in a day.
    """
    quota.take(document)
    sealed = _seal(_cipher(_key_made(document.review)), data, str(document.pk))
    path = path_of(document.pk)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_suffix(".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    _flush(path.parent)


def _flush(folder: Path) -> None:
    """Let the name of a new file outlive a power cut, as its bytes do."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(document: Document) -> bytes:
    """A document's bytes as they were received. Raises Damaged when they are missing or altered, or Withheld."""
    if document.scan not in Document.OPEN:
        raise Withheld(document)
    return read_for_scanner(document)


def read_for_scanner(document: Document) -> bytes:
    """The bytes whatever the scanner has said of them: for the scanner alone. Raises Damaged."""
    try:
        key = ReviewKey.objects.get(review_id=document.review_id)
        data = _unseal(_cipher(key), path_of(document.pk).read_bytes(), str(document.pk))
    except ReviewKey.DoesNotExist as fault:
        raise Damaged(f"{document.name} was disposed of with its review. Its contents no longer exist.") from fault
    except (OSError, ValueError, InvalidTag) as fault:
        raise Damaged(f"The stored copy of {document.name} is missing or damaged. Ask for the file again.") from fault
    if hashlib.sha256(data).hexdigest() != document.digest:
        raise Damaged(f"The stored copy of {document.name} is not what was received. Ask for the file again.")
    return data


def sweep() -> int:
    """Remove bytes that no record names (an upload cut off by a crash); how many files were removed.

    Run while nothing is being received: before the service starts.
    """
    root = Path(settings.MEDIA_ROOT)
    with across_reviews(reason="What no record of any review names is stray."):
        known = {str(pk) for pk in Document.objects.values_list("pk", flat=True)}
    stray = [path for path in root.glob("*/*") if path.is_file() and path.name not in known] if root.is_dir() else []
    for path in stray:
        path.unlink(missing_ok=True)
    return len(stray)
