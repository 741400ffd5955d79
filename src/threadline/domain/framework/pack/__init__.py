"""What a framework pack holds: the method's stages, requirements, questions, templates, limits and wording (W.a).

Everything is read from the pack's files and frozen. Fields named `source` hold a section of the pack's source document
or the id of another source; `doubt` says in a sentence what about a rule is still to be checked, "" where nothing is.
"""

from threadline.domain.framework.pack.documents import (
    Agenda,
    AgendaItem,
    Decision,
    Factor,
    Prompt,
    PromptKind,
    Template,
    TemplateSection,
    Wording,
)
from threadline.domain.framework.pack.method import (
    About,
    Concerns,
    Glossary,
    Limit,
    Origin,
    OtherSource,
    Requirement,
    RoleName,
    Section,
    SectionCoverage,
    Sentence,
    Stage,
    Term,
    Weight,
)
from threadline.domain.framework.pack.people import (
    ChairsOption,
    Ground,
    Hold,
    IndependenceRules,
    Limb,
    Post,
    Question,
    Route,
    Threshold,
)
from threadline.domain.framework.pack.times import Clock, Lane, Milestone, Timetable
from threadline.domain.framework.pack.whole import Pack

__all__ = [
    "About",
    "Agenda",
    "AgendaItem",
    "ChairsOption",
    "Clock",
    "Concerns",
    "Decision",
    "Factor",
    "Glossary",
    "Ground",
    "Hold",
    "IndependenceRules",
    "Lane",
    "Limb",
    "Limit",
    "Milestone",
    "Origin",
    "OtherSource",
    "Pack",
    "Post",
    "Prompt",
    "PromptKind",
    "Question",
    "Requirement",
    "RoleName",
    "Route",
    "Section",
    "SectionCoverage",
    "Sentence",
    "Stage",
    "Template",
    "TemplateSection",
    "Term",
    "Threshold",
    "Timetable",
    "Weight",
    "Wording",
]
