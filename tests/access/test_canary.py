"""A canary in every text of every case record: whoever may not read the review never meets one (TRUST T2, T15, T16).

Each text field of each model under a review gets a word of its own, straight in the database, as a formula. Then people
of every role that reads nothing of the case, people of another agency, and strangers go through every address there is;
and what goes out by e-mail, as a calendar file, as any other file and to the log is read too. A new model or field is
covered without a line here.
"""

import csv
import io
import logging
import re
import zipfile
from collections import defaultdict

import openpyxl
import pypdf
import pytest
from django.apps import apps
from django.core import mail
from django.db import connection, models, transaction
from django.test import Client, override_settings
from django.urls import reverse
from tests.access import crawl
from tests.access.expected import TABLE

from threadline.access.gate import Guarded
from threadline.chronology.queries import exporting
from threadline.notices.models import Letter, Notice

FAST = {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"]}
CANARY = re.compile(r"zq[0-9a-f]{4}kx")
NOT_CASE = {
    "reviews.PackEdition": "the method itself, which is published",
    "access.RoleHolding": "why somebody's role ended, for those who give roles",
}
SHORT = 16
FORMULA = ("=", "+", "-", "@", "\t", "\r")
ADDRESSES = {"reference", "key", "digest", "token", "sort_key", "table"}
"""What stands in an address, or holds no words: the reference of a review names nobody by design."""

OF_THE_BOARD = ("reviews.", "panel.Member.name", "panel.Meeting.title")
"""What a Board member reads of a review: its scope, times and holds, who is on its Panel; nothing of what happened."""
READ_NOTHING = ("practitioner", "family", "supporter", "administrator", "board_member", "outsider")
ELSEWHERE = ("other_manager", "second_lead")


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
    """Whether the database took it: after what stands there, or alone where that is bound to be something else."""
    holders = ", ".join(["%s"] * len(keys))
    keys = [model._meta.pk.get_db_prep_value(key, connection) for key in keys]
    table, column, pk = (
        connection.ops.quote_name(n) for n in (model._meta.db_table, field.column, model._meta.pk.column)
    )
    for value in (f"%s || {column}", "%s || ''"):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    f"UPDATE {table} SET {column} = {value} WHERE {pk} IN ({holders})", [f"={canary} ", *keys]
                )
                return cursor.rowcount > 0
        except Exception:  # a constraint: the next way, or none
            continue
    return False


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """The cast and its reviews, with canaries in the first of them."""
    media = tmp_path_factory.mktemp("canaries")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=media, **FAST):
        cast, places = crawl.furnish()
        placed, bare = release(places["own"].review)
        yield cast, places, placed, bare, media
        transaction.set_rollback(True)


@pytest.fixture
def released(world, db, settings):
    """That world, in this test."""
    settings.MEDIA_ROOT = world[4]
    return world[:4]


def met(client, places, wheres):
    """{canary: addresses where the client met it}, of every address that can be asked for."""
    found = defaultdict(set)
    for where in wheres:
        for name, parts in crawl.pages().items():
            if name not in TABLE or name == "account_logout":
                continue
            if where != "own" and not {"reference", "board"} & set(parts):
                continue
            response = client.get(places[where].address(name, parts))
            if response.status_code == 500:
                found["broken"].add(name)
            body = b"".join(response.streaming_content) if response.streaming else response.content
            text = body.decode("utf-8", "replace") + str(dict(response.headers))
            for canary in CANARY.findall(text):
                found[canary].add(name)
    return found


def test_canaries_stand_in_every_text_that_the_crawl_has_a_record_for(released):
    _, _, placed, bare = released
    assert len(placed) > 25
    modelled = {f"{model._meta.label}.{field.name}" for model in case_models() for field in text_fields(model)}
    assert set(placed.values()) | set(bare) == modelled
    without = {name.rpartition(".")[0] for name in bare} - {name.rpartition(".")[0] for name in placed.values()}
    told = "\n".join(sorted(without))
    assert without <= NO_RECORD_YET, f"crawl.furnish() makes no record of these, so no canary watches them:\n{told}"


NO_RECORD_YET = {
    "people.Identifier",
    "people.SafeContact",
    "people.Unmasking",
    "chronology.Abbreviation", "chronology.Correction", "chronology.DayOrder", "chronology.ExpectedContact",
    "chronology.FactMark", "chronology.Rewording", "chronology.SignOff", "chronology.Suggestion",
    "chronology.TypedChange", "panel.Action", "panel.Attendance", "panel.ChairsDecision", "panel.CoReviewerChoice",
    "panel.Decision", "panel.Declaration", "panel.Meeting", "panel.Note", "panel.RecruitmentCheck", "people.KnownAs",
    "reviews.Contact", "reviews.DateMoved", "reviews.Hold", "reviews.PackMove", "reviews.PlannedMilestone",
    "reviews.Process", "reviews.Timetable",
}  # fmt: skip
"""Records that the crawl does not make yet: make them in crawl.furnish() and take them off. It may only shrink."""


@pytest.mark.parametrize("who", READ_NOTHING + ELSEWHERE)
def test_who_reads_nothing_of_the_review_meets_no_canary(released, who):
    cast, places, placed, _ = released
    client = Client(raise_request_exception=False)
    client.force_login(getattr(cast, who))
    wheres = ("own", "second", "other") if who in ELSEWHERE else ("own",)
    leaks = {placed.get(canary, canary): sorted(names) for canary, names in met(client, places, wheres).items()}
    if who == "board_member":
        leaks = {field: names for field, names in leaks.items() if not field.startswith(OF_THE_BOARD)}
    assert leaks == {}, f"Texts of the case were shown to somebody who may not read them: {leaks}"


def test_nobody_meets_one_before_signing_in(released):
    _, places, placed, _ = released
    assert {placed[canary]: names for canary, names in met(Client(), places, ("own",)).items()} == {}


def test_an_author_meets_none_of_another_agency_s_rows(released):
    cast, places, placed, _ = released
    client = Client(raise_request_exception=False)
    client.force_login(cast.health_author)
    leaks = {placed.get(canary, canary) for canary in met(client, places, ("own",))}
    assert {name for name in leaks if name.startswith(("chronology.", "documents.", "people."))} == set()


def test_whoever_may_read_meets_them_so_the_canaries_are_alive(released):
    cast, places, placed, _ = released
    client = Client(raise_request_exception=False)
    client.force_login(cast.asha)
    found = met(client, places, ("own",))
    broken = found.pop("broken", set())
    assert broken == set(), f"{placed}: a field here holds a code rather than words; add it to CODES"
    seen = {placed[canary] for canary in found}
    assert {"people.Person.name", "documents.Document.name"} <= seen
    assert any(name.startswith("chronology.Row.") for name in seen)


def test_none_leaves_by_e_mail_or_as_a_calendar_file(released):
    _, _, placed, _ = released
    assert placed
    sent = [f"{each.subject} {each.body} {each.attachments}" for each in mail.outbox]
    told = [f"{each.subject} {each.body} {each.link} {each.calendar}" for each in Notice.objects.all()]
    letters = [f"{each.subject} {each.body} {each.calendar}" for each in Letter.objects.all()]
    assert told
    assert [text for text in (*sent, *told, *letters) if CANARY.search(text)] == []


def files_of(client, place):
    """Every file that the service makes and gives out, by address: its kind and bytes. Not what was received."""
    found = {}
    for name, parts in crawl.pages().items():
        if name not in TABLE or name == "documents:download":
            continue
        for kind in exporting.TYPES if "kind" in parts else ("",):
            given = {part: place.parts.get(part) for part in parts} | place.special.get(name, {})
            address = reverse(name, kwargs={part: given[part] for part in parts} | ({"kind": kind} if kind else {}))
            response = client.get(address)
            if response.status_code == 200 and "attachment" in response.headers.get("Content-Disposition", ""):
                body = b"".join(response.streaming_content) if response.streaming else response.content
                found[address] = response.headers["Content-Disposition"].rpartition(".")[2].strip('"; '), body
    return found


def test_no_file_that_leaves_says_who_made_it_or_holds_a_formula_a_comment_or_a_way_out(released):
    cast, places, _, _ = released
    client = Client(raise_request_exception=False)
    client.force_login(cast.asha)
    files = files_of(client, places["own"])
    assert {"csv", "xlsx", "docx"} <= {kind for kind, _ in files.values()}
    faults = [f"{address}: {fault}" for address, (kind, data) in files.items() for fault in faults_of(kind, data)]
    assert faults == [], "\n".join(faults)


def faults_of(kind, data):
    """What should not be in a file that goes out (TRUST 44, 45)."""
    if kind == "csv":
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
        yield from (f"the cell {cell[:40]!r} is a formula" for row in rows for cell in row if cell.startswith(FORMULA))
    if kind in ("xlsx", "docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield from _of_package(package)
    if kind == "xlsx":
        for sheet in openpyxl.load_workbook(io.BytesIO(data)):
            cells = (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str))
            yield from (
                f"{sheet.title} {each.coordinate} is a formula" for each in cells if each.value.startswith(FORMULA)
            )
    if kind == "pdf":
        told = pypdf.PdfReader(io.BytesIO(data)).metadata or {}
        yield from (f"it says {key}" for key in ("/Author", "/Creator") if told.get(key))


def _of_package(package):
    for name in package.namelist():
        text = package.read(name).decode("utf-8", "replace")
        if re.search("comments|vbaProject|oleObject|embeddings|people.xml", name):
            yield f"it holds {name}"
        if name.startswith("docProps/"):
            said = re.findall(r"<(?:\w+:)?(creator|lastModifiedBy|Company|Manager)>([^<]+)<", text)
            yield from (f"{name} says {tag} {value}" for tag, value in said)
        if name.endswith(".rels") and 'TargetMode="External"' in text:
            yield f"{name} leads out of the file"
        if re.search(r"<w:(ins|del) |w:rsid", text):
            yield f"{name} holds tracked changes or the marks of a session"


def test_the_detector_detects():
    assert list(faults_of("csv", b"a,=1+1\n"))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("docProps/core.xml", "<dc:creator>Asha</dc:creator>")
        package.writestr("word/comments.xml", "<w:ins w:author='Asha'>")
        package.writestr("word/_rels/document.xml.rels", 'TargetMode="External"')
    assert len(set(faults_of("docx", held.getvalue()))) == 4


def test_none_is_written_to_the_log(released, caplog):
    cast, places, _, _ = released
    client = Client()
    client.force_login(cast.lead)
    with caplog.at_level(logging.DEBUG, logger="threadline"), caplog.at_level(logging.INFO):
        for name in ("people:register", "chronology:merged", "reviews:overview", "chronology:sources"):
            client.get(places["own"].address(name, crawl.pages()[name]))
        client.post(places["own"].address("people:add", ["reference"]), {"name": "zq0000kx", "kind": "nonsense"})
    assert CANARY.search(caplog.text) is None
