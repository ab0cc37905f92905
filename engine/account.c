/* account.c: events -> accounts: their words by number, their times as days, and how rare each word is. */
#include "account.h"

#include "amount.h"
#include "caption.h"
#include "language.h"
#include "stem.h"
#include "text.h"

#include <stdlib.h>

enum {
    MOST_WORDS = 64, /* of an account */
    SHORTEST = 3,    /* letters of a word that tells something, if it is no name */
    SHARP = 3,       /* days of a time that others of the same day stand beside */
    RARE = 450, /* events of which a rare word is in one: not how many there are, or documents that have none of the
                   words of two accounts would join them */
    MOST_WEIGHT = 600
};

typedef struct known_word {
    uint64_t hash;
    uint32_t number; /* from 1; 0: the slot is free */
} known_word;

typedef struct reader {
    const annals_chronology *c;
    account_list *list;
    uint32_t *document_rank;
    const grammar **grammars;
    known_word *slots;
    size_t mask, words;
    LIST(uint64_t) names;
    bool *is_name;       /* of each word that the documents have */
    size_t known;        /* how many */
    annals_text speaker; /* of the event at hand: no part of what happened */
    account_word at_hand[MOST_WORDS];
    size_t count;
    bool failed;
} reader;

int hundred_ln(uint64_t n, uint64_t d) {
    enum { ONE = 10 /* bits behind the point */ };
    uint64_t ratio = d ? (n << ONE) / d : 0;
    if (ratio < 1 << ONE) return 0;
    int whole = 63 - __builtin_clzll(ratio);
    int64_t fraction = (int64_t)((ratio << ONE) >> whole) - (1 << ONE); /* the logarithm is nearly straight there */
    return (int)((((int64_t)(whole - ONE) << ONE) + fraction) * 693 / 10 >> ONE);
}

/* ---------------------------------------------------------------- words */

static bool grow_slots(reader *r) {
    size_t size = r->slots ? 2 * (r->mask + 1) : 1024;
    known_word *larger = calloc(size, sizeof *larger);
    if (!larger) return false;
    for (size_t i = 0; r->slots && i <= r->mask; i++) {
        if (!r->slots[i].number) continue;
        size_t at = r->slots[i].hash & (size - 1);
        while (larger[at].number) at = (at + 1) & (size - 1);
        larger[at] = r->slots[i];
    }
    free(r->slots);
    r->slots = larger;
    r->mask = size - 1;
    return true;
}

/* The number of a word's family; the next one if it is new, and 0 when memory runs out. */
static uint32_t number_of(reader *r, uint64_t hash) {
    if (!r->slots || 2 * r->words > r->mask)
        if (!grow_slots(r)) return 0;
    size_t at = hash & r->mask;
    for (; r->slots[at].number; at = (at + 1) & r->mask)
        if (r->slots[at].hash == hash) return r->slots[at].number;
    r->slots[at] = (known_word){hash, (uint32_t)++r->words};
    return r->slots[at].number;
}

/* The day or the year of the account's time. */
static bool is_its_date(const account *a, int64_t value) {
    int64_t year;
    int month, day;
    annals_civil_of_day(a->first, &year, &month, &day);
    if (value == year || value == day) return true;
    annals_civil_of_day(a->last, &year, &month, &day);
    return value == year || value == day;
}

static int64_t first_figures(annals_text number) {
    enum { MOST = 6 };
    int64_t value = 0;
    for (size_t i = 0; i < number.length && i < MOST && is_digit((unsigned char)number.data[i]); i++)
        value = 10 * value + number.data[i] - '0';
    return value;
}

/* Words of every sentence and of dates. */
#define UNTELLING (CONTEXT_SMALL | CONTEXT_CALENDAR_WORD)

/* They and titles before a name tell nothing of what happened. */
static bool tells(const account *a, const grammar *g, annals_text word, bool capital) {
    if (is_digit((unsigned char)word.data[0])) return word.length > 1 && !is_its_date(a, first_figures(word));
    if (word.length < SHORTEST && !(capital && word.length > 1)) return false;
    enum { LONGEST_SHORT = 3 }; /* "sun" and "sat" are days only with a capital */
    context_set calendar = capital || word.length > LONGEST_SHORT ? CONTEXT_CALENDAR_WORD : 0;
    return !in_context(g, word, CONTEXT_SMALL | calendar | (capital ? CONTEXT_TITLE : 0));
}

static void add_word(reader *r, account_word word) {
    for (size_t i = 0; i < r->count; i++) {
        if (r->at_hand[i].word != word.word) continue;
        r->at_hand[i].name |= word.name;
        return;
    }
    if (r->count < MOST_WORDS) r->at_hand[r->count++] = word;
}

/* What is read of a word: a capital begins a name, where it opens the text only that of one that stands within other
 * sentences too; that of a thing, "Embassy", is one only beside another, "Port Tessaly". */
typedef struct word_read {
    annals_text word;
    const word_family *family;
    bool label, carried, capital, opens;
    bool beside; /* another capital, */
    bool prose;  /* ... and not in a headline of capitals */
} word_read;

static void take_word(reader *r, const account *a, const grammar *g, const word_read *read) {
    word_read name = *read;
    const word_read *w = &name;
    bool of_name = w->capital && w->beside && w->prose && !w->opens; /* "the Gallows Hill" hangs nobody */
    if (of_name && w->family && w->family->sense == FAMILY_ACT) name.family = NULL;
    if (!w->family && !tells(a, g, w->word, w->capital)) return;
    uint32_t number = number_of(r, w->family ? family_hash(w->family) : stem_hash(g, w->word));
    r->failed |= !number;
    bool act = w->family && w->family->sense == FAMILY_ACT;
    bool known = number < r->known && r->is_name[number];
    bool named = w->capital && (w->opens ? !w->family && known : !w->family || (!act && w->beside));
    bool digits = is_digit((unsigned char)*w->word.data);
    bool office = w->family && w->family->sense == FAMILY_OFFICE;
    bool thing = w->family && w->family->sense == FAMILY_THING;
    bool rank = w->family && w->family->sense == FAMILY_RANK;
    if (w->carried && !named && !office) return; /* whom it is told of, and nothing else */
    bool leads = act && w->label && in_context(g, w->word, CONTEXT_PAST | CONTEXT_PARTICIPLE);
    for (size_t i = 0; leads && i < r->count; i++) leads = !r->at_hand[i].leads;
    add_word(r, (account_word){number, w->label, named || digits, digits, w->carried, w->family ? w->family->family : 0,
                               act, leads, rank, office, thing});
}

static bool has_word(annals_text text, annals_text word) {
    size_t start, end;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end)
        if (text_equal(text_slice(text, start, end), word)) return true;
    return false;
}

/* Where words stand: in the label, in the rest of the passage, or before it. */
typedef enum origin { IN_LABEL, IN_PASSAGE, CARRIED } origin;

#define VERBS (CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB)

/* "forty pounds" and "40l": how many there were is the same in words and in figures.  Small numbers tell nothing. */
static bool take_amount(reader *r, const account *a, const grammar *g, annals_text text, size_t start, size_t *end,
                        origin from) {
    enum { LEAST = 10 };
    const uint64_t of_amount = UINT64_C(1) << 40; /* no family has such a number */
    int64_t amount;
    size_t behind;
    if (from == CARRIED || !amount_at(g, text, start, *end, &amount, &behind)) return false;
    if (amount < LEAST) return false;
    *end = behind;
    if (is_its_date(a, amount)) return true;
    uint32_t number = number_of(r, ((uint64_t)amount | of_amount) * TEXT_HASH_FACTOR);
    r->failed |= !number;
    bool figures = is_digit((unsigned char)text.data[start]);
    add_word(r, (account_word){.word = number, .label = from == IN_LABEL, .name = figures, .number = true});
    return true;
}

/* "The boiler burst", "cut wires": what it was done to, in two words that tell one thing. */
static void take_things(reader *r, const account *a, const grammar *g, const word_read *both, annals_text next) {
    const annals_text words[] = {both->word, next};
    for (size_t i = 0; i < 2; i++) {
        word_read w = *both;
        w.word = words[i];
        w.capital = text_begins_upper(w.word);
        w.family = family_of_word(g, w.word);
        bool noun = in_context(g, words[1 - i], VERBS) && !in_context(g, w.word, VERBS | CONTEXT_WEAK);
        if (w.family ? w.family->sense == FAMILY_THING : noun) take_word(r, a, g, &w);
    }
}

/* Has it a longer word without a capital, as no headline of capitals has? */
static bool is_prose(annals_text text) {
    enum { LONG = 5 /* bytes */ };
    size_t start, end;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end)
        if (end - start >= LONG && is_lower((unsigned char)text.data[start])) return true;
    return false;
}

/* Two words that stand together may tell one thing: "blew up". */
static void read_words(reader *r, const account *a, const grammar *g, annals_text text, origin from) {
    size_t start, end, next_start, next_end;
    word_read w = {.label = from == IN_LABEL, .carried = from == CARRIED, .opens = true, .prose = is_prose(text)};
    const size_t count = r->count;
    for (size_t at = 0; r->count < MOST_WORDS && text_word(text, at, &start, &end); at = end, w.opens = false) {
        bool more = text_word(text, end, &next_start, &next_end), before = w.capital && !w.opens;
        annals_text next = more ? text_slice(text, next_start, next_end) : (annals_text){0};
        if (take_amount(r, a, g, text, start, &end, from)) {
            w.capital = false;
            continue;
        }
        w.word = text_slice(text, start, end);
        w.capital = text_begins_upper(w.word);
        w.beside = before || text_begins_upper(next);
        bool together = more && text_find_any(text, end, next_start, ".,;:!?()\"") == next_start;
        w.family = together ? family_of_two(g, w.word, next) : NULL;
        if (w.family) end = next_end;
        else if ((!w.capital || w.opens) && in_context(g, w.word, VERBS))
            w.family = family_of_parted(g, w.word, text_slice(text, end, text.length));
        if (!w.family) w.family = family_of_word(g, w.word);
        if (w.carried && r->count > count && !w.capital && in_context(g, w.word, VERBS)) return; /* the subject's */
        if (together && w.family && end == next_end) take_things(r, a, g, &w, next);
        bool tells_who = has_word(r->speaker, w.word) || in_context(g, w.word, CONTEXT_ACCORDING);
        if (!tells_who) take_word(r, a, g, &w);
    }
}

/* "ward 12 burned", but not "killed 12 men": a noun before the number, and behind it none that it counts. */
static bool names_by_number(const grammar *g, annals_text label, annals_text noun, annals_text number) {
    const context_set no_noun = VERBS | CONTEXT_SMALL | CONTEXT_WEAK | CONTEXT_DOING | CONTEXT_CALENDAR_WORD;
    size_t behind = (size_t)(number.data - label.data) + number.length, start, end;
    if (noun.data + noun.length + 1 != number.data || !is_digit((unsigned char)number.data[number.length - 1]))
        return false;
    if (is_digit((unsigned char)*noun.data) || in_context(g, noun, no_noun)) return false;
    if (!text_word(label, behind, &start, &end) || start != behind + 1) return true;
    return in_context(g, text_slice(label, start, end), VERBS | CONTEXT_SMALL | CONTEXT_WEAK);
}

/* What the label names so, when it is one thing. */
static void take_number(account *a, const grammar *g, annals_text label) {
    annals_text before = {0};
    size_t start, end;
    for (size_t at = 0; text_word(label, at, &start, &end); at = end) {
        annals_text word = text_slice(label, start, end);
        if (before.length && is_digit((unsigned char)*word.data) && names_by_number(g, label, before, word)) {
            bool several = a->kind_numbered;
            a->kind_numbered = several ? 0 : stem_hash(g, before);
            a->numbered = text_hash(TEXT_HASH_SEED, word);
            if (several) return;
        }
        before = word;
    }
}

/* "the mill at Aske": of one thing the label says where it is. */
static void take_place(reader *r, account *a, const grammar *g, annals_text label) {
    annals_text noun = {0}, lead = {0};
    size_t start, end;
    for (size_t at = 0; text_word(label, at, &start, &end); at = end) {
        annals_text word = text_slice(label, start, end);
        bool led = noun.length && in_context(g, lead, CONTEXT_PLACE_LEAD) && lead.data == noun.data + noun.length + 1;
        if (led && start && word.data == lead.data + lead.length + 1 && text_begins_upper(word)) {
            const word_family *family = family_of_word(g, noun);
            bool several = a->kind_placed;
            a->kind_placed = several ? 0 : (family ? family_hash(family) : stem_hash(g, noun)) ^ stem_hash(g, lead);
            a->place = number_of(r, stem_hash(g, word));
            if (several) return;
        }
        bool names = lead.length && !text_begins_upper(lead) && !in_context(g, lead, VERBS | CONTEXT_SMALL);
        noun = names ? lead : (annals_text){0};
        lead = word;
    }
}

static int by_number(const void *a, const void *b) {
    const account_word *x = a, *y = b;
    return (x->word > y->word) - (x->word < y->word);
}

/* The document's head tells of it as well. */
static void read_head(reader *r, const account *a, const grammar *g, const annals_document *d) {
    const bool address = text_find_any(d->place, 0, d->place.length, ",") < d->place.length; /* of a house */
    const annals_text texts[] = {d->title, d->sender, d->recipient, d->number, address ? (annals_text){0} : d->place};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) read_words(r, a, g, texts[i], IN_PASSAGE);
}

/* The sentence before a passage that stands in the text as it is, in the same paragraph. */
static annals_text sentence_before(annals_text text, annals_text passage) {
    enum { REACH = 240 /* bytes */ };
    uintptr_t first = (uintptr_t)text.data, at_hand = (uintptr_t)passage.data;
    if (!passage.length || at_hand < first || at_hand >= first + text.length) return (annals_text){0};
    size_t end = at_hand - first, least = end > REACH ? end - REACH : 0;
    while (end > least && byte_in(text.data[end - 1], " .!?\"")) end--;
    size_t at = end;
    while (at > least && !byte_in(text.data[at - 1], ".!?\n")) at--;
    return at > least || !least ? text_slice(text, at, end) : (annals_text){0};
}

/* Does it begin with a word that stands for who or what was named before?  "I went down with him" */
static bool opens_with(const grammar *g, annals_text label, context_set pronouns) {
    size_t start, end;
    return text_word(label, 0, &start, &end) && in_context(g, text_slice(label, start, end), pronouns);
}

/* "He died on Friday": who, the sentence before says; "I gave evidence": who, the head says. */
static void carry_names(reader *r, const account *a, const grammar *g, const annals_event *e) {
    const annals_document *d = &r->c->documents.items[e->sources[0].document];
    bool named = false;
    for (size_t i = 0; i < r->count; i++) named |= r->at_hand[i].label && r->at_hand[i].name && !r->at_hand[i].number;
    if (a->self && named) return;
    if (a->self) read_words(r, a, g, d->sender, CARRIED);
    else if (d->read && opens_with(g, e->label, CONTEXT_SUBJECT))
        read_words(r, a, g, sentence_before(d->text, e->sources[0].text), CARRIED);
}

/* "Hale reported that the mill had burned": its first verb is one of saying, and what was said follows. */
static bool tells_of_speech(const grammar *g, annals_text label) {
    size_t start, end;
    bool says = false;
    for (size_t at = 0; text_word(label, at, &start, &end); at = end) {
        annals_text word = text_slice(label, start, end);
        context_set contexts = contexts_of(g, word);
        if (start && text_begins_upper(word)) continue;
        if (says && contexts & CONTEXT_COMPLEMENT) return true;
        if (contexts & CONTEXT_REPORT) says = true;
        else if (contexts & VERBS && !says) return false;
    }
    return false;
}

/* "They met again": what came before was another meeting. */
static bool tells_again(const grammar *g, annals_text label) {
    size_t start, end;
    for (size_t at = 0; text_word(label, at, &start, &end); at = end)
        if (has_role(g, text_slice(label, start, end), ROLE_ANEW)) return true;
    return false;
}

static void take_words(reader *r, account *a) {
    const annals_event *e = &r->c->events.items[a->event];
    size_t document = e->source_count ? e->sources[0].document : 0;
    const grammar *g = r->grammars[document];
    r->count = 0;
    r->speaker = a->own ? (annals_text){0} : e->speaker;
    a->says = tells_of_speech(g, e->label);
    a->self = opens_with(g, e->label, CONTEXT_FIRST_PERSON);
    a->again = tells_again(g, e->label);
    bool untitled = a->own && !r->c->documents.items[document].title.length; /* what it is called is in its head */
    if (!untitled) read_words(r, a, g, e->label, IN_LABEL);
    take_number(a, g, e->label);
    take_place(r, a, g, e->label);
    if (a->own) read_head(r, a, g, &r->c->documents.items[document]);
    for (size_t i = 0; i < e->source_count && !a->own; i++) read_words(r, a, g, e->sources[i].text, IN_PASSAGE);
    if (e->source_count && !a->own && a->kind != ANNALS_DOCUMENT) carry_names(r, a, g, e);
    qsort(r->at_hand, r->count, sizeof *r->at_hand, by_number);
    a->words = arena_copy(&r->list->arena, r->at_hand, r->count, sizeof *r->at_hand);
    a->word_count = a->words ? r->count : 0;
    r->failed |= r->count && !a->words;
}

/* ---------------------------------------------------------------- times */

static int minute_of(annals_bound b) {
    return b.state >= ANNALS_BOUND_MINUTE ? b.second / 60 : -1;
}

static void take_time(account *a, const annals_when *w) {
    annals_bound first = w->begin.earliest, last = w->end.latest;
    bool by_clock = !annals_bound_known(first) && last.state >= ANNALS_BOUND_MINUTE; /* "before noon", of that day */
    if (by_clock && !last.second) last.day--; /* "before midnight" is of the day that ends then */
    a->open = !by_clock && (!annals_bound_known(first) || !annals_bound_known(last));
    if (!annals_bound_known(first)) first = last;
    if (!annals_bound_known(last)) last = first;
    bool known = annals_bound_known(w->begin.latest) && annals_bound_known(w->end.earliest);
    a->lasts = known && w->end.earliest.day - w->begin.latest.day >= SHARP;
    a->first = first.day;
    a->last = last.day;
    a->part = w->day_part;
    a->unsure = w->uncertain;
    a->rough = w->approximate;
    a->from = by_clock || (w->day_part && w->granularity <= ANNALS_PART_OF_DAY) ? -1 : minute_of(first);
    a->until = a->from < 0 ? -1 : minute_of(last);
    bool midnight = a->from == 0 && a->until == 0 && a->first == a->last;
    if (midnight) a->first--; /* that is of both days */
}

/* ---------------------------------------------------------------- accounts */

static void take_spoken_of(account *a, document_spoken_of d) {
    a->author = d.author;
    a->recipient = d.recipient;
    a->class = d.class;
}

static uint32_t word_number(reader *r, const grammar *g, annals_text word) {
    const word_family *family = family_of_word(g, word); /* "Trench's letter" */
    return number_of(r, family ? family_hash(family) : stem_hash(g, word));
}

/* The first word of a name that tells whose it is: "the Mayor of Port". */
static uint32_t name_word(reader *r, const account *a, const grammar *g, annals_text name) {
    size_t start, end;
    for (size_t at = 0; text_word(name, at, &start, &end); at = end) {
        annals_text word = text_slice(name, start, end);
        if (!text_begins_upper(word) || !tells(a, g, word, true) || in_context(g, word, CONTEXT_SALUTATION)) continue;
        return word_number(r, g, word);
    }
    return 0;
}

/* Whom a document spoken of belongs to, as a word: "Weller's letter", "your letter"; 0: nobody is named. */
static uint32_t author_word(reader *r, const account *a) {
    const annals_event *e = &r->c->events.items[a->event];
    const size_t document = e->sources[0].document;
    const grammar *g = r->grammars[document];
    document_spoken_of d = find_spoken_of(g, e->label);
    if (d.author_name.length) return word_number(r, g, d.author_name);
    return d.yours ? name_word(r, a, g, r->c->documents.items[document].recipient) : 0;
}

/* What has a sender and somebody it is sent to is a letter, if its title does not call it something else. */
static void take_head(account *a, const grammar *g, const annals_document *d) {
    bool named = d->title.length && !is_route(g, d->title, NULL);
    take_spoken_of(a, find_spoken_of(g, d->title));
    a->author = a->recipient = 0;
    a->sent = d->sender.length && d->recipient.length;
    if (!a->class && !named && a->sent) a->class = DOCUMENT_LETTER;
}

static account account_of(reader *r, size_t event) {
    const annals_event *e = &r->c->events.items[event];
    account a = {.event = event, .kind = e->kind, .modality = e->modality};
    a.document = e->source_count ? r->document_rank[e->sources[0].document] : UINT32_MAX;
    /* A document's own event has the title for its words and is no mention of another. */
    a.own = e->kind == ANNALS_DOCUMENT && e->source_count && text_equal(e->text, e->label);
    if (a.own) take_head(&a, r->grammars[e->sources[0].document], &r->c->documents.items[e->sources[0].document]);
    else if (e->kind == ANNALS_DOCUMENT) take_spoken_of(&a, document_of_event(r->grammars[e->sources[0].document], e));
    if (!a.own && !a.class && a.author && a.recipient) a.class = DOCUMENT_LETTER; /* "Hale to Weller, draft" */
    if (!a.own && a.class && e->source_count) a.author_word = author_word(r, &a);
    annals_text other = e->kind == ANNALS_OCCURRENCE && e->source_count
                            ? find_correspondent(r->grammars[e->sources[0].document], e->label)
                            : (annals_text){0};
    if (other.length) a.letter_word = word_number(r, r->grammars[e->sources[0].document], other);
    take_time(&a, e->when);
    return a;
}

typedef struct ranked {
    const annals_document *document;
    size_t index;
} ranked;

static int by_source(const void *a, const void *b) {
    const ranked *x = a, *y = b;
    int order = text_compare(x->document->source, y->document->source);
    if (!order) order = (x->document->start > y->document->start) - (x->document->start < y->document->start);
    if (!order) order = text_compare(x->document->text, y->document->text);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static bool rank_documents(reader *r) {
    size_t count = r->c->documents.count;
    ranked *order = malloc((count + 1) * sizeof *order);
    r->document_rank = arena_alloc(&r->list->arena, (count + 1) * sizeof *r->document_rank);
    r->grammars = arena_alloc(&r->list->arena, (count + 1) * sizeof *r->grammars);
    r->list->files = arena_alloc(&r->list->arena, (count + 1) * sizeof *r->list->files);
    bool ok = order && r->document_rank && r->grammars && r->list->files;
    for (size_t i = 0; ok && i < count; i++) {
        order[i] = (ranked){&r->c->documents.items[i], i};
        r->grammars[i] = language_of_document(&r->c->documents.items[i]);
        ok = r->grammars[i];
    }
    if (ok) qsort(order, count, sizeof *order, by_source);
    for (size_t i = 0; ok && i < count; i++) {
        bool same = i && text_equal(order[i].document->source, order[i - 1].document->source);
        r->document_rank[order[i].index] = (uint32_t)i;
        r->list->files[i] = same ? r->list->files[i - 1] : (uint32_t)i;
    }
    free(order);
    r->list->document_count = count;
    return ok;
}

/* Capitals within sentences. */
static bool read_names(reader *r, size_t document) {
    enum { MOST_TEXT = 65536 /* bytes */ };
    const annals_document *d = &r->c->documents.items[document];
    annals_text text = d->read ? d->text : (annals_text){0}; /* cells of a table are no sentences */
    const grammar *g = r->grammars[document];
    size_t start, end;
    bool within = false;
    for (size_t at = 0; at < MOST_TEXT && text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        within = within && text_find_any(text, at, start, ".!?\n") == start;
        bool name = within && word.length >= SHORTEST && text_begins_upper(word);
        within = true;
        if (!name || in_context(g, word, UNTELLING | CONTEXT_TITLE) || family_of_word(g, word)) continue;
        uint32_t number = number_of(r, stem_hash(g, word));
        if (!number || !ARENA_ROOM(&r->list->arena, &r->names)) return false;
        r->names.items[r->names.count++] = (uint64_t)r->document_rank[document] << 32 | number;
    }
    return true;
}

static bool read_all_names(reader *r) {
    for (size_t i = 0; i < r->c->documents.count; i++)
        if (!read_names(r, i)) return false;
    r->list->names = r->names.items;
    r->list->name_count = r->names.count;
    r->known = r->words + 1;
    r->is_name = calloc(r->known, sizeof *r->is_name);
    for (size_t i = 0; r->is_name && i < r->names.count; i++) r->is_name[(uint32_t)r->names.items[i]] = true;
    return r->is_name;
}

static bool placed(const annals_when *w) {
    return annals_bound_known(w->begin.earliest) || annals_bound_known(w->end.latest);
}

static bool read_accounts(reader *r) {
    size_t count = r->c->events.count;
    account_list *list = r->list;
    list->items = arena_alloc(&list->arena, (count + 1) * sizeof *list->items);
    if (!list->items) return false;
    for (size_t i = 0; i < count && !r->failed; i++) {
        if (!placed(r->c->events.items[i].when)) continue;
        account a = account_of(r, i);
        take_words(r, &a);
        list->items[list->count++] = a;
    }
    return !r->failed;
}

/* ---------------------------------------------------------------- order */

/* An account with what it is sorted by. */
typedef struct sorted_account {
    account account;
    const annals_event *event;
} sorted_account;

static int by_content(const void *a, const void *b) {
    const sorted_account *x = a, *y = b;
    if (x->account.first != y->account.first) return x->account.first < y->account.first ? -1 : 1;
    if (x->account.last != y->account.last) return x->account.last < y->account.last ? -1 : 1;
    int order = text_compare(x->event->label, y->event->label);
    if (!order) order = (x->account.document > y->account.document) - (x->account.document < y->account.document);
    return order ? order : (x->account.event > y->account.event) - (x->account.event < y->account.event);
}

static bool sort_accounts(const annals_chronology *c, account_list *list) {
    sorted_account *sorted = malloc((list->count + 1) * sizeof *sorted);
    if (!sorted) return false;
    for (size_t i = 0; i < list->count; i++)
        sorted[i] = (sorted_account){list->items[i], &c->events.items[list->items[i].event]};
    qsort(sorted, list->count, sizeof *sorted, by_content);
    for (size_t i = 0; i < list->count; i++) list->items[i] = sorted[i].account;
    free(sorted);
    return true;
}

static int by_document_and_day(const void *a, const void *b) {
    const account *x = *(account *const *)a, *y = *(account *const *)b;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return (x > y) - (x < y);
}

/* How many others of its document are of the same day; only sharp times are counted. */
static bool count_others(account_list *list) {
    account **order = malloc((list->count + 1) * sizeof *order);
    size_t count = 0;
    if (!order) return false;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].last - list->items[i].first < SHARP && list->items[i].kind != ANNALS_CITATION &&
            !list->items[i].own)
            order[count++] = &list->items[i];
    qsort(order, count, sizeof *order, by_document_and_day);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1;
             end < count && order[end]->document == order[i]->document && order[end]->first == order[i]->first;)
            end++;
        for (size_t j = i; j < end; j++) order[j]->others = (int)(end - i - 1);
    }
    free(order);
    return true;
}

/* ---------------------------------------------------------------- how rare words are */

/* Of how many events a label has the word: of each day as many as the document that tells most of them has.  An event
 * that many tell of does not make its words any less rare. */
typedef struct occurrence {
    int64_t day;
    uint32_t document, here, most; /* accounts of this document, and of whichever has most, of the day */
    uint32_t events;
} occurrence;

static void count_occurrence(occurrence *o, const account *a) {
    if (!o->events || o->day != a->first) *o = (occurrence){.day = a->first, .events = o->events};
    else if (o->document != a->document) o->here = 0;
    o->document = a->document;
    if (++o->here <= o->most) return;
    o->most = o->here;
    o->events++;
}

static int by_day_and_document(const void *a, const void *b) {
    const account *x = *(account *const *)a, *y = *(account *const *)b;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    return (x > y) - (x < y);
}

static bool count_events(const account_list *list, occurrence *seen) {
    const account **order = malloc((list->count + 1) * sizeof *order);
    if (!order) return false;
    for (size_t i = 0; i < list->count; i++) order[i] = &list->items[i];
    qsort(order, list->count, sizeof *order, by_day_and_document);
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < order[i]->word_count; j++)
            if (order[i]->words[j].label) count_occurrence(&seen[order[i]->words[j].word], order[i]);
    free(order);
    return true;
}

static void add_label_weight(const account_list *list, account *a) {
    for (size_t i = 0; i < a->word_count; i++)
        if (a->words[i].label && !a->words[i].rank) a->label_weight += list->weights[a->words[i].word];
}

static bool weigh_words(reader *r) {
    account_list *list = r->list;
    list->word_count = r->words + 1;
    list->weights = arena_alloc(&list->arena, list->word_count * sizeof *list->weights);
    occurrence *seen = calloc(list->word_count, sizeof *seen);
    const bool ok = list->weights && seen && count_events(list, seen);
    for (size_t i = 0; ok && i < list->word_count; i++) {
        int weight = hundred_ln(RARE, seen[i].events ? seen[i].events : 1);
        list->weights[i] = weight < MOST_WEIGHT ? weight : MOST_WEIGHT;
    }
    for (size_t i = 0; ok && i < list->count; i++) add_label_weight(list, &list->items[i]);
    free(seen);
    return ok;
}

bool list_accounts(const annals_chronology *c, account_list *list) {
    *list = (account_list){0};
    reader r = {.c = c, .list = list};
    bool ok = rank_documents(&r) && read_all_names(&r) && read_accounts(&r) && sort_accounts(c, list) &&
              weigh_words(&r) && count_others(list);
    free(r.slots);
    free(r.is_name);
    return ok;
}

void free_accounts(account_list *list) {
    arena_free(&list->arena);
}
