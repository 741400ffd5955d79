"""Reading a stranger's file in a process of its own, which can be stopped and can reach nothing."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import threadline
from threadline.domain.chronology import grid
from threadline.domain.chronology.grid import Document
from threadline.domain.chronology.readers.guard import check_name
from threadline.domain.chronology.readers.refusal import Refused

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 20
WALL_SECONDS = 60
_MODULE = "threadline.domain.chronology.readers.child"
_KEPT = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP")


def read_in_child(
    name: str,
    data: bytes,
    *,
    memory_bytes: int = MEMORY_BYTES,
    cpu_seconds: int = CPU_SECONDS,
    wall_seconds: float = WALL_SECONDS,
) -> Document:
    """`read_document` in a child process bounded in memory (bytes beyond its start), processor time and wall time.

    Raises what `read_document` raises, and `Refused` with code "unsafe" where the child was stopped or failed. Where
    the system has no such limits (Windows) the wall clock still holds.
    """
    file = check_name(name)
    command = [sys.executable, "-m", _MODULE, file, str(memory_bytes), str(cpu_seconds)]
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and module; the name goes as one argument, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        close_fds=True,
    )
    with child:
        try:
            answer, _ = child.communicate(data, timeout=wall_seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise _unsafe(file) from None
    return understood(file, answer) if child.returncode == 0 else _stopped(file)


def environment() -> dict[str, str]:
    """Only what Python needs to start: no settings, no secrets."""
    source = str(Path(threadline.__file__).parent.parent)
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
    return {**kept, "PYTHONPATH": source, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}


def _stopped(file: str) -> Document:
    raise _unsafe(file)


def understood(file: str, answer: bytes) -> Document:
    try:
        what, content = _Careful(io.BytesIO(answer)).load()
    except Exception as error:
        raise _unsafe(file) from error
    if what == "document" and isinstance(content, Document):
        return content
    if what == "refused" and isinstance(content, tuple) and len(content) == 4:
        raise Refused(*(str(part) for part in content))
    raise _unsafe(file)


def _unsafe(file: str) -> Refused:
    return Refused(
        file,
        "The file could not be read safely within the time and memory allowed, so it was not read",
        "Copy the table into a new document, without pictures and attachments, and send that.",
        "unsafe",
    )


class _Careful(pickle.Unpickler):
    """Takes nothing from the child but grids and dates: it may have been taken over by the file."""

    def find_class(self, module: str, name: str) -> Any:
        if module == grid.__name__ and name in ("Document", "Table", "Row", "Cell"):
            return getattr(grid, name)
        if module == "datetime" and name in ("date", "datetime", "time"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in an answer")
