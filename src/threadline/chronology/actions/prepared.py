"""Ten thousand rows written in one short transaction: everything that can be done before it begins, is.

Django's `bulk_create` prepares each value inside the transaction, and SQLite lets nobody else write meanwhile: with it
others waited seconds for a long file. Here Django's own statements are prepared first and only sent within.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery
from django.db.models.sql.compiler import SQLInsertCompiler

from threadline.access.gate import changes
from threadline.chronology.models import AgencyFile, Row

BATCH = 500
NEVER_CHANGES = {"id", "review", "file", "table", "number"}
FIELDS = Row._meta.concrete_fields
KEY = [Row._meta.pk]
PLAIN = (models.TextField, models.CharField, models.BooleanField, models.PositiveIntegerField)
CHANGING = [field for field in FIELDS if field.name not in NEVER_CHANGES]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows of one file, as the statements that write them; a row that is there already is rewritten."""

    ids: frozenset[UUID]
    statements: tuple[tuple[str, Sequence[Any]], ...]

    def write(self, file: AgencyFile) -> None:
        """Make these the file's rows. Within an act only.

        Rows keep their ids, so what refers to one stays; those that are no longer among them are deleted.
        """
        changes()
        stood = set(Row.objects.filter(file=file).values_list("pk", flat=True))
        gone = sorted(stood - self.ids)
        for start in range(0, len(gone), BATCH):
            Row.objects.filter(pk__in=gone[start : start + BATCH]).delete()
        with connection.cursor() as cursor:
            for statement, values in self.statements:
                cursor.execute(statement, values)


def prepare(rows: Sequence[Row]) -> Prepared:
    """The rows ready to be written. Writes nothing."""
    size = min(BATCH, max(1, connection.ops.bulk_batch_size(FIELDS, rows)))
    values, texts = list(_values(rows)), {}
    statements: list[tuple[str, Sequence[Any]]] = []
    for start in range(0, len(rows), size):
        batch = rows[start : start + size]
        if len(batch) not in texts:
            texts[len(batch)] = _statement(batch)
        statements.append((texts[len(batch)], list(chain.from_iterable(values[start : start + size]))))
    return Prepared(frozenset(row.pk for row in rows), tuple(statements))


def _statement(rows: Sequence[Row]) -> str:
    """Django's own statement for so many rows, a placeholder a value.

    The general compiler, not the one of PostgreSQL, which takes the values column by column.
    """
    query = InsertQuery(Row, on_conflict=OnConflict.UPDATE, update_fields=CHANGING, unique_fields=KEY)
    query.insert_values(FIELDS, list(rows))
    ((statement, _),) = SQLInsertCompiler(query, connection, None).as_sql()
    return str(statement)


def _values(rows: Sequence[Row]) -> Iterator[list[Any]]:
    """Each row's values as the database takes them. Only ids, days and times need turning; few differ, so once each."""
    turned: dict[object, Any] = {}
    plain = [None if isinstance(field, PLAIN) else field for field in FIELDS]
    names = [field.attname for field in FIELDS]
    for row in rows:
        held = row.__dict__
        found = []
        for name, field in zip(names, plain, strict=True):
            value = held[name]
            if field is not None and value is not None:
                if value not in turned:
                    turned[value] = field.get_db_prep_save(value, connection)
                value = turned[value]
            found.append(value)
        yield found
