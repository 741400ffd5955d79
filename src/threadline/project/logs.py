"""Log lines that cannot carry case content: no local variables, no parameters, one record a line (TRUST 32, 36)."""

import logging
import re
import traceback

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class Scrubbed(logging.Formatter):
    """A formatter that says where something failed and of what kind, never with what values."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One line. An exception is given by its type and place; its text could hold a child's name."""
        line = CONTROL.sub(" ", f"{self.formatTime(record)} {record.levelname} {record.name} {self._message(record)}")
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])[-4:]
            places = " < ".join(f"{frame.name} line {frame.lineno}" for frame in reversed(frames))
            line += f" [{record.exc_info[0].__name__} in {places}]"
        return line

    def _message(self, record: logging.LogRecord) -> str:
        if record.name.startswith("django.request"):
            status = getattr(record, "status_code", "")
            return f"request failed {status}".strip()
        return record.getMessage()
