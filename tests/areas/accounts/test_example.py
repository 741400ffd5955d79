"""The code of an invented person is shown in an example, and never anywhere else (TRUST 1, 2)."""

import pytest
from django.test import Client

from tests.people import PASSWORD, code_of, enter, person
from tests.visit import visit, words
from threadline.access import roles
from threadline.accounts import example
from threadline.examples import cast as players
from threadline.examples.load import who_to_sign_in_as

pytestmark = pytest.mark.django_db
CODE_PAGE = "/account/2fa/authenticate/"


def code_page(client, user):
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    return visit(client, CODE_PAGE)


def shown(page):
    return words(page.select_one(".tl-example-code")) if page.select_one(".tl-example-code") else ""


@pytest.fixture
def in_example(settings):
    settings.EXAMPLE = True


def test_an_example_shows_its_people_a_code_that_lets_them_in_once(in_example, cast, client):
    code = shown(code_page(client, cast.asha))
    assert len(code) == 7
    assert client.post(CODE_PAGE, {"code": code}).url == "/"
    other = Client()
    assert shown(code_page(other, cast.asha)) != code
    other.post(CODE_PAGE, {"code": code})
    assert "_auth_user_id" not in other.session


def test_many_browsers_can_sign_in_within_the_same_minute(in_example, cast):
    waiting = [(client, shown(code_page(client, cast.asha))) for client in (Client() for _ in range(8))]
    assert [client.post(CODE_PAGE, {"code": code}).status_code for client, code in waiting] == [302] * 8


def test_the_codes_that_nobody_used_do_not_pile_up(in_example, cast, client):
    for _ in range(example.MOST_CODES + 5):
        client.post("/account/logout/")
        code_page(client, cast.asha)
    from allauth.mfa.models import Authenticator

    kept = Authenticator.objects.get(user=cast.asha, type="recovery_codes")
    assert len(kept.wrap().get_unused_codes()) == example.MOST_CODES
    assert all(len(code) > 20 for code in kept.data["migrated_codes"]), "none is readable in the database"


def test_reloading_the_page_shows_the_same_code(in_example, cast, client):
    first = shown(code_page(client, cast.asha))
    assert shown(visit(client, CODE_PAGE)) == first


def test_an_authenticator_app_goes_on_working_in_an_example(in_example, cast, client):
    assert enter(client, cast.asha).url == "/"
    assert enter(Client(), cast.asha).status_code == 200, "and each of its codes once"


def test_nowhere_else_is_a_code_shown_or_made(cast, client, settings):
    settings.EXAMPLE = False
    assert shown(code_page(client, cast.asha)) == ""
    assert example.CODE not in client.session
    session = client.session
    session[example.CODE] = "123456"
    session.save()
    assert "123" not in words(visit(client, CODE_PAGE).main)
    client.post(CODE_PAGE, {"code": "123456"})
    assert "_auth_user_id" not in client.session


def test_an_example_shows_real_people_nothing(in_example, cast, client):
    somebody = person("somebody@westmarch.gov.uk", "Somebody Real")
    assert shown(code_page(client, somebody)) == ""
    assert example.CODE not in client.session
    assert client.post(CODE_PAGE, {"code": code_of(somebody)}).url == "/"


def test_confirming_in_an_example_makes_no_code(in_example, cast, client):
    enter(client, cast.asha)
    made = client.session[example.CODE]
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    assert client.session[example.CODE] == made


def test_the_start_of_the_example_says_where_the_code_is():
    assert "The code of the second step is shown on the page that asks for it." in who_to_sign_in_as()


def test_somebody_of_the_example_has_each_of_the_roles():
    """Issue 4: fourteen roles, each with a person to be."""
    by_link = {roles.FAMILY_MEMBER, roles.SUPPORTER}
    assert {each.role for each in players.PLAYERS} | by_link == set(roles.ROLES.values())
    told = who_to_sign_in_as()
    assert all(each.email in told and each.role.title in told for each in players.PLAYERS)
