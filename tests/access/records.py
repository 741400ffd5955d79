"""Every kind of record that the policy can be asked of, standing at every place: what the reach tests are run on.

A model that declares its Reach needs a maker here; a test fails for one that has none. The places and states are said
by hand, apart from what the models declare, so that a wrong declaration is noticed.
"""

import itertools
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.agencies.models import Agency, Board
from threadline.reviews.method import keep_bundled
from threadline.reviews.models import BoardPack, ContributingAgency, PackMove, Publication, Review, Waiver


@dataclass(frozen=True)
class Placed:
    """A record, where it stands, and the states of the policy that hold of it."""

    record: Model
    board: Board
    review: Review | None = None
    agency: Agency | None = None
    states: frozenset[str] = frozenset()


@dataclass(frozen=True)
class World:
    """Two Boards with two reviews each, to which two agencies contribute; one person."""

    boards: list[Board]
    reviews: list[Review]
    agencies: dict[Board, list[Agency]]
    person: User
    placed: list[Placed]


Maker = Callable[[Review, Agency, User], Iterable[Placed]]
_turn = itertools.count()
_makers: dict[str, Maker] = {}


def makes(label: str) -> Callable[[Maker], Maker]:
    """Register the maker of a model's records for one review and agency."""

    def registered(maker: Maker) -> Maker:
        _makers[label] = maker
        return maker

    return registered


def models_with_reach() -> list[type[Model]]:
    """Every model of the service that says where it stands."""
    return [model for model in apps.get_models() if hasattr(model, "Reach")]


def without_a_maker() -> list[str]:
    """Models that declare their Reach and have no maker here."""
    ready = {*_makers, "agencies.Board", "reviews.Review", "reviews.ContributingAgency"}
    return [model._meta.label for model in models_with_reach() if model._meta.label not in ready]


def world() -> World:
    """Everything, in the database."""
    person = User.objects.create_user("someone@threadline.example", "Someone")
    boards = [Board.objects.create(name=f"Board {number}") for number in (1, 2)]
    agencies = {board: [Agency.objects.create(board=board, name=name) for name in ("A", "B")] for board in boards}
    placed = [Placed(board, board) for board in boards]
    reviews = []
    with open_gate():
        for board, number in itertools.product(boards, (1, 2)):
            dates = {"incident_on": date(2015, 9, 30), "period_from": date(2015, 1, 1), "period_to": date(2015, 9, 30)}
            review = Review(board=board, reference=f"R-{next(_turn)}-{number}", pack=keep_bundled(), **dates)
            review.save()
            reviews.append(review)
            placed.append(Placed(review, board, review))
            for agency in agencies[board]:
                contributing = ContributingAgency(review=review, agency=agency)
                contributing.save()
                placed.append(Placed(contributing, board, review, agency))
                for maker in _makers.values():
                    placed.extend(maker(review, agency, person))
    return World(boards, reviews, agencies, person, placed)


def complete(review: Review, agency: Agency, by: User) -> None:
    """Make a record of each model under a review of which the review has none, and one taken out where that can be."""
    with open_gate():
        for model in models_with_reach():
            if not (path := getattr(model.Reach, "review", None)) or model is Review:
                continue
            if not model._base_manager.filter(**{path: review.pk}).exists():
                list(_makers[model._meta.label](review, agency, by))
            if any(field.name == "out_because" for field in model._meta.concrete_fields):
                _take_out(next(iter(_makers[model._meta.label](review, agency, by))).record, by)


def _take_out(record: Model, by: User) -> None:
    record.out_because = "Made twice"
    for name, value in (("out_at", timezone.now()), ("out_by", by)):
        if hasattr(type(record), name):
            setattr(record, name, value)
    record.save()


@makes("access.RoleHolding")
def _holdings(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    other = User.objects.create_user(f"holder-{next(_turn)}@threadline.example", "Somebody else")
    for where in ({}, {"review": review}, {"review": review, "agency": agency}):
        held = RoleHolding(user=other, role_key="none", board=review.board, starts=timezone.now(), **where)
        held.save()
        yield Placed(held, review.board, **where)


@makes("people.Person")
def _person(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_somebody(review), review.board, review)


@makes("people.KnownAs")
def _known_as(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.people.models import KnownAs

    known = KnownAs(person=_somebody(review), text="Mum")
    known.save()
    yield Placed(known, review.board, review)


@makes("people.Identifier")
def _identifier(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.people.models import Identifier

    made = Identifier(person=_somebody(review), kind="police", value="URN 1")
    made.save()
    yield Placed(made, review.board, review)


@makes("people.NotSuggested")
def _not_suggested(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.people.models import NotSuggested

    made = NotSuggested(review=review, text=f"Duty Desk {next(_turn)}", by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("people.SafeContact")
def _contact(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_reached(review, person), review.board, review)


@makes("people.KeptFrom")
def _kept_from(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.people.models import KeptFrom

    made = KeptFrom(contact=_reached(review, person), person=_somebody(review))
    made.save()
    yield Placed(made, review.board, review)


@makes("people.Unmasking")
def _unmasking(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.people.models import Unmasking

    made = Unmasking(contact=_reached(review, person), by=person, because="To write to them")
    made.save()
    yield Placed(made, review.board, review)


def _reached(review: Review, person: User) -> Model:
    from threadline.people.models import SafeContact

    made = SafeContact(person=_somebody(review), address="1 Example Street", changed_by=person)
    made.save()
    return made


def _somebody(review: Review) -> Model:
    from threadline.people.models import Person

    somebody = Person(review=review, name=f"Somebody {next(_turn)}", kind="other")
    somebody.save()
    return somebody


def _assessment(review: Review, person: User) -> Model:
    from threadline.reviews.method import keep_bundled
    from threadline.threshold.models import Assessment, Referral

    day, number = date(2015, 10, 1), next(_turn)
    referral = Referral(
        board=review.board, reference=f"N-{number}", received_on=day, received_from="A hospital", incident_on=day,
        aware_on=day, about="A child was hurt.", lives_in="Here", lives_here=True, recorded_by=person,
    )  # fmt: skip
    referral.save()
    made = Assessment(referral=referral, number=1, pack=keep_bundled(), begun_by=person)
    made.save()
    return made


def _decision(review: Review, person: User) -> Model:
    from threadline.threshold.models import Decision

    made = Decision(
        assessment=_assessment(review, person), option="commission", final=True, result="met", reasons="Met",
        decided_on=date(2015, 10, 2), by=person,
    )  # fmt: skip
    made.save()
    return made


@makes("threshold.Referral")
def _referral(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_assessment(review, person).referral, review.board)


@makes("threshold.Assessment")
def _round(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_assessment(review, person), review.board)


@makes("threshold.Answer")
def _answer(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.threshold.models import Answer

    made = Answer(assessment=_assessment(review, person), limb="abuse", said="not known yet", by=person)
    made.save()
    yield Placed(made, review.board)


@makes("threshold.Recommendation")
def _recommendation(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.threshold.models import Recommendation

    made = Recommendation(
        assessment=_assessment(review, person), option="commission", reasons="Met", met_on=date(2015, 10, 2), by=person
    )
    made.save()
    yield Placed(made, review.board)


@makes("threshold.Decision")
def _decided(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_decision(review, person), review.board)


@makes("threshold.Telling")
def _telling(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.threshold.models import Telling

    made = Telling(
        decision=_decision(review, person), body="dfe", told_on=date(2015, 10, 3), how="Post", subject="A decision",
        text="Dear", proof="A receipt", by=person,
    )  # fmt: skip
    made.save()
    yield Placed(made, review.board)


@makes("threshold.Advice")
def _advice(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.threshold.models import Advice

    referral = _assessment(review, person).referral
    made = Advice(referral=referral, body="dfe", received_on=date(2015, 10, 3), says="Think again", by=person)
    made.save()
    yield Placed(made, review.board)


@makes("threshold.Letter")
def _letter(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.threshold.models import Letter

    made = Letter(
        review=review, agency=agency, kind="tasking", recipient="The author", subject="A request", text="Dear",
        dated_on=date(2015, 10, 3), due_on=date(2015, 11, 3), by=person,
    )  # fmt: skip
    made.save()
    yield Placed(made, review.board, review, agency)


@makes("documents.Document")
def _document(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(document(review, agency, person), review.board, review, agency)


def document(review: Review, agency: Agency | None, person: User) -> Model:
    """A document without its bytes."""
    from threadline.documents.models import Document

    made = Document(review=review, agency=agency, name="timeline.docx", size=1, digest="0" * 64, received_from=person)
    made.save()
    return made


FILE_STATES = {
    "waiting": {"open"}, "to_check": {"open"}, "failed": {"open"}, "accepted": {"accepted"},
    "withdrawn": set(), "superseded": set(),
}  # fmt: skip


def _file(review: Review, agency: Agency, person: User, state: str) -> Model:
    from threadline.chronology.models import AgencyFile, Progress

    made = AgencyFile(
        review=review,
        agency=agency,
        document=document(review, agency, person),
        digest=uuid.uuid4().hex,
        state=state,
        accepted_at=timezone.now() if state == "accepted" else None,
        withdrawn_because="Sent by mistake" if state == "withdrawn" else "",
    )
    made.save()
    Progress.objects.create(file=made, stage=Progress.Stage.DONE)
    return made


@makes("chronology.AgencyFile")
def _files(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    for state, states in FILE_STATES.items():
        yield Placed(_file(review, agency, person, state), review.board, review, agency, frozenset(states))


@makes("chronology.Correction")
def _corrections(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import Correction

    for state in ("to_check", "accepted"):
        made = Correction(file=_file(review, agency, person, state), sentence="Took the row in", by=person)
        made.save()
        yield Placed(made, review.board, review, agency, frozenset(FILE_STATES[state] - {"open"}))


def _row(review: Review, agency: Agency, *, live: bool) -> Model:
    from threadline.chronology.models import Row

    number = next(_turn)
    made = Row(
        id=uuid.uuid4(), review=review, agency=agency, table="0", number=number, ordinal=number, is_entry=True,
        live=live, sort_key=f"{number:08}",
    )  # fmt: skip
    made.save()
    return made


@makes("chronology.Row")
def _rows(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    for live in (False, True):
        states = frozenset({"accepted"} if live else ())
        yield Placed(_row(review, agency, live=live), review.board, review, agency, states)


def _typed_entry(review: Review, agency: Agency, person: User, *, live: bool) -> Model:
    from threadline.chronology.models import TypedEntry

    made = TypedEntry(row=_row(review, agency, live=live), source="A letter", by=person)
    made.save()
    return made


@makes("chronology.TypedEntry")
def _typed(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    for live in (False, True):
        states = frozenset({"accepted"} if live else ())
        yield Placed(_typed_entry(review, agency, person, live=live), review.board, review, agency, states)


@makes("chronology.TypedChange")
def _typed_change(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import TypedChange

    made = TypedChange(
        entry=_typed_entry(review, agency, person, live=True), version=1, because="Misspelled", by=person
    )
    made.save()
    yield Placed(made, review.board, review, agency)


@makes("chronology.SavedView")
def _view(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import SavedView

    made = SavedView(review=review, filters={}, digest=uuid.uuid4().hex, made_by=person)
    made.save()
    yield Placed(made, review.board, review)


def _scope(review: Review, person: User, state: str = "draft") -> Model:
    from threadline.reviews.models import Scope

    number = next(_turn) % 30000 + 1
    days = {"incident_on": date(2015, 9, 30), "period_from": date(2015, 1, 1), "period_to": date(2015, 9, 30)}
    made = Scope(review=review, number=number, state=state, begun_by=person, **days)
    made.save()
    return made


@makes("reviews.Scope")
def _scopes(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_scope(review, person, "set_aside"), review.board, review)


@makes("reviews.ScopeAgency")
def _scope_agency(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.reviews.models import ScopeAgency

    made = ScopeAgency(scope=_scope(review, person, "set_aside"), agency=agency)
    made.save()
    yield Placed(made, review.board, review)


@makes("reviews.KeyPoint")
def _key_point(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.reviews.models import KeyPoint

    made = KeyPoint(scope=_scope(review, person, "set_aside"), order=1, known="A", who_knew="B", influence="C")
    made.save()
    yield Placed(made, review.board, review)


@makes("reviews.ScopeSource")
def _scope_source(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.reviews.models import ScopeSource

    made = ScopeSource(scope=_scope(review, person, "set_aside"), order=1, name="A", contributes="B")
    made.save()
    yield Placed(made, review.board, review)


@makes("reviews.ScopeQuestion")
def _scope_question(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.reviews.models import ScopeQuestion

    made = ScopeQuestion(scope=_scope(review, person, "set_aside"), order=1, text="Why?")
    made.save()
    yield Placed(made, review.board, review)


def _timetable(review: Review, person: User) -> Model:
    from threadline.reviews.models import Timetable

    return Timetable.objects.get_or_create(review=review, defaults={"drawn_by": person})[0]


@makes("reviews.Timetable")
def _timetables(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    with review_scope(review):
        yield Placed(_timetable(review, person), review.board, review)


@makes("reviews.PlannedMilestone")
def _milestone(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.reviews.models import PlannedMilestone

    number = next(_turn)
    with review_scope(review):
        table = _timetable(review, person)
    made = PlannedMilestone(timetable=table, key=f"m{number}", title="M", lane="board", role="", gap="", order=1)
    made.save()
    yield Placed(made, review.board, review)


@makes("reviews.DateMoved")
def _date_moved(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.reviews.models import DateMoved

    with review_scope(review):
        made = DateMoved(timetable=_timetable(review, person), what="A", because="B", by=person)
    made.save()
    yield Placed(made, review.board, review)


def _process(review: Review, person: User) -> Model:
    from threadline.reviews.models import Process

    made = Process(review=review, kind="criminal", standing="running", title="Trial", identified_by=person)
    made.save()
    return made


@makes("reviews.Process")
def _processes(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    yield Placed(_process(review, person), review.board, review)


@makes("reviews.Contact")
def _contact(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.reviews.models import Contact

    made = Contact(
        process=_process(review, person), on=date(2016, 1, 4), office="police", with_whom="A", how="meeting",
        said="B", recorded_by=person,
    )  # fmt: skip
    made.save()
    yield Placed(made, review.board, review)


@makes("reviews.Hold")
def _hold(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.reviews.models import Hold

    made = Hold(
        review=review, kind="welfare", title="Welfare", says="Wait.", acts=["family.contact"], since=date(2016, 1, 4),
        asked_by="A", because="B", placed_by=person, looked_at=date(2016, 1, 4),
    )  # fmt: skip
    made.save()
    yield Placed(made, review.board, review)


@makes("reviews.Waiver")
def _waivers(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    made = Waiver(
        review=review, requirement=f"{next(_turn)}", role_key="none", reason="One.", waived_by=person,
        waived_on=date(2015, 11, 2),
    )  # fmt: skip
    made.save()
    yield Placed(made, review.board, review)


@makes("reviews.PackMove")
def _moves(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    made = PackMove(review=review, before=review.pack, after=review.pack, reason="One.", moved_by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("reviews.BoardPack")
def _packs(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    made = BoardPack(board=review.board, name=f"pack-{next(_turn)}", title="Ours", origin=review.pack, texts={})
    made.save()
    yield Placed(made, review.board)


@makes("reviews.Publication")
def _publications(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    pack = BoardPack(board=review.board, name=f"pack-{next(_turn)}", title="Ours", origin=review.pack, texts={})
    pack.save()
    made = Publication(pack=pack, edition=review.pack, agreed="The Board", published_by=person)
    made.save()
    yield Placed(made, review.board)


@makes("chronology.Suggestion")
def _suggestion(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import Suggestion

    made = Suggestion(
        review=review, a_id=uuid.uuid4(), b_id=uuid.uuid4(), score=1, within=False, offered=True, place=0, why="Alike"
    )
    made.save()
    yield Placed(made, review.board, review)


@makes("chronology.Judgement")
def _judgement(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import Judgement

    made = Judgement(review=review, a_id=uuid.uuid4(), b_id=uuid.uuid4(), says="same", by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("chronology.Sharing")
def _sharing(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import Sharing

    made = Sharing(
        review=review, row_id=uuid.uuid4(), agency=agency, how="By letter", when_text="", shown_by="Log", by=person
    )
    made.save()
    yield Placed(made, review.board, review)


@makes("chronology.KeyEpisode")
def _episode(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import KeyEpisode

    made = KeyEpisode(review=review, title="A referral", by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("chronology.KeyEvent")
def _key_event(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import KeyEvent

    made = KeyEvent(review=review, row_id=uuid.uuid4(), title="A visit", by=person)
    made.save()
    yield Placed(made, review.board, review)


@makes("chronology.Note")
def _note(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import Note

    for audience, states in (("mine", ()), ("panel", ("panel",))):
        made = Note(review=review, row_id=uuid.uuid4(), text="Why?", audience=audience, by=person)
        made.save()
        yield Placed(made, review.board, review, states=frozenset(states))


@makes("chronology.NamedView")
def _named_view(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import NamedView, SavedView

    for audience, states in (("mine", ()), ("panel", ("panel",))):
        view = SavedView(review=review, filters={}, digest=uuid.uuid4().hex, made_by=person)
        view.save()
        made = NamedView(review=review, view=view, name=f"Ours {next(_turn)}", audience=audience, by=person)
        made.save()
        yield Placed(made, review.board, review, states=frozenset(states))


from tests.access import records_asked, records_panel  # noqa: E402, F401  (its makers register themselves)


@makes("chronology.FamilyMoment")
def _moment(review: Review, agency: Agency, person: User) -> Iterable[Placed]:
    from threadline.chronology.models import FamilyMoment

    day = date(2015, 2, 3)
    made = FamilyMoment(review=review, title="Moved", earliest=day, latest=day, source="The mother", by=person)
    made.save()
    yield Placed(made, review.board, review)
