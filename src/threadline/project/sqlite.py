"""Run on a SQLite that does not corrupt its write-ahead log.

Versions 3.7.0 to 3.51.2 carry a race between a WAL reset and a checkpoint, which several web workers can meet
(TRUST 1). Where the interpreter carries such a version and `pysqlite3` offers a sound one, it takes its place.
"""

import sqlite3
import sys

RACE = ((3, 7, 0), (3, 51, 2))


def has_wal_race(version: tuple[int, ...]) -> bool:
    """Whether `version` lies in the range with the WAL-reset race."""
    return RACE[0] <= version <= RACE[1]


def use_sound_sqlite() -> tuple[int, ...]:
    """Put a sound SQLite in place of an unsound one where it is installed; return the version in use."""
    if not has_wal_race(sqlite3.sqlite_version_info):
        return sqlite3.sqlite_version_info
    try:
        import pysqlite3
    except ImportError:
        return sqlite3.sqlite_version_info
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
    return tuple(pysqlite3.sqlite_version_info)
