"""The policy's condition on one record, put into words of the database once for each permission and kind of record.

Every page asks it, and wording it anew took longer than answering it. What differs from one time to the next is who
asks, when, and of which record: three values, put in their places.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import DateTimeField, Model, Q

from threadline.access.permissions import Permission
from threadline.accounts.models import User

Condition = Callable[[User, Permission, type[Model], datetime], Q | None]
SOMEBODY = UUID("5ca1ab1e-0000-4000-8000-00000000000a")
SOME_RECORD = UUID("5ca1ab1e-0000-4000-8000-00000000000b")
SOME_NUMBER = -5_121_977_000_000_001
SOME_TIME = datetime(1901, 2, 3, 4, 5, 6, 789_123, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Question:
    """A statement and its values, with the places of the three that differ."""

    sql: str
    values: tuple[Any, ...]
    who: frozenset[int]
    when: frozenset[int]
    what: frozenset[int]
    model: type[Model]

    def asked(self, *, user: User, at: datetime, pk: Any) -> bool:
        """The answer."""
        given = {**dict.fromkeys(self.who, _of_user(user.pk)), **dict.fromkeys(self.when, _of_time(at))}
        given |= dict.fromkeys(self.what, _of_record(self.model, pk))
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [given.get(place, value) for place, value in enumerate(self.values)])
            return cursor.fetchone() is not None


_known: dict[tuple[Permission, type[Model], str], tuple[object, Question | None]] = {}


def question(permission: Permission, model: type[Model], *, policy: object, condition: Condition) -> Question | None:
    """The question for a permission on a kind of record; None where `policy` has no row that could grant it."""
    key = permission, model, connection.vendor
    kept = _known.get(key)
    if kept is None or kept[0] is not policy:
        kept = _known[key] = policy, _worded(permission, model, condition)
    return kept[1]


def _worded(permission: Permission, model: type[Model], condition: Condition) -> Question | None:
    stand_in = _stand_in(model)
    clause = condition(User(pk=SOMEBODY), permission, model, SOME_TIME)
    if clause is None:
        return None
    try:
        rows = model._base_manager.filter(clause, pk=stand_in)
        sql, values = rows.query.exists().get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
    who, when, what = (
        frozenset(place for place, value in enumerate(values) if value == wanted and type(value) is type(wanted))
        for wanted in (_of_user(SOMEBODY), _of_time(SOME_TIME), _of_record(model, stand_in))
    )
    if not (who and when and what):
        raise AssertionError(f"The question of {permission} on {model.__name__} does not say who, when and what.")
    return Question(sql, tuple(values), who, when, what, model)


def _stand_in(model: type[Model]) -> UUID | int | str:
    """A record that nobody has, named as the model names its own."""
    pk: Any = model._meta.pk
    while pk.remote_field is not None:
        pk = pk.target_field
    kind = pk.get_internal_type()
    return SOME_RECORD if kind == "UUIDField" else str(SOME_RECORD) if kind == "CharField" else SOME_NUMBER


def _of_user(pk: Any) -> Any:
    return User._meta.pk.get_db_prep_value(pk, connection, prepared=False)


def _of_time(at: datetime) -> Any:
    return DateTimeField().get_db_prep_value(at, connection, prepared=False)


def _of_record(model: type[Model], pk: Any) -> Any:
    return model._meta.pk.get_db_prep_value(pk, connection, prepared=False)
