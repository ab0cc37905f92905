/* kindred.c: "Friday morning.  The dam went in the night": the letter has no date, but others tell of the same and have
 * one.  It is read as if it were of some Friday, and then moved, by weeks, to where most of what it tells is alike with
 * what others date.  Two happenings must agree, and no other week may come near; the day stays uncertain. */
#include "kindred.h"

#include "analysis.h"
#include "between.h"
#include "civil.h"
#include "likeness.h"
#include "text.h"
#include "when.h"

#include <stdlib.h>
#include <string.h>

enum {
    SHARP = 1,     /* a time ends so many days after its first */
    FOLLOWING = 16 /* accounts that have a word */
};

/* An account of a letter would be of one event with a dated one, were the letter of that day. */
typedef struct vote {
    size_t letter;
    int64_t day;
    uint32_t account, other;
    size_t document; /* of the other */
} vote;

typedef struct posting {
    uint32_t word, account;
} posting;

/* A letter without a date, as it was before it was read as of a day that stands for any. */
typedef struct letter {
    size_t document;
    annals_when when;
    annals_mention *mentions;
} letter;

typedef struct kindred {
    annals_chronology *c;
    LIST(letter) letters;
    LIST(posting) postings;
    LIST(vote) votes;
    size_t *letter_of; /* of each document, and one; 0: it is none */
    bool *is_letter;   /* likewise */
    account_list list;
    kin *kin;
    arena scratch;
} kindred;

/* ---------------------------------------------------------------- letters */

/* The weekday that the letter's first line gives, or UNSET. */
static int32_t weekday_of(const analysis *x) {
    enum { HEAD = 4 /* blocks */ };
    if (!x->raws.count) return UNSET;
    const raw_mention *m = &x->raws.items[0];
    size_t index = block_of_raw(x, 0);
    const block *b = &x->blocks.items[index];
    bool ends = text_trim(text_slice(x->text, m->end, b->end)).length <= 1;
    bool one = m->expr->kind == EXPR_POINT && m->expr->day == UNSET && !m->expr->limit;
    return one && ends && index < x->head + HEAD ? m->expr->weekday : UNSET;
}

static bool is_undated(const annals_document *d) {
    bool open = !annals_bound_known(d->when.begin.earliest) || !annals_bound_known(d->when.end.latest);
    return (d->basis == ANNALS_BASIS_UNKNOWN || d->basis == ANNALS_BASIS_INFERRED) && open;
}

static annals_status read_as_of(annals_chronology *c, size_t document, int64_t day, annals_error *error) {
    annals_document *d = &c->documents.items[document];
    d->when = (annals_when){.granularity = ANNALS_DAY, .uncertain = true};
    when_span(&d->when, day, day);
    return resolve_between(c, c->analyses.items[document], false, error);
}

static annals_status take_letter(kindred *k, size_t document, int32_t weekday, annals_error *error) {
    analysis *x = k->c->analyses.items[document];
    letter l = {.document = document, .when = k->c->documents.items[document].when};
    l.mentions = arena_copy(&k->scratch, &k->c->mentions.items[x->first_mention], x->raws.count, sizeof *l.mentions);
    if (!l.mentions || !ARENA_ROOM(&k->scratch, &k->letters)) return no_memory(error);
    k->letters.items[k->letters.count++] = l;
    k->letter_of[document] = k->letters.count;
    k->is_letter[document] = true;
    int64_t any = annals_day_of_civil(2000, 1, 2 + weekday); /* a Sunday, and so many days */
    return read_as_of(k->c, document, any, error);
}

static annals_status find_letters(kindred *k, annals_error *error) {
    size_t count = k->c->documents.count;
    k->letter_of = arena_alloc(&k->scratch, count * sizeof *k->letter_of);
    k->is_letter = arena_alloc(&k->scratch, count * sizeof *k->is_letter);
    annals_status status = k->letter_of && k->is_letter ? ANNALS_OK : no_memory(error);
    for (size_t i = 0; status == ANNALS_OK && i < count; i++) {
        const analysis *x = k->c->analyses.items[i];
        if (!x || x->chronicle || !is_undated(&k->c->documents.items[i])) continue;
        int32_t weekday = weekday_of(x);
        if (weekday != UNSET) status = take_letter(k, i, weekday, error);
    }
    return status;
}

/* ---------------------------------------------------------------- votes */

static size_t letter_of_account(const kindred *k, const account *a) {
    const annals_event *e = &k->c->events.items[a->event];
    return e->source_count ? k->letter_of[e->sources[0].document] : 0;
}

static bool is_sharp(const account *a) {
    return !a->open && a->last - a->first <= SHARP && !a->own && a->kind != ANNALS_CITATION;
}

static int by_word(const void *a, const void *b) {
    const posting *x = a, *y = b;
    if (x->word != y->word) return x->word < y->word ? -1 : 1;
    return (x->account > y->account) - (x->account < y->account);
}

/* What dated documents tell, by the words of its labels. */
static bool index_dated(kindred *k) {
    for (uint32_t i = 0; i < k->list.count; i++) {
        const account *a = &k->list.items[i];
        if (!is_sharp(a) || a->document >= k->list.document_count || letter_of_account(k, a)) continue;
        for (size_t j = 0; j < a->word_count; j++) {
            if (!a->words[j].label) continue;
            if (!ARENA_ROOM(&k->scratch, &k->postings)) return false;
            k->postings.items[k->postings.count++] = (posting){a->words[j].word, i};
        }
    }
    if (k->postings.count) qsort(k->postings.items, k->postings.count, sizeof *k->postings.items, by_word);
    return true;
}

static size_t first_of_word(const kindred *k, uint32_t word) {
    size_t low = 0, high = k->postings.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (k->postings.items[middle].word < word) low = middle + 1;
        else high = middle;
    }
    return low;
}

static bool compare(kindred *k, uint32_t index, uint32_t other) {
    enum { WEEK = 7 };
    account a = k->list.items[index];
    const account *b = &k->list.items[other];
    int64_t days = b->first - a.first;
    size_t l = letter_of_account(k, &a) - 1;
    a.first += days;
    a.last += days;
    if (days % WEEK || likeness(k->c, &k->list, k->kin, &a, b) < LIKELY) return true;
    if (!ARENA_ROOM(&k->scratch, &k->votes)) return false;
    int64_t day = k->c->documents.items[k->letters.items[l].document].when.begin.earliest.day + days;
    k->votes.items[k->votes.count++] = (vote){l, day, index, other, k->c->events.items[b->event].sources[0].document};
    return true;
}

static bool vote_of(kindred *k, uint32_t index) {
    const account *a = &k->list.items[index];
    for (size_t i = 0; i < a->word_count; i++) {
        if (!a->words[i].label) continue;
        uint32_t word = a->words[i].word;
        size_t at = first_of_word(k, word), end = at + FOLLOWING;
        for (; at < k->postings.count && at < end && k->postings.items[at].word == word; at++)
            if (!compare(k, index, k->postings.items[at].account)) return false;
    }
    return true;
}

static int by_day(const void *a, const void *b) {
    const vote *x = a, *y = b;
    if (x->letter != y->letter) return x->letter < y->letter ? -1 : 1;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    if (x->account != y->account) return x->account < y->account ? -1 : 1;
    return (x->other > y->other) - (x->other < y->other);
}

static bool take_votes(kindred *k) {
    if (!list_accounts(k->c, &k->list) || !(k->kin = kin_of(&k->list)) || !index_dated(k)) return false;
    for (uint32_t i = 0; i < k->list.count; i++)
        if (is_sharp(&k->list.items[i]) && letter_of_account(k, &k->list.items[i]) && !vote_of(k, i)) return false;
    if (k->votes.count) qsort(k->votes.items, k->votes.count, sizeof *k->votes.items, by_day);
    return true;
}

/* ---------------------------------------------------------------- the day */

/* The day for which most of the letter's accounts speak, and how many; none where another comes near.  Its votes begin
 * at `*at`, which is moved behind them. */
static const vote *elect(const kindred *k, size_t l, size_t *at, size_t *agree) {
    enum { LEAST = 2, LEAD = 2 };
    const vote *best = NULL, *votes = k->votes.items;
    size_t second = 0;
    *agree = 0;
    while (*at < k->votes.count && votes[*at].letter == l) {
        const vote *first = &votes[*at];
        size_t here = 0;
        for (uint32_t last = UINT32_MAX; *at < k->votes.count && votes[*at].letter == l && votes[*at].day == first->day;
             ++*at) {
            here += votes[*at].account != last;
            last = votes[*at].account;
        }
        if (here > *agree) second = *agree, *agree = here, best = first;
        else if (here > second) second = here;
    }
    return *agree >= LEAST && *agree >= LEAD * second ? best : NULL;
}

static annals_status set_day(kindred *k, size_t l, const vote *v, size_t agree, annals_error *error) {
    annals_document *d = &k->c->documents.items[k->letters.items[l].document];
    annals_text source = k->c->documents.items[v->document].source;
    char iso[ANNALS_BOUND_SIZE];
    annals_bound_iso(bound_of_day(v->day), iso);
    d->basis = ANNALS_BASIS_INFERRED;
    d->basis_from = arena_printf(&k->c->arena, "its weekday, and %zu happenings that others date, such as %.*s", agree,
                                 (int)source.length, source.data);
    annals_text edtf = arena_printf(&k->c->arena, "%s?", iso);
    if (!d->basis_from.data || !edtf.data) return no_memory(error);
    annals_status status = read_as_of(k->c, k->letters.items[l].document, v->day, error);
    d->when.edtf = edtf;
    return status;
}

static void restore(kindred *k, const letter *l) {
    const analysis *x = k->c->analyses.items[l->document];
    k->c->documents.items[l->document].when = l->when;
    memcpy(&k->c->mentions.items[x->first_mention], l->mentions, x->raws.count * sizeof *l->mentions);
}

static annals_status settle_letters(kindred *k, annals_error *error) {
    annals_status status = ANNALS_OK;
    for (size_t i = 0, at = 0, agree; status == ANNALS_OK && i < k->letters.count; i++) {
        const vote *v = elect(k, i, &at, &agree);
        if (v) status = set_day(k, i, v, agree, error);
        else restore(k, &k->letters.items[i]);
    }
    return status == ANNALS_OK ? tell_anew(k->c, k->is_letter, error) : status;
}

annals_status date_by_kindred(annals_chronology *c, annals_error *error) {
    kindred k = {.c = c};
    if (c->documents.count < 2) return ANNALS_OK;
    annals_status status = find_letters(&k, error);
    const bool any = k.letters.count;
    if (status == ANNALS_OK && any) status = tell_anew(c, k.is_letter, error);
    if (status == ANNALS_OK && any) {
        status = take_votes(&k) ? settle_letters(&k, error) : no_memory(error);
        free_accounts(&k.list);
        kin_free(k.kin);
    }
    arena_free(&k.scratch);
    return status;
}
