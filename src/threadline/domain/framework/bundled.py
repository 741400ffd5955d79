"""The packs that come with Threadline: data beside the code, in `frameworks/`."""

from functools import cache
from pathlib import Path
from typing import Final

from threadline.domain.framework.load import load, texts_of
from threadline.domain.framework.pack import Pack

FRAMEWORKS: Final = Path(__file__).parents[2] / "frameworks"


def bundled_names() -> tuple[str, ...]:
    """The ids of the packs that come with Threadline, in alphabetical order."""
    return tuple(sorted(path.name for path in FRAMEWORKS.iterdir() if (path / "pack.yaml").is_file()))


@cache
def bundled(name: str) -> Pack:
    """A pack that comes with Threadline. Raises KeyError for a name that none has, FaultyPack where it is broken."""
    if name not in bundled_names():
        raise KeyError(name)
    return load(FRAMEWORKS / name)


def bundled_texts(name: str) -> dict[str, str]:
    """The files of a pack that comes with Threadline, by name, to be kept or copied. Raises KeyError."""
    if name not in bundled_names():
        raise KeyError(name)
    return texts_of(FRAMEWORKS / name)
