"""Taking a checked file into the chronology, taking it out again, and what it is to an earlier one."""

from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.actions.correcting import current, unchanged_since
from threadline.chronology.actions.finding import check_soon
from threadline.chronology.actions.linking import look_soon
from threadline.chronology.actions.reading import put_in_line
from threadline.chronology.actions.saving import settle_standing
from threadline.chronology.models import AgencyFile, Progress, Row
from threadline.chronology.queries.blocking import blockers
from threadline.panel.actions import recheck


@action(Permission.TIMELINE_ACCEPT, records="chronology.standing_said", on="file")
def say_standing(*, by: User, file: AgencyFile, replaces: AgencyFile | None, version: int) -> AgencyFile:
    """Say that a file is a corrected version of `replaces`, or, with None, a further file beside what is there.

    Raises Overtaken, and Refused where `replaces` is not an accepted file of the same agency.
    """
    file = current(file)
    unchanged_since(file, version)
    if file.state != AgencyFile.State.TO_CHECK:
        raise Refused("Only a file that is still being checked can be given its place beside another.")
    if replaces is not None and (replaces.state != AgencyFile.State.ACCEPTED or replaces.agency_id != _agency_id(file)):
        raise Refused("Only an accepted file of the same agency can be replaced.")
    file.replaces = replaces
    file.standing = AgencyFile.Standing.CORRECTED if replaces else AgencyFile.Standing.FURTHER
    file.version += 1
    file.save()
    changes().detail["standing"] = file.standing
    return file


def _agency_id(file: AgencyFile) -> object:
    return file.agency_id or file.proposed_id


@action(Permission.TIMELINE_ACCEPT, records="chronology.file_accepted", on="file")
def accept(*, by: User, file: AgencyFile, version: int, unsettled: bool = False) -> AgencyFile:
    """Take a checked file into the chronology, in place of the one it corrects, if it does.

    Rows that still need a person do not stop it when `unsettled` says so: they stand in the chronology with their
    marks. Raises Overtaken when the file changed since it was looked at, and Refused with what stands in the way.
    """
    file = current(file)
    unchanged_since(file, version)
    settle_standing(file)
    if found := blockers(file):
        raise Refused(found[0])
    asking = file.summary.get("asking", 0)
    if asking and not unsettled:
        raise Refused("Rows of this file still need you. Settle them, or say that they are to be taken in as they are.")
    _replace(file)
    agency = file.taken_as
    file.agency, file.proposed = agency, None
    file.document.agency = agency
    file.document.save()
    file.state, file.accepted_by, file.accepted_at = AgencyFile.State.ACCEPTED, by, timezone.now()
    file.version += 1
    file.save()
    Row.objects.filter(file=file, is_entry=False).update(agency=agency)
    taken = Row.objects.filter(file=file, is_entry=True).update(agency=agency, live=True)
    changes().detail |= {"entries": taken, "unsettled": asking}
    look_soon(file.review)
    recheck(file.review)
    check_soon(file.review)
    return file


def _replace(file: AgencyFile) -> None:
    earlier = file.replaces
    if file.standing != AgencyFile.Standing.CORRECTED or earlier is None:
        return
    earlier = AgencyFile.objects.select_for_update(of=("self",)).select_related("document").get(pk=earlier.pk)
    if earlier.state != AgencyFile.State.ACCEPTED:
        raise Refused(
            f"{earlier.name} is no longer in the chronology. Say again what this file is to the agency's others."
        )
    earlier.state = AgencyFile.State.SUPERSEDED
    earlier.version += 1
    earlier.save()
    Row.objects.filter(file=earlier).update(live=False)


@action(Permission.TIMELINE_WITHDRAW, records="chronology.file_withdrawn", on="file")
def withdraw(*, by: User, file: AgencyFile, because: str, version: int) -> AgencyFile:
    """Take a file out, with a reason. Its entries leave the chronology; file and rows are kept as evidence."""
    file = current(file)
    unchanged_since(file, version)
    if not because.strip():
        raise Refused("Say why the file is withdrawn.")
    gone = Row.objects.filter(file=file, live=True).update(live=False)
    file.state = AgencyFile.State.WITHDRAWN
    file.withdrawn_by, file.withdrawn_at, file.withdrawn_because = by, timezone.now(), because.strip()
    file.version += 1
    file.save()
    changes().detail["entries"] = gone
    if gone:
        look_soon(file.review)
    check_soon(file.review)
    return file


@action(Permission.TIMELINE_WITHDRAW, records="chronology.file_reinstated", on="file")
def reinstate(*, by: User, file: AgencyFile, version: int) -> AgencyFile:
    """Put a withdrawn or replaced file back among those to be checked. It is accepted again before it counts."""
    file = (
        AgencyFile.objects.select_for_update(of=("self",))
        .select_related("document", "agency", "proposed")
        .get(pk=file.pk)
    )
    unchanged_since(file, version)
    if file.state not in (AgencyFile.State.WITHDRAWN, AgencyFile.State.SUPERSEDED):
        raise Refused("This file was neither withdrawn nor replaced, so there is nothing to put back.")
    read = bool(file.summary)
    file.state = AgencyFile.State.TO_CHECK if read else AgencyFile.State.WAITING
    file.standing, file.replaces = AgencyFile.Standing.FIRST, None
    settle_standing(file)
    file.version += 1
    file.save()
    if not read or Progress.objects.filter(file=file).exclude(stage=Progress.Stage.DONE).exists():
        put_in_line(file)
    return file
