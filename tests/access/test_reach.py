"""List = object = who: the policy gives one answer, however it is asked, for every model that says where it stands."""

from contextlib import contextmanager
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.access import records
from tests.people import again

from threadline.access import places, reach, roles, within
from threadline.access.gate import open_gate
from threadline.access.memory import one_look
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.policy import POLICY, Reach
from threadline.accounts.models import User
from threadline.agencies.models import Agency

pytestmark = pytest.mark.django_db
QUIET = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TIMES = {
    "in force": {"starts": -1},
    "in force until tomorrow": {"starts": -1, "ends": 1},
    "not yet": {"starts": 1},
    "over": {"starts": -2, "ends": -1},
    "revoked": {"starts": -1, "revoked_at": -0.5},
    "suspended": {"starts": -1, "suspended_at": -0.5},
}


@st.composite
def asked(draw):
    """A permission, and roles held by one person: half of them roles that give it somewhere."""
    permission = draw(st.sampled_from(Permission))
    giving = sorted({row.role.key for row in POLICY if row.permission is permission})
    role = st.sampled_from(giving) | st.sampled_from(sorted(roles.ROLES))
    held = st.tuples(role, st.integers(0, 3), st.integers(0, 1), st.sampled_from(sorted(TIMES)))
    return permission, draw(st.lists(held, max_size=4))


@contextmanager
def undone():
    """A block whose changes to the database are undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _hold(world, role_key, number, which, when):
    role, review = roles.ROLES[role_key], world.reviews[number]
    of_review, of_agency = role.level is not roles.Level.BOARD, role.level is roles.Level.AGENCY
    moments = {key: timezone.now() + timedelta(days=days) for key, days in TIMES[when].items()}
    with open_gate():
        return RoleHolding.objects.create(
            user=world.person,
            role_key=role_key,
            board=review.board,
            review=review if of_review else None,
            agency=world.agencies[review.board][which] if of_agency else None,
            suspended_because="Named in the case" if when == "suspended" else "",
            **moments,
        )


def _counts(permission, when):
    """Whether a holding of that kind carries the permission: a suspended one carries two, told by hand."""
    still = (Permission.OWN_PART_READ, Permission.INDEPENDENCE_DECLARE)
    return when.startswith("in force") or (when == "suspended" and permission in still)


def _grants(holding, permission, placed):
    """What the table says, read by a person: without the models' declarations and without SQL."""
    for row in POLICY:
        if row.role.key != holding.role_key or row.permission is not permission:
            continue
        reached = {
            Reach.OWN_BOARD: holding.board == placed.board,
            Reach.OWN_REVIEW: placed.review is not None and holding.review == placed.review,
            Reach.OWN_AGENCY: placed.agency is not None
            and (holding.review, holding.agency) == (placed.review, placed.agency),
        }[row.reach]
        if reached and (not row.only or row.only in placed.states):
            return True
    return False


def test_every_model_that_says_where_it_stands_is_put_to_the_test():
    assert records.without_a_maker() == []


@QUIET
@given(asked())
def test_list_object_and_who_agree_with_the_table_for_every_model_and_permission(everything, given_):
    permission, held = given_
    with undone():
        holdings = [(_hold(everything, *each), _counts(permission, each[3])) for each in held]
        for model, group in everything.by_model.items():
            _agree(everything.person, permission, model, group, holdings)


def _agree(person, permission, model, group, holdings):
    try:
        listed = set(reach.visible(person, permission, model._base_manager.all()).values_list("pk", flat=True))
    except reach.NoStanding:
        states = {row.only for row in POLICY if row.permission is permission and row.only}
        assert not all(hasattr(model.Reach, state) for state in states)
        with pytest.raises(reach.NoStanding):
            reach.may(person, permission, group[0].record)
        return
    expected = {
        placed.record.pk
        for placed in group
        if any(in_force and _grants(holding, permission, placed) for holding, in_force in holdings)
    }
    told = f"{permission} on {model.__name__} with {[str(holding) for holding, _ in holdings]}"
    assert listed & {placed.record.pk for placed in group} == expected, told
    placed = next((each for each in group if each.record.pk in expected), group[0])
    assert reach.may(person, permission, placed.record) == (placed.record.pk in expected), told
    through = {holding.pk for holding in reach.who_may(permission, placed.record) if holding.user == person}
    assert through == {h.pk for h, in_force in holdings if in_force and _grants(h, permission, placed)}, told
    with one_look():
        looked = {
            each.record.pk for each in group if _with_its_review(each) and reach.may(person, permission, each.record)
        }
    assert looked == {each.record.pk for each in group if _with_its_review(each)} & expected, f"{told}, on a page"


def _with_its_review(placed):
    """Whether the record has its review with it, so that a page answers by the roles it has read already."""
    path = reach.stands(type(placed.record), "review")
    return bool(path) and (path == "pk" or path in placed.record._state.fields_cache)


KINDS_OF_ROW = list({(row.reach, row.only): row for row in POLICY}.values())


@pytest.mark.parametrize("row", KINDS_OF_ROW, ids=lambda row: f"{row.reach.name}-{row.only}")
def test_one_role_reaches_what_its_row_says_and_is_named_for_it(everything, row):
    states = {each.only for each in POLICY if each.permission is row.permission and each.only}
    reached = set()
    for model, group in everything.by_model.items():
        if not all(hasattr(model.Reach, state) for state in states):
            continue
        different = {(placed.states, str(placed.agency)): placed for placed in group if placed.review}
        for placed in different.values():
            for which in (0, 1):
                with undone():
                    holding = _hold(
                        everything, row.role.key, everything.reviews.index(placed.review), which, "in force"
                    )
                    expected = _grants(holding, row.permission, placed)
                    reached.add(expected)
                    _is_answered(everything.person, row.permission, placed, holding, expected)
    assert reached == {True, False} if row.only or row.reach is Reach.OWN_AGENCY else True in reached


def _is_answered(person, permission, placed, holding, expected):
    told = f"{permission} on {type(placed.record).__name__} as {holding.role_key}"
    assert reach.may(person, permission, placed.record) is expected, told
    itself = type(placed.record)._base_manager.filter(pk=placed.record.pk)
    assert within.visible_within(person, permission, itself, placed.review).exists() is expected, told
    named = [each.pk for each in reach.who_may(permission, placed.record) if each.user == person]
    assert named == ([holding.pk] if expected else []), told
    with one_look():
        assert reach.may(person, permission, placed.record) is expected, f"{told}, on a page"


def test_what_a_page_offers_somewhere_goes_by_the_roles_that_give_it(cast):
    offered = {person: reach.may_anywhere(person, Permission.REVIEW_OPEN) for person in cast.people.values()}
    assert {each.role_key for each in offered[cast.asha]} == {"business_manager"}
    assert not any(offered[person] for person in (cast.lead, cast.outsider, cast.police_author))


def test_who_may_stand_in_order_of_their_names_and_then_of_their_roles(cast):
    from tests.people import holding

    holding(cast.lead, roles.CO_REVIEWER, board=cast.board, review=cast.review)
    with CaptureQueriesContext(connection) as asked:
        found = list(reach.who_may(Permission.REVIEW_READ, cast.review))
        named = [(each.user.name, each.role_key) for each in found]
        assert "Westmarch Police" in {each.agency.name for each in found if each.agency}
    assert len(asked) == 1
    assert named == sorted(named)
    assert {("Marcus Thornhill", "co_reviewer"), ("Marcus Thornhill", "lead_reviewer")} < set(named)


@pytest.mark.parametrize(("agency", "answer"), [("file__agency", None), (None, False), ("agency", True)])
def test_an_agency_that_a_record_does_not_name_itself_is_asked_of_the_database(cast, agency, answer):
    kind = type("Kind", (SimpleNamespace,), {"Reach": type("Reach", (), {"review": "review", "agency": agency})})
    record = kind(agency_id=cast.police.pk)
    assert within.Standing(cast.police_author, cast.review).may_on(Permission.LETTER_READ, record) is answer


def test_two_roles_reach_together_what_each_of_them_reaches(everything):
    person, review, together = everything.person, everything.reviews[0], set()
    with undone():
        _hold(everything, "saar_author", 0, 0, "in force")
        _hold(everything, "agency_approver", 0, 1, "in force")
        for model, group in everything.by_model.items():
            if not reach.stands(model, "review") or not reach.stands(model, "agency"):
                continue
            listed = set(within.visible_within(person, Permission.LETTER_READ, model._base_manager.all(), review))
            assert listed == set(reach.visible(person, Permission.LETTER_READ, model._base_manager.all()))
            together.add(len({each.agency for each in group if each.record in listed}))
    assert 2 in together


def test_what_stands_under_no_review_is_no_record_of_one(everything):
    of_boards = [model for model in everything.by_model if reach.stands(model, "review") is None]
    assert of_boards
    for model in of_boards:
        rows, review = model._base_manager.all(), everything.reviews[0]
        assert not within.visible_within(everything.person, Permission.REVIEW_READ, rows, review)


def test_what_is_an_agency_s_own_is_for_those_who_are_of_an_agency(cast):
    def own(person, review, permission):
        return within.Standing(person, review).may_for_own_agency(permission)

    assert own(cast.police_author, cast.review, Permission.LETTER_READ) is True
    assert own(cast.police_author, cast.review, Permission.REVIEW_OPEN) is False
    assert own(cast.police_author, cast.second_review, Permission.LETTER_READ) is False
    assert own(cast.lead, cast.review, Permission.LETTER_READ) is False
    assert own(cast.asha, cast.review, Permission.REVIEW_OPEN) is False


def test_a_standing_goes_by_the_roles_it_is_given(cast):
    mine = list(RoleHolding.objects.filter(user=cast.lead))
    assert within.Standing(cast.lead, cast.review, held=mine).may(Permission.REVIEW_READ)
    assert not within.Standing(cast.lead, cast.review, held=[]).may(Permission.REVIEW_READ)


@QUIET
@given(asked(), st.integers(0, 3))
def test_the_policy_settled_once_for_a_review_gives_the_same_list(everything, given_, number):
    permission, held = given_
    review = everything.reviews[number]
    with undone():
        for each in held:
            _hold(everything, *each)
        for model in everything.by_model:
            if reach.stands(model, "review") is None:
                continue
            rows = model._base_manager.filter(**{reach.stands(model, "review"): review.pk})
            try:
                listed = reach.visible(everything.person, permission, rows)
            except reach.NoStanding:
                continue
            settled = within.visible_within(everything.person, permission, model._base_manager.all(), review)
            assert set(settled) == set(listed), f"{permission} on {model.__name__}"


class Everything:
    """The world's records by model."""

    def __init__(self):
        world = records.world()
        self.person, self.reviews, self.agencies = world.person, world.reviews, world.agencies
        self.by_model = {}
        for placed in world.placed:
            self.by_model.setdefault(type(placed.record), []).append(placed)


@pytest.fixture
def everything(db):
    return again("everything", Everything, apps.get_models())


def test_nobody_reaches_anything_without_a_role(cast):
    for permission in Permission:
        assert not reach.may_anywhere(cast.outsider, permission).exists()
    for permission in (Permission.REVIEW_READ, Permission.SOURCES_READ, Permission.CHRONOLOGY_READ):
        assert not reach.may(cast.outsider, permission, cast.review)


def test_an_account_that_was_closed_reaches_nothing(cast):
    assert reach.may(cast.asha, Permission.REVIEW_READ, cast.review)
    User.objects.filter(pk=cast.asha.pk).update(is_active=False)
    assert not reach.may(cast.asha, Permission.REVIEW_READ, cast.review)


@pytest.mark.parametrize(
    ("who", "own", "second", "other"),
    [
        ("asha", True, True, False),
        ("chair", True, True, False),
        ("lead", True, False, False),
        ("panel", True, False, False),
        ("police_author", True, False, False),
        ("second_lead", False, True, False),
        ("other_manager", False, False, True),
        ("outsider", False, False, False),
    ],
)
def test_a_review_is_reached_by_its_own_people_only(cast, who, own, second, other):
    reviews = (cast.review, cast.second_review, cast.other_review)
    reached = tuple(reach.may(getattr(cast, who), Permission.REVIEW_READ, review) for review in reviews)
    assert reached == (own, second, other)


def test_an_author_reaches_the_files_of_the_own_agency_and_of_no_other(cast):
    with open_gate():
        own = records.document(cast.review, cast.police, cast.asha)
        other = records.document(cast.review, cast.health, cast.asha)
        nobodys = records.document(cast.review, None, cast.asha)
        elsewhere = records.document(cast.second_review, cast.police, cast.asha)
    reached = [
        reach.may(cast.police_author, Permission.DOCUMENT_READ, each) for each in (own, other, nobodys, elsewhere)
    ]
    assert reached == [True, False, False, False]


def test_who_may_names_the_role_that_gives_the_permission_and_no_other_role_of_that_person(cast):
    from tests.people import holding

    holding(cast.lead, roles.PANEL_MEMBER, board=cast.board, review=cast.second_review)
    found = reach.who_may(Permission.ENTRY_WRITE, cast.review)
    assert [(each.user.name, each.role_key) for each in found] == [
        ("Asha Fernleigh", "business_manager"),
        ("Marcus Thornhill", "lead_reviewer"),
    ]


def test_a_model_that_does_not_say_where_it_stands_is_refused(cast):
    with pytest.raises(reach.NoStanding, match="Agency does not declare its Reach"):
        reach.visible(cast.asha, Permission.REVIEW_READ, Agency.objects.all())


def test_what_stands_nowhere_has_no_path():
    class Adrift:
        class Reach:
            """Nowhere."""

    assert [reach.stands(Adrift, what) for what in ("board", "review", "agency")] == [None, None, None]


def test_a_state_is_the_condition_that_the_model_declares_and_no_state_is_no_condition():
    states = sorted({row.only for row in POLICY if row.only})
    declared = [
        (model, state) for model in records.models_with_reach() for state in states if hasattr(model.Reach, state)
    ]
    assert {state for _, state in declared} == set(states)
    for model, state in declared:
        assert reach.state_of(model, state) is getattr(model.Reach, state)
        assert reach.state_of(model, "") == Q()


def test_a_state_that_the_model_does_not_declare_is_refused(cast):
    with pytest.raises(reach.NoStanding, match="Review does not declare the state 'accepted'"):
        reach.may(cast.chair, Permission.TIMELINE_READ, cast.review)
    with pytest.raises(reach.NoStanding, match="Review does not declare the state 'accepted'"):
        within.visible_within(cast.chair, Permission.TIMELINE_READ, type(cast.review).objects.all(), cast.review)


def test_a_permission_that_no_row_gives_is_nobodys(cast, monkeypatch):
    monkeypatch.setattr(reach, "POLICY", ())
    assert not reach.may(cast.asha, Permission.REVIEW_READ, cast.review)
    assert not reach.who_may(Permission.REVIEW_READ, cast.review)


def test_a_place_is_a_board_and_a_review(cast):
    assert places.place_of(cast.board) == places.Place(str(cast.board.pk))
    assert places.place_of(cast.review) == places.Place(str(cast.board.pk), str(cast.review.pk))
    of_board = RoleHolding.objects.get(user=cast.asha)
    assert places.place_of(of_board) == places.Place(str(cast.board.pk))
    assert places.review_of(of_board) is None


def test_the_roles_a_person_acts_by_are_those_that_give_the_permission_here(cast):
    from tests.people import holding

    holding(cast.asha, roles.LEAD_REVIEWER, board=cast.board, review=cast.second_review)
    here, there = places.place_of(cast.review), places.place_of(cast.second_review)
    assert places.roles_used(cast.asha, Permission.REVIEW_READ, here) == ["business_manager"]
    assert places.roles_used(cast.asha, Permission.REVIEW_READ, there) == ["business_manager", "lead_reviewer"]
    assert places.roles_used(cast.asha, Permission.REVIEW_READ, places.place_of(cast.other_review)) == []
