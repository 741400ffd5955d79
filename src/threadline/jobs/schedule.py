"""Work that comes round: sending letters, reminders, lateness, daily proofs.

An area registers in its `AppConfig.ready`:

    schedule.every("notices.send", send_waiting, minutes=2)
    schedule.daily("chronology.reminders", remind_agencies, at=time(6, 30))

The function takes nothing and is called by the background worker, outside any request, transaction and review: it
opens its own scope (`access.scope.across_reviews`, with its reason) and acts through `service_act`. It may be called
late, and after a crash twice, so it must be content to find its work done. `threadline serve` looks every few seconds
what is due; where the service is run otherwise, have `threadline tick` called every minute.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from threadline.jobs.models import Due
from threadline.jobs.queue import enqueue

log = logging.getLogger("threadline.jobs")


@dataclass(frozen=True, slots=True)
class Round:
    """Something that comes round: every so long, or each day at a time here."""

    name: str
    run: Callable[[], object]
    every: timedelta | None = None
    at: time = time(0)

    def after(self, now: datetime) -> datetime:
        """When it is next due, once it has begun at `now`."""
        if self.every is not None:
            return now + self.every
        here = timezone.localtime(now)
        today = timezone.make_aware(datetime.combine(here.date(), self.at))
        return today if today > now else timezone.make_aware(datetime.combine(here.date() + timedelta(days=1), self.at))


rounds: dict[str, Round] = {}


def every(name: str, run: Callable[[], object], *, minutes: int) -> None:
    """Have `run` called every so many minutes; the same name again replaces it. Raises ValueError below one minute."""
    if minutes < 1:
        raise ValueError("Once a minute is the soonest.")
    rounds[name] = Round(name, run, every=timedelta(minutes=minutes))


def daily(name: str, run: Callable[[], object], *, at: time) -> None:
    """Have `run` called once a day at a time here; the same name again replaces it."""
    rounds[name] = Round(name, run, at=at)


def tick(*, now: datetime | None = None) -> list[str]:
    """Have the worker begin what is due; the names of it. Of several who look at once, one begins each."""
    now = now or timezone.now()
    known = dict(Due.objects.values_list("name", "at"))
    begun = []
    for each in rounds.values():
        if each.name not in known:
            first = now if each.every is not None else each.after(now)
            Due.objects.get_or_create(name=each.name, defaults={"at": first})
            known[each.name] = first
        if known[each.name] <= now and _begin(each, known[each.name], now):
            begun.append(each.name)
    return begun


def _begin(what: Round, was_due: datetime, now: datetime) -> bool:
    from threadline.jobs.rounds import run_round

    with transaction.atomic():
        mine = Due.objects.filter(name=what.name, at=was_due).update(at=what.after(now), began_at=now)
        if mine:
            enqueue(run_round, name=what.name)
    return bool(mine)


def run(name: str) -> bool:
    """Call one now. A fault is logged by its kind, never by its words; whether all went well."""
    found = rounds.get(name)
    if found is None:
        return False
    try:
        found.run()
    except Exception:
        log.exception("Scheduled work failed: %s", name)
        return False
    return True
