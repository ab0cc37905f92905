/* select.c: the events that are asked for, and the documents that tell of them. */
#include "analysis.h"
#include "civil.h"
#include "text.h"

#include <stdlib.h>

/* ---------------------------------------------------------------- words */

static bool begins_word(annals_text word, annals_text wanted) {
    size_t at = 0, i = 0;
    while (i < wanted.length && at < word.length)
        if (fold_case(text_decode(word, at, &at)) != fold_case(text_decode(wanted, i, &i))) return false;
    return i >= wanted.length;
}

static bool has_word(annals_text text, annals_text wanted) {
    size_t start, end;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end)
        if (begins_word(text_slice(text, start, end), wanted)) return true;
    return false;
}

/* Each of the words begins a word of one of the texts. */
static bool has_words(const annals_text *texts, size_t count, annals_text words) {
    size_t start, end;
    for (size_t at = 0; text_word(words, at, &start, &end); at = end) {
        bool found = false;
        for (size_t i = 0; i < count && !found; i++) found = has_word(texts[i], text_slice(words, start, end));
        if (!found) return false;
    }
    return true;
}

/* ---------------------------------------------------------------- what an event must have */

typedef struct selection {
    const annals_chronology *c;
    const annals_filter *filter;
    annals_when from, until; /* unknown: not asked for */
} selection;

/* A day counts from its first second, and to its last. */
static int64_t first_second(annals_bound b) {
    return b.day * SECONDS_PER_DAY + b.second;
}

static int64_t last_second(annals_bound b) {
    int64_t precision = b.state == ANNALS_BOUND_DAY ? SECONDS_PER_DAY : b.state == ANNALS_BOUND_MINUTE ? 60 : 1;
    return first_second(b) + precision - 1;
}

/* An open end reaches over all time; one that is not known is no farther off than the other one. */
static bool lies_between(const selection *s, const annals_when *w) {
    bool from = annals_bound_known(s->from.begin.earliest), until = annals_bound_known(s->until.end.latest);
    annals_bound first = w->begin.earliest, last = w->end.latest;
    if (!from && !until) return true;
    if (first.state == ANNALS_BOUND_UNKNOWN) first = annals_bound_known(w->begin.latest) ? w->begin.latest : last;
    if (last.state == ANNALS_BOUND_UNKNOWN) last = annals_bound_known(w->end.earliest) ? w->end.earliest : first;
    if (first.state == ANNALS_BOUND_UNKNOWN) return false;
    bool late = from && annals_bound_known(last) && last_second(last) < first_second(s->from.begin.earliest);
    bool early = until && annals_bound_known(first) && first_second(first) > last_second(s->until.end.latest);
    return !late && !early;
}

/* Who says "in May" has nothing against the 3rd; who says the 4th does. */
static bool contradict(const annals_when *a, const annals_when *b) {
    bool known = annals_bound_known(a->begin.earliest) && annals_bound_known(a->end.latest) &&
                 annals_bound_known(b->begin.earliest) && annals_bound_known(b->end.latest);
    return known && (first_second(a->begin.earliest) > last_second(b->end.latest) ||
                     first_second(b->begin.earliest) > last_second(a->end.latest));
}

/* Its time, or what a source claims against it. */
static bool in_time(const selection *s, const annals_event *e) {
    if (lies_between(s, e->when)) return true;
    for (size_t i = 0; i < e->source_count; i++) {
        const annals_when *claimed = e->sources[i].when;
        if (claimed && contradict(claimed, e->when) && lies_between(s, claimed)) return true;
    }
    return false;
}

static bool matches(const selection *s, const annals_event *e, annals_text words) {
    (void)s;
    const annals_text own[] = {e->label, e->text, e->speaker};
    return has_words(own, sizeof own / sizeof *own, words);
}

static bool is_tagged(const selection *s, const annals_event *e, annals_text words) {
    (void)s;
    for (size_t i = 0; i < e->tag_count; i++)
        if (has_words(&e->tags[i].name, 1, words)) return true;
    return false;
}

/* The name of a file as it was given, or without its folders, or without its ending too. */
static bool is_file(annals_text source, annals_text name) {
    size_t at = source.length, end = source.length;
    while (at && source.data[at - 1] != '/') at--;
    while (end > at && source.data[end - 1] != '.') end--;
    return text_equal(source, name) || text_equal(text_slice(source, at, source.length), name) ||
           (end > at && text_equal(text_slice(source, at, end - 1), name));
}

static bool is_told_by(const selection *s, const annals_event *e, annals_text name) {
    for (size_t i = 0; i < e->source_count; i++) {
        const annals_document *d = &s->c->documents.items[e->sources[i].document];
        bool titled = d->title.length && has_words(&d->title, 1, name);
        if (text_equal(d->id, name) || is_file(d->source, name) || titled) return true;
    }
    return false;
}

typedef bool has_function(const selection *s, const annals_event *e, annals_text wanted);

static bool has_any(const selection *s, const annals_event *e, const annals_text *list, size_t count,
                    has_function *has) {
    for (size_t i = 0; i < count; i++)
        if (has(s, e, list[i])) return true;
    return !count;
}

static bool is_selected(const selection *s, const annals_event *e) {
    const annals_filter *f = s->filter;
    return (!f->kinds || f->kinds & 1u << e->kind) && in_time(s, e) &&
           has_any(s, e, f->matches, f->match_count, matches) && has_any(s, e, f->tags, f->tag_count, is_tagged) &&
           has_any(s, e, f->sources, f->source_count, is_told_by);
}

/* ---------------------------------------------------------------- what is left */

/* The new place of each document, mention or event, or GONE. */
#define GONE SIZE_MAX

static void mark(const annals_chronology *c, const annals_event *e, size_t *documents) {
    for (size_t i = 0; i < e->source_count; i++) documents[e->sources[i].document] = 0;
    for (size_t i = 0; i < e->mention_count; i++) documents[c->mentions.items[e->mentions[i]].document] = 0;
    for (size_t i = 0; i < e->conflict_count; i++) documents[c->mentions.items[e->conflicts[i].mention].document] = 0;
}

static void keep_documents(annals_chronology *c, size_t *places) {
    size_t kept = 0;
    for (size_t i = 0; i < c->documents.count; i++) {
        if (places[i] == GONE) continue;
        c->documents.items[kept] = c->documents.items[i];
        c->analyses.items[kept] = c->analyses.items[i];
        places[i] = kept++;
    }
    c->documents.count = c->analyses.count = kept;
}

/* All the mentions of the documents that stay: they may refer to each other. */
static void keep_mentions(annals_chronology *c, const size_t *documents, size_t *places) {
    size_t kept = 0;
    for (size_t i = 0; i < c->mentions.count; i++) {
        annals_mention m = c->mentions.items[i];
        places[i] = GONE;
        if (documents[m.document] == GONE) continue;
        m.document = documents[m.document];
        places[i] = kept;
        c->mentions.items[kept++] = m;
    }
    c->mentions.count = kept;
}

static void move_analysis(analysis *x, size_t document, const size_t *mentions) {
    if (!x) return;
    x->document = document;
    if (x->raws.count) x->first_mention = mentions[x->first_mention];
}

/* Lists may be shared, and are copied. */
static bool refer_anew(arena *a, annals_event *e, const size_t *documents, const size_t *mentions) {
    size_t *said = arena_copy(a, e->mentions, e->mention_count, sizeof *said);
    annals_source *sources = arena_copy(a, e->sources, e->source_count, sizeof *sources);
    annals_conflict *conflicts = arena_copy(a, e->conflicts, e->conflict_count, sizeof *conflicts);
    if ((e->mention_count && !said) || (e->source_count && !sources) || (e->conflict_count && !conflicts)) return false;
    for (size_t i = 0; i < e->mention_count; i++) said[i] = mentions[said[i]];
    for (size_t i = 0; i < e->source_count; i++) sources[i].document = documents[sources[i].document];
    for (size_t i = 0; i < e->conflict_count; i++) conflicts[i].mention = mentions[conflicts[i].mention];
    e->mentions = said;
    e->sources = sources;
    e->conflicts = conflicts;
    return true;
}

static bool keep_all(annals_chronology *c, size_t *documents, size_t *mentions) {
    for (size_t i = 0; i < c->documents.count; i++) documents[i] = GONE;
    for (size_t i = 0; i < c->events.count; i++) mark(c, &c->events.items[i], documents);
    size_t before = c->documents.count;
    keep_documents(c, documents);
    if (c->documents.count == before) return true;
    keep_mentions(c, documents, mentions);
    for (size_t i = 0; i < c->analyses.count; i++) move_analysis(c->analyses.items[i], i, mentions);
    for (size_t i = 0; i < c->events.count; i++)
        if (!refer_anew(&c->arena, &c->events.items[i], documents, mentions)) return false;
    return true;
}

static annals_status drop_unused(annals_chronology *c, annals_error *error) {
    size_t *documents = calloc(c->documents.count + 1, sizeof *documents);
    size_t *mentions = calloc(c->mentions.count + 1, sizeof *mentions);
    bool kept = documents && mentions && keep_all(c, documents, mentions);
    free(documents);
    free(mentions);
    return kept ? ANNALS_OK : no_memory(error);
}

/* ---------------------------------------------------------------- the whole */

static annals_status read_limit(annals_chronology *c, annals_text text, annals_when *when, annals_error *error) {
    if (!text.length) return ANNALS_OK;
    annals_status status = annals_read_when(c, text, when, error);
    if (status != ANNALS_OK) return status;
    if (annals_bound_known(when->begin.earliest) && annals_bound_known(when->end.latest)) return ANNALS_OK;
    return annals_fail(error, ANNALS_DATE, "'%.*s' has no beginning and end; give a date with its year",
                       (int)text.length, text.data);
}

/* Is nothing between the limits? */
static bool are_reversed(const annals_filter *filter, const selection *s) {
    return filter->from.length && filter->until.length &&
           first_second(s->from.begin.earliest) > last_second(s->until.end.latest);
}

annals_status annals_select(annals_chronology *c, const annals_filter *filter, annals_error *error) {
    selection s = {.c = c, .filter = filter};
    size_t kept = 0, before = c->events.count;
    annals_status status = read_limit(c, filter->from, &s.from, error);
    if (status == ANNALS_OK) status = read_limit(c, filter->until, &s.until, error);
    if (status != ANNALS_OK) return status;
    if (are_reversed(filter, &s))
        return annals_fail(error, ANNALS_DATE, "'%.*s' lies behind '%.*s'; exchange them", (int)filter->from.length,
                           filter->from.data, (int)filter->until.length, filter->until.data);
    for (size_t i = 0; i < before; i++)
        if (is_selected(&s, &c->events.items[i])) c->events.items[kept++] = c->events.items[i];
    c->events.count = kept;
    if (kept == before) return ANNALS_OK;
    forget_inputs(c);
    return drop_unused(c, error);
}
