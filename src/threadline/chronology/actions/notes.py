"""Notes beside entries, and names for views: what reviewers and the panel write for themselves or for one another."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from threadline.access.acting import Denied, Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.models import Audience, NamedView, Note, Row, SavedView
from threadline.reviews.models import Review


@action(Permission.NOTE_WRITE, records="chronology.note_written", on="row")
def write_note(*, by: User, row: Row, text: str, audience: str) -> Note:
    """Write a note beside an entry, for oneself or for the panel. Raises Refused when it is empty."""
    _fits(text, audience)
    note = Note(review=row.review, row=row, text=text.strip(), audience=audience, by=by)
    note.save()
    changes().detail["audience"] = audience
    return note


@action(Permission.NOTE_WRITE, records="chronology.note_changed", on="note")
def change_note(*, by: User, note: Note, text: str, audience: str, version: int) -> Note:
    """Change one's own note, or whom it is for. Raises Denied for another's, Overtaken, and Refused when empty."""
    found = _own(note, by, version)
    _fits(text, audience)
    found.text, found.audience, found.changed_at = text.strip(), audience, timezone.now()
    found.save()
    changes().detail["audience"] = audience
    return found


@action(Permission.NOTE_WRITE, records="chronology.note_removed", on="note")
def remove_note(*, by: User, note: Note, version: int) -> Note:
    """Remove one's own note from the page. Raises Denied for another's, and Overtaken."""
    found = _own(note, by, version)
    found.removed_at = timezone.now()
    found.save()
    return found


@action(Permission.NOTE_WRITE, records="chronology.view_named")
def name_view(*, by: User, review: Review, view: SavedView, name: str, audience: str) -> NamedView:
    """Keep a view under a name. Raises Refused without a name, or for one that the person uses already."""
    tidy = " ".join(name.split())
    if not tidy:
        raise Refused("Give the view a name.")
    if audience not in Audience.values or view.review_id != review.pk:
        raise Refused("Choose who the view is for.")
    named = NamedView(review=review, view=view, name=tidy, audience=audience, by=by)
    try:
        with transaction.atomic():
            named.save()
    except IntegrityError:
        raise Refused(f"You have a view called “{tidy}” already. Choose another name.") from None
    changes().detail["audience"] = audience
    return named


@action(Permission.NOTE_WRITE, records="chronology.view_forgotten", on="named")
def forget_view(*, by: User, named: NamedView) -> None:
    """Take the name of one's own view away; its address still works. Raises Denied for another's."""
    if named.by_id != by.pk:
        raise Denied("chronology.view_forgotten")
    named.delete()


def _fits(text: str, audience: str) -> None:
    if not text.strip():
        raise Refused("Write the note.")
    if audience not in Audience.values:
        raise Refused("Choose who the note is for.")


def _own(note: Note, by: User, version: int) -> Note:
    found = Note.objects.select_for_update(of=("self",)).filter(pk=note.pk).first()
    if found is None or found.by_id != by.pk:
        raise Denied("chronology.note_changed")
    if found.version != version or found.removed_at is not None:
        raise Overtaken("This note was changed while you had it open. Your text is still on the page. Save it again.")
    found.version += 1
    return found
