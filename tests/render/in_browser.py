"""in_browser.py DRAW-SAMPLE [FOLDER]: what headless Chromium makes of the drawings: where the texts of an SVG stand, and
whether the page for the screen does what it promises, to the eye, the keyboard and the ear.  With FOLDER, pictures of
the page are put there."""

import os
import subprocess
import sys
import tempfile

from browser import Browser, program
from check_drawing import Box, inked, overlapping

KINDS = "week century uniform bursty power same same-day nested ancient minutes".split()
# All texts of a picture, and its size; of the one that is shown, where there are several.
TEXTS = """(() => { const picture = [...document.querySelectorAll('svg')].find(s => s.getClientRects().length);
    const size = picture.getBoundingClientRect();
    return [...picture.querySelectorAll('text')].map(t => {
        const b = t.getBoundingClientRect();
        return [b.left - size.left, b.top - size.top, b.right - size.left, b.bottom - size.top, t.textContent];
    }).concat([[0, 0, size.width, size.height, null]]); })()"""
failures = []


def expect(what, holds):
    if not holds:
        failures.append(what)


def draw(sample, folder, kind, count, form, layout=""):
    path = os.path.join(folder, "a." + form)
    with open(path, "wb") as out:
        subprocess.run([sample, kind, count, form, "a4", "auto", "174", layout], stdout=out, stderr=subprocess.DEVNULL, check=True)
    return path


def check_texts(browser, where):
    *texts, (_, _, width, height, _) = browser.run(TEXTS)
    boxes = [inked(Box(*t[:4], "text", t[4])) for t in texts]
    expect(f"{where}: there are no texts", boxes)
    for b in boxes:
        expect(f"{where}: '{b.words}' leaves the picture",
               b.left > -1 and b.top > -1 and b.right < width + 1 and b.bottom < height + 1)
    for (_, a), (_, b) in overlapping([(0, b) for b in boxes]):
        if min(a.right, b.right) - max(a.left, b.left) > 1 and min(a.bottom, b.bottom) - max(a.top, b.top) > 1:
            expect(f"{where}: '{a.words}' and '{b.words}' overlap", False)


# ------------------------------------------------------------------ the page


def type_into(browser, field, words):
    browser.run(f"""(() => {{ const f = document.forms[0]; f.{field}.value = '{words}';
        f.dispatchEvent(new Event('input', {{bubbles: true}})); }})()""")


def shown(browser):
    return browser.run("document.querySelectorAll('#entries li[data-kind]:not([hidden])').length")


def check_spoken(browser):
    spoken = list(browser.spoken())
    for role, name in (("banner", None), ("search", "Search and filters"), ("main", None), ("region", "Timeline"),
                       ("region", "Entries"), ("searchbox", "Search"), ("combobox", "Kind"), ("combobox", "Source"),
                       ("button", "Larger"), ("status", "Entries shown"), ("graphics-document", None)):
        expect(f"no {role} called {name}", any(r == role and name in (None, n) for r, n in spoken))
    links = [n for r, n in spoken if r == "link"]
    expect("a link has no name", all(links))
    expect("the marks of the figure are no links", sum(":" in n for n in links) > 10)
    expect("there are no headings", sum(r == "heading" for r, _ in spoken) > 20)


def check_filters(browser):
    every = shown(browser)
    type_into(browser, "search", "LIGHT")
    some = shown(browser)
    expect("the search finds nothing, or everything", 0 < some < every)
    expect("the count is not said", browser.run("document.querySelector('output').value") == f"{some} / {every} events")
    expect("no mark is dimmed", browser.run("document.querySelectorAll('#view a.off').length") > 0)
    expect("a heading without entries is shown", browser.run(
        "[...document.querySelectorAll('#entries>section')].every(s => s.hidden || !s.querySelector('li[data-kind]') || "
        "s.querySelector('li:not([hidden])'))"))
    browser.run("document.querySelector('button[type=reset]').click()")
    browser.run("new Promise(done => setTimeout(done, 50))")
    expect("the reset hides entries", shown(browser) == every)
    type_into(browser, "kind", "document")
    expect("the kinds do not filter", 0 < shown(browser) < every)
    type_into(browser, "kind", "")


def check_views(browser):
    """A larger view shows more events in letters of the same size."""
    sizes, marks = [], []
    for step in range(3):
        check_texts(browser, f"view {step}")
        sizes.append(browser.run("""(b => Math.round(b.height * 10))([...document.querySelectorAll('#view text.b')]
            .find(t => t.getClientRects().length).getBoundingClientRect())"""))
        marks.append(browser.run("[...document.querySelectorAll('#view a[href]')].filter(a => a.getClientRects().length).length"))
        browser.run("document.querySelector('[data-zoom=\"1\"]').click()")
    expect(f"letters change with the view: {sizes}", max(sizes) - min(sizes) <= 3)
    expect(f"a larger view does not show more: {marks}", marks[1] > 1.5 * marks[0] and marks[2] > 1.5 * marks[1])
    browser.run("document.querySelector('#view').focus()")
    browser.press("0")
    expect("the first view does not come back", browser.run("!document.querySelector('#view>div').hidden"))


def check_dates(browser):
    """The search finds times as they are shown and as ISO 8601 has them."""
    for words in ("6 March", "March 6", "1911-03-06", "monday"):
        type_into(browser, "search", words)
        expect(f"'{words}' finds not just its day: {shown(browser)}", 5 < shown(browser) < 15)
    type_into(browser, "search", "")


def check_clusters(browser):
    """An entry without a mark of its own lights up what counts it, and a search leaves that undimmed."""
    hidden = browser.run("""(() => {
        const marks = [...document.querySelectorAll('#view>div:not([hidden]) a[href]')].map(a => a.getAttribute('href').slice(1));
        return [...document.querySelectorAll('#entries li[id]')].find(li => !marks.includes(li.id)).id; })()""")
    lit = "document.querySelectorAll('#view>div:not([hidden]) .lit').length"
    browser.run(f"document.getElementById('{hidden}').dispatchEvent(new MouseEvent('mouseover', {{bubbles: true}}))")
    expect("an entry in a cluster lights nothing", browser.run(lit) == 1)
    words = browser.run(f"document.querySelector('#{hidden} h3').textContent")
    type_into(browser, "search", words)
    marks, dimmed = (browser.run(f"document.querySelectorAll('#view>div:not([hidden]) {s}').length")
                     for s in (":is(a[href],[data-with])", ".off"))
    expect(f"the search dims all marks, or none: {dimmed} of {marks}", 0 < dimmed < marks)
    type_into(browser, "search", "")


def check_phone(browser):
    browser.call("Emulation.setDeviceMetricsOverride", width=360, height=800, deviceScaleFactor=1, mobile=True)
    wide = browser.run("document.documentElement.scrollWidth")
    expect(f"on a telephone the page is {wide} pixels wide", wide <= 360)
    browser.call("Emulation.clearDeviceMetricsOverride")


def check_keyboard(browser):
    browser.run("document.querySelector('#view a').focus()")
    entry = browser.run("document.activeElement.getAttribute('href')")
    expect("a mark does not light up its entry", browser.run(f"document.querySelector('{entry}').matches('.lit')"))
    browser.press("Enter")
    expect("a mark does not lead to its entry", browser.run("location.hash") == entry)
    browser.run("document.activeElement.blur()")
    browser.press("/")
    expect("the slash does not lead to the search", browser.run("document.activeElement.name") == "search")
    browser.run("document.querySelector('#view').focus()")
    before = browser.run("document.querySelector('#view>div:not([hidden])').getBoundingClientRect().width")
    browser.press("+")
    expect("plus does not enlarge",
           browser.run("document.querySelector('#view>div:not([hidden])').getBoundingClientRect().width") > before * 1.2)
    browser.press("0")


def check_looks(browser, folder):
    ground = "getComputedStyle(document.body).backgroundColor"
    for scheme, colour in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(22, 24, 28)")):
        browser.prefer(scheme)
        expect(f"not {scheme}", browser.run(ground) == colour)
        if folder:
            browser.picture(os.path.join(folder, scheme + ".png"))
    browser.prefer("light", "print")
    sizes = browser.run("[...document.querySelectorAll('#entries h3,#entries h3~p:not([class])')]"
                        ".map(e => getComputedStyle(e).fontSize)")
    expect(f"headlines are printed in letters of another size: {set(sizes)}", len(set(sizes)) == 1)
    expect("the controls are printed", browser.run("getComputedStyle(document.forms[0]).display") == "none")
    browser.prefer("light")


def check_first_view(browser):
    """The axis is seen at once: the first view has room on the screen."""
    expect("the first view is higher than its window", browser.run(
        "(view => view.scrollHeight <= view.clientHeight + 1)(document.querySelector('#view'))"))


def check_page(browser, path, folder):
    text = open(path, encoding="utf-8").read()
    browser.open(path)
    check_first_view(browser)
    expect("the page asks for something from elsewhere",
           "src=" not in text and "url(http" not in text and browser.run("performance.getEntriesByType('resource').length") == 0)
    expect("a link leads nowhere", browser.run(
        "[...document.querySelectorAll('a[href^=\"#\"]')].every(a => document.getElementById(a.getAttribute('href').slice(1)))"))
    expect("an id is there twice", browser.run(
        "(ids => new Set(ids).size === ids.length)([...document.querySelectorAll('[id]')].map(e => e.id))"))
    check_spoken(browser)
    check_filters(browser)
    check_dates(browser)
    check_phone(browser)
    check_keyboard(browser)
    check_looks(browser, folder)


def main():
    if not program():
        print("SKIPPED: chromium is not installed")
        sys.exit(77)
    sample, pictures = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        for layout in ("figure", "lanes", "vertical"):
            for kind in KINDS:
                browser.open(draw(sample, folder, kind, "100", "svg", layout))
                check_texts(browser, f"{kind} {layout}")
        check_page(browser, draw(sample, folder, "week", "0", "html"), pictures)
        browser.open(draw(sample, folder, "bursty", "300", "html"))
        check_views(browser)
        check_clusters(browser)
    for failure in failures:
        print(failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
