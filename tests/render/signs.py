"""signs.py ANNALS: what the marks of a drawing tell to those who see no colours, and what an SVG says in words."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
failures = []


def expect(what, holds):
    if not holds:
        failures.append(what)


def told(done):
    """What the program said; sanitizers speak of libraries in lines of their own."""
    return [line for line in done.stderr.splitlines() if line.startswith("annals:")]


def drawn(annals, *arguments):
    """The picture's root and what was said about it."""
    done = subprocess.run([annals, "--to", "svg", *arguments], capture_output=True, check=True, text=True)
    return ElementTree.fromstring(done.stdout), "\n".join(told(done)), done.stdout


def events(root):
    return [g for g in root.iter(SVG + "g") if g.find(SVG + "title") is not None]


def shape_of(event):
    """The shapes of an event behind its leader, without colours; places count from the mark's own."""
    shapes = [e for e in event if e.tag in (SVG + "path", SVG + "circle")][1:]
    at = [float(shapes[0].get(k, 0)) for k in ("cx", "cy")]
    told = []
    for e in shapes:
        numbers = re.findall(r"[A-Za-z]|-?[\d.]+", e.get("d", ""))
        lengths = [n if n.isalpha() else "n" for n in numbers]
        bounds = [float(n) for n in numbers if not n.isalpha()]
        slope = tuple(round(n) for n in bounds[2:]) if len(bounds) == 4 else ()
        told.append((e.tag, e.get("r"), tuple(lengths), slope))
    return tuple(told)


def check_categories(annals, folder):
    """Each category has a mark that a grey print tells from the others."""
    path = os.path.join(folder, "categories.csv")
    with open(path, "w") as out:
        out.write("date,label,category\n" + "".join(f"1962-0{i}-01,Thing {i},sort {i}\n" for i in range(1, 9)))
    root, _, _ = drawn(annals, "--colour-by", "category", path)
    shapes = [shape_of(e) for e in events(root)]
    expect(f"categories have the same marks: {shapes}", len(set(shapes)) == len(shapes) == 8)


def check_lanes(annals, folder):
    """Lanes are of the categories, of the sources, or none."""
    path = os.path.join(folder, "lanes.csv")
    with open(path, "w") as out:
        out.write("date,label,category\n1962-10-27,One,sails\n1962-10-28,Two,steam\n")
    for grouping, names in (([], ["sails", "steam"]), (["--group", "source"], ["lanes.csv"]), (["--group", "none"], [])):
        root, _, _ = drawn(annals, "--layout", "lanes", *grouping, path)
        said = [os.path.basename("".join(t.itertext())) for t in root.iter(SVG + "text")]
        found = [name for name in ("sails", "steam", "lanes.csv") if name in said]
        expect(f"{grouping}: lanes are {found}", found == names)


def check_short_ranges(annals, folder):
    """A short range has a bar or a mark, not parts of both."""
    path = os.path.join(folder, "hours.csv")
    with open(path, "w") as out:
        out.write("date,end,label\n1962-10-19T10:00,,First\n1962-11-02T11:00,,Last\n" +
                  "".join(f"1962-10-2{i}T05:00,1962-10-2{i}T{6 + i:02}:00,Hours {i}\n" for i in range(9)))
    for layout in ("figure", "lanes"):
        for width in ("84", "174", "400"):
            root, _, _ = drawn(annals, "--layout", layout, "--width", width, "--scale", "linear", path)
            for event in events(root):
                marks = len(event.findall(SVG + "circle"))
                bars = sum("V" in e.get("d", "").upper() and "H" in e.get("d", "").upper() and "Z" in e.get("d", "")
                           for e in event.findall(SVG + "path")) + len(event.findall(SVG + "rect"))
                expect(f"{layout} {width}: '{event.findtext(SVG + 'title')}' has {marks} marks and {bars} bars",
                       marks + bars <= 1)


def check_stretch(annals, folder):
    """The stretch that something lies in has a line of the mark's own colour."""
    path = os.path.join(folder, "day.csv")
    with open(path, "w") as out:
        out.write("date,label\n1962-10-27,Some time\n1962-10-28T10:00,Ten\n1962-10-28T12:00,Noon\n")
    for layout in ("figure", "lanes", "vertical"):
        _, _, text = drawn(annals, "--layout", layout, path)
        colours = re.findall(r"stroke:(#\w+);stroke-width:[\d.]+;stroke-dasharray", text)
        expect(f"{layout}: a stretch has no line", "#8f2a1e" in colours)


def check_texts(annals, folder):
    """All that is told of an event, and who tells it."""
    table, one, two = (os.path.join(folder, name) for name in ("told.csv", "one.txt", "two.txt"))
    with open(table, "w") as out:
        out.write("date,label,text\n1962-10-27,Short,The harbour master told it at length.\n1962-10-29,Other,Other\n")
    root, _, _ = drawn(annals, table)
    texts = [e.findtext(SVG + "desc") for e in events(root)]
    expect(f"the full text is not there: {texts}", texts == ["The harbour master told it at length.", None])
    for path, text in ((one, "On 27 October 1962 the ferry Anna Petersen sank off Holm.\n"),
                       (two, "The ferry Anna Petersen sank off Holm on 27 October 1962, it is said.\n")):
        with open(path, "w") as out:
            out.write(text)
    root, _, _ = drawn(annals, "--title", "Two", one, two)
    said = [e.findtext(SVG + "desc") or "" for e in events(root)]
    expect(f"not all sources are named: {said}", any("one.txt" in s and "two.txt" in s for s in said))


def check_claims(annals, folder):
    """A mark does not hide the sign of a source that says otherwise."""
    paths = [os.path.join(folder, f"says{i}.txt") for i in range(3)]
    for path, text in zip(paths, ("On 27 October 1962 the ferry Anna Petersen sank off Holm.\n",
                                  "The ferry Anna Petersen sank off Holm on 28 October 1962, it is said.\n",
                                  "On 3 January 1962 the harbour was closed. On 4 December 1962 it was opened.\n")):
        with open(path, "w") as out:
            out.write(text)
    root, _, _ = drawn(annals, "--layout", "lanes", "--scale", "linear", "--title", "Two", *paths)
    found = 0
    for event in events(root):
        shapes = [p.get("d") for p in event.iter(SVG + "path")]
        signs = [[float(n) for n in re.findall(r"-?[\d.]+", p)] for p in shapes if re.fullmatch(r"M\S+ \S+v-\d+", p)]
        for circle in event.iter(SVG + "circle"):
            x, y, r = (float(circle.get(k)) for k in ("cx", "cy", "r"))
            for at, foot, _ in signs:
                found += 1
                expect(f"a mark at {x} {y} hides the sign on {at} {foot}", abs(at - x) > r + 14 or foot < y - r + 2)
    expect("no sign of another claim was found", found)
    with open(paths[2], "w") as out:
        out.write("On 28 October 1962 the harbour was closed.\n")
    done = subprocess.run([annals, "--dump", "layout", *paths], capture_output=True, text=True, check=False)
    expect("a leader runs through the sign of a claim", len(re.findall(r"^point .* below 1$", done.stdout, re.M)) == 1)


def check_dates(annals, folder):
    """A date that does not fit a line is broken where it has its own breaks."""
    paths = [os.path.join(folder, f"clock{i}.txt") for i in range(2)]
    for path, text in zip(paths, ("At 10 a.m. on 27 November 1962 the ferry Anna Petersen sank off Holm.\n",
                                  "The ferry Anna Petersen sank off Holm at 11 a.m. on 28 November 1962, it is said.\n")):
        with open(path, "w") as out:
            out.write(text)
    root, _, _ = drawn(annals, "--width", "84", "--title", "Two", *paths)
    lines = [(t.text or "").strip() for t in root.iter(SVG + "text")]
    expect(f"no date in lines: {lines}", any("28 November" in line for line in lines))
    for line in lines:
        expect(f"a line ends within a date: '{line}'", not re.search(r"\bor( \d+)?$|^November", line))


def check_links(annals, folder):
    """Each of the sources of an event can be reached, and says its name."""
    paths = [os.path.join(folder, f"teller{i}.txt") for i in range(4)]
    for path, teller in zip(paths, ("cook", "mate", "pilot", "smith")):
        with open(path, "w") as out:
            out.write(f"On 27 October 1962 the ferry Anna Petersen sank off Holm.\n\nSo the {teller} says.\n")
    for arguments in ([], ["--layout", "vertical"], ["--layout", "lanes"], ["--svg-text", "outline"]):
        picture = os.path.join(folder, "links.svg")
        subprocess.run([annals, "-q", *arguments, "-o", picture, *paths], check=True, capture_output=True)
        event, = events(ElementTree.parse(picture).getroot())
        links = event.findall(".//" + SVG + "a")
        expect(f"{arguments}: links within links", not any(a.find(".//" + SVG + "a") is not None for a in links))
        found = {a.get("href") for a in links}
        expect(f"{arguments}: leads to {found} only", found == {os.path.basename(p) for p in paths})
        named = [a.findtext(SVG + "title") for a in links[1:]]
        expect(f"{arguments}: links are called {named}", sorted(named) == sorted(os.path.basename(p) for p in paths))
        fields = [[float(n) for n in re.findall(r"-?[\d.]+", a.find(SVG + "path").get("d"))] for a in links[1:]]
        ends = [(f[0], f[0] + f[2]) for f in fields]
        expect(f"{arguments}: fields are at {ends}",
               all(a < b for a, b in ends) and all(a[1] <= b[0] for a, b in zip(ends, ends[1:])))


def check_warning(annals, folder):
    """Letters without a font are told of once, with the name of their script."""
    path = os.path.join(folder, "scripts.csv")
    with open(path, "w", encoding="utf-8") as out:
        out.write("date,label\n1962-10-27,\U00012000\U00012001 and \ue000\n")
    files = [os.path.join(folder, "a." + form) for form in ("svg", "png", "pdf")]
    arguments = [a for f in files for a in ("-o", f)]
    done = subprocess.run([annals, *arguments, path], capture_output=True, check=True, text=True)
    lines = [line for line in told(done) if "font" in line]
    expect(f"not one warning: {lines}", len(lines) == 1)
    expect(f"it names nothing: {lines}", all("U+E000" in line for line in lines))


def letters_of(text):
    """A PDF names letters by their shapes."""
    return unicodedata.normalize("NFKC", text)


def check_letters(annals, folder):
    """A tagged PDF tells all letters: those that share a glyph, or have several, do not hide what follows them; and
    brackets that are drawn the other way round are told as they are written, in fonts of outlines."""
    labels = ["السلام والأمن في الشرق", "שָׁלוֹם עולם", "Cafe\u0301 Zu\u0308rich opens", "The end (of it)", "السلام (لا) أيضا",
              "הכרזה (בתל אביב) נקראה", "ספר [אחד (Book 1)] ועוד", "قال «السلام (الآن)» ثم {ج} و 3 < 5"]
    path, pdf = (os.path.join(folder, name) for name in ("letters.csv", "letters.pdf"))
    with open(path, "w", encoding="utf-8") as out:
        out.write("date,label\n" + "".join(f"1962-10-{10 + i},{label}\n" for i, label in enumerate(labels)))
        out.write("1962-10-20,No\ufddd letter\U0001fffe at all\n")
    labels.append("No letter at all")
    if not shutil.which("pdfinfo") or "font" in drawn(annals, path)[1]:
        return
    for arguments in ([], ["--layout", "vertical"], ["--layout", "list"]):
        subprocess.run([annals, "-q", *arguments, "-o", pdf, path], capture_output=True, check=True)
        done = subprocess.run(["pdfinfo", "-struct-text", pdf], capture_output=True, check=True)
        said = letters_of(done.stdout.decode("utf-8"))
        lost = [label for label in labels if letters_of(label) not in said]
        expect(f"{arguments}: lost in a PDF: {lost}", not lost)
        text, fonts = (subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
                       for command in (["pdftotext", pdf, "-"], ["pdffonts", pdf]))
        expect(f"{arguments}: brackets are mirrored in the text of a PDF", "הכרזה (בתל אביב) נקראה" in text)
        expect(f"{arguments}: a font is not embedded or not of outlines: {fonts}",
               all(" Type 3 " not in f and " yes " in f for f in fonts.splitlines()[2:]))


def check_told(annals, folder):
    """A headline is these words of its account, but not where lines are read from the right."""
    ship, account = "הספינה יצאה מן הנמל", "הספינה יצאה מן הנמל לפני עלות השחר"
    path = os.path.join(folder, "told.csv")
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"date,label,text\n1962-10-20,{ship},{account}\n1962-10-21,The ship sailed,On 21 October the ship sailed off\n")
    done = subprocess.run([annals, "-q", "--dump", "layout", "--layout", "list", path], capture_output=True, check=True)
    said = [(line.split()[0], line.split(" | ")[1]) for line in done.stdout.decode("utf-8").splitlines() if " | " in line]
    for row in (("entry", ship), ("body", account), ("body", "On 21 October"), ("entry", "the ship sailed"), ("body", "off")):
        expect(f"not in the list: {row}", row in said)


def check_groups(annals, folder):
    """On a page in groups, each mark leads to its own entry."""
    path = os.path.join(folder, "groups.csv")
    with open(path, "w") as out:
        out.write("date,label\n" + "".join(f"19{60 + i}-0{i}-01,Thing {i}\n" for i in range(1, 9)))
    done = subprocess.run([annals, "--to", "html", "--group", "year", path], capture_output=True, check=True, text=True)
    entries = dict(re.findall(r'<li id="(e\d+)".*?<h3>(.*?)</h3>', done.stdout))
    marks = re.findall(r'<a href="#(e\d+)"[^>]*><title>[^:]*: (.*?)</title>', done.stdout)
    expect(f"marks lead to other entries: {marks}", len(marks) >= 8 and all(entries[m] == label for m, label in marks))


def check_font(annals, folder):
    """A font that is not installed is told of; one of several that is, is not."""
    path = os.path.join(folder, "font.csv")
    with open(path, "w") as out:
        out.write("date,label\n1962-10-27,One\n")
    expect("a font that is not there is not told of", "'No Such Font'" in drawn(annals, "--font", "No Such Font", path)[1])
    expect("a family of all systems is told of", "font" not in drawn(annals, "--font", "No Such Font, sans-serif", path)[1])


def main():
    annals = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for check in (check_categories, check_lanes, check_short_ranges, check_stretch, check_texts, check_claims, check_dates, check_links, check_warning, check_font, check_letters, check_told,
                      check_groups):
            check(annals, folder)
    for failure in failures:
        print(failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
