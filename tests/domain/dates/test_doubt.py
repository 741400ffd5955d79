"""What could be misread: never a wrong day without a word."""

import pytest
from tests.domain.dates.said import said


@pytest.mark.parametrize(
    "words",
    [
        "(DV incident)", "(aged 14)", "(late entry)", "- phone call", "GP appointment", "late entry",
        ": home visit", "A&E attendance", "A & E", "S47 enquiry", "ref 12345", "2 officers attended", "111 call",
        "999 call", "1:1 session", "may have been seen", "March on foot", "sat with mother", "and mother attended",
        "to hospital", "by phone", "from school", "about housing", "possibly assaulted", "? injury", "?fracture",
        "Crime no 1234/15", "[amended]", "before school", "(end of term)", "Xmas", "16yo seen", "2/52 review",
        "PC 2575 Smith", "(crime ref 1234)", "for 2 weeks", "2 o", "we saw mother", "- 2 calls made", "– 2nd visit",
        "about 20 people", "May half term",
    ],
)  # fmt: skip
def test_words_after_a_date_change_nothing(words: str) -> None:
    assert said(f"3/2/15 {words}") == "2015-02-03"


@pytest.mark.parametrize(
    "words",
    [
        "Date:",
        "Letter dated",
        "Phone call on",
        "DV incident",
        "Home visit -",
        "•",
        "a)",
        "=",
        "Christmas Day",
        "A&E",
        "Call and visit",
    ],
)
def test_words_of_the_field_before_a_date_change_nothing(words: str) -> None:
    assert said(f"{words} 3/2/15") == "2015-02-03"


@pytest.mark.parametrize(
    "words",
    ["Mr Smith", "? injury", "xyz", "2 home visits", "1st visit", "first seen", "somehow", "-", "Thu/", "befor"],
)
def test_words_before_a_date_that_are_not_known_are_asked_about(words: str) -> None:
    assert said(f"{words} 3/2/15").endswith("!ambiguous")


@pytest.mark.parametrize(
    "text",
    [
        "3, 5 and 9 May 2015", "3.5.16 & 5.5.16", "3/5/16, 5/5/16", "3/5/16 or 4/5/16", "3/5/16\n4/5/16",
        "12 & 13 May 2015", "2013 & 2014", "12/14 May 2015", "Jan/Mar 2015", "3/2/15 - 5/2/15 - 7/2/15",
        "28/29/30 May 2015", "Feb 2015, March 2015", "3-5-7 May 2015", "1. 3/2/15", "week 3 3/2/15", "early 3/2/15",
        "3/2/2015 3 Feb 2015", "12 and 13 May 2015", "2013, 2014 and 2015", "half May 2015", "Easter 2015",
        "summer term 2015", "3/2/15 and 5 Feb",
    ],
)  # fmt: skip
def test_several_dates_or_words_that_change_one_give_no_dates(text: str) -> None:
    assert said(text).split()[0] in ("unknown", "impossible")
    assert "!" in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "3/2/15 (recorded 5/2/15)", "3/2/15 recorded on 5 Feb 2015", "3/2/15 (DOB 4/5/99)",
        "created 3/2/15 amended 5/2/15", "3/2/15 until Easter", "3/2/15 until further notice", "3/2/15 ongoing",
        "3/2/15 +", "3/2/15 -", "3/2/15 onwrads", "3/2/15 to prsent", "3/2/15 later", "3/2/15 or", "3/2/15 weekend",
        "3/2/15 2015-", "3/2/15 to Friday", "3/2/15 May", "12/05/2014 - 2015", "3/2/15 seen in 2014",
        "3/2/15 (3 Feb 2015 report)",
    ],
)  # fmt: skip
def test_what_follows_a_date_and_may_change_it_is_asked_about(text: str) -> None:
    assert said(text).endswith("!ambiguous")
    assert said(text).startswith(("2015-02-03", "2014-05-12"))


@pytest.mark.parametrize(
    "text",
    [
        "7/03/20 21 Fri", "24 may 20 13, evening", "27 Apr 20 09 (end of term)", "29 Apr 20r09 pm", "2005-03-1k7",
        "2017-04e-17", "2016-06-:12", "2014/05/;18", "21.15-17.1.15", "12.05 - 12/03/2024", "1,9 /06/ 2009",
        "3-7/04 2014", "2023/-05", "2016/f07", "15.11.?05-17.12.05", "from 2014-0306 to 2014-04-07",
        "D 15/01 2018 22.30", "2018p financial year", "2015 Smith Street", "2015 onwords", "19/12/20(23 (approx)",
        "12.10.2020 20:45 to 05.05 to", "6/9/08–2010/08", "thru 20.10.2022", "We 15 Jan 2009", "/c 29/02/2024",
        "3 Feb 2130", "3/2/15 1355-144", "3/2/15 22450145hrs", "20-22.10o.03", "2015s",
    ],
)  # fmt: skip
def test_a_date_cut_in_two_or_run_together_is_never_read_without_a_word(text: str) -> None:
    assert "!" in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "2115 on Sept 25, 2016",
        "1915\nNov 30th, 2016",
        "2016 30 May 2016",
        "1930 3/2/16",
        "2016 3/2/16",
        "3/2/16 - 1930",
    ],
)
def test_digits_that_look_like_a_year_beside_a_whole_date_are_the_time(text: str) -> None:
    assert said(text).split()[0].startswith("2016-")
    assert said(text).split()[1] in ("21:15", "19:15", "20:16", "19:30")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5 Sep 2013, 10.30", "2013-09-05 10:30"), ("5 Sep 2013-10.30", "2013-09-05 10:30"),
        ("9 Apr 15 - 2046 hrs", "2015-04-09 20:46"), ("3 Feb 2015 9.30-10", "2015-02-03"),
        ("7.05 to 7.10pm on 21.01.2010", "2010-01-21 19:05-19:10"), ("3/2/15 9/10am", "2015-02-03"),
        ("3 Feb 15 - not seen", "2015-02-03"), ("3 Feb 15 - out of hours", "2015-02-03"),
        ("2 sept 24 - no reply", "2024-09-02"),
    ],
)  # fmt: skip
def test_a_time_after_a_date_is_not_taken_into_it(text: str, meant: str) -> None:
    assert said(text).startswith(meant)


@pytest.mark.parametrize(
    "text",
    [
        "ditto - 5 Feb 2015", "From birth to 2012", "6/52", "Summer 2014 term", "2014/03 2015", "early 2014/15",
        "12th to May 2015", "between 10pm May 2014 and June 2014", "3/2/15 / May 2015", "2015 - Q4", "between 2013",
        "10 of 2013", "early May 5th 2015", "12-14 Doxember 2015", "Doxember 2015", "14l6.09.21", "lo/il/12",
        "20151306", "3.14159", "30000.5", "2 o'clock - 3 o'clock 3/2/15", "22.05/12 - 23.05/16",
        "between 12/5 14/5/15", "3-5 Feb",
    ],
)  # fmt: skip
def test_what_almost_says_a_date_is_answered_with_a_problem(text: str) -> None:
    assert "!" in said(text)


def test_prose_is_not_searched_for_a_date() -> None:
    assert said("3/2/15 " + "word " * 100) == "unknown !not_a_date"
    assert said("? " * 150) == "unknown !not_a_date"
