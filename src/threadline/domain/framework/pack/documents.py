"""Templates, agendas, notices and letters."""

from dataclasses import dataclass
from enum import StrEnum


class PromptKind(StrEnum):
    """What a template's prompt is answered with."""

    TEXT = "text"
    EVENTS = "events"
    PEOPLE = "people"
    FACTORS = "factors"
    LEARNING = "learning"
    RECOMMENDATIONS = "recommendations"
    ACTIONS = "actions"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt within a template's section."""

    id: str
    asks: str
    kind: PromptKind
    linked_to_events: bool


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A section of a template and the requirements it serves."""

    id: str
    title: str
    says: str
    source: str
    serves: tuple[str, ...]
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """A branch of the cause-and-effect framework; `systemic` places it with the individual or the system (1.i)."""

    id: str
    title: str
    prompt: str
    systemic: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A document's outline."""

    id: str
    title: str
    sections: tuple[TemplateSection, ...]
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision a meeting takes, in the words it is minuted in, and the requirement it is taken for."""

    id: str
    words: str
    requirement: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item: what it is for, the papers the service brings to it, the decisions it must reach."""

    id: str
    title: str
    says: str
    papers: tuple[str, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A kind of meeting with its agenda."""

    id: str
    title: str
    stage: str
    chaired_by: str
    source: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A notice or a letter: its subject, the roles it goes to and its text with {{ placeholders }}."""

    id: str
    title: str
    subject: str
    to: tuple[str, ...]
    body: str
    placeholders: tuple[str, ...]
