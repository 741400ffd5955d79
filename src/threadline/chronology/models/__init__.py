"""The records of the chronology, one file a topic."""

from threadline.chronology.models.aids import Abbreviation, DayOrder, ExpectedContact, FactMark, Rewording
from threadline.chronology.models.drafts import Draft, DraftEntry, SignOff
from threadline.chronology.models.family import FamilyMoment
from threadline.chronology.models.files import AgencyFile, Correction, Progress
from threadline.chronology.models.key_events import KeyEpisode, KeyEvent
from threadline.chronology.models.linking import Judgement, Search, Suggestion
from threadline.chronology.models.notes import Audience, NamedView, Note
from threadline.chronology.models.questions import Question, QuestionMessage, QuestionRow
from threadline.chronology.models.rows import Row
from threadline.chronology.models.saved import SavedView, view_token
from threadline.chronology.models.sharing import Sharing
from threadline.chronology.models.typed import TypedChange, TypedEntry

__all__ = [
    "Abbreviation",
    "AgencyFile",
    "Audience",
    "Correction",
    "DayOrder",
    "Draft",
    "DraftEntry",
    "ExpectedContact",
    "FactMark",
    "FamilyMoment",
    "Judgement",
    "KeyEpisode",
    "KeyEvent",
    "NamedView",
    "Note",
    "Progress",
    "Question",
    "QuestionMessage",
    "QuestionRow",
    "Rewording",
    "Row",
    "SavedView",
    "Search",
    "Sharing",
    "SignOff",
    "Suggestion",
    "TypedChange",
    "TypedEntry",
    "view_token",
]
