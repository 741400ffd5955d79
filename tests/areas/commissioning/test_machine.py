"""No sequence of acts over threshold, scope, timetable, Panel, meetings and holds reaches what the method forbids."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.areas.commissioning.meeting import Commissioning
from tests.people import everybody

pytestmark = pytest.mark.django_db
QUIET = settings(max_examples=7, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))


def test_no_sequence_of_acts_reaches_what_the_method_forbids(cast):
    Commissioning.cast = everybody(cast)
    run_state_machine_as_test(Commissioning, settings=QUIET)
