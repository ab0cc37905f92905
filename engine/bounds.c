/* bounds.c: when a document was written that does not say so.  It is later than what it reports as past and than the
 * documents that it answers or refers to, and earlier than those that answer it.  Each document is a node of a network;
 * "not before" is an edge from the one to the other, and bounds are drawn along the edges until none gets tighter. */
#include "bounds.h"

#include "analysis.h"
#include "between.h"
#include "civil.h"
#include "dateline.h"
#include "events.h"
#include "language.h"
#include "tense.h"
#include "text.h"
#include "when.h"

#include <stdlib.h>
#include <string.h>

enum { NO_YEAR = 2000 /* that days are counted in whose year nobody gives; it has all of them */ };

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
} node;

/* `from` is not older than `to`. */
typedef struct edge {
    size_t from, to;
} edge;

typedef struct network {
    annals_chronology *c;
    node *nodes;
    bool *moved; /* of each document: its dates are read anew */
    LIST(edge) edges;
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

/* The day that a mention gives; of one without a year, in a year that stands for any. */
static bool day_of(const annals_mention *m, bool yearless, int64_t *day) {
    const annals_when *w = m->when;
    if (m->impossible || w->uncertain || w->approximate || m->timex->type > ANNALS_TIMEX_TIME) return false;
    if (!yearless) {
        *day = w->begin.earliest.day;
        return annals_bound_known(w->begin.earliest);
    }
    const char *e = w->edtf.data;
    if (w->edtf.length < 10 || memcmp(e, "XXXX-", 5) != 0) return false;
    *day = annals_day_of_civil(NO_YEAR, (e[5] - '0') * 10 + e[6] - '0', (e[8] - '0') * 10 + e[9] - '0');
    return true;
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

/* The head of the document, in which it says what it refers to. */
static annals_text opening(const analysis *x) {
    enum { BLOCKS = 8 };
    size_t last = x->head + BLOCKS < x->blocks.count ? x->head + BLOCKS : x->blocks.count;
    if (!last) return (annals_text){0};
    size_t start = x->blocks.items[x->head < last ? x->head : 0].start, end = start;
    for (size_t i = x->head; i < last && x->blocks.items[i].kind != BLOCK_FOOTNOTE; i++) end = x->blocks.items[i].end;
    annals_text text = text_slice(x->text, start, end);
    return text_slice(text, 0, text.length < 4096 ? text.length : 4096);
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
    if (has_number(opening(x), number)) not_before(n, day, "which it refers to", SIZE_MAX);
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
    if (tells_no_time(kind) || e->limit == LIMIT_UNTIL || !day_of(m, n->yearless, &day)) return;
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
    verb_tense tense = tense_around(x, raw);
    bool fine = m->when->granularity >= ANNALS_DAY;
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
        if (tells_no_time(x->blocks.items[block_of_raw(x, raw)].kind) || !day_of(m, true, &day)) continue;
        if (day < first) first = day;
        if (day > last) last = day;
    }
    if (first > last || last - first > HALF_A_YEAR) return;
    n->yearless = true;
    heed_mentions(net, n, x);
}

/* ---------------------------------------------------------------- what documents say of each other */

/* Do the two have a name in common: is the one's sender the other's recipient, or the same? */
static bool share_name(const annals_document *a, const annals_document *b) {
    const annals_text names[] = {a->sender, a->recipient}, others[] = {b->sender, b->recipient};
    size_t s, e, s2, e2;
    for (size_t i = 0; i < 2; i++)
        for (size_t at = 0; text_word(names[i], at, &s, &e); at = e)
            for (size_t j = 0; e - s > 3 && is_upper((unsigned char)names[i].data[s]) && j < 2; j++)
                for (size_t to = 0; text_word(others[j], to, &s2, &e2); to = e2)
                    if (text_equal(text_slice(names[i], s, e), text_slice(others[j], s2, e2))) return true;
    return false;
}

/* A day of a year, for looking documents up by it. */
typedef struct dated {
    int month_day;
    size_t document;
} dated;

static int by_month_day(const void *a, const void *b) {
    const dated *x = a, *y = b;
    if (x->month_day != y->month_day) return x->month_day - y->month_day;
    return x->document < y->document ? -1 : x->document > y->document;
}

static int month_day_of(int64_t day) {
    int64_t year;
    int month, dom;
    annals_civil_of_day(day, &year, &month, &dom);
    return month * 100 + dom;
}

/* Is the date that of a letter or other paper that is spoken of? */
static bool dates_paper(const analysis *x, size_t raw) {
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, until = x->raws.items[raw].start;
    if (until - s->start > 300) return false;
    for (size_t at = s->start; text_word(x->text, at, &start, &end) && start < until; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_PAPER)) return true;
    return false;
}

/* "There is a letter of the Captain's, of the 3rd of May": the one document of that day that has to do with the same
 * people gives the year. */
static bool refer_yearless(network *net, size_t index, const analysis *x, const dated *days, size_t count) {
    const annals_document *d = &net->c->documents.items[index];
    node *n = &net->nodes[index];
    for (size_t raw = 0; raw < x->raws.count; raw++) {
        int64_t day;
        if (!day_of(&net->c->mentions.items[x->first_mention + raw], true, &day) || !dates_paper(x, raw)) continue;
        int wanted = month_day_of(day);
        size_t found = SIZE_MAX, low = 0, high = count;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (days[middle].month_day < wanted) low = middle + 1;
            else high = middle;
        }
        for (size_t i = low, tried = 0; i < count && days[i].month_day == wanted && tried < 16; i++, tried++) {
            if (days[i].document == index || !share_name(d, &net->c->documents.items[days[i].document])) continue;
            found = found == SIZE_MAX ? days[i].document : SIZE_MAX - 1;
        }
        if (found >= SIZE_MAX - 1) continue;
        if (!ARENA_ROOM(&net->scratch, &net->edges)) return false;
        if (n->yearless) *n = (node){0};
        net->edges.items[net->edges.count++] = (edge){index, found};
    }
    return true;
}

/* "Ref: Your 391", "To our # 1710": documents by their numbers. */
typedef struct numbered {
    annals_text number;
    size_t document;
} numbered;

static int by_number(const void *a, const void *b) {
    const numbered *x = a, *y = b;
    size_t n = x->number.length < y->number.length ? x->number.length : y->number.length;
    int order = n ? memcmp(x->number.data, y->number.data, n) : 0;
    if (order) return order;
    if (x->number.length != y->number.length) return x->number.length < y->number.length ? -1 : 1;
    return x->document < y->document ? -1 : x->document > y->document;
}

/* Has one of the names a word that the text has, in whatever letters? */
static bool names_stand_in(annals_text names, annals_text text) {
    enum { SHORTEST = 4 };
    size_t s, e, s2, e2;
    for (size_t at = 0; text_word(names, at, &s, &e); at = e)
        for (size_t to = 0;
             e - s >= SHORTEST && is_upper((unsigned char)names.data[s]) && text_word(text, to, &s2, &e2); to = e2)
            if (e2 - s2 == e - s && text_same_letters(text_slice(names, s, e), text_slice(text, s2, e2), e - s))
                return true;
    return false;
}

/* A telegram names offices in its head, and who signed it below. */
static bool of_same_people(const network *net, size_t one, size_t other) {
    enum { FOOT = 400 /* bytes */ };
    const annals_document *d = &net->c->documents.items[one], *o = &net->c->documents.items[other];
    const analysis *x = net->c->analyses.items[other];
    if (share_name(d, o)) return true;
    if (!x) return false;
    annals_text foot = text_slice(x->text, x->text.length > FOOT ? x->text.length - FOOT : 0, x->text.length);
    return names_stand_in(d->sender, foot) || names_stand_in(d->recipient, foot);
}

static bool refer_by_number(network *net, size_t index, const analysis *x, const numbered *numbers, size_t count) {
    annals_text text = opening(x);
    size_t start, end;
    bool refers = false;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        bool digit = is_digit((unsigned char)*word.data);
        if (!digit) refers = in_context(x->grammar, word, CONTEXT_POSSESSIVE | CONTEXT_NUMBER_FIELD);
        if (!digit || !refers) continue;
        numbered key = {word, 0};
        size_t low = 0, high = count;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (by_number(&numbers[middle], &key) < 0) low = middle + 1;
            else high = middle;
        }
        bool one = low < count && text_equal(numbers[low].number, word) &&
                   (low + 1 == count || !text_equal(numbers[low + 1].number, word));
        if (!one || numbers[low].document == index) continue;
        if (!of_same_people(net, index, numbers[low].document)) continue;
        if (!ARENA_ROOM(&net->scratch, &net->edges)) return false;
        net->edges.items[net->edges.count++] = (edge){index, numbers[low].document};
    }
    return true;
}

static bool connect(network *net) {
    size_t count = net->c->documents.count, days = 0, numbers = 0;
    dated *dates = arena_alloc(&net->scratch, (count + 1) * sizeof *dates);
    numbered *named = arena_alloc(&net->scratch, (count + 1) * sizeof *named);
    if (!dates || !named) return false;
    for (size_t i = 0; i < count; i++) {
        const annals_document *d = &net->c->documents.items[i];
        int64_t day;
        if (net->nodes[i].dated && document_day(d, &day)) dates[days++] = (dated){month_day_of(day), i};
        if (d->number.length) named[numbers++] = (numbered){d->number, i};
    }
    qsort(dates, days, sizeof *dates, by_month_day);
    qsort(named, numbers, sizeof *named, by_number);
    for (size_t i = 0; i < count; i++) {
        const analysis *x = net->c->analyses.items[i];
        if (!x) continue;
        if (!refer_by_number(net, i, x, named, numbers)) return false;
        if (!net->nodes[i].dated && !refer_yearless(net, i, x, dates, days)) return false;
    }
    return true;
}

/* Draws the bounds along the edges; as each pass can only tighten them, few are needed, and a circle ends them too. */
static void tighten(network *net) {
    enum { MOST_PASSES = 64 };
    bool changed = true;
    for (size_t pass = 0; changed && pass < MOST_PASSES; pass++) {
        changed = false;
        for (size_t i = 0; i < net->edges.count; i++) {
            const edge *e = &net->edges.items[i];
            node *from = &net->nodes[e->from], *to = &net->nodes[e->to];
            if (from->yearless || to->yearless) continue;
            if (!from->dated && to->after.known && (!from->after.known || from->after.day < to->after.day)) {
                not_before(from, to->after.day, "when what it answers was written", e->to);
                changed = true;
            }
            if (!to->dated && from->before.known && (!to->before.known || to->before.day > from->before.day)) {
                not_after(to, from->before.day, "when it was answered", e->from);
                changed = true;
            }
        }
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

/* One of the days between the limits. */
static bool place_between(annals_chronology *c, const node *n, annals_document *d) {
    arena *a = &c->arena;
    annals_text after = day_edtf(a, n, &n->after), before = day_edtf(a, n, &n->before);
    annals_bound open = {.state = ANNALS_BOUND_UNKNOWN};
    annals_bound first = n->after.known && !n->yearless ? bound_of_day(n->after.day) : open;
    annals_bound last = n->before.known && !n->yearless ? bound_of_day(n->before.day) : open;
    bool one = n->after.known && n->before.known && n->after.day == n->before.day;
    d->when = (annals_when){.granularity = ANNALS_DAY};
    d->when.edtf = one ? after
                       : arena_printf(a, "[%.*s..%.*s]", (int)after.length, after.data ? after.data : "",
                                      (int)before.length, before.data ? before.data : "");
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
        const annals_mention *m = &c->mentions.items[x->first_mention + x->first_raw.items[i]];
        int64_t day;
        if (m->when->granularity != ANNALS_DAY || !day_of(m, false, &day)) continue;
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

static annals_status place(network *net, size_t index, annals_error *error) {
    annals_chronology *c = net->c;
    const node *n = &net->nodes[index];
    annals_document *d = &c->documents.items[index];
    if (n->dated || (!n->after.known && !n->before.known)) return ANNALS_OK;
    bool contradict = n->after.known && n->before.known && n->after.day > n->before.day;
    if (contradict) return notice_contradiction(c, n, d) == ANNALS_OK ? ANNALS_OK : no_memory(error);
    if (!place_between(c, n, d)) return no_memory(error);
    bool answers = n->after.known && n->after.document != SIZE_MAX && d->mode == ANNALS_MODE_DOCUMENT;
    bool placed = !n->yearless && n->after.known && (n->before.known || answers);
    net->moved[index] = placed;
    return placed ? resolve_between(c, c->analyses.items[index], error) : ANNALS_OK;
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
    ok = ok && (count < 2 || connect(&net));
    if (ok) tighten(&net);
    annals_status status = ok ? ANNALS_OK : no_memory(error);
    for (size_t i = 0; status == ANNALS_OK && i < count; i++) status = place(&net, i, error);
    if (status == ANNALS_OK) status = tell_anew(c, net.moved, error);
    arena_free(&net.scratch);
    return status;
}
