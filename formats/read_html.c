/* read_html.c: pages of the web: their main text, by a parser of HTML 5 (gumbo). */
#include "html.h"
#include "html_depth.h"
#include "mail_heads.h"
#include "utf8.h"

#include <gumbo.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ------------------------------------------------------------------ memory */

/* The parser asks for memory and does not look whether it got any; its tree is freed here, as its own way to do that
 * goes as deep as the tree. */
typedef struct pool {
    struct chunk {
        struct chunk *next;
        size_t used, room;
        _Alignas(max_align_t) char bytes[];
    } * chunks;
    jmp_buf out_of_memory;
} pool;

enum { CHUNK = 256 * 1024, ALIGNMENT = _Alignof(max_align_t) };

static void *take(void *context, size_t size) {
    pool *p = context;
    struct chunk *c = p->chunks;
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!c || c->room - c->used < size) {
        size_t room = size > CHUNK ? size : CHUNK;
        c = malloc(sizeof *c + room);
        if (!c) longjmp(p->out_of_memory, 1);
        *c = (struct chunk){.next = p->chunks, .room = room};
        p->chunks = c;
    }
    void *taken = c->bytes + c->used;
    c->used += size;
    return taken;
}

static void keep(void *context, void *memory) {
    (void)context;
    (void)memory;
}

static void free_pool(pool *p) {
    for (struct chunk *c = p->chunks, *next; c; c = next) {
        next = c->next;
        free(c);
    }
}

/* Null when memory runs out. */
static const GumboOutput *parse(pool *p, annals_text page) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = keep;
    options.userdata = p;
    options.max_errors = 0;
    if (setjmp(p->out_of_memory)) return NULL;
    return gumbo_parse_with_options(&options, page.data, page.length);
}

/* ------------------------------------------------------------------ elements */

enum role {
    ROLE_INLINE,
    ROLE_BLOCK,
    ROLE_ITEM,
    ROLE_ROW,
    ROLE_CELL,
    ROLE_BREAK,
    ROLE_VERBATIM,
    ROLE_TERM,
    ROLE_TOLD,
    ROLE_SKIPPED
};

static const unsigned char roles[GUMBO_TAG_LAST + 1] = {
#define ROW(tag, role) [GUMBO_TAG_##tag] = ROLE_##role
    ROW(ADDRESS, BLOCK),  ROW(ARTICLE, BLOCK),    ROW(BLOCKQUOTE, BLOCK), ROW(BODY, BLOCK),       ROW(CAPTION, BLOCK),
    ROW(CENTER, BLOCK),   ROW(DD, TOLD),          ROW(DETAILS, BLOCK),    ROW(DIV, BLOCK),        ROW(DL, BLOCK),
    ROW(DT, TERM),        ROW(FIELDSET, BLOCK),   ROW(FIGCAPTION, BLOCK), ROW(FIGURE, BLOCK),     ROW(H1, BLOCK),
    ROW(H2, BLOCK),       ROW(H3, BLOCK),         ROW(H4, BLOCK),         ROW(H5, BLOCK),         ROW(H6, BLOCK),
    ROW(HEADER, BLOCK),   ROW(HGROUP, BLOCK),     ROW(HR, BLOCK),         ROW(MAIN, BLOCK),       ROW(OL, BLOCK),
    ROW(P, BLOCK),        ROW(SECTION, BLOCK),    ROW(SUMMARY, BLOCK),    ROW(TABLE, BLOCK),      ROW(UL, BLOCK),
    ROW(LI, ITEM),        ROW(TR, ROW),           ROW(TD, CELL),          ROW(TH, CELL),          ROW(BR, BREAK),
    ROW(PRE, VERBATIM),   ROW(LISTING, VERBATIM), ROW(ASIDE, SKIPPED),    ROW(AUDIO, SKIPPED),    ROW(BUTTON, SKIPPED),
    ROW(CANVAS, SKIPPED), ROW(DATALIST, SKIPPED), ROW(FOOTER, SKIPPED),   ROW(HEAD, SKIPPED),     ROW(IFRAME, SKIPPED),
    ROW(MATH, SKIPPED),   ROW(MENU, SKIPPED),     ROW(NAV, SKIPPED),      ROW(NOSCRIPT, SKIPPED), ROW(OBJECT, SKIPPED),
    ROW(RP, SKIPPED),     ROW(RT, SKIPPED),       ROW(SCRIPT, SKIPPED),   ROW(SELECT, SKIPPED),   ROW(STYLE, SKIPPED),
    ROW(SVG, SKIPPED),    ROW(TEMPLATE, SKIPPED), ROW(TEXTAREA, SKIPPED), ROW(VIDEO, SKIPPED),    ROW(DEL, SKIPPED),
    ROW(S, SKIPPED),      ROW(STRIKE, SKIPPED),   ROW(NOFRAMES, SKIPPED),
#undef ROW
};

static const char *attribute(const GumboNode *node, const char *name) {
    const GumboAttribute *a = gumbo_get_attribute(&node->v.element.attributes, name);
    return a ? a->value : "";
}

static bool is_element(const GumboNode *node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static bool is_tag(const GumboNode *node, GumboTag tag) {
    return node && node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

static const char blanks[] = " \t\n\r\f", blanks_and_joints[] = " \t\n\r\f-_";

/* Is one of the words, parted by blanks, in the list, or does one begin so, up to one of `ends`? */
static bool has_word(const char *words, const char *ends, const char *const *list, size_t count) {
    for (const char *at = words; *at; at += strspn(at, blanks)) {
        size_t length = strcspn(at, ends);
        for (size_t i = 0; i < count; i++)
            if (strlen(list[i]) == length && !strncasecmp(at, list[i], length)) return true;
        at += strcspn(at, blanks);
    }
    return false;
}
#define HAS_WORD(words, list)      has_word(words, blanks, list, sizeof(list) / sizeof *(list))
#define HAS_BEGINNING(words, list) has_word(words, blanks_and_joints, list, sizeof(list) / sizeof *(list))

typedef struct walk walk;

/* What pages call their menus and what else is not the text. */
static const char *const furniture[] = {
    "nav", "navbar", "navigation", "navbox", "menu", "sidebar", "footer", "toc", "mw-editsection", "catlinks",
    "noprint", "cookie", "cookies", "cookie-banner", "share", "sharing", "social", "related", "comments", "breadcrumb",
    "breadcrumbs", "pagination", "advertisement", "skip-link", "sr-only", "visually-hidden", "mw-jump-link",
    "printfooter", "reference-text-hidden", "hatnote", "metadata",
    /* MediaWiki's, in any of its skins */
    "siteNotice", "siteSub", "contentSub", "contentSub2", "jump-to-nav", "mw-navigation", "mw-head", "mw-panel",
    "portlet", "vector-header-container", "vector-column-start"};
/* And what classes of such begin with: "cookie-consent", "share_buttons".  Words for menus begin those of whole pages
 * too, and names of headings begin with any word. */
static const char *const furniture_beginnings[] = {"cookie",  "cookies", "gdpr",    "consent",    "share",
                                                   "sharing", "social",  "related", "newsletter", "comments"};
static const char *const furniture_roles[] = {"navigation",    "banner", "contentinfo", "search",
                                              "complementary", "menu",   "dialog",      "alertdialog"};

/* A number that leads to a note: "1962<sup><a href="#n3">3</a></sup>" is of 1962.  Browsers that save a page write the
 * whole address. */
static bool leads_to_note(const GumboNode *node) {
    static const char *const names[] = {"reference", "noteref", "footnote-ref", "fn-ref"};
    if (!is_tag(node, GUMBO_TAG_SUP) || !node->v.element.children.length) return false;
    const GumboNode *child = node->v.element.children.data[0];
    return HAS_WORD(attribute(node, "class"), names) ||
           (is_tag(child, GUMBO_TAG_A) && strchr(attribute(child, "href"), '#'));
}

/* How the names of menus end: "site-nav", "header__menu".  Those of columns and whole pages do, too. */
static const char *const menu_endings[] = {"nav",     "navigation", "navbar", "menu",        "submenu",
                                           "sidebar", "breadcrumb", "links",  "breadcrumbs", "pagination"};

static bool ends_like_menu(const char *words) {
    for (const char *at = words + strspn(words, blanks); *at; at += strspn(at, blanks)) {
        const char *end = at + strcspn(at, blanks), *last = end;
        while (last > at && last[-1] != '-' && last[-1] != '_') last--;
        for (size_t i = 0; last > at && i < sizeof menu_endings / sizeof *menu_endings; i++)
            if (strlen(menu_endings[i]) == (size_t)(end - last) &&
                !strncasecmp(last, menu_endings[i], strlen(menu_endings[i])))
                return true;
        at = end;
    }
    return false;
}

static const GumboNode *next_node(const GumboNode *node, const GumboNode *root, bool enter, walk *w);

static bool is_within(const GumboNode *node, const GumboNode *root) {
    while (node && node != root) node = node->parent;
    return node;
}

/* Bytes of text in a node; `*left` counts down the nodes that may be looked at. */
static size_t text_in(const GumboNode *root, size_t *left) {
    size_t bytes = 0;
    for (const GumboNode *node = root; node && *left; node = next_node(node, root, true, NULL), --*left)
        if (node->type == GUMBO_NODE_TEXT) bytes += strlen(node->v.text.text);
    return bytes;
}

/* Are most of its words links?  What is larger than any menu is none. */
static bool is_mostly_links(const GumboNode *root, size_t *left) {
    size_t links = 0, others = 0;
    for (const GumboNode *node = root; node && *left;) {
        bool link = is_tag(node, GUMBO_TAG_A);
        if (link) links += text_in(node, left);
        else if (node->type == GUMBO_NODE_TEXT) others += strlen(node->v.text.text);
        node = next_node(node, root, !link, NULL);
        if (*left) --*left;
    }
    return *left && links > others;
}

/* Nobody has so many menus that all of them could not be looked at. */
static bool is_menu(const GumboNode *node, size_t *looked) {
    enum { LARGEST = 2000, MOST = 1000 * LARGEST };
    bool named = ends_like_menu(attribute(node, "class")) || ends_like_menu(attribute(node, "id"));
    size_t left = LARGEST;
    bool menu = named && *looked < MOST && is_mostly_links(node, &left);
    if (named) *looked += LARGEST - left;
    return menu;
}

/* Bytes of links and of other words, signs and blanks aside, and how many links there are. */
typedef struct words_of {
    size_t in_links, others, links;
    bool blocks; /* it has lines or paragraphs */
} words_of;

/* No letters, but what stands between links: "|", "\u00B7", "\u2022". */
static size_t count_letters(const char *words) {
    enum { LATIN_SIGNS = 0xC0, SIGNS = 0x2000, LAST_SIGN = 0x2BFF };
    annals_text text = annals_text_of(words);
    size_t count = 0;
    for (size_t at = 0, from = 0; at < text.length; from = at) {
        uint32_t c = utf8_next(text, &at);
        bool sign =
            c < 0x80 ? c <= ' ' || strchr("|/[]()<>-*", (int)c) : c < LATIN_SIGNS || (c >= SIGNS && c <= LAST_SIGN);
        if (!sign) count += at - from;
    }
    return count;
}

/* Up to so many nodes, or to so many other words. */
static words_of count_words(const GumboNode *root, size_t most_others, size_t *left) {
    words_of w = {0};
    const GumboNode *link = NULL;
    for (const GumboNode *node = root; node && *left && w.others <= most_others; --*left) {
        if (link && !is_within(node, link)) link = NULL;
        if (!link && is_tag(node, GUMBO_TAG_A)) link = node, w.links++;
        w.blocks |= node != root && is_element(node) && roles[node->v.element.tag] != ROLE_INLINE;
        if (node->type == GUMBO_NODE_TEXT) *(link ? &w.in_links : &w.others) += count_letters(node->v.text.text);
        node = next_node(node, root, true, NULL);
    }
    return w;
}

/* "Home | About us | Contact": a line of short links and nothing else. */
static bool is_bar(const GumboNode *node, size_t *looked) {
    enum { LARGEST = 100, FEWEST = 3, LONGEST = 14 /* bytes of a link */, MOST = 1000000 };
    const enum role role = roles[node->v.element.tag];
    size_t left = LARGEST;
    if ((role != ROLE_BLOCK && role != ROLE_CELL) || *looked > MOST) return false;
    words_of w = count_words(node, 0, &left);
    *looked += LARGEST - left;
    return left && !w.others && !w.blocks && w.links >= FEWEST && w.in_links <= w.links * LONGEST;
}

/* Is the cell in a table that only lays out the page?  That of a few rows. */
static bool lays_out(const GumboNode *cell) {
    enum { MOST_ROWS = 3 };
    const GumboNode *row = cell->parent;
    size_t rows = 0;
    if (!is_tag(row, GUMBO_TAG_TR) || !row->parent || !is_element(row->parent)) return false;
    const GumboVector *all = &row->parent->v.element.children;
    for (size_t i = 0; i < all->length && rows <= MOST_ROWS; i++) rows += is_tag(all->data[i], GUMBO_TAG_TR);
    return rows <= MOST_ROWS;
}

/* The column of links beside the one with the story. */
static bool is_column_of_links(const GumboNode *cell, size_t *looked) {
    enum { LARGEST = 2000, MOST = 1000000, FEWEST = 2, STORY = 100 };
    size_t left = LARGEST;
    if (!is_tag(cell, GUMBO_TAG_TD) || *looked > MOST || !lays_out(cell)) return false;
    words_of own = count_words(cell, LARGEST, &left);
    bool story = false, menu = left && own.links >= FEWEST && own.in_links > 4 * own.others;
    const GumboVector *cells = &cell->parent->v.element.children;
    for (size_t i = 0; menu && !story && i < cells->length && left; i++) {
        if (cells->data[i] == cell || !is_tag(cells->data[i], GUMBO_TAG_TD)) continue;
        words_of other = count_words(cells->data[i], STORY + own.in_links, &left);
        story = other.others > STORY && other.others > own.in_links && other.blocks;
    }
    *looked += LARGEST - left;
    return story;
}

/* The first words in a node, without blanks before them; empty where none stand near its beginning. */
static annals_text first_words(const GumboNode *root) {
    size_t left = 16;
    for (const GumboNode *node = root; node && left; node = next_node(node, root, true, NULL), left--) {
        if (node->type != GUMBO_NODE_TEXT) continue;
        return annals_text_of(node->v.text.text + strspn(node->v.text.text, blanks));
    }
    return (annals_text){0};
}

/* "© 2003 Corda Historical Society. Page last modified ...": the line below all the rest. */
static bool is_imprint(const GumboNode *node) {
    enum { LONGEST = 400, LARGEST = 100 };
    static const char *const signs[] = {"©", "Copyright ©", "Copyright (c)"};
    if (roles[node->v.element.tag] != ROLE_BLOCK) return false;
    annals_text text = first_words(node);
    bool signed_so = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) signed_so |= begins_with(text, signs[i]);
    if (!signed_so) return false;
    size_t left = LARGEST;
    words_of w = count_words(node, LONGEST, &left);
    return left && w.others <= LONGEST;
}

/* style="display: none" */
static bool is_not_shown(const GumboNode *node) {
    if (gumbo_get_attribute(&node->v.element.attributes, "hidden")) return true;
    for (const char *at = attribute(node, "style"); *at; at += strcspn(at, ";"), at += *at == ';') {
        at += strspn(at, blanks);
        if (strncasecmp(at, "display", strlen("display")) != 0) continue;
        const char *value = at + strlen("display");
        value += strspn(value, blanks);
        value += *value == ':' ? 1 + strspn(value + 1, blanks) : 0;
        if (!strncasecmp(value, "none", strlen("none"))) return true;
    }
    return false;
}

/* `all`: only what never is text is passed by. */
static bool is_passed_by(const GumboNode *node, bool all, size_t *looked) {
    if (roles[node->v.element.tag] == ROLE_SKIPPED || leads_to_note(node)) return true;
    if (is_not_shown(node)) return true;
    return !all && (HAS_WORD(attribute(node, "class"), furniture) || HAS_WORD(attribute(node, "id"), furniture) ||
                    HAS_BEGINNING(attribute(node, "class"), furniture_beginnings) ||
                    HAS_WORD(attribute(node, "role"), furniture_roles) || is_menu(node, looked) ||
                    is_bar(node, looked) || is_column_of_links(node, looked) || is_imprint(node));
}

/* ------------------------------------------------------------------ mails */

/* What programs for mail put around what others wrote, around the line that introduces it, and around signatures. */
static const char *const quotations[] = {"gmail_attr",   "gmail_signature",  "moz-cite-prefix", "moz-signature",
                                         "yahoo_quoted", "protonmail_quote", "tutanota_quote"};
/* And before a mail that follows whole. */
static const char *const heads_of_mails[] = {"divRplyFwdMsg", "OutlookMessageHeader"};

static const GumboNode *last_leaf(const GumboNode *node) {
    while (is_element(node) && node->v.element.children.length)
        node = node->v.element.children.data[node->v.element.children.length - 1];
    return node;
}

static bool has_words(const GumboNode *leaf) {
    return !is_element(leaf) && leaf->type != GUMBO_NODE_COMMENT &&
           leaf->v.text.text[strspn(leaf->v.text.text, blanks)];
}

/* The words of a node that come last, without blanks behind them: a break or two may stand there. */
static annals_text last_words(const GumboNode *node) {
    enum { MOST = 4 };
    const GumboNode *leaf = last_leaf(node);
    for (size_t i = 0; i < MOST && leaf != node && !has_words(leaf); i++) {
        size_t index = leaf->index_within_parent;
        leaf = index ? last_leaf(leaf->parent->v.element.children.data[index - 1]) : leaf->parent;
    }
    if (!has_words(leaf)) return (annals_text){0};
    annals_text words = annals_text_of(leaf->v.text.text);
    while (words.length && strchr(blanks, words.data[words.length - 1])) words.length--;
    return words;
}

/* "On 5 May 1998 Ann Orme wrote:" right before it, as programs write that mark a quotation by nothing else. */
static bool follows_writer(const GumboNode *node) {
    static const char *const ends[] = {"wrote:",    "schrieb:", "écrit:",    "écrit :",     "écrit\u00A0:",
                                       "escribió:", "написал:", "написала:", "написал(а):", "пишет:"};
    enum { NEAR = 4 };
    const size_t index = node->index_within_parent;
    annals_text said = {0};
    for (size_t i = index; i && index - i < NEAR && !said.length; i--)
        said = last_words(node->parent->v.element.children.data[i - 1]);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (said.length >= length && !memcmp(said.data + said.length - length, ends[i], length)) return true;
    }
    return false;
}

/* Gmail has the answers, too, in a <div> of that name, and what it only sets in has no border.  Of an answer, what
 * stands in a <blockquote> is of the mail that is answered. */
static bool is_quotation(const GumboNode *node, bool answer) {
    if (mail_is_passed_on(first_words(node))) return false;
    static const char *const gmail[] = {"gmail_quote"};
    bool block = is_tag(node, GUMBO_TAG_BLOCKQUOTE);
    const char *border = strstr(attribute(node, "style"), "border:");
    bool set_in =
        border && !strncmp(border + strlen("border:") + strspn(border + strlen("border:"), blanks), "none", 4);
    bool cited = block && (!strcasecmp(attribute(node, "type"), "cite") || HAS_WORD(attribute(node, "class"), gmail) ||
                           (answer && !set_in) || follows_writer(node));
    return cited || HAS_WORD(attribute(node, "class"), quotations) || HAS_WORD(attribute(node, "id"), quotations);
}

static bool ends_line(const GumboNode *node) {
    return is_element(node) && roles[node->v.element.tag] != ROLE_INLINE;
}

static const GumboNode *sibling(const GumboNode *node, int step) {
    const GumboVector *all = &node->parent->v.element.children;
    for (size_t i = node->index_within_parent + (size_t)step; i < all->length; i += (size_t)step) {
        const GumboNode *other = all->data[i];
        if (other->type != GUMBO_NODE_WHITESPACE) return other;
    }
    return NULL;
}

/* Does nothing stand beside it in its line, before it (-1) or behind (1)? */
static bool is_edge(const GumboNode *node, int step) {
    const GumboNode *beside = NULL;
    while (node->parent && is_element(node->parent) && !(beside = sibling(node, step)) && !ends_line(node->parent))
        node = node->parent;
    return !beside || ends_line(beside);
}

/* "-- ", alone in its line: a signature follows (RFC 3676, 4.3). */
static bool is_signature_mark(const GumboNode *node) {
    static const char mark[] = "--", hard_blank[] = "\u00A0";
    if (node->type != GUMBO_NODE_TEXT) return false;
    const char *text = node->v.text.text + strspn(node->v.text.text, blanks);
    if (strncmp(text, mark, strlen(mark)) != 0) return false;
    for (text += strlen(mark); *text; text += *text == *hard_blank ? strlen(hard_blank) : 1)
        if (!strchr(blanks, *text) && strncmp(text, hard_blank, strlen(hard_blank)) != 0) return false;
    return is_edge(node, -1) && is_edge(node, 1);
}

static bool begins_other_mail(const GumboNode *node) {
    if (is_element(node))
        return HAS_WORD(attribute(node, "id"), heads_of_mails) || HAS_WORD(attribute(node, "class"), heads_of_mails);
    annals_text text = node->type == GUMBO_NODE_COMMENT ? (annals_text){0} : annals_text_of(node->v.text.text);
    return is_signature_mark(node) || begins_with(text, "-----Original Message-----");
}

/* The last letter in a node, or NUL. */
static char last_letter(const GumboNode *node) {
    annals_text words = last_words(node);
    return words.length ? words.data[words.length - 1] : 0;
}

/* The quotation among what follows a node soon, or null. */
static const GumboNode *next_quotation(const GumboNode *node, bool answer) {
    enum { MOST = 8 };
    const GumboVector *siblings = &node->parent->v.element.children;
    size_t first = node->index_within_parent + 1;
    for (size_t i = first; i < siblings->length && i < first + MOST; i++) {
        const GumboNode *next = siblings->data[i];
        if (is_element(next) && is_quotation(next, answer)) return next;
    }
    return NULL;
}

/* "On 5 May 1998 Ann Orme wrote:" on the last line before a quotation, in one node or in several. */
static bool introduces_quotation(const GumboNode *node, bool answer) {
    const GumboNode *quotation = next_quotation(node, answer);
    char last = quotation ? last_letter(node) : 0;
    bool line_ends = ends_line(node);
    for (size_t i = node->index_within_parent + 1; last && i < quotation->index_within_parent; i++) {
        const GumboNode *next = node->parent->v.element.children.data[i];
        char letter = last_letter(next);
        if (letter && (line_ends || ends_line(next))) return false;
        line_ends |= ends_line(next);
        if (letter) last = letter;
    }
    return last == ':';
}

static bool is_quoted(const GumboNode *node, bool answer) {
    return (is_element(node) && is_quotation(node, answer)) || introduces_quotation(node, answer);
}

/* ------------------------------------------------------------------ the walk */

struct walk {
    prose *to;
    size_t verbatim; /* elements at hand that keep their lines */
    size_t looked;   /* nodes, to see whether they are menus */
    bool all;
    bool mail;            /* it is one: what it quotes is passed by */
    bool answer;          /* to another */
    bool states;          /* the page lives as long as the text: what its <time>s say can be kept */
    size_t time;          /* where the words of the <time> at hand begin */
    prose_rows rows;      /* of the table at hand */
    const GumboNode *row; /* of which no cell was told, as those before were passed by */
};

static bool first_cell(const walk *w, const GumboNode *cell) {
    if (w->row == cell->parent) return true;
    const GumboVector *cells = &cell->parent->v.element.children;
    for (size_t i = 0; i < cell->index_within_parent && i < cells->length; i++)
        if (is_element(cells->data[i])) return false;
    return true;
}

/* What is told of a term goes on its line, as an entry does on that of its day; what begins with blocks is below it. */
static void begin_told(const walk *w, const GumboNode *told) {
    const GumboNode *before = told->parent, *first = told;
    for (size_t i = told->index_within_parent; i-- && before == told->parent;) {
        const GumboNode *node = told->parent->v.element.children.data[i];
        if (is_element(node)) before = node;
    }
    while (is_element(first) && first->v.element.children.length && !(first != told && ends_line(first))) {
        const GumboVector *children = &first->v.element.children;
        const GumboNode *child = children->data[0];
        bool blank = child->type == GUMBO_NODE_WHITESPACE && children->length > 1;
        first = blank ? children->data[1] : child;
    }
    if (!is_tag(before, GUMBO_TAG_DT)) prose_line(w->to);
    else if (ends_line(first)) prose_block(w->to);
    else {
        const builder *text = &w->to->text;
        bool parted = !text->length || strchr(":.;,!?", text->data[text->length - 1]);
        w->to->blank = false;
        prose_words(w->to, annals_text_of(parted ? " " : ": "));
    }
}

static void begin_item(const walk *w, const GumboNode *item) {
    prose_line(w->to);
    if (is_tag(item->parent, GUMBO_TAG_UL)) prose_mark(w->to, "- ");
}

/* The day, month or year of <time datetime="1962-10-27T02:00">; absent for durations, times of day and such. */
static annals_text day_of_time(const GumboNode *node) {
    const char *at = attribute(node, "datetime");
    size_t digits = strspn(at, "0123456789"), length = strcspn(at, "T ");
    bool day = digits == 4 && strspn(at, "0123456789-") == length && (length == 4 || length == 7 || length == 10);
    return (annals_text){at, day ? length : 0};
}

/* Words that say the time of day say more than the day. */
static void end_time(walk *w, const GumboNode *node) {
    const builder *text = &w->to->text;
    annals_text day = day_of_time(node);
    while (w->time < text->length && strchr(" \n", text->data[w->time])) w->time++;
    bool clock = w->time < text->length && memchr(text->data + w->time, ':', text->length - w->time);
    if (day.length && !clock) prose_state(w->to, w->time, day);
    w->time = SIZE_MAX; /* one in another has said it */
}

/* A row of <th>s says what the others have. */
static void begin_row(walk *w, const GumboNode *row) {
    const GumboVector *cells = &row->v.element.children;
    bool named = !w->rows.count;
    for (size_t i = 0; named && i < cells->length; i++)
        named = !is_element(cells->data[i]) || is_tag(cells->data[i], GUMBO_TAG_TH);
    w->rows.named |= named;
    prose_row(w->to, &w->rows);
}

/* "<td>22 May<br>1931<td>It rained": a narrow cell beside others breaks the line that its words are. */
static bool breaks_cell(const GumboNode *line_break) {
    enum { HIGHEST = 4, FEWEST = 2, LARGEST = 16, LONGEST = 40 /* bytes */ };
    const GumboNode *cell = line_break->parent;
    for (size_t i = 0; i < HIGHEST && cell && is_element(cell) && roles[cell->v.element.tag] == ROLE_INLINE; i++)
        cell = cell->parent;
    bool beside = (is_tag(cell, GUMBO_TAG_TD) || is_tag(cell, GUMBO_TAG_TH)) && cell->parent &&
                  is_element(cell->parent) && cell->parent->v.element.children.length >= FEWEST;
    size_t left = LARGEST;
    return beside && text_in(cell, &left) <= LONGEST && left;
}

static void begin(walk *w, const GumboNode *node) {
    if (is_tag(node, GUMBO_TAG_TABLE)) w->rows = (prose_rows){0};
    if (is_tag(node, GUMBO_TAG_TIME)) w->time = prose_place(w->to);
    switch (roles[node->v.element.tag]) {
    case ROLE_BLOCK:
        prose_block(w->to);
        break;
    case ROLE_TERM:
        prose_block(w->to);
        break;
    case ROLE_TOLD:
        begin_told(w, node);
        break;
    case ROLE_ITEM:
        begin_item(w, node);
        break;
    case ROLE_CELL:
        if (!first_cell(w, node)) prose_cell(w->to, &w->rows);
        w->row = NULL;
        break;
    case ROLE_ROW:
        begin_row(w, node);
        break;
    case ROLE_BREAK:
        if (breaks_cell(node)) prose_words(w->to, annals_text_of(" "));
        else prose_line(w->to);
        break;
    case ROLE_VERBATIM:
        prose_block(w->to);
        w->verbatim++;
        break;
    default:
        break;
    }
}

static void end(walk *w, const GumboNode *node) {
    enum role role = roles[node->v.element.tag];
    if (w->states && is_tag(node, GUMBO_TAG_TIME)) end_time(w, node);
    if (role == ROLE_BLOCK || role == ROLE_VERBATIM) prose_block(w->to);
    if (role == ROLE_ITEM || role == ROLE_ROW || role == ROLE_TOLD) prose_line(w->to);
    w->verbatim -= role == ROLE_VERBATIM;
}

static void put_text(walk *w, const GumboNode *node) {
    annals_text text = annals_text_of(node->v.text.text);
    if (w->verbatim) prose_verbatim(w->to, text);
    else prose_words(w->to, text);
}

/* The node behind this one and all in it; those that end on the way are told to `w`. */
static const GumboNode *behind(const GumboNode *node, const GumboNode *root, walk *w) {
    while (node != root) {
        const GumboNode *parent = node->parent;
        if (node->index_within_parent + 1 < parent->v.element.children.length)
            return parent->v.element.children.data[node->index_within_parent + 1];
        node = parent;
        if (w) end(w, node);
    }
    return NULL;
}

static const GumboNode *next_node(const GumboNode *node, const GumboNode *root, bool enter, walk *w) {
    if (enter && is_element(node) && node->v.element.children.length) return node->v.element.children.data[0];
    if (enter && w && is_element(node)) end(w, node);
    return behind(node, root, w);
}

static void put_tree(walk *w, const GumboNode *root) {
    for (const GumboNode *node = root; node && !(w->mail && begins_other_mail(node));) {
        bool enter = node == root || !((is_element(node) && is_passed_by(node, w->all, &w->looked)) ||
                                       (w->mail && is_quoted(node, w->answer)));
        if (!enter && is_tag(node, GUMBO_TAG_TD) && first_cell(w, node)) w->row = node->parent;
        if (enter && is_element(node)) begin(w, node);
        else if (enter && node->type != GUMBO_NODE_COMMENT) put_text(w, node);
        node = next_node(node, root, enter, w);
    }
}

/* ------------------------------------------------------------------ the page */

/* The only element of a kind, or null. */
static const GumboNode *only(const GumboNode *root, GumboTag tag) {
    const GumboNode *found = NULL;
    for (const GumboNode *node = root; node; node = next_node(node, root, true, NULL)) {
        bool is = is_tag(node, tag) ||
                  (tag == GUMBO_TAG_MAIN && is_element(node) && !strcmp(attribute(node, "role"), "main"));
        if (is && found && tag != GUMBO_TAG_MAIN) return NULL;
        if (is && !found) found = node;
    }
    return found;
}

/* Does it say more than its headings?  Pages may keep their story beside what they call the main part. */
static bool has_story(const GumboNode *part) {
    for (const GumboNode *node = part; node; node = next_node(node, part, true, NULL)) {
        if (!has_words(node)) continue;
        const GumboNode *above = node->parent;
        while (above != part && is_element(above) &&
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
    walk w = {.to = to, .states = true};
    put_tree(&w, main_part(root));
    if (to->text.length) return;
    w = (walk){.to = to, .all = true, .states = true};
    put_tree(&w, root);
}

bool html_put_mail(annals_text page, bool answer, prose *to) {
    pool p = {0};
    const GumboOutput *tree = html_is_too_deep(page, NULL) ? NULL : parse(&p, page);
    walk w = {.to = to, .all = true, .mail = true, .answer = answer};
    if (tree) put_tree(&w, tree->root);
    free_pool(&p);
    return tree;
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
    for (const GumboNode *node = root; node && !day->length; node = next_node(node, root, true, NULL)) {
        if (!is_tag(node, GUMBO_TAG_META)) continue;
        bool named = HAS_WORD(attribute(node, "name"), published) || HAS_WORD(attribute(node, "property"), published) ||
                     HAS_WORD(attribute(node, "itemprop"), published);
        if (named) builder_line(day, annals_text_of(attribute(node, "content")));
    }
    for (size_t i = 0; i < day->length; i++)
        if (day->data[i] == '/') day->data[i] = '-';
}

static annals_status add_page(annals_chronology *chronology, const source_file *file, const GumboOutput *page,
                              annals_error *error) {
    prose text = {0};
    builder title = {0}, day = {0};
    put_page(page->root, &text);
    find_title(page->root, &title);
    find_day(page->root, &day);
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
    pool p = {0};
    const GumboOutput *page = parse(&p, file->bytes);
    annals_status status = page ? add_page(chronology, file, page, error)
                                : annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
    free_pool(&p);
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
