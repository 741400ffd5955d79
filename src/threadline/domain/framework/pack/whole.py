"""The whole pack."""

from dataclasses import dataclass, field

from threadline.domain.framework.pack.chronology import Chronologies
from threadline.domain.framework.pack.documents import Agenda, Decision, Template, Wording
from threadline.domain.framework.pack.method import About, Glossary, Limit, Requirement, SectionCoverage, Stage
from threadline.domain.framework.pack.people import Hold, IndependenceRules, Threshold
from threadline.domain.framework.pack.times import Clock, Timetable


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole method."""

    about: About
    stages: tuple[Stage, ...]
    requirements: tuple[Requirement, ...]
    independence: IndependenceRules
    saar_template: Template
    report_template: Template
    agendas: tuple[Agenda, ...]
    timetable: Timetable
    clocks: tuple[Clock, ...]
    limits: tuple[Limit, ...]
    threshold: Threshold
    holds: tuple[Hold, ...]
    notices: tuple[Wording, ...]
    letters: tuple[Wording, ...]
    glossary: Glossary
    chronologies: Chronologies
    coverage: tuple[SectionCoverage, ...]
    digest: str = field(default="", compare=False)

    @property
    def reference(self) -> str:
        """What a review is pinned to: id, version and digest."""
        return f"{self.about.id} {self.about.version} {self.digest}"

    def role_title(self, role: str) -> str:
        """A role's name as the glossary has it; the key itself for one that it does not name."""
        return next((name.title for name in self.glossary.roles if name.id == role), role)

    def stage_title(self, stage: str) -> str:
        """A stage's title; the key itself for one that does not exist."""
        return next((found.title for found in self.stages if found.id == stage), stage)

    def decisions_for(self, requirement: str) -> tuple[Decision, ...]:
        """The decisions that meetings take for a requirement, in the order of the agendas; all of them are needed."""
        items = (item for agenda in self.agendas for item in agenda.items)
        return tuple(decision for item in items for decision in item.decisions if decision.requirement == requirement)

    def limit(self, name: str) -> Limit:
        """A limit by its id. Raises KeyError."""
        return {limit.id: limit for limit in self.limits}[name]
