"""Keeping the record in the room: who came, notes, decisions, actions (2.2.b, 2.3.b, 2.7.c)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from threadline.access import reach
from threadline.access.acting import Denied, Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.domain.framework.pack import AgendaItem
from threadline.domain.framework.pack import Decision as Wanted
from threadline.domain.meetings.attendance import Came
from threadline.domain.meetings.rules import why_not_decide
from threadline.panel import method, settling
from threadline.panel.actions import settling as settled
from threadline.panel.actions.access import Overtaken
from threadline.panel.actions.meeting import current, still_open
from threadline.panel.models import Action, Attendance, Decision, Meeting, Member, Note
from threadline.panel.settling import Word


@dataclass(frozen=True, slots=True)
class Tap:
    """How one expected person came; `deputy` is who came in their place."""

    came: str
    deputy: str = ""


@action(Permission.MEETING_WRITE, records="panel.attendance_recorded", on="meeting")
def record_attendance(
    *, by: User, meeting: Meeting, version: int, taps: Mapping[int, Tap], chaired: int | None
) -> Meeting:
    """Record who came, by attendance id, and who chaired. Raises Overtaken, and Refused with what does not fit.

    A deputy is named; who chairs is present; nobody attends who was recused.
    """
    meeting = current(meeting, version)
    still_open(meeting)
    if timezone.localdate(meeting.starts) > timezone.localdate():
        raise Refused("The meeting is still to come. Record who is there when it begins.")
    expected = {each.pk: each for each in Attendance.objects.filter(meeting=meeting).select_related("member")}
    chair = taps.get(chaired) if chaired is not None else None
    if chaired is not None and (chair is None or chair.came != Came.PRESENT):
        raise Refused("Who chairs the meeting must be present.")
    Attendance.objects.filter(meeting=meeting, chaired=True).update(chaired=False)
    for key, tap in taps.items():
        if key not in expected:
            raise Refused("Somebody is no longer expected at this meeting. Look at the list again.")
        _record(expected[key], tap, chaired=key == chaired)
    _no_longer(meeting)
    meeting.save()
    if any(tap.came and Came(tap.came).in_the_room for tap in taps.values()):
        settled.reach(by=by, meeting=meeting)
    return meeting


@action(Permission.MEETING_WRITE, records="panel.attendance_recorded", on="meeting")
def add_attendee(*, by: User, meeting: Meeting, name: str, of: str) -> Attendance:
    """Put somebody on the list who attends besides the Panel: a Board member, a minute taker, a guest."""
    meeting = current(meeting)
    still_open(meeting)
    name = " ".join(name.split())
    if not name:
        raise Refused("Enter the person's name.")
    if _recused(meeting, name):
        raise Refused(f"{name} was recused from this review and does not attend its meetings.")
    if Attendance.objects.filter(meeting=meeting, name__iexact=name).exists():
        raise Refused(f"{name} is on the list already.")
    made = Attendance(meeting=meeting, name=name, of=of.strip())
    made.save()
    meeting.save()
    return made


@action(Permission.PANEL_READ, records="panel.replied", on="meeting")
def reply(*, by: User, meeting: Meeting, comes: bool, deputy: str = "") -> Attendance:
    """Say beforehand whether one comes to a meeting, and who comes instead.

    Raises Denied to who is not expected, and Refused once attendance is recorded.
    """
    meeting = current(meeting)
    still_open(meeting)
    seat = Attendance.objects.select_for_update(of=("self",)).filter(meeting=meeting, user=by).first()
    if seat is None:
        raise Denied("They are not expected at this meeting.")
    if seat.came:
        raise Refused("Attendance is recorded already.")
    deputy = " ".join(deputy.split())
    if deputy and _recused(meeting, deputy):
        raise Refused(f"{deputy} was recused from this review and does not attend its meetings.")
    seat.cannot_come, seat.deputy_name = not comes, "" if comes else deputy
    seat.save()
    return seat


@action(Permission.MEETING_WRITE, records="panel.noted", on="meeting")
def note(*, by: User, meeting: Meeting, item: str, version: int, text: str) -> Note:
    """Keep what was said under an item. Raises Overtaken where somebody else wrote since `version` (0: none yet)."""
    meeting = current(meeting)
    still_open(meeting)
    item_of(meeting, item)
    found = Note.objects.select_for_update().filter(meeting=meeting, item=item).first()
    found = found or Note(meeting=meeting, item=item, version=0)
    if found.version != version:
        raise Overtaken(f"Somebody else wrote under this item meanwhile. Their note: {found.text}")
    found.text, found.version = text.strip(), found.version + 1
    found.save()
    return found


@action(Permission.MEETING_WRITE, records="panel.decided", on="meeting")
def decide(
    *, by: User, meeting: Meeting, kind: str, agreed: bool, decided_note: str = "", seen: str | None = None
) -> Decision:
    """Record a decision of the agenda by its id: agreed, or considered and not agreed. Saying it again corrects it.

    What is agreed takes effect with it (`settling`), as it was `seen`. Raises Overtaken where that has changed; Refused
    for a decision that the agenda does not have, before the meeting has met, without enough people, for what is not on
    record yet, and for taking back what has taken effect.
    """
    meeting = current(meeting)
    still_open(meeting)
    item, decision = _decision(meeting, kind)
    _can_decide(meeting)
    found = Decision.objects.filter(meeting=meeting, kind=kind).first() or Decision(meeting=meeting, kind=kind)
    if agreed and not (found.pk and found.agreed):
        found.reference = _settled(Word(by, meeting, seen), decision)
    elif not agreed and found.reference:
        found.reference = _taken_back(Word(by, meeting, seen), decision)
    found.item, found.words, found.requirement = item.id, decision.words, decision.requirement
    _kept(found, meeting, by, agreed=agreed, said=decided_note)
    if agreed:
        settled.reach(by=by, meeting=meeting, decision=kind)
    changes().detail["decision"] = f"{decision.words}: {'agreed' if agreed else 'not agreed'}"
    return found


@action(Permission.MEETING_WRITE, records="panel.decided", on="meeting")
def decide_more(*, by: User, meeting: Meeting, item: str, words: str) -> Decision:
    """Record a decision in the meeting's own words, under an item. Raises Refused as `decide` does."""
    meeting = current(meeting)
    still_open(meeting)
    item_of(meeting, item)
    _can_decide(meeting)
    if not words.strip():
        raise Refused("Enter what was decided.")
    if Decision.objects.filter(meeting=meeting, item=item, kind="", words=words.strip()).exists():
        raise Refused("This decision is on record already, in the same words.")
    made = Decision(meeting=meeting, item=item, words=words.strip())
    _kept(made, meeting, by, agreed=True, said="")
    changes().detail["decision"] = "in the meeting's own words"
    return made


@action(Permission.MEETING_WRITE, records="panel.action_given", on="meeting")
def give_action(*, by: User, meeting: Meeting, item: str, words: str, owner: Attendance, due_on: date) -> Action:
    """Give somebody of the meeting something to do by a day. Raises Refused where the owner was not expected there."""
    meeting = current(meeting)
    still_open(meeting)
    item_of(meeting, item)
    if owner.meeting_id != meeting.pk:
        raise Refused("Choose somebody of this meeting.")
    if not words.strip():
        raise Refused("Enter what is to be done.")
    if due_on < timezone.localdate(meeting.starts):
        raise Refused("An action is due on the day of the meeting or later.")
    if Action.objects.filter(meeting=meeting, item=item, words=words.strip(), owner=owner).exists():
        raise Refused(f"{owner.name} has this action already, in the same words.")
    made = Action(meeting=meeting, item=item, words=words.strip(), owner=owner, due_on=due_on)
    made.save()
    return made


@action(Permission.PANEL_READ, records="panel.action_done", on="given")
def finish_action(*, by: User, given: Action, note_of_it: str) -> Action:
    """Say that an action is done, and what came of it; for its owner and who keeps the record.

    Raises Denied to others, and Refused without words or where it is done already.
    """
    found = Action.objects.select_for_update(of=("self",)).select_related("owner", "meeting__review").get(pk=given.pk)
    if found.owner.user_id != by.pk and not reach.may(by, Permission.MEETING_WRITE, found.meeting):
        raise Denied("This action is somebody else's.")
    if found.done_on is not None:
        raise Refused("This action is done already.")
    if not note_of_it.strip():
        raise Refused("Say what was done.")
    found.done_on, found.done_by, found.done_note = timezone.localdate(), by, note_of_it.strip()
    found.save()
    return found


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed about one item at once: its note, decisions by id, one more in own words, one action.

    `decisions` holds (agreed, note) for each that was taken; `seen` what each would settle, as the page showed it.
    `owner` and `due_on` go with `action_words`.
    """

    text: str
    version: int
    decisions: Mapping[str, tuple[bool, str]]
    seen: Mapping[str, str] = field(default_factory=dict)
    more: str = ""
    action_words: str = ""
    owner: Attendance | None = None
    due_on: date | None = None


@action(Permission.MEETING_WRITE, records="panel.item_kept", on="meeting")
def keep_item(*, by: User, meeting: Meeting, item: str, said: Said) -> None:
    """Keep everything typed about an item, all or none, each part as its own act. Raises what those raise."""
    known = Note.objects.filter(meeting=meeting, item=item).first()
    if said.text.strip() != (known.text if known else "") or said.version != (known.version if known else 0):
        note(by=by, meeting=meeting, item=item, version=said.version, text=said.text)
    decided = {each.kind: (each.agreed, each.note) for each in Decision.objects.filter(meeting=meeting)}
    for kind, (agreed, told) in said.decisions.items():
        if decided.get(kind) != (agreed, told.strip()):
            decide(by=by, meeting=meeting, kind=kind, agreed=agreed, decided_note=told, seen=said.seen.get(kind))
    if said.more.strip():
        decide_more(by=by, meeting=meeting, item=item, words=said.more)
    if said.action_words.strip():
        if said.owner is None or said.due_on is None:
            raise Refused("Say who does it, and by when.")
        give_action(by=by, meeting=meeting, item=item, words=said.action_words, owner=said.owner, due_on=said.due_on)


def item_of(meeting: Meeting, item: str) -> AgendaItem:
    """An item of the meeting's agenda. Raises Refused where it has none of that id."""
    items = method.agenda(meeting.review, meeting.kind).items
    found = next((each for each in items if each.id == item), None)
    if found is None:
        raise Refused("This item is not on the agenda.")
    return found


def _decision(meeting: Meeting, kind: str) -> tuple[AgendaItem, Wanted]:
    for item in method.agenda(meeting.review, meeting.kind).items:
        for decision in item.decisions:
            if decision.id == kind:
                return item, decision
    raise Refused("This decision is not on the agenda.")


def _settled(word: Word, decision: Wanted) -> str:
    """Let the decision take effect; what it settled, for the record. Raises Refused where it cannot be agreed yet."""
    what = settling.of(decision.id, decision.requirement, word.meeting.review)
    if why := what.bar(word.meeting.review):
        raise Refused(f"“{decision.words}” cannot be agreed yet. {why}")
    return what.act(word) if what.act else ""


def _taken_back(word: Word, decision: Wanted) -> str:
    what = settling.of(decision.id, decision.requirement, word.meeting.review)
    if what.undo is None:
        said = f"“{decision.words}” was agreed at this meeting and has taken effect."
        raise Refused(f"{said} Decide on it anew at another meeting.")
    what.undo(word)
    return ""


def _can_decide(meeting: Meeting) -> None:
    came = [Came(each) for each in Attendance.objects.filter(meeting=meeting).values_list("came", flat=True) if each]
    starts_on, today = timezone.localdate(meeting.starts), timezone.localdate()
    if why := why_not_decide(starts_on=starts_on, today=today, came=came, quorum=method.quorum(meeting.review)):
        raise Refused(why)


def _kept(decision: Decision, meeting: Meeting, by: User, *, agreed: bool, said: str) -> None:
    decision.agreed, decision.note, decision.by = agreed, said.strip(), by
    decision.decided_on = timezone.localdate(meeting.starts)
    decision.save()


def _record(seat: Attendance, tap: Tap, *, chaired: bool) -> None:
    came, deputy = tap.came, " ".join(tap.deputy.split())
    if came and came not in set(Came):
        raise Refused(f"Say how {seat.name} came: present, a deputy, apologies or absent.")
    if came == Came.DEPUTY and not deputy:
        raise Refused(f"Say who came in the place of {seat.name}.")
    if came == Came.DEPUTY and _recused(seat.meeting, deputy):
        raise Refused(f"{deputy} was recused from this review and does not attend its meetings.")
    if came == Came.PRESENT and seat.member is not None and seat.member.state == Member.State.RECUSED:
        raise Refused(f"{seat.name} was recused from this review and does not attend its meetings.")
    seat.came, seat.deputy_name, seat.chaired = came, deputy if came == Came.DEPUTY else "", chaired
    seat.save()


def _recused(meeting: Meeting, name: str) -> bool:
    gone = Member.objects.filter(review=meeting.review, state=Member.State.RECUSED)
    return gone.filter(name__iexact=name).exists()


def _no_longer(meeting: Meeting) -> None:
    """Whoever was told of having missed it and turns out to have been there was told for nothing: keep what is true."""
    Attendance.objects.filter(meeting=meeting, came__in=[Came.PRESENT, ""]).update(told_at=None)
