"""Load the worked example through the same acts that people use, so that it is audited like any other review."""

from datetime import timedelta
from importlib import resources

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from threadline.access.acting import service_act
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.access.scope import review_scope
from threadline.accounts.example import give_second_factor
from threadline.accounts.models import User
from threadline.agencies.models import Agency, Board
from threadline.audit.trail import record
from threadline.chronology import actions as timelines
from threadline.chronology.models import AgencyFile
from threadline.examples import cast
from threadline.examples.asking import ask_and_answer
from threadline.examples.commissioning import commission
from threadline.examples.family import let_family_take_part, ways_in
from threadline.examples.method import show_method
from threadline.examples.panel import form_panel
from threadline.examples.referring import DECIDED_ON, ask_by_letter, load_referrals
from threadline.examples.understanding import understand
from threadline.notices import actions as notices
from threadline.people import actions as people
from threadline.reviews import actions as reviews
from threadline.reviews.models import ContributingAgency, Review


def load_example() -> bool:
    """Load it once; False when it is there already. Files are read at once, so that the chronology is there to see."""
    if Board.objects.filter(name=cast.BOARD).exists():
        return False
    with transaction.atomic():
        boards = {name: Board.objects.create(name=name) for name in (cast.BOARD, cast.OTHER_BOARD)}
        agencies = [
            Agency.objects.create(board=boards[cast.BOARD], name=name)
            for name in (*cast.FILES.values(), cast.SILENT_AGENCY)
        ]
        managers = {
            player.board: _account(player, boards[player.board])
            for player in cast.PLAYERS
            if player.role.key == "business_manager"
        }
        review = _open(managers[cast.BOARD], boards[cast.BOARD], cast.REFERENCE, agencies)
        others = [Agency.objects.create(board=boards[cast.OTHER_BOARD], name=name) for name in cast.OTHER_AGENCIES]
        other = _open(managers[cast.OTHER_BOARD], boards[cast.OTHER_BOARD], cast.OTHER_REFERENCE, others)
        at = {cast.BOARD: (review, agencies), cast.OTHER_BOARD: (other, others)}
        for player in cast.PLAYERS:
            if player.role.key != "business_manager":
                of, known = at[player.board]
                _account(player, boards[player.board], review=of, agencies=known)
        for named in cast.FAMILY:
            people.add_person(
                by=managers[cast.BOARD], review=review, name=named.name, kind=named.kind, relation=named.relation,
                born_on=named.born_on, also=named.also,
            )  # fmt: skip
        let_family_take_part(managers[cast.BOARD], review)
        load_referrals(managers[cast.BOARD], boards[cast.BOARD], review)
        ask_by_letter(managers[cast.BOARD], review)
    _ask(review)
    commission(managers[cast.BOARD], review)
    show_method(manager=managers[cast.BOARD], lead=_lead(), review=review)
    _send_files(managers[cast.BOARD], review)
    _thank_authors(review)
    understand(_lead(), review)
    ask_and_answer(_lead(), review)
    form_panel(manager=managers[cast.BOARD], chair=_player("independent_chair"), review=review)
    return True


def _lead() -> User:
    """The Lead Reviewer of the example, who worked the chronology up."""
    return _player("lead_reviewer")


def _player(role: str) -> User:
    """The example's person in a role."""
    player = next(each for each in cast.PLAYERS if each.role.key == role)
    return User.objects.get(email=player.email)


def _account(
    player: cast.Player, board: Board, *, review: Review | None = None, agencies: list[Agency] | None = None
) -> User:
    user = User.objects.create_user(player.email, player.name, cast.PASSWORD)
    give_second_factor(user)
    of_review = player.role.level != "board"
    with open_gate():
        holding = RoleHolding.objects.create(
            user=user,
            role_key=player.role.key,
            board=board,
            review=review if of_review else None,
            agency=next((a for a in agencies or [] if a.name == player.agency), None),
            starts=timezone.now(),
        )
    record(
        "access.role_given",
        board=str(board.pk),
        review=str(review.pk) if of_review and review else "",
        objects=[f"access.roleholding:{holding.pk}"],
        acting_as=["service"],
        detail={"role": player.role.title},
    )
    return user


def _open(by: User, board: Board, reference: str, agencies: list[Agency]) -> Review:
    made: Review = reviews.open_review(
        by=by,
        board=board,
        reference=reference,
        dates=reviews.Dates(cast.INCIDENT, *cast.PERIOD, cast.PERIOD_REASON),
        under_way=reviews.UnderWay(DECIDED_ON, "The review began on paper. The referral was typed in afterwards."),
        agencies=agencies,
    )
    return made


def _ask(review: Review) -> None:
    today = timezone.localdate()
    with service_act("reviews.changed", review):
        for contributor in ContributingAgency.objects.filter(review=review):
            contributor.asked_on = today - timedelta(days=cast.ASKED_DAYS_AGO)
            contributor.due_on = today - timedelta(days=cast.DUE_DAYS_AGO)
            contributor.save()


def _send_files(by: User, review: Review) -> None:
    """Every agency's file, accepted; then one agency's corrected file, which waits for somebody to look at it."""
    folder = resources.files("threadline.examples") / "rowan-house"
    for name, agency in cast.FILES.items():
        sent = _send(by, review, agency, name, (folder / name).read_bytes())
        timelines.accept(by=by, file=sent, version=sent.version, unsettled=True)
    original = (folder / cast.CORRECTED_FILE).read_bytes()
    _send(by, review, cast.FILES[cast.CORRECTED_FILE], cast.CORRECTED_NAME, cast.corrected(original))


def _send(by: User, review: Review, agency: str, name: str, data: bytes) -> AgencyFile:
    with review_scope(review):
        contributor = ContributingAgency.objects.select_related("review", "agency").get(agency__name=agency)
    file = timelines.receive_from(by=by, contributor=contributor, name=name, data=data, token=f"example {name}")
    timelines.read_now(str(file.pk))
    with review_scope(review):
        return AgencyFile.objects.select_related("review", "document", "agency").get(pk=file.pk)


def _thank_authors(review: Review) -> None:
    """Those who write for an agency are told that its timeline has come in."""
    authors = RoleHolding.objects.active(at=timezone.now()).filter(review=review, role_key="saar_author")
    people = [holding.user for holding in authors.select_related("user")]
    link = reverse("chronology:sources", args=[review.reference])
    notices.tell(people, "timeline-received", review=review, link=link, once="example")


def who_to_sign_in_as(address: str = "") -> str:
    """The people of the example, their password, and where their code is, as printed at the start.

    The service is at `address`, to which those of the family who come without a password have their links.
    """
    lines = "\n".join(player.line for player in cast.PLAYERS if player.board == cast.BOARD)
    others = "\n".join(player.line for player in cast.PLAYERS if player.board != cast.BOARD)
    family = f"Of the family, without a password, by a link that works once:\n{ways_in(address)}\n" if address else ""
    return (
        f"Sign in as any of these people (nobody here exists), with the password {cast.PASSWORD}\n"
        f"The code of the second step is shown on the page that asks for it.\n{lines}\n"
        f"The people of a second Board, who see nothing of the first:\n{others}\n{family}"
    )
