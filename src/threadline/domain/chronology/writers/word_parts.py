"""The fixed parts of the Word documents we write: styles, settings, page numbers, and how the parts belong together."""

from threadline.domain.chronology.writers.package import HEADER

_WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES = (
    f'{HEADER}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_KIND}.settings+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_KIND}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
PACKAGE_RELATIONS = (
    f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    f'Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_RELATIONS = (
    f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/footer" Target="footer1.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/settings" Target="settings.xml"/></Relationships>'
)
SETTINGS = f'{HEADER}<w:settings {_WORDS}><w:zoom w:percent="100"/><w:themeFontLang w:val="en-GB"/></w:settings>'
FOOTER = (
    f'{HEADER}<w:ftr {_WORDS}><w:p><w:pPr><w:pStyle w:val="Small"/><w:jc w:val="right"/></w:pPr><w:r><w:t '
    f'xml:space="preserve">Page </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> of </w:t></w:r>'
    '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)


def _style(
    name: str, size: int, *, bold: bool = False, after: int = 60, based: str = "Normal", outline: int | None = None
) -> str:
    level = f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else ""
    keep = "<w:keepNext/>" if outline is not None else ""
    label = {"Heading1": "heading 1", "Title": "Title"}.get(name, name)
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/><w:basedOn '
        f'w:val="{based}"/><w:qFormat/>'
        f'<w:pPr>{keep}<w:spacing w:after="{after}"/>{level}</w:pPr><w:rPr>{"<w:b/>" if bold else ""}<w:sz '
        f'w:val="{size}"/></w:rPr></w:style>'
    )


_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
STYLES = (
    f'{HEADER}<w:styles {_WORDS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" '
    f'w:cs="Arial"/>'
    '<w:sz w:val="20"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing '
    'w:after="80"/></w:pPr></w:style>'
    + _style("Title", 32, bold=True, after=160, outline=0)
    + _style("Heading1", 26, bold=True, after=120, outline=0)
    + _style("Heading", 18, bold=True, after=20)
    + _style("Cell", 18, after=20)
    + _style("Small", 16)
    + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn '
    'w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'{_EDGES}</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" '
    f'w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" '
    'w:fill="E7EBEF"/></w:tcPr></w:tblStylePr></w:style></w:styles>'
)
