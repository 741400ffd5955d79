"""Each of the thirty checks: what it finds, and what it leaves alone."""

from datetime import date

import pytest
from tests.domain.chronology.checks.making import RULES, SAID, line, setting

from threadline.domain.chronology.checks import CHECKS, Differing, Header, Named, ask
from threadline.domain.chronology.checks.residue import is_nhs_number
from threadline.domain.chronology.entries import Meaning


def found(check, *lines, **changed):
    return list(CHECKS[check](list(lines), setting(**changed), RULES))


def numbered(*texts, start=1, **fields):
    return [line(text, f"{number} February 2015", number=number, **fields) for number, text in enumerate(texts, start)]


ASKED = [
    ("missing-parts", line("A visit.", source="")),
    ("missing-parts", line("A visit.", "")),
    ("missing-parts", line("")),
    ("vague-source", line("A visit.", source="Case notes.")),
    ("vague-source", line("A visit.", source="N/A")),
    ("outside-period", line("A visit.", "3 February 2012")),
    ("outside-period", line("A visit.", "3 February 2016")),
    ("outside-period", line("A visit.", "31 June 2015")),
    ("doubt-hidden", line("A call. Exact date not recorded.")),
    ("weekday-wrong", line("A visit.", "Monday 3 February 2015")),
    ("late-entry", line("A visit.", written="9 February 2015")),
    ("recorded-before", line("A visit.", written="2 February 2015")),
    ("starts-late", line("A visit.", "3 February 2015")),
    ("abbreviation", line("Seen by the QZTX nurse.")),
    ("initials-only", line("R.M. came with the nurse.")),
    ("initials-only", line("RM came with the nurse.")),
    ("worker-without-role", line("A call.", professional="Nia Bracken")),
    ("child-seen", line("Home visit to the family. Tenancy discussed.")),
    ("child-voice", line("Home visit. Robin seen.")),
    ("child-voice", line("Home visit made.", child_seen="Seen alone")),
    ("opinion", line("The house was clearly dirty.")),
    ("hearsay", line("Allegedly there was shouting the night before.")),
    ("hindsight", line("This was a missed opportunity to weigh the baby.")),
    ("outcome-missing", line("Bruise to the left arm.")),
    ("outcome-missing", line("No injury to the face. Bruise to the left arm.")),
    ("decision-without-reason", line("Referral received. NFA.")),
    ("copied", line("word " * 201)),
    ("loaded-words", line("Mother is hard to reach.")),
]


@pytest.mark.parametrize(("check", "row"), ASKED, ids=[f"{check} {n}" for n, (check, _) in enumerate(ASKED)])
def test_a_question_is_asked(check, row):
    (asked,) = found(check, row)
    assert asked.rows == ("row 1",)
    assert asked.sentence[-1] in ".?"
    assert asked.mark


LEFT_ALONE = [
    ("missing-parts", line("A visit.")),
    ("vague-source", line("A visit.", source="GP record of 3 February")),
    ("outside-period", line("A visit.", "September 2015")),
    ("outside-period", line("A visit.", "")),
    ("doubt-hidden", line("A call. Exact date not recorded.", "about 3 February 2015")),
    ("weekday-wrong", line("A visit.", "Tuesday 3 February 2015")),
    ("late-entry", line("A visit.", written="4 February 2015")),
    ("recorded-before", line("A visit.", written="3 February 2015")),
    ("starts-late", line("A visit.", "3 October 2014")),
    ("abbreviation", line("Seen by the GP. PLEASE READ THIS NOW. The RM file. Part IV.")),
    ("initials-only", line("The GP came.")),
    ("worker-without-role", line("A call.", professional="Nia Bracken, health visitor")),
    ("worker-without-role", line("A call.", professional="Duty team")),
    ("child-seen", line("Home visit: no reply.")),
    ("child-seen", line("Home visit. Robin not seen.")),
    ("child-seen", line("Home visit.", child_seen="Seen")),
    ("child-voice", line("Home visit. Robin seen and said the dog is big.")),
    ("child-voice", line("Home visit. Robin seen.", voice="Smiled at the nurse")),
    ("child-voice", line("Home visit. Robin not seen.")),
    ("opinion", line("Kay said: “it is clearly dirty”.")),
    ("hearsay", line("The neighbour rang and said that there was shouting.")),
    ("hindsight", line("Weighed: 5.2 kg.")),
    ("outcome-missing", line("Bruise to the left arm. Examined at hospital.")),
    ("outcome-missing", line("Bruise to the left arm.", action="Photographs")),
    ("outcome-missing", line("Argument in the street. No offences disclosed.")),
    ("outcome-missing", line("Weighed and undressed. No bruising, no new injuries.")),
    ("decision-without-reason", line("NFA because no offence was disclosed.")),
    ("copied", line("A visit.")),
    ("loaded-words", line("Mother did not answer three calls.")),
]


@pytest.mark.parametrize(("check", "row"), LEFT_ALONE, ids=[f"{check} {n}" for n, (check, _) in enumerate(LEFT_ALONE)])
def test_no_question_is_asked(check, row):
    assert found(check, row) == []


def test_the_method_words_every_check_and_numbers_them_as_the_field_does():
    assert [each.id for each in sorted(SAID.checks, key=lambda each: each.number)] == list(CHECKS)
    assert sorted(each.number for each in SAID.checks) == list(range(1, 31))


def test_a_file_without_a_column_for_sources_is_asked_once_and_not_row_by_row():
    rows = numbered("A.", "B.", source="")
    columns = {"timeline.docx": frozenset({Meaning.DATE, Meaning.EVENT})}
    assert found("missing-parts", *rows, columns=columns) == []
    assert len(found("columns-left-out", *rows, columns=columns)) == 1


def test_a_row_out_of_order_is_asked_about_with_the_row_above():
    rows = [line("A.", f"{day} February 2015", number=n) for n, day in enumerate((3, 4, 1, 5, 6), 1)]
    (asked,) = found("out-of-order", *rows)
    assert asked.rows == ("row 2", "row 3")
    assert "4 February 2015" in asked.sentence


def test_a_file_that_runs_backwards_is_in_order():
    rows = [line("A.", f"{day} February 2015", number=n) for n, day in enumerate((9, 8, 7, 6), 1)]
    assert found("out-of-order", *rows) == []
    typed = [line("A.", "9 February 2015", file=""), line("A.", "3 February 2015", file="")]
    assert found("out-of-order", *typed) == []


def test_a_silence_is_asked_about_with_its_two_rows():
    rows = [line("A.", "3 October 2014"), line("B.", "3 March 2015", number=2)]
    (asked,) = found("silence", *rows)
    assert asked.rows == ("row 1", "row 2")
    assert "3 October 2014 to 3 March 2015: 150 days" in asked.sentence
    assert found("silence", *rows, every=200) == []
    (expected,) = found("silence", *rows, every=28)
    assert "expected every 28 days" in expected.sentence


def test_a_silence_that_a_row_explains_is_not_asked_about_again():
    rows = [line("A.", "3 October 2014"), line("B.", "3 March 2015", number=2)]
    (asked,) = found("silence-unexplained", *rows)
    assert asked.sentence.startswith("One silence is not explained")
    explained = [line("Case closed.", "3 October 2014"), rows[1]]
    assert found("silence-unexplained", *explained) == []
    third = line("C.", "3 August 2015", number=3)
    assert found("silence-unexplained", *rows, third)[0].sentence.startswith("2 silences are")


def test_an_undated_history_does_not_start_late():
    assert found("starts-late", line("A.", "")) == []


def test_an_abbreviation_is_one_question_however_many_rows_use_it():
    (asked,) = found("abbreviation", *numbered("The QZTX came.", "A QZTX.", "Nothing."))
    assert asked.rows == ("row 1", "row 2")
    assert asked.sentence == "What does “QZTX” mean? It is used in 2 rows."


def test_a_child_nobody_mentions_for_long_is_asked_about():
    rows = numbered("Robin seen.", *["Rent paid."] * 15, "Robin seen.")
    (asked,) = found("child-left-out", *rows)
    assert asked.rows == ("row 2", "row 16")
    assert "15 rows in a row do not mention Robin Marsh" in asked.sentence
    assert found("child-left-out", *rows[:15]) == []


def test_the_same_text_twice_is_asked_about():
    text = "Kay came to the clinic with Robin and the nurse weighed him and talked about sleep."
    (asked,) = found("copied", *numbered(text, "Another row.", text))
    assert asked.rows == ("row 1", "row 3")


def test_mostly_routine_rows_are_asked_about():
    rows = numbered(*["Text message sent."] * 14, *["Home visit."] * 6)
    (asked,) = found("routine-flood", *rows)
    assert "14 of 20 rows (70%)" in asked.sentence
    assert found("routine-flood", *rows[:19]) == []
    assert found("routine-flood") == []


def test_a_timeline_without_anything_that_went_well_is_asked_about():
    assert "None of 10 rows" in found("only-negatives", *numbered(*["Shouting heard."] * 10))[0].sentence
    assert found("only-negatives", *numbered(*["Shouting heard."] * 9, "Robin was happy.")) == []


def test_accounts_that_differ_are_asked_about_with_the_agency_s_own_row():
    differing = (
        Differing(("row 1", "row 9"), "The police say asleep, health not seen."), Differing(("row 8",), "Others."),
    )  # fmt: skip
    (asked,) = found("accounts-differ", line("Child asleep."), differing=differing)
    assert (asked.rows, asked.sentence) == (("row 1",), "The police say asleep, health not seen.")


CODED = numbered("Child A seen.", "Adult 1 rang.", "Child A at school.")


@pytest.mark.parametrize("left", ["Kay Marsh", "07700 900123", "M1 1AE", "943 476 5919"])
def test_an_anonymised_file_with_something_left_is_asked_about(left):
    (asked,) = found("identity-left", *CODED, line(f"Told by {left}.", number=9))
    assert (asked.rows, left in asked.sentence) == (("row 9",), True)


def test_a_file_with_names_in_it_is_not_taken_for_anonymised():
    assert found("identity-left", *numbered("Kay Marsh rang.", "Robin seen.")) == []
    assert found("identity-left", *CODED) == []


def test_the_check_figure_of_an_nhs_number_counts():
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5918")


def test_a_date_of_birth_that_differs_from_the_register_is_asked_about():
    header = Header("Northfield Trust", "Robin Marsh, DOB 14/06/2010")
    (asked,) = found("births-disagree", headers=(header,))
    assert "14 June 2010" in asked.sentence
    assert "The register has 14 June 2011" in asked.sentence
    assert found("births-disagree", headers=(Header("Northfield Trust", "Robin Marsh (born 14.06.2011)"),)) == []


def test_dates_of_birth_are_compared_between_agencies_where_the_register_has_none():
    child = Named("Robin Marsh", ("Robin",), child=True)
    headers = (Header("Northfield Trust", "Robin, DOB 14/06/2010"), Header("Police", "Robin, DOB 14/06/2011"))
    (asked,) = found("births-disagree", headers=headers, people=(child,))
    assert "Police has 14 June 2011" in asked.sentence
    in_a_row = found("births-disagree", line("Robin DOB 1/6/2010 seen."), headers=headers[1:], people=(child,))
    assert in_a_row[0].rows == ("row 1",)
    assert found("births-disagree", headers=headers[:1], people=(child,)) == []


def test_columns_of_the_form_that_a_file_lacks_are_asked_about():
    columns = {"timeline.docx": frozenset({Meaning.DATE, Meaning.EVENT, Meaning.SOURCE, Meaning.PROFESSIONAL})}
    (asked,) = found("columns-left-out", line("A."), columns=columns)
    assert asked.sentence.endswith("child seen, action.")
    assert found("columns-left-out", line("A."), columns={"timeline.docx": frozenset(Meaning)}) == []


def test_the_same_finding_in_a_corrected_file_has_the_same_mark():
    first, again = (line("Bruise to the left arm.", number=n, file=f) for n, f in ((1, "a.docx"), (7, "b.docx")))
    assert [each.mark for each in found("outcome-missing", first)] == [
        each.mark for each in found("outcome-missing", again)
    ]


def test_all_checks_are_run():
    rows = [line("Bruise to the left arm, clearly old.", "3 March 2012", source="")]
    assert {each.check for each in ask(rows, setting(), RULES)} == {
        "missing-parts", "outside-period", "opinion", "outcome-missing",
    }  # fmt: skip
    assert ask([], setting(last=date(2015, 9, 30)), RULES) == []
