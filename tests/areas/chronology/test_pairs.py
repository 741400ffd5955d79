"""Same event? What is suggested, what people say of it, and that an answer outlasts another reading of the file."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.areas.chronology.conftest import address, fresh
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.models import Judgement, Row, Search, Suggestion
from threadline.chronology.queries import events, pairs
from threadline.domain.chronology.entries import Act

pytestmark = pytest.mark.django_db

POLICE = """Date,Time,Source of Information,Significant Event
03/02/2015,14:15,STORM log 12,Strategy discussion held with social care about a bruise to Tyler's left cheek.
03/02/2015,14:20,STORM log 13,Strategy discussion with social care about the bruise to Tyler's left cheek.
20/05/2015,,Crime report,Report of criminal damage at the address.
"""
CARE = """Date of contact,Detail of contact,Professional
03/02/2015,Strategy discussion with police about a bruise to Tyler's right cheek.,Nia Bracken
09/07/2015,Telephone call about housing benefit.,Nia Bracken
"""


@pytest.fixture
def two(cast, receive, accept):
    """The entries of two agencies: a strategy discussion twice by the police, once by the trust, and others."""
    for agency, text in ((cast.police, POLICE), (cast.health, CARE)):
        (received,) = receive((f"{agency}.csv", text), agency=agency, token=str(agency))
        accept(received.file)
    with review_scope(cast.review):
        yield list(Row.objects.filter(live=True).select_related("review"))


def test_entries_of_one_event_are_suggested_with_why_and_what_differs(cast, two):
    assert actions.find_now(str(cast.review.pk)) >= 2
    across = Suggestion.objects.filter(within=False)
    assert across
    assert all("strategy" in each.why.lower() for each in across)
    assert Suggestion.objects.filter(within=True).count() == 1
    search = Search.objects.get(review=cast.review)
    assert not search.under_way
    assert search.of == events.fingerprint(cast.review)


def ask(cast):
    actions.find_now(str(cast.review.pk))
    found = pairs.waiting(cast.review, within=False, viewer=cast.lead).select_related("a", "b").first()
    return found.a, found.b


def test_a_refused_pair_is_never_offered_again(cast, two):
    a, b = ask(cast)
    actions.judge(by=cast.lead, review=cast.review, one=b, other=a, says="different")
    actions.find_now(str(cast.review.pk))
    assert not Suggestion.objects.filter(a=a, b=b, offered=True).exists()
    assert (a.pk, b.pk) not in set(pairs.waiting(cast.review, within=False, viewer=cast.lead).values_list("a", "b"))


def test_an_answer_outlasts_another_reading_of_the_file(cast, two, act):
    a, b = ask(cast)
    actions.judge(by=cast.lead, review=cast.review, one=a, other=b, says="same")
    file = fresh(a.file)
    row = Row.objects.filter(file=file).exclude(pk=a.pk).last()
    row = Row._base_manager.filter(file=file).exclude(pk=a.pk).last()
    seen = actions.seen_of(file, row.table, row.number)
    left_out = actions.Settlement(Act.LEAVE_OUT, because="Another family's")
    act(actions.settle_row, by=cast.asha, file=file, row=row, settlement=left_out, seen=seen)
    assert not Row._base_manager.get(pk=row.pk).live
    assert events.tied(cast.review)[a.pk] == tuple(sorted((a.pk, b.pk)))
    assert Row.objects.get(pk=a.pk).live


def test_tied_entries_keep_their_differences_and_are_not_asked_again(cast, two):
    a, b = ask(cast)
    actions.judge(by=cast.lead, review=cast.review, one=a, other=b, says="same")
    actions.find_now(str(cast.review.pk))
    kept = Suggestion.objects.get(a=a, b=b)
    assert not kept.offered
    assert any(field == "fact" for field, *_ in kept.differences)


def test_an_answer_is_taken_back_and_asked_again(cast, two):
    a, b = ask(cast)
    made = actions.judge(by=cast.lead, review=cast.review, one=a, other=b, says="same")
    actions.take_back(by=cast.lead, review=cast.review, judgement=made)
    assert ask(cast) == (a, b)
    with pytest.raises(Refused, match="taken back already"):
        actions.take_back(by=cast.lead, review=cast.review, judgement=made)


def test_two_entries_tied_through_a_third_are_not_asked_about(cast, two):
    actions.find_now(str(cast.review.pk))
    first, second, third = (row for row in two if row.earliest == date(2015, 2, 3))
    actions.judge(by=cast.lead, review=cast.review, one=first, other=second, says="same")
    actions.judge(by=cast.lead, review=cast.review, one=second, other=third, says="same")
    left = [
        *pairs.waiting(cast.review, within=False, viewer=cast.lead),
        *pairs.waiting(cast.review, within=True, viewer=cast.lead),
    ]
    assert {first.pk, third.pk} not in [{each.a_id, each.b_id} for each in left]
    assert left == []


def test_the_chronology_is_looked_through_once_for_several_askings(cast, two, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as due:
        for _ in range(3):
            actions.look_for_pairs(by=cast.lead, review=cast.review)
    assert len(due) == 1


def test_two_people_never_answer_over_each_other(cast, two):
    a, b = ask(cast)
    actions.judge(by=cast.lead, review=cast.review, one=a, other=b, says="unsure")
    actions.judge(by=cast.asha, review=cast.review, one=a, other=b, says="same")
    assert actions.judge(by=cast.lead, review=cast.review, one=a, other=b, says="same").by == cast.asha
    with pytest.raises(actions.Overtaken, match="Asha Fernleigh said “Same event”"):
        actions.judge(by=cast.lead, review=cast.review, one=a, other=b, says="different")


def test_answers_stand_together_or_are_refused(cast, two):
    first, second, third, *_ = two
    actions.judge(by=cast.lead, review=cast.review, one=first, other=second, says="same")
    actions.judge(by=cast.lead, review=cast.review, one=second, other=third, says="same")
    with pytest.raises(Refused, match="tied through a third"):
        actions.judge(by=cast.lead, review=cast.review, one=first, other=third, says="different")
    fourth = two[3]
    actions.judge(by=cast.lead, review=cast.review, one=first, other=fourth, says="different")
    with pytest.raises(Refused, match="of a different event"):
        actions.judge(by=cast.lead, review=cast.review, one=third, other=fourth, says="same")
    with pytest.raises(Refused, match="two entries"):
        actions.judge(by=cast.lead, review=cast.review, one=first, other=first, says="same")


@pytest.mark.parametrize("who", ["panel", "chair", "police_author"])
def test_only_reviewers_say_which_entries_are_one_event(cast, two, who):
    with pytest.raises(Denied):
        actions.judge(by=getattr(cast, who), review=cast.review, one=two[0], other=two[1], says="same")


def test_the_pages_lead_through_the_questions(cast, two, sign_in):
    client = sign_in(cast.lead)
    a, b = ask(cast)
    assert "0 of" in words(visit(client, address("pairs")).main)
    page = visit(client, address("pair", a.pk, b.pk))
    assert "Why we ask." in words(page.main)
    assert page.main.find("mark")
    answered = client.post(address("pair", a.pk, b.pk), {"says": "same"})
    assert answered.status_code == 302
    assert Judgement.objects.get().by == cast.lead
    assert "said “Same event”" in words(visit(client, address("pair", a.pk, b.pk)).main)
    assert "Take back" in words(visit(client, address("pairs")).main)
    client.post(address("take_back", Judgement.objects.get().pk))
    assert not Judgement.objects.exists()
    assert "within a fortnight" in words(visit(client, address("nearby", a.pk)).main)
    assert client.post(address("pairs")).status_code == 302
    assert "Looking through the chronology" in words(visit(client, address("pairs")).main)


LINKS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(10, 15)) | st.tuples(st.integers(0, 4), st.integers(5, 9)), max_size=9
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(LINKS)
def test_who_is_tied_to_whom_equals_brute_force(links):
    found = events.joined(links)
    reached = {one: {one} for link in links for one in link}
    for _ in range(16):
        for a, b in links:
            reached[a] |= reached[b]
            reached[b] |= reached[a]
    assert found == {one: tuple(sorted(several)) for one, several in reached.items()}
