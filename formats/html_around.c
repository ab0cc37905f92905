/* html_around.c: what pages call their menus, and what looks like one. */
#include "html_around.h"

#include "reader.h"
#include "utf8.h"

#include <string.h>
#include <strings.h>

static const char blanks_and_joints[] = " \t\n\r\f-_";
#define HAS_BEGINNING(words, list) html_has_word(words, blanks_and_joints, list, sizeof(list) / sizeof *(list))

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
    if (!html_is_tag(node, GUMBO_TAG_SUP) || !node->v.element.children.length) return false;
    const GumboNode *child = node->v.element.children.data[0];
    return HTML_HAS_WORD(html_attribute(node, "class"), names) ||
           (html_is_tag(child, GUMBO_TAG_A) && strchr(html_attribute(child, "href"), '#'));
}

/* How the names of menus end: "site-nav", "header__menu".  Those of columns and whole pages do, too. */
static const char *const menu_endings[] = {"nav",     "navigation", "navbar", "menu",        "submenu",
                                           "sidebar", "breadcrumb", "links",  "breadcrumbs", "pagination"};

static bool ends_like_menu(const char *words) {
    for (const char *at = words + strspn(words, html_blanks); *at; at += strspn(at, html_blanks)) {
        const char *end = at + strcspn(at, html_blanks), *last = end;
        while (last > at && last[-1] != '-' && last[-1] != '_') last--;
        for (size_t i = 0; last > at && i < sizeof menu_endings / sizeof *menu_endings; i++)
            if (strlen(menu_endings[i]) == (size_t)(end - last) &&
                !strncasecmp(last, menu_endings[i], strlen(menu_endings[i])))
                return true;
        at = end;
    }
    return false;
}

/* Are most of its words links?  What is larger than any menu is none. */
static bool is_mostly_links(const GumboNode *root, size_t *left) {
    size_t links = 0, others = 0;
    for (const GumboNode *node = root; node && *left;) {
        bool link = html_is_tag(node, GUMBO_TAG_A);
        if (link) links += html_text_in(node, left);
        else if (node->type == GUMBO_NODE_TEXT) others += strlen(node->v.text.text);
        node = html_next(node, root, !link);
        if (*left) --*left;
    }
    return *left && links > others;
}

/* Nobody has so many menus that all of them could not be looked at. */
static bool is_menu(const GumboNode *node, size_t *looked) {
    enum { LARGEST = 2000, MOST = 1000 * LARGEST };
    bool named = ends_like_menu(html_attribute(node, "class")) || ends_like_menu(html_attribute(node, "id"));
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
        if (link && !html_is_within(node, link)) link = NULL;
        if (!link && html_is_tag(node, GUMBO_TAG_A)) link = node, w.links++;
        w.blocks |= node != root && html_is_element(node) && html_roles[node->v.element.tag] != HTML_INLINE;
        if (node->type == GUMBO_NODE_TEXT) *(link ? &w.in_links : &w.others) += count_letters(node->v.text.text);
        node = html_next(node, root, true);
    }
    return w;
}

/* "Home | About us | Contact": a line of short links and nothing else. */
static bool is_bar(const GumboNode *node, size_t *looked) {
    enum { LARGEST = 100, FEWEST = 3, LONGEST = 14 /* bytes of a link */, MOST = 1000000 };
    const html_role role = html_roles[node->v.element.tag];
    size_t left = LARGEST;
    if ((role != HTML_BLOCK && role != HTML_CELL) || *looked > MOST) return false;
    words_of w = count_words(node, 0, &left);
    *looked += LARGEST - left;
    return left && !w.others && !w.blocks && w.links >= FEWEST && w.in_links <= w.links * LONGEST;
}

/* Is the cell in a table that only lays out the page?  That of a few rows. */
static bool lays_out(const GumboNode *cell) {
    enum { MOST_ROWS = 3 };
    const GumboNode *row = cell->parent;
    size_t rows = 0;
    if (!html_is_tag(row, GUMBO_TAG_TR) || !row->parent || !html_is_element(row->parent)) return false;
    const GumboVector *all = &row->parent->v.element.children;
    for (size_t i = 0; i < all->length && rows <= MOST_ROWS; i++) rows += html_is_tag(all->data[i], GUMBO_TAG_TR);
    return rows <= MOST_ROWS;
}

/* The column of links beside the one with the story. */
static bool is_column_of_links(const GumboNode *cell, size_t *looked) {
    enum { LARGEST = 2000, MOST = 1000000, FEWEST = 2, STORY = 100 };
    size_t left = LARGEST;
    if (!html_is_tag(cell, GUMBO_TAG_TD) || *looked > MOST || !lays_out(cell)) return false;
    words_of own = count_words(cell, LARGEST, &left);
    bool story = false, menu = left && own.links >= FEWEST && own.in_links > 4 * own.others;
    const GumboVector *cells = &cell->parent->v.element.children;
    for (size_t i = 0; menu && !story && i < cells->length && left; i++) {
        if (cells->data[i] == cell || !html_is_tag(cells->data[i], GUMBO_TAG_TD)) continue;
        words_of other = count_words(cells->data[i], STORY + own.in_links, &left);
        story = other.others > STORY && other.others > own.in_links && other.blocks;
    }
    *looked += LARGEST - left;
    return story;
}

/* "© 2003 Corda Historical Society. Page last modified ...": the line below all the rest. */
static bool is_imprint(const GumboNode *node) {
    enum { LONGEST = 400, LARGEST = 100 };
    static const char *const signs[] = {"©", "Copyright ©", "Copyright (c)"};
    if (html_roles[node->v.element.tag] != HTML_BLOCK) return false;
    annals_text text = html_first_words(node);
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
    for (const char *at = html_attribute(node, "style"); *at; at += strcspn(at, ";"), at += *at == ';') {
        at += strspn(at, html_blanks);
        if (strncasecmp(at, "display", strlen("display")) != 0) continue;
        const char *value = at + strlen("display");
        value += strspn(value, html_blanks);
        value += *value == ':' ? 1 + strspn(value + 1, html_blanks) : 0;
        if (!strncasecmp(value, "none", strlen("none"))) return true;
    }
    return false;
}

bool html_is_around(const GumboNode *node, bool all, size_t *looked) {
    if (html_roles[node->v.element.tag] == HTML_SKIPPED || leads_to_note(node)) return true;
    if (is_not_shown(node)) return true;
    return !all && (HTML_HAS_WORD(html_attribute(node, "class"), furniture) ||
                    HTML_HAS_WORD(html_attribute(node, "id"), furniture) ||
                    HAS_BEGINNING(html_attribute(node, "class"), furniture_beginnings) ||
                    HTML_HAS_WORD(html_attribute(node, "role"), furniture_roles) || is_menu(node, looked) ||
                    is_bar(node, looked) || is_column_of_links(node, looked) || is_imprint(node));
}
