"""A file that cannot or must not be read: which, why, and what the sender can do about it."""

from __future__ import annotations

from threadline.domain.chronology.readers import limits


class Refused(Exception):
    """Raised for a file that is not read at all; nothing of it is kept.

    `reason` is a sentence without its final stop, `remedy` a whole sentence; `code` is a stable word for logs.
    """

    def __init__(self, file: str, reason: str, remedy: str, code: str) -> None:
        super().__init__(file, reason, remedy, code)
        self.file = file
        self.reason = reason
        self.remedy = remedy
        self.code = code

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}. {self.remedy}"


def damaged(file: str, what: str = "The file is damaged or was cut short") -> Refused:
    """The usual answer to a file whose inside does not hold together."""
    return Refused(
        file,
        what,
        "Open it in the program that made it, save it again under a new name, and send that copy.",
        "damaged",
    )


def too_big_inside(file: str) -> Refused:
    """The file is small on disk and holds, or unpacks to, something no timeline needs."""
    return Refused(
        file,
        "The file holds far more than any timeline needs, so it was not read",
        "Copy the table into a new document, without pictures and attachments, and send that.",
        "too-much-inside",
    )


def password(file: str) -> Refused:
    """The file needs a password."""
    return Refused(
        file,
        "The file is protected with a password",
        "Open it, remove the password (File, Info, Protect), save it and send that copy by a secure route.",
        "password",
    )


def macros(file: str) -> Refused:
    """The file carries, or may carry, program code."""
    return Refused(
        file,
        "The file contains macros (small programs), or is of a kind that can, so it was not opened",
        "Save it without macros as a Word document (.docx) or Excel workbook (.xlsx) and send that.",
        "macros",
    )


def too_deep(file: str) -> Refused:
    """Tables inside tables inside tables, beyond what anyone draws."""
    return Refused(
        file,
        "The file has tables or groups nested inside one another more deeply than any timeline needs",
        "Copy the table into a new document and send that.",
        "nested-too-deep",
    )


def too_many_rows(file: str) -> Refused:
    """More rows than the service takes in one table."""
    return Refused(
        file,
        f"The file has a table or sheet of more than {limits.ROWS:,} rows",
        "Delete the empty or unrelated rows, or send the timeline in several files.",
        "too-many-rows",
    )


def too_many_columns(file: str) -> Refused:
    """More columns than the service takes in one table."""
    return Refused(
        file,
        f"The file has a table or sheet of more than {limits.COLUMNS} columns",
        "Copy the columns of the timeline into a new document and send that.",
        "too-many-columns",
    )
