/* layout_index.c: the index: names, categories and sources, with the pages of the entries that tell of them. */
#include "layout_pages_parts.h"

#include "buffer.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* On fewer pages there is no need to look anything up. */
enum { LEAST_PAGES = 3 };

static const double gutter = 6, hang = 4;

/* One name at one entry. */
typedef struct reference {
    annals_text name;
    annals_tag_kind kind;
    size_t page, rank;
    bool listed; /* in a table, where nobody is called by a surname for short */
} reference;

static char folded(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int compare_bytes(annals_text a, annals_text b) {
    size_t shorter = a.length < b.length ? a.length : b.length;
    for (size_t i = 0; i < shorter; i++)
        if (folded(a.data[i]) != folded(b.data[i]))
            return (unsigned char)folded(a.data[i]) < (unsigned char)folded(b.data[i]) ? -1 : 1;
    return (a.length > b.length) - (a.length < b.length);
}

/* Letters with a stroke, or two in one, which Unicode does not take apart. */
static const struct {
    gunichar letter, base;
} strokes[] = {{0xe6, 'a'},  {0xf0, 'd'},  {0xf8, 'o'},  {0xfe, 't'}, {0xdf, 's'},
               {0x111, 'd'}, {0x131, 'i'}, {0x142, 'l'}, {0x153, 'o'}};

/* The next letter of a name, small and without its accents; 0 at the end. */
static gunichar next_letter(annals_text *rest) {
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    while (rest->length) {
        gunichar c = g_utf8_get_char_validated(rest->data, (gssize)rest->length);
        bool valid = c < (gunichar)-2;
        size_t length = valid ? (size_t)g_unichar_to_utf8(c, NULL) : 1;
        if (!valid || c < 0x80) c = (unsigned char)folded(*rest->data);
        *rest = (annals_text){rest->data + length, rest->length - length};
        if (c < 0x80 || !valid) return c;
        if (g_unichar_ismark(c)) continue;
        g_unichar_fully_decompose(g_unichar_tolower(c), true, parts, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
        for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++)
            if (strokes[i].letter == parts[0]) return strokes[i].base;
        return parts[0];
    }
    return 0;
}

/* As an index has them: accents count only between names that are the same without. */
static int compare_names(annals_text a, annals_text b) {
    annals_text left = a, right = b;
    gunichar x, y;
    do {
        x = next_letter(&left);
        y = next_letter(&right);
    } while (x && x == y);
    return x != y ? (x > y) - (x < y) : compare_bytes(a, b);
}

static int compare_references(const void *left, const void *right) {
    const reference *a = left, *b = right;
    int difference = compare_names(a->name, b->name);
    return difference ? difference : (a->rank > b->rank) - (a->rank < b->rank);
}

/* ------------------------------------------------------------------ which names */

static void add_reference(reference *all, size_t *count, annals_tag tag, size_t page, size_t rank, bool listed) {
    if (tag.name.length) all[(*count)++] = (reference){tag.name, tag.kind, page, rank, listed};
}

static size_t references_of(const flow *f, const ordered_event *e, size_t page, reference *out) {
    size_t document_count, count = 0;
    const annals_document *documents = annals_documents(f->chronology, &document_count);
    size_t first = e->event->source_count ? e->event->sources[0].document : document_count;
    bool listed = first < document_count && !documents[first].language.length;
    for (size_t i = 0; i < e->event->tag_count; i++)
        add_reference(out, &count, e->event->tags[i], page, e->rank, listed);
    add_reference(out, &count, (annals_tag){ANNALS_ORGANISATION, e->event->category}, page, e->rank, listed);
    for (size_t i = 0; i < e->event->source_count && document_count > 1; i++) {
        size_t d = e->event->sources[i].document;
        annals_tag title = {ANNALS_ORGANISATION, d < document_count ? documents[d].title : (annals_text){0}};
        add_reference(out, &count, title, page, e->rank, listed);
    }
    return count;
}

/* The last word of the name of a person who has several; else nothing. */
static annals_text surname_of(const reference *r) {
    annals_text name = r->name;
    size_t start = name.length;
    while (start && name.data[start - 1] != ' ') start--;
    bool whole = !start || r->kind != ANNALS_PERSON;
    return whole ? (annals_text){0} : (annals_text){name.data + start, name.length - start};
}

static int compare_surnames(const void *left, const void *right) {
    int difference = compare_names(surname_of(left), surname_of(right));
    return difference ? difference : compare_references(left, right);
}

/* The only person of this surname, or null. */
static const reference *person_called(const reference *persons, size_t count, annals_text surname) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_names(surname_of(&persons[middle]), surname) < 0) low = middle + 1;
        else high = middle;
    }
    bool found = low < count && !compare_names(surname_of(&persons[low]), surname);
    bool two = low + 1 < count && !compare_names(surname_of(&persons[low + 1]), surname);
    return found && !two ? &persons[low] : NULL;
}

/* What is called by a surname alone, and is no place, stands under the one person of that name, unless it does so
 * before that person is named: President Hale is not the Anna Hale of years later. */
static void complete_surnames(flow *f, reference *all, size_t count) {
    reference *persons = POOL_ARRAY(f->pool, reference, count);
    size_t person_count = 0;
    f->failed |= !persons;
    for (size_t i = 0; i < count && persons; i++) {
        bool known = person_count && !compare_names(persons[person_count - 1].name, all[i].name);
        if (!known && surname_of(&all[i]).length) persons[person_count++] = all[i];
    }
    if (!person_count) return;
    qsort(persons, person_count, sizeof *persons, compare_surnames);
    for (size_t i = 0, end; i < count; i = end) {
        const reference *person = person_called(persons, person_count, all[i].name);
        bool named_before = person && (!all[i].listed || person->rank <= all[i].rank);
        annals_text name = all[i].name;
        for (end = i; end < count && text_same(all[end].name, name); end++)
            if (named_before && (all[end].kind == ANNALS_PERSON || all[end].kind == ANNALS_NAME))
                all[end].name = person->name;
    }
    qsort(all, count, sizeof *all, compare_references);
}

/* All of them in the order of names; null with `count` 0 when there are none. */
static reference *find_references(flow *f, size_t *count) {
    size_t room = 0;
    for (size_t i = 0; i < f->order->count; i++)
        room += f->order->events[i].event->tag_count + f->order->events[i].event->source_count + 1;
    reference *all = POOL_ARRAY(f->pool, reference, room);
    *count = 0;
    f->failed |= !all;
    for (size_t i = 0; i < f->order->count && all; i++) {
        size_t row = f->entry_rows[f->order->events[i].rank];
        if (row) *count += references_of(f, &f->order->events[i], f->rows[row - 1].page, all + *count);
    }
    if (*count) qsort(all, *count, sizeof *all, compare_references);
    if (*count) complete_surnames(f, all, *count);
    return all;
}

/* ------------------------------------------------------------------ words */

/* "2, 4–6" */
static void put_pages(buffer *b, const reference *first, size_t count) {
    for (size_t i = 0; i < count;) {
        size_t from = first[i].page, to = from;
        for (; i < count && first[i].page <= to + 1; i++)
            if (first[i].page > to) to = first[i].page;
        buffer_string(b, first[0].page == from ? "\u2002" : ", ");
        buffer_integer(b, (int64_t)from + 1);
        if (to > from) buffer_string(b, to > from + 1 ? "–" : ", ");
        if (to > from) buffer_integer(b, (int64_t)to + 1);
    }
}

typedef struct index_entry {
    const text_block *block;
    size_t rank; /* of the first event */
    double height;
} index_entry;

static index_entry set_entry(flow *f, const reference *first, size_t count, double width) {
    buffer b = {0};
    buffer_text(&b, first->name);
    put_pages(&b, first, count);
    annals_text words = text_clean(f->pool, (annals_text){b.data, b.length});
    f->failed |= b.failed;
    buffer_free(&b);
    const text_block *block = flow_set(f, STYLE_INDEX, words, width);
    if (!f->failed && block->count > 1) block = flow_set(f, STYLE_INDEX, words, width - hang);
    return (index_entry){block, first->rank, text_block_height(block)};
}

/* Returns how many entries; they take the place of `all`. */
static size_t set_entries(flow *f, const reference *all, size_t count, double width, index_entry *entries) {
    size_t made = 0;
    for (size_t i = 0, end; i < count && !f->failed; i = end) {
        for (end = i + 1; end < count && !compare_names(all[i].name, all[end].name);) end++;
        entries[made++] = set_entry(f, &all[i], end - i, width);
    }
    return made;
}

/* ------------------------------------------------------------------ columns */

enum { MOST_COLUMNS = 8 };

/* The first entry that a column from `first` on, so high, has no room for. */
static size_t column_end(const index_entry *entries, size_t first, size_t count, double height) {
    size_t end = first;
    for (double y = 0; end < count && (end == first || y + entries[end].height <= height + 1e-9); end++)
        y += entries[end].height;
    return end;
}

static double column_height(const index_entry *entries, size_t first, size_t end) {
    double height = 0;
    for (size_t i = first; i < end; i++) height += entries[i].height;
    return height;
}

/* Of the entry of an event, or of the sheet that tells of it. */
static const char *anchor_of(const flow *f, size_t rank) {
    for (size_t i = 0; i < f->piece_count && f->overview.kind == FIGURE_VERTICAL; i++)
        if (f->pieces[i].kind == PIECE_SHEET && f->pieces[i].page + 1 == f->entry_rows[rank])
            return f->pieces[i].anchor;
    return draw_anchor_name(f->pool, 'e', rank);
}

static void flow_column(flow *f, const index_entry *entries, size_t first, size_t end, size_t row, double x) {
    double y = 0;
    for (size_t i = first; i < end && !f->failed; i++) {
        page_piece *p = flow_piece(f, PIECE_INDEX, row, x, y, entries[i].block);
        p->hang = entries[i].block->count > 1 ? hang : 0;
        p->link = anchor_of(f, entries[i].rank);
        f->items++;
        y += entries[i].height;
    }
}

/* Down one column and then down the next, each so high at most.  Returns the first entry that found no room. */
static size_t fill_columns(const index_entry *entries, size_t first, size_t count, size_t columns, double height,
                           size_t *ends) {
    for (size_t c = 0; c < columns; c++) first = ends[c] = column_end(entries, first, count, height);
    return first;
}

/* The same; the columns of the last page are as high as each other. */
static size_t fill_page(const index_entry *entries, size_t first, size_t count, size_t columns, double room,
                        size_t *ends) {
    size_t end = fill_columns(entries, first, count, columns, room, ends);
    double low = 0, high = room;
    for (int i = 0; end == count && i < 16; i++) {
        double middle = (low + high) / 2;
        bool fits = fill_columns(entries, first, count, columns, middle, ends) == count;
        *(fits ? &high : &low) = middle;
    }
    return end == count ? fill_columns(entries, first, count, columns, high, ends) : end;
}

/* Page by page; `room` is that of the first one. */
static void flow_columns(flow *f, const index_entry *entries, size_t count, size_t columns, double room) {
    double step = (f->out->column_width + gutter) / (double)columns;
    for (size_t first = 0; first < count && !f->failed; room = f->out->text_height) {
        size_t ends[MOST_COLUMNS], end = fill_page(entries, first, count, columns, room, ends);
        double height = 0;
        for (size_t c = 0; c < columns; c++)
            height = fmax(height, column_height(entries, c ? ends[c - 1] : first, ends[c]));
        size_t row = flow_row(f, 0, height, false);
        for (size_t c = 0; c < columns; c++)
            flow_column(f, entries, c ? ends[c - 1] : first, ends[c], row, (double)c * step);
        first = end;
    }
}

/* Down the columns that the page has. */
static void flow_alone(flow *f, const index_entry *entries, size_t count) {
    for (size_t i = 0; i < count && !f->failed; i++)
        flow_column(f, entries, i, i + 1, flow_row(f, 0, entries[i].height, false), 0);
}

/* What is left below the heading of the index: on the last page, or on one of its own, unless all finds room here. */
static double room_for_index(const flow *f, const index_entry *entries, size_t count, size_t columns) {
    static const double least = 50;
    const page_row *last = &f->rows[f->row_count - 1];
    double above = SECTION_GAP + face_of(STYLE_SECTION)->leading + SECTION_REST;
    double room = f->out->text_height - last->top - last->height - above;
    size_t ends[MOST_COLUMNS];
    bool fits = room > 0 && fill_columns(entries, 0, count, columns, room, ends) == count;
    return room >= least || fits ? room : f->out->text_height - above + SECTION_GAP;
}

/* Narrow ones beside each other; one in each column that the page has. */
static size_t columns_of_index(const flow *f) {
    static const double narrowest = 60;
    double most = floor((f->out->column_width + gutter) / (narrowest + gutter));
    return f->out->columns > 1 ? 1 : (size_t)fmax(2, fmin(MOST_COLUMNS, most));
}

void flow_index(flow *f) {
    size_t count;
    if (f->failed || paginate(f->rows, f->row_count, flow_grid(f)) < LEAST_PAGES) return;
    reference *all = find_references(f, &count);
    index_entry *entries = POOL_ARRAY(f->pool, index_entry, count);
    size_t columns = columns_of_index(f);
    double width = (f->out->column_width + gutter) / (double)columns - gutter;
    f->failed |= !entries;
    if (f->failed || !count) return;
    count = set_entries(f, all, count, width, entries);
    double room = columns > 1 ? room_for_index(f, entries, count, columns) : 0;
    flow_section(f, HEADING_INDEX, "index");
    if (!f->failed && columns == 1) flow_alone(f, entries, count);
    else if (!f->failed) flow_columns(f, entries, count, columns, room);
}
