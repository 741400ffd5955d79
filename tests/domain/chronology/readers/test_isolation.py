"""The process of its own in which uploads are read."""

import io
import os
import pickle
import socket
import subprocess
import sys
from datetime import date, datetime, time

import openpyxl
import pytest
from tests.domain.chronology.readers.build import docx, tbl, texts, tr

from threadline.domain.chronology.readers import Refused, child, isolate, read_document, read_in_child

GOOD = docx(tbl(tr("Date", "Event"), tr("1 May 2015", "seen")))


def test_a_file_is_read_as_it_would_be_here():
    assert read_in_child("a.docx", GOOD) == read_document("a.docx", GOOD)


def test_dates_and_times_arrive_as_such():
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append([date(2015, 5, 1), datetime(2015, 5, 1, 14, 35), time(9, 5), 1.5, True])
    book.save(out)
    (row,) = read_in_child("a.xlsx", out.getvalue()).tables[0].rows
    assert [cell.value for cell in row.cells] == [date(2015, 5, 1), datetime(2015, 5, 1, 14, 35), time(9, 5), 1.5, True]


def test_names_in_any_script_and_with_odd_characters_arrive_whole():
    for name in ("Çhronology – “v3”.docx", "--help.docx", "a b;c&d.docx", "日本.docx"):
        assert read_in_child(name, GOOD).file == name


def test_a_refusal_comes_back_as_it_was_said():
    with pytest.raises(Refused) as there:
        read_in_child("a.docx", b"%PDF-1.4")
    with pytest.raises(Refused) as here:
        read_document("a.docx", b"%PDF-1.4")
    assert str(there.value) == str(here.value)
    assert there.value.code == here.value.code == "kind"


def test_a_bad_name_is_refused_before_a_process_is_started():
    with pytest.raises(Refused) as refused:
        read_in_child("a\0.docx", GOOD)
    assert refused.value.code == "name"


def test_too_much_time_ends_in_a_refusal():
    with pytest.raises(Refused, match="could not be read safely") as refused:
        read_in_child("a.docx", GOOD, wall_seconds=0.001)
    assert refused.value.code == "unsafe"


def test_too_little_memory_ends_in_a_refusal():
    data = b"a,b\n" + b"1 May,seen at home\n" * 90_000
    with pytest.raises(Refused) as refused:
        read_in_child("a.csv", data, memory_bytes=8 * 1024 * 1024)
    assert refused.value.code == "unsafe"
    assert len(read_in_child("a.csv", data).tables[0].rows) == 90_001


def test_too_much_processor_time_ends_in_a_refusal():
    data = ("{\\rtf1 " + "\\u65?" * 3_000_000 + "}").encode()
    with pytest.raises(Refused) as refused:
        read_in_child("a.rtf", data, cpu_seconds=1)
    assert refused.value.code == "unsafe"


def test_the_child_knows_nothing_of_our_settings(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "secret")
    assert "DATABASE_URL" not in isolate.environment()


class Evil:
    def __reduce__(self):
        return (os.getcwd, ())


@pytest.mark.parametrize("content", [("document", Evil()), ("document", "x"), ("refused", (1, 2)), ("document",), None])
def test_an_answer_that_is_not_a_grid_is_not_taken(content):
    with pytest.raises(Refused) as refused:
        isolate.understood("a.docx", pickle.dumps(content) if content else b"junk")
    assert refused.value.code == "unsafe"


def test_the_child_may_not_reach_out():
    for event, arguments in (
        ("socket.connect", (None, ("127.0.0.1", 80))),
        ("subprocess.Popen", ("x", [], None, None)),
        ("os.system", ("x",)),
        ("open", ("/x", "w", 0)),
        ("open", ("/x", "r+b", 0)),
    ):
        with pytest.raises(PermissionError):
            child.forbid(event, arguments)
    child.forbid("open", ("/x", "rb", 0))
    child.forbid("open", ("/x", None, os.O_RDONLY))
    child.forbid("import", ("socket",))


def test_the_childs_own_code_reads_and_answers(monkeypatch):
    import types

    for data, what in ((GOOD, "document"), (b"", "refused")):
        out = io.BytesIO()
        monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(data)))
        monkeypatch.setattr(sys, "stdout", types.SimpleNamespace(buffer=out))
        monkeypatch.setattr(child, "bound", lambda memory, seconds: None)
        monkeypatch.setattr(child, "cut_off", lambda: False)
        monkeypatch.setattr(sys, "addaudithook", lambda hook: None)
        assert child.main(["a.docx", "1", "1"]) == 0
        assert pickle.loads(out.getvalue())[0] == what
        monkeypatch.undo()
    assert texts(read_document("a.docx", GOOD).tables[0])[1] == ["1 May 2015", "seen"]


def test_limits_are_set_where_the_system_has_them_and_left_where_it_has_not(monkeypatch):
    import resource

    asked = []
    monkeypatch.setattr(resource, "setrlimit", lambda what, amounts: asked.append((what, amounts)))
    child.bound(1000, 7)
    assert (resource.RLIMIT_CPU, (7, 7)) in asked
    assert all(amounts[0] > 1000 for what, amounts in asked if what == resource.RLIMIT_AS)

    def refuse(what, amounts):
        raise ValueError

    monkeypatch.setattr(resource, "setrlimit", refuse)
    child.bound(1000, 7)
    monkeypatch.setitem(sys.modules, "resource", None)
    child.bound(1000, 7)


def test_address_space_is_measured_with_and_without_the_systems_help(monkeypatch):
    import builtins
    import resource

    assert child.address_space(resource) > 10 * 1024 * 1024

    def missing(*_arguments, **_more):
        raise OSError

    monkeypatch.setattr(builtins, "open", missing)
    assert child.address_space(resource) > 10 * 1024 * 1024


def test_no_socket_was_opened_to_read_a_file_that_asks_for_one(monkeypatch):
    def never(*_arguments, **_more):
        raise AssertionError("a file must not open a connection")

    monkeypatch.setattr(socket, "socket", never)
    assert read_document("a.html", b"<html><img src='http://127.0.0.1/x'><table><tr><td>a</table>").tables


def test_the_child_is_cut_off_from_the_network_where_the_system_allows_it():
    code = (
        "import socket\n"
        "from threadline.domain.chronology.readers.child import cut_off\n"
        "listening = socket.create_server(('127.0.0.1', 0))\n"
        "port = listening.getsockname()[1]\n"
        "alone = cut_off()\n"
        "try:\n"
        "    socket.create_connection(('127.0.0.1', port), timeout=2)\n"
        "    print('reached' if alone else 'not possible here')\n"
        "except OSError:\n"
        "    print('cut off' if alone else 'no network at all')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in ("cut off", "not possible here", "no network at all")


def test_a_system_without_such_a_thing_is_lived_with(monkeypatch):
    import ctypes

    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    assert child.cut_off() is False
    monkeypatch.setitem(sys.modules, "ctypes", None)
    assert child.cut_off() is False
