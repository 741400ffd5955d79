"""On PostgreSQL the database itself denies rows of a review that is not in scope, or not for who acts (TRUST 29)."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import Error, connection, transaction
from django.utils import timezone

from threadline.access import roles, rows
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.access.postgres import base
from threadline.access.scope import EVERYTHING, across_reviews, acting_for, in_scope, review_scope
from threadline.people.models import KnownAs, Person
from threadline.reviews.models import ContributingAgency

pytestmark = pytest.mark.django_db
on_postgresql = pytest.mark.skipif(
    "not __import__('django.db').db.connection.vendor == 'postgresql'", reason="SQLite has no row-level policy"
)


@pytest.fixture
def strict_rows(cast, monkeypatch):
    """From here on the test is denied rows as the service is."""
    monkeypatch.setattr(base, "in_scope", in_scope)


@pytest.fixture
def kay(cast):
    """Somebody in the register of each of the Board's two reviews."""
    with open_gate():
        for review in (cast.review, cast.second_review):
            with review_scope(review):
                made = Person(review=review, name="Kay", kind="other")
                made.save()
                KnownAs(person=made, text="Mum").save()
    return cast


def count(table):
    """What a forgotten filter would find: every row of a table that the database gives out."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


@on_postgresql
@pytest.mark.usefixtures("strict_rows", "kay")
@pytest.mark.parametrize("table", ["people_person", "people_knownas"])
def test_nothing_in_scope_nothing_to_be_seen(table):
    assert count(table) == 0
    with across_reviews(reason="A test counts."):
        assert count(table) == 2


@on_postgresql
@pytest.mark.usefixtures("strict_rows")
def test_raw_sql_in_the_scope_of_one_review_finds_that_review_s_rows_alone(kay):
    with review_scope(kay.review):
        assert (count("people_person"), count("people_knownas"), count("reviews_contributingagency")) == (1, 1, 3)
        with review_scope(kay.second_review):
            assert count("reviews_contributingagency") == 2
        assert count("reviews_contributingagency") == 3
    assert count("reviews_contributingagency") == 0


@on_postgresql
@pytest.mark.usefixtures("strict_rows")
@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("asha", 1),
        ("chair", 1),
        ("lead", 1),
        ("health_author", 1),
        ("second_lead", 0),
        ("other_manager", 0),
        ("outsider", 0),
    ],
)
def test_a_review_in_scope_for_somebody_without_a_role_there_shows_no_row(kay, who, found):
    with acting_for(getattr(kay, who)), review_scope(kay.review):
        assert count("people_person") == found
        assert Person.objects.count() == found


@on_postgresql
@pytest.mark.usefixtures("strict_rows")
def test_an_administrator_s_role_carries_nothing_of_a_case(kay):
    with open_gate():
        RoleHolding.objects.filter(user=kay.asha).update(role_key=roles.ADMINISTRATOR.key)
    with acting_for(kay.asha), review_scope(kay.review):
        assert count("people_person") == 0


@on_postgresql
@pytest.mark.usefixtures("strict_rows")
@pytest.mark.parametrize("over", ["ends", "revoked_at"])
def test_a_role_that_is_over_shows_no_row(kay, over):
    an_hour_ago = timezone.now() - timedelta(hours=1)
    with open_gate():
        RoleHolding.objects.filter(user=kay.lead).update(**{over: an_hour_ago})
    with acting_for(kay.lead), review_scope(kay.review):
        assert count("people_person") == 0


@on_postgresql
@pytest.mark.usefixtures("strict_rows")
def test_another_review_s_row_can_neither_be_written_nor_moved(kay):
    with review_scope(kay.second_review):
        other = Person.objects.get()
    with review_scope(kay.review), connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET name = 'X' WHERE id = %s", [other.pk])
        assert cursor.rowcount == 0
        with pytest.raises(Error, match="row-level security"), transaction.atomic():
            cursor.execute("UPDATE people_person SET review_id = %s", [kay.second_review.pk])
    with open_gate(), review_scope(kay.review), pytest.raises(Error, match="row-level security"), transaction.atomic():
        ContributingAgency(review=kay.second_review, agency=kay.school).save()


@on_postgresql
@pytest.mark.usefixtures("strict_rows")
def test_what_was_told_within_a_savepoint_is_told_again_when_it_is_taken_back(kay):
    with review_scope(kay.review):
        assert count("people_person") == 1
        with pytest.raises(ZeroDivisionError), transaction.atomic(), review_scope(kay.second_review):
            assert count("people_person") / 0
        assert Person.objects.get().review_id == kay.review.pk
    with pytest.raises(Error), transaction.atomic(), review_scope(kay.review):
        count("nothing_like_it")
    assert count("people_person") == 0


@on_postgresql
def test_every_table_under_a_review_denies_its_rows_and_the_database_s_user_cannot_go_round():
    assert rows.unguarded(connection) == []
    assert not rows.goes_round(connection)
    assert not [each for each in run_checks(databases=["default"]) if each.id == "threadline.W003"]


@on_postgresql
def test_a_migration_that_changes_something_takes_the_policies_off_and_they_come_back():
    rows.unguard(using="default", plan=[])
    assert rows.unguarded(connection) == []
    rows.unguard(using="default", plan=[("a migration", False)])
    assert len(rows.unguarded(connection)) == len(rows.scoped_models(apps.get_models()))
    for app in apps.get_app_configs():
        rows.guard(app_config=app, using="default")
    assert rows.unguarded(connection) == []


def test_who_acts_counts_for_the_review_in_scope_and_for_nothing_else(cast):
    assert in_scope() == ("", "")
    with acting_for(cast.lead):
        assert in_scope() == ("", "")
        with review_scope(cast.review):
            assert in_scope() == (str(cast.review.pk), str(cast.lead.pk))
        with across_reviews(reason="A job."):
            assert in_scope() == (EVERYTHING, "")
    with review_scope(cast.review):
        assert in_scope() == (str(cast.review.pk), "")


def test_what_is_told_has_no_value_in_its_words(cast):
    for review, person in (("", ""), (EVERYTHING, ""), ("r", ""), ("r", "p")):
        statement, values = rows.telling(review, person)
        assert statement.count("%s") == len(values)
    assert roles.ADMINISTRATOR.key not in rows.ROLES_OF_A_CASE
    assert len(rows.ROLES_OF_A_CASE) == len(roles.ROLES) - 1


def test_a_table_s_policy_follows_where_its_model_says_it_stands():
    assert '"people_person"."review_id" = ANY' in rows.expression(Person)
    assert rows.expression(KnownAs) == (
        'EXISTS (SELECT 1 FROM "people_person" owner WHERE owner."id" = "people_knownas"."person_id")'
    )
