"""What our Word documents are made of: paragraphs, tables, and a package that says nothing of its maker."""

from collections.abc import Iterable, Sequence

from threadline.domain.chronology.writers.package import HEADER, core_properties, pack, xml_text
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
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="400" w:footer="400" '
    'w:gutter="0"/></w:sectPr>'
)

Cells = Sequence[str]


def document(title: str, body: Iterable[str]) -> bytes:
    """A landscape A4 document of these paragraphs and tables, with numbered pages and no metadata but its title."""
    text = (
        f'{HEADER}<w:document xmlns:w="{_WORDS}" '
        f'xmlns:r="{_RELATIONS}"><w:body>{"".join(body)}{_SECTION}</w:body></w:document>'
    )
    return pack(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE_RELATIONS,
            "docProps/core.xml": core_properties(title),
            "word/document.xml": text,
            "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
            "word/styles.xml": STYLES,
            "word/settings.xml": SETTINGS,
            "word/footer1.xml": FOOTER,
        }
    )


def table(headings: Cells, widths: Sequence[int], rows: Iterable[Cells]) -> str:
    """A table with a ruled heading row that repeats on each page; widths in twentieths of a point."""
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
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{body}</w:tbl>" + paragraph("")
    )


def _cell(text: str, width: int, style: str = "Cell") -> str:
    paragraphs = "".join([paragraph(line, style) for line in text.split("\n")])
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def paragraph(text: str, style: str = "Normal") -> str:
    """One paragraph in a style of the document."""
    run = f'<w:r><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'
