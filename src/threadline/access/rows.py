"""On PostgreSQL the database itself denies rows: a second lock behind the policy, should code forget the first (29).

Every table under a review carries a row-level policy, worked out from where its model says that it stands (`Reach`).
A row is there only for a connection that was told its review: the one in scope, and only if whoever acts has a role in
force there that carries anything of a case, by the database's own clock. Nothing in scope, nothing to be seen. Jobs
read across reviews where they say why. SQLite has no such thing; there the scope alone stands guard.

Worked out once a scope and not for each row, this costs two short statements a page. It needs a database user that is
no superuser: one goes round every row-level policy, and `check --database default` says so.
"""

import hashlib
from collections.abc import Iterable
from typing import Any, cast

from django.apps import AppConfig, apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from threadline.access.permissions import Permission
from threadline.access.policy import POLICY
from threadline.access.reach import stands
from threadline.access.scope import EVERYTHING, ScopedManager

VARIABLE = "threadline.reviews"
OF_ACCOUNTS = frozenset({Permission.ACCOUNT_HELP})
"""What helps people to sign in, and carries nothing of a case."""
ROLES_OF_A_CASE = sorted({row.role.key for row in POLICY if row.permission not in OF_ACCOUNTS})

NONE = f"SELECT set_config('{VARIABLE}', '{{}}', false)"
ALL = f"SELECT set_config('{VARIABLE}', '*', false)"
ONE = f"SELECT set_config('{VARIABLE}', '{{' || %s::uuid::text || '}}', false)"
ONE_FOR_SOMEBODY = f"""
SELECT set_config('{VARIABLE}', coalesce((
  SELECT '{{' || r.id::text || '}}' FROM reviews_review r
  WHERE r.id = %s::uuid AND EXISTS (
    SELECT 1 FROM access_roleholding h JOIN accounts_user u ON u.id = h.user_id
    WHERE u.id = %s::uuid AND u.is_active AND h.board_id = r.board_id AND (h.review_id = r.id OR h.review_id IS NULL)
      AND h.role_key = ANY(%s) AND h.revoked_at IS NULL AND h.starts <= statement_timestamp()
      AND (h.ends IS NULL OR h.ends > statement_timestamp()))
), '{{}}'), false)"""  # noqa: S608  # the variable's name is ours
IN_SCOPE = f"""CASE current_setting('{VARIABLE}', true) WHEN '*' THEN true ELSE
 %s = ANY(coalesce(nullif(current_setting('{VARIABLE}', true), ''), '{{}}')::uuid[]) END"""


def telling(review: str, person: str) -> tuple[str, list[object]]:
    """The statement that tells a connection whose rows may be seen, with its values; see `scope.in_scope`."""
    if not review:
        return NONE, []
    if review == EVERYTHING:
        return ALL, []
    return (ONE_FOR_SOMEBODY, [review, person, ROLES_OF_A_CASE]) if person else (ONE, [review])


def scoped_models(found: Iterable[type[models.Model]]) -> list[type[models.Model]]:
    """Those of the models that stand under a review and are read in its scope only."""
    return [model for model in found if isinstance(model._default_manager, ScopedManager)]


def expression(model: type[models.Model]) -> str:
    """When a row of the model's table may be seen: its review is in scope, or the row that it belongs to may be."""
    path = cast(str, stands(model, "review"))
    first, _, rest = path.partition("__")
    field: Any = model._meta.get_field(first)
    column = f'"{model._meta.db_table}"."{field.column}"'
    if not rest:
        return IN_SCOPE % column
    owner = field.related_model._meta
    return f'EXISTS (SELECT 1 FROM "{owner.db_table}" owner WHERE owner."{owner.pk.column}" = {column})'  # noqa: S608


def guard(app_config: AppConfig, using: str, **_signal: Any) -> None:
    """After migrating an app: give its tables their policies. Those that have theirs are left alone."""
    from django.db import connections

    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    there = _policies(connection)
    with connection.cursor() as cursor:
        for model in scoped_models(app_config.get_models()):
            table, says = model._meta.db_table, expression(model)
            name = f"in_scope_{hashlib.sha256(says.encode()).hexdigest()[:12]}"
            if there.get(table) == name:
                continue
            if table in there:
                cursor.execute(f'DROP POLICY "{there[table]}" ON "{table}"')
            cursor.execute(f'CREATE POLICY "{name}" ON "{table}" USING ({says})')
            cursor.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
            cursor.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')


def unguard(using: str, plan: Iterable[object] = (), **_signal: Any) -> None:
    """Before a migration that changes something: take the policies off, so that it can reach every row and column."""
    from django.db import connections

    connection = connections[using]
    if connection.vendor != "postgresql" or not plan:
        return
    for table, name in _policies(connection).items():
        with connection.cursor() as cursor:
            cursor.execute(f'DROP POLICY "{name}" ON "{table}"')
            cursor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
            cursor.execute(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')


def _policies(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The tables that have a policy of ours, with its name."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, policyname FROM pg_policies WHERE policyname LIKE 'in_scope_%%'", [])
        return dict(cursor.fetchall())


def goes_round(connection: BaseDatabaseWrapper) -> bool:
    """Whether the database's user goes round every row-level policy."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def unguarded(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables under a review that have no policy of ours: none, once everything is migrated."""
    there = _policies(connection)
    return sorted(
        model._meta.db_table for model in scoped_models(apps.get_models()) if model._meta.db_table not in there
    )
