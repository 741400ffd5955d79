"""What is wrong with a pack: every mistake with its file and line, what is wrong and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file of the pack; line 0 where it is the file or folder as a whole."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where, and a sentence that says what is wrong and what to do."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class FaultyPack(Exception):
    """A pack that cannot be used. `problems` holds every mistake found, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """ " Did you mean “saar”?" where a known word is near, else ""."""
    near = get_close_matches(word, sorted(words), n=1, cutoff=0.6)
    return f" Did you mean “{near[0]}”?" if near else ""
