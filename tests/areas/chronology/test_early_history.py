"""The key points of the time before the period (2.1.c), beside the chronology and in its files."""

import json
from datetime import UTC, date, datetime

import pytest

from tests.areas.chronology.conftest import address
from tests.areas.chronology.test_exporting import text_of
from tests.areas.chronology.test_merged_pages import exported
from tests.visit import visit, words
from threadline.access.gate import open_gate
from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.filters import Filters
from threadline.people import actions as people
from threadline.reviews.models import KeyPoint, Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def early(cast, chronology):
    """A scope that was agreed, with one key point of 2011."""
    with review_scope(cast.review), open_gate():
        scope = Scope(
            review=cast.review, number=1, state=Scope.State.AGREED, incident_on=cast.review.incident_on,
            period_from=cast.review.period_from, period_to=cast.review.period_to, begun_by=cast.asha,
            proposed_by=cast.asha, proposed_at=datetime(2015, 11, 1, tzinfo=UTC), because="The first scope.",
            agreed_by=cast.chair, agreed_on=date(2015, 11, 2),
        )  # fmt: skip
        scope.save()
        KeyPoint(
            scope=scope, order=1, known="Ann Marsh was in care herself.", who_knew="Children's social care alone.",
            influence="Nobody asked her what it had been like.",
        ).save()  # fmt: skip
        yield scope


def test_it_stands_before_the_first_entry_for_everyone_who_reads_the_chronology(cast, sign_in, early):
    for who in (cast.lead, cast.panel):
        said = words(visit(sign_in(who), address("merged")).main)
        assert "Ann Marsh was in care herself." in said
        assert "Children's social care alone." in said
        assert said.index("Ann Marsh was in care") < said.index("Officers attended")


def test_a_view_that_leaves_entries_out_leaves_it_out_too(cast, sign_in, early):
    view = actions.keep_view(by=cast.lead, review=cast.review, filters=Filters(words=("asleep",)))
    assert "in care herself" not in words(visit(sign_in(cast.lead), address("merged") + f"?view={view.token}").main)


def test_a_file_holds_it_under_the_names_that_the_view_shows(cast, sign_in, early):
    client = sign_in(cast.lead)
    assert json.loads(exported(client, "json"))["view"]["early_history"] == [
        {
            "known": "Ann Marsh was in care herself.", "who_knew": "Children's social care alone.",
            "influence": "Nobody asked her what it had been like.",
        }
    ]  # fmt: skip
    person = people.add_person(
        by=cast.lead, review=cast.review, name="Ann Marsh", kind="family", relation="mother", also=[]
    )
    view = actions.keep_view(by=cast.lead, review=cast.review, filters=Filters(anonymised=True))
    for kind in ("json", "docx", "pdf", "xlsx"):
        text = text_of(exported(client, kind, f"?view={view.token}"), kind)
        assert "was in care herself." in text
        assert "Ann Marsh" not in text
    (point,) = json.loads(exported(client, "json", f"?view={view.token}"))["view"]["early_history"]
    assert point["known"] == f"{person.pseudonym} was in care herself."
