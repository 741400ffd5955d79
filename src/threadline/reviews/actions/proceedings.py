"""Recording what runs beside the review, what was said about it, and what must wait for it (2.1.f, 2.2.f, 2.3.e)."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.domain.framework.registry import ACTS
from threadline.reviews.actions.overtaking import Overtaken
from threadline.reviews.models import Contact, Process, Review

Standing = Process.Standing


@dataclass(frozen=True, slots=True)
class ProcessSaid:
    """What is known of a process. `led_by` is who leads it and can be asked: name and office."""

    kind: str
    standing: str
    title: str
    led_by: str
    next_on: date | None = None
    next_what: str = ""
    opportunities: str = ""
    risks: str = ""


@action(Permission.PROCESS_WRITE, records="reviews.process_added")
def add_process(*, by: User, review: Review, said: ProcessSaid) -> Process:
    """Record a process that runs beside the review, or is expected to; "none known" of its kind no longer stands.

    Raises Refused without a title or somebody who leads it, and where it is on record already.
    """
    process = Process(review=review, identified_by=by)
    _write(process, said)
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    if Process.objects.filter(review=review, kind=said.kind, title__iexact=process.title).exists():
        raise Refused(f"“{process.title}” is on record already. Change it there.")
    Process.objects.filter(review=review, kind=said.kind, standing=Standing.NONE).delete()
    process.save()
    return process


@action(Permission.PROCESS_WRITE, records="reviews.process_none")
def none_known(*, by: User, review: Review, kind: str) -> Process:
    """Record that it was asked, and no process of that kind is known. Raises Refused while there is one."""
    if kind not in Process.Kind.values:
        raise Refused("Choose one of the kinds of proceedings.")
    if Process.objects.filter(review=review, kind=kind).exclude(standing=Standing.NONE).exists():
        raise Refused("There is one of that kind. If it is over, say so there.")
    try:
        with transaction.atomic():
            process = Process(review=review, kind=kind, standing=Standing.NONE, identified_by=by)
            process.save()
    except IntegrityError:
        raise Refused("That is on record already.") from None
    return process


@action(Permission.PROCESS_WRITE, records="reviews.process_changed", on="process")
def change_process(*, by: User, process: Process, version: int, said: ProcessSaid) -> Process:
    """Change what is known of a process. Where its opportunities or risks change, it is to be confirmed again.

    Raises Overtaken, Refused.
    """
    process = _current(process, version)
    if said.kind != process.kind:
        raise Refused("A process stays of its kind. Record the other one by itself.")
    if (process.opportunities, process.risks) != (said.opportunities.strip(), said.risks.strip()):
        process.confirmed_on, process.confirmed_by, process.confirmed_at_meeting = None, None, ""
    _write(process, said)
    process.save()
    return process


@action(Permission.PROCESS_WRITE, records="reviews.contact_recorded", on="process")
def record_contact(
    *, by: User, process: Process, on: date, office: str, with_whom: str, how: str, said: str
) -> Contact:  # fmt: skip
    """Record what was said with police, prosecution, coroner or another. It is never changed: record another.

    Raises Refused for a day to come, or where nobody or nothing is named, and for the same contact a second time.
    """
    if on > timezone.localdate():
        raise Refused("A contact happened today or earlier. Check the date.")
    if not with_whom.strip() or not said.strip():
        raise Refused("Say who was spoken with, and what was said.")
    Process.objects.select_for_update(of=("self",)).get(pk=process.pk)
    if Contact.objects.filter(process=process, on=on, with_whom=with_whom.strip(), said=said.strip()).exists():
        raise Refused("This contact is on record already, in the same words.")
    contact = Contact(
        process=process, on=on, office=office, with_whom=with_whom.strip(), how=how, said=said.strip(), recorded_by=by
    )
    contact.save()
    return contact


@action(Permission.PROCESS_WRITE, records="reviews.process_settled", on="process")
def settle_process(
    *, by: User, process: Process, version: int, waits: Sequence[str], may_go_on: str, settled_with: str, on: date
) -> Process:  # fmt: skip
    """Record what must wait for a process and what may go on, as settled with whoever leads it (2.2.f).

    It stops nothing by itself: place a hold for what must wait. Raises Overtaken, Refused.
    """
    process = _current(process, version)
    if strange := set(waits) - set(ACTS):
        raise Refused(f"“{sorted(strange)[0]}” is not a part of the review that can wait.")
    if not settled_with.strip() or not may_go_on.strip():
        raise Refused("Say with whom it was settled, and what may go on.")
    if on > timezone.localdate():
        raise Refused("It was settled today or earlier. Check the date.")
    process.waits, process.may_go_on = sorted(set(waits)), may_go_on.strip()
    process.settled_with, process.settled_on = settled_with.strip(), on
    process.save()
    return process


@action(Permission.PROCESS_CONFIRM, records="reviews.processes_confirmed")
def confirm_processes(*, by: User, review: Review, on: date, meeting: str, seen: Sequence[str]) -> list[Process]:
    """Confirm, as a meeting did, what runs beside the review with the opportunities and risks of each (2.3.e).

    `seen` are the processes and answers as they were read: "id:version" of each. Raises Overtaken where one has
    changed; Refused while a kind is not answered, or a process has no opportunities and risks.
    """
    return confirm(review, seen=seen, confirmed_by=by, on=on, meeting=meeting)


def confirm(review: Review, *, seen: Sequence[str], confirmed_by: User, on: date, meeting: str) -> list[Process]:
    """Confirm them, within an act that has asked the policy. Raises Overtaken, and Refused as `confirm_processes`."""
    if on > timezone.localdate():
        raise Refused("It was confirmed today or earlier. Check the date.")
    found = list(Process.objects.select_for_update(of=("self",)).filter(review=review))
    if set(seen_of(found)) != set(seen):
        raise Overtaken("What runs beside the review was changed while this page was open. Look at it again.")
    if why := why_not_confirm(found):
        raise Refused(why)
    for each in found:
        each.confirmed_on, each.confirmed_by, each.confirmed_at_meeting = on, confirmed_by, meeting.strip()
        each.save()
    return found


def why_not_confirm(found: Sequence[Process]) -> str:
    """Why what runs beside the review cannot be confirmed yet, as a sentence; "" where it can."""
    if lacking := unanswered(found):
        return f"Say first whether there is any: {', '.join(lacking)}."
    for each in found:
        if each.standing in (Standing.EXPECTED, Standing.RUNNING) and not (each.opportunities and each.risks):
            return f"Write the opportunities and the risks of “{each}” first."
    return ""


def seen_of(found: Iterable[Process]) -> list[str]:
    """The processes as they stand, as `confirm_processes` takes them."""
    return [f"{each.pk}:{each.version}" for each in found]


def unanswered(processes: Sequence[Process]) -> list[str]:
    """The kinds of which nobody has said yet whether there is one."""
    answered = {each.kind for each in processes}
    return [kind.label.lower() for kind in Process.Kind if kind not in answered]


def _write(process: Process, said: ProcessSaid) -> None:
    if said.kind not in Process.Kind.values or said.standing not in (
        Standing.EXPECTED, Standing.RUNNING, Standing.ENDED,
    ):  # fmt: skip
        raise Refused("Choose the kind of proceedings and where they stand.")
    if not said.title.strip() or not said.led_by.strip():
        raise Refused("Say what it is, and who leads it: name and office.")
    for name, value in asdict(said).items():
        setattr(process, name, value.strip() if isinstance(value, str) else value)


def _current(process: Process, version: int) -> Process:
    found = Process.objects.select_for_update(of=("self",)).select_related("review__board").get(pk=process.pk)
    if found.version != version:
        raise Overtaken("Somebody changed this while the page was open. Look at it again, then save.")
    found.version += 1
    return found
