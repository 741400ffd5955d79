"""The pages of a person's notices."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.visit import visit, words
from threadline.notices import actions, queries
from threadline.notices.calendar import Meeting
from threadline.notices.models import Notice

pytestmark = pytest.mark.django_db


def tell(cast, *people, **more):
    given = {"acts": "the learning event", "until": date(2016, 1, 1), **more}
    return actions.tell(people, "hold-placed", review=cast.review, link="/reviews/R-2015-01/", **given)


def test_who_was_told_nothing_reads_what_will_be_here(cast, sign_in):
    page = visit(sign_in(cast.lead), "/notices/", queries=20)
    assert "What we tell you will be here" in words(page.main)


def test_everything_one_was_told_stands_there_and_nothing_of_others(cast, sign_in):
    tell(cast, cast.lead, cast.panel)
    page = visit(sign_in(cast.lead), "/notices/", queries=20)
    assert len(page.select("tbody tr")) == 1
    link = page.select_one("tbody a")
    assert (words(link), link["href"]) == ("R-2015-01: part of the review must wait", "/reviews/R-2015-01/")
    assert "the following must wait: the learning event" in words(page.main)
    assert "New" in words(page.main)


def test_notices_are_marked_as_read_one_by_one_or_all_that_were_seen(cast, sign_in):
    for _ in range(3):
        tell(cast, cast.lead)
    client = sign_in(cast.lead)
    first = queries.mine(viewer=cast.lead)[0]
    visit(client, f"/notices/{first.pk}/read/", method="post", follow=True)
    page = visit(client, "/notices/")
    seen = [field["value"] for field in page.find_all("input", attrs={"name": "seen"})]
    assert len(seen) == 2
    tell(cast, cast.lead)
    visit(client, "/notices/", method="post", data={"seen": [*seen, "nonsense"]}, follow=True)
    assert len(queries.unread(viewer=cast.lead)) == 1


def test_nobody_marks_or_takes_what_another_was_told(cast, sign_in):
    tell(cast, cast.panel)
    notice = Notice.objects.get()
    client = sign_in(cast.lead)
    assert client.post(f"/notices/{notice.pk}/read/").status_code == 404
    assert client.get(f"/notices/{notice.pk}/meeting.ics").status_code == 404
    assert Notice.objects.get().read_at is None


def test_unread_notices_stand_on_my_work_and_can_be_marked_there(cast, sign_in):
    tell(cast, cast.lead)
    client = sign_in(cast.lead)
    page = visit(client, "/")
    assert "Notices you have not read" in [words(heading) for heading in page.find_all("h2")]
    page = visit(client, f"/notices/{Notice.objects.get().pk}/read/", method="post", data={"work": "1"}, follow=True)
    assert words(page.h1) == "My work"
    assert "Notices you have not read" not in words(page.main)


def test_a_meeting_can_be_taken_into_a_calendar(cast, sign_in):
    starts = datetime(2015, 11, 20, 10, tzinfo=UTC)
    tell(cast, cast.lead, calendar=Meeting("6f1c", starts, starts + timedelta(hours=2)))
    tell(cast, cast.lead)
    client = sign_in(cast.lead)
    with_file = Notice.objects.exclude(calendar="").get()
    assert visit(client, "/notices/").find("a", href=f"/notices/{with_file.pk}/meeting.ics")
    response = client.get(f"/notices/{with_file.pk}/meeting.ics")
    assert response["Content-Type"].startswith("text/calendar")
    assert b"BEGIN:VEVENT" in response.content
    without = Notice.objects.get(calendar="")
    assert client.get(f"/notices/{without.pk}/meeting.ics").status_code == 404


def test_a_person_chooses_when_to_be_written_to(cast, sign_in):
    client = sign_in(cast.lead)
    assert visit(client, "/notices/how/").find("input", value="each", checked=True)
    assert words(visit(client, "/notices/how/", method="post", data={}).title).startswith("Error: ")
    page = visit(client, "/notices/how/", method="post", data={"how": "daily"}, follow=True)
    assert "We write to you once a day" in words(page.main)
    assert queries.daily(viewer=cast.lead)


def test_a_long_list_comes_in_windows_without_a_gap(cast, sign_in):
    for _ in range(queries.WINDOW + 3):
        tell(cast, cast.lead)
    client = sign_in(cast.lead)
    page = visit(client, "/notices/", queries=20)
    earlier = page.find("a", string="Earlier notices")
    rest = visit(client, earlier["href"], queries=20)
    assert (len(page.select("tbody tr")), len(rest.select("tbody tr"))) == (queries.WINDOW, 3)
