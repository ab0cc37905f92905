#!/usr/bin/env python3
"""check_readers.py ANNALS: files that other programs unpack: documents of word processors, archives, mails, PDF."""
import gzip, io, json, lzma, os, subprocess, sys, tarfile, tempfile, zipfile

annals = os.path.abspath(sys.argv[1])
failures = checks = 0
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
O = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
     'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
     'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"')


def run(name, data, *options):
    with open(name, "wb") as f:
        f.write(data)
    done = subprocess.run([annals, *(options or ("--dump", "text")), name], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def check(what, found, wanted):
    global failures, checks
    checks += 1
    if found != wanted and not (isinstance(found, str) and wanted and wanted in found):
        failures += 1
        print(f"FAILED: {what}: {found!r}, not {wanted!r}")


def zipped(files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z:
        for name, data in files.items():
            z.writestr(name, data)
    return out.getvalue()


def missing(name):
    rows = subprocess.run([annals, "formats"], capture_output=True, text=True).stdout.split("\n")
    at = next(i for i, row in enumerate(rows) if row.startswith(f"  {name} "))
    return "built without" in rows[at + 2]


def word(body, **more):
    files = {"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    return zipped(files | {f"word/{name}.xml": text for name, text in more.items()})


def open_document(body):
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text",
                   "content.xml": f"<office:document-content {O}><office:body><office:text>{body}</office:text>"
                                  "</office:body></office:document-content>"})


def office():
    p = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
    status, out, err = run("a.docx", word(
        p("Report") + "<w:p><w:r><w:t xml:space='preserve'>On 27 Octo</w:t></w:r><w:r><w:t>ber 1962</w:t><w:tab/><w:t>it</w:t>"
        "</w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:br/>"
        "<w:t>rained.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>item</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{p('Date')}</w:tc><w:tc>{p('What')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('4 May 1962')}</w:tc><w:tc>{p('Rain')}{p('and sun')}</w:tc></w:tr></w:tbl>",
        footnotes=f"<w:footnotes {W}><w:footnote>{p('A note of 1963.')}</w:footnote></w:footnotes>"))
    check("docx", (status, out), (0, "Report\n\nOn 27 October 1962 it\nrained.\n\n- item\n\nDate | What\n"
                                     "4 May 1962 | Rain and sun\n\nA note of 1963.\n"))
    status, out, err = run("a.odt", open_document(
        "<text:tracked-changes><text:p>never</text:p></text:tracked-changes><text:h>Report</text:h>"
        "<text:p>On 27<text:s/>October 1962<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note.</text:p></text:note-body></text:note> it<text:line-break/>rained.</text:p>"
        "<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell><table:table-cell>"
        "<text:p>What</text:p></table:table-cell></table:table-row></table:table>"))
    check("odt", (status, out), (0, "Report\n\nOn 27 October 1962 it\nrained.\n\n- item\n\nDate | What\n\nA note.\n"))
    status, out, err = run("a.odt", open_document(
        "<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title><text:p>Contents</text:p>"
        "</text:index-title><text:p>The winter of 1962 7</text:p></text:index-body></text:table-of-content><text:p>Rain.</text:p>"))
    check("contents of odt", out, "Rain.\n")
    row = "<w:p><w:pPr><w:pStyle w:val='TOC1'/><w:numPr/></w:pPr><w:r><w:t>The winter of 1962 7</w:t></w:r></w:p>"
    gallery = ("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
               f"<w:sdtContent>{p('Contents')}{row}</w:sdtContent></w:sdt>")
    check("contents of docx", run("a.docx", word(p("Report") + gallery + p("Rain.") + row + p("Sun.")))[1],
          "Report\n\nRain.\n\nSun.\n")
    check("hyphens", run("a.docx", word("<w:p><w:r><w:t>26</w:t><w:noBreakHyphen/><w:t>27 October 1962</w:t></w:r></w:p>"))[1],
          "26-27 October 1962")
    check("numbered parts", run("a.bin", zipped({"word/document2.xml": f"<w:document {W}>{p('It rained.')}</w:document>"}))[1],
          "It rained.\n")
    check("by content", run("a.bin", word(p("On 4 May 1962 it rained.")))[1], "On 4 May 1962 it rained.\n")
    check("empty", run("a.docx", zipped({"other": "x"}))[2], "there is no text in it")
    table, slides = "it is a spreadsheet; save it as CSV", "it has slides; save it as"
    open_type = "application/vnd.oasis.opendocument."
    for name, parts, advice in (
            ("a.xlsx", {"xl/workbook.xml": "<w/>"}, table), ("a.xlsb", {"xl/workbook.bin": "w"}, table),
            ("a.ods", {"mimetype": open_type + "spreadsheet", "content.xml": "<c/>"}, table),
            ("a.odp", {"mimetype": open_type + "presentation"}, slides), ("a.pptx", {"ppt/presentation.xml": "<p/>"}, slides)):
        check(name, run(name, zipped(parts, zipfile.ZIP_STORED))[2], f"annals: {name}: {advice}")
    check("old tables", run("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")[2], "CSV")
    laughs = ("<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
              f"<w:document {W}><w:body>&b;</w:body></w:document>")
    check("entities", run("a.docx", zipped({"word/document.xml": laughs}))[2], "declares entities")
    whole = word(p("On 4 May 1962 it rained."))
    for length in range(4, len(whole), 37):
        status, out, err = run("cut.docx", whole[:length])
        check(f"docx cut at {length}", status in (0, 1), True)


def broken_off():
    """Of a document whose end is missing all that is there is read, with a notice."""
    whole = zipped({"word/document.xml": f"<w:document {W}><w:body><w:p><w:r><w:t>It rained.</w:t></w:r></w:p></w:body>"
                                         "</w:document>", "word/theme.xml": "x" * 2000}, zipfile.ZIP_STORED)
    status, out, err = run("cut.docx", whole[:-60])
    check("a document that breaks off", (status, "It rained." in out, "breaks off" in err), (0, True, True))
    check("a whole one", "breaks off" in run("whole.docx", whole)[2], False)


def changes():
    """What was deleted or moved away stays out, wherever the program keeps it until somebody agrees."""
    region = '<text:changed-region {0}="{1}"><text:{2}>{3}</text:{2}></text:changed-region>'.format
    mark = '<text:change-{0} text:change-id="{1}"/>'.format
    tracked = ("<text:tracked-changes>" + region("text:id", "ct1", "deletion", "") + region("xml:id", "ct2", "insertion", "") +
               region("xml:id", "ct3", "deletion", "<text:p>never</text:p>") + region("xml:id", "ct10", "deletion", "") +
               "</text:tracked-changes>")
    body = (tracked + f"<text:p>It {mark('start', 'ct1')}rained {mark('end', 'ct1')}{mark('start', 'ct2')}snowed{mark('end', 'ct2')} "
            f"on<text:change text:change-id='ct3'/> 3 {mark('start', 'ct10')}or 4 </text:p><text:p>or 5"
            f"{mark('end', 'ct10')} May.</text:p>{mark('end', 'ct1')}<text:p>Sun.</text:p>")
    check("deleted from odt", run("a.odt", open_document(body))[1], "It snowed on 3\n\nMay.\n\nSun.\n")
    run_ = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>".format
    docx = word(f"<w:p>{run_('It ')}<w:del w:id='1'><w:r><w:delText>rained</w:delText></w:r></w:del>"
                f"<w:ins w:id='2'>{run_('snowed')}</w:ins><w:moveFromRangeStart w:id='3' w:name='m'/>"
                f"<w:moveFrom w:id='4'>{run_(' on 3 May')}</w:moveFrom><w:moveFromRangeEnd w:id='3'/>{run_('.')}</w:p>"
                f"<w:p><w:moveTo w:id='5'>{run_('On 3 May')}</w:moveTo>{run_(' it cleared.')}</w:p>")
    check("deleted from docx", run("a.docx", docx)[1], "It snowed.\n\nOn 3 May it cleared.\n")
    unmarked = "<w:pPr><w:rPr><w:del w:id='6'/></w:rPr></w:pPr>"
    docx = word(f"<w:p>{unmarked}{run_('They met on 5 ')}</w:p><w:p>{run_('May 1960.')}</w:p><w:p>{run_('It ended.')}</w:p>")
    check("a deleted end of a paragraph", run("a.docx", docx)[1], "They met on 5 May 1960.\n\nIt ended.\n")


def cut_archives():
    """An archive in one that was cut is not taken for the whole."""
    rain = "On {} May 1912 it rained.\n".format
    inner = zipped({"a.txt": rain(6)}, zipfile.ZIP_STORED)
    for method in zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED:
        whole = zipped({"in.zip": inner, "b.txt": rain(7)}, method)
        check("it is whole", run("z.zip", whole, "--to", "json")[::2], (0, ""))
        for length in range(len(inner) + 40, len(whole)):
            status, out, err = run("z.zip", whole[:length], "--to", "csv")
            check(f"zip in zip cut at {length}", "annals: z.zip" in err, True)
    files = io.BytesIO()
    with tarfile.open(fileobj=files, mode="w", format=tarfile.GNU_FORMAT) as t:
        for day in 6, 7, 8:
            info = tarfile.TarInfo(f"{day}.txt")
            info.size = len(rain(day))
            t.addfile(info, io.BytesIO(rain(day).encode()))
    tar, z = files.getvalue(), zipped({f"{day}.txt": rain(day) for day in (6, 7, 8)})
    with zipfile.ZipFile(io.BytesIO(z)) as opened:
        third, directory = opened.infolist()[2].header_offset, opened.start_dir
    parts = [("tar", tar[:2048], 2), ("tar", tar[:3072], 3), ("tar.gz", gzip.compress(tar[:2048]), 2), ("tar.xz", lzma.compress(tar[:2048]), 2),
             ("zip", z[:third], 2), ("zip", z[:directory], 3), ("zip", z[:directory + 20], 3)]
    for kind, data, count in parts:
        status, out, err = run(f"z.{kind}", data)
        check(f"{kind} cut behind a file", (status, out.count("rained"), err.count("warning"), "has no end that" in err),
              (0, count, 1, True))
    for kind, data in ("tar", tar), ("tar", tar[:3584]), ("tar.gz", gzip.compress(tar)), ("zip", z):
        check(f"whole {kind}", run(f"z.{kind}", data)[::2], (0, ""))
    prefixed = b"#!/bin/sh\n" + whole
    check("behind a program", run("z.zip", prefixed, "--from-format", "archive", "--to", "json")[::2], (0, ""))


def flat():
    """OpenDocument as one file of XML: what is content.xml in the archive, and much beside it."""
    body = ("<text:p>Yesterday <draw:frame><draw:image><office:binary-data>AAAA 4 May 1902</office:binary-data></draw:image>"
            "</draw:frame>it rained.</text:p><text:p text:style-name='title'>The end</text:p>")

    def document(kind, name="text"):
        return (f"<?xml version='1.0' encoding='UTF-8'?>\n<office:document {O} xmlns:draw='d' xmlns:meta='m' xmlns:dc='c' "
                f"office:mimetype='application/vnd.oasis.opendocument.{kind}'><office:meta><meta:creation-date>2019-05-04T09:30"
                "</meta:creation-date><dc:title>A title</dc:title></office:meta><office:settings><a>1901</a></office:settings>"
                "<office:master-styles><text:p>Page of 1903</text:p></office:master-styles><office:body>"
                f"<office:{name}>{body}</office:{name}></office:body></office:document>").encode()

    for name in "a.fodt", "a.bin":
        check(name, run(name, document("text"))[:2], (0, "Yesterday it rained.\n\nThe end\n"))
    check("its properties", told("a.fodt", document("text")), ("A title", "2019-05-04", "inferred", "2019-05-03", True))
    check("flat table", run("a.fods", document("spreadsheet"))[2], "it is a spreadsheet; save it as CSV")
    check("flat slides", run("a.fodp", document("presentation"))[2], "it has slides; save it as")
    check("no XML", run("a.fodt", b"On 4 May 1962 it rained.")[2], "this is no XML, which begins with '<'")


def encodings():
    """One note of each file that is not in UTF-8, however many parts it has."""
    russian, french = "4 мая 1962 года шёл дождь.", "Le 4 mai 1962, l’été."
    tei = "<?xml version='1.0' encoding='{}'?><TEI><text><body><p>{}</p></body></text></TEI>".format
    page = "<html><head><meta charset='{}'></head><body><p>{}</p></body></html>".format
    files = {}
    for encoding, words in (("KOI8-R", russian), ("windows-1251", russian), ("UTF-16", russian), ("windows-1252", french),
                            ("ISO-8859-5", russian), ("GB18030", russian)):
        files[encoding, words] = {"a.xml": tei(encoding, words).encode(encoding), "a.html": page(encoding, words).encode(encoding)}
    files["UTF-16", russian]["b.xml"] = tei("UTF-16", russian).encode("utf-16-be")
    files["UTF-16", russian]["c.xml"] = tei("UTF-16", russian).encode("utf-16-le")
    files["windows-1252", french]["wrong.xml"] = tei("UTF-8", french).encode("windows-1252")
    for (encoding, words), group in files.items():
        for name, data in group.items():
            status, out, err = run(name, data)
            check(f"{name} in {encoding}", (status, out), (0, words + "\n"))
            check(f"{name} in {encoding}: one note", err.count("\n"), 1)
            check(f"{name} in {encoding}: its name", err.lower(), f"annals: {name}: warning: it was read as {encoding.lower()}")
    told = "Пароход вышел в море 4 мая 1962 года, а вернулся 6 июня; в порту его встречали у старого причала.\n"
    for encoding in "windows-1251", "KOI8-R", "CP866", "ISO-8859-5":
        status, out, err = run("a.txt", told.encode(encoding))
        check(f"Russian that does not say that it is in {encoding}", (status, out), (0, told))
        check(f"{encoding}: one note", err.lower().count(f"it was read as {encoding.lower()};"), 1)
    slip = told.encode().replace(b"4 ", b"4\xFF ", 1)
    check("UTF-8 with a slip", run("a.txt", slip)[1], told.replace("4 ", "4\uFFFD ", 1))
    italian = "È già lunedì, città e virtù: così è, perché là può.\n"
    check("Italian is no Russian", run("a.txt", italian.encode("windows-1252"))[1], italian)
    for name, data in (("a.txt", json.dumps({"annals": {"schema": 1, "version": "0.1.0"}, "title": "Days", "documents": [],
                                             "mentions": [], "events": []})), ("b.txt", tei("UTF-16", russian))):
        status, out, err = run(name, data.encode("utf-16"))
        check(f"{name}: by content", (status, out, err.count("\n")), (0, "" if name == "a.txt" else russian + "\n", 1))
    wide = ("<?xml version='1.0' encoding='UTF-16'?><w:{0} " + W + "><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:{0}>").format
    parts = {f"word/{name}.xml": wide(name, russian).encode("utf-16") for name in ("document", "footnotes", "endnotes")}
    status, out, err = run("a.docx", zipped(parts))
    check("docx of UTF-16", (status, out, err.count("\n")), (0, f"{russian}\n\n{russian}\n\n{russian}\n", 1))
    check("its encoding", err, "annals: a.docx: warning: it was read as UTF-16LE")


CORE = ('<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{}</dc:title>'
        '<dcterms:created>{}</dcterms:created></cp:coreProperties>').format
META = ('<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">'
        '<office:meta><meta:creation-date>{1}</meta:creation-date><dc:title>{0}</dc:title></office:meta>'
        '</office:document-meta>').format


def wide_cyrillic():
    words = "3 мая 1931 года паром утонул.\nЧетвёртого мая был суд.\n"
    for encoding in "utf-16-le", "utf-16-be":
        check(encoding, run("a.txt", words.encode(encoding))[:2], (0, words))


def bullets():
    """Each item is a block of its own, whatever stands before it."""
    for bullet in "•◦▪‣➢■":
        status, out, err = run("a.txt", f"{bullet} Between 6 and 9 April 1930 the strike took place.\n{bullet} On 7 April 1930 the strikers met.\n".encode(), "--to", "json")
        check(f"items behind {bullet}", [e["label"] for e in json.loads(out)["events"]], ["The strike took place", "The strikers met"])


def told(name, data, *options):
    """(title, date, basis, EDTF of the first mention, "taken" where a notice says so) of the only document."""
    status, out, err = run(name, data, "--to", "json", *options)
    made = json.loads(out)
    d, m = made["documents"][0], made["mentions"]
    return (d["title"], d["when"] and d["when"]["edtf"], d["whenBasis"], m and m[0]["when"]["edtf"],
            "is taken, the day its " in err)


def properties():
    """The properties of a file are hints: the text goes first, and one that speaks of other years is an old paper."""
    p = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
    made = "2019-05-04T09:30:00Z"

    def docx(*paragraphs, core=CORE("Notes of a journey", made)):
        return zipped({"word/document.xml": f"<w:document {W}><w:body>{''.join(map(p, paragraphs))}</w:body></w:document>",
                       "docProps/core.xml": core})

    alone = "Yesterday the ship left, and it rained all day."
    for ending, data in (("docx", docx(alone)), ("odt", zipped({
            "mimetype": "application/vnd.oasis.opendocument.text", "meta.xml": META("Notes of a journey", made),
            "content.xml": f"<office:document-content {O}><office:body><office:text><text:p>{alone}</text:p></office:text>"
                           "</office:body></office:document-content>"}))):
        check(f"properties of {ending}", told("n." + ending, data),
              ("Notes of a journey", "2019-05-04", "inferred", "2019-05-03", True))
        check("an option goes first", told("n." + ending, data, "--date", "1958-03-18")[1:4],
              ("1958-03-18", "option", "1958-03-17"))
    check("the text goes first", told("n.docx", docx("Port, 3 March 1958", "Dear Sir,", alone))[1:],
          ("1958-03-03", "stated", "1958-03-03", False))
    check("the name goes first", told("1958-03-03 n.docx", docx(alone))[1], "1958-03-03")
    check("an old paper", told("n.docx", docx("In May 1912 the mill burned.", alone))[2:], ("inferred", "1912-05", False))
    check("a paper of that year", told("n.docx", docx(alone, "It had left in May 2019, too."))[3:], ("2019-05-03", True))
    check("broken properties", told("n.docx", docx(alone, core="<a><b>"))[1:], (None, "unknown", None, False))
    check("no day", told("n.docx", docx(alone, core=CORE("", "2019-13-99")))[1:], (None, "unknown", None, False))
    page = '<html><head><meta property="article:published_time" content="{}"></head><body><p>{}</p></body></html>'.format
    check("a page's head", told("n.html", page(made, alone).encode())[1:], ("2019-05-04", "inferred", "2019-05-03", True))
    check("with slashes", told("n.html", page("2019/05/04", alone).encode())[1], "2019-05-04")
    check("what a page says", told("n.html", page(made, f"<p>3 March 1958</p><p>{alone}").encode())[1], "1958-03-03")


def archives():
    rain = "On {} May 1912 it rained.\n".format
    files = {"b/two.txt": rain(2), "a.md": "# On\n\n" + rain(3), ".hidden.txt": "x", "picture.png": b"\x89PNG\0", "README": rain(4)}
    names = ["z.zip/b/two.txt", "z.zip/a.md", "z.zip/README"]
    status, out, err = run("z.zip", zipped(files), "--to", "json")
    check("zip", (status, [d["source"] for d in json.loads(out)["documents"]]), (0, names))
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w:gz") as t:
        info = tarfile.TarInfo("letters/one.txt")
        info.size = len(rain(5))
        t.addfile(info, io.BytesIO(rain(5).encode()))
    check("tar.gz", run("t.tar.gz", tar.getvalue())[1], rain(5))
    foreign = {"é.md": "It rained on **3 May** 1962.", "письмо.txt": rain(4)}
    status, out, err = run("z.zip", zipped(foreign), "--to", "json")
    check("names of other letters", [d["source"] for d in json.loads(out)["documents"]], [f"z.zip/{n}" for n in foreign])
    check("... and their endings", "**" in run("z.zip", zipped(foreign), "--dump", "text")[1], False)
    lines = run("z.zip", zipped(files), "--to", "jsonl")[1].splitlines()
    check("zip, a line each", [m["exact"] for line in lines for m in json.loads(line)["mentions"]],
          ["2 May 1912", "3 May 1912", "4 May 1912"])
    check("gz", run("l.txt.gz", gzip.compress(rain(6).encode()))[1], rain(6))
    check("xz of a table", run("e.csv.xz", lzma.compress(b"date,label\n1912-05-07,Rain\n"), "--to", "txt")[1], "Rain")
    check("zip in zip", run("zz.zip", zipped({"inner.zip": zipped({"a.txt": rain(8)})}))[1], rain(8))
    packed = {"a.txt": rain(12), "b.docx": word("<w:p><w:r><w:t>On 13 May 1912 it rained.</w:t></w:r></w:p>"),
              "c.odt": open_document("<text:p>On 14 May 1912 it rained.</text:p>")}
    for order in (list(packed), list(packed)[::-1]):
        lines = run("packed.zip", zipped({n: packed[n] for n in order}, zipfile.ZIP_STORED), "--to", "jsonl")[1].splitlines()
        check("documents that are only stored", [m["exact"] for line in lines for m in json.loads(line)["mentions"]],
              [f"{12 + sorted(packed).index(n)} May 1912" for n in order])
    nested = zipped({"a.txt": rain(9)})
    for _ in range(6):
        nested = zipped({"n.zip": nested})
    status, out, err = run("deep.zip", nested)
    check("zips in zips", (status, "archives lie more than 4 deep" in err or "no file in it" in err), (1, True))
    status, out, err = run("mixed.zip", zipped({"a.txt": rain(10), "b.txt": b"a\0b\1", "c.json": "{"}))
    check("a bad file among good ones", (status, out), (0, rain(10)))
    check("it is told", err, "mixed.zip/b.txt: warning: it was left out: binary file; give plain text")
    check("nothing to read", run("p.zip", zipped({"a.png": b"\x89PNG"}))[2], "no file in it could be read")
    bomb = zipped({"a.txt": b"0" * 300_000_000})
    status, out, err = run("bomb.zip", bomb)
    check("bomb", (status, "more than a hundred times as large" in err), (1, True))
    status, out, err = run("bomb.gz", gzip.compress(b"0" * 300_000_000))
    check("bomb.gz", (status, "more than a hundred times as large" in err), (1, True))
    for kind, data in (("zip", zipped(files)), ("tgz", tar.getvalue()), ("xz", lzma.compress(rain(6).encode()))):
        for length in range(8, len(data), max(1, len(data) // 15)):
            status, out, err = run(f"cut.{kind}", data[:length])
            check(f"{kind} cut at {length}", status in (0, 1) and (status == 0 or "annals: cut" in err), True)


def offsets():
    """Where the JSON says that a date is, the text has it that the dump shows."""
    p = "Übung 🎉: on 3 May 1912 it rained."
    files = {"a.txt": p, "a.md": f"- **{p}**\r\n", "a.html": f"<p>&Uuml;{p}", "a.xml": f"<TEI><text><body><p>{p}</p></body></text></TEI>",
             "a.csv": f'label,date,text\r\n"{p}",3 May 1912,\r\n', "u.txt": ("\ufeff" + p).encode("utf-16"),
             "a.ics": f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:{p}\r\nDTSTART;VALUE=DATE:19120503\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"}
    letter = "{}, {} May 1912.\n\nDear Ann,\n\n{}\n\nYours,\nTom\n\n"
    files["letters.txt"] = letter.format("Übach", 4, p) + letter.format("Rome", 5, p)
    files |= {"a.docx": word(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>"), "a.odt": open_document(f"<text:p>{p}</text:p>")}
    for name, data in files.items():
        data = data if isinstance(data, bytes) else data.encode()
        mentions = json.loads(run(name, data, "-q", "--to", "json")[1])["mentions"]
        text = subprocess.run([annals, "-q", "--dump", "text", name], capture_output=True).stdout.decode()
        found = [(m["exact"], text[m["start"]:m["end"]]) for m in mentions]
        check(f"offsets in {name}", len(found) > 0 and all(words == there for words, there in found), True)


MAIL = b"""From a@b Mon Mar  3 10:00:00 1997
From: "A. Weller" <a@b.example>
To: N. Roe <n@b.example>
Subject: =?utf-8?Q?R=C3=A9union?=
Date: Mon, 3 Mar 1997 23:30:00 -0500
Message-ID: <1@b>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=x

--x
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Yesterday the ship left caf=E9.

On Sun, 2 Mar 1997, N. Roe wrote:
> Tomorrow it leaves.
-- 
A. W.
--x
Content-Type: text/html

<p>other
--x--

From c@b Mon Mar  3 10:00:00 1997
From: c@b.example
Date: Tue, 4 Mar 1997 10:00:00 +0000
Subject: Page
Content-Type: text/html

<nav>Menu</nav><p>Today <b>it</b> came back.
"""


DAYS = [("3 March 1961", "The cutter left Elsinad"), ("5 March 1961", "The mayor closed the bridge"),
        ("6 March 1961", "The dockers held a strike")]


def tables():
    """Rows are events of their own, whether or not the first one names the columns, and wherever the table stands."""
    p = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
    o = "<text:p>{}</text:p>".format
    forms = {"a.html": (lambda rows: ("<table>" + "".join(f"<tr><td>{a}<td>{b}" for a, b in rows) + "</table>").encode(), "html"),
             "a.docx": (lambda rows: word("<w:tbl>" + "".join(f"<w:tr><w:tc>{p(a)}</w:tc><w:tc>{p(b)}</w:tc></w:tr>"
                                                              for a, b in rows) + "</w:tbl>"), "office"),
             "a.odt": (lambda rows: open_document("<table:table>" + "".join(
                 f"<table:table-row><table:table-cell>{o(a)}</table:table-cell><table:table-cell>{o(b)}</table:table-cell>"
                 "</table:table-row>" for a, b in rows) + "</table:table>"), "office"),
             "a.xml": (lambda rows: ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><table>" + "".join(
                 f"<row><cell>{a}</cell><cell>{b}</cell></row>" for a, b in rows) + "</table></body></text></TEI>").encode(), "tei"),
             "a.txt": (lambda rows: "".join(f"{a} | {b}\n" for a, b in rows).encode(), "txt")}
    for name, (make, reader) in forms.items():
        if missing(reader):
            continue
        for rows in (DAYS, [("Day", "What")] + DAYS, [(b, a) for a, b in DAYS]):
            if name == "a.txt" and rows[0][1] == DAYS[0][0]:
                continue  # nothing tells such rows from lines of a paragraph
            status, out, err = run(name, make(rows), "-q", "--to", "json")
            events = [e for e in json.loads(out)["events"] if e["kind"] == "occurrence"]
            check(f"days of {rows[0]} in {name}", [e["when"]["edtf"] for e in events], ["1961-03-03", "1961-03-05", "1961-03-06"])
            for event, (day, what) in zip(events, DAYS):
                check(f"row of {rows[0]} in {name}", event["label"], what)
                check(f"no other row in {name}", sum(w in event["text"] for _, w in DAYS), 1)


def mail_without_date():
    """The mark of the post, then the line of the mailbox, as a hint; without any the day stays open, and a note says so."""
    words = "Message-ID: <1@b>\nSubject: Ship\n\nYesterday the ship left.\n"
    post = ("Received: from c by d; Fri, 7 Mar 1997 01:00:00 +0000\n"
            "Received: from a by c\n by relay (note; more); Mon, 3 Mar 1997 23:30:00 -0500 (EST)\n")
    sent = ("Ship", "1997-03-03", "stated", "1997-03-02", False)
    check("Received", told("m.eml", (post + words).encode()), sent)
    check("a Date that is none", told("m.eml", ("Date: soon\n" + post + words).encode()), sent)
    for mark in ("a@b Mon Mar  3 10:00:00 1997", "12@xxx Mon Mar 03 10:00:00 +0000 1997", "- Mon Mar  3 10:00 1997"):
        check(f"From {mark}", told("m.mbox", f"From {mark}\n{words}".encode()), ("Ship", "1997-03-03", "inferred", "1997-03-02", True))
    check("Received goes first", told("m.mbox", f"From a@b Fri Mar  7 10:00:00 1997\n{post}{words}".encode()), sent)
    check("Date goes first", told("m.mbox", f"From a@b Fri Mar  7 10:00:00 1997\nDate: Mon, 3 Mar 1997 10:00:00 +0000\n{words}"
                                  .encode())[1:3], ("1997-03-03", "stated"))
    for mark in "From a@b\n", "From a@b Thu Jan  1 00:00:00 1970\n", "From a@b Mon Mar 99 10:00:00 1997\n":
        data = (mark + words).encode()
        check(mark, told("m.mbox", data)[1:], (None, "unknown", None, False))
        check(f"{mark}: a note", run("m.mbox", data)[2], "warning: nothing says when this was written")


def mail_with_wrong_date():
    """A Date that is none is told with its line, also within a mailbox."""
    wrong = b"From: A <a@b>\nSubject: Mill\nMessage-ID: <1>\nDate: Tue, 34 Mar 1995 10:00:00 +0000\n\nYesterday it rained.\n"
    status, out, err = run("wrong.eml", wrong)
    check("a wrong Date", "wrong.eml:4: warning: the Date of this mail, 'Tue, 34 Mar 1995 10:00:00 +0000', is no day" in err, True)
    boxed = b"From a@b Mon Jan  3 00:00:00 1994\nFrom: A\n\nRain.\n\nFrom a@b Tue Jan  4 00:00:00 1994\n" + wrong
    check("a wrong Date in a mailbox", "wrong.mbox:10: warning: the Date of this mail" in run("wrong.mbox", boxed)[2], True)


def page_mail():
    """Of a mail that is a page only what its writer wrote is the text, also between what it answers."""
    head = "Message-ID: <1>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body>"
    for body, wanted in (
            ("<div>It rained.</div><div class='gmail_quote'><div class='gmail_attr'>On 2 March 1997 B wrote:<br></div>"
             "<blockquote class='gmail_quote x'>Does it?</blockquote><div>Yes.</div></div>", "It rained.\n\nYes.\n"),
            ("<p>He said:</p><p>Rain.</p>On 2 March 1997, B &lt;<a href='mailto:b@c'>b@c</a>&gt; wrote:<br>"
             "<blockquote type='cite'>Does it?</blockquote>", "He said:\n\nRain.\n"),
            ("<p>Rain.</p><div>On 2 March 1997 B wrote:</div><br><blockquote type=cite>Does it?</blockquote>", "Rain.\n"),
            ("<p>Rain.</p><blockquote>He wrote a poem.</blockquote>", "Rain.\n\nHe wrote a poem.\n"),
            ("<p>Rain.</p><p>On 2 March 1997, B wrote:</p><blockquote>Does it?</blockquote><p>Yes.</p>", "Rain.\n\nYes.\n"),
            ("<p>Rain.</p><p>Am 2. März 1997 um 10:15 <i>schrieb:</i><br></p><blockquote>Wie?</blockquote>", "Rain.\n"),
            ("<p>The law of 1997:</p><blockquote>None may.</blockquote>", "The law of 1997:\n\nNone may.\n"),
            ("<p>Rain.</p><p>Yours, A</p>-- <br>On 5 May 1990 born", "Rain.\n\nYours, A\n"),
            ("<p>Rain.</p><div>--&nbsp;<br>On 5 May 1990 born</div>", "Rain.\n"),
            ("<p>Rain <b>--</b> and hail.</p>", "Rain -- and hail.\n"),
            ("<p>See below.</p><div>-----Original Message-----<br>From: C</div><p>1996</p>", "See below.\n"),
            ("<p>See below.</p><div>---------- Forwarded message ---------<br>From: C</div><p>1996</p>",
             "See below.\n\n---------- Forwarded message ---------\nFrom: C\n\n1996\n"),
            ("<p>Rain.</p><hr><div id='divRplyFwdMsg'><b>Sent:</b> 2 March 1997</div><div>Does it?</div>", "Rain.\n")):
        check(body, run("page.eml", (head + body).encode())[1] == wanted, True)
    for subject in "Re: Rain", "AW: Rain", "RE[2]: Rain":
        quoting = f"Subject: {subject}\n{head}<p>Rain.</p><blockquote>Does it?</blockquote><p>Yes.</p>"
        check(subject, run("page.eml", quoting.encode())[1], f"{subject}\n\nRain.\n\nYes.\n")
    check("a page too deep is told", "a page in a mail has tags too deep" in run("deep.eml", (head + "<div>" * 9999).encode())[2], True)
    answer = "In-Reply-To: <0>\n" + head
    for body, wanted in (
            ("<p>Rain.</p>On 2 March 1997 B wrote:<br><blockquote>Does it?</blockquote><p>Yes.</p>", "Rain.\n\nYes.\n"),
            ("<p>Rain.</p><blockquote style='margin:0 0 0 40px;border:none'>It fell.</blockquote>", "Rain.\n\nIt fell.\n")):
        check("answer: " + body, run("page.eml", (answer + body).encode())[1] == wanted, True)


def empty_files():
    """Who gives a file with nothing in it is told."""
    for name, data, wanted in (("a.csv", b"date,label\n", "no row stands below the names of the columns"),
                               ("a.json", b" \n", "the file is empty"), ("a.txt", b"", "the file is empty"),
                               ("a.xml", b"", "it is empty"), ("a.ics", b"", "there is no event in the calendar")):
        check(f"nothing in {name}", wanted in run(name, data)[2], True)


def mail_with_files():
    """A file that was sent along is no text of the mail, and is told."""
    parts = "".join(f"--x\nContent-Type: {kind}\nContent-Disposition: attachment; filename={name}\n\nOn 4 May 1997 it sank.\n"
                    for kind, name in (("text/plain", "minutes.txt"), ("application/pdf", "map.pdf")))
    words = ("Message-ID: <1>\nMIME-Version: 1.0\nDate: Mon, 3 Mar 1997 10:00:00 +0000\n"
             "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nRain.\n")
    status, out, err = run("m.eml", (words + parts + "--x--\n").encode())
    check("the text of a mail with files", (status, out), (0, "Rain.\n"))
    check("its files are told", "m.eml:1: warning: 2 files sent along with this mail, 'minutes.txt' first, are left out; save "
          "and give what has dates" in err, True)
    check("one file is told", "1 file sent along with this mail, 'map.pdf', is left out" in
          run("m.eml", (words + "--x" + parts.split("--x")[2] + "--x--\n").encode())[2], True)


def mail():
    status, out, err = run("m.mbox", MAIL)
    check("mailbox", (status, out), (0, "# d1 m.mbox\nRéunion\n\nYesterday the ship left café.\n"
                                        "# d2 m.mbox\nPage\n\nToday it came back.\n"))
    made = json.loads(run("m.mbox", MAIL, "--to", "json")[1])
    check("dates", [d["when"]["edtf"] for d in made["documents"]], ["1997-03-03", "1997-03-04"])
    check("the head dates the words", made["mentions"][0]["when"]["edtf"], "1997-03-02")
    old = json.loads(run("old.eml", MAIL.split(b"\n", 1)[1].replace(b"1997", b"1962"), "--to", "json")[1])
    check("a letter that was made a mail", old["documents"][0]["when"]["edtf"], "1962-03-03")
    for written, day in (("27 Oct 62 10:00 EST", "1962-10-27"), ("sat, 27 oct 1962 10:00", "1962-10-27"),
                         ("Sun, 3 Mar 02 10:00 +0100", "2002-03-03"), ("Saturday, October 27, 2012 11:30 PM", "2012-10-27")):
        check(written, told("m.eml", f"Message-ID: <1>\nDate: {written}\n\nIt rained.\n".encode())[1], day)
    for kind in "", "Content-Type: text/plain; charset=x-own\n", "Content-Type: text/plain; charset=us-ascii\n":
        status, out, err = run("m.eml", f"Message-ID: <1>\nMIME-Version: 1.0\n{kind}\nLe café ferma.\n".encode("latin-1"))
        check(f"an encoding that is not told: {kind}", (out, err.count("WINDOWS-1252")), ("Le café ferma.\n", 1))
    one = MAIL.split(b"\n", 1)[1].split(b"\nFrom c@b")[0]
    check("one mail, by content", run("mail.bin", one)[1], "Réunion\n\nYesterday the ship left café.\n")
    boxed = b"From a@b Mon Mar  3 10:00:00 1997\nMessage-ID: <1>\n\n>From Monday on it rained.\n> so you said\nSun.\n"
    check("a line that begins like a mail", run("m.mbox", boxed)[1], "From Monday on it rained.\nSun.\n")
    broken = b"From a@b Mon Jan  3 10:00:00 1994\nSubject: One\n\nRain.\n\nFrom here on\n\xff\xfe\n\nit hailed.\n" \
             b"From a@b Tue Jan  4 10:00:00 1994\n\xff\xfe\n\nFrom a@b Wed Jan  5 10:00:00 1994\nSubject: Two\n\nSun.\n"
    status, out, err = run("m.mbox", broken)
    check("mails behind one that is none", (status, "Rain." in out, "it hailed." in out, "Two\n\nSun." in out), (0, True, True, True))
    check("the same out of a mailbox", run("m.eml", boxed.split(b"\n", 1)[1])[1], "Sun.\n")
    plain = "--q\nContent-Type: text/plain\n\n{}\n".format
    several = ("Message-ID: <1>\nDate: 5 Nov 1990 10:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n")
    check("two parts with a picture between", run("m.eml", (
        several + plain("It rained.") + "--q\nContent-Type: image/png\nContent-Disposition: inline\n\nx\n" +
        plain("Then it stopped.") + "--q--\n").encode())[1], "It rained.\n\nThen it stopped.\n")
    along = (several + "--q\nContent-Type: message/rfc822\n\nDate: 1 Nov 1990 10:00 +0000\n\nYesterday it snowed.\n" +
             plain("Yesterday it rained.") + "--q--\n").encode()
    check("a mail sent along is one of its own", run("m.eml", along)[1],
          "# d1 m.eml\nYesterday it rained.\n# d2 m.eml\nYesterday it snowed.\n")
    check("each with its day", [m["when"]["edtf"] for m in json.loads(run("m.eml", along, "--to", "json")[1])["mentions"]],
          ["1990-11-04", "1990-10-31"])
    check("a mailbox, by its first line", run("Inbox", b"From a@b Mon Jan  3 00:00:00 1994\nSubject: Mill\nFrom: A\n\nIt rained.\n"
                                              b"\nFrom a@b Tue Jan  4 00:00:00 1994\nSubject: Dam\n\nIt broke.\n")[1],
          "# d1 Inbox\nMill\n\nIt rained.\n# d2 Inbox\nDam\n\nIt broke.\n")
    check("a diary is none", run("diary", b"From Monday on 3 January 1994 it rained.\nAnn: so it did.\n")[1], "From Monday on")
    page_mail()
    check("a memorandum is none", run("memo.txt", b"From: A\nTo: B\nDate: 3 March 1997\n\nIt rained.\n")[1], "From: A")
    mail_without_date()
    mail_with_wrong_date()
    mail_with_files()
    empty_files()
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(5000))
    status, out, err = run("nested.eml", ("Message-ID: <1>\n" + nested + "\n\nOn 4 May 1912 it rained.").encode())
    check("nested parts", status in (0, 1), True)
    for length in range(1, len(MAIL), 31):
        check(f"mail cut at {length}", run("cut.mbox", MAIL[:length])[0] in (0, 1), True)


def mails_in_mails():
    """What is passed on or answered below has its own day, in whatever language the program writes its head."""
    head = "From: Ann <a@b>\nDate: Tue, 5 Mar 2019 10:00:00 +0000\nSubject: Rain\nMIME-Version: 1.0\n"
    plain = head + "Content-Type: text/plain; charset=utf-8\n\nIt rained on 2 March 2019.\n\n"
    heads = ("De : Bo <b@x>\nEnvoyé : lundi 4 février 2019 10:12\nÀ : Ann\nObjet : Rain\n\n",
             "От: Bo <b@x>\nОтправлено: 4 февраля 2019 г. 10:12\nКому: Ann\nТема: Rain\n\n",
             "Von: Bo <b@x>\nGesendet: Montag, 4. Februar 2019 10:12\nAn: Ann\nBetreff: Rain\n\n",
             "*From:* Bo <b@x>\n*Sent:* Monday, 4 February 2019 10:12\n*To:* Ann\n*Subject:* Rain\n\n",
             "---------- Forwarded message ---------\nFrom: Bo <b@x>\nDate: Mon, 4 Feb 2019 at 10:12\nSubject: Rain\nTo: Ann\n\n",
             "-------- Weitergeleitete Nachricht --------\nBetreff: \tRain\nDatum: \tMon, 4 Feb 2019 10:12:00 +0000\n"
             "Von: \tBo\nAn: \tAnn\n\n")
    quoted = "Begin forwarded message:\n\n> From: Bo <b@x>\n> Subject: Rain\n> Date: 4 February 2019 at 10:12:00 GMT\n> To: Ann\n> \n> "
    for inner in (*heads, quoted):
        status, out, err = run("m.eml", (plain + inner + "The ship came yesterday.\n").encode(), "-q", "--to", "json")
        found = json.loads(out)
        check(inner, [d["when"]["edtf"] for d in found["documents"]], ["2019-03-05", "2019-02-04"])
        check(f"... told in {inner}", "2019-02-03" in [e["when"]["edtf"] for e in found["events"]], True)
    page = head + ('Content-Type: text/html; charset=utf-8\n\n<p>See.</p><div class="gmail_quote"><div class="gmail_attr">---------- '
                   'Forwarded message ---------<br>From: Bo &lt;b@x&gt;<br>Date: Mon, 4 Feb 2019 at 10:12<br>Subject: Rain<br>'
                   'To: Ann<br></div><p>The ship came yesterday.</p></div>')
    check("passed on by Gmail", [d["when"]["edtf"] for d in json.loads(run("m.eml", page.encode(), "-q", "--to", "json")[1])["documents"]],
          ["2019-03-05", "2019-02-04"])

    def parts(kind, *bodies):
        return (head + f"Content-Type: multipart/{kind}; boundary=x\n\n" +
                "".join(f"--x\nContent-Type: text/{t}\n\n{b}\n" for t, b in bodies) + "--x--\n").encode()

    check("pages with a picture between", run("m.eml", parts("mixed", ("html", "<p>One"), ("html", "<p>Two")))[1], "Rain\n\nOne\n\nTwo\n")
    check("words and a page", run("m.eml", parts("mixed", ("plain", "One"), ("html", "<p>Two")))[1], "Rain\n\nOne\n\nTwo\n")
    check("no words beside a page", run("m.eml", parts("alternative", ("plain", " "), ("html", "<p>Two")))[1], "Rain\n\nTwo\n")
    check("of two ways one", run("m.eml", parts("alternative", ("plain", "One"), ("html", "<p>Two")))[1], "Rain\n\nOne\n")
    check("an invitation is told", run("m.eml", parts("alternative", ("plain", "One"), ("calendar", "BEGIN:VCALENDAR")))[2], "sent along")
    check("no boundary", run("m.eml", (head + "Content-Type: multipart/mixed\n\nIt rained.\n").encode())[2], "no text that can be read")
    saved = ("From: <Saved by Blink>\nSubject: Rain\nDate: Tue, 12 Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: "
             "multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=iso-8859-1\n\n<nav>Menu</nav><main><h1>Caf\xe9</h1>"
             "<p>12 March 1931</p><p>Yesterday it fell.</p></main>\n--x--\n").encode("latin-1")
    check("a page saved in one file", run("p.mhtml", saved)[1], "Café\n\n12 March 1931\n\nYesterday it fell.\n")
    check("... has its own day", [d["when"]["edtf"] for d in json.loads(run("p.mhtml", saved, "--to", "json")[1])["documents"]], ["1931-03-12"])


def small_pdf(words):
    page = f"BT /F 12 Tf 50 400 Td ({words}) Tj ET"
    objects = ("/Type/Catalog/Pages 2 0 R", "/Type/Pages/Kids[3 0 R]/Count 1",
               "/Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>",
               f"/Length {len(page)}>>stream\n{page}\nendstream<<", "/Type/Font/Subtype/Type1/BaseFont/Helvetica",
               "/Title(Notes of a journey)/CreationDate(D:20190504093000Z)")
    body = "".join(f"{i + 1} 0 obj<<{o}>>endobj\n" for i, o in enumerate(objects)).replace("<<>>", "")
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n".encode()


def pdf():
    with open("a.txt", "w") as f:
        f.write("On 27 October 1962 a plane was shot down.\n")
    subprocess.run([annals, "-q", "-o", "made.pdf", "a.txt"], check=True)
    with open("made.pdf", "rb") as f:
        whole = f.read()
    path = os.environ["PATH"]
    if any(os.access(os.path.join(p, "pdftotext"), os.X_OK) for p in path.split(":")):
        check("pdf", run("b.pdf", whole)[1], "27 October 1962")
        check("its properties", told("d.pdf", small_pdf("Yesterday the ship left, and it rained all day.")),
              ("Notes of a journey", "2019-05-04", "inferred", "2019-05-03", True))
        check("a picture", "have their text recognised" in run("e.pdf", small_pdf(""))[2], True)
        check("a broken pdf", run("c.pdf", b"%PDF-1.5 and so on")[2], "pdftotext cannot read it")
    os.environ["PATH"] = "/nowhere"
    status, out, err = run("b.pdf", whole)
    os.environ["PATH"] = path
    check("without pdftotext", (status, "install poppler-utils" in err), (1, True))


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    if missing("office") or missing("archive"):
        sys.exit(77)
    office()
    broken_off()
    changes()
    cut_archives()
    flat()
    encodings()
    wide_cyrillic()
    bullets()
    properties()
    archives()
    tables()
    offsets()
    if not missing("mail"):
        mail()
        mails_in_mails()
    pdf()
print(f"{checks} checks, {failures} failed")
sys.exit(failures > 0)
