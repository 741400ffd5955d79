"""As known then: examples, and a brute force over random cases."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.chronology.known import (
    Fact,
    Span,
    Sure,
    Telling,
    as_known,
    compare,
    knowing,
    last_learnt,
    matrix,
    next_learnt,
)

POLICE, HEALTH, SCHOOL = "police", "health", "school"
FEB3, FEB5, FEB9 = date(2015, 2, 3), date(2015, 2, 5), date(2015, 2, 9)


def on(day: date) -> Span:
    return Span(day, day)


VISIT = Fact("visit", POLICE, on(FEB3), told=(Telling(HEALTH, on(FEB5), "the duty nurse", "by telephone"),))


def test_an_agency_knows_its_own_record_from_the_day_it_happened() -> None:
    assert as_known([VISIT], POLICE, FEB3).known[0].through is None
    assert not as_known([VISIT], POLICE, FEB3 - timedelta(days=1)).known


def test_another_agency_knows_it_from_the_day_it_was_told() -> None:
    before, after = as_known([VISIT], HEALTH, FEB3), as_known([VISIT], HEALTH, FEB5)
    assert before.unknown == (VISIT,)
    assert not before.known
    assert after.known[0].through == VISIT.told[0]
    assert not after.unknown


def test_what_had_not_happened_yet_is_known_to_nobody_and_missed_by_nobody() -> None:
    found = as_known([VISIT], SCHOOL, FEB3 - timedelta(days=1))
    assert (found.known, found.perhaps, found.unknown) == ((), (), ())


def test_what_was_written_down_later_was_known_later() -> None:
    late = Fact("late", POLICE, on(FEB3), recorded=on(FEB9))
    assert not as_known([late], POLICE, FEB5).known
    assert as_known([late], POLICE, FEB9).known
    assert as_known([late], HEALTH, FEB5).unknown == ()


def test_a_record_is_not_made_before_the_event() -> None:
    odd = Fact("odd", POLICE, on(FEB5), recorded=Span(FEB3, FEB9))
    assert odd.written == Span(FEB5, FEB9)


def test_an_unsure_date_is_perhaps_until_its_last_day() -> None:
    loose = Fact("loose", POLICE, Span(FEB3, FEB9))
    assert knowing(loose, POLICE, FEB5).sure is Sure.PERHAPS
    assert knowing(loose, POLICE, FEB9).sure is Sure.KNOWN
    assert knowing(loose, POLICE, FEB3 - timedelta(days=1)) is None
    assert knowing(Fact("undated", POLICE, Span(None, None)), POLICE, FEB9).sure is Sure.PERHAPS


def test_the_surest_way_is_told_first() -> None:
    twice = Fact("twice", POLICE, on(FEB3), told=(Telling(HEALTH, Span(None, None)), Telling(HEALTH, on(FEB5))))
    assert knowing(twice, HEALTH, FEB9).through == twice.told[1]
    assert matrix([twice], [POLICE, HEALTH, SCHOOL]) == ((twice, (on(FEB3), on(FEB5), None)),)


def test_the_next_and_the_last_moment_of_learning() -> None:
    facts = [VISIT, Fact("own", HEALTH, on(FEB9))]
    assert next_learnt(facts, HEALTH, FEB3) == FEB5
    assert next_learnt(facts, HEALTH, FEB5) == FEB9
    assert next_learnt(facts, HEALTH, FEB9) is None
    assert last_learnt(facts, HEALTH, FEB9) == FEB5
    assert last_learnt(facts, HEALTH, FEB5) is None


def test_two_agencies_side_by_side() -> None:
    own = Fact("own", HEALTH, on(FEB3))
    found = compare([VISIT, own], POLICE, HEALTH, FEB5)
    assert (found.both, found.only_first, found.only_second) == ((VISIT,), (), (own,))
    assert compare([VISIT, own], POLICE, HEALTH, FEB3).only_first == (VISIT,)


def test_a_person_knows_what_they_took_part_in_and_what_they_were_told_and_no_more() -> None:
    nurse, worker = "person of health", "person of the police"
    told = Telling(HEALTH, on(FEB5), "the duty nurse", "by telephone", person=nurse)
    visit = Fact("visit", POLICE, on(FEB3), recorded=on(FEB9), told=(told,), present=(worker,))
    assert as_known([visit], worker, FEB3).known[0].through is None
    assert not as_known([visit], POLICE, FEB5).known
    assert as_known([visit], nurse, FEB5).known[0].through == told
    assert as_known([visit], HEALTH, FEB5).known[0].through == told
    assert as_known([visit], "another nurse", FEB9).unknown == (visit,)
    assert matrix([visit], [POLICE, worker, nurse]) == ((visit, (on(FEB9), on(FEB3), on(FEB5))),)


def test_what_is_told_to_a_person_alone_is_not_known_to_any_agency() -> None:
    fact = Fact("visit", POLICE, on(FEB3), told=(Telling("", on(FEB5), person="the mother"),))
    assert as_known([fact], "the mother", FEB5).known
    assert not as_known([fact], HEALTH, FEB9).known


AGENCIES = ("a", "b", "c")
PEOPLE = ("p", "q")
DAYS = st.integers(0, 30).map(lambda number: date(2015, 2, 1) + timedelta(days=number))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Span(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


TELLINGS = st.builds(
    Telling, agency=st.sampled_from(["", *AGENCIES]), when=spans(), person=st.sampled_from(["", *PEOPLE])
)
FACTS = st.lists(
    st.builds(
        Fact, id=st.uuids().map(str), agency=st.sampled_from(AGENCIES), happened=spans(),
        recorded=st.none() | spans(), told=st.lists(TELLINGS, max_size=2).map(tuple),
        present=st.lists(st.sampled_from(PEOPLE), unique=True).map(tuple),
    ),
    max_size=6,
)  # fmt: skip


def days_of(span: Span) -> list[date]:
    """Every day on which it can have been, from a month before to a month after where an end is open."""
    first, last = span.first or date(2014, 12, 30), span.last or date(2015, 4, 30)
    return [first + timedelta(days=number) for number in range(max((last - first).days, 0) + 1)]


def brute(fact: Fact, who: str, by: date) -> Sure:
    """The same asked of every possible day, one by one."""
    answers = {verdict(days_of(fact.happened), by) for person in fact.present if person == who}
    if fact.agency == who:
        happened, recorded = fact.happened, fact.recorded
        possible = days_of(happened)
        if recorded is not None:
            starts = [day for day in (happened.first, recorded.first) if day]
            possible = days_of(Span(max(starts) if starts else None, recorded.last))
        answers.add(verdict(possible, by))
    answers |= {verdict(days_of(telling.when), by) for telling in fact.told if who in {telling.agency, telling.person}}
    if Sure.KNOWN in answers:
        return Sure.KNOWN
    return Sure.PERHAPS if Sure.PERHAPS in answers else Sure.NOT


def verdict(possible: list[date], by: date) -> Sure:
    if all(day <= by for day in possible):
        return Sure.KNOWN
    return Sure.PERHAPS if any(day <= by for day in possible) else Sure.NOT


@given(FACTS, st.sampled_from(AGENCIES + PEOPLE), DAYS)
def test_as_known_equals_brute_force(facts: list[Fact], who: str, by: date) -> None:
    found = as_known(facts, who, by)
    expected = {fact.id: brute(fact, who, by) for fact in facts}
    assert {one.fact.id for one in found.known} == {key for key, sure in expected.items() if sure is Sure.KNOWN}
    assert {one.fact.id for one in found.perhaps} == {key for key, sure in expected.items() if sure is Sure.PERHAPS}
    missed = {
        fact.id for fact in facts
        if expected[fact.id] is Sure.NOT and verdict_of_writing(fact, by)
    }  # fmt: skip
    assert {fact.id for fact in found.unknown} == missed


def verdict_of_writing(fact: Fact, by: date) -> bool:
    alone = Fact(fact.id, fact.agency, fact.happened, fact.recorded)
    return brute(alone, fact.agency, by) is Sure.KNOWN


@given(FACTS, st.sampled_from(AGENCIES + PEOPLE), DAYS)
def test_the_next_moment_is_the_first_day_with_more(facts: list[Fact], who: str, by: date) -> None:
    now = len(as_known(facts, who, by).known)
    found = next_learnt(facts, who, by)
    day = by
    while day < date(2015, 4, 1) and len(as_known(facts, who, day).known) == now:
        day += timedelta(days=1)
    assert found == (day if len(as_known(facts, who, day).known) > now else None)


@given(FACTS, st.permutations(AGENCIES + PEOPLE), DAYS)
def test_comparing_agrees_with_each_alone(facts: list[Fact], everyone: list[str], by: date) -> None:
    one, other = everyone[:2]
    found = compare(facts, one, other, by)
    knows = {who: {each.fact.id for each in as_known(facts, who, by).known} for who in (one, other)}
    assert {fact.id for fact in found.both} == knows[one] & knows[other]
    assert {fact.id for fact in found.only_first} == knows[one] - knows[other]
    assert {fact.id for fact in found.only_second} == knows[other] - knows[one]
