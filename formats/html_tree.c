/* html_tree.c: the memory of a parsed page, and the way through it. */
#include "html_tree.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ------------------------------------------------------------------ memory */

/* The parser asks for memory and does not look whether it got any; its tree is freed here, as its own way to do that
 * goes as deep as the tree. */
struct html_chunk {
    struct html_chunk *next;
    size_t used, room;
    _Alignas(max_align_t) char bytes[];
};

typedef struct pool {
    struct html_chunk *chunks;
    jmp_buf out_of_memory;
} pool;

enum { CHUNK = 256 * 1024, ALIGNMENT = _Alignof(max_align_t) };

static void *take(void *context, size_t size) {
    pool *p = context;
    struct html_chunk *c = p->chunks;
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!c || c->room - c->used < size) {
        size_t room = size > CHUNK ? size : CHUNK;
        c = malloc(sizeof *c + room);
        if (!c) longjmp(p->out_of_memory, 1);
        *c = (struct html_chunk){.next = p->chunks, .room = room};
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

bool html_parse(html_tree *tree, annals_text page) {
    pool p = {0};
    tree->page = parse(&p, page);
    tree->chunks = p.chunks;
    return tree->page;
}

void html_free(html_tree *tree) {
    for (struct html_chunk *c = tree->chunks, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    *tree = (html_tree){0};
}

/* ------------------------------------------------------------------ elements */

const unsigned char html_roles[GUMBO_TAG_LAST + 1] = {
#define ROW(tag, role) [GUMBO_TAG_##tag] = HTML_##role
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

const char *html_attribute(const GumboNode *node, const char *name) {
    const GumboAttribute *a = gumbo_get_attribute(&node->v.element.attributes, name);
    return a ? a->value : "";
}

bool html_is_element(const GumboNode *node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool html_is_tag(const GumboNode *node, GumboTag tag) {
    return node && node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

bool html_ends_line(const GumboNode *node) {
    return html_is_element(node) && html_roles[node->v.element.tag] != HTML_INLINE;
}

bool html_is_within(const GumboNode *node, const GumboNode *root) {
    while (node && node != root) node = node->parent;
    return node;
}

const char html_blanks[] = " \t\n\r\f";

bool html_has_word(const char *words, const char *ends, const char *const *list, size_t count) {
    for (const char *at = words; *at; at += strspn(at, html_blanks)) {
        size_t length = strcspn(at, ends);
        for (size_t i = 0; i < count; i++)
            if (strlen(list[i]) == length && !strncasecmp(at, list[i], length)) return true;
        at += strcspn(at, html_blanks);
    }
    return false;
}

/* ------------------------------------------------------------------ the way through */

const GumboNode *html_step(const GumboNode *node, const GumboNode *root, bool enter, html_leave *leave, void *context) {
    if (enter && html_is_element(node) && node->v.element.children.length) return node->v.element.children.data[0];
    if (enter && leave && html_is_element(node)) leave(context, node);
    while (node != root) {
        const GumboNode *parent = node->parent;
        if (node->index_within_parent + 1 < parent->v.element.children.length)
            return parent->v.element.children.data[node->index_within_parent + 1];
        node = parent;
        if (leave) leave(context, node);
    }
    return NULL;
}

const GumboNode *html_next(const GumboNode *node, const GumboNode *root, bool enter) {
    return html_step(node, root, enter, NULL, NULL);
}

/* ------------------------------------------------------------------ words */

bool html_has_words(const GumboNode *leaf) {
    return !html_is_element(leaf) && leaf->type != GUMBO_NODE_COMMENT &&
           leaf->v.text.text[strspn(leaf->v.text.text, html_blanks)];
}

size_t html_text_in(const GumboNode *root, size_t *left) {
    size_t bytes = 0;
    for (const GumboNode *node = root; node && *left; node = html_next(node, root, true), --*left)
        if (node->type == GUMBO_NODE_TEXT) bytes += strlen(node->v.text.text);
    return bytes;
}

annals_text html_first_words(const GumboNode *root) {
    size_t left = 16;
    for (const GumboNode *node = root; node && left; node = html_next(node, root, true), left--) {
        if (node->type != GUMBO_NODE_TEXT) continue;
        return annals_text_of(node->v.text.text + strspn(node->v.text.text, html_blanks));
    }
    return (annals_text){0};
}
