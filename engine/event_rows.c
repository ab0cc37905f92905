/* event_rows.c: the events of the rows of a table. */
#include "teller.h"

#include "bounds.h"
#include "text.h"
#include "when.h"

/* A clock and nothing else: "0930" below "Time". */
static bool is_clock(const expr *e) {
    return e->kind == EXPR_POINT && e->hour != UNSET && e->day == UNSET && e->month == UNSET && e->year == UNSET &&
           e->weekday == UNSET && !e->base && !e->of && !e->third;
}

/* The clock of a row is that of its day, wherever it stands. */
static bool sharpen(teller *t, size_t row) {
    const analysis *x = t->x;
    const annals_when *day = t->said.when;
    int64_t last = day->end.latest.day;
    bool one = annals_bound_known(day->begin.earliest) && annals_bound_known(day->end.latest) &&
               day->granularity == ANNALS_DAY && day->begin.earliest.day == last && !day->uncertain;
    for (size_t i = x->first_raw.items[row]; one && i < x->first_raw.items[row + 1]; i++) {
        annals_timex timex;
        expr e = *x->raws.items[i].expr;
        if (!is_clock(&e)) continue;
        annals_when *when = arena_alloc(&t->c->arena, sizeof *when);
        set_date(&e, last);
        if (!when || !when_point(&t->c->arena, &e, when, &timex)) return false;
        t->said.when = when;
        return true;
    }
    return true;
}

/* "From 3 May" and "To 7 June": the event of the row that the second date ends, or null. */
static annals_event *begun_in_row(const teller *t, const block *row, size_t raw) {
    if (t->c->events.count == t->first_event || !table_row_ends(t->x, row, t->x->raws.items[raw].start)) return NULL;
    annals_event *e = &t->c->events.items[t->c->events.count - 1];
    size_t began = e->mention_count ? e->mentions[0] - t->x->first_mention : raw;
    bool here = began < raw && t->x->raws.items[began].start >= row->start;
    return here && compare_whens(e->when, t->said.when) < 0 ? e : NULL;
}

annals_status tell_row(teller *t, size_t index, size_t raw) {
    const block *row = &t->x->blocks.items[index];
    arena *a = &t->c->arena;
    if (table_row_cites(t->x, row, t->x->raws.items[raw].start)) return ANNALS_OK;
    annals_event e = {.kind = ANNALS_OCCURRENCE}, *begun = begun_in_row(t, row, raw);
    if (begun) return add_mentions(t, begun, t->x->first_mention + raw, JOINT_RANGE);
    if (!sharpen(t, index) || !read_clauses(t->clauses, a, raw, row->start, row->end) ||
        !table_row_fields(a, t->x, row, &e))
        return no_memory(t->error);
    standing s = standing_at(t->clauses, t->x->raws.items[raw].start);
    if (table_lists_documents(t->x, row) || names_writing(t->clauses)) e.kind = ANNALS_DOCUMENT;
    else if (s.planned) e.kind = ANNALS_PLAN, e.modality = modality_of(&s, true);
    e.label = table_row_label(a, t->x, row, &t->x->raws.items[raw]);
    t->row_raw = raw;
    return add_event(t, e, t->x->first_mention + raw, row->start, row->end);
}

/* A row whose cell in the column of dates says that its day is that of the row above. */
static annals_status tell_row_below(teller *t, size_t index) {
    const analysis *x = t->x;
    const block *row = &x->blocks.items[index], *above = NULL;
    if (t->row_raw != SIZE_MAX) above = &x->blocks.items[block_of_raw(x, t->row_raw)];
    if (!above || above->header != row->header || !table_repeats(x, row, above, x->raws.items[t->row_raw].start))
        return ANNALS_OK;
    return take_mention(t, t->row_raw) ? tell_row(t, index, t->row_raw) : no_memory(t->error);
}

annals_status tell_table_row(teller *t, size_t index) {
    const size_t *first = &t->x->first_raw.items[index], events = t->c->events.count;
    annals_status status = ANNALS_OK;
    for (size_t i = first[0]; status == ANNALS_OK && i < first[1]; i++)
        if (!is_clock(t->x->raws.items[i].expr)) status = tell(t, i);
    if (status == ANNALS_OK && t->c->events.count == events) status = tell_row_below(t, index);
    for (size_t i = first[0]; status == ANNALS_OK && t->c->events.count == events && i < first[1]; i++)
        status = tell(t, i);
    return status;
}
