"""What reading a Word document involved, in sentences for the person who sent or received it."""

from __future__ import annotations

from threadline.domain.chronology.readers.word.text import Words
from threadline.domain.chronology.readers.wording import counted, was

_COMMENTS_SHOWN = 50
_COUNTED = (
    ("insertion", "tracked insertion", "", "read as accepted"),
    ("deletion", "tracked deletion", "", "left out, as if accepted"),
    ("deleted row", "row whose deletion is tracked", "rows whose deletion is tracked", "left out"),
    ("hidden row", "hidden row", "", "included"),
    ("hidden text", "piece of hidden text", "pieces of hidden text", "left out"),
    ("text box", "text box", "text boxes", "read where it stands"),
    ("object", "embedded object", "", "not opened"),
    ("automatic link", "automatic link to another program", "automatic links to another program", "not followed"),
)


def sentences(words: Words, comments: dict[str, str]) -> tuple[str, ...]:
    """One sentence for each kind of thing counted, then the margin comments, which stand apart from the words."""
    out = [
        f"{counted(words.counts[key], one, many)} {was(words.counts[key])} {done}."
        for key, one, many, done in _COUNTED
        if words.counts[key]
    ]
    said = [comments[key] for key in dict.fromkeys(words.comments) if comments.get(key)]
    out.extend(f"A margin comment was kept apart from the text: “{text}”" for text in said[:_COMMENTS_SHOWN])
    if len(said) > _COMMENTS_SHOWN:
        out.append(f"{counted(len(said) - _COMMENTS_SHOWN, 'more margin comment')} {was(2)} not read.")
    return tuple(out)
