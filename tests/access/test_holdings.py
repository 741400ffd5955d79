"""A role is in force between its start and its end, by the server's clock and the database's (TRUST 14, 26)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.people import holding

from threadline.access import reach, roles
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def held(cast):
    """A panel membership of someone who has no other role."""
    return holding(cast.outsider, roles.PANEL_MEMBER, board=cast.board, review=cast.review)


def _set(held, **values):
    with open_gate():
        RoleHolding.objects.filter(pk=held.pk).update(**values)


def _in_force(held, at=None):
    return RoleHolding.objects.active(at=at or timezone.now()).filter(pk=held.pk).exists()


@pytest.mark.parametrize(
    ("days", "in_force"),
    [
        ({"starts": -1, "ends": None}, True),
        ({"starts": -1, "ends": 1}, True),
        ({"starts": 1, "ends": None}, False),
        ({"starts": -2, "ends": -1}, False),
        ({"starts": -1, "revoked_at": -0.5}, False),
        ({"starts": -1, "revoked_at": 1}, False),
    ],
)
def test_a_role_is_in_force_between_its_start_and_its_end_unless_it_was_revoked(held, days, in_force):
    now = timezone.now()
    _set(held, **{key: now + number * DAY if number is not None else None for key, number in days.items()})
    assert _in_force(held) is in_force


def test_a_server_whose_clock_is_behind_keeps_a_role_that_has_begun_closed(held):
    assert not _in_force(held, at=held.starts - DAY)


def test_a_server_whose_clock_is_ahead_does_not_open_a_role_early(held):
    _set(held, starts=timezone.now() + DAY)
    assert not _in_force(held, at=timezone.now() + 2 * DAY)


def test_a_server_whose_clock_is_behind_does_not_keep_a_role_open_that_is_over(held):
    _set(held, starts=timezone.now() - 5 * DAY, ends=timezone.now() - DAY)
    assert not _in_force(held, at=timezone.now() - 2 * DAY)


def test_a_server_whose_clock_is_ahead_closes_a_role_early(held):
    _set(held, ends=timezone.now() + DAY)
    assert not _in_force(held, at=timezone.now() + 2 * DAY)


def test_the_next_question_after_a_role_ended_is_answered_no(cast, held):
    assert reach.may(cast.outsider, Permission.CHRONOLOGY_READ, cast.review)
    _set(held, ends=timezone.now())
    assert not reach.may(cast.outsider, Permission.CHRONOLOGY_READ, cast.review)


def test_a_role_cannot_end_before_it_starts(held):
    with pytest.raises(IntegrityError), transaction.atomic():
        _set(held, ends=held.starts - DAY)


def test_a_role_for_an_agency_names_its_review(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        holding(cast.outsider, roles.SAAR_AUTHOR, board=cast.board, agency=cast.police)


def test_a_role_reads_as_its_title(held):
    assert str(held) == "Panel member"


def test_a_role_is_held_to_the_end_of_its_last_day(held):
    assert held.last_day is None
    held.ends = timezone.make_aware(datetime(2015, 7, 1))
    assert held.last_day == date(2015, 6, 30)
    held.ends = timezone.make_aware(datetime(2015, 7, 1, 12))
    assert held.last_day == date(2015, 7, 1)
