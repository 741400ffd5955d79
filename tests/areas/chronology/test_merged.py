"""The merged chronology: who sees which entries, filters, windows, days, silences, months."""

import uuid
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from threadline.access.gate import open_gate
from threadline.access.scope import review_scope
from threadline.access.within import Standing
from threadline.chronology.filters import Filters, words_in
from threadline.chronology.models import Row
from threadline.chronology.queries import merged, rail
from threadline.chronology.queries.naming import pattern
from threadline.chronology.queries.timeline import Setting, age, items
from threadline.chronology.records import agency_part, fill, moment_key
from threadline.domain import dates
from threadline.domain.chronology.entries import Entry, Meaning, Place
from threadline.people import actions as people

pytestmark = pytest.mark.django_db

EVERYTHING = Filters()


@pytest.fixture
def write(cast):
    """Write entries straight into the chronology: `write(("3/2/2015", cast.police, "Seen."), …)`."""

    def written(*told, review=None):
        rows = []
        for when, agency, text, *others in told:
            row = Row(
                id=uuid.uuid4(), review=review or cast.review, agency=agency, table='""', number=1, ordinal=0,
                is_entry=True, live=True,
            )  # fmt: skip
            fields = tuple((Meaning.ACTION, other) for other in others)
            reading = dates.read(when)
            entry = Entry(
                place=Place("", "", 1),
                agency=agency.name,
                when=reading,
                date_text=when,
                description=text,
                fields=fields,
            )
            fill(row, entry)
            row.sort_key = moment_key(reading) + agency_part(agency.name) + row.pk.hex
            rows.append(row)
        with open_gate():
            Row._base_manager.bulk_create(rows)
        return rows

    return written


@pytest.fixture
def seen(cast):
    """What a person sees of the review through a filter, as descriptions in order."""

    def found(filters=EVERYTHING, *, by=None, review=None):
        review = review or cast.review
        with review_scope(review):
            viewer = by or cast.lead
            register = list(people_of(review))
            rows = merged.filtered(merged.entries(Standing(viewer, review)), filters, review, register)
            return list(rows.values_list("description", flat=True))

    return found


def people_of(review):
    from threadline.people.models import Person

    return Person.objects.filter(review=review).prefetch_related("also")


def test_entries_of_all_agencies_stand_in_one_order(chronology, seen):
    assert seen() == [
        "Antenatal booking.",
        "Home visit with police. Child not seen.",
        "Officers attended the address. Child asleep upstairs.",
        "Notification sent to social care about Mum.",
        "Telephone call to Robin's nursery.",
        "Report of criminal damage at the address.",
    ]


def test_the_order_in_the_database_is_the_domains(cast, receive, accept, rowan_house, seen):
    """Every entry of the example, whatever its date: the stored key sorts as the domain does."""
    from tests.areas.chronology.conftest import sample
    from threadline.chronology.records import entry_of

    (received,) = receive(sample(rowan_house, "HV chronology TD SD.docx"), agency=cast.health)
    accept(received.file)
    with review_scope(cast.review):
        stored = [entry_of(row, file="f") for row in Row.objects.filter(live=True).order_by("sort_key")]
    keys = [(*dates.sort_key(entry.when), entry.place.row) for entry in stored]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("who", "count"),
    [
        ("asha", 6),
        ("lead", 6),
        ("chair", 6),
        ("panel", 6),
        ("police_author", 3),
        ("health_author", 3),
        ("second_lead", 0),
        ("other_manager", 0),
        ("outsider", 0),
    ],
)
def test_who_sees_which_entries(cast, chronology, seen, who, count):
    assert len(seen(by=cast.people[who])) == count


def test_entries_of_files_that_are_not_accepted_are_not_in_it(cast, police_file, seen):
    assert seen() == []
    assert seen(by=cast.asha) == []


def test_a_filter_by_agency(cast, chronology, seen):
    assert len(seen(Filters(agencies=(str(cast.health.pk),)))) == 3
    assert len(seen(Filters(agencies=(str(cast.health.pk), str(cast.police.pk))))) == 6


def test_a_filter_by_dates_keeps_what_may_lie_within(cast, write, seen):
    write(
        ("3/2/2015", cast.police, "on the day"),
        ("February 2015", cast.police, "in the month"),
        ("2/2/2015", cast.police, "before"),
        ("4/2/2015", cast.police, "after"),
        ("before 1/1/2016", cast.police, "open at its beginning"),
        ("since 1/1/2014", cast.police, "open at its end"),
        ("not known", cast.police, "no date"),
    )
    day = date(2015, 2, 3)
    assert set(seen(Filters(first=day, last=day))) == {
        "on the day", "in the month", "open at its beginning", "open at its end",
    }  # fmt: skip
    assert "after" in seen(Filters(first=day))
    assert "before" not in seen(Filters(first=day))


def test_entries_outside_the_period_are_kept_unless_left_out_on_purpose(chronology, seen):
    assert "Antenatal booking." in seen()
    assert "Antenatal booking." not in seen(Filters(within=True))
    assert "Report of criminal damage at the address." in seen(Filters(within=True))


def test_every_word_must_be_in_the_entry_wherever_it_stands(cast, write, seen):
    write(
        ("1/2/2015", cast.police, "Child seen asleep.", "Referral to social care"),
        ("2/2/2015", cast.police, "Child seen awake."),
        ("3/2/2015", cast.police, "100% attendance, no_concern"),
    )
    assert seen(Filters(words=("CHILD", "referral"))) == ["Child seen asleep."]
    assert seen(Filters(words=("seen awake",))) == ["Child seen awake."]
    assert seen(Filters(words=("100%",))) == ["100% attendance, no_concern"]
    assert seen(Filters(words=("no_c",))) == ["100% attendance, no_concern"]
    assert seen(Filters(words=("n_c",))) == []


@pytest.fixture
def robin(cast):
    return people.add_person(
        by=cast.lead, review=cast.review, name="Robin Marsh", kind="child", born_on=date(2011, 6, 14),
        also=["Robin", "RM", "Will"],
    )  # fmt: skip


def test_a_filter_by_person_finds_every_name_as_a_whole_word(cast, robin, write, seen):
    write(
        ("1/2/2015", cast.police, "Robin was seen."),
        ("2/2/2015", cast.police, "ROBIN MARSH was seen."),
        ("3/2/2015", cast.police, "Nothing of note.", "RM's mother told"),
        ("4/2/2015", cast.police, "Robinson Road; a marsh robin; will attend; FIRM words."),
        ("5/2/2015", cast.police, "Will was seen."),
    )
    assert seen(Filters(people=(str(robin.pk),))) == [
        "Robin was seen.", "ROBIN MARSH was seen.", "Nothing of note.", "Will was seen.",
    ]  # fmt: skip


def test_a_name_added_to_the_register_is_found_from_then_on(cast, robin, write, seen):
    write(("1/2/2015", cast.police, "Bobby was seen."))
    assert seen(Filters(people=(str(robin.pk),))) == []
    people.change_person(
        by=cast.lead,
        person=robin,
        name="Robin Marsh",
        kind="child",
        relation="",
        born_on=None,
        also=["Bobby"],
        version=robin.version,
    )
    assert seen(Filters(people=(str(robin.pk),))) == ["Bobby was seen."]


def test_someone_who_is_not_in_the_register_is_named_nowhere(chronology, seen):
    assert seen(Filters(people=(str(uuid.uuid4()),))) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Mum", "mum said", True),
        ("Mum", "the mumps", False),
        ("mother", "MOTHER rang", True),
        ("Grace", "by the grace of", False),
        ("Ms D (mother)", "seen by Ms D (mother).", True),
        ("J.", "J. was seen", True),
    ],
)
def test_how_a_name_is_looked_for(name, text, found):
    import re

    assert bool(re.search(pattern([name]), text)) is found


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ()),
        ("asleep upstairs", ("asleep", "upstairs")),
        ('"asleep upstairs" child', ("asleep upstairs", "child")),
        ("“not seen” not", ("not seen", "not")),
        ("a a", ("a",)),
        (" ".join(map(str, range(30))), tuple(map(str, range(12)))),
    ],
)
def test_words_in_quotes_belong_together(typed, words):
    assert words_in(typed) == words


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    days=st.lists(
        st.sampled_from(["1/2/2015", "2/2/2015", "February 2015", "2015", "not known", "5/6/2015 2pm"]), max_size=25
    ),
    size=st.integers(1, 7),
)
def test_walking_through_the_windows_meets_every_entry_once_in_either_direction(cast, write, days, size):
    with open_gate(), review_scope(cast.review):
        Row.objects.all().delete()
    write(*((day, cast.police, f"entry {number}") for number, day in enumerate(days)))
    with review_scope(cast.review):
        rows = merged.entries(Standing(cast.lead, cast.review))
        everything = list(rows.values_list("id", flat=True))
        window = merged.window_from(rows, size=size)
        forward, stretches = [entry.id for entry in window.entries], [window]
        while window.more:
            window = merged.window_after(rows, window.entries[-1].sort_key, size=size)
            forward += [entry.id for entry in window.entries]
            stretches.append(window)
        backward = []
        last = stretches[-1]
        while last.before is not None:
            last = merged.window_before(rows, last.entries[0].sort_key, size=size)
            backward = [entry.id for entry in last.entries] + backward
    assert forward == everything
    assert backward == everything[: len(backward)]
    assert len(backward) >= len(everything) - size
    assert all(len(each.entries) <= size for each in stretches)


def test_a_window_at_a_day_begins_with_that_day_and_knows_what_stands_before(cast, chronology):
    with review_scope(cast.review):
        rows = merged.entries(Standing(cast.lead, cast.review))
        window = merged.window_from(rows, merged.key_at(date(2015, 2, 4)))
    assert window.entries[0].description == "Notification sent to social care about Mum."
    assert window.before.description == "Officers attended the address. Child asleep upstairs."


def test_an_entry_that_is_not_visible_is_no_place_to_start_from(cast, chronology):
    with review_scope(cast.review):
        rows = merged.entries(Standing(cast.lead, cast.review))
        assert merged.key_of(rows, uuid.uuid4()) == ""


def shown(cast, rows, *, children=(), filtered=False, start=""):
    with review_scope(cast.review):
        window = merged.window_from(merged.entries(Standing(cast.lead, cast.review)), start)
        return list(items(window, Setting(cast.review, {}, children, filtered)))


def test_entries_of_one_day_stand_under_one_heading_with_the_childrens_ages(cast, write, robin):
    rows = write(("3/2/2015 2pm", cast.police, "a"), ("3/2/2015", cast.health, "b"), ("4/2/2015", cast.health, "c"))
    first, second = shown(cast, rows, children=[robin])
    assert (first.heading, len(first.entries)) == ("Tuesday 3 February 2015", 2)
    assert first.ages == ("Robin Marsh 3 years 7 months",)
    assert [entry.time for entry in first.entries] == ["", "2pm"]
    assert second.heading == "Wednesday 4 February 2015"


def test_what_is_dated_less_exactly_never_stands_under_a_day(cast, write):
    rows = write(
        ("February 2015", cast.police, "a"), ("early March 2015", cast.police, "b"), ("2016", cast.police, "c"),
        ("since 1/5/2016", cast.police, "d"), ("12-14 May 2016", cast.police, "e"), ("n/k", cast.police, "f"),
    )  # fmt: skip
    headings = [item.heading for item in shown(cast, rows) if item.kind == "day"]
    assert headings == [
        "February 2015", "Early March 2015", "2016", "1 May 2016 or later", "12 to 14 May 2016", "Date not known",
    ]  # fmt: skip


def test_doubt_period_and_hand_are_said_in_words_and_the_date_as_given_beside_them(cast, write):
    rows = write(("about 3/2/2015", cast.police, "a"), ("22/05,2010", cast.police, "b"), ("3/2/2015", cast.police, "c"))
    marks = {
        entry.text: (entry.marks, entry.given)
        for day in shown(cast, rows)
        if day.kind == "day"
        for entry in day.entries
    }
    assert marks["a"] == (("date uncertain", "typed by hand"), "about 3/2/2015")
    assert marks["b"] == (("outside the period", "typed by hand"), "22/05,2010")
    assert marks["c"] == (("typed by hand",), "")


def silences(found):
    return [item.words for item in found if item.kind == "silence"]


def test_a_silence_of_two_weeks_is_told_between_the_days_it_parts(cast, write):
    rows = write(("1/2/2015", cast.police, "a"), ("15/2/2015", cast.police, "b"), ("2/3/2015", cast.police, "c"))
    assert silences(shown(cast, rows)) == ["14 days: no agency recorded any contact."]
    assert silences(shown(cast, rows, filtered=True)) == ["14 days: nothing in this view."]


def test_what_is_dated_less_exactly_breaks_no_silence_and_is_mentioned(cast, write):
    rows = write(("1/2/2015", cast.police, "a"), ("March 2015", cast.police, "m"), ("1/5/2015", cast.police, "b"))
    assert silences(shown(cast, rows)) == [
        "88 days: no agency recorded any contact, apart from what is dated less exactly."
    ]


def test_a_silence_before_a_later_window_is_told_too_and_a_day_goes_on(cast, write):
    rows = write(
        ("1/2/2015", cast.police, "a"), ("1/5/2015 9am", cast.police, "b"), ("1/5/2015 10am", cast.police, "c")
    )
    at_b, at_c = (row.sort_key for row in rows[1:])
    assert silences(shown(cast, rows, start=at_b)) == ["88 days: no agency recorded any contact."]
    (day,) = shown(cast, rows, start=at_c)
    assert day.heading == "Friday 1 May 2015 (continued)"


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2011, 6, 13), "not yet born"),
        (date(2011, 6, 14), "0 days"),
        (date(2011, 6, 20), "6 days"),
        (date(2011, 7, 1), "2 weeks"),
        (date(2011, 7, 14), "1 month"),
        (date(2013, 6, 13), "23 months"),
        (date(2013, 6, 14), "2 years"),
        (date(2015, 2, 3), "3 years 7 months"),
    ],
)
def test_a_childs_age_in_the_words_used_of_children(on, words):
    assert age(date(2011, 6, 14), on) == words


def test_the_months_of_the_period_are_all_there_and_far_stretches_without_anything_are_not(cast):
    counts = {200501: 1, 201502: 4, 201601: 2, 0: 3}
    years = rail.years(counts, review=cast.review, address="?", shown=(date(2015, 2, 3), date(2015, 3, 1)))
    months = {year.label: [(month.label, month.entries) for month in year.months] for year in years}
    assert months["2005"] == [("Jan", 1)]
    assert set(months) == {"2005", "2014", "2015", "2016"}
    assert months["2014"] == [("Sep", 0), ("Oct", 0), ("Nov", 0), ("Dec", 0)]
    assert [label for label, _ in months["2015"]][-3:] == ["Oct", "Nov", "Dec"]
    feb = next(month for year in years for month in year.months if month.entries == 4)
    assert (feb.href, feb.current) == ("?at=2015-02-01", True)


def test_months_are_counted_as_the_viewer_may_see_them(cast, chronology):
    with review_scope(cast.review):
        whole = merged.by_month(merged.entries(Standing(cast.lead, cast.review)))
        own = merged.by_month(merged.entries(Standing(cast.police_author, cast.review)))
    assert whole == {0: 1, 201203: 1, 201502: 3, 201503: 1}
    assert own == {0: 1, 201502: 2}


def test_a_view_of_another_review_does_not_exist_here(cast, chronology):
    from threadline.chronology import actions

    view = actions.keep_view(by=cast.lead, review=cast.review, filters=Filters(words=("x",)))
    with review_scope(cast.second_review):
        assert merged.view(review=cast.second_review, token=view.token) is None


def test_the_same_filter_has_one_address(cast, chronology, events):
    from threadline.chronology import actions

    one, two = (
        actions.keep_view(by=who, review=cast.review, filters=Filters(agencies=("b", "a"), words=("Mum",)))
        for who in (cast.lead, cast.panel)
    )
    assert one == two
    assert events() == ["chronology.filtered"] * 2
    assert merged.filters_of(one) == Filters(agencies=("a", "b"), words=("Mum",))
    from threadline.audit.models import Event

    assert all("Mum" not in event.detail_json + event.objects_json for event in Event.objects.all())
