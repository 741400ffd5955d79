"""The pack itself, its stages, requirements, limits, glossary and coverage."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """Whether a requirement or a limit binds."""

    MUST = "must"
    SHOULD = "should"


class Concerns(StrEnum):
    """Whose requirement it is: each review's, the Board's across its reviews, or the service's itself."""

    REVIEW = "review"
    BOARD = "board"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the source document, by its own number."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class OtherSource:
    """Another text that rules are taken from: law, statutory guidance, a national body."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The pack that a board's own pack was copied from."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class About:
    """The pack itself and the document it puts into data."""

    id: str
    title: str
    issuing_body: str
    version: str
    document: str
    attribution: str
    sections: tuple[Section, ...]
    sources: tuple[OtherSource, ...]
    copied_from: Origin | None


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the method: what opens it and what closes it, in words and by the ids they rest on."""

    id: str
    title: str
    after: tuple[str, ...]
    opens: str
    closes: str
    closes_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A row of the method.

    `role` does it; `check` names how it is told whether it is done; `by` is the milestone it is due by, "" where it has
    none; `acts` are those that a hold can stop; `waivable_by` the roles that may waive it with a reason.
    """

    id: str
    says: str
    source: str
    weight: Weight
    concerns: Concerns
    stage: str
    role: str
    check: str
    by: str
    acts: tuple[str, ...]
    waivable_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """A number the method sets."""

    id: str
    says: str
    amount: int
    unit: str
    weight: Weight
    source: str
    doubt: str


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role as people here say it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary."""

    word: str
    means: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """Names of roles, and words."""

    roles: tuple[RoleName, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the source, in our short words: the requirements that cover it, or why it cannot be enforced."""

    number: int
    gist: str
    covered_by: tuple[str, ...]
    not_enforceable: str


@dataclass(frozen=True, slots=True)
class SectionCoverage:
    """A section of the source, sentence by sentence; or, without any, why it has none."""

    section: str
    sentences: tuple[Sentence, ...]
    not_enforceable: str
