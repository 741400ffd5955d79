"""Django's PostgreSQL backend; before a statement it says which reviews' rows may be seen, where that has changed."""

from typing import Any

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus

from threadline.access.scope import in_scope


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's. `rows.py` says what the database makes of what it is told (TRUST 29)."""

    _told: tuple[str, str] | None = None

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor, once the database knows which reviews are in scope, and for whom."""
        wanted = in_scope()
        failed = self.connection.info.transaction_status == TransactionStatus.INERROR
        if wanted != self._told and not failed:
            from threadline.access import rows  # needs models, which are made after this backend is

            self.connection.execute(*rows.telling(*wanted))
            self._told = wanted
        return super().create_cursor(name)

    def get_new_connection(self, conn_params: Any) -> Any:
        """A connection that was told nothing yet, so that it shows no row of a review."""
        self._told = None
        return super().get_new_connection(conn_params)

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]  # Django has it
        self._told = None

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]  # Django has it
        self._told = None
