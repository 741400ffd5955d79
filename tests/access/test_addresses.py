"""Nothing sensitive stands in an address: ids and words of ours in the path, ids and days after it (TRUST 69)."""

import re
from pathlib import Path

import pytest
from django import forms
from django.urls import URLPattern, get_resolver

from threadline.administration.forms.roles import TrailForm
from threadline.chronology.forms.sharing import KnownForm
from threadline.people.forms import OtherForm
from threadline.reviews.forms.planning import ClosedForm, MoveForm

SOURCE = Path(__file__).parents[2] / "src" / "threadline"
WORDS_OF_OURS = {
    "reference": "the Board's number of a review, which names nobody",
    "name": "a page of the guide", "edition": "a version of the method", "requirement": "a requirement of the method",
    "part": "a part of the method or of a scope", "milestone": "a row of the timetable", "kind": "a kind of ours",
    "which": "rows to show", "rule": "a check of the method", "form": "an agency form of the method",
    "post": "a post on the Panel", "item": "an item of an agenda", "model": "a kind of record",
    "limb": "a limb of the test",
    "role": "a role", "what": "a way to help", "row": "a row of the method", "provider_id": "the council's sign-in",
    "token": "a secret that works once", "uidb36": "an account's id", "key": "a secret that works once",
}  # fmt: skip
ASKED_BY_ADDRESS = {
    "administration/templates/administration/trail.html": TrailForm,
    "chronology/templates/chronology/known.html": KnownForm,
    "chronology/templates/chronology/merged.html": {"view", "at"},
    "chronology/templates/chronology/picture.html": {"view", "from", "to"},
    "people/templates/people/join_with.html": OtherForm,
    "reviews/templates/reviews/timetable_close.html": ClosedForm,
    "reviews/templates/reviews/timetable_move.html": MoveForm,
    "ui/templates/ui/components/filters.html": {"the catalogue of components alone"},
}


DAYS_IN_WORDS = {(KnownForm, "on")}
"""Read as a day, exact or not ("early March 2015"), and shown back as the day that was read."""


def _patterns(resolver):
    for each in resolver.url_patterns:
        if isinstance(each, URLPattern):
            yield each
        else:
            yield from _patterns(each)


def test_a_path_has_ids_numbers_and_words_of_ours_and_nothing_that_somebody_typed():
    for each in _patterns(get_resolver()):
        free = {
            name
            for name, kind in each.pattern.converters.items()
            if type(kind).__name__ not in ("UUIDConverter", "IntConverter")
        }
        assert free <= set(WORDS_OF_OURS), f"{each.pattern} has something in its path that nobody vouches for"
        named = set(each.pattern.regex.groupindex) - set(each.pattern.converters)
        assert named <= set(WORDS_OF_OURS)


def test_the_pages_that_ask_by_their_address_are_known():
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.html")
        if re.search(r"<form[^>]*method=.?get", path.read_text(encoding="utf-8"))
    }
    assert found == set(ASKED_BY_ADDRESS)


@pytest.mark.parametrize("form", [each for each in ASKED_BY_ADDRESS.values() if isinstance(each, type)])
def test_what_they_ask_for_is_chosen_or_a_day_or_a_number_and_never_typed_words(form):
    fits = (forms.ChoiceField, forms.IntegerField, forms.BooleanField, forms.UUIDField, forms.DateField)
    for name, field in form.base_fields.items():
        is_day = "Day" in type(field).__name__ or "Date" in type(field).__name__
        is_day = is_day or (form, name) in DAYS_IN_WORDS
        assert is_day or isinstance(field, fits), f"{form.__name__}.{name} puts typed words into the address"
