"""The cast: the same people in every test, their relation fixed once. Nobody here exists."""

import pickle
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt
from django.core.cache import cache
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from threadline.access import roles
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.accounts.models import User
from threadline.agencies.models import Agency, Board
from threadline.reviews.method import keep_bundled
from threadline.reviews.models import ContributingAgency, PackEdition, Review

PASSWORD = "quiet-lantern-over-moss-41"  # of invented people in tests


@dataclass
class Cast:
    """Two Boards; one review each; the people of the first, and outsiders."""

    board: Board
    other_board: Board
    police: Agency
    health: Agency
    school: Agency
    other_agency: Agency
    review: Review
    second_review: Review
    other_review: Review
    people: dict[str, User] = field(default_factory=dict)

    def __getattr__(self, name: str) -> User:
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None


def person(email: str, name: str) -> User:
    """An account with the cast's password and an authenticator app, without which no page opens."""
    made = User.objects.create_user(email, name, PASSWORD)
    TOTP.activate(made, generate_totp_secret())
    return made


def code_of(user: User, *, ahead: int = 0) -> str:
    """What the person's authenticator app shows now, or that many half-minutes from now."""
    secret = decrypt(Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).data["secret"])
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead)))


def enter(client: Client, user: User, *, password: str = PASSWORD, ahead: int = 0, **sent: str) -> HttpResponse:
    """Sign in as a person does, by password and code; the answer to the last of them."""
    client.post("/account/login/", {"login": user.email, "password": password, **sent})
    return client.post("/account/2fa/authenticate/", {"code": code_of(user, ahead=ahead)})


def grow_old(client: Client, *, minutes: int) -> None:
    """As if the person had signed in that long ago, and been busy since."""
    session = client.session
    session["threadline-began"] -= 60 * minutes
    for step in session.get("account_authentication_methods", []):
        step["at"] -= 60 * minutes
    session.save()


def holding(
    user: User, role: roles.Role, *, board: Board, review: Review | None = None, agency: Agency | None = None
) -> RoleHolding:
    """A role held since yesterday, without an end."""
    with open_gate():
        return RoleHolding.objects.create(
            user=user,
            role_key=role.key,
            board=board,
            review=review,
            agency=agency,
            starts=timezone.now() - timedelta(days=1),
        )


def review(board: Board, reference: str, *agencies: Agency) -> Review:
    """A review of the year to 30 September 2015, with its contributing agencies."""
    with open_gate():
        method = keep_bundled()
    made = Review(
        board=board,
        reference=reference,
        pack=method,
        incident_on=date(2015, 9, 30),
        period_from=date(2014, 9, 1),
        period_to=date(2015, 9, 30),
    )
    with open_gate():
        made.save()
        for agency in agencies:
            ContributingAgency(review=made, agency=agency, asked_on=date(2015, 10, 12), due_on=date(2015, 11, 9)).save()
    return made


def assemble() -> Cast:
    """Everyone, in the database."""
    board, other_board = (Board.objects.create(name=name) for name in ("Westmarch LSCB", "Eastmarch LSCB"))
    police, health, school = (
        Agency.objects.create(board=board, name=name)
        for name in ("Westmarch Police", "Northfield Trust", "Larkspur Primary School")
    )
    other_agency = Agency.objects.create(board=other_board, name="Eastmarch Police")
    cast = Cast(
        board=board,
        other_board=other_board,
        police=police,
        health=health,
        school=school,
        other_agency=other_agency,
        review=review(board, "R-2015-01", police, health, school),
        second_review=review(board, "R-2015-02", police, health),
        other_review=review(other_board, "E-2015-07", other_agency),
    )
    here = {"board": board, "review": cast.review}
    for key, name, role, where in (
        ("asha", "Asha Fernleigh", roles.BUSINESS_MANAGER, {"board": board}),
        ("chair", "Ruth Ellerby", roles.INDEPENDENT_CHAIR, {"board": board}),
        ("lead", "Marcus Thornhill", roles.LEAD_REVIEWER, here),
        ("panel", "Grace Okonedo-Vale", roles.PANEL_MEMBER, here),
        ("police_author", "Ian Sorrel", roles.SAAR_AUTHOR, {**here, "agency": police}),
        ("health_author", "Nia Bracken", roles.SAAR_AUTHOR, {**here, "agency": health}),
        ("second_lead", "Owen Tamsin", roles.LEAD_REVIEWER, {"board": board, "review": cast.second_review}),
        ("other_manager", "Petra Quill", roles.BUSINESS_MANAGER, {"board": other_board}),
        ("outsider", "Lee Nobody", None, {}),
    ):
        cast.people[key] = person(f"{key.replace('_', '.')}@threadline.example", name)
        if role:
            holding(cast.people[key], role, **where)
    return cast


MODELS = (Board, Agency, User, Authenticator, PackEdition, Review, ContributingAgency, RoleHolding)
_made: dict[object, bytes] = {}


def assembled() -> Cast:
    """Everyone, in the database: the rows of the first time put in again, which takes a tenth of the time."""
    cache.clear()
    if User.objects.exists() or Board.objects.exists() or PackEdition.objects.exists():
        return assemble()
    return again("assembled", assemble)


def again(key: object, make: Callable[[], Any], models: Iterable[type[Model]] = MODELS) -> Any:
    """What `make` makes, with its rows of those models: made the first time, and the same rows put in after that."""
    if key in _made:
        made, rows = pickle.loads(_made[key])
        for model, each in rows:
            fields = [
                field for field in model._meta.concrete_fields if model is not Authenticator or field.name != "id"
            ]
            model._base_manager.all()._insert(each, fields=fields, using="default", raw=True)  # moments as they were
        return made
    there = {model: set(model._base_manager.values_list("pk", flat=True)) for model in models}
    made = make()
    rows = [(model, list(model._base_manager.exclude(pk__in=pks))) for model, pks in there.items()]
    for model, each in rows:
        if model is Authenticator:
            for one in each:
                one.pk = None  # a number that another person may have by then
    _made[key] = pickle.dumps((made, [pair for pair in rows if pair[1]]))
    return made


def everybody(cast: Cast) -> Cast:
    """The cast with somebody in each of the roles that few tests need; the same cast, added to."""
    made = again(cast.board.pk, lambda: _everybody(cast))
    cast.people = {**made.people, **cast.people}
    return cast


def _everybody(cast: Cast) -> Cast:
    here = {"board": cast.board, "review": cast.review}
    for key, name, role, where in (
        ("board_member", "Iris Cobb", roles.BOARD_MEMBER, {"board": cast.board}),
        ("administrator", "Tom Wick", roles.ADMINISTRATOR, {"board": cast.board}),
        ("co_reviewer", "Hana Rill", roles.CO_REVIEWER, here),
        ("panel_chair", "Edwin Marl", roles.PANEL_CHAIR, here),
        ("inspector", "Noor Fallow", roles.INSPECTOR, here),
        ("approver", "Vera Stile", roles.AGENCY_APPROVER, {**here, "agency": cast.police}),
        ("practitioner", "Ben Tarn", roles.PRACTITIONER, {**here, "agency": cast.police}),
        ("family", "Rose Dunmore", roles.FAMILY_MEMBER, here),
        ("supporter", "Alma Beck", roles.SUPPORTER, here),
    ):
        cast.people[key] = person(f"{key.replace('_', '.')}@threadline.example", name)
        holding(cast.people[key], role, **where)
    return cast
