"""What the service watches by itself: refusals that pile up, the trail proved each night, its head sent outside."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.reach import who_may
from threadline.accounts.models import User
from threadline.agencies.models import Board
from threadline.audit import chain, trail
from threadline.audit.models import Event
from threadline.notices import actions as notices
from threadline.notices import kinds

MOST = 20
HOUR = timedelta(hours=1)
REFUSALS, TRIES, BROKEN = "administration.many_refusals", "administration.many_tries", "administration.trail_broken"

kinds.register(
    kinds.Kind(
        REFUSALS,
        "One person was refused many times in an hour",
        "One person has been refused more often within an hour than happens by mistake. Who it is, and what was tried: "
        "{{ link }}",
        urgent=True,
    ),
    kinds.Kind(
        TRIES,
        "Somebody tried many times to sign in as one of your people",
        "Within an hour there were more failed tries to sign in to one account than happen by mistake. Which it is: "
        "{{ link }}",
        urgent=True,
    ),
    kinds.Kind(
        BROKEN,
        "The record of who has looked does not add up",
        "The nightly proof of the record of who has looked has failed: something in it was altered or is missing. Tell "
        "whoever looks after this installation today, and your data protection officer. Where it fails: {{ link }}",
        urgent=True,
    ),
)


def watch_refusals(*, now: datetime | None = None) -> int:
    """Tell those who may see the trail of a Board when somebody is refused more than 20 times in an hour (TRUST 35).

    Once for each person and hour. How many alerts were raised.
    """
    now = now or timezone.now()
    recent = Event.objects.filter(moment__gte=_micro(now - HOUR), moment__lte=_micro(now))
    refused = recent.filter(outcome=trail.Outcome.REFUSED).exclude(board="").exclude(actor="")
    piled = refused.values_list("board", "actor").annotate(count=Count("id"))
    told = 0
    for board, actor, _ in piled.filter(count__gt=MOST).order_by("board", "actor"):
        told += _alert(REFUSALS, [board], f"{actor} {now:%Y%m%d%H}")
    tries = recent.filter(kind="accounts.sign_in_failed").exclude(objects_json="[]")
    for objects, _ in tries.values_list("objects_json").annotate(count=Count("id")).filter(count__gt=MOST).order_by():
        user = json.loads(objects)[0].partition(":")[2]
        boards = RoleHolding.objects.active(at=now).filter(user=user).values_list("board", flat=True).distinct()
        told += _alert(TRIES, list(boards), f"{user} {now:%Y%m%d%H}")
    return told


def _alert(kind: str, boards: Iterable[object], once: str) -> int:
    told = 0
    for board in Board.objects.filter(pk__in=boards):
        link = reverse("administration:trail", args=[board.pk])
        told += bool(notices.tell(_those_who_may_look(board), kind, link=link, once=once))
    return told


def _those_who_may_look(board: Board) -> list[User]:
    return [holding.user for holding in who_may(Permission.AUDIT_READ, board)]


def _micro(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)


def prove_trail() -> chain.Verdict:
    """Recompute the whole chain; what was found is on the trail, and a fault is told to every Board (TRUST 34)."""
    verdict = trail.verify()
    if verdict.fault is None:
        trail.record("administration.trail_proved", acting_as=["service"], detail={"events": verdict.events})
        return verdict
    day = timezone.localdate().isoformat()
    with transaction.atomic():
        for board in Board.objects.all():
            link = reverse("administration:trail", args=[board.pk])
            notices.tell(_those_who_may_look(board), BROKEN, link=link, once=f"{board.pk} {day}")
        for address in settings.WITNESSES:
            notices.write_to(address, subject="The audit trail does not add up", body=verdict.fault)
    return verdict


def send_head() -> chain.Head:
    """Send the head of the chain to the witnesses outside, so that a rollback of everything shows (TRUST 34, T7)."""
    head = trail.head()
    words = {"head": head, "at": timezone.now(), "origin": settings.ORIGIN}
    with transaction.atomic():
        for address in settings.WITNESSES:
            body = render_to_string("administration/head.txt", words)
            notices.write_to(address, subject=f"Head of the audit trail, event {head.sequence}", body=body)
        trail.record(
            "administration.head_sent", acting_as=["service"],
            detail={"number": head.sequence, "witnesses": len(settings.WITNESSES)},
        )  # fmt: skip
    return head
