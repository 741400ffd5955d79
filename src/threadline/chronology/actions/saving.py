"""Writing a reading down: the file's rows as a whole, what was understood of it, and where it now stands."""

from dataclasses import asdict
from typing import Any

from threadline.access.gate import changes
from threadline.chronology.actions.ordering import apply_orders
from threadline.chronology.actions.prepared import Prepared
from threadline.chronology.interpreting import Understood
from threadline.chronology.models import AgencyFile
from threadline.chronology.records import showable, table_text
from threadline.domain.chronology.entries import Level, Reading
from threadline.domain.chronology.readers import Refused as Unreadable


def save_reading(file: AgencyFile, understood: Understood, rows: Prepared, *, interrupted: bool = False) -> None:
    """Replace the file's rows by those of the reading. Within an act only; the caller's transaction makes it whole."""
    reading = understood.reading
    rows.write(file)
    apply_orders(file.review)
    file.proposed = understood.proposed
    file.agency_why = understood.agency_why
    file.summary = showable({**summary_of(reading, understood), "interrupted": interrupted})
    file.fault = file.remedy = ""
    if file.state in (AgencyFile.State.WAITING, AgencyFile.State.FAILED):
        file.state = AgencyFile.State.TO_CHECK
    settle_standing(file)
    file.version += 1
    file.save()
    changes().detail |= {"entries": len(reading.entries), "left_out": len(reading.left_out)}


def settle_standing(file: AgencyFile) -> None:
    """Ask what the file is to an earlier one where its agency has one; a person's answer stays."""
    agency = file.taken_as
    if file.standing in (AgencyFile.Standing.CORRECTED, AgencyFile.Standing.FURTHER):
        return
    others = AgencyFile.objects.filter(review=file.review_id, state=AgencyFile.State.ACCEPTED).exclude(pk=file.pk)
    beside = agency is not None and others.filter(agency=agency).exists()
    file.standing = AgencyFile.Standing.ASK if beside else AgencyFile.Standing.FIRST


def mark_unreadable(file: AgencyFile, unreadable: Unreadable) -> None:
    """Say on the file why it could not be read. A file that had been read keeps the rows it had."""
    file.fault, file.remedy = f"{unreadable.reason}.".replace("..", "."), unreadable.remedy
    if file.state == AgencyFile.State.WAITING:
        file.state = AgencyFile.State.FAILED
    file.version += 1
    file.save()


def summary_of(reading: Reading, understood: Understood) -> dict[str, Any]:
    """What the pages say about the file as a whole, as plain values."""
    days = [day for entry in reading.entries for day in (entry.when.earliest, entry.when.latest) if day]
    return {
        "kind": reading.kind,
        "entries": len(reading.entries),
        "left_out": len(reading.left_out),
        "asking": sum(entry.asks for entry in reading.entries),
        "noted": sum(bool(entry.attention) and not entry.asks for entry in reading.entries),
        "undated": sum(not entry.when.is_dated for entry in reading.entries),
        "first": min(days).isoformat() if days else "",
        "last": max(days).isoformat() if days else "",
        "named": reading.agency,
        "notes": list(reading.notes),
        "remembered_from": understood.remembered_from,
        "asks": [_matter(each) for each in reading.attention if each.level is Level.ASK and each.code != "agency"],
        "notices": [_matter(each) for each in reading.attention if each.level is Level.NOTE],
        "tables": [{**asdict(table), "table": table_text(table.table)} for table in reading.tables],
    }


def _matter(matter: Any) -> dict[str, Any]:
    return {"code": matter.code, "sentence": matter.sentence, "remedy": matter.remedy}
