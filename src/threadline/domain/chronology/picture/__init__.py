"""The chronology as a picture: lanes by agency over time, density from afar, events when near, and a table that says
the same.
"""

from threadline.domain.chronology.picture.draw import Picture, draw
from threadline.domain.chronology.picture.events import Child, Event, Lane, Scene
from threadline.domain.chronology.picture.table import Cell, Period, periods

__all__ = ["Cell", "Child", "Event", "Lane", "Period", "Picture", "Scene", "draw", "periods"]
