"""Files made by hand for one quirk at a time."""

import io
import struct
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_SPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("svg", "svg-compatible"),
    )
)  # fmt: skip


def bundle(parts, compression=zipfile.ZIP_DEFLATED):
    """A zip of {name: str | bytes}."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relationships(*links):
    """A .rels part from (id, kind, target[, external]) tuples."""
    items = "".join(
        f'<Relationship Id="{link[0]}" Type="{R}/{link[1]}" Target="{link[2]}"'
        + (' TargetMode="External"/>' if len(link) > 3 and link[3] else "/>")
        for link in links
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


def content_types(part, kind):
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    )


def docx(body, parts=None, links=(), space=W, kind=_WORD_TYPE):
    """A Word document with this inside w:body; `links` point from the document to `parts`."""
    document = (
        f'<w:document xmlns:w="{space}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return bundle(
        {
            "[Content_Types].xml": content_types("word/document.xml", kind),
            "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relationships(*links),
            "word/document.xml": document,
            **(parts or {}),
        }
    )


def word_part(root, inner):
    """A part such as footnotes or numbering."""
    return f'<w:{root} xmlns:w="{W}">{inner}</w:{root}>'


def p(text="", properties="", extra=""):
    """A paragraph."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}{extra}</w:p>"


def tc(content="", properties=""):
    """A cell; plain words become one paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def tr(*cells, properties=""):
    """A row; plain words become cells."""
    made = "".join(cell if cell.startswith(("<w:tc", "<w:sdt")) else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"


def tbl(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def xlsx(sheets, parts=None, links=(), workbook="", kind=_SHEET_TYPE, space=S):
    """A workbook from [(name, content of worksheet, state)]; `links` point from the workbook to `parts`."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" state="{state or "visible"}" r:id="s{at}"/>'
        for at, (name, _, state) in enumerate(sheets, 1)
    )
    listed = f"<sheets>{listed}</sheets>"
    files = {f"xl/worksheets/sheet{at}.xml": _worksheet(inner, space) for at, (_, inner, _) in enumerate(sheets, 1)}
    to_sheets = [(f"s{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)]
    return bundle(
        {
            "[Content_Types].xml": content_types("xl/workbook.xml", kind),
            "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{R}">{workbook}{listed}</workbook>',
            "xl/_rels/workbook.xml.rels": relationships(*to_sheets, *links),
            **files,
            **(parts or {}),
        }
    )


def _worksheet(inner, space):
    return f'<worksheet xmlns="{space}" xmlns:r="{R}">{inner}</worksheet>'


def rows(*given):
    """sheetData from rows already written as XML."""
    return f"<sheetData>{''.join(given)}</sheetData>"


def styles(*codes):
    """A styles part with one cell style to a format code, counted from 0."""
    formats = "".join(f'<numFmt numFmtId="{200 + at}" formatCode="{code}"/>' for at, code in enumerate(codes))
    cells = "".join(f'<xf numFmtId="{200 + at}"/>' for at in range(len(codes)))
    return f'<styleSheet xmlns="{S}"><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>'


def odf(kind, body, automatic="", extra=None, styles_part=None):
    """An OpenDocument file: kind "text" or "spreadsheet", `body` inside it."""
    content = (
        f"<office:document-content {_ODF_SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    parts = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content}
    if styles_part is not None:
        parts["styles.xml"] = f"<office:document-styles {_ODF_SPACES}>{styles_part}</office:document-styles>"
    return bundle({**parts, **(extra or {})})


def compound(streams):
    """An OLE compound file holding {name: bytes}; streams are padded past the small-stream limit."""
    sector = 512
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    padded = {name: data + b"\0" * (-len(data) % sector) for name, data in padded.items()}
    fat = [0xFFFFFFFD, 0xFFFFFFFE]
    body = b""
    starts = {}
    directory_sectors = -(-(len(padded) + 1) // 4)
    fat = [0xFFFFFFFD] + [at + 2 for at in range(directory_sectors)]
    fat[-1] = 0xFFFFFFFE
    for name, data in padded.items():
        starts[name] = len(fat)
        count = len(data) // sector
        fat += [len(fat) + at + 1 for at in range(count - 1)] + [0xFFFFFFFE]
        body += data
    assert len(fat) <= 128, "this little writer has one FAT sector"
    fat += [0xFFFFFFFF] * (128 - len(fat))
    names = list(padded)
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1 if names else 0xFFFFFFFF)
    for at, name in enumerate(names, 1):
        right = at + 1 if at < len(names) else 0xFFFFFFFF
        entries += _entry(name, 2, starts[name], len(padded[name]), right=right)
    entries = entries.ljust(directory_sectors * sector, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * (108 * 4)
    return header + struct.pack("<128I", *fat) + entries + body


def _entry(name, kind, start, size, child=0xFFFFFFFF, right=0xFFFFFFFF):
    raw = name.encode("utf-16-le")
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBB", len(raw) + 2, kind, 1)
        + struct.pack("<III", 0xFFFFFFFF, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )


def record(code, data=b""):
    """One BIFF record."""
    return struct.pack("<HH", code, len(data)) + data


def xls(sheets, before=b"", version=0x0600):
    """A BIFF workbook from [(name, records, state, kind)]; `before` are records for the whole workbook."""
    begin = record(0x0809, struct.pack("<HH", version, 5) + b"\0" * 12)
    names = [_bound(name, version) for name, *_ in sheets]
    size = len(begin) + len(before) + sum(len(name) + 10 for name in names) + 4
    bounds, bodies = b"", b""
    for name, (_, content, state, kind) in zip(names, sheets, strict=True):
        bounds += record(0x0085, struct.pack("<IBB", size + len(bodies), state, kind) + name)
        bodies += record(0x0809, struct.pack("<HH", version, 0x10) + b"\0" * 12) + content + record(0x000A)
    stream = "Workbook" if version == 0x0600 else "Book"
    return compound({stream: begin + before + bounds + record(0x000A) + bodies})


def _bound(name, version):
    if version == 0x0500:
        return bytes([len(name)]) + name.encode("cp1252")
    return bytes([len(name), 1]) + name.encode("utf-16-le")


def rtf(body, fonts=r"{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset204 Cyr;}"):
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl" + fonts + "}" + body + "}").encode("cp1252")


def rtf_row(*cells, edges=None):
    """One row of an RTF table; `edges` are ready-made cell definitions."""
    shape = edges or "".join(f"\\cellx{1000 * at}" for at in range(1, len(cells) + 1))
    return f"\\trowd{shape}" + "".join(f"\\pard\\intbl {cell}\\cell " for cell in cells) + "\\row\n"


def texts(table):
    """The text of every cell."""
    return [[cell.text for cell in row.cells] for row in table.rows]
