"""Checks on text that stands twice or runs on (22), on accounts that differ (25), on columns left out (29)."""

import hashlib
from collections.abc import Iterator, Sequence

from threadline.domain.chronology.checks.cells import mark_of
from threadline.domain.chronology.checks.values import Finding, Line, Rules, Setting


def copied(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """22: the same long text in two rows, or a row of very many words."""
    above: dict[str, Line] = {}
    for line in lines:
        words = line.text.split()
        if len(words) > rules.limits["longest-row-words"]:
            said = f"This row has {len(words)} words. Could it be summed up, with the document named as its source?"
            yield Finding("copied", (line.id,), said, f"long|{mark_of(line)}")
        if len(words) < rules.limits["copied-words"]:
            continue
        text = " ".join(words).casefold()
        if text in above:
            said = "This text stands in an earlier row as well. Did both happen, or was it copied?"
            digest = hashlib.sha256(text.encode()).hexdigest()[:16]
            yield Finding("copied", (above[text].id, line.id), said, f"twice|{digest}|{line.when.text}")
        above.setdefault(text, line)


def accounts_differ(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """25: accounts of one event that do not agree, where this agency gave one of them."""
    own = {line.id: line for line in lines}
    for each in setting.differing:
        rows = tuple(row for row in each.rows if row in own)
        if rows:
            yield Finding("accounts-differ", rows, each.sentence, f"{mark_of(own[rows[0]])}|{each.sentence}")


def columns_left_out(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """29: a column that the Board's form asks for and a file does not have."""
    for file, known in sorted(setting.columns.items()):
        missing = [each.value.replace("_", " ") for each in rules.columns if each not in known]
        if missing:
            rows = tuple(line.id for line in lines if line.file == file)[:1]
            said = f"The form asks for columns that this file does not have: {', '.join(missing)}."
            yield Finding("columns-left-out", rows, said, "|".join(missing))
