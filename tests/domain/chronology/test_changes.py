"""A corrected file compared with the one before: what is added, altered, gone, whatever rows moved."""

from dataclasses import replace

from hypothesis import given, settings
from tests.domain.chronology.making import FILES, entry, reading, readings

from threadline.domain.chronology.changes import compare
from threadline.domain.chronology.entries import Meaning, Place, Reading

LONG = "Home visit with the social worker; the child was seen and spoken to alone in the kitchen."


def test_inserted_rows_alter_nothing() -> None:
    old = reading(entry(2, words="One."), entry(3, "04/02/2015", "Two."))
    new = reading(entry(2, "01/02/2015", "New."), entry(3, words="One."), entry(4, "04/02/2015", "Two."))

    changes = compare(old, new)

    assert [one.description for one in changes.added] == ["New."]
    assert (changes.altered, changes.gone) == ((), ())
    assert [(before.place.row, after.place.row) for before, after in changes.unchanged] == [(2, 3), (3, 4)]


def test_a_removed_row_is_gone() -> None:
    changes = compare(
        reading(entry(2, words="One."), entry(3, words="Two, quite another thing.")), reading(entry(2, words="One."))
    )

    assert [one.description for one in changes.gone] == ["Two, quite another thing."]


def test_a_corrected_date_is_an_alteration_of_the_date() -> None:
    changes = compare(reading(entry(2, "31/06/2015", LONG)), reading(entry(5, "30/06/2015", LONG)))

    assert [(pair.old.place.row, pair.new.place.row, pair.fields) for pair in changes.altered] == [(2, 5, ("date",))]


def test_reworded_text_on_the_same_day_is_an_alteration() -> None:
    changes = compare(reading(entry(2, words=LONG)), reading(entry(4, words=LONG + " She said she was hungry.")))

    assert [pair.fields for pair in changes.altered] == [("description",)]


def test_other_words_on_the_same_day_are_another_entry() -> None:
    changes = compare(reading(entry(2, words=LONG)), reading(entry(2, words="Rent arrears letter sent to the tenant.")))

    assert (len(changes.added), len(changes.gone), changes.altered) == (1, 1, ())


def test_words_and_date_both_changed_in_the_same_row_are_still_the_same_entry() -> None:
    changes = compare(
        reading(entry(2, "03/02/2015", LONG)), reading(entry(2, "04/02/2015", LONG.replace("kitchen", "garden")))
    )

    assert [pair.fields for pair in changes.altered] == [("date", "description")]


def test_a_changed_column_is_named_by_its_meaning() -> None:
    old = entry(2, words=LONG, fields=((Meaning.ACTION, "None"),), cells=(("Outcome", "None"),))
    new = entry(2, words=LONG, fields=((Meaning.ACTION, "Referral"),), cells=(("Outcome", "Referral"),))

    assert compare(reading(old), reading(new)).altered[0].fields == ("action",)


def test_a_changed_column_that_nobody_understood_is_named_other() -> None:
    old, new = entry(2, words=LONG, cells=(("Ward", "A1"),)), entry(2, words=LONG, cells=(("Ward", "A2"),))

    assert compare(reading(old), reading(new)).altered[0].fields == ("other",)


def test_a_row_that_only_moved_to_another_column_order_is_unchanged() -> None:
    old = entry(2, words=LONG, cells=(("Date", "3/2"), ("Event", LONG)))
    new = entry(2, words=LONG, cells=(("Event", LONG), ("Date", "3/2")))

    changes = compare(reading(old), reading(new))

    assert (len(changes.unchanged), changes.altered) == (1, ())


def test_a_time_or_an_agency_that_changed_is_named() -> None:
    old = entry(2, "03/02/2015 09:30", LONG)
    new = entry(2, "03/02/2015 10:30", LONG, agency="GP")

    assert compare(reading(old), reading(new)).altered[0].fields == ("time", "agency")


def test_the_same_words_on_many_days_are_paired_in_order() -> None:
    old = reading(entry(2, "03/02/2015", "No reply."), entry(3, "04/02/2015", "No reply."))
    new = reading(entry(2, "03/02/2015", "No reply."), entry(3, "05/02/2015", "No reply."))

    changes = compare(old, new)

    assert [(pair.old.place.row, pair.fields) for pair in changes.altered] == [(3, ("date",))]
    assert (changes.added, changes.gone) == ((), ())


@settings(max_examples=40, deadline=None)
@given(readings(FILES[1]))
def test_a_reading_compared_with_itself_has_not_changed(one: Reading) -> None:
    changes = compare(one, one)

    assert (changes.added, changes.altered, changes.gone) == ((), (), ())
    assert len(changes.unchanged) == len(one.entries)


@settings(max_examples=40, deadline=None)
@given(readings(FILES[0]), readings(FILES[0]))
def test_every_entry_of_both_is_accounted_for_once(old: Reading, new: Reading) -> None:
    new = replace(
        new, entries=tuple(replace(one, place=Place("gp.csv", "new", row)) for row, one in enumerate(new.entries, 1))
    )

    changes = compare(old, new)

    befores = [*changes.gone, *(pair.old for pair in changes.altered), *(pair[0] for pair in changes.unchanged)]
    afters = [*changes.added, *(pair.new for pair in changes.altered), *(pair[1] for pair in changes.unchanged)]
    assert sorted(map(repr, befores)) == sorted(map(repr, old.entries))
    assert sorted(map(repr, afters)) == sorted(map(repr, new.entries))
