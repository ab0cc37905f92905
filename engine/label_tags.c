/* label_tags.c: who and what the headlines of a table are about.  Each is a sentence of its own in one text, so that
 * what stands within one tells whether the first word of another is a name. */
#include "analysis.h"
#include "clause.h"
#include "text.h"

#include <stdlib.h>

/* Is the event of the document, and were no tags given with it? */
static bool wants_tags(const annals_event *e, size_t document) {
    return !e->tag_count && e->source_count && e->sources[0].document == document && e->label.length;
}

static bool put_labels(const annals_chronology *c, size_t document, text_buffer *out) {
    for (size_t i = 0; i < c->events.count; i++) {
        if (!wants_tags(&c->events.items[i], document)) continue;
        text_put(out, c->events.items[i].label);
        text_put(out, annals_text_of("\n\n"));
    }
    return !out->failed;
}

/* The block that holds the label at `start`, and the first date from there on. */
static bool find_place(const analysis *x, size_t start, size_t *in, size_t *raw) {
    while (*in < x->blocks.count && x->blocks.items[*in].end <= start) ++*in;
    while (*raw < x->raws.count && x->raws.items[*raw].start < start) ++*raw;
    return *in < x->blocks.count && x->blocks.items[*in].start <= start;
}

/* The labels come in the text in the order of the events. */
static bool tag_all(annals_chronology *c, size_t document, annals_chronology *scratch) {
    const analysis *x = scratch->analyses.items[0];
    clauses *k = calloc(1, sizeof *k);
    bool done = k;
    size_t at = 0, in = 0, raw = 0;
    if (k) *k = (clauses){.x = x, .block = SIZE_MAX, .looked_up = SIZE_MAX};
    for (size_t i = 0; i < c->events.count && done; i++) {
        annals_event *e = &c->events.items[i];
        if (!wants_tags(e, document)) continue;
        size_t start = at, end = start + e->label.length;
        at = end + 2;
        if (end > x->text.length || !find_place(x, start, &in, &raw)) continue;
        done = read_clauses_of(k, &scratch->arena, in, raw, start, end) && find_tags(k, &c->arena);
        e->tags = k->tags;
        e->tag_count = k->tag_count;
    }
    free(k);
    return done;
}

annals_status annals_tag_events(annals_chronology *c, size_t document, annals_error *error) {
    text_buffer labels = {0};
    annals_chronology *scratch = annals_new(&(annals_options){.language = c->options.language}, error);
    if (!scratch) return ANNALS_MEMORY;
    annals_status status = put_labels(c, document, &labels) ? ANNALS_OK : no_memory(error);
    if (status == ANNALS_OK && labels.length)
        status = annals_add_text(scratch, "", (annals_text){labels.data, labels.length}, error);
    if (status == ANNALS_OK && labels.length && !tag_all(c, document, scratch)) status = no_memory(error);
    text_free(&labels);
    annals_free(scratch);
    return status;
}
