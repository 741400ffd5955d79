"""Key events, sharing and what was known then, notes, named views, the picture: acts and pages."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.areas.chronology.conftest import address
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.gate import open_gate
from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.filters import Filters
from threadline.chronology.models import FamilyMoment, KeyEvent, NamedView, Note, Row, Sharing
from threadline.chronology.queries import known
from threadline.chronology.queries import notes as note_queries
from threadline.chronology.requirements import key_events_explained
from threadline.domain.framework.outcome import Verdict
from threadline.panel.models import Decision, Meeting
from threadline.people import actions as people
from threadline.people.models import Person

pytestmark = pytest.mark.django_db

EXPLAINED = {
    "practice": "inaction", "did": "Nobody saw the child.", "decision": "To wait for the visit.",
    "decided_by": "Duty officer", "sense": "The notice said low risk.",
}  # fmt: skip


@pytest.fixture
def rows(cast, chronology):
    """The entries of the police and of the trust, in order."""
    with review_scope(cast.review):
        yield list(Row.objects.filter(live=True).select_related("review", "agency"))


@pytest.fixture
def visited(rows, cast):
    """The police's attendance of 3 February."""
    return next(row for row in rows if row.agency == cast.police and row.earliest == date(2015, 2, 3))


def main(client, name, *arguments, query=""):
    return words(visit(client, address(name, *arguments) + query).main)


def test_a_key_event_is_proposed_explained_and_confirmed(cast, visited, sign_in):
    client = sign_in(cast.lead)
    assert "No key event is marked yet" in main(client, "key_events")
    assert "Officers attended" in main(client, "mark", visited.pk)
    client.post(address("mark", visited.pk), {"title": "Child not seen by police"})
    event = KeyEvent.objects.get()
    assert key_events_explained(cast.review).verdict is Verdict.NOT_MET
    assert "Not said yet: whether something was done" in main(client, "key_event", event.pk)
    with pytest.raises(Refused, match="marked as a key event already"):
        actions.mark_key_event(by=cast.lead, row=visited, title="Again", told={})
    actions.change_key_event(
        by=cast.lead, key_event=event, title=event.title, told=EXPLAINED, episode=None, version=event.version
    )
    assert key_events_explained(cast.review).verdict is Verdict.MET
    late = client.post(address("key_event_change", event.pk), {"title": "Mine", "version": 1, "sense": "My own words"})
    assert "Somebody changed this key event" in late.content.decode()
    assert "My own words" in late.content.decode()
    event.refresh_from_db()
    assert "Record the confirmation" in main(client, "key_event_confirm", event.pk)
    met = {
        "met_on-day": "5",
        "met_on-month": "11",
        "met_on-year": "2015",
        "minuted": "Minute 4",
        "version": event.version,
    }
    assert client.post(address("key_event_confirm", event.pk), met).status_code == 302
    assert "The panel met on 5 November 2015; Minute 4." in main(client, "key_event", event.pk)
    assert "★ Key event: Child not seen by police" in main(sign_in(cast.panel), "merged")


def test_a_key_event_set_aside_is_kept_and_put_back(cast, visited):
    event = actions.mark_key_event(by=cast.lead, row=visited, title="A visit", told=EXPLAINED)
    with pytest.raises(Refused, match="Say why"):
        actions.set_aside_key_event(by=cast.lead, key_event=event, because=" ", version=1)
    aside = actions.set_aside_key_event(by=cast.lead, key_event=event, because="Routine", version=1)
    assert key_events_explained(cast.review).verdict is Verdict.NOT_MET
    back = actions.put_back_key_event(by=cast.lead, key_event=aside, version=aside.version)
    assert (back.state, back.did) == ("proposed", "Nobody saw the child.")
    future = actions.Confirmation(date(2999, 1, 1), "Minute 1")
    with pytest.raises(Refused, match="still to come"):
        actions.confirm_key_event(by=cast.lead, key_event=back, confirmation=future, version=back.version)


@pytest.mark.parametrize("who", ["panel", "chair", "police_author"])
def test_only_reviewers_mark_and_only_those_who_may_confirm(cast, visited, who):
    with pytest.raises(Denied):
        actions.mark_key_event(by=getattr(cast, who), row=visited, title="A visit", told={})
    event = actions.mark_key_event(by=cast.lead, row=visited, title="A visit", told={})
    with pytest.raises(Denied):
        actions.confirm_key_event(
            by=getattr(cast, who), key_event=event, confirmation=actions.Confirmation(date(2015, 1, 1), "4"), version=1
        )


def test_episodes_group_key_events_and_leave_them_behind(cast, visited, sign_in):
    client = sign_in(cast.lead)
    visit(client, address("episode_new"))
    client.post(address("episode_new"), {"title": "The February visit", "about": "Police and health."})
    episode = actions.make_episode(by=cast.lead, review=cast.review, title="Another", about="")
    actions.mark_key_event(by=cast.lead, row=visited, title="A visit", told={}, episode=episode)
    assert "Another" in main(client, "key_events")
    visit(client, address("episode", episode.pk))
    assert "Its key events stay" in main(client, "episode_out", episode.pk)
    actions.take_out_episode(by=cast.lead, episode=episode, because="One too many", version=1)
    assert KeyEvent.objects.get().episode is None
    with pytest.raises(actions.Overtaken):
        actions.change_episode(by=cast.lead, episode=episode, title="Late", about="", version=1)


def tell(cast, row, agency, when="5 February 2015", **more):
    contributor = cast.review.contributors.get(agency=agency)
    said = {"whom": "Duty nurse", "how": "by telephone", "when": when, "shown_by": "Trust log, row 7"} | more
    return actions.record_sharing(by=cast.lead, row=row, contributor=contributor, shared=actions.Shared(**said))


def test_an_agency_knows_what_it_recorded_and_what_it_was_told(cast, rows, visited):
    tell(cast, visited, cast.health)
    case = known.Case(cast.review, cast.lead)
    before = known.as_known(case, str(cast.health.pk), date(2015, 2, 3))
    after = known.as_known(case, str(cast.health.pk), date(2015, 2, 5))
    assert visited.pk in {each.id for each in before.unknown}
    assert [(each.id, each.how) for each in after.told] == [
        (visited.pk, "Duty nurse told by telephone, 5 February 2015")
    ]  # fmt: skip
    assert before.after == date(2015, 2, 5)
    assert "By 5 February 2015 Northfield Trust knew of 3 of the 4 entries" in after.sentence
    assert "2 from its own records, 1 that records show it was told of" in after.sentence


def test_sharing_is_recorded_with_what_shows_it_and_taken_back_with_a_reason(cast, visited):
    for wrong, sentence in (
        ({"how": " "}, "Say how"), ({"shown_by": " "}, "which record"),
        ({"when": "1 January 2015"}, "before the event"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=sentence):
            tell(cast, visited, cast.health, **wrong)
    with pytest.raises(Refused, match="own entry"):
        tell(cast, visited, cast.police)
    made = tell(cast, visited, cast.health)
    with pytest.raises(Refused, match="Say why"):
        actions.take_back_sharing(by=cast.lead, sharing=made, because="")
    actions.take_back_sharing(by=cast.lead, sharing=made, because="Another child")
    found = known.as_known(known.Case(cast.review, cast.lead), str(cast.health.pk), date(2015, 3, 1))
    assert found.told == ()
    assert Sharing.objects.get().back_because == "Another child"


def test_the_pages_of_what_was_known(cast, visited, sign_in):
    client = sign_in(cast.lead)
    assert "Nobody is recorded" in main(client, "share", visited.pk)
    agency = cast.review.contributors.get(agency=cast.health)
    sent = {"agency": agency.pk, "how": "by letter", "when": "", "shown_by": "PPN", "whom": ""}
    assert client.post(address("share", visited.pk), sent).status_code == 302
    assert "day not known" in main(client, "share", visited.pk)
    assert "kept with your reason" in main(client, "share_back", Sharing.objects.get().pk)
    reader = sign_in(cast.panel)
    assert "Hindsight" in main(reader, "known")
    asked = main(reader, "known", query=f"?who={cast.health.pk}&on=2015-02-10")
    assert "May have been known: the date is uncertain" in asked
    assert "Recorded by others, not known to it" in asked
    both = main(reader, "known", query=f"?who={cast.health.pk}&other={cast.police.pk}&on=10+February+2015")
    assert "Only Northfield Trust" in both
    assert "Write a date like" in main(reader, "known", query=f"?who={cast.health.pk}&on=nonsense")
    assert "Told by letter, day not known" in main(reader, "matrix")


@pytest.fixture
def nurse(cast):
    """Nia Bracken, named as the professional of two entries of the trust."""
    return people.add_person(
        by=cast.lead, review=cast.review, name="Nia Bracken", kind="practitioner", relation="health visitor", also=[]
    )


def test_a_person_knows_what_they_took_part_in_and_what_they_were_told(cast, rows, visited, nurse):
    shared = actions.Shared("", "by telephone", "5 February 2015", "Trust log, row 7")
    actions.record_sharing(by=cast.lead, row=visited, person=nurse, shared=shared)
    case = known.Case(cast.review, cast.lead)
    before, after = (known.as_known(case, str(nurse.pk), date(2015, 2, day)) for day in (4, 5))
    assert [each.how for each in before.known] == ["took part, as the record says, 3 February 2015"]
    assert visited.pk in {each.id for each in before.unknown}
    assert [(each.id, each.how) for each in after.told] == [
        (visited.pk, "Nia Bracken told by telephone, 5 February 2015")
    ]  # fmt: skip
    assert "By 5 February 2015 Nia Bracken, health visitor knew of 2 of the " in after.sentence
    assert "1 in which they are recorded as taking part, 1 that records show they were told of." in after.sentence
    trust = known.as_known(case, str(cast.health.pk), date(2015, 2, 5))
    assert trust.told == ()
    found = known.matrix(case)
    assert [each.word for each in found.columns if each.person] == ["Nia Bracken, health visitor"]
    assert "Told by telephone, 5 February 2015" in {cell for row in found.rows for cell in row.cells}


def test_what_was_told_to_a_person_goes_with_them_when_they_are_joined_with_another(cast, rows, visited, nurse):
    double = people.add_person(by=cast.lead, review=cast.review, name="N. Bracken", kind="practitioner", also=[])
    shared = actions.Shared("", "by letter", "", "A letter")
    actions.record_sharing(by=cast.lead, row=visited, person=double, shared=shared)
    people.merge_people(by=cast.lead, keep=nurse, gone=double, born_on=None, versions=(nurse.version, double.version))
    case = known.Case(cast.review, cast.lead)
    assert {each.person for several in case.tellings.values() for each in several} == {str(nurse.pk)}


def test_who_was_told_is_an_agency_or_a_person_of_the_register(cast, rows, visited, nurse, sign_in):
    shared = actions.Shared("", "by telephone", "", "The log")
    with pytest.raises(Refused, match="Choose the agency or the person"):
        actions.record_sharing(by=cast.lead, row=visited, shared=shared)
    gone = people.take_out(by=cast.lead, person=nurse, because="Another case", version=nurse.version)
    with pytest.raises(Refused, match="not in the register"):
        actions.record_sharing(by=cast.lead, row=visited, person=gone, shared=shared)
    nurse = people.put_back(by=cast.lead, person=gone)
    client = sign_in(cast.lead)
    sent = {"person": nurse.pk, "how": "by telephone", "when": "5 Feb 2015", "shown_by": "Trust log"}
    assert client.post(address("share", visited.pk), sent).status_code == 302
    assert "Nia Bracken" in main(client, "share", visited.pk)
    assert "told to Nia Bracken, 5 February 2015" in main(client, "merged")
    asked = main(client, "known", query=f"?who={nurse.pk}&other={cast.police.pk}&on=2015-02-10")
    assert "Only Nia Bracken, health visitor" in asked
    assert "Recorded by others, not known to them" in main(client, "known", query=f"?who={nurse.pk}&on=2015-02-10")
    assert "Took part" in main(client, "matrix") or "Told by telephone" in main(client, "matrix")
    stays = client.post(address("share", visited.pk), {"how": "by letter", "shown_by": "A letter"})
    assert "Choose the agency or the person" in stays.content.decode()


def test_a_private_note_is_read_by_its_writer_alone(cast, visited, sign_in):
    mine = actions.write_note(by=cast.lead, row=visited, text="Why did nobody look?", audience="mine")
    actions.write_note(by=cast.lead, row=visited, text="Ask the police.", audience="panel")
    own, theirs = main(sign_in(cast.lead), "merged"), main(sign_in(cast.panel), "merged")
    assert "Why did nobody look?" in own
    assert "Why did nobody look?" not in theirs
    assert "Note for the panel by Marcus Thornhill: Ask the police." in theirs
    assert mine not in note_queries.own(review=cast.review, viewer=cast.asha)
    assert sign_in(cast.asha).get(address("note_change", mine.pk)).status_code == 404
    with pytest.raises(Denied):
        actions.change_note(by=cast.asha, note=mine, text="Mine", audience="panel", version=1)


def test_a_note_is_changed_and_removed_by_its_writer(cast, visited, sign_in):
    client = sign_in(cast.panel)
    visit(client, address("note", visited.pk))
    assert client.post(address("note", visited.pk), {"text": "A thought", "audience": "panel"}).status_code == 302
    note = Note.objects.get()
    visit(client, address("note_change", note.pk))
    client.post(address("note_change", note.pk), {"text": "A better thought", "audience": "panel", "version": 1})
    late = client.post(address("note_change", note.pk), {"text": "Old", "audience": "panel", "version": 1})
    assert "changed while you had it open" in late.content.decode()
    assert "A better thought" in main(client, "source", visited.pk)
    client.post(address("note_change", note.pk), {"text": "x", "audience": "panel", "version": 2, "remove": "1"})
    assert "thought" not in main(client, "source", visited.pk)


def test_a_view_gets_a_name_for_oneself_or_for_all(cast, visited, sign_in):
    client = sign_in(cast.lead)
    view = actions.keep_view(by=cast.lead, review=cast.review, filters=Filters(words=("child",)))
    assert "Name the view you came from" in main(client, "views", query=f"?view={view.token}")
    client.post(address("views") + f"?view={view.token}", {"name": "The child", "audience": "panel"})
    actions.name_view(by=cast.lead, review=cast.review, view=view, name="Mine alone", audience="mine")
    with pytest.raises(Refused, match="already"):
        actions.name_view(by=cast.lead, review=cast.review, view=view, name="Mine alone", audience="mine")
    theirs = main(sign_in(cast.panel), "views")
    assert "The child" in theirs
    assert "Mine alone" not in theirs
    named = NamedView.objects.get(name="The child")
    assert sign_in(cast.panel).post(address("view_forget", named.pk)).status_code == 404
    assert sign_in(cast.lead).post(address("view_forget", named.pk)).status_code == 302
    assert NamedView.objects.count() == 1


def _chunks(png):
    """Where each chunk of a PNG file begins."""
    at = 8
    while at < len(png):
        yield at
        at += 12 + int.from_bytes(png[at : at + 4], "big")


def test_the_picture_has_its_table_and_is_a_file_with_its_filter(cast, rows, sign_in):
    client = sign_in(cast.lead)
    page = visit(client, address("picture"))
    assert page.main.find("svg")
    assert "The family’s own life" in words(page.main)
    near = visit(client, address("picture") + "?from=2015-02-01&to=2015-02-28")
    assert "3 entries from 1 February 2015 to 28 February 2015" in words(near.main)
    assert f"#e-{rows[1].pk}" in str(near.main)
    file = client.get(address("picture_file") + "?from=2015-02-01&to=2015-02-28")
    assert file["Content-Type"] == "image/svg+xml"
    assert "attachment" in file["Content-Disposition"]
    assert "all agencies, everyone" in file.content.decode()
    assert "<a " not in file.content.decode()
    png = client.get(address("picture_file") + "?as=png")
    assert (png["Content-Type"], png.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert "attachment" in png["Content-Disposition"]
    assert not {b"tEXt", b"iTXt", b"eXIf", b"tIME"} & {png.content[at + 4 : at + 8] for at in _chunks(png.content)}
    assert client.get(address("picture_file") + "?as=gif").status_code == 404
    assert client.get(address("picture") + "?view=nothing").status_code == 404
    visit(client, address("picture") + "?from=rubbish&to=0001-01-01")


def test_tied_accounts_read_as_one_event(cast, rows, visited, sign_in):
    health = next(row for row in rows if row.agency == cast.health and row.earliest == date(2015, 2, 3))
    actions.judge(by=cast.lead, review=cast.review, one=visited, other=health, says="same")
    page = visit(sign_in(cast.panel), address("merged"))
    blocks = page.main.select(".tl-entry__accounts--several")
    assert len(blocks) == 1
    assert {words(each) for each in blocks[0].select(".tl-account__text")} == {
        "Officers attended the address. Child asleep upstairs.", "Home visit with police. Child not seen.",
    }  # fmt: skip
    assert "2 accounts" in words(blocks[0])
    assert "6 entries" in words(page.main)


@pytest.fixture
def pseudonymous(cast):
    """A view with pseudonyms; Robin and his mother are in the register."""
    people.add_person(
        by=cast.lead, review=cast.review, name="Robin Marsh", kind="child", born_on=date(2011, 6, 14), also=["Robin"]
    )
    people.add_person(
        by=cast.lead, review=cast.review, name="Ann Marsh", kind="family", relation="mother", also=["Mum"]
    )
    return actions.keep_view(by=cast.lead, review=cast.review, filters=Filters(anonymised=True))


def test_a_view_shows_pseudonyms_in_place_of_names_and_so_do_its_files(cast, rows, pseudonymous, sign_in):
    client, view = sign_in(cast.lead), f"?view={pseudonymous.token}"
    robin, mother = (Person.objects.get(name=name).pseudonym for name in ("Robin Marsh", "Ann Marsh"))
    page = main(client, "merged", query=view)
    assert "pseudonyms for names" in page
    assert f"Telephone call to {robin}'s nursery." in page
    assert f"Notification sent to social care about {mother}." in page
    assert f"{robin} 3 years 7 months" in page
    assert "Robin" not in page
    assert "Telephone call to Robin's nursery." in main(client, "merged")
    for kind in ("csv", "json"):
        text = client.get(address("export", kind) + view).content.decode()
        assert f"{robin}'s nursery" in text
        assert "Robin" not in text
    assert "Robin" not in client.get(address("picture_file") + view).content.decode()


def test_a_view_of_key_events_alone(cast, visited, sign_in):
    actions.mark_key_event(by=cast.lead, row=visited, title="A visit", told={})
    view = actions.keep_view(by=cast.lead, review=cast.review, filters=Filters(key_events=True))
    page = main(sign_in(cast.panel), "merged", query=f"?view={view.token}")
    assert "only key events" in page
    assert "1 entry" in page
    assert "Officers attended" in page


def test_the_familys_own_life_has_a_lane(cast, rows, sign_in):
    client = sign_in(cast.lead)
    assert "Nothing is recorded yet" in main(client, "family")
    client.post(address("family"), {"title": "The family moved", "when": "early March 2015", "source": "The mother"})
    unread = client.post(address("family"), {"title": "Later", "when": "some time", "source": "An aunt"})
    assert "cannot be read as a date" in unread.content.decode()
    moment = FamilyMoment.objects.get()
    assert (moment.earliest, moment.latest) == (date(2015, 3, 1), date(2015, 3, 10))
    table = main(client, "picture", query="?from=2015-03-01&to=2015-03-31")
    assert "The family’s own life" in table
    assert "Take out" in main(client, "family")
    assert "kept with your reason" in main(client, "family_out", moment.pk)
    client.post(address("family_out", moment.pk), {"because": "It was another family"})
    assert "Nothing is recorded yet" in main(client, "family")
    with pytest.raises(Refused, match="already"):
        actions.take_out_moment(by=cast.lead, moment=moment, because="Again")


def test_the_panels_own_decision_fills_the_confirmation(cast, visited, sign_in):
    event = actions.mark_key_event(by=cast.lead, row=visited, title="A visit", told={})
    start = datetime(2015, 11, 5, 10, tzinfo=UTC)
    with open_gate():
        meeting = Meeting(
            review=cast.review,
            kind="initial",
            title="Initial",
            starts=start,
            ends=start + timedelta(hours=2),
            called_by=cast.asha,
        )
        meeting.save()
        decision = Decision(
            meeting=meeting, item="key_events", kind="key_events_confirmed", requirement="2.3.b", agreed=True,
            words="The Panel confirms the key events", decided_on=date(2015, 11, 5), by=cast.asha,
        )  # fmt: skip
        decision.save()
    client = sign_in(cast.lead)
    page = visit(client, address("key_event_confirm", event.pk))
    assert page.find(attrs={"name": "minuted"})["value"] == "The Panel confirms the key events"
    said = {"met_on-day": 5, "met_on-month": 11, "met_on-year": 2015, "minuted": "Minute 4", "version": 1}
    assert client.post(address("key_event_confirm", event.pk), said).status_code == 302
    assert KeyEvent.objects.get().decision_ref == str(decision.pk)
