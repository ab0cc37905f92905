/* likeness.c: accounts of one event have the time in common, some rare words, and the matter.  What speaks for it and
 * against it are signs, and their weights add up as logarithms of odds do. */
#include "likeness.h"

#include "stem.h"
#include "text.h"

/* Each in hundredths: 100 is as much of it as is usual where there is any. */
typedef enum sign {
    TIME, /* both are of one day; less for longer and less alike times, below nothing for times apart */
    SAME_HOUR,
    OTHER_HOUR,
    WORDS,        /* rare ones that both labels have, and how much of the shorter one they are */
    ASIDE,        /* likewise, but beside what one of the labels tells */
    NAMES,        /* likewise, and numbers */
    ONLY_NAMES,   /* two events of one place or person have these too */
    SAME_ACT,     /* words that tell of the same happening */
    ACT_ASIDE,    /* likewise, but one of them stands beside what its label tells */
    AKIN_ACT,     /* words that are often told of one happening */
    ONCE,         /* what happens once */
    OTHER_ACT,    /* known words that tell of others */
    SAME_RANK,    /* both tell of the first */
    CARRIED,      /* a name that one has and the other's sentence before */
    BARE,         /* nothing of that, nor any word in common */
    OWN_WORDS,    /* each label has words that the other account has not */
    OTHER_OFFICE, /* one tells of the mayor, the other of the bishop */
    AKIN_THING,
    OTHER_THINGS, /* one tells of the mill, the other of the bridge */
    ELSEWHERE,    /* likewise, of other things and other names */
    OTHER_NAMES,  /* both name somebody or something, and nothing that the other does */
    KIN,          /* their documents tell of the same matter */
    STRANGERS,    /* they have no name in common */
    ALONE,        /* and neither has another event of that day */
    IN_STEP,      /* likewise, and their days are the same more often than by chance */
    CROWD,        /* they have many */
    LASTING,      /* one was of a day, the other went on for days */
    OPEN,         /* one has no beginning or no end */
    OTHER_KIND,
    PLAN,
    DENIED, /* by one */
    BOTH_DENIED,
    CONDITIONAL,
    DOCUMENT,    /* both are documents of a class */
    AUTHOR,      /* of one author */
    SAME_SOURCE, /* one document tells of both */
    SPEECH,      /* one is that somebody said something */
    SELF,        /* one tells of whoever tells it */
    COARSE,      /* no name and no day in common */
    SAME_SPAN,   /* both went on for days, from the same to the same */
    OPPOSED,     /* they tell of one happening, but one of its contrary too */
    SIGNS
} sign;

/* In hundredths of the natural logarithm of the odds: logistic regression on pairs of accounts of which a person said
 * whether they are of one event (tests/chronicle), then moved where it helped the groups of all stories with their
 * words known, and with either half of the words of en.alike unknown, as many of a new story are; those of documents
 * and of strangers by hand. */
static const int weights[SIGNS] = {
    [TIME] = 231,         [SAME_HOUR] = 300,     [OTHER_HOUR] = -403,  [WORDS] = 365,        [ASIDE] = 60,
    [NAMES] = 261,        [ONLY_NAMES] = -100,   [SAME_ACT] = 135,     [ACT_ASIDE] = -10,    [AKIN_ACT] = 50,
    [ONCE] = 100,         [OTHER_ACT] = -100,    [SAME_RANK] = 90,     [CARRIED] = 210,      [BARE] = -103,
    [OWN_WORDS] = -168,   [OTHER_OFFICE] = -625, [AKIN_THING] = 20,    [OTHER_THINGS] = -10, [ELSEWHERE] = -143,
    [OTHER_NAMES] = -50,  [KIN] = 140,           [STRANGERS] = -200,   [ALONE] = 46,         [IN_STEP] = 390,
    [CROWD] = -240,       [LASTING] = -600,      [OPEN] = 25,          [OTHER_KIND] = -30,   [PLAN] = -261,
    [DENIED] = -230,      [BOTH_DENIED] = 240,   [CONDITIONAL] = -260, [DOCUMENT] = 150,     [AUTHOR] = 250,
    [SAME_SOURCE] = -200, [SPEECH] = -206,       [COARSE] = -90,       [SAME_SPAN] = 300,    [OPPOSED] = -250};

enum {
    WORDLESS = -95,        /* too little to join two accounts, though a third may */
    SPOKEN_AGAINST = -101, /* too little, though nothing else comes near */
    UNTOLD = -255,         /* that any two accounts are of one event, before anything is known of them */
    SHARP = 3,             /* days */
    MONTH = 31,
    NONE = -10000
};

/* ---------------------------------------------------------------- times */

static int64_t later(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static int64_t days_of(const account *a) {
    return a->last - a->first + 1;
}

/* The first hour of a part of the day, and the last; "this morning" may be two o'clock. */
static const short hours_of_part[][2] = {
    [ANNALS_DAWN] = {4, 7},        [ANNALS_MORNING] = {0, 13},      [ANNALS_NOON] = {11, 13},
    [ANNALS_AFTERNOON] = {11, 19}, [ANNALS_EVENING] = {17, 25},     [ANNALS_NIGHT] = {19, 31},
    [ANNALS_MIDNIGHT] = {22, 26},  [ANNALS_DAY_PART_NONE] = {0, 24}};

static bool part_has(annals_day_part part, int minute) {
    int hour = minute / 60;
    const short *hours = hours_of_part[part];
    return (hour >= hours[0] && hour <= hours[1]) || hour + 24 <= hours[1];
}

/* An hour of the day on which the part begins, or of the next, as a night has of both. */
bool parts_agree(const account *a, const account *b) {
    if (a->part && b->part) {
        const short *x = hours_of_part[a->part], *y = hours_of_part[b->part];
        return a->first != b->first || (x[0] <= y[1] && y[0] <= x[1]);
    }
    const account *in_part = a->part ? a : b, *at = a->part ? b : a;
    if (!in_part->part || at->from < 0 || at->unsure) return true;
    if (at->first == in_part->first + 1 && in_part->last > in_part->first)
        return at->from / 60 + 24 <= hours_of_part[in_part->part][1];
    return at->first != in_part->first || part_has(in_part->part, at->from);
}

/* "5.46" and "5.52" are two moments; who says "half past five" may have rounded. */
static bool to_the_minute(const account *a, const account *b) {
    enum { ROUND = 5 /* minutes */ };
    return a->from % ROUND && b->from % ROUND;
}

/* What the hours of one day say. */
static int hours_fit(const account *a, const account *b) {
    enum { HALF_DAY = 12 * 60 };
    if (a->from >= 0 && b->from >= 0) {
        int apart = (a->from > b->from ? a->from - b->from : b->from - a->from) % HALF_DAY; /* "at four" is of either */
        bool within = a->from <= b->until && b->from <= a->until;
        if (apart > 2 && apart <= 10 && to_the_minute(a, b)) return 0;
        return apart <= 10 ? 250 : within || apart <= 30 ? 150 : apart <= 90 ? 0 : -400;
    }
    if (a->part && b->part) return a->part == b->part ? 120 : -200;
    const account *in_part = a->part ? a : b, *at = a->part ? b : a;
    if (!in_part->part || at->from < 0) return 0;
    if (part_has(in_part->part, at->from)) return 100;
    return at->unsure && part_has(in_part->part, (at->from + HALF_DAY) % (2 * HALF_DAY)) ? 50 : -300;
}

/* Times that touch: the sharper and the more alike, the better. */
static int touching_fit(const account *a, const account *b) {
    int64_t shorter = days_of(a) < days_of(b) ? days_of(a) : days_of(b), longer = later(days_of(a), days_of(b));
    if (a->open != b->open) return 50;
    if (shorter > 400) return shorter == longer ? 100 : -100;
    return 300 - hundred_ln((uint64_t)longer, (uint64_t)shorter) * 6 / 5 - hundred_ln((uint64_t)shorter, 1) * 3 / 7;
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
    int labels, names;      /* weight of the words that both labels have; of the names alone */
    int count;              /* words that both have, in their labels or not */
    int aside;              /* weight of those that one label has, but for names */
    bool plain;             /* some are no names */
    int only_a, only_b;     /* words of one label that the other account has not */
    int names_a, names_b;   /* names and numbers of one label */
    bool name;              /* one is shared */
    bool act, act_a, act_b; /* words that tell what happened */
    bool act_labels;        /* both labels do */
    bool akin, akin_thing;  /* in other words */
    bool rank, rank_a, rank_b;
    int carried; /* weight of the names that stand before one of them */
    bool office, office_a, office_b;
    bool thing, thing_a, thing_b;
    bool thing_labels; /* both labels have it */
} shared_words;

static void count_shared(const account_list *list, const account *a, const account *b, shared_words *s) {
    size_t i = 0, j = 0;
    while (i < a->word_count || j < b->word_count) {
        const account_word *x = i < a->word_count ? &a->words[i] : NULL, *y = j < b->word_count ? &b->words[j] : NULL;
        bool take_x = x && (!y || x->word <= y->word), take_y = y && (!x || y->word <= x->word);
        i += take_x;
        j += take_y;
        if ((take_x && x->rank) || (take_y && y->rank)) {
            s->rank_a |= take_x && x->label;
            s->rank_b |= take_y && y->label;
            s->rank |= take_x && take_y;
            if (!take_x || !take_y) continue;
        }
        if ((take_x && x->carried) || (take_y && y->carried)) {
            if (take_x && take_y && (x->name || y->name)) s->carried += list->weights[x->word], s->name = true;
            continue;
        }
        s->names_a += take_x && x->label && x->name;
        s->names_b += take_y && y->label && y->name;
        s->act_a |= take_x && x->label && x->act;
        s->act_b |= take_y && y->label && y->act;
        s->act |= take_x && take_y && x->act && (x->label || y->label);
        s->act_labels |= take_x && take_y && x->act && x->label && y->label;
        s->office_a |= take_x && x->label && x->office;
        s->office_b |= take_y && y->label && y->office;
        s->office |= take_x && take_y && x->office;
        s->thing_a |= take_x && x->label && x->thing;
        s->thing_b |= take_y && y->label && y->thing;
        s->thing |= take_x && take_y && x->thing;
        s->thing_labels |= take_x && take_y && x->thing && x->label && y->label;
        if (take_x && !take_y) s->only_a += x->label;
        else if (take_y && !take_x) s->only_b += y->label;
        if (!take_x || !take_y) continue;
        int weight = list->weights[x->word];
        bool name = x->name && y->name;
        if (x->label && y->label) s->labels += weight, s->names += name ? weight : 0;
        else if (!name && (x->label || y->label)) s->aside += weight;
        s->count++;
        s->plain |= (x->label || y->label) && !name;
        s->name |= x->name || y->name;
    }
}

static int least(int a, int b) {
    return a < b ? a : b;
}

/* Shared words say the more, the more of the shorter label they are. */
static void weigh_words(const account *a, const account *b, const shared_words *s, int *signs) {
    enum { MOST = 1200, USUAL = 400, MOST_OWN = 3, MOST_NAMES = 2 };
    int all = least(a->label_weight, b->label_weight);
    int share = !all ? 0 : least(100, 100 * s->labels / all);
    int labels = least(s->labels * (40 + 60 * share / 100) / 100, MOST) * 100 / USUAL;
    signs[NAMES] = !s->labels ? 0 : labels * s->names / s->labels;
    signs[WORDS] = labels - signs[NAMES];
    signs[ASIDE] = least(s->aside, MOST) * 100 / USUAL;
    signs[ONLY_NAMES] = s->labels && !s->plain ? 100 : 0;
    signs[CARRIED] = least(s->carried, MOST) * 100 / USUAL;
    signs[OWN_WORDS] = least(least(s->only_a, s->only_b), MOST_OWN) * 100 / MOST_OWN;
    signs[OTHER_NAMES] = s->name || s->office ? 0 : least(least(s->names_a, s->names_b), MOST_NAMES) * 100;
}

/* What happened, and who or what it happened to. */
static void weigh_matter(const shared_words *s, int *signs) {
    bool other_things = s->thing_a && s->thing_b && !s->thing && !s->akin_thing;
    signs[SAME_ACT] = s->act ? 100 : 0;
    signs[ACT_ASIDE] = s->act && !s->act_labels ? 100 : 0;
    signs[AKIN_ACT] = s->akin && !s->act ? 100 : 0;
    signs[OTHER_ACT] = s->act_a && s->act_b && !s->act && !s->akin ? 100 : 0;
    signs[SAME_RANK] = s->rank ? 100 : 0;
    signs[BARE] = s->labels || s->carried || s->act || s->akin || s->akin_thing ? 0 : 100;
    signs[OTHER_OFFICE] = s->office_a && s->office_b && !s->office ? 100 : 0;
    signs[OTHER_THINGS] = other_things ? 100 : 0;
    signs[AKIN_THING] = s->akin_thing && !s->thing ? 100 : 0;
    signs[ELSEWHERE] = other_things && (signs[OTHER_NAMES] || signs[ONLY_NAMES]) ? 100 : 0;
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

/* A number in the label of one, that the other has as well. */
static bool has_number_of(const account *a, const account *b) {
    for (size_t i = 0; i < b->word_count; i++)
        if (b->words[i].number && b->words[i].label && has_word(a, b->words[i].word)) return true;
    return false;
}

/* "Vane's letter" is the document whose head names Vane, or "Vane's telegram 12" that which has the number. */
static bool own_of_author(const account *own, const account *spoken_of) {
    return !own->own || !spoken_of->author_word || !own->word_count || has_word(own, spoken_of->author_word) ||
           has_number_of(own, spoken_of);
}

/* "the mill at Aske" and "the mill at Thorn" */
static bool elsewhere(const account *a, const account *b) {
    return a->kind_placed && a->kind_placed == b->kind_placed && a->place != b->place && !has_word(a, b->place) &&
           !has_word(b, a->place);
}

static bool agree(uint64_t a, uint64_t b) {
    return !a || !b || a == b;
}

/* "I wrote to Hale on the 4th" is the letter of that day whose head names Hale. */
static bool is_letter_told(const account *own, const account *told) {
    return own->sent && told->letter_word && !told->own && days_of(own) == 1 && days_of(told) == 1 &&
           own->document != told->document && has_word(own, told->letter_word);
}

/* What is announced is no account of what came; a letter is not a speech, nor one man's letter another's. */
static bool cannot_be(const account *a, const account *b) {
    bool plan = a->kind == ANNALS_PLAN, citation = a->kind == ANNALS_CITATION;
    if (plan != (b->kind == ANNALS_PLAN) || citation != (b->kind == ANNALS_CITATION)) return true;
    if (times_apart(a, b) && (a->kind == ANNALS_DOCUMENT || b->kind == ANNALS_DOCUMENT)) return true; /* another one */
    /* what would have been is no account of what was */
    if (!plan && (a->modality == ANNALS_CONDITIONAL) != (b->modality == ANNALS_CONDITIONAL)) return true;
    if (is_letter_told(a, b) || is_letter_told(b, a)) return false;
    if ((a->own && b->kind != ANNALS_DOCUMENT) || (b->own && a->kind != ANNALS_DOCUMENT)) return true;
    if (a->class && b->class && a->class != b->class) return true;
    if (a->kind_numbered && a->kind_numbered == b->kind_numbered && a->numbered != b->numbered) return true;
    if (elsewhere(a, b)) return true;
    if (!own_of_author(a, b) || !own_of_author(b, a)) return true;
    return !agree(a->author, b->author) || !agree(a->recipient, b->recipient) || (a->own && b->own);
}

bool denies_other(const account *a, const account *b) {
    return (a->modality == ANNALS_NEGATED) != (b->modality == ANNALS_NEGATED);
}

/* "He signed it on the 4th", "He did not sign it on the 4th": one denies what the other claims if it is the same deed
 * of the same people in nearly the same words; else it denies something else. */
static bool contradicts(const account *a, const account *b, const shared_words *s) {
    enum { NEARLY = 60 /* of a hundred */ };
    bool deeds = a->kind == ANNALS_OCCURRENCE && b->kind == ANNALS_OCCURRENCE && a->document != b->document;
    bool whole = 100 * s->labels >= NEARLY * least(a->label_weight, b->label_weight);
    bool named = s->names || a->says || b->says; /* "Hale denied that he had": his name is that of the speaker */
    return deeds && !times_apart(a, b) && !a->open && !b->open && s->act_labels && named && whole;
}

/* `alike`: they have words in common, or tell nothing else of the day; two other denials are of two things. */
static void weigh_sense(const account *a, const account *b, bool alike, int *signs) {
    bool a_denies = a->modality == ANNALS_NEGATED, b_denies = b->modality == ANNALS_NEGATED;
    bool conditional = a->modality == ANNALS_CONDITIONAL || b->modality == ANNALS_CONDITIONAL;
    bool papers = (a->class && a->class == b->class) || is_letter_told(a, b) || is_letter_told(b, a);
    signs[SPEECH] = a->says != b->says && a_denies == b_denies ? 100 : 0;
    signs[SELF] = a->self != b->self ? 100 : 0;
    signs[OTHER_KIND] = a->kind != b->kind ? 100 : 0;
    signs[PLAN] = a->kind == ANNALS_PLAN ? 100 : 0;
    signs[DENIED] = a_denies != b_denies ? 100 : 0;
    signs[BOTH_DENIED] = a_denies && b_denies && alike ? 100 : 0;
    signs[CONDITIONAL] = conditional && a->kind != ANNALS_PLAN ? 100 : 0; /* a plan it is all the same */
    signs[DOCUMENT] = !papers ? 0 : a->own || b->own ? 300 : 100;
    signs[AUTHOR] = papers && a->author && a->author == b->author ? 100 : 0;
}

/* "from the 10th to the 13th" */
static bool same_span(const account *a, const account *b) {
    return a->lasts && b->lasts && !a->open && !b->open && a->first == b->first && a->last == b->last &&
           days_of(a) < MONTH - 3; /* and no February */
}

static void weigh_time(const account *a, const account *b, bool apart, int time, int *signs) {
    enum { USUAL = 300, USUAL_HOUR = 150, USUAL_OTHER = 300 };
    signs[TIME] = time * 100 / USUAL;
    if (apart) return;
    bool of_a_day = later(days_of(a), days_of(b)) == 1 && a->open == b->open;
    int hours = of_a_day ? hours_fit(a, b) : 0;
    signs[hours > 0 ? SAME_HOUR : OTHER_HOUR] = hours > 0 ? hours * 100 / USUAL_HOUR : -hours * 100 / USUAL_OTHER;
    signs[LASTING] = a->lasts != b->lasts ? 100 : 0;
    signs[OPEN] = a->open != b->open ? 100 : 0;
    signs[SAME_SPAN] = same_span(a, b) ? 100 : 0;
}

/* The documents: how near they are to each other, and what else they tell of the day. */
static void weigh_sources(const account *a, const account *b, int related, int step, bool apart, int *signs) {
    enum { MOST_KIN = 170, NEAR_KIN = 75, MOST_OTHERS = 4 };
    bool sharp = days_of(a) <= SHARP && days_of(b) <= SHARP;
    int others = least(a->others + b->others, MOST_OTHERS);
    signs[KIN] = least(apart ? related / 2 : related, MOST_KIN) * 100 / MOST_KIN;
    signs[STRANGERS] = related < NEAR_KIN && a->document != b->document ? 100 - related * 100 / NEAR_KIN : 0;
    signs[SAME_SOURCE] = a->document == b->document ? 100 : 0;
    if (apart || !sharp) return;
    if (!others) signs[ALONE] = least(related, NEAR_KIN) * 100 / NEAR_KIN;
    if (!others && days_of(a) == 1 && days_of(b) == 1) signs[IN_STEP] = step * signs[ALONE] / 100;
    signs[CROWD] = others * 100 / MOST_OTHERS;
}

/* What happened is no account of a letter, if it does not tell of it. */
static bool paper_enough(const account *a, const account *b, const shared_words *s) {
    enum { ENOUGH = 250 };
    if (is_letter_told(a, b) || is_letter_told(b, a)) return true;
    return (a->kind == ANNALS_DOCUMENT) == (b->kind == ANNALS_DOCUMENT) || (s->labels >= ENOUGH && s->plain);
}

static bool same_words(const annals_chronology *c, const account *a, const account *b) {
    if (a->first != b->first || a->last != b->last || a->from != b->from || a->kind != b->kind) return false;
    bool vague = a->class && !a->author && a->document != b->document; /* "the letter" */
    return !vague && text_equal(c->events.items[a->event].label, c->events.items[b->event].label);
}

/* "In March they went on strike": is one a time of weeks, and the other of days? */
static bool coarser(const account *a, const account *b) {
    enum { WEEK = 7 };
    return (days_of(a) > WEEK) != (days_of(b) > WEEK);
}

static bool tells_of(const account *a, uint32_t family) {
    for (size_t i = 0; i < a->word_count; i++)
        if (a->words[i].family == family) return true;
    return false;
}

/* What the words of both labels are to each other.  "The bridge was opened" and "the bridge was closed"; but who tells
 * of both tells of either. */
typedef struct relations {
    bool opposed, leads_opposed, akin, akin_thing, once;
} relations;

static void relate(const account *a, const account *b, const account_word *x, const account_word *y, relations *r) {
    family_relation relation = relation_of(x->family, y->family);
    bool opposed = relation == FAMILY_OPPOSED && !tells_of(a, y->family) && !tells_of(b, x->family);
    r->opposed |= opposed;
    r->leads_opposed |= opposed && x->leads && y->leads;
    r->akin |= relation == FAMILY_AKIN && (x->act || y->act);
    r->akin_thing |= relation == FAMILY_AKIN && !x->act && !y->act;
    r->once |= relation == FAMILY_ONCE;
}

static relations relate_labels(const account *a, const account *b) {
    relations r = {0};
    for (size_t i = 0; i < a->word_count; i++) {
        const account_word *x = &a->words[i];
        for (size_t j = 0; x->label && x->family && j < b->word_count; j++)
            if (b->words[j].label && b->words[j].family) relate(a, b, x, &b->words[j], &r);
    }
    return r;
}

/* Do both begin alike?  "Khrushchev" and "Khrushev" are one name. */
static bool alike_names(annals_text a, annals_text b) {
    enum { BEGINNING = 3 /* bytes */ };
    return a.length >= BEGINNING && b.length >= BEGINNING && !memcmp(a.data, b.data, BEGINNING);
}

/* "General Ovando was shot" and "General Mora was shot", "Reyes asked Mora" and "Mora asked Reyes": the same words but
 * for a name, or with two names that have changed places, tell of two things. */
static bool others_in_place(annals_text x, annals_text y) {
    annals_text mine[2] = {{0}}, theirs[2] = {{0}};
    size_t count = 0, s, e, t, f, at = 0, other = 0;
    for (; text_word(x, at, &s, &e) && text_word(y, other, &t, &f); at = e, other = f) {
        annals_text a = text_slice(x, s, e), b = text_slice(y, t, f);
        if (text_equal(a, b)) continue;
        if (count == 2 || !text_begins_upper(a) || !text_begins_upper(b) || alike_names(a, b)) return false;
        mine[count] = a;
        theirs[count++] = b;
    }
    if (text_word(x, at, &s, &e) || text_word(y, other, &t, &f)) return false;
    if (count == 1) return mine[0].data != x.data; /* what opens a headline is no name for sure */
    return count == 2 && text_equal(mine[0], theirs[1]) && text_equal(mine[1], theirs[0]);
}

static annals_text language_of(const annals_chronology *c, const account *a) {
    return c->documents.items[c->events.items[a->event].sources[0].document].language;
}

/* What two accounts tell that have no word in common, they can only tell of one hour: of much else that happened on the
 * day; and where not even the happening is akin, of one minute, unless their languages have no words in common. */
static bool tells_wordless(const annals_chronology *c, const account *a, const account *b, const shared_words *s) {
    enum { HALF_DAY = 12 * 60, MINUTES = 5, QUARTER = 15 };
    bool paper = a->kind == ANNALS_DOCUMENT || b->kind == ANNALS_DOCUMENT || a->class || b->class;
    if (s->labels || s->carried || s->act || s->akin_thing || paper || same_span(a, b)) return false;
    int apart = (a->from > b->from ? a->from - b->from : b->from - a->from) % HALF_DAY;
    if (apart > HALF_DAY / 2) apart = HALF_DAY - apart;
    bool hours = a->from >= 0 && b->from >= 0;
    if (s->akin) return hours && apart > QUARTER;
    return !(hours && apart <= MINUTES) && text_equal(language_of(c, a), language_of(c, b));
}

/* Others did it, or to others; or it went on for days; or one denies it. */
static bool speaks_against(const int *signs) {
    return signs[OTHER_OFFICE] || signs[ELSEWHERE] || (signs[OTHER_THINGS] && signs[OTHER_NAMES]) || signs[LASTING] ||
           signs[DENIED];
}

int likeness(const annals_chronology *c, const account_list *list, kin *k, const account *a, const account *b) {
    if (same_words(c, a, b)) return SAME_WORDS;
    bool apart = times_apart(a, b), same = a->document == b->document;
    int time = apart ? apart_fit(a, b) : touching_fit(a, b);
    bool claimed = a->modality == ANNALS_REPORTED || b->modality == ANNALS_REPORTED;
    if (time == NONE || (same && !(apart && claimed)) || cannot_be(a, b)) return UNLIKELY;
    if (!apart && others_in_place(c->events.items[a->event].label, c->events.items[b->event].label)) return UNLIKELY;
    shared_words s = {0};
    count_shared(list, a, b, &s);
    /* "He wrote nothing but the telegram": whoever it is of, the head of this document names others. */
    if (a->own != b->own && s.names_a && s.names_b && !s.name) return UNLIKELY;
    if (!paper_enough(a, b, &s)) return UNLIKELY + 1;
    if (denies_other(a, b) && !contradicts(a, b, &s)) return UNLIKELY;
    relations r = relate_labels(a, b);
    if (r.opposed && (apart || r.leads_opposed || (!s.act && !r.akin))) return UNLIKELY;
    if (s.rank_a && s.rank_b && !s.rank) return UNLIKELY; /* the first is not the second */
    if (apart && a->again != b->again) return UNLIKELY;   /* "met" and "met again" */
    s.akin = r.akin;
    s.akin_thing = r.akin_thing;
    int related = kinship(k, a->document, b->document);
    /* When it was told is no other time of what was told. */
    if (apart && a->says != b->says) return UNLIKELY + 1;
    if (apart && !related && (s.count < 2 || !s.name)) return UNLIKELY + 1; /* it rains on many days */
    if (apart && !s.act && !s.akin) return UNLIKELY + 1;                    /* and of other things on two days */
    if (apart && !s.name && s.act && s.count < (s.thing_labels ? 2 : 3))
        return UNLIKELY + 1; /* many come on many days */
    int signs[SIGNS] = {[OPPOSED] = r.opposed ? 100 : 0}, sum = UNTOLD;
    weigh_time(a, b, apart, time, signs);
    signs[COARSE] = !s.name && (apart || least((int)days_of(a), (int)days_of(b)) > MONTH) ? 100 : 0;
    weigh_words(a, b, &s, signs);
    weigh_matter(&s, signs);
    bool wordless = !apart && tells_wordless(c, a, b, &s);
    weigh_sources(a, b, related / 4, in_step(k, a->document, b->document), apart, signs);
    if (apart && signs[STRANGERS] && signs[COARSE]) return UNLIKELY + 1; /* two men give evidence on two days */
    signs[ONCE] = apart && r.once && s.name ? 100 : 0;
    if (apart || coarser(a, b))
        signs[OTHER_ACT] *= 4; /* times that disagree need the same happening, and so do years */
    else if (!s.name || !s.plain) signs[OTHER_ACT] *= 2; /* one place, or one kind of people */
    if (signs[OTHER_OFFICE]) {                           /* two may do the same at one hour */
        signs[SAME_HOUR] = least(signs[SAME_HOUR], 100);
    } else if (signs[SAME_HOUR] >= 100) { /* what else is told of the day is of other hours */
        signs[CROWD] /= 4;
        signs[OTHER_ACT] /= 2;
    }
    if (signs[ONLY_NAMES] && signs[OTHER_ACT]) signs[NAMES] = least(signs[NAMES], 30);
    weigh_sense(a, b, s.count > 0 || !(a->others + b->others), signs);
    for (int i = 0; i < SIGNS; i++) sum += signs[i] * weights[i] / 100;
    if (wordless && signs[IN_STEP] < 50) sum = least(sum, WORDLESS);
    if (sum < LIKELY && speaks_against(signs)) sum = least(sum, SPOKEN_AGAINST);
    return sum > UNLIKELY ? sum : UNLIKELY + 1;
}
