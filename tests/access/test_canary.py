"""A canary in every text of every case record: whoever may not read the review never meets one (TRUST T2, T15, T16).

Each text field of each model under a review gets a word of its own, straight in the database, as a formula. People of
every role go through every address there is in test_matrix.py; here what goes out before signing in, by e-mail, as a
calendar file, as any other file and to the log is read. A new model or field is covered without a line here.
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
from django.core import mail
from django.test import Client
from django.urls import resolve, reverse
from tests.access import crawl, released
from tests.access.expected import TABLE

from threadline.chronology.queries import exporting
from threadline.notices.models import Letter, Notice

pytestmark = pytest.mark.once
TYPESETTER = re.compile(r"Typst [0-9.]+")
"""What a PDF says made it: the program, and nobody's name."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """The cast and its reviews, with canaries in the first of them."""
    media = tmp_path_factory.mktemp("canaries")
    with django_db_blocker.unblock():
        for made in released.furnished(media):
            yield *made, media


@pytest.fixture
def canaries(world, db, settings):
    """That world, in this test."""
    settings.MEDIA_ROOT = world[4]
    return world[:4]


def met(client, place):
    """{canary: addresses where the client met it}, of every address that can be asked for."""
    found = defaultdict(set)
    for name, parts in crawl.pages().items():
        if name in TABLE and name != "account_logout":
            response = client.get(place.address(name, parts))
            if response.status_code == 500:
                found["broken"].add(name)
            for canary in released.canaries_in(response):
                found[canary].add(name)
    return found


def test_canaries_stand_in_every_text_that_the_crawl_has_a_record_for(canaries):
    _, _, placed, bare = canaries
    assert len(placed) > 25
    pairs = ((model, field) for model in released.case_models() for field in released.text_fields(model))
    modelled = {f"{model._meta.label}.{field.name}" for model, field in pairs}
    assert set(placed.values()) | set(bare) == modelled
    without = {name.rpartition(".")[0] for name in bare} - {name.rpartition(".")[0] for name in placed.values()}
    assert without == set(), "crawl.furnish() makes no record of these, so no canary watches them"


def test_nobody_meets_one_before_signing_in(canaries):
    _, places, placed, _ = canaries
    assert {placed[canary]: names for canary, names in met(Client(), places["own"]).items()} == {}


def test_whoever_may_read_meets_them_so_the_canaries_are_alive(canaries):
    cast, places, placed, _ = canaries
    client = Client(raise_request_exception=False)
    client.force_login(cast.asha)
    found = met(client, places["own"])
    broken = found.pop("broken", set())
    assert broken == set(), f"{placed}: a field here holds a code rather than words; add it to CODES"
    seen = {placed[canary] for canary in found}
    assert {"people.Person.name", "documents.Document.name"} <= seen
    assert any(name.startswith("chronology.Row.") for name in seen)


def test_none_leaves_by_e_mail_or_as_a_calendar_file(canaries):
    _, _, placed, _ = canaries
    assert placed
    sent = [f"{each.subject} {each.body} {each.attachments}" for each in mail.outbox]
    told = [f"{each.subject} {each.body} {each.link} {each.calendar}" for each in Notice.objects.all()]
    letters = [f"{each.subject} {each.body} {each.calendar}" for each in Letter.objects.all()]
    assert told
    assert [text for text in (*sent, *told, *letters) if released.CANARY.search(text)] == []


def files_of(client, place, pages=None):
    """Every file that the service makes and gives out, by address: its kind and bytes. Not what was received."""
    found = {}
    for name, parts in (pages or crawl.pages()).items():
        if name not in TABLE or name == "documents:download":
            continue
        for kind in exporting.TYPES if "kind" in parts else ("",):
            given = {part: place.parts.get(part) for part in parts} | place.special.get(name, {})
            address = reverse(name, kwargs={part: given[part] for part in parts} | ({"kind": kind} if kind else {}))
            response = client.get(address)
            if response.status_code == 200 and "attachment" in response.headers.get("Content-Disposition", ""):
                ending = response.headers["Content-Disposition"].rpartition(".")[2].strip('"; ')
                found[address] = ending, released.body_of(response)
    return found


def test_no_file_that_leaves_says_who_made_it_or_holds_a_formula_a_comment_or_a_way_out(canaries):
    cast, places, _, _ = canaries
    client = Client(raise_request_exception=False)
    client.force_login(cast.asha)
    files = files_of(client, places["own"])
    assert {"csv", "xlsx", "docx"} <= {kind for kind, _ in files.values()}
    faults = [f"{address}: {fault}" for address, (kind, data) in files.items() for fault in faults_of(kind, data)]
    assert faults == [], "\n".join(faults)


def giving_files(cast, place):
    """The pages of the review from which somebody has a file."""
    pages, found = crawl.pages(), set()
    for person in (cast.asha, cast.lead, cast.police_author):
        client = Client(raise_request_exception=False)
        client.force_login(person)
        found |= {resolve(address).view_name for address in files_of(client, place)}
    return {name: pages[name] for name in found}


def test_no_search_and_no_file_of_any_kind_tells_anybody_more_than_the_table(canaries):
    cast, places, placed, _ = canaries
    place = places["own"]
    pages, told = giving_files(cast, place), {}
    sought = [canary for canary, field in placed.items() if field in SOUGHT]
    assert len(sought) == len(SOUGHT)
    for person in crawl.ROLES:
        client = Client(raise_request_exception=False)
        client.force_login(getattr(cast, person))
        found = searched(client, place, sought)
        for address, (_, data) in files_of(client, place, pages).items():
            for canary in released.CANARY.findall(released.words_of(data)):
                found[canary].add(address)
        told[person] = released.leaks(crawl.relation(cast, person, place.review), found, placed)
        if person in ("asha", "lead"):
            assert "chronology.Row.description" in {placed[canary] for canary in found}
    assert {person: leaks for person, leaks in told.items() if leaks} == {}


def searched(client, place, sought):
    """{canary: pages} that come of looking for words where words can be looked for; what was typed is no find."""
    found = defaultdict(set)
    for words in sought:
        sent = {"words": words, "find": words, "instead": "another word", "because": "to see"}
        for name in ("chronology:merged", "chronology:replace"):
            answer = client.post(place.address(name, ["reference"]), sent, follow=True)
            for canary in set(released.canaries_in(answer)) - {words}:
                found[canary].add(name)
    return found


SOUGHT = {"chronology.Row.description", "people.Person.name", "chronology.Note.text"}


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
        said = {key: told[key] for key in ("/Author", "/Creator") if told.get(key)}
        yield from (f"it says {key} {value}" for key, value in said.items() if not TYPESETTER.fullmatch(value))


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


def test_whose_words_each_role_meets_is_said_of_models_that_there_are():
    told = {label for labels in released.MEETS.values() for label in labels}
    assert told <= {model._meta.label for model in released.case_models()}


@pytest.mark.parametrize("column", ["administrator", "practitioner", "family", "supporter", "stranger", "nobody"])
def test_who_reads_nothing_of_a_review_meets_nobody_s_words(column):
    assert released.MEETS[column] == set()


def test_the_detector_detects():
    assert list(faults_of("csv", b"a,=1+1\n"))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("docProps/core.xml", "<dc:creator>Asha</dc:creator>")
        package.writestr("word/comments.xml", "<w:ins w:author='Asha'>")
        package.writestr("word/_rels/document.xml.rels", 'TargetMode="External"')
    assert len(set(faults_of("docx", held.getvalue()))) == 4


def test_none_is_written_to_the_log(canaries, caplog):
    cast, places, _, _ = canaries
    client = Client()
    client.force_login(cast.lead)
    with caplog.at_level(logging.DEBUG, logger="threadline"), caplog.at_level(logging.INFO):
        for name in ("people:register", "chronology:merged", "reviews:overview", "chronology:sources"):
            client.get(places["own"].address(name, crawl.pages()[name]))
        client.post(places["own"].address("people:add", ["reference"]), {"name": "zq0000kx", "kind": "nonsense"})
    assert released.CANARY.search(caplog.text) is None
