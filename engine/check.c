/* check.c: what a careful person should look at. */
#include "analysis.h"
#include "language.h"
#include "misdates.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double least_confidence = 0.79;

typedef struct inspector {
    annals_chronology *c;
    size_t document, point, byte, line, column; /* the place that was counted last */
    bool *noted;                                /* mentions that there is something to look at */
    bool *open;                                 /* those that an event has, and whose year nothing tells */
    size_t *open_count;                         /* of each document */
    bool failed;
} inspector;

/* ---------------------------------------------------------------- places */

/* Line and column of a place in a document's text, counted on from the one before; 0 where the text is not at hand, or
 * stands behind another one in its file, as in a chronology that was read back. */
static void find_place(inspector *x, size_t document, size_t start) {
    const annals_document *d = &x->c->documents.items[document];
    const analysis *stages = x->c->analyses.items[document];
    bool known = d->text.data && (stages || !d->start);
    if (x->document != document || x->point > start) {
        x->document = document;
        x->point = x->byte = 0;
        x->line = !known ? 0 : stages ? stages->line : 1;
        x->column = known;
    }
    for (; known && x->point < start && x->byte < d->text.length; x->point++) {
        bool end = d->text.data[x->byte] == '\n';
        text_decode(d->text, x->byte, &x->byte);
        x->line += end;
        x->column = end ? 1 : x->column + 1;
    }
}

static void report(inspector *x, annals_doubt doubt, size_t mention, annals_text message) {
    annals_chronology *c = x->c;
    const annals_mention *m = &c->mentions.items[mention];
    x->failed |= !message.data || !ARENA_ROOM(&c->arena, &c->findings);
    x->noted[mention] = true;
    if (x->failed) return;
    c->findings.items[c->findings.count++] = (annals_finding){.doubt = doubt,
                                                              .file = c->documents.items[m->document].source,
                                                              .exact = m->exact,
                                                              .message = message,
                                                              .mention = mention};
}

/* ---------------------------------------------------------------- mentions */

/* The step that says so, as far as its semicolon. */
static const char *step_with(const annals_mention *m, const char *words, char *buffer, size_t size) {
    for (size_t i = 0; i < m->resolution->step_count; i++) {
        annals_text step = m->resolution->steps[i];
        size_t at = text_find(step, words, 0);
        if (at == SIZE_MAX) continue;
        size_t end = text_find(step, ";", 0);
        snprintf(buffer, size, "%.*s", (int)(end == SIZE_MAX ? step.length : end), step.data);
        return buffer;
    }
    return NULL;
}

static void check_alternatives(inspector *x, size_t mention, const annals_mention *m) {
    char chosen[128], other[128];
    annals_when_phrase(m->when, chosen, sizeof chosen);
    annals_when_phrase(&m->alternatives[0], other, sizeof other);
    report(x, ANNALS_DOUBT_AMBIGUOUS, mention,
           arena_printf(&x->c->arena, "it is taken for %s, and may be %s; settle it with %san edit", chosen, other,
                        m->timex->type == ANNALS_TIMEX_TIME ? "" : "--order, or with "));
}

static bool has_open_year(const annals_mention *m) {
    return text_starts(m->timex->value, "XXXX") && m->timex->type != ANNALS_TIMEX_SET;
}

static bool is_undated(const inspector *x, const annals_mention *m) {
    const annals_when *w = &x->c->documents.items[m->document].when;
    return !annals_bound_known(w->begin.earliest) && !annals_bound_known(w->end.latest);
}

static void find_open(inspector *x, const annals_event *e) {
    for (size_t i = 0; i < e->mention_count && e->kind != ANNALS_CITATION; i++) {
        const annals_mention *m = &x->c->mentions.items[e->mentions[i]];
        if (x->open[e->mentions[i]] || !has_open_year(m)) continue;
        x->open[e->mentions[i]] = true;
        x->open_count[m->document]++;
    }
}

/* One day given settles all of a document's: they are told of together, with the first. */
static void check_year(inspector *x, size_t index, const annals_mention *m) {
    size_t *open = &x->open_count[m->document], others = is_undated(x, m) && *open ? *open - 1 : 0;
    x->noted[index] = true;
    if (!x->open[index] || !*open) return;
    if (is_undated(x, m)) *open = 0;
    annals_text alone =
        annals_text_of("nothing tells its year; give the document's day with --date, or the year with an edit");
    report(x, ANNALS_DOUBT_OPEN_YEAR, index,
           !others ? alone
                   : arena_printf(&x->c->arena,
                                  "nothing tells its year, nor that of %zu other date%s of the document; "
                                  "give its day with --date, or the years with edits",
                                  others, others == 1 ? "" : "s"));
}

static const char a_weekday_differs[] = "find out which of the two is right";

/* "26 October 1962 (Saturday)": the weekday stands behind its date, as a mention of its own. */
static bool is_weekday_of(const inspector *x, const annals_mention *m, const annals_mention *next) {
    const analysis *stages = x->c->analyses.items[m->document];
    bool beside = next->document == m->document && next->start > m->end && next->start - m->end <= 2;
    if (!stages || !beside || m->when->granularity < ANNALS_DAY || next->when->granularity != ANNALS_DAY) return false;
    bool known = annals_bound_known(m->when->begin.earliest) && annals_bound_known(next->when->begin.earliest);
    return known && !text_has_digit(next->exact) && in_context(stages->grammar, next->exact, CONTEXT_CALENDAR_WORD);
}

static void check_weekday_behind(inspector *x, size_t index) {
    const annals_mention *m = &x->c->mentions.items[index], *next = m + 1;
    if (index + 1 == x->c->mentions.count || !is_weekday_of(x, m, next)) return;
    int day = annals_weekday_of_day(m->when->begin.earliest.day);
    int said = annals_weekday_of_day(next->when->begin.earliest.day);
    if (day == said) return;
    annals_text name = annals_weekday_name("en", day), other = annals_weekday_name("en", said);
    report(x, ANNALS_DOUBT_WEEKDAY, index,
           arena_printf(&x->c->arena, "that day was a %.*s, not a %.*s; %s", (int)name.length, name.data,
                        (int)other.length, other.data, a_weekday_differs));
}

static void check_mention(inspector *x, size_t index) {
    const annals_mention *m = &x->c->mentions.items[index];
    char buffer[160];
    if (m->reversed && m->range == ANNALS_RANGE_BEGIN)
        report(x, ANNALS_DOUBT_REVERSED, index,
               annals_text_of("the range ends before it begins; look at both dates in the document"));
    else if (m->impossible && !m->reversed && m->range != ANNALS_RANGE_END)
        report(x, ANNALS_DOUBT_IMPOSSIBLE, index,
               annals_text_of("no calendar has this date; look at the document, and give the right one with an edit"));
    else if (has_open_year(m) && !m->impossible) check_year(x, index, m);
    if (m->wrong_weekday && m->range != ANNALS_RANGE_END) {
        const char *step = step_with(m, "that day was", buffer, sizeof buffer);
        report(x, ANNALS_DOUBT_WEEKDAY, index,
               arena_printf(&x->c->arena, "%s; %s", step ? step : "the date was another day of the week",
                            a_weekday_differs));
    } else check_weekday_behind(x, index);
    if (m->alternative_count && !m->impossible && !has_open_year(m)) check_alternatives(x, index, m);
}

/* ---------------------------------------------------------------- events */

static void check_event(inspector *x, const annals_event *e) {
    bool noted = false;
    arena *a = &x->c->arena;
    for (size_t i = 0; i < e->mention_count; i++) noted |= x->noted[e->mentions[i]];
    char taken[128];
    if (e->conflict_count) annals_when_phrase(e->when, taken, sizeof taken);
    for (size_t i = 0; i < e->conflict_count; i++)
        report(x, ANNALS_DOUBT_CONFLICT, e->conflicts[i].mention,
               arena_printf(
                   a, "the sources disagree on '%.*s': here %.*s, elsewhere %s; decide with an edit, or leave both",
                   (int)e->label.length, e->label.data, (int)e->conflicts[i].claim.length,
                   e->conflicts[i].claim.data ? e->conflicts[i].claim.data : "", taken));
    if (noted || e->conflict_count || !e->mention_count || e->kind == ANNALS_CITATION) return;
    if (e->confidence < least_confidence)
        report(x, ANNALS_DOUBT_UNSURE, e->mentions[0],
               arena_printf(a, "the time of '%.*s' is uncertain (%.0f %%); compare it with the document",
                            (int)e->label.length, e->label.data, 100 * e->confidence));
}

/* ---------------------------------------------------------------- what is no date */

static void report_misdate(inspector *x, size_t document, const misdate *m) {
    annals_chronology *c = x->c;
    x->failed |= !ARENA_ROOM(&c->arena, &c->findings);
    if (x->failed) return;
    const char *message = m->hour ? "no clock shows this hour, and it was not read; look at the document"
                                  : "no calendar has this date, and it was not read; look at the document, and add the "
                                    "event with an edit";
    c->findings.items[c->findings.count++] = (annals_finding){.doubt = ANNALS_DOUBT_IMPOSSIBLE,
                                                              .file = c->documents.items[document].source,
                                                              .line = m->line,
                                                              .column = m->column,
                                                              .exact = m->exact,
                                                              .message = annals_text_of(message),
                                                              .mention = SIZE_MAX};
}

static void check_figures(inspector *x) {
    arena scratch = {0};
    for (size_t i = 0; i < x->c->documents.count && !x->failed; i++) {
        const analysis *stages = x->c->analyses.items[i];
        misdate_list list = {0};
        if (stages) x->failed |= !list_misdates(x->c, stages, &scratch, &list);
        for (size_t j = 0; j < list.count; j++) report_misdate(x, i, &list.items[j]);
    }
    arena_free(&scratch);
}

/* ---------------------------------------------------------------- notices */

static uint64_t place_hash(annals_text file, size_t line, size_t column) {
    size_t place[] = {line, column};
    return text_hash(text_hash(TEXT_HASH_SEED, file), (annals_text){(const char *)place, sizeof place});
}

static int by_hash(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* The places of all findings, sorted. */
static uint64_t *hash_places(const annals_chronology *c) {
    size_t count = c->findings.count;
    uint64_t *hashes = malloc((count + 1) * sizeof *hashes);
    for (size_t i = 0; hashes && i < count; i++)
        hashes[i] = place_hash(c->findings.items[i].file, c->findings.items[i].line, c->findings.items[i].column);
    if (hashes && count) qsort(hashes, count, sizeof *hashes, by_hash);
    return hashes;
}

/* What was said to the reader anyway, unless it is of a place that was found here too. */
static void take_notices(inspector *x) {
    annals_chronology *c = x->c;
    size_t findings = c->findings.count;
    uint64_t *places = hash_places(c);
    x->failed |= !places;
    for (size_t i = 0; i < c->notices.count && !x->failed; i++) {
        const annals_notice *n = &c->notices.items[i];
        uint64_t place = place_hash(n->file, n->line, n->column);
        if (n->line && findings && bsearch(&place, places, findings, sizeof place, by_hash)) continue;
        x->failed |= !ARENA_ROOM(&c->arena, &c->findings);
        if (x->failed) break;
        c->findings.items[c->findings.count++] = (annals_finding){.doubt = ANNALS_DOUBT_NOTICE,
                                                                  .file = n->file,
                                                                  .line = n->line,
                                                                  .column = n->column,
                                                                  .message = n->message,
                                                                  .mention = SIZE_MAX};
    }
    free(places);
}

/* ---------------------------------------------------------------- the whole */

/* As the documents have them. */
static int by_place(const void *left, const void *right) {
    const annals_finding *a = left, *b = right;
    if (a->mention != b->mention) return a->mention < b->mention ? -1 : 1;
    if (a->doubt != b->doubt) return a->doubt < b->doubt ? -1 : 1;
    size_t n = a->message.length < b->message.length ? a->message.length : b->message.length;
    int order = memcmp(a->message.data, b->message.data, n);
    return order ? order : (a->message.length > b->message.length) - (a->message.length < b->message.length);
}

static void sort_findings(inspector *x) {
    annals_chronology *c = x->c;
    if (c->findings.count) qsort(c->findings.items, c->findings.count, sizeof *c->findings.items, by_place);
    for (size_t i = 0; i < c->findings.count; i++) {
        annals_finding *f = &c->findings.items[i];
        find_place(x, c->mentions.items[f->mention].document, c->mentions.items[f->mention].start);
        f->line = x->line;
        f->column = x->column;
    }
}

annals_status annals_check(annals_chronology *c, annals_error *error) {
    inspector x = {.c = c, .document = SIZE_MAX, .noted = calloc(c->mentions.count + 1, sizeof *x.noted)};
    c->findings.count = 0;
    x.open = calloc(c->mentions.count + 1, sizeof *x.open);
    x.open_count = calloc(c->documents.count + 1, sizeof *x.open_count);
    x.failed = !x.noted || !x.open || !x.open_count;
    for (size_t i = 0; i < c->events.count && !x.failed; i++) find_open(&x, &c->events.items[i]);
    for (size_t i = 0; i < c->mentions.count && !x.failed; i++) check_mention(&x, i);
    for (size_t i = 0; i < c->events.count && !x.failed; i++) check_event(&x, &c->events.items[i]);
    if (!x.failed) sort_findings(&x);
    if (!x.failed) check_figures(&x);
    if (!x.failed) take_notices(&x);
    free(x.noted);
    free(x.open);
    free(x.open_count);
    return x.failed ? no_memory(error) : ANNALS_OK;
}
