/* read_html.c: pages of the web: their main text, title and day. */
#include "html.h"
#include "html_depth.h"
#include "html_walk.h"

#include <stdio.h>
#include <string.h>

/* The only element of a kind, or null. */
static const GumboNode *only(const GumboNode *root, GumboTag tag) {
    const GumboNode *found = NULL;
    for (const GumboNode *node = root; node; node = html_next(node, root, true)) {
        bool is = html_is_tag(node, tag) ||
                  (tag == GUMBO_TAG_MAIN && html_is_element(node) && !strcmp(html_attribute(node, "role"), "main"));
        if (is && found && tag != GUMBO_TAG_MAIN) return NULL;
        if (is && !found) found = node;
    }
    return found;
}

/* Does it say more than its headings?  Pages may keep their story beside what they call the main part. */
static bool has_story(const GumboNode *part) {
    for (const GumboNode *node = part; node; node = html_next(node, part, true)) {
        if (!html_has_words(node)) continue;
        const GumboNode *above = node->parent;
        while (above != part && html_is_element(above) &&
               !(above->v.element.tag >= GUMBO_TAG_H1 && above->v.element.tag <= GUMBO_TAG_H6))
            above = above->parent;
        if (above == part) return true;
    }
    return false;
}

static const GumboNode *main_part(const GumboNode *root) {
    static const GumboTag tags[] = {GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE, GUMBO_TAG_BODY};
    const GumboNode *part = NULL;
    for (size_t i = 0; !part && i < sizeof tags / sizeof *tags; i++) {
        part = only(root, tags[i]);
        if (part && tags[i] != GUMBO_TAG_BODY && !has_story(part)) part = NULL;
    }
    return part ? part : root;
}

static void put_page(const GumboNode *root, prose *to) {
    html_walk w = {.to = to, .states = true};
    html_put_tree(&w, main_part(root));
    if (to->text.length) return;
    w = (html_walk){.to = to, .all = true, .states = true};
    html_put_tree(&w, root);
}

bool html_put_mail(annals_text page, bool answer, prose *to) {
    html_tree tree = {0};
    bool read = !html_is_too_deep(page, NULL) && html_parse(&tree, page);
    html_walk w = {.to = to, .all = true, .mail = true, .answer = answer};
    if (read) html_put_tree(&w, tree.page->root);
    html_free(&tree);
    return read;
}

/* The words of <title>, where the text has no first heading to give one. */
static void find_title(const GumboNode *root, builder *title) {
    const GumboNode *node = only(root, GUMBO_TAG_H1) ? NULL : only(root, GUMBO_TAG_TITLE);
    if (!node || !node->v.element.children.length) return;
    const GumboNode *text = node->v.element.children.data[0];
    if (text->type == GUMBO_NODE_TEXT) builder_line(title, annals_text_of(text->v.text.text));
    builder_trim(title);
}

/* What pages call the day that they were published on. */
static const char *const published[] = {"article:published_time",
                                        "datePublished",
                                        "date",
                                        "dc.date",
                                        "dc.date.issued",
                                        "dcterms.date",
                                        "dcterms.created",
                                        "dcterms.issued",
                                        "citation_publication_date",
                                        "pubdate",
                                        "publishdate",
                                        "parsely-pub-date"};

/* "1962/10/27" is said as "1962-10-27" too. */
static void find_day(const GumboNode *root, builder *day) {
    for (const GumboNode *node = root; node && !day->length; node = html_next(node, root, true)) {
        if (!html_is_tag(node, GUMBO_TAG_META)) continue;
        bool named = HTML_HAS_WORD(html_attribute(node, "name"), published) ||
                     HTML_HAS_WORD(html_attribute(node, "property"), published) ||
                     HTML_HAS_WORD(html_attribute(node, "itemprop"), published);
        if (named) builder_line(day, annals_text_of(html_attribute(node, "content")));
    }
    for (size_t i = 0; i < day->length; i++)
        if (day->data[i] == '/') day->data[i] = '-';
}

static annals_status add_page(annals_chronology *chronology, const source_file *file, const GumboNode *page,
                              annals_error *error) {
    prose text = {0};
    builder title = {0}, day = {0};
    put_page(page, &text);
    find_title(page, &title);
    find_day(page, &day);
    annals_document d = {.title = {title.data, title.length}};
    hint_day(chronology, (annals_text){day.data, day.length}, "the day its page was published", &d);
    annals_status status = prose_add(chronology, file, &d, &text, error);
    builder_free(&title);
    builder_free(&day);
    prose_free(&text);
    return status;
}

static annals_status read_html(annals_chronology *chronology, const source_file *file, annals_error *error) {
    enum { LARGEST = 100 * 1024 * 1024 };
    if (file->bytes.length > LARGEST)
        return fail_in_file(file, 0, 0, error, "a page of more than 100 MB; give its parts, or its plain text");
    size_t at, line = 1;
    if (html_is_too_deep(file->bytes, &at)) {
        for (size_t i = 0; i < at && i < file->bytes.length; i++) line += file->bytes.data[i] == '\n';
        return fail_in_file(file, line, 0, error,
                            "its tags lie more than 500 deep in one another, or have more than 1000 "
                            "attributes, as no text needs; give plain text");
    }
    html_tree tree = {0};
    annals_status status = html_parse(&tree, file->bytes)
                               ? add_page(chronology, file, tree.page->root, error)
                               : annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
    html_free(&tree);
    return status;
}

static annals_text without_blanks(annals_text bytes) {
    while (bytes.length && memchr(" \t\r\n\f", *bytes.data, 5)) bytes.data++, bytes.length--;
    return bytes;
}

static bool is_html(const char *name, annals_text bytes) {
    (void)name;
    bytes = without_blanks(bytes);
    /* XHTML may declare that it is XML (XHTML 1.0, 3.1.1). */
    const char *end = begins_with(bytes, "<?xml") ? memchr(bytes.data, '>', bytes.length) : NULL;
    if (end) bytes = without_blanks((annals_text){end + 1, bytes.length - (size_t)(end + 1 - bytes.data)});
    return begins_with(bytes, "<!doctype html") || begins_with(bytes, "<html") || begins_with(bytes, "<head>") ||
           begins_with(bytes, "<body");
}

const struct annals_reading html_reading = {.fits = is_html, .read = read_html, .decoded = true};
