/* event_document.c: the event that a document itself is: what it is called, on the day that it bears. */
#include "teller.h"

#include "language.h"
#include "text.h"

#include <string.h>

int name_length(annals_text name) {
    enum { INITIAL = 2 /* bytes */ };
    bool stop = text_ends(name, ".") && name.length > INITIAL && is_lower((unsigned char)name.data[name.length - 2]);
    return (int)(name.length - stop);
}

/* What the document is called: its title, else who wrote to whom, else its file's name, and the place of one of several
 * in a file. */
static annals_text document_name(const teller *t) {
    const annals_document *d = t->document;
    const annals_text from = d->sender, to = d->recipient;
    if (d->title.length) return d->title;
    if (from.length && to.length && !in_context(t->x->grammar, to, CONTEXT_SALUTATION)) /* no "Hale to Sir" */
        return arena_printf(&t->c->arena, "%.*s %s %.*s", name_length(from), from.data,
                            text_same_word(d->language, "en") ? "to" : "–", name_length(to), to.data);
    if (d->basis != ANNALS_BASIS_STATED) return d->title;
    size_t at = d->source.length;
    while (at && d->source.data[at - 1] != '/') at--;
    annals_text file = text_slice(d->source, at, d->source.length);
    if (t->x->text.length == t->x->file.length || !d->place.length) return file;
    return arena_printf(&t->c->arena, "%.*s, %.*s", (int)d->place.length, d->place.data, (int)file.length, file.data);
}

/* Is it known about when the document was written? */
static bool is_dated(const annals_document *d) {
    enum { MONTH = 31 /* days */ };
    const annals_when *w = &d->when;
    if (d->basis != ANNALS_BASIS_INFERRED) return d->basis != ANNALS_BASIS_UNKNOWN;
    return annals_bound_known(w->begin.earliest) && annals_bound_known(w->end.latest) &&
           w->end.latest.day - w->begin.earliest.day <= MONTH;
}

static bool is_letter_at(annals_text text, size_t at) {
    return at < text.length && is_letter((unsigned char)text.data[at]);
}

/* Do the words stand there, in one line or in several, and is no letter beside them? */
static bool stands_at(annals_text text, size_t at, annals_text words) {
    if (at && is_letter_at(text, at - 1)) return false;
    for (size_t i = 0; i < words.length; i++, at++) {
        if (at >= text.length) return false;
        bool blank = is_space_byte(text.data[at]);
        if (blank ? !is_space_byte(words.data[i]) : text.data[at] != words.data[i]) return false;
        while (blank && at + 1 < text.length && is_space_byte(text.data[at + 1])) at++;
    }
    return !is_letter_at(text, at);
}

/* Is the title in the heading, which may number or quote it, or does it go on where the heading ends? */
static bool names_alike(annals_text heading, annals_text title) {
    if (!says_words(title, 1) || !says_words(heading, 1)) return false;
    if (stands_at(title, 0, heading)) return true;
    for (size_t at = 0; at + title.length <= heading.length; at++)
        if (stands_at(heading, at, title)) return true;
    return false;
}

/* Where it says what it is called, else where it says its day, else at its first heading; null: nowhere. */
static const block *place_of_document(const teller *t) {
    const analysis *x = t->x;
    const block *first = NULL;
    for (size_t i = 0; i < x->blocks.count; i++) {
        const block *b = &x->blocks.items[i];
        if (b->kind != BLOCK_HEADING) continue;
        if (names_alike(text_trim(text_slice(x->text, b->start, b->end)), t->document->title)) return b;
        if (!first) first = b;
    }
    return x->date_raw < x->raws.count ? &x->blocks.items[block_of_raw(x, x->date_raw)] : first;
}

annals_status tell_document(teller *t) {
    enum { LONGEST_NAME = 90 /* bytes of a name, of which that of a file keeps its small letters */ };
    annals_document *d = t->document;
    arena *a = &t->c->arena;
    LIST(size_t) own = {0};
    for (size_t i = 0; i < t->x->raws.count; i++) {
        block_kind kind = t->x->blocks.items[block_of_raw(t->x, i)].kind;
        if (kind != BLOCK_DATELINE && kind != BLOCK_SIGNATURE && i != t->x->date_raw) continue;
        if (!ARENA_ROOM(a, &own)) return no_memory(t->error);
        own.items[own.count++] = t->x->first_mention + i;
    }
    annals_text name = document_name(t);
    if (!is_dated(d) || !says_words(name, 1)) return ANNALS_OK;
    annals_source source = {.document = t->x->document, .text = name};
    annals_event e = {.kind = ANNALS_DOCUMENT,
                      .label = d->title.length || name.length > LONGEST_NAME ? headline(a, t->x->grammar, name)
                                                                             : arena_text(a, name),
                      .text = name,
                      .when = arena_copy(a, &d->when, 1, sizeof d->when), /* documents may move */
                      .mentions = own.items,
                      .mention_count = own.count,
                      .source_count = 1,
                      .confidence = 0.95};
    const block *where = place_of_document(t);
    if (where) {
        source.start = d->start + text_code_points(text_slice(t->x->text, 0, where->start));
        source.end = d->start + text_code_points(text_slice(t->x->text, 0, where->end));
    }
    e.sources = arena_copy(a, &source, 1, sizeof source);
    if (!e.label.data || !e.when || !e.sources || !ARENA_ROOM(a, &t->c->events)) return no_memory(t->error);
    t->c->events.items[t->c->events.count++] = e;
    return ANNALS_OK;
}
