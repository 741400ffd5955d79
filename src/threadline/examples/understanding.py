"""What the worked example's reviewers made of the chronology: accounts tied, sharing, key events, notes, a view."""

from dataclasses import dataclass, field
from datetime import date

from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.chronology import actions as timelines
from threadline.chronology.filters import Filters
from threadline.chronology.models import KeyEpisode, KeyEvent, Row, Suggestion
from threadline.people.models import Person
from threadline.reviews.models import Review

PANEL_MET = date(2015, 11, 5)
LIKELY = 0.95
ANSWERED = 24


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the example, by its agency, its day and words in it."""

    agency: str
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class KeyMoment:
    """A key event of the example."""

    entry: Found
    title: str
    confirmed: bool
    episode: str = ""
    told: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """That an agency of the example, or a person by name, was told of an entry."""

    entry: Found
    agency: str
    shared: timelines.Shared
    person: str = ""


CARE, POLICE, SCHOOL = "Westmarch Children's Social Care", "Westmarch Police", "Larkspur Primary and Nursery"
HEALTH, HOSPITAL = "Westmarch Community Health", "Northfield Hospitals NHS Trust"
EPISODE = "What became of the marks on a child’s face"
MARK = Found(SCHOOL, date(2015, 1, 23), "two small bruises")
ASSAULT = Found(POLICE, date(2015, 6, 14), "3 cm laceration")
KEY = (
    KeyMoment(
        MARK, "A child’s words at nursery, and what was passed on", True, EPISODE,
        {
            "practice": "action",
            "did": "The key worker saw two small bruises, heard what the child said, and rang social care.",
            "decision": "To refer by telephone, and to let the child go home meanwhile with the mother’s explanation.",
            "decided_by": "Nursery key worker, with the safeguarding lead",
            "known": "The nursery had seen marks before. It had not been told of the violence at home.",
            "sense": "Each mark by itself had an ordinary explanation, and the mother was open and worried herself.",
            "influences": "One safeguarding lead for two sites. Feedback on earlier referrals was slow.",
            "usual": "Staff said most would have done the same, and waited to be rung back.",
        },
    ),
    KeyMoment(
        ASSAULT, "An assault recorded as information only", False, EPISODE,
        {
            "practice": "inaction",
            "did": "The notification was sent. Nobody visited the children because of it.",
            "decision": "To manage the notification as information only, because the case was open already.",
            "decided_by": "Duty manager, children’s social care",
        },
    ),
    KeyMoment(Found(HEALTH, date(2015, 7, 27), "no access"), "Nobody at home, and a letter", False),
)  # fmt: skip
TOLD = (
    Told(MARK, CARE, timelines.Shared(
        "the duty social worker", "by telephone", "23 January 2015", "Social care’s entry of that day"
    )),
    Told(ASSAULT, CARE, timelines.Shared(
        "the notification desk", "by police notification", "15 June 2015", "Social care’s entry of 15 June 2015"
    )),
    Told(Found(CARE, date(2014, 12, 8), "linear red mark"), HEALTH, timelines.Shared(
        "the health visitor", "by telephone", "8 December 2014", "The health visitor’s entry of that day"
    )),
    Told(Found(HOSPITAL, date(2015, 6, 14), "fell down the stairs"), "", timelines.Shared(
        "who brought the child", "in the emergency department", "14 to 16 June 2015", "The hospital’s own entry"
    ), person="Patricia Dunmore"),
)  # fmt: skip
FOR_PANEL = "Three agencies saw marks within a year. Did any of them know of the others’? See “As known then”."
FOR_MYSELF = "Ask the nursery what they expected to happen after the call."


def understand(by: User, review: Review) -> None:
    """Do all of it, through the acts that people use."""
    timelines.find_now(str(review.pk))
    with review_scope(review):
        _tie(by, review)
        for told in TOLD:
            contributor = review.contributors.select_related("agency").filter(agency__name=told.agency).first()
            person = Person.objects.filter(review=review, name=told.person).first()
            timelines.record_sharing(
                by=by, row=_entry(told.entry), contributor=contributor, person=person, shared=told.shared
            )
        episode = timelines.make_episode(
            by=by,
            review=review,
            title=EPISODE,
            about="From the first mark that an agency saw to the last notification.",
        )
        for moment in KEY:
            _mark(by, moment, episode)
        timelines.write_note(by=by, row=_entry(MARK), text=FOR_PANEL, audience="panel")
        timelines.write_note(by=by, row=_entry(MARK), text=FOR_MYSELF, audience="mine")
        view = timelines.keep_view(by=by, review=review, filters=Filters(words=("not seen",)))
        timelines.name_view(by=by, review=review, view=view, name="Children not seen", audience="panel")
    timelines.find_now(str(review.pk))


def _tie(by: User, review: Review) -> None:
    """The surest questions answered, the rest left for whoever tries the example."""
    found = Suggestion.objects.filter(review=review, offered=True, score__gte=LIKELY).select_related("a", "b")
    for each in found[:ANSWERED]:
        timelines.judge(by=by, review=review, one=each.a, other=each.b, says="same")


def _entry(found: Found) -> Row:
    rows = Row.objects.filter(
        live=True, agency__name=found.agency, earliest=found.on, description__contains=found.words
    )
    return rows.select_related("review", "agency").order_by("sort_key")[0]


def _mark(by: User, moment: KeyMoment, episode: KeyEpisode) -> KeyEvent:
    event = timelines.mark_key_event(
        by=by, row=_entry(moment.entry), title=moment.title, told=moment.told,
        episode=episode if moment.episode else None,
    )  # fmt: skip
    if not moment.confirmed:
        return event
    word = timelines.Confirmation(PANEL_MET, "Initial panel meeting, minute 4 (example)")
    return timelines.confirm_key_event(by=by, key_event=event, confirmation=word, version=event.version)
