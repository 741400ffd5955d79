"""The merged chronology as a Word document: landscape, headings repeated on each page, facts and comment in columns of
their own.
"""

from collections.abc import Iterable, Sequence

from threadline.domain.chronology.entries import Entry, Meaning
from threadline.domain.chronology.merge import ORDER, Chronology, Placed
from threadline.domain.chronology.writers.package import HEADER, core_properties, pack, xml_text
from threadline.domain.chronology.writers.view import (
    FACTS,
    OPINIONS,
    View,
    place_in_words,
    statement,
    time_in_words,
    used,
    when_in_words,
)
from threadline.domain.chronology.writers.word_parts import (
    CONTENT_TYPES,
    DOCUMENT_RELATIONS,
    FOOTER,
    PACKAGE_RELATIONS,
    SETTINGS,
    STYLES,
)

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TABLE_WIDTH = 15_400
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="400" w:footer="400" '
    'w:gutter="0"/></w:sectPr>'
)

Cells = Sequence[str]


def write_docx(chronology: Chronology, view: View) -> bytes:
    """Return a Word document: title, what is shown, the entries as one table, then what needs attention, rows left out
    and files.
    """
    body = [
        _paragraph(view.title, "Title"),
        *(_paragraph(said) for said in statement(chronology, view)),
        _paragraph(ORDER, "Small"),
        _entries(chronology),
        *_listed(
            "What needs attention",
            _attention(chronology),
            ("No.", "Agency", "What to look at", "Where"),
            (700, 2600, 8100, 4000),
        ),
        *_listed("Rows left out", _left_out(chronology), ("Where", "Why", "What the row says"), (4000, 3800, 7600)),
        *_listed("Files", _files(chronology), ("File", "Agency", "Entries", "Rows left out"), (6200, 5200, 1800, 2200)),
    ]
    document = (
        f'{HEADER}<w:document xmlns:w="{_WORDS}" '
        f'xmlns:r="{_RELATIONS}"><w:body>{"".join(body)}{_SECTION}</w:body></w:document>'
    )
    return pack(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE_RELATIONS,
            "docProps/core.xml": core_properties(view.title),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
            "word/styles.xml": STYLES,
            "word/settings.xml": SETTINGS,
            "word/footer1.xml": FOOTER,
        }
    )


def _entries(chronology: Chronology) -> str:
    opinions = bool(used(chronology, OPINIONS))
    headings = [
        "No.",
        "Date and time",
        "Agency",
        "What happened",
        "Other details",
        *(["Comment"] if opinions else []),
        "Where it is from",
    ]
    widths = [700, 2000, 1900, 5200, 2600, 1600, 1400] if opinions else [700, 2000, 1900, 6200, 3000, 1600]
    rows = (
        [*_row(placed), *([_labelled(placed.entry, OPINIONS)] if opinions else []), place_in_words(placed.entry)]
        for placed in chronology.entries
    )
    return _table(headings, widths, rows)


def _row(placed: Placed) -> list[str]:
    entry = placed.entry
    moment = [when_in_words(entry), time_in_words(entry)]
    if placed.in_period is False:
        moment.append("Outside the period")
    if entry.assumed:
        moment.append(entry.assumed)
    return [
        str(placed.number),
        "\n".join(part for part in moment if part),
        entry.agency,
        entry.description,
        _labelled(entry, FACTS),
    ]


def _labelled(entry: Entry, columns: Iterable[tuple[Meaning, str]]) -> str:
    held = dict(entry.fields)
    return "\n".join(f"{heading}: {held[meaning]}" for meaning, heading in columns if meaning in held)


def _attention(chronology: Chronology) -> list[Cells]:
    files: list[Cells] = [
        ["", source.agency, f"{matter.sentence} {matter.remedy}", source.file]
        for source in chronology.sources
        for matter in source.attention
    ]
    return files + [
        [str(placed.number), placed.entry.agency, f"{matter.sentence} {matter.remedy}", place_in_words(placed.entry)]
        for placed, matter in chronology.attention
    ]


def _left_out(chronology: Chronology) -> list[Cells]:
    return [
        [str(row.place), row.sentence, " | ".join(text for _, text in row.cells if text)] for row in chronology.left_out
    ]


def _files(chronology: Chronology) -> list[Cells]:
    return [[source.file, source.agency, str(source.entries), str(source.left_out)] for source in chronology.sources]


def _listed(title: str, rows: Sequence[Cells], headings: Cells, widths: Sequence[int]) -> list[str]:
    """A heading with a table below it; nothing when there are no rows."""
    return [_paragraph(title, "Heading1"), _table(headings, widths, rows)] if rows else []


def _table(headings: Cells, widths: Sequence[int], rows: Iterable[Cells]) -> str:
    total = sum(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(_cell(text, width, "Heading") for text, width in zip(headings, widths, strict=True))
    body = "".join(
        [
            "<w:tr>" + "".join([_cell(text, width) for text, width in zip(row, widths, strict=True)]) + "</w:tr>"
            for row in rows
        ]
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{body}</w:tbl>" + _paragraph("")
    )


def _cell(text: str, width: int, style: str = "Cell") -> str:
    paragraphs = "".join([_paragraph(line, style) for line in text.split("\n")])
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def _paragraph(text: str, style: str = "Normal") -> str:
    run = f'<w:r><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'
