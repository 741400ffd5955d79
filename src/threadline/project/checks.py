"""Start-up refusals: combinations that must never serve case data."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from threadline.access.rows import goes_round
from threadline.project.sqlite import has_wal_race


@register(Tags.database)
def sqlite_is_sound(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a SQLite whose write-ahead log can be corrupted by several workers, unless told otherwise."""
    on_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not on_sqlite or settings.ALLOW_UNSOUND_SQLITE or not has_wal_race(tuple(settings.SQLITE_VERSION)):
        return []
    version = ".".join(map(str, settings.SQLITE_VERSION))
    return [
        Error(
            f"SQLite {version} can corrupt its log when several workers write.",
            hint="Install pysqlite3, use PostgreSQL, or set THREADLINE_ALLOW_UNSOUND_SQLITE=1 to run all the same.",
            id="threadline.E001",
        )
    ]


@register(Tags.security)
def plain_http_stays_on_this_machine(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse plain http beyond this machine: only loopback names may be served without TLS."""
    loopback = {"localhost", "127.0.0.1", "[::1]", "testserver"}
    if settings.HTTPS or set(settings.ALLOWED_HOSTS) <= loopback:
        return []
    return [
        Error(
            "Plain http is for this machine only.",
            hint="Set THREADLINE_HTTPS=1 and serve through TLS, or take the other names out of THREADLINE_HOSTS.",
            id="threadline.E002",
        )
    ]


@register(Tags.database)
def rows_deny_themselves(app_configs: Any = None, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Warn of a PostgreSQL user that goes round the row-level policies (TRUST 29)."""
    asked = [connections[each] for each in databases or () if connections[each].vendor == "postgresql"]
    if not any(map(goes_round, asked)):
        return []
    return [
        Warning(
            "The database's user is a superuser, or goes round row-level policies.",
            hint="Give Threadline a user of its own: CREATE ROLE threadline LOGIN NOSUPERUSER NOBYPASSRLS.",
            id="threadline.W003",
        )
    ]
