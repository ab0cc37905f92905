/* pdf_tree.c: elements, links and items are kept as rows until the file ends, since links lead forwards, too. */
#include "pdf_tree.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

enum { NONE = 0 }; /* no row: the first one of each list is none, the document, or the outline itself */

/* Rows of one size that grow. */
typedef struct rows {
    buffer bytes;
    size_t size;
} rows;

/* Of an element: a piece of its page's content, a further element, or a link. */
typedef enum kid_kind { KID_PIECE, KID_ELEMENT, KID_LINK } kid_kind;

typedef struct kid {
    uint32_t next, value;
    kid_kind kind;
} kid;

typedef struct element {
    const char *tag;
    uint32_t parent, page, first, last; /* first, last: kids */
} element;

typedef struct link_row {
    uint32_t element;
    size_t object; /* its number, known when the page ends */
    const char *anchor;
    pdf_rectangle place;
} link_row;

typedef struct page_row {
    size_t number, pieces, links; /* its own number; where its pieces and links begin */
} page_row;

typedef struct anchor_row {
    const char *name;
    uint32_t page;
    float x, y;
} anchor_row;

typedef struct item {
    const char *name, *anchor;
    uint32_t parent, first, last, next, before, count; /* count: of those below it */
    bool open;
} item;

struct pdf_tree {
    annals_text alternative;
    rows elements, kids, links, pages, pieces, anchors, items;
    uint32_t open;        /* element */
    uint32_t *places;     /* anchors by their names' hashes */
    size_t place_count;   /* a power of two */
    size_t first_element; /* number of its object */
    bool failed;
};

/* ------------------------------------------------------------------ rows */

static size_t count_of(const rows *r) {
    return r->bytes.length / r->size;
}

static void *row_at(const rows *r, size_t number) {
    return r->bytes.data + number * r->size;
}

static uint32_t add_row(pdf_tree *t, rows *r, const void *row) {
    size_t number = count_of(r);
    t->failed |= number >= UINT32_MAX;
    if (!t->failed) buffer_bytes(&r->bytes, row, r->size);
    t->failed |= r->bytes.failed;
    return t->failed ? NONE : (uint32_t)number;
}

#define ROW(t, list, type, number) ((type *)row_at(&(t)->list, number))

pdf_tree *pdf_tree_new(annals_text alternative) {
    pdf_tree *t = calloc(1, sizeof *t);
    if (!t) return NULL;
    const struct {
        rows *list;
        size_t size;
    } all[] = {{&t->elements, sizeof(element)}, {&t->kids, sizeof(kid)},        {&t->links, sizeof(link_row)},
               {&t->pages, sizeof(page_row)},   {&t->pieces, sizeof(uint32_t)}, {&t->anchors, sizeof(anchor_row)},
               {&t->items, sizeof(item)}};
    static const char none[sizeof(item) + sizeof(link_row)];
    t->alternative = alternative;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        *all[i].list = (rows){.size = all[i].size};
        add_row(t, all[i].list, none);
    }
    return t;
}

void pdf_tree_free(pdf_tree *t) {
    if (!t) return;
    rows *const all[] = {&t->elements, &t->kids, &t->links, &t->pages, &t->pieces, &t->anchors, &t->items};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) buffer_free(&all[i]->bytes);
    free(t->places);
    free(t);
}

bool pdf_tree_failed(const pdf_tree *t) {
    return t->failed;
}

/* ------------------------------------------------------------------ building */

static uint32_t newest_page(const pdf_tree *t) {
    return (uint32_t)(count_of(&t->pages) - 1);
}

void pdf_tree_page(pdf_tree *t, size_t number) {
    add_row(t, &t->pages, &(page_row){number, count_of(&t->pieces), count_of(&t->links)});
}

static void add_kid(pdf_tree *t, uint32_t parent, kid_kind kind, uint32_t value) {
    uint32_t number = add_row(t, &t->kids, &(kid){NONE, value, kind});
    if (t->failed) return;
    element *e = ROW(t, elements, element, parent);
    if (e->last) ROW(t, kids, kid, e->last)->next = number;
    else e->first = number;
    e->last = number;
}

void pdf_tree_begin(pdf_tree *t, const char *tag) {
    uint32_t parent = t->open, number = add_row(t, &t->elements, &(element){tag, parent, newest_page(t), NONE, NONE});
    if (t->failed) return;
    add_kid(t, parent, KID_ELEMENT, number);
    t->open = number;
}

void pdf_tree_end(pdf_tree *t) {
    if (!t->failed) t->open = ROW(t, elements, element, t->open)->parent;
}

const char *pdf_tree_tag(const pdf_tree *t) {
    return t->failed ? NULL : ROW(t, elements, element, t->open)->tag;
}

size_t pdf_tree_piece(pdf_tree *t) {
    if (t->failed) return 0;
    size_t number = count_of(&t->pieces) - ROW(t, pages, page_row, newest_page(t))->pieces;
    add_kid(t, t->open, KID_PIECE, (uint32_t)number);
    add_row(t, &t->pieces, &t->open);
    return number;
}

void pdf_tree_link(pdf_tree *t, const char *anchor, pdf_rectangle place) {
    uint32_t number = add_row(t, &t->links, &(link_row){t->open, 0, anchor, place});
    if (!t->failed) add_kid(t, t->open, KID_LINK, number);
}

void pdf_tree_anchor(pdf_tree *t, const char *name, double x, double y) {
    add_row(t, &t->anchors, &(anchor_row){name, newest_page(t), (float)x, (float)y});
}

int pdf_tree_outline(pdf_tree *t, int parent, const char *name, const char *anchor, bool open) {
    uint32_t above = (uint32_t)parent;
    uint32_t number = add_row(t, &t->items, &(item){.name = name, .anchor = anchor, .parent = above, .open = open});
    if (t->failed) return NONE;
    item *i = ROW(t, items, item, above);
    if (i->last) ROW(t, items, item, i->last)->next = number;
    else i->first = number;
    ROW(t, items, item, number)->before = i->last;
    i->last = number;
    return (int)number;
}

/* ------------------------------------------------------------------ anchors */

static bool index_anchors(pdf_tree *t) {
    size_t count = count_of(&t->anchors);
    for (t->place_count = 64; t->place_count < 2 * count;) t->place_count *= 2;
    t->places = calloc(t->place_count, sizeof *t->places);
    t->failed |= !t->places;
    for (size_t i = 1; i < count && !t->failed; i++) {
        size_t at = text_digest(0, annals_text_of(ROW(t, anchors, anchor_row, i)->name)) & (t->place_count - 1);
        while (t->places[at]) at = (at + 1) & (t->place_count - 1);
        t->places[at] = (uint32_t)i;
    }
    return !t->failed;
}

static const anchor_row *find_anchor(const pdf_tree *t, const char *name) {
    size_t at = text_digest(0, annals_text_of(name)) & (t->place_count - 1);
    for (; t->places[at]; at = (at + 1) & (t->place_count - 1)) {
        const anchor_row *found = ROW(t, anchors, anchor_row, t->places[at]);
        if (!strcmp(found->name, name)) return found;
    }
    return NULL;
}

static void put_destination(const pdf_tree *t, buffer *b, const char *name) {
    const anchor_row *a = name ? find_anchor(t, name) : NULL;
    if (!a) return;
    buffer_string(b, "/Dest[");
    pdf_put_reference(b, ROW(t, pages, page_row, a->page)->number);
    buffer_string(b, "/XYZ ");
    buffer_number(b, (double)a->x, 1);
    buffer_string(b, " ");
    buffer_number(b, (double)a->y, 1);
    buffer_string(b, " 0]");
}

/* ------------------------------------------------------------------ pages and links */

static void put_references(buffer *b, const char *name, size_t first, size_t count) {
    buffer_string(b, name);
    for (size_t i = 0; i < count; i++) {
        if (i) buffer_string(b, " ");
        pdf_put_reference(b, first + i);
    }
    buffer_string(b, "]");
}

void pdf_tree_end_page(pdf_tree *t, pdf_file *f, buffer *page) {
    if (t->failed) return;
    uint32_t newest = newest_page(t);
    size_t first = ROW(t, pages, page_row, newest)->links, count = count_of(&t->links) - first;
    buffer_string(page, "/StructParents ");
    buffer_integer(page, (int64_t)newest - 1);
    if (!count) return;
    size_t number = pdf_file_take(f, count);
    put_references(page, "/Tabs/S/Annots[", number, count);
    for (size_t i = 0; i < count; i++) ROW(t, links, link_row, first + i)->object = number + i;
}

/* The tree of the structure finds a link by a number after those of the pages. */
static void write_links(pdf_tree *t, pdf_file *f, buffer *b) {
    for (size_t i = 1; i < count_of(&t->links); i++) {
        const link_row *l = ROW(t, links, link_row, i);
        const double sides[] = {l->place.left, l->place.bottom, l->place.right, l->place.top};
        b->length = 0;
        buffer_string(b, "<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[");
        for (int k = 0; k < 4; k++) {
            buffer_number(b, sides[k], 1);
            buffer_string(b, " ");
        }
        buffer_string(b, "]/StructParent ");
        buffer_integer(b, (int64_t)(newest_page(t) + i - 1));
        put_destination(t, b, l->anchor);
        buffer_string(b, ">>");
        if (!b->failed) pdf_file_object(f, l->object, b->data, b->length);
    }
}

/* ------------------------------------------------------------------ structure */

static void put_kids(const pdf_tree *t, buffer *b, const element *e) {
    buffer_string(b, "/K[");
    for (uint32_t at = e->first; at; at = ROW(t, kids, kid, at)->next) {
        const kid *k = ROW(t, kids, kid, at);
        if (at != e->first) buffer_string(b, " ");
        if (k->kind == KID_PIECE) {
            buffer_integer(b, k->value);
        } else if (k->kind == KID_ELEMENT) {
            pdf_put_reference(b, t->first_element + k->value);
        } else {
            buffer_string(b, "<</Type/OBJR/Obj ");
            pdf_put_reference(b, ROW(t, links, link_row, k->value)->object);
            buffer_string(b, ">>");
        }
    }
    buffer_string(b, "]");
}

static void write_elements(pdf_tree *t, pdf_file *f, buffer *b, size_t root) {
    for (size_t i = 0; i < count_of(&t->elements); i++) {
        const element *e = ROW(t, elements, element, i);
        const char *tag = i ? e->tag : "Document";
        b->length = 0;
        buffer_string(b, "<</Type/StructElem/S/");
        buffer_string(b, tag);
        buffer_string(b, "/P ");
        pdf_put_reference(b, i ? t->first_element + e->parent : root);
        if (i) {
            buffer_string(b, "/Pg ");
            pdf_put_reference(b, ROW(t, pages, page_row, e->page)->number);
        }
        if (!strcmp(tag, "Figure")) {
            buffer_string(b, "/Alt ");
            pdf_put_text(b, t->alternative);
        }
        put_kids(t, b, e);
        buffer_string(b, ">>");
        if (!b->failed) pdf_file_object(f, t->first_element + i, b->data, b->length);
    }
}

/* Which element each piece of a page, and each link, belongs to. */
static void write_parents(pdf_tree *t, pdf_file *f, buffer *b, size_t number) {
    uint32_t count = newest_page(t);
    size_t first = pdf_file_take(f, count);
    for (uint32_t i = 1; i <= count; i++) {
        size_t from = ROW(t, pages, page_row, i)->pieces;
        size_t end = i < count ? ROW(t, pages, page_row, i + 1)->pieces : count_of(&t->pieces);
        b->length = 0;
        buffer_string(b, "[");
        for (size_t k = from; k < end; k++) {
            pdf_put_reference(b, t->first_element + *ROW(t, pieces, uint32_t, k));
            buffer_string(b, "\n");
        }
        buffer_string(b, "]");
        if (!b->failed) pdf_file_object(f, first + i - 1, b->data, b->length);
    }
    b->length = 0;
    buffer_string(b, "<</Nums[");
    for (size_t i = 0; i + 1 < count + count_of(&t->links); i++) {
        buffer_integer(b, (int64_t)i);
        buffer_string(b, " ");
        pdf_put_reference(b,
                          i < count ? first + i : t->first_element + ROW(t, links, link_row, i - count + 1)->element);
        buffer_string(b, "\n");
    }
    buffer_string(b, "]>>");
    if (!b->failed) pdf_file_object(f, number, b->data, b->length);
}

static void write_structure(pdf_tree *t, pdf_file *f, buffer *b, buffer *catalog) {
    size_t root = pdf_file_take(f, 2);
    t->first_element = pdf_file_take(f, count_of(&t->elements));
    write_links(t, f, b);
    write_elements(t, f, b, root);
    write_parents(t, f, b, root + 1);
    b->length = 0;
    buffer_string(b, "<</Type/StructTreeRoot/K ");
    pdf_put_reference(b, t->first_element);
    buffer_string(b, "/ParentTree ");
    pdf_put_reference(b, root + 1);
    buffer_string(b, "/ParentTreeNextKey ");
    buffer_integer(b, (int64_t)(newest_page(t) + count_of(&t->links) - 1));
    buffer_string(b, ">>");
    if (!b->failed) pdf_file_object(f, root, b->data, b->length);
    buffer_string(catalog, "/MarkInfo<</Marked true>>/StructTreeRoot ");
    pdf_put_reference(catalog, root);
}

/* ------------------------------------------------------------------ outline */

/* How many items are seen below each when it is open; those below come after it. */
static void count_items(pdf_tree *t) {
    for (size_t i = count_of(&t->items); i-- > 1;) {
        const item *below = ROW(t, items, item, i);
        ROW(t, items, item, below->parent)->count += 1 + (below->open ? below->count : 0);
    }
}

static void put_item_reference(buffer *b, const char *name, size_t first, uint32_t number) {
    if (!number) return;
    buffer_string(b, name);
    pdf_put_reference(b, first + number);
}

static void write_outline(pdf_tree *t, pdf_file *f, buffer *b, buffer *catalog) {
    size_t count = count_of(&t->items), first = pdf_file_take(f, count);
    if (count < 2) return;
    count_items(t);
    for (size_t i = 0; i < count; i++) {
        const item *at = ROW(t, items, item, i);
        b->length = 0;
        buffer_string(b, i ? "<</Title " : "<</Type/Outlines");
        if (i) {
            pdf_put_text(b, annals_text_of(at->name));
            buffer_string(b, "/Parent ");
            pdf_put_reference(b, first + at->parent);
            put_destination(t, b, at->anchor);
        }
        put_item_reference(b, "/Prev ", first, at->before);
        put_item_reference(b, "/Next ", first, at->next);
        put_item_reference(b, "/First ", first, at->first);
        put_item_reference(b, "/Last ", first, at->last);
        if (at->count) {
            buffer_string(b, !i || at->open ? "/Count " : "/Count -");
            buffer_integer(b, at->count);
        }
        buffer_string(b, ">>");
        if (!b->failed) pdf_file_object(f, first + i, b->data, b->length);
    }
    buffer_string(catalog, "/Outlines ");
    pdf_put_reference(catalog, first);
}

void pdf_tree_write(pdf_tree *t, pdf_file *f, buffer *catalog) {
    buffer b = {0};
    if (t->failed || !index_anchors(t)) {
        f->out.failed = true;
        return;
    }
    write_structure(t, f, &b, catalog);
    write_outline(t, f, &b, catalog);
    f->out.failed |= b.failed;
    buffer_free(&b);
}
