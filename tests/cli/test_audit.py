"""`threadline audit`: what an operator sees and a script can rely on (TRUST 34)."""

import json

import pytest

from threadline.audit import trail
from threadline.audit.models import ChainHead
from threadline.cli import audit, main

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _running(monkeypatch):
    """Django is there already."""
    monkeypatch.setattr(audit, "start_django", lambda: None)


def call(*words):
    return main.main(["audit", *words])


def write(count):
    for number in range(count):
        trail.record("accounts.signed_in", actor=f"person-{number}")


def test_a_whole_trail_is_said_to_be_so_and_its_head_printed(capsys):
    write(3)
    assert call("verify") == 0
    assert capsys.readouterr().out == f"3 events, all as written. Head: {trail.head()}\n"
    assert call("head") == 0
    assert capsys.readouterr().out == f"{trail.head()}\n"


def test_the_first_event_that_is_missing_is_named(capsys):
    write(3)
    ChainHead.objects.update(sequence=5)
    assert call("verify") == 1
    assert "Event 4 may be missing" in capsys.readouterr().out


def test_a_database_put_back_shows_against_the_head_kept_outside(capsys):
    write(3)
    outside = f"9:{'a' * 64}"
    assert call("verify", "--head", outside) == 1
    assert capsys.readouterr().out == "Event 4 is missing: the head kept outside is event 9.\n"
    assert call("verify", "--json", "--head", outside) == 1
    assert json.loads(capsys.readouterr().out)["fault"].startswith("Event 4 is missing")


def test_a_head_that_cannot_be_read_is_said_so(capsys):
    assert call("verify", "--head", "yesterday's") == 2
    assert "NUMBER:DIGEST" in capsys.readouterr().err


def test_a_clock_set_back_is_noted_and_the_order_stands(capsys, monkeypatch):
    write(1)
    monkeypatch.setattr(trail.time, "time_ns", lambda: 10**15)
    write(1)
    assert call("verify") == 0
    assert "Note: The clock stood earlier at event 2" in capsys.readouterr().out
