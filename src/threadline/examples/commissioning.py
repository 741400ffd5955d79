"""The worked example's scope in two versions, its timetable with one slip, its proceedings, and a police hold."""

from datetime import date, timedelta

from django.utils import timezone

from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.examples import cast
from threadline.reviews import actions
from threadline.reviews.actions import written
from threadline.reviews.models import Process, Review, Scope, Timetable
from threadline.reviews.queries import milestone_dates

DECIDED_DAYS_AGO, AGREED_DAYS_AGO, CHANGED_DAYS_AGO, HELD_DAYS_AGO = 45, 40, 12, 20
SERGEANT = "DS Hal Wren, Westmarch Police (example)"
WHY = "It worked with the family in the period, and its records show what was known."
FIRST = (
    written.Proportion(
        "Ten agencies over 13 months; about 270 entries in their timelines.",
        "Two children, a mother who moved areas, her partner’s history in another force’s records, a criminal inquiry.",
        "The harm was serious and several agencies held a part of what was known. A systems review with agency "
        "reports, one learning event and one Lead Reviewer is enough to learn why.",
    ),
    written.History(
        [
            written.Point(
                "Two call-outs to a former address in 2012, with a child in the house.",
                "The police of the former area.",
                "Nothing was passed on when the family moved. The first assessment here began without it.",
            ),
            written.Point(
                "The mother had asked for help with her housing in 2013.",
                "The former landlord.",
                "It was read as a matter of rent, and not told to anybody who knew the children.",
            ),
        ]
    ),
    written.Questions(
        [
            "What did each agency know of the mother’s partner, and when?",
            "How was the younger child seen and heard?",
            "What helped practitioners to act together, and what stood in the way?",
        ]
    ),
    written.Sources([written.Source("The former landlord’s file", "Read by the Lead Reviewer for 2013 to 2014.")]),
)
SECOND = (
    written.Questions(
        [
            "What did each agency know of the mother’s partner, and when?",
            "How was the younger child seen and heard, and seen alone?",
            "What helped practitioners to act together, and what stood in the way?",
            "What became of what the school reported?",
        ]
    ),
    written.Sources(
        [
            written.Source("The former landlord’s file", "Read by the Lead Reviewer for 2013 to 2014."),
            written.Source(
                "Eastmarch Safeguarding Children Board (example)",
                "Its agencies’ records of 2012, in a summary for the Panel.",
                is_board=True,
            ),
        ]
    ),
)


def commission(manager: User, review: Review) -> None:
    """Scope, timetable, proceedings and a hold, through the acts that people use."""
    chair = User.objects.get(email=next(each.email for each in cast.PLAYERS if each.role.key == "independent_chair"))
    first = _write(manager, actions.begin_scope(by=manager, review=review), (*FIRST, _agencies(review)))
    _agree(manager, chair, first, "What the threshold meeting found.", AGREED_DAYS_AGO, "the threshold meeting")
    second = _write(manager, actions.begin_scope(by=manager, review=review), SECOND)
    because = "The school’s log raised a question of its own, and the family came from another Board’s area."
    _agree(manager, chair, second, because, CHANGED_DAYS_AGO, "a panel meeting")
    _plan(manager, chair, review)
    _beside(manager, review)


def _agencies(review: Review) -> written.Agencies:
    with review_scope(review):
        contributors = review.contributors.select_related("agency")
        return written.Agencies({each.agency: WHY for each in contributors}, {})


def _write(by: User, scope: Scope, several: tuple[written.Said, ...]) -> Scope:
    for said in several:
        scope = actions.write_scope(by=by, scope=scope, version=scope.version, said=said)
    return scope


def _agree(by: User, chair: User, scope: Scope, because: str, days_ago: int, meeting: str) -> None:
    scope = actions.propose_scope(by=by, scope=scope, version=scope.version, because=because)
    actions.agree_scope(by=chair, scope=scope, version=scope.version, agreed_on=_ago(days_ago), meeting=meeting)


def _plan(manager: User, chair: User, review: Review) -> None:
    """Drawn up from the Chair's decision, agreed, and slipped once."""
    made = actions.draw_up_timetable(by=manager, review=review, decided_on=_ago(DECIDED_DAYS_AGO))
    made = actions.agree_timetable(
        by=chair, timetable=made, version=made.version, agreed_on=_ago(AGREED_DAYS_AGO), meeting="the threshold meeting"
    )
    late = milestone_dates(review=review)["timelines_in"] + timedelta(42)
    _move(manager, review, because="waiting for the ambulance service’s timeline", key="timelines_in", to=late)


def _move(by: User, review: Review, *, because: str, key: str, to: date) -> None:
    with review_scope(review):
        now = Timetable.objects.select_related("review__board").get(review=review)
    actions.move_milestone(by=by, timetable=now, version=now.version, key=key, to=to, because=because)


def _beside(manager: User, review: Review) -> None:
    """A criminal investigation with a contact and a hold; of other reviews nobody has asked yet."""
    investigation = actions.add_process(
        by=manager, review=review,
        said=actions.ProcessSaid(
            kind=Process.Kind.CRIMINAL, standing=Process.Standing.RUNNING, title="Investigation of the injuries",
            led_by=SERGEANT, next_on=_ago(-30), next_what="Decision on charges",
            opportunities="The police timeline is complete, and can be shared with the Panel.",
            risks="Speaking with a witness before the charging decision could harm the prosecution.",
        ),
    )  # fmt: skip
    actions.record_contact(
        by=manager, process=investigation, on=_ago(HELD_DAYS_AGO), office="police", with_whom=SERGEANT, how="telephone",
        said="The police ask that practitioners and the family are not spoken with about the case before the decision "
        "on charges. Timelines, their merging and the Panel’s own reading may go on.",
    )  # fmt: skip
    investigation = actions.settle_process(
        by=manager, process=investigation, version=investigation.version,
        waits=["learning_event.contact", "learning_event.hold_session", "family.contact"],
        may_go_on="Timelines, their merging, and the Panel’s own reading of them.", settled_with=SERGEANT,
        on=_ago(HELD_DAYS_AGO),
    )  # fmt: skip
    actions.place_hold(
        by=manager, review=review, kind="police_investigation", acts=[], since=_ago(HELD_DAYS_AGO), asked_by=SERGEANT,
        because="Possible witnesses are to be heard by the police first.", process=investigation,
    )  # fmt: skip
    for kind in (Process.Kind.CORONIAL, Process.Kind.FAMILY_COURT, Process.Kind.EMPLOYMENT):
        actions.none_known(by=manager, review=review, kind=kind)


def _ago(days: int) -> date:
    return timezone.localdate() - timedelta(days)
