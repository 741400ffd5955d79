"""What stands in the way of accepting a file, in sentences."""

from collections.abc import Mapping
from typing import Any

from threadline.chronology.models import AgencyFile, Progress
from threadline.domain.chronology.columns import DAYS
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.verdicts import CLEAR

TELLING = (*DAYS, Meaning.EVENT)


def blockers(file: AgencyFile) -> list[str]:
    """Why a file cannot be accepted yet, each with what to do; empty when nothing stands in the way.

    A row that needs a person is no reason: it is kept with its text and marked in the chronology, so a doubtful date
    never holds back what an agency did tell. What would put the whole file wrong is: whose it is, which column says
    when and which says what, and whether it stands in for an earlier file.
    """
    if file.state == AgencyFile.State.WAITING or _being_read(file):
        return ["The file is still being read."]
    if file.state != AgencyFile.State.TO_CHECK:
        return [f"The file is not being checked: {file.get_state_display().lower()}."]
    found = []
    if file.taken_as is None:
        found.append("We cannot tell which agency this file is from. Choose the agency.")
    if not file.summary.get("entries"):
        found.append(
            "No entries were read from this file. Choose its columns and heading row, or ask for another file."
        )
    found.extend(
        f"{each['sentence']} {each['remedy']}"
        for each in file.summary.get("asks", ())
        if each["code"] != "no_chronology"
    )
    if file.standing == AgencyFile.Standing.ASK:
        found.append(
            "This agency has a file in the chronology already. Say whether this one takes its place or adds to it."
        )
    return found


def _being_read(file: AgencyFile) -> bool:
    return Progress.objects.filter(file=file).exclude(stage=Progress.Stage.DONE).exists()


def in_doubt(column: Mapping[str, Any]) -> bool:
    """Whether a column that matters was recognised so weakly that a person must confirm it."""
    return column["meaning"] in TELLING and column["confidence"] < CLEAR
