"""A file that cannot or must not be read: which, why, and what the sender can do about it."""

from __future__ import annotations


class Refused(Exception):
    """Raised for a file that is not read at all; nothing of it is kept.

    `reason` and `remedy` are sentences without a final stop in `reason`; `code` is a stable word for tests and logs.
    """

    def __init__(self, file: str, reason: str, remedy: str, code: str) -> None:
        super().__init__(file, reason, remedy, code)
        self.file = file
        self.reason = reason
        self.remedy = remedy
        self.code = code

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}. {self.remedy}"
