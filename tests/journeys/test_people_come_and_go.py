"""A person is invited, comes, and goes again; a grandmother comes by a link; the Board sees who has looked."""

import re
import time
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from tests.journeys.conftest import assert_accessible, assert_fits, sign_in

pytestmark = pytest.mark.browser
ASHA, RUTH, TOM = (f"{name}@threadline.example" for name in ("asha", "ruth", "tom"))
PASSWORD = "seven herons over slow water"
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def sound(page, heading):
    """The page with that heading can be used by everybody, on a telephone too."""
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()
    assert_accessible(page)
    assert_fits(page)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def letter_to(served, address):
    """The path of the invitation in the letter that the service wrote to somebody."""
    for _ in range(300):
        for file in (served.data / "mail").glob("*.log"):
            text = file.read_text(encoding="utf-8")
            if f"To: {address}" in text and (found := re.search(r"http://\S+/account/invitation/\S+", text)):
                return urlsplit(found[0]).path
        time.sleep(0.2)
    raise AssertionError(f"no letter to {address}")


def figures(secret):
    """What an authenticator app shows for a key."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


@pytest.fixture
def elsewhere(browser, served):
    """Somebody at another computer."""
    made = browser.new_context(base_url=served.address, locale="en-GB")
    made.set_default_timeout(20_000)
    yield made.new_page()
    made.close()


def invite(page, name, address):
    """The business manager invites an inspector, and reads first what the role will see."""
    sign_in(page, ASHA)
    page.goto("/administration/")
    sound(page, "People and roles")
    page.get_by_role("button", name="Invite somebody").click()
    sound(page, "Invite somebody")
    page.get_by_role("link", name="Read-only inspector").click()
    sound(page, "Invite somebody as Read-only inspector")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Review").select_option(label="R-2015-03")
    press(page, "Continue")
    sound(page, "Check before you invite")
    press(page, "Invite")
    expect(page.get_by_text("The invitation is on its way to their e-mail address.")).to_be_visible()


def take_up(page, path, address):
    """The invited person chooses a password, sets up an app, and is in."""
    page.goto(path)
    sound(page, "Welcome to Threadline")
    page.get_by_label("Choose a password", exact=True).fill(PASSWORD)
    press(page, "Save the password")
    expect(page.get_by_text("Your password is saved.")).to_be_visible()
    page.get_by_label("Email address").fill(address)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Sign in")
    sound(page, "Set up a second step")
    page.get_by_role("button", name="Set up an authenticator app").click()
    sound(page, "Set up your second step")
    secret = page.locator(".tl-secret").text_content().strip()
    page.get_by_label("Six figures from the app").fill(figures(secret))
    press(page, "Continue")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Set up your second step")


def add_a_passkey_and_codes(page):
    """A passkey from the browser's own authenticator, and recovery codes on paper."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.goto("/account/2fa/webauthn/add/")
    page.get_by_label("Name").fill("work laptop")
    press(page, "Make the passkey")
    expect(page.get_by_text("Your passkey is set up.")).to_be_visible()
    page.goto("/account/2fa/")
    sound(page, "How you sign in")
    page.goto("/account/2fa/recovery-codes/")
    sound(page, "Your recovery codes")
    assert page.locator(".tl-codes li").count() == 10
    return page.locator(".tl-codes li").first.inner_text()


def end_the_other_place(page, other, address, code):
    """Signed in a second time with a recovery code, and ended from the first."""
    other.goto("/account/login/")
    other.get_by_label("Email address").fill(address)
    other.get_by_label("Password", exact=True).fill(PASSWORD)
    press(other, "Sign in")
    other.get_by_label("Code", exact=True).fill(code)
    press(other, "Continue")
    expect(other.get_by_role("button", name="Sign out")).to_be_visible()
    page.goto("/account/sessions/")
    sound(page, "Where you are signed in")
    page.get_by_role("button", name=re.compile("^Sign out there")).click()
    expect(page.get_by_role("button", name=re.compile("^Sign out there"))).to_have_count(0)
    other.goto("/reviews/")
    expect(other.get_by_role("heading", level=1, name="Sign in")).to_be_visible()


def test_somebody_is_invited_comes_in_and_loses_the_role_again(page, elsewhere, served):
    name = f"Wren Fallow {int(time.time())}"
    address = f"{name.lower().replace(' ', '.')}@inspectorate.example"
    invite(elsewhere, name, address)
    take_up(page, letter_to(served, address), address)
    page.goto("/reviews/R-2015-03/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    code = add_a_passkey_and_codes(page)
    elsewhere.get_by_role("link", name=f"End the role of {name} as Read-only inspector").click()
    sound(elsewhere, f"End the role of {name}")
    elsewhere.get_by_label("Why does it end?").fill("The inspection is over.")
    press(elsewhere, "End this role")
    expect(elsewhere.get_by_text(f"{name}'s role as Read-only inspector has ended.")).to_be_visible()
    assert page.goto("/reviews/R-2015-03/").status == 404
    sound(page, "Page not found")
    press(elsewhere, "Sign out")
    end_the_other_place(page, elsewhere, address, code)
    assert page.faults == []


def test_a_grandmother_comes_by_a_link_and_a_code_and_sees_her_part_alone(page, elsewhere):
    sign_in(elsewhere, ASHA)
    elsewhere.goto("/administration/")
    elsewhere.get_by_role("link", name="Make a way in for Patricia Dunmore").click()
    elsewhere.get_by_label("By post").first.check()
    elsewhere.get_by_label("By telephone").check()
    sound(elsewhere, re.compile("way in"))
    elsewhere.locator("main form button").first.click()
    sound(elsewhere, "The way in for Patricia Dunmore")
    link, code = (elsewhere.locator(".govuk-summary-list__value").nth(place).inner_text() for place in (0, 1))
    page.goto(urlsplit(link).path)
    sound(page, "Enter your code")
    page.get_by_label("Code", exact=True).fill("00000000")
    press(page, "Go in")
    expect(page.get_by_text("That is not the code.").first).to_be_visible()
    page.get_by_label("Code", exact=True).fill(code)
    press(page, "Go in")
    sound(page, "Your part in this review")
    expect(page.get_by_text("We are very sorry about what has happened.")).to_be_visible()
    assert page.goto("/reviews/R-2015-03/chronology/").status == 404
    assert page.goto(urlsplit(link).path).status == 404
    sound(page, "This link no longer works")


def test_the_board_asks_who_can_read_and_who_has_looked(page):
    sign_in(page, RUTH)
    page.goto("/administration/")
    page.get_by_role("link", name="Who has looked").click()
    sound(page, "Who has looked")
    page.get_by_text("Look for something").click()
    page.get_by_label("Review").select_option(label="R-2015-03")
    press(page, "Show these")
    expect(page.get_by_role("link", name="Show everything")).to_be_visible()
    page.goto("/reviews/R-2015-03/access/")
    expect(page.get_by_role("row", name=re.compile("Marcus Thornhill")).first).to_be_visible()
    assert_accessible(page)
    assert_fits(page)


def test_who_looks_after_accounts_sees_which_e_mails_did_not_go(page):
    sign_in(page, TOM)
    page.goto("/administration/")
    sound(page, "Accounts")
    page.get_by_role("link", name="E-mails that did not go").click()
    sound(page, "E-mails that did not go")
    expect(page.get_by_text("Every e-mail went out, or waits")).to_be_visible()
