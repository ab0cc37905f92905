/* anchor.c: times counted from an event ("two days after the landing") take the date that the document gives the event,
 * before or behind them.  A date is the event's when its clause has the head of the event's name, or a verb that tells
 * it ("They landed on 5 May", "He died"); where several dates could be, those that share more of the name's words are.
 *
 * What nothing dates stays open at the precision of its unit, as in TIMEX2: XXXX-XX-XX for days, XXXX-XX for months. */
#include "civil.h"
#include "language.h"
#include "mask.h"
#include "resolver.h"
#include "stem.h"
#include "text.h"
#include "twins.h"
#include "when.h"

enum {
    KEY = STEM_KEY,
    MOST_CANDIDATES = 8, /* dates of one name that are compared */
    MOST_TRIED = 32,     /* names of one key, and mentions without a date */
    REACH = 200,         /* bytes between an event and its date */
    NEAR = 100,          /* bytes between the words of its name */
    MANY_OPEN = UINT8_MAX
};

typedef struct candidate {
    size_t mention; /* that dates it */
    size_t word;    /* byte of the name's head there */
    size_t sentence;
    enum { UNASKED, BEGINS, ENDS } tells; /* whether its sentence tells how it began */
} candidate;

/* The head of an event's name, as the phrases of a document have it. */
typedef struct event_name {
    annals_text stem;
    candidate candidates[MOST_CANDIDATES];
    size_t count;
    size_t first_word, word_count;
} event_name;

/* A word that tells of it: its stem, or one that stands for it as it is, "died" for "death". */
typedef struct event_word {
    annals_text text;
    uint32_t name; /* its index */
    uint32_t next; /* of the same key: its index and one, or 0 */
    bool whole;
} event_word;

typedef struct anchorer {
    resolver *r;
    LIST(event_name) names;
    LIST(event_word) words;
    uint32_t *slots; /* a word's index and one, or 0 */
    uint8_t *open;   /* of each slot: how many words' names have room for another date; MANY_OPEN: nobody counts */
    size_t mask, open_names, short_words; /* of the open ones' words: those shorter than a key */
    arena scratch;                        /* for all of it */
    byte_map map;                         /* of the sentence at hand */
} anchorer;

/* ---------------------------------------------------------------- names */

/* By the first letters, case aside, of which a word and its stem have the same: at most so many of `length` bytes. */
static inline size_t slot_of(const anchorer *x, annals_text text, size_t at, size_t length) {
    const uint32_t small = UINT32_C(0x20202020);
    size_t left = text.length - at;
    uint64_t key = bytes_key(text.data + at, left < KEY ? left : KEY);
    if (length < KEY) key &= (UINT64_C(1) << 8 * length) - 1;
    return (size_t)(((uint32_t)key | small) * UINT32_C(0x9E3779B1) >> 12) & x->mask;
}

static size_t slot_of_word(const anchorer *x, annals_text word) {
    return slot_of(x, word, 0, word.length);
}

static bool same_letters(annals_text a, annals_text b) {
    return a.length == b.length && text_same_letters(a, b, a.length);
}

static event_name *find_name(const anchorer *x, annals_text stem) {
    int tried = 0;
    for (uint32_t i = x->slots[slot_of_word(x, stem)]; i && tried < MOST_TRIED; tried++) {
        const event_word *word = &x->words.items[i - 1];
        if (!word->whole && same_letters(word->text, stem)) return &x->names.items[word->name];
        i = word->next;
    }
    return NULL;
}

bool counts_from_event(const raw_mention *raw) {
    return raw->expr->base == BASE_EVENT && raw->range == ANNALS_RANGE_NONE;
}

static annals_text head_of(const resolver *r, const expr *e) {
    return text_slice(r->x->text, e->event->head_start, e->event->head_end);
}

static annals_text name_stem(const resolver *r, const expr *e) {
    return stem_of(r->x->grammar, head_of(r, e));
}

/* A word more of the newest name. */
static bool add_word(anchorer *x, annals_text text, bool whole) {
    if (!ARENA_ROOM(&x->scratch, &x->words)) return false;
    size_t slot = slot_of_word(x, text);
    const event_word word = {text, (uint32_t)x->names.count - 1, x->slots[slot], whole};
    x->words.items[x->words.count++] = word;
    x->slots[slot] = (uint32_t)x->words.count;
    if (x->open[slot] < MANY_OPEN) x->open[slot]++;
    x->names.items[word.name].word_count++;
    x->short_words += text.length < KEY;
    return true;
}

static bool add_name(anchorer *x, annals_text head) {
    const grammar *g = x->r->x->grammar;
    annals_text stem = stem_of(g, head);
    if (find_name(x, stem)) return true;
    if (!ARENA_ROOM(&x->scratch, &x->names)) return false;
    x->names.items[x->names.count++] = (event_name){.stem = stem, .first_word = x->words.count};
    x->open_names++;
    bool added = add_word(x, stem, false);
    for (const deed_word *deed = deeds_of(g, head); added && deed && deed->noun; deed++) {
        if (!text_same_word(head, deed->noun)) break;
        added = add_word(x, annals_text_of(deed->verb), true);
    }
    return added;
}

static bool gather_names(anchorer *x) {
    const analysis *a = x->r->x;
    const size_t count = x->r->of_events.count, *raws = x->r->of_events.items;
    size_t size = 1 << 14; /* mostly empty, so that most words are passed over at once */
    while (size < 2 * count) size *= 2;
    x->slots = arena_alloc(&x->scratch, size * sizeof *x->slots);
    x->open = arena_alloc(&x->scratch, size);
    if (!x->slots || !x->open) return false;
    x->mask = size - 1;
    for (size_t i = 0; i < count; i++)
        if (!add_name(x, head_of(x->r, a->raws.items[raws[i]].expr))) return false;
    return true;
}

/* ---------------------------------------------------------------- dates of events */

/* A mention that can date an event: a day, month or year that is known. */
static bool dates(const resolver *r, size_t raw) {
    const raw_mention *x = &r->x->raws.items[raw];
    const annals_mention *m = &r->c->mentions.items[r->x->first_mention + raw];
    bool point = x->expr->kind == EXPR_POINT && x->range == ANNALS_RANGE_NONE && !x->expr->limit;
    return point && !counts_from_event(x) && annals_bound_known(m->when->begin.earliest) &&
           annals_bound_known(m->when->end.latest) && m->when->granularity >= ANNALS_YEAR;
}

/* Another clause begins between the two places. */
static bool clause_between(const analysis *a, size_t from, size_t until) {
    size_t start, end;
    for (size_t i = from; i < until; i++)
        if (byte_in(a->text.data[i], ",;:")) return true;
    for (size_t at = from; text_word(a->text, at, &start, &end) && end <= until; at = end)
        if (in_context(a->grammar, text_slice(a->text, start, end), CONTEXT_JOINER)) return true;
    return false;
}

/* How far a word stands from a date; dates in its own clause come first. */
static size_t gap_to(const analysis *a, size_t raw, size_t start, size_t end) {
    const raw_mention *m = &a->raws.items[raw];
    size_t from = end <= m->start ? end : m->end, until = end <= m->start ? m->start : start;
    if (until <= from) return 0;
    size_t gap = until - from;
    return gap > REACH ? gap : gap + (clause_between(a, from, until) ? REACH : 0);
}

/* The date nearest to a word, of the one `before` it and those from `next` to `last` behind; or SIZE_MAX. */
static size_t nearest_date(const resolver *r, size_t before, size_t next, size_t last, size_t start, size_t end) {
    size_t tries = next + MOST_TRIED < last ? next + MOST_TRIED : last;
    while (next < tries && !dates(r, next)) next++;
    size_t gap = before == SIZE_MAX ? SIZE_MAX : gap_to(r->x, before, start, end);
    size_t gap_behind = next == tries ? SIZE_MAX : gap_to(r->x, next, start, end);
    if (gap > 2 * REACH && gap_behind > 2 * REACH) return SIZE_MAX;
    return gap_behind < gap ? next : before;
}

/* A name that has all its dates is looked for no more, which matters in large documents. */
static void close_name(anchorer *x, const event_name *name) {
    for (size_t i = name->first_word; i < name->first_word + name->word_count; i++) {
        size_t slot = slot_of_word(x, x->words.items[i].text);
        if (x->open[slot] < MANY_OPEN) x->open[slot]--;
        x->short_words -= x->words.items[i].text.length < KEY;
    }
    x->open_names--;
}

static void add_candidate(anchorer *x, event_name *name, candidate c) {
    name->candidates[name->count++] = c;
    if (name->count == MOST_CANDIDATES) close_name(x, name);
}

/* Does a word begin like a name?  Most sentences have none, and need no closer look. */
static bool may_name(const anchorer *x) {
    const byte_map *map = &x->map;
    for (size_t i = 0; i < map->count; i++) {
        uint64_t starts = word_starts(map, i);
        if (!x->short_words) starts &= word_runs(map, i, KEY);
        for (; starts; starts &= starts - 1) {
            size_t at = map->start + 64 * i + (size_t)__builtin_ctzll(starts);
            if (x->open[slot_of(x, x->r->x->text, at, x->short_words ? word_length(map, at, KEY) : KEY)]) return true;
        }
    }
    return false;
}

/* The next word of a name that this one tells of, from place `i` of the words on; 0: there is none. */
static uint32_t next_told(const anchorer *x, annals_text word, annals_text stem, uint32_t i) {
    for (int tried = 0; i && tried < MOST_TRIED; tried++, i = x->words.items[i - 1].next) {
        const event_word *w = &x->words.items[i - 1];
        bool told = w->whole ? same_letters(w->text, word) : stems_akin(w->text, stem);
        if (told && x->names.items[w->name].count < MOST_CANDIDATES) return i;
    }
    return 0;
}

/* "The Fire Brigade was called on 5 May" does not date "the fire": a capital that goes on with another is a name. */
static bool names_another(const analysis *a, const sentence *s, size_t start, size_t end, annals_text stem) {
    size_t next, behind;
    if (start == s->start || !text_begins_upper(text_slice(a->text, start, end)) || text_begins_upper(stem))
        return false;
    return text_word(a->text, end, &next, &behind) && next == end + 1 && behind <= s->end &&
           text_begins_upper(text_slice(a->text, next, behind));
}

/* One sentence's words against the names; its mentions are the raw ones from `first` to `last`.  False where none of
 * its words tells of any. */
static bool read_sentence(anchorer *x, size_t index, size_t first, size_t last) {
    const resolver *r = x->r;
    const analysis *a = r->x;
    const sentence *s = &a->sentences.items[index];
    size_t start, end, before = SIZE_MAX, next = first, clear = s->start;
    int aside = 0; /* words that stand close behind "after" or "since" */
    bool tells = false;
    for (size_t at = s->start; text_word(a->text, at, &start, &end) && end <= s->end; at = end) {
        for (; next < last && a->raws.items[next].start <= start; next++) {
            if (counts_from_event(&a->raws.items[next])) clear = a->raws.items[next].end;
            if (dates(r, next)) before = next;
        }
        annals_text word = text_slice(a->text, start, end);
        aside = in_context(a->grammar, word, CONTEXT_COUNTS_FROM) ? 4 : aside ? aside - 1 : 0;
        if (!x->open[slot_of_word(x, word)] || start < clear || aside) continue;
        annals_text stem = stem_of(a->grammar, word);
        uint32_t told = next_told(x, word, stem, x->slots[slot_of_word(x, word)]);
        tells |= told != 0;
        size_t date = told ? nearest_date(r, before, next, last, start, end) : SIZE_MAX;
        for (; date != SIZE_MAX && told; told = next_told(x, word, stem, x->words.items[told - 1].next)) {
            event_name *name = &x->names.items[x->words.items[told - 1].name];
            if (names_another(a, s, start, end, name->stem)) continue;
            add_candidate(x, name, (candidate){.mention = a->first_mention + date, .word = start, .sentence = index});
        }
    }
    return tells;
}

/* One sentence, whose mentions are the raw ones from `first` to `last`. */
static bool gather_from(anchorer *x, size_t first, size_t last) {
    const analysis *a = x->r->x;
    const sentence *s = &a->sentences.items[a->sentence_of.items[first]];
    bool dated = false;
    if (twins_ask(a, first, TRAIT_NAMELESS, NULL)) return true;
    for (size_t i = first; i < last && !dated; i++) dated = dates(x->r, i);
    if (!dated) return true;
    if (!map_bytes(a->text, s->start, s->end, &x->scratch, &x->map)) return false;
    bool tells = may_name(x) && read_sentence(x, a->sentence_of.items[first], first, last);
    if (!tells) twins_tell(a, first, TRAIT_NAMELESS, true);
    return true;
}

static bool gather_dates(anchorer *x) {
    const analysis *a = x->r->x;
    for (size_t i = 0, last; i < a->raws.count && x->open_names; i = last) {
        block_kind kind = a->blocks.items[block_of_raw(a, i)].kind;
        for (last = i; last < a->raws.count && a->sentence_of.items[last] == a->sentence_of.items[i];) last++;
        if (kind != BLOCK_CITATION && kind != BLOCK_FURNITURE && !gather_from(x, i, last)) return false;
    }
    return true;
}

/* ---------------------------------------------------------------- the choice */

static bool begins_alike(annals_text text, size_t at, annals_text stem) {
    return (text.data[at] | 32) == (stem.data[0] | 32);
}

/* The bytes around a candidate's word that are looked at, in its sentence. */
static size_t near_begin(const analysis *a, const candidate *c) {
    const sentence *s = &a->sentences.items[c->sentence];
    size_t at = c->word > s->start + NEAR ? c->word - NEAR : s->start;
    while (at > s->start && ((unsigned char)a->text.data[at] & 0xC0) == 0x80) at--;
    return at;
}

static size_t near_end(const analysis *a, const candidate *c) {
    const sentence *s = &a->sentences.items[c->sentence];
    return c->word + NEAR < s->end ? c->word + NEAR : s->end;
}

/* Does a word of this stem stand near the candidate's, in its sentence? */
static bool stands_near(const analysis *a, annals_text stem, const candidate *c) {
    size_t start, end, until = near_end(a, c);
    for (size_t at = near_begin(a, c); text_word(a->text, at, &start, &end) && start < until; at = end)
        if (start != c->word && begins_alike(a->text, start, stem) &&
            stems_akin(stem, stem_of(a->grammar, text_slice(a->text, start, end))))
            return true;
    return false;
}

/* "began", "broke out" */
static bool tells_of(const grammar *g, const word_family *what, annals_text word, annals_text next) {
    const word_family *one = family_of_word(g, word);
    if (one && one->family == what->family) return true;
    const word_family *two = family_of_two(g, word, next);
    return two && two->family == what->family;
}

/* Is the candidate the day on which it began?  "The siege began", "they besieged": not "the siege was lifted". */
static bool begins_there(const analysis *a, const candidate *c) {
    const word_family *begin = family_of_word(language_by_default(), annals_text_of("begin"));
    size_t start, end, next, behind, until = near_end(a, c);
    annals_text word = {0};
    for (size_t at = near_begin(a, c); text_word(a->text, at, &start, &end) && start < until; at = end) {
        annals_text second = text_word(a->text, end, &next, &behind) ? text_slice(a->text, next, behind) : word;
        word = text_slice(a->text, start, end);
        if (begin && tells_of(a->grammar, begin, word, second)) return true;
        if (start != c->word) continue;
        if (in_context(a->grammar, word, CONTEXT_PAST | CONTEXT_PARTICIPLE) || text_same_word(word, "throne"))
            return true;
    }
    return false;
}

static bool is_begin(const analysis *a, candidate *c) {
    if (c->tells == UNASKED) c->tells = begins_there(a, c) ? BEGINS : ENDS;
    return c->tells == BEGINS;
}

/* How many other words of the event's name stand near the candidate's. */
static int shared_words(const resolver *r, const expr *e, const candidate *c) {
    const analysis *a = r->x;
    size_t start, end;
    int shared = 0;
    for (size_t at = e->event->start; text_word(a->text, at, &start, &end) && end <= e->event->end; at = end) {
        bool other = start != e->event->head_start && end - start >= KEY;
        shared += other && stands_near(a, stem_of(a->grammar, text_slice(a->text, start, end)), c);
    }
    return shared;
}

static bool same_time(const resolver *r, size_t a, size_t b) {
    const annals_when *v = r->c->mentions.items[a].when, *w = r->c->mentions.items[b].when;
    return v->begin.earliest.day == w->begin.earliest.day && v->end.latest.day == w->end.latest.day;
}

/* "Tarr's death", "the fall of the city" is not any: of the words that say whose it is one must stand with its date.
 * "leaving the city" may be told in other words. */
static bool says_whose(const resolver *r, const expr *e) {
    annals_text text = r->x->text;
    size_t start, end;
    bool verb = e->event->head_start == e->event->start;
    if (verb && in_context(r->x->grammar, head_of(r, e), CONTEXT_DOING)) return false;
    for (size_t at = e->event->start; text_word(text, at, &start, &end) && end <= e->event->end; at = end) {
        annals_text word = text_slice(text, start, end);
        bool other = start != e->event->head_start && word.length >= KEY;
        if (other && (start > e->event->head_end || text_begins_upper(word) || is_genitive(word))) return true;
    }
    return false;
}

/* The one date that the document gives the event; SIZE_MAX when there is none, or when `several` are as good. */
static size_t date_of_event(const resolver *r, const expr *e, event_name *name, bool *several) {
    size_t best = SIZE_MAX;
    int most = says_whose(r, e) ? 1 : 0;
    *several = false;
    for (size_t i = 0; name && i < name->count; i++) {
        candidate *c = &name->candidates[i];
        int shared = shared_words(r, e, c);
        if (shared < most || (e->from_begin && !is_begin(r->x, c))) continue;
        *several = best != SIZE_MAX && shared == most && (*several || !same_time(r, best, c->mention));
        most = shared;
        best = c->mention;
    }
    return *several ? SIZE_MAX : best;
}

/* The event's date is too coarse to count such units from, or the words do not say how many. */
static bool can_count(resolver *r, const expr *e, const annals_when *w) {
    if (e->kind == EXPR_DURATION ? e->count == COUNT_UNKNOWN : e->direction) {
        because(r, "how many is not said");
        return false;
    }
    annals_granularity unit = granularity_of_unit(e->unit), needed = unit == ANNALS_WEEK ? ANNALS_DAY : unit;
    if (e->unit >= UNIT_DAY && (e->unit >= UNIT_YEAR || w->granularity >= needed)) return true;
    because(r, "its date is not known so well");
    return false;
}

/* A name of one's own that the words of the event have, as "the Crisis"; null: none.  False when memory runs out. */
static bool find_period(anchorer *x, const expr *e, const period **found) {
    raw_mention_list names = {0};
    const period_set *set = &x->r->x->periods;
    if (!periods_find(set, x->r->x->text, e->event->start, e->event->end, 0, &x->scratch, &names)) return false;
    *found = names.count ? &set->periods[names.items[0].expr->count] : NULL;
    return true;
}

/* "A century after its foundation" is the hundredth year, where the year that it counts from is known. */
static void count_in_years(expr *e) {
    enum { MOST = 9999 };
    int years = e->unit == UNIT_DECADE ? 10 : e->unit == UNIT_CENTURY ? 100 : e->unit == UNIT_MILLENNIUM ? 1000 : 0;
    if (!years || e->count > MOST || e->count < -MOST) return;
    e->unit = UNIT_YEAR;
    e->count *= years;
}

/* A time that has an end is over before the day that is counted. */
static bool is_over(resolver *r, const expr *e, const annals_when *w) {
    int64_t first = w->begin.earliest.day, last = w->end.latest.day;
    if (e->unit > UNIT_WEEK)
        return false; /* "the third year of the war", of which the year is known that it began in */
    bool over = last > first && first + (int64_t)e->count * (e->unit == UNIT_WEEK ? 7 : 1) > last;
    if (over) because(r, "it did not last so long");
    return over;
}

/* Count from what dates the event: `when`, which the words say. */
static bool fill_in(resolver *r, const expr *in, annals_mention *m, const annals_when *when, annals_text words) {
    char phrase[96];
    annals_when_phrase(when, phrase, sizeof phrase);
    because(r, "\"%.*s\" dates it: %s", (int)(words.length < 60 ? words.length : 60), words.data, phrase);
    if (!can_count(r, in, when) || (in->from_begin && is_over(r, in, when))) return true;
    expr e = *in;
    int64_t first = when->begin.earliest.day, last = when->end.latest.day;
    if (e.from_begin) last = first;
    if (e.kind == EXPR_DURATION) {
        place_length(r, &e, first, m);
        return !r->failed;
    }
    count_in_years(&e);
    e.same = e.same && when->granularity >= ANNALS_DAY;
    count_from_event(r, &e, e.count > 0 && when->granularity >= ANNALS_DAY ? last : first);
    return set_reading(r, &e, m);
}

/* "D+3" counts from the D-Day that the text speaks of. */
static bool anchor_to_landing(resolver *r, const expr *in, annals_mention *m) {
    char day[64];
    expr e = *in;
    because(r, "it counts from D-Day, %s", day_phrase(r->landing.day, day, sizeof day));
    count_from_event(r, &e, r->landing.day);
    return set_reading(r, &e, m);
}

/* "the siege, which began on 1 May": a clause that tells no more than when */
static bool relates(const analysis *a, annals_text between) {
    enum { LONGEST = 40 };
    size_t start, end, words = 0;
    annals_text word = {0};
    if (between.length > LONGEST || !text_starts(between, ", ")) return false;
    for (size_t at = 1; text_word(between, at, &start, &end); at = end, words++) {
        word = text_slice(between, start, end);
        if (!words && !in_context(a->grammar, word, CONTEXT_RELATIVE)) return false;
        if (words && byte_in(between.data[start - 1], ",;:(")) return false;
    }
    return words > 2 && (text_same_word(word, "on") || in_context(a->grammar, word, CONTEXT_WRITTEN_ON | CONTEXT_SURE));
}

/* "Two days after the election of 5 May 1924", "two days after they met on 5 May 1924": the date that stands right
 * behind the event is its own. */
static size_t date_behind(const resolver *r, size_t raw) {
    const analysis *a = r->x;
    const expr *e = a->raws.items[raw].expr;
    size_t next = raw + 1;
    if (next >= a->raws.count || a->sentence_of.items[next] != a->sentence_of.items[raw] || !dates(r, next))
        return SIZE_MAX;
    size_t end = e->event->head_end, start = a->raws.items[next].start;
    if (e->clause) return start > end && start < end + REACH ? a->first_mention + next : SIZE_MAX;
    annals_text between = start > end ? text_trim(text_slice(a->text, end, start)) : (annals_text){0};
    if (relates(a, between)) return a->first_mention + next;
    return in_context(a->grammar, between, CONTEXT_WRITTEN_ON | CONTEXT_GENITIVE | CONTEXT_SURE)
               ? a->first_mention + next
               : SIZE_MAX;
}

/* "Three weeks into the job": without a date of its beginning it is no more than how long. */
static bool keep_length(resolver *r, const expr *e, annals_mention *m) {
    expr length = blank_expr;
    length.kind = EXPR_DURATION;
    length.unit = e->unit;
    length.count = e->count;
    return set_reading(r, &length, m);
}

static bool anchor_one(anchorer *x, size_t raw, annals_mention *m) {
    resolver *r = x->r;
    const expr *e = r->x->raws.items[raw].expr;
    annals_text event = text_slice(r->x->text, e->event->start, e->event->end);
    bool several = false;
    const period *named;
    if (!find_period(x, e, &named)) return false;
    size_t date = named ? SIZE_MAX : date_behind(r, raw);
    if (!named && date == SIZE_MAX) date = date_of_event(r, e, find_name(x, name_stem(r, e)), &several);
    const annals_mention *dated = date == SIZE_MAX ? NULL : &r->c->mentions.items[date];
    bool landing = r->landing.known && head_of(r, e).length == 1; /* "D" */
    r->step_count = 0;
    r->anchor = dated && !landing ? dated->id : (annals_text){0};
    if (landing) return anchor_to_landing(r, e, m) && (m->resolution = reasons_of(r, m->resolution->rule));
    because(r, "it counts from \"%.*s\"", (int)(event.length < 80 ? event.length : 80), event.data);
    if (named ? !fill_in(r, e, m, &named->when, named->name) : dated && !fill_in(r, e, m, dated->when, dated->exact))
        return false;
    if (!named && !dated) because(r, several ? "the document gives it several dates" : "the document does not date it");
    if (!named && !dated && e->into && !keep_length(r, e, m)) return false;
    m->resolution = reasons_of(r, m->resolution->rule);
    return !r->failed && m->resolution;
}

/* "Three years after her marriage she moved; ten years after that": once the first of them has its date. */
static bool anchor_next(resolver *r, size_t raw, const annals_mention *before) {
    annals_mention *m = &r->c->mentions.items[r->x->first_mention + raw];
    expr e = *r->x->raws.items[raw].expr;
    if (!annals_bound_known(before->when->begin.earliest)) return true;
    e.direction = 0; /* it is in the count's sign */
    r->step_count = 0;
    r->anchor = before->id;
    because(r, "it counts from \"%.*s\"", (int)(before->exact.length < 80 ? before->exact.length : 80),
            before->exact.data);
    if (can_count(r, &e, before->when)) {
        count_in_years(&e);
        count_from_event(r, &e, before->when->begin.earliest.day);
        if (!set_reading(r, &e, m)) return false;
    }
    m->resolution = reasons_of(r, m->resolution->rule);
    return !r->failed && m->resolution;
}

bool anchor_events(resolver *r) {
    const analysis *a = r->x;
    anchorer x = {.r = r};
    if (!r->of_events.count) return true;
    bool done = gather_names(&x) && gather_dates(&x);
    for (size_t i = 0; done && i < r->of_events.count; i++) {
        const size_t raw = r->of_events.items[i];
        annals_mention *m = &r->c->mentions.items[a->first_mention + raw];
        bool open = !annals_bound_known(m->when->begin.earliest);
        bool next = open && raw + 1 < a->raws.count && counts_from_event_before(r, raw + 1);
        done = !open || (anchor_one(&x, raw, m) && (!next || anchor_next(r, raw + 1, m)));
    }
    arena_free(&x.scratch);
    return done;
}
