/* inputs.c: what a chronology is made of, kept as it was given, so that it can be made anew together with others. */
#include "chronology.h"
#include "text.h"

#include <stdlib.h>

const annals_input *annals_inputs(const annals_chronology *c, size_t *count) {
    *count = c->inputs.count;
    return c->inputs.items;
}

const annals_event *annals_events_apart(const annals_chronology *c, size_t *count) {
    *count = c->apart.count;
    return c->apart.items;
}

void forget_inputs(annals_chronology *c) {
    c->inputs.count = c->apart.count = 0;
}

/* ---------------------------------------------------------------- how they are read */

static bool same_periods(const annals_options *a, const annals_options *b) {
    bool same = a->period_count == b->period_count;
    if (same && a->periods == b->periods) return true;
    for (size_t i = 0; same && i < a->period_count; i++) {
        const annals_period *p = &a->periods[i], *q = &b->periods[i];
        same = text_equal(p->name, q->name) && text_equal(p->edtf, q->edtf) && text_equal(p->file, q->file) &&
               p->line == q->line;
    }
    return same;
}

static bool same_options(const annals_options *a, const annals_options *b) {
    return text_equal(a->date, b->date) && text_equal(a->language, b->language) && a->mode == b->mode &&
           a->order == b->order && a->fiscal_start == b->fiscal_start && same_periods(a, b);
}

annals_status turn_to_options(annals_chronology *c, const annals_options *options, annals_error *error) {
    return same_options(&c->options, options) ? ANNALS_OK : take_options(c, options, error);
}

bool own_options(arena *a, annals_options *o) {
    annals_period *periods = arena_copy(a, o->periods, o->period_count, sizeof *periods);
    for (size_t i = 0; periods && i < o->period_count; i++) {
        periods[i].name = arena_text(a, periods[i].name);
        periods[i].edtf = arena_text(a, periods[i].edtf);
        periods[i].file = arena_text(a, periods[i].file);
    }
    o->periods = periods;
    o->date = arena_text(a, o->date);
    o->language = arena_text(a, o->language);
    return periods || !o->period_count;
}

/* Mostly they are those of the chronology, or of the text before. */
static bool share_options(annals_chronology *c, annals_input *input) {
    const annals_options *before = c->inputs.count ? &c->inputs.items[c->inputs.count - 1].options : &c->options;
    const annals_options *same = same_options(&c->options, &input->options) ? &c->options
                                 : same_options(before, &input->options)    ? before
                                                                            : NULL;
    if (same) input->options = *same;
    return same || own_options(&c->arena, &input->options);
}

/* ---------------------------------------------------------------- texts */

static annals_status own_given(annals_chronology *c, annals_document *d, annals_error *error) {
    arena *a = &c->arena;
    annals_text *texts[] = {&d->source, &d->title,  &d->sender,     &d->recipient,
                            &d->place,  &d->number, &d->basis_from, &d->language};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) *texts[i] = arena_text(a, *texts[i]);
    if (!d->text.data) d->text = annals_text_of("");
    if (!c->options.borrow_text) d->text = arena_text(a, d->text);
    if (!d->source.data || !d->text.data) return no_memory(error);
    return chronology_own_when(c, &d->when, &d->when, error);
}

static bool own_dates(arena *a, annals_input *input) {
    annals_stated *dates = arena_copy(a, input->dates, input->date_count, sizeof *dates);
    for (size_t i = 0; dates && i < input->date_count; i++) dates[i].date = arena_text(a, dates[i].date);
    input->dates = dates;
    return dates || !input->date_count;
}

size_t next_turn(const annals_chronology *c, annals_text source) {
    const annals_input *last = c->inputs.count ? &c->inputs.items[c->inputs.count - 1] : NULL;
    return last && text_equal(last->given.source, source) ? last->turn + 1 : 0;
}

annals_status annals_put_input(annals_chronology *c, const annals_input *input, annals_error *error) {
    if (!ARENA_ROOM(&c->arena, &c->inputs)) return no_memory(error);
    annals_input *kept = &c->inputs.items[c->inputs.count];
    *kept = *input;
    annals_status status = own_given(c, &kept->given, error);
    if (status == ANNALS_OK && !(own_dates(&c->arena, kept) && share_options(c, kept))) status = no_memory(error);
    c->inputs.count += status == ANNALS_OK;
    return status;
}

bool keep_used_periods(annals_chronology *c, size_t input) {
    annals_options *o = &c->inputs.items[input].options;
    size_t count = 0;
    for (size_t i = 0; i < c->periods.count; i++) count += c->periods.periods[i].used;
    annals_period *used = arena_alloc(&c->arena, (count + 1) * sizeof *used);
    if (!used) return false;
    for (size_t i = count = 0; i < c->periods.count; i++) {
        if (c->periods.periods[i].used) used[count++] = c->options.periods[i];
        c->periods.periods[i].used = false;
    }
    o->periods = used;
    o->period_count = count;
    return true;
}

/* ---------------------------------------------------------------- events that were put */

static void mark_known(const annals_chronology *c, bool *known) {
    for (size_t i = 0; i < c->documents.count; i++) known[i] = c->documents.items[i].read;
    for (size_t i = 0; i < c->apart.count; i++)
        for (size_t j = 0; j < c->apart.items[i].source_count; j++) known[c->apart.items[i].sources[j].document] = true;
}

/* Not made of a text, nor kept already as what a part was made of. */
static bool was_put(const annals_chronology *c, const annals_event *e, const bool *known) {
    for (size_t i = 0; i < e->source_count; i++)
        if (known[e->sources[i].document]) return false;
    for (size_t i = 0; i < e->mention_count; i++)
        if (known[c->mentions.items[e->mentions[i]].document]) return false;
    return true;
}

bool set_apart(annals_chronology *c) {
    bool *known = calloc(c->documents.count + 1, sizeof *known), kept = known;
    if (known) mark_known(c, known);
    for (size_t i = 0; kept && i < c->events.count; i++) {
        if (!was_put(c, &c->events.items[i], known)) continue;
        kept = ARENA_ROOM(&c->arena, &c->apart);
        if (kept) c->apart.items[c->apart.count++] = c->events.items[i];
    }
    free(known);
    return kept;
}
