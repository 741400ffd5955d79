"""Checks on what is not there: silences, silences nobody explains, a history that starts late (9, 10, 30)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from threadline.domain.chronology.checks.values import Finding, Line, Rules, Setting
from threadline.domain.chronology.checks.wordings import has
from threadline.domain.chronology.gaps import Gap, gaps
from threadline.domain.dates.working_days import in_words


def silence(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """9: a long silence of the agency: longer than it is expected to see the child, or than the Board's own limit."""
    for gap in _gaps(lines, setting, rules):
        said = f"There is nothing from {in_words(gap.after)} to {in_words(gap.before)}: {gap.days} days."
        if setting.every:
            said += f" Contact is expected every {setting.every} days."
        yield Finding("silence", gap.rows, said, f"{gap.after}|{gap.before}")


def silence_unexplained(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """10: silences beside which no row says that there was no contact, as one question for them all."""
    by_id = {line.id: line for line in lines}
    bare = [
        gap
        for gap in _gaps(lines, setting, rules)
        if not any(has(by_id[row].everything, rules.words["no-contact"]) for row in gap.rows)
    ]
    if bare:
        count = "One silence is" if len(bare) == 1 else f"{len(bare)} silences are"
        said = f"{count} not explained. Was there no contact, or is it recorded somewhere else?"
        rows = tuple(dict.fromkeys(row for gap in bare for row in gap.rows))
        yield Finding("silence-unexplained", rows, said, "|".join(str(gap.after) for gap in bare))


def starts_late(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """30: the first row comes long after the period under review begins."""
    dated = [line for line in lines if line.first is not None]
    if not dated:
        return
    begins = min(dated, key=lambda line: line.first or date.max)
    late = setting.first + timedelta(days=round(rules.limits["starts-late-months"] * 30.44))
    if begins.first is not None and begins.first > late:
        said = (
            f"The first row is of {in_words(begins.first)}. The period under review begins on "
            f"{in_words(setting.first)}. Did the agency know the family before?"
        )
        yield Finding("starts-late", (begins.id,), said, str(begins.first))


def _gaps(lines: Sequence[Line], setting: Setting, rules: Rules) -> tuple[Gap, ...]:
    longest = setting.every or rules.limits["silence-weeks"] * 7
    spans = ((line.id, line.when.earliest, line.when.latest) for line in lines)
    return gaps(spans, longer_than=longest, within=(setting.first, setting.last))
