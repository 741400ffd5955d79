"""The cast's reviews with a canary in every text of the first of them, and who has met which.

Each text field of each model under a review gets a word of its own, straight in the database, as a formula.
`words.txt` says whose words each role meets at all, by model: what is not in its row is a leak.
"""

import io
import re
import zipfile
from collections import defaultdict
from pathlib import Path

import pypdf
from django.apps import apps
from django.db import connection, models, transaction
from django.test import override_settings
from tests.access import crawl
from tests.access.expected import COLUMNS

from threadline.access.gate import Guarded

FAST = {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"]}
CANARY = re.compile(r"zq[0-9a-f]{4}kx")
NOT_CASE = {
    "reviews.PackEdition": "the method itself, which is published",
    "access.RoleHolding": "why somebody's role ended, for those who give roles",
}
SHORT = 16
ADDRESSES = {"reference", "key", "digest", "token", "sort_key", "table"}
"""What stands in an address, or holds no words: the reference of a review names nobody by design."""


def case_models():
    """Every model under a review."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Guarded)
        and not model._meta.proxy
        and getattr(getattr(model, "Reach", None), "review", None)
        and model._meta.label not in NOT_CASE
    ]


def text_fields(model):
    """The fields of a model that hold words which people wrote, long enough for a canary."""
    for field in model._meta.concrete_fields:
        words = isinstance(field, models.TextField) or (
            isinstance(field, models.CharField) and (field.max_length or SHORT) >= SHORT
        )
        free = not field.choices and not field.primary_key and not field.is_relation
        if words and free and field.name not in ADDRESSES and not _is_a_code(field):
            yield field


CODES = {"problem", "qualifier", "precision", "kind", "state", "role_key", "requirement", "limb", "option", "method"}
CODES |= {"left_out", "rule", "came", "data", "corrections", "before", "lane"}
"""Fields of any model that hold one of a few words of ours, or a text that a program reads back."""


def _is_a_code(field):
    """Whether it holds an id, a digest or one of a few words of ours."""
    ids = isinstance(field, models.SlugField) or getattr(field, "max_length", None) in (36, 40, 64)
    return ids or field.name in CODES


def release(own):
    """Put a canary into every text of the review's records; {canary: its field}, and the fields left without."""
    placed, bare = {}, []
    for model in case_models():
        rows = model._base_manager.filter(**{model.Reach.review: own.pk}).values_list("pk", flat=True)
        keys = list(rows)
        for field in text_fields(model):
            name = f"{model._meta.label}.{field.name}"
            canary = f"zq{len(placed):04x}kx"
            if keys and _written(model, field, keys, canary):
                placed[canary] = name
            else:
                bare.append(name)
    return placed, bare


def _written(model, field, keys, canary):
    """Whether the database took it: after what stands there, or alone where that is bound to be something else.

    Why something was taken out is given words only where it was, since that is what says so.
    """
    holders = ", ".join(["%s"] * len(keys))
    keys = [model._meta.pk.get_db_prep_value(key, connection) for key in keys]
    table, column, pk = (
        connection.ops.quote_name(n) for n in (model._meta.db_table, field.column, model._meta.pk.column)
    )
    bound = f"{pk} IN ({holders})" + (f" AND {column} <> ''" if field.name == "out_because" else "")
    for value in (f"%s || {column}", "%s || ''"):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"UPDATE {table} SET {column} = {value} WHERE {bound}", [f"={canary} ", *keys])
                return cursor.rowcount > 0
        except Exception:  # a constraint: the next way, or none
            continue
    return False


def furnished(media):
    """Yield the cast, its places, the canaries placed and the fields left without, in a transaction that is undone."""
    with transaction.atomic(), override_settings(MEDIA_ROOT=media, **FAST):
        cast, places = crawl.furnish()
        yield cast, places, *release(places["own"].review)
        transaction.set_rollback(True)


def body_of(response):
    """The bytes of an answer, whichever way they come."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def canaries_in(response):
    """The canaries in an answer: in its body, a file's text included, or in its headers."""
    return CANARY.findall(words_of(body_of(response)) + str(dict(response.headers)))


def words_of(data):
    """The text of a page or a file, whatever it is packed in."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "".join(words_of(package.read(name)) for name in package.namelist())
    if data.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    return data.decode("utf-8", "replace")


def _read():
    met = defaultdict(set)
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            label, *marks = line.split()
            for column, mark in zip(COLUMNS, marks, strict=True):
                if mark == "x":
                    met[column].add(label)
    return met


MEETS = _read()
"""{column of the table of addresses: labels of the models whose words are shown to it}."""


def leaks(column, met, placed):
    """Of {canary: addresses}, what somebody of that column should not have met: {field: addresses}."""
    found = {placed.get(canary, canary): sorted(names) for canary, names in met.items()}
    return {field: names for field, names in found.items() if field.rpartition(".")[0] not in MEETS[column]}
