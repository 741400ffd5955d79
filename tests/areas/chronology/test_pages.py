"""The pages of the chronology: what each shows, to whom, and what it does with what people send."""

import pytest
from django.urls import reverse

from tests.visit import visit, words

pytestmark = pytest.mark.django_db


def address(name, *arguments, review="R-2015-01"):
    return reverse(f"chronology:{name}", args=[review, *arguments])


def test_the_sources_show_every_agency_asked_and_teach_what_to_do(cast, sign_in):
    page = visit(sign_in(cast.asha), address("sources"))
    assert "Westmarch Police" in words(page.main)
    assert "Nothing yet from" in words(page.main)


def test_a_file_is_checked_on_its_own_page(cast, sign_in, police_file):
    page = visit(sign_in(cast.asha), address("check", police_file.pk))
    told = words(page.main)
    assert "4 rows: 2 read, 1 needs you, 1 left out." in told


def test_pages_of_an_accepted_file(cast, sign_in, police_file, accept):
    client = sign_in(cast.asha)
    for name in ("accept", "withdraw"):
        visit(client, address(name, police_file.pk))
    for which in ("all", "asking", "left-out"):
        visit(client, address("rows", police_file.pk, which))
    accept(police_file)
    visit(client, address("merged"))
    visit(client, address("sources"))
    visit(client, address("reading"))
    visit(client, address("check", police_file.pk))
    from threadline.chronology.models import Row

    row = Row._base_manager.filter(file=police_file, is_entry=True).first()
    visit(client, address("type"))
    for kind in ("docx", "xlsx", "csv", "json"):
        response = client.get(address("export", kind))
        assert response.status_code == 200
