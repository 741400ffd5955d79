"""The records and their migrations agree, and every migration can be taken back."""

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

pytestmark = pytest.mark.django_db


def test_no_change_of_a_model_lacks_its_migration(capsys):
    call_command("makemigrations", "--check", "--dry-run")
    assert "No changes" in capsys.readouterr().out


def test_each_app_has_one_line_of_migrations():
    assert MigrationLoader(None).detect_conflicts() == {}


def test_every_operation_of_ours_can_be_reversed():
    loader = MigrationLoader(None)
    stuck = [
        f"{app}.{name}: {operation}"
        for (app, name), migration in loader.disk_migrations.items()
        if migration.__module__.startswith("threadline.")
        for operation in migration.operations
        if not operation.reversible
    ]
    assert stuck == []
