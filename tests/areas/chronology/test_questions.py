"""Questions to agencies: found, chosen or set aside, asked in one message, answered beside the row, settled."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.areas.chronology.conftest import address, fresh
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.chronology import actions
from threadline.chronology.actions import finding
from threadline.chronology.actions import questions as acts
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.models import Question, Row
from threadline.notices.models import Notice
from threadline.people import actions as people

pytestmark = pytest.mark.django_db
State = Question.State
SOON = timedelta(days=14)


def questions(cast, **wanted):
    with review_scope(cast.review):
        return list(Question.objects.filter(**wanted).select_related("review", "agency").order_by("rule", "mark"))


def one(cast, **wanted):
    (found,) = questions(cast, **wanted)
    return found


def contributor(cast, agency):
    with review_scope(cast.review):
        return cast.review.contributors.select_related("agency", "review").get(agency=agency)


@pytest.fixture
def looked(cast, chronology, act):
    """Both timelines gone through."""
    act(finding.look_for_questions, by=cast.lead, review=cast.review)


@pytest.fixture
def asked(cast, looked):
    """The question about the crime report, sent to the police."""
    return send_one(cast, rule="outside-period", agency=cast.police)


def send_one(cast, **wanted):
    question = one(cast, **wanted)
    acts.choose_questions(by=cast.lead, review=cast.review, questions=[question.pk])
    acts.ask_agency(
        by=cast.lead, contributor=contributor(cast, question.agency), text="Please look at this.",
        due_on=timezone.localdate() + SOON, seen=1,
    )  # fmt: skip
    return one(cast, pk=question.pk)


def test_the_checks_raise_questions_with_their_rows(cast, looked):
    impossible = one(cast, rule="outside-period", agency=cast.police)
    assert "31/06/2015" in impossible.sentence
    with review_scope(cast.review):
        (about,) = impossible.about.select_related("row")
        assert about.row.description == "Report of criminal damage at the address."
    assert one(cast, rule="abbreviation", agency=cast.police, state=State.RAISED)
    assert one(cast, rule="outside-period", agency=cast.health).state == State.RAISED


def test_accepting_a_timeline_has_it_gone_through(cast, police_file, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as later:
        file = fresh(police_file)
        actions.accept(by=cast.asha, file=file, version=file.version, unsettled=True)
    assert len(later) == 2, "one looks for the same events, one for questions"
    finding.look_now(cast.review)
    assert questions(cast, agency=cast.police)


def test_looking_again_raises_nothing_twice_and_drops_what_is_no_longer_so(cast, looked, act):
    before = {(each.rule, each.mark) for each in questions(cast)}
    act(finding.look_for_questions, by=cast.lead, review=cast.review)
    assert {(each.rule, each.mark) for each in questions(cast)} == before
    people.add_person(by=cast.lead, review=cast.review, name="Sally Storm", kind="other")
    finding.look_now(cast.review)
    assert questions(cast, rule="abbreviation", agency=cast.police) == []


def test_what_is_set_aside_with_a_reason_is_not_raised_again_not_even_from_a_corrected_file(
    cast, looked, chronology, act, receive, accept
):
    question = one(cast, rule="abbreviation", agency=cast.police)
    with pytest.raises(Refused, match="Say why"):
        acts.set_aside(by=cast.lead, review=cast.review, questions=[question.pk], because=" ")
    acts.set_aside(
        by=cast.lead, review=cast.review, questions=[question.pk], because="The officers were there briefly."
    )
    again = "Date,Time,Source of Information,Significant Event\n" + (
        "03/02/2015,14:15,STORM log 12,Officers attended the address. Child asleep upstairs.\n"
        "05/02/2015,,PPN,A new row.\n"
    )
    (received,) = receive(("Police corrected.csv", again), agency=cast.police, token="form-2")
    file, rival = fresh(received.file), chronology[0]
    act(actions.say_standing, by=cast.asha, file=file, replaces=fresh(rival), version=file.version)
    accept(file)
    finding.look_now(cast.review)
    kept = one(cast, rule="abbreviation", agency=cast.police)
    assert (kept.pk, kept.state, kept.because) == (question.pk, State.SET_ASIDE, "The officers were there briefly.")
    acts.take_up_again(by=cast.lead, question=kept, version=kept.version)
    assert one(cast, pk=question.pk).state == State.RAISED


def test_all_that_a_check_raises_about_an_agency_can_be_set_aside_at_once(cast, looked):
    count = acts.set_check_aside(
        by=cast.lead, contributor=contributor(cast, cast.health), check="outside-period", because="Key history."
    )
    assert count == 1
    assert one(cast, rule="outside-period", agency=cast.health).state == State.SET_ASIDE
    assert one(cast, rule="outside-period", agency=cast.police).state == State.RAISED


def test_a_message_goes_and_the_agency_is_told_in_words_that_name_nobody(cast, asked):
    assert (asked.state, asked.owner_id, asked.message.text) == (State.ASKED, cast.lead.pk, "Please look at this.")
    (told,) = Notice.objects.filter(user=cast.police_author)
    assert told.subject.startswith(f"{cast.review.reference}: questions about your agency's timeline")
    assert "crime" not in told.body + told.subject
    assert not Notice.objects.filter(user=cast.health_author).exists()
    assert mail.outbox == []


def test_a_message_that_is_not_what_was_read_is_not_sent(cast, looked):
    question = one(cast, rule="outside-period", agency=cast.police)
    ours = {"by": cast.lead, "contributor": contributor(cast, cast.police), "text": "Dear all", "due_on": date.max}
    with pytest.raises(Refused, match="No question is chosen"):
        acts.ask_agency(**ours, seen=0)
    acts.choose_questions(by=cast.lead, review=cast.review, questions=[question.pk])
    with pytest.raises(Overtaken, match="Read it again"):
        acts.ask_agency(**ours, seen=2)
    with pytest.raises(Refused, match="from today on"):
        acts.ask_agency(**{**ours, "due_on": date(2015, 1, 1)}, seen=1)
    with pytest.raises(Refused, match="Write the message"):
        acts.ask_agency(**{**ours, "text": " "}, seen=1)
    acts.choose_questions(by=cast.lead, review=cast.review, questions=[question.pk], chosen=False)
    assert one(cast, pk=question.pk).state == State.RAISED


def test_two_people_do_not_decide_one_question_twice(cast, looked):
    question = one(cast, rule="outside-period", agency=cast.police)
    acts.set_aside(by=cast.lead, review=cast.review, questions=[question.pk], because="A slip of the pen.")
    with pytest.raises(Overtaken, match="Somebody decided"):
        acts.choose_questions(by=cast.asha, review=cast.review, questions=[question.pk])
    with pytest.raises(Refused, match="Choose one or more"):
        acts.choose_questions(by=cast.asha, review=cast.review, questions=[])


def test_an_agency_answers_and_whoever_asked_is_told(cast, asked):
    acts.answer(by=cast.police_author, question=asked, text="It was 30 June 2015.", version=asked.version)
    answered = one(cast, pk=asked.pk)
    assert (answered.state, answered.answer, answered.answered_by) == (
        State.ANSWERED, "It was 30 June 2015.", cast.police_author,
    )  # fmt: skip
    assert Notice.objects.filter(user=cast.lead, kind="chronology.answer").count() == 1
    with pytest.raises(Overtaken):
        acts.answer(by=cast.police_author, question=asked, text="Or July.", version=asked.version)
    with pytest.raises(Refused, match="Write the answer"):
        acts.answer(by=cast.police_author, question=answered, text=" ", version=answered.version)


@pytest.mark.parametrize("who", ["health_author", "lead", "panel", "outsider"])
def test_only_the_agency_s_author_answers(cast, asked, who):
    with pytest.raises(Denied):
        acts.answer(by=getattr(cast, who), question=asked, text="No.", version=asked.version)


def test_an_agency_cannot_answer_what_it_was_not_asked(cast, looked):
    question = one(cast, rule="abbreviation", agency=cast.police)
    with pytest.raises(Denied):
        acts.answer(by=cast.police_author, question=question, text="Yes.", version=question.version)


def test_a_question_is_settled_and_can_be_asked_again(cast, asked):
    with pytest.raises(Refused, match="has not answered"):
        acts.settle(by=cast.lead, question=asked, note="", version=asked.version)
    acts.answer(by=cast.police_author, question=asked, text="30 June.", version=asked.version)
    answered = one(cast, pk=asked.pk)
    acts.settle(by=cast.lead, question=answered, note="", version=answered.version)
    settled = one(cast, pk=asked.pk)
    with pytest.raises(Refused, match="settled"):
        acts.answer(by=cast.police_author, question=settled, text="July.", version=settled.version)
    acts.take_up_again(by=cast.lead, question=settled, version=settled.version)
    again = one(cast, pk=asked.pk)
    assert (again.state, again.answer) == (State.CHOSEN, "30 June.")
    with pytest.raises(Refused, match="open already"):
        acts.take_up_again(by=cast.lead, question=again, version=again.version)
    with pytest.raises(Refused, match="Only a question that was asked"):
        acts.settle(by=cast.lead, question=again, note="x", version=again.version)


def test_a_reviewer_asks_a_question_of_their_own(cast, chronology):
    row = Row._base_manager.select_related("review__board", "agency").filter(agency=cast.police, live=True).first()
    asked = acts.add_question(by=cast.lead, row=row, text=" Who let the officers in? ")
    assert (asked.state, asked.sentence, asked.agency) == (State.CHOSEN, "Who let the officers in?", cast.police)
    with pytest.raises(Refused, match="there already"):
        acts.add_question(by=cast.asha, row=row, text="Who let the officers in?")
    with pytest.raises(Refused, match="Write the question"):
        acts.add_question(by=cast.lead, row=row, text=" ")
    finding.look_now(cast.review)
    assert one(cast, pk=asked.pk).state == State.CHOSEN


def test_nothing_of_a_question_stands_in_the_trail(cast, asked):
    acts.answer(by=cast.police_author, question=asked, text="Kept in the blue folder.", version=asked.version)
    said = "".join(event.objects_json + event.detail_json for event in Event.objects.all())
    assert "31/06" not in said
    assert "blue folder" not in said


def test_the_pages_take_a_question_from_the_check_to_the_message(cast, client, looked, send):
    client.force_login(cast.lead)
    page = visit(client, address("questions"))
    assert "Westmarch Police" in words(page)
    own = contributor(cast, cast.police)
    here = address("agency_questions", own.pk)
    assert "Dates outside the period under review" in words(visit(client, here))
    check = address("check_questions", own.pk, "outside-period")
    question = one(cast, rule="outside-period", agency=cast.police)
    page = send(client, check, act="choose")
    assert "Choose one or more questions" in words(page)
    page = send(client, check, act="aside", questions=[str(question.pk)])
    assert "Say why" in words(page)
    page = send(client, check, act="choose", questions=[str(question.pk)])
    assert "1 question is in the next message" in words(page)
    message = visit(client, address("question_message", own.pk))
    text = message.find("textarea").text
    assert "1. Dates outside the period under review" in text
    assert "“31/06/2015” cannot be the date" in text
    page = send(client, address("question_message", own.pk), text=text, due_on="1 March 2099", seen="1")
    assert "was told that there are questions" in words(page)
    assert "To be answered by 1 March 2099" in words(page)


def test_the_list_of_questions_takes_no_query_for_each(cast, client, looked):
    client.force_login(cast.lead)
    visit(client, address("agency_questions", contributor(cast, cast.police).pk), queries=32)
    visit(client, address("check_questions", contributor(cast, cast.police).pk, "missing-parts"), queries=24)


def test_the_answer_stands_beside_the_row(cast, client, asked):
    acts.answer(by=cast.police_author, question=asked, text="It was 30 June 2015.", version=asked.version)
    with review_scope(cast.review):
        row = asked.about.get().row_id
    client.force_login(cast.panel)
    assert "It was 30 June 2015." in words(visit(client, address("source", row)))
    client.force_login(cast.health_author)
    assert client.get(address("source", row)).status_code == 404


def test_my_work_says_what_is_asked_answered_and_waited_for(cast, client, asked):
    client.force_login(cast.police_author)
    assert "Answer 1 question about your agency's timeline" in words(visit(client, "/"))
    client.force_login(cast.lead)
    assert "1 answer of Westmarch Police to questions" in words(visit(client, "/"))
    acts.answer(by=cast.police_author, question=asked, text="It was 30 June 2015.", version=asked.version)
    assert "Read 1 answer of Westmarch Police" in words(visit(client, "/"))
    client.force_login(cast.health_author)
    assert "question" not in words(visit(client, "/").main)
