"""Hostile files, made here so that none has to be kept: name, bytes, and the code they are to be refused with.

None stands for a file that may be read, as long as that stays small and quick.
"""

import io
import stat
import struct
import zipfile
from dataclasses import dataclass

from tests.domain.chronology.readers.build import (
    S,
    bundle,
    compound,
    content_types,
    docx,
    odf,
    p,
    record,
    relationships,
    rtf,
    tbl,
    tc,
    tr,
    word_part,
    xls,
    xlsx,
)

MEGABYTE = 1024 * 1024
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
ENTITIES = {
    "external": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]>',
    "subset": '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
}


@dataclass(frozen=True)
class Hostile:
    """One file. `code` is None where reading it is harmless."""

    id: str
    name: str
    data: bytes
    code: str | None


def with_part(data, part, content):
    """The archive with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return bundle({**parts, part: content})


def with_doctype(data, part, doctype, encoding="utf-8"):
    """The archive with a document type written into one of its parts, in any encoding."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read(part).decode("utf-8")
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    return with_part(data, part, (declared + doctype + text).encode(encoding))


def plain_docx():
    return docx(p("Title") + tbl(tr("Date", "Event"), tr("1 May 2015", "seen")))


def plain_xlsx():
    return xlsx([("S", "<sheetData><row><c><v>1</v></c></row></sheetData>", "")])


def plain_odt():
    return odf("text", "<text:p>x</text:p>")


def stored(data):
    """The same archive without compression, so that its size alone does not give it away."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return bundle({name: archive.read(name) for name in archive.namelist()}, zipfile.ZIP_STORED)


def bombs():
    inflated = b"\0" * (210 * MEGABYTE)
    yield Hostile(
        "210 MB in 200 KB", "a.docx", with_part(plain_docx(), "word/document.xml", inflated), "too-much-inside"
    )
    yield Hostile(
        "one part 40 MB",
        "a.xlsx",
        with_part(plain_xlsx(), "xl/media/x.bin", inflated[: 40 * MEGABYTE]),
        "too-much-inside",
    )
    inner = bundle({f"{n}.zip": bundle({"x": inflated[:MEGABYTE]}) for n in range(16)})
    yield Hostile("zips in a zip", "a.docx", bundle({f"{n}.zip": inner for n in range(16)}), "damaged")
    yield Hostile("zips inside a document", "a.docx", with_part(plain_docx(), "word/embeddings/a.bin", inner), None)
    many = {f"p{n}": b"" for n in range(1001)}
    yield Hostile("a thousand parts", "a.odt", bundle({"mimetype": b"", **many}), "too-much-inside")
    lying = bytearray(bundle({"[Content_Types].xml": b"x", "big": b"\0" * (30 * MEGABYTE)}))
    at = bytes(lying).rindex(b"PK\x01\x02")
    lying[at + 24 : at + 28] = struct.pack("<I", 10)
    yield Hostile("a directory that lies", "a.docx", bytes(lying), "damaged")


def entities():
    for what, doctype in ENTITIES.items():
        for name, data, part in (
            ("a.docx", plain_docx(), "word/document.xml"),
            ("a.docx", plain_docx(), "[Content_Types].xml"),
            ("a.docx", plain_docx(), "_rels/.rels"),
            ("a.xlsx", plain_xlsx(), "xl/worksheets/sheet1.xml"),
            ("a.xlsx", plain_xlsx(), "xl/workbook.xml"),
            ("a.odt", plain_odt(), "content.xml"),
        ):
            yield Hostile(f"{what} entity in {part}", name, with_doctype(data, part, doctype), "xml-entities")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        doctype = ENTITIES["laughs"]
        yield Hostile(
            f"entity in {encoding}",
            "a.docx",
            with_doctype(plain_docx(), "word/document.xml", doctype, encoding),
            "xml-entities",
        )
    for encoding in ("utf-7", "utf-32", "cp037"):
        doctype = ENTITIES["laughs"]
        yield Hostile(
            f"entity in {encoding}",
            "a.docx",
            with_doctype(plain_docx(), "word/document.xml", doctype, encoding),
            "damaged",
        )
    late = "<!--" + "x" * 40_000 + "-->" + ENTITIES["laughs"]
    yield Hostile(
        "entity after a long comment", "a.docx", with_doctype(plain_docx(), "word/document.xml", late), "xml-entities"
    )
    split = "<!--" + "x" * (32_768 - 50) + "-->" + ENTITIES["external"]
    for shift in range(0, 24, 3):
        padded = with_doctype(plain_docx(), "word/document.xml", " " * shift + split)
        yield Hostile(f"entity across two readings, {shift}", "a.docx", padded, "xml-entities")


def names_inside():
    for bad in ("../evil", "/etc/evil", "C:/evil", "word\\..\\..\\evil", "a/../../evil"):
        yield Hostile(f"part {bad}", "a.docx", with_part(plain_docx(), bad, b"x"), "unsafe-part-name")
    out = io.BytesIO(plain_docx())
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo("word/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    yield Hostile("a symbolic link", "a.docx", out.getvalue(), "unsafe-part-name")
    out = io.BytesIO(plain_docx())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("WORD/DOCUMENT.XML", "<x/>")
    yield Hostile("two parts of one name", "a.docx", out.getvalue(), "damaged")


def programs():
    yield Hostile("macro in a document", "a.docx", with_part(plain_docx(), "word/vbaProject.bin", b"x"), "macros")
    yield Hostile("macro in a workbook", "a.xlsx", with_part(plain_xlsx(), "xl/vbaProject.bin", b"x"), "macros")
    yield Hostile("macro sheet", "a.xlsx", with_part(plain_xlsx(), "xl/macrosheets/sheet1.xml", b"x"), "macros")
    yield Hostile("macro ending", "a.docm", plain_docx(), "macros")
    yield Hostile("macro ending of a workbook", "a.XLSM", plain_xlsx(), "macros")
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    yield Hostile("macro document renamed", "a.docx", docx(p("x"), kind=kind), "macros")
    yield Hostile("basic in a text", "a.odt", odf("text", "", extra={"Basic/Standard/Module1.xml": "<x/>"}), "macros")
    yield Hostile("script in a sheet", "a.ods", odf("spreadsheet", "", extra={"Scripts/python/a.py": "x"}), "macros")
    yield Hostile("macro in an old workbook", "a.xls", compound({"Workbook": b"x", "_VBA_PROJECT_CUR": b"x"}), "macros")
    template = relationships(("t", "attachedTemplate", "https://example.org/evil.dotm", True))
    yield Hostile(
        "remote template", "a.docx", with_part(plain_docx(), "word/_rels/settings.xml.rels", template), "remote-content"
    )
    ole = relationships(("t", "oleObject", "mhtml:https://example.org/x!y", True))
    yield Hostile(
        "remote object", "a.docx", with_part(plain_docx(), "word/_rels/document.xml.rels", ole), "remote-content"
    )
    image = relationships(
        ("t", "image", "https://example.org/x.png", True), ("h", "hyperlink", "https://example.org", True)
    )
    yield Hostile("remote picture", "a.docx", with_part(plain_docx(), "word/_rels/document.xml.rels", image), None)
    dde = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDEAUTO c:\\x "/c calc"</w:instrText></w:r>'
    yield Hostile("dde field", "a.docx", docx(f"<w:p>{dde}</w:p>"), None)
    yield Hostile("dde in csv", "a.csv", b"Date,Event\n1 May,=cmd|' /C calc'!A0\n", None)


def locked():
    yield Hostile("office password", "a.docx", compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "password")
    yield Hostile("excel 97 password", "a.xls", xls([("S", b"", 0, 0)], before=record(0x002F, b"\0" * 6)), "password")
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    manifest += "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    yield Hostile(
        "odf password", "a.ods", odf("spreadsheet", "", extra={"META-INF/manifest.xml": manifest}), "password"
    )
    zipped = bytearray(plain_docx())
    at = bytes(zipped).rindex(b"PK\x01\x02")
    zipped[at + 8] |= 1
    yield Hostile("zip password", "a.docx", bytes(zipped), "password")


def wrong_kinds():
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
    yield Hostile("picture as document", "a.docx", png, "kind")
    yield Hostile("program as csv", "a.csv", b"MZ\x90\x00" + b"\0" * 200, "kind")
    yield Hostile("document as workbook", "a.xlsx", plain_docx(), "kind")
    yield Hostile("workbook as csv", "a.csv", plain_xlsx(), "kind")
    yield Hostile("pdf as document", "a.docx", b"%PDF-1.4\n", "kind")
    yield Hostile("pdf", "a.pdf", b"%PDF-1.4\n", "kind")
    yield Hostile("old word", "a.doc", compound({"WordDocument": b"x"}), "old-word")
    yield Hostile("old word as workbook", "a.xls", compound({"WordDocument": b"x"}), "kind")
    yield Hostile("outlook message", "a.xls", compound({"__properties_version1.0": b"x"}), "kind")
    yield Hostile("unknown compound", "a.xls", compound({"Other": b"x"}), "kind")
    yield Hostile("mail", "a.txt", b"From: a\nTo: b\nSubject: c\n\nhello\n", "kind")
    yield Hostile("text as document", "a.docx", b"Date,Event\n", "kind")
    yield Hostile("no ending", "timeline", plain_docx(), "kind")
    yield Hostile(
        "slides",
        "a.docx",
        docx("", kind="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
        "kind",
    )
    yield Hostile("files in a zip", "a.docx", bundle({"one.docx": plain_docx()}), "kind")
    yield Hostile("another zip", "a.odt", bundle({"mimetype": b"application/epub+zip"}), "damaged")
    yield Hostile(
        "excel xml",
        "a.xls",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "kind",
    )
    yield Hostile("other xml", "a.csv", b'<?xml version="1.0"?><x/>', "kind")
    yield Hostile("photograph", "a.csv", b"\0\0\0\x18ftypheic" + b"\0" * 50, "kind")
    yield Hostile("unknown bytes", "a.csv", bytes(range(1, 32)) * 10, "kind")


def broken():
    whole = plain_docx()
    yield Hostile("empty", "a.docx", b"", "empty")
    yield Hostile("blank", "a.csv", b" \r\n\0\0" * 10, "empty")
    yield Hostile("60 MB", "a.csv", b"a,b\n" * (15 * MEGABYTE), "too-large")
    yield Hostile("cut short", "a.docx", whole[: len(whole) // 2], "damaged")
    yield Hostile("zip without an end", "a.docx", whole[:-10], "damaged")
    spoilt = bytearray(
        bundle({"[Content_Types].xml": content_types("word/document.xml", "x"), "word/document.xml": b"<x/>" * 99})
    )
    spoilt[80] ^= 0xFF
    yield Hostile("spoilt bytes", "a.docx", bytes(spoilt), "damaged")
    yield Hostile("not xml", "a.docx", with_part(whole, "word/document.xml", b"\0\0\0"), "damaged")
    yield Hostile("xml cut short", "a.docx", with_part(whole, "word/document.xml", b"<x><y>"), "damaged")
    yield Hostile("packed oddly", "a.docx", bundle({"[Content_Types].xml": b"x"}, zipfile.ZIP_LZMA), "damaged")
    yield Hostile("ole cut short", "a.xls", compound({"Workbook": b"x" * 9000})[:3000], "damaged")
    looped = bytearray(compound({"Workbook": b"x" * 9000}))
    looped[512 + 4 * 3 : 512 + 4 * 4] = struct.pack("<I", 3)
    yield Hostile("ole in a circle", "a.xls", bytes(looped), "damaged")
    yield Hostile(
        "odf without content", "a.odt", bundle({"mimetype": b"application/vnd.oasis.opendocument.text"}), "damaged"
    )
    yield Hostile("page of nothing", "a.html", b"<html>\0", None)


def oversized():
    cells = "<c/>" * 1_000_000
    yield Hostile(
        "a million columns",
        "a.xlsx",
        stored(xlsx([("S", f"<sheetData><row>{cells}</row></sheetData>", "")])),
        "row-too-large",
    )
    cells = "<c><v>1</v></c>" * 16_384
    yield Hostile(
        "16,384 columns",
        "a.xlsx",
        stored(xlsx([("S", f"<sheetData><row>{cells}</row></sheetData>", "")])),
        "too-many-columns",
    )
    rows = "<row><c><v>1</v></c></row>" * 1_000_000
    yield Hostile(
        "a million rows", "a.xlsx", stored(xlsx([("S", f"<sheetData>{rows}</sheetData>", "")])), "too-many-rows"
    )
    yield Hostile(
        "a million blank rows",
        "a.xlsx",
        stored(xlsx([("S", f"<sheetData>{'<row/>' * 1_000_000}</sheetData>", "")])),
        None,
    )
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 20_000))
    rows = "<row><c><v>1</v></c><c><v>1</v></c></row>" * 20_000
    inner = f"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>"
    yield Hostile("merges over merges", "a.xlsx", stored(xlsx([("S", inner, "")])), "too-much-inside")
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    far = f"<sheetData>{far}</sheetData>"
    yield Hostile("one cell far away", "a.xlsx", stored(xlsx([("S", far, "")])), None)
    strings = f'<sst xmlns="{S}">{"<si><t>x</t></si>" * 500_000}</sst>'
    data = xlsx([("S", "<sheetData/>", "")], parts={"xl/s.xml": strings}, links=[("s", "sharedStrings", "s.xml")])
    yield Hostile("half a million strings", "a.xlsx", stored(data), None)
    repeat = 'table:number-columns-repeated="1048576"'
    cell = f'<table:table-cell {repeat} office:value-type="string"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    yield Hostile(
        "repeats of repeats",
        "a.ods",
        stored(odf("spreadsheet", f"<table:table>{row}</table:table>")),
        "too-many-columns",
    )
    row = '<table:table-row table:number-rows-repeated="99999"><table:table-cell office:value-type="string" '
    row += 'table:number-columns-repeated="399"><text:p>x</text:p></table:table-cell></table:table-row>'
    yield Hostile(
        "forty million repeats",
        "a.ods",
        stored(odf("spreadsheet", f"<table:table>{row}</table:table>")),
        "too-much-inside",
    )
    yield Hostile(
        "forty million repeats, text",
        "a.odt",
        stored(odf("text", f"<table:table>{row}</table:table>")),
        "too-much-inside",
    )
    yield Hostile(
        "a million paragraphs in a cell", "a.docx", stored(docx(tbl(tr(tc("<w:p/>" * 1_000_000))))), "row-too-large"
    )
    yield Hostile("a million paragraphs", "a.docx", stored(docx("<w:p/>" * 1_000_000)), None)
    yield Hostile("a million tables", "a.docx", stored(docx("<w:tbl/>" * 1_000_000)), "too-many-rows")
    wide = tr(*[tc("x", '<w:gridSpan w:val="300"/>')] * 5)
    yield Hostile("wide spans", "a.docx", stored(docx(tbl(wide))), "too-many-columns")
    spans = tr(*["x"] * 399) + tr(tc("x", '<w:gridSpan w:val="399"/>')) * 90_000
    yield Hostile("rows of spans", "a.docx", stored(docx(f"<w:tbl>{spans}</w:tbl>")), "too-much-inside")
    deep = "<w:tbl><w:tr><w:tc>" * 75
    yield Hostile("tables in tables", "a.docx", stored(docx(deep + "</w:tc></w:tr></w:tbl>" * 75)), "nested-too-deep")
    yield Hostile("elements in elements", "a.docx", stored(docx("<w:x>" * 5_000 + "</w:x>" * 5_000)), "damaged")
    nested = "<w:ins>" * 240 + "</w:ins>" * 240
    yield Hostile("marks in marks", "a.docx", stored(docx(f"<w:p>{nested}</w:p>")), None)
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>'
    )
    listed = word_part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    yield Hostile(
        "a list from two thousand million",
        "a.docx",
        stored(docx(p("x", number) * 9, {"word/n.xml": listed}, [("n", "numbering", "n.xml")])),
        None,
    )


def long_texts():
    size = 24 * MEGABYTE
    yield Hostile("one line of commas", "a.csv", b"," * size, None)
    yield Hostile("one line of words", "a.csv", b"x" * size, None)
    yield Hostile("quotation marks", "a.csv", b'"' * size, None)
    yield Hostile("open quotation marks", "a.csv", b'a,"b\n' * 900_000, "too-many-rows")
    yield Hostile("commas by the line", "a.csv", b"a,b,c,d\n" * (size // 8), "too-much-inside")
    yield Hostile("groups", "a.rtf", b"{\\rtf1" + b"{" * size, "nested-too-deep")
    yield Hostile("letters", "a.rtf", rtf("\\'41" * 2_000_000), None)
    yield Hostile("words", "a.rtf", rtf("\\u65?" * 1_000_000), None)
    yield Hostile("binary without end", "a.rtf", rtf("\\bin9999999999 x"), "damaged")
    yield Hostile("cells", "a.rtf", rtf("\\intbl\\cell" * 1_000_000), "too-many-columns")
    yield Hostile("definitions", "a.rtf", rtf("\\trowd" + "\\cellx1" * 2_000_000), None)
    yield Hostile("rows of spans", "a.rtf", rtf("\\trowd\\cellx1\\cellx2\\intbl a\\cell\\cell\\row" * 99_000), None)
    yield Hostile("tags", "a.html", b"<html>" + b"<b>" * (size // 3), "too-much-inside")
    spans = b"<tr><td colspan=400 rowspan=99999>x" + b"<tr><td>y" * 2000
    yield Hostile("spans", "a.html", b"<html><table>" + spans, "too-many-columns")
    many = struct.pack("<II", 1, 0xFFFFFFFF) + b"\0\0\0" * 2000
    yield Hostile(
        "strings that are not there", "a.xls", xls([("S", b"", 0, 0)], before=record(0x00FC, many)), "damaged"
    )


def bad_names():
    data = b"Date,Event\n1 May,seen\n"
    for bad in (
        "a\0.csv",
        "a\n.csv",
        "../a.csv",
        "dir/a.csv",
        "C:\\a.csv",
        "",
        " . ",
        "x" * 300 + ".csv",
        "a\u202efdp.csv",
    ):
        yield Hostile(f"name {bad[:12]!r}", bad, data, "name")


GROUPS = (
    bombs, entities, names_inside, programs, locked, wrong_kinds, broken, oversized, long_texts, bad_names,
)  # fmt: skip
