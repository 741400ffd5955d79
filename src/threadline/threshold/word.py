"""A letter as a Word document that says nothing of who wrote it, where or when, beyond what stands in it."""

from collections.abc import Collection

from threadline.domain.chronology.writers.package import HEADER, core_properties, pack, xml_text
from threadline.domain.chronology.writers.word_parts import (
    CONTENT_TYPES,
    DOCUMENT_RELATIONS,
    FOOTER,
    PACKAGE_RELATIONS,
    SETTINGS,
    STYLES,
)

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A4 = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
    'w:gutter="0"/></w:sectPr>'
)


def as_word(subject: str, text: str, headings: Collection[str] = ()) -> bytes:
    """The letter as bytes: its subject as the title, a paragraph for each block of the text, its line ends kept.

    A block that is one of `headings` is a heading.
    """
    blocks = [block for block in text.replace("\r\n", "\n").split("\n\n") if block.strip()]
    body = _paragraph(subject, "Title") + "".join(
        _paragraph(block.strip(), "Heading1" if block.strip() in headings else "Normal") for block in blocks
    )
    document = f'{HEADER}<w:document xmlns:w="{_WORDS}" xmlns:r="{_OFFICE}"><w:body>{body}{_A4}</w:body></w:document>'
    return pack(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE_RELATIONS,
            "docProps/core.xml": core_properties(subject),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
            "word/styles.xml": STYLES,
            "word/settings.xml": SETTINGS,
            "word/footer1.xml": FOOTER,
        }
    )


def _paragraph(text: str, style: str) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{xml_text(line)}</w:t>' for line in text.split("\n"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{lines}</w:r></w:p>'
