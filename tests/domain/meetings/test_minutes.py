"""Minutes drafted from the record."""

from threadline.domain.meetings.attendance import Came
from threadline.domain.meetings.minutes import Attended, Item, Settled, ToDo, draft


def test_the_draft_says_who_came_and_what_each_item_came_to():
    attended = [
        Attended("Ana Marl", "Panel Chair", Came.PRESENT, chaired=True),
        Attended("Bo Reed", "Westmarch Police", Came.DEPUTY, deputy="Di Cole"),
        Attended("Cy Fenn", "", Came.APOLOGIES),
        Attended("Ed Holt", "Larkspur School", Came.ABSENT),
    ]
    item = Item(
        "timeline", "Merged timeline", "Read together. ",
        (Settled("The Panel agrees the merged timeline", True), Settled("Key events", False, "Two are missing.")),
        (ToDo("Ask for the log", "Ana Marl", "3 May 2016"),),
    )  # fmt: skip
    present, away, first, second = draft(attended, [item, Item("event", "Learning event")])
    assert present.text == "Ana Marl, Panel Chair (chaired the meeting)\nDi Cole, Westmarch Police, for Bo Reed"
    assert away.text == "Cy Fenn: apologies\nEd Holt, Larkspur School: absent without word"
    assert first.text.split("\n") == [
        "Read together.",
        "Decided: The Panel agrees the merged timeline.",
        "Not agreed: Key events. Two are missing.",
        "Action: Ask for the log (Ana Marl, by 3 May 2016)",
    ]
    assert second.text == "Nothing was recorded under this item."


def test_an_empty_record_says_so():
    present, away = draft([], [])
    assert present.text == away.text == "Nobody."


def test_a_deputy_without_a_name_is_still_a_deputy():
    (present, _) = draft([Attended("Bo Reed", "Police", Came.DEPUTY)], [])
    assert present.text == "A deputy, Police, for Bo Reed"
