"""Telling people: on their page at once, by e-mail without a name, once, and only when it truly happened (TRUST 67)."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from tests.people import everybody
from threadline.access.gate import open_gate
from threadline.notices import actions, kinds, outbox, wording
from threadline.notices.calendar import Meeting
from threadline.notices.models import Letter, Notice
from threadline.people.models import Person
from threadline.reviews.method import pack_of

pytestmark = pytest.mark.django_db
LATE = {"due_on": date(2015, 11, 9), "days": 3}


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """Run the block and then what was to follow its transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def named(cast):
    """A family in the register of the cast's review."""
    with open_gate():
        for name in ("Tyler Dunmore", "Kayleigh Dunmore"):
            Person(review=cast.review, name=name, kind="family").save()
    return cast


def late(cast, **more):
    return actions.tell(
        [cast.police_author], "timeline-overdue", review=cast.review, link="/reviews/R-2015-01/", **{**LATE, **more}
    )


def everything_sent():
    """Every word that left by e-mail, attachments too."""
    return "\n".join(f"{m.subject}\n{m.body}\n{m.attachments}\n{m.from_email}" for m in mail.outbox)


def fixture_names(cast):
    """The names of everyone and everything of the fixtures, whole and in parts; "Nobody" is a word as well."""
    people = [user.name for user in cast.people.values()]
    places = [each.name for each in (cast.board, cast.other_board, cast.police, cast.health, cast.school)]
    parts = [part for name in (*people, "Tyler Dunmore", "Kayleigh Dunmore") for part in name.split() if len(part) > 2]
    return {*people, *places, *parts, "Tyler Dunmore"} - {"Nobody"}


def test_somebody_is_told_on_their_page_and_by_e_mail(cast, commits):
    with commits():
        assert late(cast) == 1
    notice = Notice.objects.get()
    assert (notice.user, notice.link) == (cast.police_author, "/reviews/R-2015-01/")
    assert notice.subject == "R-2015-01: your timeline was due on 9 November 2015"
    assert "It is 3 days late" in notice.body
    assert "http" not in notice.body
    sent = mail.outbox[0]
    assert sent.to == ["police.author@threadline.example"]
    assert sent.subject == notice.subject
    assert "/reviews/R-2015-01/" in sent.body
    assert notice.letter.state == Letter.State.SENT


def test_no_e_mail_and_no_calendar_file_names_anybody(named, commits):
    everybody(named)
    people = list(named.people.values())
    starts = datetime(2015, 11, 20, 10, tzinfo=UTC)
    meeting = Meeting("6f1c", starts, starts + timedelta(hours=2))
    values = {
        "reference": "", "role": "panel member", "due_on": date(2015, 11, 9), "days": 3, "meeting": "first meeting",
        "meets_on": starts, "stage": "Panel", "acts": "the learning event", "until": date(2015, 12, 1),
        "milestone": "the final report", "moved_from": date(2015, 11, 9), "moved_to": date(2015, 12, 9),
    }  # fmt: skip
    of_pack = [*kinds.of_pack(pack_of(named.review)), *kinds._kinds]
    with commits():
        for key in of_pack:
            given = {name: values[name] for name in kinds.kind(key).placeholders - {"link", "reference"}}
            actions.tell(people, key, review=named.review, link="/reviews/R-2015-01/", calendar=meeting, **given)
    assert len(mail.outbox) >= len(of_pack) * 10
    words = everything_sent()
    assert "BEGIN:VCALENDAR" in words
    assert {name for name in fixture_names(named) if name in words} == set()


@pytest.mark.parametrize("typed", ["Meeting about Tyler", "the DUNMORE family", "Westmarch Police", "with Ian Sorrel"])
def test_a_value_that_names_somebody_is_not_sent_and_the_person_is_still_told(named, commits, typed):
    with commits():
        told = actions.tell(
            [named.panel], "date-moved", review=named.review, link="/reviews/R-2015-01/", milestone=typed,
            moved_from=date(2015, 11, 9), moved_to=date(2015, 12, 9),
        )  # fmt: skip
    assert told == 1
    assert mail.outbox[0].subject == "R-2015-01: there is something for you to see"
    assert typed not in everything_sent()


def test_what_did_not_happen_is_not_told(cast, commits):
    with commits(), transaction.atomic():
        late(cast)
        transaction.set_rollback(True)
    assert not Notice.objects.exists()
    assert mail.outbox == []


def test_the_same_is_told_once(cast, commits):
    with commits():
        assert late(cast, once="file 1") == 1
        assert late(cast, once="file 1") == 0
        assert late(cast, once="file 2") == 1
    assert len(mail.outbox) == 2


def test_a_closed_account_is_told_nothing(cast, commits):
    cast.police_author.is_active = False
    with commits():
        assert late(cast) == 0


def test_family_are_told_on_their_page_and_never_by_e_mail(cast, commits):
    everybody(cast)
    with commits():
        actions.tell([cast.family, cast.supporter], "hold-released", review=cast.review, acts="the learning event")
    assert Notice.objects.filter(by_letter=False).count() == 2
    with commits():
        actions.choose(by=cast.family, daily=True)
        outbox.write_of_day()
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"days": "x" * 101}, "is a few words"),
        ({"due_on": "Long. " * 30}, "is a few words"),
        ({"due_on": "two\nlines"}, "is a few words"),
        ({"link": "https://elsewhere.example/"}, "path of ours"),
        ({"link": "/reviews/R-2015-01/?name=Tyler"}, "path of ours"),
    ],
)
def test_content_is_refused(cast, changed, says):
    given = {"due_on": date(2015, 11, 9), "days": 3, "link": "/reviews/R-2015-01/"} | changed
    with pytest.raises(ValueError, match=says):
        actions.tell([cast.police_author], "timeline-overdue", review=cast.review, **given)


def test_a_value_that_the_wording_needs_is_asked_for(cast):
    with pytest.raises(ValueError, match="needs days"):
        actions.tell([cast.lead], "timeline-overdue", review=cast.review, due_on=date(2015, 11, 9))


def test_a_kind_that_nobody_declared_is_refused(cast):
    with pytest.raises(kinds.UnknownKind):
        actions.tell([cast.lead], "nothing-like-it", review=cast.review)


def test_a_kind_may_not_name_anybody_and_is_declared_once(monkeypatch):
    monkeypatch.setattr(kinds, "_kinds", {})
    with pytest.raises(ValueError, match="may not use child"):
        kinds.register(kinds.Kind("tests.bad", "About {{ child }}", "x"))
    kinds.register(kinds.Kind("tests.good", "{{ reference }}: x", "x"))
    with pytest.raises(ValueError, match="declared twice"):
        kinds.register(kinds.Kind("tests.good", "y", "x"))


def test_words_for_the_page_leave_out_the_sentence_with_the_link(cast):
    kind = kinds.Kind("tests.words", "S", "First. Second one.\n\nSign in to send it, or agree: {{ link }}")
    assert wording.put(kind, review=cast.review, link="/x/", values={}).page == "First. Second one."
    kind = kinds.Kind("tests.words", "S", "First here. What else, and why: {{ link }}")
    assert wording.put(kind, review=cast.review, link="/x/", values={}).page == "First here."


def test_a_meeting_comes_with_a_calendar_file_that_says_when_and_no_more(cast, commits):
    starts = datetime(2015, 11, 20, 10, tzinfo=UTC)
    meeting = Meeting("6f1c", starts, starts + timedelta(hours=2), sequence=2)
    with commits():
        actions.tell([cast.panel], "hold-released", review=cast.review, link="/x/", calendar=meeting, acts="all")
    name, text, kind = mail.outbox[0].attachments[0]
    assert (name, kind) == ("meeting.ics", "text/calendar")
    entry = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
    assert set(entry) == {
        "UID", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DTSTAMP", "SEQUENCE", "CLASS", "STATUS",
    }  # fmt: skip
    assert str(entry["SUMMARY"]) == "Meeting, review R-2015-01"
    assert entry["DTSTART"].dt == starts
    gone = icalendar.Calendar.from_ical(
        actions.file_for(Meeting("6f1c", starts, starts, cancelled=True), reference="", link="/x/")
    )
    assert str(gone["METHOD"]) == "CANCEL"


def test_who_wishes_so_gets_one_letter_a_day(cast, commits):
    actions.choose(by=cast.police_author, daily=True)
    with commits():
        late(cast)
        late(cast, days=4)
        actions.tell([cast.police_author], "hold-placed", review=cast.review, acts="all", until=date(2016, 1, 1))
    assert [sent.subject for sent in mail.outbox] == ["R-2015-01: part of the review must wait"]
    read = Notice.objects.filter(kind="timeline-overdue").first()
    actions.mark_read(by=cast.police_author, notice=read)
    assert outbox.write_of_day() == 1
    assert outbox.write_of_day() == 0
    outbox.send_due()
    assert mail.outbox[1].subject == "Threadline: 1 thing for you to see"
    assert "was due on 9 November 2015" in mail.outbox[1].body


def test_only_one_s_own_can_be_marked(cast):
    late(cast)
    with pytest.raises(LookupError):
        actions.mark_read(by=cast.lead, notice=Notice.objects.get())
    assert actions.mark_all_read(by=cast.lead, seen=[Notice.objects.get().pk]) == 0
    assert actions.mark_all_read(by=cast.police_author, seen=[Notice.objects.get().pk]) == 1
    assert Notice.objects.get().read_at <= timezone.now()


def test_a_witness_without_an_account_can_be_written_to(cast, commits):
    with commits():
        actions.write_to("witness@elsewhere.example", subject="Head", body="1:abc")
    assert mail.outbox[0].to == ["witness@elsewhere.example"]
