/* pdf_pages.c: running heads and feet. */
#include "pdf_pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 3 /* lines of a head or a foot */, EDGES = 2 * DEEPEST, KEYS = 3 };

typedef struct page {
    size_t start, end;        /* its form feed is not within */
    size_t edges, tops, feet; /* the first of its lines at the head, how many there are, and how many at the foot */
} page;

/* A line at the head or the foot of a page. */
typedef struct edge {
    annals_text line; /* without the blanks around it */
    size_t page;
    bool alike, numbered; /* on many pages, or but for the number of the page */
} edge;

/* What lines may have in common: all, or all but one number, which is so much more than that of the page. */
typedef struct key {
    annals_text before, behind;
    long more;
    bool numbered;
    size_t edge, page;
} key;

typedef struct book {
    annals_chronology *scratch; /* to read dates for */
    annals_text text;
    page *pages;
    edge *edges;
    key *keys;
    size_t page_count, edge_count, key_count;
} book;

/* ------------------------------------------------------------------ lines */

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

static annals_text trim(annals_text line) {
    while (line.length && is_blank(line.data[line.length - 1])) line.length--;
    while (line.length && is_blank(*line.data)) line.data++, line.length--;
    return line;
}

static annals_text next_line(annals_text text, size_t at, size_t end) {
    const char *stop = memchr(text.data + at, '\n', end - at);
    return (annals_text){text.data + at, stop ? (size_t)(stop - text.data) - at : end - at};
}

static annals_text last_line(annals_text text, size_t start, size_t at) {
    size_t from = at;
    while (from > start && text.data[from - 1] != '\n') from--;
    return (annals_text){text.data + from, at - from};
}

static void take_edge(book *b, size_t number, annals_text line) {
    b->edges[b->edge_count++] = (edge){.line = line, .page = number};
}

static void find_edges(book *b, size_t number) {
    page *p = &b->pages[number];
    p->edges = b->edge_count;
    for (size_t at = p->start; at < p->end && p->tops < DEEPEST;) {
        annals_text line = next_line(b->text, at, p->end), words = trim(line);
        at += line.length + 1;
        if (!words.length) continue;
        take_edge(b, number, words);
        p->tops++;
    }
    for (size_t at = p->end; at > p->start && p->feet < DEEPEST;) {
        annals_text line = last_line(b->text, p->start, at), words = trim(line);
        at -= line.length + (at - line.length > p->start);
        if (!words.length) continue;
        take_edge(b, number, words);
        p->feet++;
    }
}

static bool find_pages(book *b) {
    size_t room = 1;
    for (size_t i = 0; i < b->text.length; i++) room += b->text.data[i] == '\f';
    b->pages = calloc(room, sizeof *b->pages);
    b->edges = calloc(room * EDGES, sizeof *b->edges);
    b->keys = calloc(room * EDGES * KEYS, sizeof *b->keys);
    if (!b->pages || !b->edges || !b->keys) return false;
    for (size_t at = 0; at < b->text.length;) {
        const char *stop = memchr(b->text.data + at, '\f', b->text.length - at);
        const size_t end = stop ? (size_t)(stop - b->text.data) : b->text.length;
        b->pages[b->page_count] = (page){.start = at, .end = end};
        find_edges(b, b->page_count++);
        at = end + 1;
    }
    return true;
}

/* ------------------------------------------------------------------ what is alike */

static void take_number(book *b, size_t index, size_t from, size_t to) {
    const edge *e = &b->edges[index];
    enum { LONGEST = 4 /* figures */ };
    long number = 0;
    if (to - from > LONGEST) return;
    for (size_t i = from; i < to; i++) number = number * 10 + (e->line.data[i] - '0');
    b->keys[b->key_count++] = (key){.before = trim((annals_text){e->line.data, from}),
                                    .behind = trim((annals_text){e->line.data + to, e->line.length - to}),
                                    .more = number - (long)e->page,
                                    .numbered = true,
                                    .edge = index,
                                    .page = e->page};
}

static void take_keys(book *b, size_t index) {
    const annals_text line = b->edges[index].line;
    size_t first = 0, last = line.length, end, start;
    b->keys[b->key_count++] = (key){.before = line, .edge = index, .page = b->edges[index].page};
    while (first < line.length && !is_figure(line.data[first])) first++;
    while (last > first && !is_figure(line.data[last - 1])) last--;
    if (first == last) return;
    for (end = first; end < last && is_figure(line.data[end]);) end++;
    for (start = last; start > first && is_figure(line.data[start - 1]);) start--;
    take_number(b, index, first, end);
    if (start != first) take_number(b, index, start, last);
}

static int compare_texts(annals_text a, annals_text b) {
    if (a.length != b.length) return a.length < b.length ? -1 : 1;
    return a.length ? memcmp(a.data, b.data, a.length) : 0;
}

static int compare_keys(const key *a, const key *b) {
    if (a->numbered != b->numbered) return a->numbered ? 1 : -1;
    if (a->more != b->more) return a->more < b->more ? -1 : 1;
    int order = compare_texts(a->before, b->before);
    return order ? order : compare_texts(a->behind, b->behind);
}

static int by_key(const void *a, const void *b) {
    const key *x = a, *y = b;
    int order = compare_keys(x, y);
    return order ? order : (x->edge > y->edge) - (x->edge < y->edge);
}

static bool is_date(const book *b, const char *format, int length, const char *words, long number, int more,
                    const char *behind) {
    char date[80];
    annals_when when;
    snprintf(date, sizeof date, format, length, words, number, more, behind);
    return annals_read_when(b->scratch, annals_text_of(date), &when, NULL) == ANNALS_OK;
}

/* "27 March" on one page and "28 March" on the next are days, with the word beside the number or in the whole line. */
static bool tells_days(const book *b, const key *k) {
    enum { LONGEST = 30 /* bytes */ };
    const long number = k->more + (long)k->page;
    size_t last = k->before.length, first = 0;
    while (last && !is_blank(k->before.data[last - 1])) last--;
    while (first < k->behind.length && !is_blank(k->behind.data[first]) && !strchr(",;:", k->behind.data[first]))
        first++;
    if (!k->numbered) return false;
    const int before = (int)k->before.length, behind = (int)k->behind.length;
    return (before + behind < 2 * LONGEST &&
            is_date(b, "%.*s %ld %.*s", before, k->before.data, number, behind, k->behind.data)) ||
           (last < k->before.length && k->before.length - last < LONGEST &&
            is_date(b, "%.*s %ld%.*s", before - (int)last, k->before.data + last, number, 0, "")) ||
           (first && first < LONGEST && is_date(b, "%.*s%ld %.*s", 0, "", number, (int)first, k->behind.data));
}

/* On more than a third of the pages: left and right ones may have heads of their own. */
static void mark_alike(book *b) {
    enum { FEWEST = 3 };
    for (size_t i = 0; i < b->edge_count; i++) take_keys(b, i);
    if (b->key_count) qsort(b->keys, b->key_count, sizeof *b->keys, by_key);
    for (size_t first = 0, next; first < b->key_count; first = next) {
        size_t pages = 1;
        for (next = first + 1; next < b->key_count && !compare_keys(&b->keys[first], &b->keys[next]); next++)
            pages += b->keys[next].page != b->keys[next - 1].page;
        if (pages < FEWEST || pages * 3 <= b->page_count || tells_days(b, &b->keys[first])) continue;
        for (size_t i = first; i < next; i++) {
            edge *e = &b->edges[b->keys[i].edge];
            if (!e->alike) e->numbered = b->keys[i].numbered;
            e->alike = true;
        }
    }
}

/* ------------------------------------------------------------------ the text */

static bool has_words(annals_text line) {
    for (size_t i = 0; i < line.length; i++)
        if ((line.data[i] | 0x20) >= 'a' || (line.data[i] & 0x80)) return true;
    return false;
}

/* The first head may be the title. */
static bool stays(const edge *e) {
    return !e->page && !e->numbered && has_words(e->line);
}

static void leave_out(const edge *e, annals_text *shown) {
    if (!shown->length && !e->numbered && has_words(e->line)) *shown = e->line;
}

/* What stands between the head and the foot of a page, without blank lines above and below it; a head that stays is
 * put before it. */
static annals_text take_body(const book *b, size_t number, builder *out, annals_text *shown) {
    const page *p = &b->pages[number];
    const edge *heads = b->edges + p->edges, *feet = heads + p->tops;
    size_t at = p->start, end = p->end;
    for (size_t i = 0; i < p->tops && heads[i].alike; i++) {
        const size_t behind = (size_t)(heads[i].line.data - b->text.data) + heads[i].line.length;
        if (stays(&heads[i])) builder_text(out, (annals_text){b->text.data + at, behind - at});
        else leave_out(&heads[i], shown);
        at = behind;
    }
    for (size_t i = 0; i < p->feet && feet[i].alike; i++) {
        const size_t start = (size_t)(feet[i].line.data - b->text.data);
        if (start < at) break; /* it is of the head */
        leave_out(&feet[i], shown);
        end = start;
    }
    while (end > at && is_blank(b->text.data[end - 1])) end--;
    for (size_t next = at; next < end && is_blank(b->text.data[next]); next++)
        if (b->text.data[next] == '\n') at = next + 1;
    return (annals_text){b->text.data + at, end - at};
}

static size_t widest_line(annals_text body) {
    size_t widest = 0;
    for (size_t at = 0; at < body.length;) {
        annals_text line = next_line(body, at, body.length);
        if (trim(line).length > widest) widest = trim(line).length;
        at += line.length + 1;
    }
    return widest;
}

/* A full line that ends no sentence: the next page goes on with it. */
static bool goes_on(annals_text above, annals_text below) {
    enum { NARROWEST = 30 /* bytes */ };
    annals_text line = trim(last_line(above, 0, above.length));
    bool full = line.length >= NARROWEST && line.length * 4 >= widest_line(above) * 3;
    return full && below.length && !strchr(".!?:;\")]*", line.data[line.length - 1]) &&
           !strchr("-*|\"([", *trim(below).data);
}

static void put_pages(const book *b, builder *out, annals_text *shown) {
    annals_text above = {0};
    for (size_t i = 0; i < b->page_count; i++) {
        const bool first = !out->length;
        const size_t before = out->length;
        annals_text body = take_body(b, i, out, shown);
        const char *joint = out->length > before ? "\n\n" : first ? "" : goes_on(above, body) ? "\n" : "\n\n\f";
        builder_string(out, joint);
        builder_text(out, body);
        if (body.length) above = body;
    }
    builder_string(out, "\n");
}

bool pdf_join_pages(annals_text text, builder *out, annals_text *shown) {
    book b = {.text = text, .scratch = annals_new(NULL, NULL)};
    *shown = (annals_text){0};
    const bool found = b.scratch && find_pages(&b);
    if (found) {
        mark_alike(&b);
        put_pages(&b, out, shown);
    }
    annals_free(b.scratch);
    free(b.pages);
    free(b.edges);
    free(b.keys);
    return found && !out->failed;
}
