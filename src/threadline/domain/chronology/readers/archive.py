"""Office files are zip archives: look at the directory, refuse what is dangerous, and only then hand out parts."""

from __future__ import annotations

import stat
import zipfile
import zlib
from io import BytesIO
from typing import IO

from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.refusal import Refused, damaged, password, too_big_inside

_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """The parts of one zip file whose directory has been found acceptable.

    Part names are matched without regard to case and with either slash, as some programs write them.
    """

    def __init__(self, file: str, bundle: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> None:
        self.file = file
        self._bundle = bundle
        self._members = members

    @property
    def names(self) -> tuple[str, ...]:
        """Every part's name, lower case, forward slashes."""
        return tuple(self._members)

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._members

    def open(self, part: str) -> Part:
        """A stream over one part; reading it raises `Refused` where the bytes are not what the directory says."""
        info = self._members.get(_plain(part))
        if info is None:
            raise damaged(self.file, f"The file is damaged: its part {part} is missing")
        try:
            return Part(self.file, self._bundle.open(info))
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise damaged(self.file) from error

    def read(self, part: str) -> bytes:
        """The whole of a small part (styles, relationships). Raises `Refused` above `limits.SMALL_PART_BYTES`."""
        info = self._members.get(_plain(part))
        if info is not None and info.file_size > limits.SMALL_PART_BYTES:
            raise too_big_inside(self.file)
        return self.open(part).read()


class Part:
    """A member of the archive as a stream that answers damage with `Refused`."""

    def __init__(self, file: str, stream: IO[bytes]) -> None:
        self._file = file
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        try:
            return self._stream.read(size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise damaged(self._file) from error


def open_archive(file: str, data: bytes) -> Archive:
    """The archive in `data`. Raises `Refused` for a damaged, encrypted or hostile directory."""
    try:
        bundle = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, OSError) as error:
        raise damaged(file) from error
    infos = bundle.infolist()
    if len(infos) > limits.MEMBERS:
        raise too_big_inside(file)
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        _check_member(file, info)
        name = _plain(info.filename)
        if name in members:
            raise damaged(file, "The file is damaged: it holds two parts of the same name")
        members[name] = info
    if sum(info.file_size for info in infos) > limits.INFLATED_BYTES:
        raise too_big_inside(file)
    return Archive(file, bundle, members)


def _check_member(file: str, info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 0x1:
        raise password(file)
    if info.compress_type not in _READABLE:
        raise damaged(file, "The file is packed in a way that office programs do not use")
    if not _inside(info.filename) or stat.S_ISLNK(info.external_attr >> 16):
        raise Refused(
            file,
            "The file holds a part whose name points outside the file, so it was not opened",
            "Copy the table into a new document and send that.",
            "unsafe-part-name",
        )
    if info.file_size > limits.RATIO_APPLIES_ABOVE and info.file_size > limits.RATIO * max(info.compress_size, 1):
        raise too_big_inside(file)


def _inside(name: str) -> bool:
    plain = name.replace("\\", "/")
    drive = len(plain) > 1 and plain[1] == ":"
    return not (plain.startswith("/") or drive or ".." in plain.split("/") or "\x00" in plain)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
