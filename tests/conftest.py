"""What every test starts from."""

from pathlib import Path

import pytest

from tests import chromium


@pytest.fixture(autouse=True)
def _plain_settings(settings, tmp_path_factory):
    """Fast hashing, files in a folder of the test run, static files by their plain names."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("documents")
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Before the database is made: it is copied from one that was migrated before. See migrated.py."""
    from django.core import management

    from tests.migrated import instead_of_migrating

    patch = pytest.MonkeyPatch()
    patch.setattr(management, "call_command", instead_of_migrating(management.call_command))
    yield patch
    patch.undo()


@pytest.fixture(scope="session")
def django_db_setup(django_db_modify_db_settings, django_db_setup):
    """After the database is made: whoever migrates now, migrates."""
    django_db_modify_db_settings.undo()


@pytest.fixture(scope="session", autouse=True)
def _tests_may_look():
    """On PostgreSQL rows deny themselves out of scope; a test itself, outside pages and acts, may prepare and look.

    For the whole session, since some worlds are made once for all tests of a module.
    """
    from threadline.access import acting, scope
    from threadline.access.postgres import base

    def in_scope():
        told = scope.in_scope()
        at_work = acting._unit.get() is not None or acting.request_id.get()
        return told if told[0] or at_work else (scope.EVERYTHING, "")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base, "in_scope", in_scope)
        yield


@pytest.fixture
def cast(db):
    """Everyone: see people.py."""
    from tests.people import assembled

    return assembled()


@pytest.fixture
def sign_in(client):
    """A client on which that person is signed in: `sign_in(cast.asha)`."""

    def signed_in(user):
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture(scope="session")
def rowan_house() -> Path:
    """The folder of the worked example's files."""
    return Path(__file__).parent.parent / "src" / "threadline" / "examples" / "rowan-house"


@pytest.fixture(scope="session")
def browser():
    """Chromium, one for all tests of this worker: two cannot be driven from one process."""
    from playwright.sync_api import sync_playwright

    chromium.wait_after_clicks()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        yield launched
        launched.close()
