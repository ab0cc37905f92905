/* cluster.c: accounts that are alike -> groups, each of one event.
 *
 * Whom an account is compared with is found by time and by words, never by looking at all: some others of its day
 * whose documents tell of the same matter, and for its rarest words those accounts next in time that have them as well.
 * A pair is the likelier, the less anything else that the two documents tell fits as well.
 * Then the likeliest pairs are joined first, and groups as a whole must be alike, with no two accounts of one document.
 */
#include "cluster.h"
#include "likeness.h"

#include <stdlib.h>
#include <string.h>

enum {
    NEIGHBOURS = 12,  /* accounts of the same day, of kin */
    OF_A_DAY = 24,    /* that are asked whether they are */
    RAREST = 6,       /* words of a label */
    FOLLOWING = 8,    /* accounts that have the word */
    MEMBERS = 8,      /* of a group that are asked */
    FAINT = -300,     /* the least likeness that makes a pair a rival of others */
    LEAST = -75,      /* likeness that a lead over all rivals can make up for */
    LEAST_APART = 30, /* likewise, of two that disagree on the time */
    SLACK = 312,      /* by which groups as a whole may be less alike than their likeliest pair */
    TWICE = 230,      /* by which they must be more alike, where a document tells of it twice */
    SHARP = 3,
    REACH = 3660 /* days between accounts that disagree, at most: years of antiquity */
};

typedef struct edge {
    int likeness;
    bool apart; /* they say other times, or one denies it */
    uint32_t a, b;
} edge;

typedef struct posting {
    uint32_t word, account;
} posting;

typedef struct dated {
    int64_t day; /* or the number of a longer time */
    uint32_t account;
} dated;

/* Where an account stands among the postings and the days. */
typedef struct places {
    uint32_t words[RAREST], days[SHARP];
    uint8_t word_count, day_count;
} places;

typedef struct group {
    uint32_t next;       /* account in its group, around */
    uint32_t head, size; /* of a head: how many */
} group;

typedef struct clusterer {
    const annals_chronology *c;
    const account_list *list;
    kin *kin;
    posting *postings;
    dated *days;
    places *places; /* of each account */
    size_t posting_count, day_count;
    struct {
        edge *items;
        size_t count, capacity;
    } edges;
    arena arena;
    group *groups;
} clusterer;

/* ---------------------------------------------------------------- who is compared */

#define LONG_TIME (UINT64_C(1) << 32) /* days, more than there are */

static int by_day(const void *a, const void *b) {
    const dated *x = a, *y = b;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    return (x->account > y->account) - (x->account < y->account);
}

static int by_word(const void *a, const void *b) {
    const posting *x = a, *y = b;
    if (x->word != y->word) return x->word < y->word ? -1 : 1;
    return (x->account > y->account) - (x->account < y->account);
}

/* The rarest words of the label. */
static size_t rarest_words(const clusterer *u, const account *a, uint32_t *rarest) {
    size_t count = 0;
    for (size_t i = 0; i < a->word_count; i++) {
        if (!a->words[i].label) continue;
        uint32_t word = a->words[i].word;
        size_t at = count < RAREST ? count++ : RAREST;
        while (at && u->list->weights[rarest[at - 1]] < u->list->weights[word]) {
            if (at < RAREST) rarest[at] = rarest[at - 1];
            at--;
        }
        if (at < RAREST) rarest[at] = word;
    }
    return count;
}

/* A day, and each of a few; of longer times only those that are the same. */
static void add_days(clusterer *u, const account *a, uint32_t number) {
    int64_t length = a->last - a->first;
    if (length >= SHARP)
        u->days[u->day_count++] = (dated){(int64_t)((uint64_t)a->first + (uint64_t)length * LONG_TIME), number};
    for (int64_t day = a->first; length < SHARP && day <= a->last; day++)
        u->days[u->day_count++] = (dated){day, number};
}

static void find_places(clusterer *u) {
    for (size_t i = 0; i < u->posting_count; i++) {
        places *p = &u->places[u->postings[i].account];
        p->words[p->word_count++] = (uint32_t)i;
    }
    for (size_t i = 0; i < u->day_count; i++) {
        places *p = &u->places[u->days[i].account];
        p->days[p->day_count++] = (uint32_t)i;
    }
}

static bool make_indexes(clusterer *u) {
    size_t count = u->list->count;
    u->postings = malloc((count * RAREST + 1) * sizeof *u->postings);
    u->days = malloc((count * SHARP + 1) * sizeof *u->days);
    u->places = calloc(count + 1, sizeof *u->places);
    if (!u->postings || !u->days || !u->places) return false;
    for (size_t i = 0; i < count; i++) {
        const account *a = &u->list->items[i];
        uint32_t rarest[RAREST];
        size_t words = rarest_words(u, a, rarest);
        for (size_t j = 0; j < words; j++) u->postings[u->posting_count++] = (posting){rarest[j], (uint32_t)i};
        add_days(u, a, (uint32_t)i);
    }
    qsort(u->postings, u->posting_count, sizeof *u->postings, by_word);
    qsort(u->days, u->day_count, sizeof *u->days, by_day);
    find_places(u);
    return true;
}

static bool compare(clusterer *u, uint32_t a, uint32_t b) {
    const account *x = &u->list->items[a], *y = &u->list->items[b];
    edge e = {likeness(u->c, u->list, u->kin, x, y), times_apart(x, y) || denies_other(x, y), a, b};
    if (e.likeness < FAINT) return true;
    if (!ARENA_ROOM(&u->arena, &u->edges)) return false;
    u->edges.items[u->edges.count++] = e;
    return true;
}

static bool are_kin(const clusterer *u, uint32_t a, uint32_t b) {
    return kinship(u->kin, u->list->items[a].document, u->list->items[b].document) > 0;
}

/* Whom one account is compared with: each once, though words and days may name him several times. */
typedef struct others {
    uint32_t accounts[SHARP * NEIGHBOURS + RAREST * FOLLOWING];
    size_t count;
} others;

static void ask(others *o, uint32_t number) {
    size_t at = o->count;
    while (at && o->accounts[at - 1] > number) at--;
    if (at && o->accounts[at - 1] == number) return;
    memmove(&o->accounts[at + 1], &o->accounts[at], (o->count++ - at) * sizeof *o->accounts);
    o->accounts[at] = number;
}

/* What strangers tell of the day counts for nothing. */
static void ask_day(const clusterer *u, size_t i, others *o) {
    const dated *d = &u->days[i];
    size_t asked = 0;
    for (size_t j = i + 1; j < u->day_count && j <= i + OF_A_DAY && u->days[j].day == d->day && asked < NEIGHBOURS;
         j++) {
        if (!are_kin(u, d->account, u->days[j].account)) continue;
        ask(o, u->days[j].account);
        asked++;
    }
}

/* Accounts are sorted by their first day, and so are those of a word. */
static void ask_word(const clusterer *u, size_t i, others *o) {
    const posting *p = &u->postings[i];
    const account *a = &u->list->items[p->account];
    for (size_t j = i + 1; j < u->posting_count && j <= i + FOLLOWING && u->postings[j].word == p->word; j++) {
        const account *b = &u->list->items[u->postings[j].account];
        if (b->first - a->last > REACH) break;
        ask(o, u->postings[j].account);
    }
}

/* Pairs come in the order of their accounts, as those that follow an account by word and by day stand behind it. */
static bool compare_all(clusterer *u) {
    for (uint32_t i = 0; i < u->list->count; i++) {
        const places *p = &u->places[i];
        others o = {.count = 0};
        for (size_t j = 0; j < p->day_count; j++) ask_day(u, p->days[j], &o);
        for (size_t j = 0; j < p->word_count; j++) ask_word(u, p->words[j], &o);
        for (size_t j = 0; j < o.count; j++)
            if (!compare(u, i, o.accounts[j])) return false;
    }
    return true;
}

/* ---------------------------------------------------------------- rivals */

/* One side of a pair: what an account is like among those of another document. */
typedef struct rival {
    uint32_t account, document; /* of the other account */
    int likeness;
    uint32_t other;
} rival;

static int by_rivalry(const void *a, const void *b) {
    const rival *x = a, *y = b;
    if (x->account != y->account) return x->account < y->account ? -1 : 1;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    if (x->likeness != y->likeness) return x->likeness > y->likeness ? -1 : 1;
    return (x->other > y->other) - (x->other < y->other);
}

static rival side_of(const clusterer *u, const edge *e, uint32_t one, uint32_t other) {
    return (rival){one, u->list->items[other].document, e->likeness, other};
}

/* How much the likeliest other of that document is like the account. */
static int rival_of(const rival *rivals, size_t count, const rival *side) {
    size_t low = 0, high = count;
    const rival first = {side->account, side->document, SAME_WORDS + 1, 0};
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_rivalry(&rivals[middle], &first) < 0) low = middle + 1;
        else high = middle;
    }
    if (low < count && rivals[low].other == side->other) low++;
    bool found = low < count && rivals[low].account == side->account && rivals[low].document == side->document;
    return found ? rivals[low].likeness : FAINT;
}

/* In hundredths, as the likeness: how much of the lead counts, and what is asked for where there is none.  Logistic
 * regression, as for the signs of likeness.c. */
static int with_lead(int likeness, int lead) {
    enum { MOST = 400, SHARE = 70, ASKED = 80, HUNDRED = 100 };
    lead = lead > MOST ? MOST : lead < -MOST ? -MOST : lead;
    return likeness + lead * SHARE / HUNDRED - ASKED;
}

/* What is left are pairs that are likely enough, with their rivals looked at. */
static bool weigh_rivals(clusterer *u) {
    size_t count = u->edges.count, kept = 0;
    rival *rivals = malloc((2 * count + 1) * sizeof *rivals);
    if (!rivals) return false;
    for (size_t i = 0; i < count; i++) {
        const edge *e = &u->edges.items[i];
        rivals[2 * i] = side_of(u, e, e->a, e->b);
        rivals[2 * i + 1] = side_of(u, e, e->b, e->a);
    }
    qsort(rivals, 2 * count, sizeof *rivals, by_rivalry);
    for (size_t i = 0; i < count; i++) {
        edge e = u->edges.items[i];
        if (e.likeness < (e.apart ? LEAST_APART : LEAST)) continue;
        const rival a = side_of(u, &e, e.a, e.b), b = side_of(u, &e, e.b, e.a);
        int of_a = rival_of(rivals, 2 * count, &a), of_b = rival_of(rivals, 2 * count, &b);
        e.likeness = with_lead(e.likeness, e.likeness - (of_a > of_b ? of_a : of_b));
        if (e.likeness >= (e.apart ? LIKELY_APART : LIKELY)) u->edges.items[kept++] = e;
    }
    u->edges.count = kept;
    free(rivals);
    return true;
}

/* ---------------------------------------------------------------- groups */

static int by_likeness(const void *a, const void *b) {
    const edge *x = a, *y = b;
    if (x->apart != y->apart) return x->apart ? 1 : -1;
    if (x->likeness != y->likeness) return x->likeness > y->likeness ? -1 : 1;
    if (x->a != y->a) return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static uint32_t head_of(group *groups, uint32_t i) {
    while (groups[i].head != i) {
        groups[i].head = groups[groups[i].head].head;
        i = groups[i].head;
    }
    return i;
}

/* Is nothing told of their hours that parts them? */
static bool same_hour(const account *a, const account *b) {
    enum { HALF_HOUR = 30 };
    if (a->from < 0 || b->from < 0 || a->first != b->first) return parts_agree(a, b);
    return a->from <= b->until + HALF_HOUR && b->from <= a->until + HALF_HOUR;
}

/* "I heard the shots at half past ten ... The soldiers fired that day": one document may tell of a thing in two
 * clauses, as far as their times allow. */
static bool tell_alike(const account *a, const account *b) {
    if (times_apart(a, b) || a->kind != b->kind || a->kind == ANNALS_DOCUMENT || a->modality != b->modality)
        return false;
    if (a->says != b->says) return false;
    return same_hour(a, b) && !(a->from >= 0 && b->from >= 0 && a->from != b->from);
}

/* On the whole as likely as need be, and no document tells of it twice but where that is most likely, or as what
 * somebody else said. */
static bool alike(const clusterer *u, uint32_t x, uint32_t y, bool apart) {
    int least = apart ? LIKELY_APART : LIKELY;
    int sum = 0, count = 0;
    uint32_t a = x, b;
    int members_a = 0, members_b;
    bool told_twice = false, hours = true;
    do {
        members_b = 0;
        b = y;
        do {
            const account *p = &u->list->items[a], *q = &u->list->items[b];
            int like = likeness(u->c, u->list, u->kin, p, q);
            bool twice = p->document == q->document && !apart && like < least;
            if (twice ? !tell_alike(p, q) : like <= UNLIKELY) return false;
            told_twice |= twice;
            hours &= same_hour(p, q);
            sum += twice ? 0 : like;
            count += !twice;
            b = u->groups[b].next;
        } while (b != y && ++members_b < MEMBERS);
        a = u->groups[a].next;
    } while (a != x && ++members_a < MEMBERS);
    if (told_twice && !hours) return false;
    return count && sum >= count * (told_twice ? least + TWICE : least - SLACK);
}

static void join_groups(group *groups, uint32_t x, uint32_t y) {
    if (groups[x].size < groups[y].size || (groups[x].size == groups[y].size && y < x)) {
        uint32_t swap = x;
        x = y;
        y = swap;
    }
    uint32_t next = groups[x].next;
    groups[x].next = groups[y].next;
    groups[y].next = next;
    groups[y].head = x;
    groups[x].size += groups[y].size;
}

static void join_likely(clusterer *u) {
    if (u->edges.count) qsort(u->edges.items, u->edges.count, sizeof *u->edges.items, by_likeness);
    for (size_t i = 0; i < u->edges.count; i++) {
        const edge *e = &u->edges.items[i];
        uint32_t x = head_of(u->groups, e->a), y = head_of(u->groups, e->b);
        if (x != y && alike(u, x, y, e->apart)) join_groups(u->groups, x, y);
    }
}

/* ---------------------------------------------------------------- the whole */

static bool start_groups(clusterer *u) {
    size_t count = u->list->count;
    u->kin = kin_of(u->list);
    u->groups = malloc((count + 1) * sizeof *u->groups);
    if (!u->kin || !u->groups) return false;
    for (uint32_t i = 0; i < count; i++) u->groups[i] = (group){i, i, 1};
    return true;
}

/* The groups of more than one, by the first account of each. */
static bool collect(const clusterer *u, account_groups *out) {
    size_t count = u->list->count;
    out->members = malloc((count + 1) * sizeof *out->members);
    out->ends = malloc((count + 1) * sizeof *out->ends);
    bool *done = calloc(count + 1, sizeof *done);
    bool ok = out->members && out->ends && done;
    for (uint32_t i = 0, filled = 0; ok && i < count; i++) {
        if (done[i] || u->groups[i].next == i) continue;
        uint32_t j = i;
        do {
            out->members[filled++] = j;
            done[j] = true;
            j = u->groups[j].next;
        } while (j != i);
        out->ends[out->count++] = filled;
    }
    free(done);
    return ok;
}

bool group_accounts(const annals_chronology *c, const account_list *list, account_groups *out) {
    clusterer u = {.c = c, .list = list};
    *out = (account_groups){0};
    bool ok = start_groups(&u) && make_indexes(&u) && compare_all(&u) && weigh_rivals(&u);
    if (ok) join_likely(&u);
    ok = ok && collect(&u, out);
    kin_free(u.kin);
    free(u.groups);
    free(u.postings);
    free(u.days);
    free(u.places);
    arena_free(&u.arena);
    return ok;
}

void free_groups(account_groups *groups) {
    free(groups->members);
    free(groups->ends);
}
