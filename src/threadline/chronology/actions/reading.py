"""Reading a file into rows: begun by a person's act, done by a job, all of the rows or none of them."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from threadline.access.acting import Refused, action, service_act
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.access.scope import across_reviews, review_scope
from threadline.accounts.models import User
from threadline.chronology.actions.prepared import Prepared, prepare
from threadline.chronology.actions.saving import mark_unreadable, save_reading
from threadline.chronology.interpreting import Understood, understand
from threadline.chronology.models import AgencyFile, Progress
from threadline.chronology.records import rows_of
from threadline.documents import scanning
from threadline.documents.models import Document
from threadline.documents.storage import Damaged
from threadline.domain.chronology.readers import Refused as Unreadable
from threadline.jobs.queue import enqueue

log = logging.getLogger("threadline.chronology")
LEASE = timedelta(minutes=3)
MOST_INTERRUPTIONS = 3
AT_ONCE = 1500
OURS = Unreadable(
    "", "This file could not be read, through a fault of ours",
    "Try again. If it happens again, tell whoever looks after this installation; the file is kept as it was sent.",
    "fault",
)  # fmt: skip


def put_in_line(file: AgencyFile) -> None:
    """Have the file read by the next free worker once this act is done."""
    from threadline.chronology.jobs import read_timeline

    _queued(file)
    if not scanning.begin(file.document):
        enqueue(read_timeline, file_id=str(file.pk))


def read_scanned(document: Document) -> None:
    """Have a timeline read now that the virus scanner has done with it; one with a virus is then found unreadable."""
    from threadline.chronology.jobs import read_timeline

    file = AgencyFile.objects.filter(document=document).first()
    if file is not None:
        enqueue(read_timeline, file_id=str(file.pk))


def read_soon(file: AgencyFile) -> None:
    """Have the file read again with what was just said of it: at once where it is small, else by the next free worker.

    "At once" is after this act's transaction, so that nobody waits for the database meanwhile.
    """
    if file.summary.get("entries", 0) + file.summary.get("left_out", 0) > AT_ONCE:
        put_in_line(file)
        return
    _queued(file)
    transaction.on_commit(lambda: read_now(str(file.pk)) and None)


def _queued(file: AgencyFile) -> None:
    Progress.objects.update_or_create(file=file, defaults={"stage": Progress.Stage.QUEUED, "done": 0, "total": 0})


@action(Permission.TIMELINE_CHECK, records="chronology.reading_asked_again", on="file")
def read_again(*, by: User, file: AgencyFile) -> AgencyFile:
    """Have a file that could not be read tried again. Raises Refused for any other file."""
    if file.state != AgencyFile.State.FAILED:
        raise Refused("Only a file that could not be read can be tried again.")
    file.state, file.fault, file.remedy = AgencyFile.State.WAITING, "", ""
    file.version += 1
    file.save()
    put_in_line(file)
    return file


@dataclass
class _Hold:
    """A reader's hold on a file, under a number that a later reader's overtakes."""

    file: AgencyFile
    attempt: int

    def tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Say how far it has come; also the sign that the reader lives."""
        Progress.objects.filter(file=self.file, attempt=self.attempt).update(
            stage=stage, done=done, total=total, beat=timezone.now()
        )


def read_now(file_id: str) -> bool:
    """Read a file that waits for it; True when it was read, or found unreadable, by this call.

    Whoever calls it first has it; a second caller leaves it alone unless the first has given no sign for three
    minutes. What goes wrong is written on the file for people to see.
    """
    with across_reviews(reason="A job knows a file by its id alone; its review is put in scope next."):
        file = _found(file_id)
    if file is None or file.document.waits:
        return False
    with review_scope(file.review):
        attempt = _take_hold(file)
        if attempt is None:
            return False
        _read(_Hold(file, attempt))
    return True


def _found(file_id: str) -> AgencyFile | None:
    related = ("review__board", "document__review", "agency", "proposed")
    return AgencyFile.objects.select_related(*related).filter(pk=file_id).first()


def _take_hold(file: AgencyFile) -> int | None:
    with transaction.atomic():
        progress = Progress.objects.select_for_update().get(file=file)
        held = progress.stage != Progress.Stage.QUEUED and progress.beat > timezone.now() - LEASE
        if not progress.under_way or held:
            return None
        progress.attempt += 1
        progress.stage = Progress.Stage.CHECKING
        progress.save()
        return progress.attempt


def _read(hold: _Hold) -> None:
    try:
        understood = understand(hold.file, tell=hold.tell)
        rows = prepare(list(rows_of(understood.reading, hold.file)))
        hold.tell(Progress.Stage.SAVING, 0, understood.rows)
        _save(hold, understood, rows)
    except Unreadable as unreadable:
        _fail(hold, unreadable)
    except Damaged as damaged:
        _fail(hold, Unreadable(hold.file.name, str(damaged), damaged.remedy, "damaged"))
    except Exception:
        log.exception("A timeline could not be read")
        _fail(hold, OURS)


def _save(hold: _Hold, understood: Understood, rows: Prepared) -> None:
    with service_act("chronology.file_read", hold.file):
        file, progress = _still_ours(hold)
        if file is None or progress is None:
            return
        if _moved_on(file, hold.file, understood):
            changes().detail["overtaken"] = True
            put_in_line(file)
            return
        save_reading(file, understood, rows, interrupted=progress.interruptions > 0)
        progress.stage, progress.done, progress.interruptions = Progress.Stage.DONE, understood.rows, 0
        progress.save()


def _moved_on(now: AgencyFile, then: AgencyFile, understood: Understood) -> bool:
    """Whether something was said of the file, or done with it, that its rows must follow."""
    was_in, is_in = (each.state == AgencyFile.State.ACCEPTED for each in (then, now))
    return now.corrections != understood.of_corrections or now.agency_id != then.agency_id or was_in != is_in


def _still_ours(hold: _Hold) -> tuple[AgencyFile | None, Progress | None]:
    progress = Progress.objects.select_for_update().get(file=hold.file)
    if progress.attempt != hold.attempt:
        changes().detail["overtaken"] = True
        return None, None
    file = (
        AgencyFile.objects.select_for_update(of=("self",))
        .select_related("document", "agency", "proposed")
        .get(pk=hold.file.pk)
    )
    return file, progress


def _fail(hold: _Hold, unreadable: Unreadable) -> None:
    with service_act("chronology.file_failed", hold.file) as gathered:
        file, progress = _still_ours(hold)
        if file is None or progress is None:
            return
        gathered.detail["code"] = unreadable.code
        mark_unreadable(file, unreadable)
        progress.stage = Progress.Stage.DONE
        progress.save()


def resume_interrupted() -> int:
    """Put back in line what was being read, or was waiting, when the service stopped; how many had been cut off.

    Called when the service starts, before anything reads. A file whose reading stopped the service three times is not
    tried again by itself.
    """
    with across_reviews(reason="At the start of the service every unfinished reading is taken up, whosesoever it is."):
        unfinished = list(
            Progress.objects.exclude(stage=Progress.Stage.DONE)
            .select_related("file__review__board", "file__document", "file__agency", "file__proposed")
            .order_by("beat")
        )
    cut_off = [progress for progress in unfinished if progress.stage != Progress.Stage.QUEUED]
    for progress in unfinished:
        _take_up(progress)
    return len(cut_off)


def _take_up(progress: Progress) -> None:
    file = progress.file
    if progress.stage == Progress.Stage.QUEUED:
        with transaction.atomic():
            put_in_line(file)
        return
    progress.interruptions += 1
    progress.attempt += 1
    progress.save()
    if progress.interruptions >= MOST_INTERRUPTIONS:
        _fail(_Hold(file, progress.attempt), OURS)
        return
    with service_act("chronology.reading_restarted", file):
        put_in_line(file)
