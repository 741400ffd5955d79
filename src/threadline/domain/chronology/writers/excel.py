"""The merged chronology as an Excel workbook: the entries, what needs attention, the rows left out and the files."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from threadline.domain.chronology.merge import ORDER, Chronology
from threadline.domain.chronology.writers.columns_shown import Shown, Value, headings, row
from threadline.domain.chronology.writers.package import HEADER, core_properties, pack, xml_attribute, xml_text
from threadline.domain.chronology.writers.view import View, harmless, place_in_words, statement

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ZERO = date(1899, 12, 30).toordinal()
_FIRST_SERIAL = date(1900, 3, 1)
_LONGEST_CELL = 32_767
_TEXT, _HEAD, _DAY, _TITLE = 1, 2, 3, 4

_STYLES = (
    f'{HEADER}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="3"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font>'
    '<font><b/><sz val="14"/><name val="Arial"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EBEF"/></patternFill></fill></fills>'
    '<borders count="2"><border/><border><bottom style="thin"><color rgb="FFB1B4B6"/></bottom></border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/>'
    '<xf borderId="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment '
    'vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="164" borderId="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" '
    'horizontal="left"/></xf>'
    '<xf fontId="2" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write_xlsx(chronology: Chronology, view: View) -> bytes:
    """Return an Excel workbook. Days are real dates; texts that could pass for formulas are disarmed with an
    apostrophe.
    """
    shown = headings(chronology)
    entries = [row(placed, shown) for placed in chronology.entries]
    sheets = {
        "Chronology": _entries_sheet(shown, entries, [view.title, *statement(chronology, view)]),
        "Needs attention": _list_sheet(*_attention(chronology)),
        "Left out": _list_sheet(*_left_out(chronology)),
        "Files": _list_sheet(*_files(chronology)),
        **({"Abbreviations": _list_sheet(*_abbreviations(view))} if view.abbreviations else {}),
        **({"Earlier history": _list_sheet(*_early_history(view))} if view.early_history else {}),
    }
    return pack(_parts(sheets, view.title))


def _parts(sheets: dict[str, str], title: str) -> dict[str, str]:
    numbers = range(1, len(sheets) + 1)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for n in numbers
    )
    listed = "".join(
        f'<sheet name="{xml_attribute(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbers, sheets, strict=True)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    return {
        "[Content_Types].xml": f'{HEADER}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/styles.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" '
        f'Target="xl/workbook.xml"/><Relationship Id="rId2" '
        f'Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": core_properties(title),
        "xl/workbook.xml": f'{HEADER}<workbook xmlns="{_MAIN}" '
        f'xmlns:r="{_RELATIONS}"><bookViews><workbookView/></bookViews><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        f'<Relationship Id="rId{len(sheets) + 1}" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{n}.xml": text for n, text in zip(numbers, sheets.values(), strict=True)},
    }


def _entries_sheet(shown: Sequence[Shown], rows: Sequence[Sequence[Value]], said: Sequence[str]) -> str:
    """The first sheet: title and statement, then the headings frozen and filterable, then the entries."""
    head = len(said) + 2
    top = "".join(f'<row r="{n}">{_cell(text, n, 0, _TITLE if n == 1 else 0)}</row>' for n, text in enumerate(said, 1))
    body = _rows([[column.text for column in shown], *rows], head)
    last = f"{_letters(len(shown) - 1)}{head + len(rows)}"
    return (
        f'{HEADER}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr '
        f'fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
        f'<pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" '
        f'state="frozen"/></sheetView></sheetViews>'
        f"<cols>{_widths([column.width for column in shown])}</cols><sheetData>{top}{body}</sheetData><autoFilter "
        f'ref="A{head}:{last}"/>'
        '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _list_sheet(headings_: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Value]]) -> str:
    body = _rows([headings_, *rows], 1)
    return (
        f'{HEADER}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        f'topLeftCell="A2" '
        f'activePane="bottomLeft" '
        f'state="frozen"/></sheetView></sheetViews><cols>{_widths(widths)}</cols><sheetData>{body}</sheetData></wo'
        f"rksheet>"
    )


def _rows(rows: Iterable[Sequence[Value]], first: int) -> str:
    written = []
    for at, values in enumerate(rows, first):
        style = _HEAD if at == first else _TEXT
        cells = "".join(
            [_cell(value, at, column, style) for column, value in enumerate(values) if value not in ("", None)]
        )
        written.append(f'<row r="{at}">{cells}</row>')
    return "".join(written)


def _cell(value: Value, at: int, column: int, style: int) -> str:
    reference = f"{_letters(column)}{at}"
    if isinstance(value, date) and value >= _FIRST_SERIAL:
        return f'<c r="{reference}" s="{_DAY}"><v>{value.toordinal() - _ZERO}</v></c>'
    if isinstance(value, int):
        return f'<c r="{reference}" s="{style}"><v>{value}</v></c>'
    text = xml_text(harmless(str(value))[:_LONGEST_CELL])
    return f'<c r="{reference}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


@lru_cache(maxsize=256)
def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _widths(widths: Sequence[int]) -> str:
    return "".join(f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(widths, 1))


def _attention(chronology: Chronology) -> tuple[list[str], list[int], list[list[Value]]]:
    rows: list[list[Value]] = [
        [placed.number, placed.entry.agency, matter.sentence, matter.remedy, place_in_words(placed.entry)]
        for placed, matter in chronology.attention
    ]
    of_files: list[list[Value]] = [
        [None, source.agency, matter.sentence, matter.remedy, source.file]
        for source in chronology.sources
        for matter in source.attention
    ]
    return ["No.", "Agency", "What to look at", "What to do", "Where"], [6, 24, 70, 50, 44], of_files + rows


def _left_out(chronology: Chronology) -> tuple[list[str], list[int], list[list[Value]]]:
    rows: list[list[Value]] = [
        [
            row.place.file,
            row.place.table,
            row.place.row,
            row.sentence,
            " | ".join(text for _, text in row.cells if text),
        ]
        for row in chronology.left_out
    ]
    return ["File", "Table", "Row", "Why", "What the row says"], [34, 14, 6, 50, 90], rows


def _files(chronology: Chronology) -> tuple[list[str], list[int], list[list[Value]]]:
    rows: list[list[Value]] = [
        [source.file, source.agency, source.entries, source.left_out, source.digest, " ".join(source.notes)]
        for source in chronology.sources
    ]
    rows.append([])
    rows.append(["The order of the entries", ORDER])
    return ["File", "Agency", "Entries", "Rows left out", "SHA-256", "Notes"], [40, 40, 10, 14, 66, 60], rows


def _abbreviations(view: View) -> tuple[list[str], list[int], list[list[Value]]]:
    return ["Abbreviation", "What it means"], [18, 70], [[short, means] for short, means in view.abbreviations]


def _early_history(view: View) -> tuple[list[str], list[int], list[list[Value]]]:
    rows: list[list[Value]] = [[each.known, each.who_knew, each.influence] for each in view.early_history]
    return ["What was known", "Who knew", "How it influenced assessment and decisions"], [60, 40, 60], rows
