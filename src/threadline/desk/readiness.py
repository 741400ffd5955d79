"""Whether people can work: what is looked at before requests are sent here (TRUST 63)."""

import shutil
from datetime import timedelta

from django.conf import settings
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from threadline.audit import trail
from threadline.jobs.queue import has_waited

LEAST_FREE = 0.10
LONGEST_WAIT = timedelta(minutes=15)


def now() -> dict[str, bool]:
    """What is well, by name. What cannot be asked because the database is away is not well."""
    found = dict.fromkeys(("database", "disk", "migrations", "audit", "jobs"), False)
    found["disk"] = _room()
    try:
        found["migrations"] = _up_to_date()
        found["database"] = True
        found["jobs"] = not has_waited(LONGEST_WAIT)
        found["audit"] = _trail_can_be_written()
    except Error:
        return found
    return found


def _room() -> bool:
    place = settings.DATA if settings.DATA.exists() else settings.DATA.parent
    disk = shutil.disk_usage(place)
    return disk.free / disk.total >= LEAST_FREE


def _up_to_date() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _trail_can_be_written() -> bool:
    """Write an event and undo it."""
    with transaction.atomic():
        trail.record("desk.readiness_asked")
        transaction.set_rollback(True)
    return True
