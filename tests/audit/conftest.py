"""What the audit tests share."""

import pytest
from django.db import connection


@pytest.fixture
def by_hand(db):
    """Run SQL as somebody would who has the database and not the service: the triggers are taken away first."""
    on_postgres = connection.vendor == "postgresql"
    triggers = {
        "audit_event_no_change ON audit_event", "audit_event_no_truncate ON audit_event"
    } if on_postgres else {"audit_event_no_update", "audit_event_no_delete"}  # fmt: skip

    def run(sql, *params):
        with connection.cursor() as cursor:
            for trigger in triggers:
                cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
            cursor.execute(sql, params)
            return cursor.rowcount

    return run
