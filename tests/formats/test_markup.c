/* Marked-up files: the plain text that is made of them, and what they state of themselves. */
#include "reading.h"

#include <stdio.h>

/* A reader whose library was missing has nothing to test. */
static void need(const char *name) {
    if (annals_find_reader(name)->missing) skip();
}

static void gives(const char *name, const char *file, const char *text) {
    annals_chronology *c = read_string(name, file);
    assert_string_equal(text_of(c, 0), text);
    offsets_are_right(c);
    annals_free(c);
}

static void html_is_its_main_text(void **state) {
    (void)state;
    need("html");
    static const struct {
        const char *file, *text;
    } rows[] = {
        {"<html><body><p>One<p>two", "One\n\ntwo\n"},
        {"<!DOCTYPE html>\n<nav>Menu</nav><main><h1>Title</h1>Text</main><footer>2020</footer>", "Title\n\nText\n"},
        {"<html><div class='x Sidebar'>a</div><div id=footer>b</div><div role=search>c</div><p hidden>d</p>e", "e\n"},
        {"<html><div class='x cookie-consent'>a</div><p class=share_row>b<div role=dialog>c</div><p "
         "id=social-history>d",
         "d\n"},
        {"<html>a<article>b</article>", "b\n"},
        {"<html><article>a</article><article>b</article>", "a\n\nb\n"},
        {"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x' 'y'>\n<html xmlns='x'><p>Text</p></html>", "Text\n"},
        {"<html><nav>All is menu</nav>", "no text"},
        {"<html><div><a>Home</a> | <a>About us</a> &middot; <a>4 June 2022</a></div>"
         "<table><tr><td><a>Archive 2019</a><br><a>Meeting 3 March 2018</a><td><b>The Fire</b><p>On 3 May 1911 the "
         "mill "
         "burned to the ground, and the mayor came on the next day to see what was left of it and of the "
         "houses.</table>"
         "<hr><center><small>&copy; 2003 Society. Modified 12 May 2004. By <a>Y</a></small></center>",
         "The Fire\n\nOn 3 May 1911 the mill burned to the ground, and the mayor came on the next day to see what was "
         "left "
         "of it and of the houses.\n"},
        {"<html><p><a>Rain</a> on 3 May <a>1911</a> <a>here</a><p><a>The mill that burned down in 1911</a> <a>The mill "
         "that burned in 1912</a> <a>That of 1913</a>",
         "Rain on 3 May 1911 here\n\nThe mill that burned down in 1911 The mill that burned in 1912 That of 1913\n"},
        {"<html><table><tr><td><a>4 July</a> <a>1911</a><td>Rain<tr><td><td>Sun<tr><td>x<td>y<tr><td>z</table>",
         "4 July 1911 | Rain\n| Sun\n\nx | y\n\nz\n"},
        {"<html><body class=right-sidebar><div class=site-nav><a>1914</a> <a>1915</a></div><ul id=x class='a "
         "header__menu'>"
         "<li><a>News</a></ul><div class=page-sidebar><p>It rained. <a>More</a></p></div>",
         "It rained. More\n"},
        {"<html><div class=menu>All is menu</div>", "All is menu\n"},
        {"<html>27<sup>th</sup> of May 1962<sup><a href='#n'>3</a></sup>,<br>in\n the &#x2019;Bay&nbsp;",
         "27th of May 1962,\nin the ’Bay\n"},
        {"<html>On 3 May<sup class=reference><a>[2]</a></sup> it rained<sup><a href='https://a.example/b#cite_note-1'>1"
         "</a></sup>.",
         "On 3 May it rained.\n"},
        {"<html><title>Dunvik - Wikipedia</title><div id=content><h1 id=firstHeading>Dunvik</h1><div id=siteSub>From "
         "Wikipedia</div><div id=contentSub>Redirected</div><p>It rained.</div><div id=mw-navigation><h2>Menu</h2>"
         "<li>4 May 2001</div><div class=portlet id=p-logo>x</div>",
         "Dunvik\n\nIt rained.\n"},
        {"<html>soft&shy;ly<wbr>, <b>not</b>  <i> loud</i><script>var a = '<p>';</script><style>p{}</style>",
         "softly, not loud\n"},
        {"<html><ul><li>One<li>two</ul><ol><li>three</ol>", "- One\n- two\n\nthree\n"},
        {"<html><table><tr><th>Date<th>What<tr><td>4 May 1962<td>Rain</table>", "Date | What\n4 May 1962 | Rain\n"},
        {"<html><table><tr><td>Date<td>What<tr><td>4 May 1962<td>Rain<tr><td>5 May<td>Hail</table>",
         "Date | What\n4 May 1962 | Rain\n5 May | Hail\n"},
        {"<html><table><tr><th>Ship<th>1962<tr><td>Mirabel<td>4 May</table>", "Ship | 1962\nMirabel | 4 May\n"},
        {"<html><table><tr><td>Rain<td>4 May 1962<tr><td>Hail<td>5 May 1962</table>",
         "Rain | 4 May 1962\n\nHail | 5 May 1962\n"},
        {"<html><dl><dt>4 May</dt> <dd> <i>Rain</i></dd><dd>Sun<dt>Ferry:<dd>It sank<dt>Dam<dd> <p>It broke</dl>",
         "4 May: Rain\nSun\n\nFerry: It sank\n\nDam\n\nIt broke\n"},
        {"<html>a<span style='color:red; Display : none'>b</span><i style='display:inline'>c</i>", "ac\n"},
        {"<html><pre>a\n  b\n</pre>c", "a\n  b\n\nc\n"},
        {"<html><p>cut in a ta", "cut in a ta\n"},
        {"<html><p>cut in <a href='", "cut in\n"},
        {"<html><svg><title>No</title><p>out", "out\n"},
        {"<html><main><h1>Ferry</h1></main><p>It sank.", "Ferry\n\nIt sank.\n"},
        {"<html>On <del>1 June</del> <s>2</s> <ins>12 May</ins> 1931", "On 12 May 1931\n"},
        {"<html><table><tr><td><i>22 May<br>1931</i><td>It fell<br>down.<tr><td>23 May<td>The people went away<br>The "
         "sun "
         "came out again</table>",
         "22 May 1931 | It fell down.\n\n23 May | The people went away\nThe sun came out again\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].text, "no text") != 0) {
            gives("a.html", rows[i].file, rows[i].text);
            continue;
        }
        annals_chronology *c = read_string("a.html", rows[i].file);
        assert_non_null(notice_with(c, "no text was found"));
        annals_free(c);
    }
}

static void html_has_a_title(void **state) {
    (void)state;
    need("html");
    annals_chronology *c = read_string("a.html", "<title>The  Bay &amp; more</title><p>it rained on 3 May 1912.");
    size_t count;
    assert_string_equal(annals_documents(c, &count)->title.data, "The Bay & more");
    annals_free(c);
}

/* <time datetime> says what its words mean; of durations, times of day and words with a clock the words tell. */
static void html_states_dates(void **state) {
    (void)state;
    need("html");
    static const struct {
        const char *page, *value;
    } rows[] = {
        {"<html><p>It rained <time datetime='1962-10-27'>last Saturday</time>.", "1962-10-27"},
        {"<html><p>It rained in <time datetime='1962-10'> October </time>.", "1962-10"},
        {"<html><p>It rained on <time datetime='1962-10-27T02:00:00.000Z'>27 October</time>.", "1962-10-27"},
        {"<html><p>It rained on <b><time datetime='1962-10-27'><time datetime='1962-10-28'>3 May</time></time></b>.",
         "1962-10-28"},
        {"<html><p>It rained for <time datetime='PT2H'>two hours</time>.", "PT2H"},
        {"<html><p>It rained on <time datetime='05-03'>3 May 1912</time>.", "1912-05-03"},
        {"<html><p>It rained at <time datetime='1962-10-27T02:00'>02:30 on 3 May 1912</time>.", "1912-05-03T02:30"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count;
        annals_chronology *c = read_string("a.html", rows[i].page);
        const annals_mention *m = annals_mentions(c, &count);
        assert_int_equal(count, 1);
        assert_string_equal(m->timex->value.data, rows[i].value);
        offsets_are_right(c);
        annals_free(c);
    }
}

/* What a page says of itself in its head goes before a <time> far down. */
static void html_is_of_its_day(void **state) {
    (void)state;
    need("html");
    static const char page[] = "<html><head><title>Strike</title><meta name='date' content='2019-03-12'></head><body>"
                               "<h1>Strike</h1><p>The unions walked out.</p><p>The minister came.</p>"
                               "<div><time datetime='2019-03-10'>2 days ago</time><p>The vote was taken.</p></div>";
    size_t count;
    annals_chronology *c = read_string("a.html", page);
    assert_string_equal(annals_documents(c, &count)->when.edtf.data, "2019-03-12");
    const annals_event *e = annals_events(c, &count);
    assert_string_equal(e->label.data, "The vote was taken");
    assert_string_equal(e->when->edtf.data, "2019-03-10");
    annals_free(c);
}

static bool has_event(const annals_chronology *c, const char *label, const char *edtf) {
    size_t count;
    const annals_event *events = annals_events(c, &count);
    for (size_t i = 0; i < count; i++)
        if (!strcmp(events[i].label.data, label) && !strcmp(events[i].when->edtf.data, edtf)) return true;
    return false;
}

/* The only post of a page says its day, where the page does not. */
static void html_is_of_the_day_of_its_post(void **state) {
    (void)state;
    need("html");
    static const char page[] = "<html><body><article><h1>Why did it fall?</h1><time datetime=2019-03-12>Mar 12</time>"
                               "<p>Yesterday it fell.</article>";
    annals_chronology *c = read_string("a.html", page);
    assert_true(has_event(c, "It fell", "2019-03-11"));
    annals_free(c);
}

/* Posts that have a heading and a day each are documents of their own, and what stands beside them is one. */
static void html_parts_posts(void **state) {
    (void)state;
    need("html");
    static const char *const pages[] = {
        "<html><body><h1>A blog</h1><p>Of rain.</p>"
        "<article><h2>Second</h2><time datetime='2019-03-12T08:00:00Z'>12 March</time><p>Yesterday it rained.</article>"
        "<article><p>No heading, 2019.</article>"
        "<article><time datetime='2019-02-02'>2 February</time><h2>First</h2><p>Yesterday it snowed.</article>",
        "<html><body><div id=header><h1>A blog</h1></div><p>Of rain.</p>"
        "<div class='post x'><h2>Second</h2><div class=post-meta>Posted on <a>March 12, 2019</a></div>"
        "<p>Yesterday it rained.</div><p>No heading, 2019.</p>"
        "<div class=hentry><h3>First</h3><span class='entry-date'>February 2, 2019</span><p>Yesterday it "
        "snowed.</div>"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        size_t count;
        annals_chronology *c = read_string("a.html", pages[i]);
        const annals_document *d = annals_documents(c, &count);
        assert_int_equal(count, 3);
        assert_string_equal(d[0].text.data, "A blog\n\nOf rain.\n\nNo heading, 2019.\n");
        assert_string_equal(d[1].title.data, "Second");
        assert_string_equal(d[2].title.data, "First");
        assert_string_equal(d[1].when.edtf.data, "2019-03-12");
        assert_string_equal(d[2].when.edtf.data, "2019-02-02");
        assert_true(has_event(c, "It rained", "2019-03-11"));
        assert_true(has_event(c, "It snowed", "2019-02-01"));
        offsets_are_right(c);
        annals_free(c);
    }
}

/* Several times of day above what happened then are its entries. */
static void html_has_entries(void **state) {
    (void)state;
    need("html");
    static const char page[] =
        "<html><head><meta name=date content=2019-03-12></head><body><h1>Strike</h1>"
        "<div><time datetime='2019-03-12T09:15:00Z'>09:15</time><p>The unions walked out.</div>"
        "<div><h3><time datetime='2019-03-12T08:00'> 08:00 </time></h3><p>The minister left.</div>"
        "<div><p>By <time datetime='2019-03-12T07:00'>7:00</time></p><p>The sun shone.</div>";
    size_t count;
    annals_chronology *c = read_string("a.html", page);
    assert_string_equal(annals_documents(c, &count)->text.data,
                        "Strike\n\n09:15 The unions walked out.\n\n08:00 The minister left.\n\nBy 7:00\n\nThe sun "
                        "shone.\n");
    assert_true(has_event(c, "The unions walked out", "2019-03-12T09:15:00Z"));
    assert_true(has_event(c, "The minister left", "2019-03-12T08:00:00"));
    offsets_are_right(c);
    annals_free(c);
}

static void repeats(const char *piece, size_t count, const char *message) {
    size_t length = strlen(piece);
    char *page = malloc(6 + count * length);
    assert_non_null(page);
    memcpy(page, "<html>", 6);
    for (size_t i = 0; i < count; i++) memcpy(page + 6 + i * length, piece, length);
    if (message) refuses_bytes("a.html", page, 6 + count * length, message);
    else annals_free(read_bytes("a.html", page, 6 + count * length));
    free(page);
}

static void html_cannot_go_deep(void **state) {
    (void)state;
    need("html");
    static const char message[] =
        "1:0: its tags lie more than 500 deep in one another, or have more than 1000 attributes, as "
        "no text needs; give plain text";
    repeats("<div>", 2000000, message);
    repeats("<a><div></a>", 100000, message);
    repeats("<div><table></div></table>", 100000, message);
    repeats("<font size=1><p>", 100000, message);
    repeats("<svg><tr>", 100000, message);
    repeats("<b a", 100000, message);
    /* These are long, not deep. */
    repeats("<li>a<p>b", 20000, NULL);
    repeats("<dt>a<dd><p>b", 20000, NULL);
    repeats("<table><tr><td>a<td><p>b<tr><td>c</table>", 5000, NULL);
    repeats("</div></p><br><img>", 20000, NULL);
}

static void markdown_is_its_text(void **state) {
    (void)state;
    need("markdown");
    static const struct {
        const char *file, *text;
    } rows[] = {
        {"# Title #\n\nOne *two*\nthree __four__  \nfive.", "Title\n\nOne two three four\nfive.\n"},
        {"Title\n=====\n\n[a link](http://x.example \"t\") ![picture](a.png), `code`", "Title\n\na link , code\n"},
        {"- one\n- two\n\n3. three\n4. four", "- one\n- two\n\n3. three\n4. four\n"},
        {"Date | What\n--- | ---\n4 May | Rain", "Date | What\n4 May | Rain\n"},
        {"> quoted\n\n    a\n     b\n\n***\n\nend", "quoted\n\na\n b\n\nend\n"},
        {"a &ndash; b &#x20AC;&#65; &none; <b>c</b>\n\n<div>\nraw\n</div>", "a – b €A &none; c\n"},
        {"---\ntitle: X\ndate: 1962-10-27\n---\nYesterday it rained.", "Yesterday it rained.\n"},
        {"---\nnot closed", "not closed\n"},
        {"On 4 May<br/>5 May ~~6 May~~ it rose.", "On 4 May\n5 May it rose.\n"},
        {"On <del>4 May</del> <s class='x'>or 5</s> 6 May <sub>it</sub> <DEL>rose.\n\nIt set.",
         "On 6 May it\n\nIt set.\n"},
        {"Date | What\n--- | ---\n4 May<br>1930 | Rain", "Date | What\n4 May 1930 | Rain\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) gives("a.md", rows[i].file, rows[i].text);
}

static void markdown_states_its_date(void **state) {
    (void)state;
    need("markdown");
    annals_chronology *c = read_string(
        "a.markdown", "---\ntitle: \"The Bay\"\nauthor: A. Weller\ndate: 27 October 1962\n---\nYesterday it rained.");
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    assert_int_equal(count, 1);
    assert_string_equal(d->title.data, "The Bay");
    assert_string_equal(d->sender.data, "A. Weller");
    assert_string_equal(d->when.edtf.data, "1962-10-27");
    assert_int_equal(d->basis, ANNALS_BASIS_STATED);
    assert_string_equal(annals_mentions(c, &count)->when->edtf.data, "1962-10-26");
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(html_is_its_main_text),
        cmocka_unit_test(html_has_a_title),
        cmocka_unit_test(html_states_dates),
        cmocka_unit_test(html_is_of_its_day),
        cmocka_unit_test(html_parts_posts),
        cmocka_unit_test(html_has_entries),
        cmocka_unit_test(html_is_of_the_day_of_its_post),
        cmocka_unit_test(html_cannot_go_deep),
        cmocka_unit_test(markdown_is_its_text),
        cmocka_unit_test(markdown_states_its_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
