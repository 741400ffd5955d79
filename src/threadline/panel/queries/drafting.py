"""The minutes of a meeting as its record has them."""

from collections import defaultdict

from threadline.domain.meetings import minutes
from threadline.domain.meetings.attendance import Came
from threadline.panel import method
from threadline.panel.models import Action, Attendance, Decision, Meeting, Note
from threadline.ui.words import day


def sections(meeting: Meeting) -> list[dict[str, str]]:
    """The draft, as `Minutes.sections` holds it."""
    notes = dict(Note.objects.filter(meeting=meeting).values_list("item", "text"))
    decisions: dict[str, list[minutes.Settled]] = defaultdict(list)
    for each in Decision.objects.filter(meeting=meeting):
        decisions[each.item].append(minutes.Settled(each.words, each.agreed, each.note))
    actions: dict[str, list[minutes.ToDo]] = defaultdict(list)
    for given in Action.objects.filter(meeting=meeting).select_related("owner"):
        actions[given.item].append(minutes.ToDo(given.words, given.owner.name, day(given.due_on)))
    items = [
        minutes.Item(each.id, each.title, notes.get(each.id, ""), tuple(decisions[each.id]), tuple(actions[each.id]))
        for each in method.agenda(meeting.review, meeting.kind).items
    ]
    made = minutes.draft(_attended(meeting), items)
    return [{"key": each.key, "title": each.title, "text": each.text} for each in made]


def _attended(meeting: Meeting) -> list[minutes.Attended]:
    seats = Attendance.objects.filter(meeting=meeting).exclude(came="")
    return [minutes.Attended(each.name, each.of, Came(each.came), each.deputy_name, each.chaired) for each in seats]
