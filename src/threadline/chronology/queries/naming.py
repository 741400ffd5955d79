"""The people of the register as the entries name them: a pattern that every database understands."""

import re
from collections.abc import Iterable, Sequence

from django.db.models import Count, Q, QuerySet

from threadline.chronology.models import Row
from threadline.domain.independence.interests import Actor
from threadline.people.models import Person
from threadline.reviews.models import Review

ANY_CASE = frozenset((
    "mum", "mummy", "mother", "dad", "daddy", "father", "parent", "parents", "nan", "nana", "nanny", "gran",
    "grandma", "grandmother", "granny", "grandad", "grandfather", "grandpa", "aunt", "auntie", "uncle", "brother",
    "sister", "sibling", "son", "daughter", "child", "baby", "infant", "partner", "boyfriend", "girlfriend",
    "husband", "wife", "stepfather", "stepdad", "stepmother", "stepmum", "carer", "cousin", "patient", "tenant",
    "pupil", "client",
))  # fmt: skip


def pattern(names: Iterable[str]) -> str:
    """A regular expression that finds any of the names as whole words.

    A name is found as it is written in the register or all in capitals; a word for a relation ("Mum") in any case,
    since agencies write it as they please. Names of people are often words too ("Will", "Grace"), so their capital
    counts.
    """
    forms: dict[str, None] = {}
    for name in names:
        plain = " ".join(name.split())
        variants = {plain, plain.upper()}
        if plain.casefold() in ANY_CASE:
            variants |= {plain.lower(), plain.capitalize()}
        forms |= dict.fromkeys(sorted(variants - {""}))
    inner = "|".join(re.escape(form) for form in forms)
    return f"(^|[^A-Za-z0-9])({inner})([^A-Za-z0-9]|$)"


def names_of(person: Person) -> list[str]:
    """Every name by which the register says records call someone. `also` is to be fetched already."""
    return [person.name, *(known.text for known in person.also.all())]


def naming(rows: QuerySet[Row], people: Iterable[Person]) -> QuerySet[Row]:
    """The rows that name any of the people.

    The pattern is dear to match in SQLite, which asks Python for each row, so rows without the letters are passed over
    first.
    """
    names = [name for person in people for name in names_of(person)]
    letters = Q(pk__in=[])
    for name in dict.fromkeys(name.casefold() for name in names):
        letters |= Q(description__icontains=name) | Q(others__icontains=name)
    found = pattern(names)
    return rows.filter(letters).filter(Q(description__regex=found) | Q(others__regex=found))


def sightings(review: Review, names: Sequence[str]) -> list[Actor]:
    """In how many live entries each agency's timeline has one of these full names: for the check of independence."""
    full = [name for name in names if " " in name.strip()]
    if not full:
        return []
    found = pattern(full)
    letters = Q(pk__in=[])
    for name in full:
        letters |= Q(description__icontains=name) | Q(others__icontains=name)
    rows = Row.objects.filter(review=review, live=True).filter(letters)
    rows = rows.filter(Q(description__regex=found) | Q(others__regex=found)).order_by()
    counted = rows.values_list("agency__name").annotate(entries=Count("pk")).order_by("agency__name")
    return [Actor(full[0], f"the timeline of {agency}", entries, agency) for agency, entries in counted]
