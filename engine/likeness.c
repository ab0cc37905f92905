/* likeness.c: accounts of one event have the time in common, some rare words, and the matter.  Every sign is weighed in
 * hundredths, as logarithms of odds are: words by their rarity, times by their sharpness, a day that both documents
 * have but one event of, and what speaks against it: other hours, other names for who wrote, words that the other has
 * not.  The weights were found by hand. */
#include "likeness.h"

#include "text.h"

enum {
    SHARP = 3, /* days */
    MOST_WORDS_WEIGHT = 1200,
    MOST_KIN = 170,
    ALONE = 400, /* neither document has another event of that day */
    SAME_DOCUMENT = 200,
    ALONE_KIN = 75,   /* if they are kin so much */
    OTHER_NAMES = 75, /* both name somebody or something, and nothing that the other does */
    TOO_MANY = 2,     /* words in the shorter label, when the other has none of them */
    OTHER_PLACE = 250,
    OTHER_KIND = 100,
    OTHER_ACT = 450,   /* one landed, the other sailed */
    OTHER_SENSE = 350, /* one denies, or makes conditional, what the other asserts */
    FEW_WORDS = 40,    /* each word, up to three, that the shorter label alone has */
    LASTING = 350,     /* one was of a day, the other went on for days */
    APART = 40,        /* what other times must be made up for with */
    OPEN = 300,        /* nothing tells that they are one, nor that they are not */
    NONE = -10000
};

/* ---------------------------------------------------------------- times */

static int64_t later(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static int64_t days_of(const account *a) {
    return a->last - a->first + 1;
}

static bool part_has(annals_day_part part, int minute) {
    static const short hours[][2] = {
        [ANNALS_DAWN] = {4, 7},        [ANNALS_MORNING] = {4, 13},      [ANNALS_NOON] = {11, 13},
        [ANNALS_AFTERNOON] = {11, 19}, [ANNALS_EVENING] = {16, 25},     [ANNALS_NIGHT] = {19, 31},
        [ANNALS_MIDNIGHT] = {22, 26},  [ANNALS_DAY_PART_NONE] = {0, 24}};
    int hour = minute / 60;
    return (hour >= hours[part][0] && hour <= hours[part][1]) || hour + 24 <= hours[part][1];
}

/* What the hours of one day say. */
static int hours_fit(const account *a, const account *b) {
    if (a->from >= 0 && b->from >= 0) {
        int apart = a->from > b->from ? a->from - b->from : b->from - a->from;
        bool within = a->from <= b->until && b->from <= a->until;
        return within || apart <= 30 ? 150 : apart <= 90 ? 0 : -400;
    }
    if (a->part && b->part) return a->part == b->part ? 120 : -200;
    const account *in_part = a->part ? a : b, *at = a->part ? b : a;
    if (!in_part->part || at->from < 0) return 0;
    return part_has(in_part->part, at->from) ? 100 : -300;
}

/* Times that touch: the sharper and the more alike, the better. */
static int touching_fit(const account *a, const account *b) {
    int64_t shorter = days_of(a) < days_of(b) ? days_of(a) : days_of(b), longer = later(days_of(a), days_of(b));
    if (a->open != b->open) return 50;
    if (shorter > 400) return shorter == longer ? 100 : -100;
    int fit = 300 - hundred_ln((uint64_t)longer, (uint64_t)shorter) * 6 / 5 - hundred_ln((uint64_t)shorter, 1) * 3 / 7;
    if (a->lasts != b->lasts) fit -= LASTING;
    return longer == 1 ? fit + hours_fit(a, b) : fit;
}

/* Times that are near but apart: the sources may disagree. */
static int apart_fit(const account *a, const account *b) {
    int64_t gap = later(a->first, b->first) - (a->last < b->last ? a->last : b->last);
    int64_t unit = later(days_of(a), days_of(b));
    int64_t finer = days_of(a) < days_of(b) ? days_of(a) : days_of(b);
    if (a->open || b->open || unit > 4 * finer) return NONE;
    if (unit <= SHARP) return gap <= 3 ? -50 - 50 * (int)gap : NONE;
    if (unit >= 27 && unit <= 31) return gap <= 31 ? -200 : NONE;
    return unit >= 90 && gap <= 3 * unit ? -100 - (int)(20 * gap / unit) : NONE;
}

bool times_apart(const account *a, const account *b) {
    return a->first > b->last || b->first > a->last;
}

/* ---------------------------------------------------------------- words */

/* What two accounts have in common; `_a` and `_b` are what one label has. */
typedef struct shared_words {
    int labels;         /* weight of the words that both labels have */
    int across;         /* of those that one label and the other's passage have */
    bool plain;         /* some are no names */
    int only_a, only_b; /* words of one label that the other account has not */
    bool name, name_a, name_b;
    bool place, place_a, place_b;
    bool alike, alike_a, alike_b; /* words that tell the same as others */
} shared_words;

static void count_shared(const account_list *list, const account *a, const account *b, shared_words *s) {
    size_t i = 0, j = 0;
    int across_a = 0, across_b = 0;
    while (i < a->word_count || j < b->word_count) {
        const account_word *x = i < a->word_count ? &a->words[i] : NULL, *y = j < b->word_count ? &b->words[j] : NULL;
        bool take_x = x && (!y || x->word <= y->word), take_y = y && (!x || y->word <= x->word);
        i += take_x;
        j += take_y;
        s->place_a |= take_x && x->label && x->place;
        s->place_b |= take_y && y->label && y->place;
        s->name_a |= take_x && x->label && x->name;
        s->name_b |= take_y && y->label && y->name;
        s->alike_a |= take_x && x->label && x->alike;
        s->alike_b |= take_y && y->label && y->alike;
        s->alike |= take_x && take_y && x->alike && (x->label || y->label);
        if (take_x && !take_y) s->only_a += x->label;
        else if (take_y && !take_x) s->only_b += y->label;
        if (!take_x || !take_y) continue;
        int weight = list->weights[x->word];
        bool name = x->name && y->name;
        if (x->label && y->label) s->labels += weight;
        else if (x->label) across_a += weight;
        else if (y->label) across_b += weight;
        s->plain |= (x->label || y->label) && !name;
        s->name |= x->name || y->name;
        s->place |= x->place || y->place;
    }
    /* Of many words in a passage some are shared by chance. */
    enum { USUAL = 32 };
    int of_a = a->word_count > USUAL ? (int)a->word_count : USUAL,
        of_b = b->word_count > USUAL ? (int)b->word_count : USUAL;
    s->across = across_a * USUAL / of_b + across_b * USUAL / of_a;
}

/* Shared words say the more, the more of the shorter label they are. */
static int words_fit(const account *a, const account *b, const shared_words *s) {
    int all = a->label_weight < b->label_weight ? a->label_weight : b->label_weight;
    int words = s->labels + s->across * 3 / 5;
    int share = !all ? 0 : s->labels > all ? 100 : 100 * s->labels / all;
    int fit = words * (40 + 60 * share / 100) / 100;
    int few = s->only_a < s->only_b ? s->only_a : s->only_b;
    return (fit < MOST_WORDS_WEIGHT ? fit : MOST_WORDS_WEIGHT) - FEW_WORDS * (few < 3 ? few : 3);
}

/* ---------------------------------------------------------------- both */

/* Words are sorted by their numbers. */
static bool has_word(const account *a, uint32_t word) {
    size_t low = 0, high = a->word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (a->words[middle].word < word) low = middle + 1;
        else high = middle;
    }
    return low < a->word_count && a->words[low].word == word;
}

/* "Vane's letter" is the document whose head names Vane. */
static bool own_of_author(const account *own, const account *spoken_of) {
    return !own->own || !spoken_of->author_word || !own->word_count || has_word(own, spoken_of->author_word);
}

static bool agree(uint64_t a, uint64_t b) {
    return !a || !b || a == b;
}

/* What is announced is no account of what came; a letter is not a speech, nor one man's letter another's. */
static bool cannot_be(const account *a, const account *b) {
    bool plan = a->kind == ANNALS_PLAN, citation = a->kind == ANNALS_CITATION;
    if (plan != (b->kind == ANNALS_PLAN) || citation != (b->kind == ANNALS_CITATION)) return true;
    if (times_apart(a, b) && (a->kind == ANNALS_DOCUMENT || b->kind == ANNALS_DOCUMENT)) return true; /* another one */
    if ((a->own && b->kind != ANNALS_DOCUMENT) || (b->own && a->kind != ANNALS_DOCUMENT)) return true;
    if (a->class && b->class && a->class != b->class) return true;
    if (!own_of_author(a, b) || !own_of_author(b, a)) return true;
    return !agree(a->author, b->author) || !agree(a->recipient, b->recipient) || (a->own && b->own);
}

static int sense_fit(const account *a, const account *b) {
    int fit = a->kind != b->kind ? -OTHER_KIND : 0;
    bool denied = (a->modality == ANNALS_NEGATED) != (b->modality == ANNALS_NEGATED);
    bool conditional = a->modality == ANNALS_CONDITIONAL || b->modality == ANNALS_CONDITIONAL;
    if (denied || conditional) fit -= OTHER_SENSE;
    if (a->class && a->class == b->class)
        fit += a->author && a->author == b->author ? 800 : a->own || b->own ? 400 : 200;
    return fit;
}

/* No word in common: only a day that has no other event tells. */
static bool says_enough(const account *a, const account *b, const shared_words *s, int time, int related, bool apart) {
    if (apart) return s->labels >= 850 && (related >= 90 || a->document == b->document);
    if ((a->kind == ANNALS_DOCUMENT) != (b->kind == ANNALS_DOCUMENT)) return s->labels >= 250 && s->plain;
    int few = s->only_a < s->only_b ? s->only_a : s->only_b;
    if (!s->plain && few >= TOO_MANY && !a->class) return false;
    if (s->labels + s->across || (a->class && a->class == b->class)) return true;
    return time > 450 ||
           (!a->others && !b->others && related >= ALONE_KIN && a->kind == b->kind && a->kind != ANNALS_PLAN);
}

static bool same_words(const annals_chronology *c, const account *a, const account *b) {
    if (a->first != b->first || a->last != b->last || a->from != b->from || a->kind != b->kind) return false;
    bool vague = a->class && !a->author && a->document != b->document; /* "the letter" */
    return !vague && text_equal(c->events.items[a->event].label, c->events.items[b->event].label);
}

int likeness(const annals_chronology *c, const account_list *list, kin *k, const account *a, const account *b) {
    if (same_words(c, a, b)) return SAME_WORDS;
    bool apart = times_apart(a, b), same = a->document == b->document;
    int time = apart ? apart_fit(a, b) : touching_fit(a, b);
    bool claimed = a->modality == ANNALS_REPORTED || b->modality == ANNALS_REPORTED;
    if (time == NONE || (same && !(apart && claimed)) || cannot_be(a, b)) return UNLIKELY;
    shared_words s = {0};
    count_shared(list, a, b, &s);
    /* "He wrote nothing but the telegram": whoever it is of, the head of this document names others. */
    if (a->own != b->own && s.name_a && s.name_b && !s.name) return UNLIKELY;
    int related = kinship(k, a->document, b->document) / 4;
    if (related > MOST_KIN) related = MOST_KIN;
    int fit = words_fit(a, b, &s) + time + sense_fit(a, b) + (apart ? related / 2 - APART : related) -
              (same ? SAME_DOCUMENT : 0);
    bool sharp = days_of(a) <= SHARP && days_of(b) <= SHARP;
    int others = a->others + b->others;
    int near = related < ALONE_KIN ? related : ALONE_KIN;
    if (sharp && !apart) fit += ALONE * near / ALONE_KIN / (1 + others) - 25 * (others < 3 ? others : 3);
    if (!s.plain && s.labels && !apart) fit -= 150; /* two events of one place */
    if (s.place_a && s.place_b && !s.place) fit -= OTHER_PLACE;
    if (s.name_a && s.name_b && !s.name) fit -= OTHER_NAMES;
    if (s.alike_a && s.alike_b && !s.alike) fit -= OTHER_ACT;
    int open = apart ? 0 : OPEN;
    if (!says_enough(a, b, &s, time, related, apart) && fit > open) fit = open;
    return fit > UNLIKELY ? fit : UNLIKELY + 1;
}
