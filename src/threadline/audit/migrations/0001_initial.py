"""Events, the head of the chain, and triggers that refuse any change to an event on SQLite and PostgreSQL."""

from typing import ClassVar

from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from threadline.audit import chain

SQLITE = [
    """CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
       BEGIN SELECT RAISE(ABORT, 'Audit events are never altered.'); END""",
    """CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
       BEGIN SELECT RAISE(ABORT, 'Audit events are never deleted.'); END""",
]
POSTGRES = [
    """CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'Audit events are never altered or deleted.'; END $$""",
    """CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_event
       FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()""",
    """CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
       FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()""",
]


def guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Install the triggers of this database."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


def unguard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove them, so that the migration can be taken back."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER audit_event_no_update")
        schema_editor.execute("DROP TRIGGER audit_event_no_delete")
    else:
        schema_editor.execute("DROP TRIGGER audit_event_no_change ON audit_event")
        schema_editor.execute("DROP TRIGGER audit_event_no_truncate ON audit_event")
        schema_editor.execute("DROP FUNCTION audit_event_refuse")


def begin(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The chain begins at nothing."""
    start = chain.Head(0, chain.START)
    sealed = chain.seal(start, key=settings.AUDIT_KEY.encode())
    apps.get_model("audit", "ChainHead").objects.create(pk=1, sequence=0, digest=start.digest, seal=sealed)


class Migration(migrations.Migration):
    initial = True
    dependencies: ClassVar = []
    operations: ClassVar = [
        migrations.CreateModel(
            name="ChainHead",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("sequence", models.BigIntegerField(default=0)),
                ("digest", models.CharField(max_length=64)),
                ("seal", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("moment", models.BigIntegerField(help_text="Microseconds since 1970, UTC")),
                ("actor", models.CharField(blank=True, max_length=36)),
                ("acting_as", models.CharField(blank=True, max_length=200)),
                ("board", models.CharField(blank=True, max_length=36)),
                ("review", models.CharField(blank=True, max_length=36)),
                ("kind", models.CharField(max_length=80)),
                ("outcome", models.CharField(max_length=10)),
                ("objects_json", models.TextField(db_column="objects", default="[]")),
                ("detail_json", models.TextField(db_column="detail", default="{}")),
                ("request", models.CharField(blank=True, max_length=36)),
                ("previous", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["id"],
                "indexes": [
                    models.Index(fields=["review", "id"], name="event_by_review"),
                    models.Index(fields=["actor", "id"], name="event_by_actor"),
                    models.Index(fields=["board", "id"], name="event_by_board"),
                ],
            },
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
