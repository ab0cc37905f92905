"""check_drawing.py LAYOUT [SVG|PDF]... [--events N] [--scores]: hold a drawing to its gates; print each violation.

LAYOUT is what `annals --dump layout` or draw-sample prints.  The finished files are read by other programs: an SVG
through rsvg-convert, a PDF, or the SVG as a PDF, through pdftotext, which tells where each word stands.  A word or box
counts with the part of its line that ink can be on.  Exits with 1 when there is a violation."""

import argparse
import math
import os
import re
import subprocess
import sys
import tempfile
from bisect import bisect
from collections import namedtuple
from xml.etree import ElementTree

Box = namedtuple("Box", "left top right bottom name words")
LEAST_POINT, MM_PER_POINT, TOLERANCE = 7, 25.4 / 72, 0.05
TEXTS = re.compile(r"^(\S+) ([-.\d]+) ([-.\d]+) ([-.\d]+) ([-.\d]+) \| (.*)$")
# Of the height from ascender to descender: what stands above capitals, and below descenders.
ABOVE, BELOW = 0.26, 0.06


class Sheet:
    """A figure or a page of the dump."""

    def __init__(self, name, width, height):
        self.name, self.width, self.height = name, width, height
        self.boxes, self.leaders, self.marks, self.events, self.counts, self.bends = [], [], [], [], [], []
        self.pictures = []  # figures among the text
        self.spans = []  # of marks: left, top and right

    def extents(self):
        """Of each mark, with its words: left, top, right and bottom."""
        words = label_boxes(self)
        for i, (left, top, right) in enumerate(self.spans):
            box = words.get(i, (left, top, right, top))
            yield min(left, box[0]), min(top, box[1]), max(right, box[2]), box[3]


def read_layout(path):
    sheets = []
    for line in open(path, encoding="utf-8"):
        words = line.split()
        if words[0] in ("figure", "page"):
            name = words[0] + (" " + words[6] if words[0] == "page" else "")
            sheets.append(Sheet(name, float(words[3]), float(words[4])))
        elif found := TEXTS.match(line):
            read_text(sheets[-1], found)
        elif words[0] in ("point", "mark", "bar", "within"):
            read_mark(sheets[-1], words)
        elif words[0] == "overview":
            left, top, width, height = (float(w) for w in words[1:5])
            sheets[-1].pictures.append(Box(left, top, left + width, top + height, "overview", ""))
        elif words[0] == "bend":
            sheets[-1].bends.append([float(w) for w in words[1:]])
        elif words[0] == "leader":
            sheets[-1].leaders.append((len(sheets[-1].marks) - 1, [float(w) for w in words[1:]]))
    return sheets


def read_text(sheet, found):
    x, y, width, height = (float(found.group(i)) for i in range(2, 6))
    name, words = found.group(1), found.group(6)
    owner = len(sheet.marks) - 1 if name in ("date", "label", "more") else -1
    sheet.boxes.append((owner, Box(x, y, x + width, y + height, name, words)))
    if more := re.match(r"(?:…|\.\.\.) and (\d+) more", words) if name in ("note", "cluster") else None:
        sheet.counts.append(int(more.group(1)))
    if more := re.match(r"Without a date(?:: | \()(\d+)", words) if name == "note" else None:
        sheet.counts.append(int(more.group(1)))


def read_mark(sheet, words):
    number = words[words.index("events") + 1] if "events" in words else "1"
    sheet.counts.append(int(number))
    sheet.events.append(words[words.index("id") + 1])
    x = float(words[words.index("at") + 1]) if "at" in words else float(words[1])
    level, below = (int(words[words.index(k) + 1]) if k in words else 0 for k in ("raised", "below"))
    sheet.marks.append((words[0], x, level, max(level, below), float(words[2])))
    left, top, width = float(words[1]), float(words[2]), float(words[3])
    half = MARK_HALF if words[0] == "mark" else 0
    sheet.spans.append((min(left, x - half), top, max(left + width, x + half)))


# ------------------------------------------------------------------ gates


def overlapping(boxes):
    """Pairs of boxes that overlap, by a sweep from top to bottom."""
    active = []
    for item in sorted(boxes, key=lambda i: i[1].top):
        b = item[1]
        active = [a for a in active if a[1].bottom - TOLERANCE > b.top]
        for a in active:
            if a[1].left < b.right - TOLERANCE and b.left < a[1].right - TOLERANCE:
                yield a, item
        active.append(item)


def outside(sheet):
    for b in [b for _, b in sheet.boxes] + sheet.pictures:
        if b.left < -TOLERANCE or b.top < -TOLERANCE or b.right > sheet.width + TOLERANCE or \
                b.bottom > sheet.height + TOLERANCE:
            yield f"'{b.words or b.name}' is outside of the {sheet.name}"


def pieces_of(leader):
    """What a leader's numbers say: a curve from mark to foot, which keeps the order of its ends, and the upright stem."""
    x, y, stem, foot, top = leader
    return (min(x, stem), min(y, foot), max(x, stem), max(y, foot)), (stem, min(top, foot), stem, max(top, foot))


def leaders_crossing(sheet):
    curves = sorted((l[:4] for _, l in sheet.leaders), key=lambda l: (l[1], l[0], l[2]))
    for a, b in zip(curves, curves[1:]):
        if a[1] == b[1] and a[3] == b[3] and a[2] > b[2] + 0.011:
            yield f"leaders from {a[0]} and {b[0]} cross"


def bends_crossing(sheet):
    """Leaders to words beside an upright axis; those of a sheet follow each other downwards."""
    for a, b in zip(sheet.bends, sheet.bends[1:]):
        if b[3] > a[3] and b[1] < a[1] - 0.011:
            yield f"leaders from {a[1]} and {b[1]} cross"
    boxes = sorted((b for _, b in sheet.boxes), key=lambda b: b.top)
    tops, highest = [b.top for b in boxes], max((b.bottom - b.top for b in boxes), default=0)
    for x, y, end, foot in sheet.bends:
        for b in boxes[bisect(tops, min(y, foot) - highest):bisect(tops, max(y, foot))]:
            if b.left < end and b.right > x and b.top < max(y, foot) and b.bottom > min(y, foot):
                yield f"a leader at {y} runs through '{b.words}'"


def leaders_over_labels(sheet):
    tops = sorted(sheet.boxes, key=lambda i: i[1].left)
    for owner, leader in sheet.leaders:
        for left, top, right, bottom in pieces_of(leader):
            for other, b in tops:
                if b.left >= right - TOLERANCE and b.left > right:
                    break
                if other != owner and b.right > left + TOLERANCE and b.top < bottom - TOLERANCE and \
                        b.bottom > top + 0.35 and b.left < right - TOLERANCE + (left == right) * 0.1:
                    yield f"a leader at {left} runs through '{b.words}'"


def marks_hidden(sheet):
    """Marks on one level that stand nearer than half a mark, though not at one place."""
    points = [m for m in sheet.marks if m[0] == "point"]
    for i, a in enumerate(points):
        for b in points[i + 1:i + 9]:
            if a[2] == b[2] and a[4] == b[4] and 0.02 < abs(a[1] - b[1]) < 1:
                yield f"marks at {a[1]} and {b[1]} overlap"


def marks_run_through(sheet):
    """A leader begins over all marks that stand above its own."""
    points = [m for m in sheet.marks if m[0] == "point"]
    for i, a in enumerate(points):
        for b in points[max(0, i - 9):i + 9]:
            if abs(a[1] - b[1]) < 1 and b[2] > a[3] and a[4] == b[4]:
                yield f"the leader from {a[1]} runs through the mark at {b[1]}"


def by_sides(sheet):
    """Leaders above and below an axis, each with the place of its mark in the order of time."""
    for below in (False, True):
        yield [(owner, leader) for owner, leader in sheet.leaders if (leader[4] > leader[3]) == below]


def read_out_of_order(sheet):
    """On either side labels are read down a column, and then the next one to the right."""
    words = label_boxes(sheet)
    for side in by_sides(sheet):
        boxes = [words[owner] for owner, _ in side if owner in words]
        for a, b in zip(boxes, boxes[1:]):
            if b[1] < a[3] - TOLERANCE and b[0] < a[2] - TOLERANCE:
                yield f"the label at {b[0]} {b[1]} is read before the one at {a[0]} {a[1]}"


def check_layout(sheets, events):
    for sheet in sheets:
        for a, b in overlapping(sheet.boxes):
            yield f"{sheet.name}: '{a[1].words}' and '{b[1].words}' overlap"
        for gate in (outside, leaders_crossing, bends_crossing, leaders_over_labels, marks_hidden, marks_run_through,
                     read_out_of_order):
            for message in gate(sheet):
                yield f"{sheet.name}: {message}"
    yield from pages_wasted([s for s in sheets if s.name != "figure" and not s.bends])
    figures = [s for s in sheets if s.name == "figure"]
    names = [e for s in figures for e in s.events]
    for name in {n for n in names if names.count(n) > 1} if len(names) < 3000 else ():
        yield f"event {name} is drawn twice"
    counted = sum(sum(s.counts) for s in figures)
    if events is not None and figures and counted != events:
        yield f"{counted} events are drawn or counted, not {events}"


# ------------------------------------------------------------------ finished files


def run(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode or done.stderr:
        raise SystemExit(f"FAILED: {' '.join(command)}: {done.stderr.decode()[:300]}")
    return done.stdout


def words_of(pdf):
    """Pages of (width, height, boxes) in points."""
    tree = ElementTree.fromstring(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", run("pdftotext", "-bbox", pdf, "-")))
    name = "{http://www.w3.org/1999/xhtml}"
    for page in tree.iter(name + "page"):
        boxes = []
        for w in page.iter(name + "word"):
            left, top, right, bottom = (float(w.get(k)) for k in ("xMin", "yMin", "xMax", "yMax"))
            boxes.append(Box(left, top, right, bottom, "word", w.text or ""))
        yield float(page.get("width")), float(page.get("height")), boxes


def inked(b):
    height = b.bottom - b.top
    return Box(b.left, b.top + ABOVE * height, b.right, b.bottom - BELOW * height, b.name, b.words)


def check_words(name, pages):
    for number, (width, height, boxes) in enumerate(pages, 1):
        where = f"{name}, page {number}"
        if not boxes:
            yield f"{where} is empty"
        for b in boxes:
            if b.left < -0.1 or b.top < -0.1 or b.right > width + 0.1 or b.bottom > height + 0.1:
                yield f"{where}: '{b.words}' is outside of the page"
            # Noto and DejaVu are at least 1.16 times as high as their size says.
            if b.bottom - b.top < 1.1 * LEAST_POINT:
                yield f"{where}: '{b.words}' is smaller than {LEAST_POINT} points"
        for (_, a), (_, b) in overlapping([(0, inked(b)) for b in boxes]):
            if min(a.right, b.right) - max(a.left, b.left) > 0.3 and min(a.bottom, b.bottom) - max(a.top, b.top) > 0.3:
                yield f"{where}: '{a.words}' and '{b.words}' overlap at {a.left:.0f} {a.top:.0f}"


def squeezed(text):
    return re.sub(r"[\s\u00a0]+", "", text)


def labels_of(sheets):
    """The labels of the figures, or of the pages' entries, without blanks: lines may end within a word."""
    for sheet in sheets:
        for _, b in sheet.boxes:
            yield sheet.name, b.name, squeezed(b.words.replace(" / ", ""))


def check_order(what, text, wanted):
    """The labels stand in the text in their order."""
    at = 0
    for label in wanted:
        found = text.find(label, at)
        if found < 0:
            yield f"{what}: '{label}' is not there, or out of order"
        else:
            at = found + len(label)


def words_in_slices(tree):
    """(width, height, boxes) of an SVG as rsvg draws it, some hundred texts at a time: pdftotext takes for ever over a
    page of thousands."""
    root, most = tree.getroot(), 400
    own = [e for e in root if e.tag.endswith(("}style", "}defs"))]
    parts, boxes = [e for e in root if e not in own], []
    for e in parts:
        root.remove(e)
    while parts:
        shown = []
        while parts and (not shown or sum(count_texts(e) for e in shown + parts[:1]) <= most):
            shown.append(parts.pop(0))
        root.extend(shown)
        with tempfile.NamedTemporaryFile(suffix=".svg") as svg, tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
            tree.write(svg.name)
            run("rsvg-convert", "-f", "pdf", "-o", pdf.name, svg.name)
            for width, height, words in words_of(pdf.name):
                boxes += words
        for e in shown:
            root.remove(e)
    return width, height, boxes


def count_texts(element):
    return sum(e.tag.endswith("}text") for e in element.iter())


def check_svg(path, sheets):
    run("xmllint", "--noout", "--nonet", path)
    tree = ElementTree.parse(path)
    name = "{http://www.w3.org/2000/svg}"
    text = "".join(squeezed("".join(t.itertext())) for t in tree.iter(name + "text"))
    ids = [g.get("id") for g in tree.iter() if g.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id is there twice"
    for place, kind, label in labels_of(sheets):
        if place == "figure" and kind in ("label", "date", "more", "note", "title") and label not in text:
            yield f"{path}: '{label}' is not there"
    yield from check_words(os.path.basename(path), [words_in_slices(tree)])


def check_pdf(path, sheets):
    run("qpdf", "--check", path)
    structure = run("pdfinfo", "-struct-text", path).decode("utf-8", "replace")
    spoken = squeezed("".join(re.findall(r'^\s*"(.*)"$', structure, re.M)))
    entries = [label for place, kind, label in labels_of(sheets) if place != "figure" and kind in ("entry", "section", "label")]
    yield from check_order("structure", spoken, entries)
    yield from check_words(os.path.basename(path), words_of(path))


# ------------------------------------------------------------------ scores


def least_moves(wanted, offsets, low, high):
    """The places of things in a row, nearest to what they want: pools of neighbours that violate the order."""
    pools = []
    for w, o in zip(wanted, offsets):
        pools.append([w - o, 1])
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (a, m), (b, n) = pools[-2:]
            pools[-2:] = [[(a * m + b * n) / (m + n), m + n]]
    starts = (min(max(mean, low), high - offsets[-1]) for mean, count in pools for _ in range(count))
    return [start + o for start, o in zip(starts, offsets)]


def displacements(sheet):
    """Beside an upright axis: how far the words are from their moments, and how far they would have to be."""
    wanted, places = [b[1] for b in sheet.bends], [b[3] for b in sheet.bends]
    heights = {}
    for owner, b in sheet.boxes:
        top, bottom = heights.get(owner, (b.top, b.bottom))
        heights[owner] = (min(top, b.top), max(bottom, b.bottom))
    first, offsets, gaps = len(sheet.marks) - len(sheet.bends), [0], []
    for i in range(len(places) - 1):
        top, bottom = heights.get(first + i, (0, 3.25))
        gaps.append(places[i + 1] - places[i] - (bottom - top))
        offsets.append(offsets[-1] + bottom - top)
    gap = min(gaps + [1.3])
    offsets = [o + i * gap for i, o in enumerate(offsets)]
    best = least_moves(wanted, offsets, places[0], places[-1])
    yield from zip((abs(w - p) for w, p in zip(wanted, places)), (abs(w - p) for w, p in zip(wanted, best)))


def label_boxes(sheet):
    """Of each mark that has words: what mark and words cover."""
    found = {}
    for owner, b in sheet.boxes:
        if owner >= 0:
            left, top, right, bottom = found.get(owner, (b.left, b.top, b.right, b.bottom))
            found[owner] = (min(left, b.left), min(top, b.top), max(right, b.right), max(bottom, b.bottom))
    return found


STEM_GAP, COLUMN_GAP = 0.95, 2.5  # millimetres


def row_displacements(sheet):
    """Of labels above the axis and below it: how far each is from its mark, and how far it would have to be, were the
    sides, the columns and the order to stay."""
    boxes = label_boxes(sheet)
    above, below = ([(boxes[owner], leader) for owner, leader in side] for side in by_sides(sheet))
    turned = sheet.width
    yield from side_displacements([(leader[0], leader[2], box[2] - leader[2]) for box, leader in above], turned)
    yield from side_displacements([(turned - leader[0], turned - leader[2], leader[2] - box[0]) for box, leader in below[::-1]], turned)


def side_displacements(labels, width):
    """Of labels with mark, stem and width.  Those of one column stand on neighbouring stems; the next column begins
    right of all of them."""
    wanted, offsets, own = [], [], []
    right = edge = None
    for x, stem, words in labels:
        fresh = right is None or stem > right
        if fresh:
            offset = 0 if right is None else edge + COLUMN_GAP
        else:
            offset = offsets[-1] + (STEM_GAP if stem > last + TOLERANCE else 0)
        right, edge = (max(a, b) for a, b in ((stem + words, stem if fresh else right), (offset + words, offset if fresh else edge)))
        last = stem
        wanted.append(x)
        offsets.append(offset)
        own.append(abs(stem - x))
    best = least_moves(wanted, offsets, 0, width - (edge - offsets[-1])) if labels else []
    yield from zip(own, (abs(w - p) for w, p in zip(wanted, best)))


SIDE_GAP, MARK_HALF = 2.5, 1.1  # millimetres


def rows_score(sheet):
    """Rows in lanes, where nothing is displaced, and the depth of overlap, which is the least that there can be."""
    lanes = sorted(b.top for _, b in sheet.boxes if b.name == "lane") or [0]
    rows, deep = 0, 0
    items = [(bisect(lanes, top), left, top, right) for left, top, right, _ in sheet.extents()]
    for lane in {i[0] for i in items}:
        tops = sorted(i[2] for i in items if i[0] == lane)
        rows += sum(1 for a, b in zip([-9] + tops, tops) if b - a > 1)
        ends = sorted([(i[1], 1) for i in items if i[0] == lane] + [(i[3] + SIDE_GAP - TOLERANCE, -1) for i in items if i[0] == lane])
        depth = most = 0
        for _, step in ends:
            depth += step
            most = max(most, depth)
        deep += most
    return rows, deep


def pages_score(pages):
    """Pages, against those that their contents fill without a gap at their ends; and the fewest whole pages that they need."""
    held = [[b for _, b in s.boxes] + s.pictures for s in pages if s.boxes]
    used = [(min(b.top for b in boxes), max(b.bottom for b in boxes)) for boxes in held]
    height = max(bottom for _, bottom in used) - min(top for top, _ in used)
    filled = max(1, sum(bottom - top for top, bottom in used) / height)
    return len(used) / filled, math.ceil(filled - 1e-6)


def pages_wasted(pages):
    """More pages than their contents need, by more than three in twenty and by one at least."""
    if any(s.boxes for s in pages):
        ratio, least = pages_score(pages)
        if ratio > 1.15 and len(pages) > least:
            yield f"{len(pages)} pages hold what {least} could"


def scores(sheets, files, events):
    figures = [s for s in sheets if s.name == "figure"]
    moved = [abs(l[2] - l[0]) for s in figures for _, l in s.leaders]
    if moved:
        own, best = (sum(column) for column in zip(*(p for s in figures if s.leaders for p in row_displacements(s))))
        yield f"mean displacement {own / len(moved):.1f} mm, {(own + 1e-9) / (best + 1e-9):.2f} of the least"
    for s in figures:
        if s.marks and not s.leaders and not s.bends:
            yield "{} rows, {} deep".format(*rows_score(s))
    pages = [s for s in sheets if s.name != "figure"]
    upright = [pair for s in pages if s.bends for pair in displacements(s)]
    if upright:
        own, best = (sum(column) for column in zip(*upright))
        yield f"mean displacement {own / len(upright):.1f} mm, {(own + 1e-9) / (best + 1e-9):.2f} of the least"
    if len(pages) > 2:
        yield "{} pages, {:.2f} of what they hold, at least {}".format(len(pages), *pages_score(pages))
    shown = sum(1 for s in sheets if s.name == "figure" for m in s.marks)
    yield f"{shown} labels"
    for path in files:
        yield f"{path[-3:]} {os.path.getsize(path) / max(1, events or shown):.0f} bytes an event"


def main():
    p = argparse.ArgumentParser()
    p.add_argument("layout")
    p.add_argument("files", nargs="*")
    p.add_argument("--events", type=int)
    p.add_argument("--scores", action="store_true")
    a = p.parse_args()
    sheets = read_layout(a.layout)
    violations = list(check_layout(sheets, a.events))
    for path in a.files:
        violations += (check_svg if path.endswith(".svg") else check_pdf)(path, sheets)
    for message in violations[:20]:
        print(message)
    print(f"{len(violations)} violations" + "".join("; " + s for s in (scores(sheets, a.files, a.events) if a.scores else ())))
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
