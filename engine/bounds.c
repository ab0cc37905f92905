/* bounds.c: when a document was written that does not say so.  It is later than what it reports as past and than the
 * documents that it answers or refers to, and earlier than those that answer it.  Each document is a node of a network;
 * "not before" is an edge from the one to the other, and bounds are drawn along the edges until none gets tighter. */
#include "bounds.h"

#include "analysis.h"
#include "between.h"
#include "civil.h"
#include "correspondence.h"
#include "dateline.h"
#include "entries.h"
#include "events.h"
#include "language.h"
#include "tense.h"
#include "text.h"
#include "when.h"

#include <stdlib.h>
#include <string.h>

/* One side of when a document was written, and why. */
typedef struct limit {
    bool known;
    int64_t day;
    const char *why;
    size_t document; /* that it comes from, or SIZE_MAX */
} limit;

/* What is known of a document. */
typedef struct node {
    limit after, before;
    bool dated;    /* it says so itself */
    bool yearless; /* its days have no year */
    bool closed;   /* ... but that of the others of its file */
} node;

typedef struct network {
    annals_chronology *c;
    node *nodes;
    bool *moved; /* of each document: its dates are read anew */
    tie_list ties;
    arena scratch;
} network;

bool document_day(const annals_document *d, int64_t *day) {
    const annals_when *w = &d->when;
    bool one = annals_bound_known(w->begin.earliest) && annals_bound_known(w->end.latest) &&
               w->begin.earliest.day == w->end.latest.day;
    if (one) *day = w->begin.earliest.day;
    return one;
}

/* ---------------------------------------------------------------- what a document says */

static void not_before(node *n, int64_t day, const char *why, size_t document) {
    if (n->after.known && n->after.day >= day) return;
    n->after = (limit){true, day, why, document};
}

static void not_after(node *n, int64_t day, const char *why, size_t document) {
    if (n->before.known && n->before.day <= day) return;
    n->before = (limit){true, day, why, document};
}

/* "telegram 10120 ... November 16": the number of the paper that the words before a date name; absent if none. */
static annals_text paper_number(const analysis *x, size_t raw) {
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, until = x->raws.items[raw].start;
    bool paper = false;
    annals_text number = {0};
    if (until - s->start > 300) return number;
    for (size_t at = s->start; text_word(x->text, at, &start, &end) && start < until; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (paper && is_digit((unsigned char)*word.data)) number = word;
        paper = in_context(x->grammar, word, CONTEXT_PAPER);
    }
    return number;
}

static bool has_number(annals_text text, annals_text number) {
    size_t start, end;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        size_t digits = 0;
        while (digits < word.length && is_digit((unsigned char)word.data[digits])) digits++;
        if (digits == number.length && !memcmp(word.data, number.data, digits)) return true;
    }
    return false;
}

/* "10155. Subj: ...": the number that the text of a telegram begins with, as long as others of its series. */
static annals_text series_number(const analysis *x) {
    for (size_t i = x->head; i < x->blocks.count && i < x->head + 4; i++) {
        const block *b = &x->blocks.items[i];
        size_t end = b->start;
        while (end < b->end && is_digit((unsigned char)x->text.data[end])) end++;
        if (end - b->start > 3 && end < b->end && x->text.data[end] == '.') return text_slice(x->text, b->start, end);
    }
    return (annals_text){0};
}

/* A note of an editor tells of papers that came before, if the text refers to them, and of later ones of its series. */
static void heed_note(node *n, const analysis *x, size_t raw, int64_t day) {
    annals_text number = paper_number(x, raw), own = series_number(x);
    if (!number.length) return;
    if (has_number(opening_words(x), number)) not_before(n, day, "which it refers to", SIZE_MAX);
    else if (number.length == own.length && memcmp(number.data, own.data, own.length) > 0)
        not_after(n, day, "when it was answered", SIZE_MAX);
}

static bool tells_no_time(block_kind kind) {
    return kind == BLOCK_CITATION || kind == BLOCK_FURNITURE || kind == BLOCK_TABLE_HEADER;
}

static void heed_mention(const network *net, node *n, const analysis *x, size_t raw) {
    const annals_mention *m = &net->c->mentions.items[x->first_mention + raw];
    block_kind kind = x->blocks.items[block_of_raw(x, raw)].kind;
    bool story = net->c->documents.items[x->document].mode == ANNALS_MODE_NARRATIVE;
    const expr *e = x->raws.items[raw].expr;
    int64_t day;
    if (tells_no_time(kind) || e->limit == LIMIT_UNTIL || !day_of_mention(m, n->yearless, &day)) return;
    bool later = !n->after.known || n->after.day < day, earlier = !n->before.known || n->before.day > day;
    if (!later && !earlier) return; /* as most say nothing new */
    if (is_receipt(x, &x->raws.items[raw])) {
        not_after(n, day, "when it was received", SIZE_MAX);
        return;
    }
    if (kind == BLOCK_FOOTNOTE && !story) {
        heed_note(n, x, raw, day);
        return;
    }
    bool fine = m->when->granularity >= ANNALS_DAY;
    if (!later && !fine) return;
    verb_tense tense = tense_around(x, raw);
    if (tense == TENSE_FUTURE && fine) not_after(n, day, "which it announces", SIZE_MAX);
    else if (tense == TENSE_PAST || (fine && tense != TENSE_FUTURE)) not_before(n, day, "which it reports", SIZE_MAX);
}

static void heed_mentions(const network *net, node *n, const analysis *x) {
    for (size_t raw = 0; raw < x->raws.count; raw++) heed_mention(net, n, x, raw);
}

/* Days without a year tell the order only where they lie close together. */
static void heed_yearless(const network *net, node *n, const analysis *x) {
    enum { HALF_A_YEAR = 183 };
    int64_t first = INT64_MAX, last = INT64_MIN, day;
    for (size_t raw = 0; raw < x->raws.count; raw++) {
        const annals_mention *m = &net->c->mentions.items[x->first_mention + raw];
        if (tells_no_time(x->blocks.items[block_of_raw(x, raw)].kind) || !day_of_mention(m, true, &day)) continue;
        if (day < first) first = day;
        if (day > last) last = day;
    }
    if (first > last || last - first > HALF_A_YEAR) return;
    n->yearless = true;
    heed_mentions(net, n, x);
}

/* ---------------------------------------------------------------- drawing the bounds */

static const char *const why_later[] = {[TIE_ANSWERS] = "when what it answers was written",
                                        [TIE_ENCLOSES] = "when what it encloses was written",
                                        [TIE_REPLIES] = "when what it answers was written",
                                        [TIE_SPEAKS] = "when what it speaks of was written"};
static const char *const why_earlier[] = {[TIE_ANSWERS] = "when it was answered",
                                          [TIE_ENCLOSES] = "when it was enclosed",
                                          [TIE_REPLIES] = "when it was answered",
                                          [TIE_SPEAKS] = "when it was spoken of"};

static int64_t day_in_year(int64_t day, int64_t year) {
    int64_t any;
    int month, dom;
    annals_civil_of_day(day, &any, &month, &dom);
    if (month == 2 && dom == 29) dom = 28;
    return annals_day_of_civil(year, month, dom);
}

/* Gives its days a year, if they come in the order that they should. */
static bool give_year(node *n, int64_t year) {
    node given = *n;
    given.yearless = false;
    if (n->after.known) given.after.day = day_in_year(n->after.day, year);
    if (n->before.known) given.before.day = day_in_year(n->before.day, year);
    if (given.after.known && given.before.known && given.after.day > given.before.day) return false;
    *n = given;
    return true;
}

/* The days of a paper that was answered lie in the year before its answer; those of an answer may be of any year. */
static void close_year(node *from, node *to) {
    int64_t year;
    int month, dom;
    if (from->yearless && !to->yearless && to->after.known) *from = (node){0};
    if (!to->yearless || from->yearless || !from->before.known) return;
    annals_civil_of_day(from->before.day, &year, &month, &dom);
    int64_t last = to->before.known ? to->before.day : to->after.day;
    give_year(to, day_in_year(last, year) > from->before.day ? year - 1 : year);
}

/* Is it told which paper is meant? "Your letter" and "Weller's letter" may be another one, which is not here. */
static bool is_sure(const tie *t) {
    return t->kind < TIE_REPLIES;
}

/* Draws the bounds along a tie. */
static bool draw(const tie *t, node *from, node *to) {
    bool changed = false;
    close_year(from, to);
    if (from->yearless || to->yearless) return false;
    bool crossed = to->after.known && from->before.known && to->after.day > from->before.day;
    if (crossed && !is_sure(t)) return false;
    if (!from->dated && to->after.known && (!from->after.known || from->after.day < to->after.day)) {
        not_before(from, to->after.day, why_later[t->kind], t->to);
        changed = true;
    }
    if (!to->dated && from->before.known && (!to->before.known || to->before.day > from->before.day)) {
        not_after(to, from->before.day, why_earlier[t->kind], t->from);
        changed = true;
    }
    return changed;
}

/* Can the one be meant: is it not known to be the later? */
static bool can_precede(const node *from, const node *to) {
    bool comparable = !from->yearless && !to->yearless && from->before.known && to->after.known;
    return !comparable || to->after.day <= from->before.day;
}

/* Of several papers that may be meant, only one is: what speaks of it is no older than the oldest of them. */
static bool draw_oldest(const network *net, const tie *first) {
    node *from = &net->nodes[first->from];
    const tie *oldest = NULL;
    for (const tie *t = first; t <= first + first->others; t++) {
        const node *to = &net->nodes[t->to];
        if (!can_precede(from, to)) continue;
        if (!to->after.known || to->yearless) return false;
        if (!oldest || to->after.day < net->nodes[oldest->to].after.day) oldest = t;
    }
    if (!oldest || from->dated) return false;
    int64_t day = net->nodes[oldest->to].after.day;
    if (from->yearless) *from = (node){0};
    if (from->after.known && from->after.day >= day) return false;
    not_before(from, day, why_later[oldest->kind], oldest->to);
    return true;
}

/* How many of the papers can be meant, and the last of them, or the first of all. */
static size_t count_possible(const network *net, const tie *first, const tie **one) {
    size_t possible = 0;
    *one = first;
    for (const tie *t = first; t <= first + first->others; t++)
        if (can_precede(&net->nodes[t->from], &net->nodes[t->to])) possible++, *one = t;
    return possible;
}

/* As each pass can only tighten the bounds, few are needed, and a circle ends them too. */
static void tighten(network *net) {
    enum { MOST_PASSES = 64 };
    bool changed = true;
    for (size_t pass = 0; changed && pass < MOST_PASSES; pass++) {
        changed = false;
        for (size_t i = 0; i < net->ties.count; i += net->ties.items[i].others + 1) {
            const tie *first = &net->ties.items[i], *t;
            bool several = count_possible(net, first, &t) > 1;
            changed |= several ? draw_oldest(net, first) : draw(t, &net->nodes[t->from], &net->nodes[t->to]);
        }
    }
}

/* The year of a document of a file, or 0 where its days are open or go from one year into the next. */
static int64_t year_of(const network *net, size_t index) {
    const annals_when *w = &net->c->documents.items[index].when;
    int64_t first, last;
    int month, dom;
    if (!net->nodes[index].dated || !annals_bound_known(w->begin.earliest) || !annals_bound_known(w->end.latest))
        return 0;
    annals_civil_of_day(w->begin.earliest.day, &first, &month, &dom);
    annals_civil_of_day(w->end.latest.day, &last, &month, &dom);
    return first == last ? first : 0;
}

/* The year next to one of whose papers' days, from one to another, a day of any year is nearest. */
static int64_t nearest_year(int64_t day, int64_t year, int64_t from, int64_t to) {
    int64_t found = year, least = INT64_MAX;
    for (int64_t y = year - 1; y <= year + 1; y++) {
        int64_t at = day_in_year(day, y), gap = at < from ? from - at : at > to ? at - to : 0;
        if (gap < least) least = gap, found = y;
    }
    return found;
}

/* A paper among others of one file whose days have no year is of theirs, where the dated ones all are of the same; or
 * of the turn of the year, "Christmas Eve" above letters of January. */
static void year_of_file(network *net, size_t first, size_t end) {
    int64_t year = 0, from = INT64_MAX, to = INT64_MIN;
    size_t others = 0;
    for (size_t i = first; i < end; i++) {
        if (!net->nodes[i].dated) continue;
        int64_t own = year_of(net, i);
        if (!own || (year && own != year)) return;
        const annals_when *w = &net->c->documents.items[i].when;
        if (w->begin.earliest.day < from) from = w->begin.earliest.day;
        if (w->end.latest.day > to) to = w->end.latest.day;
        year = own;
        others++;
    }
    for (size_t i = first; others && i < end; i++) {
        node *n = &net->nodes[i];
        int64_t day = n->after.known ? n->after.day : n->before.day;
        if (n->yearless) n->closed = give_year(n, nearest_year(day, year, from, to));
    }
}

static void close_years(network *net) {
    const annals_document *d = net->c->documents.items;
    for (size_t first = 0, end; first < net->c->documents.count; first = end) {
        for (end = first + 1; end < net->c->documents.count && text_equal(d[end].source, d[first].source);) end++;
        year_of_file(net, first, end);
    }
}

/* ---------------------------------------------------------------- what comes of it */

static const char *limit_phrase(const node *n, const limit *l, char *buffer, size_t size) {
    annals_when w = {.granularity = ANNALS_DAY};
    when_span(&w, l->day, l->day);
    size_t length = annals_when_phrase(&w, buffer, size);
    if (n->yearless && length > 5) buffer[length - 5] = 0; /* without the year */
    return buffer;
}

static annals_text limits_phrase(arena *a, const node *n) {
    char after[64], before[64];
    if (n->after.known) limit_phrase(n, &n->after, after, sizeof after);
    if (n->before.known) limit_phrase(n, &n->before, before, sizeof before);
    if (!n->before.known) return arena_printf(a, "after %s, %s", after, n->after.why);
    if (!n->after.known) return arena_printf(a, "before %s, %s", before, n->before.why);
    return arena_printf(a, "after %s, %s; before %s, %s", after, n->after.why, before, n->before.why);
}

static annals_text day_edtf(arena *a, const node *n, const limit *l) {
    char iso[ANNALS_BOUND_SIZE];
    if (!l->known) return annals_text_of("");
    annals_bound_iso(bound_of_day(l->day), iso);
    return n->yearless ? arena_printf(a, "XXXX%s", iso + 4) : arena_text(a, annals_text_of(iso));
}

/* EDTF has no days of years with more than four digits. */
static bool fits_edtf(const node *n, const limit *l) {
    const int64_t first = annals_day_of_civil(-9999, 1, 1), last = annals_day_of_civil(9999, 12, 31);
    return n->yearless || !l->known || (l->day >= first && l->day <= last);
}

static annals_text limits_edtf(arena *a, const node *n) {
    annals_text after = day_edtf(a, n, &n->after), before = day_edtf(a, n, &n->before);
    if (!after.data || !before.data) return (annals_text){0};
    if (!fits_edtf(n, &n->after) || !fits_edtf(n, &n->before)) return annals_text_of("");
    if (n->after.known && n->before.known && n->after.day == n->before.day) return after;
    return arena_printf(a, "[%.*s..%.*s]", (int)after.length, after.data, (int)before.length, before.data);
}

/* One of the days between the limits. */
static bool place_between(annals_chronology *c, const node *n, annals_document *d) {
    arena *a = &c->arena;
    annals_bound open = {.state = ANNALS_BOUND_UNKNOWN};
    annals_bound first = n->after.known && !n->yearless ? bound_of_day(n->after.day) : open;
    annals_bound last = n->before.known && !n->yearless ? bound_of_day(n->before.day) : open;
    d->when = (annals_when){.edtf = limits_edtf(a, n), .granularity = ANNALS_DAY};
    d->when.begin = d->when.end = (annals_bounds){first, last};
    d->basis = ANNALS_BASIS_INFERRED;
    d->basis_from = limits_phrase(a, n);
    return d->when.edtf.data && d->basis_from.data;
}

/* A diary was written from its first entry to its last. */
static bool place_entries(annals_chronology *c, const analysis *x, annals_document *d) {
    const annals_mention *first = NULL, *last = NULL;
    for (size_t i = 0; i < x->blocks.count; i++) {
        if (!x->blocks.items[i].entry || x->first_raw.items[i] == x->first_raw.items[i + 1]) continue;
        const annals_mention *m = &c->mentions.items[x->first_mention + entry_raw(x, i)];
        int64_t day;
        if (m->when->granularity < ANNALS_DAY || !day_of_mention(m, false, &day)) continue;
        if (!first || day < first->when->begin.earliest.day) first = m;
        if (!last || day > last->when->begin.earliest.day) last = m;
    }
    if (!first || first == last) return true;
    char from[64], to[64];
    annals_when_phrase(first->when, from, sizeof from);
    annals_when_phrase(last->when, to, sizeof to);
    d->basis = ANNALS_BASIS_INFERRED;
    d->basis_from = arena_printf(&c->arena, "its entries, from %s to %s", from, to);
    return when_range(&c->arena, first->when, last->when, &d->when) && d->basis_from.data;
}

static annals_status notice_contradiction(annals_chronology *c, const node *n, const annals_document *d) {
    char after[64], before[64];
    return chronology_notice(c, d->source, 0, 0,
                             "it should be later than %s, %s, and earlier than %s, %s; check both, or give --date DAY",
                             limit_phrase(n, &n->after, after, sizeof after), n->after.why,
                             limit_phrase(n, &n->before, before, sizeof before), n->before.why);
}

static annals_text name_of(const annals_document *d) {
    return d->title.length ? d->title : d->source;
}

/* It may mean either of two papers, and what holds for one alone bounds neither. */
static annals_status notice_doubt(const network *net, const tie *first) {
    const annals_document *documents = net->c->documents.items, *from = &documents[first->from];
    const tie *named[2] = {0};
    bool undated = false;
    for (const tie *t = first; t <= first + first->others; t++) {
        if (!can_precede(&net->nodes[first->from], &net->nodes[t->to])) continue;
        undated |= !net->nodes[t->to].dated;
        if (!named[0]) named[0] = t;
        else if (!named[1]) named[1] = t;
    }
    const node *n = &net->nodes[first->from];
    if (!named[1] || (n->dated && !(undated && n->before.known))) return ANNALS_OK;
    annals_text one = name_of(&documents[named[0]->to]), other = name_of(&documents[named[1]->to]);
    return chronology_notice(
        net->c, from->source, 0, 0, "what it %s may be '%.*s' or '%.*s'; only what holds for both is a bound",
        first->kind == TIE_SPEAKS ? "speaks of" : "answers", (int)one.length, one.data, (int)other.length, other.data);
}

static annals_status notice_doubts(const network *net) {
    annals_status status = ANNALS_OK;
    for (size_t i = 0; status == ANNALS_OK && i < net->ties.count; i += net->ties.items[i].others + 1)
        if (net->ties.items[i].others) status = notice_doubt(net, &net->ties.items[i]);
    return status;
}

static annals_status place(network *net, size_t index, annals_error *error) {
    annals_chronology *c = net->c;
    const node *n = &net->nodes[index];
    annals_document *d = &c->documents.items[index];
    if (n->dated || (!n->after.known && !n->before.known)) return ANNALS_OK;
    bool contradict = n->after.known && n->before.known && n->after.day > n->before.day;
    if (contradict) return notice_contradiction(c, n, d) == ANNALS_OK ? ANNALS_OK : no_memory(error);
    if (!place_between(c, n, d)) return no_memory(error);
    bool answers = n->after.known && n->after.document != SIZE_MAX && d->mode == ANNALS_MODE_DOCUMENT;
    bool placed = !n->yearless && n->after.known && (n->before.known || answers || n->closed);
    net->moved[index] = placed;
    return placed ? resolve_between(c, c->analyses.items[index], n->closed, error) : ANNALS_OK;
}

static void heed_document(network *net, size_t index) {
    annals_document *d = &net->c->documents.items[index];
    const analysis *x = net->c->analyses.items[index];
    node *n = &net->nodes[index];
    n->dated = d->basis != ANNALS_BASIS_UNKNOWN;
    if (n->dated) {
        bool sure = !d->when.uncertain && !n->yearless;
        if (sure && annals_bound_known(d->when.begin.earliest))
            n->after = (limit){true, d->when.begin.earliest.day, "its own day", index};
        if (sure && annals_bound_known(d->when.end.latest))
            n->before = (limit){true, d->when.end.latest.day, "its own day", index};
    } else if (x) {
        heed_mentions(net, n, x);
        if (!n->after.known && !n->before.known) heed_yearless(net, n, x);
    }
}

annals_status bound_documents(annals_chronology *c, annals_error *error) {
    size_t count = c->documents.count, undated = 0;
    network net = {.c = c};
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        const analysis *x = c->analyses.items[i];
        annals_document *d = &c->documents.items[i];
        if (x && x->chronicle && d->basis == ANNALS_BASIS_UNKNOWN) ok = place_entries(c, x, d);
        undated += x && d->basis == ANNALS_BASIS_UNKNOWN;
    }
    if (!ok || !undated) return ok ? ANNALS_OK : no_memory(error);
    net.nodes = arena_alloc(&net.scratch, count * sizeof *net.nodes);
    net.moved = arena_alloc(&net.scratch, count * sizeof *net.moved);
    ok = net.nodes && net.moved;
    for (size_t i = 0; ok && i < count; i++) heed_document(&net, i);
    ok = ok && (count < 2 || find_ties(c, &net.scratch, &net.ties));
    if (ok) close_years(&net);
    if (ok) tighten(&net);
    annals_status status = ok ? ANNALS_OK : no_memory(error);
    for (size_t i = 0; status == ANNALS_OK && i < count; i++) status = place(&net, i, error);
    if (status == ANNALS_OK && notice_doubts(&net) != ANNALS_OK) status = no_memory(error);
    if (status == ANNALS_OK) status = tell_anew(c, net.moved, error);
    arena_free(&net.scratch);
    return status;
}
