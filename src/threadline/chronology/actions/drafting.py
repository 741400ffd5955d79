"""An agency's timeline typed here, row by row; read and signed off by somebody else of the agency, then sent."""

from collections.abc import Mapping

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology import telling
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.actions.entries import read_when
from threadline.chronology.actions.receiving import keep_file
from threadline.chronology.forming import form_of
from threadline.chronology.models import AgencyFile, Draft, DraftEntry, SignOff
from threadline.chronology.records import moment_key
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.writers.agency_form import form_xlsx
from threadline.reviews.models import ContributingAgency

State = Draft.State
Said = Mapping[Meaning, str]


@action(Permission.AGENCY_DESK, records="chronology.draft_begun", on="contributor")
def begin_draft(*, by: User, contributor: ContributingAgency) -> Draft:
    """The timeline that an agency is typing: the one that is open, or a new one."""
    own = Draft.objects.filter(review=contributor.review, agency=contributor.agency).exclude(state=State.SIGNED)
    open_one = own.select_related("review", "agency").first()
    if open_one is not None:
        return open_one
    draft = Draft(review=contributor.review, agency=contributor.agency, begun_by=by)
    draft.save()
    return draft


@action(Permission.DRAFT_WRITE, records="chronology.draft_row_typed", on="draft")
def type_row(*, by: User, draft: Draft, said: Said) -> DraftEntry:
    """Add a row to a timeline being typed. Raises Refused when it says nothing, or a date cannot be read."""
    entry = DraftEntry(draft=draft)
    _fill(entry, said, by)
    return entry


@action(Permission.DRAFT_WRITE, records="chronology.draft_row_changed", on="entry")
def change_row(*, by: User, entry: DraftEntry, said: Said, version: int) -> DraftEntry:
    """Change a row of a timeline being typed. Raises Overtaken when somebody changed it meanwhile, and Refused."""
    entry = _row(entry, version)
    _fill(entry, said, by)
    return entry


@action(Permission.DRAFT_WRITE, records="chronology.draft_row_removed", on="entry")
def remove_row(*, by: User, entry: DraftEntry, version: int) -> None:
    """Take a row out of a timeline being typed: it was never sent, so it leaves nothing. Raises Overtaken."""
    _row(entry, version).delete()


def _row(entry: DraftEntry, version: int) -> DraftEntry:
    found = DraftEntry.objects.select_for_update(of=("self",)).filter(pk=entry.pk).first()
    if found is None or found.version != version:
        raise Overtaken("Somebody changed this row while you had it open. Your text is still on the page.")
    found.version += 1
    return found


def _fill(entry: DraftEntry, said: Said, by: User) -> None:
    kept = {meaning.value: text.strip() for meaning, text in said.items() if text.strip()}
    if not kept.get(Meaning.EVENT):
        raise Refused("Say what happened.")
    when = read_when(f"{kept.get(Meaning.DATE, '')} {kept.get(Meaning.TIME, '')}".strip())
    entry.said, entry.by, entry.sort_key = kept, by, moment_key(when)
    entry.save()


@action(Permission.DRAFT_WRITE, records="chronology.draft_sent_to_sign", on="draft")
def send_to_sign(*, by: User, draft: Draft, version: int) -> Draft:
    """Ask whoever approves for the agency to read the timeline and sign it off. Raises Overtaken, Refused."""
    draft = _current(draft, version, State.WRITING)
    if not draft.entries.exists():
        raise Refused("There is no row yet. Type at least one before it is signed off.")
    draft.state, draft.sent_by, draft.returned_because = State.TO_SIGN, by, ""
    draft.save()
    telling.tell_of_draft(telling.TO_SIGN, _contributor(draft), f"{draft.pk}-{draft.version}")
    return draft


@action(Permission.TIMELINE_SIGN, records="chronology.draft_returned", on="draft")
def give_back(*, by: User, draft: Draft, because: str, version: int) -> Draft:
    """Give a timeline back to its author to be changed, with the reason. Raises Overtaken, Refused."""
    draft = _current(draft, version, State.TO_SIGN)
    if not because.strip():
        raise Refused("Say what should be changed.")
    draft.state, draft.returned_because = State.WRITING, because.strip()
    draft.save()
    telling.tell_of_draft(telling.RETURNED, _contributor(draft), f"{draft.pk}-{draft.version}")
    return draft


@action(Permission.TIMELINE_SIGN, records="chronology.draft_signed", on="draft")
def sign_draft(*, by: User, draft: Draft, note: str, version: int) -> AgencyFile:
    """Sign a typed timeline off: it is sent as a file, and read and accepted like any other.

    Raises Overtaken, and Refused where the same person wrote it.
    """
    draft = _current(draft, version, State.TO_SIGN)
    author = draft.sent_by
    if author is None or author == by:
        raise Refused("Somebody else of the agency signs off what you wrote.")
    contributor = _contributor(draft)
    rows = [{Meaning(key): text for key, text in each.said.items()} for each in draft.entries.all()]
    form = form_of(contributor)
    name = f"{form.title}, typed here.xlsx"
    file = keep_file(author, draft.review, draft.agency, name, form_xlsx(form, rows), token=f"draft {draft.pk}")
    SignOff(file=file, by=by, note=note.strip()).save()
    draft.state, draft.file = State.SIGNED, file
    draft.save()
    telling.tell_of_draft(telling.SIGNED, contributor, str(draft.pk))
    return file


@action(Permission.TIMELINE_SIGN, records="chronology.file_signed", on="file")
def sign_file(*, by: User, file: AgencyFile, note: str) -> SignOff:
    """Sign off a timeline that the agency sent as a file. Raises Refused where it was this person who sent it."""
    if file.state not in (AgencyFile.State.TO_CHECK, AgencyFile.State.ACCEPTED):
        raise Refused("Only a timeline that was read, and has not been withdrawn or replaced, is signed off.")
    if file.document.received_from == by:
        raise Refused("Somebody else of the agency signs off what you sent.")
    if SignOff.objects.filter(file=file).exists():
        raise Refused("This timeline is signed off already.")
    signed = SignOff(file=file, by=by, note=note.strip())
    signed.save()
    return signed


def _current(draft: Draft, version: int, state: str) -> Draft:
    related = ("review", "agency", "sent_by")
    found = Draft.objects.select_for_update(of=("self",)).select_related(*related).get(pk=draft.pk)
    if found.version != version or found.state != state:
        raise Overtaken("Somebody changed this timeline while you had it open. Look at it as it is now.")
    found.version += 1
    return found


def _contributor(draft: Draft) -> ContributingAgency:
    asked = ContributingAgency.objects.select_related("review", "agency")
    found: ContributingAgency = asked.get(review=draft.review, agency=draft.agency)
    return found
