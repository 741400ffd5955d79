"""Names in the timelines are suggested to the register of people; a person decides of each (issue 4.7)."""

import pytest

from tests.visit import visit, words
from threadline.access.acting import Denied
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.chronology import actions
from threadline.chronology.queries.actors import suggested
from threadline.people import actions as people
from threadline.people.models import Person
from threadline.reviews.models import ContributingAgency

pytestmark = pytest.mark.django_db
ADDRESS = "/reviews/R-2015-01/chronology/merged/people/"
CSV = b"""Date,Time,Source of Information,Professional,Significant Event
03/02/2015,10:00,HV record,A. Clover HV,Home visit.
04/02/2015,10:00,HV record,A. Clover HV,Telephone call.
05/02/2015,10:00,HV record,Duty team,Message left.
06/02/2015,10:00,HV record,Miss Vetch (TA) and Mr Burdock,Met at school.
"""


@pytest.fixture
def timeline(cast):
    with review_scope(cast.review):
        contributor = ContributingAgency.objects.select_related("review", "agency").get(agency=cast.health)
    file = actions.receive_from(by=cast.asha, contributor=contributor, name="t.csv", data=CSV, token="actors")
    actions.read_now(str(file.pk))
    file.refresh_from_db()
    actions.accept(by=cast.asha, file=file, version=file.version, unsettled=True)


def found(cast, viewer=None):
    with review_scope(cast.review):
        return suggested(review=cast.review, viewer=viewer or cast.lead)


def decide(client, name, choice):
    return visit(client, ADDRESS, method="post", data={"name": name, "as": choice}, follow=True)


def test_the_columns_for_people_are_suggested_with_what_they_are_and_where(cast, timeline):
    assert [(each.name, each.role, each.agency, each.entries) for each in found(cast)] == [
        ("A. Clover", "health visitor", cast.health, 2),
        ("Miss Vetch", "teaching assistant", cast.health, 1),
        ("Mr Burdock", "", cast.health, 1),
    ]


def test_nobody_is_added_until_somebody_decides_and_then_under_a_pseudonym(cast, timeline, sign_in):
    page = visit(sign_in(cast.lead), ADDRESS, queries=45)
    assert "A. Clover" in words(page.main)
    with review_scope(cast.review):
        assert not Person.objects.exists()
    page = decide(sign_in(cast.lead), "A. Clover", "new")
    assert "A. Clover is in the register, as Health visitor 1 in reports." in words(page.main)
    with review_scope(cast.review):
        added = Person.objects.get()
    assert (added.kind, added.relation, added.agency) == ("practitioner", "health visitor", cast.health)
    assert [each.name for each in found(cast)] == ["Miss Vetch", "Mr Burdock"]


def test_a_name_that_may_be_somebody_s_is_offered_as_theirs_and_becomes_another_name_of_theirs(cast, timeline, sign_in):
    anna = people.add_person(by=cast.asha, review=cast.review, name="Anna Clover", kind="practitioner")
    assert next(each.perhaps for each in found(cast)) == (anna,)
    page = decide(sign_in(cast.lead), "A. Clover", str(anna.pk))
    assert "Anna Clover also goes by A. Clover." in words(page.main)
    assert Event.objects.filter(kind="people.also_called").count() == 1
    assert "A. Clover" not in [each.name for each in found(cast)]


def test_what_is_nobody_is_not_offered_again(cast, timeline, sign_in):
    decide(sign_in(cast.lead), "Mr Burdock", "nobody")
    people.suggest_no_more(by=cast.asha, review=cast.review, name="mr burdock")
    assert "Mr Burdock" not in [each.name for each in found(cast)]


def test_a_name_or_a_person_that_was_not_offered_is_refused(cast, timeline, sign_in):
    elsewhere = people.add_person(by=cast.asha, review=cast.second_review, name="Anna Clover", kind="practitioner")
    client = sign_in(cast.lead)
    assert "not on the list any more" in words(decide(client, "Somebody Typed", "new").main)
    assert "Choose one of what stands beside" in words(decide(client, "A. Clover", str(elsewhere.pk)).main)
    with review_scope(cast.review):
        assert not Person.objects.exists()


def test_who_may_not_change_the_register_can_do_none_of_it(cast, timeline, sign_in):
    for act in (
        lambda: people.suggest_no_more(by=cast.panel, review=cast.review, name="Mr Burdock"),
        lambda: people.call_also(
            by=cast.panel, name="x", person=people.add_person(by=cast.asha, review=cast.review, name="K", kind="other")
        ),
    ):
        with pytest.raises(Denied):
            act()
    assert sign_in(cast.panel).get(ADDRESS).status_code == 404


def test_when_everybody_was_decided_the_page_says_so(cast, sign_in):
    assert "Everybody whom the accepted timelines name" in words(visit(sign_in(cast.asha), ADDRESS).main)
