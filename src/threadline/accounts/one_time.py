"""A way in for a reader without a password: a link that works once, and a code that comes by another route (TRUST 10).

The link holds 256 random bits and is bound to one person and one review; of it and of the code only digests are kept.
Who sends which by what route is the caller's to choose. What such a reader may see, and that no second factor is asked
of them, is said by the area that invites them (`second_factor.exempt`, `limits.shorter`).
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

from threadline.accounts.models import OneTimeLink, User
from threadline.accounts.trail import name_of
from threadline.audit.trail import Outcome, record

LASTS = timedelta(days=14)
MOST_TRIES = 5
CODE_FIGURES = 8
SALT = "threadline.accounts.one_time"
REVIEW = "threadline-one-time-review"


@dataclass(frozen=True, slots=True)
class Made:
    """What is sent, each by a route of its own, and cannot be read again: the link's token and the code."""

    token: str
    code: str


class WrongCode(ValueError):
    """The code is not the one. `left` says how many tries there are still."""

    def __init__(self, left: int) -> None:
        super().__init__("That is not the code.")
        self.left = left


def make(user: User, *, review: str, by: User, lasts: timedelta = LASTS) -> Made:
    """A link for `user` to the review of that id; one made earlier for the same ends.

    Raises ValueError for somebody who has a password: they sign in with it, and with their second factor.
    """
    if user.has_usable_password():
        raise ValueError("This person signs in with a password.")
    made = Made(secrets.token_urlsafe(32), get_random_string(CODE_FIGURES, "0123456789"))
    with transaction.atomic():
        OneTimeLink.objects.filter(user=user, review=review, used_at__isnull=True).delete()
        link = OneTimeLink(user=user, review=review, digest=_digest(made.token), expires_at=timezone.now() + lasts)
        link.code_digest = _code_digest(link, made.code)
        link.save()
        record("accounts.one_time_link_made", actor=str(by.pk), review=review, objects=[name_of(user)])
    return made


def open_by(token: str) -> OneTimeLink | None:
    """The link with that token, if it still works: not used, not too old, not tried too often, its account open."""
    found = (
        OneTimeLink.objects.select_related("user")
        .filter(digest=_digest(token), used_at__isnull=True, expires_at__gt=timezone.now())
        .filter(tries__lt=MOST_TRIES, user__is_active=True)
        .first()
    )
    return found if found and not found.user.has_usable_password() else None


def use(link: OneTimeLink, code: str) -> None:
    """Use the link up with its code.

    Raises WrongCode, which counts as a try, and LookupError where it was used or tried too often in the meantime.
    """
    with transaction.atomic():
        kept = OneTimeLink.objects.select_for_update().get(pk=link.pk)
        if kept.used_at is not None or kept.tries >= MOST_TRIES:
            raise LookupError("This link no longer works.")
        right = constant_time_compare(_code_digest(kept, _figures(code)), kept.code_digest)
        kept.tries += 1
        kept.used_at = timezone.now() if right else None
        kept.save()
        if not right:
            who, how = [name_of(link.user)], {"by": "a one-time link and code"}
            record("accounts.sign_in_failed", review=kept.review, outcome=Outcome.FAILED, objects=who, detail=how)
    if not right:
        raise WrongCode(MOST_TRIES - kept.tries)


def only_review(request: HttpRequest) -> str:
    """The id of the one review that this session may open; empty for a session that began with a password."""
    return str(request.session.get(REVIEW, ""))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _code_digest(link: OneTimeLink, code: str) -> str:
    return salted_hmac(SALT, f"{link.pk} {code}", algorithm="sha256").hexdigest()


def _figures(code: str) -> str:
    return "".join(figure for figure in code if figure.isascii() and figure.isdigit())
