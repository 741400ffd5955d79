"""What a log line can hold: one record a line, no values, no words of an exception (TRUST 16, 32, 36)."""

import logging
import sys

import pytest

from threadline.project.logs import Scrubbed


def line(message, *arguments, name="threadline.tests", error=None, **more):
    """A record as it is written."""
    info = None
    if error:
        try:
            raise error
        except type(error):
            info = sys.exc_info()
    record = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, arguments, info)
    vars(record).update(more)
    return Scrubbed().format(record)


@pytest.mark.parametrize(
    "agent", ["Mozilla\nERROR forged", "a\r\n2016-01-01 INFO forged", "\x1b[2J\x1b[31mred", "x\x00y", "a\x85b\x9bc"]
)
def test_a_line_end_or_a_colour_code_in_a_value_makes_no_second_record(agent):
    written = line("browser %s", agent)
    assert written.isprintable()
    assert len(written.splitlines()) == 1


def test_an_exception_is_told_by_kind_and_place_and_never_by_its_words():
    written = line("failed", error=ValueError("Tyler Dunmore was not seen"))
    assert "ValueError in line" in written
    assert "Tyler" not in written


def test_a_failed_request_is_told_by_its_status_and_never_by_its_address():
    written = line("Not Found: %s", "/reviews/Tyler/", name="django.request", status_code=404)
    assert written.endswith("django.request request failed 404")


def test_no_template_library_or_handler_writes_logs_in_another_form(settings):
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"plain"}
    assert settings.LOGGING["formatters"]["plain"]["()"] == "threadline.project.logs.Scrubbed"
