"""A database after every migration, made once and copied for every worker and run: migrating takes many seconds.

It is kept in `build/` (SQLite) or beside the test's own (PostgreSQL) under a digest of everything it is made from, so
that a changed migration, model or package makes another.
"""

import fcntl
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection

from threadline.access import rows
from threadline.audit import chain
from threadline.audit.models import ChainHead

FOLDER = Path(__file__).resolve().parent.parent / "build" / "migrated"
PREFIX = "threadline_migrated_"


def digest() -> str:
    """What the migrated database depends on: migrations, models, the rows' policies, the seal, the versions beneath."""
    folders = sorted({Path(each.path) for each in apps.get_app_configs()})
    files = [file for folder in folders for file in sorted(folder.glob("migrations/*.py")) + _models(folder)]
    told = hashlib.sha256(f"{sys.version} {connection.vendor} {settings.LANGUAGE_CODE}".encode())
    for file in (*files, Path(chain.__file__), Path(rows.__file__), Path(__file__)):
        told.update(f"{file.name}\n".encode() + file.read_bytes())
    for model in apps.get_models(include_auto_created=True):
        told.update(f"{model._meta.label} {model._meta.permissions} {model._meta.default_permissions}".encode())
    return told.hexdigest()[:20]


def _models(folder: Path) -> list[Path]:
    return sorted(folder.glob("models*.py")) + sorted(folder.glob("models/*.py"))


@contextmanager
def alone(name: str) -> Iterator[None]:
    """One process at a time, of all workers and runs in this folder."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{name}.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def instead_of_migrating(call: Callable[..., Any]) -> Callable[..., Any]:
    """Django's `call_command`, where "migrate" copies what an earlier run or worker migrated, if there is one."""

    def called(name: str, *arguments: Any, **options: Any) -> Any:
        if name != "migrate" or connection.vendor not in WAYS:
            return call(name, *arguments, **options)
        copy, keep = WAYS[connection.vendor]
        with alone(connection.vendor):
            key = digest()
            if not copy(key):
                call(name, *arguments, **options)
                keep(key)
        head = ChainHead.objects.get()
        sealed = chain.seal(chain.Head(head.sequence, head.digest), key=settings.AUDIT_KEY.encode())
        return ChainHead.objects.update(seal=sealed)

    return called


def _copy_file(key: str) -> bool:
    import sqlite3

    kept = FOLDER / f"{key}.sqlite3"
    if not kept.exists():
        return False
    connection.ensure_connection()
    source = sqlite3.connect(f"file:{kept}?mode=ro", uri=True)
    source.backup(connection.connection)
    source.close()
    return True


def _keep_file(key: str) -> None:
    import sqlite3

    for old in FOLDER.glob("*.sqlite3*"):
        old.unlink()
    fresh = FOLDER / f"{key}.sqlite3.{os.getpid()}"
    target = sqlite3.connect(fresh)
    connection.connection.backup(target)
    target.close()
    fresh.rename(FOLDER / f"{key}.sqlite3")


def _copy_database(key: str) -> bool:
    name, own = connection.ops.quote_name(PREFIX + key), connection.ops.quote_name(connection.settings_dict["NAME"])
    connection.close()
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [PREFIX + key])
        if cursor.fetchone() is None:
            return False
        cursor.execute(f"DROP DATABASE {own}")
        cursor.execute(f"CREATE DATABASE {own} TEMPLATE {name}")
    return True


def _keep_database(key: str) -> None:
    name, own = connection.ops.quote_name(PREFIX + key), connection.ops.quote_name(connection.settings_dict["NAME"])
    connection.close()
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
        for (old,) in cursor.fetchall():
            cursor.execute(f"DROP DATABASE {connection.ops.quote_name(old)}")
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {own}")


WAYS: dict[str, tuple[Callable[[str], bool], Callable[[str], None]]] = {
    "sqlite": (_copy_file, _keep_file),
    "postgresql": (_copy_database, _keep_database),
}
