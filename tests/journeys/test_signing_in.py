"""Signing in: with the code an example shows, without scripts, with a passkey; and out, leaving nothing behind."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PASSWORD, assert_accessible, assert_fits, sign_in

pytestmark = pytest.mark.browser
RUTH = "ruth@threadline.example"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sound(page):
    """The page can be used by everybody, on a telephone too."""
    assert_accessible(page)
    assert_fits(page)


@pytest.fixture
def key(page):
    """An authenticator in the browser, as a laptop or telephone has one."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return devtools, made["authenticatorId"]


def test_password_then_the_code_that_the_example_shows(page):
    page.goto("/reviews/")
    assert page.url.endswith("/account/login/?next=/reviews/")
    sound(page)
    page.get_by_label("Email address").fill(RUTH)
    page.get_by_label("Password", exact=True).fill("not the password")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_text("The e-mail address or the password is not right").first.wait_for()
    expect(page).to_have_title(re.compile("^Error: "))
    sound(page)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("heading", name="Enter your code").wait_for()
    sound(page)
    code = page.locator(".tl-example-code").inner_text()
    page.get_by_label("Code", exact=True).fill("000 000")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("That code is not right").first.wait_for()
    sound(page)
    page.get_by_label("Code", exact=True).fill(code)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/reviews/")


def test_without_scripts(no_script_page):
    page = no_script_page
    sign_in(page, RUTH)
    page.goto("/account/2fa/webauthn/add/")
    expect(page.get_by_text("This browser cannot make a passkey")).to_be_visible()
    expect(page.get_by_role("button", name="Make the passkey")).not_to_be_visible()
    page.goto("/account/login/")
    page.wait_for_url(re.compile(r"/$"))


def test_signing_out_leaves_nothing_to_go_back_to(page):
    sign_in(page, RUTH)
    page.goto("/reviews/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/account/login/**")
    page.go_back()
    page.get_by_role("heading", name="Sign in").wait_for()


def test_a_passkey_is_made_and_then_signs_in_alone(page, key):
    devtools, authenticator = key
    sign_in(page, RUTH)
    page.goto("/account/2fa/")
    sound(page)
    page.goto("/account/2fa/webauthn/add/")
    sound(page)
    page.get_by_label("Name").fill("office laptop")
    page.get_by_label("Let me sign in with it alone, without my password").check()
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_text("Your passkey is set up.").wait_for()
    sound(page)
    page.goto("/account/2fa/webauthn/")
    expect(page.get_by_role("rowheader", name="office laptop")).to_be_visible()
    sound(page)

    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/account/login/**")
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("That did not work, or it was stopped").wait_for()
    sound(page)
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": True})
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(re.compile(r"//[^/]+/$"))

    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("Email address").fill(RUTH)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    sound(page)
    page.get_by_role("button", name="Use a passkey instead").click()
    page.wait_for_url(re.compile(r"//[^/]+/$"))

    page.goto("/account/2fa/webauthn/")
    page.get_by_role("link", name="Take off office laptop").click()
    sound(page)
    page.get_by_role("button", name="Take it off").click()
    page.get_by_text("The passkey is taken off.").wait_for()
    assert page.faults == []


PAGES = (
    "address/", "password/change/", "password/reset/", "password/reset/done/", "sessions/",
    "2fa/recovery-codes/generate/",
    "2fa/totp/deactivate/", "2fa/webauthn/", "logout/", "inactive/", "signup/", "once/nothing/", "invitation/nothing/",
    "reauthenticate/", "reauthenticate/code/", "oidc/cancelled/",
)  # fmt: skip


def test_every_page_of_one_s_account_can_be_used_by_everybody(page):
    sign_in(page, RUTH)
    for address in PAGES:
        page.goto(f"/account/{address}")
        sound(page)
