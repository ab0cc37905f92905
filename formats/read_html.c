/* read_html.c: pages of the web: their main text, title and day. */
#include "html.h"
#include "html_around.h"
#include "html_depth.h"
#include "html_walk.h"

#include <stdlib.h>
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

/* ------------------------------------------------------------------ posts */

/* One of several on a page, such as a blog has: a document of its own. */
typedef struct post {
    const GumboNode *heading;
    annals_text day; /* of its first <time> */
    bool dated;
} post;

typedef struct posts {
    const GumboNode **list;
    size_t count, room;
    annals_text day; /* of the one that is the page */
    bool failed;     /* memory ran out */
} posts;

static bool is_heading(const GumboNode *node) {
    return html_is_element(node) && node->v.element.tag >= GUMBO_TAG_H1 && node->v.element.tag <= GUMBO_TAG_H6;
}

static bool is_article(const GumboNode *node) {
    static const char *const names[] = {"hentry", "h-entry", "post", "blog-post", "blogpost"};
    return html_is_tag(node, GUMBO_TAG_ARTICLE) ||
           (html_ends_line(node) && HTML_HAS_WORD(html_attribute(node, "class"), names));
}

/* "<div class="post-meta">Posted on March 12, 2019" */
static bool is_line_of_day(const GumboNode *node) {
    enum { LARGEST = 16 };
    static const char *const names[] = {"date",      "published",  "entry-date",  "post-date", "posted-on",
                                        "post-meta", "entry-meta", "date-header", "timestamp", "byline"};
    size_t left = LARGEST;
    if (!HTML_HAS_WORD(html_attribute(node, "class"), names)) return false;
    for (const GumboNode *leaf = node; leaf && left; leaf = html_next(leaf, node, true), left--)
        if (html_has_words(leaf) && strpbrk(leaf->v.text.text, "0123456789")) return true;
    return false;
}

/* Its heading and its day, which stand near its beginning. */
static post post_of(const GumboNode *article) {
    enum { DAY = 10 /* bytes: 1962-10-27 */, NEAR = 400 };
    post p = {0};
    size_t left = NEAR;
    for (const GumboNode *node = article; node && left && !(p.heading && p.day.length);
         node = html_next(node, article, true), left--) {
        if (!html_is_element(node)) continue;
        if (!p.heading && is_heading(node) && html_first_words(node).length) p.heading = node;
        annals_text day = html_is_tag(node, GUMBO_TAG_TIME) ? html_day_of_time(node) : (annals_text){0};
        if (!p.day.length && day.length == DAY) p.day = day;
        p.dated |= p.day.length || is_line_of_day(node);
    }
    return p;
}

static void add_post(posts *all, const GumboNode *node) {
    if (all->count == all->room) {
        size_t room = 2 * all->room + 8;
        const GumboNode **more = realloc(all->list, room * sizeof *more);
        all->failed |= !more;
        if (!more) return;
        all->list = more;
        all->room = room;
    }
    all->list[all->count++] = node;
}

/* Does it say more than its headings, posts aside?  Pages may keep their story beside what they call the main part. */
static bool has_story(const GumboNode *part, const posts *without) {
    size_t at = 0, looked = 0;
    for (const GumboNode *node = part, *next; node; node = next) {
        bool told = at < without->count && without->list[at] == node;
        bool other = told || (html_is_element(node) && node != part && html_is_around(node, false, &looked));
        at += told;
        next = html_next(node, part, !other);
        if (other || !html_has_words(node)) continue;
        const GumboNode *above = node->parent;
        while (above != part && html_is_element(above) && !is_heading(above)) above = above->parent;
        if (above == part) return true;
    }
    return false;
}

/* Those that have a heading and a day each; one alone is what the page is of. */
static posts find_posts(const GumboNode *part) {
    posts all = {0};
    size_t looked = 0;
    for (const GumboNode *node = part, *next; node; node = next) {
        bool within = node != part && html_is_element(node);
        bool around = within && html_is_around(node, false, &looked), found = false;
        if (within && !around && is_article(node)) {
            post p = post_of(node);
            found = p.heading && p.dated;
        }
        if (found) add_post(&all, node);
        next = html_next(node, part, !around && !found);
    }
    const GumboNode *one = !all.count && is_article(part) ? part : NULL;
    if (all.count == 1 && !has_story(part, &all)) one = all.list[0];
    const post p = one ? post_of(one) : (post){0};
    if (all.count == 1) all.count = 0;
    if (p.heading) all.day = p.day;
    return all;
}

/* ------------------------------------------------------------------ the page */

static const GumboNode *main_part(const GumboNode *root) {
    static const GumboTag tags[] = {GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE, GUMBO_TAG_BODY};
    const GumboNode *part = NULL;
    for (size_t i = 0; !part && i < sizeof tags / sizeof *tags; i++) {
        part = only(root, tags[i]);
        if (part && tags[i] != GUMBO_TAG_BODY && !has_story(part, &(posts){0})) part = NULL;
    }
    return part ? part : root;
}

static void put_page(const GumboNode *root, const GumboNode *part, const posts *without, prose *to) {
    html_walk w = {.to = to, .states = true, .parts = without->list, .part_count = without->count};
    html_put_tree(&w, part);
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

/* What the page tells beside its posts. */
static annals_status add_whole(annals_chronology *chronology, const source_file *file, const GumboNode *root,
                               const GumboNode *part, const posts *all, annals_error *error) {
    prose text = {0};
    builder title = {0}, day = {0};
    put_page(root, part, all, &text);
    find_title(root, &title);
    find_day(root, &day);
    if (!day.length) builder_text(&day, all->day);
    annals_document d = {.title = {title.data, title.length}};
    hint_day(chronology, (annals_text){day.data, day.length}, "the day its page was published", &d);
    annals_status status = prose_add(chronology, file, &d, &text, error);
    builder_free(&title);
    builder_free(&day);
    prose_free(&text);
    return status;
}

static annals_status add_one(annals_chronology *chronology, const source_file *file, const GumboNode *article,
                             annals_error *error) {
    prose text = {0}, title = {0};
    html_walk w = {.to = &text, .states = true}, of_title = {.to = &title};
    post p = post_of(article);
    html_put_tree(&w, article);
    html_put_tree(&of_title, p.heading);
    annals_document d = {.title = {title.text.data, title.text.length}};
    hint_day(chronology, p.day, "the day its post was published", &d);
    annals_status status = text.text.length ? prose_add(chronology, file, &d, &text, error) : ANNALS_OK;
    prose_free(&title);
    prose_free(&text);
    return status;
}

static annals_status add_page(annals_chronology *chronology, const source_file *file, const GumboNode *root,
                              annals_error *error) {
    const GumboNode *part = main_part(root);
    posts all = find_posts(part);
    annals_status status = ANNALS_OK;
    if (all.failed) status = annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
    else if (!all.count || has_story(part, &all)) status = add_whole(chronology, file, root, part, &all, error);
    for (size_t i = 0; i < all.count && status == ANNALS_OK; i++)
        status = add_one(chronology, file, all.list[i], error);
    free(all.list);
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
