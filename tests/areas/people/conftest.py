"""A register with two people in it."""

from datetime import date

import pytest

from threadline.access.scope import review_scope
from threadline.people import actions
from threadline.people.models import Person


@pytest.fixture
def tyler(cast):
    return actions.add_person(
        by=cast.asha, review=cast.review, name="Tyler Dunmore", kind="child", relation="the child of the review",
        born_on=date(2011, 6, 14), also=["Tyler", "TD"],
    )  # fmt: skip


@pytest.fixture
def kayleigh(cast):
    return actions.add_person(
        by=cast.asha, review=cast.review, name="Kayleigh Dunmore", kind="family", relation="mother", also=["Mum", "KD"]
    )


@pytest.fixture
def names(cast):
    """The register as it stands: {name: [other names]}."""

    def found(review=cast.review):
        with review_scope(review):
            people = Person.objects.filter(out_at__isnull=True).order_by("name")
            return {each.name: [known.text for known in each.also.all()] for each in people}

    return found
