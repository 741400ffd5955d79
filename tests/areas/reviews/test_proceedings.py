"""What runs beside the review: every kind answered, every contact kept, what must wait settled, a meeting's word."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.people import everybody
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.domain.framework.outcome import Verdict
from threadline.reviews import actions
from threadline.reviews.models import Contact, Process
from threadline.reviews.queries import proceedings as queries
from threadline.reviews.requirements import commissioning as checks

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
TRIAL = actions.ProcessSaid(
    kind="criminal", standing="running", title="The trial", led_by="DS Sorrel, Westmarch Police",
    opportunities="Statements.", risks="Witnesses are approached.",
)  # fmt: skip
OTHERS = ("coronial", "family_court", "employment", "other_review")


def add(cast, said=TRIAL, by=None):
    return actions.add_process(by=by or cast.asha, review=cast.review, said=said)


def answered(cast):
    process = add(cast)
    for kind in OTHERS:
        actions.none_known(by=cast.asha, review=cast.review, kind=kind)
    return process


def confirm(cast, by=None):
    with review_scope(cast.review):
        seen = queries.beside(review=cast.review, viewer=cast.asha).seen
    return actions.confirm_processes(
        by=by or cast.chair, review=cast.review, on=TODAY, meeting="the initial panel meeting", seen=seen
    )


def told(cast, check):
    with review_scope(cast.review):
        return check(cast.review)


def contact(cast, process, **values):
    given = {"on": TODAY, "office": "police", "with_whom": "DS Sorrel", "how": "telephone", "said": "Wait."}
    return actions.record_contact(by=cast.asha, process=process, **{**given, **values})


def settle(cast, process, waits=("learning_event.contact",)):
    return actions.settle_process(
        by=cast.asha, process=process, version=process.version, waits=waits, may_go_on="The rest.",
        settled_with="DS Sorrel", on=TODAY,
    )  # fmt: skip


def test_none_known_is_an_answer_until_there_is_one(cast):
    actions.none_known(by=cast.asha, review=cast.review, kind="criminal")
    with pytest.raises(Refused, match="on record already"):
        actions.none_known(by=cast.asha, review=cast.review, kind="criminal")
    add(cast)
    with pytest.raises(Refused, match="There is one of that kind"):
        actions.none_known(by=cast.asha, review=cast.review, kind="criminal")
    with review_scope(cast.review):
        assert [each.standing for each in Process.objects.all()] == ["running"]


def test_the_check_of_what_runs_beside_asks_for_every_kind(cast):
    add(cast)
    assert "inquest, family court proceedings" in told(cast, checks.parallel_processes_identified).reasons[0]
    for kind in OTHERS:
        actions.none_known(by=cast.asha, review=cast.review, kind=kind)
    assert told(cast, checks.parallel_processes_identified).reasons == ("The trial.",)


def test_a_meeting_confirms_with_opportunities_and_risks_what_it_has_read(cast):
    process = answered(cast)
    assert told(cast, checks.parallel_processes_confirmed).verdict is Verdict.NOT_MET
    with pytest.raises(actions.Overtaken, match="was changed while"):
        actions.confirm_processes(by=cast.chair, review=cast.review, on=TODAY, meeting="x", seen=[])
    with pytest.raises(Denied):
        confirm(cast, by=cast.asha)
    confirm(cast)
    assert told(cast, checks.parallel_processes_confirmed).on == TODAY
    bare = actions.ProcessSaid(kind="criminal", standing="running", title="The trial", led_by="DS Sorrel")
    with review_scope(cast.review):
        process.refresh_from_db()
    actions.change_process(by=cast.asha, process=process, version=process.version, said=bare)
    assert told(cast, checks.parallel_processes_confirmed).verdict is Verdict.NOT_MET
    with pytest.raises(Refused, match="opportunities and the risks of “The trial”"):
        confirm(cast)


def test_proceedings_are_planned_for_when_spoken_of_settled_and_held(cast):
    process = answered(cast)
    said = told(cast, checks.proceedings_planned_for).reasons
    assert "Nobody is on record as spoken with" in said[0]
    assert "not settled what must wait" in said[1]
    contact(cast, process)
    process = settle(cast, process)
    assert (
        "No hold stops what must wait for “The trial”: speaking with practitioners"
        in (told(cast, checks.proceedings_planned_for).reasons[0])
    )
    actions.place_hold(
        by=cast.asha, review=cast.review, kind="police_investigation", acts=[], since=TODAY, asked_by="DS Sorrel",
        because="Witnesses first.", process=process,
    )  # fmt: skip
    assert told(cast, checks.proceedings_planned_for).verdict is Verdict.MET


def test_with_no_proceedings_there_is_nothing_to_plan_for(cast):
    for kind in ("criminal", *OTHERS):
        actions.none_known(by=cast.asha, review=cast.review, kind=kind)
    assert told(cast, checks.proceedings_planned_for).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"on": TODAY + timedelta(1)}, "today or earlier"),
        ({"with_whom": " "}, "who was spoken"),
        ({"said": ""}, "what was said"),
    ],
)
def test_a_contact_says_when_with_whom_and_what(cast, values, sentence):
    with pytest.raises(Refused, match=sentence):
        contact(cast, add(cast), **values)


def test_what_was_said_with_the_police_is_not_for_the_panel(cast, sign_in):
    everybody(cast)
    process = add(cast)
    contact(cast, process, said="A suspect is to be arrested.")
    address = f"/reviews/R-2015-01/processes/{process.pk}/"
    assert "A suspect is to be arrested." in words(visit(sign_in(cast.panel_chair), address).main)
    assert "arrested" not in words(visit(sign_in(cast.panel), address).main)
    assert sign_in(cast.police_author).get(address).status_code == 404
    with review_scope(cast.review):
        assert not queries.contacts(process=process, viewer=cast.panel)
        assert Contact.objects.count() == 1


def test_two_who_change_a_process_at_once_do_not_overwrite_each_other(cast):
    process = add(cast)
    settle(cast, process)
    with pytest.raises(actions.Overtaken):
        settle(cast, process)


def days(name, on):
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def test_proceedings_and_a_hold_are_recorded_in_the_browser(cast, sign_in):
    base = "/reviews/R-2015-01/"
    page = visit(sign_in(cast.asha), f"{base}processes/")
    assert "Nobody has said yet whether there is any." in words(page.main)
    visit(sign_in(cast.asha), f"{base}processes/none/coronial/", method="post", follow=True)
    typed = {"title": "The trial", "standing": "running", "led_by": "DS Sorrel", "opportunities": "a", "risks": "b"}
    page = visit(
        sign_in(cast.asha), f"{base}processes/add/criminal/", method="post", data={**typed, "version": 1}, follow=True
    )
    at = page.response.request["PATH_INFO"]
    typed = {"office": "cps", "with_whom": "A Kerr", "how": "writing", "said": "Wait for us.", **days("on", TODAY)}
    page = visit(sign_in(cast.asha), f"{at}contact/", method="post", data=typed, follow=True)
    assert "Wait for us." in words(page.main)
    typed = {
        "version": 1,
        "waits": ["family.contact"],
        "may_go_on": "All else",
        "settled_with": "A Kerr",
        **days("on", TODAY),
    }
    page = visit(sign_in(cast.asha), f"{at}settle/", method="post", data=typed, follow=True)
    assert "Speaking with the family" in words(page.main)
    page = visit(sign_in(cast.panel), f"{base}processes/", queries=45)
    assert "It must wait for “The trial”, and no hold stops it yet." in words(page.main)
    visit(sign_in(cast.asha), f"{base}holds/place/")
    page = visit(sign_in(cast.asha), f"{base}holds/place/police_investigation/")
    assert "Speaking with practitioners" in words(page.main)
    typed = {
        "asked_by": "DS Sorrel",
        "because": "Witnesses first.",
        "acts": ["chronology.share"],
        **days("since", TODAY),
    }
    page = visit(sign_in(cast.asha), f"{base}holds/place/police_investigation/", method="post", data=typed, follow=True)
    assert "On hold: Criminal investigation" in words(page.select_one(".tl-identity"))
    page = visit(sign_in(cast.chair), f"{base}holds/")
    release = next(a["href"] for a in page.main.find_all("a") if "Release it" in words(a))
    version = visit(sign_in(cast.chair), release).find("input", {"name": "version"})["value"]
    typed = {"version": version, "authority": "DCI Marl", "reason": "Charges were dropped."}
    page = visit(sign_in(cast.chair), release, method="post", data=typed, follow=True)
    assert "allowed by DCI Marl: Charges were dropped." in words(page.main)
    assert page.select_one(".tl-identity__hold") is None


def test_what_is_sent_twice_is_kept_once(cast):
    process = add(cast)
    with pytest.raises(Refused, match="is on record already"):
        add(cast)
    contact(cast, process)
    with pytest.raises(Refused, match="on record already, in the same words"):
        contact(cast, process)
    placing = {"review": cast.review, "kind": "coroner", "acts": [], "since": TODAY, "asked_by": "A coroner"}
    actions.place_hold(by=cast.asha, because="So.", **placing)
    with pytest.raises(Refused, match="This hold stands already"):
        actions.place_hold(by=cast.asha, because="So.", **placing)
