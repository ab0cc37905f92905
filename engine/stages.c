/* stages.c: what a document goes through, in its order. */
#include "stages.h"

#include "bounds.h"
#include "cells.h"
#include "dateline.h"
#include "events.h"
#include "kindred.h"
#include "language.h"
#include "month_days.h"
#include "opening.h"
#include "split.h"
#include "text.h"
#include "twins.h"

#include <string.h>

/* What finding the mentions needs, and nobody after. */
typedef struct finder {
    arena scratch, nodes;
    byte_map map;
    scanner scanner;
    matcher matcher;
    twins twins;
} finder;

/* How far from the beginning of its line. */
static size_t indent_of(const analysis *x, size_t at) {
    size_t start = at;
    while (start && x->text.data[start - 1] != '\n') start--;
    return at - start;
}

/* The column of a row that leaves cells empty: the one below whose name it stands. */
static annals_text column_above(const analysis *x, cell_cursor names, size_t cell) {
    size_t indent = indent_of(x, cell);
    annals_text name, above = {0};
    while (next_cell(&names, &name) && indent_of(x, (size_t)(name.data - x->text.data)) <= indent + 1) above = name;
    return above;
}

/* The name of the column that a cell of a row stands in. */
static annals_text column_of(const analysis *x, const block *row, size_t cell) {
    enum { MOST = 24 };
    const block *header = &x->blocks.items[row->header];
    char delimiter = delimiter_of(text_slice(x->text, header->start, header->end));
    cell_cursor values = cells_of(x->text, row->start, row->end, delimiter);
    cell_cursor names = cells_of(x->text, header->start, header->end, delimiter);
    annals_text value, name;
    if (!is_ruled(&names) && count_cells(values) < count_cells(names)) return column_above(x, names, cell);
    for (size_t i = 0; i < MOST && next_cell(&values, &value) && next_cell(&names, &name); i++)
        if (value.data == x->text.data + cell) return name;
    return (annals_text){0};
}

/* A day alone, or a clock below "Time", needs no other sign that it is one. */
static unsigned opening_of_cell(const analysis *x, const block *row, const sentence *s) {
    annals_text cell = text_slice(x->text, s->start, s->end), name = column_of(x, row, s->start);
    bool first = s->start <= row->body + 2, dated = has_context(x->grammar, name, 1, CONTEXT_DATE_FIELD);
    bool clock = is_clock_cell(x->grammar, cell) && names_clocks(name);
    bool day = (first && dated) || is_date_line(x->grammar, cell);
    bool bare = dated && cell.length <= 2 && is_digit((unsigned char)*cell.data); /* "3", below "Date" */
    return (day ? OPENS_ENTRY : 0u) | (clock ? OPENS_LOG : 0u) | (bare ? OPENS_DAY : 0u);
}

static bool is_clock(const expr *e) {
    return e->kind == EXPR_RANGE ? is_clock(e->to) : e->kind == EXPR_POINT && e->hour != UNSET;
}

/* Is an hour among the last that were found, in this block? */
static bool tells_hours(const analysis *x, size_t index) {
    enum { LAST = 4 };
    size_t raw = x->raws.count;
    for (size_t n = 0; n < LAST && raw && x->sentences.items[x->sentence_of.items[raw - 1]].block == index; n++)
        if (is_clock(x->raws.items[--raw].expr)) return true;
    return false;
}

/* "March", alone above "12th. Rain". */
static bool heads_days(const analysis *x, const block *b) {
    bool last = b + 1 >= x->blocks.items + x->blocks.count;
    return b->kind == BLOCK_HEADING && !last && is_digit((unsigned char)x->text.data[b[1].start]) &&
           heads_month(x->grammar, text_slice(x->text, b->body, b->end));
}

/* Does a sentence open with what only logs, entries and the cells of tables open with? */
static unsigned opening_of(const analysis *x, const block *b, const sentence *s) {
    if (b->kind == BLOCK_TABLE_ROW) return opening_of_cell(x, b, s);
    annals_text words = text_slice(x->text, s->start, s->end);
    unsigned headed = opens_with_head(x->grammar, words) ? OPENS_LOG : 0u;
    if (s->start == b->body)
        return headed | (b->log ? OPENS_LOG : 0u) | (b->dated || heads_days(x, b) ? OPENS_ENTRY : 0u) |
               (b->numbered ? OPENS_DAY : 0u);
    bool watch =
        (b->log && opens_with_watch(words)) || (b->dated && opens_with_zero(words)) ||
        ((b->log || b->dated) && opens_with_dotted(text_slice(x->text, s->start, b->end)) && tells_hours(x, s->block));
    return headed || watch ? OPENS_LOG : 0;
}

/* The mentions of one sentence. */
static bool find_in_sentence(annals_chronology *c, analysis *x, finder *f, size_t index) {
    arena *a = &c->arena;
    const sentence *s = &x->sentences.items[index];
    const block *b = &x->blocks.items[s->block];
    size_t found = x->raws.count;
    unsigned opening = opening_of(x, b, s);
    size_t from = s->start, end;
    if (b->kind == BLOCK_TABLE_ROW && text_word(x->text, from, &from, &end) && from > s->end) from = s->end;
    scan_sentence(&f->scanner, from, s->end);
    while (next_run(&f->scanner))
        if (!match_run(&f->matcher, &f->scanner, opening, &x->raws)) return false;
    if (!periods_find(&x->periods, x->text, s->start, s->end, found, a, &x->raws)) return false;
    if (!stated_find(x, s, found, a) || !series_find(x, found, a)) return false;
    if (found < x->raws.count) x->sentences.items[index].foretells = may_foretell(&f->scanner, s->start, s->end);
    for (; found < x->raws.count; found++) {
        if (x->raws.items[found].end > s->end) x->raws.items[found].end = s->end;
        if (!ARENA_ROOM(a, &x->sentence_of)) return false;
        x->sentence_of.items[x->sentence_of.count++] = index;
    }
    return !f->scanner.failed;
}

static bool opens_with_field(const analysis *x, const block *b) {
    annals_text text = text_slice(x->text, b->start, b->end);
    size_t start, end;
    return text_word(text, 0, &start, &end) && in_context(x->grammar, text_slice(text, start, end), CONTEXT_DATE_FIELD);
}

/* The sentences of a block, and the mentions of each. */
static bool find_anew(annals_chronology *c, analysis *x, finder *f, size_t index) {
    block *b = &x->blocks.items[index];
    size_t first = x->sentences.count;
    b->field = opens_with_field(x, b);
    b->twin = 0;
    f->matcher.seen_from = b->start;
    f->matcher.seen_to = b->end;
    if (!map_bytes(x->text, b->start, b->end, &f->scratch, &f->map)) return false;
    if (!find_sentences(x->grammar, x->text, x->blocks.items, index, &f->map, &c->arena, &x->sentences)) return false;
    scan_block(&f->scanner, &f->map);
    for (size_t i = first; i < x->sentences.count; i++)
        if (!find_in_sentence(c, x, f, i)) return false;
    twins_keep(&f->twins, x, index, first, f->matcher.seen_from, f->matcher.seen_to);
    return true;
}

static bool find_in_block(annals_chronology *c, analysis *x, finder *f, size_t index) {
    const twin_row *like = twins_find(&f->twins, x, index);
    return like ? twins_copy(like, x, index, &c->arena) : find_anew(c, x, f, index);
}

/* Room for what a text of this length mostly holds: lists that grow are copied, and new memory is slow to come. */
static bool make_room(analysis *x, arena *a) {
    enum { BYTES_OF_SENTENCE = 128, BYTES_OF_MENTION = 256 };
    const size_t mentions = x->text.length / BYTES_OF_MENTION;
    return ARENA_RESERVE(a, &x->sentences, x->text.length / BYTES_OF_SENTENCE) &&
           ARENA_RESERVE(a, &x->raws, mentions) && ARENA_RESERVE(a, &x->sentence_of, mentions) &&
           ARENA_RESERVE(a, &x->first_raw, x->blocks.count + 1);
}

/* Block by block and sentence by sentence, so that no date reaches across. */
static bool find_mentions(annals_chronology *c, analysis *x) {
    finder f = {
        .scanner = {.grammar = x->grammar, .text = x->text, .arena = &f.scratch},
        .matcher = {
            .grammar = x->grammar, .text = x->text, .arena = &c->arena, .scratch = &f.scratch, .nodes = &f.nodes}};
    bool words_only = !x->periods.count && !x->stated.count; /* nothing hangs on where a block stands */
    bool ok = make_room(x, &c->arena) && recall_begin(&f.matcher.recall, x->text.length, &f.scratch) &&
              (!words_only || twins_begin(&f.twins, x, &f.scratch));
    for (size_t i = 0; ok && i <= x->blocks.count; i++) {
        await_block(x->text, &x->blocks, i + PASS_AHEAD);
        ok = ARENA_ROOM(&c->arena, &x->first_raw);
        if (ok) x->first_raw.items[x->first_raw.count++] = x->raws.count;
        ok = ok && (i == x->blocks.count || find_in_block(c, x, &f, i));
    }
    arena_free(&f.nodes);
    arena_free(&f.scratch);
    return ok;
}

static bool says_day(const expr *e) {
    if (e->kind == EXPR_RANGE) return says_day(e->from) || says_day(e->to);
    return e->kind == EXPR_POINT && (e->day != UNSET || e->weekday != UNSET || e->named != UNSET || e->base);
}

static void drop_lost(analysis *x) {
    size_t kept = 0, b = 0, raws = x->raws.count;
    for (size_t i = 0; i < raws; i++) {
        while (b < x->first_raw.count && x->first_raw.items[b] <= i) x->first_raw.items[b++] = kept;
        if (i == x->date_raw) x->date_raw = kept;
        if (i == x->opening_raw) x->opening_raw = kept;
        if (x->raws.items[i].lost) continue;
        if (kept < i) {
            x->raws.items[kept] = x->raws.items[i];
            x->sentence_of.items[kept] = x->sentence_of.items[i];
        }
        kept++;
    }
    while (b < x->first_raw.count) x->first_raw.items[b++] = kept;
    x->raws.count = x->sentence_of.count = kept;
}

/* Is what is only a clock where a day is told of, told of one?  In a diary or log, or behind a day of its sentence. */
static bool is_of_day(const analysis *x, size_t raw, size_t dated) {
    bool entries = x->chronicle && !x->by_years;
    if (dated == SIZE_MAX || entries) return entries;
    return x->blocks.items[block_of_raw(x, raw)].log || x->sentence_of.items[dated] == x->sentence_of.items[raw];
}

/* Once the mode is known: leave out what means a time in histories only, or in letters only. */
static void leave_out_others(const annals_chronology *c, analysis *x) {
    bool story = c->documents.items[x->document].mode == ANNALS_MODE_NARRATIVE;
    size_t dated = SIZE_MAX, last = SIZE_MAX; /* the block of the last day, and that day */
    size_t hours = SIZE_MAX, told = SIZE_MAX; /* the blocks of the last hour, and of the last time that is none */
    bool any = false;
    for (size_t i = 0; i < x->raws.count; i++) {
        raw_mention *m = &x->raws.items[i];
        const expr *e = m->expr;
        size_t in = block_of_raw(x, i);
        await_mention(x, i + PASS_AHEAD);
        if (e->lone) x->blocks.items[in].twin = 0; /* what stands before it counts */
        bool of_day = e->of_day && is_of_day(x, i, last);
        size_t before = e->base == BASE_SAID ? told : dated; /* "since then", "at six" */
        m->lost = (e->lone && (before == SIZE_MAX || in - before > 1)) || (!story && e->story_only) ||
                  (story && e->letter_only && !of_day && !(is_clock(e) && hours == in)) ||
                  (e->of_day && !e->letter_only && !of_day);
        if (e->of_day) x->blocks.items[in].twin = 0;
        any |= m->lost;
        if (!m->lost && is_clock(e)) hours = in;
        if (!m->lost && point_said(e) && !is_clock(e)) told = in;
        if (m->lost || !says_day(e)) continue;
        dated = in;
        last = i;
    }
    if (any) drop_lost(x);
}

/* Dates that only the document's own date could close. */
static bool stays_open(const annals_mention *m) {
    bool open = m->timex->value.length > 4 && !memcmp(m->timex->value.data, "XXXX", 4);
    return open && m->timex->type != ANNALS_TIMEX_SET && !m->when->set.length && !m->impossible;
}

/* Why they do, and what closes them: its own date may be of several days, or months. */
static annals_text reason_of_open(annals_chronology *c, const annals_document *d, size_t open, annals_text first) {
    char days[128];
    const char *stay = open == 1 ? "date stays" : "dates stay", *them = open == 1 ? "it" : "them";
    if (d->basis == ANNALS_BASIS_UNKNOWN || d->basis == ANNALS_BASIS_INFERRED)
        return arena_printf(&c->arena,
                            "nothing says when this was written: %zu %s open, the first '%.*s'; give --date DAY to "
                            "close %s",
                            open, stay, (int)first.length, first.data, them);
    annals_when_phrase(&d->when, days, sizeof days);
    return arena_printf(&c->arena,
                        "its own date, %s, is no one day: %zu %s open, the first '%.*s'; close %s with an edit", days,
                        open, stay, (int)first.length, first.data, them);
}

/* Does the document say of itself no more than a span of days? */
static bool has_open_day(const annals_document *d) {
    const annals_bound first = d->when.begin.earliest, last = d->when.end.latest;
    return annals_bound_known(first) && annals_bound_known(last) && first.day != last.day;
}

static annals_status notice_open_year(annals_chronology *c, const analysis *x, annals_error *error) {
    const annals_document *d = &c->documents.items[x->document];
    const annals_mention *first = NULL;
    size_t open = 0, line, column;
    for (size_t i = x->first_mention; i < x->first_mention + x->raws.count; i++)
        if (stays_open(&c->mentions.items[i]) && !open++) first = &c->mentions.items[i];
    bool closed = d->basis != ANNALS_BASIS_UNKNOWN && d->basis != ANNALS_BASIS_INFERRED && !has_open_day(d);
    if (!open || closed) return ANNALS_OK;
    text_place(x->text, (size_t)(first->exact.data - x->text.data), &line, &column);
    line += x->line - 1;
    annals_text why = reason_of_open(c, d, open, first->exact);
    annals_status status =
        chronology_notice(c, d->source, line, column, "%.*s", (int)why.length, why.data ? why.data : "");
    if (!why.data) status = ANNALS_MEMORY;
    return status == ANNALS_OK ? ANNALS_OK : no_memory(error);
}

static annals_status notice_nothing(annals_chronology *c, const analysis *x, annals_error *error) {
    const annals_document *d = &c->documents.items[x->document];
    if (x->raws.count || !text_trim(x->text).length) return ANNALS_OK;
    annals_status status = chronology_notice(
        c, d->source, 0, 0, "no date was found in it; it was read as a text in %s, which --lang changes",
        x->grammar->name);
    return status == ANNALS_OK ? ANNALS_OK : no_memory(error);
}

static annals_status analyse(annals_chronology *c, analysis *x, annals_error *error) {
    if (!find_mentions(c, x) || !settle_orders(c, x) || !carry_era(c, x) || !find_clocks(c, x)) return no_memory(error);
    drop_lost(x);
    mark_entries(x);
    annals_status status = find_document_date(c, x, error);
    if (status == ANNALS_OK) status = choose_mode(c, x, error);
    leave_out_others(c, x);
    if (status == ANNALS_OK && !find_head(c, x)) status = no_memory(error);
    if (status == ANNALS_OK) status = find_date_of_story(c, x, error);
    if (status == ANNALS_OK) status = resolve_mentions(c, x, error);
    if (status == ANNALS_OK) status = notice_nothing(c, x, error);
    return status == ANNALS_OK && !c->options.times_only ? find_events(c, x, error) : status;
}

/* ---------------------------------------------------------------- a file's documents */

typedef struct file {
    const annals_document *head; /* what is known of it */
    annals_text text;
    const grammar *grammar;
    block_list blocks;
    part_list parts;
} file;

static bool is_hint(const annals_document *head) {
    return head->basis == ANNALS_BASIS_INFERRED;
}

static annals_status notice_copy(annals_chronology *c, const file *f, const analysis *x, size_t document) {
    annals_text source = c->documents.items[document].source;
    return chronology_notice(c, f->head->source, x->line, 0, "this text was given before, in %.*s; it is left out",
                             (int)source.length, source.data);
}

/* What is known of it before it is read: of the properties of a file, nothing. */
static annals_document known_of(const file *f) {
    return is_hint(f->head) ? (annals_document){.source = f->head->source} : *f->head;
}

/* A document that is `text`, and whose blocks are known or else are found. */
static annals_status add_document(annals_chronology *c, const file *f, annals_text text, size_t point, analysis *x,
                                  annals_error *error) {
    size_t earlier = SIZE_MAX;
    if (!c->options.times_only && !find_copy(c, text, &earlier)) return no_memory(error);
    if (earlier != SIZE_MAX) return notice_copy(c, f, x, earlier);
    annals_document document = known_of(f);
    document.text = text;
    document.read = true;
    document.start = point;
    if (!c->options.times_only) document.length = text_code_points(text);
    document.language = annals_text_of(f->grammar->language);
    annals_status status = put_document(c, &document, true, error);
    if (status != ANNALS_OK) return status;
    x->document = c->documents.count - 1;
    x->date_raw = x->opening_raw = SIZE_MAX;
    x->periods = c->periods;
    x->fiscal_start = c->options.fiscal_start;
    x->text = c->documents.items[x->document].text;
    x->file = f->text;
    x->grammar = f->grammar;
    c->analyses.items[x->document] = x;
    bool known = x->blocks.count;
    if (!known && !find_blocks(x->grammar, x->text, x->line, NULL, &c->arena, &x->blocks)) return no_memory(error);
    /* "212. Telegram From ..." opens a document, and no list. */
    bool listed = f->parts.count && x->head < x->blocks.count && x->blocks.items[x->head].enumerated;
    if (listed) x->blocks.items[x->head].kind = BLOCK_HEADING;
    return analyse(c, x, error);
}

static annals_status add_whole(annals_chronology *c, const file *f, const annals_stated *dates, size_t count,
                               annals_error *error) {
    analysis *x = arena_alloc(&c->arena, sizeof *x);
    if (!x) return no_memory(error);
    annals_status status = stated_read(c, dates, count, &x->stated, error);
    if (status != ANNALS_OK) return status;
    x->line = 1;
    x->blocks = f->blocks;
    x->hint = is_hint(f->head) ? f->head : NULL;
    status = add_document(c, f, f->text, 0, x, error);
    x->hint = NULL; /* it is the caller's */
    return status;
}

/* A day without a year is of that of the document before it; `above`: of the part before, or null. */
static void tell_time_before(const annals_chronology *c, const analysis *above, analysis *x) {
    if (!above || !c->documents.count) return;
    const annals_document *d = &c->documents.items[above->document];
    bool closed = annals_bound_known(d->when.begin.earliest) && annals_bound_known(d->when.end.latest);
    bool dated = d->basis == ANNALS_BASIS_STATED && closed;
    x->follows = dated || above->follows;
    x->file_first = dated ? d->when.begin.earliest.day : above->file_first;
    x->file_last = dated ? d->when.end.latest.day : above->file_last;
}

/* Each with a text of its own, which is a part of the file's. */
static annals_status add_parts(annals_chronology *c, const file *f, annals_error *error) {
    size_t start = 0, point = 0;
    const analysis *above = NULL;
    for (size_t i = 0; i < f->parts.count; i++) {
        const part *p = &f->parts.items[i];
        const block *first = &f->blocks.items[p->first];
        bool last = i + 1 == f->parts.count;
        size_t end = last ? f->text.length : f->blocks.items[p[1].first].start;
        annals_text text = text_slice(f->text, start, end);
        analysis *x = arena_alloc(&c->arena, sizeof *x);
        if (!x) return no_memory(error);
        x->line = i ? first->line : 1;
        x->head = p->head - p->first;
        tell_time_before(c, above, x);
        annals_status status = add_document(c, f, text, point, x, error);
        if (status != ANNALS_OK) return status;
        point += text_code_points(text);
        start = end;
        above = x;
    }
    return ANNALS_OK;
}

static bool begin_file(annals_chronology *c, const annals_document *head, file *f) {
    annals_text language = c->options.language.length ? c->options.language : head->language;
    *f = (file){.head = head, .text = head->text.data ? head->text : annals_text_of("")};
    f->grammar = language.length ? language_of_code(language) : NULL;
    if (!f->grammar) f->grammar = language_of_text(f->text);
    arena scratch = {0};
    repeat_list repeats = {0};
    bool ok = find_repeats(f->text, &scratch, &repeats) &&
              find_blocks(f->grammar, f->text, 1, &repeats, &c->arena, &f->blocks);
    arena_free(&scratch);
    return ok;
}

static annals_status add_file(annals_chronology *c, const annals_document *document, const annals_stated *dates,
                              size_t count, annals_error *error) {
    file f;
    bool titled = document->title.length || document->basis != ANNALS_BASIS_UNKNOWN;
    bool known = count || (titled && !is_hint(document));
    if (!begin_file(c, document, &f)) return no_memory(error);
    if (!known && !find_parts(f.grammar, f.text, &f.blocks, &c->arena, &f.parts)) return no_memory(error);
    return f.parts.count ? add_parts(c, &f, error) : add_whole(c, &f, dates, count, error);
}

/* As it is read it is kept. */
static annals_status add_kept(annals_chronology *c, const annals_input *input, annals_error *error) {
    annals_status status = annals_put_input(c, input, error);
    if (status != ANNALS_OK) return status;
    const size_t index = c->inputs.count - 1;
    const annals_input kept = c->inputs.items[index]; /* the list may move */
    status = add_file(c, &kept.given, kept.dates, kept.date_count, error);
    if (status != ANNALS_OK || !c->periods.count) return status;
    return keep_used_periods(c, index) ? ANNALS_OK : no_memory(error);
}

annals_status annals_add_document(annals_chronology *c, const annals_document *document, const annals_stated *dates,
                                  size_t count, annals_error *error) {
    if (c->options.times_only) return add_file(c, document, dates, count, error);
    annals_input input = {*document, dates, count, c->options, next_turn(c, document->source)};
    return add_kept(c, &input, error);
}

annals_status annals_add_text(annals_chronology *c, const char *source, annals_text text, annals_error *error) {
    return annals_add_document(c, &(annals_document){.source = annals_text_of(source), .text = text}, NULL, 0, error);
}

annals_status annals_add_input(annals_chronology *c, const annals_input *input, annals_error *error) {
    annals_status status = turn_to_options(c, &input->options, error);
    if (status != ANNALS_OK) return status;
    return add_kept(c, input, error);
}

/* Was any document read as text?  Events that were put by hand are as they should be. */
static bool has_texts(const annals_chronology *c) {
    for (size_t i = 0; i < c->analyses.count; i++)
        if (c->analyses.items[i]) return true;
    return false;
}

/* What led to the mentions and events is a third of all memory. */
static void forget_stages(annals_chronology *c) {
    for (size_t i = 0; i < c->analyses.count; i++) {
        analysis *x = c->analyses.items[i];
        c->analyses.items[i] = NULL;
        if (!x) continue;
        ARENA_DROP(&c->arena, &x->blocks);
        ARENA_DROP(&c->arena, &x->sentences);
        ARENA_DROP(&c->arena, &x->raws);
        ARENA_DROP(&c->arena, &x->sentence_of);
        ARENA_DROP(&c->arena, &x->first_raw);
    }
}

static annals_status finish_documents(annals_chronology *c, annals_error *error) {
    annals_status status = c->options.times_only ? ANNALS_OK : bound_documents(c, error);
    if (status == ANNALS_OK && !c->options.times_only) status = date_by_kindred(c, error);
    for (size_t i = 0; status == ANNALS_OK && i < c->analyses.count; i++)
        if (c->analyses.items[i]) status = notice_open_year(c, c->analyses.items[i], error);
    return status;
}

annals_status annals_finish(annals_chronology *c, annals_error *error) {
    annals_status finished = finish_documents(c, error);
    if (finished != ANNALS_OK) return finished;
    bool texts = has_texts(c);
    annals_status told = events_tell_ids(c, error);
    if (told != ANNALS_OK) return told;
    if (texts && !set_apart(c)) return no_memory(error);
    if (c->options.results_only) forget_stages(c);
    annals_status status = texts ? merge_events(c, error) : ANNALS_OK;
    if (status == ANNALS_OK && texts && !unite_namesakes(c)) return no_memory(error);
    if (status == ANNALS_OK) status = chronology_sort(c, error);
    return status == ANNALS_OK ? events_number_ids(c, error) : status;
}
