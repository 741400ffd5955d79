"""Whatever arrives, the answer is a table or a sentence: quickly, and in little memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.malicious import corpus

GROWTH_KILOBYTES = 50 * 1024
BYTES_A_CELL = 600
SECONDS = 20


class Reader:
    """The measuring process."""

    def __init__(self):
        command = [sys.executable, str(Path(__file__).with_name("measure.py"))]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.ask("warm.docx", corpus.plain_docx())
        self.ask("warm.xlsx", corpus.plain_xlsx())

    def ask(self, name, data):
        self.process.stdin.write(json.dumps({"name": name, "size": len(data)}).encode() + b"\n" + data)
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@pytest.fixture(scope="module")
def reader():
    made = Reader()
    yield made
    with made.process:
        made.process.stdin.close()


@pytest.mark.parametrize("group", corpus.GROUPS, ids=lambda group: group.__name__)
def test_hostile_files_are_refused_in_words_within_time_and_memory(reader, group):
    wrong = []
    for hostile in group():
        answer = reader.ask(hostile.name, hostile.data)
        allowed = GROWTH_KILOBYTES + answer["cells"] * BYTES_A_CELL // 1024
        if answer["code"] != hostile.code:
            wrong.append(f"{hostile.id}: expected {hostile.code}, was {answer['code']} ({answer['said']})")
        if answer["grown"] > allowed:
            wrong.append(f"{hostile.id}: grew by {answer['grown'] // 1024} MB")
        if answer["seconds"] > SECONDS:
            wrong.append(f"{hostile.id}: took {answer['seconds']:.1f} s")
    assert wrong == []


def test_every_refusal_names_the_file_says_why_and_what_to_do(reader):
    for group in (corpus.programs, corpus.locked, corpus.wrong_kinds):
        for hostile in group():
            said = reader.ask(hostile.name, hostile.data)["said"]
            if hostile.code:
                file, _, rest = said.partition(": ")
                assert file == hostile.name
                assert rest.count(". ") >= 1, f"one sentence for the reason, one for the remedy: {said}"
                assert said.endswith("."), said


def test_what_a_file_fetches_or_embeds_is_said_when_it_is_read(reader):
    said = {hostile.id: reader.ask(hostile.name, hostile.data)["said"] for hostile in corpus.programs()}
    assert said["remote picture"] == "1 pointer to a file elsewhere was not followed."
    assert said["dde field"] == "1 automatic link to another program was not followed."
    embedded = next(hostile for hostile in corpus.bombs() if hostile.id == "zips inside a document")
    assert reader.ask(embedded.name, embedded.data)["said"] == "1 object embedded in the file was not opened."
