"""The records of the chronology, one file a topic."""

from threadline.chronology.models.files import AgencyFile, Correction, Progress
from threadline.chronology.models.key_events import KeyEpisode, KeyEvent
from threadline.chronology.models.linking import Judgement, Search, Suggestion
from threadline.chronology.models.notes import Audience, NamedView, Note
from threadline.chronology.models.rows import Row
from threadline.chronology.models.saved import SavedView, view_token
from threadline.chronology.models.sharing import Sharing
from threadline.chronology.models.typed import TypedChange, TypedEntry

__all__ = [
    "AgencyFile",
    "Audience",
    "Correction",
    "Judgement",
    "KeyEpisode",
    "KeyEvent",
    "NamedView",
    "Note",
    "Progress",
    "Row",
    "SavedView",
    "Search",
    "Sharing",
    "Suggestion",
    "TypedChange",
    "TypedEntry",
    "view_token",
]
