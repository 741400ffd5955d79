"""Who gets what at every address, walked from the URL configuration: an address without a row fails (TRUST 19, 20).

A canary stands in every text of the first review: whoever meets words of a record that `words.txt` does not give to the
role fails too (TRUST T2, T15).
"""

from collections import defaultdict

import pytest
from django.test import Client
from tests.access import crawl, released
from tests.access.expected import COLUMNS, LOGIN, TABLE

from threadline.audit.models import Event


@pytest.fixture(scope="module")
def everywhere(django_db_setup, django_db_blocker, tmp_path_factory):
    """The cast and its reviews, made once for all tests of this module; undone at its end."""
    media = tmp_path_factory.mktemp("crawl")
    with django_db_blocker.unblock():
        for cast, places, placed, _ in released.furnished(media):
            yield cast, places, media, placed


@pytest.fixture
def cast(everywhere, db, settings):
    """The cast of that world."""
    settings.MEDIA_ROOT = everywhere[2]
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    return everywhere[0]


@pytest.fixture
def places(everywhere):
    """Its three reviews."""
    return everywhere[1]


def told(response):
    """An answer as the table writes it."""
    if response.status_code == 302 and response["Location"].startswith("/account/login/"):
        return LOGIN
    return str(response.status_code)


def signed_in(cast, person):
    client = Client()
    client.force_login(getattr(cast, person))
    return client


def known():
    """The addresses that have a row: those without one fail in a test of their own."""
    return [(name, parts) for name, parts in crawl.pages().items() if name in TABLE]


def test_every_address_has_a_row_and_every_row_an_address():
    assert set(crawl.pages()) - set(TABLE) == set()
    assert set(TABLE) - set(crawl.pages()) == set()


def test_every_row_says_what_each_of_them_gets():
    assert [name for name, row in TABLE.items() if len(row) != len(COLUMNS)] == []


ELSEWHERE = [pytest.param(where, marks=pytest.mark.once) for where in ("second", "other")]


@pytest.mark.parametrize("where", ["own", *ELSEWHERE])
@pytest.mark.parametrize("person", crawl.ROLES)
def test_a_person_gets_what_the_table_says(everywhere, cast, places, person, where):
    """What may not be seen looks, to the byte, like what is not there."""
    place, client = places[where], signed_in(cast, person)
    wrong, met = {}, defaultdict(set)
    for name, parts in known():
        placed = {"reference", "board"} & set(parts)
        if where != "own" and not placed:
            continue
        column = crawl.relation(cast, person, place.review) if placed else crawl.ROLES[person]
        expected = TABLE[name][column]
        answer = client.get(place.address(name, parts))
        got = told(answer)
        for canary in released.canaries_in(answer):
            met[canary].add(name)
        if got != expected:
            wrong[name] = f"{column}: {got}, not {expected}"
        elif where == "own" and placed and got == "404":
            missing = client.get(place.missing(name, parts))
            if _whole(answer) != _whole(missing):
                wrong[name] = f"{column}: it differs from what is not there ({missing.status_code})"
        if name == "account_logout":
            client = signed_in(cast, person)
    assert wrong == {}
    shown = released.leaks(crawl.relation(cast, person, cast.review), met, everywhere[3])
    assert shown == {}, f"Texts of the case were shown to somebody who may not read them: {shown}"


def test_nobody_gets_anything_before_signing_in(cast, places):
    client, wrong = Client(), {}
    for name, parts in known():
        got = told(client.get(places["own"].address(name, parts)))
        if got != TABLE[name]["nobody"]:
            wrong[name] = f"{got}, not {TABLE[name]['nobody']}"
    assert wrong == {}


def _whole(response):
    return response.status_code, response.content, dict(response.headers)


@pytest.mark.once
@pytest.mark.parametrize("person", crawl.ROLES)
def test_what_a_person_may_not_see_that_person_cannot_change(cast, places, person):
    client, wrong, before = signed_in(cast, person), {}, Event.objects.count()
    for place in places.values():
        column = crawl.relation(cast, person, place.review)
        for name, parts in known():
            if {"reference", "board"} & set(parts) and TABLE[name][column] == "404":
                answer = client.post(place.address(name, parts), {"because": "x", "version": "1"})
                if answer.status_code != 404:
                    wrong[name] = answer.status_code
    assert wrong == {}
    assert not Event.objects.filter(id__gt=before).exclude(kind="access.refused").exists()


@pytest.mark.parametrize("person", ["asha", "lead", "police_author"])
def test_looking_changes_nothing(cast, places, person):
    client, place, before = signed_in(cast, person), places["own"], _state()
    for name, parts in known():
        if {"reference", "board"} & set(parts):
            client.get(place.address(name, parts))
    assert _state() == before


def _state():
    """Every row of every record of ours, but the trail of who looked."""
    from django.apps import apps

    ours = (model for model in apps.get_models() if model.__module__.startswith("threadline."))
    kept = (model for model in ours if model._meta.app_label != "audit")
    return {model._meta.label: sorted(map(str, model._base_manager.values_list())) for model in kept}
