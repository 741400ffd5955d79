"""Work that comes round: when it is due, once of several who look, and a fault that reveals nothing."""

import logging
from datetime import UTC, datetime, time, timedelta

import pytest

from threadline.jobs import rounds, schedule
from threadline.jobs.models import Due

NOON = datetime(2016, 1, 10, 12, tzinfo=UTC)


@pytest.fixture
def done(monkeypatch):
    """What was done, of work that only the test registers."""
    monkeypatch.setattr(schedule, "rounds", {})
    return []


@pytest.fixture
def tick(db, django_capture_on_commit_callbacks):
    """Look at a moment, and let the worker do what is due."""

    def look(now):
        with django_capture_on_commit_callbacks(execute=True):
            return schedule.tick(now=now)

    return look


def test_work_comes_round_every_so_many_minutes(done, tick):
    schedule.every("tests.often", lambda: done.append(1), minutes=10)
    for minute in range(31):
        tick(NOON + timedelta(minutes=minute))
    assert len(done) == 4


def test_work_comes_round_once_a_day_and_late_rather_than_never(done, tick):
    schedule.daily("tests.daily", lambda: done.append(1), at=time(7, 30))
    assert tick(NOON) == []
    assert tick(NOON + timedelta(hours=19)) == []
    assert tick(NOON + timedelta(hours=30)) == ["tests.daily"]
    assert tick(NOON + timedelta(hours=30, minutes=1)) == []
    assert tick(NOON + timedelta(hours=44)) == ["tests.daily"]


def test_a_day_s_work_is_at_its_hour_in_summer_too(done):
    what = schedule.Round("tests.daily", lambda: None, at=time(7, 30))
    assert what.after(datetime(2016, 3, 26, 12, tzinfo=UTC)) == datetime(2016, 3, 27, 6, 30, tzinfo=UTC)
    assert what.after(datetime(2016, 1, 10, 7, 30, tzinfo=UTC)) == datetime(2016, 1, 11, 7, 30, tzinfo=UTC)


def test_of_two_who_look_at_once_one_begins(done, db):
    schedule.every("tests.often", lambda: None, minutes=10)
    Due.objects.create(name="tests.often", at=NOON)
    assert schedule._begin(schedule.rounds["tests.often"], NOON, NOON)
    assert not schedule._begin(schedule.rounds["tests.often"], NOON, NOON)


def test_a_fault_is_told_by_its_kind_and_the_next_time_comes_all_the_same(done, tick, caplog):
    def fail():
        done.append(1)
        raise ValueError("Tyler Dunmore")

    schedule.every("tests.failing", fail, minutes=1)
    with caplog.at_level(logging.ERROR):
        tick(NOON)
        tick(NOON + timedelta(minutes=1))
    assert len(done) == 2
    assert [record.getMessage() for record in caplog.records] == ["Scheduled work failed: tests.failing"] * 2


def test_work_that_is_no_longer_known_is_let_go(done):
    assert not schedule.run("tests.gone")


def test_once_a_minute_is_the_soonest(done):
    with pytest.raises(ValueError, match="soonest"):
        schedule.every("tests.too_often", lambda: None, minutes=0)


def test_what_the_service_itself_registers():
    assert {"notices.send", "notices.day", "jobs.forget"} <= set(schedule.rounds)


def test_old_jobs_are_forgotten(db, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    rounds.forget_done()
