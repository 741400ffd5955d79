"""Receiving and reading timelines."""

import pytest

from threadline.access.scope import review_scope
from threadline.chronology.models import AgencyFile, Row

pytestmark = pytest.mark.django_db


def test_a_file_received_is_read_into_rows(cast, police_file):
    assert police_file.state == AgencyFile.State.TO_CHECK
    with review_scope(cast.review):
        rows = Row.objects.filter(file=police_file).order_by("ordinal")
        assert [(row.number, row.is_entry, row.live) for row in rows] == [
            (1, False, False), (2, True, False), (3, True, False), (4, True, False),
        ]  # fmt: skip
