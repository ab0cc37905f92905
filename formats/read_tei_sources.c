/* read_tei_sources.c: the documents that write_tei.c lists in the head of its files, each a <bibl>. */
#include "tei_sources.h"

#include "tei.h"
#include "words.h"
#include "writer.h"

#include <stdlib.h>
#include <string.h>

/* Do the attributes that everybody knows still lie within what was written beside them?  Editors change those; what
 * they cannot hold, such as an end that is open, they leave out, and what is known besides they have. */
static bool agrees(annals_chronology *to, annals_text custom, annals_text stated) {
    annals_when own, other;
    if (!stated.length || annals_read_when(to, stated, &other, NULL) != ANNALS_OK) return true;
    if (annals_read_when(to, custom, &own, NULL) != ANNALS_OK) return false;
    const annals_bound first = own.begin.earliest, last = own.end.latest;
    const annals_bound from = other.begin.earliest, until = other.end.latest;
    bool begins = !annals_bound_known(first) || !annals_bound_known(from) || first.day <= from.day;
    bool ends = !annals_bound_known(last) || !annals_bound_known(until) || last.day >= until.day;
    bool plain = is_plain_date(custom) && is_plain_date(stated); /* then it is the same */
    return begins && ends && (!plain || (first.day == from.day && last.day == until.day));
}

annals_text tei_own_date(annals_chronology *to, tei_calendar calendar, const xml *x) {
    char custom[128], method[sizeof TEI_EDTF + 8];
    const annals_text stated = tei_stated_date(to, calendar, x);
    xml_attribute(x, "datingMethod", method, sizeof method);
    bool ours = !strcmp(method, TEI_EDTF) || !strcmp(method, TEI_WORDS);
    if (!ours || !*xml_attribute(x, "when-custom", custom, sizeof custom)) return stated;
    const annals_text own = annals_keep_text(to, annals_text_of(custom));
    return agrees(to, own, stated) ? own : stated;
}

/* ------------------------------------------------------------------ the head */

static void open_source(tei_sources *s, const xml *x) {
    if (s->count == s->room) {
        size_t room = s->room ? 2 * s->room : 16;
        tei_source *larger = realloc(s->items, room * sizeof *larger);
        s->failed |= !larger;
        if (!larger) return;
        s->items = larger;
        s->room = room;
    }
    tei_source *one = &s->items[s->count];
    *one = (tei_source){0};
    if (!*xml_attribute(x, "xml:id", one->id, sizeof one->id)) return;
    s->depth = x->depth;
    s->count++;
}

/* Which member an element says; null: none. */
static annals_text *member_of(annals_document *d, const xml *x, const char *name) {
    char value[16];
    if (!strcmp(name, "title")) return &d->title;
    if (!strcmp(name, "author")) return &d->sender;
    if (!strcmp(name, "placeName")) return &d->place;
    if (!strcmp(name, "persName"))
        return !strcmp(xml_attribute(x, "role", value, sizeof value), TEI_RECIPIENT) ? &d->recipient : NULL;
    if (!strcmp(name, "idno"))
        return !strcmp(xml_attribute(x, "type", value, sizeof value), TEI_NUMBER) ? &d->number : &d->source;
    return NULL;
}

static void take_date(annals_document *d, annals_chronology *to, const xml *x) {
    char basis[16];
    annals_text date = tei_own_date(to, TEI_PLAIN, x);
    if (!date.length || annals_read_when(to, date, &d->when, NULL) != ANNALS_OK) return;
    d->basis = ANNALS_BASIS_STATED;
    xml_attribute(x, "type", basis, sizeof basis);
    for (int i = 0; i <= ANNALS_BASIS_INFERRED; i++)
        if (!strcmp(basis, annals_when_basis_name((annals_when_basis)i))) d->basis = (annals_when_basis)i;
}

void tei_sources_begin(tei_sources *s, annals_chronology *to, const xml *x, const char *name) {
    bool listed = !s->depth && !strcmp(name, "bibl") && xml_within(x, "listBibl") && xml_within(x, "sourceDesc");
    if (listed) open_source(s, x);
    if (!s->depth || x->depth != s->depth + 1) return;
    annals_document *d = &s->items[s->count - 1].document;
    s->part = member_of(d, x, name);
    builder_clear(&s->words);
    if (!strcmp(name, "date")) take_date(d, to, x);
}

void tei_sources_words(tei_sources *s, annals_text words) {
    if (s->part) builder_text(&s->words, words);
    s->failed |= s->words.failed;
}

void tei_sources_end(tei_sources *s, annals_chronology *to, const xml *x) {
    if (s->part && x->depth == s->depth + 1) {
        *s->part = annals_keep_text(to, (annals_text){s->words.data ? s->words.data : "", s->words.length});
        s->part = NULL;
    }
    if (x->depth == s->depth) s->depth = 0;
}

/* ------------------------------------------------------------------ the documents */

static int by_id(const void *a, const void *b) {
    return strcmp(((const tei_source *)a)->id, ((const tei_source *)b)->id);
}

static bool same_text(annals_text a, annals_text b) {
    return a.length == b.length && (!a.length || !memcmp(a.data, b.data, a.length));
}

/* In their order, with their ids where no others are there already. */
static bool put_sources(tei_sources *s, annals_chronology *to, annals_error *error) {
    size_t before;
    annals_documents(to, &before);
    for (size_t i = 0; i < s->count; i++) {
        tei_source *one = &s->items[i];
        annals_document *d = &one->document;
        if (!before) d->id = annals_text_of(one->id);
        annals_document untitled = {.source = d->source};
        if (same_text(d->title, document_name(&untitled))) d->title = (annals_text){0};
        d->mode = ANNALS_MODE_NARRATIVE;
        annals_documents(to, &one->index);
        if (annals_put_document(to, d, error) != ANNALS_OK) return false;
    }
    if (s->count) qsort(s->items, s->count, sizeof *s->items, by_id);
    return s->put = true;
}

const tei_source *tei_source_at(tei_sources *s, annals_chronology *to, const char *pointer, annals_error *error) {
    tei_source wanted = {0};
    size_t length = strlen(pointer);
    if (s->failed) annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
    if (s->failed || *pointer != '#' || length > sizeof wanted.id || !s->count) return NULL;
    memcpy(wanted.id, pointer + 1, length);
    if (!s->put && !put_sources(s, to, error)) return NULL;
    return bsearch(&wanted, s->items, s->count, sizeof *s->items, by_id);
}

void tei_sources_free(tei_sources *s) {
    builder_free(&s->words);
    free(s->items);
}
