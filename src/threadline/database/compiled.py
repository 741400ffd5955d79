"""A question to the database that every page asks, put into its words once and then asked with other values.

Django words a query anew each time, which takes several times longer than the database takes to answer it. For the
few questions of every page (whose session, who, which review, which roles) it is worded once and kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import DateTimeField, Model, QuerySet, UUIDField
from django.db.models.query import get_related_populators

Record = TypeVar("Record", bound=Model)
FIELDS = {UUID: UUIDField(), datetime: DateTimeField()}
"""The kinds of value that the database wants in a form of its own; others go as they are."""


def compiled(**kinds: type) -> "Callable[[Callable[..., QuerySet[Record]]], Compiled[Record]]":
    """Make of a function that gives a queryset one that gives the list of its records, worded once.

    `kinds` says of each keyword of the function whether it is a UUID, a datetime, an int or a str. The queryset must
    not differ in its words by their values, and can hold no prefetch.
    """
    return lambda make: Compiled(make, kinds)


@dataclass
class Compiled(Generic[Record]):
    """Such a question. Called with its values, each of its declared kind; None would be another question."""

    make: "Callable[..., QuerySet[Record]]"
    kinds: Mapping[str, type]

    def __post_init__(self) -> None:
        self._known: dict[str, _Worded[Record]] = {}

    def __call__(self, **values: Any) -> list[Record]:
        """The records. Raises TypeError for a value that is missing or None."""
        if values.keys() != self.kinds.keys() or None in values.values():
            raise TypeError(f"This question takes {', '.join(self.kinds)}, each with a value.")
        worded = self._known.get(connection.vendor)
        if worded is None:
            stand_ins = {name: _stand_in(kind, place) for place, (name, kind) in enumerate(self.kinds.items(), 1)}
            worded = self._known[connection.vendor] = _Worded(self.make(**stand_ins), stand_ins)
        return worded.asked({name: _prepared(value) for name, value in values.items()})


class _Worded(Generic[Record]):
    def __init__(self, queryset: "QuerySet[Record]", stand_ins: Mapping[str, Any]) -> None:
        self.compiler = queryset.query.get_compiler(connection=connection)
        self.sql, parameters = self.compiler.as_sql()
        names = {_prepared(value): name for name, value in stand_ins.items()}
        self.values = tuple(parameters)
        self.places = {
            place: names[value] for place, value in enumerate(parameters) if value.__hash__ and value in names
        }
        if missing := set(stand_ins) - set(self.places.values()):
            raise AssertionError(f"The question does not ask about {', '.join(sorted(missing))}.")

    @cached_property
    def shape(self) -> tuple[type[Any], list[str], slice, list[Any], dict[str, int], dict[int, Any]]:
        select, told = self.compiler.select, self.compiler.klass_info
        own = slice(told["select_fields"][0], told["select_fields"][-1] + 1)
        return (
            told["model"],
            [each[0].target.attname for each in select[own]],
            own,
            get_related_populators(told, select, "default"),
            self.compiler.annotation_col_map or {},
            self.compiler.get_converters([each[0] for each in select]),
        )

    def asked(self, given: Mapping[str, Any]) -> list[Record]:
        values = list(self.values)
        for place, name in self.places.items():
            values[place] = given[name]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, values)
            rows = cursor.fetchall()
        return self._records(rows) if rows else []

    def _records(self, rows: Any) -> list[Record]:
        model, names, own, related, annotations, converters = self.shape
        found = []
        for row in self.compiler.apply_converters(rows, converters) if converters else rows:
            record = model.from_db("default", names, row[own])
            for each in related:
                each.populate(row, record)
            for name, place in annotations.items():
                setattr(record, name, row[place])
            found.append(record)
        return found


def _stand_in(kind: type, place: int) -> Any:
    """A value of that kind that nothing has, another one for each place."""
    if kind is UUID:
        return UUID(int=0x5CA1AB1E_0000_4000_8000_000000000000 + place)
    if kind is datetime:
        return datetime(1901, 2, 3, 4, 5, 6, 789_123, tzinfo=UTC) + timedelta(seconds=place)
    return kind(-5_121_977_000_000_000 - place)


def _prepared(value: Any) -> Any:
    field = FIELDS.get(type(value))
    return value if field is None else field.get_db_prep_value(value, connection, prepared=False)
