"""The family's part in the worked example: grandmother and supporter come by one-time links; a hidden address."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.roles import FAMILY_MEMBER, SUPPORTER
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.administration import actions
from threadline.examples import cast
from threadline.people import actions as people
from threadline.people.actions import Details
from threadline.people.models import Person
from threadline.reviews.models import Review

ROUTES = actions.Routes("by post", "by telephone")
GRANDMOTHER, BESIDE_HER = "Patricia Dunmore", "Alma Beck"
MOTHER, KEPT_FROM = "Kayleigh Dunmore", "Dean Hollis"
ADDRESS = "14 Invented Row\nWestmarch (example)"
NOTE = "Ring after six. Never write: letters are opened by others."


def let_family_take_part(manager: User, review: Review) -> None:
    """Invite them, say in the register who the grandmother is, and write down how it is safe to reach the mother."""
    held = _invite(manager, review, FAMILY_MEMBER, GRANDMOTHER, key="0001")
    _invite(manager, review, SUPPORTER, BESIDE_HER, key="0002", supports=held)
    with review_scope(review):
        known = {each.name: each for each in Person.objects.filter(review=review).prefetch_related("also")}
    grandmother = known[GRANDMOTHER]
    with review_scope(review):
        also = [each.text for each in grandmother.also.all()]
    people.change_person(
        by=manager, person=grandmother, version=grandmother.version, name=grandmother.name, kind=grandmother.kind,
        relation=grandmother.relation, born_on=grandmother.born_on, also=also,
        details=Details(pseudonym=grandmother.pseudonym, account=held.user),
    )  # fmt: skip
    people.keep_contact(
        by=manager, person=known[MOTHER], version=0, address=ADDRESS, note=NOTE, kept_from=[known[KEPT_FROM]]
    )


def _invite(manager: User, review: Review, role: object, name: str, **more: object) -> RoleHolding:
    said = {"email": "", "name": name, "role": role, "starts": timezone.now() - timedelta(seconds=1), "review": review}
    invited = actions.Invited(**said, **more)  # type: ignore[arg-type]  # as the form gives it
    return actions.invite_reader(by=manager, board=review.board, invited=invited, routes=ROUTES)[0]


def ways_in(address: str) -> str:
    """A fresh link and code for each of them, as printed at the start; they work once. Empty without the example."""
    manager = User.objects.filter(email=next(each.email for each in cast.PLAYERS)).first()
    held = RoleHolding.objects.active(at=timezone.now()).filter(
        role_key__in=(FAMILY_MEMBER.key, SUPPORTER.key),
        board__name=cast.BOARD,
        user__name__in=(GRANDMOTHER, BESIDE_HER),
    )
    told = []
    for each in held.select_related("user", "board", "review").order_by("starts"):
        if manager is not None:
            made = actions.make_way_in(by=manager, holding=each, routes=ROUTES)
            link = address.rstrip("/") + reverse("enter_once", args=[made.token])
            told.append(f"  {each.user.name}, {each.role.title}: code {made.code}\n    {link}")
    return "\n".join(told)
