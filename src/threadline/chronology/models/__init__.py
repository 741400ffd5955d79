"""The records of the chronology, one file a topic."""

from threadline.chronology.models.files import AgencyFile, Correction, Progress
from threadline.chronology.models.rows import Row
from threadline.chronology.models.saved import SavedView, view_token
from threadline.chronology.models.typed import TypedChange, TypedEntry

__all__ = [
    "AgencyFile",
    "Correction",
    "Progress",
    "Row",
    "SavedView",
    "TypedChange",
    "TypedEntry",
    "view_token",
]
