"""The timetable as a table: the same facts as the picture, row by row, for those who do not use the picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from threadline.domain.dates.working_days import count, in_words
from threadline.domain.timetable.plan import Plan, Planned, clash_words


@dataclass(frozen=True, slots=True)
class TimetableRow:
    """One milestone: its lane's title, days, allowance left (working days), drift (calendar days) and a sentence."""

    id: str
    lane: str
    title: str
    first: date | None
    on: date | None
    done: bool
    fixed: bool
    slack: int | None
    drift: int | None
    sentence: str


def table_rows(plan: Plan, *, today: date, first: Plan | None, lanes: Mapping[str, str]) -> tuple[TimetableRow, ...]:
    """A row for every milestone: by lane in the order of `lanes` (id to title; others after), then by day.

    `first` is the plan first agreed, for the drift; milestones without a day come last in their lane.
    """
    order = {lane: place for place, lane in enumerate(lanes)}
    entries = sorted(
        plan.entries,
        key=lambda entry: (order.get(entry.rule.lane, len(order)), entry.rule.lane, entry.on or date.max, entry.title),
    )
    return tuple(_row(plan, entry, first, today, lanes) for entry in entries)


def _row(plan: Plan, entry: Planned, first: Plan | None, today: date, lanes: Mapping[str, str]) -> TimetableRow:
    agreed = first.on(entry.id) if first and entry.id in first.by_id else None
    gap = (entry.on - agreed).days if entry.on and agreed else None
    return TimetableRow(
        id=entry.id,
        lane=lanes.get(entry.rule.lane, entry.rule.lane),
        title=entry.title,
        first=agreed,
        on=entry.on,
        done=entry.done is not None,
        fixed=entry.fixed,
        slack=plan.slack(entry.id),
        drift=gap,
        sentence=_sentence(plan, entry, gap, today),
    )


def _sentence(plan: Plan, entry: Planned, gap: int | None, today: date) -> str:
    if entry.on is None:
        waited = plan.waiting(entry.id)
        return "No date yet." if waited == (entry.title,) else f"No date yet: it waits for {_and(waited)}."
    said = [f"{'Done on' if entry.done else 'Fixed for' if entry.fixed else 'Planned for'} {in_words(entry.on)}"]
    if gap:
        said.append(f"{count(abs(gap), 'day')} {'later' if gap > 0 else 'earlier'} than first agreed")
    if not entry.done and entry.on < today:
        said.append(f"{count((today - entry.on).days, 'day')} overdue")
    slack = plan.slack(entry.id)
    if slack:
        said.append(f"{count(slack, 'working day')} of slippage allowed for")
    clash = f" {clash_words(entry)}" if entry.clashes else ""
    return f"{', '.join(said)}.{clash}"


def _and(titles: tuple[str, ...]) -> str:
    return titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"
