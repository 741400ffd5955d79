"""The guide, the accessibility statement, and whether the service is alive and ready."""

import shutil
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as project
from django.db import DatabaseError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.visit import visit, words
from threadline.audit import trail
from threadline.audit.models import ChainHead, Event
from threadline.desk import guide, readiness

pytestmark = pytest.mark.django_db
GUIDE = sorted(path.stem for path in Path(project.GUIDE).glob("*.md"))
Disk = namedtuple("Disk", "total used free")


@pytest.fixture
def pages(settings, tmp_path):
    """A guide of the test's own: `pages(people="# People")`."""
    settings.GUIDE = tmp_path
    guide.page.cache_clear()
    yield lambda **texts: [(tmp_path / f"{name}.md").write_text(text) for name, text in texts.items()]
    guide.page.cache_clear()


@pytest.mark.parametrize("name", GUIDE)
def test_every_page_of_the_guide_can_be_read_by_anyone(client, name):
    page = visit(client, "/help/" if name == "index" else f"/help/{name}/")
    for link in page.main.find_all("a"):
        assert client.get(link["href"]).status_code == 200, link["href"]


def test_the_first_page_of_the_guide_leads_to_every_other(client):
    links = {link["href"] for link in visit(client, "/help/").main.find_all("a")}
    assert links == {f"/help/{name}/" for name in GUIDE if name != "index"}


def test_a_page_that_is_not_in_the_guide_is_not_there(client):
    assert client.get("/help/nothing/").status_code == 404


def test_help_and_accessibility_are_in_the_foot_of_every_page(client):
    assert "Help Accessibility" in words(visit(client, "/accessibility/").footer)


def test_links_between_pages_become_links_in_the_service_and_others_stay(pages):
    pages(index="# All\n\n[one](one.md#here) [out](https://example.org/a.md) [home](index.md)", one="# One\n")
    html = guide.page("index").html
    assert 'href="/help/one/#here"' in html
    assert 'href="https://example.org/a.md"' in html
    assert 'href="/help/"' in html


def test_html_in_a_page_of_the_guide_is_shown_and_not_run(pages):
    pages(one="# One & two\n\n<script>alert(1)</script>\n\n| a | b |\n|---|---|\n| c | d |\n")
    found = guide.page("one")
    assert found.title == "One & two"
    assert "<script>" not in found.html
    assert '<table class="govuk-table">' in found.html


def test_a_page_without_a_title_is_a_fault(pages):
    pages(one="Words.\n")
    with pytest.raises(ValueError, match=r"one\.md does not begin with a title"):
        guide.page("one")


def test_the_accessibility_statement_is_for_everybody(client):
    page = visit(client, "/accessibility/")
    assert "Web Content Accessibility Guidelines version 2.2, level AA" in words(page.main)


def test_a_living_process_says_so_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").json() == {"alive": True}


def test_a_service_that_is_ready_says_so_and_leaves_nothing_behind(client):
    response = client.get("/readyz")
    assert response.json() == dict.fromkeys(("database", "disk", "migrations", "audit", "jobs"), True)
    assert response.status_code == 200
    assert not Event.objects.exists()
    assert trail.head().sequence == 0


def not_well(client):
    response = client.get("/readyz")
    assert response.status_code == 503
    return {name for name, well in response.json().items() if not well}


def test_a_disk_nearly_full_is_not_well(client, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda place: Disk(100, 91, 9))
    assert not_well(client) == {"disk"}


def test_the_disk_is_looked_at_before_the_data_folder_is_there(settings, tmp_path):
    settings.DATA = tmp_path / "not-yet"
    assert readiness.now()["disk"] in (True, False)


def test_a_migration_not_made_is_not_well(client, monkeypatch):
    monkeypatch.setattr(readiness.MigrationExecutor, "migration_plan", lambda *_: [("reviews", False)])
    assert not_well(client) == {"migrations"}


def test_a_trail_that_cannot_be_written_is_not_well(client):
    ChainHead.objects.all().delete()
    assert not_well(client) == {"audit"}


def test_a_database_that_is_away_is_not_well(client, monkeypatch):
    def away(*_):
        raise DatabaseError

    monkeypatch.setattr(readiness, "MigrationExecutor", away)
    assert not_well(client) == {"database", "migrations", "audit", "jobs"}


@pytest.mark.parametrize(("minutes", "well"), [(14, True), (16, False)])
def test_a_job_that_nobody_takes_up_is_not_well(client, minutes, well):
    waiting = DBTaskResult.objects.create(
        task_path="a.b", queue_name="default", backend_name="default", args_kwargs={"args": [], "kwargs": {}},
        run_after=timezone.now() - timedelta(hours=1),
    )  # fmt: skip
    DBTaskResult.objects.filter(pk=waiting.pk).update(enqueued_at=timezone.now() - timedelta(minutes=minutes))
    assert readiness.now()["jobs"] is well
