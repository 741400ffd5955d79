"""Events are written once, never altered, and hold ids and short values only (TRUST 31 to 34, 36)."""

import json
from importlib import import_module

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from threadline.audit import chain, registry, trail
from threadline.audit.models import ChainHead, Event

pytestmark = pytest.mark.django_db
TEXT = [name for name in (*chain.FIELDS, "digest") if name not in ("id", "moment")]


def write(count=1):
    return [trail.record("accounts.signed_in", actor=f"person-{number}") for number in range(count)]


def test_an_event_reads_back_as_it_was_recorded():
    made = trail.record(
        "reviews.page_read", actor="a", acting_as=["chair", "panel"], board="b", review="r",
        outcome=trail.Outcome.REFUSED, objects=["reviews.review:r"], detail={"page": "Overview", "rows": 3},
        request="q",
    )  # fmt: skip
    read = Event.objects.get()
    assert read == made
    assert (read.actor, read.acting_as, read.board, read.review, read.request) == ("a", "chair,panel", "b", "r", "q")
    assert (read.kind, read.outcome) == ("reviews.page_read", "refused")
    assert json.loads(read.objects_json) == ["reviews.review:r"]
    assert json.loads(read.detail_json) == {"page": "Overview", "rows": 3}
    assert read.at.tzinfo is not None
    assert str(read) == "1 reviews.page_read refused"


def test_events_are_numbered_without_a_gap_and_the_head_follows():
    events = write(3)
    assert [event.id for event in events] == [1, 2, 3]
    assert trail.head() == chain.Head(3, events[-1].digest)
    assert str(ChainHead.objects.get()) == str(trail.head())
    assert trail.verify() == chain.Verdict(3, trail.head())


def test_an_event_undone_with_its_deed_leaves_no_gap():
    write(1)
    with transaction.atomic():
        write(1)
        transaction.set_rollback(True)
    assert write(1)[0].id == 2
    assert trail.verify().fault is None


@pytest.mark.parametrize(
    "given_",
    [
        {"detail": {"note": "x" * 201}},
        {"actor": "x" * 201},
        {"objects": ["x" * 201]},
        {"request": f"a{chain.SEPARATOR}b"},
        {"detail": {"note": f"a{chain.SEPARATOR}b"}},
    ],
)
def test_content_and_what_could_blur_the_fields_are_refused(given_):
    with pytest.raises(ValueError, match="never content"):
        trail.record("accounts.signed_in", **given_)
    assert not Event.objects.exists()


def test_a_kind_that_no_area_declares_is_refused():
    with pytest.raises(registry.UnknownKind, match=r"tests\.unheard_of"):
        trail.record("tests.unheard_of")


def test_more_than_fifty_records_are_counted_and_fifty_named():
    event = trail.record("accounts.signed_in", objects=[f"a.b:{number}" for number in range(60)])
    assert len(json.loads(event.objects_json)) == 50
    assert json.loads(event.detail_json) == {"objects": 60}


def test_a_line_end_in_a_value_stays_inside_its_event():
    event = trail.record("accounts.signed_in", actor="a\nb\x1b[31m", detail={"page": "x\ny"})
    assert "\n" not in event.detail_json
    assert trail.verify().fault is None


@pytest.mark.parametrize("statement", ["UPDATE audit_event SET actor = 'x'", "DELETE FROM audit_event"])
def test_the_database_refuses_any_change_of_an_event(statement):
    write(2)
    refused = pytest.raises(DatabaseError, match=r"never (altered|deleted)")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Event.objects.exclude(actor="x").count() == 2


def test_the_service_itself_cannot_change_an_event():
    event = write(1)[0]
    for change in (event.delete, event.save, lambda: Event.objects.update(actor="x"), Event.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(st.data())
def test_tampering_by_sql_is_found_and_the_first_bad_event_named(by_hand, data):
    with transaction.atomic():
        head = trail.head()
        write(6)
        number = data.draw(st.integers(head.sequence + 1, head.sequence + 6))
        how = data.draw(st.sampled_from(["alter", "clock", "remove", "cut off", "cut off and head set back"]))
        _tamper(by_hand, data, how, number)
        verdict = trail.verify()
        assert verdict.first_bad == number, how
        assert f"Event {number} " in verdict.fault
        transaction.set_rollback(True)


def _tamper(by_hand, data, how, number):
    if how == "alter":
        column = data.draw(st.sampled_from(TEXT))
        assert by_hand(f"UPDATE audit_event SET {column} = 'x' || substr({column}, 2) WHERE id = %s", number) == 1
    elif how == "clock":
        by_hand("UPDATE audit_event SET moment = moment + 1 WHERE id = %s", number)
    elif how == "remove":
        by_hand("DELETE FROM audit_event WHERE id = %s", number)
    else:
        by_hand("DELETE FROM audit_event WHERE id >= %s", number)
    if how == "cut off and head set back":
        last = Event.objects.order_by("id").last()
        by_hand(
            "UPDATE audit_chainhead SET sequence = %s, digest = %s",
            number - 1,
            last.digest if last else chain.START,
        )


def test_a_whole_database_put_back_to_yesterday_shows_only_against_a_head_kept_outside(by_hand):
    write(2)
    kept = ChainHead.objects.values().get()
    write(3)
    outside = trail.head()
    by_hand("DELETE FROM audit_event WHERE id > 2")
    ChainHead.objects.update(**kept)
    assert trail.verify().fault is None
    assert trail.verify(outside=outside).first_bad == 3


def test_a_head_that_was_taken_away_is_noticed_and_nothing_more_can_be_written():
    write(2)
    ChainHead.objects.all().delete()
    assert trail.verify().first_bad == 3
    with pytest.raises(trail.NoHead):
        write(1)


def test_an_event_that_cannot_even_be_read_is_named_or_never_comes_to_be(by_hand):
    write(4)
    if connection.vendor == "sqlite":
        by_hand("UPDATE audit_event SET actor = CAST(x'ff' AS TEXT) WHERE id = 3")
        verdict = trail.verify()
        assert (verdict.first_bad, verdict.events) == (3, 2)
        assert [row[0] for row in trail._rows()] == [1, 2, 3, 4]
    else:
        with pytest.raises(DatabaseError), transaction.atomic():
            by_hand("UPDATE audit_event SET actor = convert_from('\\xff', 'UTF8')")


class Editor:
    """What a migration is given to run statements with."""

    connection = connection

    def execute(self, statement):
        with connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_triggers_can_be_taken_back_by_the_migration_and_put_in_place_again():
    migration = import_module("threadline.audit.migrations.0001_initial")
    write(1)
    migration.unguard(None, Editor())
    assert Event.objects.update(actor="x") == 1
    migration.guard(None, Editor())
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.update(actor="y")
