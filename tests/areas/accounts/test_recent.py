"""The gravest acts ask again who is there, and lose nothing over it (TRUST 17)."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import include, path, reverse
from django.views.generic import View

from tests.people import PASSWORD, enter, grow_old
from tests.visit import visit, words
from threadline.accounts import recent
from threadline.audit.models import Event
from threadline.project import urls as real

pytestmark = pytest.mark.django_db
GRAVE, SAME = "/grave/", "/same/"


class Grave(recent.RecentlyProven, View):
    """What only somebody who has just shown who they are may do."""

    done = []

    def get(self, request):
        return HttpResponse("the form")

    def post(self, request):
        self.done.append((request.GET.get("for", ""), request.POST.get("reason"), request.resolver_match.route))
        return HttpResponse(f"done: {request.POST.get('reason')}")


@recent.recently_proven
def same(request):
    return HttpResponse("the same")


urlpatterns = [path("grave/", Grave.as_view()), path("same/", same), path("", include(real.urlpatterns))]


@pytest.fixture
def client_at(cast, client, settings):
    """Somebody signed in so many minutes ago."""
    settings.ROOT_URLCONF = __name__
    Grave.done.clear()
    enter(client, cast.asha)

    def at(minutes):
        grow_old(client, minutes=minutes)
        return client

    return at


def confirm(client, asked, password=PASSWORD):
    """Answer the page that asks again; the answer."""
    page = visit(client, asked.url, follow=True)
    assert words(page.h1) == "Confirm that it is you"
    form = page.select_one("main form")
    sent = {tag["name"]: tag.get("value", "") for tag in form.find_all("input")} | {"password": password}
    return client.post(form["action"], sent)


def test_within_five_minutes_of_signing_in_nothing_is_asked(client_at):
    client = client_at(4)
    assert client.get(GRAVE).content == b"the form"
    assert client.get(SAME).content == b"the same"
    assert client.post(GRAVE, {"reason": "a"}).content == b"done: a"


def test_later_the_page_asks_and_then_leads_back(client_at):
    client = client_at(6)
    asked = client.get(f"{GRAVE}?for=b")
    assert asked.url == "/account/reauthenticate/?next=%2Fgrave%2F%3Ffor%3Db"
    assert confirm(client, asked).url == "/grave/?for=b"
    assert client.get(GRAVE).content == b"the form"
    assert client.get(SAME).status_code == 200


def test_a_form_sent_late_is_carried_out_once_the_person_has_confirmed(client_at):
    client = client_at(6)
    asked = client.post(f"{GRAVE}?for=b", {"reason": "words & more\r\nwörds"})
    assert Grave.done == []
    answer = confirm(client, asked)
    assert answer.content.decode() == "done: words & more\r\nwörds"
    assert Grave.done == [("b", "words & more\r\nwörds", "grave/")]
    client.get(SAME)
    assert client.get("/account/confirmed/?next=/reviews/").url == "/reviews/", "it waits no longer"


def test_a_wrong_password_carries_nothing_out_and_keeps_the_form(client_at):
    client = client_at(6)
    asked = client.post(GRAVE, {"reason": "a"})
    answer = confirm(client, asked, password="wrong-wrong-wrong")
    assert b"That is not your password" in answer.content
    assert Grave.done == []
    confirm(client, asked)
    assert Grave.done == [("", "a", "grave/")]


def test_files_cannot_wait_but_the_words_beside_them_do(client_at):
    client = client_at(6)
    asked = client.post(GRAVE, {"reason": "a reason", "file": SimpleUploadedFile("a.txt", b"x")})
    assert confirm(client, asked).url == "/kept/"
    page = visit(client, "/kept/")
    assert "a reason" in str(page.main)
    assert "a.txt" in words(page.main)


def test_files_alone_lead_back_to_the_page(client_at):
    client = client_at(6)
    asked = client.post(GRAVE, {"file": SimpleUploadedFile("a.txt", b"x")})
    assert confirm(client, asked).url == GRAVE


def test_a_fragment_leads_the_whole_page_to_the_question(client_at):
    answer = client_at(6).get(SAME, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer["HX-Redirect"].startswith("/account/reauthenticate/?next=")


def test_confirming_counts_for_five_minutes_and_is_recorded(client_at, cast):
    client = client_at(6)
    confirm(client, client.get(GRAVE))
    event = Event.objects.get(kind="accounts.confirmed")
    assert (event.actor, json.loads(event.detail_json)) == (str(cast.asha.pk), {"by": "a password"})
    grow_old(client, minutes=4)
    assert client.get(GRAVE).status_code == 200
    grow_old(client, minutes=2)
    assert client.get(GRAVE).status_code == 302


def test_somebody_without_any_way_to_confirm_is_told_what_to_do(client_at, cast, rf):
    from allauth.mfa.models import Authenticator

    client = client_at(6)
    cast.asha.set_unusable_password()
    cast.asha.save()
    Authenticator.objects.filter(user=cast.asha).delete()
    client.force_login(cast.asha)
    grow_old(client, minutes=6)
    request = rf.get(GRAVE)
    request.user, request.session = cast.asha, client.session
    with pytest.raises(PermissionDenied, match="fresh sign-in"):
        recent.ask(request)


def test_nobody_is_somebody_who_has_just_shown_who_they_are(rf):
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/")
    request.user = AnonymousUser()
    assert not recent.proven(request)


def test_changing_one_s_sign_in_asks_again_too(client_at):
    client = client_at(6)
    for page in ("password/set/", "address/", "2fa/totp/deactivate/", "2fa/webauthn/add/"):
        asked = client.get(f"/account/{page}")
        assert asked.url.startswith("/account/reauthenticate/"), page


@pytest.mark.parametrize("page", ["invite_to", "trail_export"])
def test_giving_a_role_and_taking_the_trail_away_ask_again(cast, client, page):
    enter(client, cast.asha)
    role = ["panel_member"] if page == "invite_to" else []
    address = reverse(f"administration:{page}", args=[cast.board.pk, *role])
    assert client.get(address).status_code == 200
    grow_old(client, minutes=6)
    assert client.get(address).url.startswith("/account/reauthenticate/?next=")
