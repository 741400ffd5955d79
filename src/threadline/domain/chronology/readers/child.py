"""The process that reads one file and is gone: `python -m …readers.child NAME MEMORY CPU`, bytes in, a pickle out."""

from __future__ import annotations

import pickle
import sys
from typing import Any

_OWN_USER, _OWN_NETWORK = 0x10000000, 0x40000000
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "os.kill",
    "shutil.",
    "ctypes.",
)


def main(arguments: list[str]) -> int:
    """Read standard input as the file named, write ("document", Document) or ("refused", parts) to standard output."""
    from threadline.domain.chronology.readers.read import read_document
    from threadline.domain.chronology.readers.refusal import Refused

    name, memory, seconds = arguments[0], int(arguments[1]), int(arguments[2])
    data = sys.stdin.buffer.read()
    cut_off()
    bound(memory, seconds)
    sys.addaudithook(forbid)
    try:
        answer: tuple[str, object] = ("document", read_document(name, data))
    except Refused as refused:
        answer = ("refused", (refused.file, refused.reason, refused.remedy, refused.code))
    pickle.dump(answer, sys.stdout.buffer, protocol=5)
    return 0


def bound(memory: int, seconds: int) -> None:
    """Set the system's limits for this process: memory beyond what it has now, processor time, no files written."""
    try:
        import resource
    except ImportError:
        return
    for what, amount in (
        (resource.RLIMIT_AS, address_space(resource) + memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (amount, amount))
        except (ValueError, OSError):
            continue


def cut_off() -> bool:
    """Move this process into a network of its own with nothing on it; False where the system does not allow that."""
    try:
        import ctypes

        return bool(ctypes.CDLL(None).unshare(_OWN_USER | _OWN_NETWORK) == 0)
    except (ImportError, OSError, AttributeError, TypeError):
        return False


def forbid(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: no network, no other programs, no file opened for writing."""
    writes = event == "open" and isinstance(arguments[1], str) and any(letter in arguments[1] for letter in "wax+")
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(f"reading a file never needs {event}")


def address_space(resource: Any) -> int:
    """Bytes of address space in use now; where the system does not say, the largest memory used so far."""
    try:
        with open("/proc/self/statm", encoding="ascii") as status:
            return int(status.read().split()[0]) * int(resource.getpagesize())
    except OSError:
        return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
