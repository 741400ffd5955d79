"""Two people at one thing: the later of them is told, and nothing of either is lost."""

from threadline.access.acting import Refused


class Overtaken(Refused):
    """Somebody else changed the record since it was looked at."""
