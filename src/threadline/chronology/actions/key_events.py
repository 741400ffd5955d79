"""Key events: marked by reviewers, explained, confirmed by a panel meeting; and their episodes (1.h, 2.3.b)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.models import KeyEpisode, KeyEvent, Row
from threadline.panel.models import Meeting
from threadline.panel.settling import Word
from threadline.reviews.models import Review

State = KeyEvent.State


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The panel's word: the day it met, where that is minuted, the decision's opaque reference if there is one."""

    met_on: date
    minuted: str
    decision_ref: str = ""


@action(Permission.KEY_EVENT_WRITE, records="chronology.key_event_marked", on="row")
def mark_key_event(
    *, by: User, row: Row, title: str, told: Mapping[str, str], episode: KeyEpisode | None = None
) -> KeyEvent:
    """Mark an entry as a key event. `told` answers any of `KeyEvent.ASKED`; the rest may follow.

    Raises Refused without a title, or where the entry is one already.
    """
    if not row.live:
        raise Refused("This entry is no longer in the chronology, so it cannot be a key event.")
    known = KeyEvent.objects.filter(row=row).exclude(state=State.SET_ASIDE).first()
    if known is not None:
        raise Refused(f"This entry is marked as a key event already: “{known.title}”.")
    event = KeyEvent(review=row.review, row=row, by=by)
    _say(event, title, told, episode)
    event.save()
    return event


@action(Permission.KEY_EVENT_WRITE, records="chronology.key_event_changed", on="key_event")
def change_key_event(
    *, by: User, key_event: KeyEvent, title: str, told: Mapping[str, str], episode: KeyEpisode | None, version: int
) -> KeyEvent:
    """Change what is said of a key event. Raises Overtaken when somebody changed it since `version`."""
    event = _current(key_event, version)
    _say(event, title, told, episode)
    event.save()
    return event


@action(Permission.KEY_EVENT_CONFIRM, records="chronology.key_event_confirmed", on="key_event")
def confirm_key_event(*, by: User, key_event: KeyEvent, confirmation: Confirmation, version: int) -> KeyEvent:
    """Record that a meeting of the panel confirmed a key event.

    Raises Overtaken, and Refused for a meeting still to come, or without a word on where the decision is minuted.
    """
    if confirmation.met_on > timezone.localdate():
        raise Refused("The meeting is still to come. A key event is confirmed once the panel has met.")
    if not confirmation.minuted.strip():
        raise Refused("Say where the decision is minuted, for example: initial panel meeting, minute 4.")
    event = _current(key_event, version)
    if event.state == State.SET_ASIDE:
        raise Refused("This key event was set aside. Put it back first.")
    event.state, event.confirmed_by = State.CONFIRMED, by
    event.met_on, event.minuted = confirmation.met_on, confirmation.minuted.strip()
    event.decision_ref = confirmation.decision_ref
    event.save()
    return event


def confirm_all(word: Word) -> str:
    """What the Panel's decision settles: every key event that was proposed is confirmed by the meeting (2.3.b)."""
    review, meeting = word.meeting.review, word.meeting
    if word.seen is not None and word.seen != proposed_seen(review):
        raise Overtaken("Key events were marked or changed while this page was open. Look at them again, then decide.")
    told = Confirmation(timezone.localdate(meeting.starts), meeting.title, _ref(meeting))
    proposed = KeyEvent.objects.filter(review=review, state=State.PROPOSED).select_related("review")
    count = 0
    for event in proposed:
        confirm_key_event(by=word.by, key_event=event, confirmation=told, version=event.version)
        count += 1
    return f"chronology.keyevent:{count}"


def unconfirm_all(word: Word) -> None:
    """The meeting corrects itself: the key events that it confirmed are proposed again."""
    ref = _ref(word.meeting)
    for event in KeyEvent.objects.filter(review=word.meeting.review, state=State.CONFIRMED, decision_ref=ref):
        _take_back(by=word.by, key_event=event)


@action(Permission.KEY_EVENT_CONFIRM, records="chronology.key_event_put_back", on="key_event")
def _take_back(*, by: User, key_event: KeyEvent) -> KeyEvent:
    event = _current(key_event, key_event.version)
    _propose(event)
    return event


def _propose(event: KeyEvent) -> None:
    event.state, event.aside_because, event.met_on, event.minuted = State.PROPOSED, "", None, ""
    event.decision_ref, event.confirmed_by = "", None
    event.save()


def _ref(meeting: Meeting) -> str:
    return f"panel.meeting:{meeting.pk}"


def proposed_seen(review: Review) -> str:
    """The key events that wait to be confirmed, as they stand."""
    waiting = KeyEvent.objects.filter(review=review, state=State.PROPOSED).order_by("pk")
    return " ".join(f"{key}:{version}" for key, version in waiting.values_list("pk", "version"))


def no_key_event(review: Review) -> str:
    """Why the key events cannot be confirmed yet; "" where they can."""
    known = KeyEvent.objects.filter(review=review).exclude(state=State.SET_ASIDE).exists()
    return "" if known else "No key event is marked yet."


def no_timeline(review: Review) -> str:
    """Why there is no merged timeline to agree yet; "" where there is."""
    return "" if Row.objects.filter(review=review, live=True).exists() else "No timeline has been accepted yet."


@action(Permission.KEY_EVENT_WRITE, records="chronology.key_event_set_aside", on="key_event")
def set_aside_key_event(*, by: User, key_event: KeyEvent, because: str, version: int) -> KeyEvent:
    """Set a key event aside, with the reason. What was said of it is kept. Raises Overtaken, and Refused."""
    if not because.strip():
        raise Refused("Say why this is not a key event after all.")
    event = _current(key_event, version)
    event.state, event.aside_because = State.SET_ASIDE, because.strip()
    event.save()
    return event


@action(Permission.KEY_EVENT_WRITE, records="chronology.key_event_put_back", on="key_event")
def put_back_key_event(*, by: User, key_event: KeyEvent, version: int) -> KeyEvent:
    """Put a key event back that was set aside: for the panel to confirm anew. Raises Overtaken and Refused."""
    event = _current(key_event, version)
    if event.state != State.SET_ASIDE:
        raise Refused("This key event was not set aside.")
    if KeyEvent.objects.filter(row=event.row_id).exclude(state=State.SET_ASIDE).exists():
        raise Refused("The entry was marked as another key event meanwhile.")
    _propose(event)
    return event


@action(Permission.KEY_EVENT_WRITE, records="chronology.episode_changed")
def make_episode(*, by: User, review: Review, title: str, about: str) -> KeyEpisode:
    """Name a key practice episode: a stretch of work made of key events. Raises Refused without a title."""
    episode = KeyEpisode(review=review, title=_title(title), about=about.strip(), by=by)
    episode.save()
    return episode


@action(Permission.KEY_EVENT_WRITE, records="chronology.episode_changed", on="episode")
def change_episode(*, by: User, episode: KeyEpisode, title: str, about: str, version: int) -> KeyEpisode:
    """Change an episode's title or what it is about. Raises Overtaken, and Refused without a title."""
    found = _current_episode(episode, version)
    found.title, found.about = _title(title), about.strip()
    found.save()
    return found


@action(Permission.KEY_EVENT_WRITE, records="chronology.episode_changed", on="episode")
def take_out_episode(*, by: User, episode: KeyEpisode, because: str, version: int) -> KeyEpisode:
    """Take an episode out, with the reason. Its key events stay, in no episode. Raises Overtaken and Refused."""
    if not because.strip():
        raise Refused("Say why this episode is taken out.")
    found = _current_episode(episode, version)
    found.out_because = because.strip()
    found.save()
    KeyEvent.objects.filter(episode=found).update(episode=None)
    return found


def _say(event: KeyEvent, title: str, told: Mapping[str, str], episode: KeyEpisode | None) -> None:
    event.title = _title(title)
    event.episode = episode
    for name in KeyEvent.ASKED:
        setattr(event, name, told.get(name, "").strip())
    if event.practice and event.practice not in KeyEvent.Practice.values:
        raise Refused("Say whether something was done or left undone.")


def _title(title: str) -> str:
    tidy = " ".join(title.split())
    if not tidy:
        raise Refused("Give it a title: a few words by which the panel will know it.")
    return tidy


def _current(event: KeyEvent, version: int) -> KeyEvent:
    found = KeyEvent.objects.select_for_update(of=("self",)).select_related("review").get(pk=event.pk)
    if found.version != version:
        raise Overtaken(
            "Somebody changed this key event while you had it open. What you wrote is still on the page, and nothing "
            "of it was saved. Look at it as it is now, then save again."
        )
    found.version += 1
    return found


def _current_episode(episode: KeyEpisode, version: int) -> KeyEpisode:
    found = KeyEpisode.objects.select_for_update(of=("self",)).get(pk=episode.pk)
    if found.version != version or found.out_because:
        raise Overtaken(
            "Somebody changed this episode while you had it open. Look at it as it is now, then do it again."
        )
    found.version += 1
    return found
