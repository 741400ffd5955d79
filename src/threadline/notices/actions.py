"""Telling people, and what a person does with what they were told."""

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.roles import FAMILY_MEMBER, SUPPORTER
from threadline.accounts.models import User
from threadline.audit.trail import record
from threadline.jobs.queue import enqueue
from threadline.notices import kinds, wording
from threadline.notices.calendar import Meeting, file_for
from threadline.notices.letters import letter_of
from threadline.notices.models import Letter, Notice, Wish
from threadline.reviews.models import Review

UNDELIVERED = (Letter.State.GIVEN_UP, Letter.State.UNSURE)
BY_ANOTHER_ROUTE = {FAMILY_MEMBER.key, SUPPORTER.key}


def tell(
    people: Iterable[User], kind: str, *, review: Review | None = None, link: str = "", once: str = "",
    calendar: Meeting | None = None, **values: wording.Value,
) -> int:  # fmt: skip
    """Tell people something, on their page and by e-mail; how many were told.

    Call it inside an act: notices and letters are rows of the act's own transaction and go out once it is committed,
    so what did not happen is never told and what happened always is.

    `kind` is the id of a notice of the framework pack ("timeline-overdue") or one that an area registered with
    `kinds.register`. `review` gives the words their reference. `link` is the path of the page that shows more: ids
    only, no query. `values` fill the wording's placeholders: days as dates, numbers, or a few words of the pack (a
    meeting's kind, a milestone); never a name, and never what somebody typed. `once`: the same (kind, once) is told to
    a person once, however often this is called; reminders need it. `calendar` sends a calendar file along.

    Who is told must be somebody who may see what `link` shows: that is the caller's to know. Closed accounts are passed
    over. Family members and their supporters are told on their page only: e-mail may be read by others at home, so
    whoever looks after them chooses the route (TRUST T8). Raises UnknownKind; ValueError for a missing or long value.
    """
    if link and (not link.startswith("/") or "?" in link):
        raise ValueError("The link of a notice is a path of ours with ids only.")
    what = kinds.kind(kind, review)
    words = wording.put(what, review=review, link=link, values=values)
    file = file_for(calendar, reference=review.reference if review else "", link=link) if calendar else ""
    with transaction.atomic():
        told = _new(_wanted(people), kind, once)
        at_home, daily = _at_home(told), _daily(told)
        made = [
            Notice(
                user=user, kind=kind, once=once or uuid.uuid4().hex, subject=words.subject, body=words.page, link=link,
                calendar=file, by_letter=user.pk not in at_home,
            )
            for user in told
        ]  # fmt: skip
        now = [each for each in made if each.by_letter and (what.urgent or file or each.user_id not in daily)]
        _keep(made, now, words.letter)
    return len(made)


def _keep(made: list[Notice], at_once: list[Notice], body: str) -> None:
    for notice in at_once:
        notice.letter = letter_of(notice, body)
    Letter.objects.bulk_create([notice.letter for notice in at_once if notice.letter])
    Notice.objects.bulk_create(made)
    if at_once:
        send_soon()


def send_soon() -> None:
    """Have what waits sent once the present transaction is committed."""
    from threadline.notices.jobs import send_letters

    enqueue(send_letters)


def write_to(address: str, *, subject: str, body: str) -> Letter:
    """A letter to somebody who has no account, such as a witness of the audit trail; it goes once committed."""
    letter = Letter.objects.create(address=address, subject=subject, body=body)
    send_soon()
    return letter


def send_again(letter: Letter) -> bool:
    """Let a letter wait to be sent once more that was given up or may not have arrived; whether it was there to be.

    Inside an act of whoever looks after accounts, who sees nothing of what it says.
    """
    there = Letter.objects.filter(pk=letter.pk, state__in=UNDELIVERED)
    waits = there.update(state=Letter.State.WAITING, due_at=timezone.now(), made_at=timezone.now(), fault="")
    if waits:
        send_soon()
    return bool(waits)


def leave(letter: Letter) -> bool:
    """Leave such a letter unsent for good; whether it was there to be."""
    return bool(Letter.objects.filter(pk=letter.pk, state__in=UNDELIVERED).update(state=Letter.State.LEFT))


def _wanted(people: Iterable[User]) -> dict[uuid.UUID, User]:
    return {user.pk: user for user in people if user.is_active}


def _new(people: dict[uuid.UUID, User], kind: str, once: str) -> list[User]:
    """Those who were not told this yet."""
    if not once:
        return list(people.values())
    told = set(Notice.objects.filter(user__in=people, kind=kind, once=once).values_list("user", flat=True))
    return [user for key, user in people.items() if key not in told]


def _at_home(people: list[User]) -> set[uuid.UUID]:
    """Those of them who take part as family, or as somebody's supporter, and in no other role."""
    roles: dict[uuid.UUID, set[str]] = {}
    held = RoleHolding.objects.active(at=timezone.now()).filter(user__in=people)
    for user, role in held.values_list("user", "role_key"):
        roles.setdefault(user, set()).add(role)
    return {user for user, keys in roles.items() if keys <= BY_ANOTHER_ROUTE}


def _daily(people: list[User]) -> set[uuid.UUID]:
    return set(Wish.objects.filter(user__in=people, daily=True).values_list("user", flat=True))


def mark_read(*, by: User, notice: Notice) -> None:
    """Note that a person has seen what they were told. Their own only: raises LookupError for another's."""
    if notice.user_id != by.pk:
        raise LookupError("That notice was for somebody else.")
    _mark(by, [notice.pk])


def mark_all_read(*, by: User, seen: Iterable[uuid.UUID]) -> int:
    """Note that a person has seen those of their own that stood on the page; how many were new."""
    return _mark(by, list(seen))


def _mark(by: User, keys: list[uuid.UUID]) -> int:
    with transaction.atomic():
        unread = Notice.objects.filter(user=by, pk__in=keys, read_at__isnull=True)
        count = unread.update(read_at=timezone.now())
        if count:
            record("notices.marked_read", actor=str(by.pk), detail={"count": count})
    return count


def choose(*, by: User, daily: bool) -> None:
    """How a person wishes to be written to from now on."""
    with transaction.atomic():
        Wish.objects.update_or_create(user=by, defaults={"daily": daily})
        record("notices.wish_changed", actor=str(by.pk), detail={"how": "once a day" if daily else "as it comes"})
